"""Practice: a call is shown again without its prompts, somebody says where to act, then compare.

Pure: who plays the call and who asks for the marks is the windows' and the terminal's business.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assist.core.events import Event, Urgency

LATE_MS = 20_000
"""A mark so long after a moment's end still meant it, and came too late: about two turns."""


class Deed(StrEnum):
    """What somebody would do at a moment, as the keys 1 to 6 say it."""

    FEELING = "feeling"
    WAY = "way"
    PROMISE = "promise"
    UNDERSTAND = "understand"
    NAME = "name"
    KEEP = "keep"


_LESSONS: dict[Deed, frozenset[str]] = {
    Deed.FEELING: frozenset({"F1", "F2", "F3", "F4", "F5", "O1"}),
    Deed.WAY: frozenset({"D1", "E1", "A1", "C2", "T1", "T2", "B1", "O1"}),
    Deed.PROMISE: frozenset({"D2", "D3", "D4", "U1", "B1"}),
    Deed.UNDERSTAND: frozenset({"N2", "N3", "C1"}),
    Deed.NAME: frozenset({"N1", "C3"}),
    Deed.KEEP: frozenset({"R1", "R2", "R3", "R4", "T1", "D4", "C3"}),
}
"""Which lessons a deed follows; a lesson may be followed in more than one way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeMark:
    """Somebody would act at `at` (call time); `deed` None: without saying how."""

    at: int
    deed: Deed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeMoment:
    """A prompt of the call, as it would come today.

    It can be acted on from `since`, when the words it rests on began, until `until`. `was_done`:
    the agent of the call did it then, without a prompt or after one; `is_shown` is false where that
    was before any prompt.
    """

    rule: str
    title: str
    headline: str
    directions: tuple[str, ...]
    urgency: Urgency
    lessons: tuple[str, ...]
    quote: str
    since: int
    until: int
    is_shown: bool
    was_done: bool

    @property
    def deeds(self) -> frozenset[Deed]:
        """What answers it; empty where its rule names no lesson: then anything does."""
        ids = {lesson.split(":", 1)[0] for lesson in self.lessons}
        return frozenset(deed for deed, lessons in _LESSONS.items() if lessons & ids)

    def fits(self, deed: Deed | None) -> bool:
        return deed is None or not self.deeds or deed in self.deeds


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeChoice:
    """A call that can be practised with; `started_at` is ISO 8601 or "" for the demo call."""

    id: str
    started_at: str = ""
    duration_ms: int = 0
    customer: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeCall:
    """A call to practise with: what is said and heard, in order, and the moments kept back."""

    id: str
    customer: str
    events: tuple[Event, ...]
    moments: tuple[PracticeMoment, ...]
    duration_ms: int


class Verdict(StrEnum):
    """How a moment was met: in time, too late, not at all, or by the agent of the call alone."""

    MET = "met"
    LATE = "late"
    MISSED = "missed"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A moment and the mark that meant it, if any; `is_same_deed`: it named what is asked for."""

    moment: PracticeMoment
    verdict: Verdict
    mark: PracticeMark | None = None
    is_same_deed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeResult:
    """All moments in order of time, and the marks at which nothing was asked for."""

    moments: tuple[Met, ...]
    extra: tuple[PracticeMark, ...]

    @property
    def asked(self) -> int:
        """Moments that had to be met: those the agent of the call did alone are not counted."""
        return sum(each.verdict is not Verdict.DONE for each in self.moments)

    @property
    def met(self) -> int:
        return self._count(Verdict.MET)

    @property
    def late(self) -> int:
        return self._count(Verdict.LATE)

    @property
    def missed(self) -> int:
        return self._count(Verdict.MISSED)

    def _count(self, verdict: Verdict) -> int:
        return sum(each.verdict is verdict for each in self.moments)


def compare(moments: Sequence[PracticeMoment], marks: Iterable[PracticeMark]) -> PracticeResult:
    """Which moments were met. A mark means one moment, the one that ends first; one that names what
    is asked for goes before one that does not."""
    ordered = sorted(moments, key=lambda moment: (moment.since, moment.until))
    free = sorted(marks, key=lambda mark: mark.at)
    meant: dict[int, PracticeMark] = {}
    for slack in (0, LATE_MS):
        for needs_deed in (True, False):
            rest = []
            for mark in free:
                number = _meant_by(mark, ordered, meant, slack, needs_deed=needs_deed)
                if number is None:
                    rest.append(mark)
                else:
                    meant[number] = mark
            free = rest
    return PracticeResult(
        moments=tuple(_judge(moment, meant.get(number)) for number, moment in enumerate(ordered)),
        extra=tuple(free),
    )


def _meant_by(
    mark: PracticeMark,
    moments: Sequence[PracticeMoment],
    taken: dict[int, PracticeMark],
    slack: int,
    *,
    needs_deed: bool,
) -> int | None:
    open_ones = [
        number
        for number, moment in enumerate(moments)
        if number not in taken
        and moment.since <= mark.at <= moment.until + slack
        and (moment.fits(mark.deed) or not needs_deed)
    ]
    return min(open_ones, key=lambda number: moments[number].until, default=None)


def _judge(moment: PracticeMoment, mark: PracticeMark | None) -> Met:
    if mark is None:
        is_asked = moment.is_shown or not moment.was_done
        return Met(moment=moment, verdict=Verdict.MISSED if is_asked else Verdict.DONE)
    return Met(
        moment=moment,
        verdict=Verdict.MET if mark.at <= moment.until else Verdict.LATE,
        mark=mark,
        is_same_deed=moment.fits(mark.deed),
    )
