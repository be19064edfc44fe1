"""What stands on a telephone line besides people: tones, hold music, menus. Made, not recorded."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from assist.audio.telephone import telephone_band
from assist.core.audio import SAMPLE_RATE
from tests.helpers.sounds import Samples, spoken

_Sound = npt.NDArray[np.float64]
_CHORDS = ((60, 64, 67), (57, 60, 64), (53, 57, 60), (55, 59, 62))
"""C, A minor, F, G as MIDI notes."""


def tones(pitches: Sequence[float], on_s: float, off_s: float, seconds: float) -> Samples:
    """Tones together, on and off: ringing, busy, dialling."""
    at = _times(seconds)
    sound = sum((np.sin(2 * np.pi * pitch * at) for pitch in pitches), np.zeros(len(at)))
    return _line(0.25 * sound / len(pitches) * (at % (on_s + off_s) < on_s))


def keys(numbers: str) -> Samples:
    """A number dialled with tones (DTMF)."""
    low, high = (697, 770, 852, 941), (1209, 1336, 1477)
    places = {sign: (place // 3, place % 3) for place, sign in enumerate("123456789*0#")}
    pieces = []
    for sign in numbers:
        row, column = places[sign]
        pieces += [tones((low[row], high[column]), 1, 0, 0.12), np.zeros(1_600, np.int16)]
    return np.concatenate(pieces)


def music(kind: str, seconds: float, beat_s: float = 0.5) -> Samples:
    """Chords of "pad" (soft) or "organ" (with drums), or "pluck" (single notes like a harp's)."""
    sound = np.zeros(int((seconds + 4) * SAMPLE_RATE))
    rng = np.random.default_rng(3)
    for bar in range(int(seconds / (4 * beat_s)) + 1):
        chord, start = _CHORDS[bar % 4], 4 * beat_s * bar
        for note in chord:
            _add(sound, _note(kind, note, 4 * beat_s), start, 0.15)
        for beat in range(4):
            note = chord[int(rng.integers(3))] + 12
            at_s = start + beat * beat_s
            _add(sound, _note("pluck" if kind == "pluck" else "pad", note, beat_s), at_s, 0.3)
            if kind == "organ":
                _add(sound, _drum(rng), at_s, 0.4)
    sound = sound[: int(seconds * SAMPLE_RATE)]
    return _line(0.4 * sound / np.abs(sound).max())


def announced(*sentences: str, voice: str = "en-us+f3") -> Samples:
    """A recorded voice with pauses, over the line."""
    pause = np.zeros(SAMPLE_RATE, np.int16)
    pieces = [pause]
    for sentence in sentences:
        pieces += [spoken(sentence, voice), pause]
    return telephone_band(np.concatenate(pieces))


def _times(seconds: float) -> _Sound:
    times: _Sound = np.arange(int(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    return times


def _note(kind: str, number: int, seconds: float) -> _Sound:
    at, pitch = _times(seconds), 440.0 * 2 ** ((number - 69) / 12)
    sound = np.zeros(len(at))
    for part in range(1, 7):
        fading = np.exp(-at * (2 + 1.5 * part)) if kind == "pluck" else 1.0
        sound += np.sin(2 * np.pi * pitch * part * at) * fading / part
    edges: _Sound = np.minimum(1, at / 0.01) * np.minimum(1, (seconds - at) / 0.05)
    return sound * edges


def _drum(rng: np.random.Generator) -> _Sound:
    at = _times(0.15)
    kick: _Sound = np.sin(2 * np.pi * 70 * at) * np.exp(-at * 20)
    return kick + 0.3 * rng.normal(0, 1, len(at)) * np.exp(-at * 60)


def _add(sound: _Sound, part: _Sound, at_s: float, gain: float) -> None:
    start = int(at_s * SAMPLE_RATE)
    end = min(len(sound), start + len(part))
    sound[start:end] += gain * part[: end - start]


def _line(sound: _Sound) -> Samples:
    return telephone_band((np.clip(sound, -1, 1) * 32767).astype(np.int16))
