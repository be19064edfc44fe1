"""Start the app: `assist` (the desktop), `assist COMMAND …`, or the engine process."""

import sys


def main() -> int:
    """Entry point of the installed `assist` command; returns the exit status."""
    if getattr(sys, "frozen", False):
        # First of all: in a frozen bundle a child process of multiprocessing never comes further.
        import multiprocessing  # 20 ms that a softphone should not wait for

        multiprocessing.freeze_support()
    from assist.cli import main as command_line

    return command_line(sys.argv[1:], open_desktop=_open_desktop, open_editor=_open_editor)


def _open_desktop(demo_speed: float | None) -> int:
    # Qt is loaded only when a window is wanted.
    from assist.ui.main import run_desktop

    return run_desktop(demo_speed=demo_speed)


def _open_editor(layer: str) -> int:
    from assist.ui.main import run_editor

    return run_editor(layer)


if __name__ == "__main__":
    sys.exit(main())
