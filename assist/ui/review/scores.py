"""The scorecard: what the app counted, and beside it what the lead makes of it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QPushButton, QSpinBox, QWidget

from assist.core.review import Score, ScoreKind
from assist.ui.review import wording
from assist.ui.review.style import label
from assist.ui.theme import Theme

NEVER = -1
"""A lead's value for "never" or "nothing to say"; None takes the correction back."""
_MOST = 9_999


class ScoreValue(QPushButton):
    """One value; a click corrects it: a menu for yes and no, a number field for the rest.

    Emits `corrected` with the lead's value, None to take it back.
    """

    corrected = Signal(object)

    def __init__(self, score: Score, *, may_correct: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.score = score
        self.setProperty("kind", "link")
        self.setEnabled(may_correct)
        value = score.value if score.lead is None else _read(score.lead)
        text = wording.score_text(score, value)
        self.setText(text)
        name = wording.score_name(score.item)
        self.setAccessibleName(f"{name}: {text}")
        said = wording.score_text(score, score.value)
        if score.lead is None:
            self.setToolTip(self.tr("Counted by the app; click to correct it"))
        else:
            tip = self.tr("The app says {value}; corrected by {lead}")
            self.setToolTip(tip.format(value=said, lead=score.lead_by))
            self.setAccessibleDescription(self.toolTip())
        font = self.font()
        font.setBold(True)
        self.setFont(font)
        self.field: QSpinBox | None = None
        self.clicked.connect(self.edit)

    def edit(self) -> None:
        """Ask for the lead's value."""
        if self.score.kind is ScoreKind.YES_NO:
            self.menu_of_answers().popup(self.mapToGlobal(self.rect().bottomLeft()))
            return
        field = QSpinBox(self.parentWidget())
        field.setRange(NEVER, self.score.of if self._is_share else _MOST)
        field.setSpecialValueText("–")
        value = self.score.value if self.score.lead is None else _read(self.score.lead)
        field.setValue(NEVER if value is None else value)
        field.setAccessibleName(wording.score_name(self.score.item))
        field.setGeometry(self.geometry().adjusted(-24, -3, 0, 3))
        field.installEventFilter(self)
        field.show()
        field.setFocus()
        field.selectAll()
        self.field = field

    @property
    def _is_share(self) -> bool:
        return self.score.kind is ScoreKind.OF and self.score.of > 0

    def menu_of_answers(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, value in ((self.tr("Yes"), 1), (self.tr("No"), 0)):
            action = menu.addAction(text)
            action.triggered.connect(lambda _=False, value=value: self.corrected.emit(value))
        if self.score.lead is not None:
            menu.addSeparator()
            back = menu.addAction(self.tr("As the app says"))
            back.triggered.connect(lambda: self.corrected.emit(None))
        return menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter keeps the number, Esc and leaving the field do not, Delete takes it back."""
        field = self.field
        if field is None or watched is not field:
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.FocusOut:
            self._close_field()
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                field.interpretText()
                value = field.value()
                self._close_field()
                self.corrected.emit(None if value == self._counted else value)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._close_field()
                return True
        return super().eventFilter(watched, event)

    @property
    def _counted(self) -> int:
        return NEVER if self.score.value is None else self.score.value

    def _close_field(self) -> None:
        field, self.field = self.field, None
        if field is not None:
            field.removeEventFilter(self)
            field.hide()
            field.deleteLater()
            self.setFocus()


class ScoreTable(QWidget):
    """All lines. Emits `corrected` (item, value or None) and `sought` with a line's moment."""

    corrected = Signal(str, object)
    sought = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self.names: list[QPushButton] = []
        self.values: list[ScoreValue] = []
        self._may_correct = True

    def set_theme(self, theme: Theme) -> None:
        self._grid.setVerticalSpacing(theme.space(3))

    def allow_correcting(self, *, is_allowed: bool) -> None:
        self._may_correct = is_allowed

    def show_scores(self, scores: tuple[Score, ...]) -> None:
        """Show these lines; the one in focus keeps it."""
        focused = next((v.score.item for v in self.values if v.hasFocus()), "")
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.names, self.values = [], []
        for number, score in enumerate(scores):
            self._add(number, score, has_focus=score.item == focused)

    def _add(self, number: int, score: Score, *, has_focus: bool) -> None:
        name = QPushButton(wording.score_name(score.item), self)
        name.setProperty("kind", "link")
        name.setEnabled(score.at is not None)
        name.setToolTip(self.tr("Show where") if score.at is not None else "")
        at = score.at
        if at is not None:
            name.clicked.connect(lambda _=False, at=at: self.sought.emit(at))
        value = ScoreValue(score, may_correct=self._may_correct, parent=self)
        value.corrected.connect(self._corrector(score.item))
        self._grid.addWidget(name, number, 0)
        if score.lead is not None:
            before = wording.score_text(score, score.value)
            was = label(
                self.tr("app: {value}").format(value=before), self, part="meta", ink="muted"
            )
            self._grid.addWidget(was, number, 1, Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(value, number, 2, Qt.AlignmentFlag.AlignRight)
        self.names.append(name)
        self.values.append(value)
        if has_focus:
            value.show()  # only what is there can have the focus
            value.setFocus()

    def _corrector(self, item: str) -> Callable[[object], None]:
        return lambda value: self.corrected.emit(item, value)


def _read(lead: int) -> int | None:
    return None if lead == NEVER else lead
