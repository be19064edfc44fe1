"""The versions of a layer: who changed what, when; any of them can be brought back."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assist.core.rules import VersionRow
from assist.ui.editor.style import label
from assist.ui.theme import Theme

_SHOWN_CHANGES = 4


class VersionPage(QWidget):
    """Emits `restore_asked` with a version's number and `closed`."""

    restore_asked = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("versionPage")
        self._versions: tuple[VersionRow, ...] = ()
        self.heading = label(self.tr("History"), self, part="title")
        self.note = label("", self, part="note", ink="muted")
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Versions, newest first"))
        self.list.setWordWrap(True)
        self.restore = QPushButton(self.tr("Make this the draft"), self)
        self.restore.setProperty("kind", "wide")
        self.back = QPushButton(self.tr("Back to the rule"), self)
        self.back.setProperty("kind", "wide")
        row = QHBoxLayout()
        row.addWidget(self.restore)
        row.addWidget(self.back)
        row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.note)
        self._column.addWidget(self.list, 1)
        self._column.addLayout(row)
        self._column.addStretch(0)
        self.restore.clicked.connect(self._ask)
        self.back.clicked.connect(self.closed)

    def show_versions(self, versions: Sequence[VersionRow], file: str) -> None:
        self._versions = tuple(versions)
        self.list.clear()
        for version in versions:
            when = version.at[:16].replace("T", " ") or self.tr("unknown time")
            who = version.who or self.tr("unknown")
            lines = [f"{version.number} · {when} · {who}", version.what]
            lines += version.changes[:_SHOWN_CHANGES]
            more = len(version.changes) - _SHOWN_CHANGES
            if more > 0:
                lines.append(self.tr("and %n more", "", more))
            self.list.addItem(QListWidgetItem("\n".join(lines)))
        self.list.setVisible(bool(versions))
        self._column.setStretch(self._column.count() - 1, 0 if versions else 1)
        self.restore.setEnabled(bool(versions))
        self.note.setText(
            file
            if versions
            else self.tr("Nothing has been published yet in {file}.").format(file=file)
        )
        if versions:
            self.list.setCurrentRow(0)

    def _ask(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._versions):
            self.restore_asked.emit(self._versions[row].number)

    def set_theme(self, theme: Theme) -> None:
        margin = theme.space(16)
        self._column.setContentsMargins(margin, theme.space(12), margin, margin)
        self._column.setSpacing(theme.space(8))
