"""Who sees what in a team's database is decided there; these tests try to get around it."""

import contextlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import Engine, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from assist.core.review import ReviewFilter
from assist.core.search import WordSearch
from assist.store.calls import SqlCallStore
from assist.store.database import open_postgres
from assist.store.errors import StoreError
from assist.store.sync import DatabaseSync
from assist.store.team import Person, add_person, drop_person, init_team, looks, people
from tests.contract.conftest import Team, new_team
from tests.contract.test_sync import NOW, FixedKey
from tests.helpers.finished_calls import write_call

pytestmark = pytest.mark.postgres

CALLS = {
    "sarah": "20261120T101500-sarah",
    "sam": "20261121T101500-sam",
    "rita": "20261122T101500-rita",
}
SECRET = "refunds"
"""Said in every call."""


@pytest.fixture(scope="module")
def filled(
    postgres_url: URL, team_template: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Team]:
    """A call of each agent, sent by their own computers; tests leave nothing behind but looks."""
    with new_team(postgres_url, team_template, "team_rights") as team:
        _fill(team, tmp_path_factory.mktemp("agents"))
        yield team


@pytest.fixture(autouse=True)
def no_looks(filled: Team) -> None:
    """Each test begins with an empty log."""
    engine = open_postgres(filled.url)
    with engine.begin() as connection:
        connection.execute(text("TRUNCATE looks"))
        connection.execute(text("ALTER ROLE sarah RESET ALL"))
    engine.dispose()


def _fill(team: Team, tmp_path: Path) -> None:
    for login, call in CALLS.items():
        home = tmp_path / login
        home.mkdir()
        engine = team.engine(login)
        with SqlCallStore(home / "calls.db", FixedKey()) as store:
            store.save_call(write_call(home, call, name=f"Customer of {login}"))
            sync = DatabaseSync(
                store._engine, engine, local_name="x", shares="transcripts", now=lambda: NOW
            )
            assert sync.run().sent == 1
        engine.dispose()


def ask(team: Team, login: str, statement: str, **values: Any) -> list[Any]:
    """What a statement gives somebody, in a transaction of its own."""
    engine = team.engine(login)
    try:
        with engine.begin() as connection:
            result = connection.execute(text(statement), values)
            return [tuple(row) for row in result] if result.returns_rows else []
    finally:
        engine.dispose()


def is_refused(team: Team, login: str, statement: str) -> bool:
    """Whether the database does not even begin."""
    try:
        ask(team, login, statement)
    except DBAPIError as error:
        return isinstance(error.orig, psycopg.errors.InsufficientPrivilege)
    return False


@pytest.fixture
def as_lea(filled: Team, tmp_path: Path) -> Iterator[SqlCallStore]:
    engine = filled.engine("lea")
    folder = tmp_path / "none"
    with SqlCallStore.on_engine(engine, name="The team database", calls_folder=folder) as store:
        yield store


@pytest.mark.parametrize(
    ("login", "seen"),
    [
        ("sarah", {"sarah"}),
        ("sam", {"sam"}),
        ("rita", {"rita"}),
        ("lea", {"sarah", "sam"}),
        ("rob", {"rita"}),
    ],
)
def test_agents_see_their_own_calls_and_leads_their_teams(
    filled: Team, login: str, seen: set[str]
) -> None:
    assert {row[0] for row in ask(filled, login, "SELECT owner FROM calls")} == seen
    promised = ask(filled, login, "SELECT call_id FROM promises")
    assert {row[0] for row in promised} == {CALLS[each] for each in seen}


def test_an_administrator_runs_the_team_and_reads_no_call(filled: Team) -> None:
    assert is_refused(filled, "ada", "SELECT * FROM calls")
    assert is_refused(filled, "ada", "SELECT * FROM utterances")
    assert is_refused(filled, "ada", "SELECT public.look_at('x')")
    assert len(ask(filled, "ada", "SELECT * FROM people")) == 5


@pytest.mark.parametrize("table", ["utterances", "detections", "cues", "feelings", "flags"])
def test_an_agents_words_are_closed_to_every_other_agent(filled: Team, table: str) -> None:
    found = ask(filled, "sarah", f"SELECT DISTINCT call_id FROM {table}")
    assert found == [(CALLS["sarah"],)]
    assert ask(filled, "sarah", f"SELECT * FROM {table} WHERE call_id = '{CALLS['sam']}'") == []


def test_a_lead_reads_a_call_once_the_look_is_in_its_log(
    filled: Team, as_lea: SqlCallStore
) -> None:
    call = CALLS["sarah"]
    assert ask(filled, "lea", "SELECT * FROM utterances") == []
    assert [row.id for row in as_lea.desk.rows(ReviewFilter(), 10)] != []
    assert len(as_lea.get_call(call).utterances) == 4
    assert ask(filled, "lea", "SELECT DISTINCT call_id FROM utterances") == [(call,)]
    mine = filled.engine("sarah")
    assert [(look.who, look.call_id, look.what) for look in looks(mine)] == [("Lea", call, "open")]
    mine.dispose()
    assert ask(filled, "sam", "SELECT * FROM looks") == []


def test_reading_ones_own_call_is_no_look(filled: Team) -> None:
    ask(filled, "sarah", f"SELECT look_at('{CALLS['sarah']}')")
    assert ask(filled, "sarah", "SELECT * FROM looks") == []


def test_a_look_that_could_be_taken_back_opens_nothing(filled: Team) -> None:
    """Log, read and roll back would leave no line: what is read was logged before, for good."""
    call = CALLS["sarah"]
    look, read = f"SELECT look_at('{call}')", "SELECT DISTINCT call_id FROM utterances"
    engine = filled.engine("lea")
    with engine.connect() as connection:
        with connection.begin_nested():
            assert connection.execute(text(look)).scalar_one() is True
        assert connection.execute(text(read)).all() == []
        connection.rollback()
        connection.execute(text(look))
        connection.commit()
        assert connection.execute(text(read)).scalar_one() == call
    engine.dispose()


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO looks (who, name, call_id, owner, what) VALUES ('a', 'a', 'a', 'a', 'open')",
        "DELETE FROM looks",
        "UPDATE looks SET who = 'sam'",
        "TRUNCATE looks",
        "DROP TABLE looks",
    ],
)
@pytest.mark.parametrize("login", ["sarah", "lea", "ada"])
def test_nobody_changes_the_log(filled: Team, login: str, statement: str) -> None:
    engine = filled.engine(login)
    with pytest.raises(DBAPIError) as error, engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()
    assert isinstance(error.value.orig, psycopg.errors.InsufficientPrivilege)


def test_a_look_at_a_call_of_another_team_opens_nothing(filled: Team) -> None:
    call = CALLS["rita"]
    assert ask(filled, "lea", f"SELECT look_at('{call}')") == [(False,)]
    assert ask(filled, "lea", f"SELECT * FROM utterances WHERE call_id = '{call}'") == []
    assert ask(filled, "rita", "SELECT * FROM looks") == []


@pytest.mark.parametrize(
    "before",
    [
        "SET ROLE assist_lead",
        "SET ROLE assist_owner",
        "SET ROLE lea",
        "SET SESSION AUTHORIZATION lea",
        "SET row_security = off",
        "SET search_path = pg_temp, public",
        "SET assist.login = 'lea'",
        "SET role = 'lea'",
        "ALTER ROLE sarah SET row_security = off",
        "GRANT assist_lead TO sarah",
        "ALTER ROLE sarah BYPASSRLS",
        "ALTER ROLE sarah SUPERUSER",
        "ALTER TABLE calls DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE calls NO FORCE ROW LEVEL SECURITY",
        "DROP POLICY sees ON calls",
        "CREATE POLICY mine ON calls USING (true)",
        "UPDATE people SET team = 'red' WHERE login = 'sarah'",
        "INSERT INTO leads VALUES ('sarah', 'blue')",
        "CREATE TEMP TABLE calls (id text)",
        "CREATE TEMP TABLE people AS SELECT 'lea' AS login",
        "CREATE VIEW mine AS SELECT * FROM calls",
        "CREATE FUNCTION public.my_role() RETURNS text LANGUAGE sql AS 'SELECT ''lead''::text'",
        "CREATE FUNCTION pg_temp.my_role() RETURNS text LANGUAGE sql AS 'SELECT ''lead''::text'",
        "CREATE SCHEMA mine",
    ],
)
def test_no_setting_and_no_role_opens_more(filled: Team, before: str) -> None:
    engine = filled.engine("sarah")
    # One session, in which the trick may well succeed: what counts is what can be read then.
    with engine.connect() as connection:
        for statement in (
            "SELECT owner FROM public.calls WHERE owner <> 'sarah'",
            "SELECT text FROM public.utterances WHERE call_id NOT LIKE '%sarah'",
            "SELECT public.find_words(jsonb_build_object('words', ARRAY['refunds'], 'limit', 50))",
        ):
            with contextlib.suppress(DBAPIError):
                connection.execute(text(before))
            with contextlib.suppress(DBAPIError):
                rows = connection.execute(text(statement)).all()
                assert "sam" not in str(rows)
                assert "rita" not in str(rows)
            connection.rollback()
            with contextlib.suppress(DBAPIError):
                connection.execute(text(before))
                connection.commit()  # what holds beyond a transaction
            connection.rollback()
            with contextlib.suppress(DBAPIError):
                rows = connection.execute(text(statement)).all()
                assert "sam" not in str(rows)
                assert "rita" not in str(rows)
            connection.rollback()
    engine.dispose()


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM calls_202611",
        "SELECT * FROM utterances_202611",
        "SELECT * FROM utterances_other",
        "COPY calls_202611 TO STDOUT",
        "COPY (SELECT * FROM utterances_202611) TO STDOUT",
        "SELECT * FROM pg_statistic",
        "SELECT put_call('{}') FROM pg_authid",
        "SELECT make_month('202612')",
        "SELECT pg_read_file('/etc/passwd')",
        "COPY calls TO PROGRAM 'cat'",
        "COPY calls FROM STDIN",
        "INSERT INTO calls (id) VALUES ('x')",
        "UPDATE calls SET owner = 'sarah'",
        "DELETE FROM calls",
        "DELETE FROM utterances",
        "INSERT INTO comments SELECT * FROM comments",
        "DELETE FROM comments",
        "INSERT INTO reviews SELECT * FROM reviews",
        "UPDATE team_settings SET value = 'audio'",
        "TRUNCATE calls CASCADE",
        "LOCK TABLE calls",
        "SELECT lo_import('/etc/passwd')",
        "CREATE EXTENSION dblink",
    ],
)
def test_what_agents_have_no_business_with_is_refused(filled: Team, statement: str) -> None:
    engine = filled.engine("sarah")
    with engine.connect() as connection:
        cursor = connection.connection.cursor()
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            cursor.execute(statement)
    engine.dispose()


def test_copying_a_table_gives_ones_own_rows_only(filled: Team) -> None:
    engine = filled.engine("sarah")
    with engine.connect() as connection:
        cursor = connection.connection.cursor()
        with cursor.copy("COPY (SELECT * FROM calls) TO STDOUT") as copy:
            copied = b"".join(bytes(part) for part in copy).decode()
    engine.dispose()
    assert "sarah" in copied
    assert "Customer of sam" not in copied


@pytest.mark.parametrize(
    "condition",
    [
        f"text LIKE '%{SECRET}%'",
        f"search @@ plainto_tsquery('public.spoken', '{SECRET}')",
        f"call_id = '{CALLS['sam']}'",
        "1 / (CASE WHEN call_id LIKE '%sam' THEN 0 ELSE 1 END) = 1",
    ],
)
def test_the_planner_runs_no_condition_on_rows_of_others(filled: Team, condition: str) -> None:
    found = ask(filled, "sarah", f"SELECT DISTINCT call_id FROM utterances WHERE {condition}")
    assert found in ([], [(CALLS["sarah"],)])
    plan = ask(
        filled, "sarah", f"EXPLAIN (ANALYZE, VERBOSE) SELECT * FROM utterances WHERE {condition}"
    )
    assert "Customer of sam" not in str(plan)
    # The words are asked for among what passed the policy: the text index is out of reach.
    assert "ix_utterances_search" not in str(plan)
    assert "utterances_202611_search" not in str(plan)


def test_statistics_of_the_columns_are_hidden(filled: Team) -> None:
    owner = open_postgres(filled.url)
    with owner.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))
    owner.dispose()
    for login in ("sarah", "lea"):
        names = "('calls', 'calls_202611', 'utterances', 'utterances_202611')"
        assert ask(filled, login, f"SELECT * FROM pg_stats WHERE tablename IN {names}") == []


def test_a_search_finds_only_what_the_caller_may_read_and_is_in_the_log(filled: Team) -> None:
    def found(login: str) -> set[str]:
        asked = json.dumps({"words": [SECRET], "limit": 50})
        ((hits,),) = ask(filled, login, "SELECT find_words(CAST(:asked AS jsonb))", asked=asked)
        return {hit["owner"] for hit in hits}

    assert found("sarah") == {"sarah"}
    assert (found("rob"), found("rob")) == (set(), {"rita"})
    assert ask(filled, "sarah", "SELECT * FROM looks") == []
    assert found("lea") == set(), "no word before its look is in the log for good"
    assert found("lea") == {"sarah", "sam"}
    seen = ask(filled, "sarah", "SELECT who, call_id, what FROM looks")
    assert seen == [("lea", CALLS["sarah"], "search")]


def test_a_search_that_is_taken_back_tells_no_word(filled: Team) -> None:
    asked = json.dumps({"words": [SECRET], "limit": 50})
    query = text("SELECT find_words(CAST(:asked AS jsonb))")
    engine = filled.engine("lea")
    for _ in range(2):
        with engine.connect() as connection:
            for _ in range(2):
                with connection.begin_nested():
                    assert connection.execute(query, {"asked": asked}).scalar_one() == []
            connection.rollback()
    engine.dispose()
    assert ask(filled, "sarah", "SELECT * FROM looks") == []


def test_the_app_s_search_reads_what_it_logged(filled: Team, as_lea: SqlCallStore) -> None:
    hits = as_lea.find_words(WordSearch(words=SECRET))
    assert {hit.call_id for hit in hits} == {CALLS["sarah"], CALLS["sam"]}
    assert as_lea.find_words(WordSearch(words=SECRET)) == hits
    assert ask(filled, "sam", "SELECT who, call_id, what FROM looks") == [
        ("lea", CALLS["sam"], "search")
    ]


@pytest.mark.parametrize(
    "asked",
    [
        {"agent": "x' OR true --"},
        {"customer": "x') > 0 OR true OR strpos('a', 'b"},
        {"outcome": "' OR ''='"},
        {"side": "agent' | 'x"},
        {"since": "2000-01-01"},
        {"after": ["99999999", 0, "a", 0, "202611' OR true --"]},
        {"limit": 500},
        {"near": 30, "words": [SECRET, "more", "' | 'x"]},
        {"words": ["refunds | more", "!nothing", "re:*", "' || 'x"]},
    ],
)
def test_nothing_asked_of_the_search_is_run_as_sql(filled: Team, asked: dict[str, Any]) -> None:
    question = json.dumps({"words": [SECRET], "limit": 50} | asked)
    ((hits,),) = ask(filled, "sarah", "SELECT find_words(CAST(:asked AS jsonb))", asked=question)
    assert {hit["owner"] for hit in hits} <= {"sarah"}


def test_an_agent_cannot_send_into_a_call_of_somebody_else(filled: Team) -> None:
    document = {
        "call": {"id": CALLS["sam"]},
        "device": "x",
        "version": 10**9,
        "digest": "x",
        "comments": [],
    }
    ((answer,),) = ask(
        filled, "sarah", "SELECT put_call(CAST(:doc AS jsonb))", doc=json.dumps(document)
    )
    assert answer == "conflict"
    assert ask(filled, "sam", "SELECT count(*) FROM utterances") == [(4,)]


@pytest.mark.parametrize("call", ["../../etc", "a b", "", "x" * 65, "calls; DROP TABLE calls"])
def test_what_is_no_id_is_refused(filled: Team, call: str) -> None:
    document = json.dumps({"call": {"id": call}, "device": "x", "version": 1, "digest": "x"})
    with pytest.raises(DBAPIError, match="not an id"):
        ask(filled, "sarah", "SELECT put_call(CAST(:doc AS jsonb))", doc=document)


def test_nobody_writes_in_the_name_of_somebody_else(filled: Team, as_lea: SqlCallStore) -> None:
    as_lea.desk.add_comment(CALLS["sarah"], "well done", by="Rob")
    as_lea.desk.put_score(CALLS["sarah"], "use_name", 1, by="Rob")
    assert [each.by for each in as_lea.desk.comments(CALLS["sarah"])] == ["Lea"]
    assert as_lea.desk.scores(CALLS["sarah"]) == {"use_name": (1, "Lea")}
    with pytest.raises(StoreError):
        as_lea.desk.add_comment(CALLS["rita"], "from another team", by="Lea")


def test_a_lead_changes_nothing_of_what_happened(filled: Team) -> None:
    for statement in (
        "UPDATE calls SET outcome = 'resolved'",
        "UPDATE utterances SET text = ''",
        "DELETE FROM utterances",
        "DELETE FROM calls",
        "UPDATE cues SET ending = 'heeded'",
        "UPDATE calls SET team = 'red'",
    ):
        assert is_refused(filled, "lea", statement), statement


def test_a_lead_who_is_an_agent_no_more_sees_nothing(filled: Team) -> None:
    admin = open_postgres(filled.url)
    with admin.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("CREATE ROLE gone LOGIN"))
    add_person(admin, Person(login="gone", name="Gone", team="blue", leads=("blue",)), "")
    assert len(ask(filled, "gone", "SELECT * FROM calls")) == 2
    drop_person(admin, "gone")
    engine: Engine = filled.engine("gone")
    with pytest.raises(DBAPIError), engine.connect() as connection:
        connection.execute(text("SELECT * FROM calls")).all()
    engine.dispose()
    with admin.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("DROP ROLE gone"))
    admin.dispose()


def test_setting_up_again_changes_nothing(filled: Team) -> None:
    admin = open_postgres(filled.url)
    before = people(admin)
    init_team(admin)
    assert people(admin) == before
    admin.dispose()
    assert len(ask(filled, "lea", "SELECT * FROM calls")) == 2


def test_every_table_is_under_forced_row_level_security(filled: Team) -> None:
    open_tables = ask(
        filled,
        "sarah",
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN "
        "('r', 'p') AND NOT (relrowsecurity AND relforcerowsecurity) AND "
        "has_table_privilege(session_user, oid, 'SELECT')",
    )
    assert open_tables == [("alembic_version",)]


def test_every_function_for_others_has_a_fixed_search_path(filled: Team) -> None:
    loose = ask(
        filled,
        "sarah",
        "SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef "
        "AND NOT coalesce(proconfig::text LIKE '%search_path=pg_catalog, pg_temp%', false)",
    )
    assert loose == []
