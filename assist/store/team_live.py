"""The live board in a team's database: its tables, what may be done with them, and who is told.

Nobody writes into the tables themselves. A workstation puts its own call there and asks for what
leads sent with `put_live`; a row that it does not renew is gone for everybody. A change is told by
NOTIFY with nothing in it, on a channel per team whose name only that team's leads are given: a
login may listen to any channel that it can name.
"""

from assist.store.team_definer import QUICK
from assist.store.team_tables import AGENT, LEAD, OWNER

LIVE_TABLES = ("live_calls", "live_words", "live_watchers", "live_lines", "live_channels")

KEPT_S = 20
"""How long a call stays on the board without word from its workstation, in seconds."""
WATCHED_S = 15
"""How long a lead counts as watching without saying so again, in seconds."""
_LINES_KEPT = "30 days"
_LINES_A_MINUTE = 20
"""By one lead: more than anybody types, and a bound to what a faulty program sends."""

TABLES = """
INSERT INTO public.team_settings VALUES ('live', 'off') ON CONFLICT DO NOTHING;
CREATE TABLE IF NOT EXISTS public.live_calls (
    owner varchar(63) REFERENCES public.people ON DELETE CASCADE,
    call_id varchar(64),
    agent text NOT NULL,
    team varchar(64) NOT NULL,
    since timestamptz NOT NULL DEFAULT clock_timestamp(),
    needs text[] NOT NULL,
    state jsonb NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (owner, call_id));
CREATE INDEX IF NOT EXISTS ix_live_calls_team ON public.live_calls (team);
CREATE INDEX IF NOT EXISTS ix_live_calls_expires ON public.live_calls (expires_at);
CREATE TABLE IF NOT EXISTS public.live_words (
    owner varchar(63),
    call_id varchar(64),
    words jsonb NOT NULL,
    PRIMARY KEY (owner, call_id),
    FOREIGN KEY (owner, call_id) REFERENCES public.live_calls ON DELETE CASCADE);
CREATE TABLE IF NOT EXISTS public.live_watchers (
    owner varchar(63),
    call_id varchar(64),
    watcher varchar(63) REFERENCES public.people ON DELETE CASCADE,
    name text NOT NULL,
    team varchar(64) NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (owner, call_id, watcher),
    FOREIGN KEY (owner, call_id) REFERENCES public.live_calls ON DELETE CASCADE);
CREATE TABLE IF NOT EXISTS public.live_lines (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    owner varchar(63) NOT NULL,
    call_id varchar(64) NOT NULL,
    team varchar(64) NOT NULL,
    sender varchar(63) NOT NULL,
    name text NOT NULL,
    text varchar(140) NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    arrived_at timestamptz);
CREATE INDEX IF NOT EXISTS ix_live_lines_call ON public.live_lines (owner, call_id, number);
CREATE INDEX IF NOT EXISTS ix_live_lines_at ON public.live_lines (at);
CREATE INDEX IF NOT EXISTS ix_live_lines_sender ON public.live_lines (sender, at);
CREATE TABLE IF NOT EXISTS public.live_channels (
    team varchar(64) PRIMARY KEY,
    channel varchar(63) NOT NULL)
"""

_ASKING = f"""
CREATE OR REPLACE FUNCTION public.live_is_on() RETURNS boolean LANGUAGE sql STABLE {QUICK} AS $$
    SELECT EXISTS (SELECT FROM public.team_settings WHERE name = 'live' AND value = 'on')
$$;
CREATE OR REPLACE FUNCTION public.live_takes_words() RETURNS boolean
LANGUAGE sql STABLE {QUICK} AS $$
    SELECT EXISTS (SELECT FROM public.team_settings
        WHERE name = 'shares' AND value IN ('transcripts', 'audio'))
$$;
CREATE OR REPLACE FUNCTION public.may_watch(its_owner text, cid text) RETURNS boolean
LANGUAGE sql STABLE {QUICK} AS $$
    SELECT public.live_is_on() AND EXISTS (SELECT FROM public.live_calls
        WHERE owner = its_owner AND call_id = cid
        AND expires_at > clock_timestamp() AND team = ANY (public.my_teams()))
$$;
CREATE OR REPLACE FUNCTION public.is_watching(its_owner text, cid text) RETURNS boolean
LANGUAGE sql STABLE {QUICK} AS $$
    SELECT public.may_watch(its_owner, cid) AND EXISTS (SELECT FROM public.live_watchers
        WHERE owner = its_owner AND call_id = cid
        AND watcher = session_user::text AND expires_at > clock_timestamp())
$$
"""

_TELLING = f"""
CREATE OR REPLACE FUNCTION public.live_channel(its_team text) RETURNS text
LANGUAGE plpgsql VOLATILE {QUICK} AS $$
BEGIN
    INSERT INTO public.live_channels (team, channel)
    VALUES (its_team, 'live_' || replace(gen_random_uuid()::text, '-', ''))
    ON CONFLICT DO NOTHING;
    RETURN (SELECT channel FROM public.live_channels WHERE team = its_team);
END $$;
CREATE OR REPLACE FUNCTION public.my_live_channels() RETURNS text[]
LANGUAGE plpgsql VOLATILE {QUICK} AS $$
BEGIN
    RETURN coalesce(
        (SELECT array_agg(public.live_channel(team)) FROM unnest(public.my_teams()) AS team),
        '{{}}');
END $$;
CREATE OR REPLACE FUNCTION public.tell_leads() RETURNS trigger LANGUAGE plpgsql {QUICK} AS $$
BEGIN
    -- Nothing of the call: whoever hears it asks, and is shown what is theirs to see.
    IF TG_OP = 'DELETE' THEN
        PERFORM pg_notify(public.live_channel(OLD.team), '');
    ELSE
        PERFORM pg_notify(public.live_channel(NEW.team), '');
    END IF;
    RETURN NULL;
END $$
"""

_PUT_LIVE = f"""
CREATE OR REPLACE FUNCTION public.put_live(doc jsonb) RETURNS jsonb
LANGUAGE plpgsql VOLATILE {QUICK} AS $$
DECLARE
    me public.people;
    old public.live_calls;
    cid text := doc->>'call';
    its_needs text[] := ARRAY(SELECT jsonb_array_elements_text(doc->'needs'));
    its_words jsonb := doc->'words';
    seen bigint := coalesce((doc->>'seen')::bigint, 0);
    until timestamptz := clock_timestamp() + interval '{KEPT_S} seconds';
BEGIN
    SELECT * INTO me FROM public.people WHERE login = session_user::text;
    IF NOT FOUND OR public.my_role() = '' THEN
        RAISE EXCEPTION 'not in a team' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NOT public.live_is_on() OR EXISTS (
        SELECT FROM public.team_settings WHERE name = 'shares' AND value = 'nothing')
    THEN
        DELETE FROM public.live_calls WHERE owner = me.login;
        RETURN jsonb_build_object('is_on', false);
    END IF;
    IF cid IS NULL OR cid !~ '^[0-9A-Za-z][0-9A-Za-z._-]{{0,63}}$' THEN
        RAISE EXCEPTION 'not an id' USING ERRCODE = 'data_exception';
    END IF;
    IF cardinality(its_needs) NOT BETWEEN 1 AND 3
        OR NOT its_needs <@ ARRAY['help', 'manager', 'at_risk']
        OR jsonb_typeof(doc->'state') IS DISTINCT FROM 'object'
        OR octet_length(doc::text) > 65536
    THEN
        RAISE EXCEPTION 'not a call on the board' USING ERRCODE = 'data_exception';
    END IF;
    SELECT * INTO old FROM public.live_calls WHERE owner = me.login AND call_id = cid;
    IF NOT FOUND THEN
        DELETE FROM public.live_lines WHERE at < now() - interval '{_LINES_KEPT}';
        -- Whoever else clears away at this moment is not waited for.
        DELETE FROM public.live_calls WHERE (owner, call_id) IN (
            SELECT owner, call_id FROM public.live_calls
            WHERE expires_at < now() - interval '1 minute' FOR UPDATE SKIP LOCKED);
        -- A person has one call at a time; two, while one of them is being put away.
        DELETE FROM public.live_calls WHERE owner = me.login AND call_id NOT IN (
            SELECT call_id FROM public.live_calls WHERE owner = me.login
            ORDER BY since DESC LIMIT 1);
        INSERT INTO public.live_calls (owner, call_id, agent, team, needs, state, expires_at)
        VALUES (me.login, cid, me.name, me.team, its_needs, doc->'state', until);
    ELSIF old.needs <> its_needs OR old.state <> doc->'state' OR old.team <> me.team
        OR old.agent <> me.name OR old.expires_at < until - interval '{KEPT_S // 2} seconds'
    THEN
        UPDATE public.live_calls SET agent = me.name, team = me.team, needs = its_needs,
            state = doc->'state', expires_at = until
        WHERE owner = me.login AND call_id = cid;
    END IF;
    IF jsonb_typeof(its_words) = 'object' AND public.live_takes_words() AND EXISTS (
        SELECT FROM public.live_watchers WHERE owner = me.login AND call_id = cid
        AND expires_at > clock_timestamp())
    THEN
        INSERT INTO public.live_words (owner, call_id, words) VALUES (me.login, cid, its_words)
        ON CONFLICT (owner, call_id) DO UPDATE SET words = excluded.words
        WHERE live_words.words <> excluded.words;
        IF FOUND THEN
            PERFORM pg_notify(public.live_channel(me.team), '');
        END IF;
    ELSE
        DELETE FROM public.live_words WHERE owner = me.login AND call_id = cid;
    END IF;
    UPDATE public.live_lines SET arrived_at = clock_timestamp()
    WHERE owner = me.login AND call_id = cid AND number <= seen AND arrived_at IS NULL;
    RETURN jsonb_build_object(
        'is_on', true,
        'takes_words', public.live_takes_words(),
        'watchers', (SELECT coalesce(jsonb_agg(name ORDER BY name), '[]')
            FROM public.live_watchers WHERE owner = me.login AND call_id = cid
            AND watcher <> me.login AND expires_at > clock_timestamp()),
        'lines', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                'number', number, 'by', name, 'text', text) ORDER BY number), '[]')
            FROM public.live_lines WHERE owner = me.login AND call_id = cid AND number > seen));
END $$;
CREATE OR REPLACE FUNCTION public.drop_live(cid text) RETURNS void
LANGUAGE sql VOLATILE {QUICK} AS $$
    DELETE FROM public.live_calls WHERE owner = session_user::text AND call_id = cid
$$
"""

_LEADING = f"""
CREATE OR REPLACE FUNCTION public.watch_live(its_owner text, cid text) RETURNS boolean
LANGUAGE plpgsql VOLATILE {QUICK} AS $$
DECLARE
    until timestamptz := clock_timestamp() + interval '{WATCHED_S} seconds';
BEGIN
    IF NOT public.may_watch(its_owner, cid) THEN
        RETURN false;
    END IF;
    IF NOT public.is_watching(its_owner, cid) AND its_owner <> session_user::text THEN
        INSERT INTO public.looks (who, name, call_id, owner, what)
        VALUES (session_user, public.my_name(), cid, its_owner, 'watch');
    END IF;
    INSERT INTO public.live_watchers (owner, call_id, watcher, name, team, expires_at)
    SELECT owner, call_id, session_user, public.my_name(), team, until FROM public.live_calls
    WHERE owner = its_owner AND call_id = cid
    ON CONFLICT (owner, call_id, watcher) DO UPDATE
        SET name = excluded.name, team = excluded.team, expires_at = excluded.expires_at;
    RETURN true;
EXCEPTION
    -- The call's end came in between.
    WHEN foreign_key_violation THEN RETURN false;
END $$;
CREATE OR REPLACE FUNCTION public.unwatch_live() RETURNS void
LANGUAGE sql VOLATILE {QUICK} AS $$
    DELETE FROM public.live_watchers WHERE watcher = session_user::text
$$;
CREATE OR REPLACE FUNCTION public.send_line(its_owner text, cid text, line text) RETURNS boolean
LANGUAGE plpgsql VOLATILE {QUICK} AS $$
DECLARE
    clean text := trim(regexp_replace(line, '[[:cntrl:][:space:]]+', ' ', 'g'));
BEGIN
    IF NOT public.may_watch(its_owner, cid) THEN
        RETURN false;
    END IF;
    IF clean = '' OR char_length(clean) > 140 THEN
        RAISE EXCEPTION 'not a line' USING ERRCODE = 'data_exception';
    END IF;
    IF (SELECT count(*) FROM public.live_lines WHERE sender = session_user::text
        AND at > clock_timestamp() - interval '1 minute') >= {_LINES_A_MINUTE}
    THEN
        RAISE EXCEPTION 'too many lines' USING ERRCODE = 'data_exception';
    END IF;
    INSERT INTO public.live_lines (owner, call_id, team, sender, name, text)
    SELECT owner, call_id, team, session_user, public.my_name(), clean FROM public.live_calls
    WHERE owner = its_owner AND call_id = cid;
    IF its_owner <> session_user::text THEN
        INSERT INTO public.looks (who, name, call_id, owner, what)
        VALUES (session_user, public.my_name(), cid, its_owner, 'line');
    END IF;
    RETURN true;
END $$
"""

_KEEPING = f"""
CREATE OR REPLACE FUNCTION public.sign_comment() RETURNS trigger LANGUAGE plpgsql {QUICK} AS $$
BEGIN
    -- A line that was sent during the call is its sender's, whoever stores the call.
    IF NOT EXISTS (SELECT FROM public.live_lines
        WHERE number = substring(NEW.id FROM '^line-([0-9]{{1,18}})$')::bigint
        AND call_id = NEW.call_id AND name = NEW."by" AND text = NEW.text)
    THEN
        NEW."by" := coalesce(public.my_name(), NEW."by");
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION public.keep_lines() RETURNS trigger LANGUAGE plpgsql {QUICK} AS $$
BEGIN
    INSERT INTO public.comments (call_id, id, at_ms, text, kind, answers, "by", made_at)
    SELECT NEW.id, 'line-' || number,
        greatest(0, extract(epoch FROM at - NEW.started_at) * 1000)::bigint,
        text, 'line', '', name, at
    FROM public.live_lines WHERE owner = NEW.owner AND call_id = NEW.id
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION public.forget_lines() RETURNS trigger LANGUAGE plpgsql {QUICK} AS $$
BEGIN
    DELETE FROM public.live_lines WHERE owner = OLD.owner AND call_id = OLD.id;
    RETURN NULL;
END $$
"""

_FUNCTIONS = (
    "live_is_on()",
    "live_takes_words()",
    "may_watch(text, text)",
    "is_watching(text, text)",
    "put_live(jsonb)",
    "drop_live(text)",
    "watch_live(text, text)",
    "unwatch_live()",
    "send_line(text, text, text)",
    "my_live_channels()",
)
"""What people may call; `live_channel` and what triggers run are nobody's."""

_TOLD = (
    (
        "live_calls",
        "UPDATE",
        "WHEN (OLD.needs <> NEW.needs OR OLD.state <> NEW.state OR OLD.team <> NEW.team "
        "OR OLD.agent <> NEW.agent) ",
    ),
    ("live_calls", "INSERT OR DELETE", ""),
    ("live_watchers", "INSERT OR DELETE", ""),
    ("live_lines", "INSERT OR UPDATE", ""),
)
"""Which changes leads hear of; that a row was only renewed is none."""


def live_functions() -> list[str]:
    """The functions, as the owner role makes them; those of `team_sql` must be there."""
    parts = (_ASKING, _TELLING, _PUT_LIVE, _LEADING, _KEEPING)
    return [each.strip() for part in parts for each in _split(part)]


def _split(part: str) -> list[str]:
    first, *others = part.split(";\nCREATE OR REPLACE FUNCTION ")
    return [first, *(f"CREATE OR REPLACE FUNCTION {each}" for each in others)]


def live_policies() -> list[str]:
    """Who may see which rows; nobody writes any but through the functions."""
    result: list[str] = []
    for name in LIVE_TABLES:
        result += [
            f"ALTER TABLE public.{name} ENABLE ROW LEVEL SECURITY",
            f"ALTER TABLE public.{name} FORCE ROW LEVEL SECURITY",
            *_policy(name, "own_functions", f"TO {OWNER} USING (true) WITH CHECK (true)"),
        ]
    people = f"{AGENT}, {LEAD}"
    mine = "(owner = session_user::text AND (SELECT public.my_role()) <> '')"
    teams = "team = ANY ((SELECT public.my_teams())::text[])"
    shown = f"({teams} AND expires_at > clock_timestamp() AND (SELECT public.live_is_on()))"
    for name in ("live_calls", "live_watchers"):
        result += _policy(name, "sees", f"FOR SELECT TO {people} USING ({mine} OR {shown})")
    watched = "(public.live_takes_words() AND public.is_watching(owner, call_id))"
    result += _policy(
        "live_words", "watches", f"FOR SELECT TO {people} USING ({mine} OR {watched})"
    )
    result += _policy("live_lines", "sees", f"FOR SELECT TO {people} USING ({mine} OR {teams})")
    result += [
        "DROP TRIGGER IF EXISTS keep_lines ON public.calls",
        "CREATE TRIGGER keep_lines AFTER INSERT ON public.calls FOR EACH ROW "
        "EXECUTE FUNCTION public.keep_lines()",
        "DROP TRIGGER IF EXISTS forget_lines ON public.calls",
        "CREATE TRIGGER forget_lines AFTER DELETE ON public.calls FOR EACH ROW "
        "EXECUTE FUNCTION public.forget_lines()",
    ]
    for number, (name, when, only) in enumerate(_TOLD):
        result += [
            f"DROP TRIGGER IF EXISTS tell_leads_{number} ON public.{name}",
            f"CREATE TRIGGER tell_leads_{number} AFTER {when} ON public.{name} FOR EACH ROW "
            f"{only}EXECUTE FUNCTION public.tell_leads()",
        ]
    return result


def _policy(table: str, name: str, how: str) -> list[str]:
    return [
        f"DROP POLICY IF EXISTS {name} ON public.{table}",
        f"CREATE POLICY {name} ON public.{table} {how}",
    ]


def live_grants() -> list[str]:
    """What each group may ask for at all, after everything was taken from everybody."""
    people = f"{AGENT}, {LEAD}"
    read = ", ".join(f"public.{name}" for name in LIVE_TABLES if name != "live_channels")
    functions = ", ".join(f"public.{name}" for name in _FUNCTIONS)
    return [
        f"GRANT SELECT ON {read} TO {people}",
        f"GRANT EXECUTE ON FUNCTION {functions} TO {people}",
    ]
