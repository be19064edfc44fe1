"""What else there is to open: a list over the sidebar's pages, not a menu that takes the keys."""

from collections.abc import Iterable
from enum import StrEnum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from assist.ui.sidebar.pieces import Ink, WrappedLabel
from assist.ui.theme import Size, Theme


class MenuEntry(StrEnum):
    """What the menu opens or does, in its order."""

    SETTINGS = auto()
    SETUP = auto()
    PRACTICE = auto()
    REVIEW = auto()
    RULES = auto()
    COLLAPSE = auto()
    OTHER_SIDE = auto()
    ABOUT = auto()
    QUIT = auto()


ALWAYS = frozenset({MenuEntry.COLLAPSE, MenuEntry.OTHER_SIDE, MenuEntry.QUIT})
"""What the sidebar does itself; the rest is there where somebody opens it."""


class MenuPanel(QWidget):
    """Emits `chosen` with a `MenuEntry`; any choice and Esc close it."""

    chosen = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self.buttons: dict[MenuEntry, QPushButton] = {}
        self._column = QVBoxLayout(self)
        self.note = WrappedLabel(3, Size.META, Ink.MUTED, parent=self)
        self.note.hide()
        for entry in MenuEntry:
            button = QPushButton(self._words(entry), self)
            button.setProperty("kind", "entry")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, entry=entry: self._choose(entry))
            button.setVisible(entry in ALWAYS)
            self.buttons[entry] = button
            self._column.addWidget(button)
        self._note_row = QVBoxLayout()
        self._note_row.addWidget(self.note)
        self._column.addLayout(self._note_row)
        self._column.addStretch(1)
        self.setAccessibleName(self.tr("Menu"))
        self.hide()

    def set_entries(self, entries: Iterable[MenuEntry]) -> None:
        """Which entries somebody answers to, besides the sidebar's own."""
        wanted = ALWAYS | set(entries)
        for entry, button in self.buttons.items():
            button.setVisible(entry in wanted)

    def set_note(self, sentence: str) -> None:
        """A quiet sentence at the end, such as what this desktop cannot do."""
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))

    def set_side(self, side: str) -> None:
        """Offer the other edge."""
        self.buttons[MenuEntry.OTHER_SIDE].setText(
            self.tr("Move to the right edge")
            if side == "left"
            else self.tr("Move to the left edge")
        )

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.note.set_theme(theme)
        side = theme.space(8)
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(theme.space(1))
        # As far in as the entries' words.
        self._note_row.setContentsMargins(side + 1, side, side, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        colours = self._theme.palette
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.window))
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        painter.end()

    def first(self) -> QWidget:
        """The entry that the keys go to first."""
        return next(button for button in self.buttons.values() if not button.isHidden())

    def close_panel(self) -> None:
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def _choose(self, entry: MenuEntry) -> None:
        self.close_panel()
        self.chosen.emit(entry)

    def _words(self, entry: MenuEntry) -> str:
        return {
            MenuEntry.SETTINGS: self.tr("Settings…"),
            MenuEntry.SETUP: self.tr("Set up again…"),
            MenuEntry.PRACTICE: self.tr("Practise with a call…"),
            MenuEntry.REVIEW: self.tr("Review calls…"),
            MenuEntry.RULES: self.tr("Edit the rules…"),
            MenuEntry.COLLAPSE: self.tr("Collapse to a strip"),
            MenuEntry.OTHER_SIDE: self.tr("Move to the left edge"),
            MenuEntry.ABOUT: self.tr("About and licences…"),
            MenuEntry.QUIT: self.tr("Quit"),
        }[entry]
