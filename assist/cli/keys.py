"""Single keys from the terminal while a call runs, without waiting and without Enter."""

import contextlib
import os
import select
import sys
from collections.abc import Callable, Iterator

PressedKeys = Callable[[], str]
"""Gives the keys pressed since it was asked last, "" for none."""


def no_keys() -> str:
    return ""


if sys.platform == "win32":
    import msvcrt

    def _windows_keys() -> str:
        """Not yet run on Windows."""
        keys = ""
        while msvcrt.kbhit():
            keys += msvcrt.getwch()
        return keys


@contextlib.contextmanager
def terminal_keys(descriptor: int | None = None) -> Iterator[PressedKeys]:
    """The keys of a terminal (standard input unless given); none where there is no terminal.

    Keys are not echoed meanwhile; Ctrl-C goes on meaning what it means.
    """
    if sys.platform == "win32":
        yield _windows_keys
    else:
        import termios
        import tty

        if descriptor is None and sys.stdin and sys.stdin.isatty():
            descriptor = sys.stdin.fileno()
        # A background job that changed its terminal would be stopped.
        if descriptor is None or os.tcgetpgrp(descriptor) != os.getpgrp():
            yield no_keys
            return
        terminal = descriptor
        before = termios.tcgetattr(terminal)
        tty.setcbreak(terminal)
        try:
            yield lambda: _waiting(terminal)
        finally:
            termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def _waiting(descriptor: int) -> str:
    keys = b""
    while select.select([descriptor], [], [], 0)[0]:
        more = os.read(descriptor, 64)
        if not more:  # the terminal is gone
            break
        keys += more
    return keys.decode("utf-8", "ignore")
