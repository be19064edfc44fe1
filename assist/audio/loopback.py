"""The far end: what the agent hears, taken from what is played to the headset.

Linux has a monitor source for every output; Windows and macOS have back ends of their own
(`wasapi`, `coretap`), and everywhere an input that carries what is played will do.
"""

from collections.abc import Sequence

from assist.audio import server
from assist.audio.errors import AudioError
from assist.audio.server import ServerSource

_VIRTUAL = ("BlackHole", "CABLE Output", "Stereo Mix")
"""Virtual devices that people install (or switch on) for nothing but this."""

_INSTEAD = {
    "win32": ("Windows", "an input such as Stereo Mix or VB-CABLE"),
    "darwin": ("macOS", "a virtual device such as BlackHole"),
}


def find_far_end(sources: Sequence[ServerSource], device: str) -> ServerSource:
    """The source that carries the customer: of a monitor, an output or a description by name.

    "" is the monitor of the usual output. Raises AudioError.
    """
    if not device:
        monitors = [source for source in sources if source.is_monitor]
        if not monitors:
            raise AudioError(
                "No sound output is there to hear the customer on; plug in the headset."
            )
        return monitors[0]
    found = server.named(sources, device, is_monitor=True)
    if found is not None:
        return found
    raise AudioError(
        f"The far end's device {device} is not there; plug it in, or see `assist devices` for the "
        "names."
    )


def virtual_input(inputs: Sequence[str]) -> str:
    """An input that carries what is played, where the system has none of its own; "" for none."""
    found = (name for name in inputs if name.startswith(_VIRTUAL))
    return next(found, "")


def unsupported(system: str) -> AudioError:
    """Why the far end cannot be heard here without a device chosen for it."""
    name, instead = _INSTEAD.get(system, (system, "an input that carries the far end"))
    return AudioError(
        f"On {name} the customer can only be heard through {instead}; set it as customer_device in "
        "the settings."
    )
