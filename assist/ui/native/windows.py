"""Windows: RegisterHotKey, SetForegroundWindow and an application bar. Not yet run on Windows.

Written against the documentation of user32 and shell32; docs/desktop.md has the checklist.
"""

import sys

from assist.ui.native.chords import Chord, Chords, Modifier, Shortcut
from assist.ui.native.desktop import Edge, PressSink

_MODIFIER_BITS = {Modifier.ALT: 0x1, Modifier.CTRL: 0x2, Modifier.SHIFT: 0x4, Modifier.SUPER: 0x8}
_NO_REPEAT = 0x4000


def hotkey_modifiers(chord: Chord) -> int:
    """`fsModifiers` of RegisterHotKey."""
    return sum(_MODIFIER_BITS[each] for each in chord.modifiers) | _NO_REPEAT


if sys.platform == "win32":
    import ctypes
    import threading
    from ctypes import wintypes

    _WM_HOTKEY, _WM_QUIT = 0x0312, 0x0012
    _LONGEST_TITLE = 512
    _ABM_NEW, _ABM_REMOVE, _ABM_QUERYPOS, _ABM_SETPOS = 0, 1, 2, 3
    _ABE_LEFT, _ABE_RIGHT = 0, 2

    class _AppBarData(ctypes.Structure):
        _fields_ = (
            ("cbSize", wintypes.DWORD),
            ("hWnd", wintypes.HWND),
            ("uCallbackMessage", wintypes.UINT),
            ("uEdge", wintypes.UINT),
            ("rc", wintypes.RECT),
            ("lParam", wintypes.LPARAM),
        )

    class WindowsDesktop:
        """A `NativeDesktop` for Windows."""

        limits = ""

        def __init__(self) -> None:
            self._user32 = ctypes.WinDLL("user32", use_last_error=True)
            self._shell32 = ctypes.WinDLL("shell32")
            self._shell32.SHAppBarMessage.restype = ctypes.c_size_t
            self._user32.GetForegroundWindow.restype = wintypes.HWND
            self._user32.SetForegroundWindow.argtypes = [wintypes.HWND]
            self._thread: threading.Thread | None = None
            self._thread_id = 0
            self._taken: tuple[Shortcut, ...] = ()
            self._bar: int | None = None

        def active_window(self) -> int | None:
            window: int | None = self._user32.GetForegroundWindow()
            return window

        def activate(self, window: int) -> None:
            self._user32.SetForegroundWindow(window)

        def titles(self) -> tuple[str, ...]:
            found: list[str] = []

            @ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.HWND, wintypes.LPARAM)
            def note(window: int, _: int) -> bool:
                if self._user32.IsWindowVisible(window):
                    text = ctypes.create_unicode_buffer(_LONGEST_TITLE)
                    self._user32.GetWindowTextW(window, text, _LONGEST_TITLE)
                    found.append(text.value)
                return True

            self._user32.EnumWindows(note, 0)  # from the top down
            return tuple(title for title in found if title)

        def reserve_edge(self, window: int, edge: Edge | None) -> bool:
            """Be an application bar of that width, or none any more.

            The shell keeps the strip until it is told otherwise or the window is destroyed, and
            destroys it with a process that dies.
            """
            data = _AppBarData(cbSize=ctypes.sizeof(_AppBarData), hWnd=window)
            if edge is None:
                if self._bar is not None:
                    self._shell32.SHAppBarMessage(_ABM_REMOVE, ctypes.byref(data))
                    self._bar = None
                return False
            if self._bar != window:
                if not self._shell32.SHAppBarMessage(_ABM_NEW, ctypes.byref(data)):
                    return False
                self._bar = window
            data.uEdge = _ABE_LEFT if edge.is_left else _ABE_RIGHT
            left = edge.outer if edge.is_left else edge.outer - edge.width
            data.rc = wintypes.RECT(left, edge.top, left + edge.width, edge.bottom)
            self._shell32.SHAppBarMessage(_ABM_QUERYPOS, ctypes.byref(data))
            # The shell may have moved the outer side off another bar; the width is ours to keep.
            if edge.is_left:
                data.rc.right = data.rc.left + edge.width
            else:
                data.rc.left = data.rc.right - edge.width
            self._shell32.SHAppBarMessage(_ABM_SETPOS, ctypes.byref(data))
            return True

        def grab_shortcuts(self, pressed: PressSink, chords: Chords) -> tuple[Shortcut, ...]:
            self._stop_thread()
            ready = threading.Event()
            self._thread = threading.Thread(
                target=self._run, args=(pressed, dict(chords), ready), name="global-shortcuts"
            )
            self._thread.start()
            ready.wait()
            return self._taken

        def close(self) -> None:
            self._stop_thread()

        def _stop_thread(self) -> None:
            if self._thread is not None:
                self._user32.PostThreadMessageW(self._thread_id, _WM_QUIT, 0, 0)
                self._thread.join()
                self._thread = None

        def _run(
            self, pressed: PressSink, chords: dict[Shortcut, Chord], ready: threading.Event
        ) -> None:
            # Hot keys belong to the thread that registered them; so does their message queue.
            self._thread_id = threading.get_native_id()
            shortcuts = list(chords)
            self._taken = tuple(
                shortcut
                for number, shortcut in enumerate(shortcuts, start=1)
                if not self._user32.RegisterHotKey(
                    None,
                    number,
                    hotkey_modifiers(chords[shortcut]),
                    chords[shortcut].virtual_key,
                )
            )
            message = wintypes.MSG()
            # Makes the thread's message queue: without it the WM_QUIT of a quick stop is lost.
            self._user32.PeekMessageW(ctypes.byref(message), None, 0, 0, 0)
            ready.set()
            while self._user32.GetMessageW(ctypes.byref(message), None, 0, 0) > 0:
                if message.message == _WM_HOTKEY and 1 <= message.wParam <= len(shortcuts):
                    pressed(shortcuts[message.wParam - 1])
            for number in range(1, len(shortcuts) + 1):
                self._user32.UnregisterHotKey(None, number)
