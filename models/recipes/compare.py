"""`python -m models.recipes.compare`: this model and pocketsphinx's en-us model on the same audio.

Both get each recording as a stream in blocks of 100 ms between the same silences, and are asked
after each block what they have so far, as an app that shows words while they are said does.
pocketsphinx (PyPI, BSD) uses the acoustic model, dictionary and language model it comes with, and
one decoder for all recordings of a set, so that its running mean of the channel has time to settle.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from models.recipes.measure import BLOCK, RATE, Samples, Score, Spoken, score, telephone
from models.recipes.report import everything, load

REPOSITORY = Path(__file__).resolve().parents[2]
Decode = Callable[[bytes], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contender:
    """A recognizer: `make` gives a fresh decoder for a set of recordings."""

    name: str
    make: Callable[[], Decode]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One contender on one set in one band; `cpu` is seconds of processor per second of sound."""

    score: Score
    cpu: float


def vosk_contender(folder: Path) -> Contender:
    """The Vosk model in `folder`."""
    import vosk

    vosk.SetLogLevel(-1)
    model = vosk.Model(str(folder))

    def make() -> Decode:
        def decode(data: bytes) -> str:
            heard = vosk.KaldiRecognizer(model, float(RATE))
            texts = []
            for at in range(0, len(data), BLOCK):
                if heard.AcceptWaveform(data[at : at + BLOCK]):
                    texts.append(json.loads(heard.Result())["text"])
                else:
                    heard.PartialResult()
            texts.append(json.loads(heard.FinalResult())["text"])
            return " ".join(text for text in texts if text)

        return decode

    return Contender(name="starter", make=make)


def sphinx_contender() -> Contender:
    """pocketsphinx with what it brings. Raises ImportError."""
    from pocketsphinx import Decoder

    def make() -> Decode:
        decoder = Decoder(samprate=float(RATE), loglevel="FATAL")

        def decode(data: bytes) -> str:
            decoder.start_utt()
            for at in range(0, len(data), BLOCK):
                decoder.process_raw(data[at : at + BLOCK])
                decoder.hyp()
            decoder.end_utt()
            found = decoder.hyp()
            return plain(found.hypstr) if found else ""

        return decode

    return Contender(name="pocketsphinx", make=make)


def plain(text: str) -> str:
    """Recognized text without noises in brackets and without the numbers of variants."""
    words = (word.partition("(")[0] for word in text.lower().split())
    return " ".join(word for word in words if word and word[0] not in "<[+")


def padded(sound: Samples) -> bytes:
    """A recording between silences, as bytes. Its noise is of one unit: digital zeros would put
    pocketsphinx at a disadvantage.
    """
    rng = np.random.default_rng(0)
    before, after = rng.integers(-1, 2, RATE // 4), rng.integers(-1, 2, RATE // 2)
    return np.concatenate([before, sound, after]).astype("<i2").tobytes()


def run(
    contender: Contender, spoken: Sequence[Spoken], band: str, name: str, kept: Path | None = None
) -> Result:
    """Decode every recording of a set; what was decoded is kept in the file `kept`, if given."""
    said = [one.text for one in spoken]
    if kept is not None and kept.exists():
        before = json.loads(kept.read_text())
        if before["said"] == said:
            return Result(
                score=score(name, list(zip(said, before["heard"], strict=True))), cpu=before["cpu"]
            )
    decode = contender.make()
    heard: list[str] = []
    busy = length = 0.0
    for one in spoken:
        sound = load(one.sound)
        data = padded(telephone(sound) if band == "telephone" else sound)
        begun = time.process_time()
        heard.append(decode(data))
        busy += time.process_time() - begun
        length += len(data) / 2 / RATE
    if kept is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps({"said": said, "heard": heard, "cpu": busy / length}))
    return Result(score=score(name, list(zip(said, heard, strict=True))), cpu=busy / length)


def row(name: str, ours: Result, theirs: Result) -> str:
    """A row of the table."""
    cells = [
        f"{one.score.wer:.1f} ({one.score.low:.1f} – {one.score.high:.1f}) | {one.cpu:.3f}"
        for one in (ours, theirs)
    ]
    return f"| {name} | {ours.score.words} | {' | '.join(cells)} |"


HEAD = (
    "| set | words | starter: WER % (95 %) | CPU | pocketsphinx: WER % (95 %) | CPU |\n"
    "|---|---|---|---|---|---|"
)


def table(
    model: Path, data: Path, work: Path, most: int, tell: Callable[[str], None] = print
) -> str:
    """The whole table as Markdown; `most` recordings a set. Raises ImportError."""
    groups: dict[str, list[Spoken]] = {}
    for one in everything(data, work):
        groups.setdefault(one.group.partition(":")[0], []).append(one)
    mine, other = vosk_contender(model), sphinx_contender()
    lines = [HEAD]
    # People first: what they say decides, and it is the quickest to hear.
    order = sorted(groups, key=lambda name: ("sentences" in name or "turns" in name, name))
    for name in order:
        members = groups[name]
        chosen = random.Random(0).sample(members, most) if len(members) > most else members
        for band in ("clean", "telephone"):
            # pocketsphinx is slow and does not change.
            kept = work / "pocketsphinx" / f"{name.replace(' ', '_')}_{band}.json"
            theirs = run(other, chosen, band, name, kept)
            ours = run(mine, chosen, band, name)
            lines.append(row(f"{name}, {band}", ours, theirs))
            tell(lines[-1])
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m models.recipes.compare")
    parser.add_argument("--model", type=Path, default=REPOSITORY / "models" / "starter")
    parser.add_argument("--data", type=Path, default=REPOSITORY.parent / "shared" / "data")
    parser.add_argument("--work", type=Path, default=Path("build/starter"))
    parser.add_argument("--most", type=int, default=40, help="recordings per set")
    given = parser.parse_args(arguments)
    try:
        print(HEAD)
        table(given.model, given.data, given.work, given.most, lambda line: print(line, flush=True))
    except ImportError:
        print("pocketsphinx is not installed: pip install -e '.[recipes]'", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
