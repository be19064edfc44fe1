"""The one prompt in full view."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QGraphicsOpacityEffect,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from assist.core.events import Urgency
from assist.core.words import Evidence
from assist.ui.callstate import Cue
from assist.ui.sidebar.pieces import Themed, ThemedLabel, ThinBar, WrappedLabel
from assist.ui.sidebar.thumbs import ThumbButton
from assist.ui.sidebar.why import WhyPanel
from assist.ui.theme import Size, Theme
from assist.ui.wording import quoted

_MAX_DIRECTIONS = 2


class Direction(QWidget):
    """One thing to do, with a dot before it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = WrappedLabel(2, Size.TEXT, spacing=1.3, parent=self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.text)
        self._theme: Theme | None = None

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.text.set_theme(theme)
        self.text.set_colour(theme.palette.prompt)
        self._row.setContentsMargins(theme.space(16), 0, 0, 0)

    def set_text(self, text: str) -> None:
        self.text.setText(text)
        # A label tells only its parent that its height changed; the card must know at once.
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.palette.prompt))
        side = 5 * self._theme.scale
        middle = self.text.minimumSizeHint().height() / 2
        painter.drawEllipse(QRectF(3 * self._theme.scale, middle - side / 2, side, side))
        painter.end()


class NotNowButton(QPushButton):
    """Its shortcut stands beside its words, quieter than they are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._words = self.tr("Not now")
        self._keys = ""
        self.set_keys("")
        self.setAccessibleName(self.tr("Not now: put this prompt away"))

    def set_keys(self, keys: str) -> None:
        """Show the shortcut beside the words; "" where there is none."""
        self._keys = keys
        self.setText(f"{self._words} {keys}".rstrip())
        self.updateGeometry()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setFont(theme.font(Size.SMALL))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        if self._theme is not None:
            metrics = self.fontMetrics()
            left = (self.width() - metrics.horizontalAdvance(self.text())) // 2
            base = (self.height() + metrics.ascent() - metrics.descent()) // 2
            painter.setFont(self.font())
            painter.setPen(QColor(self._theme.palette.text))
            painter.drawText(left, base, self._words)
            painter.setPen(QColor(self._theme.palette.muted))
            left += metrics.horizontalAdvance(self._words + " ")
            painter.drawText(left, base, self._keys)
        painter.end()


class PromptCard(QWidget):
    """Shows a cue, tells when it was painted, and leaves in one short motion.

    `cue_painted` carries the cue's number and the monotonic clock (ns) after the first paint, once
    per cue. A click or Enter turns the card to its reasons and back.
    """

    cue_painted = Signal(int, object)
    dismissed = Signal(int)
    marked = Signal(int, bool)
    size_changed = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        clock_ns: Callable[[], int] = time.monotonic_ns,
    ) -> None:
        super().__init__(parent)
        self._clock_ns = clock_ns
        self._theme: Theme | None = None
        self._cue: Cue | None = None
        self._unreported: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

        self.title = ThemedLabel(Size.SMALL, is_bold=True, parent=self)
        self.headline = WrappedLabel(2, Size.HEADLINE, is_bold=True, parent=self)
        self.quote = ThemedLabel(Size.TEXT, parent=self)
        self.directions = [Direction(self) for _ in range(_MAX_DIRECTIONS)]
        self.why = WhyPanel(self)
        self.why.hide()
        self.bar = ThinBar(self)
        self.bar.setAccessibleName(self.tr("Time left for this prompt"))
        self.not_now = NotNowButton(self)
        self.not_now.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.not_now.setCursor(Qt.CursorShape.ArrowCursor)
        self.not_now.clicked.connect(self._dismiss)

        self.right = ThumbButton(is_up=True, parent=self)
        self.wrong = ThumbButton(is_up=False, parent=self)
        self.right.clicked.connect(lambda: self._mark(is_right=True))
        self.wrong.clicked.connect(lambda: self._mark(is_right=False))

        self._bottom = QHBoxLayout()
        self._bottom.addWidget(self.bar, 1)
        self._thumbs = QHBoxLayout()
        self._thumbs.setSpacing(0)
        self._thumbs.addWidget(self.right)
        self._thumbs.addWidget(self.wrong)
        self._bottom.addLayout(self._thumbs)
        self._bottom.addWidget(self.not_now)
        self._column = QVBoxLayout(self)
        for part in (self.title, self.headline, self.quote, *self.directions, self.why):
            self._column.addWidget(part)
        self._column.addLayout(self._bottom)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

        self._effect = QGraphicsOpacityEffect(self)
        self._effect.setEnabled(False)
        self.setGraphicsEffect(self._effect)
        self._leaving = QVariantAnimation(self)
        self._leaving.setStartValue(1.0)
        self._leaving.setEndValue(0.0)
        self._leaving.valueChanged.connect(self._effect.setOpacity)
        self._leaving.finished.connect(self._gone)
        self.hide()

    @property
    def cue(self) -> Cue | None:
        """The cue in view; None as soon as it begins to leave."""
        return self._cue

    @property
    def is_leaving(self) -> bool:
        return self._leaving.state() is QVariantAnimation.State.Running

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        parts: list[Themed] = [self.title, self.headline, self.quote, self.bar, self.why]
        parts += [self.not_now, self.right, self.wrong]
        for part in (*parts, *self.directions):
            part.set_theme(theme)
        space = theme.space
        self._column.setContentsMargins(space(13), space(12), space(13), space(12))
        self._column.setSpacing(space(5))
        self.quote.setContentsMargins(0, space(3), 0, space(2))
        self.why.setContentsMargins(0, space(4), 0, 0)
        self._bottom.setContentsMargins(0, space(5), 0, 0)
        self._bottom.setSpacing(space(9))
        self._leaving.setDuration(theme.motion_ms)
        self._colour()

    def show_cue(self, cue: Cue | None) -> None:
        """Show a cue at once, or let the one in view leave."""
        if cue is None:
            self._leave()
            return
        self._stop_leaving()
        is_new = self._cue is None or self._cue.number != cue.number
        self._cue = cue
        self._write(cue)
        if is_new:
            self._unreported = cue.number
            self.turn(to_why=False)
        self._colour()
        self.show()
        self.update()
        self.size_changed.emit()

    def show_mark(self, mark: bool | None) -> None:
        """How the cue in view was judged; None if it was not."""
        self.right.set_marked(mark is True)
        self.wrong.set_marked(mark is False)

    def show_time(self, now: int) -> None:
        """Run the bar down to the expiry; `now` is call time."""
        if self._cue is None:
            return
        whole = max(1, self._cue.raised.expires_at - self._cue.shown_at)
        self.bar.set_fraction((self._cue.raised.expires_at - now) / whole)

    def turn(self, *, to_why: bool) -> None:
        """Show the reasons in place of the directions, or the directions again."""
        self.why.setVisible(to_why)
        has_cue = self._cue is not None
        self.quote.setVisible(not to_why and bool(self.quote.text()))
        for direction in self.directions:
            direction.setVisible(not to_why and has_cue and bool(direction.text.text()))
        self._name()
        self.size_changed.emit()

    def heightForWidth(self, width: int) -> int:
        return self._column.totalHeightForWidth(width)

    def hasHeightForWidth(self) -> bool:
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # or the window would take it for the beginning of a drag

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        is_inside = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and is_inside and self._cue is not None:
            self.turn(to_why=self.why.isHidden())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.turn(to_why=self.why.isHidden())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        urgency = self._urgency()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.palette.tint(urgency).ground))
        radius = 9 * self._theme.scale
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._theme.palette.customer), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.end()
        if self._unreported is not None and self._cue is not None:
            number, self._unreported = self._unreported, None
            # The children and the flush to the screen come after this; then it can be read.
            QTimer.singleShot(0, self, lambda: self.cue_painted.emit(number, self._clock_ns()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange:
            self.update()

    def _urgency(self) -> Urgency:
        return self._cue.raised.urgency if self._cue is not None else self._last_urgency

    _last_urgency = Urgency.HINT

    def _write(self, cue: Cue) -> None:
        raised = cue.raised
        self._last_urgency = raised.urgency
        self.title.setText(raised.title)
        self.headline.setText(raised.headline)
        self.quote.setText(evidence_text(raised.evidence))
        for place, direction in enumerate(self.directions):
            has_text = place < len(raised.directions)
            direction.set_text(raised.directions[place] if has_text else "")
        self.why.show_cue(cue)
        self.why.updateGeometry()
        to_why = not self.why.isHidden()
        self.quote.setVisible(not to_why and bool(self.quote.text()))
        for direction in self.directions:
            direction.setVisible(not to_why and bool(direction.text.text()))
        self.bar.set_fraction(1.0)
        self.show_time(cue.shown_at)
        self._name()

    def _name(self) -> None:
        """What a screen reader says of the card: the prompt itself, then how to see why."""
        if self._cue is None:
            return
        raised = self._cue.raised
        parts = [raised.title, raised.headline, self.quote.text(), *raised.directions]
        self.setAccessibleName(". ".join(part for part in parts if part))
        self.setAccessibleDescription(
            self.tr("Press Enter for the directions")
            if not self.why.isHidden()
            else self.tr("Press Enter to see why")
        )

    def _colour(self) -> None:
        if self._theme is None:
            return
        tint = self._theme.palette.tint(self._urgency())
        self.title.set_colour(tint.title)
        self.headline.set_colour(self._theme.palette.prompt)
        self.quote.set_colour(tint.quote)
        self.bar.set_colour(tint.accent)
        self.why.set_tint(tint)

    def _dismiss(self) -> None:
        if self._cue is not None:
            self.dismissed.emit(self._cue.number)

    def _mark(self, *, is_right: bool) -> None:
        if self._cue is not None:
            self.marked.emit(self._cue.number, is_right)

    def _leave(self) -> None:
        if self._cue is None:
            return
        self._cue = None
        self._unreported = None
        if self._leaving.duration() == 0 or not self.isVisible():
            self._gone()
            return
        self._effect.setEnabled(True)
        self._leaving.start()

    def _stop_leaving(self) -> None:
        self._leaving.stop()
        self._effect.setEnabled(False)

    def _gone(self) -> None:
        self._effect.setEnabled(False)
        if self._cue is None:
            self.hide()
            self.size_changed.emit()


def evidence_text(evidence: tuple[Evidence, ...]) -> str:
    """The words that triggered a cue, in quotes; a measured timing as it is."""
    for piece in evidence:
        if piece.text:
            return quoted(piece.text) if piece.utterance is not None else piece.text
    return ""
