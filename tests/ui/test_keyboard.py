"""Everything can be reached and used with the keyboard alone, in an order that can be followed."""

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from assist import app
from assist.ui.about import AboutWindow
from assist.ui.editor.window import RuleEditorWindow
from assist.ui.native.chords import Shortcut
from assist.ui.practice.opening import open_practice
from assist.ui.preferences.firstrun import FirstRunWindow
from assist.ui.preferences.pages import PAGES
from assist.ui.preferences.window import PreferencesWindow
from assist.ui.sidebar.docking import Place
from assist.ui.sidebar.window import SidebarWindow
from assist.ui.theme import make_theme
from tests.helpers import uicall
from tests.helpers.setupdesk import ScriptedSetup
from tests.helpers.ui import NotingDesktop

CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit,
)  # fmt: skip
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
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    if isinstance(window, SidebarWindow):
        window.press_shortcut(Shortcut.LET_ME_TYPE)  # it never takes the keys by itself
    else:
        window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window, timeout=SETTLE_MS)


def _controls(window: QWidget) -> list[QWidget]:
    """What a mouse can use now; the parts of a control are the control's own."""
    found: list[QWidget] = []
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, CONTROLS) or not widget.isVisibleTo(window):
            continue
        parent = widget.parent()
        is_part = isinstance(parent, QComboBox | QAbstractSpinBox)
        if widget.isEnabled() and not is_part and widget.window() is window:
            found.append(widget)
    return found


def _tabbed_through(window: QWidget) -> list[QWidget]:
    """Where Tab leads, from the first control on until it comes round."""
    order: list[QWidget] = []
    for _ in range(400):
        at = QApplication.focusWidget()
        if at is not None and at in order:
            break
        if at is not None:
            order.append(at)
        window.focusNextPrevChild(True)
    return order


def _unreached(window: QWidget) -> list[str]:
    reached = _tabbed_through(window)
    # Of buttons of which one is chosen Tab reaches that one, the arrow keys the others.
    groups = [button.group() for button in reached if isinstance(button, QAbstractButton)]
    return [
        f"{type(control).__name__} {control.accessibleName() or _words(control)!r}"
        for control in _controls(window)
        if control not in reached
        and not (isinstance(control, QAbstractButton) and control.group() in filter(None, groups))
    ]


def _words(control: QWidget) -> str:
    return control.text() if isinstance(control, QAbstractButton) else control.objectName()


def _unnamed(window: QWidget) -> list[str]:
    """Boxes to choose from: a screen reader is told their value, so the name must be given."""
    return [
        f"{type(control).__name__} in {type(control.parent()).__name__}"
        for control in window.findChildren(QWidget)
        if isinstance(control, QComboBox | QAbstractSpinBox | QLineEdit | QPlainTextEdit)
        and not isinstance(control.parent(), QComboBox | QAbstractSpinBox)
        and not control.accessibleName()
    ]


def _jumps_up(window: QWidget, order: list[QWidget]) -> int:
    """How often Tab goes back up by more than a third of the window: columns are allowed."""
    tops = [widget.mapTo(window, QPoint(0, 0)).y() for widget in order]
    return sum(later < earlier - window.height() / 3 for earlier, later in itertools.pairwise(tops))


@pytest.mark.parametrize("call", ["drawn", "ended", "none"])
def test_the_sidebar_is_used_by_keyboard_once_it_was_lent(qtbot: QtBot, call: str) -> None:
    window = SidebarWindow(
        make_theme("light"), lambda _: None, NotingDesktop(), Place(side="right", width=340)
    )
    window.resize(340, 900)
    messages = {"drawn": uicall.drawn_call, "ended": uicall.ended_call, "none": list}[call]()
    for message in messages:
        window.handle_message(message)
    _show(qtbot, window)
    assert not _unreached(window)
    assert not _unnamed(window)
    assert _jumps_up(window, _tabbed_through(window)) <= 1
    window.focus_loan.give_back()


def test_the_rule_editor_is_used_by_keyboard(qtbot: QtBot) -> None:
    window = RuleEditorWindow(make_theme("light"), app.rule_desk("agent"))
    _show(qtbot, window, lambda: not window.worker.is_busy)
    assert not _unreached(window)
    assert not _unnamed(window)
    window.close()


def test_the_settings_are_used_by_keyboard(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CALLASSIST_POLICY", str(tmp_path / "policy.toml"))
    window = PreferencesWindow(make_theme("light"), app.settings_desk())
    _show(qtbot, window, lambda: not window.worker.is_busy)
    unreached = {}
    for page in PAGES:
        window.open_page(page.name)
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        if lacking := _unreached(window):
            unreached[page.name] = lacking
    assert not unreached
    assert not _unnamed(window)
    window.close()


def test_the_first_run_is_used_by_keyboard(qtbot: QtBot) -> None:
    window = FirstRunWindow(make_theme("light"), ScriptedSetup())
    _show(qtbot, window, lambda: not window.worker.is_busy)
    assert not _unreached(window)
    assert not _unnamed(window)
    window.close()


def test_practice_and_about_are_used_by_keyboard(qtbot: QtBot) -> None:
    practice = open_practice(app.practice(), make_theme("light"))
    _show(qtbot, practice, lambda: practice.choose.list.count() > 0)
    assert not _unreached(practice)
    practice.close()
    about = AboutWindow(make_theme("light"), "1.0", "Apache License")
    _show(qtbot, about)
    assert not _unreached(about)
    qtbot.keyClick(about, Qt.Key.Key_Escape)
    assert not about.isVisible()


def test_what_tab_does_not_reach_would_be_found(qtbot: QtBot) -> None:
    window = QWidget()
    reached, left_out = QLineEdit(window), QLineEdit(window)
    reached.setAccessibleName("Reached")
    left_out.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    _show(qtbot, window)
    assert _unreached(window) == ["QLineEdit ''"]
    assert _unnamed(window) == ["QLineEdit in QWidget"]
