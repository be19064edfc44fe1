"""Each look at a call that came through a shared folder is in a log that its agent can read."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from assist.review.desk import StoreReviewDesk
from assist.store.folder_sync import make_folder
from assist.store.looks import OPEN, SEARCH, log_looks, looks_of_folder
from tests.helpers.finished_calls import write_journal
from tests.helpers.reviewing import NOW, no_player, no_waveform, not_fetched
from tests.helpers.teamcalls import caused
from tests.unit.store.test_folder_sync import Computer


@pytest.fixture
def key(tmp_path: Path) -> str:
    return make_folder(tmp_path / "shared")


@pytest.fixture
def computers(tmp_path: Path, key: str) -> Iterator[tuple[Computer, Computer]]:
    """Sarah's, whose two calls the other one has, and the lead's with one of its own."""
    sarah, lea = (Computer(tmp_path / name, tmp_path / "shared") for name in ("sarah", "lea"))
    sarah.add("a", "b")
    sarah.send()
    lea.folder.receive(key)
    lea.add("own")
    yield sarah, lea
    sarah.store.close()
    lea.store.close()


def look(lea: Computer, call: str, *, what: str = OPEN, now: datetime = NOW) -> int:
    return log_looks(lea.store.engine, lea.store.name, (call,), who="Lea", what=what, now=now)


def desk_of(lea: Computer) -> StoreReviewDesk:
    return StoreReviewDesk(
        lea.store,
        "Lea",
        is_agent=False,
        now=lambda: NOW,
        read_waveform=no_waveform,
        open_player=no_player,
        play_fetched=not_fetched,
    )


def seen_by(sarah: Computer) -> list[tuple[str, str, str]]:
    found = looks_of_folder(sarah.store.engine, sarah.store.name)
    return [(each.who, each.call_id, each.what) for each in found]


def test_a_look_comes_to_the_calls_own_computer_with_the_next_exchange(
    computers: tuple[Computer, Computer], key: str
) -> None:
    sarah, lea = computers
    assert look(lea, "a") == 1
    assert look(lea, "b", what=SEARCH, now=NOW + timedelta(minutes=1)) == 1
    assert seen_by(sarah) == []
    lea.folder.receive(key)
    sarah.send()
    assert seen_by(sarah) == [("Lea", "b", "search"), ("Lea", "a", "open")]
    lea.folder.receive(key)
    sarah.send()
    assert len(seen_by(sarah)) == 2, "nothing twice"


def test_reading_on_for_an_hour_is_one_look(computers: tuple[Computer, Computer]) -> None:
    _, lea = computers
    assert look(lea, "a") == 1
    assert look(lea, "a", now=NOW + timedelta(minutes=59)) == 0
    assert look(lea, "a", what=SEARCH) == 1
    assert look(lea, "a", now=NOW + timedelta(minutes=61)) == 1


def test_ones_own_calls_are_looked_at_unlogged(computers: tuple[Computer, Computer]) -> None:
    sarah, lea = computers
    assert look(lea, "own") == 0
    assert look(lea, "no such call") == 0
    assert look(sarah, "a") == 0


def test_the_review_window_logs_before_it_shows(
    computers: tuple[Computer, Computer], key: str
) -> None:
    sarah, lea = computers
    assert desk_of(lea).call("a").utterances
    lea.folder.receive(key)
    sarah.send()
    assert seen_by(sarah) == [("Lea", "a", "open")]


def test_words_quoted_behind_a_cause_are_a_look_and_go_to_their_agent(
    computers: tuple[Computer, Computer], key: str
) -> None:
    sarah, lea = computers
    words = caused("c", 1, "delivery", "it never arrived")
    sarah.store.save_call(write_journal(sarah.home / "calls" / "c", words))
    sarah.send()
    lea.folder.receive(key)
    with_nothing = desk_of(lea).causes(7, "nobody")
    assert (with_nothing.causes, with_nothing.quoted) == ((), ())
    (shown,) = desk_of(lea).causes(7).causes
    assert shown.phrases == ("it never arrived",)
    lea.folder.receive(key)
    sarah.send()
    assert seen_by(sarah) == [("Lea", "c", "causes")]


def test_a_look_outlives_its_call(computers: tuple[Computer, Computer], key: str) -> None:
    sarah, lea = computers
    look(lea, "a")
    lea.folder.receive(key)
    sarah.send()
    sarah.store.delete_call("a")
    assert seen_by(sarah) == [("Lea", "a", "open")]
