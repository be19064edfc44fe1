"""One setting in the window: title, control, what it means, what is wrong, who set it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assist.core.preferences import Preference, ValueOrigin
from assist.ui.editor.style import label, restyle
from assist.ui.preferences import wording
from assist.ui.preferences.controls import (
    ChoiceControl,
    ChordControl,
    Control,
    FileControl,
    ListControl,
    NumberControl,
    SwitchControl,
    TextControl,
)
from assist.ui.preferences.pages import ControlKind, kind_of
from assist.ui.sentences import said
from assist.ui.theme import Theme


class SettingRow(QWidget):
    """Emits `edited` with what the user wants, `typed` with what stands there while it is typed,
    and `reset_asked`.
    """

    edited = Signal(str, object)
    typed = Signal(str, str)
    reset_asked = Signal(str)

    def __init__(self, preference: Preference, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = preference.key
        self.kind = kind_of(self.key, preference.default, preference.choices)
        self.control = _control(self.kind, preference)
        self.control.setParent(self)
        title = wording.title(self.key)
        self.control.field.setAccessibleName(title)
        self.title = label(title, self, part="heading")
        self.title.setBuddy(self.control.field)
        self.title.setVisible(self.kind is not ControlKind.SWITCH)
        self.hint = label(wording.hint(self.key), self, part="note", ink="muted")
        self.hint.setVisible(bool(self.hint.text()))
        self.problem = label("", self, part="note", ink="red")
        self.lock = label("", self, part="note", ink="warm")
        self.reset = QPushButton(self.tr("Default"), self)
        self.reset.setProperty("kind", "flat")
        self.reset.setAccessibleName(self.tr("Default for: {title}").format(title=title))
        self.reset.clicked.connect(lambda: self.reset_asked.emit(self.key))
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        if self.kind is ControlKind.SWITCH:
            head.addWidget(self.control)
        else:
            head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.reset)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(head)
        if self.kind is not ControlKind.SWITCH:
            self._column.addWidget(self.control)
        for part in (self.problem, self.hint, self.lock):
            self._column.addWidget(part)
        self.control.edited.connect(lambda value: self.edited.emit(self.key, value))
        if isinstance(self.control, TextControl):
            self.control.typed.connect(lambda text: self.typed.emit(self.key, text))
        self.show_problem("")
        self.show_preference(preference)

    def set_theme(self, theme: Theme) -> None:
        self._column.setSpacing(theme.space(3))
        if isinstance(self.control, ListControl):
            self.control.lines.setFixedHeight(theme.space(72))

    def show_preference(self, preference: Preference) -> None:
        """Show the value in force, and who set it."""
        self.control.show_value(preference.value)
        self.show_origin(preference)

    def show_origin(self, preference: Preference) -> None:
        """Show who set the value; what stands in the field is left alone."""
        self.control.setEnabled(not preference.is_locked)
        is_own = preference.origin is ValueOrigin.FILE and preference.value != preference.default
        keeps_place = self.reset.sizePolicy()
        keeps_place.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(keeps_place)
        self.reset.setVisible(is_own)
        words = {
            ValueOrigin.LOCKED: self.tr("Set by your administrator"),
            ValueOrigin.SUGGESTED: self.tr("Suggested by your administrator"),
        }
        self.lock.setText(words.get(preference.origin, ""))
        self.lock.setVisible(bool(self.lock.text()))
        description = " ".join(filter(None, (self.hint.text(), self.lock.text())))
        self.control.field.setAccessibleDescription(description)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with what stands there; "" when it is fine."""
        self.problem.setText(said(sentence))
        self.problem.setVisible(bool(sentence))
        restyle(self.control.field, "wrong", bool(sentence))

    def set_choices(self, choices: list[tuple[str, str]]) -> None:
        """(value, words) of each, for what is only known when it was asked for."""
        assert isinstance(self.control, ChoiceControl)
        self.control.set_choices(choices)


def _control(kind: ControlKind, preference: Preference) -> Control:
    key = preference.key
    match kind:
        case ControlKind.SWITCH:
            return SwitchControl(wording.title(key))
        case ControlKind.NUMBER:
            unit, special = wording.unit(key)
            return NumberControl(preference.low, preference.high, unit, special)
        case ControlKind.LIST:
            return ListControl("")
        case ControlKind.CHORD:
            return ChordControl()
        case ControlKind.FILE | ControlKind.FOLDER:
            return FileControl("", is_folder=kind is ControlKind.FOLDER)
        case ControlKind.CHOICE:
            made = ChoiceControl()
            made.set_choices([(value, wording.choice(key, value)) for value in preference.choices])
            return made
        case _:
            return TextControl("", is_secret=kind is ControlKind.HIDDEN)
