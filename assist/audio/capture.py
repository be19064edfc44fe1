"""What a capture back end is to `live`: a running stream that pushes, ends, and can be closed."""

from collections.abc import Callable
from typing import Protocol

from assist.core.words import Party

Push = Callable[[bytes, int, int], None]
"""`ChannelBuffer.push`: little-endian 16-bit frames, how many, and the monotonic stamp in ns."""

FRAGMENT_MS = 20
"""How much a device hands over at a time: short enough not to be felt in the words' delay."""


class CaptureStream(Protocol):
    """A running stream of one device. `device` is the name it is known by to the user.

    `ended` is one sentence once no more sound of that device will come, else None. `close` may be
    called again and from any thread but a callback; nothing is pushed after it returns. A stream is
    closed before its last reference goes: PortAudio crashes the process otherwise. `fills` says
    that it may send nothing while nothing is played (loopback of Windows): its silence is no loss.
    """

    device: str
    rate: int
    channels: int
    fills: bool

    @property
    def ended(self) -> str | None: ...
    def close(self) -> None: ...


class Opener(Protocol):
    """Opens a side's device by name ("" for the usual one). Raises AudioError."""

    def __call__(self, party: Party, device: str, push: Push) -> CaptureStream: ...
