"""Finished calls on disk: the only owner of SQL."""
