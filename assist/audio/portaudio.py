"""Capture from an input that PortAudio knows: microphones of Windows and macOS, ALSA on Linux."""

import threading
import time
from collections.abc import Callable
from typing import Any

from assist.audio.capture import FRAGMENT_MS, Push
from assist.audio.errors import AudioError


class PortAudio:
    """The library and the streams opened through it. Any thread may call it, but no callback."""

    def __init__(self, clock: Callable[[], int] = time.monotonic_ns) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._running = 0

    def inputs(self) -> tuple[str, ...]:
        """Names of the inputs, the default one first. Raises AudioError without PortAudio."""
        with self._lock:
            return tuple(_numbered_inputs(self._library()))

    def outputs(self) -> tuple[str, ...]:
        """Names of the outputs, the default one first. Raises AudioError without PortAudio."""
        with self._lock:
            return tuple(_numbered(self._library(), "max_output_channels", 1))

    def open(self, device: str, push: Push) -> "PortAudioStream":
        """Start to capture one of `inputs`, or the default one for "". Raises AudioError."""
        with self._lock:
            library = self._library()
            numbers = _numbered_inputs(library)
            name = device or next(iter(numbers), "")
            if name not in numbers:
                word = f"The sound device {device}" if device else "A microphone"
                raise AudioError(
                    f"{word} is not there; plug it in, or see `assist devices` for the names."
                )
            stream = PortAudioStream(
                library, name, numbers[name], push, clock=self._clock, on_closed=self._closed
            )
            self._running += 1
            return stream

    def _library(self) -> Any:
        try:
            import sounddevice
        except OSError:
            raise AudioError(
                "The library PortAudio is missing; install the package libportaudio2."
            ) from None
        if not self._running:
            # PortAudio looks for devices once, when it starts; starting anew ends open streams.
            sounddevice._terminate()
            sounddevice._initialize()
        return sounddevice

    def _closed(self) -> None:
        with self._lock:
            self._running -= 1


class PortAudioStream:
    """A running capture of one input at its own rate, mono; a `CaptureStream`."""

    channels = 1
    fills = False

    def __init__(
        self,
        library: Any,
        name: str,
        number: int,
        push: Push,
        *,
        clock: Callable[[], int],
        on_closed: Callable[[], None],
    ) -> None:
        self.device = name
        self._on_closed = on_closed
        self._has_finished = threading.Event()
        self._closing = threading.Lock()

        def on_audio(samples: Any, frames: int, _time: Any, _status: Any) -> None:
            push(bytes(samples), frames, clock())

        try:
            self.rate = int(library.query_devices(number)["default_samplerate"])
            self._stream: Any = library.RawInputStream(
                samplerate=self.rate,
                blocksize=self.rate * FRAGMENT_MS // 1000,
                device=number,
                channels=self.channels,
                dtype="int16",
                callback=on_audio,
                finished_callback=self._has_finished.set,
            )
            self._stream.start()
        except library.PortAudioError as error:
            reason = str(error).split(" [")[0].removeprefix("Error opening RawInputStream: ")
            raise AudioError(
                f"The sound device {name} cannot be opened ({reason.lower()}); close other "
                "programs that use it, or choose another."
            ) from None

    @property
    def ended(self) -> str | None:
        """Why no more sound comes, or None."""
        if self._has_finished.is_set():
            return f"The sound device {self.device} is gone; plug it in or choose another."
        return None

    def close(self) -> None:
        """Stop and free the stream; nothing is pushed once this returns."""
        with self._closing:
            stream, self._stream = self._stream, None
        if stream is not None:
            stream.abort(ignore_errors=True)
            stream.close(ignore_errors=True)
            self._on_closed()


def _numbered_inputs(library: Any) -> dict[str, int]:
    """PortAudio's number of each input by name, the default one first.

    Windows lists a device once for each of its sound systems: the default one's is taken.
    """
    return _numbered(library, "max_input_channels", 0)


def _numbered(library: Any, channels: str, direction: int) -> dict[str, int]:
    default = library.default.device[direction]
    default_host = library.default.hostapi
    devices = [device for device in library.query_devices() if device[channels] > 0]
    devices.sort(key=lambda device: (device["index"] != default, device["hostapi"] != default_host))
    numbers: dict[str, int] = {}
    for device in devices:
        numbers.setdefault(device["name"], device["index"])
    return numbers
