"""What the acoustic model learns from: sentences to synthesize, and the real readers (some kept for
measuring).
"""

import json
import random
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path

import numpy as np

from models.recipes import corpora, phrases, synthesis
from models.recipes.dataset import Utterance
from models.recipes.language import FIRST_NAMES, LAST_NAMES
from models.recipes.lexicon import Lexicon

# Sentences taken from each source for synthesis.
PICKED = {
    "multidogo_customer": 1000,
    "banking77_customer": 1400,
    "natcs_customer": 500,
    "nlupp_customer": 600,
    "star_dialogues": 2200,
    "taskmaster4_dialogues": 400,
    "goemotions": 4200,
    "cfpb_complaints": 700,
    "dialogue_dev": 900,
}
OWN = 4200  # of our own patterns
WORD_LISTS = (
    2600  # six words at random: every word of the vocabulary about once, in odd neighbourhoods
)
SLOTS = {"digits": 450, "date": 60, "money": 80, "time": 60, "address": 120, "spell": 150}
NAMES = 450
_EVERY = 7  # one real speaker in seven is kept for measuring


def sentences(
    data: Path,
    sources: Mapping[str, list[str]],
    words: list[str],
    lexicon: Lexicon,
    rng: random.Random,
    scale: float,
) -> list[str]:
    """The sentences to synthesize, shuffled; `scale` takes a part of each kind."""
    made: list[str] = []
    for source, count in PICKED.items():
        fitting = {
            line
            for line in sources[source]
            if 3 <= line.count(" ") + 1 <= 18 and lexicon.covers(line.split())
        }
        made += rng.sample(sorted(fitting), min(len(fitting), int(count * scale) + 1))
    first, last = corpora.people(data)
    own = phrases.Phrases(first[:FIRST_NAMES], last[:LAST_NAMES], rng)
    lines = {line for line in phrases.generate(own, 30) if 2 <= line.count(" ") + 1 <= 20}
    made += rng.sample(sorted(lines), min(len(lines), int(OWN * scale) + 1))
    shuffled = rng.sample(words, len(words))
    lists = [" ".join(shuffled[at : at + 6]) for at in range(0, len(shuffled), 6)]
    made += lists[: int(WORD_LISTS * scale) + 1]
    for kind, count in SLOTS.items():
        made += [own.slot(kind) for _ in range(int(count * scale) + 1)]
    names = int(NAMES * scale) + 1
    made += [f"{own.slot('first')} {own.slot('last')} {own.slot('first')}" for _ in range(names)]
    made = [line for line in made if lexicon.covers(line.split())]
    rng.shuffle(made)
    return made


def synthesize(
    lines: list[str], folder: Path, rng: random.Random, workers: int, tell: Callable[[str], None]
) -> list[Utterance]:
    """Say every line with a random training voice; what is already in `folder` is not said
    again.
    """
    folder.mkdir(parents=True, exist_ok=True)
    jobs = [(index, line, synthesis.training_voice(rng)) for index, line in enumerate(lines)]

    def said(job: tuple[int, str, synthesis.Voice]) -> Utterance:
        index, line, voice = job
        path = folder / f"{index:05d}.npy"
        note = path.with_suffix(".json")
        told = json.dumps({"text": line, **asdict(voice)})
        if not (path.exists() and note.exists() and note.read_text() == told):
            np.save(path, synthesis.speak(line, voice))
            note.write_text(told)
        return Utterance(
            file=f"{folder.name}/{path.name}",
            text=line,
            speaker=f"{voice.engine} {voice.name}",
            source="tts",
        )

    made = []
    with ThreadPoolExecutor(workers) as pool:
        for count, one in enumerate(pool.map(said, jobs), 1):
            made.append(one)
            if count % 500 == 0:
                tell(f"said {count} of {len(jobs)} sentences")
    return made


def readers(data: Path, folder: Path, scale: float) -> tuple[list[Utterance], list[Utterance]]:
    """speechocean762 (Apache-2.0) for training, and the speakers held out, decoded into
    `folder`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    taught: list[Utterance] = []
    kept: list[Utterance] = []
    for file, source in (("speech_dev.jsonl", "adult"), ("speech_kids_dev.jsonl", "child")):
        rows = [
            row for row in corpora.rows(data / "speech" / file) if row["set"] == "speechocean762"
        ]
        held = set(sorted({row["speaker"] for row in rows})[::_EVERY])
        for row in rows[: int(len(rows) * scale) + 1]:
            path = folder / f"{row['id']}.npy"
            if not path.exists():
                np.save(path, synthesis.load(data / "speech" / row["audio"]))
            one = Utterance(
                file=f"{folder.name}/{path.name}",
                text=row["text"],
                speaker=row["speaker"],
                source=source,
            )
            (kept if row["speaker"] in held else taught).append(one)
    return taught, kept
