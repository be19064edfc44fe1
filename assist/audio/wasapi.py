"""What a Windows computer plays to an output: WASAPI loopback through PyAudioWPatch.

Written from the library's and Microsoft's documentation; run only against a fake of it. What is
known of it: a loopback sends nothing at all while nothing is played, so silence is filled by the
clock (`fills`); it wants the endpoint's own rate and channels; it stays with its endpoint when the
default changes and just falls silent; PortAudio knows the devices of the moment it was started.
The far end comes from here alone; microphones stay with `portaudio` (another PortAudio of its own).
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from assist.audio.capture import FRAGMENT_MS, Push
from assist.audio.errors import AudioError

_INT16 = 8
"""PortAudio's paInt16."""
_CONTINUE = 0
"""PortAudio's paContinue."""
_SUFFIX = " [Loopback]"

Manager = Callable[[], Any]
"""Makes a `pyaudiowpatch.PyAudio`, which looks for devices when none is alive."""


class WasapiLoopback:
    """The outputs as far ends. Any thread may call it, but no callback."""

    def __init__(
        self, manager: Manager | None = None, clock: Callable[[], int] = time.monotonic_ns
    ) -> None:
        self._manager = manager or _pyaudio
        self._clock = clock

    def outputs(self) -> tuple[str, ...]:
        """Names of the outputs that can be heard, the usual one first. Raises AudioError."""
        with _alive(self._manager) as audio:
            return tuple(_loopbacks(audio))

    def open(self, device: str, push: Push) -> "WasapiStream":
        """Start to capture one of `outputs`, or the usual one for "". Raises AudioError.

        Windows cuts long names short in places: the beginning of a name will do.
        """
        audio = self._manager()
        try:
            found = _loopbacks(audio)
            name = next((name for name in found if name.startswith(device)), "")
            if not name:
                which = f"The output {device}" if device else "An output"
                raise AudioError(
                    f"{which} is not there; plug it in, or see `assist devices` for the names."
                )
            return WasapiStream(audio, name, found[name], push, self._clock)
        except BaseException:
            audio.terminate()
            raise


class WasapiStream:
    """A running loopback of one output at its own rate; a `CaptureStream`."""

    fills = True

    def __init__(
        self,
        audio: Any,
        name: str,
        info: dict[str, Any],
        push: Push,
        clock: Callable[[], int],
    ) -> None:
        self.device = name
        self.rate = int(info["defaultSampleRate"])
        self.channels = int(info["maxInputChannels"])
        self._audio = audio
        self._closing = threading.Lock()

        def on_audio(samples: bytes | None, frames: int, _time: Any, _status: int) -> Any:
            if samples:
                push(samples, frames, clock())
            return None, _CONTINUE

        try:
            self._stream: Any = audio.open(
                rate=self.rate,
                channels=self.channels,
                format=_INT16,
                input=True,
                input_device_index=info["index"],
                frames_per_buffer=self.rate * FRAGMENT_MS // 1000,
                stream_callback=on_audio,
            )
        except (OSError, ValueError) as error:
            # "Invalid device" and the like may mean that a program holds it for itself alone.
            raise AudioError(
                f"What is played to {name} cannot be heard ({_words(error)}); close programs that "
                "use it alone, or choose another output."
            ) from None

    @property
    def ended(self) -> str | None:
        """Why no more sound comes, or None; silence is no reason."""
        with self._closing:
            if self._stream is None:
                return None
            with suppress(OSError):
                if self._stream.is_active():
                    return None
        return f"The output {self.device} is gone; plug it in or choose another."

    def close(self) -> None:
        """Stop and free the stream; nothing is pushed once this returns."""
        with self._closing:
            stream, self._stream = self._stream, None
        if stream is None:
            return
        for let_go in (stream.stop_stream, stream.close, self._audio.terminate):
            with suppress(OSError):  # of a device that is gone
                let_go()


def _loopbacks(audio: Any) -> dict[str, dict[str, Any]]:
    """PortAudio's description of each output's loopback by the output's name, the usual first."""
    try:
        usual = audio.get_default_wasapi_loopback()["index"]
    except (OSError, LookupError):
        usual = None
    try:
        infos = list(audio.get_loopback_device_info_generator())
    except OSError:
        return {}
    infos.sort(key=lambda info: info["index"] != usual)
    found: dict[str, dict[str, Any]] = {}
    for info in infos:
        found.setdefault(str(info["name"]).removesuffix(_SUFFIX), info)
    return found


def _words(error: Exception) -> str:
    """PyAudio's errors are a tuple of number and text."""
    texts = [part for part in error.args if isinstance(part, str)]
    return texts[-1].lower() if texts else type(error).__name__


@contextmanager
def _alive(manager: Manager) -> Iterator[Any]:
    audio = manager()
    try:
        yield audio
    finally:
        audio.terminate()


def _pyaudio() -> Any:
    try:
        import pyaudiowpatch
    except ImportError:
        raise AudioError(
            "The library PyAudioWPatch is missing; install Call Assist anew, or set an input such "
            "as Stereo Mix or VB-CABLE as customer_device."
        ) from None
    return pyaudiowpatch.PyAudio()
