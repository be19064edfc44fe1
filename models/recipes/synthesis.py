"""Speech from Debian's synthesizers: the voices to train with, and those kept to measure with."""

import random
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray

RATE = 16000
Samples = NDArray[np.int16]

_ACCENTS = ["en-us"] * 5 + [
    "en-gb",
    "en-gb-x-rp",
    "en-gb-x-gbclan",
    "en-gb-x-gbcwmd",
    "en-029",
    "en-us-nyc",
]
# Never m5, m7, f4, f5 nor en-gb-scotland: the model is judged with them. Whispers, croaks and
# robots left out.
_VARIANTS = (
    "m1 m2 m3 m4 m6 m8 f1 f2 f3 Alex Alicia Andrea Andy Annie Denis Diogo Gene Gene2 Henrique Hugo "
    "Lee Marco Mario Michael Mike Nguyen adam anika antonio aunty belinda benjamin boris caleb "
    "david ed edward edward2 grandma grandpa gustave iven iven2 iven3 john klatt klatt2 klatt3 "
    "klatt4 linda marcelo max michel miguel norbert pablo paul pedro quincy rob robert sandro "
    "shelby steph steph2 steph3 travis victor zac"
).split()
_HELD_ESPEAK = ("en-us+m5", "en-gb+m7", "en-us+f4", "en-us+f5", "en-gb-scotland+m3")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One way of saying a sentence. `pitch` is Hz for flite, 0-99 for espeak; 0 keeps the voice's
    own.
    """

    engine: str
    name: str
    rate: float  # words a minute for espeak, a stretch of the durations for the others
    pitch: int = 0


def training_voice(rng: random.Random) -> Voice:
    """A voice the acoustic model may learn from."""
    if rng.random() < 0.45:
        name = f"{rng.choice(_ACCENTS)}+{rng.choice(_VARIANTS)}"
        return Voice(
            engine="espeak", name=name, rate=rng.randint(125, 200), pitch=rng.randint(20, 80)
        )
    name = rng.choice(["slt", "slt", "awb", "awb", "kal16"])
    pitches = {
        "slt": [0, 0, 150, 170, 200, 220],
        "awb": [0, 0, 100, 120, 145, 165],
        "kal16": [0, 0, 85, 100, 120, 140],
    }
    return Voice(
        engine="flite", name=name, rate=rng.uniform(0.82, 1.25), pitch=rng.choice(pitches[name])
    )


def held_out_voices() -> list[Voice]:
    """Voices and an engine (festival) that training never hears."""
    espeak = [Voice(engine="espeak", name=name, rate=155, pitch=45) for name in _HELD_ESPEAK]
    festival = [
        Voice(engine="festival", name=name, rate=1.0)
        for name in ("cmu_us_slt_arctic_hts", "kal_diphone")
    ]
    return [*espeak, Voice(engine="flite", name="rms", rate=1.0), *festival]


def _command(text: str, voice: Voice, target: Path) -> list[str]:
    if voice.engine == "espeak":
        manner = ["-s", f"{voice.rate:.0f}", "-p", str(voice.pitch or 50)]
        return ["espeak-ng", "-v", voice.name, *manner, "-w", str(target), text]
    if voice.engine == "flite":
        pitch = ["--setf", f"int_f0_target_mean={voice.pitch}"] if voice.pitch else []
        stretch = ["--setf", f"duration_stretch={voice.rate:.3f}"]
        return ["flite", "-voice", voice.name, *stretch, *pitch, "-t", text, "-o", str(target)]
    stretch = ["-eval", f"(Parameter.set 'Duration_Stretch {voice.rate:.3f})"]
    return ["text2wave", "-eval", f"(voice_{voice.name})", *stretch, "-o", str(target)]


def speak(text: str, voice: Voice) -> Samples:
    """`text` said by `voice`, 16 kHz."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "said.wav"
        said = text.encode() if voice.engine == "festival" else None
        subprocess.run(
            _command(text, voice, target),
            input=said,
            check=True,
            stderr=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        return load(target)


def load(path: Path) -> Samples:
    """The first channel of any sound file, at 16 kHz, without clipping what resampling raised."""
    sound, rate = soundfile.read(path, dtype="float32", always_2d=True)
    mono = sound[:, 0]
    if rate != RATE:
        mono = soxr.resample(mono, rate, RATE)
    peak = float(np.abs(mono).max(initial=0.0))
    return np.round(mono * (32767 * min(1.0, 0.98 / max(peak, 1e-6)))).astype(np.int16)
