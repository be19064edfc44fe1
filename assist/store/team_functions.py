"""The functions of a team's database: how calls come in, how changes go out, how words are found.

They run as the owner role and ask themselves who called and what that person may do; every name in
them is written out with its schema. Nothing of a caller's is ever run as SQL: what enters a
statement is quoted as a value.
"""

from sqlalchemy import Table

from assist.store import desk_schema, schema
from assist.store.facts import STARTED_POSTGRES, facts_query
from assist.store.team_definer import QUICK
from assist.store.team_reports import flag_overdue, team_counts
from assist.store.team_search import FIND_WORDS
from assist.store.team_tables import PARTITIONED

_SERVERS_OWN = ("saved_at", "owner", "team", "device", "version", "digest", "agent")
"""Columns of `calls` that the server fills itself."""
_LEADS_OWN = ("is_reviewed", "handed_to")

_MOST_BYTES = 16 * 1024 * 1024
"""Of one call, as the database holds it: ten hours of talk are six million. What is longer is no
call but a broken or hostile workstation."""

_MAKE_MONTH = f"""
CREATE OR REPLACE FUNCTION public.make_month(month text) RETURNS boolean
LANGUAGE plpgsql {QUICK} AS $$
DECLARE
    parent text;
    part text;
    following text := to_char(to_date(month, 'YYYYMM') + interval '1 month', 'YYYYMM');
BEGIN
    IF to_regclass('public.calls_' || month) IS NOT NULL THEN
        RETURN true;
    END IF;
    -- A clock that is years off must not leave a table per month behind it.
    IF to_date(month, 'YYYYMM') < now() - interval '5 years'
        OR to_date(month, 'YYYYMM') > now() + interval '1 month'
    THEN
        RETURN false;
    END IF;
    PERFORM pg_advisory_xact_lock(7239104552);
    -- Whoever had the lock may have made it. Asked of the table: the names that to_regclass
    -- remembers are not forgotten by waiting for such a lock.
    IF EXISTS (SELECT FROM pg_class WHERE relname = 'calls_' || month
        AND relnamespace = 'public'::regnamespace)
    THEN
        RETURN true;
    END IF;
    FOREACH parent IN ARRAY ARRAY[%(tables)s] LOOP
        part := parent || '_' || month;
        EXECUTE format(
            'CREATE TABLE public.%%I PARTITION OF public.%%I FOR VALUES FROM (%%L) TO (%%L)',
            part, parent, month, following);
        EXECUTE format('ALTER TABLE public.%%I ENABLE ROW LEVEL SECURITY', part);
        EXECUTE format('ALTER TABLE public.%%I FORCE ROW LEVEL SECURITY', part);
        EXECUTE format(
            'CREATE POLICY own_functions ON public.%%I TO assist_owner USING (true)', part);
    END LOOP;
    RETURN true;
EXCEPTION
    -- Rows of the month lie in the default partition already, and stay there.
    WHEN check_violation THEN RETURN false;
END $$
"""

_TAG = """
CREATE OR REPLACE FUNCTION public.tag_of(kind text, name text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT kind || left(encode(sha256(convert_to(lower(name), 'UTF8')), 'hex'), 12)
$$
"""

_PUT_CALL = f"""
CREATE OR REPLACE FUNCTION public.put_call(doc jsonb) RETURNS text
LANGUAGE plpgsql VOLATILE {QUICK} AS $$
DECLARE
    me public.people;
    old record;
    cid text := doc->'call'->>'id';
    its_device text := left(doc->>'device', 32);
    its_version bigint := (doc->>'version')::bigint;
    its_digest text := left(doc->>'digest', 64);
    shares text := (SELECT value FROM public.team_settings WHERE name = 'shares');
    more_tags text;
    one_row record;
BEGIN
    SELECT * INTO me FROM public.people WHERE login = session_user::text;
    IF NOT FOUND OR public.my_role() = '' THEN
        RAISE EXCEPTION 'not in a team' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF pg_column_size(doc) > {_MOST_BYTES} THEN
        RAISE EXCEPTION 'larger than a call' USING ERRCODE = 'data_exception';
    END IF;
    IF shares = 'nothing' OR (shares = 'totals'
        AND jsonb_array_length(coalesce(doc->'utterances', '[]')) > 0)
    THEN
        RAISE EXCEPTION 'more than the team shares' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF cid IS NULL OR cid !~ '^[0-9A-Za-z][0-9A-Za-z._-]{{0,63}}$' THEN
        RAISE EXCEPTION 'not an id' USING ERRCODE = 'data_exception';
    END IF;
    IF cid ~ '^[12][0-9]{{3}}(0[1-9]|1[0-2])' THEN
        PERFORM public.make_month(left(cid, 6));
        -- A month ahead, so that the first calls of a month find its tables there.
        PERFORM public.make_month(to_char(now() + interval '1 month', 'YYYYMM'));
    END IF;
    SELECT owner, device, version, digest INTO old FROM public.calls WHERE id = cid FOR UPDATE;
    IF FOUND THEN
        IF old.owner <> session_user::text OR old.device <> its_device THEN
            RETURN 'conflict';
        ELSIF old.digest = its_digest THEN
            RETURN 'known';
        ELSIF old.version >= its_version THEN
            RETURN 'behind:' || old.version;
        END IF;
        UPDATE public.calls AS kept SET
            %(updates)s,
            saved_at = now(), version = its_version, digest = its_digest, agent = me.name
        FROM jsonb_populate_record(NULL::public.calls, doc->'call') AS r WHERE kept.id = cid;
    ELSE
        INSERT INTO public.calls (%(columns)s,
            saved_at, owner, team, device, version, digest, agent)
        SELECT %(values)s,
            now(), session_user, me.team, its_device, its_version, its_digest, me.name
        FROM jsonb_populate_record(NULL::public.calls, doc->'call') AS r;
    END IF;
    SELECT ' ' || public.tag_of('agent', me.name) || ' ' || public.tag_of('owner', owner)
        || ' ' || public.tag_of('team', team) INTO more_tags FROM public.calls WHERE id = cid;
    %(parts)s
    RETURN 'stored';
END $$
"""

_CHANGES = f"""
CREATE OR REPLACE FUNCTION public.changes_since(token text) RETURNS jsonb
LANGUAGE plpgsql STABLE {QUICK} AS $$
DECLARE
    -- What is committed for certain: a transaction that began earlier may still be writing.
    horizon xid8 := pg_snapshot_xmin(pg_current_snapshot());
    since xid8 := (CASE WHEN token ~ '^[0-9]{{1,19}}$' THEN token ELSE '0' END)::xid8;
    found jsonb := '{{}}';
BEGIN
    IF public.my_role() = '' THEN
        RAISE EXCEPTION 'not in a team' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF since > horizon THEN -- the database was restored elsewhere, where it counts anew
        since := '0'::xid8;
    END IF;
    %(tables)s
    RETURN jsonb_build_object(
        'cursor', horizon::text,
        'rows', found,
        'name', public.my_name(),
        'shares', (SELECT value FROM public.team_settings WHERE name = 'shares'));
END $$
"""


def functions() -> list[str]:
    """In the order in which they need each other."""
    return [
        _make_month(),
        _TAG,
        flag_overdue(),
        _put_call(),
        _changes_since(),
        FIND_WORDS,
        team_counts(),
    ]


def _make_month() -> str:
    names = ", ".join(f"'{table.name}'" for table in PARTITIONED)
    return _MAKE_MONTH % {"tables": names}


def _columns(table: Table, *without: str) -> list[str]:
    return [f'"{column.name}"' for column in table.c if column.name not in without]


def _listed(table: Table, source: str, *without: str) -> str:
    return ", ".join(f"{source}{name}" for name in _columns(table, *without))


def _put_call() -> str:
    left_out = (*_SERVERS_OWN, *_LEADS_OWN)
    names = _columns(schema.calls, *left_out)
    parts = [_part(table) for table in (*schema.PARTS, desk_schema.call_reasons)]
    return _PUT_CALL % {
        "columns": ", ".join(names),
        "values": ", ".join(f"r.{name}" for name in names),
        "updates": ", ".join(f"{name} = r.{name}" for name in names if name != '"id"'),
        "parts": "\n    ".join([*parts, _marks(), _comments(), _follow_ups(), _facts()]),
    }


def _part(table: Table, where: str = "") -> str:
    """Replaces a call's rows; the call they belong to is never theirs to say."""
    without = ("call_id", "tags") if table is schema.utterances else ("call_id",)
    columns, values = _listed(table, "", *without), _listed(table, "r.", *without)
    if table is schema.utterances:
        columns += ", tags"
        values += ", regexp_replace(r.tags, ' agent[0-9a-f]+', '') || more_tags"
    return (
        f"DELETE FROM public.{table.name} WHERE call_id = cid;\n"
        f"    INSERT INTO public.{table.name} (call_id, {columns}) SELECT cid, {values} FROM "
        f"jsonb_populate_recordset(NULL::public.{table.name}, "
        f"coalesce(doc->'{table.name}', '[]')) AS r;"
    )


def _marks() -> str:
    without = ("call_id", "origin", "by")
    columns, values = _listed(schema.marks, "", *without), _listed(schema.marks, "r.", *without)
    return (
        "DELETE FROM public.marks WHERE call_id = cid AND origin = 'agent';\n"
        f'    INSERT INTO public.marks (call_id, origin, "by", {columns}) '
        f"SELECT cid, 'agent', me.name, {values} FROM "
        "jsonb_populate_recordset(NULL::public.marks, coalesce(doc->'marks', '[]')) AS r;"
    )


def _comments() -> str:
    table = desk_schema.comments
    columns, values = _listed(table, "", "call_id"), _listed(table, "r.", "call_id")
    return (
        f"INSERT INTO public.comments (call_id, {columns}) SELECT cid, {values} FROM "
        "jsonb_populate_recordset(NULL::public.comments, coalesce(doc->'comments', '[]')) AS r "
        "ON CONFLICT (call_id, id) DO NOTHING;"
    )


def _follow_ups() -> str:
    table = desk_schema.follow_ups
    columns, values = _listed(table, "", "call_id"), _listed(table, "r.", "call_id")
    return (
        # One by one: only those that are newer than what is here, whoever wrote that.
        "FOR one_row IN SELECT * FROM jsonb_populate_recordset("
        "NULL::public.follow_ups, coalesce(doc->'follow_ups', '[]')) LOOP\n"
        "        DELETE FROM public.follow_ups WHERE call_id = cid "
        "AND promise = one_row.promise AND made_at < one_row.made_at;\n"
        f"        INSERT INTO public.follow_ups (call_id, {columns}) "
        f"SELECT cid, {values.replace('r.', 'one_row.')} ON CONFLICT DO NOTHING;\n"
        "    END LOOP;"
    )


def _facts() -> str:
    """From the rows that are there now: nothing that figures count is the sender's to say."""
    query = facts_query(call="c.id = cid", at="public.", started_ms=STARTED_POSTGRES)
    return (
        f"DELETE FROM public.call_facts WHERE call_id = cid;\n    {query};\n"
        "    PERFORM public.flag_overdue(cid);"
    )


def _changes_since() -> str:
    lines = []
    for table in (*desk_schema.SHARED, schema.marks):
        only = " AND t.origin = 'lead'" if table is schema.marks else ""
        lines.append(
            f"found := found || jsonb_build_object('{table.name}', (SELECT "
            "coalesce(jsonb_agg(to_jsonb(t) - 'changed'), '[]') "
            f"FROM public.{table.name} AS t JOIN public.calls AS c ON c.id = t.call_id "
            "WHERE t.changed >= since AND t.changed < horizon "
            f"AND c.owner = session_user::text{only}));"
        )
    return _CHANGES % {"tables": "\n    ".join(lines)}
