"""What the session thread of a live call is told by the other threads."""

from collections.abc import Callable
from dataclasses import dataclass

from assist.core.audio import SideTrouble
from assist.core.events import Input
from assist.core.notices import Trouble
from assist.core.words import Party
from assist.session.listener import ListenerMessage

MakeInput = Callable[[int], Input]
"""Makes an action's input, given the call time at which it is handled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    make: MakeInput
    at: int = 0
    """Not before this call time."""
    token: str = ""
    """Of the command it comes of (`core.commands.Command.token`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mute:
    party: Party
    is_muted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Painted:
    cue: int
    painted_at_ns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    trouble: Trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    reason: str
    is_over: bool = True
    """Whether the call is over with it; else it was put away, to be gone on with."""


LiveMessage = ListenerMessage | SideTrouble | Act | Mute | Painted | Say | End
