"""The real window, telling what reaches it: one JSON line each, stamped with the monotonic clock.

    python -m tests.reliability.probe

Everything is the app's own (engine, settings, window); only the line to the engine is looked at on
its way. Told are a greeting, a snapshot, the first tick after each, and each prompt on the card.
"""

import json
import sys
import time

from assist import app
from assist.core.commands import Command
from assist.core.events import CueShown, Event, Tick
from assist.core.interfaces import EngineLink
from assist.core.notices import Hello, Notice, SnapshotStarted
from assist.ui.callstate import Phase
from assist.ui.main import run_desktop
from assist.ui.sidebar.window import SidebarWindow


def _tell(what: str, at: int = 0) -> None:
    line = {"what": what, "at": at, "ns": time.monotonic_ns()}
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


class TellingLink:
    """An `EngineLink` that tells what it hands on."""

    def __init__(self, link: EngineLink) -> None:
        self._link = link

    def send(self, command: Command) -> None:
        self._link.send(command)

    def receive(self, timeout_s: float) -> Event | Notice | None:
        message = self._link.receive(timeout_s)
        match message:
            case Hello():
                _tell("hello")
            case SnapshotStarted(events=events):
                _tell("snapshot", events)
            case Tick(at=at):
                _tell("tick", at)
            case CueShown(at=at):
                _tell("cue", at)
        return message

    def close(self) -> None:
        self._link.close()


def main() -> int:
    def on_shown(window: SidebarWindow) -> None:
        _tell("shown")
        window.state_shown.connect(
            lambda: _tell("in_call" if window.state.phase is Phase.CALL else "not_in_call")
        )

    return run_desktop(
        open_link=lambda: TellingLink(app.open_link()),
        chosen=app.load_settings(),
        on_shown=on_shown,
    )


if __name__ == "__main__":
    sys.exit(main())
