"""Long calls said by synthetic voices: the golden calls joined, a voice for each party."""

import tomllib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import soundfile

from assist.core.audio import SAMPLE_RATE
from assist.core.words import Party
from tests.helpers.calls import Line, parse_lines
from tests.helpers.speech import mixed, speak

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
VOICES = (("en-us", "en-us+f3"), ("en-gb", "en-us+m3"), ("en-us+f3", "en-gb"))
"""Of the agent and the customer, call by call."""

_BETWEEN_MS = 4_000
_LONGEST_GAP_MS = 12_000
"""Longer silences of the golden calls are cut to this: silence costs nothing and tests nothing."""


def golden_lines() -> list[list[Line]]:
    """What is said in each golden call, the calls in order of their names."""
    calls = []
    for file in sorted(GOLDEN.glob("*.toml")):
        written = tomllib.loads(file.read_text(encoding="utf-8"))
        lines = [
            line
            for line in parse_lines(written.get("call", ""))
            if line.who.split("*")[0] in ("agent", "customer")
        ]
        if lines:
            calls.append(lines)
    return calls


def write_calls(folder: Path, *, seconds: int) -> list[Path]:
    """All golden calls joined to recordings of about this length, agent left."""
    files: list[Path] = []
    said: list[tuple[int, str, str]] = []
    at = 1_000
    for lines in golden_lines():
        before = lines[0].at
        for line in lines:
            at += min(max(line.at - before, 0), _LONGEST_GAP_MS)
            before = line.at
            said.append((at, line.who.split("*")[0], line.text))
        at += _BETWEEN_MS
        if at >= seconds * 1_000:
            files.append(_write(folder / f"call{len(files)}.flac", said, len(files)))
            said, at = [], 1_000
    return files


def _write(file: Path, said: Sequence[tuple[int, str, str]], number: int) -> Path:
    """Say the lines; one that would begin in another of its own party waits for its end."""
    voices = dict(zip(Party, VOICES[number % len(VOICES)], strict=True))
    placed: dict[Party, list[tuple[int, np.ndarray[tuple[int], np.dtype[np.int16]]]]] = {
        party: [] for party in Party
    }
    free_at = dict.fromkeys(Party, 0)
    for at, who, text in said:
        party = Party(who)
        sound = speak(text, voices[party])
        start = max(at, free_at[party])
        free_at[party] = start + len(sound) * 1_000 // SAMPLE_RATE + 300
        placed[party].append((start, sound))
    end_ms = max(free_at.values()) + 2_000
    sides = [mixed(end_ms, *placed[party]) for party in Party]
    soundfile.write(file, np.stack(sides, axis=1), SAMPLE_RATE)
    return file
