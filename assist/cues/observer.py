"""`Observer`: turns the session's events into facts, and keeps what conditions ask about."""

from dataclasses import replace

from assist.core.events import (
    CallStarted,
    DeadAir,
    Detection,
    Event,
    FinalResult,
    HistoryKnown,
    NameLearned,
    Output,
    Pace,
    PartialResult,
    PivotMarked,
    PromiseDropped,
    PromiseMade,
    SideHeard,
    TalkOver,
    TalkRatio,
    TurnStarted,
)
from assist.core.words import Evidence, Party
from assist.cues.conditions import Situation, Stage
from assist.cues.earlier import EarlierCalls, PromisesDue, Told
from assist.cues.facts import Fact, FactLog
from assist.cues.reading import GROUPS

_OPENING_MS = 60_000
"""The opening lasts this long at most, and no longer than until the problem is stated."""

_CLOSING_MS = 60_000
"""How long a closing word keeps the call in its closing stage."""


class Observer:
    """Follows one call for the conditions: facts, stage, names, words said."""

    def __init__(self, log: FactLog) -> None:
        self._log = log
        self._heard = frozenset(Party)
        self._heard_since: dict[Party, int] = {}
        self._earlier = EarlierCalls()
        self._due = PromisesDue()
        self._name = ""
        self._felt: tuple[int | None, bool, str] = (None, False, "")
        """The customer's latest utterance with distress, whether it is final, its primary one."""
        self._finished = dict.fromkeys(Party, 0)
        self.words = dict.fromkeys(Party, 0)

    @property
    def first_name(self) -> str:
        return self._name.split(" ", 1)[0]

    @property
    def feeling(self) -> str:
        """The noun of the customer's latest distress, "frustration" while there is none.

        Of several in one utterance the first that the detectors tell is the primary one.
        """
        latest = self._log.latest(GROUPS["distress"], Party.CUSTOMER)
        if latest is None:
            return "frustration"
        said, _, primary = self._felt
        return primary if said == latest.evidence.utterance else latest.label

    def count_words(self, event: PartialResult | FinalResult) -> None:
        """Keep count of the words each party has said, the open utterance included."""
        count = len(event.text.split())
        self.words[event.party] = self._finished[event.party] + count
        if isinstance(event, FinalResult):
            self._finished[event.party] = self.words[event.party]

    def situation(self, now: int, fresh: tuple[Fact, ...]) -> Situation:
        """What conditions may ask about at `now`, with the facts this moment brought."""
        problem = self._log.latest(("problem_statement",))
        return Situation(
            log=self._log,
            now=now,
            fresh=fresh,
            stage=self._stage(now, problem is not None),
            heard=self._heard,
            heard_since=self._heard_since,
            words=self.words,
            is_name_known=bool(self._name),
            is_problem_known=problem is not None,
        )

    def _stage(self, now: int, is_problem_known: bool) -> Stage:
        closing = self._log.latest(("closing",))
        if closing is not None and now - closing.at <= _CLOSING_MS:
            return "closing"
        return "opening" if now < _OPENING_MS and not is_problem_known else "middle"

    def handle(self, event: Event, now: int) -> tuple[Fact, ...]:
        """The facts an event other than speech holds."""
        match event:
            case CallStarted():
                self._heard = frozenset(event.heard)
                self._due.begin(event)
            case HistoryKnown():
                return self._told(self._earlier.learn(event), now)
            case SideHeard():
                parties = {event.party}
                if event.is_heard and event.party not in self._heard:
                    self._heard_since[event.party] = now
                self._heard = self._heard | parties if event.is_heard else self._heard - parties
            case NameLearned():
                self._name = event.name
                return (self._fact(f"name:{event.name}", "name_learned", now, None, event.name),)
            case Detection():
                again = self._told(self._earlier.hear(event), now)
                return (self._detected(event, now), *again)
            case PromiseDropped():
                self._due.drop(event.promise)
            case Output():
                return self._measured(event, now)
        return ()

    def pass_time(self, now: int) -> tuple[Fact, ...]:
        """What the clock alone brings: promises of this call whose time has come."""
        return self._told(self._due.pass_time(now), now)

    def _told(self, told: tuple[Told, ...], now: int) -> tuple[Fact, ...]:
        return tuple(
            Fact(
                key=each.key,
                label=each.label,
                at=now,
                party=each.evidence.party,
                evidence=each.evidence,
                detail=each.detail,
                value=each.value,
                words=dict(self.words),
            )
            for each in told
        )

    def _detected(self, event: Detection, now: int) -> Fact:
        if event.party is Party.CUSTOMER and event.label in GROUPS["distress"]:
            said, is_final, _ = self._felt
            if event.evidence.utterance != said or (event.is_final and not is_final):
                self._felt = (event.evidence.utterance, event.is_final, event.label)
        return Fact(
            key=f"detection:{event.number}",
            label=event.label,
            at=now,
            party=event.party,
            evidence=event.evidence,
            detail=event.detail,
            value=float(event.detail) if event.detail.isdigit() else 0.0,
            is_final=event.is_final,
            words=dict(self.words),
        )

    def _measured(self, event: Output, now: int) -> tuple[Fact, ...]:
        match event:
            case TalkOver():
                seconds = event.duration_ms / 1000
                text = f"over the other side for {seconds:.1f} s"
                fact = self._fact(
                    f"over:{event.start}", "talk_over", now, event.party, text, seconds
                )
            case DeadAir():
                seconds = event.duration_ms / 1000
                text = f"silence for {seconds:.0f} s"
                fact = self._fact(f"silence:{event.start}", "dead_air", now, None, text, seconds)
            case Pace():
                text = f"{event.words_per_minute} words a minute"
                value = float(event.words_per_minute)
                fact = self._fact(
                    f"pace:{now}:{event.party}", "pace", now, event.party, text, value
                )
            case TalkRatio():
                text = f"{event.agent_percent} % of the talking"
                value = float(event.agent_percent)
                fact = self._fact(f"ratio:{now}", "talk_ratio", now, Party.AGENT, text, value)
            case PivotMarked():
                label = "pivot_up" if event.is_up else "pivot_down"
                fact = self._fact(f"pivot:{now}", label, now, Party.CUSTOMER, "the feeling turned")
                if event.evidence is not None:
                    fact = replace(fact, evidence=event.evidence)
            case TurnStarted():
                label = f"{event.party}_turn"
                fact = self._fact(f"turn:{now}:{event.party}", label, now, event.party, "")
            case PromiseMade():
                return (self._promised(event, now),)
            case _:
                return ()
        return (fact,)

    def _promised(self, event: PromiseMade, now: int) -> Fact:
        """A promise is one fact: open while its time is missing, then a promise."""
        self._due.note(event, now)
        key = f"promise:{event.promise}"
        label = "open_promise" if "when" in event.missing else "promise"
        before = self._log.get(key)
        if before is not None and before.label != label:
            self._log.remove(key)
        fact = self._fact(key, label, now, Party.AGENT, event.what)
        detail = ",".join(event.missing)
        return replace(fact, evidence=event.evidence or fact.evidence, detail=detail)

    def _fact(
        self, key: str, label: str, now: int, party: Party | None, text: str, value: float = 0.0
    ) -> Fact:
        return Fact(
            key=key,
            label=label,
            at=now,
            party=party,
            evidence=Evidence(party=party, text=text, start=now, end=now),
            detail=text if label == "name_learned" else "",
            value=value,
            words=dict(self.words),
        )
