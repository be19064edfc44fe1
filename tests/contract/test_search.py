"""Words that were said are found alike in a workstation's and in a team's database."""

import contextlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.engine import URL

from assist.core.search import Hit, WordSearch
from assist.core.words import Party
from assist.store.calls import SqlCallStore
from assist.store.sync import DatabaseSync
from tests.contract.conftest import new_team
from tests.helpers.finished_calls import said, write_call

NOW = datetime(2026, 11, 22, tzinfo=UTC)


class FixedKey:
    """A key that needs no file."""

    def database_key(self) -> bytes:
        return bytes(32)


CALLS = {
    "20261020T101500-a": "2026-10-20T10:15:00+00:00",
    "20261121T101500-b": "2026-11-21T10:15:00+00:00",
    "20261122T101500-c": "2026-11-22T10:15:00+00:00",
}
EXTRA = {
    "20261020T101500-a": [said(Party.AGENT, 9, 19_000, "a manager can speak to you soon")],
    "20261121T101500-b": [
        said(Party.CUSTOMER, 9, 18_000, "can i speak to a manager"),
        said(Party.CUSTOMER, 10, 19_000, "manager one two three four five six speak"),
        said(Party.CUSTOMER, 11, 30_000, f"beginning {'so ' * 40}ending"),
    ],
    "20261122T101500-c": [said(Party.CUSTOMER, 9, 19_000, "the router's light is down again")],
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sarah")


@pytest.fixture(
    scope="module", params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]
)
def calls(request: pytest.FixtureRequest, home: Path) -> Iterator[SqlCallStore]:
    """Three calls of Sarah; in the team's database as her lead sees them."""
    with contextlib.ExitStack() as stack:
        local = stack.enter_context(SqlCallStore(home / "calls.db", FixedKey()))
        # The oldest is stored last: found in the order in which they were made all the same.
        for call in reversed(CALLS):
            outcome = "resolved" if call.endswith("a") else "follow_up"
            facts = {"outcome": outcome, "name": call[-1].upper(), "extra": EXTRA[call]}
            local.save_call(write_call(home, call, started_at=CALLS[call], **facts))
        if request.param == "sqlite":
            yield local
            return
        server: URL = request.getfixturevalue("postgres_url")
        template: str = request.getfixturevalue("team_template")
        team = stack.enter_context(new_team(server, template, "team_search"))
        engine = team.engine("sarah")
        sync = DatabaseSync(
            local.engine, engine, local_name="x", shares="transcripts", now=lambda: NOW
        )
        assert sync.run().sent == 3
        engine.dispose()
        yield stack.enter_context(
            SqlCallStore.on_engine(
                team.engine("lea"), name="The team database", calls_folder=home / "none"
            )
        )


def found(store: SqlCallStore, **asked: object) -> list[tuple[str, str]]:
    hits = store.find_words(WordSearch(**asked))  # type: ignore[arg-type]
    return [(hit.call_id[-1], hit.text) for hit in hits]


def test_a_hit_tells_all_of_its_utterance(calls: SqlCallStore) -> None:
    (hit,) = calls.find_words(WordSearch(words="router light"))
    assert hit.call_id == "20261122T101500-c"
    assert hit.started_at.isoformat() == "2026-11-22T10:15:00+00:00"
    assert (hit.agent, hit.customer_name, hit.outcome) == ("Sarah", "C", "follow_up")
    assert (hit.party, hit.number, hit.start, hit.end) == (Party.CUSTOMER, 9, 19_000, 20_800)
    assert hit.text == "the router's light is down again"


def test_the_newest_calls_come_first_and_of_these_the_latest_words(calls: SqlCallStore) -> None:
    assert [call for call, _ in found(calls, words="manager")] == ["b", "b", "a"]
    assert found(calls, words="manager")[0][1] == "manager one two three four five six speak"
    assert [call for call, _ in found(calls, words="refunds")] == ["c", "b", "a"]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"words": "speak manager"}, "bba"),
        ({"words": "Speaking MANAGERS"}, "bba"),
        ({"words": "speak manager", "near": 3}, "ba"),
        ({"words": "manager speak", "near": 2}, "a"),
        ({"words": "speak manager", "near": 7}, "bba"),
        ({"words": "can speak manager", "near": 3}, "ba"),
        ({"words": "speak manager", "side": Party.CUSTOMER}, "bb"),
        ({"words": "speak manager", "side": Party.AGENT}, "a"),
        ({"words": "refunds", "side": Party.CUSTOMER}, ""),
        ({"words": "refunds", "outcome": "resolved"}, "a"),
        ({"words": "refunds", "agent": "SARAH"}, "cba"),
        ({"words": "refunds", "agent": "Sara"}, ""),
        ({"words": "refunds", "customer": "c"}, "c"),
        ({"words": "refunds", "customer": "0142"}, "cba"),
        ({"words": "refunds", "is_at_risk": True}, ""),
        ({"words": "refunds", "is_at_risk": False}, "cba"),
        ({"words": "refunds", "since": datetime(2026, 11, 21, 10, 15, tzinfo=UTC)}, "cb"),
        ({"words": "refunds", "until": datetime(2026, 11, 21, 10, 15, tzinfo=UTC)}, "a"),
        ({"words": "down again"}, "c"),
        ({"words": "beginning ending"}, "b"),
        ({"words": "beginning ending", "near": 30}, ""),
        ({"words": "refunds", "is_at_risk": True, "customer": "c"}, ""),
        ({"words": "refunds", "customer": "0142 9"}, ""),
        ({"words": "refunds", "customer": "014"}, "cba"),
        ({"words": "sidecustomer"}, ""),
        ({"words": "refunds OR router"}, ""),
        ({"words": '"refunds"'}, "cba"),
        ({"words": "refunds) OR (router"}, ""),
        ({"words": "   "}, ""),
        ({"words": "\0"}, ""),
    ],
)
def test_words_are_found_by_side_nearness_and_filters(
    calls: SqlCallStore, asked: dict[str, object], expected: str
) -> None:
    assert "".join(call for call, _ in found(calls, **asked)) == expected


def test_pages_follow_each_other_without_gap_or_repeat(calls: SqlCallStore) -> None:
    everything = calls.find_words(WordSearch(words="i"))
    assert len(everything) == 7
    pages: list[tuple[Hit, ...]] = []
    after: tuple[str | int, ...] = ()
    while hits := calls.find_words(WordSearch(words="i", limit=2, after=after)):
        pages.append(hits)
        after = hits[-1].place
    assert [len(page) for page in pages] == [2, 2, 2, 1]
    assert tuple(hit for page in pages for hit in page) == everything


def test_a_call_stored_again_is_found_where_it_was(calls: SqlCallStore, home: Path) -> None:
    if calls.engine.dialect.name != "sqlite":
        pytest.skip("calls come to a team's database by being sent")
    before = found(calls, words="refunds")
    calls.save_call(home / "calls" / "20261020T101500-a" / "journal.jsonl")
    assert found(calls, words="refunds") == before
