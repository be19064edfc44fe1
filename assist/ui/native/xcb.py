"""The few calls of libxcb that we need, by ctypes.

libxcb and not libX11: its errors are answers to a request, whereas Xlib reports them to one handler
for the whole process, which is Qt's. Both libraries are there wherever Qt's own X11 plugin runs.
"""

import ctypes
import ctypes.util
import sys
from ctypes import (
    POINTER,
    Structure,
    c_char_p,
    c_int,
    c_uint,
    c_uint8,
    c_uint16,
    c_uint32,
    c_void_p,
)

CARDINAL, WINDOW = 6, 33
"""Predefined atoms of the X protocol."""
_ANY = 0
"""A property of whatever type: titles come as UTF8_STRING and as STRING."""
KEY_PRESS, CLIENT_MESSAGE, MAPPING_NOTIFY = 2, 33, 34
SHIFT, SHIFT_LOCK, CONTROL, MOD1, MOD2, MOD4 = 1, 2, 4, 8, 16, 64
"""Modifier bits: Shift, Caps Lock, Ctrl, Alt, Num Lock, Super (where nearly every keyboard has
them)."""
_STATE_AT = 26
"""Where a key event's modifiers stand, behind its type and detail (xcb_key_press_event_t)."""
_LONGEST_PROPERTY = 4096
"""In units of 4 bytes: a thousand windows are 1000, a title seldom 50."""
_ROOT_EVENTS = 0x80000 | 0x100000  # SubstructureNotify, SubstructureRedirect


class _Cookie(Structure):
    _fields_ = (("sequence", c_uint),)


class _Screen(Structure):
    _fields_ = (
        ("root", c_uint32),
        ("default_colormap", c_uint32),
        ("white_pixel", c_uint32),
        ("black_pixel", c_uint32),
        ("current_input_masks", c_uint32),
        ("width_in_pixels", c_uint16),
        ("height_in_pixels", c_uint16),
    )


class _ScreenIterator(Structure):
    _fields_ = (("data", POINTER(_Screen)), ("rem", c_int), ("index", c_int))


class _Event(Structure):
    _fields_ = (("response_type", c_uint8), ("detail", c_uint8), ("rest", c_uint8 * 34))


class _AtomReply(Structure):
    _fields_ = (("head", c_uint8 * 8), ("atom", c_uint32))


class _ClientMessage(Structure):
    _fields_ = (
        ("response_type", c_uint8),
        ("format", c_uint8),
        ("sequence", c_uint16),
        ("window", c_uint32),
        ("type", c_uint32),
        ("data", c_uint32 * 5),
    )


class XcbUnavailable(Exception):
    """There is no X display or no library to talk to it."""


class XcbConnection:
    """One connection to the display named by DISPLAY, used by one thread."""

    def __init__(self) -> None:
        self._xcb = _load("xcb")
        self._keysyms = _load("xcb-keysyms")
        self._libc = ctypes.CDLL(None)
        self._libc.free.argtypes = [c_void_p]
        _declare(self._xcb, self._keysyms)
        self._c = c_void_p(self._xcb.xcb_connect(None, None))
        if self._xcb.xcb_connection_has_error(self._c):
            self._xcb.xcb_disconnect(self._c)
            raise XcbUnavailable("There is no X display.")
        screens = self._xcb.xcb_setup_roots_iterator(self._xcb.xcb_get_setup(self._c))
        screen = screens.data.contents
        self.root: int = screen.root
        self.root_width: int = screen.width_in_pixels

    def close(self) -> None:
        self._xcb.xcb_disconnect(self._c)

    def fileno(self) -> int:
        return int(self._xcb.xcb_get_file_descriptor(self._c))

    def atom(self, name: str) -> int:
        raw = name.encode("ascii")
        cookie = self._xcb.xcb_intern_atom(self._c, 0, len(raw), raw)
        reply = self._xcb.xcb_intern_atom_reply(self._c, cookie, None)
        if not reply:
            return 0
        atom = int(reply.contents.atom)
        self._libc.free(reply)
        return atom

    def set_cardinals(self, window: int, name: str, values: list[int]) -> None:
        """Replace a property by 32-bit numbers."""
        data = (c_uint32 * len(values))(*values)
        self._xcb.xcb_change_property(
            self._c, 0, window, self.atom(name), CARDINAL, 32, len(values), data
        )
        self._xcb.xcb_flush(self._c)

    def delete_property(self, window: int, name: str) -> None:
        self._xcb.xcb_delete_property(self._c, window, self.atom(name))
        self._xcb.xcb_flush(self._c)

    def root_window_property(self, name: str) -> int | None:
        """The window id that a property of the root window holds."""
        return next(iter(self.root_windows(name)), None) or None

    def root_windows(self, name: str) -> tuple[int, ...]:
        """The window ids that a property of the root window holds."""
        held = self._property(self.root, name, WINDOW)
        return tuple(memoryview(held[: len(held) // 4 * 4]).cast("I"))

    def text(self, window: int, name: str) -> str:
        """A window's property in UTF-8; "" where it has none, or the window is gone."""
        return self._property(window, name, _ANY).decode(errors="replace")

    def _property(self, window: int, name: str, kind: int) -> bytes:
        cookie = self._xcb.xcb_get_property(
            self._c, 0, window, self.atom(name), kind, 0, _LONGEST_PROPERTY
        )
        reply = self._xcb.xcb_get_property_reply(self._c, cookie, None)
        if not reply:
            return b""
        length = self._xcb.xcb_get_property_value_length(reply)
        held = ctypes.string_at(self._xcb.xcb_get_property_value(reply), length)
        self._libc.free(reply)
        return held

    def send_to_root(self, window: int, name: str, data: tuple[int, int, int, int, int]) -> None:
        """Ask the window manager for something about a window."""
        message = _ClientMessage(
            response_type=CLIENT_MESSAGE,
            format=32,
            window=window,
            type=self.atom(name),
            data=(c_uint32 * 5)(*data),
        )
        self._xcb.xcb_send_event(self._c, 0, self.root, _ROOT_EVENTS, ctypes.byref(message))
        self._xcb.xcb_flush(self._c)

    def keycodes(self, keysym: int) -> list[int]:
        """The keys that make a symbol with the present layout."""
        symbols = c_void_p(self._keysyms.xcb_key_symbols_alloc(self._c))
        found = self._keysyms.xcb_key_symbols_get_keycode(symbols, keysym)
        codes: list[int] = []
        if found:
            while found[len(codes)]:
                codes.append(int(found[len(codes)]))
            self._libc.free(found)
        self._keysyms.xcb_key_symbols_free(symbols)
        return codes

    def grab_key(self, keycode: int, modifiers: int) -> bool:
        """Take a key combination for ourselves; False if another program has it."""
        cookie = self._xcb.xcb_grab_key_checked(
            self._c, 0, self.root, modifiers, keycode, 1, 1
        )  # 1, 1: neither pointer nor keyboard freezes
        error = self._xcb.xcb_request_check(self._c, cookie)
        if error:
            self._libc.free(error)
            return False
        return True

    def ungrab_key(self, keycode: int, modifiers: int) -> None:
        self._xcb.xcb_ungrab_key(self._c, keycode, self.root, modifiers)
        self._xcb.xcb_flush(self._c)

    def ungrab_all(self) -> None:
        self._xcb.xcb_ungrab_key(self._c, 0, self.root, 1 << 15)  # any key, any modifier
        self._xcb.xcb_flush(self._c)

    def wait_done(self) -> None:
        """Return when the server has done what was asked before: any question does."""
        self.atom("_NET_ACTIVE_WINDOW")

    def next_event(self) -> tuple[int, int, int] | None:
        """(type, detail, modifiers) of the next event that is here; None if there is none.

        The modifiers are those of a key event, and mean nothing for another.
        """
        event = self._xcb.xcb_poll_for_event(self._c)
        if not event:
            return None
        found = event.contents
        state = int.from_bytes(bytes(found.rest[_STATE_AT : _STATE_AT + 2]), sys.byteorder)
        answer = (int(found.response_type) & 0x7F, int(found.detail), state)
        self._libc.free(event)
        return answer

    def is_broken(self) -> bool:
        return bool(self._xcb.xcb_connection_has_error(self._c))


def check_display() -> None:
    """Make sure that Qt's X11 plugin can start. Raises XcbUnavailable with what to do."""
    try:
        ctypes.CDLL("libxcb-cursor.so.0")
    except OSError:
        raise XcbUnavailable(
            "The library libxcb-cursor is missing; install it (package libxcb-cursor0)."
        ) from None
    try:
        XcbConnection().close()
    except XcbUnavailable:
        raise XcbUnavailable(
            "The display cannot be opened; check DISPLAY and that you may use that screen."
        ) from None


def _load(name: str) -> ctypes.CDLL:
    numbers = {"xcb": "1", "xcb-keysyms": "1"}
    try:
        return ctypes.CDLL(ctypes.util.find_library(name) or f"lib{name}.so.{numbers[name]}")
    except OSError as error:
        raise XcbUnavailable(str(error)) from None


def _declare(xcb: ctypes.CDLL, keysyms: ctypes.CDLL) -> None:
    """Argument and result types; without them 64-bit pointers are cut."""
    window = c_uint32
    for library, name, result, arguments in (
        (xcb, "xcb_connect", c_void_p, (c_char_p, POINTER(c_int))),
        (xcb, "xcb_disconnect", None, (c_void_p,)),
        (xcb, "xcb_flush", c_int, (c_void_p,)),
        (xcb, "xcb_connection_has_error", c_int, (c_void_p,)),
        (xcb, "xcb_get_file_descriptor", c_int, (c_void_p,)),
        (xcb, "xcb_get_setup", c_void_p, (c_void_p,)),
        (xcb, "xcb_setup_roots_iterator", _ScreenIterator, (c_void_p,)),
        (xcb, "xcb_intern_atom", _Cookie, (c_void_p, c_uint8, c_uint16, c_char_p)),
        (xcb, "xcb_intern_atom_reply", POINTER(_AtomReply), (c_void_p, _Cookie, c_void_p)),
        (
            xcb,
            "xcb_change_property",
            _Cookie,
            (c_void_p, c_uint8, window, c_uint32, c_uint32, c_uint8, c_uint32, c_void_p),
        ),
        (xcb, "xcb_delete_property", _Cookie, (c_void_p, window, c_uint32)),
        (
            xcb,
            "xcb_get_property",
            _Cookie,
            (c_void_p, c_uint8, window, c_uint32, c_uint32, c_uint32, c_uint32),
        ),
        (xcb, "xcb_get_property_reply", c_void_p, (c_void_p, _Cookie, c_void_p)),
        (xcb, "xcb_get_property_value", c_void_p, (c_void_p,)),
        (xcb, "xcb_get_property_value_length", c_int, (c_void_p,)),
        (xcb, "xcb_send_event", _Cookie, (c_void_p, c_uint8, window, c_uint32, c_void_p)),
        (
            xcb,
            "xcb_grab_key_checked",
            _Cookie,
            (c_void_p, c_uint8, window, c_uint16, c_uint8, c_uint8, c_uint8),
        ),
        (xcb, "xcb_ungrab_key", _Cookie, (c_void_p, c_uint8, window, c_uint16)),
        (xcb, "xcb_request_check", c_void_p, (c_void_p, _Cookie)),
        (xcb, "xcb_poll_for_event", POINTER(_Event), (c_void_p,)),
        (keysyms, "xcb_key_symbols_alloc", c_void_p, (c_void_p,)),
        (keysyms, "xcb_key_symbols_free", None, (c_void_p,)),
        (keysyms, "xcb_key_symbols_get_keycode", POINTER(c_uint8), (c_void_p, c_uint32)),
    ):
        function = getattr(library, name)
        function.restype = result
        function.argtypes = arguments
