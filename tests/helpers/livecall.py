"""A live call on a source driven by hand, with everything it keeps in memory."""

from collections.abc import Iterable

from assist.core.audio import AudioBlock
from assist.core.events import (
    CallStarted,
    Event,
)
from assist.core.interfaces import RecognizerResult, SpeechModel
from assist.core.notices import Trouble
from assist.core.words import Party
from assist.session.live import LiveCall
from assist.session.resume import ResumePoint
from assist.session.sleeping import SleepWatch
from tests.helpers.clock import ManualClock
from tests.helpers.session import Collector, ManualSource, make_session
from tests.helpers.speech import ScriptedModel, final, partial

STARTED = CallStarted(at=0, call="c1", started_at="2026-11-22T10:00:00+00:00", source="live")
DEAD_END = "there is nothing i can do"


class MemoryLog:
    """A journal in memory."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.is_closed = False

    def append(self, events: Iterable[Event]) -> None:
        assert not self.is_closed
        self.events += events

    def close(self) -> None:
        self.is_closed = True


class MemorySpool:
    """A spool in memory; fails where it is told to."""

    def __init__(self, *, fails: bool = False) -> None:
        self.blocks: list[AudioBlock] = []
        self.is_closed = False
        self._fails = fails

    def append(self, block: AudioBlock) -> None:
        if self._fails:
            raise OSError(28, "No space left on device")
        self.blocks.append(block)

    def close(self) -> None:
        self.is_closed = True


def words(text: str, start: int) -> list[tuple[str, int, int]]:
    return [(word, start + 100 * n, start + 100 * n + 90) for n, word in enumerate(text.split())]


def agent_says(text: str, *, at: int = 900, utterance: int = 0) -> list[RecognizerResult]:
    """A partial, and its final 600 ms later."""
    start = at - 100 * len(text.split())
    return [
        partial(Party.AGENT, at, text, utterance=utterance, start=start),
        final(Party.AGENT, at + 600, words(text, start), utterance=utterance),
    ]


class Live:
    """A live call on a source driven by hand."""

    def __init__(
        self,
        script: dict[Party, list[RecognizerResult]] | None = None,
        *,
        source: ManualSource | None = None,
        model: SpeechModel | None = None,
        resume: ResumePoint | None = None,
        spool: MemorySpool | None = None,
        started: CallStarted = STARTED,
        pauses_for_cards: bool = False,
        sleep: SleepWatch | None = None,
    ) -> None:
        self.published = Collector()
        self.closed = Collector()
        self.journal = MemoryLog()
        self.spool = spool or MemorySpool()
        self.source = source or ManualSource()
        self.clock = ManualClock()
        self.session = make_session()
        self.call = LiveCall(
            source=self.source,
            model=model or ScriptedModel(script or {}),
            session=self.session,
            started=started,
            publish=self.published,
            on_closed=lambda: self.closed(Trouble(sentence="closed")),
            journal=self.journal,
            spool=self.spool,
            gate=False,
            resume=resume,
            clock_ns=self.clock.ns,
            pauses_for_cards=pauses_for_cards,
            sleep=sleep,
        )

    def start(self) -> "Live":
        self.call.start()
        return self

    def end(self) -> list[Event]:
        """End the call; all its events."""
        self.call.end("operator")
        assert self.call.wait(60)
        return self.published.events
