"""The wrap-up card: promises put right, a summary to word, a record to copy."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from assist.core.commands import EditPromise, SetOutcome, WriteSummary
from assist.core.events import (
    CallStarted,
    Event,
    NoteWritten,
    PromiseDropped,
    PromiseMade,
    SummaryWritten,
    WrapUp,
)
from assist.core.notices import Notice
from assist.ui.native.chords import Shortcut
from assist.ui.sidebar.promise_rows import PromiseRow
from tests.helpers.uicall import drawn_call, ended_call
from tests.ui.conftest import Desk

NOW = datetime.fromisoformat("2026-11-22T10:30:00+00:00")


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def ended(**changes: object) -> list[Event | Notice]:
    *before, wrap_up = ended_call()
    assert isinstance(wrap_up, WrapUp)
    return [*before, replace(wrap_up, **changes)]  # type: ignore[arg-type]


@pytest.fixture
def first(desk: Desk) -> Callable[[], PromiseRow]:
    """The first promise of an ended call, at a known time."""
    desk.play(*ended())
    rows = desk.window.call.wrap_up.promises
    for row in (*rows.rows, rows.new):
        row._now = lambda: NOW  # the clock that rows made from now on get is the same
    rows._now = lambda: NOW
    rows.rows[0]._promise = None
    rows.show_state(desk.window.state)
    return lambda: rows.rows[0]


def test_a_promise_shows_who_what_and_when(first: Callable[[], PromiseRow]) -> None:
    row = first()
    assert row.what.text() == "call back about the refund"
    assert (row.who.text(), row.when.text()) == ("I", "today 16:00")
    assert row.meaning.text() == "◷ Reminder today 16:00"


def test_a_promise_is_put_right_by_typing(desk: Desk, first: Callable[[], PromiseRow]) -> None:
    row = first()
    click(row.when)
    assert desk.window.focus_loan.is_lent
    row.when.selectAll()
    QTest.keyClicks(row.when, "tomorrow 9:30")
    assert row.meaning.text() == "◷ Reminder tomorrow 09:30"
    QTest.keyClick(row.when, Qt.Key.Key_Return)
    assert desk.sent == [
        EditPromise(
            promise=1,
            who="agent",
            what="call back about the refund",
            due="tomorrow 9:30",
            due_at="2026-11-23T09:30+00:00",
            call="call-1",
        )
    ]
    assert not desk.window.focus_loan.is_lent


def test_a_time_that_means_none_says_that_no_reminder_comes(
    first: Callable[[], PromiseRow],
) -> None:
    row = first()
    row.when.selectAll()
    QTest.keyClicks(row.when, "when I can")
    assert row.meaning.text() == "No time, so no reminder"


def test_what_was_not_changed_is_not_sent(desk: Desk, first: Callable[[], PromiseRow]) -> None:
    row = first()
    click(row.what)
    QTest.keyClick(row.what, Qt.Key.Key_Return)
    desk.window.keep_typed()
    assert desk.sent == []


def test_a_promise_is_dropped_and_another_added(
    desk: Desk, first: Callable[[], PromiseRow]
) -> None:
    rows = desk.window.call.wrap_up.promises
    click(first().drop)
    assert desk.sent[-1] == EditPromise(promise=1, is_dropped=True, call="call-1")
    desk.play(PromiseDropped(at=305_000, promise=1))
    assert rows.rows == []
    click(rows.add)
    assert desk.window.focus_loan.is_lent
    QTest.keyClicks(rows.new.what, "send the form")
    QTest.keyClick(rows.new.what, Qt.Key.Key_Return)
    assert desk.sent[-1] == EditPromise(
        promise=-1, who="agent", what="send the form", call="call-1"
    )
    desk.play(
        PromiseMade(at=305_000, promise=1000, who="agent", what="send the form", missing=("when",))
    )
    assert rows.rows[0].what.text() == "send the form"
    assert rows.new.isHidden()


def test_the_summary_is_made_of_what_was_said_and_can_be_worded(desk: Desk) -> None:
    desk.play(*ended(done=("i've raised it with billing",)))
    box = desk.window.call.wrap_up.summary
    assert box.text() == (
        "Problem: My refund never came and the ticket number is wrong\n"
        "Done: I've raised it with billing\n"
        "Promised: Call back about the refund (today by four)"
    )
    QTest.mouseClick(box.viewport(), Qt.MouseButton.LeftButton)
    box.selectAll()
    QTest.keyClicks(box, "Refund raised.")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert desk.sent == [WriteSummary(text="Refund raised.", call="call-1")]
    desk.play(SummaryWritten(at=305_000, text="Refund raised."))
    assert box.text() == "Refund raised."


def test_the_record_for_the_crm_is_one_key(desk: Desk) -> None:
    desk.play(
        *ended(drivers=("billing_error", "repeat_contact")),
        NoteWritten(at=305_000, text="Approved by Kim."),
    )
    desk.window.press_shortcut(Shortcut.COPY)
    text = QApplication.clipboard().text()
    assert text.splitlines()[0].startswith("Call: 2026-11-22 10:00, 5 min 5 s")
    for line in (
        "Customer: Dana Ortega",
        "Outcome: Follow-up",
        "Causes: billing error, called before",
        "Problem: My refund never came and the ticket number is wrong",
        "Promised: Call back about the refund (today by four)",
        "Note: Approved by Kim.",
    ):
        assert line in text.splitlines()
    assert desk.window.call.wrap_up.copy.text() == "✓ Copied"


@pytest.mark.parametrize(
    ("shortcut", "outcome"),
    [
        (Shortcut.RESOLVED, "resolved"),
        (Shortcut.FOLLOW_UP, "follow_up"),
        (Shortcut.UNRESOLVED, "unresolved"),
    ],
)
def test_an_outcome_is_one_key_on_the_card_and_none_during_the_call(
    desk: Desk, shortcut: Shortcut, outcome: str
) -> None:
    desk.play(*drawn_call())
    desk.window.press_shortcut(shortcut)
    assert desk.sent == []
    desk.play(*ended()[-1:])
    desk.window.press_shortcut(shortcut)
    assert desk.sent == [SetOutcome(outcome=outcome, call="call-1")]


def test_causes_and_prompts_taken_up_are_said(desk: Desk) -> None:
    desk.play(*ended(drivers=("delivery", "repeat_contact")))
    facts = [fact.text() for fact in desk.window.call.wrap_up.facts]
    assert facts[2] == "Prompts taken up: 2 of 3\n✓ Say what you can do, and when"
    assert facts[3] == "Causes: delivery, called before"


@pytest.mark.parametrize("source", ["demo", "recording"])
def test_a_call_that_is_not_followed_up_promises_no_reminder(desk: Desk, source: str) -> None:
    started, *rest = ended()
    assert isinstance(started, CallStarted)
    desk.play(replace(started, source=source), *rest)
    rows = desk.window.call.wrap_up.promises
    assert rows.rows
    assert all(row.meaning.isHidden() for row in (*rows.rows, rows.new))
    desk.play(replace(started, call="call-2"), *rest)
    assert not any(row.meaning.isHidden() for row in (*rows.rows, rows.new))


def test_another_calls_wrap_up_begins_at_its_top(desk: Desk, qtbot: QtBot) -> None:
    desk.window.resize(340, 480)
    desk.play(*ended())
    bar = desk.window.call._wrap_up_area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0, timeout=30_000)
    bar.setValue(bar.maximum())
    desk.play(ended()[-1])
    assert bar.value() > 0, "the same call's stays where it is read"
    started, *rest = ended()
    assert isinstance(started, CallStarted)
    desk.play(replace(started, call="call-2"), *rest)
    assert bar.value() == 0
