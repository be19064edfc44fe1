"""The review window's frame: parts side by side and below each other, lists, its first size."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from assist.ui.theme import Theme

_WIDTH, _HEIGHT = 1_400, 880
_LIST_WIDTH, _PANEL_WIDTH = 330, 300
"""Pixels at 100 %, like all sizes here."""
_CHOSEN_WIDTH = 900
_OUTER_SHARE = 0.56
"""The list and the panel together never take more of the width, unless somebody drags them."""


class Sides(QSplitter):
    """Parts side by side; until somebody moves a line, the outer two leave the middle its share."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._wanted: tuple[int, int] | None = None
        self.splitterMoved.connect(lambda *_: self._keep())

    def want(self, left: int, right: int) -> None:
        """The outer parts' widths where there is room."""
        self._wanted = (left, right)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _keep(self) -> None:
        self._wanted = None

    def _share(self) -> None:
        if self._wanted is None:
            return
        left, right = self._wanted
        share = min(1.0, self.width() * _OUTER_SHARE / (left + right))
        left, right = round(left * share), round(right * share)
        self.setSizes([left, self.width() - left - right, right])


def side_by_side(parts: Sequence[QWidget], grows: QWidget, parent: QWidget) -> Sides:
    """Parts with a line between them that can be moved; one of them takes the room there is."""
    splitter = Sides(parent)
    for number, part in enumerate(parts):
        splitter.addWidget(part)
        splitter.setStretchFactor(number, int(part is grows))
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    return splitter


def list_view(parent: QWidget, name: str) -> QListView:
    """A list of rows of one height; `name` is what a screen reader says of it."""
    view = QListView(parent)
    view.setAccessibleName(name)
    view.setUniformItemSizes(True)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    return view


class ListAndChosen(QSplitter):
    """A page's list and, right of it, what is chosen there; they fill `content`."""

    def __init__(self, rows: QListView, chosen: QWidget, content: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, content)
        self._rows = rows
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.addWidget(rows)
        self.addWidget(chosen)
        self.setStretchFactor(1, 1)
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self)

    def set_widths(self, theme: Theme, *, wanted: int, least: int) -> None:
        """The list's width, and what it is never narrower than: pixels at 100 %."""
        self._rows.setMinimumWidth(theme.space(least))
        self.setSizes([theme.space(wanted), theme.space(_CHOSEN_WIDTH)])


def trouble_line(parent: QWidget) -> QLabel:
    """Where a sentence about what went wrong stands; not to be seen without one."""
    line = QLabel(parent)
    line.setObjectName("trouble")
    line.setWordWrap(True)
    line.setTextFormat(Qt.TextFormat.PlainText)
    line.hide()
    return line


def below_each_other(parts: Sequence[QWidget], window: QWidget) -> None:
    """Fill the window with parts, without a gap; the last takes the room there is."""
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part, int(part is parts[-1]))


def set_first_size(window: QWidget, splitter: Sides, theme: Theme) -> None:
    """As drawn, or as much of it as the screen has room for."""
    screen = window.screen().availableGeometry()
    width = min(theme.space(_WIDTH), round(screen.width() * 0.96))
    height = min(theme.space(_HEIGHT), round(screen.height() * 0.92))
    window.resize(width, height)
    splitter.want(theme.space(_LIST_WIDTH), theme.space(_PANEL_WIDTH))
