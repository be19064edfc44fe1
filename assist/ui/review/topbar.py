"""The bar on top: the window's name, its tabs, and the search for words said."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLineEdit, QPushButton, QWidget

from assist.core.review import ReviewFilter
from assist.ui.review.style import label
from assist.ui.theme import Theme


class Tab:
    """A tab: `wanted` is what it lists; None for one with a page of its own."""

    def __init__(self, key: str, title: str, wanted: ReviewFilter | None) -> None:
        self.key, self.title, self.wanted = key, title, wanted
        self.button: QPushButton | None = None

    def rename(self, title: str) -> None:
        """Another title from now on."""
        self.title = title
        self.show_count(0)

    def allow(self, *, is_allowed: bool) -> None:
        """Show the tab, or do as if it did not exist."""
        if self.button is not None:
            self.button.setVisible(is_allowed)

    def show_count(self, count: int) -> None:
        """Say beside the title how many wait."""
        if self.button is not None:
            self.button.setText(f"{self.title} {count}" if count else self.title)


class TopBar(QFrame):
    """Emits `tab_asked` with a tab's key."""

    tab_asked = Signal(str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.heading = label(title, self, part="strong")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search words said in calls"))
        self.search.setAccessibleName(self.tr("Search words said in calls"))
        self.search.setClearButtonEnabled(True)
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.heading)
        self._row.addStretch(1)
        self._row.addWidget(self.search, 1)
        # The window's title says the same: where text is large the tabs need the room.
        self.heading.setMinimumWidth(1)

    def add_tab(self, tab: Tab) -> None:
        """Put a tab behind the others."""
        button = QPushButton(tab.title, self)
        button.setProperty("kind", "tab")
        button.setCheckable(True)
        button.clicked.connect(lambda: self.tab_asked.emit(tab.key))
        self._group.addButton(button)
        self._row.insertWidget(len(self._group.buttons()), button)
        tab.button = button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - self._row.minimumSize().width()
        self.heading.setVisible(room >= self.heading.sizeHint().width())

    def set_theme(self, theme: Theme) -> None:
        self._row.setContentsMargins(theme.space(16), 0, theme.space(16), 0)
        self._row.setSpacing(theme.space(20))
        self.search.setMinimumWidth(theme.space(100))
        self.search.setMaximumWidth(theme.space(300))
