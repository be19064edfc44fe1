"""The global shortcuts as set: held, shown beside what they do, and said where they are taken."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from assist.ui.callstate import Phase
from assist.ui.native.chords import WRAP_UP_CHORDS, Chord, Shortcut, chords_of
from assist.ui.native.desktop import NativeDesktop, PressSink
from assist.ui.sidebar.window import SidebarWindow


def _tr(text: str) -> str:
    return QCoreApplication.translate("Keys", text)


class Keys:
    """Holds the shortcuts of one sidebar; those of the wrap-up card only while it is in view."""

    def __init__(self, window: SidebarWindow, desktop: NativeDesktop, pressed: PressSink) -> None:
        self._window = window
        self._desktop = desktop
        self._pressed = pressed
        self._chords: dict[Shortcut, Chord] = {}
        self._has_wrap_up = False
        self._told: set[str] = set()
        self.taken: tuple[Shortcut, ...] = ()
        """Those whose keys another program holds."""

    def set_keys(self, keys: Mapping[Shortcut, str]) -> None:
        """Hold these from now on, and say what cannot be."""
        self._chords, unclear = chords_of(keys)
        sentences = [
            _tr(
                "'{text}' is no shortcut, or is used twice; choose another in the settings."
            ).format(text=keys[shortcut])
            for shortcut in unclear
        ]
        sentences += self._hold()
        self._window.set_keys(self._chords)
        if sentences:
            self._window.show_trouble(" ".join(sentences))

    def rest(self, is_resting: bool) -> None:
        """Let go of the keys while new ones are being chosen: held here, they never got there."""
        if is_resting:
            self._desktop.grab_shortcuts(self._pressed, {})
        else:
            self._hold()

    def follow(self) -> None:
        """Take the wrap-up card's shortcuts when it comes, and let them go with it."""
        has_wrap_up = self._window.state.phase is Phase.ENDED
        if has_wrap_up == self._has_wrap_up:
            return
        self._has_wrap_up = has_wrap_up
        if sentences := self._hold():
            self._window.show_trouble(" ".join(sentences))

    def _hold(self) -> list[str]:
        chords = dict(self._chords)
        if self._has_wrap_up:
            mine = {chord.label for chord in chords.values()}
            chords |= {each: c for each, c in WRAP_UP_CHORDS.items() if c.label not in mine}
        self.taken = taken = self._desktop.grab_shortcuts(self._pressed, chords)
        fresh = [chords[each].label for each in taken if chords[each].label not in self._told]
        self._told.update(fresh)
        if not fresh:
            return []
        return [
            _tr(
                "Another program holds {keys}; use the buttons, or choose another key in the"
                " settings."
            ).format(keys=", ".join(fresh))
        ]
