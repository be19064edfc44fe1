"""Starts a call in the engine and follows it in the terminal until it is saved."""

import contextlib
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator
from types import FrameType

from rich.console import Console

from assist.cli.keys import PressedKeys, terminal_keys
from assist.cli.terminal import TerminalView
from assist.core import codec, notices
from assist.core.commands import EndCall, StartCall
from assist.core.errors import AssistError
from assist.core.events import CallStarted, Event
from assist.core.interfaces import EngineLink

_WAIT_S = 0.5
_SILENCE_LIMIT_S = 60
"""An engine silent for this long is not there any more: levels come ten times a second."""
_LOADING_LIMIT_S = 600
"""While it loads a model it says nothing; a large one on a slow disk takes minutes."""
_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
"""What ends a call from outside; Windows has no SIGHUP."""


class CallFailed(AssistError):
    """The call could not begin or was cut off."""


def watch_call(
    link: EngineLink,
    start: StartCall,
    console: Console,
    keys: Callable[[], contextlib.AbstractContextManager[PressedKeys]] = terminal_keys,
) -> int:
    """Run one call and show it on `console`; returns the exit status.

    Ctrl-C, SIGTERM and SIGHUP end the call and wait for the wrap-up. Single keys put the prompt
    away and judge it.
    """
    with keys() as pressed, TerminalView(console) as view:

        def obey_keys() -> None:
            for key in pressed():
                if (command := view.command_of(key)) is not None:
                    link.send(command)

        status = _follow(link, start, view.handle, obey_keys)
        saved = view.saved
    if saved:
        console.print(f"Saved as call [bold]{saved.call}[/bold]: {saved.journal}", soft_wrap=True)
        console.print(f"Look at it again with: assist calls show {saved.call}", style="dim")
    if view.is_forgotten:
        why = "Private mode" if view.is_private_mode else "As was said when it began"
        console.print(f"{why}: nothing of this call was kept.")
    return status


def print_events(link: EngineLink, start: StartCall) -> int:
    """Run one call and print its events as JSON lines; returns the exit status."""

    def show(message: Event | notices.Notice) -> None:
        if isinstance(message, Event):
            sys.stdout.write(codec.to_line(message).decode() + "\n")
            sys.stdout.flush()

    return _follow(link, start, show)


class _OwnCall:
    """Finds the call that our own StartCall began among everything the engine tells.

    An engine that just started first closes the calls a dead one left, and tells of their starts
    and ends as well. Ours began after the snapshot, and it is the one the engine then reports to
    be listening to.
    """

    def __init__(self) -> None:
        self.id = ""
        self._in_snapshot = 0
        self._is_past_snapshot = False
        self._reported = ""
        self._started = ""
        self._held: deque[Event] = deque()

    def take(self, message: Event | notices.Notice) -> tuple[Event | notices.Notice, ...]:
        """What there is to show now of our call: nothing yet, or all that was held back too."""
        if self.id:
            return (message,)
        match message:
            case notices.SnapshotStarted() if not self._is_past_snapshot:
                self._is_past_snapshot = True
                self._in_snapshot = message.events
            case notices.StatusReport():
                self._reported = message.call
            case Event() if self._in_snapshot:
                self._in_snapshot -= 1
            case CallStarted():
                self._started = message.call
                self._held = deque([message])
            case Event():
                self._held.append(message)
            case notices.Trouble():
                return (message,)
        if not self._started or self._started != self._reported:
            return ()
        self.id = self._started
        return tuple(self._held)


def _follow(
    link: EngineLink,
    start: StartCall,
    show: Callable[[Event | notices.Notice], None],
    obey_keys: Callable[[], None] = lambda: None,
) -> int:
    """Show what comes until the call is saved; 128 and the signal's number after a signal, else 0.

    However this ends, the call ends with it: a microphone never goes on recording unwatched.
    """
    own = _OwnCall()
    failed: dict[str, str] = {}
    is_over = False
    try:
        with _interrupts() as interrupted_by:
            link.send(start)
            for message in _messages(link, interrupted_by):
                if isinstance(message, notices.Trouble) and message.is_fatal:
                    if not message.call:
                        # Refused: a call that runs in this engine is not ours to end.
                        is_over = not own.id
                        raise CallFailed(message.sentence)
                    failed[message.call] = message.sentence
                for each in own.take(message):
                    show(each)
                if own.id:
                    obey_keys()
                if own.id in failed:  # what befell another client's call is none of ours
                    raise CallFailed(failed[own.id])
                ends = notices.CallSaved | notices.CallForgotten
                if isinstance(message, ends) and message.call == own.id:
                    is_over = True
                    break
            number = interrupted_by()
            return 128 + number if number else 0
    finally:
        if not is_over:
            with contextlib.suppress(AssistError):
                link.send(EndCall())


def _messages(
    link: EngineLink, interrupted_by: Callable[[], int]
) -> Iterator[Event | notices.Notice]:
    """What the engine says; asks it to end the call at the first signal. Raises CallFailed."""
    quiet_s = 0.0
    trouble = ""
    is_ending = is_loading = False
    while True:
        message = link.receive(_WAIT_S)
        if interrupted_by() and not is_ending:
            is_ending = True
            with contextlib.suppress(OSError):  # after a hang-up nobody reads this
                print("assist: stopped; ending and saving the call.", file=sys.stderr)
            with contextlib.suppress(AssistError):
                link.send(EndCall())
        if message is None:
            quiet_s += _WAIT_S
            if quiet_s > (_LOADING_LIMIT_S if is_loading else _SILENCE_LIMIT_S):
                # Nothing came after a trouble that was told: that is what it waits for.
                raise CallFailed(trouble or "The engine does not answer; run 'assist doctor'.")
            continue
        quiet_s = 0.0
        if isinstance(message, notices.Trouble):
            trouble = message.sentence
        elif isinstance(message, Event):
            trouble = ""
        if isinstance(message, notices.StatusReport):
            is_loading = message.state == "loading"
        yield message


@contextlib.contextmanager
def _interrupts() -> Iterator[Callable[[], int]]:
    """Tells the number of the signal that came, if any; a second one ends at once."""
    first = 0

    def note(number: int, frame: FrameType | None) -> None:
        nonlocal first
        if first:
            raise KeyboardInterrupt
        first = number

    numbers = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
    # What nohup told us to ignore stays ignored.
    before = {
        number: signal.signal(number, note)
        for number in numbers
        if signal.getsignal(number) is not signal.SIG_IGN
    }
    try:
        yield lambda: first
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
