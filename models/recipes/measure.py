"""Word error rates with bootstrap intervals, decoded by Vosk as the app does: 100 ms blocks,
results at endpoints.
"""

import json
import random
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soxr
from numpy.typing import NDArray

RATE = 16000
BLOCK = 2 * RATE // 10  # bytes of 100 ms
Samples = NDArray[np.int16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One set's result: rates in percent, the interval holding 95 % of resampled sets."""

    name: str
    utterances: int
    words: int
    wer: float
    low: float
    high: float

    def row(self) -> str:
        """A row of the README's table."""
        counts = f"| {self.name} | {self.utterances} | {self.words} "
        return counts + f"| {self.wer:.1f} | {self.low:.1f} – {self.high:.1f} |"


def edits(said: Sequence[str], heard: Sequence[str]) -> int:
    """Words inserted, left out or exchanged."""
    row = list(range(len(heard) + 1))
    for i, word in enumerate(said, 1):
        last, row[0] = row[0], i
        for j, other in enumerate(heard, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (word != other))
    return row[-1]


def score(name: str, pairs: Sequence[tuple[str, str]], draws: int = 1000) -> Score:
    """The rate over (said, heard) pairs; the interval resamples whole utterances."""
    counts = np.array(
        [(edits(said.split(), heard.split()), len(said.split())) for said, heard in pairs]
    )
    rng = np.random.default_rng(0)
    drawn = counts[rng.integers(0, len(counts), (draws, len(counts)))].sum(1)
    low, high = np.percentile(100 * drawn[:, 0] / drawn[:, 1], [2.5, 97.5])
    wrong, words = counts.sum(0)
    return Score(
        name=name,
        utterances=len(pairs),
        words=int(words),
        wer=100 * wrong / words,
        low=low,
        high=high,
    )


def recognizer(folder: Path) -> Callable[[Samples], str]:
    """A function that decodes one utterance with the model in `folder`, put between short
    silences.
    """
    import vosk

    vosk.SetLogLevel(-1)
    model = vosk.Model(str(folder))

    def decode(sound: Samples) -> str:
        heard = vosk.KaldiRecognizer(model, float(RATE))
        data = np.concatenate(
            [np.zeros(RATE // 4, np.int16), sound, np.zeros(RATE // 2, np.int16)]
        ).tobytes()
        texts = []
        for at in range(0, len(data), BLOCK):
            if heard.AcceptWaveform(data[at : at + BLOCK]):
                texts.append(json.loads(heard.Result())["text"])
        texts.append(json.loads(heard.FinalResult())["text"])
        return " ".join(text for text in texts if text)

    return decode


def telephone(sound: Samples) -> Samples:
    """300-3,400 Hz, 8 kHz, mu-law: what `telephone_sim.sh` beside the data does, as 16 kHz samples
    again.
    """
    narrow = soxr.resample(sound.astype(np.float32), RATE, RATE // 2)
    hertz = np.fft.rfftfreq(len(narrow), 2 / RATE)
    narrow = np.fft.irfft(np.fft.rfft(narrow) * ((hertz > 300) & (hertz < 3400)), len(narrow))
    narrow *= 0.7 / (np.abs(narrow).max() + 1e-9)
    level = np.round(np.log1p(255 * np.abs(narrow)) / np.log(256) * 127) / 127
    coded = np.sign(narrow) * (256**level - 1) / 255 * 32767
    wide = soxr.resample(coded.astype(np.float32), RATE // 2, RATE)
    return np.clip(np.round(wide), -32768, 32767).astype(np.int16)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """One utterance to measure with."""

    group: str
    text: str
    sound: Path


def measure(
    folder: Path, spoken: Iterable[Spoken], load: Callable[[Path], Samples], most: int = 0
) -> tuple[list[Score], float]:
    """Scores per group, clean then telephone band, and the CPU seconds per second of sound."""
    decode = recognizer(folder)
    groups: dict[str, list[Spoken]] = {}
    for one in spoken:
        groups.setdefault(one.group, []).append(one)
    scores, busy, length = [], 0.0, 0.0
    for name, members in groups.items():
        chosen = random.Random(0).sample(members, most) if 0 < most < len(members) else members
        for band in ("clean", "telephone"):
            pairs = []
            for one in chosen:
                sound = load(one.sound)
                sound = telephone(sound) if band == "telephone" else sound
                begun = time.process_time()
                pairs.append((one.text, decode(sound)))
                busy += time.process_time() - begun
                length += len(sound) / RATE
            scores.append(score(f"{name}, {band}", pairs))
    return scores, busy / max(length, 1e-9)
