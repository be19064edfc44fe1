"""Which devices Windows has just now, and which are the usual ones: asked of winmm, live.

PortAudio knows the devices of the moment it was started, and a loopback falls silent without a word
when the default output changes. winmm's old functions answer for the moment itself (their names are
cut to 31 signs). Written from Microsoft's documentation and never run.
"""

import ctypes
from collections.abc import Sequence
from typing import Any, Protocol

from assist.audio.outlook import Outlook
from assist.core.words import Party

_PREFERRED_GET = 0x2015
"""DRVM_MAPPER_PREFERRED_GET: the usual device's number."""
_MAPPER = 0xFFFFFFFF
_NAME_SIGNS = 32


class WaveDevices(Protocol):
    """The devices of one direction, by winmm's numbers."""

    def names(self) -> Sequence[str]: ...
    def usual(self) -> int | None: ...


class WindowsWatch:
    """An `outlook.Watch`. `known` are the devices' full names, for what winmm has cut short."""

    def __init__(
        self,
        known: Sequence[str],
        microphones: WaveDevices | None = None,
        outputs: WaveDevices | None = None,
    ) -> None:
        self._known = known
        self._devices = {
            Party.AGENT: microphones or _Winmm("waveIn"),
            Party.CUSTOMER: outputs or _Winmm("waveOut"),
        }

    def look(self) -> Outlook | None:
        usual: dict[Party, str] = {}
        names: dict[str, str] = {}
        for party, devices in self._devices.items():
            there = [self._full(name) for name in devices.names()]
            names |= {name: name for name in there}
            number = devices.usual()
            usual[party] = there[number] if number is not None and number < len(there) else ""
        return Outlook(
            names=names,
            usual=usual,
            in_use=dict.fromkeys(Party, frozenset()),
            muted=frozenset(),
            feeds=frozenset(),
        )

    def close(self) -> None:
        """Nothing is held open."""

    def _full(self, name: str) -> str:
        is_cut = len(name) >= _NAME_SIGNS - 1
        found = (known for known in self._known if known.startswith(name))
        return next(found, name) if is_cut else name


class _Caps(ctypes.Structure):
    """The common beginning of WAVEINCAPSW and WAVEOUTCAPSW, with room for the rest."""

    _pack_ = 1
    _fields_ = (
        ("maker", ctypes.c_uint16),
        ("product", ctypes.c_uint16),
        ("version", ctypes.c_uint32),
        ("name", ctypes.c_uint16 * _NAME_SIGNS),
        ("rest", ctypes.c_uint8 * 64),
    )


class _Winmm:
    """One direction of winmm.dll: "waveIn" or "waveOut"."""

    def __init__(self, kind: str) -> None:
        self._kind = kind

    def _call(self, name: str) -> Any:
        library = getattr(ctypes, "windll").winmm  # noqa: B009 - only Windows has it
        return getattr(library, self._kind + name)

    def names(self) -> Sequence[str]:
        found = []
        for number in range(int(self._call("GetNumDevs")())):
            caps = _Caps()
            self._call("GetDevCapsW")(
                ctypes.c_size_t(number), ctypes.byref(caps), ctypes.sizeof(caps)
            )
            found.append(bytes(caps.name).decode("utf-16-le", "replace").split("\0")[0])
        return found

    def usual(self) -> int | None:
        number, status = ctypes.c_uint32(_MAPPER), ctypes.c_uint32()
        failed = self._call("Message")(
            ctypes.c_size_t(_MAPPER),
            _PREFERRED_GET,
            ctypes.byref(number),
            ctypes.byref(status),
        )
        return None if failed or number.value == _MAPPER else int(number.value)
