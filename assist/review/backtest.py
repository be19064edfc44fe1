"""What a playbook would have done on calls that are over, beside what another one does there."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from assist.core.events import Event, Input
from assist.cues.playbook import Playbook
from assist.review.lives import cue_lives

SAME_MOMENT_MS = 3_000
"""Two playbooks' cues of one rule on the same words count as one within so long: time conditions
are looked at twice a second, and a cue may come from the partial here and from the final there."""

Replayer = Callable[[Playbook, Sequence[Input]], Iterable[Event]]
"""Runs a call's inputs through a fresh call session with a playbook."""

ProgressSink = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class PastCall:
    """A call to run again; `agent` is "" where nobody knows."""

    id: str
    agent: str
    inputs: tuple[Input, ...]
    duration_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fire:
    """One time a rule fired. `evidence` is what it rests on; `ending` what became of the cue."""

    call: str
    agent: str
    rule: str
    at: int
    headline: str
    evidence: str
    is_shown: bool
    ending: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleOutcome:
    """A rule over all calls. `gained` fires only here, `lost` only in the other playbook.

    `fires` are in the order of the calls; both differences are empty where nothing is compared.
    """

    rule: str
    title: str
    fires: tuple[Fire, ...]
    gained: tuple[Fire, ...] = ()
    lost: tuple[Fire, ...] = ()

    @property
    def shown(self) -> int:
        return sum(fire.is_shown for fire in self.fires)

    @property
    def calls(self) -> int:
        """How many calls it fires in."""
        return len({fire.call for fire in self.fires})

    @property
    def agents(self) -> tuple[str, ...]:
        """Whose calls it fires in, those with most fires first; unknown ones left out."""
        names = [fire.agent for fire in self.fires if fire.agent]
        return tuple(sorted(set(names), key=lambda name: (-names.count(name), name)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Backtest:
    """A playbook over past calls; `rules` in its order, then those only the other one has."""

    playbook: str
    against: str
    calls: int
    hours: float
    rules: tuple[RuleOutcome, ...]

    @property
    def changed_calls(self) -> tuple[str, ...]:
        """The calls in which the two playbooks differ."""
        differing = (fire.call for rule in self.rules for fire in (*rule.gained, *rule.lost))
        return tuple(dict.fromkeys(differing))


def backtest(
    calls: Sequence[PastCall],
    run: Replayer,
    playbook: Playbook,
    against: Playbook | None = None,
    *,
    progress: ProgressSink | None = None,
) -> Backtest:
    """Run every call with the playbook, and with `against` to tell the difference."""
    mine: list[Fire] = []
    theirs: list[Fire] = []
    duration = 0
    for number, call in enumerate(calls):
        if progress is not None:
            progress(number, len(calls))
        duration += call.duration_ms
        mine += fires_of(call, run(playbook, call.inputs))
        if against is not None:
            theirs += fires_of(call, run(against, call.inputs))
    if progress is not None:
        progress(len(calls), len(calls))
    gained, lost = ([], []) if against is None else difference(mine, theirs)
    titles = {rule.id: rule.title for rule in playbook.rules}
    if against is not None:
        titles |= {rule.id: rule.title for rule in against.rules if rule.id not in titles}
    return Backtest(
        playbook=playbook.name,
        against="" if against is None else against.name,
        calls=len(calls),
        hours=duration / 3_600_000,
        rules=tuple(
            RuleOutcome(
                rule=rule,
                title=title,
                fires=_of(rule, mine),
                gained=_of(rule, gained),
                lost=_of(rule, lost),
            )
            for rule, title in titles.items()
        ),
    )


def _of(rule: str, fires: Iterable[Fire]) -> tuple[Fire, ...]:
    return tuple(fire for fire in fires if fire.rule == rule)


def fires_of(call: PastCall, events: Iterable[Event]) -> list[Fire]:
    """What fired in a call, in order; withdrawn cues left out: the words were not said."""
    return [
        Fire(
            call=call.id,
            agent=call.agent,
            rule=life.raised.rule,
            at=life.raised.at,
            headline=life.raised.headline,
            evidence=life.quote,
            is_shown=life.shown_at is not None,
            ending=life.reason or life.ending,
        )
        for life in cue_lives(events)
        if life.ending != "withdrawn"
    ]


def difference(mine: Sequence[Fire], theirs: Sequence[Fire]) -> tuple[list[Fire], list[Fire]]:
    """(only in `mine`, only in `theirs`): each fire pairs with at most one of the other side."""
    left: dict[tuple[str, str], list[Fire]] = {}
    for fire in theirs:
        left.setdefault((fire.call, fire.rule), []).append(fire)
    gained = []
    for fire in mine:
        near = left.get((fire.call, fire.rule), [])
        twin = min(near, key=lambda other: abs(other.at - fire.at), default=None)
        if twin is not None and abs(twin.at - fire.at) <= SAME_MOMENT_MS:
            near.remove(twin)
        else:
            gained.append(fire)
    lost = [fire for fires in left.values() for fire in fires]
    return gained, lost
