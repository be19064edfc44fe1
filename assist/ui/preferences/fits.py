"""Speech models in words, honestly."""

from PySide6.QtCore import QCoreApplication

from assist.core.preferences import ModelChoice, ModelFit


def fit(model: ModelChoice) -> str:
    """What the model is good for."""
    words = {
        ModelFit.TRYING: QCoreApplication.translate(
            "Models", "to try things out only; it misses much of real calls"
        ),
        ModelFit.CALLS: QCoreApplication.translate(
            "Models", "light, for real calls; mishears some words in every call"
        ),
        ModelFit.ACCURATE: QCoreApplication.translate("Models", "more accurate, needs more memory"),
        ModelFit.OTHER: QCoreApplication.translate(
            "Models", "made for other speech than telephone calls"
        ),
        ModelFit.UNKNOWN: QCoreApplication.translate(
            "Models", "brought along; how well it hears is not known"
        ),
    }
    return words[model.fit]


def described(model: ModelChoice) -> str:
    """The model's name with what it is good for, on one line."""
    return QCoreApplication.translate("Models", "{name}: {fit}").format(
        name=model.name, fit=fit(model)
    )
