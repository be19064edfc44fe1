"""Legal holds in a team's database: by leads for the calls of their teams, by administrators.

A customer's hold is a row of its own, which also takes in the calls that come later: a trigger puts
each on hold as it arrives, and the hold reaches its workstation like anything leads write. It stays
when whoever made it leaves the team; they or an administrator take it back.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, text

from assist.store.database import explained, writing
from assist.store.team_definer import FIXED
from assist.store.team_tables import ADMIN, LEAD

HOLD_TABLES = """
CREATE TABLE IF NOT EXISTS public.team_holds (
    login varchar(63) NOT NULL,
    number varchar(128) NOT NULL,
    reference varchar(128) NOT NULL,
    why text NOT NULL,
    "by" text NOT NULL,
    teams text[] NOT NULL,
    is_everywhere boolean NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (login, number, reference))
"""

# The digits that count are compared as `core.numbers.is_same_number` compares them.
_IS_CUSTOMERS = """
CREATE OR REPLACE FUNCTION public.is_customers(
    call_number text, call_reference text, its_number text, its_reference text)
RETURNS boolean LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT (btrim(its_reference) <> ''
            AND lower(btrim(call_reference)) = lower(btrim(its_reference)))
        OR (a <> '' AND b <> '' AND (a = b
            OR (length(a) >= 8 AND right(b, length(a)) = a)
            OR (length(b) >= 8 AND right(a, length(b)) = b)))
    FROM (SELECT ltrim(regexp_replace(its_number, '\\D', '', 'g'), '0') AS a,
        ltrim(regexp_replace(call_number, '\\D', '', 'g'), '0') AS b) AS digits
$$
"""

_PUT_HELD = f"""
CREATE OR REPLACE FUNCTION public.put_held(cid text, its_why text, whose text) RETURNS void
LANGUAGE plpgsql VOLATILE {FIXED} AS $$
DECLARE
    before timestamptz;
BEGIN
    DELETE FROM public.reviews WHERE call_id = cid AND what = 'held' RETURNING made_at INTO before;
    -- Later than what it replaces, which may come from a computer whose clock is ahead.
    INSERT INTO public.reviews (call_id, what, value, "by", made_at) VALUES (cid, 'held', its_why,
        whose, greatest(now(), before + interval '1 microsecond'));
END $$
"""

_HOLD_CUSTOMER = f"""
CREATE OR REPLACE FUNCTION public.hold_customer(
    its_number text, its_reference text, its_why text)
RETURNS integer LANGUAGE plpgsql VOLATILE {FIXED} AS $$
DECLARE
    runs_it boolean := public.may_erase();
    leads_of text[] := public.my_teams();
    whose text := coalesce(public.my_name(), session_user::text);
    number_now text := left(btrim(its_number), 128);
    reference_now text := left(btrim(its_reference), 128);
    reasons text[];
    cid text;
    done integer := 0;
BEGIN
    IF NOT runs_it AND cardinality(leads_of) = 0 THEN
        RAISE EXCEPTION 'permission denied for holding' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF number_now = '' AND reference_now = '' THEN
        RAISE EXCEPTION 'nobody to hold' USING ERRCODE = 'data_exception';
    END IF;
    WITH gone AS (DELETE FROM public.team_holds AS h
        WHERE h.number = number_now AND h.reference = reference_now
            AND (h.login = session_user::text OR (runs_it AND its_why = ''))
        RETURNING h.why)
    SELECT coalesce(array_agg(gone.why), '{{}}') INTO reasons FROM gone;
    IF its_why <> '' THEN
        INSERT INTO public.team_holds VALUES (session_user, number_now, reference_now, its_why,
            whose, leads_of, runs_it);
    END IF;
    FOR cid IN SELECT c.id FROM public.calls AS c
        LEFT JOIN public.reviews AS r ON r.call_id = c.id AND r.what = 'held' AND r.value <> ''
        WHERE public.is_customers(c.customer_number, c.reference, number_now, reference_now)
            AND (runs_it OR c.team = ANY (leads_of))
            AND CASE WHEN its_why <> '' THEN r.call_id IS NULL
                -- What is held for a reason of its own, or by somebody else too, stays so.
                ELSE r.value = ANY (reasons) AND NOT EXISTS (SELECT FROM public.team_holds AS h
                    WHERE public.is_customers(
                        c.customer_number, c.reference, h.number, h.reference)
                    AND (h.is_everywhere OR c.team = ANY (h.teams))) END
    LOOP
        PERFORM public.put_held(cid, its_why, whose);
        done := done + 1;
    END LOOP;
    RETURN done;
END $$
"""

_HOLD_CALL = f"""
CREATE OR REPLACE FUNCTION public.hold_call(cid text, its_why text) RETURNS boolean
LANGUAGE plpgsql VOLATILE {FIXED} AS $$
BEGIN
    IF NOT public.may_erase() AND NOT public.may_lead(cid) THEN
        RAISE EXCEPTION 'permission denied for holding' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NOT EXISTS (SELECT FROM public.calls WHERE id = cid) THEN
        RETURN false;
    END IF;
    PERFORM public.put_held(cid, its_why, coalesce(public.my_name(), session_user::text));
    RETURN true;
END $$
"""

_NEWCOMER = f"""
CREATE OR REPLACE FUNCTION public.hold_newcomer() RETURNS trigger LANGUAGE plpgsql {FIXED} AS $$
DECLARE
    its record;
BEGIN
    SELECT h.why, h."by" INTO its FROM public.team_holds AS h
    WHERE public.is_customers(NEW.customer_number, NEW.reference, h.number, h.reference)
        AND (h.is_everywhere OR NEW.team = ANY (h.teams))
    ORDER BY h.made_at LIMIT 1;
    IF FOUND AND NOT EXISTS (SELECT FROM public.reviews AS r
        WHERE r.call_id = NEW.id AND r.what = 'held' AND r.value <> '')
    THEN
        PERFORM public.put_held(NEW.id, its.why, its."by");
    END IF;
    RETURN NULL;
END $$
"""

# In whose name somebody writes is not theirs to choose; but a call that arrives is held in the name
# of who put its customer on hold, whoever sends it.
_SIGN = f"""
CREATE OR REPLACE FUNCTION public.sign_review() RETURNS trigger LANGUAGE plpgsql {FIXED} AS $$
BEGIN
    IF NEW.what <> 'held' OR NOT EXISTS (SELECT FROM public.team_holds AS h, public.calls AS c
        WHERE c.id = NEW.call_id AND h.why = NEW.value AND h."by" = NEW."by"
            AND public.is_customers(c.customer_number, c.reference, h.number, h.reference)
            AND (h.is_everywhere OR c.team = ANY (h.teams)))
    THEN
        NEW."by" := coalesce(public.my_name(), NEW."by");
    END IF;
    RETURN NEW;
END $$
"""


def hold_statements() -> list[str]:
    """The functions, as the owner role makes them."""
    return [_IS_CUSTOMERS, _PUT_HELD, _HOLD_CUSTOMER, _HOLD_CALL, _NEWCOMER, _SIGN]


def hold_rights() -> list[str]:
    """The trigger and who may call what, after everything was taken from everybody."""
    return [
        "DROP TRIGGER IF EXISTS hold_newcomer ON public.calls",
        "CREATE TRIGGER hold_newcomer AFTER INSERT OR UPDATE OF customer_number, reference "
        "ON public.calls FOR EACH ROW EXECUTE FUNCTION public.hold_newcomer()",
        "DROP POLICY IF EXISTS reads ON public.team_holds",
        f"CREATE POLICY reads ON public.team_holds FOR SELECT TO {LEAD}, {ADMIN} USING "
        "((SELECT public.may_erase()) OR teams && (SELECT public.my_teams())::text[])",
        f"GRANT SELECT ON public.team_holds TO {LEAD}, {ADMIN}",
        "GRANT EXECUTE ON FUNCTION public.hold_customer(text, text, text), "
        f"public.hold_call(text, text), public.may_erase(), public.my_teams() TO {LEAD}, {ADMIN}",
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamHold:
    """A customer on hold in the team's database."""

    number: str
    reference: str
    why: str
    by: str
    since: datetime


def hold_customer_in_team(engine: Engine, name: str, number: str, reference: str, why: str) -> int:
    """Hold a customer's calls in the team's database; "" takes it back. Returns how many calls.

    For leads and administrators. Raises StoreError.
    """
    query = text("SELECT public.hold_customer(:number, :reference, :why)")
    values = {"number": number, "reference": reference, "why": why}
    with explained(name), writing(engine) as connection:
        return int(connection.execute(query, values).scalar_one())


def hold_call_in_team(engine: Engine, name: str, call_id: str, why: str) -> bool:
    """The same for one call; False where it is not there."""
    query = text("SELECT public.hold_call(:call_id, :why)")
    with explained(name), writing(engine) as connection:
        return bool(connection.execute(query, {"call_id": call_id, "why": why}).scalar_one())


def customers_on_hold_in_team(engine: Engine, name: str) -> tuple[TeamHold, ...]:
    """Those a lead or administrator may know of, the earliest first."""
    query = text(
        'SELECT number, reference, why, "by", made_at FROM public.team_holds ORDER BY made_at'
    )
    with explained(name), engine.connect() as connection:
        return tuple(
            TeamHold(
                number=row.number,
                reference=row.reference,
                why=row.why,
                by=row.by,
                since=row.made_at,
            )
            for row in connection.execute(query)
        )
