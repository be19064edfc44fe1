"""The windows of settings and of the first run are opened once and follow what changes."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QApplication,
)
from pytestqt.qtbot import QtBot

from assist import app, paths
from assist.core.errors import AssistError
from assist.ui.preferences.controls import (
    NumberControl,
)
from assist.ui.preferences.opening import PreferenceWindows
from assist.ui.theme import make_theme
from tests.helpers.setupdesk import ScriptedSetup


def test_one_window_of_each_follows_what_changes_elsewhere(
    qtbot: QtBot, qapp: QApplication
) -> None:
    schemes = ["dark"]
    windows = PreferenceWindows(
        app.settings_desk, ScriptedSetup, theme=lambda: make_theme(schemes[0])
    )
    first = windows.settings_window()
    assert windows.settings_window() is first
    with qtbot.waitSignal(windows.settings_changed):
        first.put("theme", "light")
    with qtbot.waitSignal(windows.setup_asked):
        first.set_up.click()
    second = windows.first_run_window()
    with qtbot.waitSignal(windows.settings_changed):
        second.notice.buttons["agent"].click()
    app.change_setting("text_percent", 150)
    schemes[0] = "light"
    windows.follow(["shortcut_flag"])
    size = first.rows["text_percent"].control
    assert isinstance(size, NumberControl)
    assert size.box.value() == 150
    assert first.palette().window().color().lightness() > 200
    assert second.palette().window().color().lightness() > 200
    assert "Another program" in first.rows["shortcut_flag"].problem.text()
    for window in (first, second):
        window.close()
    assert windows.settings is None
    assert windows.first_run is None
    paths.settings_file().write_text("theme = dark\n")
    with pytest.raises(AssistError, match="line 1"):
        windows.settings_window()
    for window in (first, second):
        QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
