"""A finished call's journal, written by hand: what store, commands and review are tested with."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from assist.core import codec
from assist.core.events import (
    AudioLost,
    CallEnded,
    CallStarted,
    ChecklistChanged,
    CueDismissed,
    CueHeeded,
    CuePainted,
    CueRaised,
    CueShown,
    CueSuppressed,
    Detection,
    DetectionWithdrawn,
    Event,
    Feeling,
    FeelingChanged,
    FinalResult,
    MomentFlagged,
    NameLearned,
    NoteWritten,
    OutcomeSet,
    PartialResult,
    PivotMarked,
    ProblemStated,
    PromiseMade,
    Tick,
    Trend,
    Urgency,
    WrapUp,
)
from assist.core.words import Evidence, Party, Word

HEADER = {
    "type": "journal_header",
    "app": "0.1.0",
    "model": "starter",
    "playbook_name": "default",
    "playbook_hash": "abc123",
    "playbook": "[rules]",
}


def said(party: Party, number: int, start: int, text: str) -> FinalResult:
    """A final result of `text`, 300 ms a word."""
    tokens = text.split()
    words = tuple(
        Word(text=token, start=start + 300 * i, end=start + 300 * i + 250, confidence=0.9)
        for i, token in enumerate(tokens)
    )
    end = start + 300 * len(tokens)
    return FinalResult(
        at=end + 700,
        party=party,
        utterance=number,
        start=start,
        end=end,
        text=text,
        words=words,
    )


def _raised(
    cue: int, rule: str, at: int, headline: str, evidence: Evidence, version: str
) -> CueRaised:
    return CueRaised(
        at=at,
        cue=cue,
        rule=rule,
        title=rule.replace("_", " "),
        headline=headline,
        directions=("Say what can be done", "Say by when"),
        urgency=Urgency.NUDGE,
        priority=5,
        evidence=(evidence,),
        trigger_end=evidence.end,
        expires_at=at + 25_000,
        version=version,
    )


def finished_call(
    call: str = "2026-11-22-101500-7f3a",
    *,
    started_at: str = "2026-11-22T10:15:00+01:00",
    name: str = "David Miller",
    number: str = "555 0142",
    extra: Iterable[Event] = (),
    at_risk: bool = False,
    outcome: str = "follow_up",
    rule_version: str = "",
) -> tuple[Event, ...]:
    """The events of a short call with one of everything; `extra` comes before its end.

    `rule_version` is that of the rules that raised its cues.
    """
    problem = Evidence(
        party=Party.CUSTOMER, text="internet has been down", start=2000, end=3200, utterance=0
    )
    dead_end = Evidence(
        party=Party.AGENT, text="nothing more i can do", start=9000, end=10500, utterance=1
    )
    promise = PromiseMade(
        at=16_000,
        promise=0,
        who="agent",
        what="call you back",
        missing=("when",),
        evidence=dead_end,
    )
    return (
        CallStarted(
            at=0,
            call=call,
            started_at=started_at,
            source="live",
            customer_number=number,
            agent="Sarah",
        ),
        Tick(at=100),
        PartialResult(at=1200, party=Party.CUSTOMER, utterance=0, start=1000, text="hi"),
        said(Party.CUSTOMER, 0, 1000, "hi my internet has been down since monday"),
        NameLearned(at=3000, name=name, origin="heard"),
        ProblemStated(at=3300, evidence=problem),
        FeelingChanged(
            at=3400,
            feeling=Feeling.FRUSTRATION,
            intensity=60,
            level=-40,
            trend=Trend.WORSE,
            evidence=problem,
        ),
        said(Party.AGENT, 0, 6000, "let me look at your account"),
        said(Party.AGENT, 1, 9000, "there is nothing more i can do about refunds"),
        Detection(
            at=10_600,
            number=0,
            label="dead_end",
            party=Party.AGENT,
            evidence=dead_end,
            is_final=False,
        ),
        Detection(at=11_500, number=0, label="dead_end", party=Party.AGENT, evidence=dead_end),
        Detection(
            at=11_600, number=1, label="threat", party=Party.CUSTOMER, evidence=problem, detail="x"
        ),
        DetectionWithdrawn(at=11_700, number=1, label="threat"),
        _raised(0, "dead_end", 10_600, "Say what you can do", dead_end, rule_version),
        CueShown(at=10_600, cue=0, rule="dead_end"),
        CuePainted(at=10_640, cue=0, delay_ms=140),
        _raised(1, "use_name", 11_000, "Use David's name", problem, rule_version),
        CueSuppressed(at=11_000, cue=1, rule="use_name", reason="cool_down"),
        _raised(2, "thank", 12_000, "Thank David for something", problem, rule_version),
        CueShown(at=12_000, cue=2, rule="thank", place="next"),
        CueDismissed(at=13_000, cue=2, rule="thank"),
        said(Party.AGENT, 2, 14_000, "i will call you back today by four"),
        CueHeeded(at=15_500, cue=0, rule="dead_end"),
        promise,
        PromiseMade(
            at=16_100,
            promise=0,
            who="agent",
            what="call you back",
            due="today by four",
            due_at="2026-11-22T16:00:00+01:00",
            evidence=dead_end,
        ),
        PivotMarked(at=16_200, is_up=True, evidence=problem),
        FeelingChanged(
            at=17_000,
            feeling=Feeling.GRATITUDE_RELIEF,
            intensity=50,
            level=40,
            trend=Trend.BETTER,
        ),
        ChecklistChanged(at=17_100, item="use_name", is_done=True, count=1),
        MomentFlagged(at=18_000, note="ask billing", for_lead=True),
        AudioLost(at=18_500, party=Party.AGENT, duration_ms=300, reason="overflow"),
        NoteWritten(at=19_000, text="router ordered"),
        *extra,
        OutcomeSet(at=20_000, outcome=outcome),
        CallEnded(at=20_000, reason="hangup"),
        WrapUp(
            at=20_000,
            duration_ms=20_000,
            outcome=outcome,
            customer_name=name,
            problem="internet has been down",
            first_feeling=Feeling.FRUSTRATION,
            last_feeling=Feeling.GRATITUDE_RELIEF,
            turned_around=True,
            at_risk=at_risk,
            agent_percent=61,
            promises=(promise,),
            cues_raised=3,
            cues_shown=2,
            cues_heeded=1,
            checklist=("use_name",),
            flags=("ask billing",),
        ),
    )


def write_journal(folder: Path, events: Iterable[Event], *, tail: bytes = b"") -> Path:
    """A journal as `session.journal_writer` writes it; `tail` is an unfinished line."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "journal.jsonl"
    lines = [msgspec.json.encode(HEADER), *(codec.to_line(event) for event in events)]
    file.write_bytes(b"\n".join(lines) + b"\n" + tail)
    return file


def write_call(home: Path, call: str, **facts: object) -> Path:
    """The journal of `finished_call` in the folder of its call below `home`/calls."""
    return write_journal(home / "calls" / call, finished_call(call, **facts))  # type: ignore[arg-type]
