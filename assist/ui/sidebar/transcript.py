"""The transcript's section: a title that folds it away, and the list itself."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from assist.ui.itemmodels.transcript import TranscriptModel
from assist.ui.sidebar.pieces import Ink, ThemedLabel
from assist.ui.sidebar.transcript_view import TranscriptView
from assist.ui.theme import Size, Theme


class FoldButton(QAbstractButton):
    """An arrow head: down while the section is open, right while it is folded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._is_open = True
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_open(self, is_open: bool) -> None:
        self._is_open = is_open
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        colours, scale = self._theme.palette, self._theme.scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = colours.customer if self.hasFocus() else colours.muted
        painter.setPen(QPen(QColor(ink), 1.6 * scale))
        middle = QPointF(self.width() - 4.5 * scale, self.height() / 2)
        points = [(-3.5, -1.75), (0.0, 1.75), (3.5, -1.75)]
        if not self._is_open:
            points = [(y, x) for x, y in points]
        painter.drawPolyline([middle + QPointF(x, y) * scale for x, y in points])
        painter.end()


class TranscriptSection(QWidget):
    """A title that folds the transcript away, and the transcript."""

    folded = Signal(bool)

    def __init__(self, model: TranscriptModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ThemedLabel(Size.SMALL, Ink.MUTED, is_bold=True, parent=self)
        self.title.setText(self.tr("Transcript"))
        self.fold = FoldButton(self)
        self.fold.clicked.connect(self._toggle)
        self.view = TranscriptView(model, self)
        self._head = QHBoxLayout()
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.fold)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.view, 1)
        self._is_folded = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._label()

    @property
    def is_folded(self) -> bool:
        return self._is_folded

    def set_theme(self, theme: Theme) -> None:
        self.title.set_theme(theme)
        self.view.set_theme(theme)
        side = theme.space(14)
        edge = theme.space(4)
        self._head.setContentsMargins(0, 0, side - edge, 0)
        self._column.setContentsMargins(side, theme.space(8), edge, theme.space(2))
        self._column.setSpacing(theme.space(4))
        self.fold.set_theme(theme)
        self.fold.setFixedSize(theme.space(16), theme.space(18))

    def head_height(self) -> int:
        """Height of the section while it is folded."""
        margins = self._column.contentsMargins()
        return margins.top() + self._head.sizeHint().height() + margins.bottom()

    def spacing(self) -> int:
        """Between the title and the lines."""
        return self._column.spacing()

    def _toggle(self) -> None:
        self._is_folded = not self._is_folded
        self.view.setVisible(not self._is_folded)
        self._label()
        self.folded.emit(self._is_folded)

    def _label(self) -> None:
        self.fold.set_open(not self._is_folded)
        self.fold.setAccessibleName(
            self.tr("Show the transcript") if self._is_folded else self.tr("Hide the transcript")
        )
