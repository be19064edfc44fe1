"""What lies outside this moment: earlier calls of this customer, and promises that come due."""

from dataclasses import dataclass
from datetime import datetime

from assist.core.events import CallStarted, Detection, HistoryKnown, PromiseMade
from assist.core.words import Evidence

_LEAST_WAIT_MS = 45_000
"""A promise for sooner than this is kept, or forgotten, in the same breath."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A fact in the making. `value` counts calls; `detail` lists what conditions may ask for."""

    key: str
    label: str
    evidence: Evidence
    detail: str = ""
    value: float = 0.0


class EarlierCalls:
    """Makes `called_before` of what is known of a customer, `same_cause` of a cause named again.

    `same_cause` counts the calls that named the cause, this one among them.
    """

    def __init__(self) -> None:
        self._known: HistoryKnown | None = None
        self._named: dict[str, Evidence] = {}

    def learn(self, event: HistoryKnown) -> tuple[Told, ...]:
        if not event.calls:
            return ()
        self._known = event
        text = "called once before" if event.calls == 1 else f"called {event.calls} times before"
        before = Told(
            key="earlier",
            label="called_before",
            evidence=Evidence(party=None, text=text, start=event.at, end=event.at),
            detail=",".join(_details(event)),
            value=float(event.calls),
        )
        again = [self._again(cause, evidence) for cause, evidence in self._named.items()]
        return (before, *(each for each in again if each is not None))

    def hear(self, event: Detection) -> tuple[Told, ...]:
        """A cause named by the customer, final results only."""
        if event.label != "driver" or not event.is_final:
            return ()
        new = [cause for cause in event.detail.split(",") if cause not in self._named]
        self._named |= dict.fromkeys(new, event.evidence)
        again = [self._again(cause, event.evidence) for cause in new]
        return tuple(each for each in again if each is not None)

    def _again(self, cause: str, evidence: Evidence) -> Told | None:
        before = self._known.drivers.count(cause) if self._known is not None else 0
        if not before:
            return None
        return Told(
            key=f"cause:{cause}",
            label="same_cause",
            evidence=evidence,
            detail=cause,
            value=float(before + 1),
        )


def _details(event: HistoryKnown) -> list[str]:
    found = [event.last_outcome] if event.last_outcome else []
    if event.last_feeling is not None and event.last_feeling.is_distress:
        found.append("distress")
    if event.was_at_risk:
        found.append("at_risk")
    if event.open_promises:
        found.append("promise_open")
    return found


class PromisesDue:
    """Tells, once for each, that the time of a promise made in this call has come in this call."""

    def __init__(self) -> None:
        self._started: datetime | None = None
        self._due: dict[int, tuple[int, Evidence]] = {}
        self._told: set[int] = set()

    def begin(self, event: CallStarted) -> None:
        self._started = _moment(event.started_at)

    def note(self, event: PromiseMade, now: int) -> None:
        """A promise, or the same one again with another time."""
        self._due.pop(event.promise, None)
        due = _moment(event.due_at)
        if self._started is None or due is None or event.promise in self._told:
            return
        at = round((due - self._started).total_seconds() * 1000)
        if at - now >= _LEAST_WAIT_MS:
            evidence = event.evidence or Evidence(party=None, text=event.what, start=now, end=now)
            self._due[event.promise] = (at, evidence)

    def drop(self, promise: int) -> None:
        self._due.pop(promise, None)

    def pass_time(self, now: int) -> tuple[Told, ...]:
        ready = [number for number, (at, _) in self._due.items() if at <= now]
        self._told.update(ready)
        return tuple(
            Told(key=f"due:{number}", label="promise_due", evidence=self._due.pop(number)[1])
            for number in ready
        )


def _moment(text: str) -> datetime | None:
    """A wall clock with its offset; None where there is none or it has no offset."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None
