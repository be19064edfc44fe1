"""Which run of the computer this is: clocks that count from its start mean nothing in another."""

from pathlib import Path

_LINUX = Path("/proc/sys/kernel/random/boot_id")


def boot_id() -> str:
    """The same until the computer is started anew; "" where the system does not tell."""
    try:
        return _LINUX.read_text(encoding="ascii").strip()
    except OSError:
        return ""
