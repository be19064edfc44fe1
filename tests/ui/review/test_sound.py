"""Sound that lies in the team's database: fetched when it is wanted, and the words without it."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import text

from assist.core.interfaces import Player
from assist.core.review import DeskSource, SourceKind
from tests.helpers.keptsound import arrive, side
from tests.helpers.player import NotingPlayer
from tests.helpers.reviewing import open_desk, open_store
from tests.ui.review.conftest import ASKED, OTHER, OpenReview, Review


class Fetched:
    """What was fetched, and the player that plays it."""

    def __init__(self) -> None:
        self.contents: list[tuple[bytes, ...]] = []
        self.player = NotingPlayer(20_000)

    def play(self, contents: Sequence[bytes]) -> Player:
        self.contents.append(tuple(contents))
        return self.player


@pytest.fixture
def fetched() -> Fetched:
    return Fetched()


@pytest.fixture
def shared(open_review: OpenReview, home: Path, fetched: Fetched) -> Review:
    """A window over calls of which one's sound came from its workstation."""
    with open_store(home) as store:
        arrive(store, ASKED, (side(2), side(3)))
    return open_review(lambda: open_desk(home, play_fetched=fetched.play))


def test_the_sound_is_offered_with_its_size_and_its_waves_are_there_at_once(
    shared: Review, fetched: Fetched
) -> None:
    view = shared.window.view
    assert view.silent.text() == "The sound (2.1 MB) is fetched when you play it."
    assert view.plot.waveform is not None
    assert view.plot.waveform.agent == side(2).peaks
    assert fetched.contents == []
    assert not view.playback.has_sound


def test_play_fetches_it_and_then_plays_from_there(shared: Review, fetched: Fetched) -> None:
    view = shared.window.view
    view.seek(4_000)
    shared.press(Qt.Key.Key_Space)
    assert fetched.contents == [(side(2).content, side(3).content)]
    assert fetched.player.is_playing
    assert fetched.player.position_ms == 4_000
    assert not view.silent.isVisible()
    shared.press(Qt.Key.Key_Space)
    assert not fetched.player.is_playing


def test_how_far_fetching_is_stands_there(shared: Review) -> None:
    seen: list[str] = []
    view = shared.window.view
    show = view.show_fetched

    def note(done: int, total: int) -> None:
        show(done, total)
        seen.append(view.silent.text())

    view.show_fetched = note  # type: ignore[method-assign]
    view.playback.play_from(2_000)
    assert view.play.text() == "Pause"
    shared.settle()
    assert seen == [f"Fetching the sound: {percent} %" for percent in (24, 49, 50, 74, 99, 100)]


def test_who_changes_the_mind_meanwhile_hears_nothing(shared: Review, fetched: Fetched) -> None:
    view = shared.window.view
    view.playback.toggle()
    view.playback.toggle()
    assert view.play.text() == "Play"
    shared.settle()
    assert view.playback.has_sound
    assert not fetched.player.is_playing


def test_going_to_another_call_ends_the_fetching(shared: Review, fetched: Fetched) -> None:
    shared.window.view.playback.toggle()
    shared.choose(OTHER)
    assert fetched.contents == []
    assert not shared.window.view.playback.is_playing
    assert "No sound was kept" in shared.window.view.silent.text()


def test_damaged_sound_is_said_and_the_cursor_walks_without_it(
    shared: Review, home: Path, fetched: Fetched
) -> None:
    with open_store(home) as store, store.engine.begin() as connection:
        connection.execute(text("UPDATE sound_chunks SET content = zeroblob(1000) WHERE number=2"))
    view = shared.window.view
    view.playback.toggle()
    shared.settle()
    assert "is damaged; its words are all there" in view.silent.text()
    assert view.silent.isVisible()
    assert view.playback.is_playing
    assert fetched.contents == []


def test_a_piece_that_is_missing_is_said(shared: Review, home: Path) -> None:
    with open_store(home) as store, store.engine.begin() as connection:
        connection.execute(text("DELETE FROM sound_chunks WHERE number = 1"))
    view = shared.window.view
    view.playback.toggle()
    shared.settle()
    assert "is damaged; its words are all there" in view.silent.text()
    assert view.playback.is_playing


@pytest.mark.parametrize(
    ("source", "line"),
    [
        (DeskSource(), "Calls of this computer"),
        (DeskSource(kind=SourceKind.DATABASE, place="db/calls"), "Team database db/calls"),
        (
            DeskSource(kind=SourceKind.FOLDER, place="/srv/calls"),
            "This computer, and team folder /srv/calls",
        ),
    ],
)
def test_where_the_calls_come_from_stands_below_them(
    open_review: OpenReview, home: Path, source: DeskSource, line: str
) -> None:
    review = open_review(lambda: open_desk(home, source=source))
    assert review.window.side.source.text() == line
    assert review.window.side.source.isVisible()
