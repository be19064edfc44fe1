"""Comments on a call: who said what at which moment, answers below, and the field for a new one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from assist.core.review import Comment, CommentKind
from assist.ui.review import wording
from assist.ui.review.style import label
from assist.ui.theme import Theme
from assist.ui.wording import clock_text


class RemarkField(QPlainTextEdit):
    """Emits `sent` on Ctrl+Enter; Tab leaves the field."""

    sent = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.sent.emit()
            return
        super().keyPressEvent(event)


class RemarkRow(QWidget):
    """One comment. Emits `sought`; for an agent also `answer_asked` and `dispute_asked`."""

    sought = Signal(int)
    answer_asked = Signal()
    dispute_asked = Signal()

    def __init__(self, comment: Comment, *, may_answer: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.comment = comment
        column = QVBoxLayout(self)
        column.setContentsMargins(10 if comment.answers else 0, 0, 0, 0)
        column.setSpacing(1)
        head = QHBoxLayout()
        who = comment.by
        if comment.kind is not CommentKind.COMMENT:
            who = f"{comment.by} · {wording.comment_kind_text(comment.kind)}"
        ink = "red" if comment.kind is CommentKind.DISPUTE else "muted"
        head.addWidget(label(who, self, part="meta", ink=ink), 1)
        if comment.at is not None:
            at = comment.at
            self.when = QPushButton(clock_text(at), self)
            self.when.setProperty("kind", "link")
            self.when.setAccessibleName(self.tr("Go to {time}").format(time=clock_text(at)))
            self.when.clicked.connect(lambda: self.sought.emit(at))
            head.addWidget(self.when)
        column.addLayout(head)
        self.text = label(comment.text, self)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.text)
        if may_answer and comment.kind is CommentKind.COMMENT:
            actions = QHBoxLayout()
            self.answer = QPushButton(self.tr("Answer"), self)
            self.dispute = QPushButton(self.tr("Disagree"), self)
            self.answer.clicked.connect(self.answer_asked)
            self.dispute.clicked.connect(self.dispute_asked)
            actions.addWidget(self.answer)
            actions.addWidget(self.dispute)
            actions.addStretch(1)
            column.addLayout(actions)


class Remarks(QWidget):
    """Emits `written` (text, at or None, kind, id answered) and `sought` (call ms)."""

    written = Signal(str, object, object, str)
    sought = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_agent = False
        self._at = 0
        self._kind, self._answers = CommentKind.COMMENT, ""
        self.title = label("", self, part="heading", ink="muted")
        self.field = RemarkField(self)
        self.field.sent.connect(self.send)
        self.field.textChanged.connect(self._typed)
        self.button = QPushButton(self.tr("Comment"), self)
        self.button.setToolTip(self.tr("Ctrl+Enter"))
        self.button.clicked.connect(self.send)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.clicked.connect(self._cancel)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._list = QVBoxLayout()
        self.rows: list[RemarkRow] = []
        for part in (self.title, self.field):
            self._column.addWidget(part)
        buttons = QHBoxLayout()
        buttons.addWidget(self.button)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        self._column.addLayout(buttons)
        self._column.addLayout(self._list)
        self._begin_comment()

    def set_theme(self, theme: Theme) -> None:
        self._column.setSpacing(theme.space(6))
        self._list.setSpacing(theme.space(10))
        self.field.setFixedHeight(theme.space(64))

    def set_agent(self, *, is_agent: bool) -> None:
        self._is_agent = is_agent

    def set_now(self, at: int) -> None:
        """A new comment belongs to this moment, until something was typed."""
        if not self.field.toPlainText():
            self._at = at
            self._show_title()

    def show_comments(self, comments: tuple[Comment, ...]) -> None:
        """Each comment with its answers below it."""
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for comment in threads(comments):
            row = RemarkRow(comment, may_answer=self._is_agent, parent=self)
            row.sought.connect(self.sought)
            row.answer_asked.connect(
                lambda comment=comment: self._begin(CommentKind.ANSWER, comment)
            )
            row.dispute_asked.connect(
                lambda comment=comment: self._begin(CommentKind.DISPUTE, comment)
            )
            self.rows.append(row)
            self._list.addWidget(row)

    def send(self) -> None:
        """Keep what was typed, if anything was."""
        text = self.field.toPlainText().strip()
        if not text:
            return
        at = self._at if self._kind is CommentKind.COMMENT else None
        # The button goes out with the empty field, and would hand the focus to the next one.
        self.field.setFocus()
        self.written.emit(text, at, self._kind, self._answers)

    def clear(self) -> None:
        """The comment is kept, or another call is looked at."""
        self.field.clear()
        self._begin_comment()

    def _cancel(self) -> None:
        self.field.setFocus()
        self._begin_comment()

    def _begin_comment(self) -> None:
        self._kind, self._answers = CommentKind.COMMENT, ""
        self.cancel.hide()
        self._show_title()
        self._typed()

    def _begin(self, kind: CommentKind, comment: Comment) -> None:
        self._kind, self._answers = kind, comment.id
        self.cancel.show()
        self._show_title()
        self.field.setFocus()

    def _show_title(self) -> None:
        texts = {
            CommentKind.COMMENT: self.tr("Comment at {time}"),
            CommentKind.ANSWER: self.tr("Your answer"),
            CommentKind.DISPUTE: self.tr("What you see differently"),
        }
        self.title.setText(texts[self._kind].format(time=clock_text(self._at)))
        self.field.setAccessibleName(self.title.text())
        self.field.setPlaceholderText(self.tr("Say what was good, and what to try"))

    def _typed(self) -> None:
        self.button.setEnabled(bool(self.field.toPlainText().strip()))


def threads(comments: tuple[Comment, ...]) -> list[Comment]:
    """Comments by moment, those on the whole call first, each followed by what answers it."""
    first = [each for each in comments if not each.answers]
    first.sort(key=lambda each: (-1 if each.at is None else each.at, each.written_at))
    known = {each.id for each in first}
    found: list[Comment] = []
    for comment in first:
        found.append(comment)
        answers = [each for each in comments if each.answers == comment.id]
        found += sorted(answers, key=lambda each: each.written_at)
    return found + [each for each in comments if each.answers and each.answers not in known]
