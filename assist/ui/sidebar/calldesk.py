"""What the agent does beside talking: a note, a flag with a word, a lead asked for help."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from assist.core.notices import Told
from assist.ui.callstate import CallState, Phase
from assist.ui.leadwords import asked_text
from assist.ui.sidebar.fields import TextBox, TextField
from assist.ui.sidebar.pieces import Ink, ThemedLabel, WrappedLabel
from assist.ui.theme import Size, Theme
from assist.ui.wording import clock_text

MAX_NOTE = 2_000
"""Characters the note may have."""
_MAX_WORD = 80
_NOTE_LINES, _SHORT_LINES = 3, 1
"""Of the note's field, where there is room and where there is little."""
WORD_SHOWN_MS = 10_000
"""How long a flag asks for its word: as long as a field may keep the focus without typing."""


class CallDesk(QWidget):
    """A row of three buttons; a note's field and a flag's word open above it.

    `field_entered` asks for the focus for a field, `field_left` gives it back.
    """

    flag_asked = Signal()
    help_asked = Signal()
    help_withdrawn = Signal()
    note_kept = Signal(str)
    word_kept = Signal(str)
    field_entered = Signal(QWidget)
    field_left = Signal()
    height_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = TextBox(self.tr("Note on this call"), MAX_NOTE, _NOTE_LINES, self)
        self.note.setPlaceholderText(self.tr("Enter keeps it, Shift+Enter begins a new line"))
        self.note.hide()
        self.flagged = ThemedLabel(Size.SMALL, Ink.WARM, is_bold=True, parent=self)
        self.word = TextField(self.tr("A word for the flag (optional)"), _MAX_WORD, self)
        self.asked = WrappedLabel(2, Size.SMALL, Ink.MUTED, parent=self)
        self.note_button = QPushButton(self.tr("✎ Note"), self)
        self.note_button.setAccessibleName(self.tr("Write a note on this call"))
        self.note_button.setCheckable(True)
        self.flag_button = QPushButton(self.tr("⚑ Flag"), self)
        self.flag_button.setAccessibleName(self.tr("Flag this moment"))
        self.help_button = QPushButton(self.tr("Ask a lead"), self)
        self.help_button.setAccessibleName(self.tr("Ask a lead for help"))
        self._flags = 0
        self._has_asked = False
        self._told: Told | None = None
        self._help_keys = ""
        self._is_short = False
        for part in (self.flagged, self.word, self.asked):
            part.hide()
        self._buttons = QHBoxLayout()
        for button in (self.note_button, self.flag_button, self.help_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._buttons.addWidget(button, 1)
        self._word_row = QHBoxLayout()
        self._word_row.addWidget(self.flagged)
        self._word_row.addWidget(self.word, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.note)
        self._column.addLayout(self._word_row)
        self._column.addWidget(self.asked)
        self._column.addLayout(self._buttons)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.word_timer = QTimer(self)
        self.word_timer.setSingleShot(True)
        self.word_timer.setInterval(WORD_SHOWN_MS)
        self.word_timer.timeout.connect(self._end_word)
        self.asked_timer = QTimer(self)
        self.asked_timer.setSingleShot(True)
        self.asked_timer.setInterval(WORD_SHOWN_MS)
        self.asked_timer.timeout.connect(lambda: self._show_asked(""))
        self._wire()

    def _wire(self) -> None:
        self.note_button.clicked.connect(self._toggle_note)
        self.flag_button.clicked.connect(self.flag_asked)
        self.help_button.clicked.connect(
            lambda: (self.help_withdrawn if self._has_asked else self.help_asked).emit()
        )
        self.note.entered.connect(lambda: self.field_entered.emit(self.note))
        self.note.left.connect(self._leave_note)
        self.note.kept.connect(self.note_kept)
        self.word.entered.connect(lambda: self.field_entered.emit(self.word))
        self.word.textEdited.connect(lambda _: self.word_timer.start())
        self.word.kept.connect(self._keep_word)
        self.word.left.connect(self._end_word)

    def set_theme(self, theme: Theme) -> None:
        for part in (self.note, self.flagged, self.word, self.asked):
            part.set_theme(theme)
        side = theme.space(14)
        self._column.setContentsMargins(side, theme.space(4), side, theme.space(4))
        self._column.setSpacing(theme.space(5))
        self._buttons.setSpacing(theme.space(6))
        self._word_row.setSpacing(theme.space(6))
        self.height_changed.emit()

    def set_keys(self, flag: str, help_: str) -> None:
        """The global shortcuts, "" where there is none."""
        words = self.tr("Flag this moment")
        self.flag_button.setToolTip(f"{words} ({flag})" if flag else words)
        self._help_keys = help_
        self._label_help()

    def show_state(self, state: CallState, *, is_news: bool) -> None:
        """Follow the call: a new flag asks for its word, help asked is said, if it `is_news`."""
        self.note.show_text(state.after.note)
        self.note_button.setText(self.tr("✎ Note ✓") if state.after.note else self.tr("✎ Note"))
        after = state.after
        if after.flags > self._flags and is_news and state.phase is Phase.CALL:
            self._ask_word(state)
        self._flags = after.flags
        if (after.has_asked_help, state.lead.told) != (self._has_asked, self._told):
            is_new = after.has_asked_help and is_news
            self._has_asked, self._told = after.has_asked_help, state.lead.told
            self._label_help()
            self._show_asked(_asked(state) if is_new else "")

    def _label_help(self) -> None:
        """Asked once, the same button takes it back."""
        words = self.tr("Take it back: no lead is needed any more")
        if not self._has_asked:
            words = self.tr("Ask a lead for help")
        self.help_button.setText(
            self.tr("✓ Lead asked") if self._has_asked else self.tr("Ask a lead")
        )
        self.help_button.setAccessibleName(words)
        keys = "" if self._has_asked else self._help_keys
        self.help_button.setToolTip(f"{words} ({keys})" if keys else words)

    def keep(self) -> None:
        """Have what is being typed kept."""
        self.note.keep()

    def forget(self) -> None:
        """Be empty for another call."""
        self.note.forget()
        self.note.hide()
        self.note_button.setChecked(False)
        self._flags = 0
        self._has_asked, self._told = False, None
        self._label_help()
        self._end_word()
        self._show_asked("")

    def open_note(self) -> None:
        """Show the note's field and ask for the focus for it."""
        self.note_button.setChecked(True)
        self.note.show()
        self.height_changed.emit()
        self.field_entered.emit(self.note)

    def set_room(self, room: int, width: int) -> None:
        """Of little room what is being typed gets all: the buttons and the sentence leave."""
        self._is_short = False
        self._show_rest()
        self._is_short = self.is_open and self.height_at(width) > room
        self._show_rest()

    def _show_rest(self) -> None:
        for button in (self.note_button, self.flag_button, self.help_button):
            button.setVisible(not self._is_short)
        self.note.set_lines(_SHORT_LINES if self._is_short else _NOTE_LINES)
        is_typed = not (self.note.isHidden() and self.word.isHidden())
        self.asked.setVisible(bool(self.asked.text()) and not (self._is_short and is_typed))

    def height_at(self, width: int) -> int:
        """The height it needs at this width."""
        # Each by itself: a layout does not know that a widget of a row inside it was hidden.
        for layout in (self._buttons, self._word_row, self._column):
            layout.invalidate()
        if self.asked.isHidden():  # nothing in it wraps
            return self._column.totalSizeHint().height()
        return self._column.totalHeightForWidth(width)

    @property
    def is_open(self) -> bool:
        """Whether there is more to see than the row of buttons."""
        return bool(self.asked.text()) or not (self.note.isHidden() and self.word.isHidden())

    def _toggle_note(self, is_open: bool) -> None:
        if is_open:
            self.open_note()
        else:
            self._leave_note()

    def _leave_note(self) -> None:
        self.note.keep()
        self.note.hide()
        self.note_button.setChecked(False)
        self.field_left.emit()
        self.height_changed.emit()

    def _ask_word(self, state: CallState) -> None:
        self.word.clear()
        self.flagged.setText(self.tr("⚑ {at}").format(at=clock_text(state.now)))
        self.flagged.show()
        self.word.show()
        self.word_timer.start()
        self.height_changed.emit()

    def _keep_word(self, word: str) -> None:
        if word:
            self.word_kept.emit(word)

    def _end_word(self) -> None:
        self.word_timer.stop()
        if self.word.isHidden():
            return
        if self.word.hasFocus():
            self.field_left.emit()
        self.word.hide()
        self.flagged.hide()
        self.height_changed.emit()

    def _show_asked(self, sentence: str) -> None:
        self.asked_timer.stop()
        if sentence == self.asked.text():
            return
        self.asked.setText(sentence)
        self.asked.setVisible(bool(sentence))
        if sentence:
            self.asked_timer.start()
        self.height_changed.emit()


def _asked(state: CallState) -> str:
    return asked_text(state.lead.told, has_team=state.has_team, is_private=state.is_private)
