"""The first run's page of speech models."""

import threading

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from assist.core.errors import AssistError
from assist.core.preferences import ModelChoice, SetupDesk
from assist.ui.editor.style import label
from assist.ui.editor.worker import Worker
from assist.ui.preferences.fits import fit
from assist.ui.preferences.steps import StepPage
from assist.ui.theme import Theme

_LANGUAGES = ("en", "es")
"""Those that there are playbooks for; a model of another would be heard and never prompt."""


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
        self.hint = label(
            self.tr(
                "It hears the language of your customers, English or Spanish. Prompts come in that "
                "language too, whatever these windows speak."
            ),
            self,
            ink="muted",
        )
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
        self.column.addWidget(self.hint)
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
        shown = [m for m in models if m.is_here or m.language.startswith(_LANGUAGES)]
        for model in shown:
            name = model.name
            if model.language.startswith("es"):
                name += self.tr(" (Spanish)")
            if not model.is_here:
                size = QLocale().toString(model.megabytes)
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
        size = QLocale().toString(model.megabytes)
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
        size = QLocale().toString(self._models[name].megabytes)
        self.fetch.setText(self.tr("Download {size} MB").format(size=size))
        if error is not None:
            self.failed.emit(str(error))
            return
        if self.window().focusWidget() is self.fetch:
            self.answered.emit()  # a hidden button's focus goes anywhere
        self.fetch.hide()
        self.keep("model", name)
