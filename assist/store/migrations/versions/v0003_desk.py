"""What a lead's and an agent's desk need: causes, reasons, reviews, comments, follow-ups."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_EMPTY, _NONE, _LIST = "''", "0", "'[]'"


def upgrade() -> None:
    """Add columns and tables; fill what follows from the calls stored before."""
    _add_columns()
    _fill()
    op.create_index("ix_calls_severity", "calls", ["severity", "started_at"])
    op.create_index("ix_calls_agent", "calls", ["agent", "started_at"])
    op.create_index("ix_promises_due_time", "promises", ["due_time"])
    _make_tables()


def _add(table: str, name: str, kind: "sa.types.TypeEngine[Any]", default: str = "") -> None:
    column: sa.Column[Any] = sa.Column(
        name,
        kind,
        nullable=not default,
        server_default=sa.text(default) if default else None,
    )
    op.add_column(table, column)


def _add_columns() -> None:
    _add("calls", "drivers", sa.JSON(), _LIST)
    _add("calls", "courtesies", sa.Integer(), _NONE)
    _add("calls", "barriers", sa.Integer(), _NONE)
    _add("calls", "problem_at_ms", sa.BigInteger())
    _add("calls", "done", sa.JSON(), _LIST)
    _add("calls", "summary", sa.Text(), _EMPTY)
    _add("calls", "notice", sa.String(32), _EMPTY)
    _add("calls", "severity", sa.Integer(), _NONE)
    _add("calls", "judged_by", sa.Integer(), _NONE)
    _add("calls", "is_reviewed", sa.Boolean(), "false")
    _add("calls", "handed_to", sa.Text(), _EMPTY)
    _add("cues", "version", sa.String(16), _EMPTY)
    _add("marks", "version", sa.String(16), _EMPTY)
    _add("marks", "made_at", sa.DateTime(timezone=True))
    _add("promises", "due_time", sa.DateTime(timezone=True))
    _add("flags", "kind", sa.String(16), _EMPTY)


def _fill() -> None:
    bind = op.get_bind()
    promises = sa.table(
        "promises",
        sa.column("call_id", sa.String),
        sa.column("promise", sa.Integer),
        sa.column("due_at", sa.String),
        sa.column("due_time", sa.DateTime(timezone=True)),
    )
    query = sa.select(promises.c.call_id, promises.c.promise, promises.c.due_at)
    for call_id, promise, due_at in bind.execute(query.where(promises.c.due_at != "")).all():
        moment = _moment(due_at)
        if moment is not None:
            bind.execute(
                sa.update(promises)
                .where(promises.c.call_id == call_id, promises.c.promise == promise)
                .values(due_time=moment)
            )


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _text(name: str, size: int = 0) -> "sa.Column[str]":
    return sa.Column(name, sa.String(size) if size else sa.Text(), nullable=False)


def _whole(name: str, *, nullable: bool = False) -> "sa.Column[int]":
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _time(name: str, *, nullable: bool = False) -> "sa.Column[int]":
    return sa.Column(name, sa.BigInteger(), nullable=nullable)


def _when(name: str, *, nullable: bool = False) -> "sa.Column[datetime]":
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _by() -> "tuple[sa.Column[Any], ...]":
    return (_text("by"), _when("made_at"))


def _of_call(table: str, key: str, *columns: "sa.Column[Any]") -> None:
    op.create_table(
        table,
        _text("call_id", 64),
        *columns,
        sa.ForeignKeyConstraint(
            ["call_id"], ["calls.id"], name=f"fk_{table}_calls", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("call_id", key, name=f"pk_{table}"),
    )


_TABLES: "tuple[tuple[str, str, Callable[[], tuple[sa.Column[Any], ...]]], ...]" = (
    (
        "call_reasons",
        "position",
        lambda: (
            _whole("position"),
            _text("reason", 64),
            _whole("severity"),
            _time("at_ms"),
            _text("detail"),
        ),
    ),
    ("reviews", "what", lambda: (_text("what", 16), _text("value"), *_by())),
    (
        "comments",
        "id",
        lambda: (
            _text("id", 32),
            _time("at_ms", nullable=True),
            _text("text"),
            _text("kind", 16),
            _text("answers", 32),
            *_by(),
        ),
    ),
    (
        "detection_marks",
        "subject",
        lambda: (
            _text("subject", 96),
            _whole("number", nullable=True),
            _text("label", 64),
            _time("at_ms"),
            _text("verdict", 16),
            *_by(),
        ),
    ),
    ("scores", "item", lambda: (_text("item", 64), _whole("value", nullable=True), *_by())),
    (
        "follow_ups",
        "promise",
        lambda: (
            _whole("promise"),
            _when("done_at", nullable=True),
            _when("remind_at", nullable=True),
            *_by(),
        ),
    ),
    ("kept_audio", "position", lambda: (_whole("position"), _text("file"))),
)


def _make_tables() -> None:
    for name, key, columns in _TABLES:
        _of_call(name, key, *columns())
    op.create_index("ix_call_reasons_reason", "call_reasons", ["reason"])
    op.create_index("ix_detection_marks_label", "detection_marks", ["label"])
    op.create_table(
        "saved_filters",
        _text("owner", 128),
        _text("name", 128),
        sa.Column("wanted", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("owner", "name", name="pk_saved_filters"),
    )
