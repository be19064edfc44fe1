"""Who spoke when, and how the call feels: from words and timing alone. Pure."""
