"""The tables of sound that came to a team: a row for each side of a call, and its pieces.

On a workstation that only sends they stay empty: its own sound lies in sealed files.
"""

from sqlalchemy import BigInteger, Column, Integer, LargeBinary, String, Table

from assist.store.schema import call_column, metadata

sounds = Table(
    "sounds",
    metadata,
    call_column(),
    Column("side", Integer, primary_key=True, autoincrement=False),  # 0 agent, 1 customer
    Column("size", BigInteger, nullable=False),
    Column("held", BigInteger, nullable=False),  # bytes that have arrived
    Column("digest", String(64), nullable=False),  # SHA-256 of the whole file
    Column("step_ms", Integer, nullable=False),
    Column("peaks", LargeBinary, nullable=False),  # loudness: a byte for every `step_ms`
)

sound_chunks = Table(
    "sound_chunks",
    metadata,
    call_column(),
    Column("side", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("content", LargeBinary, nullable=False),
)

SOUND_TABLES = (sounds, sound_chunks)
