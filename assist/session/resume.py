"""Where a call stands after its engine died, from its journal and its audio spool."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from assist.core.audio import AudioBlock
from assist.core.events import (
    Event,
    FinalResult,
    LagChanged,
    Output,
    PartialResult,
    PauseSet,
    SideHeard,
    SideSilent,
)
from assist.core.interfaces import Recording
from assist.core.words import Party
from assist.session.call import CallSession
from assist.session.journal import Journal
from assist.session.replay import missing_outputs

_AFTER_WORD_MS = 50
"""Recognition goes on this long after the last word known: word ends are late by up to 30 ms."""

_RECENT_MS = 60_000
"""How far back words are shown again to the echo filter; it looks back 45 s."""

ReadSpool = Callable[[Party, int], Iterable[AudioBlock]]
"""A side's spooled blocks from a call time on, with call sample indexes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumePoint:
    """What a live call needs to go on.

    `covered_ms` is up to where a side's sound is in final results, `next_utterance` the number its
    next one gets; `live_ms` the call time at which the newly opened source begins. `sides_told`
    and `lag_told` (ms) are what clients were told last of each side.
    """

    covered_ms: dict[Party, int]
    next_utterance: dict[Party, int]
    reached_ms: int
    live_ms: int
    is_paused: bool
    recent: tuple[Event, ...]
    missing_outputs: tuple[Output, ...]
    read_spool: ReadSpool
    pause_reason: str = ""
    sides_told: tuple[SideHeard | SideSilent, ...] = ()
    lag_told: dict[Party, int] = field(default_factory=dict)

    def backlog(self, party: Party) -> Iterable[AudioBlock]:
        """Sound that was captured but is not in any final result."""
        return self.read_spool(party, self.covered_ms[party])


def find_resume_point(
    journal: Journal,
    session: CallSession,
    read_spool: ReadSpool,
    *,
    since_start_ms: int | None,
) -> ResumePoint:
    """Bring a fresh `session` to where the journal stops and say how to go on from there.

    `since_start_ms` is the time since the call began, for live sound; None for a recording, which
    is played on from where its sound was captured last.
    """
    covered = dict.fromkeys(Party, 0)
    next_utterance = dict.fromkeys(Party, 0)
    is_paused, pause_reason = False, ""
    sides_told: dict[tuple[type, Party], SideHeard | SideSilent] = {}
    lag_told: dict[Party, int] = {}
    for event in journal.inputs:
        if isinstance(event, FinalResult):
            covered[event.party] = max(covered[event.party], event.end + _AFTER_WORD_MS)
            next_utterance[event.party] = max(next_utterance[event.party], event.utterance + 1)
        elif isinstance(event, PauseSet):
            is_paused, pause_reason = event.is_deaf, event.reason
        elif isinstance(event, SideHeard | SideSilent):
            sides_told[type(event), event.party] = event
        elif isinstance(event, LagChanged):
            lag_told[event.party] = event.lag_ms
    reached = journal.reached_ms
    captured = [
        _end_of(read_spool(party, covered[party]), covered[party])
        for party in journal.started.heard
    ]
    if since_start_ms is None:
        live_ms = min(captured, default=reached)
    else:
        live_ms = max(since_start_ms, *captured)
    return ResumePoint(
        covered_ms=covered,
        next_utterance=next_utterance,
        reached_ms=reached,
        live_ms=live_ms,
        is_paused=is_paused,
        pause_reason=pause_reason,
        recent=tuple(
            event
            for event in journal.inputs
            if isinstance(event, PauseSet)
            or (isinstance(event, PartialResult | FinalResult) and event.at >= reached - _RECENT_MS)
        ),
        missing_outputs=missing_outputs(journal, session),
        read_spool=read_spool,
        sides_told=tuple(sides_told.values()),
        lag_told=lag_told,
    )


def _end_of(blocks: Iterable[AudioBlock], otherwise: int) -> int:
    return max((block.end_ms for block in blocks), default=otherwise)


class RecordingFrom:
    """The rest of a recording from a call time on (a `core.interfaces.Recording`)."""

    def __init__(self, recording: Recording, start_ms: int) -> None:
        self._recording = recording
        self._start_ms = start_ms
        self.duration_ms = max(0, recording.duration_ms - start_ms)

    def blocks(self) -> Iterator[tuple[AudioBlock, AudioBlock]]:
        """The blocks that begin at the start or later, numbered as in the whole recording."""
        for pair in self._recording.blocks():
            if pair[0].start_ms >= self._start_ms:
                yield pair
