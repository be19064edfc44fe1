"""`python -m models.recipes.measure_names`: are spoken names heard, by name and by what helps?

Names of the census and of real callers (EVI), in sentences that no training text has, said by
voices the model never learned from; heard by the model as it is, by the model after each caller's
name was joined to its graph, and compared by sound with what was recognized. Also what it costs:
sentences without the name, heard by a model that knows it.
"""

import argparse
import gzip
import json
import random
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assist.core.tokens import tokenize
from assist.detect.names import find_name_used
from assist.speech.joining import join, spoken_words
from assist.speech.pronounce import Pronouncer
from models.recipes import names, synthesis
from models.recipes.g2p import TARGET
from models.recipes.language import held_out_sentences
from models.recipes.measure import Samples, edits, recognizer, telephone
from models.recipes.synthesis import Voice

REPOSITORY = Path(__file__).resolve().parents[2]
SENTENCES = (
    "yeah hello there {first} {last} speaking",
    "so the booking should be under {first} {last}",
    "well thank you ever so much {first}",
    "could i have a word with mister {last} please",
)
WORD_SENTENCES = (
    "so i bought the {word} back in october",
    "is there any way that {word} works with this laptop",
    "nobody told me {word} would go up in price",
)
PRODUCTS = (
    "FiberMax", "Zentro", "Cloudberry", "Norvexa", "Quickline", "Luminara", "PowerHub Duo",
    "Telvio", "Brightwave", "Kestrel Plus", "Medisure", "Aquanova", "SmartNest", "Velocity Pro",
    "Orbitel", "Finora",
)  # fmt: skip
_KINDS = ("common", "known", "new")


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """A name to be heard. `kind`: common (drawn as often as the census found it), known (any of
    the model's) or new (of real callers, and rare ones of the census, that the model lacks).
    """

    kind: str
    first: str
    last: str


def callers(data: Path, known: set[str], each: int, rng: random.Random) -> list[Caller]:
    """`each` callers of every kind."""
    people = names.census(data, 5000, 88000)
    first, last = list(people.first), list(people.last)
    rare = [name for name in last[20000:60000] if name not in known and len(name) > 3]
    odd = [name for name in first[1500:] if name not in known]
    with gzip.open(data / "names" / "names_evi_dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    heard = sorted({(row["name_first"].lower(), row["name_last"].lower()) for row in rows})
    real = [pair for pair in heard if pair[0].isalpha() and pair[1].isalpha()]
    lacking = [pair for pair in real if not known.issuperset(pair)]
    made: list[Caller] = []
    for number in range(each):
        one = rng.choices(first, list(people.first.values()))[0]
        two = rng.choices(last, list(people.last.values()))[0]
        made.append(Caller(kind="common", first=one, last=two))
        one = rng.choice([name for name in first if name in known])
        two = rng.choice([name for name in last[:8000] if name in known])
        made.append(Caller(kind="known", first=one, last=two))
        if number % 2 and lacking:
            one, two = rng.choice(lacking)
        else:
            one, two = rng.choice(odd or first), rng.choice(rare)
        made.append(Caller(kind="new", first=one, last=two))
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many of `all` things happened; the interval is Wilson's, 95 %."""

    count: int
    all: int

    def __str__(self) -> str:
        if not self.all:
            return "–"
        p, z, n = self.count / self.all, 1.96, self.all
        middle = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z * np.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        low, high = max(0.0, middle - half), min(1.0, middle + half)
        return f"{100 * p:.0f} % ({100 * low:.0f} – {100 * high:.0f})"


def _add(one: Share, happened: bool) -> Share:
    return Share(count=one.count + happened, all=one.all + 1)


def _is_in(wanted: Sequence[str], heard: Sequence[str]) -> bool:
    size = len(wanted)
    return any(tuple(heard[at : at + size]) == tuple(wanted) for at in range(len(heard)))


Ear = Callable[[Samples], str]


class Measuring:
    """Says sentences once (kept in `work`) and hears them with a model, its words extended."""

    def __init__(self, model: Path, work: Path, band: str) -> None:
        self._model, self._work, self.band = model, work / "named", band
        self._work.mkdir(parents=True, exist_ok=True)
        self._pronounce = Pronouncer(TARGET)
        self._voices = [
            voice
            for voice in synthesis.held_out_voices()
            if voice.name in ("en-us+m5", "en-us+f5", "rms", "cmu_us_slt_arctic_hts")
        ]

    def voice(self, number: int) -> Voice:
        return self._voices[number % len(self._voices)]

    def said(self, text: str, voice: Voice) -> Samples:
        """The sentence's sound in the band measured."""
        path = self._work / f"{voice.name}_{'_'.join(text.lower().split())}.npy"
        if not path.exists():
            np.save(path, synthesis.speak(text, voice))
        sound: Samples = np.load(path)
        return telephone(sound) if self.band == "telephone" else sound

    def ear(self, *, people: Sequence[str] = (), words: Sequence[str] = ()) -> Ear:
        """The model's hearing, after these names and words were joined to it."""
        if not people and not words:
            return recognizer(self._model)
        with tempfile.TemporaryDirectory() as folder:
            target = Path(folder) / "model"
            join(
                self._model,
                target,
                names=[one for name in people for one in spoken_words(name, self._pronounce)],
                words=[spoken_words(word, self._pronounce) for word in words],
            )
            return recognizer(target)

    def names_table(self, people: Sequence[Caller], plain: Ear) -> list[str]:
        """Rows: per kind, name words heard without and with the name joined, and by sound."""
        none = Share(count=0, all=0)
        shares = {(kind, column): none for kind in _KINDS for column in range(4)}
        for number, one in enumerate(people):
            joined = self.ear(people=[one.first, one.last])
            for turn in range(2):
                pattern = SENTENCES[(2 * number + turn) % len(SENTENCES)]
                text = pattern.format(first=one.first, last=one.last)
                sound = self.said(text, self.voice(number + turn))
                without, with_name = plain(sound), joined(sound)
                for name in (one.first, one.last):
                    if name not in text.split():
                        continue
                    results = (
                        name in without.split(),
                        _sounds(without, name),
                        name in with_name.split(),
                        _sounds(with_name, name),
                    )
                    for column, happened in enumerate(results):
                        key = one.kind, column
                        shares[key] = _add(shares[key], happened)
        return [
            f"| {kind} | {shares[kind, 0].all} | "
            + " | ".join(str(shares[kind, column]) for column in range(4))
            + " |"
            for kind in _KINDS
        ]

    def words_table(self, plain: Ear) -> list[str]:
        """Rows: product names heard without and with them in the list (all at once)."""
        joined = self.ear(words=PRODUCTS)
        none = Share(count=0, all=0)
        before = after = none
        for number, product in enumerate(PRODUCTS):
            wanted = product.lower().split()
            for turn, pattern in enumerate(WORD_SENTENCES):
                sound = self.said(pattern.format(word=product), self.voice(number + turn))
                before = _add(before, _is_in(wanted, plain(sound).split()))
                after = _add(after, _is_in(wanted, joined(sound).split()))
        return [f"| product | {after.all} | {before} | – | {after} | – |"]

    def cost_table(self, people: Sequence[Caller], plain: Ear, most: int) -> list[str]:
        """What joined names and words do to sentences without them."""
        free = held_out_sentences()[:most]
        guests = [one for one in people if one.kind == "new"][:6]
        others = [
            SENTENCES[number % len(SENTENCES)].format(first=one.first, last=one.last)
            for number, one in enumerate(one for one in people if one.kind == "known")
        ]
        named = [self.ear(people=[one.first, one.last]) for one in guests]
        new = {word for one in guests for word in (one.first, one.last)}
        products = {word for name in PRODUCTS for word in name.lower().split()}
        rows = []
        for title, lines, added, ears in (
            ("free sentences, nothing joined", free, new | products, [plain]),
            ("free sentences, a caller's name", free, new, named),
            (
                f"free sentences, {len(PRODUCTS)} products",
                free,
                products,
                [self.ear(words=PRODUCTS)],
            ),
            ("other people's names, nothing joined", others, new, [plain]),
            ("other people's names, a caller's name", others, new, named),
        ):
            wrong = total = ghosts = 0
            for number, line in enumerate(lines):
                sound = self.said(line, self.voice(number))
                for hear in ears:
                    heard = hear(sound).split()
                    wrong += edits(line.split(), heard)
                    total += len(line.split())
                    ghosts += sum(word in added and word not in line.split() for word in heard)
            rate = 1000 * ghosts / total
            rows.append(f"| {title} | {total:,} | {100 * wrong / total:.1f} % | {rate:.2f} |")
        return rows


def real_callers(data: Path) -> str:
    """How sound-alike matching does on what a recognizer wrote of real callers' names (EVI).

    Of each row that says the name (not spells it): is the true name found in the first text, letter
    by letter and by sound, and is the name of another caller found there by mistake?
    """
    with gzip.open(data / "names" / "names_evi_dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    rows = [row for row in rows if row["attempt"] < 2 and row["asr"].strip()]
    rng = random.Random(7)
    exact = by_sound = any_of = mistaken = Share(count=0, all=0)
    for row in rows:
        other = rng.choice(rows)
        texts = [row["asr"], *row["nbest"]]
        for part in ("name_first", "name_last"):
            name = row[part].lower()
            if len(name) < 2:
                continue
            exact = _add(exact, name in row["asr"].lower().split())
            by_sound = _add(by_sound, _sounds(row["asr"].lower(), name))
            any_of = _add(any_of, any(_sounds(text.lower(), name) for text in texts))
            if other[part].lower() not in (row["name_first"].lower(), row["name_last"].lower()):
                mistaken = _add(mistaken, _sounds(row["asr"].lower(), other[part].lower()))
    return "\n".join(
        [
            f"Names of real callers as a recognizer wrote them (EVI, {exact.all:,} name words)",
            "",
            "| by letters | by sound | by sound, any of five texts | another's name by sound |",
            "|---|---|---|---|",
            f"| {exact} | {by_sound} | {any_of} | {mistaken} |",
            "",
        ]
    )


def _sounds(heard: str, name: str) -> bool:
    return find_name_used(tokenize(heard), name) is not None


def known_words(model: Path) -> set[str]:
    """The words a model lists."""
    lines = (model / "graph" / "words.txt").read_text(encoding="utf-8").splitlines()
    return {line.split()[0] for line in lines}


def tables(measuring: Measuring, people: Sequence[Caller]) -> str:
    """Both tables as Markdown."""
    plain = measuring.ear()
    return "\n".join(
        [
            f"Name words heard, {measuring.band} band (95 % interval)",
            "",
            "| names | said | as it is | and by sound | joined | and by sound |",
            "|---|---|---|---|---|---|",
            *measuring.names_table(people, plain),
            *measuring.words_table(plain),
            "",
            f"Sentences without them, {measuring.band} band",
            "",
            "| sentences, joined | words | WER | false names per 1,000 words |",
            "|---|---|---|---|",
            *measuring.cost_table(people, plain, 2 * len(people) // 3),
            "",
        ]
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m models.recipes.measure_names")
    parser.add_argument("--model", type=Path, default=REPOSITORY / "models" / "starter")
    parser.add_argument("--data", type=Path, default=REPOSITORY.parent / "shared" / "data")
    parser.add_argument("--work", type=Path, default=Path("build/starter"))
    parser.add_argument("--band", choices=("full", "telephone"), default="full")
    parser.add_argument("--callers", type=int, default=30, help="of each kind")
    given = parser.parse_args(arguments)
    if not (given.data / "names").is_dir():
        print(f"{given.data} has no names/ folder: give the data with --data", file=sys.stderr)
        return 2
    people = callers(given.data, known_words(given.model), given.callers, random.Random(11))
    print(tables(Measuring(given.model, given.work, given.band), people))
    print(real_callers(given.data))
    return 0


if __name__ == "__main__":
    sys.exit(main())
