"""What the live board is told of the running call, folded from its events. Plain Python."""

from dataclasses import dataclass, field, replace

from assist.core.codec import type_name
from assist.core.events import (
    CUE_ENDINGS,
    CallEnded,
    CallStarted,
    CueEvent,
    CueRaised,
    CueShown,
    Detection,
    DetectionWithdrawn,
    Event,
    FeelingChanged,
    FinalResult,
    HelpWithdrawn,
    LeadsWatching,
    LeadWrote,
    MomentFlagged,
    PauseSet,
    PromiseDropped,
    PromiseMade,
)
from assist.core.live import (
    NEEDS,
    LivePromise,
    LivePrompt,
    LiveReport,
    LiveState,
    LiveWords,
    Need,
    Said,
)
from assist.core.words import Party
from assist.session.summary import RISKS

_MANAGER = "ask_supervisor"
_SAID_KEPT = 40
"""Utterances that a watching lead is shown: the last minutes of the call."""
_PROMPTS_KEPT = 12


@dataclass(slots=True, kw_only=True)
class LiveFold:
    """One call; `handle` folds an event in, `report` says what leads may know of it.

    A detection made from a partial counts: a customer may go on for half a minute before the final
    result. What the final takes back, leaves the board again.
    """

    call: str = ""
    seen: int = 0
    watchers: tuple[str, ...] = ()
    _is_private: bool = False
    _has_asked: bool = False
    _managers: set[int] = field(default_factory=set)
    _risks: set[int] = field(default_factory=set)
    _felt: FeelingChanged | None = None
    _is_paused: bool = False
    _raised: dict[int, CueRaised] = field(default_factory=dict)
    _prompts: dict[int, LivePrompt] = field(default_factory=dict)
    _promises: dict[int, PromiseMade] = field(default_factory=dict)
    _said: list[Said] = field(default_factory=list)

    def handle(self, event: Event) -> None:
        """Take in the call's next event; `CallStarted` begins anew, `CallEnded` needs nobody."""
        match event:
            case CallStarted():
                self._begin(event)
            case CallEnded():
                self._begin(None)
            case FinalResult():
                self._hear(event)
            case CueEvent():
                self._cue(event)
            case _:
                self._fact(event)

    @property
    def needs(self) -> tuple[Need, ...]:
        """Why leads should look, the most pressing first; nothing for a private call."""
        if not self.call or self._is_private:
            return ()
        found = {
            Need.HELP: self._has_asked,
            Need.MANAGER: bool(self._managers),
            Need.AT_RISK: bool(self._risks),
        }
        return tuple(need for need in NEEDS if found[need])

    def report(self, *, has_words: bool) -> LiveReport:
        """The call as it stands; `has_words`: with what was said and advised."""
        state = LiveState(
            is_paused=self._is_paused,
            prompts=tuple(self._prompts.values()),
            promises=tuple(map(_promise, self._promises.values())),
        )
        if (felt := self._felt) is not None:
            state = replace(
                state,
                feeling=felt.feeling,
                intensity=felt.intensity,
                level=felt.level,
                trend=felt.trend,
            )
        return LiveReport(
            call=self.call,
            needs=self.needs,
            state=state,
            words=self._words() if has_words else None,
            seen=self.seen,
        )

    def _words(self) -> LiveWords:
        felt = self._felt
        return LiveWords(
            feeling=felt.evidence.text if felt is not None and felt.evidence is not None else "",
            headlines={
                cue: self._raised[cue].headline for cue in self._prompts if cue in self._raised
            },
            promises={
                number: " · ".join(filter(None, (made.what, made.due)))
                for number, made in self._promises.items()
            },
            said=tuple(self._said),
        )

    def _begin(self, started: CallStarted | None) -> None:
        fresh = LiveFold()
        for name in self.__dataclass_fields__:
            setattr(self, name, getattr(fresh, name))
        if started is not None:
            self.call, self._is_private = started.call, started.is_private

    def _hear(self, event: FinalResult) -> None:
        if event.text:
            self._said.append(Said(party=event.party, at=event.start, text=event.text))
            del self._said[:-_SAID_KEPT]

    def _cue(self, event: CueEvent) -> None:
        if isinstance(event, CueRaised):
            self._raised[event.cue] = event
        elif isinstance(event, CueShown):
            raised = self._raised.get(event.cue)
            title = "" if raised is None else raised.title
            shown = LivePrompt(cue=event.cue, rule=event.rule, title=title)
            self._prompts.setdefault(event.cue, shown)
            for cue in list(self._prompts)[:-_PROMPTS_KEPT]:
                del self._prompts[cue]
        elif isinstance(event, CUE_ENDINGS) and event.cue in self._prompts:
            ending = type_name(type(event)).removeprefix("cue_")
            self._prompts[event.cue] = replace(self._prompts[event.cue], ending=ending)

    def _fact(self, event: Event) -> None:
        match event:
            case Detection(label=label, party=Party.CUSTOMER) if label in RISKS:
                (self._managers if label == _MANAGER else self._risks).add(event.number)
            case DetectionWithdrawn():
                self._managers.discard(event.number)
                self._risks.discard(event.number)
            case MomentFlagged(kind="help"):
                self._has_asked = True
            case HelpWithdrawn():
                self._has_asked = False
            case FeelingChanged():
                self._felt = event
            case PauseSet():
                self._is_paused = event.is_paused
            case PromiseMade():
                self._promises[event.promise] = event
            case PromiseDropped():
                self._promises.pop(event.promise, None)
            case LeadsWatching():
                self.watchers = event.names
            case LeadWrote():
                self.seen = max(self.seen, event.line)


def _promise(made: PromiseMade) -> LivePromise:
    return LivePromise(
        promise=made.promise,
        due_at=made.due_at,
        is_concrete="when" not in made.missing,
    )
