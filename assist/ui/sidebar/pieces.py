"""Small parts the sections are made of: labels that know the theme, a bar, a rule."""

from enum import StrEnum, auto
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from assist.ui.theme import Palette, Size, Theme

WIDEST = 16_777_215
"""Qt's own limit of a widget's size (QWIDGETSIZE_MAX)."""


class Themed(Protocol):
    """Any part that takes its colours and sizes from a theme."""

    def set_theme(self, theme: Theme) -> None: ...


class Ink(StrEnum):
    """Which of the palette's text colours a label takes."""

    TEXT = auto()
    MUTED = auto()
    RED = auto()
    WARM = auto()
    GREEN = auto()

    def of(self, palette: Palette) -> str:
        colours = {
            Ink.TEXT: palette.text,
            Ink.MUTED: palette.muted,
            Ink.RED: palette.red.accent,
            Ink.WARM: palette.warm.accent,
            Ink.GREEN: palette.green.accent,
        }
        return colours[self]


class ThemedLabel(QLabel):
    """A one-line label that is cut with an ellipsis where it is too long; the tip has all of it."""

    def __init__(
        self,
        size: Size = Size.TEXT,
        ink: Ink = Ink.TEXT,
        *,
        is_bold: bool = False,
        has_even_digits: bool = False,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._size = size
        self._ink = ink
        self._is_bold = is_bold
        self._has_even_digits = has_even_digits
        self._elide = elide
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        font = theme.font(self._size, is_bold=self._is_bold)
        if self._has_even_digits:
            font.setFeature(QFont.Tag("tnum"), 1)
        self.setFont(font)
        self.set_colour(self._ink.of(theme.palette))

    def set_colour(self, colour: str) -> None:
        """Write in this colour instead of the palette's."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(colour))
        self.setPalette(palette)

    def set_ink(self, ink: Ink, theme: Theme) -> None:
        self._ink = ink
        self.set_colour(ink.of(theme.palette))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def sizeHint(self) -> QSize:
        metrics, margins = self.fontMetrics(), self.contentsMargins()
        height = metrics.height() + margins.top() + margins.bottom()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        shown = self.fontMetrics().elidedText(self.text(), self._elide, self.width())
        tip = self.text() if shown != self.text() else ""
        if tip != self.toolTip():
            self.setToolTip(tip)
        flags = int(self.alignment().value | Qt.AlignmentFlag.AlignVCenter.value)
        painter.drawText(self.contentsRect(), flags, shown)
        painter.end()


class WrappedLabel(ThemedLabel):
    """A label of at most `max_lines` lines; words too long for a line are broken."""

    def __init__(
        self,
        max_lines: int,
        size: Size = Size.TEXT,
        ink: Ink = Ink.TEXT,
        *,
        is_bold: bool = False,
        spacing: float = 1.2,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(size, ink, is_bold=is_bold, parent=parent)
        self._max_lines = max_lines
        self._spacing = spacing
        # Not Fixed: Qt would cap the height at one line, whatever heightForWidth says.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_most_lines(self, count: int) -> None:
        self._max_lines = count
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(1, len(self.lines(width))) * self._line_height()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, self._line_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._line_height())

    def lines(self, width: int) -> list[str]:
        """The text as it is broken at this width, the last line cut if there is more."""
        lines = wrap(self.text(), self.font(), width)
        if len(lines) > self._max_lines:
            # Rather a word broken in the wrong place than one that cannot be read.
            lines = wrap(self.text(), self.font(), width, anywhere=True)
        if len(lines) > self._max_lines:
            rest = " ".join(lines[self._max_lines - 1 :])
            elided = self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, width)
            lines = [*lines[: self._max_lines - 1], elided]
        return lines

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        height = self._line_height()
        flags = int((self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask).value)
        flags |= int(Qt.AlignmentFlag.AlignVCenter.value)
        for number, text in enumerate(self.lines(self.width())):
            painter.drawText(0, number * height, self.width(), height, flags, text)
        painter.end()

    def _line_height(self) -> int:
        font = self.font()
        return max(QFontMetrics(font).height(), round(font.pixelSize() * self._spacing))


def wrap(text: str, font: QFont, width: int, *, anywhere: bool = False) -> list[str]:
    """Break text into lines of at most `width` pixels, inside a word only if it must be."""
    text = text.replace("\n", "\u2028")  # Qt's own sign for a line that ends here
    layout = QTextLayout(text, font)
    option = QTextOption()
    modes = QTextOption.WrapMode
    option.setWrapMode(modes.WrapAnywhere if anywhere else modes.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        start = line.textStart()
        lines.append(text[start : start + line.textLength()].strip())
    layout.endLayout()
    return lines


class Rule(QFrame):
    """A hairline between two sections."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)
        self._colour = QColor()

    def set_theme(self, theme: Theme) -> None:
        self._colour = QColor(theme.palette.line)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._colour)
        painter.end()


class ThinBar(QWidget):
    """A thin bar that runs empty; how much is left is also its accessible description."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fraction = 1.0
        self._colour = self._track = QColor()
        self._thickness = 3
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        self._track = QColor(theme.palette.track)
        self._thickness = theme.space(3)
        self.updateGeometry()
        self.update()

    def set_colour(self, colour: str) -> None:
        self._colour = QColor(colour)
        self.update()

    def set_fraction(self, fraction: float) -> None:
        """How much is left, 0..1; repaints only when a pixel changes."""
        fraction = min(1.0, max(0.0, fraction))
        if round(fraction * self.width()) != round(self._fraction * self.width()):
            self.update()
        self._fraction = fraction

    @property
    def fraction(self) -> float:
        return self._fraction

    def sizeHint(self) -> QSize:
        return QSize(40, self._thickness)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._thickness)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = self._thickness / 2
        top = (self.height() - self._thickness) / 2
        painter.setBrush(self._track)
        painter.drawRoundedRect(QRectF(0, top, self.width(), self._thickness), radius, radius)
        painter.setBrush(self._colour)
        filled = self.width() * self._fraction
        if filled >= 1:
            painter.drawRoundedRect(QRectF(0, top, filled, self._thickness), radius, radius)
        painter.end()


def paint_check(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """A tick that fills the box."""
    pen = painter.pen()
    pen.setColor(colour)
    pen.setWidthF(box.width() * 0.15)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    points = [(0.08, 0.56), (0.36, 0.84), (0.92, 0.2)]
    painter.drawPolyline(
        [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in points]
    )


def paint_ring(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """An empty circle: not yet done."""
    pen = painter.pen()
    pen.setColor(colour)
    pen.setWidthF(box.width() * 0.13)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = box.width() * 0.08
    painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
