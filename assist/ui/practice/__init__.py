"""The practice window: a call again with its prompts hidden, then what was met and what was not."""
