"""What every event is: a time in the call, and which way it goes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Base of every event."""

    at: int


class Input(Event):
    """An event that enters the session from outside."""

    __slots__ = ()


class Output(Event):
    """An event that the session made."""

    __slots__ = ()
