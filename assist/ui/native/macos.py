"""macOS: shortcuts by Carbon's hot keys, the focus by the app in front. Not yet run on macOS.

Carbon's RegisterEventHotKey is the one way that asks for no accessibility permission. Written
against its headers; docs/desktop.md has the checklist.
"""

import sys

from assist.ui.native.chords import Chord, Chords, Modifier, Shortcut
from assist.ui.native.desktop import Edge, PressSink

_MODIFIER_BITS = {
    Modifier.SUPER: 0x100,
    Modifier.SHIFT: 0x200,
    Modifier.ALT: 0x800,
    Modifier.CTRL: 0x1000,
}
"""cmdKey, shiftKey, optionKey, controlKey (Events.h)."""
_KEY_CODES = {
    **dict(zip("asdfhgzxcv", range(10), strict=True)),
    "b": 11,
    "q": 12,
    "w": 13,
    "e": 14,
    "r": 15,
    "y": 16,
    "t": 17,
    "o": 31,
    "u": 32,
    "i": 34,
    "p": 35,
    "l": 37,
    "j": 38,
    "k": 40,
    "n": 45,
    "m": 46,
    " ": 49,
    "1": 18,
    "2": 19,
    "3": 20,
    "4": 21,
    "6": 22,
    "5": 23,
    "9": 25,
    "7": 26,
    "8": 28,
    "0": 29,
    "-": 27,
    ";": 41,
    ",": 43,
    "/": 44,
    ".": 47,
}
"""kVK_ANSI_… of a US keyboard, by character."""
_F_KEYS = (122, 120, 99, 118, 96, 97, 98, 100, 101, 109, 103, 111)
_FIRST_F_KEYSYM = 0xFFBE


def key_code(chord: Chord) -> int | None:
    """The virtual key of a chord; None where a Mac's keyboard has none."""
    if _FIRST_F_KEYSYM <= chord.keysym < _FIRST_F_KEYSYM + len(_F_KEYS):
        return _F_KEYS[chord.keysym - _FIRST_F_KEYSYM]
    return _KEY_CODES.get(chr(chord.keysym)) if chord.keysym < 0x80 else None


def hotkey_modifiers(chord: Chord) -> int:
    """The modifiers as RegisterEventHotKey takes them."""
    return sum(_MODIFIER_BITS[each] for each in chord.modifiers)


if sys.platform == "darwin":
    import ctypes
    import ctypes.util
    from ctypes import POINTER, Structure, byref, c_int32, c_uint32, c_void_p

    _KEYBOARD, _HOT_KEY_PRESSED = 0x6B657962, 5  # 'keyb', kEventHotKeyPressed
    _DIRECT_OBJECT, _HOT_KEY_ID = 0x2D2D2D2D, 0x686B6964  # '----', 'hkid'
    _OURS = 0x43415353  # 'CASS'

    class _HotKeyId(Structure):
        _fields_ = (("signature", c_uint32), ("id", c_uint32))

    class _EventType(Structure):
        _fields_ = (("kind_class", c_uint32), ("kind", c_uint32))

    _Handler = ctypes.CFUNCTYPE(c_int32, c_void_p, c_void_p, c_void_p)

    class MacDesktop:
        """A `NativeDesktop` for macOS. Hot keys arrive in the main thread's own event loop."""

        limits = ""

        def __init__(self) -> None:
            self._carbon = ctypes.CDLL(ctypes.util.find_library("Carbon"))
            for name in ("GetApplicationEventTarget", "GetEventDispatcherTarget"):
                getattr(self._carbon, name).restype = c_void_p
            self._carbon.RegisterEventHotKey.argtypes = [
                *(c_uint32, c_uint32, _HotKeyId, c_void_p, c_uint32, POINTER(c_void_p))
            ]
            self._carbon.UnregisterEventHotKey.argtypes = [c_void_p]
            self._held: list[c_void_p] = []
            self._shortcuts: list[Shortcut] = []
            self._pressed: PressSink | None = None
            self._handler = _Handler(self._handle)  # must outlive its registration
            wanted = _EventType(_KEYBOARD, _HOT_KEY_PRESSED)
            self._carbon.InstallEventHandler(
                c_void_p(self._carbon.GetApplicationEventTarget()),
                *(self._handler, 1, byref(wanted), None, None),
            )

        def active_window(self) -> int | None:
            """The process in front: what macOS gives the focus back to is an app."""
            serial = (c_uint32 * 2)()
            process = c_int32()
            self._carbon.GetFrontProcess(byref(serial))
            self._carbon.GetProcessPID(byref(serial), byref(process))
            return process.value or None

        def activate(self, window: int) -> None:
            serial = (c_uint32 * 2)()
            self._carbon.GetProcessForPID(window, byref(serial))
            self._carbon.SetFrontProcess(byref(serial))

        def reserve_edge(self, window: int, edge: Edge | None) -> bool:
            return False

        def grab_shortcuts(self, pressed: PressSink, chords: Chords) -> tuple[Shortcut, ...]:
            self._let_go()
            self._pressed, self._shortcuts = pressed, list(chords)
            target = c_void_p(self._carbon.GetApplicationEventTarget())
            taken = []
            for number, (shortcut, chord) in enumerate(chords.items(), start=1):
                code, held = key_code(chord), c_void_p()
                status = -1
                if code is not None:
                    status = self._carbon.RegisterEventHotKey(
                        *(code, hotkey_modifiers(chord), _HotKeyId(_OURS, number), target, 0),
                        byref(held),
                    )
                if status:
                    taken.append(shortcut)
                else:
                    self._held.append(held)
            return tuple(taken)

        def close(self) -> None:
            self._let_go()

        def _let_go(self) -> None:
            while self._held:
                self._carbon.UnregisterEventHotKey(self._held.pop())

        def _handle(self, caller: int, event: int, data: int) -> int:
            found = _HotKeyId()
            self._carbon.GetEventParameter(
                *(c_void_p(event), _DIRECT_OBJECT, _HOT_KEY_ID, None),
                *(ctypes.sizeof(found), None, byref(found)),
            )
            if self._pressed is not None and 1 <= found.id <= len(self._shortcuts):
                self._pressed(self._shortcuts[found.id - 1])
            return 0
