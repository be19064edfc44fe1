"""The computer's sound devices by the names to use for each side, and what can be heard on them."""

import math
import queue
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from types import TracebackType

import numpy as np

from assist.audio import server
from assist.audio.capture import CaptureStream, Opener
from assist.audio.errors import AudioError
from assist.audio.loopback import find_far_end, unsupported
from assist.audio.portaudio import PortAudio
from assist.audio.server import ServerSource
from assist.audio.system import SystemDevices, find_microphone, system_far_ends
from assist.core.words import Party

SILENT_DBFS = -96
"""Level given for digital silence, the smallest a 16-bit sample can show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """Something to hear a party on: `name` goes into the settings, `description` is for people.

    `is_chosen`: it is taken for the party when the settings name none (or name this one).
    """

    name: str
    description: str
    party: Party
    is_chosen: bool


def list_devices(
    agent_device: str = "", customer_device: str = "", *, system: str = sys.platform
) -> tuple[Device, ...]:
    """Microphones, then what the agent hears. Raises AudioError when there is nothing at all."""
    if system == "linux":
        try:
            sources = server.sources()
        except AudioError:
            if not PortAudio().inputs():
                raise
        else:
            if not sources:
                raise AudioError("No sound device is there; plug in the headset.")
            return _of_server(sources, agent_device, customer_device)
    names = PortAudio().inputs()
    if not names:
        raise AudioError("No sound device is there; plug in the headset.")
    customers = (*_outputs(system), *names)
    sides = (
        (Party.AGENT, agent_device or names[0], names),
        (Party.CUSTOMER, customer_device or customers[0], customers),
    )
    return tuple(
        Device(name=name, description=name, party=party, is_chosen=name == chosen)
        for party, chosen, there in sides
        for name in there
    )


def _outputs(system: str) -> tuple[str, ...]:
    """The outputs that can be heard without more ado."""
    far_ends = system_far_ends(system)
    try:
        return far_ends.outputs() if far_ends else ()
    except AudioError:
        return ()


def chosen_devices(
    agent_device: str, customer_device: str, *, system: str = sys.platform
) -> tuple[str, str]:
    """The devices a call would use now (agent, customer). Raises AudioError if one is missing."""
    if system == "linux":
        sources = server.sources()
        microphone = find_microphone(sources, agent_device)
        return microphone.name, find_far_end(sources, customer_device).name
    outputs = _outputs(system)
    if not customer_device and not outputs:
        raise unsupported(system)
    names = PortAudio().inputs()
    agent, customer = agent_device or next(iter(names), ""), customer_device or outputs[0]
    for name, there in ((agent, names), (customer, (*outputs, *names))):
        if name not in there:
            raise AudioError(f"The sound device {name} is not there; plug it in.")
    return agent, customer


def _of_server(
    sources: Sequence[ServerSource], agent_device: str, customer_device: str
) -> tuple[Device, ...]:
    chosen = []
    for find, device in ((find_microphone, agent_device), (find_far_end, customer_device)):
        try:
            chosen.append(find(sources, device).name)
        except AudioError:
            chosen.append("")
    return tuple(
        Device(
            name=source.name,
            description=source.description,
            party=party,
            is_chosen=source.name == name,
        )
        for party, name in zip(Party, chosen, strict=True)
        for source in sources
        if source.is_monitor == (party is Party.CUSTOMER) or source.name == name
    )


class LevelMeter:
    """Captures from devices while it is open (a `with` block), to see which one has sound."""

    def __init__(self, devices: Sequence[Device], *, opener: Opener | None = None) -> None:
        self._devices = devices
        self._opener = opener or SystemDevices()
        self._streams: list[CaptureStream] = []
        self._heard: dict[Device, queue.SimpleQueue[bytes]] = {}
        self.troubles: dict[Device, str] = {}
        """Why a device could not be opened."""

    def __enter__(self) -> "LevelMeter":
        try:
            for device in self._devices:
                self._open(device)
        except BaseException:
            self._close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        self._close()

    def peaks(self) -> dict[Device, int]:
        """The peak of each open device since the last call, in whole dBFS."""
        return {device: _drained_peak(heard) for device, heard in self._heard.items()}

    def _open(self, device: Device) -> None:
        heard: queue.SimpleQueue[bytes] = queue.SimpleQueue()

        def push(samples: bytes, _frames: int, _stamp_ns: int) -> None:
            heard.put(samples)

        try:
            self._streams.append(self._opener(device.party, device.name, push))
        except AudioError as error:
            self.troubles[device] = str(error)
        else:
            self._heard[device] = heard

    def _close(self) -> None:
        for stream in self._streams:
            stream.close()
        self._streams.clear()


def _drained_peak(heard: "queue.SimpleQueue[bytes]") -> int:
    peak = 0
    while not heard.empty():
        samples = np.frombuffer(heard.get_nowait(), "<i2")
        if len(samples):
            peak = max(peak, int(np.abs(samples.astype(np.int32)).max()))
    return round(20 * math.log10(peak / 32768)) if peak else SILENT_DBFS
