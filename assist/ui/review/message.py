"""A title and a sentence in the middle of a page that has nothing to show."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from assist.ui.review.style import label
from assist.ui.theme import Theme


class Message(QWidget):
    """What stands on a page that has nothing to show; `again` only where trying again may help."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label("", self, part="title")
        self.text = label("", self, ink="muted")
        for part in (self.title, self.text):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            part.setWordWrap(True)
            part.setTextFormat(Qt.TextFormat.PlainText)
        self.again = QPushButton(QCoreApplication.translate("Team", "Try again"), self)
        self.again.setProperty("kind", "wide")
        self._column = QVBoxLayout(self)
        self._column.addStretch(2)
        self._column.addWidget(self.title)
        self._column.addWidget(self.text)
        self._column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(3)

    def set_theme(self, theme: Theme) -> None:
        side = theme.space(60)
        self._column.setContentsMargins(side, 0, side, 0)
        self._column.setSpacing(theme.space(10))

    def show_words(self, title: str, text: str, *, may_try: bool = False) -> None:
        """Say this; `may_try` offers to try again."""
        self.title.setText(title)
        self.text.setText(text)
        self.again.setVisible(may_try)
