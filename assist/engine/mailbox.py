"""What the service's thread is told by the others."""

from collections.abc import Callable
from dataclasses import dataclass

from assist.core.commands import Command
from assist.core.notices import Notice

Reply = Callable[[Notice], None]
"""Answers the one who sent a command."""


@dataclass(frozen=True, slots=True)
class Commanded:
    command: Command
    reply: Reply


@dataclass(frozen=True, slots=True)
class ClientsCounted:
    count: int


@dataclass(frozen=True, slots=True)
class CallClosed:
    call: str


@dataclass(frozen=True, slots=True)
class Todo:
    act: Callable[[], None]


ServiceMessage = Commanded | ClientsCounted | CallClosed | Todo
