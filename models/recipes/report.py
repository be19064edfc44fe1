"""Measure a finished model on everything kept from training, and write its README."""

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.recipes import corpora, export, synthesis
from models.recipes.dataset import read_list
from models.recipes.language import held_out_sentences
from models.recipes.measure import Score, Spoken, measure
from models.recipes.text import sentences

_HEAD = Path(__file__).parent / "material_text" / "readme_head.md"
_LICENCE = Path(__file__).parent / "material_text" / "cmu_licence.txt"  # asks to be passed on


def load(path: Path) -> NDArray[np.int16]:
    """Samples of a prepared .npy or of any sound file."""
    return np.load(path) if path.suffix == ".npy" else synthesis.load(path)


def _said(lines: list[str], group: str, folder: Path, times: int) -> Iterator[Spoken]:
    """Each line by `times` of the held-out voices in turn."""
    folder.mkdir(parents=True, exist_ok=True)
    voices = synthesis.held_out_voices()
    for number, line in enumerate(lines):
        for turn in range(times):
            voice = voices[(times * number + turn + number // 4) % len(voices)]
            path = folder / f"{group.replace(' ', '_')}_{number:03d}_{turn}.npy"
            if not path.exists():
                np.save(path, synthesis.speak(line, voice))
            yield Spoken(
                group=f"{group}: {voice.engine}" if times > 1 else group, text=line, sound=path
            )


def everything(data: Path, work: Path) -> list[Spoken]:
    """All utterances to measure with, real and synthetic; none was trained on."""
    folder = work / "measured"
    spoken = list(_said(held_out_sentences(), "free call sentences", folder, 2))
    real = [
        row["asr_like"]
        for row in corpora.rows(data / "cues" / "cues_dev.jsonl")
        if row.get("commercial_ok") is not False
    ]
    real = [line for line in real if 4 <= len(line.split()) <= 22]
    random.Random(5).shuffle(real)
    spoken += _said(real[:100], "chat and consultation turns", folder, 1)
    names = {
        "adult": "speechocean762 adults (held-out speakers)",
        "child": "speechocean762 children (held-out speakers)",
    }
    spoken += [
        Spoken(group=names[one.source], text=one.text, sound=work / one.file)
        for one in read_list(work / "kept.jsonl")
    ]
    for row in corpora.rows(data / "speech" / "speech_dev.jsonl"):
        if row["set"] == "speechocean762":
            continue
        group = "FSDD digits" if row["set"] == "fsdd" else "native clips"
        text = " ".join(sentences(row["text"])) or row["text"]
        spoken.append(Spoken(group=group, text=text, sound=data / "speech" / row["audio"]))
    return spoken


def table(scores: list[Score]) -> str:
    """The scores as Markdown."""
    head = "| set | utterances | words | WER % | 95 % interval |\n|---|---|---|---|---|\n"
    return head + "\n".join(score.row() for score in scores) + "\n"


def write_report(
    folder: Path, data: Path, work: Path, tell: Callable[[str], None], most: int = 60
) -> None:
    """README.md beside the model: what it is, its sources, and how it does; `most` utterances per
    set.
    """
    scores, load_factor = measure(folder, everything(data, work), load, most)
    for score in scores:
        tell(score.row())
    words = len((folder / "graph" / "words.txt").read_text().splitlines()) - 1
    sources = "\n".join(
        f"| {what} | `{name}` | {licence} |" for name, (what, licence) in corpora.SOURCES.items()
    )
    size = f"{export.size(folder) / 1e6:.1f} MB, {words:,} words"
    facts = f"{size}, {load_factor:.3f} CPU seconds per second of sound"
    text = _HEAD.read_text().replace("{facts}", facts).replace("{sources}", sources)
    sections = [path.read_text(encoding="utf-8") for path in sorted((work / "report").glob("*.md"))]
    text = text.replace("{sections}", "\n".join(sections))
    shutil.copyfile(_LICENCE, folder / "CMU-LICENCE.txt")
    (folder / "README.md").write_text(text.replace("{table}", table(scores)))
