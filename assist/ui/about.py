"""What the app is, its licence, and the notices of what it is made of."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from assist.ui.theme import Size, Theme, qt_palette, style_sheet

_WIDTH, _HEIGHT = 560, 520


class AboutWindow(QWidget):
    """Version on top, the notices below; Esc closes it."""

    closed = Signal()

    def __init__(self, theme: Theme, version: str, notices: str) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("About Call Assist"))
        self.title = QLabel(self.tr("Call Assist {version}").format(version=version), self)
        self.words = QLabel(
            self.tr(
                "Listens to both sides of a call on this computer only, and prompts the agent"
                " while there is still time to act. Free software under the licence below."
            ),
            self,
        )
        self.words.setWordWrap(True)
        self.notices = QPlainTextEdit(notices, self)
        self.notices.setReadOnly(True)
        self.notices.setAccessibleName(self.tr("Licence and third-party notices"))
        self.notices.setTabChangesFocus(True)
        self.done = QPushButton(self.tr("Close"), self)
        self.done.clicked.connect(self.close)
        self._column = QVBoxLayout(self)
        for part in (self.title, self.words):
            self._column.addWidget(part)
        self._column.addWidget(self.notices, 1)
        self._column.addWidget(self.done, 0, Qt.AlignmentFlag.AlignRight)
        self.set_theme(theme)
        self.resize(theme.space(_WIDTH), theme.space(_HEIGHT))

    def set_theme(self, theme: Theme) -> None:
        self.setStyleSheet("")  # what a sheet has polished takes no palette
        self.setPalette(qt_palette(theme.palette))
        # Under a style sheet the labels do not take the palette.
        labels = f"QLabel {{ color: {theme.palette.text}; }}"
        self.setStyleSheet(style_sheet(theme) + labels)
        self.title.setFont(theme.font(Size.HEADLINE, is_bold=True))
        self.words.setFont(theme.font(Size.TEXT))
        self.notices.setFont(theme.font(Size.SMALL))
        side = theme.space(18)
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(theme.space(10))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
