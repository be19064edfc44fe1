"""Making Qt's application: the platform looked at before, Ctrl-C obeyed in its loop."""

import contextlib
import signal
import socket
import sys
from collections.abc import Callable, Iterator, MutableMapping

from PySide6.QtCore import QSocketNotifier, Qt
from PySide6.QtWidgets import QApplication

from assist.core.errors import AssistError

_APP_NAME = "Call Assist"


class DesktopError(AssistError):
    """The window cannot be opened."""


def prepare_platform(environment: MutableMapping[str, str]) -> None:
    """Choose Qt's platform and make sure that it will start. Raises DesktopError.

    Qt ends the process when it finds no display, so everything that can be missing is looked for
    before. Under Wayland no window may place itself or stay on top: XWayland is used there.
    """
    if not sys.platform.startswith("linux"):
        return
    wanted = environment.get("QT_QPA_PLATFORM", "")
    if wanted and not wanted.startswith("xcb"):
        return
    if not environment.get("DISPLAY"):
        raise DesktopError(
            "There is no display to open a window on; "
            "use 'assist listen' or 'assist demo --terminal' instead."
        )
    environment["QT_QPA_PLATFORM"] = "xcb"
    from assist.ui.native.xcb import XcbUnavailable, check_display

    try:
        check_display()
    except XcbUnavailable as error:
        raise DesktopError(str(error)) from None


def application() -> QApplication:
    """Qt's application, made if there is none."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    QApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    made = QApplication(sys.argv[:1])
    made.setApplicationName(_APP_NAME)
    made.setStyle("Fusion")  # its buttons take the style sheet alike on every system
    made.setQuitOnLastWindowClosed(False)
    return made


def say_on_stderr(sentence: str) -> None:
    with contextlib.suppress(OSError, ValueError):  # started without a terminal
        print(sentence, file=sys.stderr, flush=True)


def say_on_stdout(sentence: str) -> None:
    with contextlib.suppress(OSError, ValueError):  # started without a terminal
        print(sentence, flush=True)


@contextlib.contextmanager
def interrupts() -> Iterator[Callable[[Callable[[], object]], None]]:
    """Have Ctrl-C and SIGTERM call, in Qt's loop, what is given to the function this yields.

    One that comes before that, while the window is made, waits: raised inside Qt it would be lost.
    Python runs signal handlers only between its own instructions, and Qt's loop has none: a pipe
    that the signal writes to wakes it.
    """
    reading, writing = socket.socketpair()
    reading.setblocking(False)
    writing.setblocking(False)
    notifier = QSocketNotifier(reading.fileno(), QSocketNotifier.Type.Read)
    before = {
        number: signal.signal(number, lambda *_: None) for number in (signal.SIGINT, signal.SIGTERM)
    }
    woken_before = signal.set_wakeup_fd(writing.fileno(), warn_on_full_buffer=False)

    notifier.setEnabled(False)

    def obey(handle: Callable[[], object]) -> None:
        def wake() -> None:
            with contextlib.suppress(BlockingIOError):
                reading.recv(64)
            handle()

        notifier.activated.connect(wake)
        notifier.setEnabled(True)

    try:
        yield obey
    finally:
        notifier.setEnabled(False)
        signal.set_wakeup_fd(woken_before)
        for number, handler in before.items():
            signal.signal(number, handler)
        reading.close()
        writing.close()
