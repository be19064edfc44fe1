"""The rule editor: the rules of a team or an agent, with a box to try them in."""
