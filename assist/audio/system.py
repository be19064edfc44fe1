"""Which back end opens a side's device on this system, and which device its name means."""

import sys
from collections.abc import Sequence
from typing import Protocol

from assist.audio import loopback, server
from assist.audio.capture import CaptureStream, Push
from assist.audio.errors import AudioError
from assist.audio.outlook import ServerWatch, Watch
from assist.audio.portaudio import PortAudio
from assist.audio.pulse import PulseStream
from assist.audio.server import ServerSource
from assist.core.words import Party


class Inputs(Protocol):
    """What PortAudio knows: inputs by name, the usual one first."""

    def inputs(self) -> tuple[str, ...]: ...
    def open(self, device: str, push: Push) -> CaptureStream: ...


class FarEnds(Protocol):
    """What a system without monitors has for the far end: outputs by name, the usual one first."""

    def outputs(self) -> tuple[str, ...]: ...
    def open(self, device: str, push: Push) -> CaptureStream: ...


class SystemDevices:
    """The devices of this computer; an `Opener`.

    With a Linux sound server both sides are opened by the server's name for them, because only that
    makes sure that what is captured stays what was asked for. Everywhere else, and for a name that
    only ALSA knows, the agent's microphone is opened with PortAudio, and the far end with what the
    system has for it: WASAPI loopback or a tap, else an input that carries what is played.
    """

    def __init__(
        self,
        system: str = sys.platform,
        *,
        inputs: Inputs | None = None,
        far_ends: FarEnds | None = None,
    ) -> None:
        self._system = system
        self._inputs = inputs or PortAudio()
        self._far_ends = far_ends or system_far_ends(system)

    def __call__(self, party: Party, device: str, push: Push) -> CaptureStream:
        """Open a side's device by name, "" for the usual one. Raises AudioError."""
        if self._system != "linux":
            if party is Party.AGENT:
                return self._inputs.open(device, push)
            return self._open_far_end(device, push)
        if party is Party.CUSTOMER:
            source = loopback.find_far_end(server.sources(), device)
            return PulseStream(source.name, push, name="customer")
        try:
            found = find_microphone(server.sources(), device)
        except AudioError:
            if not device or device not in self._inputs.inputs():
                raise
            found = None
        if found is None:
            return self._inputs.open(device, push)
        return PulseStream(found.name, push, name="agent")

    def _open_far_end(self, device: str, push: Push) -> CaptureStream:
        if self._far_ends is None:
            if device:
                return self._inputs.open(device, push)
            raise loopback.unsupported(self._system)
        if device and device in self._inputs.inputs():
            return self._inputs.open(device, push)
        try:
            return self._far_ends.open(device, push)
        except AudioError:
            instead = "" if device else loopback.virtual_input(self._inputs.inputs())
            if not instead:
                raise
            return self._inputs.open(instead, push)


def system_far_ends(system: str) -> FarEnds | None:
    """What hears the far end where there are no monitors; None where nothing is known to."""
    if system == "win32":
        from assist.audio.wasapi import WasapiLoopback

        return WasapiLoopback()
    if system == "darwin":
        from assist.audio.coretap import Taps

        return Taps()
    return None


def system_watch(system: str = sys.platform) -> Watch | None:
    """What tells of devices that change during a call; None where nothing can."""
    if system == "linux":
        return ServerWatch()
    if system == "win32":
        from assist.audio.wasapi import WasapiLoopback
        from assist.audio.winwatch import WindowsWatch

        try:
            return WindowsWatch((*WasapiLoopback().outputs(), *PortAudio().inputs()))
        except AudioError:
            return None
    return None


def find_microphone(sources: Sequence[ServerSource], device: str) -> ServerSource:
    """The agent's microphone among the server's sources. Raises AudioError."""
    if device:
        found = server.named(sources, device, is_monitor=False)
        if found is None:
            raise AudioError(
                f"The microphone {device} is not there; plug it in, or see `assist devices` for "
                "the names."
            )
        return found
    microphones = [source for source in sources if not source.is_monitor]
    if not microphones:
        raise AudioError("No microphone is there; plug in the headset.")
    return microphones[0]
