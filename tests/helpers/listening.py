"""Which ports the app's processes listen on, as the kernel tells (Linux)."""

from pathlib import Path

import psutil

_LISTENS = "0A"
"""The state in /proc/net/tcp; a UDP socket that is bound to a port listens as well."""


def listening_ports(*pids: int) -> list[str]:
    """Every TCP or UDP port that these processes or their children take packets on."""
    family = [psutil.Process(pid) for pid in pids]
    family += [child for process in family for child in process.children(recursive=True)]
    found = []
    for process in family:
        ours = _sockets(process.pid)
        for name in ("tcp", "tcp6", "udp", "udp6"):
            table = Path(f"/proc/{process.pid}/net/{name}")
            for line in table.read_text(encoding="ascii").splitlines()[1:]:
                fields = line.split()
                place, state, inode = fields[1], fields[3], fields[9]
                if inode in ours and (state == _LISTENS or name.startswith("udp")):
                    found.append(f"{name} {place} of {process.name()}")
    return found


def _sockets(pid: int) -> set[str]:
    found = set()
    for entry in Path(f"/proc/{pid}/fd").iterdir():
        try:
            target = str(entry.readlink())
        except OSError:
            continue  # closed meanwhile
        if target.startswith("socket:["):
            found.add(target[8:-1])
    return found
