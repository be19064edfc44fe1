"""What the utterance classifiers learn from: sentences of our own, labelled and unlabelled texts.

Our own sentences stand in `utterance_text/`: below a line `== dead_end, empathy 2 ?transfer` all
have those labels (a number is the intensity, `?` marks a label that is open). `(x|y)` is a choice,
`{slot}` a filler of slots.txt.
"""

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assist.detect.names import sound_key
from models.recipes import utterance_words

TEXTS = Path(__file__).parent / "utterance_text"

FEELINGS = (
    "frustration",
    "anger",
    "worry",
    "disappointment",
    "exhaustion",
    "confusion",
    "gratitude_relief",
)
DISTRESS = frozenset(FEELINGS[:5])
THREATS = ("leave_cancel", "ask_supervisor", "social_media_public", "legal")
CUSTOMER = (*FEELINGS, "distress", *THREATS, "giving_up", "clear", "strong")
"""`clear` and `strong` are intensities of at least 2 and of 3."""

AGENT = (
    "dead_end",
    "empathy",
    "canned_empathy",
    "apology_ownership",
    "confirms_understanding",
    "concrete_follow_up",
    "transfer",
)
_CANCEL_DEAD_END = frozenset({"concrete_follow_up", "transfer", "way_forward"})

EMOTIONS = {
    "anger": ("anger",),
    "annoyance": ("frustration",),
    "disappointment": ("disappointment",),
    "nervousness": ("worry",),
    "fear": ("worry",),
    "confusion": ("confusion",),
    "gratitude": ("gratitude_relief",),
    "relief": ("gratitude_relief",),
    "disgust": ("anger",),
    "neutral": (),
    "curiosity": (),
    "realization": (),
    "optimism": (),
    "joy": (),
    "amusement": (),
    "excitement": (),
}
"""GoEmotions to our feelings; rows with an emotion not named here are left out."""

_NEUTRAL_SHARE = 0.2
"""Of the GoEmotions rows without one of our feelings: they are many and far from a call."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A text with its labels; `open` labels are not learnt from it. `group` keeps kin together.

    `is_plain`: as said or written, neither composed of others nor misheard.
    """

    party: str
    text: str
    labels: frozenset[str] = frozenset()
    open: frozenset[str] = frozenset()
    weight: float = 1.0
    group: str = ""
    is_plain: bool = True


def complete(labels: Iterable[str], intensity: int | None) -> tuple[frozenset[str], frozenset[str]]:
    """(labels, open labels) with the heads that follow from others: distress and intensity."""
    made = set(labels)
    left_open: set[str] = set()
    if made & DISTRESS:
        made.add("distress")
    if intensity is None:
        left_open |= {"clear", "strong"}
    elif made & DISTRESS:
        made |= {"clear"} if intensity >= 2 else set()
        made |= {"strong"} if intensity >= 3 else set()
    return frozenset(made), frozenset(left_open)


# --- our own sentences ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Line:
    pattern: str
    labels: frozenset[str]
    open: frozenset[str]
    number: int


def _lines(party: str) -> Iterator[_Line]:
    labels: frozenset[str] = frozenset()
    left_open: frozenset[str] = frozenset()
    text = (TEXTS / f"{party}.txt").read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if line.startswith("=="):
            names = re.findall(r"\??[a-z_]+", line)
            degree = re.search(r"\b([123])\b", line)
            plain = [name for name in names if name[0] != "?" and name != "none"]
            intensity = int(degree.group(1)) if degree else (None if plain else 0)
            labels, also_open = complete(plain, intensity)
            left_open = also_open | {name[1:] for name in names if name[0] == "?"}
        elif line and not line.startswith("#"):
            yield _Line(line, labels, left_open, number)


class Patterns:
    """Expands patterns at random; `slots` maps a name to its fillers."""

    def __init__(self, slots: dict[str, list[str]], rng: random.Random) -> None:
        self._slots = slots
        self._rng = rng

    def expand(self, pattern: str) -> str:
        """One way of saying the pattern."""
        text = self._choose(pattern)
        text = re.sub(r"\{(\w+)\}", lambda slot: self._rng.choice(self._slots[slot[1]]), text)
        return re.sub(r"\s+", " ", text).strip()

    def _choose(self, pattern: str) -> str:
        innermost = re.compile(r"\(([^()]*)\)")
        while (found := innermost.search(pattern)) is not None:
            # Outer choices are made after inner ones: an inner "|" is gone by then.
            chosen = self._rng.choice(found.group(1).split("|"))
            pattern = pattern[: found.start()] + chosen + pattern[found.end() :]
        return pattern


def slots() -> dict[str, list[str]]:
    made = {}
    for line in (TEXTS / "slots.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, fillers = line.partition(":")
            made[name] = [filler.strip() for filler in fillers.split("|")]
    return made


def own(party: str, per_line: int, rng: random.Random) -> list[Example]:
    """Our own sentences, each pattern said in up to `per_line` ways."""
    patterns = Patterns(slots(), rng)
    made = []
    for line in _lines(party):
        texts = {patterns.expand(line.pattern) for _ in range(per_line)}
        made += [
            Example(
                party=party,
                text=text,
                labels=line.labels,
                open=line.open,
                weight=per_line / len(texts) * 0.5 + 0.5,
                group=f"own-{party}-{line.number}",
            )
            for text in sorted(texts)
        ]
    return made


def compose(examples: Sequence[Example], count: int, rng: random.Random) -> list[Example]:
    """Longer turns from two or three sentences: labels add up, a way forward ends a dead end."""
    by_kind = defaultdict(list)
    for example in examples:
        by_kind[min(example.labels, default="")].append(example)
    kinds = sorted(by_kind)
    made = []
    for _ in range(count):
        parts = [rng.choice(by_kind[rng.choice(kinds)])]
        for _ in range(rng.choice((1, 1, 2))):
            kind = "" if rng.random() < 0.75 else rng.choice(kinds)
            parts.insert(rng.randint(0, len(parts)), rng.choice(by_kind[kind]))
        labels = frozenset().union(*(part.labels for part in parts))
        left_open = frozenset().union(*(part.open for part in parts)) - labels
        if labels & _CANCEL_DEAD_END:
            labels -= {"dead_end"}
        # What is agreed: plain thanks beside a complaint are manners.
        if labels & DISTRESS and "gratitude_relief" in labels:
            labels -= {"gratitude_relief"}
            left_open |= {"gratitude_relief"}
        joined = rng.choice((" ", " ", ", ", " and ", " but ", " so "))
        made.append(
            Example(
                party=parts[0].party,
                text=joined.join(part.text for part in parts),
                labels=labels,
                open=left_open,
                weight=0.6,
                group=parts[0].group,
                is_plain=False,
            )
        )
    return made


# --- recognition errors --------------------------------------------------------------------------


class Mishearing:
    """Errors as a recognizer makes them: words lost, and words of a like sound in their place."""

    def __init__(self, words: Iterable[str], rng: random.Random) -> None:
        self._alike: defaultdict[str, list[str]] = defaultdict(list)
        for word in words:
            if len(word) > 1 and word.isalpha():
                self._alike[sound_key(word)].append(word)
        self._rng = rng

    def mishear(self, text: str, rate: float) -> str:
        """`text` in lower case without punctuation, about `rate` of its words wrong or lost."""
        heard = []
        for word in re.findall(r"[\w']+", text.lower()):
            if self._rng.random() >= rate:
                heard.append(word)
            elif self._rng.random() < 0.6:
                alike = self._alike.get(sound_key(word), [])
                heard.append(self._rng.choice(alike) if alike else word)
        return " ".join(heard) or text

    def copy(self, example: Example, rate: float = 0.12) -> Example:
        """The example as it might be recognized."""
        return replace(
            example,
            text=self.mishear(example.text, rate),
            weight=example.weight * 0.5,
            is_plain=False,
        )


# --- texts of others -----------------------------------------------------------------------------


def emotions(data: Path, weight: float, rng: random.Random) -> list[Example]:
    """GoEmotions rows that say something about our feelings; nothing else is learnt from them."""
    made = []
    closed = frozenset(THREATS) | {"giving_up", "clear", "strong", "exhaustion"}
    for record in utterance_words.records(data / "texts" / "goemotions.jsonl.gz"):
        names = record["labels"]
        assert isinstance(names, list)
        if any(name not in EMOTIONS for name in names):
            continue
        if not any(EMOTIONS[name] for name in names) and rng.random() > _NEUTRAL_SHARE:
            continue
        labels, _ = complete((feeling for name in names for feeling in EMOTIONS[name]), None)
        # Reddit's neutral and its questions are no calm caller: their threats stay open.
        text = str(record["text"])
        made.append(
            Example(
                party="customer",
                text=text,
                labels=labels,
                open=closed,
                weight=weight,
                group="emotions",
            )
        )
    return made
