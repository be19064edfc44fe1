"""The feeling in words, the customer's own words for it, and its curve over the call."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from assist.core.events import Feeling, FeelingChanged, Trend
from assist.core.words import Party
from assist.core.written import written
from assist.ui.callstate import CallState, CurvePoint, Pivot
from assist.ui.sidebar.pieces import Ink, ThemedLabel
from assist.ui.theme import Size, Theme
from assist.ui.wording import feeling_text

_LEAST_SPAN_MS = 60_000
"""The curve spans at least a minute, so that a call's first seconds do not look dramatic."""
_AHEAD = 1.13
"""Room right of the present, so that the curve's end can be seen moving."""
_LEAST_RANGE = 60
"""The curve spans at least these levels up and down, so that a small dip stays small."""


class FeelingCurve(QWidget):
    """A thin line, up = better; green marks stand before a rise, red ones before a fall."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._points: list[CurvePoint] = []
        self._pivots: list[Pivot] = []
        self._now = 0
        self._range = _LEAST_RANGE
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.updateGeometry()
        self.update()

    def show_curve(self, points: list[CurvePoint], pivots: list[Pivot], now: int) -> None:
        self._points, self._pivots, self._now = points, pivots, now
        self._range = max([_LEAST_RANGE, *(abs(point.level) for point in points)])
        self.setAccessibleName(
            self.tr("Feeling over the call, turning points: {count}").format(count=len(pivots))
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self._theme.space(46) if self._theme else 46)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def span_ms(self) -> int:
        """Call time the full width stands for."""
        return max(_LEAST_SPAN_MS, round(self._now * _AHEAD))

    def place(self, at: int, level: float) -> QPointF:
        """Where a moment and a level stand in the widget."""
        scale = self._theme.scale if self._theme else 1.0
        margin = 4 * scale
        x = margin + (self.width() - 2 * margin) * at / self.span_ms()
        middle = self.height() * 0.44
        edge = 8 * scale  # the notch of a pivot at the very top or bottom
        depth = (self.height() - middle - edge) if level < 0 else (middle - edge)
        return QPointF(x, middle - depth * level / self._range)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        colours, scale = self._theme.palette, self._theme.scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.place(0, 0).y()
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
        points = self._visible_points()
        ink = QColor(colours.customer)
        painter.setPen(QPen(ink, 2 * scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPath(smooth(points))
        painter.setPen(Qt.PenStyle.NoPen)
        for pivot in self._pivots:
            level = self._level_at(pivot.at)
            tint = colours.green if pivot.is_up else colours.red
            self._paint_pivot(painter, self.place(pivot.at, level), tint.accent, pivot)
        painter.setBrush(ink)
        painter.drawEllipse(points[-1], 3 * scale, 3 * scale)
        painter.end()

    def _paint_pivot(self, painter: QPainter, at: QPointF, colour: str, pivot: Pivot) -> None:
        """A dot with a notch that points the way the curve turns: colour is not the only sign."""
        scale = self._theme.scale if self._theme else 1.0
        painter.setBrush(QColor(colour))
        painter.drawEllipse(at, 4 * scale, 4 * scale)
        notch, way = QPainterPath(), -1 if pivot.is_up else 1
        top = at.y() + way * 7 * scale
        notch.moveTo(at.x(), top)
        notch.lineTo(at.x() - 3 * scale, at.y() + way * 3 * scale)
        notch.lineTo(at.x() + 3 * scale, at.y() + way * 3 * scale)
        notch.closeSubpath()
        painter.drawPath(notch)

    def _visible_points(self) -> list[QPointF]:
        """One point per two pixels at most, from the call's start to the present."""
        chosen: list[QPointF] = [self.place(0, self._points[0].level if self._points else 0)]
        for point in self._points:
            placed = self.place(point.at, point.level)
            if len(chosen) > 1 and placed.x() - chosen[-1].x() < 2:
                chosen[-1] = placed
            else:
                chosen.append(placed)
        now = self.place(max(self._now, self._points[-1].at if self._points else 0), 0)
        if now.x() - chosen[-1].x() >= 2:
            chosen.append(QPointF(now.x(), chosen[-1].y()))
        return chosen

    def _level_at(self, at: int) -> float:
        before = CurvePoint(at=0, level=0)
        for point in self._points:
            if point.at >= at:
                span = max(1, point.at - before.at)
                return before.level + (point.level - before.level) * (at - before.at) / span
            before = point
        return before.level


def smooth(points: list[QPointF]) -> QPainterPath:
    """A curve through the points that never swings beyond them (level tangents)."""
    path = QPainterPath(points[0])
    for one, other in pairwise(points):
        half = (other.x() - one.x()) / 2
        path.cubicTo(one.x() + half, one.y(), other.x() - half, other.y(), other.x(), other.y())
    return path


class FeelingSection(QWidget):
    """Words on top, curve below; the curve can be collapsed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ThemedLabel(Size.TEXT, Ink.TEXT, is_bold=True, parent=self)
        self.quote = ThemedLabel(Size.TEXT, Ink.MUTED, parent=self)
        self.quote.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.curve = FeelingCurve(self)
        self._feeling, self._trend = Feeling.NONE, Trend.STEADY
        self._row = QHBoxLayout()
        self._row.addWidget(self.words)
        self._row.addWidget(self.quote, 1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._row)
        self._column.addWidget(self.curve)

    def set_theme(self, theme: Theme) -> None:
        for part in (self.words, self.quote, self.curve):
            part.set_theme(theme)
        self._column.setContentsMargins(
            theme.space(14), theme.space(11), theme.space(14), theme.space(8)
        )
        self._column.setSpacing(theme.space(5))
        self._row.setSpacing(theme.space(10))

    def show_state(self, state: CallState) -> None:
        if state.feeling is None:
            self._feeling, self._trend = Feeling.NONE, Trend.STEADY
            self.quote.setText("")
        else:
            self._show_quote(state.feeling)
            self._feeling, self._trend = state.feeling.feeling, state.feeling.trend
        self._fit_words()
        self.show_curve(state)

    def _show_quote(self, change: FeelingChanged) -> None:
        """The customer's own words stay until there are newer ones or the feeling is another."""
        evidence = change.evidence
        if evidence is not None and evidence.text and evidence.party is not Party.AGENT:
            self.quote.setText(written(evidence.text))
        elif change.feeling is not self._feeling:
            self.quote.setText("")

    def show_curve(self, state: CallState) -> None:
        self.curve.show_curve(state.curve, state.pivots, state.now)

    def curve_height(self) -> int:
        """What the section gains by the curve."""
        return self.curve.sizeHint().height() + self._column.spacing()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_words()

    def _fit_words(self) -> None:
        """Say the trend in full where the customer's words still fit beside it."""
        full = feeling_text(self._feeling, self._trend)
        metrics = self.words.fontMetrics()
        wanted = metrics.horizontalAdvance(full) + self.quote.sizeHint().width()
        room = self.width() - self._column.contentsMargins().left() * 2 - self._row.spacing()
        is_short = wanted > room
        self.words.setText(feeling_text(self._feeling, self._trend, is_short=is_short))
        self.words.setMinimumWidth(min(self.words.sizeHint().width(), max(0, room)))
