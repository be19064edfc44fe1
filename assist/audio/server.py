"""What the sound server (PulseAudio, or PipeWire in its place) says about its devices."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from assist.audio.errors import AudioError

NO_SINK = 0xFFFFFFFF
"""What a microphone is said to be the monitor of."""

_BLUETOOTH = re.compile(
    r"bluez_(?:sink|source|output|input)\.(?P<address>[0-9A-Fa-f]{2}(?:_[0-9A-Fa-f]{2}){5})"
)
"""Names of PulseAudio ("bluez_sink.00_1A_….a2dp_sink") and PipeWire ("bluez_output.00_1A_….1")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerSource:
    """Something to record from. `is_monitor`: what is played to a device, not a microphone."""

    name: str
    description: str
    is_monitor: bool
    is_default: bool
    """The usual microphone, or the monitor of the usual output."""


def sources() -> tuple[ServerSource, ...]:
    """All sources, the default ones first. Raises AudioError when no server answers."""
    with _connected() as pulse:
        info = pulse.server_info()
        found = [
            ServerSource(
                name=source.name,
                description=source.description or source.name,
                is_monitor=_is_monitor(source),
                is_default=(
                    source.monitor_of_sink_name == info.default_sink_name
                    if _is_monitor(source)
                    else source.name == info.default_source_name
                ),
            )
            for source in pulse.source_list()
        ]
    return tuple(sorted(found, key=lambda source: not source.is_default))


def named(sources: Sequence[ServerSource], device: str, *, is_monitor: bool) -> ServerSource | None:
    """The source of that name or description, or of that output; None where it is not there.

    A Bluetooth headset that changes its profile for a call goes and comes back under another name:
    the same address is the same headset.
    """
    for source in sources:
        is_output = is_monitor and source.name == f"{device}.monitor"
        if is_output or device in (source.name, source.description):
            return source
    address = _BLUETOOTH.match(device)
    if address is None:
        return None
    for source in sources:
        found = _BLUETOOTH.match(source.name)
        if found and found["address"] == address["address"] and source.is_monitor == is_monitor:
            return source
    return None


def _is_monitor(source: Any) -> bool:
    return bool(source.monitor_of_sink != NO_SINK)


def connect(name: str) -> Any:
    """A line to the server, to be closed by the caller. Raises AudioError."""
    try:
        import pulsectl
    except (ImportError, OSError):
        raise AudioError(
            "The library libpulse is missing; install the package libpulse0."
        ) from None
    try:
        return pulsectl.Pulse(name, threading_lock=True)
    except pulsectl.PulseError:
        raise unreachable() from None


def is_ours(error: Exception) -> bool:
    """Whether pulsectl raised it, which is imported late, and its errors with it."""
    return type(error).__module__.partition(".")[0] == "pulsectl"


@contextmanager
def _connected() -> Iterator[Any]:
    pulse = connect("Call Assist")
    try:
        with pulse:
            yield pulse
    except Exception as error:
        if is_ours(error):
            raise unreachable() from None
        raise


def unreachable() -> AudioError:
    return AudioError("The computer's sound server cannot be reached; start it or log in anew.")
