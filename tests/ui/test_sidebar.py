"""The sidebar as a whole: states, what it asks of the engine, collapse, access."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from assist.core.commands import (
    DismissCue,
    EndCall,
    FlagMoment,
    ReportPainted,
    SetOutcome,
    SetPause,
    StartCall,
)
from assist.core.events import (
    CueExpired,
    CueShown,
    NoteWritten,
    OutcomeSet,
    PauseSet,
    SideHeard,
    SideSilent,
    WrapUp,
)
from assist.core.notices import CallSaved, LeadsTold, StatusReport, Told, Trouble
from assist.core.words import Party
from assist.ui.native.chords import Shortcut
from assist.ui.theme import make_theme
from tests.helpers.uicall import drawn_call, ended_call, raised, started
from tests.ui.conftest import Desk


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


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
    assert said == ["⚠ Customer not heard, prompts rest: the device is gone"]
    assert desk.window.footer.meters[Party.CUSTOMER].accessibleName() == "Customer: not heard"
    desk.play(SideHeard(at=253_000, party=Party.CUSTOMER, is_heard=True))
    assert all(note.isHidden() for note in desk.window.footer.notes)


def _footer_words(desk: Desk) -> list[str]:
    footer = desk.window.footer
    labels = (*footer.names.values(), footer.local)
    return [label.text() for label in labels if not label.isHidden()]


def test_a_silent_side_is_said_in_passing_where_words_stand_anyway(desk: Desk) -> None:
    desk.play(*drawn_call())
    footer, at = desk.window.footer, 252_000
    height = footer.sizeHint().height()
    assert _footer_words(desk) == ["You", "Customer", "Local only"]
    desk.play(SideSilent(at=at, party=Party.CUSTOMER, is_silent=True))
    assert _footer_words(desk) == ["You", "Customer: silent"]
    assert footer.meters[Party.CUSTOMER].accessibleName() == "Customer: silent"
    desk.play(SideSilent(at=at, party=Party.AGENT, is_silent=True))
    # Names give way where the font is wide.
    assert _footer_words(desk)[-1] == "Both silent"
    assert all(note.isHidden() for note in footer.notes)
    assert footer.sizeHint().height() == height
    desk.play(PauseSet(at=at, is_paused=True))
    assert "Both silent" not in _footer_words(desk)
    desk.play(PauseSet(at=at, is_paused=False))
    for party in Party:
        desk.play(SideSilent(at=at, party=party, is_silent=False))
    assert _footer_words(desk) == ["You", "Customer", "Local only"]


def test_a_silent_side_is_said_where_the_names_find_no_room_and_in_a_private_call(
    desk: Desk,
) -> None:
    desk.play(*drawn_call(), SideSilent(at=252_000, party=Party.CUSTOMER, is_silent=True))
    desk.window.resize(280, 800)
    assert _footer_words(desk) == ["Customer: silent"]
    desk.play(StatusReport(state="listening", model="starter", is_private=True))
    assert _footer_words(desk) == ["Private · Customer: silent"]


def test_that_leads_see_the_call_is_said_beside_a_silence(desk: Desk) -> None:
    desk.play(*drawn_call(), LeadsTold(call="call-1", told=Told.SHOWN))
    desk.play(SideSilent(at=252_000, party=Party.CUSTOMER, is_silent=True))
    assert _footer_words(desk) == ["Seen · Customer: silent"]
    desk.play(SideSilent(at=253_000, party=Party.CUSTOMER, is_silent=False))
    assert "Leads see it" in _footer_words(desk)


def test_what_is_not_heard_is_not_called_silent_as_well(desk: Desk) -> None:
    lost = SideHeard(at=252_000, party=Party.CUSTOMER, is_heard=False, reason="the device is gone")
    desk.play(*drawn_call(), SideSilent(at=252_000, party=Party.CUSTOMER, is_silent=True), lost)
    assert _footer_words(desk) == ["You", "Customer", "Local only"]


def test_after_the_call_the_wrap_up_takes_the_prompts_place(desk: Desk) -> None:
    desk.play(*ended_call())
    wrap_up = desk.window.call.wrap_up
    assert wrap_up.isVisible()
    assert desk.window.call.prompts.isHidden()
    assert [fact.text() for fact in wrap_up.facts] == [
        "5 min 5 s, you spoke 58 % of it",
        "✓ Turned around: Frustrated → Relieved",
        "Prompts taken up: 2 of 3\n✓ Say what you can do, and when",
        "",
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
    assert wrap_up.saved.text() == "Saved on this computer"
    assert wrap_up.saved.accessibleDescription() == "/calls/call-1.jsonl"
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
