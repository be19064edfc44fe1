"""The recipe that makes the starter speech model: text, lexicon, synthesis, training, export,
measurement.

Nothing here is needed to run the app; `python -m models.recipes.starter --help` is the way in.
"""
