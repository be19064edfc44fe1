"""`python -m models.recipes.confidence`: fit and judge a model's `confidence.json`.

Fitted on what the model hears of speech it may learn from (training voices, fresh sentences; the
held-out speakers of speechocean762, one half), clean, on a telephone line and in noise, so that bad
lines are known as well as good ones; each kind counts alike. Judged on other sentences, other
voices, the other half of the speakers, and on sets that were never used for anything.
"""

import argparse
import hashlib
import json
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from assist.core.words import Party, Word
from assist.speech import confidence
from assist.speech.confidence import FEATURES, FILE, Calibrator, features
from assist.speech.measure import Calibration, align, calibration, normalized
from assist.speech.vosk import load_model
from models.recipes import augment, corpora, synthesis
from models.recipes.dataset import read_list
from models.recipes.language import held_out_sentences
from models.recipes.measure import RATE, Samples, telephone
from models.recipes.text import sentences

REPOSITORY = Path(__file__).resolve().parents[2]
_Each = TypeVar("_Each")
_PLURAL = {"adult": "adults", "child": "children"}
_FRESH = 130  # sentences said for fitting
_EACH = 60  # recordings of a kind to judge with, and of each kind of speaker
_STRENGTH = 2.0  # of the pull of weights towards zero
_BLOCK = 2 * RATE // 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """A recording, what is said in it, and the kind of speech it belongs to."""

    kind: str
    text: str
    sound: Samples


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """An utterance's words as Vosk gives them, and which of them are right."""

    kind: str
    words: tuple[Word, ...]
    is_right: tuple[bool, ...]


def _turns(data: Path) -> list[str]:
    """Real turns, typed or transcribed, in an order of no meaning."""
    rows = corpora.rows(data / "cues" / "cues_dev.jsonl")
    lines = [row["asr_like"] for row in rows if row.get("commercial_ok") is not False]
    lines = [line for line in lines if 4 <= len(line.split()) <= 22]
    random.Random(5).shuffle(lines)
    return lines


def _said(text: str, voice: synthesis.Voice, work: Path) -> Samples:
    digest = hashlib.sha256(f"{voice}{text}".encode()).hexdigest()
    path = work / "confidence" / f"{digest[:16]}.npy"
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        np.save(path, synthesis.speak(text, voice))
    sound: Samples = np.load(path)
    return sound


def _noisy(sound: Samples, db: float, rng: np.random.Generator) -> Samples:
    """The sound with noise `db` below it."""
    clean = sound.astype(np.float32)
    power = float((clean**2).mean()) ** 0.5
    added = augment.noise(len(clean), rng, []) * power * 10 ** (-db / 20)
    made: Samples = np.clip(clean + added, -32768, 32767).astype(np.int16)
    return made


def _some(members: Sequence[_Each]) -> Sequence[_Each]:
    """`_EACH` of them, the same each time."""
    return random.Random(1).sample(members, _EACH) if len(members) > _EACH else members


def clips_to_fit(data: Path, work: Path) -> Iterator[Clip]:
    """Training voices and half of the kept speakers."""
    rng, random_voice = np.random.default_rng(3), random.Random(3)
    lines = _turns(data)[100:]
    for text in lines[:_FRESH]:
        sound = _said(text, synthesis.training_voice(random_voice), work)
        line = telephone(sound)
        yield Clip(kind="training voices", text=text, sound=sound)
        yield Clip(kind="training voices, telephone", text=text, sound=line)
        loud = float(rng.uniform(-2, 12))
        yield Clip(kind="training voices, noise", text=text, sound=_noisy(sound, loud, rng))
        yield Clip(
            kind="training voices, noisy telephone", text=text, sound=_noisy(line, loud + 3, rng)
        )
    yield from _speakers(work, first_half=True)


def _speakers(work: Path, *, first_half: bool) -> Iterator[Clip]:
    kept = read_list(work / "kept.jsonl")
    speakers = sorted({one.speaker for one in kept})
    chosen = set(speakers[::2] if first_half else speakers[1::2])
    for source in ("adult", "child"):
        theirs = [one for one in kept if one.speaker in chosen and one.source == source]
        for one in _some(theirs):
            sound: Samples = np.load(work / one.file)
            kind = f"speechocean762 {_PLURAL[source]}"
            yield Clip(kind=kind, text=one.text, sound=sound)
            yield Clip(kind=f"{kind}, telephone", text=one.text, sound=telephone(sound))


def clips_to_judge(data: Path, work: Path) -> Iterator[Clip]:
    """Held-out voices, the other speakers, and recordings that nothing was fitted on."""
    voices = synthesis.held_out_voices()
    for kind, lines in (
        ("free sentences", held_out_sentences()),
        ("real turns", _turns(data)[:100]),
    ):
        for number, text in enumerate(_some(lines)):
            sound = _said(text, voices[number % len(voices)], work)
            yield Clip(kind=kind, text=text, sound=sound)
            yield Clip(kind=f"{kind}, telephone", text=text, sound=telephone(sound))
    yield from _speakers(work, first_half=False)
    rows = list(corpora.rows(data / "speech" / "speech_dev.jsonl"))
    digits = [row for row in rows if row["set"] == "fsdd"]
    native = [row for row in rows if row["set"] not in ("fsdd", "speechocean762")]
    for row in [*_some(digits), *native]:
        kind = "FSDD digits" if row["set"] == "fsdd" else "native clips"
        text = " ".join(sentences(row["text"])) or row["text"]
        sound = synthesis.load(data / "speech" / row["audio"])
        yield Clip(kind=kind, text=text, sound=sound)
        yield Clip(kind=f"{kind}, telephone", text=text, sound=telephone(sound))


def hear(
    folder: Path, clips: Iterator[Clip], tell: Callable[[str], None] = lambda line: None
) -> list[Heard]:
    """What Vosk hears, its own confidences with it: the model's calibration is left out."""
    model = load_model(folder, calibrates=False)
    made: list[Heard] = []
    for number, clip in enumerate(clips):
        if number % 200 == 0:
            tell(f"heard {number} recordings")
        recognizer = model.recognizer(Party.CUSTOMER)
        padded = np.concatenate(
            [np.zeros(RATE // 4, np.int16), clip.sound, np.zeros(RATE // 2, np.int16)]
        ).tobytes()
        results = [
            one
            for at in range(0, len(padded), _BLOCK)
            for one in recognizer.accept(padded[at : at + _BLOCK])
        ]
        results += recognizer.close_utterance()
        utterances = [words for one in results if (words := getattr(one, "words", ()))]
        heard = [word.text for words in utterances for word in words]
        right = iter(align(normalized(clip.text), heard).is_correct)
        made += [
            Heard(kind=clip.kind, words=words, is_right=tuple(next(right) for _ in words))
            for words in utterances
        ]
    return made


def fit(heard: Sequence[Heard]) -> tuple[float, NDArray[np.float64]]:
    """Bias and weights: logistic regression by Newton's method, each kind weighing the same."""
    total: dict[str, int] = defaultdict(int)
    for one in heard:
        total[one.kind] += len(one.words)
    rows: list[tuple[float, ...]] = []
    right: list[bool] = []
    weight: list[float] = []
    for one in heard:
        rows += features(one.words)
        right += one.is_right
        weight += [1 / total[one.kind]] * len(one.words)
    x = np.column_stack([np.ones(len(rows)), np.array(rows)])
    y, w = np.array(right, np.float64), np.array(weight, np.float64)
    w *= len(w) / w.sum()
    pull = np.full(x.shape[1], _STRENGTH)
    pull[0] = 0
    beta = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        gradient = x.T @ (w * (y - p)) - pull * beta
        hessian = (x * (w * p * (1 - p))[:, None]).T @ x + np.diag(pull + 1e-9)
        step = np.linalg.solve(hessian, gradient)
        beta += step
        if np.abs(step).max() < 1e-8:
            break
    return float(beta[0]), beta[1:]


def reliability(heard: Sequence[Heard], calibrate: Calibrator | None) -> Calibration:
    """The reliability table of all words."""
    return calibration(
        (word.confidence, is_right)
        for one in heard
        for word, is_right in zip(
            calibrate(one.words) if calibrate else one.words, one.is_right, strict=True
        )
    )


def interval(
    heard: Sequence[Heard], calibrate: Calibrator | None, draws: int = 300
) -> tuple[float, float]:
    """95 % of the expected calibration errors of utterances drawn anew."""
    rng = np.random.default_rng(0)
    made = [
        reliability([heard[at] for at in rng.integers(0, len(heard), len(heard))], calibrate)
        for _ in range(draws)
    ]
    low, high = np.percentile([one.expected_error for one in made], [2.5, 97.5])
    return float(low), float(high)


def report(heard: Sequence[Heard], calibrate: Calibrator) -> str:
    """Tables as Markdown: error by kind before and after, and the curve over all kinds."""
    kinds: dict[str, list[Heard]] = defaultdict(list)
    for one in heard:
        kinds[one.kind].append(one)
    lines = [
        "| words heard of | words | right | error before | error after | 95 % interval |",
        "|---|---|---|---|---|---|",
    ]
    for kind, members in [*kinds.items(), ("all", list(heard))]:
        before, after = reliability(members, None), reliability(members, calibrate)
        words = sum(one.words for one in before.bins)
        right = sum(sum(one.is_right) for one in members)
        low, high = interval(members, calibrate)
        lines.append(
            f"| {kind} | {words:,} | {100 * right / max(1, words):.0f} % "
            f"| {100 * before.expected_error:.1f} % | {100 * after.expected_error:.1f} % "
            f"| {100 * low:.1f} – {100 * high:.1f} |"
        )
    lines += [
        "",
        "| confidence | words before | right | words after | right |",
        "|---|---|---|---|---|",
    ]
    tables = reliability(heard, None), reliability(heard, calibrate)
    for before_bin, after_bin in zip(tables[0].bins, tables[1].bins, strict=True):
        cells = [
            f"{one.words:,} | {100 * one.correct:.0f} %" if one.words else "0 | –"
            for one in (before_bin, after_bin)
        ]
        lines.append(f"| {before_bin.low:.1f} – {before_bin.high:.1f} | {' | '.join(cells)} |")
    return "\n".join(lines)


def write(folder: Path, bias: float, weights: NDArray[np.float64]) -> None:
    """`confidence.json` beside the model."""
    named = {name: round(float(one), 4) for name, one in zip(FEATURES, weights, strict=True)}
    content = {"bias": round(bias, 4), "weights": named}
    (folder / FILE).write_text(json.dumps(content, indent=1) + "\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m models.recipes.confidence")
    parser.add_argument("--model", type=Path, default=REPOSITORY / "models" / "starter")
    parser.add_argument("--data", type=Path, default=REPOSITORY.parent / "shared" / "data")
    parser.add_argument("--work", type=Path, default=Path("build/starter"))
    parser.add_argument("--judge-only", action="store_true", help="judge the file that is there")
    given = parser.parse_args(arguments)
    if not (given.work / "kept.jsonl").exists():
        print(f"{given.work} has no kept.jsonl: run the recipe's speech stage", file=sys.stderr)
        return 2

    def tell(line: str) -> None:
        print(line, file=sys.stderr, flush=True)

    if not given.judge_only:
        write(given.model, *fit(hear(given.model, clips_to_fit(given.data, given.work), tell)))
    calibrate = confidence.load_calibrator(given.model)
    if calibrate is None:
        print(f"{given.model} has no {FILE}", file=sys.stderr)
        return 2
    print(report(hear(given.model, clips_to_judge(given.data, given.work), tell), calibrate))
    return 0


if __name__ == "__main__":
    sys.exit(main())
