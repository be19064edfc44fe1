"""The sidebar with a scripted engine and every window that its menu opens, until it is told to end.

`python -m tests.helpers.everywindow CALL` prints "ready" once all of them are on the screen. A line
"page NAME" opens that page of the settings and is answered by itself; it ends when its standard
input does. CALL is "drawn", "ended" or "none", as in uiwindow.
"""

import os
import sys
import threading

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from assist.core.notices import Hello, SnapshotStarted, StatusReport
from assist.ui.callstate import Phase
from assist.ui.main import run_desktop
from assist.ui.preferences.window import PreferencesWindow
from assist.ui.sidebar.menu import MenuEntry
from assist.ui.sidebar.window import SidebarWindow
from assist.ui.startup import application, prepare_platform
from tests.helpers import uicall
from tests.helpers.ui import ScriptedLink

PHASES = {"drawn": Phase.CALL, "ended": Phase.ENDED, "none": Phase.IDLE}


class _Asked(QObject):
    """Does in Qt's thread what the lines of the standard input ask for."""

    line_read = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.line_read.connect(self._obey, Qt.ConnectionType.QueuedConnection)

    def read(self) -> None:
        for line in sys.stdin:
            self.line_read.emit(line.strip())
        self.line_read.emit("")

    def _obey(self, line: str) -> None:
        if not line:
            QApplication.exit(0)
            return
        for window in QApplication.topLevelWidgets():
            if isinstance(window, PreferencesWindow):
                window.open_page(line.removeprefix("page "))
        print(line, flush=True)


def main(call: str) -> int:
    messages = {"drawn": uicall.drawn_call, "ended": uicall.ended_call, "none": list}[call]()
    link = ScriptedLink(
        [
            Hello(protocol=1, version="0", pid=1),
            SnapshotStarted(events=0),
            StatusReport(state="ready", model="starter"),
            *messages,
        ]
    )

    def on_shown(window: SidebarWindow) -> None:
        if call == "drawn":
            for entry in MenuEntry:
                if entry in _WINDOWS:
                    window.entry_chosen.emit(entry)
        poll = QTimer(window)
        poll.setInterval(20)

        def tell() -> None:
            if window.state.phase is PHASES[call]:
                poll.stop()
                print("ready", flush=True)

        poll.timeout.connect(tell)
        poll.start()

    prepare_platform(os.environ)
    application()  # before the objects that live in its thread
    asked = _Asked()
    threading.Thread(target=asked.read, name="asked", daemon=True).start()
    return run_desktop(open_link=lambda: link, on_shown=on_shown)


_WINDOWS = frozenset(MenuEntry) - {MenuEntry.QUIT}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
