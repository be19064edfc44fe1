"""Capture from a PulseAudio or PipeWire source by name, and only from that one.

Both servers move a stream to another source when its own goes away: the agent's microphone would be
taken for the customer. So a stream is opened as not to be moved, its source is compared with the
wanted one after opening (PipeWire opens another for a name that is absent), and a move all the same
ends it at once. Uses libpulse's own thread; its callbacks do no more than copy and hand over.
"""

import ctypes
import threading
import time
from collections.abc import Callable
from typing import Any

from assist.audio.capture import FRAGMENT_MS, Push
from assist.audio.errors import AudioError
from assist.audio.libpulse import DEFAULT, S16LE, BufferAttributes, SampleSpec
from assist.audio.server import unreachable
from assist.core.audio import SAMPLE_RATE

_OPEN_TIMEOUT_S = 5.0
_TAKEN_AFTER_NS = 400_000_000
"""A device that the server itself put to sleep wakes for a stream within milliseconds. One that
stays suspended longer was taken: by a program that wants it alone, or by another user's session."""
_CONTEXT_READY, _CONTEXT_FAILED = 4, 5
_STREAM_READY, _STREAM_FAILED = 2, 3
_NO_AUTOSPAWN = 0x0001
_DONT_MOVE, _ADJUST_LATENCY, _START_UNMUTED = 0x0200, 0x2000, 0x10000

_Notify = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)
_Request = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_void_p)


_POINTER, _INT = ctypes.c_void_p, ctypes.c_int
_FUNCTIONS: tuple[tuple[str, Any, tuple[Any, ...]], ...] = (
    ("pa_threaded_mainloop_new", _POINTER, ()),
    ("pa_threaded_mainloop_get_api", _POINTER, (_POINTER,)),
    ("pa_threaded_mainloop_start", _INT, (_POINTER,)),
    ("pa_threaded_mainloop_stop", None, (_POINTER,)),
    ("pa_threaded_mainloop_free", None, (_POINTER,)),
    ("pa_threaded_mainloop_lock", None, (_POINTER,)),
    ("pa_threaded_mainloop_unlock", None, (_POINTER,)),
    ("pa_context_new", _POINTER, (_POINTER, ctypes.c_char_p)),
    ("pa_context_connect", _INT, (_POINTER, ctypes.c_char_p, _INT, _POINTER)),
    ("pa_context_get_state", _INT, (_POINTER,)),
    ("pa_context_errno", _INT, (_POINTER,)),
    ("pa_context_set_state_callback", None, (_POINTER, _Notify, _POINTER)),
    ("pa_context_disconnect", None, (_POINTER,)),
    ("pa_context_unref", None, (_POINTER,)),
    (
        "pa_stream_new",
        _POINTER,
        (_POINTER, ctypes.c_char_p, ctypes.POINTER(SampleSpec), _POINTER),
    ),
    (
        "pa_stream_connect_record",
        _INT,
        (_POINTER, ctypes.c_char_p, ctypes.POINTER(BufferAttributes), _INT),
    ),
    ("pa_stream_get_state", _INT, (_POINTER,)),
    ("pa_stream_get_device_name", ctypes.c_char_p, (_POINTER,)),
    ("pa_stream_set_state_callback", None, (_POINTER, _Notify, _POINTER)),
    ("pa_stream_set_moved_callback", None, (_POINTER, _Notify, _POINTER)),
    ("pa_stream_set_suspended_callback", None, (_POINTER, _Notify, _POINTER)),
    ("pa_stream_is_suspended", _INT, (_POINTER,)),
    ("pa_stream_set_read_callback", None, (_POINTER, _Request, _POINTER)),
    (
        "pa_stream_peek",
        _INT,
        (_POINTER, ctypes.POINTER(ctypes.c_void_p), ctypes.POINTER(ctypes.c_size_t)),
    ),
    ("pa_stream_drop", _INT, (_POINTER,)),
    ("pa_stream_disconnect", _INT, (_POINTER,)),
    ("pa_stream_unref", None, (_POINTER,)),
    ("pa_strerror", ctypes.c_char_p, (_INT,)),
)


def _load() -> Any:
    """libpulse with its functions declared. Raises AudioError where it is not installed."""
    try:
        library = ctypes.CDLL("libpulse.so.0")
    except OSError:
        raise AudioError(
            "The library libpulse.so.0 is missing; install the package libpulse0."
        ) from None
    for name, result, arguments in _FUNCTIONS:
        function = getattr(library, name)
        function.restype = result
        function.argtypes = arguments
    return library


class PulseStream:
    """A running capture of one source, 16 kHz mono (the server converts); a `CaptureStream`.

    `source` is the server's name for it. Raises AudioError when it is not there.
    """

    rate = SAMPLE_RATE
    channels = 1
    fills = False

    def __init__(
        self,
        source: str,
        push: Push,
        *,
        name: str = "Call Assist",
        clock: Callable[[], int] = time.monotonic_ns,
    ) -> None:
        self.device = source
        self._push = push
        self._clock = clock
        self._pulse = _load()
        self._closing = threading.Lock()
        self._changed = threading.Event()
        self._has_moved = False
        self._suspended_at: int | None = None
        self._context_state = self._stream_state = 0
        self._stream: int | None = None
        # Kept as attributes: libpulse holds them without Python knowing.
        self._on_context = _Notify(self._context_changed)
        self._on_stream = _Notify(self._stream_changed)
        self._on_moved = _Notify(self._stream_moved)
        self._on_suspended = _Notify(self._stream_suspended)
        self._on_read = _Request(self._readable)
        self._loop: int | None = self._pulse.pa_threaded_mainloop_new()
        api = self._pulse.pa_threaded_mainloop_get_api(self._loop)
        self._context = self._pulse.pa_context_new(api, b"Call Assist")
        # libpulse calls into this object until it is closed: it must not be collected before.
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(self))
        try:
            self._connect()
            self._record(name)
        except BaseException:
            self.close()
            raise

    @property
    def ended(self) -> str | None:
        """Why no more sound of this source comes, or None."""
        if self._context_state >= _CONTEXT_FAILED:
            return "The computer's sound server has stopped; it is tried again by itself."
        if self._has_moved or self._stream_state >= _STREAM_FAILED:
            return f"The sound device {self.device} is gone; plug it in or choose another."
        suspended_at = self._suspended_at
        if suspended_at is not None and self._clock() - suspended_at > _TAKEN_AFTER_NS:
            return self._taken()
        return None

    def close(self) -> None:
        """Stop and free everything; nothing is pushed once this returns."""
        with self._closing:
            loop, self._loop = self._loop, None
        if loop is None:
            return
        pulse = self._pulse
        pulse.pa_threaded_mainloop_lock(loop)
        pulse.pa_context_set_state_callback(self._context, _Notify(), None)
        if self._stream is not None:
            pulse.pa_stream_set_read_callback(self._stream, _Request(), None)
            pulse.pa_stream_set_state_callback(self._stream, _Notify(), None)
            pulse.pa_stream_set_moved_callback(self._stream, _Notify(), None)
            pulse.pa_stream_set_suspended_callback(self._stream, _Notify(), None)
            pulse.pa_stream_disconnect(self._stream)
            pulse.pa_stream_unref(self._stream)
        pulse.pa_context_disconnect(self._context)
        pulse.pa_context_unref(self._context)
        pulse.pa_threaded_mainloop_unlock(loop)
        pulse.pa_threaded_mainloop_stop(loop)
        pulse.pa_threaded_mainloop_free(loop)
        ctypes.pythonapi.Py_DecRef(ctypes.py_object(self))

    def _connect(self) -> None:
        pulse = self._pulse
        pulse.pa_context_set_state_callback(self._context, self._on_context, None)
        is_wrong = pulse.pa_context_connect(self._context, None, _NO_AUTOSPAWN, None) < 0
        is_wrong = is_wrong or pulse.pa_threaded_mainloop_start(self._loop) < 0
        is_wrong = is_wrong or not self._wait(lambda: self._context_state >= _CONTEXT_READY)
        if is_wrong or self._context_state != _CONTEXT_READY:
            raise unreachable()

    def _record(self, name: str) -> None:
        pulse = self._pulse
        spec = SampleSpec(S16LE, self.rate, self.channels)
        fragment = 2 * self.channels * self.rate * FRAGMENT_MS // 1000
        attributes = BufferAttributes(DEFAULT, DEFAULT, DEFAULT, DEFAULT, fragment)
        pulse.pa_threaded_mainloop_lock(self._loop)
        try:
            self._stream = pulse.pa_stream_new(
                self._context, name.encode(), ctypes.byref(spec), None
            )
            pulse.pa_stream_set_state_callback(self._stream, self._on_stream, None)
            pulse.pa_stream_set_moved_callback(self._stream, self._on_moved, None)
            pulse.pa_stream_set_suspended_callback(self._stream, self._on_suspended, None)
            pulse.pa_stream_set_read_callback(self._stream, self._on_read, None)
            flags = _DONT_MOVE | _ADJUST_LATENCY | _START_UNMUTED
            pulse.pa_stream_connect_record(
                self._stream, self.device.encode(), ctypes.byref(attributes), flags
            )
        finally:
            pulse.pa_threaded_mainloop_unlock(self._loop)
        is_open = self._wait(lambda: self._stream_state >= _STREAM_READY or self._is_cut())
        if not is_open or self._stream_state != _STREAM_READY or self._has_moved:
            raise AudioError(
                f"The sound device {self.device} is not there ({self._error()}); see `assist "
                "devices` for the names."
            )

        # Where another program has the device it opens all the same and never sends.
        self._wait(lambda: self._suspended_at is None, _TAKEN_AFTER_NS / 1e9)
        if self._suspended_at is not None:
            raise AudioError(self._taken())

    def _taken(self) -> str:
        return (
            f"Another program has taken the sound device {self.device}; it is heard again when "
            "that lets go."
        )

    def _is_cut(self) -> bool:
        return self._context_state >= _CONTEXT_FAILED

    def _wait(self, is_met: Callable[[], bool], timeout_s: float = _OPEN_TIMEOUT_S) -> bool:
        deadline = time.monotonic() + timeout_s
        while not is_met():
            self._changed.clear()
            if is_met():
                break
            if not self._changed.wait(max(0.0, deadline - time.monotonic())):
                return is_met()
        return True

    def _error(self) -> str:
        pulse = self._pulse
        pulse.pa_threaded_mainloop_lock(self._loop)
        number = pulse.pa_context_errno(self._context)
        pulse.pa_threaded_mainloop_unlock(self._loop)
        text: bytes = pulse.pa_strerror(number)
        return text.decode(errors="replace").lower() if number else "the server gave another"

    # --- on libpulse's thread, its lock held: no logging, no exception, no waiting ----------------

    def _context_changed(self, context: int, _userdata: int) -> None:
        self._context_state = self._pulse.pa_context_get_state(context)
        self._changed.set()

    def _stream_changed(self, stream: int, _userdata: int) -> None:
        state = self._pulse.pa_stream_get_state(stream)
        if state == _STREAM_READY:
            self._check_source(stream)
            self._stream_suspended(stream, 0)
        self._stream_state = state
        self._changed.set()

    def _stream_moved(self, stream: int, _userdata: int) -> None:
        self._check_source(stream)

    def _stream_suspended(self, stream: int, _userdata: int) -> None:
        is_suspended = self._pulse.pa_stream_is_suspended(stream) > 0
        self._suspended_at = self._clock() if is_suspended else None
        self._changed.set()

    def _check_source(self, stream: int) -> None:
        if self._pulse.pa_stream_get_device_name(stream) != self.device.encode():
            self._has_moved = True  # before any sound of the other source can be read

    def _readable(self, stream: int, _bytes: int, _userdata: int) -> None:
        data, size = ctypes.c_void_p(), ctypes.c_size_t()
        while True:
            failed = self._pulse.pa_stream_peek(stream, ctypes.byref(data), ctypes.byref(size))
            if failed < 0 or size.value == 0:
                return
            if not self._has_moved and self._stream_state == _STREAM_READY:
                # A hole in the stream comes as a size without data.
                samples = (
                    ctypes.string_at(data.value, size.value) if data.value else bytes(size.value)
                )
                self._push(samples, size.value // 2, self._clock())
            self._pulse.pa_stream_drop(stream)
