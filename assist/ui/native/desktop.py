"""The desktop the sidebar lives on, as one small interface with a back end per system."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from assist.ui.native.chords import Chords, Shortcut


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

    def titles(self) -> tuple[str, ...]:
        """The titles of the windows that are open, the upper ones first."""
        ...

    def reserve_edge(self, window: int, edge: Edge | None) -> bool:
        """Keep maximized windows off a strip of the screen (None: no longer)."""
        ...

    def grab_shortcuts(self, pressed: PressSink, chords: Chords) -> tuple[Shortcut, ...]:
        """Listen for these shortcuts from now on, and no others; returns those that are taken.

        Another program holds those. `pressed` is called from a thread of the desktop's own.
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

    def titles(self) -> tuple[str, ...]:
        return ()

    def reserve_edge(self, window: int, edge: Edge | None) -> bool:
        return False

    def grab_shortcuts(self, pressed: PressSink, chords: Chords) -> tuple[Shortcut, ...]:
        return ()

    def close(self) -> None:
        pass
