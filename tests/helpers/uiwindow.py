"""Windows in processes of their own, for tests on a real display: a sidebar and a softphone.

Each prints what happens to it as JSON lines; `WindowProcess` starts one and waits for its lines.
"""

import argparse
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from typing import Any

from tests.helpers.processes import stop_group
from tests.helpers.xvfb import Display

ROOT = Path(__file__).resolve().parents[2]
TIMEOUT_S = 30.0


class WindowProcess:
    """A started window; `wait` returns the next line that answers to a name."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self._lines: Queue[dict[str, Any]] = Queue()
        self._reader = threading.Thread(target=self._read, name="window-lines")
        self._reader.start()

    def wait(self, name: str, value: object = None) -> Any:
        """The value of the next line called `name` (with this value, if one is given)."""
        while True:
            try:
                line = self._lines.get(timeout=TIMEOUT_S)
            except Empty:
                raise TimeoutError(f"The window never said {name} {value!r}.") from None
            if line["name"] == "gone":
                raise RuntimeError(f"The window ended before it said {name} {value!r}.")
            if line["name"] == name and value in (None, line["value"]):
                return line["value"]

    def ended(self) -> int:
        """The exit status, once the process is over."""
        return self.process.wait(TIMEOUT_S)

    def stop(self) -> None:
        stop_group(self.process)
        self._reader.join()

    def _read(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as lines:
            for line in lines:
                self._lines.put(json.loads(line))
        self._lines.put({"name": "gone", "value": None})


@contextmanager
def window(display: Display, *arguments: str, scale: str = "1") -> Iterator[WindowProcess]:
    """Start `python -m tests.helpers.uiwindow ARGUMENTS` on a display; ends with the context."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.helpers.uiwindow", *arguments],
        cwd=ROOT,
        env={**display.environment(), "QT_SCALE_FACTOR": scale},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    started = WindowProcess(process)
    try:
        yield started
    finally:
        started.stop()


def _tell(name: str, value: object) -> None:
    print(json.dumps({"name": name, "value": value}), flush=True)


def _softphone() -> int:
    """A line to type into that tells its text whenever it changes."""
    from PySide6.QtWidgets import QApplication, QLineEdit

    application = QApplication(["softphone"])
    field = QLineEdit()
    field.setWindowTitle("Softphone")
    field.setGeometry(100, 100, 400, 60)
    field.textChanged.connect(lambda text: _tell("text", text))
    application.focusChanged.connect(lambda _, now: _tell("focus", now is field))
    field.show()
    field.activateWindow()
    _tell("window", int(field.winId()))
    return application.exec()


def _sidebar(arguments: argparse.Namespace) -> int:
    """The sidebar with a scripted engine, as `run_desktop` opens it."""
    from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    from assist.core import codec
    from assist.core.commands import Command
    from assist.core.notices import Hello, SnapshotStarted, StatusReport
    from assist.settings import Settings
    from assist.ui.callstate import Phase
    from assist.ui.main import run_desktop
    from assist.ui.sidebar.window import SidebarWindow
    from tests.helpers import uicall
    from tests.helpers.ui import ScriptedLink

    class TellingLink(ScriptedLink):
        def send(self, command: Command) -> None:
            _tell(codec.type_name(type(command)), codec.to_object(command))

    calls = {
        "guided": uicall.guided_call,
        "drawn": uicall.drawn_call,
        "ended": uicall.ended_call,
        "none": list,
    }
    link = TellingLink(
        [
            Hello(protocol=1, version="0", pid=1),
            SnapshotStarted(events=0),
            StatusReport(state="ready", model="starter"),
            *calls[arguments.call](),
        ]
    )

    def centre(widget: QWidget) -> list[int]:
        at = widget.mapToGlobal(QPoint(widget.width() // 2, widget.height() // 2))
        ratio = widget.devicePixelRatioF()
        return [round(at.x() * ratio), round(at.y() * ratio)]

    def tell_places(shown: SidebarWindow) -> None:
        # What is posted but not yet laid out would stand, and show in a picture, where it was.
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        places = {
            "not_now": centre(shown.call.prompts.card.not_now),
            "name": centre(shown.header.name),
            "pause": centre(shown.footer.pause),
            "note": centre(shown.call.desk.note_button),
            "flag": centre(shown.call.desk.flag_button),
            "menu": centre(shown.header.menu_button),
            "menu_note": shown.menu.note.text(),
            "window": int(shown.winId()),
            "trouble": shown.banners.trouble.sentence,
        }
        _tell("ready", places)
        if arguments.shot:
            shown.grab().save(arguments.shot)
            _tell("shot", arguments.shot)

    def on_shown(shown: SidebarWindow) -> None:
        if arguments.takes_focus:
            # The negative control: what the flag is for shows only without it.
            shown.windowHandle().setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, False)
        shown.call.prompts.card.cue_painted.connect(lambda *_: tell_places(shown))
        if arguments.call not in ("drawn", "guided"):
            poll = QTimer(shown)
            poll.setInterval(10)

            def tell_when_told() -> None:
                wanted = Phase.ENDED if arguments.call == "ended" else Phase.IDLE
                if shown.state.phase is wanted:
                    poll.stop()
                    tell_places(shown)

            poll.timeout.connect(tell_when_told)
            poll.start()

        shown.placed.connect(lambda place: _tell("collapsed", place.is_collapsed))
        QApplication.clipboard().dataChanged.connect(
            lambda: _tell("clipboard", QApplication.clipboard().text())
        )

    settings = Settings(
        theme=arguments.theme,
        sidebar_side=arguments.side,
        sidebar_reserves_edge=arguments.reserve,
        **json.loads(arguments.settings),
    )
    return run_desktop(
        open_link=lambda: link,
        chosen=settings,
        on_shown=on_shown,
        url=arguments.url,
        lock_file=Path(arguments.lock) if arguments.lock else None,
    )


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("kind", choices=("softphone", "sidebar"))
    parser.add_argument("--call", default="drawn")
    parser.add_argument("--side", default="right")
    parser.add_argument("--theme", default="light")
    parser.add_argument("--reserve", action="store_true")
    parser.add_argument("--takes-focus", action="store_true")
    parser.add_argument("--shot", default="")
    parser.add_argument("--settings", default="{}", help="more settings, as JSON")
    parser.add_argument("--lock", default="")
    parser.add_argument("--url", default="")
    arguments = parser.parse_args()
    return _softphone() if arguments.kind == "softphone" else _sidebar(arguments)


if __name__ == "__main__":
    sys.exit(main())
