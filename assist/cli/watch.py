"""Starts a call in the engine and follows it in the terminal until it is saved."""

import contextlib
import signal
import sys
from collections.abc import Callable, Iterator
from types import FrameType

from rich.console import Console

from assist.cli.terminal import TerminalView
from assist.core import codec, notices
from assist.core.commands import EndCall, StartCall
from assist.core.errors import AssistError
from assist.core.events import Event
from assist.core.interfaces import EngineLink

_WAIT_S = 0.5
_SILENCE_LIMIT_S = 60
"""An engine silent for this long is not there any more: levels come ten times a second."""


class CallFailed(AssistError):
    """The call could not begin or was cut off."""


def watch_call(link: EngineLink, start: StartCall, console: Console) -> int:
    """Run one call and show it on `console`; returns the exit status.

    Ctrl-C ends the call and waits for the wrap-up.
    """
    with TerminalView(console) as view:
        status = _follow(link, start, view.handle)
        saved = view.saved
    if saved:
        console.print(f"Saved as call [bold]{saved.call}[/bold]: {saved.journal}", soft_wrap=True)
        console.print(f"Look at it again with: assist calls show {saved.call}", style="dim")
    return status


def print_events(link: EngineLink, start: StartCall) -> int:
    """Run one call and print its events as JSON lines; returns the exit status."""

    def show(message: Event | notices.Notice) -> None:
        if isinstance(message, Event):
            sys.stdout.write(codec.to_line(message).decode() + "\n")
            sys.stdout.flush()

    return _follow(link, start, show)


def _follow(
    link: EngineLink, start: StartCall, show: Callable[[Event | notices.Notice], None]
) -> int:
    """Show what comes until the call is saved; 130 after Ctrl-C, else 0."""
    link.send(start)
    quiet_s = 0.0
    is_ending = False
    with _interrupts() as was_interrupted:
        while True:
            message = link.receive(_WAIT_S)
            if was_interrupted() and not is_ending:
                is_ending = True
                print("assist: stopped; ending and saving the call.", file=sys.stderr)
                with contextlib.suppress(AssistError):
                    link.send(EndCall())
            if message is None:
                quiet_s += _WAIT_S
                if quiet_s > _SILENCE_LIMIT_S:
                    raise CallFailed("The engine does not answer; run 'assist doctor'.")
                continue
            quiet_s = 0.0
            if isinstance(message, notices.Trouble) and message.is_fatal:
                raise CallFailed(message.sentence)
            show(message)
            if isinstance(message, notices.CallSaved):
                return 130 if is_ending else 0


@contextlib.contextmanager
def _interrupts() -> Iterator[Callable[[], bool]]:
    """Tells whether Ctrl-C was pressed, which interrupts nothing; a second one ends at once."""
    pressed = 0

    def note(number: int, frame: FrameType | None) -> None:
        nonlocal pressed
        pressed += 1
        if pressed > 1:
            raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, note)
    try:
        yield lambda: pressed > 0
    finally:
        signal.signal(signal.SIGINT, before)
