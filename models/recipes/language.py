"""Vocabulary and language model of the starter: which words, and how likely in a call."""

import random
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

from models.recipes import corpora, names, ngram, phrases
from models.recipes.lexicon import Pronunciation
from models.recipes.names import CLASSES
from models.recipes.ngram import Counts, Model

# How much a sentence of each source counts. Coffee orders and Reddit teach English, but not our
# calls.
WEIGHTS = {
    "multidogo_customer": 0.4,
    "banking77_customer": 0.8,
    "natcs_customer": 2.0,
    "nlupp_customer": 1.0,
    "star_dialogues": 0.7,
    "taskmaster4_dialogues": 0.25,
    "goemotions": 0.7,
    "cfpb_complaints": 0.4,
    "dialogue_dev": 1.5,
    "own": 0.5,
}
GENERAL = 0.5  # the part of general English beside all of the above, see the notes
NAMELESS = ("goemotions", "cfpb_complaints", "banking77_customer")  # names were taken out of them
_REPEATS = 12  # the same sentence counts at most this often: chat robots repeat themselves
FIRST_NAMES, LAST_NAMES = 1500, 2500  # that our own patterns say and spell
_FREQUENT = 6.0  # weighted count from which a word's other forms are worth having
WORD_LIST = Path(__file__).parent / "material_text" / "words.lst"
HELD_OUT = Path(__file__).parent / "held_out.txt"
SAFE_NAMES = Path(__file__).parents[2] / "resources" / "names" / "first_names.txt"


def load_sentences(data: Path, seed: int, each: int = 300) -> dict[str, list[str]]:
    """All sentences per source, our own patterns expanded `each` times, names in them marked."""
    first, last = corpora.people(data)
    made = names.NamelessPhrases(first[:FIRST_NAMES], last[:LAST_NAMES], random.Random(seed))
    measured = set(held_out_sentences())
    own = [line for line in phrases.generate(made, each) if line not in measured]
    collected = corpora.load(data)
    texts = (line for lines in collected.values() for line in lines)
    nameless = (line for source in NAMELESS for line in collected[source])
    marker = names.Marker(names.census(data), _safe_names(), texts, nameless)
    marked = {source: list(map(marker, lines)) for source, lines in collected.items()}
    return {**marked, "own": own}


def _safe_names() -> list[str]:
    """Common first names that are no everyday words."""
    lines = SAFE_NAMES.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def held_out_sentences() -> list[str]:
    """Free call-center sentences for measuring, kept out of all training text."""
    lines = HELD_OUT.read_text().splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def vocabulary(
    sources: Mapping[str, list[str]],
    known: Mapping[str, list[Pronunciation]],
    size: int,
) -> list[str]:
    """The `size` words to recognize besides names: our own, then by weighted count; all have
    pronunciations.
    """
    count: Counter[str] = Counter()
    for source, lines in sources.items():
        for line in lines:
            for word in line.split():
                count[word] += WEIGHTS[source]  # type: ignore[assignment]
    spoken = [word for line in sources["own"] for word in line.split()]
    chosen = dict.fromkeys(word for word in [*spoken, *_listed()] if word in known)
    frequent = [word for word, times in count.most_common() if times >= _FREQUENT]
    forms = [form for word in frequent for form in _forms(word)]
    for word in [*frequent, *forms, *(word for word, _ in count.most_common())]:
        if len(chosen) >= size:
            break
        if word in known:
            chosen.setdefault(word)
    return sorted(chosen)


def _listed() -> list[str]:
    """Words of calls whatever the texts hold."""
    lines = WORD_LIST.read_text().splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]


def _forms(word: str) -> list[str]:
    """What may be an inflection of `word`; the dictionary decides."""
    stem = word.removesuffix("e")
    return [f"{word}s", f"{word}es", f"{stem}ed", f"{stem}ing", f"{word}'s"]


def count_sentences(
    sources: Mapping[str, list[str]], number: Mapping[str, int], order: int
) -> Counts:
    """Weighted n-gram counts; a sentence is cut where a word is not in the vocabulary."""
    counts = Counts(order)
    for source, lines in sources.items():
        for line, times in Counter(lines).items():
            weight = WEIGHTS[source] * min(times, _REPEATS)
            run: list[int] = []
            whole = True
            for word in line.split():
                if word in number:
                    run.append(number[word])
                else:
                    _add_piece(counts, run, weight)
                    run, whole = [], False
            if whole:
                counts.add(run, weight)
            else:
                _add_piece(counts, run, weight)
    return counts


def _add_piece(counts: Counts, run: list[int], weight: float) -> None:
    """Count a piece of a broken sentence without saying that sentences begin or end there."""
    for end in range(len(run)):
        for size in range(min(counts.order, end + 1)):
            counts.table[tuple(run[end - size : end])][run[end]] += weight


def build(
    sources: Mapping[str, list[str]],
    words: list[str],
    order: int,
    keep: int,
    general: Callable[[Mapping[str, int]], Model] | None = None,
) -> tuple[Model, dict[str, int]]:
    """The pruned model with `keep` n-grams above order one, and the number of each word and class
    (from 2 on). `general` makes a model of general English over those numbers, to be mixed in.
    """
    number = {word: index for index, word in enumerate([*CLASSES, *words], ngram.EOS + 1)}
    model = ngram.estimate(count_sentences(sources, number, order), len(number) + 2)
    _forget_before(model, {number[name] for name in CLASSES})
    if general is not None:
        model = ngram.mixed(model, general(number), GENERAL)
    ngram.prune(model, 0.0, keep)
    return model, number


def _forget_before(model: Model, classes: set[int]) -> None:
    """After a name only the name is remembered: all ways into a class lead out of it at one
    place.
    """
    for context in [one for one in model.listed if len(one) > 1 and one[-1] in classes]:
        del model.listed[context]
        model.back_off.pop(context, None)
    model.renew_back_offs()
