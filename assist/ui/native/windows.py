"""Windows: shortcuts by RegisterHotKey, the focus by SetForegroundWindow. Not yet run on Windows.

Reserving the edge needs an application bar (SHAppBarMessage) that outlives a crash of ours; it is
not done, and the setting says so.
"""

import sys

from assist.ui.native.desktop import CHORDS, Edge, PressSink, Shortcut

if sys.platform == "win32":
    import ctypes
    import threading
    from ctypes import wintypes

    _MOD_ALT, _MOD_CONTROL, _MOD_NOREPEAT = 0x1, 0x2, 0x4000
    _WM_HOTKEY, _WM_QUIT = 0x0312, 0x0012

    class WindowsDesktop:
        """A `NativeDesktop` for Windows."""

        limits = "The screen's edge cannot be reserved on Windows yet."

        def __init__(self) -> None:
            self._user32 = ctypes.WinDLL("user32", use_last_error=True)
            self._user32.GetForegroundWindow.restype = wintypes.HWND
            self._user32.SetForegroundWindow.argtypes = [wintypes.HWND]
            self._thread: threading.Thread | None = None
            self._thread_id = 0
            self._taken: tuple[Shortcut, ...] = ()

        def active_window(self) -> int | None:
            window: int | None = self._user32.GetForegroundWindow()
            return window

        def activate(self, window: int) -> None:
            self._user32.SetForegroundWindow(window)

        def reserve_edge(self, window: int, edge: Edge | None) -> bool:
            return False

        def grab_shortcuts(self, pressed: PressSink) -> tuple[Shortcut, ...]:
            if self._thread is None:
                ready = threading.Event()
                self._thread = threading.Thread(
                    target=self._run, args=(pressed, ready), name="global-shortcuts"
                )
                self._thread.start()
                ready.wait()
            return self._taken

        def close(self) -> None:
            if self._thread is not None:
                self._user32.PostThreadMessageW(self._thread_id, _WM_QUIT, 0, 0)
                self._thread.join()
                self._thread = None

        def _run(self, pressed: PressSink, ready: threading.Event) -> None:
            # Hot keys belong to the thread that registered them; so does their message queue.
            self._thread_id = threading.get_native_id()
            shortcuts = list(CHORDS)
            modifiers = _MOD_ALT | _MOD_CONTROL | _MOD_NOREPEAT
            self._taken = tuple(
                shortcut
                for number, shortcut in enumerate(shortcuts, start=1)
                if not self._user32.RegisterHotKey(
                    None, number, modifiers, CHORDS[shortcut].virtual_key
                )
            )
            ready.set()
            message = wintypes.MSG()
            while self._user32.GetMessageW(ctypes.byref(message), None, 0, 0) > 0:
                if message.message == _WM_HOTKEY and 1 <= message.wParam <= len(shortcuts):
                    pressed(shortcuts[message.wParam - 1])
            for number in range(1, len(shortcuts) + 1):
                self._user32.UnregisterHotKey(None, number)
