"""The first run: six small pages, Enter goes on, Esc leaves it for another time.

Each answer is kept as it is given, so that a run that was left goes on at its page.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from assist.core.errors import AssistError
from assist.core.preferences import SetupDesk, SetupStep
from assist.ui.editor.style import label
from assist.ui.editor.worker import Worker
from assist.ui.preferences.devicepage import DevicePage
from assist.ui.preferences.modelpage import ModelPage
from assist.ui.preferences.sentencepage import SentencePage
from assist.ui.preferences.steps import FarEndPage, NoticePage, ResultPage, StepPage
from assist.ui.preferences.style import open_size, preferences_sheet
from assist.ui.sentences import said
from assist.ui.theme import Theme, qt_palette

_WIDE, _HIGH = 560, 520


class FirstRunWindow(QWidget):
    """Emits `changed` when something was chosen and `closed`."""

    changed = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, desk: SetupDesk) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("firstRun")
        self.setWindowTitle(self.tr("Set up Call Assist"))
        self._desk = desk
        self.worker = Worker(self)
        self.count = label("", self, part="note", ink="muted")
        self.title = label("", self, part="title")
        self.trouble = label("", self, part="note", ink="red")
        self.stack = QStackedWidget(self)
        self.result = ResultPage(desk, self.worker, self)
        self.model = ModelPage(desk, self.worker, self)
        self.device = DevicePage(desk, self.worker, self)
        self.sentence = SentencePage(desk, self.worker, self)
        self.far_end = FarEndPage(desk, self.worker, self)
        self.notice = NoticePage(desk, self.worker, self)
        self.pages: dict[SetupStep, StepPage] = {
            SetupStep.MODEL: self.model,
            SetupStep.DEVICES: self.device,
            SetupStep.SENTENCE: self.sentence,
            SetupStep.FAR_END: self.far_end,
            SetupStep.NOTICE: self.notice,
            SetupStep.RESULT: self.result,
        }
        self._step = SetupStep.MODEL
        self._build()
        self.set_theme(theme)
        self.resize(open_size(self, theme, _WIDE, _HIGH))
        self.go(desk.step)

    def _build(self) -> None:
        for page in self.pages.values():
            self.stack.addWidget(page)
            page.chosen.connect(self.changed)
            page.failed.connect(self._say)
            page.answered.connect(self._invite_on)
        self.later = QPushButton(self.tr("Later"), self)
        self.later.setToolTip("Esc")
        self.later.setAccessibleDescription(self.tr("Goes on here at the next start"))
        self.never = QPushButton(self.tr("Skip all"), self)
        self.never.setAccessibleDescription(
            self.tr("Does not come up again; the settings can start it")
        )
        self.back = QPushButton(self.tr("Back"), self)
        self.next = QPushButton(self.tr("Next"), self)
        self.next.setProperty("kind", "primary")
        self.next.setToolTip(self.tr("Enter"))
        self._bar = QHBoxLayout()
        for button in (self.later, self.never):
            button.setProperty("kind", "flat")
            self._bar.addWidget(button)
        self._bar.addStretch(1)
        self.back.setProperty("kind", "wide")
        self._bar.addWidget(self.back)
        self._bar.addWidget(self.next)
        self._column = QVBoxLayout(self)
        for part in (self.count, self.title):
            self._column.addWidget(part)
        self._column.addWidget(self.stack, 1)
        self._column.addWidget(self.trouble)
        self._column.addLayout(self._bar)
        self.later.clicked.connect(self.close)
        self.never.clicked.connect(self._skip_all)
        self.back.clicked.connect(lambda: self._move(-1))
        self.next.clicked.connect(lambda: self._move(1))

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in another theme."""
        self.setPalette(qt_palette(theme.palette))
        self.setStyleSheet(preferences_sheet(theme))
        space = theme.space(20)
        self._column.setContentsMargins(space, space, space, space)
        self._column.setSpacing(theme.space(8))
        for page in self.pages.values():
            page.set_theme(theme)

    @property
    def step(self) -> SetupStep:
        return self._step

    def go(self, step: SetupStep) -> None:
        """Show a step's page; the one before is left, which closes its devices."""
        self.pages[self._step].leave()
        self._step = step
        page = self.pages[step]
        steps = list(self.pages)
        self._say("")
        try:
            if step is not SetupStep.RESULT:
                self._desk.keep_step(step)
        except AssistError as error:
            self._say(str(error))
        self.count.setText(
            self.tr("Step {number} of {count}").format(
                number=steps.index(step) + 1, count=len(steps)
            )
        )
        self.title.setText(page.heading)
        self.stack.setCurrentWidget(page)
        self.back.setEnabled(step is not SetupStep.MODEL)
        is_last = step is SetupStep.RESULT
        self.next.setText(self.tr("Done") if is_last else self.tr("Next"))
        self.never.setVisible(not is_last)
        self.later.setVisible(not is_last)
        if is_last:
            self.result.show_result(self.sentence.heard, self.far_end.found, self.far_end.played)
        page.enter()
        (page.focusProxy() or self.next).setFocus(Qt.FocusReason.TabFocusReason)

    def _move(self, by: int) -> None:
        steps = list(self.pages)
        place = steps.index(self._step) + by
        if place >= len(steps):
            self._finish()
        elif place >= 0:
            self.go(steps[place])

    def _invite_on(self) -> None:
        """What a page asked for is answered: Enter goes on."""
        self.next.setFocus(Qt.FocusReason.TabFocusReason)

    def _skip_all(self) -> None:
        self._finish()

    def _finish(self) -> None:
        try:
            self._desk.finish()
        except AssistError as error:
            self._say(str(error))
            return
        self.close()

    def _say(self, sentence: str) -> None:
        self.trouble.setText(said(sentence))
        self.trouble.setVisible(bool(sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, QPushButton):
                focused.click()
            else:
                self.next.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.pages[self._step].leave()
        self.hide()
        self.worker.stop()
        self.sentence.end()
        self.model.end()
        super().closeEvent(event)
        self.closed.emit()
