"""The practice window: a call plays without its prompts, marks are made by key and compared."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from assist.core.errors import AssistError
from assist.core.events import (
    CallEnded,
    CallStarted,
    FinalResult,
    NameLearned,
    PartialResult,
    Urgency,
)
from assist.core.practice import Deed, PracticeCall, PracticeChoice, PracticeMoment
from assist.core.words import Party
from assist.ui.practice.window import PracticeWindow
from assist.ui.theme import make_theme

MOMENT = PracticeMoment(
    rule="acknowledge_feeling",
    title="Feeling",
    headline="Name the worry you hear",
    directions=("Their words",),
    urgency=Urgency.HINT,
    lessons=("F1: Something hurt before",),
    quote="i am so worried",
    since=1_000,
    until=5_000,
    is_shown=True,
    was_done=False,
)
CALL = PracticeCall(
    id="one",
    customer="Dana Ortega",
    events=(
        CallStarted(at=0, call="one", started_at="2026-11-20T10:00:00+01:00", source="live"),
        NameLearned(at=0, name="Dana Ortega", origin="softphone"),
        PartialResult(at=1_500, party=Party.CUSTOMER, utterance=0, start=1_000, text="i am so"),
        FinalResult(
            at=3_000,
            party=Party.CUSTOMER,
            utterance=0,
            start=1_000,
            end=2_500,
            text="i am so worried",
        ),
        FinalResult(
            at=8_000, party=Party.AGENT, utterance=0, start=6_000, end=7_500, text="one moment"
        ),
        CallEnded(at=10_000, reason="hangup"),
    ),
    moments=(MOMENT,),
    duration_ms=10_000,
)
CHOICES = (
    PracticeChoice(id="demo"),
    PracticeChoice(
        id="one",
        started_at="2026-11-20T10:00:00+01:00",
        duration_ms=10_000,
        customer="Dana Ortega",
        problem="my parcel is late",
    ),
)


class Refused(AssistError):
    """What a desk may raise."""


@dataclass
class Desk:
    """A `PracticeDesk` of two calls; `problem` is raised instead of opening one."""

    problem: str = ""
    opened: list[str] = field(default_factory=list)

    def calls(self) -> tuple[PracticeChoice, ...]:
        return CHOICES

    def open(self, call_id: str) -> PracticeCall:
        self.opened.append(call_id)
        if self.problem:
            raise Refused(self.problem)
        return CALL


@dataclass
class Bench:
    """A window whose clock moves only when it is told to."""

    qtbot: QtBot
    desk: Desk
    window: PracticeWindow
    clock: list[float]

    def wait(self, is_so: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(is_so, timeout=20_000)

    def listed(self) -> None:
        self.wait(lambda: self.window.choose.list.count() == len(CHOICES))

    def begin(self, row: int = 1) -> None:
        self.listed()
        self.window.choose.list.setCurrentRow(row)
        self.window.choose.start.click()
        self.wait(lambda: self.window.pages.currentWidget() is self.window.play)

    def pass_time(self, seconds: float) -> None:
        self.clock[0] += seconds
        self.window._timer.timeout.emit()

    def press(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.window.play, key)

    @property
    def words(self) -> list[str]:
        model = self.window.play.model
        return [model.line(row).text for row in range(model.rowCount())]

    @property
    def told(self) -> str:
        """Everything the result says."""
        labels = self.window.result.findChildren(QLabel)
        return "\n".join(label.text() for label in labels)


def idle_timer(parent: QObject) -> QTimer:
    """A timer that never fires by itself."""
    timer = QTimer(parent)
    timer.setInterval(10_000_000)
    return timer


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication) -> Iterator[Bench]:
    if qapp.style().objectName() != "fusion":
        qapp.setStyle("Fusion")
    desk, clock = Desk(), [100.0]
    window = PracticeWindow(
        make_theme("light"), desk, make_timer=idle_timer, clock_s=lambda: clock[0]
    )
    window.show()
    qtbot.waitExposed(window)
    yield Bench(qtbot=qtbot, desk=desk, window=window, clock=clock)
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def test_the_calls_are_offered_the_demo_call_first(bench: Bench) -> None:
    bench.listed()
    items = [bench.window.choose.list.item(row).text() for row in range(2)]
    assert items[0].startswith("The demo call")
    assert items[1] == "2026-11-20 10:00 · Dana Ortega · 00:10\nmy parcel is late"
    assert bench.window.choose.start.isEnabled()


def test_the_call_goes_on_in_its_own_time_and_shows_no_prompt(bench: Bench) -> None:
    bench.begin()
    assert bench.desk.opened == ["one"]
    assert bench.words == []
    bench.pass_time(1.6)
    assert bench.words == ["I am so"]
    bench.pass_time(2.0)
    assert bench.words == ["I am so worried"]
    assert bench.window.play.clock.text() == "00:03 of 00:10"
    bench.pass_time(5.0)
    assert bench.words == ["I am so worried", "one moment"]
    assert all("Name the worry" not in label.text() for label in bench.window.findChildren(QLabel))


def test_a_key_marks_the_moment_and_the_end_compares(bench: Bench) -> None:
    bench.begin()
    bench.pass_time(3.0)
    bench.press(Qt.Key.Key_1)
    assert bench.window.play.status.text().startswith("Marked: Name the feeling, 00:03")
    bench.pass_time(5.0)
    bench.press(Qt.Key.Key_Space)
    bench.pass_time(5.0)
    assert bench.window.pages.currentWidget() is bench.window.result
    assert bench.window.result.heading.text() == "1 of 1 met in time"
    assert "in time, at 00:03" in bench.told
    assert "Something hurt before" in bench.told
    assert "Nothing was asked for here" in bench.told
    assert "“one moment”" in bench.told  # what was said where nothing was asked for


def test_what_was_missed_is_told_in_words_and_not_by_colour_alone(bench: Bench) -> None:
    bench.begin()
    bench.pass_time(20.0)
    assert bench.window.result.heading.text() == "0 of 1 met in time"
    assert "missed" in bench.told
    assert "✗" in bench.told
    (row,) = bench.window.result.rows
    assert row.accessibleName() == "Name the worry you hear: missed"


def test_a_mark_can_be_taken_back(bench: Bench) -> None:
    bench.begin()
    bench.pass_time(3.0)
    bench.press(Qt.Key.Key_2)
    bench.press(Qt.Key.Key_Backspace)
    assert bench.window.play.status.text().startswith("Taken back: Find a way")
    bench.press(Qt.Key.Key_Backspace)  # nothing left to take back
    bench.pass_time(20.0)
    assert bench.window.result.heading.text() == "0 of 1 met in time"


def test_another_deed_than_asked_for_is_told(bench: Bench) -> None:
    bench.begin()
    bench.pass_time(3.0)
    bench.qtbot.mouseClick(bench.window.play.deeds[Deed.NAME], Qt.MouseButton.LeftButton)
    bench.pass_time(20.0)
    assert "in time, at 00:03; you would: Use the name" in bench.told


def test_paused_no_time_passes_and_faster_more_of_it(bench: Bench) -> None:
    bench.begin()
    bench.press(Qt.Key.Key_P)
    bench.pass_time(60.0)
    assert bench.window.play.clock.text() == "00:00 of 00:10"
    assert bench.window.play.pause.text() == "Go on (P)"
    bench.press(Qt.Key.Key_P)
    bench.press(Qt.Key.Key_S)
    bench.pass_time(2.0)
    assert bench.window.play.clock.text() == "00:03 of 00:10"


def test_who_stops_early_is_asked_only_about_what_they_saw(bench: Bench) -> None:
    bench.begin()
    bench.pass_time(0.5)
    bench.press(Qt.Key.Key_Escape)
    assert bench.window.result.heading.text() == "No prompt was due in this call."
    bench.window.result.again.click()
    assert bench.window.pages.currentWidget() is bench.window.play
    assert bench.words == []
    bench.pass_time(3.5)
    bench.press(Qt.Key.Key_Escape)
    assert bench.window.result.heading.text() == "0 of 1 met in time"


def test_a_call_that_cannot_be_opened_is_said_and_another_can_be_chosen(bench: Bench) -> None:
    bench.desk.problem = "The journal is gone; choose another call."
    bench.listed()
    bench.window.choose.start.click()
    bench.wait(lambda: bench.window.choose.status.text() == bench.desk.problem)
    assert bench.window.choose.start.isEnabled()
    bench.desk.problem = ""
    bench.begin()
    bench.pass_time(20.0)
    bench.window.result.other.click()
    bench.listed()
    assert bench.window.pages.currentWidget() is bench.window.choose


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_is_cut_off_at_any_text_size(bench: Bench, theme: str) -> None:
    bench.begin()
    for scale in (1.0, 2.0):
        bench.window.set_theme(make_theme(theme, scale))
        for button in bench.window.play.deeds.values():
            assert button.width() >= button.sizeHint().width()
            assert button.height() >= button.sizeHint().height()
