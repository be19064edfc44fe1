"""Speaks `call.toml` into `call.flac`: `python resources/demo/build.py`.

Needs Debian's `flite` (the voices are linked into it), numpy, soundfile and soxr. The same script
and voices give the same samples.
"""

import argparse
import subprocess
import tempfile
import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray

HERE = Path(__file__).resolve().parent
RATE = 16_000
TAIL_MS = 1_500
FLOOR_DBFS = -63.0
"""Level of the room noise: a real line is never digital silence."""

Sound = NDArray[np.float64]


def speak(text: str, voice: dict[str, Any]) -> Sound:
    """`text` said by a voice of flite at `RATE`, at the voice's level, silence trimmed."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "said.wav"
        command = ["flite", "-voice", voice["name"], "-t", text, "-o", str(target)]
        command += ["--setf", f"duration_stretch={voice['stretch']}"]
        command += ["--setf", f"int_f0_target_mean={voice['pitch']}"]
        subprocess.run(command, check=True)
        sound, rate = soundfile.read(target, dtype="float64")
    if rate != RATE:
        sound = soxr.resample(sound, rate, RATE)
    return _levelled(_trimmed(sound), float(voice["level"]))


def _trimmed(sound: Sound, threshold: float = 0.005, margin_ms: int = 30) -> Sound:
    loud = np.flatnonzero(np.abs(sound) > threshold)
    margin = RATE * margin_ms // 1000
    return sound[max(0, loud[0] - margin) : loud[-1] + margin]


def _levelled(sound: Sound, dbfs: float) -> Sound:
    """Scaled so that the 20 ms frames that hold speech have `dbfs` RMS on average."""
    frames = sound[: len(sound) // 320 * 320].reshape(-1, 320)
    power = np.square(frames).mean(axis=1)
    speech = power[power > power.max() / 1000].mean()
    return sound * float(np.sqrt(10 ** (dbfs / 10) / speech))


def _room(samples: int, seed: int) -> Sound:
    """Soft noise, duller than white, at `FLOOR_DBFS`."""
    noise = np.random.default_rng(seed).standard_normal(samples + 8)
    noise = np.convolve(noise, np.hanning(9), mode="valid")
    return noise * float(10 ** (FLOOR_DBFS / 20) / noise.std())


def lay_out(script: dict[str, Any]) -> tuple[Sound, list[tuple[str, int, int, str]]]:
    """The stereo samples, and (party, start ms, end ms, text) of each turn."""
    said: list[tuple[int, int, Sound]] = []
    times: list[tuple[str, int, int, str]] = []
    now = 0
    for turn in script["turns"]:
        voice = script["voices"][turn["party"]] | turn.get("voice", {})
        sound = speak(turn["text"], voice)
        start = now + RATE * turn["pause"] // 1000
        now = start + len(sound)
        said.append((0 if turn["party"] == "agent" else 1, start, sound))
        times.append((turn["party"], start * 1000 // RATE, now * 1000 // RATE, turn["text"]))
    length = now + RATE * TAIL_MS // 1000
    stereo = np.stack([_room(length, 1), _room(length, 2)])
    for channel, start, sound in said:
        stereo[channel, start : start + len(sound)] += sound
    return stereo.T, times


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--script", type=Path, default=HERE / "call.toml")
    parser.add_argument("-o", "--output", type=Path, default=HERE / "call.flac")
    args = parser.parse_args()
    stereo, times = lay_out(tomllib.loads(args.script.read_text(encoding="utf-8")))
    soundfile.write(args.output, stereo, RATE, format="FLAC", subtype="PCM_16")
    for party, start, end, text in times:
        print(f"{start / 1000:6.1f} {end / 1000:6.1f}  {party:8}  {text}")
    print(f"{args.output}: {len(stereo) / RATE:.1f} s, {args.output.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
