"""The lead's window: the list of calls, one call in full, and what people say of it."""
