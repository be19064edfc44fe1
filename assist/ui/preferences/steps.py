"""The pages of the first run: what they share, the customer's side, the notice, the result."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from assist.core.errors import AssistError
from assist.core.preferences import (
    DeviceChoice,
    FarEnd,
    SetupDesk,
    SetupResult,
)
from assist.core.words import Party
from assist.ui.editor.style import label, restyle
from assist.ui.editor.worker import Worker
from assist.ui.preferences import result, wording
from assist.ui.sentences import said
from assist.ui.theme import Theme

Answer = TypeVar("Answer")
_NOTICES = ("announcement", "agent", "written", "none")


class StepPage(QWidget):
    """Base of the pages. `chosen` tells that something was kept, `failed` says what was not.

    `answered`: there is nothing more to do on the page.
    """

    chosen = Signal()
    answered = Signal()
    failed = Signal(str)
    heading = ""

    def __init__(self, desk: SetupDesk, worker: Worker, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        self.worker = worker
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)

    def set_theme(self, theme: Theme) -> None:
        self.column.setSpacing(theme.space(8))

    def enter(self) -> None:
        """The page is shown."""

    def leave(self) -> None:
        """The page is left; what it holds open is closed."""

    def keep(self, key: str, value: str) -> None:
        """Keep an answer."""
        try:
            self.desk.choose(key, value)
        except AssistError as error:
            self.failed.emit(str(error))
            return
        self.chosen.emit()

    def ask(
        self, kind: str, task: Callable[[], Answer], on_answer: Callable[[Answer], None]
    ) -> None:
        """Run what may take seconds; what it cannot do is said on the page."""

        def run() -> Answer | AssistError:
            try:
                return task()
            except AssistError as error:
                return error

        def take(answer: Answer | AssistError) -> None:
            if isinstance(answer, AssistError):
                self.failed.emit(str(answer))
            else:
                on_answer(answer)

        self.worker.ask(kind, run, take)

    def show_lock(self) -> None:
        """Say that there is nothing to choose here."""
        self.column.addWidget(
            label(self.tr("Set by your administrator"), self, part="note", ink="warm")
        )


class FarEndPage(StepPage):
    """Plays a sound where the customer is heard and listens for it there."""

    def __init__(self, desk: SetupDesk, worker: Worker, parent: QWidget) -> None:
        super().__init__(desk, worker, parent)
        self.heading = self.tr("Is the customer heard?")
        self.found: FarEnd | None = None
        self.played: bool | None = None
        self._is_playing = False
        text = self.tr(
            "A rising sound is played in your headset, and listened for where the customer's voice "
            "will be taken from."
        )
        self.play = QPushButton(self.tr("Play the sound"), self)
        self.play.setProperty("kind", "wide")
        self.answer = label("", self)
        self.question = label(self.tr("Did you hear it in your headset?"), self)
        self.yes = QPushButton(self.tr("Yes"), self)
        self.no = QPushButton(self.tr("No"), self)
        self._buttons = QHBoxLayout()
        for button in (self.yes, self.no):
            button.setProperty("kind", "wide")
            button.setCheckable(True)
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self.column.addWidget(label(text, self, ink="muted"))
        self.column.addWidget(self.play, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.answer)
        self.column.addWidget(self.question)
        self.column.addLayout(self._buttons)
        self.column.addStretch(1)
        self.setFocusProxy(self.play)
        self.play.clicked.connect(self._play)
        self.yes.clicked.connect(lambda: self._heard(True))
        self.no.clicked.connect(lambda: self._heard(False))
        self._show_question(is_asked=False)

    def _show_question(self, *, is_asked: bool) -> None:
        for part in (self.question, self.yes, self.no):
            part.setVisible(is_asked)

    def _play(self) -> None:
        # Not switched off meanwhile: the focus would go to another button, which Enter presses.
        if self._is_playing:
            return
        self._is_playing = True
        self._show_question(is_asked=False)
        self.failed.emit("")
        restyle(self.answer, "ink", "muted")
        self.answer.setText(self.tr("Playing…"))

        def play() -> FarEnd | AssistError:
            try:
                return self.desk.play_far_end()
            except AssistError as error:
                return error

        self.worker.ask("far end", play, self._played)

    def _played(self, found: FarEnd | AssistError) -> None:
        self._is_playing = False
        if isinstance(found, AssistError):
            self.answer.setText(said(str(found)))
            restyle(self.answer, "ink", "red")
            return
        self.found = found
        self.answer.setText(result.far_end(found))
        restyle(self.answer, "ink", "green" if found is FarEnd.HEARD else "red")
        self._show_question(is_asked=True)
        self.yes.setFocus(Qt.FocusReason.TabFocusReason)

    def _heard(self, is_heard: bool) -> None:
        self.played = is_heard
        self.yes.setChecked(is_heard)
        self.no.setChecked(not is_heard)
        if not is_heard:
            self.answer.setText(
                self.tr(
                    "Then the sound goes to an output you do not wear: make the headset your "
                    "output in the system's sound settings, or go back and choose its device."
                )
            )
            restyle(self.answer, "ink", "red")
        self.answered.emit()


class NoticePage(StepPage):
    """What callers are told; kept with every call."""

    def __init__(self, desk: SetupDesk, worker: Worker, parent: QWidget) -> None:
        super().__init__(desk, worker, parent)
        self.heading = self.tr("What are your callers told?")
        text = self.tr(
            "Transcribing a call can count as recording it, and callers may have to know. The "
            "answer is kept with your calls, where your lead sees it; ask where you are not sure."
        )
        self.column.addWidget(label(text, self, ink="muted"))
        self.group = QButtonGroup(self)
        self.buttons: dict[str, QRadioButton] = {}
        for value in _NOTICES:
            button = QRadioButton(wording.choice("caller_notice", value), self)
            button.clicked.connect(lambda _, value=value: self.keep("caller_notice", value))
            button.setEnabled(not desk.is_locked("caller_notice"))
            self.group.addButton(button)
            self.buttons[value] = button
            self.column.addWidget(button)
        if desk.is_locked("caller_notice"):
            self.show_lock()
        self.column.addStretch(1)
        self.setFocusProxy(self.buttons[_NOTICES[0]])

    def enter(self) -> None:
        chosen = self.desk.chosen("caller_notice")
        if chosen in self.buttons:
            self.buttons[chosen].setChecked(True)
            self.setFocusProxy(self.buttons[chosen])


class ResultPage(StepPage):
    """What a call can count on now, and what it cannot."""

    def __init__(self, desk: SetupDesk, worker: Worker, parent: QWidget) -> None:
        super().__init__(desk, worker, parent)
        self.heading = self.tr("This is how it stands")
        self.text = label("", self)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.text.setAccessibleName(self.heading)
        self.column.addWidget(self.text)
        self.column.addStretch(1)
        self.setFocusProxy(self.text)

    def show_result(self, sentence: str, found: FarEnd | None, played: bool | None) -> None:
        """Look once more at what is chosen and tell it together with what was tried."""
        desk = self.desk
        self.text.setText(self.tr("Looking…"))

        def look() -> SetupResult:
            model = desk.chosen("model")
            devices: tuple[DeviceChoice, ...] = ()
            language = ""
            try:
                devices = desk.devices()
                used_models = [each for each in desk.models() if each.name == model]
                is_here = any(each.is_here for each in used_models)
                language = next((each.language for each in used_models), "")
            except AssistError:
                is_here = True  # the devices are what is wrong, and that is told
            used = {each.party: each.description for each in devices if each.is_chosen}
            return SetupResult(
                model=model,
                language=language,
                is_model_here=is_here,
                agent=used.get(Party.AGENT, ""),
                customer=used.get(Party.CUSTOMER, ""),
                sentence=sentence,
                far_end=found,
                has_played=played,
                notice=desk.chosen("caller_notice"),
                remote=desk.remote(),
            )

        self.ask("result", look, self._show)

    def _show(self, found: SetupResult) -> None:
        marks = {True: "✓", False: "✗", None: "–"}
        lines = [f"{marks[is_fine]} {line}" for is_fine, line in result.result_lines(found)]
        self.text.setText("\n\n".join(lines))
