"""What stands for words that are removed, and how it takes their place."""

from collections.abc import Iterable, Sequence

from assist.core.events import CallEnded, Event, FinalResult, PauseSet
from assist.core.words import Word

MASK = "•••"
"""Stands for words that are removed, and for digits that are still held back."""


_LONGEST_MS = 24 * 3_600_000
"""Longer than any call."""


def mask_tokens(tokens: Sequence[str], spans: Sequence[tuple[int, int]]) -> list[str]:
    """The words of a line with each span `(first, last)`, `last` exclusive, as one mask."""
    out = list(tokens)
    for first, last in reversed(spans):
        out[first:last] = [MASK]
    return out


def mask_words(words: Sequence[Word], spans: Sequence[tuple[int, int]]) -> tuple[Word, ...]:
    """Words with times, each span as one masked word over its whole time."""
    out = list(words)
    for first, last in reversed(spans):
        gone = words[first:last]
        out[first:last] = [
            Word(
                text=MASK,
                start=gone[0].start,
                end=gone[-1].end,
                confidence=min(word.confidence for word in gone),
            )
        ]
    return tuple(out)


def timed_words(event: FinalResult) -> tuple[tuple[Word, ...], bool]:
    """A result's words, and whether the recognizer timed them.

    Where it did not they are spread over the result's time by their length.
    """
    tokens = event.text.split()
    if [word.text for word in event.words] == tokens:
        return event.words, True
    letters = max(1, sum(len(token) for token in tokens))
    span = event.end - event.start
    words: list[Word] = []
    seen = 0
    for token in tokens:
        start = event.start + span * seen // letters
        seen += len(token)
        end = event.start + span * seen // letters
        words.append(Word(text=token, start=start, end=end))
    return tuple(words), False


def masked_spans(events: Iterable[Event]) -> tuple[tuple[int, int], ...]:
    """Milliseconds `(start, end)` of a call in which something masked was said, by either party.

    A result without times of its words counts as a whole, and so does the time in which card
    details were given.
    """
    spans: list[tuple[int, int]] = []
    paused_at: int | None = None
    for event in events:
        if isinstance(event, PauseSet):
            if paused_at is not None:
                spans.append((paused_at, event.at))
            paused_at = event.at if event.is_paused and event.reason == "card" else None
        elif isinstance(event, CallEnded) and paused_at is not None:
            spans.append((paused_at, event.at))
            paused_at = None
        if not isinstance(event, FinalResult) or MASK not in event.text.split():
            continue
        if event.words:
            spans += [(word.start, word.end) for word in event.words if word.text == MASK]
        else:
            spans.append((event.start, event.end))
    if paused_at is not None:  # the journal stops in it
        spans.append((paused_at, paused_at + _LONGEST_MS))
    return tuple(sorted(spans))
