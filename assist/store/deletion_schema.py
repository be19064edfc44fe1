"""The log of what was deleted, and customers whose calls must not be.

Neither has a word of a call. `deletions` also keeps a call that was erased from coming back: other
computers are told of it, and what they send of it is not taken.
"""

from sqlalchemy import Column, Index, String, Table, Text, text

from assist.store.schema import UtcTime, metadata

deletions = Table(
    "deletions",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("at", UtcTime, nullable=False),
    Column("call_id", String(64), nullable=False),  # no reference: the call is gone
    Column("what", String(16), nullable=False),  # a `retention.Kind`
    Column("why", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("device", String(32), nullable=False, server_default=text("''")),
    Index("ix_deletions_call_id", "call_id"),
    Index("ix_deletions_at", "at"),
)

customer_holds = Table(
    "customer_holds",
    metadata,
    Column("number", String(128), primary_key=True),
    Column("reference", String(128), primary_key=True),
    Column("why", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("made_at", UtcTime, nullable=False),
)
"""Calls with this number, or about this reference, also those that are still to come."""
