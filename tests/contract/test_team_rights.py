"""Who sees what in a team's database is decided there; these tests try to get around it."""

import contextlib
import json

import psycopg
import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from assist.core.review import ReviewFilter
from assist.store.calls import SqlCallStore
from assist.store.database import open_postgres
from assist.store.errors import StoreError
from assist.store.team import Person, add_person, drop_person, init_team, looks, people
from tests.helpers.teamdatabase import CALLS, Team, ask, is_refused

pytestmark = pytest.mark.postgres


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
