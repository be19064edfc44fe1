"""Live call assist: hears both sides of a call, prompts the agent in time, keeps it all on this computer."""

__version__ = "0.1.0"
