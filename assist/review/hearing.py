"""Labelled utterances and dialogues as the inputs that a driver would give of a call."""

from collections.abc import Sequence
from dataclasses import dataclass

from assist.core.events import (
    CallEnded,
    CallStarted,
    FinalResult,
    Input,
    PartialResult,
    Tick,
    VoiceActivity,
)
from assist.core.words import Party, Word
from assist.review.labelled import Dialogue, Row, Turn
from assist.review.plain import as_recognized

TYPED_WORD_MS = 400
"""Typed turns count 150 words a minute …"""

TYPED_GAP_MS = 1_000
"""… and a second each."""

_ENDPOINT_MS = 500
"""Silence after which the recognizer closes an utterance (`assist.audio.activity`)."""

_VOICE_END_MS = 200
_PARTIAL_MS = 100
_PARTIAL_WORDS = 2
"""Partials as from the recognizer: after each second word, a block of sound later."""

_TICK_MS = 100
_STARTED_AT = "2026-11-20T10:00:00+01:00"
"""Every call judged begins on this Friday morning, so that the same words give the same result."""


def row_inputs(
    row: Row, text: str, words: Sequence[Word] = ()
) -> tuple[tuple[Input, ...], Party, int]:
    """The turn before, then the utterance: inputs, and its party and number.

    `words` are those recognized, with their confidence, where it was spoken.
    """
    inputs: list[Input] = [_started(row.id)]
    number, at = 0, 0
    if row.before is not None:
        said = row.before
        end = at + TYPED_WORD_MS * max(1, len(said.text.split()))
        inputs.append(
            FinalResult(at=end, party=said.party, utterance=0, start=at, end=end, text=said.text)
        )
        number, at = int(said.party is row.party), end + TYPED_GAP_MS
    end = at + TYPED_WORD_MS * max(1, len(text.split()))
    heard = FinalResult(
        at=end,
        party=row.party,
        utterance=number,
        start=at,
        end=end,
        text=text,
        words=tuple(
            Word(
                text=word.text, start=at + word.start, end=at + word.end, confidence=word.confidence
            )
            for word in words
        ),
    )
    return (*inputs, heard), row.party, number


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardCall:
    """A dialogue's inputs, `CallStarted` to `CallEnded`, ticks included, in order of `at`.

    `turn_of` tells which turn (counted from 0) a party's utterance is, `turn_starts` when each
    turn begins.
    """

    inputs: tuple[Input, ...]
    turn_of: dict[tuple[Party, int], int]
    turn_starts: tuple[tuple[int, int], ...]
    duration_ms: int


def dialogue_inputs(dialogue: Dialogue, *, recognized: bool = False) -> HeardCall:
    """The dialogue as a call.

    Turns keep their own times where every one has some; else they follow each other as typed ones.
    `recognized`: the text as a recognizer would print it.
    """
    spans = _spans(dialogue.turns)
    timed: list[Input] = []
    counts = dict.fromkeys(Party, 0)
    turn_of: dict[tuple[Party, int], int] = {}
    following: dict[Party, int] = {}
    texts = [as_recognized(turn.text) if recognized else turn.text for turn in dialogue.turns]
    order = sorted(range(len(spans)), key=lambda place: spans[place])
    next_start: dict[int, int | None] = {}
    for place in reversed(order):
        party = dialogue.turns[place].party
        next_start[place] = following.get(party)
        following[party] = spans[place][0]
    for place in order:
        party, (start, end) = dialogue.turns[place].party, spans[place]
        if texts[place].split():
            timed += _utterance(party, counts[party], start, end, texts[place], next_start[place])
            turn_of[party, counts[party]] = place
            counts[party] += 1
    over = max(end for _, end in spans) + TYPED_GAP_MS
    timed += [Tick(at=at) for at in range(_TICK_MS, over, _TICK_MS)]
    # Sorting is stable: results of a moment come before its tick, as from a driver.
    timed.sort(key=lambda event: (event.at, isinstance(event, Tick)))
    ended = CallEnded(at=over, reason="hangup")
    return HeardCall(
        inputs=(_started(dialogue.id), *timed, ended),
        turn_of=turn_of,
        turn_starts=tuple((spans[place][0], place) for place in order),
        duration_ms=over,
    )


def _started(call: str) -> CallStarted:
    return CallStarted(at=0, call=call, started_at=_STARTED_AT, source="evaluation")


def _spans(turns: Sequence[Turn]) -> list[tuple[int, int]]:
    """Start and end of each turn; a party's own turns never overlap."""
    spans: list[tuple[int, int]] = []
    if all(turn.start is not None and turn.end is not None for turn in turns):
        free = dict.fromkeys(Party, 0)
        at_place: dict[int, tuple[int, int]] = {}
        for place in sorted(range(len(turns)), key=lambda place: turns[place].start or 0):
            turn = turns[place]
            start = max(turn.start or 0, free[turn.party])
            free[turn.party] = max(turn.end or 0, start + TYPED_WORD_MS)
            at_place[place] = (start, free[turn.party])
        return [at_place[place] for place in range(len(turns))]
    at = 0
    for turn in turns:
        end = at + TYPED_WORD_MS * max(1, len(turn.text.split()))
        spans.append((at, end))
        at = end + TYPED_GAP_MS
    return spans


def _utterance(
    party: Party, number: int, start: int, end: int, text: str, following: int | None
) -> list[Input]:
    """Voice activity, partials and final of one utterance, all before the party's `following`."""
    words = text.split()
    step = (end - start) / len(words)
    events: list[Input] = [VoiceActivity(at=start, party=party, is_active=True)]
    closed = end + _ENDPOINT_MS if following is None else min(end + _ENDPOINT_MS, following)
    for count in range(_PARTIAL_WORDS, len(words) + _PARTIAL_WORDS, _PARTIAL_WORDS):
        said = min(count, len(words))
        events.append(
            PartialResult(
                at=min(closed, start + round(step * said) + _PARTIAL_MS),
                party=party,
                utterance=number,
                start=start,
                text=" ".join(words[:said]),
            )
        )
    if following is None or following > end + _VOICE_END_MS:
        events.append(VoiceActivity(at=end + _VOICE_END_MS, party=party, is_active=False))
    events.append(
        FinalResult(at=closed, party=party, utterance=number, start=start, end=end, text=text)
    )
    return events
