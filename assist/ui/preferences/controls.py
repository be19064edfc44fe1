"""One control per kind of setting; all of them show a value and tell when the user changed it."""

from collections.abc import Sequence

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from assist.core.preferences import PreferenceValue
from assist.ui.editor.style import Choice

_MODIFIERS = (
    (Qt.KeyboardModifier.ControlModifier, "Ctrl"),
    (Qt.KeyboardModifier.AltModifier, "Alt"),
    (Qt.KeyboardModifier.ShiftModifier, "Shift"),
    (Qt.KeyboardModifier.MetaModifier, "Super"),
)
_NAMED_KEYS = {
    Qt.Key.Key_Space: "Space",
    Qt.Key.Key_Insert: "Insert",
    Qt.Key.Key_Pause: "Pause",
}
_SIGNS = frozenset(".,/;#+-")


class Control(QWidget):
    """Base of the controls: `edited` carries a value that the user wants, not one that was shown.

    `field` is the widget that takes the focus and bears the accessible name.
    """

    edited = Signal(object)
    field: QWidget

    def show_value(self, value: PreferenceValue) -> None:
        raise NotImplementedError

    @property
    def has_draft(self) -> bool:
        """Something else stands there than what was shown last, and was not kept."""
        return False

    def _lay_out(self, *parts: QWidget) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for place, part in enumerate(parts):
            row.addWidget(part, 0 if place else 1)
        self.setFocusProxy(self.field)


class SwitchControl(Control):
    """True or false; its text is the setting's own title."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox(text, self)
        self.field = self.box
        self.box.clicked.connect(lambda is_on: self.edited.emit(is_on))
        self._lay_out(self.box)

    def show_value(self, value: PreferenceValue) -> None:
        self.box.setChecked(value is True)


class _QuietChoice(Choice):
    """A combo box that a page scrolled with the wheel does not change."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ChoiceControl(Control):
    """One of some values, each with words; a value that is none of them is shown as it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = _QuietChoice(self)
        self.field = self.box
        self._value: PreferenceValue | None = None
        """None until one was shown: then there is nothing yet that the list might lack."""
        self.box.activated.connect(lambda place: self.edited.emit(self.box.itemData(place)))
        self._lay_out(self.box)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """(value, words) of each."""
        self.box.clear()
        for value, words in choices:
            self.box.addItem(words, value)
        if self._value is not None:
            self.show_value(self._value)

    def show_value(self, value: PreferenceValue) -> None:
        self._value = value
        place = self.box.findData(value)
        if place < 0:
            self.box.addItem(str(value), value)
            place = self.box.count() - 1
        self.box.setCurrentIndex(place)


class _QuietSpin(QSpinBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class NumberControl(Control):
    """A whole number within limits; `special` are the words for the lowest."""

    def __init__(
        self, low: int, high: int, suffix: str, special: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.box = _QuietSpin(self)
        self.box.setRange(low, high)
        self.box.setSuffix(suffix)
        self.box.setSpecialValueText(special)
        # While "1" of "15" stands there, one is not what is meant.
        self.box.setKeyboardTracking(False)
        self.field = self.box
        self._is_shown = False
        self.box.valueChanged.connect(self._changed)
        self.box.lineEdit().setTextMargins(4, 0, 0, 0)
        self._lay_out(self.box)
        layout = self.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.setAlignment(self.box, Qt.AlignmentFlag.AlignLeft)

    def show_value(self, value: PreferenceValue) -> None:
        self._is_shown = True
        self.box.setValue(int(value) if isinstance(value, int) else 0)
        self._is_shown = False

    def _changed(self, value: int) -> None:
        if not self._is_shown:
            self.edited.emit(value)


class TextControl(Control):
    """A line of text; what is secret is hidden but while it is typed."""

    typed = Signal(str)
    """Each letter; `edited` comes when the field is left or Enter is pressed."""

    def __init__(
        self, placeholder: str, *, is_secret: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(placeholder)
        if is_secret:
            self.line.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        self.field = self.line
        self.line.textEdited.connect(self.typed)
        self.line.editingFinished.connect(self._finished)
        self._shown = ""
        self._lay_out(self.line)

    def show_value(self, value: PreferenceValue) -> None:
        self._shown = str(value)
        if self.line.text() != self._shown:
            self.line.setText(self._shown)

    @property
    def has_draft(self) -> bool:
        return self.line.text().strip() != self._shown

    def _finished(self) -> None:
        if self.has_draft:
            self.edited.emit(self.line.text().strip())


class FileControl(TextControl):
    """The path of a file, or of a folder, that can be looked for."""

    def __init__(self, placeholder: str, *, is_folder: bool, parent: QWidget | None = None) -> None:
        super().__init__(placeholder, parent=parent)
        self._is_folder = is_folder
        self.browse = QPushButton(self.tr("Choose…"), self)
        self.browse.setAccessibleDescription(self.tr("Opens a list of files"))
        self.browse.clicked.connect(self._open_dialog)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.browse)

    def _open_dialog(self) -> None:
        dialog = QFileDialog(self)
        mode = QFileDialog.FileMode.Directory if self._is_folder else None
        dialog.setFileMode(mode or QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setModal(False)  # a call may begin while it is open
        dialog.fileSelected.connect(self._chosen)
        dialog.show()

    def _chosen(self, path: str) -> None:
        self.line.setText(path)
        self.edited.emit(path)


class _Lines(QPlainTextEdit):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class ListControl(Control):
    """Texts, one a line."""

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = _Lines(self)
        self.lines.setPlaceholderText(placeholder)
        self.lines.setTabChangesFocus(True)
        self.field = self.lines
        self._shown: tuple[str, ...] = ()
        self.lines.left.connect(self._finished)
        self._lay_out(self.lines)
        self.lines.setFixedHeight(4 * self.fontMetrics().lineSpacing())

    def show_value(self, value: PreferenceValue) -> None:
        self._shown = value if isinstance(value, tuple) else ()
        if self._texts() != self._shown:
            self.lines.setPlainText("\n".join(self._shown))

    @property
    def has_draft(self) -> bool:
        return self._texts() != self._shown

    def _texts(self) -> tuple[str, ...]:
        stripped = (line.strip() for line in self.lines.toPlainText().splitlines())
        return tuple(line for line in stripped if line)

    def _finished(self) -> None:
        if self.has_draft:
            self.edited.emit(self._texts())


class _ChordField(QLineEdit):
    """Shows keys and takes the next ones that are pressed in it."""

    pressed = Signal(str)
    entered = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setPlaceholderText(self.tr("none"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.entered.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.NoModifier:
            if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
                self.pressed.emit("")
            elif event.key() != Qt.Key.Key_Space:
                event.ignore()  # Tab and Esc keep their meaning
            return
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.ignore()
            return
        if chord := chord_text(event.keyCombination()):
            self.pressed.emit(chord)


class ChordControl(Control):
    """A global shortcut: pressed once in the field, it is taken; Delete clears it."""

    capturing = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = _ChordField(self)
        self.line.setAccessibleDescription(
            self.tr("Press the keys you want; Delete takes them away")
        )
        self.field = self.line
        self.clear = QPushButton(self.tr("Clear"), self)
        self.line.entered.connect(self.capturing)
        self.line.pressed.connect(lambda chord: self.edited.emit(chord))
        self.clear.clicked.connect(lambda: self.edited.emit(""))
        self._lay_out(self.line, self.clear)

    def show_value(self, value: PreferenceValue) -> None:
        self.line.setText(str(value))
        self.clear.setEnabled(bool(value))


def chord_text(keys: QKeyCombination) -> str:
    """A key with what is held down, as settings write it; "" where it can be no shortcut."""
    held = [name for modifier, name in _MODIFIERS if keys.keyboardModifiers() & modifier]
    key = keys.key()
    name = _NAMED_KEYS.get(key, "")
    if Qt.Key.Key_F1.value <= key.value <= Qt.Key.Key_F12.value:
        name = f"F{key.value - Qt.Key.Key_F1.value + 1}"
    elif not name and 0x20 < key.value < 0x7F:
        sign = chr(key.value).upper()
        name = sign if sign.isalnum() or sign in _SIGNS else ""
    return "+".join([*held, name]) if name else ""


class ButtonControl(Control):
    """A button, and below it what came of pressing it."""

    pressed = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QPushButton(text, self)
        self.button.setProperty("kind", "wide")
        self.field = self.button
        self.button.clicked.connect(self.pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.button)

    def show_value(self, value: PreferenceValue) -> None:
        del value
