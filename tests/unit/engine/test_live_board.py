"""The engine's thread that shows leads a call that needs them, over a board by hand."""

import queue
from collections.abc import Iterator

import pytest

from assist.core.errors import AssistError
from assist.core.events import (
    CallEnded,
    CallStarted,
    Event,
    HelpWithdrawn,
    LeadsWatching,
    LeadWrote,
    MomentFlagged,
)
from assist.core.live import LeadsLine, LiveAnswer, Need
from assist.core.notices import LeadsTold, Notice, Told
from assist.engine.live_board import LiveBoard
from assist.session.inbox import MakeInput
from tests.helpers.livepost import HandPost
from tests.helpers.session import GENEROUS_S
from tests.unit.engine.test_live_state import HELP, STARTED, found

LINE = LeadsLine(number=4, by="Lea", text="offer the refund")


class Board:
    """A `LiveBoard` with what it did: inputs of calls, and what it told."""

    def __init__(self, *, has_board: bool = True) -> None:
        self.post = HandPost()
        self.acts: queue.Queue[tuple[str, Event]] = queue.Queue()
        self.told: queue.Queue[Notice] = queue.Queue()
        self.has_board = has_board
        self.live = LiveBoard(
            lambda: self.post.open() if self.has_board else None,
            act=self._act,
            tell=self.told.put,
            every_s=0.005,
            retry_s=(0.005,),
        )
        self.live.start()

    def _act(self, call: str, make: MakeInput) -> None:
        event = make(1_000)
        self.acts.put((call, event))
        self.live.note(event)  # as the session does

    def play(self, *events: Event) -> None:
        for event in events:
            self.live.note(event)

    def acted(self) -> tuple[str, Event]:
        return self.acts.get(timeout=GENEROUS_S)

    def said(self) -> Told:
        notice = self.told.get(timeout=GENEROUS_S)
        assert isinstance(notice, LeadsTold)
        assert notice.call == "c"
        return notice.told


@pytest.fixture
def board() -> Iterator[Board]:
    made = Board()
    yield made
    made.live.stop()


def test_nothing_is_opened_for_a_call_that_needs_nobody(board: Board) -> None:
    board.play(STARTED, found("dead_end"), CallEnded(at=9, reason="hangup"))
    board.play(CallStarted(at=0, call="c", started_at="2026-11-22T10:00:00+00:00", source="live"))
    board.play(HELP)
    board.post.told()
    assert board.post.opened == 1


def test_a_call_is_shown_from_when_it_needs_help_until_it_does_no_more(board: Board) -> None:
    board.play(STARTED, HELP)
    report = board.post.told()
    assert (report.call, report.needs, report.words) == ("c", (Need.HELP,), None)
    assert board.said() is Told.SHOWN
    board.play(found("ask_supervisor"))
    assert board.post.told().needs == (Need.HELP, Need.MANAGER)
    board.play(HelpWithdrawn(at=7))
    assert board.post.told().needs == (Need.MANAGER,)
    board.play(CallEnded(at=9, reason="hangup"))
    assert board.post.dropped.get(timeout=GENEROUS_S) == "c"


def test_the_line_to_the_database_is_closed_when_nobody_is_needed(board: Board) -> None:
    board.play(STARTED, HELP)
    board.post.told()
    board.play(HelpWithdrawn(at=7))
    assert board.post.dropped.get(timeout=GENEROUS_S) == "c"
    board.play(MomentFlagged(at=8, kind="help"))
    board.post.told()
    assert (board.post.opened, board.post.closed) == (2, 1)


def test_a_lead_s_line_is_an_input_of_the_call_once(board: Board) -> None:
    board.post.lead_writes(LINE)
    board.play(STARTED, HELP)
    assert board.acted() == (
        "c",
        LeadWrote(at=1_000, line=4, by="Lea", text="offer the refund"),
    )
    assert board.post.told().seen == 0
    assert board.post.told().seen == 4
    board.post.wait_asked(3)
    board.post.lead_writes(LINE, LeadsLine(number=5, by="Lea", text="or a voucher"))
    assert board.acted()[1] == LeadWrote(at=1_000, line=5, by="Lea", text="or a voucher")


def test_a_card_number_in_a_lead_s_line_reaches_neither_screen_nor_journal(board: Board) -> None:
    board.post.lead_writes(LeadsLine(number=6, by="Lea", text="it was 4111 1111 1111 1111"))
    board.play(STARTED, HELP)
    assert board.acted()[1] == LeadWrote(at=1_000, line=6, by="Lea", text="it was •••")


def test_the_agent_is_told_who_watches_when_that_changes(board: Board) -> None:
    board.play(STARTED, HELP)
    board.post.told()
    board.post.lead_writes(watchers=("Lea",))
    assert board.acted() == ("c", LeadsWatching(at=1_000, names=("Lea",)))
    board.post.wait_asked(3)
    board.post.lead_writes()
    assert board.acted() == ("c", LeadsWatching(at=1_000))
    assert board.acts.empty()


def test_words_leave_only_while_a_lead_watches_and_the_limit_lets_them(board: Board) -> None:
    board.play(STARTED, HELP)
    assert board.post.told().words is None
    board.post.lead_writes(watchers=("Lea",))
    assert board.post.told().words is not None
    board.post.answer = LiveAnswer(is_on=True, takes_words=False, watchers=("Lea",))
    assert board.post.told().words is None
    board.post.lead_writes()
    board.post.wait_asked(3)
    assert board.post.reports.empty()


def test_a_database_that_does_not_answer_is_told_and_tried_again(board: Board) -> None:
    board.post.error = AssistError("The team database cannot be reached.")
    board.play(STARTED, HELP)
    assert board.said() is Told.UNREACHABLE
    board.post.error = None
    board.post.told()
    while (told := board.said()) is Told.UNREACHABLE:
        pass
    assert told is Told.SHOWN


def test_who_watched_is_not_said_to_watch_while_nobody_can(board: Board) -> None:
    board.post.lead_writes(watchers=("Lea",))
    board.play(STARTED, HELP)
    assert board.acted()[1] == LeadsWatching(at=1_000, names=("Lea",))
    board.post.error = AssistError("The team database cannot be reached.")
    assert board.acted()[1] == LeadsWatching(at=1_000)


@pytest.mark.parametrize("how", ["settings", "team"])
def test_a_team_without_a_board_is_asked_once_a_call(board: Board, how: str) -> None:
    if how == "settings":
        board.has_board = False
    board.post.answer = LiveAnswer(is_on=False)
    board.play(STARTED, HELP)
    assert board.said() is Told.OFF
    board.play(found("legal"))
    board.play(CallEnded(at=9, reason="hangup"))
    board.has_board = True
    board.post.answer = LiveAnswer(is_on=True)
    board.play(
        CallStarted(at=0, call="next", started_at="2026-11-22T10:00:00+00:00", source="live"), HELP
    )
    while (report := board.post.told()).call == "c":
        assert how == "team"
    assert report.call == "next"


def test_the_next_call_is_not_the_one_before(board: Board) -> None:
    board.play(STARTED, HELP)
    board.post.told()
    board.play(
        CallStarted(at=0, call="next", started_at="2026-11-22T10:00:00+00:00", source="live"),
        HELP,
    )
    assert board.post.dropped.get(timeout=GENEROUS_S) == "c"
    assert board.post.told().call == "next"


def test_stopping_takes_the_call_off_the_board() -> None:
    board = Board()
    board.play(STARTED, HELP)
    board.post.told()
    board.live.stop()
    assert board.post.dropped.get_nowait() == "c"
    assert board.post.closed == 1


def test_an_engine_that_ends_before_it_began_ends() -> None:
    LiveBoard(lambda: None, act=lambda call, make: None, tell=lambda notice: None).stop()
