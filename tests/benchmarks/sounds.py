"""The call that benchmarks run on: the demo call, again and again, ten and a half minutes long."""

from pathlib import Path

import numpy as np
import soundfile

from assist import app, paths
from assist.core.audio import SAMPLE_RATE

_REPEATS = 7
"""Of 91 s: over ten minutes, in which each side speaks under half the time."""


def write_call(folder: Path, repeats: int = _REPEATS) -> tuple[Path, Path]:
    """Write agent.wav and customer.wav (16 kHz mono) and .raw files of the same samples."""
    sound, rate = soundfile.read(paths.resources_dir() / "demo" / app.DEMO_CALL, dtype="int16")
    assert rate == SAMPLE_RATE
    for side, name in enumerate(("agent", "customer")):
        samples = np.tile(sound[:, side], repeats)
        soundfile.write(folder / f"{name}.wav", samples, rate)
        (folder / f"{name}.raw").write_bytes(samples.tobytes())
    return folder / "agent.wav", folder / "customer.wav"
