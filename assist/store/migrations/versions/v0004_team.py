"""Calls on their way to a team's database: the outbox; partitions by month; filters in the index.

On PostgreSQL the tables of calls are partitioned by the month that a call's id begins with, so the
unique keys hold the month, fixed when the id was made. Ids made otherwise lie in the default
partition.

The text index gets the facts that searches filter by (side, agent, outcome) as words of their own,
so that a common word by one agent is found without looking at everybody's. On SQLite the row
numbers of utterances grow with the time they were said: the newest come first out of the index.
"""

import hashlib
import re
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_SEARCH_SQLITE = (
    "CREATE VIRTUAL TABLE utterance_search USING fts5("
    "text, tags, content='utterances', content_rowid='id', tokenize='porter unicode61')",
    # Removes deleted words from the index at once, not when it is merged.
    "INSERT INTO utterance_search(utterance_search, rank) VALUES ('secure-delete', 1)",
    "CREATE TRIGGER utterances_added AFTER INSERT ON utterances BEGIN "
    "INSERT INTO utterance_search(rowid, text, tags) VALUES (new.id, new.text, new.tags); END",
    "CREATE TRIGGER utterances_gone AFTER DELETE ON utterances BEGIN "
    "INSERT INTO utterance_search(utterance_search, rowid, text, tags) "
    "VALUES ('delete', old.id, old.text, old.tags); END",
    "CREATE TRIGGER utterances_changed AFTER UPDATE ON utterances BEGIN "
    "INSERT INTO utterance_search(utterance_search, rowid, text, tags) "
    "VALUES ('delete', old.id, old.text, old.tags); "
    "INSERT INTO utterance_search(rowid, text, tags) VALUES (new.id, new.text, new.tags); END",
)
_SECOND_BITS = 30
_LAST_SECOND = (1 << 33) - 1

_KEYS = {
    "calls": "id",
    "utterances": "call_id, party, number",
    "detections": "call_id, number",
    "cues": "call_id, cue",
    "marks": "call_id, cue, origin",
    "promises": "call_id, promise",
    "feelings": "call_id, position",
    "pivots": "call_id, position",
    "flags": "call_id, position",
    "losses": "call_id, position",
    "call_reasons": "call_id, position",
    "reviews": "call_id, what",
    "comments": "call_id, id",
    "detection_marks": "call_id, subject",
    "scores": "call_id, item",
    "follow_ups": "call_id, promise",
    "kept_audio": "call_id, position",
}
"""Every table that is partitioned, with its unique key."""

_INDEXES = (
    "ix_calls_started_at ON calls (started_at)",
    "ix_calls_severity ON calls (severity, started_at)",
    "ix_calls_agent ON calls (agent, started_at)",
    "ix_calls_owner ON calls (owner, started_at)",
    "ix_calls_team ON calls (team, started_at)",
    "ix_detections_label ON detections (label)",
    "ix_cues_rule ON cues (rule)",
    "ix_marks_rule ON marks (rule)",
    "ix_promises_due_at ON promises (due_at)",
    "ix_promises_due_time ON promises (due_time)",
    "ix_call_reasons_reason ON call_reasons (reason)",
    "ix_detection_marks_label ON detection_marks (label)",
    "ix_utterances_search ON utterances USING gin (search)",
)

_MAKE_MONTH = """
CREATE FUNCTION make_month(month text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    parent text;
    following text := to_char(to_date(month, 'YYYYMM') + interval '1 month', 'YYYYMM');
BEGIN
    IF to_regclass('public.calls_' || month) IS NOT NULL THEN
        RETURN true;
    END IF;
    FOREACH parent IN ARRAY ARRAY[{tables}] LOOP
        -- Doubled for the driver, which reads one alone as its own.
        EXECUTE format(
            'CREATE TABLE public.%%I PARTITION OF public.%%I FOR VALUES FROM (%%L) TO (%%L)',
            parent || '_' || month, parent, month, following);
    END LOOP;
    RETURN true;
EXCEPTION
    -- Rows of the month lie in the default partition already, and stay there.
    WHEN check_violation THEN RETURN false;
END $$
"""


def upgrade() -> None:
    """Both kinds of database end with the same columns."""
    for name, size in (("owner", 64), ("team", 64), ("device", 32), ("digest", 64)):
        _add("calls", name, sa.String(size), "''")
    _add("calls", "version", sa.BigInteger(), "0")
    _add("utterances", "tags", sa.Text(), "''")
    # No query could use it: numbers are compared without their spaces. And through an index on
    # it EXPLAIN would tell how many calls of others a number has.
    op.drop_index("ix_calls_customer_number", "calls")
    if op.get_bind().dialect.name == "sqlite":
        op.create_index("ix_calls_owner", "calls", ["owner", "started_at"])
        op.create_index("ix_calls_team", "calls", ["team", "started_at"])
        _renumber()
    else:
        _tag()
        _partition()
    _make_outbox()


def _add(table: str, name: str, kind: "sa.types.TypeEngine[Any]", default: str) -> None:
    column: sa.Column[Any] = sa.Column(name, kind, nullable=False, server_default=sa.text(default))
    op.add_column(table, column)


def _make_outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("call_id", sa.String(64), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["call_id"], ["calls.id"], name="fk_outbox_calls", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("call_id", name="pk_outbox"),
    )
    op.create_index("ix_outbox_position", "outbox", ["position"], unique=True)
    op.create_table(
        "sync_state",
        sa.Column("target", sa.String(256), nullable=False),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("target", "name", name="pk_sync_state"),
    )


_CALLS = sa.table(
    "calls",
    sa.column("id", sa.String),
    sa.column("started_at", sa.DateTime(timezone=True)),
    sa.column("agent", sa.Text),
    sa.column("outcome", sa.String),
    sa.column("at_risk", sa.Boolean),
    sa.column("customer_name", sa.Text),
    sa.column("customer_number", sa.Text),
)
_UTTERANCES = sa.table(
    "utterances",
    sa.column("id", sa.BigInteger),
    sa.column("call_id", sa.String),
    sa.column("party", sa.String),
    sa.column("start_ms", sa.BigInteger),
    sa.column("tags", sa.Text),
)


def _tags(party: str, call: Any) -> str:
    # As `assist.store.tags.tags_of` made them in this version.
    name = hashlib.sha256(call.agent.lower().encode()).hexdigest()[:12]
    tags = [f"side{party}", f"agent{name}", f"outcome{call.outcome.replace('_', '')}"]
    if call.at_risk:
        tags.append("riskyes")
    tags += [f"cu{word}" for word in re.findall(r"[^\W_]+", call.customer_name.lower())]
    digits = re.sub(r"\D", "", call.customer_number)
    if len(digits) >= 4:
        tags.append(f"nu{digits[-4:]}")
    return " ".join(tags)


def _tag() -> None:
    bind = op.get_bind()
    for call in bind.execute(sa.select(_CALLS)).all():
        for party in ("agent", "customer"):
            bind.execute(
                sa.update(_UTTERANCES)
                .where(_UTTERANCES.c.call_id == call.id, _UTTERANCES.c.party == party)
                .values(tags=_tags(party, call))
            )


def _renumber() -> None:
    """Number utterances by the time they were said, and index them anew."""
    bind = op.get_bind()
    for trigger in ("utterances_added", "utterances_gone", "utterances_changed"):
        op.execute(sa.text(f"DROP TRIGGER {trigger}"))
    op.execute(sa.text("DROP TABLE utterance_search"))
    # Out of the way of the new numbers, which are all above zero.
    op.execute(sa.text("UPDATE utterances SET id = -id"))
    taken: dict[int, int] = {}
    for call in bind.execute(sa.select(_CALLS).order_by(_CALLS.c.started_at, _CALLS.c.id)).all():
        second = min(max(0, int(_moment(call.started_at).timestamp())), _LAST_SECOND)
        query = (
            sa.select(_UTTERANCES.c.id, _UTTERANCES.c.party)
            .where(_UTTERANCES.c.call_id == call.id)
            .order_by(_UTTERANCES.c.start_ms, _UTTERANCES.c.party)
        )
        for row in bind.execute(query).all():
            number = taken.get(second, second << _SECOND_BITS)
            taken[second] = number + 1
            bind.execute(
                sa.update(_UTTERANCES)
                .where(_UTTERANCES.c.id == row.id)
                .values(id=number, tags=_tags(row.party, call))
            )
    for statement in _SEARCH_SQLITE:
        op.execute(sa.text(statement))
    op.execute(sa.text("INSERT INTO utterance_search(utterance_search) VALUES ('rebuild')"))


def _moment(started_at: datetime) -> datetime:
    return started_at if started_at.tzinfo else started_at.replace(tzinfo=UTC)


def _partition() -> None:
    """Make every table of calls anew, partitioned, and move the rows over."""
    run = op.get_bind().exec_driver_sql
    run("CREATE SCHEMA before_0004")
    run("DROP INDEX ix_utterances_search")
    run("ALTER TABLE utterances DROP COLUMN search")
    for table in _KEYS:
        if table != "calls":
            run(f"ALTER TABLE {table} DROP CONSTRAINT fk_{table}_calls")
    for table, key in _KEYS.items():
        run(f"ALTER TABLE {table} SET SCHEMA before_0004")
        old, column = f"before_0004.{table}", key.split(",")[0]
        # Months compare as plain text, whatever the database's language.
        run(f'ALTER TABLE {old} ALTER COLUMN {column} TYPE varchar(64) COLLATE "C"')
        if table == "utterances":
            run(f"ALTER TABLE {old} ALTER COLUMN id DROP DEFAULT")
        run(f"CREATE TABLE {table} (LIKE {old} INCLUDING DEFAULTS) PARTITION BY RANGE ({column})")
        run(f"CREATE TABLE {table}_other PARTITION OF {table} DEFAULT")
        kind, name = "PRIMARY KEY", f"pk_{table}"
        if table == "utterances":
            kind, name = "UNIQUE", "uq_utterances_call_id"
        run(f"ALTER TABLE {table} ADD CONSTRAINT {name} {kind} ({key})")
        if table != "calls":
            run(
                f"ALTER TABLE {table} ADD CONSTRAINT fk_{table}_calls FOREIGN KEY (call_id) "
                "REFERENCES calls (id) ON DELETE CASCADE"
            )
    run(
        "ALTER TABLE utterances ADD COLUMN search tsvector GENERATED ALWAYS AS "
        "(to_tsvector('public.spoken', text) || "
        "array_to_tsvector(string_to_array('=' || replace(tags, ' ', ' ='), ' '))) STORED"
    )
    run(_MAKE_MONTH.format(tables=", ".join(f"'{table}'" for table in _KEYS)))
    run(
        "SELECT make_month(month) FROM (SELECT DISTINCT left(id, 6) AS month "
        "FROM before_0004.calls WHERE id ~ '^[12][0-9]{3}(0[1-9]|1[0-2])') AS months"
    )
    for table in _KEYS:
        columns = ", ".join(
            f'"{column["name"]}"'
            for column in sa.inspect(op.get_bind()).get_columns(table, schema="before_0004")
        )
        run(
            # Names of our own tables alone.
            f"INSERT INTO {table} ({columns}) SELECT {columns} FROM before_0004.{table}"  # noqa: S608
        )
    for index in _INDEXES:
        run(f"CREATE INDEX {index}")
    run("DROP SCHEMA before_0004 CASCADE")
