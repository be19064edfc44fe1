"""One time axis: the customer's feeling, both sides' sound, prompts, talk-over and silence."""

import math
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from assist.core.review import ReviewCall, Severity, Waveform
from assist.core.words import Party
from assist.core.written import written
from assist.ui.review.moments import moments
from assist.ui.review.style import severity_tint
from assist.ui.review.tips import what_stands
from assist.ui.theme import Size, Theme
from assist.ui.wording import clock_text

_LEAST_RANGE = 60
"""The curve spans at least these levels, so that a small dip stays small (as in the sidebar)."""
_STEP_MS = 5_000
_NEAR_PX = 7
_BARS_EVERY = 4
"""Pixels at 100 % from one bar of a waveform to the next."""
_GROUND = 215
"""Of 255: how much of the curve is covered behind a pivot's words."""
_MOST_FILL = 3.0
"""How much taller than they are bars are drawn at most: hardly any sound is to look like it."""

_LEAST_LABEL, _MOST_LABEL = 80, 230
"""Pixels at 100 % a pivot's words may take, depending on how far the next pivot is."""


class CallPlot(QWidget):
    """Emits `sought` with a call time. Left and Right move by 5 s, Home and End to the ends.

    What does not move is painted once into a pixmap; only the cursor is painted while it plays.
    """

    sought = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._call: ReviewCall | None = None
        self._waveform: Waveform | None = None
        self._loudest = 1
        self._now = 0
        self._picture: QPixmap | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(self.tr("Time axis of the call"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)  # the tool tip says what stands below the mouse

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.updateGeometry()
        self._repaint()

    def show_call(self, call: ReviewCall | None) -> None:
        self._call, self._waveform, self._now = call, None, 0
        if call is not None:
            count = len(moments(call))
            self.setAccessibleDescription(
                self.tr("%n moment(s) to look at; the arrow keys move by five seconds", "", count)
            )
        self._repaint()

    def show_waveform(self, waveform: Waveform | None) -> None:
        self._waveform = waveform
        both = waveform.agent + waveform.customer if waveform else b""
        self._loudest = max(both, default=1) or 1
        self._repaint()

    @property
    def waveform(self) -> Waveform | None:
        return self._waveform

    def set_now(self, at: int) -> None:
        if at != self._now:
            self._now = at
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, self._space(190))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self._space(115))

    # --- where things stand ---------------------------------------------------------------------

    def _space(self, pixels: int) -> int:
        return self._theme.space(pixels) if self._theme else pixels

    def _y(self, pixels: float) -> float:
        """A height drawn at 100 % and full size, as it stands in the height there is."""
        full = self.sizeHint().height()
        return pixels * self._space(100) / 100 * min(1.0, self.height() / full)

    @property
    def _duration(self) -> int:
        return max(1, self._call.row.duration_ms) if self._call else 1

    def x_of(self, at: int) -> float:
        margin = self._space(8)
        return margin + (self.width() - 2 * margin) * min(at, self._duration) / self._duration

    def time_at(self, x: float) -> int:
        margin = self._space(8)
        share = (x - margin) / max(1, self.width() - 2 * margin)
        return round(max(0.0, min(1.0, share)) * self._duration)

    def _y_of(self, level: float) -> float:
        call = self._call
        assert call is not None
        span = max([_LEAST_RANGE, *(abs(point.level) for point in call.feelings)])
        top, bottom = self._y(30), self._y(112)
        return (top + bottom) / 2 - (bottom - top) / 2 * level / span

    # --- painting -------------------------------------------------------------------------------

    def _repaint(self) -> None:
        self._picture = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture = None

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        painter = QPainter(self)
        if self._call is not None:
            if self._picture is None:
                self._picture = self._paint_picture()
            painter.drawPixmap(0, 0, self._picture)
            self._paint_cursor(painter)
        if self.hasFocus():
            pen = QPen(QColor(self._theme.palette.customer), 2)
            painter.setPen(pen)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(box, self._space(7), self._space(7))
        painter.end()

    def _paint_picture(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_spans(painter)
        self._paint_caption(painter)
        self._paint_curve(painter)
        self._paint_waves(painter)
        self._paint_marks(painter)
        self._paint_ticks(painter)
        painter.end()
        return picture

    def _paint_caption(self, painter: QPainter) -> None:
        theme = self._theme
        assert theme is not None
        painter.setFont(theme.font(Size.META))
        painter.setPen(QColor(theme.palette.muted))
        painter.drawText(QPointF(self._space(12), self._y(19)), self.tr("Customer feeling"))

    def _paint_spans(self, painter: QPainter) -> None:
        """Behind both waves: silence grey, pauses hatched, talk-over warm with a line."""
        theme, call = self._theme, self._call
        assert theme is not None and call is not None  # noqa: PT018
        top, height = self._y(121), self._y(48)
        painter.setPen(Qt.PenStyle.NoPen)
        hatch = QBrush(QColor(theme.palette.muted), Qt.BrushStyle.BDiagPattern)
        for span in (*call.silences, *call.pauses):
            left, right = self.x_of(span.start), self.x_of(span.end)
            box = QRectF(left, top, max(right - left, 2), height)
            painter.fillRect(box, hatch if span in call.pauses else QColor(theme.palette.window))
        for span in call.talk_overs:
            box = QRectF(self.x_of(span.start), top, 0, height)
            box.setRight(max(self.x_of(span.end), box.left() + 3))
            painter.fillRect(box, QColor(theme.palette.warm.ground))
            edge = QRectF(box.left(), top, box.width(), self._space(2))
            painter.fillRect(edge, QColor(theme.palette.warm.accent))

    def _paint_curve(self, painter: QPainter) -> None:
        theme, call = self._theme, self._call
        assert theme is not None
        assert call is not None
        middle = self._y_of(0)
        painter.setPen(QPen(QColor(theme.palette.line), 1))
        painter.drawLine(QPointF(self._space(8), middle), QPointF(self.x_of(10**9), middle))
        points = [QPointF(self.x_of(0), middle)]
        for change in call.feelings:
            placed = QPointF(self.x_of(change.at), self._y_of(change.level))
            if len(points) > 1 and placed.x() - points[-1].x() < 2:
                points[-1] = placed
            else:
                points.append(placed)
        points.append(QPointF(self.x_of(self._duration), points[-1].y()))
        path = QPainterPath(points[0])
        for one, other in pairwise(points):
            half = (other.x() - one.x()) / 2
            path.cubicTo(one.x() + half, one.y(), other.x() - half, other.y(), other.x(), other.y())
        pen = QPen(QColor(theme.palette.customer), 2 * theme.scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        self._paint_pivots(painter)

    def _level_at(self, at: int) -> float:
        assert self._call is not None
        before = (0, 0.0)
        for change in self._call.feelings:
            if change.at >= at:
                span = max(1, change.at - before[0])
                return before[1] + (change.level - before[1]) * (at - before[0]) / span
            before = (change.at, float(change.level))
        return before[1]

    def _paint_pivots(self, painter: QPainter) -> None:
        theme, call = self._theme, self._call
        assert theme is not None
        assert call is not None
        painter.setFont(theme.font(Size.META))
        metrics = painter.fontMetrics()
        taken: list[QRectF] = []
        ends = [*(self.x_of(pivot.at) for pivot in call.pivots[1:]), float(self.width())]
        for pivot, end in zip(call.pivots, ends, strict=False):
            tint = theme.palette.green if pivot.is_up else theme.palette.red
            at = QPointF(self.x_of(pivot.at), self._y_of(self._level_at(pivot.at)))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tint.accent))
            painter.drawEllipse(at, 4.5 * theme.scale, 4.5 * theme.scale)
            words = written(pivot.evidence.text) if pivot.evidence else ""
            text = self.tr("pivot up: {words}") if pivot.is_up else self.tr("pivot down: {words}")
            text = text.format(words=words).rstrip(": ")
            room = min(end - at.x() - self._space(16), self._space(_MOST_LABEL))
            if room < self._space(_LEAST_LABEL):
                continue  # its dot is there, and the tool tip says it
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room))
            width, height = metrics.horizontalAdvance(text) + 4, metrics.height()
            left = min(at.x() + self._space(8), self.width() - width - self._space(8))
            y = at.y() + self._space(7) if pivot.is_up else at.y() - height - self._space(6)
            y = max(self._space(4), min(y, self._y(118) - height))
            box = QRectF(left, y, width, height)
            if any(box.intersects(other) for other in taken):
                continue
            taken.append(box)
            ground = QColor(theme.palette.field)
            ground.setAlpha(_GROUND)
            painter.fillRect(box, ground)  # the curve goes on behind the words
            painter.setPen(QColor(tint.title))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter.value), text)

    def _paint_waves(self, painter: QPainter) -> None:
        theme = self._theme
        assert theme is not None
        painter.setPen(Qt.PenStyle.NoPen)
        step = max(2, self._space(_BARS_EVERY))
        places = range(self._space(8), self.width() - self._space(8), step)
        bars = {
            party: [self._loudness(party, self.time_at(x), self.time_at(x + step)) for x in places]
            for party in Party
        }
        # In a long call a bar holds words and pauses: the tallest there is fills its place.
        most = max((max(each, default=0.0) for each in bars.values()), default=0.0)
        fill = min(_MOST_FILL, 1 / most) if most > 0 and self._waveform is not None else 1.0
        for party, middle in (
            (Party.CUSTOMER, self._y(133)),
            (Party.AGENT, self._y(157)),
        ):
            painter.setBrush(QColor(theme.palette.party(party)))
            for x, loud in zip(places, bars[party], strict=True):
                height = max(1.5, loud * fill * self._y(20))
                bar = QRectF(x, middle - height / 2, max(1.5, step / 2), height)
                painter.drawRoundedRect(bar, 1, 1)

    def _loudness(self, party: Party, start: int, end: int) -> float:
        """0..1 in a stretch: of the sound, or where none was kept whether anybody spoke."""
        if self._waveform is not None:
            peaks = self._waveform.side(party)
            first = start // self._waveform.step_ms
            last = max(first + 1, end // self._waveform.step_ms)
            heard = peaks[first:last]
            # Quiet voices must be seen too: louder is taller, but not in proportion.
            mean = sum(heard) / max(1, len(heard))
            return math.pow(min(1.0, mean / self._loudest * 1.4), 0.7)
        assert self._call is not None
        for utterance in self._call.utterances:
            if utterance.party is party and utterance.start < end and utterance.end > start:
                words = utterance.words
                if not words or any(word.start < end and word.end > start for word in words):
                    return 0.5
        return 0.0

    def _paint_marks(self, painter: QPainter) -> None:
        """Prompts as small triangles under the waves, comments as dots, reasons as bars on top."""
        theme, call = self._theme, self._call
        assert theme is not None
        assert call is not None
        painter.setPen(Qt.PenStyle.NoPen)
        size = theme.space(4)
        for cue in call.cues:
            if cue.shown_at is None:
                continue
            painter.setBrush(QColor(theme.palette.tint(cue.urgency).accent))
            at = QPointF(self.x_of(cue.shown_at), self._y(173))
            mark = QPainterPath(QPointF(at.x(), at.y() - size))
            mark.lineTo(at.x() - size, at.y() + size * 0.6)
            mark.lineTo(at.x() + size, at.y() + size * 0.6)
            mark.closeSubpath()
            painter.drawPath(mark)
        for comment in call.comments:
            if comment.at is not None:
                painter.setBrush(QColor(theme.palette.text))
                at = QPointF(self.x_of(comment.at), self._y(173))
                painter.drawEllipse(at, size * 0.8, size * 0.8)
        for reason in call.row.reasons:
            if reason.severity is Severity.NONE:
                continue
            painter.setBrush(QColor(severity_tint(theme, reason.severity).accent))
            painter.drawRect(QRectF(self.x_of(reason.at) - 1.5, 0, 3, self._space(6)))

    def _paint_ticks(self, painter: QPainter) -> None:
        """The clock below, in steps that leave room."""
        theme = self._theme
        assert theme is not None
        painter.setFont(theme.font(Size.META))
        painter.setPen(QColor(theme.palette.muted))
        metrics = painter.fontMetrics()
        room = metrics.horizontalAdvance("00:00") + self._space(40)
        most = max(1, self.width() // room)
        step = next(
            (s for s in (10, 30, 60, 120, 300, 600, 1800) if self._duration / 1000 / s <= most),
            3600,
        )
        for second in range(step, self._duration // 1000, step):
            x = self.x_of(second * 1000)
            text = clock_text(second * 1000)
            width = metrics.horizontalAdvance(text)
            if x + width / 2 < self.width() - self._space(4):
                painter.drawText(QPointF(x - width / 2, self.height() - self._space(4)), text)

    def _paint_cursor(self, painter: QPainter) -> None:
        theme = self._theme
        assert theme is not None
        pen = QPen(QColor(theme.palette.text), 1.2, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        x = self.x_of(self._now)
        painter.drawLine(QPointF(x, self._y(22)), QPointF(x, self._y(168)))

    # --- input ----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._call is not None and event.button() is Qt.MouseButton.LeftButton:
            self.sought.emit(self.time_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.setToolTip(self.tip_at(event.position().x()))
        if self._call is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self.sought.emit(self.time_at(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        targets = {
            Qt.Key.Key_Left: self._now - _STEP_MS,
            Qt.Key.Key_Right: self._now + _STEP_MS,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self._duration,
        }
        target = targets.get(Qt.Key(event.key()))
        if target is None or self._call is None:
            super().keyPressEvent(event)
            return
        self.sought.emit(max(0, min(target, self._duration)))

    def tip_at(self, x: float) -> str:
        """What stands at a place, a line each."""
        if self._call is None:
            return ""
        near = (self.time_at(x - _NEAR_PX), self.time_at(x + _NEAR_PX))
        found = what_stands(self._call, near)
        return "\n".join((clock_text(self.time_at(x)), *found))
