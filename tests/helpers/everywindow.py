"""The sidebar with a scripted engine and every window that its menu opens, until it is told to end.

`python -m tests.helpers.everywindow CALL` prints "ready" once all of them are on the screen and
ends when its standard input does. CALL is "drawn", "ended" or "none", as in uiwindow.
"""

import sys
import threading

from PySide6.QtCore import QCoreApplication, QMetaObject, Qt, QTimer

from assist.core.notices import Hello, SnapshotStarted, StatusReport
from assist.settings import Settings
from assist.ui.callstate import Phase
from assist.ui.main import run_desktop
from assist.ui.sidebar.menu import MenuEntry
from assist.ui.sidebar.window import SidebarWindow
from tests.helpers import uicall
from tests.helpers.ui import ScriptedLink

PHASES = {"drawn": Phase.CALL, "ended": Phase.ENDED, "none": Phase.IDLE}


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

    def wait_for_end() -> None:
        sys.stdin.read()
        application = QCoreApplication.instance()
        if application is not None:
            QMetaObject.invokeMethod(application, "quit", Qt.ConnectionType.QueuedConnection)

    threading.Thread(target=wait_for_end, name="end", daemon=True).start()
    return run_desktop(open_link=lambda: link, chosen=Settings(), on_shown=on_shown)


_WINDOWS = frozenset(MenuEntry) - {MenuEntry.QUIT}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
