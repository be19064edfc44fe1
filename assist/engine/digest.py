"""The running call, condensed to what a client needs that comes in the middle of it."""

from assist.core.events import (
    CallStarted,
    ChecklistChanged,
    CommandTaken,
    Event,
    FinalResult,
    LagChanged,
    LeadsWatching,
    NameLearned,
    Pace,
    PartialResult,
    PauseSet,
    PromiseMade,
    SequenceChanged,
    SideHeard,
    SideSilent,
    TalkRatio,
    Tick,
    VoiceActivity,
)


class CallDigest:
    """Keeps a call's events, but of those that replace each other only the latest.

    What a client shows after `events()` is what it would show had it been there all the time.
    """

    def __init__(self) -> None:
        self._events: dict[tuple[object, ...], Event] = {}
        self._count = 0

    def note(self, event: Event) -> None:
        """Take in the call's next event; `CallStarted` begins anew."""
        if isinstance(event, CallStarted):
            self.clear()
        if isinstance(event, FinalResult):
            self._events.pop((PartialResult, event.party), None)
        key = _key(event)
        if key is None:
            self._count += 1
            key = (self._count,)
        else:
            self._events.pop(key, None)  # its place is where it was said last
        self._events[key] = event

    def clear(self) -> None:
        self._events.clear()

    def events(self) -> tuple[Event, ...]:
        """The condensed call in order; empty where there is none."""
        return tuple(self._events.values())


def _key(event: Event) -> tuple[object, ...] | None:
    """What the event replaces; None if nothing."""
    match event:
        case Tick() | TalkRatio() | NameLearned() | PauseSet() | LeadsWatching():
            return (type(event),)
        case CommandTaken():
            return (CommandTaken,)
        case PartialResult() | VoiceActivity() | SideHeard() | SideSilent() | LagChanged() | Pace():
            return (type(event), event.party)
        case PromiseMade():
            return (PromiseMade, event.promise)
        case ChecklistChanged():
            return (ChecklistChanged, event.item)
        case SequenceChanged():
            return (SequenceChanged, event.rule)
        case _:
            return None
