"""How sound comes into a team's database, and who hears it (PostgreSQL 15 or newer).

Pieces in a table, not large objects: those know no row-level security, belong to no partition, and
stay behind when their call is deleted. A piece is one transaction: a line that breaks costs one. A
lead hears a call once that is in the log, in a line of its own: reading is not hearing.
"""

from assist.store.sounds import CHUNK, MOST_BYTES, MOST_PEAKS
from assist.store.team_definer import FIXED, LOOK_LASTS
from assist.store.team_tables import AGENT, LEAD

_LISTEN_TO = f"""
CREATE OR REPLACE FUNCTION public.listen_to(wanted text) RETURNS boolean
LANGUAGE plpgsql VOLATILE {FIXED} AS $$
BEGIN
    IF NOT public.may_see(wanted) THEN
        RETURN false;
    END IF;
    INSERT INTO public.looks (who, name, call_id, owner, what)
    SELECT session_user, public.my_name(), id, owner, 'sound' FROM public.calls
    WHERE id = wanted AND owner <> session_user::text;
    RETURN true;
END $$
"""

_MAY_HEAR = f"""
CREATE OR REPLACE FUNCTION public.may_hear(wanted text) RETURNS boolean
LANGUAGE sql STABLE {FIXED} AS $$
    SELECT EXISTS (SELECT FROM public.calls WHERE id = wanted AND (
        (owner = session_user::text AND public.my_role() <> '')
        OR (team = ANY (public.my_teams()) AND EXISTS (
            SELECT FROM public.looks WHERE call_id = wanted AND who = session_user::text
            AND what = 'sound' AND xact IS DISTINCT FROM pg_current_xact_id_if_assigned()
            AND at > clock_timestamp() - interval '{LOOK_LASTS}'))))
$$
"""

_PUT_SOUND = f"""
CREATE OR REPLACE FUNCTION public.put_sound(
    wanted text, from_device text, which integer, total bigint, its_digest text,
    piece_number integer, its_step integer, its_peaks bytea, piece bytea) RETURNS bigint
LANGUAGE plpgsql VOLATILE {FIXED} AS $$
DECLARE
    old public.sounds;
BEGIN
    IF public.my_role() = '' THEN
        RAISE EXCEPTION 'not in a team' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF (SELECT value FROM public.team_settings WHERE name = 'shares') <> 'audio' THEN
        RAISE EXCEPTION 'more than the team shares' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NOT coalesce(which IN (0, 1) AND total BETWEEN 1 AND {MOST_BYTES}
        AND its_digest ~ '^[0-9a-f]{{64}}$' AND its_step BETWEEN 1 AND 10000
        AND octet_length(its_peaks) <= {MOST_PEAKS} AND piece_number >= 0
        AND octet_length(piece) = least({CHUNK}, total - piece_number::bigint * {CHUNK}), false)
    THEN
        RAISE EXCEPTION 'not a sound' USING ERRCODE = 'data_exception';
    END IF;
    -- Held until the end: the call is not deleted meanwhile.
    PERFORM FROM public.calls WHERE id = wanted AND owner = session_user::text
        AND device = from_device FOR KEY SHARE;
    IF NOT FOUND THEN
        RETURN -1;
    END IF;
    IF piece_number = 0 THEN
        INSERT INTO public.sounds (call_id, side, size, held, digest, step_ms, peaks)
        VALUES (wanted, which, total, 0, its_digest, its_step, its_peaks)
        ON CONFLICT (call_id, side) DO NOTHING;
    END IF;
    SELECT * INTO old FROM public.sounds WHERE call_id = wanted AND side = which FOR UPDATE;
    IF NOT FOUND OR (old.digest <> its_digest AND piece_number > 0) THEN
        RETURN 0;
    END IF;
    IF old.digest <> its_digest THEN
        DELETE FROM public.sound_chunks WHERE call_id = wanted AND side = which;
        UPDATE public.sounds SET size = total, held = 0, digest = its_digest,
            step_ms = its_step, peaks = its_peaks
        WHERE call_id = wanted AND side = which RETURNING * INTO old;
    END IF;
    IF piece_number::bigint * {CHUNK} <> old.held OR old.size <> total THEN
        RETURN old.held;
    END IF;
    INSERT INTO public.sound_chunks (call_id, side, number, content)
    VALUES (wanted, which, piece_number, piece);
    UPDATE public.sounds SET held = held + octet_length(piece)
    WHERE call_id = wanted AND side = which RETURNING held INTO old.held;
    RETURN old.held;
END $$
"""

SOUND_FUNCTIONS = (_LISTEN_TO, _MAY_HEAR, _PUT_SOUND)
"""After those that say who somebody is."""


def sound_rights() -> list[str]:
    """Policies and grants, after the tables' own."""
    people = f"{AGENT}, {LEAD}"
    put = "text, text, integer, bigint, text, integer, integer, bytea, bytea"
    return [
        "DROP POLICY IF EXISTS opens ON public.sounds",
        # How loud a call was is shown with its words; what was heard is not.
        f"CREATE POLICY opens ON public.sounds FOR SELECT TO {people} "
        "USING (public.may_open(call_id))",
        "DROP POLICY IF EXISTS hears ON public.sound_chunks",
        f"CREATE POLICY hears ON public.sound_chunks FOR SELECT TO {people} "
        "USING (public.may_hear(call_id))",
        "GRANT EXECUTE ON FUNCTION public.listen_to(text), public.may_hear(text), "
        f"public.put_sound({put}) TO {people}",
    ]
