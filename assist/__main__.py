"""Start the app: `assist` (the desktop), `assist COMMAND …`, or the engine process."""

import sys
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from assist.core.review import ReviewCall, Waveform
    from assist.core.team import TeamFigures


def main() -> int:
    """Entry point of the installed `assist` command; returns the exit status."""
    try:
        return _main()
    except KeyboardInterrupt:  # before the command line, which says the same, was there to catch it
        print("assist: stopped.", file=sys.stderr)
        return 130
    except (MemoryError, ImportError) as error:
        from assist.engine.memory import is_used_up

        if not is_used_up(error):
            raise
        print(
            "assist: There is not enough memory; close other programs and try again.",
            file=sys.stderr,
        )
        return 1


def _main() -> int:
    if getattr(sys, "frozen", False):
        # First of all: in a frozen bundle a child process of multiprocessing never comes further.
        import multiprocessing  # 20 ms that a softphone should not wait for

        multiprocessing.freeze_support()
    from assist import paths
    from assist.hardening import close_folders, harden

    harden()
    close_folders((paths.config_dir(), paths.state_dir()))
    from assist.cli import main as command_line

    return command_line(
        sys.argv[1:],
        open_desktop=_open_desktop,
        open_editor=_open_editor,
        open_review=_open_review,
        print_call=_print_call,
        print_team=_print_team,
        open_url=_open_url,
    )


def _open_desktop(demo_speed: float | None) -> int:
    _load_windows()
    from assist.ui.main import run_desktop

    return run_desktop(demo_speed=demo_speed)


def _open_url(url: str) -> int:
    _load_windows()
    from assist.ui.main import run_desktop

    return run_desktop(url=url)


def _open_editor(layer: str) -> int:
    _load_windows()
    from assist.ui.main import run_editor

    return run_editor(layer)


def _open_review(is_agent: bool, is_local: bool) -> int:
    _load_windows()
    from assist.ui.main import run_review

    return run_review(is_agent=is_agent, is_local=is_local)


def _print_call(page: str, call: "ReviewCall", waveform: "Waveform | None", file: "Path") -> None:
    _load_windows()
    from assist.ui.main import print_call

    print_call(page, call, waveform, file)


def _print_team(page: str, figures: "TeamFigures", file: "Path") -> None:
    _load_windows()
    from assist.ui.main import print_team

    print_team(page, figures, file)


def _load_windows() -> None:
    """Load Qt, which only windows need. Raises KeyboardInterrupt after it, where one came.

    One that came within would be an ImportError: the bindings make that of it.
    """
    import importlib
    import signal

    was_interrupted = False

    def note(number: int, frame: FrameType | None) -> None:
        nonlocal was_interrupted
        was_interrupted = True

    before = signal.getsignal(signal.SIGINT)
    is_held = before is signal.default_int_handler
    if is_held:
        signal.signal(signal.SIGINT, note)
    try:
        importlib.import_module("assist.ui.main")
    finally:
        if is_held:
            signal.signal(signal.SIGINT, before)
    if was_interrupted:
        raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
