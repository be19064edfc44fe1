"""What the agent's softphone tells of its calls, and what the app does about each."""
