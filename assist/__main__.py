"""Start the app: `assist` (the desktop), `assist COMMAND …`, or the engine process."""

import multiprocessing
import sys

from assist.cli import main as command_line


def _open_desktop(demo_speed: float | None) -> int:
    # Qt is loaded only when a window is wanted.
    from assist.ui.main import run_desktop

    return run_desktop(demo_speed=demo_speed)


def main() -> int:
    """Entry point of the installed `assist` command; returns the exit status."""
    return command_line(sys.argv[1:], open_desktop=_open_desktop)


if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
