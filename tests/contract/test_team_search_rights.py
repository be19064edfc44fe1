"""Words of a team's calls are found by those who may read them, and no look for them is hidden."""

import json
from typing import Any

import pytest
from sqlalchemy import text

from assist.core.search import WordSearch
from assist.store.calls import SqlCallStore
from assist.store.database import open_postgres
from tests.helpers.teamdatabase import CALLS, SECRET, Team, ask

pytestmark = pytest.mark.postgres


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
