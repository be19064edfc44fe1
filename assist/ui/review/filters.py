"""The chips above the list: which calls are shown, and filters kept under a name."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QWidget, QWidgetAction

from assist.core.review import ReviewFilter, SavedFilter
from assist.ui.review import wording
from assist.ui.review.flow import FlowLayout
from assist.ui.review.style import restyle
from assist.ui.theme import Theme

REASONS = (
    "manager_asked",
    "at_risk",
    "agent_asked_help",
    "angry_at_end",
    "dead_end_standing",
    "angry_transfer",
    "upset_at_end",
    "not_acknowledged",
    "promise_overdue",
    "promise_without_time",
    "repeat_unresolved",
    "agent_flagged",
    "notice_not_said",
    "prompts_ignored",
    "sound_lost",
)
_OUTCOMES = ("resolved", "follow_up", "unresolved")
_LONGEST_NAME = 22


class FilterBar(QWidget):
    """Emits `changed` with the filter asked for; `save_asked` and `drop_asked` with a name.

    A saved filter says everything but the tab: that is where `base` comes from.
    """

    changed = Signal(object)
    save_asked = Signal(object)
    drop_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = ReviewFilter()
        self._agents: tuple[str, ...] = ()
        self._saved: tuple[SavedFilter, ...] = ()
        self.to_review = self._chip(self.tr("To review"))
        self.to_review.setCheckable(True)
        self.to_review.setAccessibleDescription(self.tr("Only calls nobody has reviewed yet"))
        self.to_review.toggled.connect(
            lambda is_on: self._change(is_reviewed=False if is_on else None)
        )
        self.time = self._menu_chip(self._fill_time)
        self.agent = self._menu_chip(self._fill_agents)
        self.reason = self._menu_chip(self._fill_reasons)
        self.outcome = self._menu_chip(self._fill_outcomes)
        self.saved = self._menu_chip(self._fill_saved)
        self._row = FlowLayout(self)
        for chip in self.chips:
            self._row.addWidget(chip)
        self._show()

    @property
    def chips(self) -> tuple[QPushButton, ...]:
        return (self.to_review, self.time, self.agent, self.reason, self.outcome, self.saved)

    @property
    def wanted(self) -> ReviewFilter:
        return self._wanted

    def set_theme(self, theme: Theme) -> None:
        self._row.setContentsMargins(
            theme.space(14), theme.space(12), theme.space(12), theme.space(12)
        )
        self._row.setSpacing(theme.space(6))

    def set_wanted(self, wanted: ReviewFilter) -> None:
        """Show a filter without asking for it."""
        self._wanted = wanted
        self._show()

    def set_agents(self, agents: tuple[str, ...]) -> None:
        self._agents = agents

    def set_saved(self, saved: tuple[SavedFilter, ...]) -> None:
        self._saved = saved
        self._show()

    def allow_agents(self, *, is_allowed: bool) -> None:
        """Agents see their own calls only: nothing to choose."""
        self.agent.setVisible(is_allowed)

    def _chip(self, text: str) -> QPushButton:
        chip = QPushButton(text, self)
        chip.setProperty("kind", "chip")
        return chip

    def _menu_chip(self, fill: Callable[[QMenu], None]) -> QPushButton:
        chip = self._chip("")
        menu = QMenu(chip)
        menu.setToolTipsVisible(True)

        def refill() -> None:
            menu.clear()
            fill(menu)

        menu.aboutToShow.connect(refill)
        chip.setMenu(menu)
        return chip

    def _change(self, **fields: Any) -> None:
        wanted = replace(self._wanted, **fields)
        if wanted != self._wanted:
            self._wanted = wanted
            self._show()
            self.changed.emit(wanted)

    def _show(self) -> None:
        wanted = self._wanted
        self.to_review.blockSignals(True)
        self.to_review.setChecked(wanted.is_reviewed is False)
        self.to_review.blockSignals(False)
        times = dict(self._times())
        self._label(self.time, times.get(wanted.days, self.tr("Any time")), bool(wanted.days))
        self._label(self.agent, wanted.agent or self.tr("Any agent"), bool(wanted.agent))
        reason = wording.reason_text(wanted.reason) if wanted.reason else self.tr("Reason")
        self._label(self.reason, reason, bool(wanted.reason))
        outcome = wording.outcome_text(wanted.outcome) if wanted.outcome else self.tr("Outcome")
        self._label(self.outcome, outcome, bool(wanted.outcome))
        plain = replace(wanted, is_flagged=None, text="", order=ReviewFilter().order)
        name = next((each.name for each in self._saved if each.wanted == plain), "")
        self._label(self.saved, name or self.tr("Saved"), bool(name))

    def _label(self, chip: QPushButton, text: str, is_set: bool) -> None:
        chip.setAccessibleName(text)
        chip.setText(text if len(text) <= _LONGEST_NAME else text[: _LONGEST_NAME - 1] + "…")
        restyle(chip, "isOn", is_set)
        self._row.invalidate()

    def _times(self) -> tuple[tuple[int, str], ...]:
        return (
            (0, self.tr("Any time")),
            (1, self.tr("Today")),
            (7, self.tr("This week")),
            (30, self.tr("Last 30 days")),
            (90, self.tr("Last 90 days")),
        )

    def _fill_time(self, menu: QMenu) -> None:
        choices = [(text, days) for days, text in self._times()]
        self._choices(menu, choices, self._wanted.days, lambda days: self._change(days=days))

    def _fill_agents(self, menu: QMenu) -> None:
        choices = [(self.tr("Any agent"), ""), *((name, name) for name in self._agents)]
        self._choices(menu, choices, self._wanted.agent, lambda name: self._change(agent=name))

    def _fill_reasons(self, menu: QMenu) -> None:
        choices = [(self.tr("Any reason"), "")]
        choices += [(wording.reason_text(reason), reason) for reason in REASONS]
        self._choices(menu, choices, self._wanted.reason, lambda one: self._change(reason=one))

    def _fill_outcomes(self, menu: QMenu) -> None:
        choices = [(self.tr("Any outcome"), "")]
        choices += [(wording.outcome_text(outcome), outcome) for outcome in _OUTCOMES]
        self._choices(menu, choices, self._wanted.outcome, lambda one: self._change(outcome=one))

    def _choices(
        self,
        menu: QMenu,
        choices: list[tuple[str, Any]],
        now: object,
        choose: Callable[[Any], None],
    ) -> None:
        group = QActionGroup(menu)
        for text, value in choices:
            action = QAction(text.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(value == now)
            action.triggered.connect(lambda _=False, value=value: choose(value))
            group.addAction(action)
            menu.addAction(action)

    def _fill_saved(self, menu: QMenu) -> None:
        for saved in self._saved:
            action = menu.addAction(saved.name.replace("&", "&&"))
            action.triggered.connect(lambda _=False, saved=saved: self._apply(saved))
        if self._saved:
            menu.addSeparator()
            forget = menu.addMenu(self.tr("Forget"))
            for saved in self._saved:
                action = forget.addAction(saved.name.replace("&", "&&"))
                action.triggered.connect(
                    lambda _=False, name=saved.name: self.drop_asked.emit(name)
                )
        field = QLineEdit(menu)
        field.setPlaceholderText(self.tr("Save this filter as …"))
        field.setAccessibleName(self.tr("Name for this filter"))
        field.returnPressed.connect(lambda: self._save(field.text(), menu))
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(field)
        menu.addAction(holder)

    def _apply(self, saved: SavedFilter) -> None:
        kept = self._wanted
        self._change(
            is_reviewed=saved.wanted.is_reviewed,
            days=saved.wanted.days,
            agent=saved.wanted.agent,
            reason=saved.wanted.reason,
            outcome=saved.wanted.outcome,
            handed_to=saved.wanted.handed_to,
            is_flagged=kept.is_flagged,
        )

    def _save(self, name: str, menu: QMenu) -> None:
        name = " ".join(name.split())
        if not name:
            return
        plain = replace(self._wanted, is_flagged=None, text="", order=ReviewFilter().order)
        self.save_asked.emit(SavedFilter(name=name, wanted=plain))
        menu.close()
