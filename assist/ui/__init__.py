"""The desktop window: a viewer of the engine's events and a remote control for it."""
