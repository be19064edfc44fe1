"""The desktop the sidebar lives on, as one small interface with a back end per system."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Shortcut(StrEnum):
    """What a global shortcut does; `RIGHT` and `WRONG` mark the prompt in view."""

    NOT_NOW = "not_now"
    PAUSE = "pause"
    FLAG = "flag"
    LET_ME_TYPE = "let_me_type"
    RIGHT = "right"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chord:
    """A key pressed with Ctrl+Alt: its X11 key name, its Windows virtual key, its label."""

    keysym: int
    virtual_key: int
    label: str


CHORDS = {
    Shortcut.NOT_NOW: Chord(keysym=0x2E, virtual_key=0xBE, label="Ctrl+Alt+."),
    Shortcut.PAUSE: Chord(keysym=0x70, virtual_key=0x50, label="Ctrl+Alt+P"),
    Shortcut.FLAG: Chord(keysym=0x66, virtual_key=0x46, label="Ctrl+Alt+F"),
    Shortcut.LET_ME_TYPE: Chord(keysym=0x74, virtual_key=0x54, label="Ctrl+Alt+T"),
    Shortcut.RIGHT: Chord(keysym=0x67, virtual_key=0x47, label="Ctrl+Alt+G"),
    Shortcut.WRONG: Chord(keysym=0x62, virtual_key=0x42, label="Ctrl+Alt+B"),
}
"""Keysyms of '.', 'p', 'f', 't', 'g', 'b' are their Latin-1 codes; virtual keys VK_OEM_PERIOD and
the letters. G is a good prompt, B a bad one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """The strip of the screen the sidebar keeps other windows out of, in physical pixels.

    `outer` is where its outer edge stands; only the edge of the whole desktop can be reserved.
    """

    is_left: bool
    outer: int
    width: int
    top: int
    bottom: int


PressSink = Callable[[Shortcut], None]


class NativeDesktop(Protocol):
    """The system's side of the window; every call is safe where the system cannot do it."""

    limits: str
    """What this desktop cannot do, as a sentence; "" if nothing."""

    def active_window(self) -> int | None:
        """The window that has the focus."""
        ...

    def activate(self, window: int) -> None:
        """Give the focus to a window."""
        ...

    def reserve_edge(self, window: int, edge: Edge | None) -> bool:
        """Keep maximized windows off a strip of the screen (None: no longer)."""
        ...

    def grab_shortcuts(self, pressed: PressSink) -> tuple[Shortcut, ...]:
        """Listen for the shortcuts from now on; returns those another program holds.

        `pressed` is called from a thread of the desktop's own.
        """
        ...

    def close(self) -> None: ...


class PlainDesktop:
    """A desktop where none of it can be done."""

    limits = "Global shortcuts do not work on this desktop; use the buttons."

    def active_window(self) -> int | None:
        return None

    def activate(self, window: int) -> None:
        pass

    def reserve_edge(self, window: int, edge: Edge | None) -> bool:
        return False

    def grab_shortcuts(self, pressed: PressSink) -> tuple[Shortcut, ...]:
        return ()

    def close(self) -> None:
        pass
