"""The window's frame: strip, monitors, menu, settings that change, system theme, states."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from assist.core.commands import Command, MuteSide, SettleFollowUp
from assist.core.errors import AssistError
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
from assist.settings import Settings
from assist.ui.keys import Keys
from assist.ui.look import Look
from assist.ui.main import run_desktop
from assist.ui.native.chords import DEFAULT_KEYS, Shortcut
from assist.ui.shell import OwnSettings, Shell, Ways
from assist.ui.sidebar.docking import Place, whole_points
from assist.ui.sidebar.menu import MenuEntry
from assist.ui.sidebar.window import SidebarWindow
from assist.ui.theme import DARK, LIGHT
from tests.helpers.ui import ScriptedLink
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


def ground(window: SidebarWindow) -> str:
    """The colour of the window's own ground, from its pixels."""
    picture = window.grab().toImage()
    return picture.pixelColor(1, picture.height() // 2).name().upper()


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


# --- settings that change while it runs -----------------------------------------------------------


def test_settings_are_applied_to_the_window_that_stands(desk: Desk) -> None:
    desk.window.dock()
    desk.play(*drawn_call())
    desk.window.apply(
        Look(theme="dark", text_percent=150, side="left", width=300, announces=True, motion="none")
    )
    window = desk.window
    assert (window.geometry().left(), window.width()) == (0, 450)
    assert ground(window) == DARK.window
    assert window.announces
    assert Look(motion="none").make_theme().motion_ms == 0
    assert window.header.name.text() == "Dana Ortega"


class Hints:
    """What a system says of itself (`QGuiApplication.styleHints`)."""

    def __init__(self) -> None:
        self.scheme = Qt.ColorScheme.Light

    def styleHints(self) -> "Hints":
        return self

    def colorScheme(self) -> Qt.ColorScheme:
        return self.scheme


def test_it_follows_the_systems_light_and_dark_at_once(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    system = Hints()
    monkeypatch.setattr("assist.ui.theme.QGuiApplication", system)
    grounds: list[str] = []

    def on_shown(window: SidebarWindow) -> None:
        for scheme in (Qt.ColorScheme.Dark, Qt.ColorScheme.Light):
            grounds.append(ground(window))
            system.scheme = scheme
            QApplication.styleHints().colorSchemeChanged.emit(scheme)
        grounds.append(ground(window))
        QTimer.singleShot(0, window.close)

    assert run_desktop(open_link=ScriptedLink, chosen=Settings(), on_shown=on_shown) == 0
    assert grounds == [LIGHT.window, DARK.window, LIGHT.window]


def test_other_keys_are_held_shown_and_said_where_they_are_taken(desk: Desk) -> None:
    desk.desktop.taken = frozenset({"Ctrl+Alt+X"})
    keys = Keys(desk.window, desk.desktop, lambda shortcut: None)
    keys.set_keys({**DEFAULT_KEYS, Shortcut.NOT_NOW: "Ctrl+Alt+Y", Shortcut.FLAG: "Ctrl+Alt+X"})
    assert desk.desktop.chords[Shortcut.NOT_NOW].label == "Ctrl+Alt+Y"
    assert desk.window.call.prompts.card.not_now.text() == "Not now Ctrl+Alt+Y"
    assert desk.window.trouble.startswith("Another program holds Ctrl+Alt+X;")


def test_the_wrap_ups_keys_are_held_only_while_it_is_in_view(desk: Desk) -> None:
    keys = Keys(desk.window, desk.desktop, lambda shortcut: None)
    keys.set_keys(DEFAULT_KEYS)
    desk.window.state_shown.connect(keys.follow)
    assert Shortcut.COPY not in desk.desktop.chords
    desk.play(*ended_call())
    assert {Shortcut.RESOLVED, Shortcut.COPY, Shortcut.PAUSE} <= set(desk.desktop.chords)
    desk.window.next_call()
    assert Shortcut.COPY not in desk.desktop.chords


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


@pytest.mark.parametrize("size", [100, 150, 200])
def test_long_names_and_large_text_stay_inside(desk: Desk, size: int) -> None:
    name = "Maximiliane-Alexandra von Hohenstein-Württemberg zu Fürstenberg"
    desk.window.apply(Look(theme="light", text_percent=size))
    desk.play(*drawn_call(name))
    header = desk.window.header
    assert header.name.geometry().right() < header.clock.geometry().left()
    for part in (header, desk.window.footer, desk.window.call.prompts):
        assert part.geometry().right() < desk.window.width()
    assert header.name.toolTip() or header.name.width() > 0


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


def test_another_theme_leaves_a_window_that_floats_where_it_is(qapp: QApplication) -> None:
    looks = [Look(theme="light"), Look(theme="dark"), Look(theme="dark", side="left")]
    places: list[tuple[str, str]] = []

    def no_desk() -> object:
        raise AssistError("not opened here")

    own = OwnSettings(
        read=lambda: looks[len(places)],
        settings_desk=no_desk,  # type: ignore[arg-type]
        setup_desk=no_desk,  # type: ignore[arg-type]
        needs_first_run=lambda: False,
        policy_problem=lambda: "",
    )
    ways = Ways(
        open_link=ScriptedLink, keep_place=lambda place: None, report_of=_no_report, own=own
    )
    shell = Shell(looks[0], ways)

    def on_shown(window: SidebarWindow) -> None:
        window.frame.move_to(Place(side="", width=340, at=QPoint(50, 40), height=500))
        for _ in looks:
            places.append((window.frame.place.side, ground(window)))
            if len(places) < len(looks):
                shell.reload()
        QTimer.singleShot(0, window.close)

    assert shell.run(qapp, [], None, on_shown) == 0
    assert places == [("", LIGHT.window), ("", DARK.window), ("left", DARK.window)]


def _no_report(url: str) -> Command:
    raise AssistError(url)


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
