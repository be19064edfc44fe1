"""Sound to words: the speech engine, its models, their catalogue and installation."""
