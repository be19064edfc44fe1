"""Finding words in a team's database, with the caller's rights applied by the function itself.

Under row-level security PostgreSQL may not ask the text index first: `@@` is not leakproof. So the
search runs as the owner of the tables, and adds to what is looked for that the call is the caller's
own or of a team the caller leads: twice, as words of the index (to be quick) and of the call's row
(to be sure). Months are searched one after the other, the newest first, until the page is full; for
each the planner knows how common the words are, and so whether the index or the order is quicker.
"""

from assist.store.team_definer import QUICK

FIND_WORDS = """
CREATE OR REPLACE FUNCTION public.find_words(asked jsonb) RETURNS jsonb
LANGUAGE plpgsql VOLATILE
{fixed} AS $$
DECLARE
    teams text[] := public.my_teams();
    role text := public.my_role();
    page int := least(greatest((asked->>'limit')::int, 1), 500);
    -- Of nothing and thirty least() gives thirty.
    near int := CASE WHEN (asked->>'near')::int > 30 THEN 30 ELSE (asked->>'near')::int END;
    since timestamptz := (asked->>'since')::timestamptz;
    until timestamptz := (asked->>'until')::timestamptz;
    after_call text := asked->'after'->>0;
    word text;
    last_word tsquery;
    this_word tsquery;
    wanted tsquery := ''::tsquery;
    pair tsquery;
    mine tsquery;
    filters text := '';
    team text;
    part record;
    part_rows jsonb;
    found jsonb := '[]';
    logged int;
BEGIN
    IF role = '' THEN
        RAISE EXCEPTION 'not in a team' USING ERRCODE = 'insufficient_privilege';
    END IF;
    FOR word IN SELECT jsonb_array_elements_text(asked->'words') LOOP
        this_word := plainto_tsquery('public.spoken', word);
        CONTINUE WHEN this_word = ''::tsquery;
        IF near IS NULL OR last_word IS NULL THEN
            wanted := wanted && this_word;
        ELSE
            pair := ''::tsquery;
            FOR k IN 1..near LOOP
                pair := pair || tsquery_phrase(last_word, this_word, k)
                             || tsquery_phrase(this_word, last_word, k);
            END LOOP;
            wanted := wanted && pair;
        END IF;
        last_word := this_word;
    END LOOP;
    IF last_word IS NULL THEN
        RETURN found;
    END IF;

    -- Of many teams each would be a list to go through: the row is asked alone then.
    IF cardinality(teams) <= 6 THEN
        mine := quote_literal('=' || public.tag_of('owner', session_user::text))::tsquery;
        FOREACH team IN ARRAY teams LOOP
            mine := mine || quote_literal('=' || public.tag_of('team', team))::tsquery;
        END LOOP;
        wanted := wanted && mine;
    END IF;
    IF asked->>'side' <> '' THEN
        wanted := wanted && quote_literal('=side' || (asked->>'side'))::tsquery;
        filters := filters || format(' AND u.party = %L', asked->>'side');
    END IF;
    IF asked->>'agent' <> '' THEN
        wanted := wanted && quote_literal('=' || public.tag_of('agent', asked->>'agent'))::tsquery;
        filters := filters || format(' AND lower(c.agent) = lower(%L)', asked->>'agent');
    END IF;
    IF asked->>'outcome' <> '' THEN
        wanted := wanted
            && quote_literal('=outcome' || replace(asked->>'outcome', '_', ''))::tsquery;
        filters := filters || format(' AND c.outcome = %L', asked->>'outcome');
    END IF;
    IF asked->>'customer' <> '' THEN
        filters := filters || format(
            ' AND strpos(lower(c.customer_name || '' '' || c.customer_number), lower(%L)) > 0',
            asked->>'customer');
        FOR word IN SELECT jsonb_array_elements_text(asked->'customer_tags') LOOP
            wanted := wanted && (quote_literal('=' || word) || ':*')::tsquery;
        END LOOP;
    END IF;
    IF (asked->>'is_at_risk')::boolean THEN
        wanted := wanted && '''=riskyes'''::tsquery;
    END IF;
    IF asked->>'is_at_risk' IS NOT NULL THEN
        filters := filters || format(' AND c.at_risk = %L', (asked->>'is_at_risk')::boolean);
    END IF;
    IF since IS NOT NULL THEN
        filters := filters || format(' AND c.started_at >= %L', since);
    END IF;
    IF until IS NOT NULL THEN
        filters := filters || format(' AND c.started_at < %L', until);
    END IF;
    IF role = 'lead' THEN
        filters := filters || format(' AND (c.owner = %L OR c.team = ANY (%L::text[]))',
                                     session_user, teams);
    ELSE
        filters := filters || format(' AND c.owner = %L', session_user);
    END IF;

    FOR part IN
        SELECT substring(relname FROM 'utterances_(.*)') AS name
        FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
        WHERE inhparent = 'public.utterances'::regclass
        -- Ids that begin with no month come last.
        ORDER BY relname = 'utterances_other', relname DESC
    LOOP
        CONTINUE WHEN part.name <> 'other' AND (
            (since IS NOT NULL AND part.name < to_char(since - interval '1 day', 'YYYYMM'))
            OR (until IS NOT NULL AND part.name > to_char(until + interval '1 day', 'YYYYMM')));
        IF after_call IS NOT NULL THEN
            -- Not before the month of the last one shown.
            IF asked->'after'->>4 = 'other' THEN
                CONTINUE WHEN part.name <> 'other';
            ELSE
                CONTINUE WHEN part.name <> 'other' AND part.name > (asked->'after'->>4);
            END IF;
        END IF;
        EXECUTE format(
            'SELECT coalesce(jsonb_agg(hit), ''[]'') FROM ('
            'SELECT u.call_id, c.started_at, c.utc_offset_minutes, c.agent, c.customer_name, '
            'c.outcome, c.owner, u.party, u.number, u.start_ms, u.end_ms, u.text, %L AS part '
            'FROM public.utterances_%s AS u JOIN public.calls_%s AS c ON c.id = u.call_id '
            'WHERE u.search @@ %L::tsquery %s %s '
            'ORDER BY u.call_id DESC, u.start_ms DESC, u.party DESC, u.number DESC LIMIT %s'
            ') AS hit',
            part.name, part.name, part.name, wanted, filters,
            CASE WHEN after_call IS NOT NULL AND part.name = (asked->'after'->>4) THEN format(
                'AND u.call_id <= %L AND (u.call_id, u.start_ms, u.party, u.number)'
                ' < (%L, %L::bigint, %L, %L::int)',
                after_call, after_call, asked->'after'->>1, asked->'after'->>2, asked->'after'->>3)
            ELSE '' END,
            page - jsonb_array_length(found)) INTO part_rows;
        found := found || part_rows;
        EXIT WHEN jsonb_array_length(found) >= page;
    END LOOP;

    -- Reading the words of somebody else's call is a look at it; again within the hour is the same.
    INSERT INTO public.looks (who, name, call_id, owner, what)
    SELECT DISTINCT session_user::text, public.my_name(), hit->>'call_id', hit->>'owner', 'search'
    FROM jsonb_array_elements(found) AS hit WHERE hit->>'owner' <> session_user::text
    AND NOT EXISTS (
        SELECT FROM public.looks AS l WHERE l.call_id = hit->>'call_id'
        AND l.who = session_user::text AND l.what = 'search'
        AND l.at > clock_timestamp() - interval '1 hour');
    GET DIAGNOSTICS logged = ROW_COUNT;
    -- Words come out once their look is committed: this transaction could still be rolled back.
    SELECT coalesce(jsonb_agg(hit ORDER BY place), '[]') INTO found
    FROM jsonb_array_elements(found) WITH ORDINALITY AS each(hit, place)
    WHERE hit->>'owner' = session_user::text OR EXISTS (
        SELECT FROM public.looks AS l WHERE l.call_id = hit->>'call_id'
        AND l.who = session_user::text AND l.what = 'search'
        AND l.xact IS DISTINCT FROM pg_current_xact_id_if_assigned()
        AND l.at > clock_timestamp() - interval '1 hour');
    IF logged > 0 AND (asked->>'asks_again')::boolean THEN
        found := found || jsonb_build_array(jsonb_build_object('is_logged', true));
    END IF;
    RETURN found;
END $$
""".replace("{fixed}", QUICK)
