"""Sound and sinks for tests of drivers: a source driven by hand, a collector to wait on."""

import threading
from collections.abc import Callable
from typing import TypeVar

from assist.core.audio import BLOCK_MS, SAMPLES_PER_MS, AudioBlock, SideTrouble
from assist.core.events import Event
from assist.core.interfaces import BlockSink, TroubleSink
from assist.core.notices import Notice
from assist.core.words import Party
from assist.cues.playbook import parse_playbook
from assist.session.call import CallSession

GENEROUS_S = 30.0
"""A limit for hangs only."""

LOUD = (1000).to_bytes(2, "little", signed=True) * (BLOCK_MS * SAMPLES_PER_MS)
SILENT = bytes(2 * BLOCK_MS * SAMPLES_PER_MS)

_Message = TypeVar("_Message", bound=Event | Notice)


class ManualSource:
    """An `AudioSource` that sends what the test tells it to, from the test's thread."""

    def __init__(
        self,
        parties: tuple[Party, ...] = (Party.AGENT, Party.CUSTOMER),
        *,
        fails: Exception | None = None,
    ) -> None:
        self.parties = parties
        self.finished = False
        self.is_stopped = threading.Event()
        self._fails = fails
        self._sink: BlockSink | None = None
        self._trouble: TroubleSink | None = None
        self._index = dict.fromkeys(parties, 0)

    def start(self, sink: BlockSink, trouble: TroubleSink) -> None:
        if self._fails is not None:
            raise self._fails
        self._sink, self._trouble = sink, trouble

    def stop(self) -> None:
        self.is_stopped.set()

    def send(self, party: Party, samples: bytes = LOUD, *, stamp_ns: int = 0) -> None:
        """The party's next block."""
        assert self._sink is not None
        index = self._index[party]
        self._index[party] += len(samples) // 2
        self._sink(AudioBlock(party=party, index=index, samples=samples, stamp_ns=stamp_ns))

    def send_both(self, count: int = 1, samples: bytes = LOUD) -> None:
        for _ in range(count):
            for party in self.parties:
                self.send(party, samples)

    def skip(self, party: Party, ms: int) -> None:
        """Lose sound: the next block's index jumps."""
        self._index[party] += ms * SAMPLES_PER_MS

    def tell(self, trouble: SideTrouble) -> None:
        assert self._trouble is not None
        self._trouble(trouble)


class Collector:
    """Keeps everything published and lets a test wait for what it expects."""

    def __init__(self) -> None:
        self._messages: list[Event | Notice] = []
        self._changed = threading.Condition()

    def __call__(self, message: Event | Notice) -> None:
        with self._changed:
            self._messages.append(message)
            self._changed.notify_all()

    @property
    def messages(self) -> list[Event | Notice]:
        with self._changed:
            return list(self._messages)

    @property
    def events(self) -> list[Event]:
        return [message for message in self.messages if isinstance(message, Event)]

    def of(self, kind: type[_Message]) -> list[_Message]:
        return [message for message in self.messages if isinstance(message, kind)]

    def wait_for(
        self, kind: type[_Message], matches: Callable[[_Message], bool] = lambda message: True
    ) -> _Message:
        """The first message of a kind that matches, waiting for it."""

        def found() -> _Message | None:
            return next((m for m in self._messages if isinstance(m, kind) and matches(m)), None)

        with self._changed:
            assert self._changed.wait_for(lambda: found() is not None, GENEROUS_S), (
                f"no {kind.__name__} among {[type(m).__name__ for m in self._messages]}"
            )
            message = found()
            assert message is not None
            return message


PLAYBOOK = """\
schema = 1
name = "Test"

[attention]
minimum_gap_s = 0

[[rule]]
id = "dead_end"
title = "Offer a way on"
urgency = "urgent"
max_per_call = 1
when = { said = "there is nothing i can do", by = "agent" }

[[rule.wording]]
headline = "Say what you can do"

[[rule]]
id = "at_risk"
title = "Keep the customer"
max_per_call = 1
when = { said = "cancel my account", by = "customer" }

[[rule.wording]]
headline = "Ask what would help"
"""


def make_session() -> CallSession:
    """A call session on the small playbook of the tests."""
    return CallSession(parse_playbook(PLAYBOOK, name="test"))
