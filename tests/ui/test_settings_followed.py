"""The sidebar follows its settings and the system's while it stands: looks, sizes, keys."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assist.core.commands import Command
from assist.core.errors import AssistError
from assist.settings import Settings
from assist.ui.keys import Keys
from assist.ui.look import Look
from assist.ui.main import run_desktop
from assist.ui.native.chords import DEFAULT_KEYS, Shortcut
from assist.ui.shell import OwnSettings, Shell, Ways
from assist.ui.sidebar.docking import Place
from assist.ui.sidebar.window import SidebarWindow
from assist.ui.theme import DARK, LIGHT
from tests.helpers.ui import ScriptedLink
from tests.helpers.uicall import drawn_call, ended_call
from tests.ui.conftest import Desk

LONG_MS = 30_000


def ground(window: SidebarWindow) -> str:
    """The colour of the window's own ground, from its pixels."""
    picture = window.grab().toImage()
    return picture.pixelColor(1, picture.height() // 2).name().upper()


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


def test_promises_grow_with_the_text(desk: Desk, qtbot: QtBot) -> None:
    desk.window.resize(340, 900)
    desk.play(*drawn_call())
    rows = desk.window.call.promises.view

    def height() -> int:
        return rows.visualRect(rows.model().index(0, 0)).height()

    qtbot.waitUntil(lambda: height() > 0, timeout=LONG_MS)
    before = height()
    desk.window.apply(Look(theme="light", text_percent=150))
    qtbot.waitUntil(lambda: height() >= round(1.4 * before), timeout=LONG_MS)
    assert rows.height() == rows.model().rowCount() * height()


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
