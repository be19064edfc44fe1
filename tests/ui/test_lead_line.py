"""A lead's line, who watches, and what became of asking for help, as the agent sees it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from assist.core.commands import DismissLine, FlagMoment, WithdrawHelp
from assist.core.events import (
    HelpWithdrawn,
    LeadsWatching,
    LeadWrote,
    LineDismissed,
    MomentFlagged,
)
from assist.core.notices import LeadsTold, StatusReport, Told
from assist.ui.native.chords import Shortcut
from tests.helpers.uicall import drawn_call, ended_call, started
from tests.ui.conftest import Desk

LINE = LeadWrote(at=252_000, line=7, by="Lea Kim", text="Offer the refund now")
HELP = MomentFlagged(at=252_000, for_lead=True, kind="help")


def click(widget: object) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]


def test_a_line_shows_who_it_is_from_until_it_is_put_away(desk: Desk) -> None:
    desk.play(*drawn_call(), LINE)
    card = desk.window.banners.lead_line
    assert card.isVisible()
    assert (card.by.text(), card.text.text()) == ("From Lea Kim", "Offer the refund now")
    assert card.accessibleName() == "From Lea Kim: Offer the refund now"
    assert desk.window.call.prompts.card.isVisible()  # the prompt keeps its place
    click(card.button)
    assert desk.sent == [DismissLine(line=7)]
    assert card.isVisible()  # the engine's answer is what counts
    desk.play(LineDismissed(at=253_000, line=7))
    assert card.isHidden()


def test_a_newer_line_takes_the_place_and_an_old_answer_leaves_it(desk: Desk) -> None:
    desk.play(*drawn_call(), LINE, replace(LINE, line=8, text="Or a voucher"))
    desk.play(LineDismissed(at=253_000, line=7))
    card = desk.window.banners.lead_line
    assert card.isVisible()
    assert card.text.text() == "Or a voucher"


def test_a_line_is_shown_as_it_was_typed(desk: Desk) -> None:
    text = '<a href="https://example.org">click</a> &amp; <b>go</b>'
    desk.play(*drawn_call(), replace(LINE, text=text))
    label = desk.window.banners.lead_line.text
    assert label.text() == text
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert not label.openExternalLinks()


def test_the_not_now_key_is_the_prompts_first_and_then_the_lines(desk: Desk) -> None:
    desk.play(started(), LINE)
    desk.window.press_shortcut(Shortcut.NOT_NOW)
    assert desk.sent == [DismissLine(line=7)]
    desk.sent.clear()
    desk.play(*drawn_call(), LINE)
    desk.window.press_shortcut(Shortcut.NOT_NOW)
    assert not any(isinstance(each, DismissLine) for each in desk.sent)


def test_the_longest_line_is_read_to_its_end_in_the_narrowest_sidebar(desk: Desk) -> None:
    desk.play(*drawn_call(), replace(LINE, text="refund " * 20))
    desk.window.resize(280, 800)
    label = desk.window.banners.lead_line.text
    assert not label.lines(label.width())[-1].endswith("…")
    assert desk.window.call.prompts.card.isVisible()


def test_in_the_lowest_sidebar_a_line_leaves_prompt_and_footer_their_room(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.play(*drawn_call(), LeadsWatching(at=252_000, names=("Lea Kim",)))
    desk.play(MomentFlagged(at=252_000), replace(LINE, text="refund " * 20))
    desk.window.resize(340, 420)
    card, call = desk.window.banners.lead_line, desk.window.call

    def laid_out() -> None:
        assert card.text.text().startswith("Lea Kim: refund")
        assert card.by.isHidden()
        prompts = call.prompts
        shown = prompts.next if prompts.next.isVisible() else prompts.card
        below = shown.mapTo(desk.window, shown.rect().bottomLeft()).y()
        # Where the font is wide, at most its own lower margin is cut.
        assert below <= call.desk.mapTo(desk.window, call.desk.rect().topLeft()).y() + 6
        assert desk.window.footer.isVisible()

    qtbot.waitUntil(laid_out, timeout=30_000)
    assert card.text.toolTip().startswith("refund")
    desk.window.resize(340, 800)
    qtbot.waitUntil(lambda: card.by.isVisible(), timeout=30_000)


def test_it_is_not_called_local_while_leads_see_it(desk: Desk) -> None:
    desk.play(*drawn_call())
    local = desk.window.footer.local
    assert local.text() == "Local only"
    desk.play(LeadsTold(call="call-1", told=Told.SHOWN))
    assert local.text() == "Leads see it"
    desk.play(LeadsTold(call="call-1", told=Told.OVER))
    assert local.text() == "Local only"


def test_the_agent_sees_who_watches_as_long_as_they_do(desk: Desk) -> None:
    desk.play(*drawn_call(), LeadsWatching(at=252_000, names=("Lea Kim",)))
    watching, known = desk.window.header.watching, desk.window.header.known
    assert watching.isVisible()
    assert known.isHidden()  # in its place, so that nothing moves
    assert watching.text() == "◉ Lea Kim is watching"
    desk.play(LeadsWatching(at=253_000, names=("Lea Kim", "Max")))
    assert watching.text() == "◉ Watching: Lea Kim, Max"
    desk.play(LeadsWatching(at=254_000))
    assert watching.isHidden()
    assert known.isVisible()


def test_a_collapsed_sidebar_still_shows_a_line_and_who_watches(desk: Desk) -> None:
    desk.play(*drawn_call(), LINE, LeadsWatching(at=252_000, names=("Lea Kim",)))
    strip = desk.window.strip
    assert not strip.line.isHidden()
    assert strip.line.toolTip() == "From Lea Kim: Offer the refund now"
    assert not strip.watching.isHidden()
    desk.play(*ended_call()[-1:])
    assert strip.line.isHidden()
    assert strip.watching.isHidden()


def test_after_the_call_neither_stays(desk: Desk) -> None:
    desk.play(*drawn_call(), LINE, LeadsWatching(at=252_000, names=("Lea Kim",)))
    desk.play(*ended_call()[-1:])
    assert desk.window.banners.lead_line.isHidden()
    assert desk.window.header.watching.isHidden()
    desk.play(replace(started(), call="call-2"))
    assert desk.window.banners.lead_line.isHidden()


def test_a_window_that_comes_in_the_middle_shows_both(desk: Desk) -> None:
    events = [*drawn_call(), LINE, LeadsWatching(at=252_000, names=("Lea Kim",))]
    desk.window.handle_snapshot(
        tuple(event for event in events if hasattr(event, "at"))  # type: ignore[misc]
    )
    assert desk.window.banners.lead_line.line == LINE
    assert desk.window.header.watching.text() == "◉ Lea Kim is watching"


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (Told.SHOWN, "Your leads see that this call needs help."),
        (Told.UNREACHABLE, "Your leads cannot be reached now; they get it with the call."),
        (Told.OFF, "Your leads get it with the call, once it is over."),
    ],
)
def test_it_is_said_whether_leads_see_that_help_is_asked_for(
    desk: Desk, told: Told, said: str
) -> None:
    desk.play(StatusReport(state="ready", has_team=True), *drawn_call(), HELP)
    asked = desk.window.call.desk.asked
    assert asked.text() == "Asking your leads …"
    desk.play(LeadsTold(call="call-1", told=told))
    assert asked.text() == said
    assert asked.isVisible()


def test_nothing_is_said_of_leads_where_nobody_asked(desk: Desk) -> None:
    desk.play(StatusReport(state="ready", has_team=True), *drawn_call())
    desk.play(LeadsTold(call="call-1", told=Told.UNREACHABLE))
    assert desk.window.call.desk.asked.isHidden()


def test_help_that_was_asked_for_can_be_taken_back_and_asked_for_again(desk: Desk) -> None:
    desk.play(*drawn_call(), HELP)
    button = desk.window.call.desk.help_button
    assert button.text() == "✓ Lead asked"
    assert button.accessibleName() == "Take it back: no lead is needed any more"
    click(button)
    assert desk.sent == [WithdrawHelp()]
    desk.play(HelpWithdrawn(at=253_000))
    assert button.text() == "Ask a lead"
    assert desk.window.call.desk.asked.isHidden()
    click(button)
    assert desk.sent[-1] == FlagMoment(for_lead=True, kind="help")
