"""The Settings window and the first run."""
