"""Live call assist: hears both sides of a call, prompts in time, on this computer alone."""

__version__ = "0.1.0"
