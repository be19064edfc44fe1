"""A short row for each call that a team's figures are counted from, and looks in a shared folder.

Calls that are there get their row here: some 40 s for 100,000 of them.
"""

import re
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_COUNTS = (
    *("distress", "acknowledged", "named", "name_used", "dead_end", "prompted", "turned_up"),
    *("angry", "handed_on", "ended", "resolved", "shown", "heeded"),
)
_INDEXES = (
    "ix_call_facts_started_ms ON call_facts (started_ms)",
    "ix_call_facts_team ON call_facts (team, started_ms)",
    "ix_call_facts_owner ON call_facts (owner, started_ms)",
    "ix_call_facts_customer ON call_facts (customer, started_ms)",
)

_FACTS_POSTGRES = """
CREATE TABLE call_facts (
    call_id varchar(64) COLLATE "C" NOT NULL,
    started_ms bigint NOT NULL,
    agent text NOT NULL,
    owner varchar(64) NOT NULL,
    team varchar(64) NOT NULL,
    customer text NOT NULL,
    {counts},
    CONSTRAINT pk_call_facts PRIMARY KEY (call_id),
    CONSTRAINT fk_call_facts_calls FOREIGN KEY (call_id) REFERENCES calls (id) ON DELETE CASCADE
) PARTITION BY RANGE (call_id)
"""

_PARTITIONS = """
DO $$
DECLARE month text;
BEGIN
    FOR month IN SELECT substring(relname FROM 'calls_([0-9]{6})')
        FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
        WHERE inhparent = 'calls'::regclass AND relname ~ 'calls_[0-9]{6}'
    LOOP
        EXECUTE format('CREATE TABLE %I PARTITION OF call_facts FOR VALUES FROM (%L) TO (%L)',
            'call_facts_' || month, month,
            to_char(to_date(month, 'YYYYMM') + interval '1 month', 'YYYYMM'));
    END LOOP;
END $$
"""

_NUMBER_KEY = """
CREATE FUNCTION public.number_key(given text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE
        WHEN bare ~ '^[[:digit:][:space:]()./+*#-]+$'
            THEN ltrim(regexp_replace(bare, '[^0-9]', '', 'g'), '0')
        WHEN bare LIKE '%@%' THEN lower(bare)
        ELSE '' END
    FROM (SELECT CASE
            WHEN strpos(plain, '@') = 0 THEN btrim(plain)
            WHEN split_part(plain, '@', 1) ~ '^[[:digit:][:space:]()./+*#-]+$'
                THEN btrim(split_part(plain, '@', 1))
            ELSE plain END AS bare
        FROM (SELECT split_part(regexp_replace(btrim(given), '^(sips?|tel|callto):', '', 'i'),
            ';', 1) AS plain) AS addresses) AS numbers
$$
"""

_FILL = """
INSERT INTO call_facts (call_id, started_ms, agent, owner, team, customer,
    distress, acknowledged, named, name_used, dead_end, prompted, turned_up, angry, handed_on,
    ended, resolved, shown, heeded)
SELECT c.id, {started_ms}, c.agent, c.owner, c.team, {customer},
    CASE WHEN mood.distress IS NULL THEN 0 ELSE 1 END,
    CASE WHEN EXISTS ({said}'empathy' AND d.at_ms >= mood.distress) THEN 1 ELSE 0 END,
    CASE WHEN c.customer_name <> '' THEN 1 ELSE 0 END,
    CASE WHEN c.customer_name <> '' AND EXISTS ({said}'uses_name') THEN 1 ELSE 0 END,
    CASE WHEN EXISTS ({said}'dead_end') THEN 1 ELSE 0 END,
    CASE WHEN mood.distress IS NOT NULL AND EXISTS (SELECT 1 {shown}) THEN 1 ELSE 0 END,
    CASE WHEN mood.distress IS NOT NULL AND EXISTS (SELECT 1 FROM cues AS q JOIN pivots AS p
        ON p.call_id = q.call_id AND p.at_ms BETWEEN q.shown_at_ms AND q.shown_at_ms + 60000
        WHERE q.call_id = c.id AND p.is_up) THEN 1 ELSE 0 END,
    CASE WHEN mood.anger IS NULL THEN 0 ELSE 1 END,
    CASE WHEN mood.anger IS NOT NULL AND (EXISTS ({said}'transfer' AND {angry_then})
        OR (c.end_reason = 'transfer' AND {angry_last})) THEN 1 ELSE 0 END,
    CASE WHEN c.outcome <> '' THEN 1 ELSE 0 END,
    CASE WHEN c.outcome = 'resolved' THEN 1 ELSE 0 END,
    (SELECT count(*) {shown}),
    (SELECT count(*) {shown} AND q.ending = 'heeded')
FROM calls AS c LEFT JOIN (SELECT call_id,
        min(CASE WHEN feeling IN ('frustration', 'anger', 'worry', 'disappointment', 'exhaustion',
            'confusion') THEN at_ms END) AS distress,
        min(CASE WHEN feeling = 'anger' THEN at_ms END) AS anger
    FROM feelings GROUP BY call_id) AS mood ON mood.call_id = c.id
WHERE c.source <> 'demo'
"""
_SAID = (
    "SELECT 1 FROM detections AS d WHERE d.call_id = c.id AND d.party = 'agent' "
    # Not through the index of all labels, which SQLite takes for as good as that of the call.
    "AND NOT d.is_withdrawn AND d.label || '' = "
)
_SHOWN = "FROM cues AS q WHERE q.call_id = c.id AND q.shown_at_ms IS NOT NULL"
_ANGRY = (
    "EXISTS (SELECT 1 FROM feelings AS f WHERE f.call_id = c.id AND f.feeling = 'anger' "
    "AND f.at_ms <= {at} AND NOT EXISTS (SELECT 1 FROM feelings AS g WHERE g.call_id = c.id "
    "AND g.at_ms > f.at_ms AND g.at_ms <= {at} AND g.feeling NOT IN ('anger', 'none')))"
)


def upgrade() -> None:
    """Both kinds of database end with the same columns."""
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    if is_sqlite:
        _make_facts()
        _index_facts()
        started_ms = "CAST(round((julianday(c.started_at) - 2440587.5) * 86400000.0) AS INTEGER)"
        customer = "''"
    else:
        run = op.get_bind().exec_driver_sql
        counts = ",\n    ".join(f"{name} integer NOT NULL" for name in _COUNTS)
        run(_FACTS_POSTGRES.format(counts=counts))
        run("CREATE TABLE call_facts_other PARTITION OF call_facts DEFAULT")
        _run_plain(_PARTITIONS)
        _run_plain(_NUMBER_KEY)
        _index_facts()
        started_ms = "CAST(round(extract(epoch FROM c.started_at) * 1000) AS bigint)"
        customer = "public.number_key(c.customer_number)"
    op.execute(
        sa.text(
            _FILL.format(
                started_ms=started_ms,
                customer=customer,
                said=_SAID,
                shown=_SHOWN,
                angry_then=_ANGRY.format(at="d.at_ms"),
                angry_last=_ANGRY.format(at="c.duration_ms"),
            )
        )
    )
    if is_sqlite:
        _name_customers()
    op.create_table(
        "folder_looks",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("call_id", sa.String(64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("what", sa.String(16), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_folder_looks"),
    )
    op.create_index("ix_folder_looks_call_id", "folder_looks", ["call_id"])


def _run_plain(statement: str) -> None:
    """Without parameters: the driver leaves every % alone then."""
    options = {"no_parameters": True}
    op.get_bind().exec_driver_sql(statement, execution_options=options)


def _make_facts() -> None:
    texts = (("owner", sa.String(64)), ("team", sa.String(64)))
    op.create_table(
        "call_facts",
        sa.Column("call_id", sa.String(64), nullable=False),
        sa.Column("started_ms", sa.BigInteger(), nullable=False),
        sa.Column("agent", sa.Text(), nullable=False),
        *(sa.Column(name, kind, nullable=False) for name, kind in texts),
        sa.Column("customer", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in _COUNTS),
        sa.ForeignKeyConstraint(
            ["call_id"], ["calls.id"], name="fk_call_facts_calls", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("call_id", name="pk_call_facts"),
    )


def _index_facts() -> None:
    for index in _INDEXES:
        op.execute(sa.text(f"CREATE INDEX {index}"))


def _name_customers() -> None:
    """As `assist.core.numbers.number_key` did it in this version."""
    bind = op.get_bind()
    numbers = bind.execute(sa.text("SELECT DISTINCT customer_number FROM calls")).scalars().all()
    keys: dict[str, list[str]] = {}
    for number in numbers:
        if key := _number_key(number):
            keys.setdefault(key, []).append(number)
    bind.exec_driver_sql("CREATE TEMP TABLE keys (number TEXT PRIMARY KEY, key TEXT)")
    rows: list[dict[str, Any]] = [
        {"number": number, "key": key} for key, theirs in keys.items() for number in theirs
    ]
    if rows:
        bind.execute(sa.text("INSERT INTO keys VALUES (:number, :key)"), rows)
        bind.execute(
            sa.text(
                "UPDATE call_facts SET customer = coalesce((SELECT key FROM keys JOIN calls "
                "ON calls.customer_number = keys.number WHERE calls.id = call_facts.call_id), '')"
            )
        )
    bind.exec_driver_sql("DROP TABLE keys")


_NUMBER = re.compile(r"[\d\s()./+*#-]+")


def _number_key(given: str) -> str:
    bare = re.sub(r"^(sips?|tel|callto):", "", given.strip(), flags=re.IGNORECASE).split(";")[0]
    user, at, _ = bare.partition("@")
    bare = user.strip() if not at or _NUMBER.fullmatch(user) else bare
    if not bare or not _NUMBER.fullmatch(bare):
        return bare.lower() if "@" in bare else ""
    return re.sub(r"\D", "", bare).lstrip("0")
