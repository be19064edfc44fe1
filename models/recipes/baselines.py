"""What simpler methods reach on labelled utterances, beside the app's detectors.

    python -m models.recipes.baselines ROWS.jsonl [--texts FOLDER]

Three baselines: VADER, a lexicon with rules (MIT; `pip install '.[recipes]'`), a logistic
regression on GoEmotions' words and pairs of words, and plain lists of keywords. All are judged by
the functions behind `assist evaluate`, on the same rows.
"""

import argparse
import importlib
import itertools
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assist import app
from assist.review.labelled import Row, read_material
from assist.review.labels import FEELINGS, NO_FEELING, with_groups
from assist.review.plain import as_recognized
from assist.review.scoring import Score
from assist.review.utterances import Finder, Found, detectors, judge
from models.recipes.corpora import rows as json_rows

REPOSITORY = Path(__file__).parents[2]

# --- keywords -------------------------------------------------------------------------------------

KEYWORDS: dict[str, str] = {
    "dead_end": "unfortunately|cannot|can't|can not|unable|not able|not available|no way|"
    "nothing we can do|nothing i can do|not possible|won't be able",
    "empathy": "understand|imagine|must be|must have been|i know how|appreciate how|feel",
    "canned_empathy": "inconvenience|sorry to hear|sorry for any|understand your frustration|"
    "apologize for any|apologise for any",
    "apology_ownership": "sorry|apologize|apologise|apologies|apology|our fault|our mistake",
    "confirms_understanding": "so you|you said|you mean|if i understand|let me confirm|just to "
    "confirm|is that correct|is that right|you are saying",
    "concrete_follow_up": "i'll|i will|we'll|we will|get back to you|call you back|email you|"
    "within|tomorrow",
    "transfer": "transfer|put you through|contact|call|speak to|speak with|see|department|"
    "desk|team|redirect|connect you",
    "frustration": "frustrated|frustrating|annoyed|annoying|ridiculous|again|still|waiting|hours|"
    "never|fed up|irritating",
    "anger": "angry|furious|disgusted|disgusting|disgrace|unacceptable|outrageous|worst|terrible|"
    "horrible|awful|pathetic|shame|hate|rude",
    "worry": "worried|worry|concerned|afraid|scared|anxious|nervous|hope",
    "disappointment": "disappointed|disappointing|disappointment|let down|expected|sad|poor",
    "exhaustion": "tired|exhausted|exhausting|stressed|stress|overwhelmed|wits end|can't take",
    "confusion": "confused|confusing|don't understand|not sure|unclear|what do you mean",
    "gratitude_relief": "thank|thanks|grateful|appreciate|great|relieved|awesome|perfect",
    "leave_cancel": "cancel|close my account|switch|leave|leaving|never again|another company|"
    "never fly|elsewhere",
    "ask_supervisor": "supervisor|manager|someone else|your boss",
    "social_media_public": "twitter|facebook|social media|post|review|youtube|news",
    "legal": "lawyer|attorney|sue|legal|court|lawsuit|regulator|cfpb",
    "gives_name": "my name is|my name's|this is|i'm|i am",
}
_GREETED = re.compile(
    r"\b(?:[Hh]i|[Hh]ello|[Hh]ey|[Tt]hanks|[Ss]orry|[Dd]ear|Mr|Mrs|Ms),? [A-Z][a-z]+"
)


def keywords(row: Row) -> Found:
    """A label is there where one of its words is; the primary feeling has the most of them."""
    text = as_recognized(row.text)
    counts = {
        label: len(re.findall(rf"\b(?:{words})\b", text)) for label, words in KEYWORDS.items()
    }
    labels = {label for label, count in counts.items() if count}
    if _GREETED.search(row.text):
        labels.add("uses_name")
    felt = max(FEELINGS, key=lambda feeling: counts[feeling])
    return Found(
        labels=with_groups(frozenset(labels)),
        primary=felt if counts[felt] else NO_FEELING,
    )


# --- VADER ----------------------------------------------------------------------------------------

_VADER_LIMIT = 0.05
"""The compound score from which its authors call a text positive, and below which negative."""


def vader() -> Finder:
    """Negative is distress, positive is gratitude. Raises SystemExit where it is not installed."""
    try:
        module: Any = importlib.import_module("vaderSentiment.vaderSentiment")
    except ModuleNotFoundError:
        raise SystemExit("VADER is not installed; run: pip install '.[recipes]'") from None
    analyzer = module.SentimentIntensityAnalyzer()

    def find(row: Row) -> Found:
        compound = float(analyzer.polarity_scores(row.text)["compound"])
        if compound <= -_VADER_LIMIT:
            # It knows no feelings by name; the most frequent one serves it best.
            return Found(labels=with_groups(frozenset({"frustration"})), primary="frustration")
        if compound >= _VADER_LIMIT:
            return Found(labels=frozenset({"gratitude_relief"}), primary="gratitude_relief")
        return Found(labels=frozenset())

    return find


# --- logistic regression on GoEmotions ------------------------------------------------------------

_EMOTIONS = {
    "annoyance": "frustration",
    "disapproval": "frustration",
    "anger": "anger",
    "disgust": "anger",
    "fear": "worry",
    "nervousness": "worry",
    "disappointment": "disappointment",
    "sadness": "disappointment",
    "grief": "disappointment",
    "confusion": "confusion",
    "gratitude": "gratitude_relief",
    "relief": "gratitude_relief",
}
"""GoEmotions has nothing for exhaustion."""

_CLASSES = (NO_FEELING, *dict.fromkeys(_EMOTIONS.values()))
_BUCKETS = 1 << 18
_BALANCE = 0.75
_EPOCHS, _BATCH, _STEP, _DECAY = 4, 64, 0.1, 1e-3
_SEED = 0


def features(text: str) -> NDArray[np.int64]:
    """Numbers of the words and pairs of words of a text, hashed."""
    words = as_recognized(text).split()
    grams = [*words, *(" ".join(pair) for pair in itertools.pairwise(words))]
    return np.array(sorted({_bucket(gram) for gram in grams}), np.int64)


def _bucket(gram: str) -> int:
    """FNV-1a: the same in every process, unlike `hash`."""
    number = 2166136261
    for byte in gram.encode():
        number = ((number ^ byte) * 16777619) & 0xFFFFFFFF
    return number % _BUCKETS


@dataclass(frozen=True, slots=True)
class Regression:
    """Multinomial logistic regression over hashed n-grams; `weights` are buckets x classes."""

    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    def chances(self, text: str) -> NDArray[np.float64]:
        logits = self.weights[features(text)].sum(axis=0) + self.bias
        powers = np.exp(logits - logits.max())
        return np.asarray(powers / powers.sum(), np.float64)

    def find(self, row: Row) -> Found:
        """The likeliest class, and distress where its classes together are likelier than not."""
        chances = dict(zip(_CLASSES, self.chances(row.text), strict=True))
        primary = max(chances, key=lambda name: chances[name])
        labels = {primary} - {NO_FEELING}
        felt = sum(chances[name] for name in ("frustration", "anger", "worry", "disappointment"))
        found = with_groups(frozenset(labels)) - {"distress"}
        return Found(labels=found | {"distress"} if felt >= 0.5 else found, primary=primary)


def train(texts: Iterable[tuple[str, str]]) -> Regression:
    """Fit (text, class) pairs by Adagrad in small batches; the same pairs give the same weights."""
    pairs = [(grams, _CLASSES.index(name)) for text, name in texts if len(grams := features(text))]
    sizes = np.bincount([name for _, name in pairs], minlength=len(_CLASSES))
    # Two thirds of the comments have no feeling of ours; unweighted, hardly any is ever found.
    importance = (sizes.sum() / (len(_CLASSES) * np.maximum(sizes, 1))) ** _BALANCE
    weights = np.zeros((_BUCKETS, len(_CLASSES)), np.float32)
    bias = np.zeros(len(_CLASSES), np.float32)
    squares, bias_squares = np.ones_like(weights), np.ones_like(bias)
    rng = np.random.default_rng(_SEED)
    for _ in range(_EPOCHS):
        order = rng.permutation(len(pairs))
        for first in range(0, len(order), _BATCH):
            batch = [pairs[place] for place in order[first : first + _BATCH]]
            lengths = np.array([len(grams) for grams, _ in batch])
            columns = np.concatenate([grams for grams, _ in batch])
            owners = np.repeat(np.arange(len(batch)), lengths)
            starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
            logits = np.add.reduceat(weights[columns], starts, axis=0) + bias
            powers = np.exp(logits - logits.max(axis=1, keepdims=True))
            slopes = powers / powers.sum(axis=1, keepdims=True)
            slopes[np.arange(len(batch)), [name for _, name in batch]] -= 1
            slopes *= importance[[name for _, name in batch], None]
            touched, places = np.unique(columns, return_inverse=True)
            slope = np.zeros((len(touched), len(_CLASSES)), np.float32)
            np.add.at(slope, places, slopes[owners].astype(np.float32))
            slope += _DECAY * weights[touched]
            squares[touched] += slope**2
            weights[touched] -= _STEP * slope / np.sqrt(squares[touched])
            total = slopes.sum(axis=0).astype(np.float32)
            bias_squares += total**2
            bias -= _STEP * total / np.sqrt(bias_squares)
    return Regression(weights, bias)


def goemotions(folder: Path) -> Iterable[tuple[str, str]]:
    """Texts with one emotion that we know, or none of ours."""
    for row in json_rows(folder / "goemotions.jsonl.gz"):
        ours = {_EMOTIONS[name] for name in row["labels"] if name in _EMOTIONS}
        if len(ours) <= 1:
            yield row["text"], next(iter(ours), NO_FEELING)


# --- the table ------------------------------------------------------------------------------------

_APPLIES: dict[str, frozenset[str]] = {
    "VADER": frozenset({"distress", "gratitude_relief", "primary_feeling"}),
    "n-grams": frozenset({*_EMOTIONS.values(), "distress", "primary_feeling"}),
}


def table(rows: Sequence[Row], finders: dict[str, Finder]) -> list[str]:
    """F1 by label and method, as Markdown; the first method is ours."""
    scores: dict[str, dict[str, Score]] = {
        name: judge(rows, find).scores for name, find in finders.items()
    }
    names = list(finders)
    lines = [
        f"| label | support | {' | '.join(names)} | ahead of the best |",
        "|---|--:|" + "--:|" * (len(names) + 1),
    ]
    for label, ours in scores[names[0]].items():
        if not ours.support:
            continue
        others = {
            name: scores[name][label].f1
            for name in names[1:]
            if label in _APPLIES.get(name, frozenset({label}))
        }
        cells = [f"{ours.f1:.2f}"]
        cells += [f"{others[name]:.2f}" if name in others else "" for name in names[1:]]
        ahead = 100 * (ours.f1 - max(others.values()))
        lines.append(f"| `{label}` | {ours.support} | {' | '.join(cells)} | {ahead:+.0f} |")
    return lines


def main(argv: Sequence[str] | None = None, *, load_vader: Callable[[], Finder] = vader) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("rows", type=Path, nargs="+", help="labelled utterances, JSON lines")
    parser.add_argument(
        "--texts",
        type=Path,
        default=REPOSITORY.parent / "shared" / "data" / "texts",
        help="the folder of goemotions.jsonl.gz",
    )
    options = parser.parse_args(argv)
    rows = read_material(options.rows).rows
    finders: dict[str, Finder] = {
        "Call Assist": detectors(app.load_playbook(app.load_settings())),
        "VADER": load_vader(),
        "n-grams": train(goemotions(options.texts)).find,
        "keywords": keywords,
    }
    print("\n".join(table(rows, finders)))


if __name__ == "__main__":
    main()
