"""What both drivers do with a raw input: echo, redaction, the session, the journal.

    input -> EchoFilter -> AnnouncementFilter -> CardTalk -> Redactor -> CardTalk's veil
          -> (drop repeats, keep time) -> CallSession -> journal, publish

Used by one thread. What leaves the redactor is all that is ever kept or shown.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from assist.core.audio import AudioBlock
from assist.core.events import (
    AudioLost,
    CallEnded,
    CommandTaken,
    CuePainted,
    Event,
    FinalResult,
    Input,
    Output,
    PartialResult,
    PauseSet,
    VoiceActivity,
)
from assist.core.words import Party
from assist.privacy.cardtalk import CardTalk
from assist.privacy.redaction import Redactor
from assist.session.announcements import AnnouncementFilter
from assist.session.call import CallSession
from assist.session.echo import EchoFilter
from assist.session.journal_writer import EventLog


class Intake:
    """Handles a call's inputs in the order given; `publish` gets each and its outputs.

    The order of the inputs of both sides is the order of arrival: what is journaled is what was
    handled, so a replay needs nothing else. Call time never goes back: results, ticks and actions
    are put at the latest call time so far if they lie before it. Only `VoiceActivity` and
    `AudioLost` keep their own moment, which may lie in the past.
    """

    def __init__(
        self,
        session: CallSession,
        publish: Callable[[Event], None],
        *,
        journal: EventLog | None = None,
        now_ms: int = 0,
        pauses_for_cards: bool = False,
    ) -> None:
        self._session = session
        self._publish = publish
        self._journal = journal
        self._echo = EchoFilter()
        self._announcements = AnnouncementFilter()
        self._redactor = Redactor()
        self._card_talk = CardTalk() if pauses_for_cards else None
        self._partials: dict[Party, tuple[int, str]] = {}
        self._now_ms = now_ms
        self._token = ""

    @property
    def now_ms(self) -> int:
        """The latest call time handled."""
        return self._now_ms

    def hear(self, party: Party, at: int, dbfs: int) -> None:
        """A side's level over the block ending at `at`; before that block's results."""
        self._echo.hear(party, at, dbfs)

    def recall(self, events: tuple[Event, ...]) -> None:
        """Let a resumed call's stages know what was said just before; nothing is published.

        The redactor needs to know what was asked for: the answer may come to this engine.
        """
        for event in events:
            if isinstance(event, PartialResult | FinalResult):
                self._echo.handle(event)
            if isinstance(event, FinalResult):
                self._redactor.handle(event)
            elif isinstance(event, PauseSet) and self._card_talk is not None:
                self._card_talk.recall(event)
        # What it holds back of these was let go by the engine before.
        self._redactor.handle(CallEnded(at=self._now_ms, reason=""))

    def handle(self, event: Input, *, token: str = "") -> None:
        """Take one raw input through every stage; `token` is kept in the journal beside it."""
        self._token = token
        for clean in self._cleaned(event):
            self._handle_clean(clean)
        if self._token:  # nothing was made of the action
            self.emit(None, ())

    def let_go(self) -> None:
        """Handle what the stages hold back, as at the call's end, though the call is not over."""
        for clean in self._cleaned(CallEnded(at=self._now_ms, reason="")):
            if not isinstance(clean, CallEnded):
                self._handle_clean(clean)

    def _cleaned(self, event: Input) -> Iterator[Input]:
        for heard in self._echo.handle(event):
            for spoken in self._announcements.handle(heard):
                yield from self._redacted(spoken)

    def _redacted(self, spoken: Input) -> Iterator[Input]:
        talk = self._card_talk
        if talk is None:
            yield from self._redactor.handle(spoken)
            return
        yield from talk.handle(spoken)
        for clean in self._redactor.handle(spoken):
            yield talk.veil(clean)

    def kept(self, block: AudioBlock) -> AudioBlock:
        """What of a block of sound may be kept: silence while card details are given.

        May be called by another thread than the rest.
        """
        if self._card_talk is None or not self._card_talk.is_on:
            return block
        return replace(block, samples=bytes(len(block.samples)))

    def _handle_clean(self, event: Input) -> None:
        if isinstance(event, PartialResult | FinalResult) and self._is_repeat(event):
            return
        if not isinstance(event, VoiceActivity | AudioLost | CuePainted):
            if event.at < self._now_ms:
                event = replace(event, at=self._now_ms)
            self._now_ms = event.at
        self.emit(event, self._session.handle(event))

    def emit(self, event: Input | None, outputs: tuple[Output, ...]) -> None:
        """Journal and publish an input with what it caused."""
        events: tuple[Event, ...] = outputs if event is None else (event, *outputs)
        if self._token:
            # In one piece with what it stands for: a dead engine has both or neither.
            events += (CommandTaken(at=self._now_ms, token=self._token),)
            self._token = ""
        if self._journal is not None:
            self._journal.append(events)
        for each in events:
            self._publish(each)

    def _is_repeat(self, event: PartialResult | FinalResult) -> bool:
        """Whether a partial says nothing new."""
        if isinstance(event, FinalResult):
            self._partials.pop(event.party, None)
            return False
        shown = (event.utterance, event.text)
        if self._partials.get(event.party) == shown:
            return True
        self._partials[event.party] = shown
        return False
