"""The words behind causes in a team's database, with the caller's rights applied by the function.

A lead reads what was found in a call only once the look is in the log. Causes are looked at over
thousands of calls, of which some hundred words are quoted: this function chooses them as the
tables' owner, from the caller's own calls and those of led teams, and logs a look at each call that
it quotes. It gives out the words only of calls whose look an earlier transaction has committed, so
that nobody reads first and takes the log back with a ROLLBACK: who asks, asks twice.
"""

from assist.store.facts import PLAYED
from assist.store.team_definer import QUICK_BY_CALLER

LABELS = ("driver", "repeat_contact")
"""`repeat_contact` is a driver, too, and found as a label of its own."""

PHRASES, EXAMPLES = 8, 12
"""How many phrases of a cause are quoted, and calls of it with their words."""

LONGEST = 200
"""Letters of a quote: the words a cause was found in, not what the customer said before."""

_MOST_CAUSES = 100
"""More than any playbook names: a workstation that makes up causes fills no page."""

_CAUSE_WORDS = """
CREATE OR REPLACE FUNCTION public.cause_words(asked jsonb) RETURNS jsonb
LANGUAGE plpgsql VOLATILE
{fixed} AS $$
DECLARE
    my_login text := session_user::text;
    led text[] := public.my_teams();
    since timestamptz := (asked->>'since')::timestamptz;
    until timestamptz := (asked->>'until')::timestamptz;
    agents text[];
    found jsonb;
    logged int;
BEGIN
    IF public.my_role() = '' THEN
        RAISE EXCEPTION 'not in a team' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF since IS NULL OR until IS NULL THEN
        RAISE EXCEPTION 'no days to look at' USING ERRCODE = 'data_exception';
    END IF;
    IF jsonb_typeof(asked->'agents') = 'array' THEN
        agents := ARRAY(SELECT jsonb_array_elements_text(asked->'agents'));
    END IF;

    WITH said AS MATERIALIZED (
        SELECT c.id AS call_id, c.at_risk, c.started_at, c.drivers::jsonb AS causes,
            d.at_ms, d.number,
            left(btrim(d.evidence->>'text'), {longest}) AS words,
            -- What a workstation sends as a number need not be one.
            CASE WHEN json_typeof(d.evidence->'start') = 'number'
                THEN least(greatest((d.evidence->>'start')::numeric, 0), 1e12)::bigint
                ELSE d.at_ms END AS at,
            CASE WHEN d.label = 'driver' THEN string_to_array(d.detail, ',')
                ELSE ARRAY[d.label::text] END AS named
        FROM public.calls AS c JOIN public.detections AS d ON d.call_id = c.id
        WHERE c.started_at >= since AND c.started_at < until AND c.source <> '{played}'
            AND (c.owner = my_login OR c.team = ANY (led))
            AND (agents IS NULL OR c.agent = ANY (agents))
            AND d.label IN ({labels}) AND d.party = 'customer' AND NOT d.is_withdrawn
    ), behind AS MATERIALIZED (
        SELECT driver, cardinality(said.named) AS others, said.*
        FROM said, unnest(said.named) AS driver
        WHERE said.words <> '' AND said.causes ? driver
    ), known AS (
        SELECT driver, min(others) AS fewest FROM behind GROUP BY driver
        ORDER BY count(DISTINCT call_id) DESC, driver LIMIT {most}
    ), firsts AS (
        SELECT DISTINCT ON (driver, call_id) * FROM behind
        ORDER BY driver, call_id, others, at_ms, number
    ), examples AS (
        SELECT *, row_number() OVER (PARTITION BY driver
            ORDER BY at_risk DESC, started_at DESC, call_id DESC) AS place
        FROM firsts
    ), phrases AS (
        SELECT driver, lower(words) AS words, count(DISTINCT call_id) AS calls,
            -- Quoted from one call: the latest in which it was said.
            (array_agg(call_id ORDER BY started_at DESC, call_id DESC, at_ms))[1] AS call_id,
            (array_agg(at ORDER BY started_at DESC, call_id DESC, at_ms))[1] AS at
        FROM behind JOIN known USING (driver)
        -- Words with several causes are quoted by the first; which one that is is not kept.
        WHERE others = 1 OR fewest > 1
        GROUP BY driver, lower(words)
    ), heard AS (
        SELECT *, row_number() OVER (PARTITION BY driver
            ORDER BY calls DESC, length(words), words COLLATE "C") AS place
        FROM phrases
    )
    SELECT coalesce(jsonb_agg(to_jsonb(quote) ORDER BY driver, kind, place), '[]') INTO found
    FROM (
        SELECT 'example' AS kind, driver, place, call_id, at, words
        FROM examples JOIN known USING (driver) WHERE place <= {examples}
        UNION ALL
        SELECT 'phrase', driver, place, call_id, at, words FROM heard WHERE place <= {phrases}
    ) AS quote;

    -- Reading the words of somebody else's call is a look at it; again within the hour is the same.
    INSERT INTO public.looks (who, name, call_id, owner, what)
    SELECT DISTINCT my_login, public.my_name(), c.id, c.owner, 'causes'
    FROM jsonb_array_elements(found) AS quote JOIN public.calls AS c ON c.id = quote->>'call_id'
    WHERE c.owner <> my_login AND NOT EXISTS (
        SELECT FROM public.looks AS l WHERE l.call_id = c.id AND l.who = my_login
        AND l.what = 'causes' AND l.at > clock_timestamp() - interval '{lasts}');
    GET DIAGNOSTICS logged = ROW_COUNT;
    SELECT coalesce(jsonb_agg(quote ORDER BY place), '[]') INTO found
    FROM jsonb_array_elements(found) WITH ORDINALITY AS each(quote, place)
        JOIN public.calls AS c ON c.id = quote->>'call_id'
    WHERE c.owner = my_login OR EXISTS (
        SELECT FROM public.looks AS l WHERE l.call_id = c.id AND l.who = my_login
        AND l.what = 'causes' AND l.xact <> pg_current_xact_id()
        AND l.at > clock_timestamp() - interval '{lasts}');
    RETURN jsonb_build_object('quotes', found, 'logged', logged);
END $$
"""


def cause_words(lasts: str) -> str:
    """`read_cause_quotes` as a function; `lasts` is how long a look in the log is good for."""
    return _CAUSE_WORDS.format(
        examples=EXAMPLES,
        fixed=QUICK_BY_CALLER,
        labels=", ".join(f"'{label}'" for label in LABELS),
        lasts=lasts,
        longest=LONGEST,
        most=_MOST_CAUSES,
        phrases=PHRASES,
        played=PLAYED,
    )
