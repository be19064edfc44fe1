"""How late a cue was painted, counted from the words it rests on."""

from assist.core.audio import SAMPLES_PER_MS, AudioBlock
from assist.core.events import CuePainted, CueRaised, Urgency
from assist.core.words import Evidence, Party
from assist.session.inbox import Painted
from assist.session.painting import PaintDelays
from assist.session.stamps import StampMap

MS = 1_000_000
A, C = Party.AGENT, Party.CUSTOMER


def raised(party: Party | None, trigger_end: int = 900) -> CueRaised:
    return CueRaised(
        at=1_000,
        cue=7,
        rule="dead-end",
        title="Dead end",
        headline="Say what you can do",
        directions=(),
        urgency=Urgency.NUDGE,
        priority=1,
        evidence=(Evidence(party=party, text="", start=0, end=trigger_end),),
        trigger_end=trigger_end,
        expires_at=9_000,
    )


def delays(*heard: tuple[Party, int]) -> PaintDelays:
    """Sides of which the first second was captured at these milliseconds of the clock."""
    stamps = StampMap()
    for party, at_ms in heard:
        second = AudioBlock(party=party, index=0, samples=bytes(2_000 * SAMPLES_PER_MS))
        stamps.add(second, at_ms * MS)
    return PaintDelays(stamps)


def test_the_delay_counts_from_the_words_of_whoever_said_them() -> None:
    watch = delays((A, 5_000), (C, 6_000))
    watch.raised(raised(C))
    [painted] = watch.painted(Painted(cue=7, painted_at_ns=6_200 * MS), 1_500)
    assert painted == CuePainted(at=1_500, cue=7, delay_ms=300)


def test_a_measured_moment_counts_from_a_side_that_was_heard() -> None:
    watch = delays((C, 6_000))
    watch.raised(raised(None))
    [painted] = watch.painted(Painted(cue=7, painted_at_ns=6_000 * MS), 1_500)
    assert painted.delay_ms == 100


def test_what_was_not_heard_not_raised_or_told_before_has_no_delay() -> None:
    watch = delays((C, 6_000))
    told = Painted(cue=7, painted_at_ns=6_200 * MS)
    assert watch.painted(told, 1_500) == ()
    watch.raised(raised(C, trigger_end=1_400))  # its sound has not been captured
    assert watch.painted(told, 1_500) == ()
    watch.raised(raised(C))
    assert len(watch.painted(told, 1_500)) == 1
    assert watch.painted(told, 1_600) == ()
