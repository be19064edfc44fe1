"""The moments of a call worth stopping at, and how each detection is coloured. Plain Python."""

from dataclasses import dataclass

from assist.core.events import Detection
from assist.core.review import ReviewCall, SeenCue, Verdict
from assist.core.words import Utterance

GOOD = frozenset(
    "empathy apology_ownership uses_name confirms_understanding concrete_follow_up way_forward "
    "choice thanks resolved promise gratitude_relief came_back".split()
)
BAD = frozenset(
    "dead_end leave_cancel ask_supervisor social_media_public legal anger restrained_anger "
    "giving_up impatient".split()
)
WARM = frozenset(
    "frustration worry disappointment exhaustion confusion repeat_contact told_transfers "
    "canned_empathy transfer barrier policy open_promise hold".split()
)
_QUIET = frozenset("searching closing thanks_formula gives_name".split())
"""Facts that say little about a call; they stand beside their line, and nothing is marked."""

_SAME_MS = 1_500
"""Two moments closer than this are one stop."""

_LEAD_IN_MS = 400
"""So long before its first word a moment is played from."""


def ink_of(fact: Detection) -> str:
    """ "red", "warm", "green" or "muted"."""
    if fact.label in BAD:
        return "red"
    if fact.label in WARM:
        return "warm"
    return "green" if fact.label in GOOD else "muted"


def is_quiet(fact: Detection) -> bool:
    return fact.label in _QUIET


def moments(call: ReviewCall) -> tuple[int, ...]:
    """Where "next moment" stops, in order."""
    found = {reason.at for reason in call.row.reasons}
    found |= {pivot.at for pivot in call.pivots}
    found |= {flag.at for flag in call.flags}
    found |= {cue.shown_at for cue in call.cues if cue.shown_at is not None}
    found |= {comment.at for comment in call.comments if comment.at is not None}
    found |= {fact.evidence.start for fact in call.detections if fact.label in BAD}
    stops: list[int] = []
    for at in sorted(found):
        if not stops or at - stops[-1] >= _SAME_MS:
            stops.append(at)
    return tuple(stops)


def next_moment(call: ReviewCall, now: int) -> int | None:
    """Where to play from for the next moment after `now`."""
    ahead = [at for at in moments(call) if at - _LEAD_IN_MS > now + 1]
    return max(0, ahead[0] - _LEAD_IN_MS) if ahead else None


def last_moment(call: ReviewCall, now: int) -> int | None:
    """The same backwards; the moment just begun does not count."""
    behind = [at for at in moments(call) if at < now - _SAME_MS]
    return max(0, behind[-1] - _LEAD_IN_MS) if behind else None


@dataclass(frozen=True, slots=True)
class Line:
    """An utterance and what stands beside it."""

    utterance: Utterance
    facts: tuple[Detection, ...]
    cues: tuple[SeenCue, ...] = ()


def lines(call: ReviewCall) -> tuple[Line, ...]:
    """The call's utterances with their detections; each detection once per label and line."""
    beside: dict[tuple[str, int], dict[str, Detection]] = {}
    by_party: dict[str, list[Utterance]] = {}
    for utterance in call.utterances:
        by_party.setdefault(utterance.party, []).append(utterance)
    for fact in call.detections:
        number = fact.evidence.utterance
        if number is None:
            number = _utterance_at(by_party.get(fact.party, []), fact.evidence.start)
        beside.setdefault((fact.party, number), {})[fact.label] = fact
    return tuple(
        Line(
            utterance,
            tuple(beside.get((utterance.party, utterance.number), {}).values()),
            cues_of(call, utterance),
        )
        for utterance in call.utterances
    )


def cues_of(call: ReviewCall, said: Utterance) -> tuple[SeenCue, ...]:
    """The prompts shown whose last trigger words are in an utterance."""
    return tuple(
        cue
        for cue in call.cues
        if cue.shown_at is not None
        and cue.evidence
        and cue.evidence[-1].party is said.party
        and said.start <= cue.evidence[-1].start <= said.end
    )


def _utterance_at(utterances: list[Utterance], at: int) -> int:
    before = [each for each in utterances if each.start <= at]
    return before[-1].number if before else -1


def line_at(shown: tuple[Line, ...], at: int) -> int | None:
    """Which line is being said at a moment; between two the one before."""
    found = None
    for number, line in enumerate(shown):
        if line.utterance.start <= at:
            found = number
        else:
            break
    return found


def verdict_of(call: ReviewCall, fact: Detection) -> Verdict | None:
    """The latest mark on a detection."""
    marks = [mark.verdict for mark in call.marks if mark.number == fact.number]
    return marks[-1] if marks else None
