"""The pages of the first run that only choose and tell: model, customer's side, notice, result."""

import threading
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from assist.core.errors import AssistError
from assist.core.preferences import (
    DeviceChoice,
    FarEnd,
    ModelChoice,
    SetupDesk,
    SetupResult,
)
from assist.core.words import Party
from assist.ui.editor.style import label, restyle
from assist.ui.editor.worker import Worker
from assist.ui.preferences import result, wording
from assist.ui.preferences.fits import fit
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


class _Progress(QObject):
    """The only part of the page that the download's thread touches."""

    moved = Signal(object, object)


class ModelPage(StepPage):
    """The models that are here; others are fetched only when a button is pressed."""

    def __init__(self, desk: SetupDesk, worker: Worker, parent: QWidget) -> None:
        super().__init__(desk, worker, parent)
        self.heading = self.tr("What hears your calls?")
        self.group = QButtonGroup(self)
        self.buttons: dict[str, QRadioButton] = {}
        self._models: dict[str, ModelChoice] = {}
        self._indent, self._gap = 20, 8
        self._stopping = threading.Event()
        self.loader = Worker(self)
        """Of its own: a download takes minutes, and the other pages ask, too."""
        self._progress = _Progress(self)
        self._progress.moved.connect(self._show_progress)
        self.holder = QWidget(self)
        self.holder.setObjectName("settingsPage")
        self._rows = QVBoxLayout(self.holder)
        self._rows.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.holder)
        self.fetch = QPushButton(self.tr("Download"), self)
        self.fetch.setProperty("kind", "wide")
        self.fetch.hide()
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Download"))
        self.bar.hide()
        self.column.addWidget(area, 1)
        self.column.addWidget(self.fetch, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.bar)
        self.group.buttonClicked.connect(self._picked)
        self.fetch.clicked.connect(self._fetch_or_stop)
        if desk.is_locked("model"):
            self.show_lock()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._rows.setSpacing(theme.space(2))
        self._indent, self._gap = theme.space(20), theme.space(8)

    def enter(self) -> None:
        if not self.buttons:
            self.ask("models", self.desk.models, self._show)

    def stop(self) -> None:
        """Stop a download; it can go on another time."""
        self._stopping.set()

    def end(self) -> None:
        """Return when nothing is being downloaded any more."""
        self.stop()
        self.loader.stop()

    def _show(self, models: tuple[ModelChoice, ...]) -> None:
        self._models = {model.name: model for model in models}
        chosen = self.desk.chosen("model")
        shown = [m for m in models if m.is_here or m.language.startswith("en")]
        for model in shown:
            name = model.name
            if not model.is_here:
                size = f"{model.megabytes:,}"
                name += self.tr(" ({size} MB to download)").format(size=size)
            button = QRadioButton(name, self.holder)
            button.setAccessibleDescription(fit(model))
            button.setChecked(model.name == chosen)
            button.setEnabled(not self.desk.is_locked("model"))
            self.group.addButton(button)
            self.buttons[model.name] = button
            words = label(fit(model), self.holder, part="note", ink="muted")
            words.setIndent(self._indent)
            self._rows.addWidget(button)
            self._rows.addWidget(words)
            self._rows.addSpacing(self._gap)
        self._rows.addStretch(1)
        if chosen in self.buttons:
            self.setFocusProxy(self.buttons[chosen])
            if self.isVisible():
                self.buttons[chosen].setFocus(Qt.FocusReason.TabFocusReason)

    def picked(self) -> str:
        """The model that is marked."""
        return next((name for name, each in self.buttons.items() if each.isChecked()), "")

    def _picked(self) -> None:
        model = self._models[self.picked()]
        self.fetch.setVisible(not model.is_here)
        size = f"{model.megabytes:,}"
        self.fetch.setText(self.tr("Download {size} MB").format(size=size))
        if model.is_here:
            self.keep("model", model.name)

    def _fetch_or_stop(self) -> None:
        if self.bar.isVisible():
            self.stop()
            return
        name = self.picked()
        self._stopping.clear()
        self.bar.setRange(0, 0)
        self.bar.show()
        self.fetch.setText(self.tr("Stop"))
        self.failed.emit("")
        self.loader.ask("download", lambda: self._download(name), self._fetched)

    def _download(self, name: str) -> tuple[str, AssistError | None]:
        def progress(done: int, total: int) -> bool:
            self._progress.moved.emit(done, total)
            return not self._stopping.is_set()

        try:
            self.desk.download(name, progress)
        except AssistError as error:
            return name, error
        return name, None

    def _show_progress(self, done: int, total: int) -> None:
        # In thousands: Qt's numbers end at two billion, models do not.
        self.bar.setRange(0, total // 1000)
        self.bar.setValue(done // 1000)

    def _fetched(self, answer: tuple[str, AssistError | None]) -> None:
        name, error = answer
        self.bar.hide()
        size = f"{self._models[name].megabytes:,}"
        self.fetch.setText(self.tr("Download {size} MB").format(size=size))
        if error is not None:
            self.failed.emit(str(error))
            return
        self.fetch.hide()
        self.keep("model", name)


class FarEndPage(StepPage):
    """Plays a sound where the customer is heard and listens for it there."""

    def __init__(self, desk: SetupDesk, worker: Worker, parent: QWidget) -> None:
        super().__init__(desk, worker, parent)
        self.heading = self.tr("Is the customer heard?")
        self.found: FarEnd | None = None
        self.played: bool | None = None
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
        self.play.setEnabled(False)
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
        self.play.setEnabled(True)
        if isinstance(found, AssistError):
            self.answer.setText(str(found))
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
            try:
                devices = desk.devices()
                is_here = any(each.is_here for each in desk.models() if each.name == model)
            except AssistError:
                is_here = True  # the devices are what is wrong, and that is told
            used = {each.party: each.description for each in devices if each.is_chosen}
            return SetupResult(
                model=model,
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
        lines = [("✓ " if is_fine else "✗ ") + line for is_fine, line in result.result_lines(found)]
        self.text.setText("\n\n".join(lines))
