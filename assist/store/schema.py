"""The tables, for SQLite and PostgreSQL alike. Times within a call are integer milliseconds."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)

REVISION = "0007"
"""The newest migration; `database.migrate` brings older databases up to it."""

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)


class UtcTime(TypeDecorator[datetime]):
    """An aware moment: kept in UTC, given back in UTC by both databases."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        assert isinstance(value, datetime)
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


calls = Table(
    "calls",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("started_at", UtcTime, nullable=False),
    Column("utc_offset_minutes", Integer, nullable=False),
    Column("duration_ms", BigInteger, nullable=False),
    Column("source", Text, nullable=False),
    Column("agent", Text, nullable=False),
    Column("customer_name", Text, nullable=False),
    Column("customer_number", Text, nullable=False),
    Column("reference", Text, nullable=False),
    Column("outcome", String(32), nullable=False),
    Column("end_reason", String(32), nullable=False),
    Column("problem", Text, nullable=False),
    Column("first_feeling", String(32), nullable=False),
    Column("last_feeling", String(32), nullable=False),
    Column("turned_around", Boolean, nullable=False),
    Column("at_risk", Boolean, nullable=False),
    Column("agent_percent", Integer, nullable=False),
    Column("cues_raised", Integer, nullable=False),
    Column("cues_shown", Integer, nullable=False),
    Column("cues_heeded", Integer, nullable=False),
    Column("checklist", JSON, nullable=False),
    Column("note", Text, nullable=False),
    Column("app", String(32), nullable=False),
    Column("model", Text, nullable=False),
    Column("playbook", Text, nullable=False),
    Column("playbook_hash", String(128), nullable=False),
    Column("journal", Text, nullable=False),
    Column("saved_at", UtcTime, nullable=False),
    Column("drivers", JSON, nullable=False, server_default=text("'[]'")),
    Column("courtesies", Integer, nullable=False, server_default=text("0")),
    Column("barriers", Integer, nullable=False, server_default=text("0")),
    Column("problem_at_ms", BigInteger),
    Column("done", JSON, nullable=False, server_default=text("'[]'")),
    Column("summary", Text, nullable=False, server_default=text("''")),
    Column("notice", String(32), nullable=False, server_default=text("''")),
    # What is known of the call only after it was stored; storing it again leaves these alone.
    Column("severity", Integer, nullable=False, server_default=text("0")),
    Column("judged_by", Integer, nullable=False, server_default=text("0")),
    Column("is_reviewed", Boolean, nullable=False, server_default=text("false")),
    Column("handed_to", Text, nullable=False, server_default=text("''")),
    # In a team's database: whose login sent it, for which team, from which computer and when there.
    Column("owner", String(64), nullable=False, server_default=text("''")),
    Column("team", String(64), nullable=False, server_default=text("''")),
    Column("device", String(32), nullable=False, server_default=text("''")),
    Column("version", BigInteger, nullable=False, server_default=text("0")),
    Column("digest", String(64), nullable=False, server_default=text("''")),
    Index("ix_calls_started_at", "started_at"),
    Index("ix_calls_severity", "severity", "started_at"),
    Index("ix_calls_agent", "agent", "started_at"),
    Index("ix_calls_owner", "owner", "started_at"),
    Index("ix_calls_team", "team", "started_at"),
)


def call_column(*, is_key: bool = True) -> Column[str]:
    return Column(
        "call_id",
        String(64),
        ForeignKey("calls.id", ondelete="CASCADE"),
        primary_key=is_key,
        nullable=False,
    )


utterances = Table(
    "utterances",
    metadata,
    # Grows with the time it was said (`search.first_id`): SQLite's text index has it as row number,
    # and gives the newest first.
    Column(
        "id",
        BigInteger().with_variant(Integer, "sqlite"),
        primary_key=True,
        autoincrement=False,
    ),
    call_column(is_key=False),
    Column("party", String(16), nullable=False),
    Column("number", Integer, nullable=False),
    Column("start_ms", BigInteger, nullable=False),
    Column("end_ms", BigInteger, nullable=False),
    Column("text", Text, nullable=False),
    Column("words", JSON, nullable=False),  # [text, start_ms, end_ms, confidence] each
    Column("tags", Text, nullable=False, server_default=text("''")),  # `search.tags_of`
    UniqueConstraint("call_id", "party", "number", name="uq_utterances_call_id"),
)

detections = Table(
    "detections",
    metadata,
    call_column(),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("label", String(64), nullable=False),
    Column("party", String(16), nullable=False),
    Column("detail", Text, nullable=False),
    Column("evidence", JSON, nullable=False),
    Column("is_final", Boolean, nullable=False),
    Column("is_withdrawn", Boolean, nullable=False),
    Index("ix_detections_label", "label"),
)

cues = Table(
    "cues",
    metadata,
    call_column(),
    Column("cue", Integer, primary_key=True, autoincrement=False),
    Column("rule", String(64), nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("title", Text, nullable=False),
    Column("headline", Text, nullable=False),
    Column("directions", JSON, nullable=False),
    Column("urgency", String(16), nullable=False),
    Column("priority", Integer, nullable=False),
    Column("evidence", JSON, nullable=False),
    Column("trigger_end_ms", BigInteger, nullable=False),
    Column("shown_at_ms", BigInteger),
    Column("ending", String(16), nullable=False),
    Column("ended_at_ms", BigInteger),
    Column("reason", Text, nullable=False),
    Column("delay_ms", BigInteger),
    Column("unseen", String(16), nullable=False, server_default=text("''")),
    Column("lessons", JSON, nullable=False, server_default=text("'[]'")),
    Column("version", String(16), nullable=False, server_default=text("''")),
    Index("ix_cues_rule", "rule"),
)

marks = Table(
    "marks",
    metadata,
    call_column(),
    Column("cue", Integer, primary_key=True, autoincrement=False),
    Column("origin", String(16), primary_key=True),
    Column("rule", String(64), nullable=False),
    Column("is_right", Boolean, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("by", Text, nullable=False),
    Column("version", String(16), nullable=False, server_default=text("''")),
    Column("made_at", UtcTime),
    Index("ix_marks_rule", "rule"),
)

promises = Table(
    "promises",
    metadata,
    call_column(),
    Column("promise", Integer, primary_key=True, autoincrement=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("who", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("due", Text, nullable=False),
    Column("due_at", String(40), nullable=False),
    Column("missing", JSON, nullable=False),
    Column("evidence", JSON),
    # `due_at` as a moment, so that calls from several time zones compare.
    Column("due_time", UtcTime),
    Index("ix_promises_due_at", "due_at"),
    Index("ix_promises_due_time", "due_time"),
)


def _moment_table(name: str, *columns: Column[Any]) -> Table:
    """A table of things that happened at moments of a call, in order."""
    return Table(
        name,
        metadata,
        call_column(),
        Column("position", Integer, primary_key=True, autoincrement=False),
        Column("at_ms", BigInteger, nullable=False),
        *columns,
    )


feelings = _moment_table(
    "feelings",
    Column("feeling", String(32), nullable=False),
    Column("intensity", Integer, nullable=False),
    Column("level", Integer, nullable=False),
    Column("trend", String(16), nullable=False),
    Column("evidence", JSON),
)

pivots = _moment_table(
    "pivots",
    Column("is_up", Boolean, nullable=False),
    Column("evidence", JSON),
)

flags = _moment_table(
    "flags",
    Column("note", Text, nullable=False),
    Column("for_lead", Boolean, nullable=False),
    Column("kind", String(16), nullable=False, server_default=text("''")),
)

losses = _moment_table(
    "losses",
    Column("party", String(16), nullable=False),
    Column("duration_ms", BigInteger, nullable=False),
    Column("reason", Text, nullable=False),
)


def _fact(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


call_facts = Table(
    "call_facts",
    metadata,
    call_column(),
    Column("started_ms", BigInteger, nullable=False),
    Column("agent", Text, nullable=False),
    Column("owner", String(64), nullable=False),
    Column("team", String(64), nullable=False),
    Column("customer", Text, nullable=False),  # `core.numbers.number_key`
    *(_fact(name) for name in ("distress", "acknowledged", "named", "name_used", "dead_end")),
    *(_fact(name) for name in ("prompted", "turned_up", "angry", "handed_on")),
    *(_fact(name) for name in ("ended", "resolved", "shown", "heeded")),
    Index("ix_call_facts_started_ms", "started_ms"),
    Index("ix_call_facts_team", "team", "started_ms"),
    Index("ix_call_facts_owner", "owner", "started_ms"),
    # No client may ask this table anything, not even what a question would cost.
    Index("ix_call_facts_customer", "customer", "started_ms"),
)
"""What a team's figures count in each call, made by `facts`; all but two numbers are 0 or 1."""

folder_looks = Table(
    "folder_looks",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("call_id", String(64), nullable=False),  # outlives the call
    Column("at", UtcTime, nullable=False),
    Column("who", Text, nullable=False),
    Column("what", String(16), nullable=False),
    Index("ix_folder_looks_call_id", "call_id"),
)
"""Who looked at calls that came through a shared folder; a server's log is its own (`looks`)."""

outbox = Table(
    "outbox",
    metadata,
    call_column(),
    Column("position", BigInteger, nullable=False),
    Column("problem", Text, nullable=False),
    Index("ix_outbox_position", "position", unique=True),
)
"""Calls in the order of their last change on this computer: what the team has yet to be sent."""

sync_state = Table(
    "sync_state",
    metadata,
    Column("target", String(256), primary_key=True),
    Column("name", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)
"""How far each target has got: see `sync`."""

PARTS = (utterances, detections, cues, promises, feelings, pivots, flags, losses)
"""The tables whose rows belong to one call."""
