"""What was sent to the engine and is not on its disk yet: sent again should the engine die."""

import secrets
from collections.abc import Iterable
from dataclasses import replace

from assist.core.commands import (
    Command,
    DismissCue,
    EditPromise,
    FlagMoment,
    MarkCue,
    SetName,
    SetOutcome,
    SetPause,
    WithdrawHelp,
    WordFlag,
    WriteNote,
    WriteSummary,
)

LASTING = (
    DismissCue,
    EditPromise,
    FlagMoment,
    MarkCue,
    SetName,
    SetOutcome,
    SetPause,
    WithdrawHelp,
    WordFlag,
    WriteNote,
    WriteSummary,
)
"""Commands that a call remembers; of the others a user sees that nothing came, and asks again."""

_MOST = 100
"""More than anybody clicks while an engine restarts."""


class Unsettled:
    """The commands that wait for their `CommandKept`, in the order given. No lock of its own."""

    def __init__(self) -> None:
        self._commands: dict[str, Command] = {}

    def note(self, command: Command) -> Command:
        """The command to send: with a token, where it lasts. The oldest make room."""
        if not isinstance(command, LASTING) or command.token:
            return command
        marked = replace(command, token=secrets.token_hex(8))
        self._commands[marked.token] = marked
        if len(self._commands) > _MOST:
            del self._commands[next(iter(self._commands))]
        return marked

    def settle(self, token: str) -> None:
        self._commands.pop(token, None)

    def before(self, unsent: Iterable[Command]) -> tuple[Command, ...]:
        """All that is to be sent on a new line: what waits here, then the rest of `unsent`."""
        rest = (each for each in unsent if each.token not in self._commands)
        return (*self._commands.values(), *rest)
