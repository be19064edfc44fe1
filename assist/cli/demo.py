"""`assist demo`: plays the shipped call at real speed, in the sidebar or in the terminal."""

import argparse
import os
import sys

from rich.console import Console

from assist import app
from assist.cli.common import Subparsers, add_command
from assist.cli.watch import watch_call
from assist.core.commands import StartCall
from assist.core.errors import UsageError

_EXAMPLES = """\
assist demo                 in the sidebar where there is a screen, else here
assist demo --terminal      here
assist demo --speed 4       four times as fast"""


def add_parser(subparsers: Subparsers) -> None:
    parser = add_command(
        subparsers,
        "demo",
        help="play the shipped demo call into the sidebar, or into the terminal",
        examples=_EXAMPLES,
        run=run,
    )
    parser.add_argument("--speed", default="1", help="1 is real time (the default)")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--window", action="store_true", help="in the sidebar")
    where.add_argument("--terminal", action="store_true", help="in this terminal")


def run(args: argparse.Namespace) -> int:
    speed = _speed(args.speed)
    if args.window or (has_display() and not args.terminal):
        status = args.open_desktop(speed)
        assert isinstance(status, int)
        return status
    console = Console()
    if not has_display():
        console.print(
            "No screen found, so the demo call plays here. "
            "On a desktop, [bold]assist demo --window[/bold] opens the sidebar.\n",
            style="dim",
        )
    with app.connect() as link:
        return watch_call(link, StartCall(source="demo", speed=speed), console)


def _speed(text: str) -> float:
    try:
        speed = float(text)
    except ValueError:
        speed = 0.0
    if not 0.1 <= speed <= 20:
        raise UsageError(f"--speed {text}: give a number from 0.1 to 20; 1 is real time.")
    return speed


def has_display() -> bool:
    """Whether a window could be opened here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
