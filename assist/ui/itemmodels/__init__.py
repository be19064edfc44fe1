"""Qt models over the sidebar's state: rows change one at a time, never the whole list."""
