"""One call of the live board: why it needs somebody, how it stands, and a line to its agent."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from assist.core.live import MAX_LINE, CallKey, LeadsLine, LiveCall, WatchedCall
from assist.ui.linefield import LineField
from assist.ui.review import live_words as words
from assist.ui.review.live_said import SaidView
from assist.ui.review.style import label
from assist.ui.sentences import said
from assist.ui.theme import Theme

_LINES_SHOWN = 4


def _tr(text: str) -> str:
    return QCoreApplication.translate("Live", text)


class LiveCallView(QWidget):
    """Emits `watch_asked` with whether to watch, `line_typed` with a line for the call in view.

    Before a call is watched only what the list says of it is shown.
    """

    watch_asked = Signal(bool)
    line_typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.call: LiveCall | None = None
        self.is_watched = False
        self._last_sent = ""
        self._lines: tuple[LeadsLine, ...] = ()
        self.agent = self._label(part="title")
        self.watch = QPushButton(_tr("Watch"), self)
        self.watch.setProperty("kind", "wide")
        self.watch.clicked.connect(lambda: self.watch_asked.emit(not self.is_watched))
        self.needs = self._label(part="strong")
        self.feeling = self._label()
        self.note = self._label(part="small", ink="muted")
        self.prompts_title = self._label(_tr("Prompts shown"), part="heading")
        self.prompts = self._label()
        self.promises_title = self._label(_tr("Promises"), part="heading")
        self.promises = self._label()
        self.said_title = self._label(_tr("What is said"), part="heading")
        self.said = SaidView(self)
        self.sent = self._label(part="small", ink="muted")
        self.trouble = self._label(part="small", ink="red")
        self.field = LineField(self)
        self.field.setMaxLength(MAX_LINE)
        self.field.setPlaceholderText(_tr("One line to the agent's sidebar"))
        self.field.setAccessibleName(_tr("One line to the agent's sidebar"))
        self.send = QPushButton(_tr("Send"), self)
        self.send.setProperty("kind", "wide")
        self.field.returnPressed.connect(self._send)
        self.send.clicked.connect(self._send)
        self._lay_out()

    def _label(self, text: str = "", *, part: str = "", ink: str = "text") -> QLabel:
        made = label(text, self, part=part, ink=ink)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.setWordWrap(part != "heading")
        return made

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self.agent, 1)
        self._head.addWidget(self.watch, 0, Qt.AlignmentFlag.AlignTop)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.field, 1)
        self._foot.addWidget(self.send)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        for part in (
            self.needs,
            self.feeling,
            self.note,
            self.prompts_title,
            self.prompts,
            self.promises_title,
            self.promises,
            self.said_title,
        ):
            self._column.addWidget(part)
        self._column.addWidget(self.said, 1)
        self._column.addStretch(0)
        self._column.addWidget(self.sent)
        self._column.addWidget(self.trouble)
        self._column.addLayout(self._foot)

    def set_theme(self, theme: Theme) -> None:
        self.said.set_theme(theme)
        self._column.setContentsMargins(theme.space(16), 0, 0, 0)
        self._column.setSpacing(theme.space(7))
        self._head.setSpacing(theme.space(10))
        self._foot.setSpacing(theme.space(8))

    def show_call(self, call: LiveCall, now: datetime, watched: WatchedCall | None) -> None:
        """Show a call as its row says it, or in full while it is `watched`."""
        if self.call is None or self.call.key != call.key:
            self.field.clear()
            self.say("")
            self._last_sent = ""
        self.call = call
        self.is_watched = watched is not None
        self.agent.setText(call.agent)
        self.needs.setText(f"{words.needs_text(call)}, {words.since_text(call.since, now)}")
        self.watch.setText(_tr("Stop watching") if self.is_watched else _tr("Watch"))
        spoken = None if watched is None else watched.words
        self.feeling.setText(words.feeling_line(call.state, spoken))
        self.note.setText(self._note(call, watched))
        self._show_list(
            self.prompts_title,
            self.prompts,
            [words.prompt_text(each, spoken) for each in call.state.prompts],
        )
        self._show_list(
            self.promises_title,
            self.promises,
            [words.promise_text(each, spoken) for each in call.state.promises],
        )
        self.said.show_said(() if spoken is None else spoken.said)
        self.said.setVisible(spoken is not None)
        self.said_title.setVisible(spoken is not None)
        self._column.setStretch(self._column.count() - 4, 0 if spoken is not None else 1)
        self._lines = () if watched is None else watched.lines
        self._show_sent(self._lines)

    def _note(self, call: LiveCall, watched: WatchedCall | None) -> str:
        if watched is None:
            others = [words.watchers_text(call).capitalize() + "."] if call.watchers else []
            return " ".join(
                [*others, _tr("Watching shows more of the call. The agent sees who watches.")]
            )
        if not watched.takes_words:
            return _tr("The team's limit keeps what is said on the agent's computer.")
        if watched.words is None:
            return _tr("Waiting for what is said; it may stay on the agent's computer.")
        return _tr("{agent} sees that you are watching.").format(agent=call.agent)

    def _show_list(self, title: QLabel, rows: QLabel, texts: list[str]) -> None:
        is_shown = self.is_watched and bool(texts)
        rows.setText("\n".join(texts))
        for part in (title, rows):
            part.setVisible(is_shown)

    def _show_sent(self, lines: tuple[LeadsLine, ...]) -> None:
        texts = [words.sent_text(line) for line in lines[-_LINES_SHOWN:]]
        if not self.is_watched and self._last_sent:
            texts = [_tr("Sent: {line}").format(line=self._last_sent)]
        self.sent.setText("\n".join(texts))
        self.sent.setVisible(bool(texts))

    @property
    def key(self) -> CallKey | None:
        return None if self.call is None else self.call.key

    def say(self, sentence: str) -> None:
        """What is wrong with the last line, "" if nothing."""
        self.trouble.setText(said(sentence))
        self.trouble.setVisible(bool(sentence))

    def took_line(self, is_sent: bool, sentence: str) -> None:
        """The line that was sent has been taken, or not."""
        self.send.setEnabled(True)
        if is_sent:
            self._last_sent = self.field.text().strip()
            self.field.clear()
            self.say("")
            self._show_sent(self._lines)
        else:
            self.say(sentence or _tr("The line was not sent: the call needs nobody any more."))

    def _send(self) -> None:
        text = self.field.text().strip()
        if text and self.call is not None and self.send.isEnabled():
            # Until it is taken: typed once, it must not be sent twice.
            self.send.setEnabled(False)
            self.say("")
            self.line_typed.emit(text)
