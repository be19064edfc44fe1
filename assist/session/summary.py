"""What a call came to: facts gathered while it runs, and the `WrapUp` made of them."""

import re
from collections import Counter
from dataclasses import replace

from assist.core.events import (
    CallEnded,
    ChecklistChanged,
    CueHeeded,
    CueRaised,
    CueShown,
    Detection,
    DetectionWithdrawn,
    Event,
    Feeling,
    FeelingChanged,
    FinalResult,
    FlagWorded,
    MomentFlagged,
    NameLearned,
    OutcomeSet,
    PivotMarked,
    ProblemStated,
    PromiseDropped,
    PromiseMade,
    TalkRatio,
    WrapUp,
)
from assist.core.words import Party
from assist.session.recap import DoneFacts

RISKS = frozenset({"leave_cancel", "ask_supervisor", "social_media_public", "legal", "giving_up"})
"""The detectors' labels for words of a customer we may lose; who gives up never complains again."""

_COURTESIES = re.compile(
    r"\b(?:please|thanks|thank you|appreciate|por favor|gracias|se lo agradezco)\b"
)
"""Thanks and pleases of the languages that calls are held in."""


class CallSummary:
    """Gathers the facts of one call. Pure: the same events give the same wrap-up."""

    def __init__(self) -> None:
        self._ended_at = 0
        self._outcome = ""
        self._name = ""
        self._problem = ""
        self._problem_at: int | None = None
        self._courtesies = 0
        self._barriers: set[int] = set()
        self._has_given_up = False
        self._is_resolved = False
        self._feelings: list[Feeling] = []
        self._risks: set[int] = set()
        self._has_risen = False
        self._agent_percent = 0
        self._promises: dict[int, PromiseMade] = {}
        self._raised: set[int] = set()
        self._shown: set[int] = set()
        self._heeded: set[int] = set()
        self._done: dict[str, None] = {}
        self._flags: list[MomentFlagged] = []
        self._facts = DoneFacts()
        self._drivers: Counter[str] = Counter()

    def note(self, event: Event) -> None:
        """Take in an input or an output of the call."""
        match event:
            case CallEnded():
                self._ended_at = event.at
            case OutcomeSet():
                self._outcome = event.outcome
            case NameLearned():
                self._name = event.name
            case ProblemStated() if not self._problem:
                self._problem, self._problem_at = event.evidence.text, event.evidence.end
            case FeelingChanged() if event.feeling is not Feeling.NONE:
                self._feelings.append(event.feeling)
            case PivotMarked():
                self._has_risen = event.is_up
            case Detection():
                self._note_detection(event)
            case DetectionWithdrawn():
                self._risks.discard(event.number)
            case TalkRatio():
                self._agent_percent = event.agent_percent
            case PromiseMade():
                self._promises[event.promise] = event
            case PromiseDropped():
                self._promises.pop(event.promise, None)
            case FinalResult():
                self._facts.note(event)
                if event.party is Party.AGENT:
                    self._courtesies += len(_COURTESIES.findall(event.text.lower()))
            case CueRaised():
                self._raised.add(event.cue)
            case CueShown():
                self._shown.add(event.cue)
            case CueHeeded():
                self._heeded.add(event.cue)
            case ChecklistChanged():
                self._note_item(event)
            case MomentFlagged():
                self._flags.append(event)
            case FlagWorded() if self._flags:
                self._flags[-1] = replace(self._flags[-1], note=event.note)
            case _:
                pass

    def _note_detection(self, event: Detection) -> None:
        if event.label in RISKS:
            self._risks.add(event.number)
        if not event.is_final:
            return
        match event.label:
            case "driver":
                self._drivers.update(event.detail.split(","))
            case "repeat_contact":
                self._drivers["repeat_contact"] += 1
            case "barrier":
                self._barriers.add(event.number)
            case "giving_up":
                self._has_given_up, self._is_resolved = True, False
            case "resolved":
                self._has_given_up, self._is_resolved = False, True
            case "dead_end":
                self._is_resolved = False

    def _note_item(self, event: ChecklistChanged) -> None:
        if event.is_done:
            self._done.setdefault(event.item)
        else:
            self._done.pop(event.item, None)

    def wrap_up(self, at: int) -> WrapUp:
        """The wrap-up as things stand."""
        first = self._feelings[0] if self._feelings else Feeling.NONE
        last = self._feelings[-1] if self._feelings else Feeling.NONE
        was_distressed = any(feeling.is_distress for feeling in self._feelings)
        turned_around = was_distressed and not last.is_distress and self._has_risen
        return WrapUp(
            at=at,
            duration_ms=self._ended_at,
            outcome=self._outcome or self._likely_outcome(last),
            customer_name=self._name,
            problem=self._problem,
            first_feeling=first,
            last_feeling=last,
            turned_around=turned_around,
            at_risk=bool(self._risks),
            agent_percent=self._agent_percent,
            promises=tuple(self._promises.values()),
            cues_raised=len(self._raised),
            cues_shown=len(self._shown),
            cues_heeded=len(self._heeded),
            checklist=tuple(self._done),
            flags=tuple(map(_flag, self._flags)),
            drivers=tuple(driver for driver, _ in self._drivers.most_common()),
            problem_at=self._problem_at,
            courtesies=self._courtesies,
            barriers=len(self._barriers),
            done=self._facts.lines(),
        )

    def _likely_outcome(self, last: Feeling) -> str:
        """What the call looks like until the agent says so; "" where nothing speaks for any."""
        if self._has_given_up:
            return "unresolved"  # "forget it" is no calm close
        if self._promises:
            return "follow_up"
        if last is Feeling.GRATITUDE_RELIEF or (self._is_resolved and not last.is_distress):
            return "resolved"
        if last.is_distress:
            return "unresolved"
        return ""


def _flag(event: MomentFlagged) -> str:
    seconds = event.at // 1000
    moment = f"{seconds // 60}:{seconds % 60:02d}"
    text = f"{moment} {event.note}".rstrip()
    if event.kind == "help":
        return f"{text} (help asked)"
    return f"{text} (for a lead)" if event.for_lead else text
