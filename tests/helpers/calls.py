"""Whole calls written as text, made into the inputs a driver would give.

    call = spoken(
        '''
        0.5  agent     thanks for calling how can i help
        4.0  customer  my parcel has not arrived
        ''',
        name="Dana Ortega",
    )

A line is a start in seconds, a party and the words; words take `WORD_MS` each unless the line gives
a speed such as `agent*2`. Lines may also be `10.0 pause`, `14.0 resume`, `20.0 dismiss 0`,
`1.0 name Dana`, `5.0 unheard customer`, `9.0 heard customer`, `30.0 end`, and what earlier calls
tell: `0.2 history calls=2 outcome=unresolved feeling=anger drivers=fault,fault promises=1 risk=1`.
As from a driver come voice activity, a partial after each second word, the final `ENDPOINT_MS`
after the last word, and a tick every 100 ms.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assist.core.events import (
    CallEnded,
    CallStarted,
    CueEvent,
    DismissAsked,
    Event,
    Feeling,
    FinalResult,
    HistoryKnown,
    Input,
    NameGiven,
    Output,
    PartialResult,
    PauseSet,
    SideHeard,
    Tick,
    VoiceActivity,
)
from assist.core.words import Party, Word
from assist.cues.engine import CueEngine
from assist.cues.playbook import Playbook
from assist.detect.detectors import Detectors
from assist.dialogue.feeling import FeelingCurve
from assist.dialogue.tracker import DialogueTracker

WORD_MS = 360
ENDPOINT_MS = 500
TICK_MS = 100
STARTED_AT = "2026-11-20T10:00:00+01:00"
"""A Friday morning."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a written call."""

    at: int
    who: str
    text: str


def parse_lines(text: str) -> list[Line]:
    lines = []
    for raw in text.strip().splitlines():
        if raw.strip() and not raw.strip().startswith("#"):
            at, who, *rest = raw.split(maxsplit=2)
            lines.append(Line(round(float(at) * 1000), who, rest[0] if rest else ""))
    return lines


def spoken(
    text: str,
    *,
    name: str = "",
    started_at: str = STARTED_AT,
    heard: Sequence[Party] = tuple(Party),
    tail_ms: int = 2_000,
) -> list[Input]:
    """The inputs of the written call, from `CallStarted` to `CallEnded`, in order of `at`."""
    timed: list[Input] = []
    counts = dict.fromkeys(Party, 0)
    last, end = 0, 0
    for line in parse_lines(text):
        who, _, speed = line.who.partition("*")
        if who in tuple(Party):
            party = Party(who)
            made = utterance(
                party, counts[party], line.at, line.text, word_ms=round(WORD_MS / float(speed or 1))
            )
            counts[party] += 1
            timed.extend(made)
            last = max(last, made[-1].at)
        elif who == "end":
            end = line.at
        else:
            timed.append(_action(line))
            last = max(last, line.at)
    end = end or last + tail_ms
    timed = [event for event in timed if event.at < end]
    timed.extend(Tick(at=at) for at in range(TICK_MS, end, TICK_MS))
    # Sorting is stable: results of a moment come before its tick, as from a driver.
    timed.sort(key=lambda event: (event.at, isinstance(event, Tick)))
    start = CallStarted(
        at=0,
        call="written",
        started_at=started_at,
        source="test",
        customer_name=name,
        heard=tuple(heard),
    )
    return [start, *timed, CallEnded(at=end, reason="hangup")]


def utterance(
    party: Party, number: int, start: int, text: str, *, word_ms: int = WORD_MS
) -> list[Input]:
    """Voice activity, partials and the final of one utterance."""
    words = text.split()
    timed = tuple(
        Word(text=word, start=start + index * word_ms, end=start + (index + 1) * word_ms)
        for index, word in enumerate(words)
    )
    end = start + len(words) * word_ms
    events: list[Input] = [VoiceActivity(at=start, party=party, is_active=True)]
    for count in range(1, len(words) + 1):
        if count % 2 == 0 or count == len(words):
            events.append(
                PartialResult(
                    at=timed[count - 1].end + 100,
                    party=party,
                    utterance=number,
                    start=start,
                    text=" ".join(words[:count]),
                )
            )
    events.append(VoiceActivity(at=end + 200, party=party, is_active=False))
    events.append(
        FinalResult(
            at=end + ENDPOINT_MS,
            party=party,
            utterance=number,
            start=start,
            end=end,
            text=text,
            words=timed,
        )
    )
    return events


def _action(line: Line) -> Input:
    match line.who:
        case "pause" | "resume":
            return PauseSet(at=line.at, is_paused=line.who == "pause")
        case "dismiss":
            return DismissAsked(at=line.at, cue=int(line.text))
        case "name":
            return NameGiven(at=line.at, name=line.text)
        case "unheard" | "heard":
            return SideHeard(at=line.at, party=Party(line.text), is_heard=line.who == "heard")
        case "history":
            return _history(line)
    raise ValueError(f"unknown line {line}")


def _history(line: Line) -> HistoryKnown:
    told = dict(part.split("=", 1) for part in line.text.split())
    return HistoryKnown(
        at=line.at,
        calls=int(told.get("calls", "1")),
        last_at=told.get("at", STARTED_AT),
        last_outcome=told.get("outcome", ""),
        last_feeling=Feeling(told.get("feeling", "none")),
        was_at_risk="risk" in told,
        drivers=tuple(told["drivers"].split(",")) if "drivers" in told else (),
        open_promises=int(told.get("promises", "0")),
    )


def run_stages(inputs: Iterable[Input], playbook: Playbook) -> list[Event]:
    """Every input, each followed by what the stages made of it, chained as in a session."""
    tracker, detectors = DialogueTracker(), Detectors()
    curve, engine = FeelingCurve(), CueEngine(playbook)
    stream: list[Event] = []
    for event in inputs:
        facts: list[Event] = [event, *tracker.handle(event), *detectors.handle(event)]
        stream.extend(facts)
        for fact in facts:
            felt = curve.handle(fact)
            stream.extend(felt)
            for each in (fact, *felt):
                stream.extend(engine.handle(each))
    return stream


def outputs(stream: Iterable[Event]) -> list[Output]:
    return [event for event in stream if isinstance(event, Output)]


def cue_lines(stream: Iterable[Event]) -> list[str]:
    """The cue events as short lines: `12.3 raised dead_end`, `12.3 shown dead_end card` …"""
    lines = []
    for event in stream:
        if isinstance(event, CueEvent):
            kind = type(event).__name__.removeprefix("Cue")
            word = "".join(f"_{c.lower()}" if c.isupper() else c for c in kind).lstrip("_")
            extra = getattr(event, "reason", "") or getattr(event, "place", "")
            lines.append(f"{event.at / 1000:.1f} {word} {event.rule} {extra}".rstrip())
    return lines
