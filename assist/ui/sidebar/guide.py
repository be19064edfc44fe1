"""A guided sequence as one quiet strip: its name, and its steps that tick as they are heard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from assist.core.events import SequenceChanged
from assist.ui.sidebar.checklist import CheckItem
from assist.ui.sidebar.pieces import Ink, Themed, ThemedLabel
from assist.ui.theme import Size, Theme


class SequenceStrip(QWidget):
    """Hidden without a sequence. Steps stand side by side, or two by two where it is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self.sequence: SequenceChanged | None = None
        self.title = ThemedLabel(Size.SMALL, Ink.WARM, is_bold=True, parent=self)
        self.next = ThemedLabel(Size.SMALL, Ink.MUTED, parent=self)
        self.next.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.items: list[CheckItem] = []
        self._head = QHBoxLayout()
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.next)
        self._grid = QGridLayout()
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addLayout(self._grid)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        parts: list[Themed] = [self.title, self.next, *self.items]
        for part in parts:
            part.set_theme(theme)
        side = theme.space(14)
        self._column.setContentsMargins(side, theme.space(6), side, theme.space(2))
        self._column.setSpacing(theme.space(5))
        self._grid.setHorizontalSpacing(theme.space(8))
        self._grid.setVerticalSpacing(theme.space(4))

    def show_sequence(self, sequence: SequenceChanged | None) -> bool:
        """Show it, or nothing; whether the room it takes may have changed."""
        if sequence == self.sequence:
            return False
        before = None if self.sequence is None else len(self.sequence.steps)
        self.sequence = sequence
        if sequence is None:
            return True
        self._build(len(sequence.steps))
        done = sum(step.is_done for step in sequence.steps)
        self.title.setText(sequence.title)
        self.next.setText(self.tr("{done} of {all}").format(done=done, all=len(sequence.steps)))
        for item, step in zip(self.items, sequence.steps, strict=True):
            item.text.setText(step.title)
            item.set_done(step.is_done)
            state = self.tr("done") if step.is_done else self.tr("not yet")
            item.setAccessibleName(f"{step.title}, {state}")
        self.setAccessibleName(f"{sequence.title}, {self.next.text()}")
        return before != len(sequence.steps)

    def height_at(self, width: int) -> int:
        """The room it takes at this width; 0 without a sequence."""
        if self.sequence is None or self._theme is None:
            return 0
        self._arrange(width)
        return self._column.sizeHint().height()

    def _build(self, count: int) -> None:
        while len(self.items) > count:
            item = self.items.pop()
            item.hide()
            item.deleteLater()
        while len(self.items) < count:
            item = CheckItem(self, Size.SMALL)
            if self._theme is not None:
                item.set_theme(self._theme)
            item.show()  # a layout would do it later, and until then give it no room
            self.items.append(item)

    def _arrange(self, width: int) -> None:
        margins = self._column.contentsMargins()
        room = width - margins.left() - margins.right()
        gaps = self._grid.horizontalSpacing() * (len(self.items) - 1)
        needed = sum(item.sizeHint().width() for item in self.items) + gaps
        columns = len(self.items) if needed <= room else 2
        for place, item in enumerate(self.items):
            self._grid.addWidget(item, place // columns, place % columns)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if columns == 2 and column < 2 else 0)
        self._grid.setColumnStretch(len(self.items), 0 if columns == 2 else 1)
