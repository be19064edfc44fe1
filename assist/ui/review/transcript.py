"""What was said, line by line: the word being played is marked, a click on a word plays it."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from assist.core.review import ReviewCall
from assist.core.words import Party, Utterance
from assist.ui.review import wording
from assist.ui.review.found import found_words
from assist.ui.review.moments import Line, line_at, lines
from assist.ui.review.transcript_paint import LineDelegate
from assist.ui.theme import Theme
from assist.ui.wording import clock_text

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = int(Qt.ItemDataRole.UserRole)


class TranscriptModel(QAbstractListModel):
    """One row per utterance."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()
        self._names = {Party.AGENT: "", Party.CUSTOMER: ""}

    def show(self, shown: Sequence[Line], agent: str, customer: str) -> None:
        self.beginResetModel()
        self.lines = tuple(shown)
        self._names = {Party.AGENT: agent, Party.CUSTOMER: customer}
        self.endResetModel()

    def name(self, party: Party) -> str:
        return self._names[party]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        said = line.utterance
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return said.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            facts = ", ".join(wording.detection_text(fact) for fact in line.facts)
            parts = (clock_text(said.start), self._names[said.party], said.text, facts)
            return ", ".join(part for part in parts if part)
        return None


class TranscriptView(QListView):
    """Emits `word_clicked` with the call time of a word, and `line_chosen` with a row.

    Enter on a line plays it; Left and Right go from word to word (`word_sought`). The line being
    said is kept in view while it plays.
    """

    word_clicked = Signal(int)
    word_sought = Signal(int)
    line_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = TranscriptModel(self)
        self.setModel(self.lines)
        self._delegate = LineDelegate(self.lines, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("What was said"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._chosen)
        self.activated.connect(lambda index: self._play_line(index.row()))
        self._said: int | None = None
        self._now = 0
        self.found: dict[int, frozenset[int]] = {}
        """The words marked as searched for: their numbers by line."""

    def set_theme(self, theme: Theme) -> None:
        self._delegate.set_theme(theme)
        self.scheduleDelayedItemsLayout()

    def show_call(self, call: ReviewCall | None) -> None:
        self._said = None
        self.found = {}
        self._delegate.set_found(self.found)
        self._delegate.forget()
        self._delegate.set_now(-1, None)
        if call is None:
            self.lines.show((), "", "")
            return
        agent = call.row.agent or self.tr("Agent")
        # A number alone says less of who speaks than the word.
        customer = call.row.customer_name or self.tr("Customer")
        self.lines.show(lines(call), agent, customer)

    def mark_found(self, searched: str) -> int | None:
        """Mark the words searched for; when the first of them was said, None if none was."""
        self.found = found_words(self.lines.lines, searched)
        self._delegate.set_found(self.found)
        self.viewport().update()
        if not self.found:
            return None
        first = min(self.found)
        return time_of_word(self.lines.lines[first].utterance, min(self.found[first]))

    def update_call(self, call: ReviewCall) -> None:
        """Show new marks without moving anything."""
        shown = lines(call)
        if len(shown) == len(self.lines.lines):
            self.lines.lines = shown
            self.viewport().update()

    def set_now(self, at: int, *, follows: bool) -> None:
        """Mark the word being said; `follows` keeps its line in view."""
        number = line_at(self.lines.lines, at)
        self._now = at
        before = self._said
        self._said = number
        self._delegate.set_now(at, number)
        for row in {before, number} - {None}:
            assert row is not None
            self.update(self.lines.index(row))
        if number is not None and number != before and follows:
            self.setCurrentIndex(self.lines.index(number))
            self.scrollTo(self.lines.index(number), QAbstractItemView.ScrollHint.EnsureVisible)

    @property
    def current(self) -> Line | None:
        index = self.currentIndex()
        return self.lines.lines[index.row()] if index.isValid() else None

    def word_at(self, place: QPoint) -> int | None:
        """The call time of the word under a place of the view; None where there is none."""
        index = self.indexAt(place)
        if not index.isValid():
            return None
        line = self.lines.lines[index.row()]
        number = self._delegate.word_at(QRect(self.visualRect(index)), line, place)
        if number is None:
            return None
        return time_of_word(line.utterance, number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        at = self._next_word(step)
        if at is not None:
            self.word_sought.emit(at)

    def _next_word(self, step: int) -> int | None:
        """Where the word after (or before) the present one begins, in any line."""
        starts = sorted(
            time_of_word(line.utterance, number)
            for line in self.lines.lines
            for number in range(len(line.utterance.text.split()))
        )
        if step > 0:
            return next((at for at in starts if at > self._now), None)
        return next((at for at in reversed(starts) if at < self._now), None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            at = self.word_at(event.position().toPoint())
            if at is not None:
                self.word_clicked.emit(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        is_word = self.word_at(event.position().toPoint()) is not None
        shape = Qt.CursorShape.PointingHandCursor if is_word else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._delegate.forget()
            self.scheduleDelayedItemsLayout()

    def _chosen(self, now: QModelIndex, before: QModelIndex) -> None:
        del before
        if now.isValid():
            self.line_chosen.emit(now.row())

    def _play_line(self, row: int) -> None:
        self.word_clicked.emit(self.lines.lines[row].utterance.start)


def time_of_word(utterance: Utterance, number: int) -> int:
    """When a word of the text begins; where words and text do not match, the share of it."""
    count = len(utterance.text.split())
    if len(utterance.words) == count:
        return utterance.words[number].start
    return utterance.start + (utterance.end - utterance.start) * number // max(1, count)
