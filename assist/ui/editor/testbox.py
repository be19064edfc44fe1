"""The box to try rules in: sentences typed in, what is found in them marked, what fires below."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from assist.core.rules import Mark, Tried
from assist.core.words import Party
from assist.ui.editor.style import label
from assist.ui.theme import LIGHT, Palette, Theme

_MARKED = QTextCharFormat.UnderlineStyle.SingleUnderline


class TestBox(QWidget):
    """Lines of a call. Emits `edited`; `lines` are what is to be run."""

    __test__ = False  # its name is no test's
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette: Palette = LIGHT
        self._tried = Tried()
        self._prefixes = {
            Party.CUSTOMER: self.tr("Customer:"),
            Party.AGENT: self.tr("Agent:"),
        }
        self.heading = label(self.tr("Try it"), self, part="title")
        self.hint = label(
            self.tr("Type what is said. What is found is underlined; below stands what fires."),
            self,
            part="note",
            ink="muted",
        )
        self.speakers = QButtonGroup(self)
        self.buttons: dict[Party, QPushButton] = {}
        row = QHBoxLayout()
        for party, text in ((Party.CUSTOMER, self.tr("Customer")), (Party.AGENT, self.tr("Agent"))):
            button = QPushButton(text, self)
            button.setCheckable(True)
            button.setAccessibleName(self.tr("The {party} says this line").format(party=text))
            button.clicked.connect(lambda _, party=party: self.set_party(party))
            self.speakers.addButton(button)
            self.buttons[party] = button
            row.addWidget(button)
        row.addStretch(1)
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("What is said, a line each"))
        self.text.setPlaceholderText(
            self.tr("Customer: I have called three times\nAgent: there is nothing more I can do")
        )
        self.fires = label("", self)
        self.fires.setAccessibleName(self.tr("What fires"))
        self.found = label("", self, part="note", ink="muted")
        self.needs = label("", self, part="note")
        self.problem = label("", self, part="note", ink="red")
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.hint)
        self._column.addLayout(row)
        self._column.addWidget(self.text, 1)
        for part in (self.problem, self.fires, self.needs, self.found):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._is_prefixing = False
        self._was = ""
        self.text.textChanged.connect(self._typed)
        self.text.cursorPositionChanged.connect(self._show_speaker)
        self.show_tried(Tried())
        self._show_speaker()

    # --- lines -----------------------------------------------------------------------------------

    def lines(self) -> tuple[tuple[Party, str], ...]:
        """Who says what, line by line; a line without a name is the customer's."""
        return tuple(self._read(text) for text in self.text.toPlainText().split("\n"))

    def _read(self, text: str) -> tuple[Party, str]:
        party, start = self._party_of(text)
        return party, text[start:].strip()

    def _party_of(self, text: str) -> tuple[Party, int]:
        """Who a line belongs to, and where its words begin."""
        for party, prefix in self._prefixes.items():
            if text.lower().lstrip().startswith(prefix.lower()):
                return party, text.lower().index(prefix.lower()) + len(prefix)
        return Party.CUSTOMER, 0

    def set_party(self, party: Party) -> None:
        """Make the line the cursor stands in this party's."""
        cursor = self.text.textCursor()
        block = cursor.block()
        _, start = self._party_of(block.text())
        change = QTextCursor(block)
        change.setPosition(block.position())
        change.setPosition(block.position() + start, QTextCursor.MoveMode.KeepAnchor)
        words = block.text()[start:]
        change.insertText(self._prefixes[party] + ("" if words.startswith(" ") else " "))
        self.text.setFocus()
        self._show_speaker()

    def _typed(self) -> None:
        text = self.text.toPlainText()
        if text == self._was or self._is_prefixing:
            return
        is_new_line = text.count("\n") == self._was.count("\n") + 1 and len(text) > len(self._was)
        self._was = text
        block = self.text.textCursor().block()
        if is_new_line and not block.text() and block.previous().isValid():
            # In a conversation the other one answers.
            before, _ = self._party_of(block.previous().text())
            self._is_prefixing = True
            self.text.insertPlainText(self._prefixes[before.other] + " ")
            self._is_prefixing = False
            self._was = self.text.toPlainText()
        self._show_speaker()
        self.edited.emit()

    def _show_speaker(self) -> None:
        party, _ = self._party_of(self.text.textCursor().block().text())
        self.buttons[party].setChecked(True)

    # --- results ---------------------------------------------------------------------------------

    def show_tried(self, tried: Tried) -> None:
        """Mark what was found and say what fires."""
        self._tried = tried
        self.problem.setText(tried.problem)
        self.problem.setVisible(bool(tried.problem))
        has_words = any(text for _, text in self.lines())
        cues = [
            self.tr("● {headline}  ({rule}, line {line})").format(
                headline=cue.headline, rule=cue.rule, line=cue.line + 1
            )
            for cue in tried.cues
        ]
        nothing = self.tr("No rule fires.") if has_words else ""
        self.fires.setText("\n".join(cues) or nothing)
        self.needs.setText("\n".join(self._need(need.text, need.is_met) for need in tried.needs))
        self.needs.setVisible(bool(tried.needs) and has_words)
        found = dict.fromkeys(mark.label.replace("_", " ") for mark in tried.marks)
        self.found.setText(
            self.tr("Found: {labels}").format(labels=", ".join(found)) if found else ""
        )
        self.found.setVisible(bool(found))
        self._paint_marks()

    def _need(self, text: str, is_met: bool) -> str:
        sign = self.tr("✓ {text}") if is_met else self.tr("– {text}: not found")
        return sign.format(text=text)

    def _paint_marks(self) -> None:
        selections = []
        document = self.text.document()
        for mark in self._tried.marks:
            block = document.findBlockByNumber(mark.line)
            if not block.isValid():
                continue
            start = block.position() + self._offset(block.text()) + mark.start
            end = min(start + mark.end - mark.start, block.position() + len(block.text()))
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(document)
            cursor.setPosition(min(start, end))
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor
            selection.format = self._format(mark)
            selections.append(selection)
        self.text.setExtraSelections(selections)

    def _offset(self, text: str) -> int:
        """Where the words of a line begin, its name and the blanks after it left out."""
        _, start = self._party_of(text)
        return start + len(text[start:]) - len(text[start:].lstrip())

    def _format(self, mark: Mark) -> QTextCharFormat:
        is_own = " " in mark.label and mark.label == "your words"
        tint = self._palette.green if is_own else self._palette.warm
        format_ = QTextCharFormat()
        format_.setBackground(QColor(tint.ground))
        format_.setForeground(QColor(tint.title))
        format_.setUnderlineStyle(_MARKED)
        format_.setUnderlineColor(QColor(tint.accent))
        format_.setToolTip(mark.label.replace("_", " "))
        return format_

    def set_theme(self, theme: Theme) -> None:
        self._palette = theme.palette
        margin = theme.space(12)
        self._column.setContentsMargins(theme.space(8), margin, margin, margin)
        self._column.setSpacing(theme.space(8))
        self._paint_marks()
