"""The agent's sidebar and its sections."""
