"""Erasing a customer from a team's database: its administrator alone, by functions that log it.

A workstation that still has an erased call asks for such calls at each sync and deletes them; what
it sends of one is refused by a trigger, so that no old copy brings a call back.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, text

from assist.store.customers import Customer
from assist.store.database import explained, writing
from assist.store.team_definer import FIXED
from assist.store.team_tables import ADMIN, AGENT, LEAD, OWNER

ERASURE_TABLES = ("deletions", "customer_holds")

_MAY_ERASE = f"""
CREATE OR REPLACE FUNCTION public.may_erase() RETURNS boolean LANGUAGE sql STABLE {FIXED} AS $$
    SELECT pg_has_role(session_user, '{ADMIN}', 'MEMBER')
        OR pg_has_role(session_user, '{OWNER}', 'MEMBER')
$$
"""

_CUSTOMER_CALLS = f"""
CREATE OR REPLACE FUNCTION public.customer_calls(
    its_number text, its_reference text, its_name text)
RETURNS TABLE (id text, started_at timestamptz, agent text, is_held boolean)
LANGUAGE plpgsql STABLE {FIXED} AS $$
BEGIN
    IF NOT public.may_erase() THEN
        RAISE EXCEPTION 'permission denied for erasing' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN QUERY SELECT c.id::text, c.started_at, c.agent, EXISTS (
        SELECT FROM public.reviews AS r
        WHERE r.call_id = c.id AND r.what = 'held' AND r.value <> '')
    FROM public.calls AS c
    WHERE public.is_customers(c.customer_number, c.reference, its_number, its_reference)
        OR (btrim(its_name) <> '' AND lower(btrim(c.customer_name)) = lower(btrim(its_name)))
    ORDER BY c.started_at, c.id;
END $$
"""

_ERASE = f"""
CREATE OR REPLACE FUNCTION public.erase_calls(ids text[], why text) RETURNS integer
LANGUAGE plpgsql VOLATILE {FIXED} AS $$
DECLARE
    cid text;
    its_device text;
    done integer := 0;
BEGIN
    IF NOT public.may_erase() THEN
        RAISE EXCEPTION 'permission denied for erasing' USING ERRCODE = 'insufficient_privilege';
    END IF;
    FOREACH cid IN ARRAY ids LOOP
        SELECT device INTO its_device FROM public.calls WHERE id = cid FOR UPDATE;
        CONTINUE WHEN NOT FOUND OR EXISTS (SELECT FROM public.reviews AS r
            WHERE r.call_id = cid AND r.what = 'held' AND r.value <> '');
        INSERT INTO public.deletions (id, at, call_id, what, why, "by", device) VALUES (
            replace(gen_random_uuid()::text, '-', ''), now(), cid, 'calls', why, session_user,
            its_device);
        DELETE FROM public.calls WHERE id = cid;
        done := done + 1;
    END LOOP;
    RETURN done;
END $$
"""

_ERASED = f"""
CREATE OR REPLACE FUNCTION public.erased_calls(its_device text) RETURNS SETOF text
LANGUAGE sql STABLE {FIXED} AS $$
    SELECT DISTINCT call_id::text FROM public.deletions
    WHERE device = its_device AND device <> '' AND what = 'calls' AND why LIKE 'erasure%'
        AND public.my_role() <> ''
$$
"""

_REFUSE = f"""
CREATE OR REPLACE FUNCTION public.refuse_erased() RETURNS trigger LANGUAGE plpgsql {FIXED} AS $$
BEGIN
    IF EXISTS (SELECT FROM public.deletions
        WHERE call_id = NEW.id AND what = 'calls' AND why LIKE 'erasure%')
    THEN
        RAISE EXCEPTION 'the call was erased' USING ERRCODE = 'data_exception';
    END IF;
    RETURN NEW;
END $$
"""


def erasure_statements() -> list[str]:
    """The functions, as the owner role makes them."""
    return [_MAY_ERASE, _CUSTOMER_CALLS, _ERASE, _ERASED, _REFUSE]


def erasure_rights() -> list[str]:
    """The trigger and who may call what, after everything was taken from everybody."""
    return [
        "DROP TRIGGER IF EXISTS refuse_erased ON public.calls",
        "CREATE TRIGGER refuse_erased BEFORE INSERT ON public.calls FOR EACH ROW "
        "EXECUTE FUNCTION public.refuse_erased()",
        "DROP POLICY IF EXISTS reads ON public.deletions",
        f"CREATE POLICY reads ON public.deletions FOR SELECT TO {ADMIN} USING (true)",
        f"GRANT SELECT ON public.deletions TO {ADMIN}",
        "GRANT EXECUTE ON FUNCTION public.customer_calls(text, text, text), "
        f"public.erase_calls(text[], text), public.may_erase() TO {ADMIN}",
        f"GRANT EXECUTE ON FUNCTION public.erased_calls(text) TO {AGENT}, {LEAD}",
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamCall:
    """A customer's call in the team's database, without a word of it."""

    id: str
    started_at: datetime
    agent: str
    is_held: bool


def find_in_team(engine: Engine, name: str, customer: Customer) -> tuple[TeamCall, ...]:
    """A customer's calls; for the administrator. Raises StoreError."""
    query = text("SELECT * FROM public.customer_calls(:number, :reference, :name)")
    values = {
        "number": customer.number,
        "reference": customer.reference,
        "name": " ".join(customer.name.split()),
    }
    with explained(name), engine.connect() as connection:
        return tuple(
            TeamCall(id=row.id, started_at=row.started_at, agent=row.agent, is_held=row.is_held)
            for row in connection.execute(query, values)
        )


def erase_in_team(engine: Engine, name: str, call_ids: tuple[str, ...], why: str) -> int:
    """Erase calls, but for those on hold; returns how many. Raises StoreError."""
    query = text("SELECT public.erase_calls(CAST(:ids AS text[]), :why)")
    with explained(name), writing(engine) as connection:
        return int(connection.execute(query, {"ids": list(call_ids), "why": why}).scalar_one())


def erased_in_team(connection: Connection, device: str) -> tuple[str, ...]:
    """The calls of this workstation that were erased from the team's database."""
    if connection.scalar(text("SELECT to_regprocedure('public.erased_calls(text)')")) is None:
        return ()  # not yet brought up to date by its administrator
    query = text("SELECT public.erased_calls(:device)")
    return tuple(connection.scalars(query, {"device": device}))
