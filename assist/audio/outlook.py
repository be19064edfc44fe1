"""What the sound server says about a running call: usual devices, mutes, and the softphone's own.

Looked at once a second during a call (Linux). A stream of ours stays with the device it was opened
on; whether the softphone is still there too only the server knows.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from assist.audio.errors import AudioError
from assist.audio.server import NO_SINK, connect, is_ours
from assist.core.words import Party


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """The server's state at one moment. Devices are sources, what the agent hears is a monitor.

    `usual` and `in_use` are by party; `in_use` holds the devices of programs that record and play
    at the same time, as softphones in a call do. `feeds` are sources that another source is made
    from: what is played there comes out of a microphone.
    """

    names: dict[str, str]
    """Every source's name → what people call it."""
    usual: dict[Party, str]
    in_use: dict[Party, frozenset[str]]
    muted: frozenset[str]
    feeds: frozenset[str]


class Watch(Protocol):
    """Looks at the system's devices, from one thread; `close` when done."""

    def look(self) -> Outlook | None: ...
    def close(self) -> None: ...


class ServerWatch:
    """Looks at the sound server, one thread at a time; keeps its line and makes it anew."""

    def __init__(self) -> None:
        self._pulse: Any = None

    def look(self) -> Outlook | None:
        """None where no server answers."""
        try:
            if self._pulse is None:
                self._pulse = connect("Call Assist: watch")
            return _outlook(self._pulse)
        except AudioError:
            return None
        except Exception as error:
            if not is_ours(error):
                raise
            self.close()
            return None

    def close(self) -> None:
        pulse, self._pulse = self._pulse, None
        if pulse is not None:
            pulse.close()


def _outlook(pulse: Any) -> Outlook:
    info = pulse.server_info()
    sources, sinks = pulse.source_list(), pulse.sink_list()
    by_number = {source.index: source for source in sources}
    # An output's own name reads better than "Monitor of …", which is in the server's language.
    said_of = {sink.monitor_source_name: sink.description for sink in sinks}
    monitor_of = {sink.index: sink.monitor_source_name for sink in sinks}
    muted = {source.name for source in sources if source.mute or not source.volume.value_flat}
    muted |= {sink.monitor_source_name for sink in sinks if sink.mute}
    recording = _streams(pulse.source_output_list())
    playing = _streams(pulse.sink_input_list())
    used: dict[Party, set[str]] = {party: set() for party in Party}
    for process in recording.keys() & playing.keys():
        microphones = {
            by_number[stream.source].name
            for stream in recording[process]
            if stream.source in by_number and by_number[stream.source].monitor_of_sink == NO_SINK
        }
        if microphones:  # what records only what is played is a recorder, no phone
            used[Party.AGENT] |= microphones
            used[Party.CUSTOMER] |= {
                monitor_of[stream.sink] for stream in playing[process] if stream.sink in monitor_of
            }
    usual_sink = next((sink for sink in sinks if sink.name == info.default_sink_name), None)
    return Outlook(
        names={
            source.name: said_of.get(source.name) or source.description or source.name
            for source in sources
        },
        usual={
            Party.AGENT: info.default_source_name or "",
            Party.CUSTOMER: usual_sink.monitor_source_name if usual_sink else "",
        },
        in_use={party: frozenset(names) for party, names in used.items()},
        muted=frozenset(muted),
        feeds=frozenset(
            source.proplist["device.master_device"]
            for source in sources
            if "device.master_device" in source.proplist
        ),
    )


def _streams(streams: Iterable[Any]) -> dict[str, list[Any]]:
    """The streams that are not stopped, by process; ours and the server's own left out."""
    found: dict[str, list[Any]] = {}
    for stream in streams:
        process = stream.proplist.get("application.process.id", "")
        if process and process != str(os.getpid()) and not getattr(stream, "corked", False):
            found.setdefault(process, []).append(stream)
    return found


def better_device(outlook: Outlook, party: Party, device: str, other: str) -> str:
    """Where a side that is on "the usual device" had better be heard; "" where it is right.

    A softphone in a call decides; without one what the system's settings say. A device that has
    gone is waited for: what the server takes in its place may carry anything. Never the `other`
    side's device, nor one whose sound feeds a microphone.
    """
    if device not in outlook.names:
        return ""
    in_use = outlook.in_use[party]
    if device in in_use:
        return ""
    usual = outlook.usual[party]
    wanted = usual if usual in in_use or not in_use else min(in_use)
    is_fit = wanted in outlook.names and wanted != other and wanted not in outlook.feeds
    return wanted if is_fit and wanted != device else ""


def complaint(outlook: Outlook, party: Party, device: str) -> str:
    """Why a side that is captured cannot be heard all the same, in a sentence; "" if it can."""
    if device not in outlook.names:
        return ""  # the stream itself says so
    name, is_agent = outlook.names[device], party is Party.AGENT
    if device in outlook.muted:
        what = "The microphone" if is_agent else "The output"
        return f"{what} {name} is muted in the sound settings; turn it up there."
    in_use = outlook.in_use[party]
    if in_use and device not in in_use:
        other = outlook.names.get(min(in_use), min(in_use))
        does = "records from" if is_agent else "plays to"
        return (
            f"The softphone {does} {other}, not {name}; choose the same device in both, see "
            "`assist devices`."
        )
    return ""
