"""What the sound server (PulseAudio, or PipeWire in its place) says about its devices."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from assist.audio.errors import AudioError

_NO_SINK = 0xFFFFFFFF


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


def _is_monitor(source: Any) -> bool:
    return bool(source.monitor_of_sink != _NO_SINK)


@contextmanager
def _connected() -> Iterator[Any]:
    try:
        import pulsectl
    except (ImportError, OSError):
        raise AudioError(
            "The library libpulse is missing; install the package libpulse0."
        ) from None
    try:
        with pulsectl.Pulse("Call Assist", threading_lock=True) as pulse:
            yield pulse
    except pulsectl.PulseError:
        raise unreachable() from None


def unreachable() -> AudioError:
    return AudioError("The computer's sound server cannot be reached; start it or log in anew.")
