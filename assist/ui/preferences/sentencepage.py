"""The first run's page on which a spoken sentence appears as it is heard."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from assist.core.preferences import SentenceTest, SetupDesk
from assist.ui.editor.style import label, restyle
from assist.ui.editor.worker import Worker
from assist.ui.preferences.steps import StepPage


class _Words(QObject):
    """The only part of the page that the listening thread touches."""

    heard = Signal(str, bool)
    failed = Signal(str)


class SentencePage(StepPage):
    """Listens while it is shown; `heard` is the last sentence that was understood."""

    def __init__(self, desk: SetupDesk, worker: Worker, parent: QWidget) -> None:
        super().__init__(desk, worker, parent)
        self.heading = self.tr("Say a sentence")
        self.heard = ""
        example = self.tr("Such as: “Thanks for calling, how can I help you today?”")
        self.words = label("", self, part="said", ink="muted")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setAccessibleName(self.tr("What was heard"))
        self.again = QPushButton(self.tr("Once more"), self)
        self.again.setProperty("kind", "wide")
        self.column.addWidget(label(example, self, ink="muted"))
        self.column.addWidget(self.words)
        self.column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self._tests: list[SentenceTest] = []
        """Those that may still listen."""
        self._run: _Words | None = None
        self.again.clicked.connect(self._start_over)

    def enter(self) -> None:
        self._listen()

    def leave(self) -> None:
        self._run = None
        tests = tuple(self._tests)
        if tests:
            # A thread may be loading the model: nobody waits for that here.
            self.ask("close", lambda: _close(tests), lambda _: self._forget(tests))

    def end(self) -> None:
        """Return when nothing listens any more."""
        _close(tuple(self._tests))
        self._tests.clear()

    def _forget(self, tests: tuple[SentenceTest, ...]) -> None:
        self._tests = [test for test in self._tests if test not in tests]

    def _start_over(self) -> None:
        self.leave()
        self.failed.emit("")
        self._listen()

    def _listen(self) -> None:
        self.heard = ""
        self.words.setText(self.tr("Listening…"))
        restyle(self.words, "ink", "muted")
        run = _Words(self)
        run.heard.connect(self._show)
        run.failed.connect(self._fail)
        self._run = run
        self._tests.append(self.desk.hear_sentence(run.heard.emit, run.failed.emit))

    def _show(self, words: str, is_final: bool) -> None:
        if self.sender() is not self._run:
            return  # of a test that was left
        self.words.setText(words)
        restyle(self.words, "ink", "green" if is_final else "text")
        if is_final:
            self.heard = words

    def _fail(self, sentence: str) -> None:
        if self.sender() is self._run:
            self.words.setText("")
            self.failed.emit(sentence)


def _close(tests: tuple[SentenceTest, ...]) -> None:
    for test in tests:
        test.close()
