"""What tests of the window need: a scripted engine link, a desktop that notes what is asked."""

import queue
from collections.abc import Iterable

from assist.core.commands import Command
from assist.core.errors import AssistError
from assist.core.events import Event
from assist.core.notices import Notice
from assist.ui.native.chords import Chord, Chords, Shortcut
from assist.ui.native.desktop import Edge, PressSink


class LineCut(AssistError):
    """The scripted link was told to break."""


class ScriptedLink:
    """An `EngineLink` that says what it is given and keeps what it is told."""

    def __init__(self, messages: Iterable[Event | Notice] = ()) -> None:
        self._messages: queue.Queue[Event | Notice | LineCut] = queue.Queue()
        self.sent: list[Command] = []
        self.commands: queue.Queue[Command] = queue.Queue()
        self.is_closed = False
        self.say(*messages)

    def say(self, *messages: Event | Notice) -> None:
        """Let the engine say these messages next."""
        for message in messages:
            self._messages.put(message)

    def cut(self, sentence: str = "The engine is gone.") -> None:
        """Break the line once everything said before has been read."""
        self._messages.put(LineCut(sentence))

    def send(self, command: Command) -> None:
        self.sent.append(command)
        self.commands.put(command)

    def receive(self, timeout_s: float) -> Event | Notice | None:
        try:
            message = self._messages.get(timeout=timeout_s)
        except queue.Empty:
            return None
        if isinstance(message, LineCut):
            raise message
        return message

    def close(self) -> None:
        self.is_closed = True


class NotingDesktop:
    """A `NativeDesktop` that does nothing and remembers everything."""

    limits = ""

    def __init__(self, active: int | None = 7) -> None:
        self.active = active
        self.activated: list[int] = []
        self.reserved: list[Edge | None] = []
        self.pressed: PressSink | None = None
        self.chords: dict[Shortcut, Chord] = {}
        self.taken: frozenset[str] = frozenset()
        self.shown: tuple[str, ...] = ()
        """The titles of the windows that are open."""
        self.is_closed = False

    def active_window(self) -> int | None:
        return self.active

    def activate(self, window: int) -> None:
        self.activated.append(window)

    def titles(self) -> tuple[str, ...]:
        return self.shown

    def reserve_edge(self, window: int, edge: Edge | None) -> bool:
        self.reserved.append(edge)
        return True

    def grab_shortcuts(self, pressed: PressSink, chords: Chords) -> tuple[Shortcut, ...]:
        self.pressed = pressed
        self.chords = dict(chords)
        return tuple(each for each, chord in chords.items() if chord.label in self.taken)

    def close(self) -> None:
        self.is_closed = True
