"""The words behind causes in a team's database: a lead reads those of led teams, and it is logged.

The same as `test_team_rights` does for calls, tried on the function that quotes them.
"""

import contextlib
import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from assist import cli
from assist.core.team import CausesShown
from assist.review import team_desk
from assist.store.calls import SqlCallStore
from assist.store.database import open_postgres
from assist.store.sync import DatabaseSync
from assist.store.team import init_team, looks
from tests.contract.conftest import new_team
from tests.helpers.finished_calls import write_journal
from tests.helpers.reviewing import NOW
from tests.helpers.teamcalls import caused
from tests.helpers.teamdatabase import FixedKey, Team, ask, is_refused, log_in

pytestmark = pytest.mark.postgres

CALLS = (
    ("sarah", "20261121T100000-s1", 1.0, "delivery", "it never arrived", False),
    ("sarah", "20261120T100000-s2", 2.0, "delivery", "it never arrived", False),
    ("sarah", "20261119T100000-s3", 3.0, "delivery,billing", "charged for nothing", True),
    ("sarah", "20261110T100000-s4", 12.0, "billing", "charged me twice", False),
    ("sam", "20261121T110000-m1", 1.2, "delivery", "Still waiting for it", False),
    ("sam", "20261118T110000-m2", 4.0, "refund", "no money back", False),
    ("rita", "20261121T120000-r1", 1.1, "delivery", "rita parcel words", True),
)
BLUE = {call for who, call, *_ in CALLS if who != "rita"}
RECENT = BLUE - {"20261110T100000-s4"}
ASKED = {"since": (NOW - timedelta(days=7)).isoformat(), "until": NOW.isoformat()}
QUERY = "SELECT public.cause_words(CAST(:asked AS jsonb))"


def keep(store: SqlCallStore, home: Path, *logins: str) -> None:
    for who, call, days, driver, words, at_risk in CALLS:
        if who in logins:
            events = caused(call, days, driver, words, agent=who.title(), at_risk=at_risk)
            store.save_call(write_journal(home / "calls" / call, events))


@pytest.fixture(scope="module")
def filled(
    postgres_url: URL, team_template: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Team]:
    """Calls of two teams with their causes, sent by the agents' own computers."""
    home = tmp_path_factory.mktemp("causes")
    with new_team(postgres_url, team_template, "cause_words") as team:
        for login in ("sarah", "sam", "rita"):
            (home / login).mkdir()
            engine = team.engine(login)
            with SqlCallStore(home / login / "calls.db", FixedKey()) as store:
                keep(store, home / login, login)
                sync = DatabaseSync(
                    store.engine, engine, local_name="x", shares="transcripts", now=lambda: NOW
                )
                assert sync.run().sent
            engine.dispose()
        yield team


@pytest.fixture(autouse=True)
def no_looks(filled: Team) -> None:
    """Each test begins with an empty log."""
    engine = open_postgres(filled.url)
    with engine.begin() as connection:
        connection.execute(text("TRUNCATE looks"))
    engine.dispose()


def shown(team: Team, login: str, tmp_path: Path, days: int = 7) -> CausesShown:
    """The Causes tab of somebody."""
    engine, folder = team.engine(login), tmp_path / "none"
    with SqlCallStore.on_engine(engine, name="The team database", calls_folder=folder) as store:
        return team_desk.causes_shown(store, NOW, days)


def asked_of(
    team: Team, login: str, changes: Mapping[str, object] = MappingProxyType({})
) -> dict[str, Any]:
    """What the function gives somebody with a database client who asks once."""
    ((answer,),) = ask(team, login, QUERY, asked=json.dumps(ASKED | dict(changes)))
    found: dict[str, Any] = answer
    return found


def logged(team: Team, login: str) -> set[tuple[str, str, str]]:
    engine = team.engine(login)
    try:
        return {(look.who, look.call_id, look.what) for look in looks(engine)}
    finally:
        engine.dispose()


def test_a_lead_reads_the_words_of_calls_that_nobody_opened(filled: Team, tmp_path: Path) -> None:
    """The same as one database of the same calls shows on one computer."""
    assert ask(filled, "lea", "SELECT * FROM detections") == []
    there = shown(filled, "lea", tmp_path)
    with SqlCallStore(tmp_path / "calls.db", FixedKey()) as store:
        keep(store, tmp_path, "sarah", "sam")
        here = team_desk.causes_shown(store, NOW, 7)
    assert there == here
    by_driver = {each.cause.driver: each for each in there.causes}
    assert by_driver["delivery"].phrases[0] == "it never arrived"
    assert [each.words for each in by_driver["delivery"].examples].count("it never arrived") == 2
    assert by_driver["refund"].phrases == ("no money back",)
    assert shown(filled, "rob", tmp_path).causes[0].phrases == ("rita parcel words",)


def test_each_call_that_was_quoted_is_in_the_log_that_its_agent_reads(
    filled: Team, tmp_path: Path
) -> None:
    found = shown(filled, "lea", tmp_path)
    assert set(found.quoted) == RECENT
    mine = {call for who, call, *_ in CALLS if who == "sarah"} & RECENT
    assert logged(filled, "sarah") == {("Lea", call, "causes") for call in mine}
    assert {call for _, call, _ in logged(filled, "sam")} == RECENT - mine
    assert logged(filled, "rita") == set()
    shown(filled, "lea", tmp_path)  # within the hour it is one look
    ((rows,),) = ask(filled, "lea", "SELECT count(*) FROM looks")
    assert rows == len(RECENT)


def test_no_word_comes_before_its_look_is_in_the_log_for_good(filled: Team) -> None:
    """Neither at once nor in a transaction, or in parts of one, that is taken back."""
    engine = filled.engine("lea")
    asked = {"asked": json.dumps(ASKED)}
    with engine.connect() as connection:
        for _ in range(3):
            with connection.begin_nested():
                first = connection.execute(text(QUERY), asked).scalar_one()
            assert first["quotes"] == []
        connection.rollback()
        again = connection.execute(text(QUERY), asked).scalar_one()
        assert (again["quotes"], again["logged"]) == ([], len(RECENT))
        connection.commit()
        read = connection.execute(text(QUERY), asked).scalar_one()
        assert read["logged"] == 0
        assert {each["call_id"] for each in read["quotes"]} == RECENT
        connection.rollback()
    engine.dispose()
    assert {call for _, call, _ in logged(filled, "sam")} <= RECENT


def test_the_command_reads_the_teams_causes_and_local_this_computers(
    filled: Team, assist_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def no_desktop(speed: float | None) -> int:
        raise AssertionError("no window was asked for")

    log_in(filled, "lea", assist_home)
    # By the computer's clock, which goes on while the calls stay where they are.
    days = str(8 + max(0, (datetime.now(UTC) - NOW).days))
    assert cli.main(["calls", "causes", "--days", days, "--json"], open_desktop=no_desktop) == 0
    found = json.loads(capsys.readouterr().out)
    words = {phrase for cause in found["causes"] for phrase in cause["words"]}
    assert {"it never arrived", "no money back"} <= words
    assert "rita parcel words" not in words
    local = ["calls", "causes", "--days", days, "--json", "--local"]
    assert cli.main(local, open_desktop=no_desktop) == 0
    assert json.loads(capsys.readouterr().out)["causes"] == []
    assert {who for who, _, what in logged(filled, "sam") if what == "causes"} == {"Lea"}


def test_a_look_at_causes_opens_no_call(filled: Team, tmp_path: Path) -> None:
    shown(filled, "lea", tmp_path)
    for table in ("utterances", "detections", "feelings", "cues"):
        assert ask(filled, "lea", f"SELECT * FROM {table}") == []


def test_agents_read_their_own_words_without_a_look(filled: Team, tmp_path: Path) -> None:
    found = shown(filled, "sam", tmp_path)
    assert set(found.quoted) == {"20261121T110000-m1", "20261118T110000-m2"}
    assert logged(filled, "sam") == set()


def test_one_agents_causes_are_that_agents_calls(filled: Team, tmp_path: Path) -> None:
    engine, folder = filled.engine("lea"), tmp_path / "none"
    with SqlCallStore.on_engine(engine, name="The team database", calls_folder=folder) as store:
        found = team_desk.causes_shown(store, NOW, 7, asked="sam")
        nobody = team_desk.causes_shown(store, NOW, 7, asked="Rita")
    assert (found.calls, set(found.quoted)) == (2, {"20261121T110000-m1", "20261118T110000-m2"})
    assert (nobody.calls, nobody.causes) == (0, ())
    assert logged(filled, "sarah") == set()


def test_of_many_calls_a_handful_is_quoted(filled: Team, team: Team, tmp_path: Path) -> None:
    """However long the time that is asked for: a page of words is no copy of the database."""
    engine = team.engine("sarah")
    with SqlCallStore(tmp_path / "calls.db", FixedKey()) as store:
        for number in range(25):
            call = f"20261120T1000{number:02}-x"
            events = caused(call, 2 + number / 100, "delivery", f"words of {number} " + "x" * 300)
            store.save_call(write_journal(tmp_path / "calls" / call, events))
        sync = DatabaseSync(
            store.engine, engine, local_name="x", shares="transcripts", now=lambda: NOW
        )
        assert sync.run().sent == 25
        here = team_desk.causes_shown(store, NOW, 7)
    engine.dispose()
    there = shown(team, "lea", tmp_path)
    assert there == here
    (delivery,) = there.causes
    assert (delivery.cause.calls, len(delivery.phrases), len(delivery.examples)) == (25, 8, 12)
    assert max(len(each.words) for each in delivery.examples) == 200
    assert len(logged(team, "sarah")) <= 20


@pytest.mark.parametrize("login", ["ada", "sarah", "lea"])
@pytest.mark.parametrize(
    "statement",
    [
        "CREATE OR REPLACE FUNCTION public.cause_words(asked jsonb) RETURNS jsonb LANGUAGE sql "
        "AS 'SELECT NULL::jsonb'",
        "ALTER FUNCTION public.cause_words(jsonb) SECURITY INVOKER",
        "ALTER FUNCTION public.cause_words(jsonb) RESET search_path",
        "DROP FUNCTION public.cause_words(jsonb)",
        "UPDATE looks SET xact = '1'",
        "INSERT INTO looks (who, name, call_id, owner, what, xact) VALUES "
        "('lea', 'Lea', '20261121T100000-s1', 'sarah', 'causes', '1')",
    ],
)
def test_nobody_changes_the_function_or_its_log(filled: Team, login: str, statement: str) -> None:
    assert is_refused(filled, login, statement)


def test_an_administrator_reads_no_word(filled: Team) -> None:
    assert is_refused(filled, "ada", f"SELECT public.cause_words('{json.dumps(ASKED)}')")


@pytest.mark.parametrize(
    "before",
    [
        "SET ROLE assist_lead",
        "SET ROLE assist_owner",
        "SET SESSION AUTHORIZATION lea",
        "SET row_security = off",
        "SET search_path = pg_temp, public",
        "CREATE TEMP TABLE people AS SELECT 'sam' AS login, 'Lea' AS name, 'blue' AS team",
        "CREATE TEMP TABLE leads AS SELECT 'sam' AS login, 'red' AS team",
        "CREATE TEMP TABLE looks AS SELECT 'sam' AS who",
        "CREATE FUNCTION pg_temp.my_teams() RETURNS text[] LANGUAGE sql AS "
        "'SELECT ARRAY[''red'', ''blue'']'",
        "CREATE FUNCTION pg_temp.my_role() RETURNS text LANGUAGE sql AS 'SELECT ''lead''::text'",
        "CREATE FUNCTION pg_temp.lower(text) RETURNS text LANGUAGE sql AS 'SELECT ''x''::text'",
    ],
)
def test_no_setting_and_no_name_of_ones_own_reads_more(filled: Team, before: str) -> None:
    engine = filled.engine("sam")
    own = {"20261121T110000-m1", "20261118T110000-m2"}
    for commits in (False, True):
        with engine.connect() as connection:
            with contextlib.suppress(DBAPIError):
                connection.execute(text(before))
                if commits:
                    connection.commit()
            for _ in range(2):
                with contextlib.suppress(DBAPIError):
                    found = connection.execute(text(QUERY), {"asked": json.dumps(ASKED)})
                    assert {each["call_id"] for each in found.scalar_one()["quotes"]} <= own
                connection.rollback()
    engine.dispose()


@pytest.mark.parametrize(
    "changes",
    [
        {"since": "x'); DROP TABLE calls; --"},
        {"since": None},
        {"until": None},
        {"until": [1]},
        {"agents": ["Sam', (SELECT text FROM public.utterances LIMIT 1), '"]},
        {"agents": ["' OR true --"]},
        {"agents": "Rita"},
        {"owner": "rita", "team": "red", "role": "lead"},
        {"logged": 0, "xact": "0", "limit": 10**9},
    ],
)
def test_what_is_asked_for_is_data_and_never_a_right(
    filled: Team, changes: dict[str, object]
) -> None:
    errors: list[BaseException | None] = []
    found: list[dict[str, Any]] = []
    try:
        found = asked_of(filled, "sam", changes)["quotes"]
    except DBAPIError as error:
        errors.append(error.orig)
    assert not [each for each in errors if isinstance(each, psycopg.errors.SyntaxError)]
    assert {each["call_id"] for each in found} <= {"20261121T110000-m1", "20261118T110000-m2"}
    assert len(ask(filled, "sam", "SELECT id FROM calls")) == 2


def test_somebody_who_left_reads_nothing(filled: Team) -> None:
    asked_of(filled, "rob")
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


def test_a_lead_who_leads_no_more_reads_nothing_of_that_team(filled: Team) -> None:
    """Not even what was in the log already."""
    assert asked_of(filled, "lea")["logged"] == len(RECENT)
    admin = open_postgres(filled.url)
    with admin.begin() as connection:
        connection.execute(text("DELETE FROM leads WHERE login = 'lea'"))
    try:
        assert asked_of(filled, "lea") == {"quotes": [], "logged": 0}
    finally:
        with admin.begin() as connection:
            connection.execute(text("INSERT INTO leads VALUES ('lea', 'blue')"))
        admin.dispose()


@pytest.mark.parametrize(
    "evidence",
    [
        '{"text": "it never arrived", "start": "soon"}',
        '{"text": "it never arrived", "start": 1e300}',
        '{"text": {"a": 1}, "start": null}',
        '"it never arrived"',
        "[1]",
        "null",
    ],
)
def test_what_one_workstation_sends_keeps_nobody_from_the_rest(
    filled: Team, tmp_path: Path, evidence: str
) -> None:
    """Evidence that no app would write, in one of the calls."""
    admin = open_postgres(filled.url)
    where = "WHERE call_id = '20261118T110000-m2' AND label = 'driver'"
    with admin.begin() as connection:
        old = connection.execute(text(f"SELECT evidence::text FROM detections {where}")).scalar()
        change = text(f"UPDATE detections SET evidence = CAST(:new AS json) {where}")
        assert connection.execute(change, {"new": evidence}).rowcount == 1
    try:
        found = shown(filled, "lea", tmp_path)
        delivery = next(each for each in found.causes if each.cause.driver == "delivery")
        assert delivery.phrases[0] == "it never arrived"
    finally:
        with admin.begin() as connection:
            connection.execute(change, {"new": old})
        admin.dispose()


def test_a_database_of_before_shows_what_may_be_read_until_it_is_brought_up_to_date(
    team: Team, tmp_path: Path
) -> None:
    home = tmp_path / "sam"
    home.mkdir()
    engine = team.engine("sam")
    with SqlCallStore(home / "calls.db", FixedKey()) as store:
        keep(store, home, "sam")
        sync = DatabaseSync(
            store.engine, engine, local_name="x", shares="transcripts", now=lambda: NOW
        )
        assert sync.run().sent == 2
    engine.dispose()
    admin = open_postgres(team.url)
    with admin.begin() as connection:
        connection.execute(text("DROP FUNCTION public.cause_words(jsonb)"))
    found = shown(team, "lea", tmp_path)
    assert {each.cause.calls for each in found.causes} == {1}
    assert found.quoted == ()
    init_team(admin)
    admin.dispose()
    assert len(shown(team, "lea", tmp_path).quoted) == 2
