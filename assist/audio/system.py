"""Which back end opens a side's device on this system, and which device its name means."""

import sys
from collections.abc import Sequence

from assist.audio import loopback, server
from assist.audio.capture import CaptureStream, Push
from assist.audio.errors import AudioError
from assist.audio.portaudio import PortAudio
from assist.audio.pulse import PulseStream
from assist.audio.server import ServerSource
from assist.core.words import Party


class SystemDevices:
    """The devices of this computer; an `Opener`.

    With a Linux sound server both sides are opened by the server's name for them, because only that
    makes sure that what is captured stays what was asked for. Everywhere else, and for a name that
    only ALSA knows, the agent's microphone is opened with PortAudio.
    """

    def __init__(self, system: str = sys.platform) -> None:
        self._system = system
        self._portaudio = PortAudio()

    def __call__(self, party: Party, device: str, push: Push) -> CaptureStream:
        """Open a side's device by name, "" for the usual one. Raises AudioError."""
        if self._system != "linux":
            if party is Party.AGENT or device:
                return self._portaudio.open(device, push)
            raise loopback.unsupported(self._system)
        if party is Party.CUSTOMER:
            source = loopback.find_far_end(server.sources(), device)
            return PulseStream(source.name, push, name="customer")
        try:
            found = find_microphone(server.sources(), device)
        except AudioError:
            if not device or device not in self._portaudio.inputs():
                raise
            found = None
        if found is None:
            return self._portaudio.open(device, push)
        return PulseStream(found.name, push, name="agent")


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
