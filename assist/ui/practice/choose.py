"""The first page: which call to practise with."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assist.core.practice import PracticeChoice
from assist.core.written import written
from assist.ui.editor.style import label
from assist.ui.theme import Theme
from assist.ui.wording import clock_text


class ChoosePage(QWidget):
    """Emits `chosen` with a call's id."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("practicePage")
        self.heading = label(self.tr("Practise with a call"), self, part="title")
        self.note = label(
            self.tr(
                "You see the call as it went, its prompts hidden. Say where you would act;"
                " afterwards you see what was there to be met."
            ),
            self,
            part="note",
            ink="muted",
        )
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Calls, newest first"))
        self.list.setWordWrap(True)
        self.start = QPushButton(self.tr("Start"), self)
        self.start.setProperty("kind", "primary")
        self.start.setEnabled(False)
        self.status = label("", self, part="note", ink="muted")
        self._row = QHBoxLayout()
        self._row.addWidget(self.status, 1)
        self._row.addWidget(self.start)
        self._column = QVBoxLayout(self)
        for part in (self.heading, self.note):
            self._column.addWidget(part)
        self._column.addWidget(self.list, 1)
        self._column.addLayout(self._row)
        self.start.clicked.connect(self._ask)
        self.list.itemActivated.connect(lambda _: self._ask())
        self.list.currentRowChanged.connect(lambda row: self.start.setEnabled(row >= 0))

    def show_choices(self, choices: Sequence[PracticeChoice]) -> None:
        self.list.clear()
        for choice in choices:
            item = QListWidgetItem(self._text(choice))
            item.setData(Qt.ItemDataRole.UserRole, choice.id)
            self.list.addItem(item)
        if choices:
            self.list.setCurrentRow(0)
            self.list.setFocus()

    def say(self, text: str, *, is_busy: bool = False) -> None:
        """One line beside the button; while busy nothing can be chosen."""
        self.status.setText(text)
        self.list.setEnabled(not is_busy)
        self.start.setEnabled(not is_busy and self.list.currentRow() >= 0)

    def _text(self, choice: PracticeChoice) -> str:
        if not choice.started_at:
            return self.tr("The demo call\nA router that has been down since Monday")
        day = datetime.fromisoformat(choice.started_at)
        customer = choice.customer or self.tr("Customer without a name")
        length = clock_text(choice.duration_ms)
        head = f"{day:%Y-%m-%d %H:%M} · {customer} · {length}"
        problem = written(choice.problem) if choice.problem else self.tr("No problem was stated")
        return f"{head}\n{problem}"

    def _ask(self) -> None:
        row = self.list.currentRow()
        if row >= 0 and self.list.isEnabled():
            self.chosen.emit(str(self.list.item(row).data(Qt.ItemDataRole.UserRole)))

    def set_theme(self, theme: Theme) -> None:
        margin = theme.space(16)
        self._column.setContentsMargins(margin, theme.space(12), margin, margin)
        self._column.setSpacing(theme.space(8))
        self._row.setSpacing(theme.space(8))
