"""The wrap-up card's promises: who, what and when, each to be put right or dropped."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assist.core.commands import EditPromise
from assist.core.due import parse_due
from assist.core.events import PromiseMade
from assist.core.written import written
from assist.ui.callstate import CallState
from assist.ui.record import when_text
from assist.ui.sidebar.fields import TextField
from assist.ui.sidebar.pieces import Ink, ThemedLabel
from assist.ui.theme import Size, Theme
from assist.ui.wording import due_text

_MOST_WHAT, _MOST_WHEN, _MOST_WHO = 200, 60, 60
NEW = -1
"""The number of a promise that was not heard."""


def now_here() -> datetime:
    return datetime.now().astimezone()


class PromiseRow(QWidget):
    """Fields of one promise; `edited` carries the `EditPromise` that Enter or leaving asks for."""

    edited = Signal(object)
    field_entered = Signal(QWidget)
    field_left = Signal()
    closed = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._promise: PromiseMade | None = None
        self._asked: EditPromise | None = None
        self.what = TextField(self.tr("What was promised"), _MOST_WHAT, self)
        self.when = TextField(self.tr("When, e.g. tomorrow 16:00"), _MOST_WHEN, self)
        self.who = TextField(self.tr("Who"), _MOST_WHO, self)
        self.meaning = ThemedLabel(Size.META, Ink.MUTED, parent=self)
        self.drop = QPushButton("✕", self)
        self.drop.setProperty("kind", "flat")
        self.drop.setAccessibleName(self.tr("This is no promise: drop it"))
        self.drop.setToolTip(self.tr("This is no promise: drop it"))
        self.drop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._grid = QGridLayout(self)
        self._grid.addWidget(self.what, 0, 0, 1, 2)
        self._grid.addWidget(self.drop, 0, 2)
        self._grid.addWidget(self.who, 1, 0)
        self._grid.addWidget(self.when, 1, 1, 1, 2)
        self._grid.addWidget(self.meaning, 2, 0, 1, 3)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        for field in (self.what, self.when, self.who):
            field.entered.connect(lambda field=field: self.field_entered.emit(field))
            field.left.connect(self.field_left)
            field.kept.connect(lambda _: self.keep())
            field.editingFinished.connect(self.keep)
        self.when.textEdited.connect(lambda _: self._show_meaning())
        self.drop.clicked.connect(self._drop)

    def set_theme(self, theme: Theme) -> None:
        for part in (self.what, self.when, self.who, self.meaning):
            part.set_theme(theme)
        self.drop.setFixedSize(theme.space(20), theme.space(20))
        self._grid.setContentsMargins(0, theme.space(2), 0, theme.space(4))
        self._grid.setHorizontalSpacing(theme.space(5))
        self._grid.setVerticalSpacing(theme.space(3))

    def show_promise(self, promise: PromiseMade | None) -> None:
        """Show a promise, or nothing to write a new one."""
        if promise is not None and promise == self._promise:
            return
        self._promise, self._asked = promise, None
        if promise is not None and not self._is_typing():
            self.what.setText(written(promise.what))
            self.when.setText(when_text(promise, self._now()))
            self.who.setText(self._who(promise))
        self._show_meaning()

    def set_reminding(self, *, reminds: bool) -> None:
        """Whether a reminder of this promise will come, so that it may be said."""
        self.meaning.setVisible(reminds)

    def keep(self) -> None:
        """Ask for what the fields say, where that is not what is known already."""
        what = " ".join(self.what.text().split())
        when = " ".join(self.when.text().split())
        who = " ".join(self.who.text().split())
        known = self._promise
        if not what:
            return
        if known is not None:
            is_same_when = when == when_text(known, self._now())
            who = known.who if who == self._who(known) else who
            if what == written(known.what) and is_same_when and who == known.who:
                return
            what = known.what if what == written(known.what) else what
            if is_same_when:
                self._ask(known.promise, who, what, known.due, known.due_at)
                return
        moment = parse_due(when, self._now())
        due_at = "" if moment is None else moment.isoformat(timespec="minutes")
        self._ask(NEW if known is None else known.promise, who or "agent", what, when, due_at)

    def _ask(self, promise: int, who: str, what: str, due: str, due_at: str) -> None:
        edit = EditPromise(promise=promise, who=who, what=what, due=due, due_at=due_at)
        if edit == self._asked:  # Enter, and then the focus that leaves with it
            return
        self._asked = edit
        self.edited.emit(edit)
        if promise == NEW:
            for field in (self.what, self.when, self.who):
                field.clear()
            self.closed.emit()

    def _drop(self) -> None:
        if self._promise is None:
            self.closed.emit()
            return
        self.edited.emit(EditPromise(promise=self._promise.promise, is_dropped=True))

    def _is_typing(self) -> bool:
        return any(field.hasFocus() for field in (self.what, self.when, self.who))

    def _who(self, promise: PromiseMade) -> str:
        return self.tr("I") if promise.who in ("agent", "i", "we") else written(promise.who)

    def _show_meaning(self) -> None:
        """Say what the typed time means: a reminder comes then, or there is none."""
        text = " ".join(self.when.text().split())
        known = self._promise
        moment = parse_due(text, self._now())
        if moment is None and known is not None and text == when_text(known, self._now()):
            due_at = known.due_at
        else:
            due_at = "" if moment is None else moment.isoformat(timespec="minutes")
        due = due_text(due_at, self._now())
        words = self.tr("No time, so no reminder") if not due else ""
        if due:
            words = self.tr("◷ Reminder {when}").format(when=due)
        self.meaning.setText(words)


class PromiseRows(QWidget):
    """The promises of the call, and one more to be written."""

    edited = Signal(object)
    field_entered = Signal(QWidget)
    field_left = Signal()
    height_changed = Signal()

    def __init__(
        self, now: Callable[[], datetime] = now_here, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._theme: Theme | None = None
        self.title = ThemedLabel(Size.SMALL, Ink.MUTED, is_bold=True, parent=self)
        self.title.setText(self.tr("Promises"))
        self.add = QPushButton(self.tr("Add"), self)
        self.add.setProperty("kind", "flat")
        self.add.setAccessibleName(self.tr("Add a promise"))
        self.add.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.rows: list[PromiseRow] = []
        self.new = self._row()
        self.new.hide()
        self._head = QHBoxLayout()
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addWidget(self.new)
        self.add.clicked.connect(self._open_new)
        self.new.closed.connect(self._close_new)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.title.set_theme(theme)
        for row in (*self.rows, self.new):
            row.set_theme(theme)
        self._column.setSpacing(theme.space(2))

    def show_state(self, state: CallState) -> None:
        promises = list(state.promises.values())
        if len(promises) != len(self.rows):
            self._build(len(promises))
        # What was only tried out, or is not kept, is not followed up.
        is_live = state.started is not None and state.started.source == "live"
        for row in (*self.rows, self.new):
            row.set_reminding(reminds=is_live and not state.is_private)
        for row, promise in zip(self.rows, promises, strict=True):
            row.show_promise(promise)

    def keep(self) -> None:
        """Have what is being typed kept."""
        for row in (*self.rows, self.new):
            row.keep()

    def _build(self, count: int) -> None:
        while len(self.rows) > count:
            row = self.rows.pop()
            row.hide()
            row.deleteLater()
        while len(self.rows) < count:
            row = self._row()
            self._column.insertWidget(1 + len(self.rows), row)
            row.show()  # a layout would do it later, and until then give it no room
            self.rows.append(row)
        self.height_changed.emit()

    def _row(self) -> PromiseRow:
        row = PromiseRow(self._now, self)
        if self._theme is not None:
            row.set_theme(self._theme)
        row.edited.connect(self.edited)
        row.field_entered.connect(self.field_entered)
        row.field_left.connect(self.field_left)
        return row

    def _open_new(self) -> None:
        self.new.show_promise(None)
        self.new.show()
        self.height_changed.emit()
        self.field_entered.emit(self.new.what)

    def _close_new(self) -> None:
        self.new.hide()
        self.field_left.emit()
        self.height_changed.emit()
