"""What a call came to: facts gathered while it runs, and the `WrapUp` made of them."""

from collections import Counter

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
    MomentFlagged,
    NameLearned,
    OutcomeSet,
    PivotMarked,
    ProblemStated,
    PromiseMade,
    TalkRatio,
    WrapUp,
)

_THREATS = frozenset({"leave_cancel", "ask_supervisor", "social_media_public", "legal"})
"""The detectors' labels for words of a customer we may lose."""


class CallSummary:
    """Gathers the facts of one call. Pure: the same events give the same wrap-up."""

    def __init__(self) -> None:
        self._ended_at = 0
        self._outcome = ""
        self._name = ""
        self._problem = ""
        self._feelings: list[Feeling] = []
        self._risks: set[int] = set()
        self._has_risen = False
        self._agent_percent = 0
        self._promises: dict[int, PromiseMade] = {}
        self._raised: set[int] = set()
        self._shown: set[int] = set()
        self._heeded: set[int] = set()
        self._done: dict[str, None] = {}
        self._flags: list[str] = []
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
                self._problem = event.evidence.text
            case FeelingChanged() if event.feeling is not Feeling.NONE:
                self._feelings.append(event.feeling)
            case PivotMarked():
                self._has_risen = event.is_up
            case Detection() if event.label in _THREATS:
                self._risks.add(event.number)
            case Detection(label="driver", is_final=True):
                self._drivers.update(event.detail.split(","))
            case Detection(label="repeat_contact", is_final=True):
                self._drivers["repeat_contact"] += 1
            case DetectionWithdrawn():
                self._risks.discard(event.number)
            case TalkRatio():
                self._agent_percent = event.agent_percent
            case PromiseMade():
                self._promises[event.promise] = event
            case CueRaised():
                self._raised.add(event.cue)
            case CueShown():
                self._shown.add(event.cue)
            case CueHeeded():
                self._heeded.add(event.cue)
            case ChecklistChanged():
                self._note_item(event)
            case MomentFlagged():
                self._flags.append(_flag(event))
            case _:
                pass

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
            flags=tuple(self._flags),
            drivers=tuple(driver for driver, _ in self._drivers.most_common()),
        )

    def _likely_outcome(self, last: Feeling) -> str:
        """What the call looks like until the agent says so; "" where nothing speaks for any."""
        if self._promises:
            return "follow_up"
        if last is Feeling.GRATITUDE_RELIEF:
            return "resolved"
        if last.is_distress:
            return "unresolved"
        return ""


def _flag(event: MomentFlagged) -> str:
    seconds = event.at // 1000
    moment = f"{seconds // 60}:{seconds % 60:02d}"
    text = f"{moment} {event.note}".rstrip()
    return f"{text} (for a lead)" if event.for_lead else text
