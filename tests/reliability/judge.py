"""What a call lost and doubled, judged by its journal: against itself, and against one not killed.

Exact, whatever was recognized: one start, one wrap-up, call time never goes back, utterance
numbers only grow, no two utterances of one side overlap, each prompt is raised once and ends once,
no promise is made twice of the same words, each flag is there once, replayed the journal gives the
same outputs, and no sound is missing but what a kill explains.

Compared with the same call played without kills: recognition of live sound is never quite the same
twice (the sound server begins its blocks elsewhere), and voices that are taken up again after a
sound server died come somewhat later. So both calls' words are laid side by side in order; an
utterance counts as found where half of its words have their like within `NEAR_MS`, a prompt where
its rule was raised within `CUE_NEAR_MS` of the time that the words around it say. Not asked for is
what lies in the shadow of a gap: the gap itself, `BEFORE_MS` before it and `AFTER_MS` behind it;
for prompts, which hang on several words, `CUE_AFTER_MS`.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from statistics import median

from assist.core.events import (
    AudioLost,
    CallStarted,
    CueDismissed,
    CueExpired,
    CueHeeded,
    CuePainted,
    CueRaised,
    CueStoodDown,
    CueSuppressed,
    CueWithdrawn,
    Event,
    FinalResult,
    Input,
    MomentFlagged,
    PromiseMade,
    VoiceActivity,
    WrapUp,
)
from assist.core.words import Party, Word
from assist.session.call import CallSession
from assist.session.journal import Journal
from assist.session.replay import replay

NEAR_MS = 15_000
CUE_NEAR_MS = 10_000
BEFORE_MS = 1_000
AFTER_MS = 2_000
CUE_AFTER_MS = 20_000
LAST_SOUND_MS = 200
"""At most so much of what was captured before a kill may be missing."""

_OVERLAP_MS = 150
_ENDS = (CueHeeded, CueDismissed, CueExpired, CueWithdrawn, CueStoodDown, CueSuppressed)

Span = tuple[int, int]
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kill:
    """One kill: what, at which call time, and how long until prompts came again (ms)."""

    kind: str
    at: int
    back_ms: int
    down_ms: int = 0
    """For how much of it the service itself was down (a sound server that restarts)."""


@dataclass(slots=True)
class Verdict:
    """What is wrong with a call, in sentences, and what was counted."""

    problems: list[str] = field(default_factory=list)
    missing_before_ms: list[int] = field(default_factory=list)
    """Of each side at each kill of the engine: captured sound that was lost with it."""
    gaps_ms: list[int] = field(default_factory=list)
    utterances: Counter[str] = field(default_factory=Counter)
    cues: Counter[str] = field(default_factory=Counter)


def judge(
    journal: Journal,
    session: CallSession,
    kills: Sequence[Kill],
    flags: Sequence[str],
    reference: Journal | None,
) -> Verdict:
    """Judge a call that was killed at `kills` and given `flags` by its agent."""
    verdict = Verdict()
    say = verdict.problems.append
    if journal.repaired:
        say(journal.repaired)
    again = replay(journal, session)
    if not again.is_equal:
        say(f"replayed it differs: {again.difference}")
    _check_order(journal.events, say)
    _check_utterances(journal.events, say)
    _check_cues(journal.events, say)
    _check_promises(journal.events, say)
    said = Counter(event.note for event in journal.events if isinstance(event, MomentFlagged))
    for note in flags:
        if said[note] != 1:
            say(f"{note} is there {said[note]} times")
    gaps = _check_losses(journal.events, kills, verdict)
    if reference is not None:
        _compare_words(reference, journal, gaps, verdict)
        _compare_cues(reference, journal, gaps, verdict)
    return verdict


def _check_order(events: Sequence[Event], say: Say) -> None:
    if sum(isinstance(event, CallStarted) for event in events) != 1:
        say("it does not begin once")
    wraps = [number for number, event in enumerate(events) if isinstance(event, WrapUp)]
    if len(wraps) != 1 or wraps[0] != len(events) - 1:
        say("it does not end once")
    at = 0
    for event in events:
        if not isinstance(event, Input) or isinstance(
            event, VoiceActivity | AudioLost | CuePainted
        ):
            continue
        if event.at < at:
            say(f"call time goes back from {at} to {event.at} ({type(event).__name__})")
        at = max(at, event.at)


def _check_utterances(events: Sequence[Event], say: Say) -> None:
    for party in Party:
        last = -1
        end = 0
        for event in events:
            if not isinstance(event, FinalResult) or event.party is not party:
                continue
            if event.utterance <= last:
                say(f"utterance {event.utterance} of the {party} comes again")
            last = max(last, event.utterance)
            if event.text:
                if event.start < end - _OVERLAP_MS:
                    say(f"at {event.start} the {party} is heard twice: {event.text!r}")
                end = max(end, event.end)


def _check_cues(events: Sequence[Event], say: Say) -> None:
    raised = Counter(event.cue for event in events if isinstance(event, CueRaised))
    ended = Counter(event.cue for event in events if isinstance(event, _ENDS))
    for cue, count in (raised - Counter(list(raised))).items():
        say(f"cue {cue} is raised {count + 1} times")
    for cue, count in (ended - Counter(list(ended))).items():
        say(f"cue {cue} ends {count + 1} times")
    for cue in set(ended) - set(raised):
        say(f"cue {cue} ends and was never raised")


def _check_promises(events: Sequence[Event], say: Say) -> None:
    made: dict[tuple[Party | None, int], int] = {}
    for event in events:
        if not isinstance(event, PromiseMade) or event.evidence is None:
            continue
        words = (event.evidence.party, event.evidence.start)
        if made.setdefault(words, event.promise) != event.promise:
            say(f"a promise at {words[1]} is made twice")


def _check_losses(
    events: Iterable[Event], kills: Sequence[Kill], verdict: Verdict
) -> dict[Party, list[Span]]:
    """The gaps of each side; every one must be a kill's, and begin where the kill came."""
    gaps: dict[Party, list[Span]] = {party: [] for party in Party}
    for event in events:
        if isinstance(event, AudioLost):
            gaps[event.party].append((event.at, event.at + event.duration_ms))
    for party, spans in gaps.items():
        unexplained = list(spans)
        for kill in kills:
            if kill.kind not in ("engine", "engine and supervisor", "audio"):
                continue
            own = [span for span in spans if span[0] <= kill.at + 1_500 and span[1] >= kill.at]
            if not own:
                if kill.kind != "audio":
                    verdict.problems.append(f"no loss is told for the {kill.kind} at {kill.at}")
                continue
            for span in own:
                if span in unexplained:
                    unexplained.remove(span)
            first = min(start for start, _ in own)
            verdict.gaps_ms.append(max(end for _, end in own) - first)
            missing = max(0, kill.at - first)
            verdict.missing_before_ms.append(missing)
            if missing > LAST_SOUND_MS:
                verdict.problems.append(
                    f"{missing} ms of the {party} from before the {kill.kind} at {kill.at} are lost"
                )
        for start, end in unexplained:
            verdict.problems.append(f"{end - start} ms of the {party} at {start}: lost for no kill")
    return gaps


# --- against the call that was not killed ---------------------------------------------------------


def _finals(journal: Journal, party: Party) -> list[FinalResult]:
    return [
        event
        for event in journal.inputs
        if isinstance(event, FinalResult) and event.party is party and event.text
    ]


def _words(journal: Journal, party: Party) -> list[Word]:
    return [word for final in _finals(journal, party) for word in final.words]


@dataclass(frozen=True, slots=True)
class _Beside:
    """Two calls' words of one side, laid side by side: (time in the reference, time here)."""

    pairs: tuple[Span, ...]

    def here(self, at: int) -> int:
        """Where a moment of the reference is in this call, by the words around it."""
        if not self.pairs:
            return at
        near = sorted(self.pairs, key=lambda pair: abs(pair[0] - at))[:9]
        return at + round(median(ours - theirs for theirs, ours in near))


def _beside(reference: Journal, journal: Journal, party: Party) -> _Beside:
    ours, theirs = _words(journal, party), _words(reference, party)
    matcher = SequenceMatcher(
        None, [word.text for word in theirs], [word.text for word in ours], autojunk=False
    )
    pairs = [
        (theirs[block.a + step].start, ours[block.b + step].start)
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    ]
    return _Beside(tuple(pair for pair in pairs if abs(pair[0] - pair[1]) <= NEAR_MS))


def _is_shadowed(start: int, end: int, gaps: Iterable[Span], before: int, after: int) -> bool:
    return any(start <= gap[1] + after and end >= gap[0] - before for gap in gaps)


def _compare_words(
    reference: Journal, journal: Journal, gaps: dict[Party, list[Span]], verdict: Verdict
) -> None:
    for party in Party:
        beside = _beside(reference, journal, party)
        found_at = {theirs for theirs, _ in beside.pairs}
        for final in _finals(reference, party):
            start, end = beside.here(final.start), beside.here(final.end)
            if _is_shadowed(start, end, gaps[party], BEFORE_MS, AFTER_MS):
                verdict.utterances["in the shadow of a gap"] += 1
                continue
            count = len(final.words)
            found = sum(word.start in found_at for word in final.words)
            verdict.utterances["words asked for"] += count
            verdict.utterances["words found"] += found
            if count >= 3 and 2 * found < count:
                verdict.utterances["lost"] += 1
                verdict.problems.append(
                    f"the {party} at {start} is lost ({found} of {count} words): {final.text!r}"
                )
            else:
                verdict.utterances["found"] += 1
        ours, theirs = len(_words(journal, party)), len(_words(reference, party))
        verdict.utterances["words here"] += ours
        if ours > 1.1 * theirs:
            verdict.problems.append(f"the {party} has {ours} words instead of {theirs}")


def _raised(journal: Journal) -> list[CueRaised]:
    withdrawn = {event.cue for event in journal.events if isinstance(event, CueWithdrawn)}
    return [
        event
        for event in journal.events
        if isinstance(event, CueRaised) and event.cue not in withdrawn
    ]


def _compare_cues(
    reference: Journal, journal: Journal, gaps: dict[Party, list[Span]], verdict: Verdict
) -> None:
    pairs = [pair for party in Party for pair in _beside(reference, journal, party).pairs]
    beside = _Beside(tuple(pairs))
    every = [span for spans in gaps.values() for span in spans]
    ours = _raised(journal)
    for cue in _raised(reference):
        at = beside.here(cue.at)
        match = next(
            (each for each in ours if each.rule == cue.rule and abs(each.at - at) <= CUE_NEAR_MS),
            None,
        )
        if match is not None:
            ours.remove(match)
            verdict.cues["found"] += 1
        elif _is_shadowed(at, at, every, BEFORE_MS, CUE_AFTER_MS):
            verdict.cues["in the shadow of a gap"] += 1
        else:
            verdict.cues["lost"] += 1
            verdict.problems.append(f"the prompt {cue.rule} at {at} is lost")
    for cue in ours:
        if _is_shadowed(cue.at, cue.at, every, BEFORE_MS, CUE_AFTER_MS):
            verdict.cues["in the shadow of a gap"] += 1
        else:
            verdict.cues["more"] += 1
            verdict.problems.append(f"the prompt {cue.rule} at {cue.at} is one too many")
