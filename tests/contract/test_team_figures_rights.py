"""Figures of a team's database: everybody counts what they may see, and no word comes out."""

import contextlib
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from assist.store.calls import SqlCallStore
from assist.store.database import explained, open_postgres
from assist.store.errors import UnfitCallError
from assist.store.sync import DatabaseSync
from assist.store.team_counts import NUMBERS, AgentWeek, added, read_counts
from tests.contract.conftest import new_team
from tests.helpers.finished_calls import write_call
from tests.helpers.teamdatabase import FixedKey, Team, ask, is_refused

pytestmark = pytest.mark.postgres

NOW = datetime(2026, 11, 23, tzinfo=UTC)
SINCE = NOW - timedelta(days=28)
LOGINS = ("sarah", "sam", "rita")
NUMBER = "555 0142"
ASKED = {"since": 0, "until": 4_000_000_000_000, "weeks": [0, 1_000_000_000_000]}
SECRETS = ("Customer of", NUMBER, "5550142", "refunds", "call you back", "router ordered")
"""What stands in every call, and in no figure."""


@pytest.fixture(scope="module")
def filled(
    postgres_url: URL, team_template: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Team]:
    """Two calls of each agent, by the same customer, sent by their own computers."""
    home = tmp_path_factory.mktemp("figures")
    with new_team(postgres_url, team_template, "team_figures") as team:
        for login in LOGINS:
            (home / login).mkdir()
            engine = team.engine(login)
            with SqlCallStore(home / login / "calls.db", FixedKey()) as store:
                for day in ("10", "20"):
                    facts = {
                        "started_at": f"2026-11-{day}T10:15:00+00:00",
                        "name": f"Customer of {login}",
                        "outcome": "resolved",
                    }
                    call = f"202611{day}T101500-{login}"
                    store.save_call(write_call(home / login, call, **facts))
                sync = DatabaseSync(
                    store.engine, engine, local_name="x", shares="transcripts", now=lambda: NOW
                )
                assert sync.run().sent == 2
            engine.dispose()
        yield team


def counted(team: Team, login: str) -> tuple[AgentWeek, ...]:
    engine = team.engine(login)
    try:
        return read_counts(engine, "The team database", since=SINCE, now=NOW)
    finally:
        engine.dispose()


def asked_of(there: Team, login: str, **changes: object) -> list[list[Any]]:
    """What the function itself gives somebody with a database client."""
    asked = json.dumps(ASKED | changes)
    query = "SELECT public.team_counts(CAST(:asked AS jsonb))"
    ((found,),) = ask(there, login, query, asked=asked)
    return list(found)


@pytest.mark.parametrize(
    ("login", "seen"),
    [
        ("sarah", {"Sarah"}),
        ("sam", {"Sam"}),
        ("rita", {"Rita"}),
        ("lea", {"Sarah", "Sam"}),
        ("rob", {"Rita"}),
        ("ada", {"Sarah", "Sam", "Rita"}),
    ],
)
def test_agents_count_their_own_calls_leads_their_teams_administrators_all(
    filled: Team, login: str, seen: set[str]
) -> None:
    found = counted(filled, login)
    assert {each.agent for each in found} == seen
    assert added(found)["calls"] == 2 * len(seen)


def test_the_figures_are_those_of_the_agents_own_computer(filled: Team, tmp_path: Path) -> None:
    """One statement counts in both; a lead need not have opened a call."""
    assert ask(filled, "lea", "SELECT * FROM detections") == []
    with SqlCallStore(tmp_path / "calls.db", FixedKey()) as store:
        for day in ("10", "20"):
            begun = f"2026-11-{day}T10:15:00+00:00"
            facts = {"started_at": begun, "outcome": "resolved"}
            store.save_call(write_call(tmp_path, f"202611{day}", **facts))
        here = read_counts(store.engine, store.name, since=SINCE, now=NOW)
    assert counted(filled, "rob") == tuple(replace(each, agent="Rita") for each in here)
    first = added(here[:1])
    assert (first["dead_end"], first["calls"]) == (1, 1)
    assert (first["heeded"], first["shown"]) == (1, 2)
    assert (first["settled"], first["known"]) == (1, 1)


def test_figures_are_numbers_and_nothing_else(filled: Team) -> None:
    for login in ("sarah", "lea", "ada"):
        rows = asked_of(filled, login)
        assert {len(row) for row in rows} == {2 + len(NUMBERS)}
        assert all(isinstance(number, int) for row in rows for number in row[1:])
        assert not [secret for secret in SECRETS if secret in json.dumps(rows)]


def test_looking_at_figures_is_no_look_at_a_call(filled: Team) -> None:
    counted(filled, "lea")
    assert ask(filled, "sarah", "SELECT * FROM looks") == []


@pytest.mark.parametrize("login", ["sarah", "lea", "ada"])
@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM call_facts",
        "SELECT count(*) FROM call_facts",
        "SELECT * FROM call_facts_202611",
        "SELECT * FROM call_facts_other",
        "COPY call_facts TO STDOUT",
        "EXPLAIN ANALYZE SELECT * FROM call_facts WHERE customer = '5550142'",
        "INSERT INTO call_facts SELECT * FROM call_facts",
        "UPDATE call_facts SET heeded = shown",
        "UPDATE call_facts SET owner = session_user",
        "DELETE FROM call_facts",
        "TRUNCATE call_facts",
        "ALTER TABLE call_facts DISABLE ROW LEVEL SECURITY",
        "CREATE VIEW all_facts AS SELECT * FROM public.call_facts",
        "CREATE OR REPLACE FUNCTION public.team_counts(asked jsonb) RETURNS jsonb LANGUAGE sql "
        "AS 'SELECT NULL::jsonb'",
        "ALTER FUNCTION public.team_counts(jsonb) SECURITY INVOKER",
        "DROP FUNCTION public.team_counts(jsonb)",
        "SELECT public.number_key('555 0142')",
    ],
)
def test_what_the_function_counts_from_is_closed(filled: Team, login: str, statement: str) -> None:
    assert is_refused(filled, login, statement)


@pytest.mark.parametrize(
    "before",
    [
        "SET ROLE assist_lead",
        "SET ROLE assist_admin",
        "SET ROLE assist_owner",
        "SET SESSION AUTHORIZATION lea",
        "SET row_security = off",
        "SET search_path = pg_temp, public",
        "SET plan_cache_mode = force_generic_plan",
        "CREATE TEMP TABLE call_facts AS SELECT 'x'::text AS call_id",
        "CREATE TEMP TABLE people AS SELECT 'sarah' AS login, 'Lea' AS name, 'blue' AS team",
        "CREATE TEMP TABLE leads AS SELECT 'sarah' AS login, 'red' AS team",
        "CREATE FUNCTION pg_temp.my_teams() RETURNS text[] LANGUAGE sql AS "
        "'SELECT ARRAY[''red'', ''blue'']'",
        "CREATE FUNCTION pg_temp.my_role() RETURNS text LANGUAGE sql AS 'SELECT ''lead''::text'",
        "CREATE FUNCTION pg_temp.lead(bigint) RETURNS bigint LANGUAGE sql AS 'SELECT 0::bigint'",
    ],
)
def test_no_setting_and_no_name_of_ones_own_counts_more(filled: Team, before: str) -> None:
    engine = filled.engine("sarah")
    query = text("SELECT public.team_counts(CAST(:asked AS jsonb))")
    for commits in (False, True):
        with engine.connect() as connection:
            with contextlib.suppress(DBAPIError):
                connection.execute(text(before))
                if commits:
                    connection.commit()
            if connection.in_transaction() and not commits:
                with contextlib.suppress(DBAPIError):
                    rows = connection.execute(query, {"asked": json.dumps(ASKED)}).scalar_one()
                    assert {row[0] for row in rows} <= {"Sarah"}
            connection.rollback()
            with contextlib.suppress(DBAPIError):
                rows = connection.execute(query, {"asked": json.dumps(ASKED)}).scalar_one()
                assert {row[0] for row in rows} <= {"Sarah"}
    engine.dispose()


@pytest.mark.parametrize(
    "changes",
    [
        {"since": "0); DROP TABLE calls; --"},
        {"weeks": ["0', (SELECT text FROM public.utterances LIMIT 1)"]},
        {"weeks": []},
        {"weeks": list(range(601))},
        {"weeks": None},
        {"since": -1},
        {"until": None, "since": None, "weeks": None},
    ],
)
def test_what_is_asked_for_is_numbers_or_refused(filled: Team, changes: dict[str, Any]) -> None:
    with pytest.raises(DBAPIError) as refused:
        asked_of(filled, "sarah", **changes)
    assert not isinstance(refused.value.orig, psycopg.errors.SyntaxError)
    assert len(ask(filled, "sarah", "SELECT id FROM calls")) == 2


@pytest.mark.parametrize(
    "changes", [{"agent": "Rita"}, {"owner": "rita"}, {"team": "red"}, {"is_admin": True}]
)
def test_nobody_says_themselves_who_they_are(filled: Team, changes: dict[str, Any]) -> None:
    assert {row[0] for row in asked_of(filled, "sarah", **changes)} == {"Sarah"}


def test_a_number_that_called_another_team_is_not_told_of(filled: Team) -> None:
    """Rita's second call, by the same number, is none of blue's: Lea's first ones count alone."""
    own = [added([each]) for each in counted(filled, "sarah")]
    in_blue = [(count["settled"], count["known"]) for count in own]
    # Ten days later the same number called again, which is too late to count.
    assert in_blue == [(1, 1), (0, 0)]


def test_what_a_sender_says_of_its_figures_is_not_heard(filled: Team) -> None:
    """Figures are counted from the rows that came."""
    before = counted(filled, "sam")
    document = {
        "call": {"id": "20261120T101500-sam"},
        "device": "x",
        "version": 10**9,
        "digest": "x",
        "call_facts": [{"call_id": "20261120T101500-sam", "heeded": 99, "agent": "Sarah"}],
    }
    put = "SELECT put_call(CAST(:doc AS jsonb))"
    assert ask(filled, "sam", put, doc=json.dumps(document)) == [("conflict",)]
    assert counted(filled, "sam") == before


def test_somebody_who_left_counts_nothing(filled: Team) -> None:
    admin = open_postgres(filled.url)
    with admin.begin() as connection:
        connection.execute(text("DELETE FROM people WHERE login = 'rob'"))
    try:
        with pytest.raises(DBAPIError, match="not in a team"):
            asked_of(filled, "rob")
    finally:
        with admin.begin() as connection:
            connection.execute(text("INSERT INTO people VALUES ('rob', 'Rob', 'red')"))
            connection.execute(text("INSERT INTO leads VALUES ('rob', 'red')"))
        admin.dispose()


def test_a_call_larger_than_any_is_refused_in_one_sentence(filled: Team) -> None:
    """A broken or hostile workstation fills no disk with one call."""
    document = {
        "call": {"id": "20261120T999999-sam"},
        "device": "x",
        "version": 1,
        "digest": "x",
        "comments": [{"text": "x" * (17 * 1024 * 1024)}],
    }
    put = "SELECT put_call(CAST(:doc AS jsonb))"
    refused = pytest.raises(UnfitCallError, match="takes no call as large as this one")
    with refused, explained("The team database"):
        ask(filled, "sam", put, doc=json.dumps(document))
    assert len(ask(filled, "sam", "SELECT id FROM calls")) == 2
