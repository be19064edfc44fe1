"""Calls written and labelled turn by turn, and what the detectors find in them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assist.core.events import CallStarted, Detection, FinalResult, Input, PivotMarked, Tick
from assist.core.words import Party
from assist.cues.playbook import Playbook
from assist.session.call import CallSession

CALLS = Path(__file__).parents[1] / "unit" / "detect" / "calls" / "labelled.txt"

LABELS: dict[Party, tuple[str, ...]] = {
    Party.AGENT: (
        "hold",
        "barrier",
        "policy",
        "choice",
        "impatient",
        "thanks",
        "thanks_formula",
        "closing",
        "resolved",
    ),
    Party.CUSTOMER: (
        "problem_statement",
        "restrained_anger",
        "repeat_contact",
        "told_transfers",
        "giving_up",
        "came_back",
        "resolved",
        "driver",
    ),
}
"""What is judged here; "driver" counts each cause."""

_PARTIES = {"a": Party.AGENT, "c": Party.CUSTOMER}
_MOODS = {"up", "down"}
_WORD_MS = 400
"""150 words a minute, as typed turns count elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledTurn:
    """`labels` hold for the turn, `open` are arguable; `mood` is "up", "down" or ""."""

    party: Party
    text: str
    labels: frozenset[str]
    open: frozenset[str]
    mood: str


def labelled_calls(file: Path = CALLS) -> list[list[LabelledTurn]]:
    """The calls in the file, in order."""
    calls: list[list[LabelledTurn]] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("=="):
            calls.append([])
        elif line.strip() and not line.startswith("#"):
            head, _, text = line.partition("|")
            side, *names = head.split()
            calls[-1].append(
                LabelledTurn(
                    party=_PARTIES[side],
                    text=text.strip(),
                    labels=frozenset(n for n in names if n[0] not in "?-") - _MOODS,
                    open=frozenset(n[1:] for n in names if n[0] == "?"),
                    mood=next((n for n in names if n in _MOODS), ""),
                )
            )
    return calls


def heard(call: list[LabelledTurn], playbook: Playbook) -> Iterator[tuple[LabelledTurn, set[str]]]:
    """Each turn with the labels found in it; causes as "driver:…", pivots as "up" or "down"."""
    session = CallSession(playbook)
    started = CallStarted(at=0, call="c", started_at="2026-11-20T10:00:00+01:00", source="test")
    session.handle(started)
    numbers: Counter[Party] = Counter()
    at = 0
    for turn in call:
        start, at = at + 500, at + 1000 + _WORD_MS * len(turn.text.split())
        said = FinalResult(
            at=at,
            party=turn.party,
            utterance=numbers[turn.party],
            start=start,
            end=at - 300,
            text=turn.text,
        )
        numbers[turn.party] += 1
        found: set[str] = set()
        inputs: tuple[Input, ...] = (said, Tick(at=at))
        for event in (output for each in inputs for output in session.handle(each)):
            if isinstance(event, PivotMarked):
                found.add("up" if event.is_up else "down")
            elif isinstance(event, Detection) and event.party is turn.party:
                is_cause = event.label == "driver"
                found |= (
                    {f"driver:{cause}" for cause in event.detail.split(",")}
                    if is_cause
                    else {event.label}
                )
        yield turn, found


@dataclass(slots=True, kw_only=True)
class Count:
    """Turns in which a label was rightly found, wrongly found, or missed."""

    right: int = 0
    false: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.false)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)


def judged(playbook: Playbook) -> tuple[dict[str, Count], list[str]]:
    """Counts by label ("agent resolved" apart from "customer resolved"), and each mistake.

    A pivot counts as right in the turn it is marked in or the one after of the same call.
    """
    counts: dict[str, Count] = {}
    mistakes: list[str] = []
    for call in labelled_calls():
        turns = list(heard(call, playbook))
        for turn, found in turns:
            for label in LABELS[turn.party]:
                kinds = {name for name in turn.labels | turn.open | found if _is(name, label)}
                for kind in sorted(kinds - turn.open):
                    count = counts.setdefault(f"{turn.party} {label}", Count())
                    _count(count, kind in turn.labels, kind in found)
                    if (kind in turn.labels) != (kind in found):
                        word = "missed" if kind in turn.labels else "false"
                        mistakes.append(f"{word} {kind}: {turn.text}")
        _count_pivots(turns, counts, mistakes)
    return counts, mistakes


def _is(name: str, label: str) -> bool:
    return name == label or (label == "driver" and name.startswith("driver:"))


def _count(count: Count, is_there: bool, is_found: bool) -> None:
    if is_there and is_found:
        count.right += 1
    elif is_found:
        count.false += 1
    elif is_there:
        count.missed += 1


def _count_pivots(
    turns: list[tuple[LabelledTurn, set[str]]], counts: dict[str, Count], mistakes: list[str]
) -> None:
    for mood in sorted(_MOODS):
        count = counts.setdefault(f"pivot {mood}", Count())
        wanted = [n for n, (turn, _) in enumerate(turns) if turn.mood == mood]
        found = [n for n, (_, labels) in enumerate(turns) if mood in labels]
        for place in wanted:
            near = next((n for n in found if 0 <= n - place <= 2), None)
            if near is not None:
                found.remove(near)
            _count(count, True, near is not None)
            if near is None:
                mistakes.append(f"missed pivot {mood}: {turns[place][0].text}")
        for place in found:
            _count(count, False, True)
            mistakes.append(f"false pivot {mood}: {turns[place][0].text}")
