"""The window's keys at work: one shortcut for each line of `keys.KEYS`."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication

from assist.core.review import Verdict
from assist.ui.review.keyhelp import KeyHelp
from assist.ui.review.keys import KEYS

if TYPE_CHECKING:
    from assist.ui.review.window import ReviewWindow


_TABS = ("flagged", "all", "team", "causes", "live", "followups")
_EVERYWHERE = frozenset({*_TABS, "search", "refresh", "keys"})
"""What works on every tab; the rest is about the list and the call beside it."""


class Shortcuts(QObject):
    """Makes and holds them; `by_action` has each by its key's action."""

    def __init__(self, window: "ReviewWindow") -> None:
        super().__init__(window)
        self._window = window
        self._is_agent = False
        self._is_on_calls = True
        self.by_action: dict[str, QShortcut] = {}
        actions = self._actions()
        for key in KEYS:
            shortcut = QShortcut(QKeySequence(key.chord), window)
            shortcut.activated.connect(actions[key.action])
            self.by_action[key.action] = shortcut
        self._back = QShortcut(QKeySequence(Qt.Key.Key_Escape), window)
        self._back.activated.connect(window.list.setFocus)

    def be_agent(self, *, is_agent: bool) -> None:
        """Agents judge nothing: those keys are off."""
        self._is_agent = is_agent
        self._allow()

    def be_on_calls(self, *, is_on: bool) -> None:
        """On a page of its own no call is to be seen: nothing may be done to it unseen."""
        self._is_on_calls = is_on
        self._allow()

    def _allow(self) -> None:
        for key in KEYS:
            is_for_all = not (self._is_agent and key.leads_only)
            is_seen = self._is_on_calls or key.action in _EVERYWHERE
            self.by_action[key.action].setEnabled(is_for_all and is_seen)
        self._back.setEnabled(self._is_on_calls)

    def _actions(self) -> dict[str, Callable[[], object]]:
        window, view, panel = self._window, self._window.view, self._window.panel
        return {
            "flagged": lambda: window.choose_tab("flagged"),
            "all": lambda: window.choose_tab("all"),
            "team": lambda: window.choose_tab("team"),
            "causes": lambda: window.choose_tab("causes"),
            "live": lambda: window.choose_tab("live"),
            "followups": lambda: window.choose_tab("followups"),
            "search": window.search.setFocus,
            "list": window.list.setFocus,
            "transcript": view.transcript.setFocus,
            "axis": view.plot.setFocus,
            "scorecard": self._focus_scores,
            "next_call": lambda: window.side.step(1),
            "previous_call": lambda: window.side.step(-1),
            "play": self._space,
            "back": lambda: view.step_by(-1),
            "forth": lambda: view.step_by(1),
            "next_moment": view.go_next,
            "last_moment": view.go_last,
            "slower": lambda: view.change_speed(-1),
            "faster": lambda: view.change_speed(1),
            "skip_silence": view.skip.toggle,
            "comment": panel.remarks.field.setFocus,
            "mark_right": lambda: view.facts.mark_first(Verdict.RIGHT),
            "mark_wrong": lambda: view.facts.mark_first(Verdict.WRONG),
            "mark_missed": view.facts.open_missed,
            "reviewed": lambda: self._with_call(panel.reviewed.click),
            "hand": lambda: self._with_call(panel.hand.showMenu),
            "coach": lambda: self._with_call(panel.coach.click),
            "export": lambda: self._with_call(panel.export.click),
            "refresh": window.refresh,
            "keys": lambda: KeyHelp(window, window.theme, is_agent=self._is_agent).show(),
        }

    def _with_call(self, act: Callable[[], object]) -> None:
        if self._window.view.call is not None:
            act()

    def _space(self) -> None:
        """Plays; on a button it presses that, as everywhere."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractButton) and self._window.isAncestorOf(focused):
            focused.click()
        elif self._window.view.call is not None:
            self._window.view.playback.toggle()

    def _focus_scores(self) -> None:
        if self._window.panel.scores.values:
            self._window.panel.scores.values[0].setFocus()
