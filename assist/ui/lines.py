"""The transcript as lines on a screen, folded from results. Plain Python, no Qt.

Settled lines (final results) always stand before the unsettled ones (what somebody is still
saying), and a settled line never changes its place: text that was read stays where it was read.
"""

import re
from dataclasses import dataclass, replace

from assist.core.events import FinalResult, PartialResult, Urgency
from assist.core.words import Evidence, Party, Word
from assist.core.written import written

LOW_CONFIDENCE = 0.6
"""Words the recognizer is less sure of are dimmed; below it about every second word is wrong."""

_SLACK_MS = 40
"""Word times of a partial and of its final differ by at most a frame or two (30 ms each)."""


_ALSO_WORDS = frozenset(
    (
        "april art baker banks bell best bill black brown bush carter chance chase cook dawn day "
        "drew faith fox frank gene gold good grace gray green guy hill hope hunt ivy jack joy june "
        "king lily long love mark may miles moon north page pat penny pope power price read rich "
        "rose ruby sharp short small snow star stone sue summer sunny swift taylor ward west white "
        "will wise wood young"
    ).split()
)
"""Names that are everyday words stay small: better "mark" than "I Will Mark it"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Characters `start` to `end` of a line are what a cue rests on."""

    start: int
    end: int
    cue: int
    urgency: Urgency


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One utterance. `low` holds (start, end) character ranges of doubtful words."""

    party: Party
    utterance: int
    start: int
    text: str
    is_final: bool
    words: tuple[Word, ...] = ()
    low: tuple[tuple[int, int], ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RowInserted:
    row: int
    line: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChanged:
    row: int
    line: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class RowMoved:
    """The line at `row` went up to `to`, and is `line` from now on."""

    row: int
    to: int
    line: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class RowRemoved:
    row: int


RowChange = RowInserted | RowChanged | RowMoved | RowRemoved
_Key = tuple[Party, int]


class TranscriptLines:
    """Folds results and marks into lines; every call tells which rows it touched."""

    def __init__(self) -> None:
        self._settled: list[Line] = []
        self._open: list[Line] = []
        self._rows: dict[_Key, int] = {}
        self._names: dict[str, str] = {}
        self._marked: dict[_Key, list[tuple[int, Urgency, Evidence]]] = {}

    def __len__(self) -> int:
        return len(self._settled) + len(self._open)

    def __getitem__(self, row: int) -> Line:
        settled = len(self._settled)
        return self._settled[row] if row < settled else self._open[row - settled]

    @property
    def settled(self) -> int:
        """How many lines, from the first on, will never move or be replaced."""
        return len(self._settled)

    def partial(self, result: PartialResult) -> tuple[RowChange, ...]:
        key = (result.party, result.utterance)
        if key in self._rows:
            return ()  # late: the final has been here
        line = Line(
            party=result.party,
            utterance=result.utterance,
            start=result.start,
            text=self._written(result.text),
            is_final=False,
        )
        line = self._with_marks(line)
        place = self._open_place(result.party, result.utterance)
        if place is None:
            if not result.text:
                return ()
            changes = self._drop_open(result.party)
            self._open.append(line)
            return (*changes, RowInserted(row=len(self) - 1, line=line))
        if not result.text:
            return self._drop_open(result.party)
        if self._open[place] == line:
            return ()
        self._open[place] = line
        return (RowChanged(row=self.settled + place, line=line),)

    def final(self, result: FinalResult) -> tuple[RowChange, ...]:
        key = (result.party, result.utterance)
        if not result.text:
            return self._drop_open(result.party)
        line = self._with_marks(
            Line(
                party=result.party,
                utterance=result.utterance,
                start=result.start,
                text=self._written(result.text),
                is_final=True,
                words=result.words,
                low=_low_ranges(result.text, result.words),
            )
        )
        known = self._rows.get(key)
        if known is not None:
            self._settled[known] = line
            return (RowChanged(row=known, line=line),)
        place = self._open_place(result.party, result.utterance)
        row = len(self._settled)
        self._rows[key] = row
        self._settled.append(line)
        if place is None:
            return (RowInserted(row=row, line=line),)
        del self._open[place]
        if place == 0:
            return (RowChanged(row=row, line=line),)
        return (RowMoved(row=row + place, to=row, line=line),)

    def learn_name(self, name: str) -> tuple[RowChange, ...]:
        """Write a person's name with capitals from now on, and where it was said already."""
        parts = {part.lower(): part for part in re.findall(r"[^\W\d_]{2,}", name)}
        known = {part: said for part, said in parts.items() if part not in _ALSO_WORDS}
        if known.items() <= self._names.items():
            return ()
        self._names.update(known)
        changes = []
        for row in range(len(self)):
            text = self._written(self[row].text)
            if text != self[row].text:
                changes.append(self._put(row, replace(self[row], text=text)))
        return tuple(changes)

    def mark(
        self, cue: int, urgency: Urgency, evidence: tuple[Evidence, ...]
    ) -> tuple[RowChange, ...]:
        """Mark the words a cue rests on, now or when their line comes."""
        keys: list[_Key] = []
        for piece in evidence:
            if piece.party is None or piece.utterance is None or not piece.text:
                continue
            key = (piece.party, piece.utterance)
            self._marked.setdefault(key, []).append((cue, urgency, piece))
            keys.append(key)
        return self._refresh(keys)

    def unmark(self, cue: int) -> tuple[RowChange, ...]:
        """Take a withdrawn cue's marks away."""
        keys = [key for key, held in self._marked.items() if any(c == cue for c, _, _ in held)]
        for key in keys:
            self._marked[key] = [item for item in self._marked[key] if item[0] != cue]
        return self._refresh(keys)

    def _refresh(self, keys: list[_Key]) -> tuple[RowChange, ...]:
        changes: list[RowChange] = []
        for key in dict.fromkeys(keys):
            row = self._rows.get(key)
            if row is None:
                place = self._open_place(*key)
                if place is None:
                    continue
                row = self.settled + place
            changes.append(self._put(row, self._with_marks(self[row])))
        return tuple(changes)

    def _put(self, row: int, line: Line) -> RowChanged:
        if row < self.settled:
            self._settled[row] = line
        else:
            self._open[row - self.settled] = line
        return RowChanged(row=row, line=line)

    def _written(self, text: str) -> str:
        """As people write it; every character keeps its place."""
        text = written(text)
        if not self._names:
            return text
        return re.sub(r"[^\W\d_]{2,}", lambda word: self._names.get(word[0], word[0]), text)

    def _with_marks(self, line: Line) -> Line:
        held = self._marked.get((line.party, line.utterance))
        if not held:
            return replace(line, marks=()) if line.marks else line
        marks = [
            Mark(start=found[0], end=found[1], cue=cue, urgency=urgency)
            for cue, urgency, evidence in held
            if (found := find_words(line, evidence)) is not None
        ]
        return replace(line, marks=tuple(marks))

    def _open_place(self, party: Party, utterance: int) -> int | None:
        for place, line in enumerate(self._open):
            if line.party is party and line.utterance == utterance:
                return place
        return None

    def _drop_open(self, party: Party) -> tuple[RowChange, ...]:
        """A party speaks one utterance at a time: an older unsettled one was a mistake."""
        for place, line in enumerate(self._open):
            if line.party is party:
                del self._open[place]
                return (RowRemoved(row=self.settled + place),)
        return ()


def find_words(line: Line, evidence: Evidence) -> tuple[int, int] | None:
    """The character range of the evidence in a line: by its words, else by their times."""
    haystack, needle = line.text.lower(), evidence.text.lower().strip()
    spans = word_spans(line.text, line.words)
    timed = [
        span
        for span, word in zip(spans, line.words, strict=True)
        if span is not None
        and word.start >= evidence.start - _SLACK_MS
        and word.end <= evidence.end + _SLACK_MS
    ]
    expected = timed[0][0] if timed else 0
    best: tuple[int, int] | None = None
    at = haystack.find(needle) if needle else -1
    while at >= 0:
        if best is None or abs(at - expected) < abs(best[0] - expected):
            best = (at, at + len(needle))
        at = haystack.find(needle, at + 1)
    if best is None and timed:
        best = (timed[0][0], timed[-1][1])
    return best


def word_spans(text: str, words: tuple[Word, ...]) -> tuple[tuple[int, int] | None, ...]:
    """Where each word stands in the text; None for a word that is not there (redacted)."""
    spans: list[tuple[int, int] | None] = []
    text, at = text.lower(), 0
    for word in words:
        found = text.find(word.text.lower(), at)
        if found < 0:
            spans.append(None)
            continue
        at = found + len(word.text)
        spans.append((found, at))
    return tuple(spans)


def _low_ranges(text: str, words: tuple[Word, ...]) -> tuple[tuple[int, int], ...]:
    spans = word_spans(text, words)
    return tuple(
        span
        for span, word in zip(spans, words, strict=True)
        if span is not None and word.confidence < LOW_CONFIDENCE
    )
