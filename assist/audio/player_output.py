"""Where a call is heard again: the sound server's default output, else PortAudio's."""

import ctypes
import sys
from typing import Any, Protocol

import numpy as np

from assist.audio.errors import AudioError
from assist.audio.libpulse import DEFAULT, PLAYBACK, S16LE, BufferAttributes, SampleSpec
from assist.audio.stretch import Sound

_LATENCY_MS = 80
"""Kept short, so that pause and seek are heard at once."""


class Output(Protocol):
    """A place to play 16-bit stereo to; used by one thread. Raises AudioError."""

    def write(self, sound: Sound) -> None:
        """Play this next; waits while enough is waiting already."""
        ...

    def pending_ms(self) -> int:
        """How much of what was written has not been heard yet."""
        ...

    def flush(self) -> None:
        """Forget what has not been heard yet."""
        ...

    def close(self) -> None: ...


def open_output(rate: int) -> Output:
    """The default output of this computer. Raises AudioError with what to do."""
    if sys.platform.startswith("linux"):
        try:
            return PulseOutput(rate)
        except AudioError:
            pass  # no sound server: PortAudio may know a device
    return PortAudioOutput(rate)


def as_bytes(sound: Sound) -> bytes:
    """The sound as little-endian 16-bit samples."""
    data: bytes = np.clip(np.rint(sound * 32767.0), -32768, 32767).astype("<i2").tobytes()
    return data


class PulseOutput:
    """The default output of PulseAudio or PipeWire, by libpulse's simple interface."""

    def __init__(self, rate: int) -> None:
        try:
            self._pulse: Any = ctypes.CDLL("libpulse-simple.so.0")
        except OSError:
            raise AudioError(
                "The library libpulse-simple is missing; install the package libpulse0."
            ) from None
        self._pulse.pa_simple_new.restype = ctypes.c_void_p
        self._pulse.pa_simple_get_latency.restype = ctypes.c_uint64
        spec = SampleSpec(S16LE, rate, 2)
        waiting = 4 * rate * _LATENCY_MS // 1000
        attributes = BufferAttributes(DEFAULT, waiting, DEFAULT, DEFAULT, DEFAULT)
        self._error = ctypes.c_int()
        self._stream: int | None = self._pulse.pa_simple_new(
            None,
            b"Call Assist",
            PLAYBACK,
            None,
            b"Call review",
            ctypes.byref(spec),
            None,
            ctypes.byref(attributes),
            ctypes.byref(self._error),
        )
        if not self._stream:
            raise AudioError(
                "There is no sound output; start the sound server or plug in a headset."
            )

    def write(self, sound: Sound) -> None:
        data = as_bytes(sound)
        done = self._pulse.pa_simple_write(
            ctypes.c_void_p(self._stream), data, ctypes.c_size_t(len(data)), self._failed
        )
        if done < 0:
            raise AudioError("The sound output is gone; plug it in or choose another.")

    def pending_ms(self) -> int:
        latency = self._pulse.pa_simple_get_latency(ctypes.c_void_p(self._stream), self._failed)
        return min(int(latency) // 1000, 2000)

    def flush(self) -> None:
        self._pulse.pa_simple_flush(ctypes.c_void_p(self._stream), self._failed)

    def close(self) -> None:
        stream, self._stream = self._stream, None
        if stream:
            self._pulse.pa_simple_free(ctypes.c_void_p(stream))

    @property
    def _failed(self) -> Any:
        return ctypes.byref(self._error)


class PortAudioOutput:
    """The default output as PortAudio knows it (Windows, macOS, Linux without a sound server)."""

    def __init__(self, rate: int) -> None:
        try:
            import sounddevice
        except OSError:
            raise AudioError(
                "The library PortAudio is missing; install the package libportaudio2."
            ) from None
        self._library = sounddevice
        try:
            self._stream: Any = sounddevice.RawOutputStream(
                samplerate=rate, channels=2, dtype="int16", latency=_LATENCY_MS / 1000
            )
            self._stream.start()
        except (sounddevice.PortAudioError, ValueError):
            raise AudioError(
                "There is no sound output; plug in a headset or choose one in the system."
            ) from None

    def write(self, sound: Sound) -> None:
        try:
            self._stream.write(as_bytes(sound))
        except self._library.PortAudioError:
            raise AudioError("The sound output is gone; plug it in or choose another.") from None

    def pending_ms(self) -> int:
        return round(float(self._stream.latency) * 1000)

    def flush(self) -> None:
        try:
            self._stream.abort()
            self._stream.start()
        except self._library.PortAudioError:
            raise AudioError("The sound output is gone; plug it in or choose another.") from None

    def close(self) -> None:
        self._stream.close(ignore_errors=True)
