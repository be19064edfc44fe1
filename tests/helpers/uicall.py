"""A made-up call as the sidebar's target drawing shows it, event by event."""

from assist.core.events import (
    CallStarted,
    ChecklistChanged,
    CueHeeded,
    CuePainted,
    CueRaised,
    CueShown,
    Event,
    Feeling,
    FeelingChanged,
    FinalResult,
    NameLearned,
    PartialResult,
    PivotMarked,
    PromiseMade,
    SequenceChanged,
    SequenceStep,
    Tick,
    Trend,
    Urgency,
    WrapUp,
)
from assist.core.notices import LevelChanged, Notice
from assist.core.words import Evidence, Party, Word

MS_PER_LETTER = 60


def spoken(
    party: Party, utterance: int, start: int, text: str, doubtful: frozenset[str] = frozenset()
) -> FinalResult:
    """A final result whose words last in proportion to their letters."""
    words, at = [], start
    for word in text.split():
        end = at + MS_PER_LETTER * len(word)
        words.append(
            Word(text=word, start=at, end=end, confidence=0.41 if word in doubtful else 0.96)
        )
        at = end + MS_PER_LETTER
    return FinalResult(
        at=at, party=party, utterance=utterance, start=start, end=at, text=text, words=tuple(words)
    )


def evidence(final: FinalResult, text: str) -> Evidence:
    """The part of a final result that says `text`."""
    said, wanted = [word.text for word in final.words], text.split()
    first = next(i for i in range(len(said)) if said[i : i + len(wanted)] == wanted)
    words = final.words[first : first + len(wanted)]
    return Evidence(
        party=final.party,
        text=text,
        start=words[0].start,
        end=words[-1].end,
        utterance=final.utterance,
        confidence=min(word.confidence for word in words),
    )


def raised(
    cue: int,
    rule: str,
    at: int,
    *,
    headline: str,
    title: str = "",
    urgency: Urgency = Urgency.HINT,
    because: tuple[Evidence, ...] = (),
    directions: tuple[str, ...] = (),
    lasts_ms: int = 20_000,
) -> CueRaised:
    return CueRaised(
        at=at,
        cue=cue,
        rule=rule,
        title=title or headline,
        headline=headline,
        directions=directions,
        urgency=urgency,
        priority=50,
        evidence=because,
        trigger_end=at - 300,
        expires_at=at + lasts_ms,
    )


def started(**fields: str) -> CallStarted:
    wanted = {
        "call": "call-1",
        "started_at": "2026-11-22T10:00:00+01:00",
        "source": "live",
        **fields,
    }
    return CallStarted(at=0, **wanted)  # type: ignore[arg-type]


def _curve(points: list[tuple[int, int]], feeling: Feeling, trend: Trend) -> list[Event]:
    quote = Evidence(
        party=Party.CUSTOMER, text="called 3 times, no fix", start=0, end=900, utterance=3
    )
    return [
        FeelingChanged(
            at=at, feeling=feeling, intensity=60, level=level, trend=trend, evidence=quote
        )
        for at, level in points
    ]


def drawn_call(name: str = "Dana Ortega") -> list[Event | Notice]:
    """The call of the target drawing, at 04:12."""
    points = [(10_000, -14), (45_000, -22), (80_000, -10), (105_000, 6)]
    points += [(140_000, -38), (165_000, -50), (200_000, -44), (240_000, -52)]
    early = spoken(Party.AGENT, 0, 1_200, "thanks for calling this is Sam how can I help")
    ticket = spoken(
        Party.CUSTOMER,
        1,
        6_000,
        "my refund never came and the ticket number is wrong",
        doubtful=frozenset({"number"}),
    )
    times = spoken(
        Party.CUSTOMER,
        2,
        231_000,
        "I’ve called three times already and every time I start from zero",
    )
    dead_end = spoken(
        Party.AGENT,
        3,
        238_000,
        "I see the ticket here but there’s nothing more I can do on my side",
    )
    card = raised(
        1,
        "dead_end",
        245_500,
        title="Replace the dead end",
        headline="Say what you can do, and when",
        urgency=Urgency.URGENT,
        because=(evidence(dead_end, "there’s nothing more I can do"),),
        directions=("One thing you can start now", "A time they will hear from you"),
        lasts_ms=32_000,
    )
    line = raised(
        2,
        "acknowledge_feeling",
        245_600,
        headline="Acknowledge the three calls",
        because=(evidence(times, "I’ve called three times already"),),
    )
    return [
        started(customer_name=name, reference="Second call this week · last ended unresolved"),
        early,
        ticket,
        *_curve(points, Feeling.FRUSTRATION, Trend.WORSE),
        PivotMarked(at=52_000, is_up=True),
        PivotMarked(at=105_000, is_up=False),
        ChecklistChanged(at=60_000, item="name_used", is_done=True, count=2),
        ChecklistChanged(at=61_000, item="took_ownership", is_done=True, count=1),
        PromiseMade(
            at=62_000,
            promise=1,
            who="agent",
            what="call back about the refund",
            due="today by four",
            due_at="2026-11-22T16:00:00+01:00",
        ),
        times,
        dead_end,
        card,
        line,
        CueShown(at=245_700, cue=1, rule="dead_end", place="card"),
        CueShown(at=245_800, cue=2, rule="acknowledge_feeling", place="next"),
        CuePainted(at=245_900, cue=1, delay_ms=430),
        PartialResult(
            at=251_000,
            party=Party.CUSTOMER,
            utterance=4,
            start=247_000,
            text="so I’m supposed to just wait and",
        ),
        Tick(at=252_000),
        *[LevelChanged(party=Party.AGENT, dbfs=level) for level in (-44, -24, -38, -30)],
        *[LevelChanged(party=Party.CUSTOMER, dbfs=level) for level in (-12, -26, -34, -20)],
    ]


def guided_call() -> list[Event | Notice]:
    """The same call with a guided sequence under way, as the pictures in the docs show it."""
    steps = ("Acknowledge", "Own it", "Fix", "Follow up")
    sequence = SequenceChanged(
        at=200_000,
        rule="make_it_right",
        title="Make it right",
        steps=tuple(
            SequenceStep(title=title, is_done=place < 2) for place, title in enumerate(steps)
        ),
    )
    *before, last = drawn_call()
    return [*before, sequence, last]


def ended_call() -> list[Event | Notice]:
    """The same call, turned around and ended."""
    promise = PromiseMade(
        at=300_000,
        promise=1,
        who="agent",
        what="call back about the refund",
        due="today by four",
        due_at="2026-11-22T16:00:00+01:00",
    )
    return [
        *drawn_call(),
        CueHeeded(at=260_000, cue=1, rule="dead_end"),
        NameLearned(at=261_000, name="Dana Ortega", origin="heard"),
        Tick(at=305_000),
        WrapUp(
            at=305_000,
            duration_ms=305_000,
            outcome="follow_up",
            customer_name="Dana Ortega",
            problem="my refund never came and the ticket number is wrong",
            first_feeling=Feeling.FRUSTRATION,
            last_feeling=Feeling.GRATITUDE_RELIEF,
            turned_around=True,
            at_risk=False,
            agent_percent=58,
            promises=(promise,),
            cues_raised=5,
            cues_shown=3,
            cues_heeded=2,
            checklist=("name_used", "took_ownership"),
        ),
    ]
