"""The rights in a team's database, as the statements that set them up (PostgreSQL 15 or newer).

Who somebody is, is their login (`session_user`), never a setting: neither SET ROLE nor SET can
change it. What they are comes from the group roles. `FORCE` holds the tables' owner to the policies
as well; its own policy lets only the functions here through, which check the caller themselves and
have a fixed search_path. docs/team-database.md tells it to people.
"""

from sqlalchemy import Table

from assist.store import desk_schema, schema
from assist.store.team_causes import cause_words
from assist.store.team_definer import FIXED, LOOK_LASTS
from assist.store.team_erasure import ERASURE_TABLES, erasure_rights, erasure_statements
from assist.store.team_functions import functions
from assist.store.team_holds import HOLD_TABLES, hold_rights, hold_statements
from assist.store.team_live import TABLES, live_functions, live_grants, live_policies
from assist.store.team_sound import SOUND_FUNCTIONS, sound_rights
from assist.store.team_tables import (
    ADMIN,
    AGENT,
    CALL_TABLES,
    CONTENT,
    LEAD,
    LISTED,
    OWNER,
    PARTITIONED,
    STATE,
)

_TEAM_TABLES = (
    *ERASURE_TABLES,
    *("people", "leads", "looks", "team_settings", "saved_filters", "team_holds"),
)

_MONTHS = (
    "SELECT public.make_month(to_char(now(), 'YYYYMM'))",
    "SELECT public.make_month(to_char(now() + interval '1 month', 'YYYYMM'))",
)
"""Made before anybody works there: making them locks what others read."""

_ROLES = f"""
DO $$
DECLARE wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['{OWNER}', '{AGENT}', '{LEAD}', '{ADMIN}'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
        END IF;
    END LOOP;
    IF NOT pg_has_role(current_user, '{OWNER}', 'MEMBER') THEN
        EXECUTE format('GRANT {OWNER} TO %I', current_user);
    END IF;
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO {AGENT}, {LEAD}, {ADMIN}', current_database());
END $$
"""

_TABLES = """
CREATE TABLE IF NOT EXISTS public.people (
    login varchar(63) PRIMARY KEY,
    name text NOT NULL,
    team varchar(64) NOT NULL,
    added_at timestamptz NOT NULL DEFAULT now());
CREATE TABLE IF NOT EXISTS public.leads (
    login varchar(63) REFERENCES public.people ON DELETE CASCADE,
    team varchar(64),
    PRIMARY KEY (login, team));
CREATE TABLE IF NOT EXISTS public.looks (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    who varchar(63) NOT NULL,
    name text NOT NULL,
    call_id varchar(64) NOT NULL,
    owner varchar(64) NOT NULL,
    what varchar(16) NOT NULL);
ALTER TABLE public.looks ADD COLUMN IF NOT EXISTS xact xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE INDEX IF NOT EXISTS ix_looks_call ON public.looks (call_id, who, at);
CREATE INDEX IF NOT EXISTS ix_looks_owner ON public.looks (owner, at);
CREATE TABLE IF NOT EXISTS public.team_settings (name varchar(64) PRIMARY KEY, value text NOT NULL);
INSERT INTO public.team_settings VALUES ('shares', 'transcripts') ON CONFLICT DO NOTHING
"""

_WHO = f"""
CREATE OR REPLACE FUNCTION public.my_role() RETURNS text LANGUAGE sql STABLE {FIXED} AS $$
    SELECT CASE
        WHEN NOT EXISTS (SELECT FROM public.people WHERE login = session_user::text) THEN ''
        WHEN pg_has_role(session_user, '{LEAD}', 'MEMBER') THEN 'lead'
        WHEN pg_has_role(session_user, '{AGENT}', 'MEMBER') THEN 'agent'
        ELSE '' END
$$;
CREATE OR REPLACE FUNCTION public.my_name() RETURNS text LANGUAGE sql STABLE {FIXED} AS $$
    SELECT name FROM public.people WHERE login = session_user::text
$$;
CREATE OR REPLACE FUNCTION public.my_teams() RETURNS text[] LANGUAGE sql STABLE {FIXED} AS $$
    SELECT coalesce(array_agg(team::text), '{{}}') FROM public.leads
    WHERE login = session_user::text AND public.my_role() = 'lead'
$$;
CREATE OR REPLACE FUNCTION public.may_see(wanted text) RETURNS boolean
LANGUAGE sql STABLE {FIXED} AS $$
    SELECT EXISTS (SELECT FROM public.calls WHERE id = wanted AND (
        (owner = session_user::text AND public.my_role() <> '')
        OR team = ANY (public.my_teams())))
$$;
CREATE OR REPLACE FUNCTION public.may_lead(wanted text) RETURNS boolean
LANGUAGE sql STABLE {FIXED} AS $$
    SELECT EXISTS (SELECT FROM public.calls WHERE id = wanted AND team = ANY (public.my_teams()))
$$;
CREATE OR REPLACE FUNCTION public.may_open(wanted text) RETURNS boolean
LANGUAGE sql STABLE {FIXED} AS $$
    SELECT EXISTS (SELECT FROM public.calls WHERE id = wanted AND (
        (owner = session_user::text AND public.my_role() <> '')
        OR (team = ANY (public.my_teams()) AND EXISTS (
            -- Of an earlier transaction: one's own could still be taken back.
            SELECT FROM public.looks WHERE call_id = wanted AND who = session_user::text
            AND what = 'open' AND xact IS DISTINCT FROM pg_current_xact_id_if_assigned()
            AND at > clock_timestamp() - interval '{LOOK_LASTS}'))))
$$;
CREATE OR REPLACE FUNCTION public.look_at(wanted text) RETURNS boolean
LANGUAGE plpgsql VOLATILE {FIXED} AS $$
BEGIN
    IF NOT public.may_see(wanted) THEN
        RETURN false;
    END IF;
    INSERT INTO public.looks (who, name, call_id, owner, what)
    SELECT session_user, public.my_name(), id, owner, 'open' FROM public.calls
    WHERE id = wanted AND owner <> session_user::text;
    RETURN true;
END $$;
CREATE OR REPLACE FUNCTION public.sign_it() RETURNS trigger LANGUAGE plpgsql {FIXED} AS $$
BEGIN
    -- In whose name somebody writes is not theirs to choose.
    NEW."by" := coalesce(public.my_name(), NEW."by");
    RETURN NEW;
END $$
"""


def statements() -> list[str]:
    """Everything, in order; running it again changes nothing but brings it up to date."""
    result = [_ROLES, *_split(_TABLES), *_split(TABLES), HOLD_TABLES]
    for table in (*desk_schema.SHARED, schema.marks):
        column = "changed xid8 NOT NULL DEFAULT pg_current_xact_id()"
        result.append(f"ALTER TABLE public.{table.name} ADD COLUMN IF NOT EXISTS {column}")
        index = f"ix_{table.name}_changed"
        result.append(f"CREATE INDEX IF NOT EXISTS {index} ON public.{table.name} (changed)")
    # From here on as the owner role, so that all that is made is its own.
    result += [_own(), f"SET LOCAL ROLE {OWNER}", *_WHO.split(";\nCREATE OR"), *functions()]
    result.append(cause_words(LOOK_LASTS))
    result += [*live_functions(), *SOUND_FUNCTIONS, *erasure_statements(), *hold_statements()]
    rights = [*_policies(), *live_policies(), *_grants(), *live_grants(), *sound_rights()]
    rights += [*erasure_rights(), *hold_rights()]
    return [*(_whole(each) for each in result), *rights, *_MONTHS, "RESET ROLE"]


def _whole(statement: str) -> str:
    text = statement.strip()
    return "CREATE OR " + text if text.startswith("REPLACE FUNCTION") else text


def _split(text: str) -> list[str]:
    return [each for each in text.split(";\n") if each.strip()]


def _own() -> str:
    """Every table, and every partition there is, belongs to the owner role."""
    return f"""
DO $$
DECLARE thing record;
BEGIN
    FOR thing IN SELECT oid::regclass AS name FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
    LOOP
        EXECUTE format('ALTER TABLE %s OWNER TO {OWNER}', thing.name);
        EXECUTE format('REVOKE ALL ON %s FROM PUBLIC', thing.name);
    END LOOP;
    ALTER FUNCTION public.make_month(text) OWNER TO {OWNER};
    ALTER FUNCTION public.number_key(text) OWNER TO {OWNER};
    GRANT CREATE, USAGE ON SCHEMA public TO {OWNER};
    REVOKE ALL ON SCHEMA public FROM PUBLIC;
    GRANT USAGE ON SCHEMA public TO {AGENT}, {LEAD}, {ADMIN};
    -- The partitions themselves are nobody's to read: rights come with the whole table only.
    FOR thing IN SELECT inhrelid::regclass AS name FROM pg_inherits JOIN pg_class ON oid = inhparent
        WHERE relnamespace = 'public'::regnamespace AND relkind = 'p'
    LOOP
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', thing.name);
        EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', thing.name);
        EXECUTE format('DROP POLICY IF EXISTS own_functions ON %s', thing.name);
        EXECUTE format('CREATE POLICY own_functions ON %s TO {OWNER} USING (true)', thing.name);
    END LOOP;
END $$
"""


def _policy(table: str, name: str, how: str) -> list[str]:
    return [
        f"DROP POLICY IF EXISTS {name} ON public.{table}",
        f"CREATE POLICY {name} ON public.{table} {how}",
    ]


def _policies() -> list[str]:
    result: list[str] = []
    for name in [table.name for table in PARTITIONED] + list(_TEAM_TABLES):
        result += [
            f"ALTER TABLE public.{name} ENABLE ROW LEVEL SECURITY",
            f"ALTER TABLE public.{name} FORCE ROW LEVEL SECURITY",
            *_policy(name, "own_functions", f"TO {OWNER} USING (true) WITH CHECK (true)"),
        ]
    teams = "team = ANY ((SELECT public.my_teams())::text[])"
    mine = "(owner = session_user::text AND (SELECT public.my_role()) <> '')"
    people = f"{AGENT}, {LEAD}"
    result += _policy("calls", "sees", f"FOR SELECT TO {people} USING ({mine} OR {teams})")
    result += _policy(
        "calls", "leads", f"FOR UPDATE TO {LEAD} USING ({teams}) WITH CHECK ({teams})"
    )
    for table in LISTED:
        how = f"FOR SELECT TO {people} USING (public.may_see(call_id))"
        result += _policy(table.name, "sees", how)
    for table in (*CONTENT, desk_schema.kept_audio):
        how = f"FOR SELECT TO {people} USING (public.may_open(call_id))"
        result += _policy(table.name, "opens", how)
    result += _writing_policies()
    result += _policy(
        "looks",
        "sees",
        f"FOR SELECT TO {people} USING (owner = session_user::text OR who = session_user::text)",
    )
    own = "login = session_user::text"
    result += _policy("people", "sees", f"FOR SELECT TO {people} USING ({own} OR {teams})")
    result += _policy("leads", "sees", f"FOR SELECT TO {people} USING ({own})")
    result += _policy("team_settings", "sees", "FOR SELECT USING (true)")
    for name in ("people", "leads", "team_settings"):
        result += _policy(name, "runs", f"TO {ADMIN} USING (true) WITH CHECK (true)")
    named = "owner = (SELECT public.my_name())"
    result += _policy("saved_filters", "own", f"TO {people} USING ({named}) WITH CHECK ({named})")
    return result


def _writing_policies() -> list[str]:
    """What leads may write themselves; agents write through `put_call` alone."""
    result: list[str] = []
    ours = "public.may_lead(call_id)"
    for table in (*STATE, desk_schema.follow_ups):
        how = f"TO {LEAD} USING ({ours}) WITH CHECK ({ours})"
        result += _policy(table.name, "leads", how)
    mine = f"""{ours} AND "by" = (SELECT public.my_name())"""
    result += _policy("comments", "leads", f"TO {LEAD} USING ({mine}) WITH CHECK ({ours})")
    judged = f"{ours} AND origin = 'lead'"
    result += _policy("marks", "leads", f"TO {LEAD} USING ({judged}) WITH CHECK ({judged})")
    how = f"TO {LEAD} USING ({ours}) WITH CHECK ({ours})"
    result += _policy("call_reasons", "leads", how)
    for name in (*(table.name for table in STATE), "comments", "marks", "follow_ups"):
        when = "" if name != "marks" else "WHEN (NEW.origin = 'lead') "
        signs = {"comments": "sign_comment", "reviews": "sign_review"}.get(name, "sign_it")
        result += [
            f"DROP TRIGGER IF EXISTS sign_it ON public.{name}",
            f"CREATE TRIGGER sign_it BEFORE INSERT OR UPDATE ON public.{name} FOR EACH ROW "
            f"{when}EXECUTE FUNCTION public.{signs}()",
        ]
    return result


def _names(tables: tuple[Table, ...]) -> str:
    return ", ".join(f"public.{table.name}" for table in tables)


def _grants() -> list[str]:
    """After everything was taken from everybody, what each group may ask for at all."""
    people = f"{AGENT}, {LEAD}"
    more = (desk_schema.comments, desk_schema.follow_ups, desk_schema.call_reasons)
    written = (*STATE, *more, schema.marks)
    return [
        f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {people}, {ADMIN}",
        f"REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC, {people}, {ADMIN}",
        f"GRANT SELECT ON {_names(CALL_TABLES)} TO {people}",
        f"GRANT SELECT ON public.looks, public.people, public.leads TO {people}",
        f"GRANT SELECT ON public.team_settings, public.alembic_version TO {people}, {ADMIN}",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON public.saved_filters TO {people}",
        f"GRANT INSERT, DELETE ON {_names(written)} TO {LEAD}",
        f"GRANT UPDATE (is_reviewed, handed_to, severity, judged_by) ON public.calls TO {LEAD}",
        "GRANT SELECT, INSERT, UPDATE, DELETE ON public.people, public.leads, "
        f"public.team_settings TO {ADMIN}",
        "GRANT EXECUTE ON FUNCTION public.my_role(), public.my_name(), public.my_teams(), "
        "public.may_see(text), public.may_lead(text), public.may_open(text), "
        "public.look_at(text), public.put_call(jsonb), public.changes_since(text), "
        f"public.find_words(jsonb), public.cause_words(jsonb) TO {people}",
        f"GRANT EXECUTE ON FUNCTION public.flag_overdue(text) TO {people}",
        f"GRANT EXECUTE ON FUNCTION public.team_counts(jsonb) TO {people}, {ADMIN}",
    ]
