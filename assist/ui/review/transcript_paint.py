"""Paints a line of the transcript: time, who, words with what was found in them, and its names."""

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from assist.core.events import Detection
from assist.core.words import Party, Utterance
from assist.core.written import written
from assist.ui.review import wording
from assist.ui.review.moments import Line, ink_of, is_quiet
from assist.ui.review.style import ink
from assist.ui.theme import Size, Theme, Tint
from assist.ui.wording import clock_text

Index = QModelIndex | QPersistentModelIndex
_DOUBTED = 0.5
"""Words of less confidence are dimmed (as in the sidebar)."""
_MOST_NOTES = 4


class Names(Protocol):
    """What the delegate needs of the model: who is who."""

    def name(self, party: Party) -> str: ...


class LineDelegate(QStyledItemDelegate):
    """Lays out each line once per width."""

    def __init__(self, names: Names, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._names = names
        self._view = parent
        self._theme: Theme | None = None
        self._heights: dict[tuple[int, Party], int] = {}
        self._now = -1
        self._said: int | None = None
        self._found: Mapping[int, frozenset[int]] = {}

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.forget()

    def set_now(self, at: int, row: int | None) -> None:
        self._now, self._said = at, row

    def set_found(self, found: Mapping[int, frozenset[int]]) -> None:
        """Mark these words, numbered by line."""
        self._found = found

    def forget(self) -> None:
        """Measure anew: the width has changed, or the lines."""
        self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme, line = self._theme, self._line(index)
        if theme is None or line is None:
            return super().sizeHint(option, index)
        width = self._width()
        key = (line.utterance.number, line.utterance.party)
        height = self._heights.get(key)
        if height is None:
            _, words, _ = self._columns(QRect(0, 0, width, 0))
            text = self._layout(line, words.width())
            said = text.boundingRect().height()
            beside = len(self._notes(line)) * self._note_height()
            height = round(max(said, beside)) + theme.space(13)
            self._heights[key] = height
        return QSize(width, height)

    def _width(self) -> int:
        return self._view.viewport().width()

    def _line(self, index: Index) -> Line | None:
        line = index.data(int(Qt.ItemDataRole.UserRole))
        return line if isinstance(line, Line) else None

    def _columns(self, box: QRect) -> tuple[QRect, QRect, QRect]:
        """Where who, words and notes stand; the time stands left of who."""
        theme = self._theme
        assert theme is not None
        width = box.width()
        notes = min(theme.space(200), max(theme.space(90), width // 4))
        who = min(theme.space(82), max(theme.space(48), width // 9))
        left = box.left() + theme.space(60)
        top = box.top() + theme.space(6)
        words = left + who + theme.space(10)
        room = max(theme.space(80), box.right() - notes - theme.space(12) - words)
        return (
            QRect(left, top, who, box.height()),
            QRect(words, top, room, box.height()),
            QRect(box.right() - notes, top, notes - theme.space(6), box.height()),
        )

    def _layout(self, line: Line, width: int) -> QTextLayout:
        theme = self._theme
        assert theme is not None
        layout = QTextLayout(written(line.utterance.text), theme.font(Size.TEXT))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats(line))
        layout.beginLayout()
        height = 0.0
        while True:
            row = layout.createLine()
            if not row.isValid():
                break
            row.setLineWidth(width)
            row.setPosition(QPointF(0, height))
            height += row.height() * 1.12
        layout.endLayout()
        return layout

    def _formats(self, line: Line) -> list[QTextLayout.FormatRange]:
        theme = self._theme
        assert theme is not None
        colours = theme.palette
        found: list[QTextLayout.FormatRange] = []
        places = word_places(line.utterance)
        words = line.utterance.words
        if len(words) == len(places):
            for (start, end), word in zip(places, words, strict=True):
                if word.confidence < _DOUBTED:
                    form = QTextCharFormat()
                    form.setForeground(QColor(colours.muted))
                    found.append(_range(start, end, form))
        for fact in line.facts:
            name = ink_of(fact)
            place = place_of(line.utterance, fact)
            if name == "muted" or place is None:
                continue
            form = QTextCharFormat()
            tint = _tint(theme, name)
            form.setBackground(QColor(tint.ground))
            form.setForeground(QColor(colours.text))
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            form.setUnderlineColor(QColor(tint.accent))
            found.append(_range(*place, form))
        return found

    def _notes(self, line: Line) -> list[tuple[str, str]]:
        """(text, ink) for what was found in the line, the most telling first."""
        order = {"red": 0, "warm": 1, "green": 2, "muted": 3}
        facts = [fact for fact in line.facts if fact.label != "driver"]
        facts.sort(key=lambda fact: (order[ink_of(fact)], is_quiet(fact)))
        notes = [(wording.detection_text(fact), ink_of(fact)) for fact in facts]
        notes += [
            (wording.cue_text(cue), "green" if cue.ending == "heeded" else "muted")
            for cue in line.cues
        ]
        return self._joined(notes)

    def _joined(self, notes: list[tuple[str, str]]) -> list[tuple[str, str]]:
        """Notes of one colour side by side where there is room; each only once."""
        theme = self._theme
        assert theme is not None
        metrics = QFontMetrics(theme.font(Size.META, is_bold=True))
        room = self._columns(QRect(0, 0, self._width(), 0))[2].width()
        rows: list[tuple[str, str]] = []
        for text, name in dict.fromkeys(notes):
            if rows and rows[-1][1] == name:
                both = f"{rows[-1][0]}, {text}"
                if metrics.horizontalAdvance(both) <= room:
                    rows[-1] = (both, name)
                    continue
            rows.append((text, name))
        if len(rows) > _MOST_NOTES:
            rows = [*rows[: _MOST_NOTES - 1], (f"+{len(rows) - _MOST_NOTES + 1}", "muted")]
        return rows

    def _note_height(self) -> int:
        theme = self._theme
        assert theme is not None
        return round(theme.px(Size.META) * 1.45)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, line = self._theme, self._line(index)
        if theme is None or line is None:
            return
        colours, box = theme.palette, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
            edge = QColor(colours.customer if has_focus else colours.line)
            painter.setPen(QPen(edge, 1.5 if has_focus else 1))
            painter.setBrush(QColor(colours.field))
            painter.drawRoundedRect(box.adjusted(1, 1, -2, -2), theme.space(6), theme.space(6))
        who, words, notes = self._columns(box)
        said = line.utterance
        small = QFontMetrics(theme.font(Size.TEXT))
        painter.setFont(theme.font(Size.TEXT))
        painter.setPen(QColor(colours.muted))
        left = Qt.AlignmentFlag.AlignLeft
        clock = QRect(box.left() + theme.space(8), who.top(), theme.space(56), small.height())
        painter.drawText(clock, int(left.value), clock_text(said.start))
        painter.setPen(QColor(colours.party(said.party)))
        name = self._names.name(said.party)
        shown = small.elidedText(_first_name(name), Qt.TextElideMode.ElideRight, who.width())
        painter.drawText(QRect(who.topLeft(), QSize(who.width(), small.height())), 0, shown)
        painter.setPen(QColor(colours.text))
        layout = self._layout(line, words.width())
        spoken = self._spoken(index.row(), said)
        marks = self._marks(index.row(), said)
        layout.draw(painter, QPointF(words.topLeft()), [*marks, *([spoken] if spoken else [])])
        self._paint_notes(painter, notes, line)
        painter.restore()

    def _marks(self, row: int, said: Utterance) -> list[QTextLayout.FormatRange]:
        """The words that were searched for: light on dark where the rest is dark on light."""
        theme, found = self._theme, self._found.get(row, frozenset())
        if theme is None or not found:
            return []
        form = QTextCharFormat()
        form.setBackground(QColor(theme.palette.text))
        form.setForeground(QColor(theme.palette.window))
        places = word_places(said)
        return [_range(*places[number], form) for number in sorted(found)]

    def _spoken(self, row: int, said: Utterance) -> QTextLayout.FormatRange | None:
        """The word being played."""
        theme = self._theme
        if theme is None or row != self._said or self._now < said.start or self._now > said.end:
            return None
        places = word_places(said)
        if len(places) != len(said.words):
            return None
        for (start, end), word in zip(places, said.words, strict=True):
            if word.start <= self._now < word.end:
                form = QTextCharFormat()
                form.setBackground(QColor(theme.palette.party(said.party)))
                form.setForeground(QColor(theme.palette.window))
                return _range(start, end, form)
        return None

    def _paint_notes(self, painter: QPainter, box: QRect, line: Line) -> None:
        theme = self._theme
        assert theme is not None
        painter.setFont(theme.font(Size.META, is_bold=True))
        metrics = painter.fontMetrics()
        for number, (text, name) in enumerate(self._notes(line)):
            painter.setPen(QColor(ink(theme, name)))
            top = box.top() + number * self._note_height()
            row = QRect(box.left(), top, box.width(), self._note_height() + 2)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, row.width())
            painter.drawText(row, int(Qt.AlignmentFlag.AlignVCenter.value), shown)

    def word_at(self, box: QRect, line: Line, place: QPoint) -> int | None:
        """The number of the word under a place, of the line painted in `box`."""
        if self._theme is None:
            return None
        _, words, _ = self._columns(box)
        layout = self._layout(line, words.width())
        inside = QPointF(place - words.topLeft())
        for number in range(layout.lineCount()):
            row = layout.lineAt(number)
            if row.y() <= inside.y() < row.y() + row.height() * 1.12:
                if not 0 <= inside.x() <= row.naturalTextWidth():
                    return None
                at = row.xToCursor(inside.x(), row.CursorPosition.CursorOnCharacter)
                for word, (start, end) in enumerate(word_places(line.utterance)):
                    if start <= at < end:
                        return word
        return None


def word_places(utterance: Utterance) -> list[tuple[int, int]]:
    """Where each word stands in the text: (first character, behind the last)."""
    places, at = [], 0
    for word in utterance.text.split():
        start = utterance.text.index(word, at)
        at = start + len(word)
        places.append((start, at))
    return places


def place_of(utterance: Utterance, fact: Detection) -> tuple[int, int] | None:
    """Where the words of a detection stand in the text, by their times."""
    places, words = word_places(utterance), utterance.words
    evidence = fact.evidence
    if evidence.party is not utterance.party:
        return None
    if len(places) == len(words):
        inside = [
            place
            for place, word in zip(places, words, strict=True)
            if word.start >= evidence.start and word.end <= evidence.end
        ]
        if inside:
            return inside[0][0], inside[-1][1]
    at = utterance.text.find(evidence.text)
    return (at, at + len(evidence.text)) if evidence.text and at >= 0 else None


def _range(start: int, end: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length = start, end - start
    found.format = form
    return found


def _tint(theme: Theme, name: str) -> Tint:
    tints = {"red": theme.palette.red, "warm": theme.palette.warm, "green": theme.palette.green}
    return tints[name]


def _first_name(name: str) -> str:
    """Of a customer the first name is enough here; "R. Sato" stays."""
    first = name.split(" ", 1)[0]
    return name if first.endswith(".") else first or name
