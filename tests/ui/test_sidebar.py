"""The sidebar as a whole: states, what it asks of the engine, collapse, access."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from assist.core.commands import (
    DismissCue,
    EndCall,
    FlagMoment,
    ReportPainted,
    SetName,
    SetOutcome,
    SetPause,
    StartCall,
    WriteNote,
)
from assist.core.events import (
    CueExpired,
    CueShown,
    NameLearned,
    NoteWritten,
    OutcomeSet,
    PauseSet,
    SideHeard,
    Tick,
    WrapUp,
)
from assist.core.notices import CallSaved, StatusReport, Trouble
from assist.core.words import Party
from assist.ui.native.desktop import Shortcut
from assist.ui.sidebar.window import SidebarWindow
from assist.ui.theme import make_theme
from tests.helpers.uicall import drawn_call, ended_call, raised, spoken, started
from tests.ui.conftest import Desk


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


# --- states ---------------------------------------------------------------------------------------


def test_before_a_call_it_says_what_to_do(desk: Desk) -> None:
    assert desk.window.idle.title.text() == "Starting"
    assert desk.window.idle.listen.isHidden()
    desk.play(StatusReport(state="loading", model="starter"))
    assert "starter" in desk.window.idle.text.text()
    desk.play(StatusReport(state="ready", model="starter"))
    assert desk.window.pages.currentWidget() is desk.window.idle
    click(desk.window.idle.listen)
    click(desk.window.idle.demo)
    assert desk.sent == [StartCall(source="live"), StartCall(source="demo")]


def test_a_lost_engine_is_said_and_what_is_on_screen_stays(desk: Desk) -> None:
    desk.play(*drawn_call())
    desk.window.show_connection(False, "The engine is gone.")
    banner = desk.window.banners.connection
    assert banner.sentence.startswith("Reconnecting…")
    assert "The engine is gone." in banner.sentence
    assert desk.window.transcript_model.rowCount() > 0
    desk.window.show_connection(True, "")
    assert banner.isHidden()


def test_a_lost_engine_without_a_call_promises_nothing_about_one(desk: Desk) -> None:
    desk.play(StatusReport(state="ready"))
    desk.window.show_connection(False, "")
    assert desk.window.banners.connection.sentence == "Reconnecting…"


def test_an_engine_that_cannot_start_says_why_on_the_first_page(desk: Desk) -> None:
    desk.window.show_connection(False, "The engine cannot start (status 1).")
    assert desk.window.idle.text.text() == "The engine cannot start (status 1)."


def test_trouble_is_one_sentence_that_can_be_put_away(desk: Desk) -> None:
    desk.play(Trouble(sentence="The disk is full; free some space."))
    trouble = desk.window.banners.trouble
    assert trouble.sentence == "The disk is full; free some space."
    click(trouble.button)
    assert trouble.isHidden()


def test_why_a_call_did_not_start_is_put_away_once_one_did(desk: Desk) -> None:
    desk.play(StatusReport(state="ready"), Trouble(sentence="No microphone.", is_fatal=True))
    assert desk.window.banners.trouble.sentence == "No microphone."
    desk.play(started())
    assert desk.window.banners.trouble.sentence == ""


def test_other_trouble_outlasts_the_start_of_a_call(desk: Desk) -> None:
    desk.play(StatusReport(state="ready"), Trouble(sentence="The disk is nearly full."), started())
    assert desk.window.banners.trouble.sentence == "The disk is nearly full."


def test_a_feeling_that_stayed_is_written_once(desk: Desk) -> None:
    *before, wrap_up = ended_call()
    assert isinstance(wrap_up, WrapUp)
    desk.play(*before, replace(wrap_up, last_feeling=wrap_up.first_feeling))
    assert desk.window.call.wrap_up.facts[1].text() == "✓ Turned around: Frustrated"


def test_a_pause_is_shown_in_words_and_shape_and_can_be_ended(desk: Desk) -> None:
    desk.play(*drawn_call(), PauseSet(at=252_000, is_paused=True))
    assert desk.window.header.light.accessibleName() == "Paused"
    assert desk.window.banners.paused.sentence
    assert desk.window.footer.pause.text() == "Resume"
    click(desk.window.footer.pause)
    click(desk.window.banners.paused.button)
    assert desk.sent[-2:] == [SetPause(is_paused=False), SetPause(is_paused=False)]


def test_a_side_that_is_not_heard_is_said_in_words(desk: Desk) -> None:
    silent = SideHeard(
        at=252_000, party=Party.CUSTOMER, is_heard=False, reason="the device is gone"
    )
    desk.play(*drawn_call(), silent)
    said = [note.text() for note in desk.window.footer.notes if not note.isHidden()]
    assert said == ["⚠ The customer is not heard: the device is gone"]
    assert desk.window.footer.meters[Party.CUSTOMER].accessibleName() == "Customer: not heard"
    desk.play(SideHeard(at=253_000, party=Party.CUSTOMER, is_heard=True))
    assert all(note.isHidden() for note in desk.window.footer.notes)


def test_after_the_call_the_wrap_up_takes_the_prompts_place(desk: Desk) -> None:
    desk.play(*ended_call())
    wrap_up = desk.window.call.wrap_up
    assert wrap_up.isVisible()
    assert desk.window.call.prompts.isHidden()
    assert [fact.text() for fact in wrap_up.facts] == [
        "5 min 5 s, you spoke 58 % of it",
        "✓ Turned around: Frustrated → Relieved",
        "Prompts taken up: 2 of 3",
    ]
    assert wrap_up.outcomes["follow_up"].isChecked()
    click(wrap_up.outcomes["resolved"])
    click(wrap_up.lead)
    assert desk.sent[-2:] == [
        SetOutcome(outcome="resolved", call="call-1"),
        FlagMoment(for_lead=True, call="call-1"),
    ]
    desk.play(
        OutcomeSet(at=305_000, outcome="resolved"),
        NoteWritten(at=305_000, text="call back at four"),
        CallSaved(call="call-1", journal="/calls/call-1.jsonl"),
    )
    assert wrap_up.outcomes["resolved"].isChecked()
    assert wrap_up.note.text() == "call back at four"
    assert wrap_up.saved.text() == "Saved: /calls/call-1.jsonl"
    click(wrap_up.next)
    assert desk.window.pages.currentWidget() is desk.window.idle


def test_the_second_call_starts_with_an_empty_sidebar(desk: Desk) -> None:
    desk.play(*ended_call(), started())
    window = desk.window
    assert window.transcript_model.rowCount() == 0
    assert window.promises_model.rowCount() == 0
    assert window.checklist_model.done() == 0
    assert window.call.wrap_up.isHidden() or not window.call.wrap_up.isVisible()
    assert window.header.name.text() == "Name not known"


def test_a_snapshot_shows_the_whole_call_at_once(desk: Desk) -> None:
    desk.play(*drawn_call())
    rows = desk.window.transcript_model.rowCount()
    desk.window.handle_snapshot(
        tuple(event for event in drawn_call() if hasattr(event, "at"))  # type: ignore[misc]
    )
    assert desk.window.transcript_model.rowCount() == rows
    assert desk.window.call.prompts.card.cue is not None
    assert desk.window.promises_model.rowCount() == 1


# --- prompts --------------------------------------------------------------------------------------


def test_the_prompt_is_reported_painted_with_this_computers_clock(desk: Desk, qtbot: QtBot) -> None:
    desk.play(*drawn_call())
    qtbot.waitUntil(lambda: bool(desk.sent))
    (report,) = desk.sent
    assert isinstance(report, ReportPainted)
    assert report.cue == 1
    assert report.painted_at_ns > 0


def test_the_room_for_prompts_stays_when_there_is_none(desk: Desk, qtbot: QtBot) -> None:
    desk.window.set_theme(replace(make_theme("light"), motion_ms=0))
    desk.play(
        started(),
        raised(1, "thank", 1_000, headline="Thank them", directions=("For what", "By name")),
        raised(2, "use_name", 1_000, headline="Use the name"),
        CueShown(at=1_100, cue=1, rule="thank"),
        CueShown(at=1_100, cue=2, rule="use_name", place="next"),
    )
    area = desk.window.call.prompts
    height, below = area.height(), desk.window.call.checklist.y()
    desk.play(
        CueExpired(at=9_000, cue=1, rule="thank"),
        CueExpired(at=9_000, cue=2, rule="use_name"),
    )
    assert area.card.isHidden()
    assert not area.rest.isHidden()
    assert (area.height(), desk.window.call.checklist.y()) == (height, below)


@pytest.mark.parametrize(
    ("shortcut", "command"),
    [
        (Shortcut.NOT_NOW, DismissCue(cue=1)),
        (Shortcut.PAUSE, SetPause(is_paused=True)),
        (Shortcut.FLAG, FlagMoment()),
    ],
)
def test_global_shortcuts_do_what_the_buttons_do(
    desk: Desk, shortcut: Shortcut, command: object
) -> None:
    desk.play(*drawn_call())
    desk.window.press_shortcut(shortcut)
    assert desk.sent[-1] == command


def test_shortcuts_do_nothing_where_there_is_nothing_to_do(desk: Desk) -> None:
    desk.play(StatusReport(state="ready"))
    for shortcut in (Shortcut.NOT_NOW, Shortcut.PAUSE, Shortcut.FLAG):
        desk.window.press_shortcut(shortcut)
    assert desk.sent == []


def test_end_asks_the_engine_to_end(desk: Desk) -> None:
    desk.play(*drawn_call())
    click(desk.window.footer.end)
    assert EndCall() in desk.sent


def test_closing_during_a_live_call_says_first_that_it_goes_on(desk: Desk) -> None:
    desk.play(*drawn_call())
    assert not desk.window.close()
    assert "still being listened to" in desk.window.banners.closing.sentence
    assert desk.window.close()


def test_closing_a_played_call_needs_no_question(desk: Desk) -> None:
    desk.play(started(source="demo"))
    assert desk.window.close()


# --- typing ---------------------------------------------------------------------------------------


def test_the_name_is_edited_in_place_and_the_focus_goes_back(desk: Desk) -> None:
    desk.play(*drawn_call())
    window = desk.window
    click(window.header.name)
    assert window.header.is_editing
    assert not window.windowHandle().flags() & Qt.WindowType.WindowDoesNotAcceptFocus
    window.header.field.setText("  Dana   Ortega-Ruiz ")
    QTest.keyClick(window.header.field, Qt.Key.Key_Return)
    assert SetName(name="Dana Ortega-Ruiz") in desk.sent
    assert not window.header.is_editing
    assert window.windowHandle().flags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert desk.desktop.activated == [7]
    desk.play(NameLearned(at=252_100, name="Dana Ortega-Ruiz", origin="typed"))
    assert window.header.name.text() == "Dana Ortega-Ruiz"


def test_escape_keeps_the_old_name(desk: Desk) -> None:
    desk.play(*drawn_call())
    click(desk.window.header.name)
    QTest.keyClicks(desk.window.header.field, "Somebody")
    QTest.keyClick(desk.window.header.field, Qt.Key.Key_Escape)
    assert not any(isinstance(command, SetName) for command in desk.sent)
    assert desk.desktop.activated == [7]


def test_ten_seconds_without_a_key_give_the_focus_back(desk: Desk, qtbot: QtBot) -> None:
    desk.play(*drawn_call())
    click(desk.window.header.name)
    timer = desk.window.focus_loan.timer
    assert timer.isActive()
    assert timer.interval() == 10_000
    timer.timeout.emit()
    assert not desk.window.focus_loan.is_lent
    assert desk.desktop.activated == [7]


def test_a_key_starts_the_ten_seconds_again(desk: Desk, qtbot: QtBot) -> None:
    desk.play(*drawn_call())
    click(desk.window.header.name)
    timer = desk.window.focus_loan.timer
    timer.stop()
    QTest.keyClick(desk.window.windowHandle(), Qt.Key.Key_A)
    assert timer.isActive()


def test_let_me_type_lends_the_focus_and_takes_it_back(desk: Desk) -> None:
    desk.play(*drawn_call())
    desk.window.press_shortcut(Shortcut.LET_ME_TYPE)
    assert desk.window.focus_loan.is_lent
    desk.window.press_shortcut(Shortcut.LET_ME_TYPE)
    assert not desk.window.focus_loan.is_lent
    assert desk.desktop.activated == [7]


def test_a_note_is_kept_with_enter(desk: Desk) -> None:
    desk.play(*ended_call())
    note = desk.window.call.wrap_up.note
    click(note)
    assert desk.window.focus_loan.is_lent
    QTest.keyClicks(note, "call back")
    QTest.keyClick(note, Qt.Key.Key_Return)
    assert WriteNote(text="call back", call="call-1") in desk.sent
    assert not desk.window.focus_loan.is_lent


@pytest.mark.parametrize("how", ["focus", "done", "close", "pause", "escape"])
def test_a_note_is_kept_without_enter(desk: Desk, how: str) -> None:
    desk.play(*ended_call())
    wrap_up = desk.window.call.wrap_up
    click(wrap_up.note)
    QTest.keyClicks(wrap_up.note, "call back")
    ways: dict[str, Callable[[], object]] = {
        "focus": wrap_up.note.clearFocus,
        "done": lambda: click(wrap_up.next),
        "close": desk.window.close,
        "pause": wrap_up.pause.timeout.emit,
        "escape": lambda: QTest.keyClick(wrap_up.note, Qt.Key.Key_Escape),
    }
    ways[how]()
    assert notes(desk) == ["call back"]


def test_typing_a_note_waits_for_a_pause(desk: Desk) -> None:
    desk.play(*ended_call())
    wrap_up = desk.window.call.wrap_up
    click(wrap_up.note)
    assert not wrap_up.pause.isActive()
    QTest.keyClicks(wrap_up.note, "call")
    assert wrap_up.pause.isActive()
    assert notes(desk) == []


def test_a_note_that_did_not_change_is_not_sent_again(desk: Desk) -> None:
    desk.play(*ended_call(), NoteWritten(at=305_000, text="call back"))
    note = desk.window.call.wrap_up.note
    click(note)
    note.clearFocus()
    click(desk.window.call.wrap_up.next)
    assert notes(desk) == []


def test_a_note_stays_in_view_until_the_engine_has_it(desk: Desk) -> None:
    desk.play(*ended_call())
    note = desk.window.call.wrap_up.note
    click(note)
    QTest.keyClicks(note, "call back")
    QTest.keyClick(note, Qt.Key.Key_Return)
    desk.play(CallSaved(call="call-1", journal="/calls/call-1.jsonl"))
    assert note.text() == "call back"


@pytest.mark.parametrize("how", ["event", "snapshot"])
def test_a_note_goes_to_its_own_call_when_another_takes_the_cards_place(
    desk: Desk, how: str
) -> None:
    desk.play(*ended_call())
    note = desk.window.call.wrap_up.note
    click(note)
    QTest.keyClicks(note, "call back")
    pause = desk.window.call.wrap_up.pause
    another = replace(started(), call="call-2")
    if how == "event":
        desk.play(another)
    else:
        desk.window.handle_snapshot((another,))
    assert not pause.isActive()
    desk.window.focus_loan.give_back()
    assert [command for command in desk.sent if isinstance(command, WriteNote)] == [
        WriteNote(text="call back", call="call-1")
    ]
    assert note.text() == ""


def notes(desk: Desk) -> list[str]:
    return [command.text for command in desk.sent if isinstance(command, WriteNote)]


# --- size -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [280, 340, 600])
def test_at_420_px_header_card_next_line_and_footer_are_whole(desk: Desk, width: int) -> None:
    window = desk.window
    desk.play(*drawn_call())
    window.resize(width, 420)
    inside = window.rect()
    parts = (window.header, window.call.prompts.card, window.call.prompts.next, window.footer)
    for part in parts:
        top_left = part.mapTo(window, QPoint(0, 0))
        assert part.isVisible()
        assert inside.contains(part.rect().translated(top_left))
    card = window.call.prompts.card
    assert card.height() >= card.heightForWidth(card.width())
    assert not window.call.transcript.isVisible()


def test_on_a_screen_lower_than_the_least_height_the_foot_stays_on_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = desk.window
    area = QRect(0, 0, 683, 400)  # 1024 x 600 at 150 %
    monkeypatch.setattr(window, "_area", lambda: area)
    desk.play(*drawn_call())
    window.dock()
    assert window.height() == 400
    parts = (window.header, window.call.prompts.card, window.call.prompts.next, window.footer)
    for part in parts:
        assert part.isVisible()
        assert window.rect().contains(part.rect().translated(part.mapTo(window, QPoint(0, 0))))
    card = window.call.prompts.card
    assert card.height() >= card.heightForWidth(card.width())
    top = window.footer.mapTo(window, QPoint(0, 0)).y()
    below_next = window.call.prompts.next.mapTo(window, QPoint(0, 0)).y()
    assert below_next + window.call.prompts.next.height() <= top


def test_large_text_on_a_low_screen_takes_the_room_that_prompts_do_not_use(desk: Desk) -> None:
    window = desk.window
    window.set_theme(replace(make_theme("light", 1.25), motion_ms=0))
    desk.play(
        started(),
        raised(1, "thank", 1_000, headline="Thank them"),
        CueShown(at=1_100, cue=1, rule="thank"),
    )
    window.setMinimumHeight(0)
    window.resize(340, 380)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    prompts, card = window.call.prompts, window.call.prompts.card
    assert prompts.height_at(prompts.width()) > window.call.height()
    assert prompts.geometry().bottom() <= window.call.height()
    assert card.height() >= card.heightForWidth(card.width())
    assert window.footer.geometry().bottom() <= window.height()


def test_room_for_two_lines_is_the_transcripts(desk: Desk) -> None:
    desk.play(*drawn_call())
    window, call = desk.window, desk.window.call
    for height in range(900, 420, -10):
        window.resize(340, height)
        spring = call._spring.height() if call._spring.isVisible() else 0
        least = call.heights().transcript
        assert call.transcript.isVisible() or spring < least


def test_after_the_call_the_transcript_leaves_before_the_promises(desk: Desk) -> None:
    desk.play(*ended_call())
    both = 0
    for height in range(1_000, 420, -10):
        desk.window.resize(340, height)
        both += desk.window.call.transcript.isVisible()
        assert desk.window.call.promises.isVisible() or not desk.window.call.transcript.isVisible()
    assert both


def test_parts_leave_in_order_as_the_height_shrinks(desk: Desk) -> None:
    window = desk.window
    desk.play(*drawn_call())
    parts: dict[str, Callable[[], bool]] = {
        "transcript": window.call.transcript.isVisible,
        "promises": window.call.promises.isVisible,
        "checklist": lambda: not window.call.checklist.is_line,
        "curve": window.call.feeling.curve.isVisible,
    }
    gone: list[str] = []
    for height in range(900, 410, -10):
        window.resize(340, height)
        gone += [name for name, is_there in parts.items() if name not in gone and not is_there()]
    assert gone == ["transcript", "promises", "checklist", "curve"]
    window.resize(340, 900)
    assert all(is_there() for is_there in parts.values())


# --- long calls -----------------------------------------------------------------------------------


def test_a_tick_repaints_no_transcript_row(desk: Desk, qtbot: QtBot) -> None:
    desk.play(*drawn_call())
    measured = desk.window.call.transcript.view.rows_measured
    for at in range(252_100, 262_100, 100):
        desk.play(Tick(at=at))
    assert desk.window.call.transcript.view.rows_measured == measured
    assert desk.window.header.clock.text() == "04:22"


# --- access ---------------------------------------------------------------------------------------

CONTROLS = (QAbstractButton, QLineEdit, QListView)


def named(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def controls(window: SidebarWindow) -> list[QWidget]:
    return [
        widget
        for kind in CONTROLS
        for widget in window.findChildren(kind)
        if not widget.objectName().startswith("qt_")
    ]


@pytest.mark.parametrize("messages", [(), drawn_call(), ended_call()])
def test_every_control_has_a_name_a_screen_reader_can_say(
    desk: Desk, messages: tuple[object, ...]
) -> None:
    desk.play(*messages)  # type: ignore[arg-type]
    unnamed = [w for w in controls(desk.window) if w.isVisible() and not named(w).strip()]
    assert unnamed == []


def test_every_control_is_in_the_tab_order(desk: Desk) -> None:
    desk.play(*drawn_call())
    out = [
        w
        for w in (*controls(desk.window), desk.window.call.prompts.card)
        if w.isVisible() and not w.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert out == []


def test_the_card_and_its_meters_say_what_they_show(desk: Desk) -> None:
    desk.play(*drawn_call())
    card = desk.window.call.prompts.card
    assert named(card).startswith("Replace the dead end. Say what you can do, and when")
    assert card.accessibleDescription() == "Press Enter to see why"
    assert desk.window.footer.meters[Party.AGENT].accessibleName() == "You: heard"


def test_a_new_prompt_is_announced_politely_only_if_wanted(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[tuple[str, QAccessible.AnnouncementPoliteness]] = []

    def note(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append((event.message(), event.politeness()))

    monkeypatch.setattr(QAccessible, "updateAccessibility", note)
    desk.play(*drawn_call())
    assert said == []
    desk.window.announces = True
    desk.play(
        raised(9, "thank", 253_000, headline="Thank them for waiting"),
        CueShown(at=253_010, cue=9, rule="thank"),
    )
    ((message, politeness),) = said
    assert "Thank them for waiting" in message
    assert politeness is QAccessible.AnnouncementPoliteness.Polite


def test_the_theme_can_change_in_the_middle_of_a_call(desk: Desk) -> None:
    desk.play(*drawn_call())
    for choice in ("dark", "light"):
        theme = make_theme(choice)
        desk.window.set_theme(theme)
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        pixel = desk.window.grab().toImage().pixelColor(2, 20)
        assert pixel.name().upper() == theme.palette.window


def test_the_transcripts_rows_can_be_read_one_by_one(desk: Desk) -> None:
    desk.play(*drawn_call())
    view = QAccessible.queryAccessibleInterface(desk.window.call.transcript.view)
    said = [view.child(row).text(QAccessible.Text.Name) for row in range(view.childCount())]
    assert said[-1] == "Dana at 04:07: so I’m supposed to just wait and"
    assert len(said) == desk.window.transcript_model.rowCount()


def test_after_an_hour_one_more_utterance_is_one_more_row(desk: Desk) -> None:
    desk.play(started())
    for number in range(2_000):
        party = Party.AGENT if number % 2 else Party.CUSTOMER
        desk.play(spoken(party, number, number * 1_800, "one of many things said"))
    touched: list[object] = []
    model = desk.window.transcript_model
    model.rowsInserted.connect(lambda _, first, last: touched.append((first, last)))
    model.dataChanged.connect(lambda *_: touched.append("changed"))
    model.modelReset.connect(lambda: touched.append("reset"))
    desk.play(spoken(Party.AGENT, 2_000, 3_600_000, "and one more"))
    assert touched == [(2_000, 2_000)]
    assert desk.window.call.transcript.view.is_at_end
