"""The first tables: calls and what was said, found, advised and promised in them.

Written out rather than made from `schema.metadata`, which moves on while this step stays.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0001"
down_revision = None

_SEARCH_SQLITE = (
    # `secure-delete` removes deleted words from the index at once, not when it is merged.
    "CREATE VIRTUAL TABLE utterance_search USING fts5("
    "text, content='utterances', content_rowid='id', tokenize='porter unicode61')",
    "INSERT INTO utterance_search(utterance_search, rank) VALUES ('secure-delete', 1)",
    "CREATE TRIGGER utterances_added AFTER INSERT ON utterances BEGIN "
    "INSERT INTO utterance_search(rowid, text) VALUES (new.id, new.text); END",
    "CREATE TRIGGER utterances_gone AFTER DELETE ON utterances BEGIN "
    "INSERT INTO utterance_search(utterance_search, rowid, text) "
    "VALUES ('delete', old.id, old.text); END",
    "CREATE TRIGGER utterances_changed AFTER UPDATE ON utterances BEGIN "
    "INSERT INTO utterance_search(utterance_search, rowid, text) "
    "VALUES ('delete', old.id, old.text); "
    "INSERT INTO utterance_search(rowid, text) VALUES (new.id, new.text); END",
)
_SEARCH_POSTGRES = (
    # English word endings like FTS5's porter, but no stop words: "down" and "again" are what
    # callers say.
    "CREATE TEXT SEARCH DICTIONARY spoken_words (TEMPLATE = snowball, LANGUAGE = english)",
    "CREATE TEXT SEARCH CONFIGURATION spoken (COPY = english)",
    "ALTER TEXT SEARCH CONFIGURATION spoken ALTER MAPPING FOR asciiword, asciihword, "
    "hword_asciipart, word, hword, hword_part WITH spoken_words",
    "ALTER TABLE utterances ADD COLUMN search tsvector "
    "GENERATED ALWAYS AS (to_tsvector('spoken', text)) STORED",
    "CREATE INDEX ix_utterances_search ON utterances USING gin (search)",
)


def upgrade() -> None:
    """Make everything."""
    _make_calls()
    _make_utterances()
    _make_findings()
    for name in ("feelings", "pivots", "flags", "losses"):
        _make_moments(name)
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in _SEARCH_SQLITE if is_sqlite else _SEARCH_POSTGRES:
        op.execute(sa.text(statement.replace(":", r"\:")))


def _text(name: str, size: int = 0) -> "sa.Column[str]":
    return sa.Column(name, sa.String(size) if size else sa.Text(), nullable=False)


def _number(name: str) -> "sa.Column[int]":
    return sa.Column(name, sa.Integer(), nullable=False)


def _time(name: str, *, nullable: bool = False) -> "sa.Column[int]":
    return sa.Column(name, sa.BigInteger(), nullable=nullable)


def _flag(name: str) -> "sa.Column[bool]":
    return sa.Column(name, sa.Boolean(), nullable=False)


def _json(name: str, *, nullable: bool = False) -> "sa.Column[object]":
    return sa.Column(name, sa.JSON(), nullable=nullable)


def _of_call(table: str, *key: str) -> tuple[SchemaItem, ...]:
    return (
        sa.ForeignKeyConstraint(
            ["call_id"], ["calls.id"], name=f"fk_{table}_calls", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint(*key, name=f"pk_{table}"),
    )


def _make_calls() -> None:
    op.create_table(
        "calls",
        _text("id", 64),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        _number("utc_offset_minutes"),
        _time("duration_ms"),
        *(_text(n) for n in ("source", "agent", "customer_name", "customer_number", "reference")),
        _text("outcome", 32),
        _text("end_reason", 32),
        _text("problem"),
        _text("first_feeling", 32),
        _text("last_feeling", 32),
        _flag("turned_around"),
        _flag("at_risk"),
        *(_number(n) for n in ("agent_percent", "cues_raised", "cues_shown", "cues_heeded")),
        _json("checklist"),
        _text("note"),
        _text("app", 32),
        _text("model"),
        _text("playbook"),
        _text("playbook_hash", 128),
        _text("journal"),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_calls"),
    )
    op.create_index("ix_calls_started_at", "calls", ["started_at"])
    op.create_index("ix_calls_customer_number", "calls", ["customer_number"])


def _make_utterances() -> None:
    op.create_table(
        "utterances",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        _text("call_id", 64),
        _text("party", 16),
        _number("number"),
        _time("start_ms"),
        _time("end_ms"),
        _text("text"),
        _json("words"),
        *_of_call("utterances", "id"),
        sa.UniqueConstraint("call_id", "party", "number", name="uq_utterances_call_id"),
    )


def _make_findings() -> None:
    op.create_table(
        "detections",
        _text("call_id", 64),
        _number("number"),
        _time("at_ms"),
        _text("label", 64),
        _text("party", 16),
        _text("detail"),
        _json("evidence"),
        _flag("is_final"),
        _flag("is_withdrawn"),
        *_of_call("detections", "call_id", "number"),
    )
    op.create_index("ix_detections_label", "detections", ["label"])
    op.create_table(
        "cues",
        _text("call_id", 64),
        _number("cue"),
        _text("rule", 64),
        _time("at_ms"),
        _text("title"),
        _text("headline"),
        _json("directions"),
        _text("urgency", 16),
        _number("priority"),
        _json("evidence"),
        _time("trigger_end_ms"),
        _time("shown_at_ms", nullable=True),
        _text("ending", 16),
        _time("ended_at_ms", nullable=True),
        _text("reason"),
        _time("delay_ms", nullable=True),
        *_of_call("cues", "call_id", "cue"),
    )
    op.create_index("ix_cues_rule", "cues", ["rule"])
    op.create_table(
        "promises",
        _text("call_id", 64),
        _number("promise"),
        _time("at_ms"),
        *(_text(name) for name in ("who", "what", "due")),
        _text("due_at", 40),
        _json("missing"),
        _json("evidence", nullable=True),
        *_of_call("promises", "call_id", "promise"),
    )
    op.create_index("ix_promises_due_at", "promises", ["due_at"])


def _make_moments(name: str) -> None:
    columns: dict[str, tuple[SchemaItem, ...]] = {
        "feelings": (
            _text("feeling", 32),
            _number("intensity"),
            _number("level"),
            _text("trend", 16),
            _json("evidence", nullable=True),
        ),
        "pivots": (_flag("is_up"), _json("evidence", nullable=True)),
        "flags": (_text("note"), _flag("for_lead")),
        "losses": (_text("party", 16), _time("duration_ms"), _text("reason")),
    }
    op.create_table(
        name,
        _text("call_id", 64),
        _number("position"),
        _time("at_ms"),
        *columns[name],
        *_of_call(name, "call_id", "position"),
    )
