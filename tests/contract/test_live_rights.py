"""Who sees, writes and hears what of the live board the database decides: attempts at more."""

import contextlib
import json
from collections.abc import Iterator

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from assist.core.live import Need
from assist.store.database import open_postgres
from assist.store.live import set_live
from assist.store.team import set_shares
from tests.contract.conftest import new_team
from tests.helpers.live import SECRET, WORDS, board_of, key_of, post_of, report
from tests.helpers.teamdatabase import Team, ask, is_refused

pytestmark = pytest.mark.postgres

SARAH, RITA = key_of("sarah"), key_of("rita")
LINE = "offer her the refund"


@pytest.fixture(scope="module")
def live(postgres_url: URL, team_template: str) -> Iterator[Team]:
    """Sarah's call (blue) is watched by Lea, Rita's (red) by Rob; each was sent a line."""
    with new_team(postgres_url, team_template, "live_rights") as team:
        engine = open_postgres(team.url)
        set_live(engine, is_on=True)
        with contextlib.ExitStack() as stack:
            for login, lead in (("sarah", "lea"), ("rita", "rob")):
                post = stack.enter_context(post_of(team, login))
                board = stack.enter_context(board_of(team, lead))
                post.put(report(login, Need.HELP))
                board.look(key_of(login))
                post.put(report(login, Need.HELP, words=WORDS))
                board.send(key_of(login), f"{LINE} {login}")
            # So long that no test meets its end.
            with engine.begin() as connection:
                for table in ("live_calls", "live_watchers"):
                    late = f"UPDATE {table} SET expires_at = now() + interval '1 hour'"
                    connection.execute(text(late))
            engine.dispose()
            yield team


ALL = ("live_calls", "live_words", "live_watchers", "live_lines")


@pytest.mark.parametrize("table", ALL)
@pytest.mark.parametrize(
    ("login", "seen"),
    [
        ("sarah", {"sarah"}),
        ("sam", set()),
        ("rita", {"rita"}),
        ("lea", {"sarah"}),
        ("rob", {"rita"}),
    ],
)
def test_agents_see_their_own_and_leads_their_teams(
    live: Team, login: str, seen: set[str], table: str
) -> None:
    assert {row[0] for row in ask(live, login, f"SELECT owner FROM {table}")} == seen


@pytest.mark.parametrize("table", ALL)
def test_an_administrator_sees_no_call(live: Team, table: str) -> None:
    assert is_refused(live, "ada", f"SELECT * FROM {table}")


def test_nobody_reads_the_names_of_the_channels(live: Team) -> None:
    for login in ("sarah", "lea", "ada"):
        assert is_refused(live, login, "SELECT * FROM live_channels")
        assert is_refused(live, login, "SELECT live_channel('red')")
    ((agents,),) = ask(live, "sarah", "SELECT my_live_channels()")
    ((leas,),) = ask(live, "lea", "SELECT my_live_channels()")
    ((robs,),) = ask(live, "rob", "SELECT my_live_channels()")
    assert agents == []
    assert (len(leas), len(robs)) == (1, 1)
    assert leas != robs
    assert "blue" not in leas[0]


def test_what_is_told_says_nothing(live: Team) -> None:
    """Whoever did listen to another team's channel would learn that something changed."""
    ((channels,),) = ask(live, "rob", "SELECT my_live_channels()")
    spy = live.engine("sarah")
    with spy.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        connection.exec_driver_sql(f'LISTEN "{channels[0]}"')
        with post_of(live, "rita") as post:
            post.put(report("rita", Need.HELP, Need.MANAGER))
        with board_of(live, "rob") as board:
            board.send(RITA, "hold on")
        notes = list(driver.notifies(timeout=30, stop_after=1))
    spy.dispose()
    assert notes
    assert {note.payload for note in notes} == {""}


def test_words_are_for_the_lead_who_watches_alone(live: Team) -> None:
    admin = open_postgres(live.url)
    with admin.begin() as connection:
        connection.execute(text("CREATE ROLE lars LOGIN IN ROLE assist_lead"))
        connection.execute(text("INSERT INTO people VALUES ('lars', 'Lars', 'blue')"))
        connection.execute(text("INSERT INTO leads VALUES ('lars', 'blue')"))
    try:
        assert SECRET in str(ask(live, "lea", "SELECT words FROM live_words"))
        assert len(ask(live, "lars", "SELECT * FROM live_calls")) == 1
        assert ask(live, "lars", "SELECT * FROM live_words") == []
        assert ask(live, "sarah", "SELECT * FROM looks WHERE who = 'lars'") == []
        ask(live, "lars", f"SELECT watch_live('sarah', '{SARAH.call}')")
        assert len(ask(live, "lars", "SELECT * FROM live_words")) == 1
        seen = ask(live, "sarah", "SELECT what, call_id FROM looks WHERE who = 'lars'")
        assert seen == [("watch", SARAH.call)]
    finally:
        with admin.begin() as connection:
            connection.execute(text("DELETE FROM people WHERE login = 'lars'"))
            connection.execute(text("DROP ROLE lars"))
        admin.dispose()


@pytest.mark.parametrize("login", ["sarah", "lea", "ada"])
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE live_calls SET team = 'red'",
        "UPDATE live_calls SET expires_at = 'infinity'",
        "DELETE FROM live_calls",
        "INSERT INTO live_calls SELECT * FROM live_calls",
        "INSERT INTO live_words VALUES ('sarah', 'x', '{}')",
        "UPDATE live_words SET words = '{}'",
        "INSERT INTO live_watchers SELECT * FROM live_watchers",
        "UPDATE live_watchers SET name = 'Nobody'",
        "DELETE FROM live_watchers",
        "INSERT INTO live_lines (owner, call_id, team, sender, name, text) "
        "VALUES ('sarah', 'x', 'blue', 'rob', 'Rob', 'hello')",
        "UPDATE live_lines SET text = 'something else'",
        "DELETE FROM live_lines",
        "TRUNCATE live_lines",
        "INSERT INTO live_channels VALUES ('green', 'live_mine')",
        "UPDATE live_channels SET channel = 'live_mine'",
        "DROP TRIGGER tell_leads_0 ON live_calls",
        "ALTER TABLE live_calls DISABLE ROW LEVEL SECURITY",
        "DROP POLICY sees ON live_calls",
        "SELECT tell_leads()",
        "LOCK TABLE live_calls",
    ],
)
def test_nobody_writes_past_the_functions(live: Team, login: str, statement: str) -> None:
    engine = live.engine(login)
    with engine.connect() as connection:
        cursor = connection.connection.cursor()
        with pytest.raises(
            (psycopg.errors.InsufficientPrivilege, psycopg.errors.FeatureNotSupported)
        ):
            cursor.execute(statement)
    engine.dispose()


@pytest.mark.parametrize("login", ["sarah", "sam", "lea"])
def test_only_an_administrator_turns_the_board_on_or_off(live: Team, login: str) -> None:
    assert is_refused(live, login, "UPDATE team_settings SET value = 'off' WHERE name = 'live'")
    assert is_refused(live, login, "INSERT INTO team_settings VALUES ('live2', 'on')")


@pytest.mark.parametrize(
    "statement",
    [
        f"SELECT watch_live('sarah', '{SARAH.call}')",
        f"SELECT watch_live('rita', '{RITA.call}')",
        f"SELECT send_line('sarah', '{SARAH.call}', 'hello')",
        f"SELECT send_line('rita', '{RITA.call}', 'hello')",
        f"SELECT may_watch('rita', '{RITA.call}')",
        f"SELECT is_watching('rita', '{RITA.call}')",
    ],
)
def test_an_agent_neither_watches_nor_writes(live: Team, statement: str) -> None:
    before = ask(live, "rob", "SELECT count(*) FROM live_lines")
    for login in ("sarah", "sam"):
        assert ask(live, login, statement) == [(False,)]
    assert ask(live, "rob", "SELECT count(*) FROM live_lines") == before
    assert ask(live, "rita", "SELECT * FROM looks WHERE who IN ('sarah', 'sam')") == []


@pytest.mark.parametrize("owner", ["rita", "nobody", "", "rita' OR true --"])
def test_a_lead_reaches_no_call_of_another_team(live: Team, owner: str) -> None:
    for asked in (
        "SELECT watch_live(:owner, :call)",
        "SELECT send_line(:owner, :call, 'hello')",
        "SELECT is_watching(:owner, :call)",
    ):
        assert ask(live, "lea", asked, owner=owner, call=RITA.call) == [(False,)]
    assert ask(live, "rita", "SELECT * FROM looks WHERE who = 'lea'") == []


def test_an_agent_puts_up_no_call_but_the_own(live: Team) -> None:
    document = json.dumps(
        {
            "call": RITA.call,
            "owner": "rita",
            "team": "red",
            "agent": "Rita",
            "needs": ["help"],
            "state": {},
        }
    )
    with board_of(live, "rob") as board:
        before = board.look(RITA)
    ask(live, "sam", "SELECT put_live(CAST(:doc AS jsonb))", doc=document)
    ask(live, "sam", f"SELECT drop_live('{RITA.call}')")
    with board_of(live, "rob") as board:
        after = board.look(RITA)
    assert after.calls == before.calls
    assert ask(live, "sam", "SELECT owner, team FROM live_calls") == []


def test_an_agent_takes_no_line_of_somebody_else(live: Team) -> None:
    document = json.dumps({"call": RITA.call, "needs": ["help"], "state": {}})
    ((answer,),) = ask(live, "sam", "SELECT put_live(CAST(:doc AS jsonb))", doc=document)
    assert (answer["lines"], answer["watchers"]) == ([], [])
    ask(live, "sam", f"SELECT drop_live('{RITA.call}')")
    lines = ask(live, "rita", "SELECT text FROM live_lines WHERE sender = 'rob' ORDER BY number")
    assert lines[0] == (f"{LINE} rita",)


@pytest.mark.parametrize(
    "document",
    [
        {"call": "../../etc", "needs": ["help"], "state": {}},
        {"call": "", "needs": ["help"], "state": {}},
        {"call": "x" * 65, "needs": ["help"], "state": {}},
        {"call": "x", "needs": [], "state": {}},
        {"call": "x", "needs": ["attention"], "state": {}},
        {"call": "x", "needs": ["help"] * 4, "state": {}},
        {"call": "x", "needs": ["help"], "state": []},
        {"call": "x", "needs": ["help"]},
        {"call": "x", "needs": ["help"], "state": {"prompts": "y" * 70_000}},
        {"call": "x", "needs": "help", "state": {}},
        {"call": "x", "needs": ["help"], "state": {}, "seen": "' OR true"},
    ],
)
def test_what_is_no_call_is_refused(live: Team, document: dict[str, object]) -> None:
    with pytest.raises(DBAPIError):
        ask(live, "sam", "SELECT put_live(CAST(:doc AS jsonb))", doc=json.dumps(document))
    assert ask(live, "sam", "SELECT * FROM live_calls") == []


@pytest.mark.parametrize("line", ["", " ", "\t\n", "x" * 141])
def test_what_is_no_line_is_refused(live: Team, line: str) -> None:
    with pytest.raises(DBAPIError, match="not a line"):
        ask(live, "lea", f"SELECT send_line('sarah', '{SARAH.call}', :line)", line=line)


@pytest.mark.parametrize(
    "before",
    [
        "SET ROLE assist_lead",
        "SET ROLE assist_owner",
        "SET SESSION AUTHORIZATION lea",
        "SET row_security = off",
        "SET search_path = pg_temp, public",
        "CREATE TEMP TABLE live_calls (owner text)",
        "CREATE TEMP TABLE leads AS SELECT 'sam' AS login, 'blue' AS team",
        "CREATE FUNCTION pg_temp.my_role() RETURNS text LANGUAGE sql AS 'SELECT ''lead''::text'",
        "GRANT assist_lead TO sam",
    ],
)
def test_no_setting_and_no_role_opens_more(live: Team, before: str) -> None:
    engine = live.engine("sam")
    with engine.connect() as connection:
        for statement in (
            "SELECT owner FROM public.live_calls",
            "SELECT words FROM public.live_words",
            "SELECT text FROM public.live_lines",
            "SELECT public.my_live_channels()",
            f"SELECT public.watch_live('sarah', '{SARAH.call}')",
        ):
            for is_kept in (False, True):
                with contextlib.suppress(DBAPIError):
                    connection.execute(text(before))
                    if is_kept:
                        connection.commit()
                with contextlib.suppress(DBAPIError):
                    rows = str(connection.execute(text(statement)).all())
                    for word in ("sarah", "rita", SECRET, LINE, "live_", "True"):
                        assert word not in rows
                connection.rollback()
    engine.dispose()


def test_a_board_turned_off_shows_leads_nothing_at_once(live: Team) -> None:
    engine = open_postgres(live.url)
    try:
        set_live(engine, is_on=False)
        for table in ("live_calls", "live_words", "live_watchers"):
            assert ask(live, "lea", f"SELECT * FROM {table}") == []
        assert ask(live, "lea", f"SELECT send_line('sarah', '{SARAH.call}', 'x')") == [(False,)]
        assert ask(live, "lea", f"SELECT watch_live('sarah', '{SARAH.call}')") == [(False,)]
    finally:
        set_live(engine, is_on=True)
        engine.dispose()


def test_a_limit_without_words_hides_those_sent_before(live: Team) -> None:
    engine = open_postgres(live.url)
    try:
        set_shares(engine, "totals")
        with board_of(live, "lea") as board:
            watched = board.look(SARAH).watched
        assert watched is not None
        assert (watched.words, watched.takes_words) == (None, False)
        assert ask(live, "lea", "SELECT * FROM live_words") == []
    finally:
        set_shares(engine, "transcripts")
        engine.dispose()


def test_every_table_is_under_forced_row_level_security(live: Team) -> None:
    engine = open_postgres(live.url)
    with engine.connect() as connection:
        names = (
            "SELECT relname FROM pg_class WHERE relname LIKE 'live~_%' ESCAPE '~' AND relkind = 'r'"
        )
        found = set(connection.scalars(text(names)))
        unsafe = set(
            connection.scalars(text(f"{names} AND NOT (relrowsecurity AND relforcerowsecurity)"))
        )
    engine.dispose()
    assert found == {*ALL, "live_channels"}
    assert unsafe == set()
