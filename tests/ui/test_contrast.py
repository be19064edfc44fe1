"""Every text can be read in light and dark: its contrast is measured from the pixels drawn."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from assist import app
from assist.core.notices import Trouble
from assist.ui.about import AboutWindow
from assist.ui.editor.window import RuleEditorWindow
from assist.ui.practice.opening import open_practice
from assist.ui.preferences.firstrun import FirstRunWindow
from assist.ui.preferences.pages import PAGES
from assist.ui.preferences.window import PreferencesWindow
from assist.ui.sidebar.docking import Place
from assist.ui.sidebar.window import SidebarWindow
from assist.ui.theme import make_theme
from tests.helpers import uicall
from tests.helpers.pixels import drawn, legibility, texts, unreadable
from tests.helpers.setupdesk import ScriptedSetup
from tests.helpers.ui import NotingDesktop

TEXT, PROMPT = 4.5, 7.0
THEMES = ("light", "dark")
SETTLE_MS = 60_000


@pytest.fixture(autouse=True)
def fusion(qapp: QApplication) -> None:
    if qapp.style().objectName() != "fusion":
        qapp.setStyle("Fusion")


def _show(qtbot: QtBot, window: QWidget, is_ready: Callable[[], bool] = lambda: True) -> None:
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    qtbot.waitUntil(is_ready, timeout=SETTLE_MS)
    # What is posted but not yet laid out would be measured in the wrong place.
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def _sidebar(qtbot: QtBot, theme: str, call: str) -> SidebarWindow:
    window = SidebarWindow(
        make_theme(theme), lambda _: None, NotingDesktop(), Place(side="right", width=340)
    )
    window.resize(340, 900)
    _show(qtbot, window)
    messages = {"drawn": uicall.drawn_call, "ended": uicall.ended_call, "none": list}[call]()
    for message in (*messages, Trouble(sentence="The sound device Headset is gone; plug it in.")):
        window.handle_message(message)
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    return window


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("call", ["drawn", "ended", "none"])
def test_the_sidebar_can_be_read(qtbot: QtBot, theme: str, call: str) -> None:
    window = _sidebar(qtbot, theme, call)
    assert len(texts(window)) > 4
    assert not unreadable(window, TEXT)


@pytest.mark.parametrize("theme", THEMES)
def test_the_prompt_stands_out_seven_to_one(qtbot: QtBot, theme: str) -> None:
    window = _sidebar(qtbot, theme, "drawn")
    card = window.call.prompts.card
    image = drawn(window)
    measured = {
        text: legibility(image, place)
        for text, place in texts(window)
        if text in {label.text() for label in card.findChildren(QLabel)}
    }
    assert "Say what you can do, and when" in measured
    assert "One thing you can start now" in measured
    assert not {text: value for text, value in measured.items() if value < PROMPT}


@pytest.mark.parametrize("theme", THEMES)
def test_the_rule_editor_can_be_read(qtbot: QtBot, theme: str) -> None:
    window = RuleEditorWindow(make_theme(theme), app.rule_desk("agent"))
    _show(qtbot, window, lambda: not window.worker.is_busy)
    assert len(texts(window)) > 20
    assert not unreadable(window, TEXT)
    window.close()


@pytest.mark.parametrize("theme", THEMES)
def test_the_settings_can_be_read(
    qtbot: QtBot, theme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CALLASSIST_POLICY", str(tmp_path / "policy.toml"))
    window = PreferencesWindow(make_theme(theme), app.settings_desk())
    _show(qtbot, window, lambda: not window.worker.is_busy)
    found = {}
    for page in PAGES:
        window.open_page(page.name)
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        if low := unreadable(window, TEXT):
            found[page.name] = low
    assert not found
    window.close()


@pytest.mark.parametrize("theme", THEMES)
def test_the_first_run_can_be_read(qtbot: QtBot, theme: str) -> None:
    window = FirstRunWindow(make_theme(theme), ScriptedSetup())
    _show(qtbot, window, lambda: not window.worker.is_busy)
    assert not unreadable(window, TEXT)
    window.close()


@pytest.mark.slow
@pytest.mark.parametrize("theme", THEMES)
def test_the_practice_can_be_read(qtbot: QtBot, theme: str) -> None:
    window = open_practice(app.practice(), make_theme(theme))
    _show(qtbot, window, lambda: window.choose.list.count() > 0)
    assert not unreadable(window, TEXT)
    window.choose.list.setCurrentRow(0)
    window.choose.start.click()
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.play, timeout=SETTLE_MS)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert not unreadable(window, TEXT)
    window.close()


@pytest.mark.parametrize("theme", THEMES)
def test_what_the_app_is_can_be_read(qtbot: QtBot, theme: str) -> None:
    window = AboutWindow(make_theme(theme), "1.0", "Apache License\n" * 40)
    _show(qtbot, window)
    assert not unreadable(window, TEXT)
    window.close()


def test_a_text_too_pale_would_be_found(qtbot: QtBot) -> None:
    window = QWidget()
    window.setStyleSheet("background: #FFFFFF")
    pale, clear = QLabel("Pale words", window), QLabel("Clear words", window)
    pale.setStyleSheet("color: #8C8C8C; font-size: 13px")
    clear.setStyleSheet("color: #707070; font-size: 13px")
    clear.move(0, 40)
    window.resize(200, 80)
    _show(qtbot, window)
    (found,) = unreadable(window, TEXT)
    assert found.startswith("'Pale words': 3.")
