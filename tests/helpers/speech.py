"""A speech model that says what it is told to, and real speech for tests of the real one."""

import functools
import os
import subprocess
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import soundfile
import soxr

from assist.core.audio import BLOCK_MS, SAMPLE_RATE, SAMPLES_PER_MS, AudioBlock
from assist.core.events import FinalResult, Input, PartialResult
from assist.core.interfaces import RecognizerResult
from assist.core.words import Party, Word

Samples = npt.NDArray[np.int16]


class ScriptedRecognizer:
    """A `Recognizer` that gives each scripted result as soon as its `at` was fed (fed time, ms)."""

    def __init__(self, script: Sequence[RecognizerResult]) -> None:
        self._script = list(script)
        self.fed = bytearray()
        self.closed = 0
        """How often an utterance was closed from outside."""

    def accept(self, samples: bytes) -> tuple[RecognizerResult, ...]:
        self.fed += samples
        now = len(self.fed) // 2 // SAMPLES_PER_MS
        due = [result for result in self._script if result.at <= now]
        self._script = self._script[len(due) :]
        return tuple(due)

    def close_utterance(self) -> tuple[RecognizerResult, ...]:
        """The next scripted final result, if any comes, at once."""
        self.closed += 1
        for number, result in enumerate(self._script):
            if isinstance(result, FinalResult):
                del self._script[: number + 1]
                return (result,)
        return ()


class ScriptedModel:
    """A `SpeechModel` whose recognizers follow a script; a party without one hears nothing."""

    name = "scripted"

    def __init__(self, scripts: Mapping[Party, Sequence[RecognizerResult]]) -> None:
        self._scripts = scripts

    def recognizer(self, party: Party) -> ScriptedRecognizer:
        return ScriptedRecognizer(self._scripts.get(party, ()))

    def knows(self, word: str) -> bool:
        return any(
            word in result.text.split() for script in self._scripts.values() for result in script
        )


def partial(
    party: Party, at: int, text: str, *, utterance: int = 0, start: int = 0
) -> PartialResult:
    return PartialResult(party=party, at=at, utterance=utterance, start=start, text=text)


def final(
    party: Party,
    at: int,
    words: Sequence[tuple[str, int, int]],
    *,
    utterance: int = 0,
    confidence: float = 1.0,
) -> FinalResult:
    """A final result of (word, start ms, end ms); without words it is empty at `at`."""
    made = tuple(
        Word(text=text, start=start, end=end, confidence=confidence) for text, start, end in words
    )
    return FinalResult(
        party=party,
        at=at,
        utterance=utterance,
        start=made[0].start if made else at,
        end=made[-1].end if made else at,
        text=" ".join(word.text for word in made),
        words=made,
    )


def final_texts(events: Iterable[Input], party: Party) -> list[str]:
    """What a party said, by the final results."""
    return [
        event.text for event in events if isinstance(event, FinalResult) and event.party is party
    ]


@functools.cache
def speak(text: str, voice: str = "en-us", speed: int = 150) -> Samples:
    """`text` said by espeak-ng: 16-bit mono at the app's rate, peak at half of full scale."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "speech.wav"
        subprocess.run(
            ["espeak-ng", "-v", voice, "-s", str(speed), "-w", os.fspath(file), "--", text],
            check=True,
            capture_output=True,
        )
        sound, rate = soundfile.read(file, dtype="float32")
    sound = soxr.resample(sound, rate, SAMPLE_RATE)
    made: Samples = (sound * (16_000 / np.abs(sound).max())).astype(np.int16)
    return made


def silence(ms: int, *, noise_dbfs: float | None = -66.0, seed: int = 1) -> Samples:
    """A quiet line: low noise, or digital zeros with `noise_dbfs` None."""
    count = ms * SAMPLES_PER_MS
    if noise_dbfs is None:
        return np.zeros(count, np.int16)
    scale = 32768 * 10 ** (noise_dbfs / 20)
    return np.random.default_rng(seed).normal(0, scale, count).astype(np.int16)


def mixed(total_ms: int, *placed: tuple[int, Samples], noise_dbfs: float = -66.0) -> Samples:
    """A channel of `total_ms`: quiet line noise with sounds added at the given milliseconds."""
    channel = silence(total_ms, noise_dbfs=noise_dbfs).astype(np.int32)
    for at_ms, sound in placed:
        start = at_ms * SAMPLES_PER_MS
        part = sound[: max(0, len(channel) - start)]
        channel[start : start + len(part)] += part
    return np.clip(channel, -32768, 32767).astype(np.int16)


def blocks(party: Party, samples: Samples, block_ms: int = BLOCK_MS) -> list[AudioBlock]:
    """The channel cut into blocks, the last one as short as it comes."""
    size = block_ms * SAMPLES_PER_MS
    return [
        AudioBlock(party=party, index=index, samples=samples[index : index + size].tobytes())
        for index in range(0, len(samples), size)
    ]
