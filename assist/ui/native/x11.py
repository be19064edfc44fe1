"""X11: shortcuts by key grabs, the edge by a strut, the focus by asking the window manager."""

import os
import select
import threading
from collections.abc import Mapping

from assist.ui.native.chords import Chord, Chords, Modifier, Shortcut
from assist.ui.native.desktop import Edge, PressSink
from assist.ui.native.xcb import (
    CONTROL,
    KEY_PRESS,
    MAPPING_NOTIFY,
    MOD1,
    MOD2,
    MOD4,
    SHIFT,
    SHIFT_LOCK,
    XcbConnection,
    XcbUnavailable,
)

_LOCKS = (0, SHIFT_LOCK, MOD2, SHIFT_LOCK | MOD2)
"""A grab is for exact modifiers: the shortcut must work with Caps Lock and Num Lock on, too."""
_BITS = {
    Modifier.CTRL: CONTROL,
    Modifier.ALT: MOD1,
    Modifier.SHIFT: SHIFT,
    Modifier.SUPER: MOD4,
}
_HELD = CONTROL | MOD1 | SHIFT | MOD4
_PAGER = 2
"""Source indication: the user asked for it, so the window manager does not hold it back."""


_ROUNDING_PX = 2
"""A screen's edge as Qt tells it, in whole points of a scaled screen, may be off by so much."""


class X11Desktop:
    """A `NativeDesktop` for X11, and for XWayland with its limits. Raises XcbUnavailable."""

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        self._connection = XcbConnection()
        self._is_wayland = bool(environment.get("WAYLAND_DISPLAY"))
        self.limits = (
            "Under Wayland the shortcuts work only over X11 windows and the screen's edge cannot "
            "be reserved; log in to an X11 session for both."
            if self._is_wayland
            else ""
        )
        self._keys: _KeyThread | None = None

    def active_window(self) -> int | None:
        return self._connection.root_window_property("_NET_ACTIVE_WINDOW")

    def activate(self, window: int) -> None:
        self._connection.send_to_root(window, "_NET_ACTIVE_WINDOW", (_PAGER, 0, 0, 0, 0))

    def titles(self) -> tuple[str, ...]:
        connection = self._connection
        windows = connection.root_windows("_NET_CLIENT_LIST_STACKING")
        return tuple(
            connection.text(window, "_NET_WM_NAME") or connection.text(window, "WM_NAME")
            for window in reversed(windows)
        )

    def reserve_edge(self, window: int, edge: Edge | None) -> bool:
        """Set or drop the strut; only an edge of the whole desktop can be reserved."""
        outermost = 0 if edge is not None and edge.is_left else self._connection.root_width
        gap = 0 if edge is None else abs(edge.outer - outermost)
        if edge is None or self._is_wayland or gap > _ROUNDING_PX:
            for name in ("_NET_WM_STRUT", "_NET_WM_STRUT_PARTIAL"):
                self._connection.delete_property(window, name)
            return False
        width = edge.width + gap
        left, right = (width, 0) if edge.is_left else (0, width)
        left_span = (edge.top, edge.bottom) if edge.is_left else (0, 0)
        right_span = (0, 0) if edge.is_left else (edge.top, edge.bottom)
        self._connection.set_cardinals(window, "_NET_WM_STRUT", [left, right, 0, 0])
        self._connection.set_cardinals(
            window,
            "_NET_WM_STRUT_PARTIAL",
            [left, right, 0, 0, *left_span, *right_span, 0, 0, 0, 0],
        )
        return True

    def grab_shortcuts(self, pressed: PressSink, chords: Chords) -> tuple[Shortcut, ...]:
        if self._keys is not None:
            self._keys.stop()
        self._keys = _KeyThread(pressed, chords)
        return self._keys.taken

    def close(self) -> None:
        if self._keys is not None:
            self._keys.stop()
            self._keys = None
        self._connection.close()


class _KeyThread:
    """Holds the grabs on a connection of its own and waits for their keys."""

    def __init__(self, pressed: PressSink, chords: Chords) -> None:
        self._pressed = pressed
        self._chords = chords
        self._connection = XcbConnection()
        self._codes: dict[tuple[int, int], Shortcut] = {}
        self.taken = self._grab()
        self._wake_read, self._wake_write = os.pipe()
        self._thread = threading.Thread(target=self._run, name="global-shortcuts")
        self._thread.start()

    def stop(self) -> None:
        os.write(self._wake_write, b"x")
        self._thread.join()
        os.close(self._wake_read)
        os.close(self._wake_write)

    def _grab(self) -> tuple[Shortcut, ...]:
        return tuple(
            shortcut
            for shortcut, chord in self._chords.items()
            if not self._grab_chord(shortcut, chord)
        )

    def _grab_chord(self, shortcut: Shortcut, chord: Chord) -> bool:
        held = sum(_BITS[each] for each in chord.modifiers)
        codes = self._connection.keycodes(chord.keysym)
        keys = [(code, held | locks) for code in codes for locks in _LOCKS]
        grabbed = [key for key in keys if self._connection.grab_key(*key)]
        if not keys or len(grabbed) < len(keys):
            for key in grabbed:  # part of somebody else's shortcut is no shortcut
                self._connection.ungrab_key(*key)
            return False
        self._codes.update({(code, held): shortcut for code in codes})
        return True

    def _run(self) -> None:
        try:
            while not self._connection.is_broken():
                # Events may have come in with a reply: look before waiting.
                while (event := self._connection.next_event()) is not None:
                    self._handle(*event)
                ready, _, _ = select.select([self._connection.fileno(), self._wake_read], [], [])
                if self._wake_read in ready:
                    return
        finally:
            # The server drops the grabs of a closed connection when it comes to it: whoever grabs
            # the same keys right after would find them taken.
            self._connection.ungrab_all()
            self._connection.wait_done()
            self._connection.close()

    def _handle(self, kind: int, detail: int, state: int) -> None:
        if kind == KEY_PRESS:
            shortcut = self._codes.get((detail, state & _HELD))
            if shortcut is not None:
                self._pressed(shortcut)
        elif kind == MAPPING_NOTIFY:
            # Another keyboard layout: the same letters are other keys now.
            self._connection.ungrab_all()
            self._codes.clear()
            self._grab()


def open_x11() -> X11Desktop | None:
    """The X11 desktop, or None where there is none."""
    try:
        return X11Desktop()
    except XcbUnavailable:
        return None
