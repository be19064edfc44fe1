"""Whether this desktop is used from afar: its sound then takes a way that Call Assist cannot mend.

Known by the session's variables, by the programs that only run on the far side of such a session,
and by the names of its sound devices. From documentation; only the xrdp and VNC cases could be
looked at. Nothing is asked of the network.
"""

import ctypes
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from assist.audio import server
from assist.audio.errors import AudioError

_VARIABLES = {
    "XRDP_SESSION": "xrdp",
    "XRDP_SOCKET_PATH": "xrdp",
    "VNCDESKTOP": "VNC",
    "X2GO_SESSION": "X2Go",
    "NX_SESSION_ID": "NoMachine",
    "ViewClient_Machine_Name": "VMware Horizon",
    "AWS_WORKSPACES": "Amazon WorkSpaces",
}
_SESSION_NAMES = {"ica": "Citrix", "rdp": "Windows Remote Desktop", "pcoip": "PCoIP"}
"""How Windows' SESSIONNAME begins where the session is not the console's."""

_PROGRAMS = {
    "xrdp-chansrv": "xrdp",
    "ctxgfx": "Citrix",
    "ctxaudio": "Citrix",
    "nxagent": "NoMachine",
    "x2goagent": "X2Go",
    "xtigervnc": "VNC",
    "xvnc": "VNC",
    "pcoip-vchan-plugins": "PCoIP",
}
"""Each draws or plays into a session of this user's for somebody who sits elsewhere."""

_DEVICES = {
    "xrdp": "xrdp",
    "citrix": "Citrix",
    "ctxhdx": "Citrix",
    "hdx audio": "Citrix",
    "remote audio": "Windows Remote Desktop",
    "vmware virtual audio": "VMware Horizon",
    "teradici": "PCoIP",
}
"""What stands in the names of their sound devices, in small letters."""

_SENTENCE = (
    "This desktop is used from afar ({kinds}): sound comes late and changed over the network, and "
    "only what is passed through is heard; better run Call Assist on the computer that the headset "
    "is plugged into."
)
_SM_REMOTESESSION = 0x1000


def remote_session() -> str:
    """One sentence that says so and what to do; "" on a desktop that is used where it stands."""
    kinds = [*kinds_of(os.environ, _own_programs(), _device_names())]
    if sys.platform == "win32" and not kinds and _is_windows_remote():
        kinds.append("Windows Remote Desktop")
    return _SENTENCE.format(kinds=", ".join(kinds)) if kinds else ""


def kinds_of(
    variables: Mapping[str, str], programs: Iterable[str], devices: Iterable[str]
) -> tuple[str, ...]:
    """The kinds of remote session that these hint at, each once."""
    found = [kind for name, kind in _VARIABLES.items() if variables.get(name)]
    session = variables.get("SESSIONNAME", "").lower()
    found += [kind for begin, kind in _SESSION_NAMES.items() if session.startswith(begin)]
    # A display at the other end of an ssh line; a local terminal with ssh has none of its own.
    if variables.get("SSH_CONNECTION") and variables.get("DISPLAY", "").startswith("localhost:"):
        found.append("ssh -X")
    running = {program.lower().removesuffix(".exe") for program in programs}
    found += [kind for program, kind in _PROGRAMS.items() if program in running]
    names = [device.lower() for device in devices]
    found += [kind for part, kind in _DEVICES.items() if any(part in name for name in names)]
    return tuple(dict.fromkeys(found))


def _own_programs() -> Iterable[str]:
    """Names of this user's programs; Linux only."""
    if not sys.platform.startswith("linux"):
        return ()
    names = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if process.stat().st_uid == os.getuid():
                names.append((process / "comm").read_text().strip())
        except OSError:  # it has ended meanwhile
            continue
    return names


def _device_names() -> Iterable[str]:
    if not sys.platform.startswith("linux"):
        from assist.audio.portaudio import PortAudio

        try:
            return PortAudio().inputs()
        except AudioError:
            return ()
    try:
        return [f"{source.name} {source.description}" for source in server.sources()]
    except AudioError:
        return ()


def _is_windows_remote() -> bool:
    user32 = getattr(ctypes, "windll").user32  # noqa: B009 - only Windows has it
    return bool(user32.GetSystemMetrics(_SM_REMOTESESSION))
