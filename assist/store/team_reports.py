"""What a team's database counts by itself: figures of calls whose words nobody need have opened.

Under row-level security a lead reads what was found in a call only once the look is in the log;
figures of a team are of calls that nobody looked at. So they are counted by a function that runs as
the tables' owner, asks itself who called and what that person may count, and gives numbers by agent
and week, never a word of a call.
"""

from assist.core.review import Severity
from assist.store.overdue import POSITION, REASON, REMEMBERED
from assist.store.team_counts import NUMBERS, counts_query
from assist.store.team_definer import QUICK_BY_CALLER

_MOST_WEEKS = 600

_TEAM_COUNTS = """
CREATE OR REPLACE FUNCTION public.team_counts(asked jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE {fixed} AS $$
DECLARE
    is_admin boolean := pg_has_role(session_user, 'assist_admin', 'MEMBER');
    my_login text := session_user::text;
    led text[] := public.my_teams();
    since_ms bigint := (asked->>'since')::bigint;
    until_ms bigint := (asked->>'until')::bigint;
    begun bigint[];
    found jsonb;
BEGIN
    IF public.my_role() = '' AND NOT is_admin THEN
        RAISE EXCEPTION 'not in a team' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT array_agg(monday::bigint ORDER BY monday::bigint) INTO begun
    FROM jsonb_array_elements_text(asked->'weeks') AS monday;
    IF begun IS NULL OR cardinality(begun) > {most} OR since_ms < begun[1] THEN
        RAISE EXCEPTION 'no weeks to count' USING ERRCODE = 'data_exception';
    END IF;
    SELECT coalesce(jsonb_agg(jsonb_build_array(agent, week, {numbers})), '[]') INTO found
    FROM ({counts}) AS counted;
    RETURN found;
END $$
"""

_FLAG_OVERDUE = """
CREATE OR REPLACE FUNCTION public.flag_overdue(only_call text) RETURNS boolean
LANGUAGE plpgsql VOLATILE {fixed} AS $$
DECLARE
    led text[] := public.my_teams();
    my_login text := session_user::text;
    kept text[];
    broken text[];
BEGIN
    IF public.my_role() = '' THEN
        RAISE EXCEPTION 'not in a team' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT array_agg(r.call_id) INTO kept
    FROM public.call_reasons AS r JOIN public.calls AS c ON c.id = r.call_id
    WHERE r.reason = '{reason}' AND (c.owner = my_login OR c.team = ANY (led))
        AND (only_call IS NULL OR c.id = only_call)
        AND NOT EXISTS (SELECT FROM public.promises AS p LEFT JOIN public.follow_ups AS u
            ON u.call_id = p.call_id AND u.promise = p.promise
            WHERE p.call_id = c.id AND p.due_time <= now() AND u.done_at IS NULL);
    DELETE FROM public.call_reasons WHERE reason = '{reason}' AND call_id = ANY (kept);
    WITH added AS (
        INSERT INTO public.call_reasons (call_id, position, reason, severity, at_ms, detail)
        SELECT c.id, {position}, '{reason}', {severity}, min(p.at_ms), min(p.what)
        FROM public.promises AS p JOIN public.calls AS c ON c.id = p.call_id
            LEFT JOIN public.follow_ups AS u ON u.call_id = p.call_id AND u.promise = p.promise
        WHERE p.due_time <= now() AND p.due_time >= now() - interval '{days} days'
            AND u.done_at IS NULL AND c.source = 'live'
            AND (c.owner = my_login OR c.team = ANY (led))
            AND (only_call IS NULL OR c.id = only_call)
        GROUP BY c.id
        ON CONFLICT DO NOTHING RETURNING call_id)
    SELECT array_agg(call_id) INTO broken FROM added;
    UPDATE public.calls AS c SET severity = coalesce((
        SELECT max(r.severity) FROM public.call_reasons AS r WHERE r.call_id = c.id), 0)
    WHERE c.id = ANY (coalesce(kept, '{{}}') || coalesce(broken, '{{}}'));
    RETURN kept IS NOT NULL OR broken IS NOT NULL;
END $$
"""


def flag_overdue() -> str:
    """`overdue.flag_overdue` as a function: of the own calls and of led teams, or of one of them.

    It changes nothing but that flag, and tells no more than whether any changed.
    """
    return _FLAG_OVERDUE.format(
        fixed=QUICK_BY_CALLER,
        reason=REASON,
        position=POSITION,
        severity=int(Severity.SOON),
        days=REMEMBERED.days,
    )


def team_counts() -> str:
    """`read_counts` as a function: of the own calls and of led teams, for an administrator all."""
    counts = counts_query(
        at="public.",
        week="(width_bucket(f.started_ms, begun) - 1)",
        mine="(is_admin OR {of}.owner = my_login OR {of}.team = ANY (led))",
        since="since_ms",
        until="until_ms",
        now="to_timestamp(until_ms / 1000.0)",
    )
    return _TEAM_COUNTS.format(
        fixed=QUICK_BY_CALLER, most=_MOST_WEEKS, numbers=", ".join(NUMBERS), counts=counts
    )
