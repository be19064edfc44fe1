"""The Settings window: pages of settings over one `SettingsDesk`.

A value is kept as soon as it is right and holds at once; what is wrong is said beside it and not
kept. Nothing in it is modal: a call may run beside it.
"""

import re
from collections.abc import Callable, Collection
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from assist.core.errors import AssistError
from assist.core.preferences import (
    DeviceChoice,
    ModelChoice,
    PreferenceValue,
    SettingsDesk,
)
from assist.core.words import Party
from assist.ui.editor.style import label, restyle
from assist.ui.editor.worker import Worker
from assist.ui.preferences import wording
from assist.ui.preferences.controls import ChordControl
from assist.ui.preferences.fits import described
from assist.ui.preferences.pages import NEXT_CALL, NEXT_START, PAGES, Page
from assist.ui.preferences.row import SettingRow
from assist.ui.preferences.style import open_size, preferences_sheet
from assist.ui.sentences import said
from assist.ui.theme import Theme, qt_palette

_WIDE, _HIGH = 760, 560
Answer = TypeVar("Answer")


class PreferencesWindow(QWidget):
    """Edits the user's settings. Emits `changed` with the keys after each change that was kept,
    `closed`, and `setup_asked` for the first run's window.
    """

    changed = Signal(object)
    closed = Signal()
    setup_asked = Signal()
    capturing = Signal(bool)
    """A field for the keys of a shortcut has the focus, or no longer."""

    def __init__(self, theme: Theme, desk: SettingsDesk) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("preferences")
        self.setWindowTitle(self.tr("Call Assist settings"))
        self._desk = desk
        self._taken: frozenset[str] = frozenset()
        self.worker = Worker(self)
        self.rows: dict[str, SettingRow] = {}
        self._build()
        self.set_theme(theme)
        self.resize(open_size(self, theme, _WIDE, _HIGH))
        # What the system has takes a moment to find: until then no choice stands there empty.
        self._offer_devices(())
        self._offer_playbooks(())
        self.refresh()
        self.list.setCurrentRow(0)
        self._ask_devices()
        self._ask_models()

    def _build(self) -> None:
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Pages"))
        self.pages = QStackedWidget(self)
        self.test_team = QPushButton(self.tr("Test the connection"), self)
        self.team_answer = label("", self, part="note")
        self.team_answer.hide()
        self.leaves = label("", self, part="note")
        self.key_place = label("", self, part="note", ink="muted")
        self.set_up = QPushButton(self.tr("Set up again…"), self)
        self.set_up.setAccessibleDescription(
            self.tr("Model, headset, a sentence and the customer's side, step by step")
        )
        self.device_note = label("", self, part="note", ink="red")
        self.device_note.hide()
        preferences = self._desk.preferences()
        for page in PAGES:
            self.list.addItem(wording.page(page.name))
            for key in page.keys:
                self.rows[key] = SettingRow(preferences[key], self)
            self.pages.addWidget(self._page(page))
        self.notes = label("", self, part="note", ink="warm")
        self.status = label("", self, part="note", ink="muted")
        self.status.setAccessibleName(self.tr("What was kept"))
        self.undo = QPushButton(self.tr("Undo"), self)
        self.undo.setToolTip("Ctrl+Z")
        self.undo.setAccessibleDescription(self.tr("Takes the latest change back"))
        self.restore = QPushButton(self.tr("As before"), self)
        self.restore.setAccessibleDescription(
            self.tr("Makes everything as it was when this window was opened")
        )
        self.leave = QPushButton(self.tr("Close"), self)
        bar = QHBoxLayout()
        bar.addWidget(self.status, 1)
        for button in (self.undo, self.restore, self.leave):
            button.setProperty("kind", "wide")
            bar.addWidget(button)
        body = QHBoxLayout()
        body.addWidget(self.list)
        body.addWidget(self.pages, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.notes)
        self._column.addLayout(body, 1)
        self._column.addLayout(bar)
        self._wire()

    def _page(self, page: Page) -> QWidget:
        inner = QWidget(self)
        inner.setObjectName("settingsPage")
        column = QVBoxLayout(inner)
        for key in page.keys:
            column.addWidget(self.rows[key])
        extras: dict[str, tuple[QWidget, ...]] = {
            "headset": (self.device_note, self.set_up),
            "privacy": (self.key_place,),
            "team": (self.test_team, self.team_answer, self.leaves),
        }
        for extra in extras.get(page.name, ()):
            is_button = isinstance(extra, QPushButton)
            side = Qt.AlignmentFlag.AlignLeft if is_button else Qt.AlignmentFlag(0)
            column.addWidget(extra, 0, side)
            if is_button:
                extra.setProperty("kind", "wide")
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        area.setAccessibleName(wording.page(page.name))
        return area

    def _wire(self) -> None:
        self.list.currentRowChanged.connect(self.pages.setCurrentIndex)
        for row in self.rows.values():
            row.edited.connect(self.put)
            row.typed.connect(self._check)
            row.reset_asked.connect(self._reset)
            if isinstance(row.control, ChordControl):
                row.control.capturing.connect(self.capturing)
        self.undo.clicked.connect(self.undo_change)
        self.restore.clicked.connect(self._restore)
        self.leave.clicked.connect(self.close)
        self.test_team.clicked.connect(self._try_team)
        self.set_up.clicked.connect(self.setup_asked)
        QShortcut(QKeySequence.StandardKey.Undo, self).activated.connect(self.undo_change)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.close)

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in another theme."""
        self.setPalette(qt_palette(theme.palette))
        self.setStyleSheet(preferences_sheet(theme))
        self.list.setFixedWidth(theme.space(150))
        space = theme.space(12)
        self._column.setContentsMargins(space, space, space, space)
        self._column.setSpacing(theme.space(10))
        for place in range(self.pages.count()):
            area = self.pages.widget(place)
            assert isinstance(area, QScrollArea)
            inner = area.widget()
            column = inner.layout() if inner is not None else None
            assert isinstance(column, QVBoxLayout)
            column.setContentsMargins(space, 0, space, space)
            column.setSpacing(theme.space(14))
        for row in self.rows.values():
            row.set_theme(theme)

    def open_page(self, name: str) -> None:
        """Show a page by its name ("headset", "privacy" …)."""
        for place, page in enumerate(PAGES):
            if page.name == name:
                self.list.setCurrentRow(place)

    def show_taken(self, keys: Collection[str]) -> None:
        """Say of these shortcuts that another program holds their keys."""
        self._taken = frozenset(keys)
        self.refresh()

    # --- values ---------------------------------------------------------------------------------

    def refresh(self, settled: Collection[str] = ()) -> None:
        """Show what is in force now.

        What was typed and is not kept stays with its problem, unless its key is `settled`: a text
        that vanishes because another setting changed would seem to be kept.
        """
        try:
            preferences = self._desk.preferences()
        except AssistError as error:
            self._say(said(str(error)), is_wrong=True)
            return
        for key, row in self.rows.items():
            is_open = key not in settled and not preferences[key].is_locked
            if is_open and row.control.has_draft:
                row.show_origin(preferences[key])
                continue
            row.show_preference(preferences[key])
            is_held = key in self._taken and bool(preferences[key].value)
            row.show_problem(
                self.tr("Another program holds these keys; choose others.") if is_held else ""
            )
        shares = str(preferences["team_shares"].value)
        self.leaves.setText(wording.leaves(shares, bool(preferences["team_database"].value)))
        self.key_place.setText(wording.key_place(self._desk.key_place))
        self.notes.setText("\n".join(map(said, self._desk.notes)))
        self.notes.setVisible(bool(self.notes.text()))
        self.undo.setEnabled(self._desk.can_undo)
        self.restore.setEnabled(self._desk.can_restore)

    def put(self, key: str, value: PreferenceValue) -> None:
        """Keep a value, or say beside it what is wrong with it."""
        try:
            is_changed = self._desk.put(key, value)
        except AssistError as error:
            self.rows[key].show_problem(_in_words(str(error)))
            self._say("")  # what was kept before is not this
            return
        self._kept((key,) if is_changed else (), settled=(key,))

    def _check(self, key: str, text: str) -> None:
        try:
            problem = self._desk.check(key, text.strip())
        except AssistError as error:
            problem = str(error)
        self.rows[key].show_problem(_in_words(problem))
        if problem:
            self._say("")

    def _reset(self, key: str) -> None:
        self._try(lambda: (key,) if self._desk.reset(key) else (), settled=(key,))

    def undo_change(self) -> None:
        """Take the latest change back."""
        self._try(lambda: tuple(filter(None, (self._desk.undo(),))))

    def _restore(self) -> None:
        def act() -> tuple[str, ...]:
            self._desk.restore()
            return tuple(self.rows)

        self._try(act)

    def _try(self, act: Callable[[], tuple[str, ...]], settled: Collection[str] = ()) -> None:
        try:
            keys = act()
        except AssistError as error:
            self._say(said(str(error)), is_wrong=True)
            return
        self._kept(keys, settled or keys)

    def _kept(self, keys: tuple[str, ...], settled: Collection[str]) -> None:
        self.refresh(settled)
        if not keys:
            return
        if set(keys) <= NEXT_START:
            self._say(self.tr("Kept; it holds from the next start on."))
        elif set(keys) <= NEXT_CALL:
            self._say(self.tr("Kept; it holds from the next call on."))
        else:
            self._say(self.tr("Kept; it holds now."))
        self.changed.emit(keys)

    def _say(self, sentence: str, *, is_wrong: bool = False) -> None:
        self.status.setText(said(sentence))
        restyle(self.status, "ink", "red" if is_wrong else "muted")

    # --- what takes longer ----------------------------------------------------------------------

    def _ask_devices(self) -> None:
        self.worker.ask("devices", lambda: _answer(self._desk.devices), self._show_devices)

    def _show_devices(self, answer: "tuple[DeviceChoice, ...] | AssistError") -> None:
        devices = () if isinstance(answer, AssistError) else answer
        self.device_note.setText(said(str(answer)) if isinstance(answer, AssistError) else "")
        self.device_note.setVisible(bool(self.device_note.text()))
        self._offer_devices(devices)
        self.refresh()

    def _offer_devices(self, devices: "tuple[DeviceChoice, ...]") -> None:
        for key, party in (("agent_device", Party.AGENT), ("customer_device", Party.CUSTOMER)):
            names = [(each.name, each.description) for each in devices if each.party is party]
            self.rows[key].set_choices([("", self.tr("the system's own choice")), *names])

    def _ask_models(self) -> None:
        def ask() -> tuple[tuple[ModelChoice, ...], tuple[str, ...]]:
            return self._desk.models(), self._desk.playbooks()

        self.worker.ask("models", lambda: _answer(ask), self._show_models)

    def _show_models(
        self, answer: "tuple[tuple[ModelChoice, ...], tuple[str, ...]] | AssistError"
    ) -> None:
        if isinstance(answer, AssistError):
            self.rows["model"].show_problem(said(str(answer)))
            return
        models, playbooks = answer
        self.rows["model"].set_choices(
            [(each.name, described(each)) for each in models if each.is_here]
        )
        self._offer_playbooks(playbooks)
        self.refresh()

    def _offer_playbooks(self, playbooks: tuple[str, ...]) -> None:
        self.rows["playbook"].set_choices(
            [
                ("", self.tr("English, as it comes with the app")),
                *(
                    (name, self.tr("Spanish") if name == "es" else name)
                    for name in playbooks
                    if name != "default"
                ),
            ]
        )

    def _try_team(self) -> None:
        address = str(self._desk.preferences()["team_database"].value)
        self._show_team(self.tr("Connecting…"), is_wrong=False)
        self.test_team.setEnabled(False)
        self.worker.ask("team", lambda: _answer(lambda: self._desk.try_team(address)), self._tried)

    def _tried(self, answer: "str | AssistError") -> None:
        self.test_team.setEnabled(True)
        self._show_team(said(str(answer)), is_wrong=isinstance(answer, AssistError))

    def _show_team(self, sentence: str, *, is_wrong: bool) -> None:
        self.team_answer.setText(sentence)
        self.team_answer.show()
        restyle(self.team_answer, "ink", "red" if is_wrong else "green")

    def closeEvent(self, event: QCloseEvent) -> None:
        field = self.focusWidget()
        if field is not None:
            field.clearFocus()  # what is still being typed counts
        self.worker.stop()
        super().closeEvent(event)
        self.closed.emit()


def _in_words(problem: str) -> str:
    """A problem in the user's language, another setting by its title."""
    sentence = said(problem)
    named = re.search(r"\b[a-z]+(?:_[a-z]+)+\b", sentence)
    return sentence.replace(named[0], wording.title(named[0])) if named else sentence


def _answer(ask: Callable[[], Answer]) -> "Answer | AssistError":
    """What a question gives, or why it cannot be answered: neither is raised in Qt's loop."""
    try:
        return ask()
    except AssistError as error:
        return error
