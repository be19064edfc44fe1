"""A sound played where the customer is heard, and looked for in what comes back from there.

It rises from 400 to 1,600 Hz in 0.9 s: unlike speech and music it is like itself at one moment
only, so that it is found in whatever else is played, and nothing else is taken for it.
"""

import ctypes
import queue
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import soxr

from assist.audio import loopback, server
from assist.audio.capture import CaptureStream, Opener
from assist.audio.errors import AudioError
from assist.audio.libpulse import PLAYBACK, S16LE, SampleSpec
from assist.audio.system import SystemDevices
from assist.core.audio import SAMPLE_RATE
from assist.core.words import Party

Samples = npt.NDArray[np.float64]
Player = Callable[[bytes, str], None]
"""Plays 16-bit mono at `SAMPLE_RATE` to the end on the output of that name ("": the usual one)."""

TONE_S = 0.9
_FROM_HZ, _TO_HZ = 400.0, 1600.0
_LOUDNESS = 0.2
"""Of full scale (-14 dBFS): clear in a headset, and no fright."""

LIKE = 0.35
"""Likeness (0..1) from which the sound is ours. Measured on the monitor of an output: 1.0 alone,
0.71 below speech as loud; 90 s of speech without it stay below 0.09."""

_SETTLE_S = 0.5
_WAIT_S = 3.0
"""How long the sound may take to come back once it was played; a monitor takes 0.1 s, Bluetooth and
loaded computers more."""
_FIRST_S = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ToneHeard:
    """`likeness` of what came back to what was played, 0..1; `peak` of it in 16-bit steps."""

    likeness: float
    peak: int

    @property
    def is_ours(self) -> bool:
        return self.likeness >= LIKE


def tone() -> bytes:
    """The sound, as 16-bit mono at `SAMPLE_RATE`, faded in and out."""
    count = round(TONE_S * SAMPLE_RATE)
    at = np.arange(count) / SAMPLE_RATE
    phase = 2 * np.pi * (_FROM_HZ * at + (_TO_HZ - _FROM_HZ) * at**2 / (2 * TONE_S))
    fade = np.clip(np.minimum(at, TONE_S - at) / 0.05, 0, 1)
    return np.rint(np.sin(phase) * fade * _LOUDNESS * 32767).astype("<i2").tobytes()


def likeness(heard: bytes) -> float:
    """How like the sound the likest moment of `heard` is, 0..1, however loud either is."""
    wanted = _samples(tone())
    there = _samples(heard)
    if len(there) < len(wanted):
        return 0.0
    size = 1 << (len(there) + len(wanted) - 1).bit_length()
    product = np.fft.rfft(there, size) * np.conj(np.fft.rfft(wanted, size))
    matches = np.abs(np.fft.irfft(product, size)[: len(there) - len(wanted) + 1])
    energy = np.concatenate(([0.0], np.cumsum(there**2)))
    loud = np.sqrt(energy[len(wanted) :] - energy[: -len(wanted)]) * np.linalg.norm(wanted)
    # Below some 16-bit steps there is only rounding.
    likes = np.where(loud > 1e3, matches / np.maximum(loud, 1e3), 0.0)
    return float(likes.max())


def play_and_hear(
    device: str, *, opener: Opener | None = None, player: Player | None = None
) -> ToneHeard:
    """Play the sound on the output that the customer's device belongs to and listen there.

    Takes about two seconds, up to seven where nothing comes back. Raises AudioError.
    """
    opener = opener or SystemDevices()
    heard: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    stream = opener(Party.CUSTOMER, device, lambda samples, _frames, _at: heard.put(samples))
    try:
        collected = bytearray()
        _collect(heard, collected, _FIRST_S, lambda: bool(collected))
        output = output_of(device) if sys.platform == "linux" else ""
        _play(player or play, output, heard, collected)
        _collect(heard, collected, _WAIT_S, lambda: likeness(_mono(stream, collected)) >= LIKE)
        return _judged(_mono(stream, collected))
    finally:
        stream.close()


def _play(
    player: Player, output: str, heard: "queue.SimpleQueue[bytes]", collected: bytearray
) -> None:
    """Play while what comes back is collected. Raises AudioError."""
    failed: list[AudioError] = []

    def run() -> None:
        try:
            player(tone(), output)
        except AudioError as error:
            failed.append(error)

    thread = threading.Thread(target=run, name="test-sound")
    thread.start()
    while thread.is_alive():
        _collect(heard, collected, 0.05, lambda: False)
    thread.join()
    if failed:
        raise failed[0]


def _collect(
    heard: "queue.SimpleQueue[bytes]",
    collected: bytearray,
    seconds: float,
    is_enough: Callable[[], bool],
) -> None:
    """Take what comes until it is enough, or time is over; looks every `_SETTLE_S`."""
    until = time.monotonic() + seconds
    look_at = time.monotonic() + min(seconds, _SETTLE_S)
    while (now := time.monotonic()) < until:
        try:
            collected += heard.get(timeout=min(until, look_at) - now)
        except queue.Empty:
            pass
        except ValueError:  # the moment to look has passed between two looks at the clock
            pass
        if time.monotonic() >= look_at:
            if is_enough():
                return
            look_at = time.monotonic() + _SETTLE_S


def _judged(heard: bytes) -> ToneHeard:
    samples = _samples(heard)
    peak = int(np.abs(samples).max()) if len(samples) else 0
    return ToneHeard(likeness=likeness(heard), peak=peak)


def _mono(stream: CaptureStream, collected: bytearray) -> bytes:
    """What was captured, as 16-bit mono at `SAMPLE_RATE`."""
    width = 2 * stream.channels
    samples = np.frombuffer(bytes(collected[: len(collected) // width * width]), "<i2")
    mono = samples.reshape(-1, stream.channels).mean(axis=1)
    if stream.rate != SAMPLE_RATE:
        mono = soxr.resample(mono, stream.rate, SAMPLE_RATE)
    data: bytes = np.rint(mono).astype("<i2").tobytes()
    return data


def _samples(data: bytes) -> Samples:
    return np.frombuffer(data, "<i2").astype(np.float64)


# --- playing --------------------------------------------------------------------------------------


def output_of(device: str) -> str:
    """The sound server's output that the customer's device is the monitor of; "" if of none."""
    source = loopback.find_far_end(server.sources(), device)
    return source.name.removesuffix(".monitor") if source.is_monitor else ""


def play(samples: bytes, output: str) -> None:
    """Play to the end. Raises AudioError."""
    if sys.platform == "linux":
        _play_on_server(samples, output)
    else:
        _play_anywhere(samples)


def _play_on_server(samples: bytes, output: str) -> None:
    """Through libpulse's simple interface: its calls block, and this is a thread of its own."""
    try:
        simple: Any = ctypes.CDLL("libpulse-simple.so.0")
    except OSError:
        raise AudioError(
            "The library libpulse-simple.so.0 is missing; install the package libpulse0."
        ) from None
    simple.pa_simple_new.restype = ctypes.c_void_p
    simple.pa_simple_new.argtypes = (
        *(ctypes.c_char_p,) * 2,
        ctypes.c_int,
        *(ctypes.c_char_p,) * 2,
        *(ctypes.c_void_p,) * 3,
        ctypes.POINTER(ctypes.c_int),
    )
    simple.pa_simple_write.argtypes = (
        ctypes.c_void_p,
        ctypes.c_char_p,
        ctypes.c_size_t,
        ctypes.c_void_p,
    )
    simple.pa_simple_drain.argtypes = (ctypes.c_void_p, ctypes.c_void_p)
    simple.pa_simple_free.argtypes = (ctypes.c_void_p,)
    spec, wrong = SampleSpec(S16LE, SAMPLE_RATE, 1), ctypes.c_int()
    stream = simple.pa_simple_new(
        None,
        b"Call Assist",
        PLAYBACK,
        output.encode() or None,
        b"test sound",
        ctypes.byref(spec),
        None,
        None,
        ctypes.byref(wrong),
    )
    if not stream:
        raise AudioError(
            f"The test sound cannot be played on {output or 'the usual output'}; check the headset."
        )
    try:
        simple.pa_simple_write(stream, samples, len(samples), None)
        simple.pa_simple_drain(stream, None)
    finally:
        simple.pa_simple_free(stream)


def _play_anywhere(samples: bytes) -> None:
    """On the usual output through PortAudio. Untested: written for Windows and macOS."""
    import sounddevice

    try:
        sounddevice.play(np.frombuffer(samples, "<i2"), SAMPLE_RATE, blocking=True)
    except sounddevice.PortAudioError as error:
        raise AudioError(f"The test sound cannot be played ({error}); check the headset.") from None
