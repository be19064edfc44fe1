"""The wordings of a rule: headline and directions, with the characters they have left."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from assist.core.rules import WordingForm
from assist.ui.editor.style import label, restyle
from assist.ui.theme import Theme

MAX_HEADLINE = 42
MAX_DIRECTION = 60
DIRECTIONS = 2
_LONGEST_FEELING = "disappointment"


def shown_length(text: str) -> int:
    """Characters the text takes on a card, its placeholders at their longest.

    A name is cut to fit when it is shown and counts nothing.
    """
    return len(text.replace("{name}", "").replace("{feeling}", _LONGEST_FEELING))


class CountedLine(QWidget):
    """A line to type in with its characters counted beside it."""

    edited = Signal()

    def __init__(self, name: str, limit: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limit = limit
        self.field = QLineEdit(self)
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(name)
        self.count = label("", self, part="count", ink="muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        self.field.textChanged.connect(self._counted)
        self.field.textEdited.connect(lambda _: self.edited.emit())
        self._counted(self.field.text())

    def _counted(self, text: str) -> None:
        length = shown_length(text)
        is_over = length > self._limit
        self.count.setText(f"{length}/{self._limit}")
        over = self.tr("%n character(s) too long", "", length - self._limit) if is_over else ""
        self.count.setToolTip(over)
        self.field.setAccessibleDescription(over or self.count.text())
        restyle(self.count, "ink", "red" if is_over else "muted")
        restyle(self.field, "wrong", is_over)

    def set_theme(self, theme: Theme) -> None:
        widest = f"{99}/{self._limit}"
        self.count.setMinimumWidth(self.count.fontMetrics().horizontalAdvance(widest))
        del theme


class WordingBox(QFrame):
    """One wording."""

    edited = Signal()
    removed = Signal()

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "box")
        name = self.tr("Headline {number}, verb first").format(number=number)
        self.headline = CountedLine(name, MAX_HEADLINE, self)
        self.directions = [
            CountedLine(
                self.tr("Direction {number}, where to go next").format(number=at + 1),
                MAX_DIRECTION,
                self,
            )
            for at in range(DIRECTIONS)
        ]
        self.remove = QPushButton(self.tr("Remove"), self)
        self.remove.setProperty("kind", "flat")
        self.remove.setAccessibleName(self.tr("Remove wording {number}").format(number=number))
        self.remove.clicked.connect(self.removed)
        top = QHBoxLayout()
        top.addWidget(self.headline, 1)
        top.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addLayout(top)
        for line in self.directions:
            column.addWidget(line)
        for line in (self.headline, *self.directions):
            line.edited.connect(self.edited)

    def show_wording(self, wording: WordingForm) -> None:
        self.headline.field.setText(wording.headline)
        for at, line in enumerate(self.directions):
            text = wording.directions[at] if at < len(wording.directions) else ""
            line.field.setText(text)

    def wording(self) -> WordingForm:
        return WordingForm(
            headline=self.headline.field.text(),
            directions=tuple(line.field.text() for line in self.directions if line.field.text()),
        )

    def set_theme(self, theme: Theme) -> None:
        for line in (self.headline, *self.directions):
            line.set_theme(theme)


class WordingList(QWidget):
    """All wordings of a rule. Emits `edited`."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: list[WordingBox] = []
        self._theme: Theme | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.add = QPushButton(self.tr("Add another wording"), self)
        self.add.clicked.connect(self._add)
        self._column.addWidget(self.add)

    def show_wordings(self, wordings: tuple[WordingForm, ...]) -> None:
        while len(self.boxes) > len(wordings):
            self._drop(self.boxes[-1])
        while len(self.boxes) < len(wordings):
            self._new()
        for box, wording in zip(self.boxes, wordings, strict=True):
            if box.wording() != wording:
                box.show_wording(wording)

    def wordings(self) -> tuple[WordingForm, ...]:
        return tuple(box.wording() for box in self.boxes)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for box in self.boxes:
            box.set_theme(theme)

    def _new(self) -> WordingBox:
        box = WordingBox(len(self.boxes) + 1, self)
        box.edited.connect(self.edited)
        box.removed.connect(lambda: self._remove(box))
        self.boxes.append(box)
        self._column.insertWidget(len(self.boxes) - 1, box)
        if self._theme is not None:
            box.set_theme(self._theme)
        self.setTabOrder(box.directions[-1].field, self.add)
        return box

    def _add(self) -> None:
        self._new().headline.field.setFocus()
        self.edited.emit()

    def _remove(self, box: WordingBox) -> None:
        self._drop(box)
        self.edited.emit()

    def _drop(self, box: WordingBox) -> None:
        self.boxes.remove(box)
        self._column.removeWidget(box)
        box.hide()
        box.deleteLater()
