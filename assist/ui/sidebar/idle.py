"""What the sidebar shows while there is no call: what is going on and what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from assist.ui.callstate import CallState, Phase
from assist.ui.sidebar.pieces import Ink, ThemedLabel, WrappedLabel
from assist.ui.theme import Size, Theme


class IdlePage(QWidget):
    """Emits `listen_asked`, `demo_asked`, `rules_asked` and, without a model, `setup_asked`."""

    listen_asked = Signal()
    demo_asked = Signal()
    rules_asked = Signal()
    setup_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: CallState | None = None
        self._problem = ""
        self.title = ThemedLabel(Size.HEADLINE, is_bold=True, parent=self)
        self.text = WrappedLabel(6, Size.TEXT, Ink.MUTED, spacing=1.45, parent=self)
        for label in (self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.listen = QPushButton(self.tr("Start listening"), self)
        self.listen.setProperty("kind", "primary")
        self.demo = QPushButton(self.tr("Play the demo call"), self)
        self.demo.setProperty("kind", "wide")
        self.rules = QPushButton(self.tr("Edit the rules"), self)
        self.rules.setProperty("kind", "flat")
        self.rules.setAccessibleDescription(self.tr("Opens the rule editor in its own window"))
        self.setup = QPushButton(self.tr("Set up…"), self)
        self.setup.setProperty("kind", "primary")
        for button in (self.listen, self.demo, self.rules, self.setup):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.listen.setAccessibleDescription(self.tr("Listens to your headset, both sides"))
        self.listen.clicked.connect(self.listen_asked)
        self.demo.clicked.connect(self.demo_asked)
        self.rules.clicked.connect(self.rules_asked)
        self.setup.clicked.connect(self.setup_asked)
        self.can_set_up = False
        self._column = QVBoxLayout(self)
        self._column.addStretch(2)
        self._column.addWidget(self.title)
        self._column.addWidget(self.text)
        self._column.addSpacing(8)
        self._column.addWidget(self.listen, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(self.setup, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(self.demo, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(self.rules, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(3)

    def set_theme(self, theme: Theme) -> None:
        self.title.set_theme(theme)
        self.text.set_theme(theme)
        side = theme.space(28)
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(theme.space(10))

    def show_state(self, state: CallState) -> None:
        self._state = state
        title, text = self._words(state)
        self.title.setText(title)
        self.text.setText(text)
        can_start = state.phase is Phase.IDLE
        self.listen.setVisible(can_start and not state.lacks_model)
        self.demo.setVisible(can_start and not state.lacks_model)
        self.setup.setVisible(can_start and state.lacks_model and self.can_set_up)
        self.rules.setVisible(can_start)

    def show_problem(self, sentence: str) -> None:
        """Say why the engine cannot be reached; "" when it can."""
        self._problem = sentence
        if self._state is not None:
            self.show_state(self._state)

    def _words(self, state: CallState) -> tuple[str, str]:
        if state.phase is Phase.CONNECTING:
            waiting = self.tr("The part that listens is being started.")
            return self.tr("Starting"), self._problem or waiting
        if state.phase is Phase.LOADING:
            model = state.model or self.tr("the speech model")
            return (
                self.tr("Loading"),
                self.tr("Loading {model}. This takes a few seconds.").format(model=model),
            )
        if state.lacks_model:
            return (
                self.tr("Not ready to listen"),
                self.tr(
                    "No speech model could be loaded, so nothing can be heard. Install or choose"
                    " one; 'assist models' in a terminal does the same."
                ),
            )
        return (
            self.tr("No call"),
            self.tr(
                "When a customer is on the line, start listening. Prompts come up here while"
                " there is still time to act."
            ),
        )
