"""The page of keys (F1): a small window beside, closed by Esc."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QWidget

from assist.ui.review.keys import KEYS, key_text
from assist.ui.review.style import label
from assist.ui.theme import Theme

_ROWS = 14


class KeyHelp(QWidget):
    """Every key of the review window and what it does."""

    def __init__(self, parent: QWidget, theme: Theme, *, is_agent: bool) -> None:
        super().__init__(parent, Qt.WindowType.Tool)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("review")
        self.setWindowTitle(self.tr("Keys"))
        grid = QGridLayout(self)
        side = theme.space(18)
        grid.setContentsMargins(side, side, side, side)
        grid.setHorizontalSpacing(theme.space(16))
        grid.setVerticalSpacing(theme.space(6))
        shown = [key for key in KEYS if not (is_agent and key.leads_only)]
        for number, key in enumerate(shown):
            column, row = divmod(number, _ROWS)
            chord = label(key.chord, self, part="strong")
            grid.addWidget(chord, row, column * 2)
            grid.addWidget(label(key_text(key.action), self, part="meta"), row, column * 2 + 1)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.close)
