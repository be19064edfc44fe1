"""Starts a call in the engine and follows it in the terminal until it is saved."""

import contextlib
import sys
from collections.abc import Callable

from rich.console import Console

from assist.cli.terminal import TerminalView
from assist.core import codec, notices
from assist.core.commands import EndCall, StartCall
from assist.core.errors import AssistError
from assist.core.events import CallEnded, Event
from assist.core.interfaces import EngineLink

_WAIT_S = 0.5
_SILENCE_LIMIT_S = 60
"""An engine silent for this long is not there any more: levels come ten times a second."""


class CallFailed(AssistError):
    """The call could not begin or was cut off."""


def watch_call(link: EngineLink, start: StartCall, console: Console) -> int:
    """Run one call and show it on `console`. Ctrl-C ends the call and waits for the wrap-up."""
    with TerminalView(console) as view:
        _follow(link, start, view.handle)
        saved = view.saved
    if saved:
        console.print(f"Saved as call [bold]{saved.call}[/bold]: {saved.journal}")
        console.print(f"Look at it again with: assist calls show {saved.call}", style="dim")
    return 0


def print_events(link: EngineLink, start: StartCall) -> int:
    """Run one call and print its events as JSON lines."""

    def show(message: Event | notices.Notice) -> None:
        if isinstance(message, Event):
            sys.stdout.write(codec.to_line(message).decode() + "\n")
            sys.stdout.flush()

    _follow(link, start, show)
    return 0


def _follow(
    link: EngineLink, start: StartCall, show: Callable[[Event | notices.Notice], None]
) -> None:
    link.send(start)
    quiet_s = 0.0
    is_ending = False
    while True:
        try:
            message = link.receive(_WAIT_S)
        except KeyboardInterrupt:
            if is_ending:
                raise
            is_ending = True
            with contextlib.suppress(AssistError):
                link.send(EndCall())
            continue
        if message is None:
            quiet_s += _WAIT_S
            if quiet_s > _SILENCE_LIMIT_S:
                raise CallFailed("The engine does not answer; run 'assist doctor'.")
            continue
        quiet_s = 0.0
        if isinstance(message, notices.Trouble) and message.is_fatal:
            raise CallFailed(message.sentence)
        is_ending = is_ending or isinstance(message, CallEnded)
        show(message)
        if isinstance(message, notices.CallSaved):
            return
