"""What is being said in a watched call: the latest utterances, new ones below."""

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from assist.core.live import Said
from assist.core.words import Party
from assist.core.written import written
from assist.ui.theme import Theme
from assist.ui.wording import clock_text


class SaidView(QTextEdit):
    """Plain text in the parties' colours; settled text does not move unless one is at its end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("saidView")
        self.setReadOnly(True)
        self.setAccessibleName(self.tr("What is said"))
        self.setTabChangesFocus(True)
        self._theme: Theme | None = None
        self._said: tuple[Said, ...] = ()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._write(self._said, is_anew=True)

    def show_said(self, said: tuple[Said, ...]) -> None:
        """Follow the call; of the same call only what is new is written."""
        if said == self._said:
            return
        new = _after(self._said, said)
        is_anew = new is None
        self._said = said
        self._write(said if new is None else new, is_anew=is_anew)

    def _write(self, said: tuple[Said, ...], *, is_anew: bool) -> None:
        if self._theme is None:
            return
        bar = self.verticalScrollBar()
        is_at_end = is_anew or bar.value() >= bar.maximum() - self._theme.space(8)
        if is_anew:
            self.clear()
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        for each in said:
            if not self.document().isEmpty():
                cursor.insertBlock()
            cursor.insertText(f"{clock_text(each.at)}  ", self._format("muted", Party.AGENT))
            name = self.tr("Agent") if each.party is Party.AGENT else self.tr("Customer")
            cursor.insertText(f"{name}: ", self._format("party", each.party))
            cursor.insertText(written(each.text), self._format("text", each.party))
        if is_at_end:
            bar.setValue(bar.maximum())

    def _format(self, kind: str, party: Party) -> QTextCharFormat:
        assert self._theme is not None
        colours = self._theme.palette
        ink = {"muted": colours.muted, "party": colours.party(party), "text": colours.text}[kind]
        made = QTextCharFormat()
        made.setForeground(QColor(ink))
        if kind == "party":
            made.setFontWeight(QFont.Weight.DemiBold)
        return made


def _after(before: tuple[Said, ...], now: tuple[Said, ...]) -> tuple[Said, ...] | None:
    """What was said since; None where it is another call, or too much is missing."""
    if not before or not now:
        return None
    try:
        place = now.index(before[-1])
    except ValueError:
        return None
    return now[place + 1 :]
