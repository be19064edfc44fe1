"""The call that benchmarks run on: the demo call again and again, with a look-up in between."""

from pathlib import Path

import numpy as np
import soundfile

from assist import app, paths
from assist.core.audio import SAMPLE_RATE

_REPEATS = 6
_LOOKUP_S = 20
"""Both sides silent while the agent looks something up. With it the agent speaks about 40 % and the
customer 23 % of eleven minutes; the demo call alone is denser than calls are."""


def write_call(folder: Path, repeats: int = _REPEATS) -> tuple[Path, Path]:
    """Write agent.wav and customer.wav (16 kHz mono) and .raw files of the same samples."""
    sound, rate = soundfile.read(paths.resources_dir() / "demo" / app.DEMO_CALL, dtype="int16")
    assert rate == SAMPLE_RATE
    # The call's own first 0.8 s hold its background noise: silence in a call is not digital zero.
    noise = sound[: SAMPLE_RATE // 2]
    pause = np.tile(noise, (2 * _LOOKUP_S, 1))
    sound = np.concatenate((sound, pause))
    for side, name in enumerate(("agent", "customer")):
        samples = np.tile(sound[:, side], repeats)
        soundfile.write(folder / f"{name}.wav", samples, rate)
        (folder / f"{name}.raw").write_bytes(samples.tobytes())
    return folder / "agent.wav", folder / "customer.wav"
