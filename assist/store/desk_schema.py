"""The tables of what people and judges add to a stored call; storing it again leaves them alone.

`made_at` orders two versions of the same row: the later one counts, wherever it was written.
"""

from datetime import datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Index,
    Integer,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)

from assist.store.schema import UtcTime, call_column, metadata


def _by() -> tuple[Column[str], Column[datetime]]:
    return (
        Column("by", Text, nullable=False),
        Column("made_at", UtcTime, nullable=False),
    )


call_reasons = Table(
    "call_reasons",
    metadata,
    call_column(),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("reason", String(64), nullable=False),
    Column("severity", Integer, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("detail", Text, nullable=False),
    Index("ix_call_reasons_reason", "reason"),
)
"""Why a call is flagged, as the rules of `calls.judged_by` see it."""

reviews = Table(
    "reviews",
    metadata,
    call_column(),
    Column("what", String(16), primary_key=True),  # reviewed, handed, coached
    Column("value", Text, nullable=False),  # "" takes it back; to whom it was handed
    *_by(),
)

comments = Table(
    "comments",
    metadata,
    call_column(is_key=False),
    Column("id", String(32), nullable=False),
    Column("at_ms", BigInteger),
    Column("text", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("answers", String(32), nullable=False),
    *_by(),
    PrimaryKeyConstraint("call_id", "id"),
)

detection_marks = Table(
    "detection_marks",
    metadata,
    call_column(),
    # The detection's number, or "label@moment" for one that was missed.
    Column("subject", String(96), primary_key=True),
    Column("number", Integer),
    Column("label", String(64), nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("verdict", String(16), nullable=False),  # "" takes it back
    *_by(),
    Index("ix_detection_marks_label", "label"),
)

scores = Table(
    "scores",
    metadata,
    call_column(),
    Column("item", String(64), primary_key=True),
    Column("value", Integer),  # null takes the correction back
    *_by(),
)

follow_ups = Table(
    "follow_ups",
    metadata,
    call_column(),
    Column("promise", Integer, primary_key=True, autoincrement=False),
    Column("done_at", UtcTime),
    Column("remind_at", UtcTime),
    *_by(),
)
"""What became of a promise after the call."""

kept_audio = Table(
    "kept_audio",
    metadata,
    call_column(),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("file", Text, nullable=False),
)

saved_filters = Table(
    "saved_filters",
    metadata,
    Column("owner", String(128), primary_key=True),
    Column("name", String(128), primary_key=True),
    Column("wanted", JSON, nullable=False),
)

SHARED = (reviews, comments, detection_marks, scores, follow_ups)
"""Written on several computers; a row's newest version wins."""
