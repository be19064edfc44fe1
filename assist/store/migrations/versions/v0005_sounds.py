"""Sound that came to a team: in pieces, so that a broken line costs one of them.

On PostgreSQL both tables are partitioned by the month a call's id begins with, like all tables of
calls. FLAC does not compress further: the server need not try.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_KEYS = {"sounds": "call_id, side", "sound_chunks": "call_id, side, number"}


def upgrade() -> None:
    """Both kinds of database end with the same columns."""
    if op.get_bind().dialect.name == "sqlite":
        _make_tables()
    else:
        _make_partitioned()


def _call() -> "sa.Column[str]":
    return sa.Column("call_id", sa.String(64), nullable=False)


def _make_tables() -> None:
    op.create_table(
        "sounds",
        _call(),
        sa.Column("side", sa.Integer(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("held", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("step_ms", sa.Integer(), nullable=False),
        sa.Column("peaks", sa.LargeBinary(), nullable=False),
        _of_call("sounds"),
        sa.PrimaryKeyConstraint("call_id", "side", name="pk_sounds"),
    )
    op.create_table(
        "sound_chunks",
        _call(),
        sa.Column("side", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        _of_call("sound_chunks"),
        sa.PrimaryKeyConstraint("call_id", "side", "number", name="pk_sound_chunks"),
    )


def _of_call(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["call_id"], ["calls.id"], name=f"fk_{table}_calls", ondelete="CASCADE"
    )


_PARTITIONED = (
    """
CREATE TABLE sounds (
    call_id varchar(64) COLLATE "C" NOT NULL,
    side integer NOT NULL,
    size bigint NOT NULL,
    held bigint NOT NULL,
    digest varchar(64) NOT NULL,
    step_ms integer NOT NULL,
    peaks bytea NOT NULL) PARTITION BY RANGE (call_id)
""",
    """
CREATE TABLE sound_chunks (
    call_id varchar(64) COLLATE "C" NOT NULL,
    side integer NOT NULL,
    number integer NOT NULL,
    content bytea NOT NULL) PARTITION BY RANGE (call_id)
""",
    "ALTER TABLE sound_chunks ALTER COLUMN content SET STORAGE EXTERNAL",
)

_MONTHS = """
DO $$
DECLARE
    month text;
    parent text;
BEGIN
    -- The months there are; make_month makes those to come.
    FOR month IN SELECT right(relname, 6) FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relname ~ '^calls_[0-9]{6}$'
    LOOP
        FOREACH parent IN ARRAY ARRAY['sounds', 'sound_chunks'] LOOP
            EXECUTE format(
                'CREATE TABLE public.%%I PARTITION OF public.%%I FOR VALUES FROM (%%L) TO (%%L)',
                parent || '_' || month, parent, month,
                to_char(to_date(month, 'YYYYMM') + interval '1 month', 'YYYYMM'));
        END LOOP;
    END LOOP;
END $$
"""


def _make_partitioned() -> None:
    run = op.get_bind().exec_driver_sql
    for statement in _PARTITIONED:
        run(statement)
    for table, key in _KEYS.items():
        run(f"CREATE TABLE {table}_other PARTITION OF {table} DEFAULT")
        run(f"ALTER TABLE {table} ADD CONSTRAINT pk_{table} PRIMARY KEY ({key})")
        run(
            f"ALTER TABLE {table} ADD CONSTRAINT fk_{table}_calls FOREIGN KEY (call_id) "
            "REFERENCES calls (id) ON DELETE CASCADE"
        )
    run(_MONTHS)
