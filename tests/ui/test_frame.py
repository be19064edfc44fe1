"""The window's frame: strip, monitors, menu, follow-ups, states, what is announced."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from assist.core.commands import MuteSide, SettleFollowUp
from assist.core.events import CueShown, FeelingChanged, SideHeard, Trend
from assist.core.notices import (
    CallOffered,
    FollowUp,
    FollowUpsDue,
    OfferClosed,
    StatusReport,
    Trouble,
)
from assist.core.words import Party
from assist.ui.native.chords import Shortcut
from assist.ui.sidebar.docking import Place, whole_points
from assist.ui.sidebar.menu import MenuEntry
from assist.ui.theme import LIGHT
from tests.helpers.uicall import drawn_call, ended_call
from tests.ui.conftest import Desk

READY = StatusReport(state="ready", model="starter")
DUE = FollowUp(
    call="call-0",
    promise=2,
    who="agent",
    what="call back about the refund",
    due="today by four",
    due_at="2026-11-22T16:00+00:00",
    remind_at="2026-11-22T16:00+00:00",
    customer="Dana Ortega",
    number="555 0142",
)


def click(widget: object) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]


# --- the strip ------------------------------------------------------------------------------------


def test_the_strip_has_light_feeling_cue_colour_and_count(desk: Desk) -> None:
    desk.window.dock()
    desk.play(*drawn_call())
    told: list[Place] = []
    desk.window.placed.connect(told.append)
    desk.window.press_shortcut(Shortcut.COLLAPSE)
    strip = desk.window.strip
    assert desk.window.width() == 44
    assert desk.window.body.isHidden()
    assert strip.light.accessibleName() == "On a call"
    assert strip.feeling.accessibleName() == "Frustrated, getting worse"
    assert (strip.cue.count, strip.cue.colour) == (2, LIGHT.red.accent)
    assert strip.cue.toolTip() == "Say what you can do, and when"
    assert strip.clock.text() == "04:12"
    assert told == [Place(side="right", width=340, is_collapsed=True)]
    click(strip.cue)
    assert desk.window.width() == 340
    assert desk.window.body.isVisible()


def test_the_strip_follows_the_call(desk: Desk) -> None:
    desk.play(*drawn_call())
    desk.window.set_collapsed(True)
    felt = desk.window.state.feeling
    assert isinstance(felt, FeelingChanged)
    desk.play(replace(felt, at=252_500, trend=Trend.BETTER))
    assert desk.window.strip.feeling.accessibleName() == "Frustrated, getting better"
    desk.play(Trouble(sentence="The disk is full."))
    assert desk.window.strip.trouble.accessibleName() == "The disk is full."
    assert desk.window.strip.wrap_up.isHidden()
    desk.play(*ended_call()[-1:])
    assert desk.window.strip.cue.isHidden()
    assert desk.window.strip.wrap_up.isVisible()
    assert desk.window.strip.wrap_up.accessibleName() == "Wrap-up"
    assert desk.window.strip.light.accessibleName() == "No call"


def test_typing_opens_the_sidebar(desk: Desk) -> None:
    desk.play(*drawn_call())
    desk.window.set_collapsed(True)
    desk.window.press_shortcut(Shortcut.LET_ME_TYPE)
    assert desk.window.focus_loan.is_lent
    assert desk.window.body.isVisible()


@pytest.mark.parametrize("width", [280, 340])
def test_a_long_trouble_is_read_whole_and_breaks_between_words(desk: Desk, width: int) -> None:
    sentence = (
        "Another program holds the shortcuts Ctrl+Alt+C (collapse the sidebar), Ctrl+Alt+H (ask"
        " a lead) and Ctrl+Alt+F (flag this moment); choose other keys in the settings, or let"
        " go of them there, and they will work at once without a new start of this window."
    )
    desk.window.resize(width, 800)
    desk.play(Trouble(sentence=sentence))
    label = desk.window.banners.trouble.text
    QApplication.processEvents()
    lines = label.lines(label.width())
    assert len(lines) > 4
    assert " ".join(lines) == label.text()
    assert label.height() >= label.heightForWidth(label.width())


# --- monitors -------------------------------------------------------------------------------------

_TWO_SCREENS = """
import json, sys
from PySide6.QtWidgets import QApplication
from assist.ui.sidebar.docking import Place
from assist.ui.sidebar.window import SidebarWindow
from assist.ui.theme import make_theme
from tests.helpers.ui import NotingDesktop
application = QApplication([])
found = {}
for name in ("", "second", "unplugged"):
    window = SidebarWindow(
        make_theme("light"), lambda command: None, NotingDesktop(),
        Place(side="left", width=300, screen=name),
    )
    window.dock()
    found[name] = [*window.geometry().getRect(), window.frame.place.screen]
    window.close()
print(json.dumps(found))
"""


def test_it_stands_on_its_monitor_and_on_the_main_one_while_that_is_away(tmp_path: Path) -> None:
    screen = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1, "y": 0, "height": 700}
    layout = tmp_path / "screens.json"
    layout.write_text(
        json.dumps(
            {
                "screens": [
                    {**screen, "name": "first", "x": 0, "width": 800},
                    {**screen, "name": "second", "x": 800, "width": 900},
                ]
            }
        )
    )
    done = subprocess.run(
        [sys.executable, "-c", _TWO_SCREENS, "-platform", f"offscreen:configfile={layout}"],
        env={"QT_QPA_PLATFORM": f"offscreen:configfile={layout}", "PYTHONPATH": ":".join(sys.path)},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert json.loads(done.stdout) == {
        "": [0, 0, 300, 700, ""],
        "second": [800, 0, 300, 700, "second"],
        # Its name stays, so that it goes back when the monitor does.
        "unplugged": [0, 0, 300, 700, "unplugged"],
    }


def test_a_point_that_the_screen_has_half_of_is_left_out() -> None:
    assert whole_points(QRect(0, 0, 911, 512), 1.5) == QRect(0, 0, 910, 512)
    assert whole_points(QRect(0, 0, 1366, 768), 1.0) == QRect(0, 0, 1366, 768)


# --- menu, muting, follow-ups, states -------------------------------------------------------------


def test_the_menu_offers_what_can_be_opened_and_never_takes_the_keys(desk: Desk) -> None:
    chosen: list[MenuEntry] = []
    window = desk.window
    window.entry_chosen.connect(chosen.append)
    window.menu.set_entries({MenuEntry.RULES, MenuEntry.ABOUT})
    click(window.header.menu_button)
    shown = {entry for entry, button in window.menu.buttons.items() if button.isVisible()}
    assert shown == {
        MenuEntry.RULES,
        MenuEntry.ABOUT,
        MenuEntry.COLLAPSE,
        MenuEntry.OTHER_SIDE,
        MenuEntry.QUIT,
    }
    assert not window.focus_loan.is_lent
    click(window.menu.buttons[MenuEntry.ABOUT])
    assert chosen == [MenuEntry.ABOUT]
    assert window.menu.isHidden()
    assert window.pages.isVisible()
    click(window.header.menu_button)
    click(window.menu.buttons[MenuEntry.OTHER_SIDE])
    assert window.frame.place.side == "left"
    assert window.menu.buttons[MenuEntry.OTHER_SIDE].text() == "Move to the right edge"


def test_a_meter_mutes_its_side_and_hears_it_again(desk: Desk) -> None:
    desk.play(*drawn_call())
    meter = desk.window.footer.meters[Party.CUSTOMER]
    assert meter.accessibleDescription() == "Mute the customer's side"
    click(meter)
    assert desk.sent[-1] == MuteSide(party=Party.CUSTOMER, is_muted=True)
    desk.play(SideHeard(at=252_100, party=Party.CUSTOMER, is_heard=False, is_muted=True))
    assert meter.accessibleName() == "Customer: muted"
    muted = "⊘ The customer's side is muted, prompts on it rest"
    assert muted in [n.text() for n in desk.window.footer.notes]
    click(meter)
    assert desk.sent[-1] == MuteSide(party=Party.CUSTOMER, is_muted=False)


def test_a_follow_up_is_spoken_of_at_its_time_and_settled(desk: Desk) -> None:
    desk.play(READY, FollowUpsDue(items=(DUE, replace(DUE, promise=3))))
    banner = desk.window.banners.follow_up
    assert "call back about the refund" in banner.sentence
    assert "Dana Ortega, 555 0142" in banner.sentence
    assert "1 more" in banner.sentence
    click(banner.later)
    click(banner.button)
    assert desk.sent == [
        SettleFollowUp(call="call-0", promise=2, minutes=15),
        SettleFollowUp(call="call-0", promise=2),
    ]
    desk.play(FollowUpsDue(items=()))
    assert banner.isHidden()


def test_another_customers_follow_up_waits_until_the_call_is_over(desk: Desk) -> None:
    desk.play(*drawn_call(), FollowUpsDue(items=(DUE,)))
    assert desk.window.banners.follow_up.isHidden()
    assert "1 due" in desk.window.header.known.text()
    desk.play(*ended_call()[-1:])
    assert desk.window.banners.follow_up.isVisible()


def test_without_a_model_it_says_what_to_do_and_offers_no_listening(desk: Desk) -> None:
    opened: list[MenuEntry] = []
    desk.window.entry_chosen.connect(opened.append)
    desk.window.idle.can_set_up = True
    desk.play(
        StatusReport(state="loading"),
        Trouble(sentence="The speech model is damaged; install it again."),
        StatusReport(state="ready"),
    )
    idle = desk.window.idle
    assert idle.title.text() == "Not ready to listen"
    assert idle.listen.isHidden()
    click(idle.setup)
    assert opened == [MenuEntry.SETUP]
    desk.play(READY)
    assert idle.title.text() == "No call"


def test_the_menu_leaves_when_a_prompt_comes(desk: Desk) -> None:
    messages = drawn_call()
    first = next(place for place, each in enumerate(messages) if isinstance(each, CueShown))
    desk.play(*messages[:first])
    desk.window.toggle_menu()
    assert desk.window.pages.isHidden()
    desk.play(*messages[first:])
    assert desk.window.menu.isHidden()
    assert desk.window.call.prompts.card.isVisible()


def test_the_strip_says_that_the_phone_rings_and_what_is_due(desk: Desk) -> None:
    desk.window.set_collapsed(True)
    desk.play(READY, FollowUpsDue(items=(DUE,)), CallOffered(offer=1, name="Dana", is_ringing=True))
    strip = desk.window.strip
    assert strip.offer.accessibleName() == "Ringing: Dana"
    assert "call back about the refund" in strip.due.accessibleName()
    desk.play(OfferClosed(offer=1), FollowUpsDue(items=()))
    assert strip.offer.isHidden()
    assert strip.due.isHidden()


def test_troubles_and_reminders_are_announced_once_to_who_wants_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []

    def note(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", note)
    desk.play(READY, Trouble(sentence="The disk is full."))
    assert heard == []
    desk.window.announces = True
    desk.play(Trouble(sentence="The disk is full."), Trouble(sentence="The headset is gone."))
    desk.play(FollowUpsDue(items=(DUE,)), Trouble(sentence="The headset is gone."))
    assert heard[0] == "The headset is gone."
    assert "call back about the refund" in heard[1]
    assert len(heard) == 2
