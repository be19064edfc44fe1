"""What a screen reader is told: a session bus of its own with AT-SPI, and a walk over windows."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jeepney import DBusAddress, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.helpers.processes import stop_group

ACCESSIBLE = "org.a11y.atspi.Accessible"
ROOT_PATH = "/org/a11y/atspi/accessible/root"
REGISTRY = "org.a11y.atspi.Registry"
TIMEOUT_S = 60.0
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")

CONTROLS = frozenset(
    "push button|button|toggle button|check box|radio button|combo box|text|entry|password text|"
    "spin button|slider|progress bar|list|list box|table|tree|tree table|page tab list|page tab|"
    "menu item|check menu item|radio menu item|link|dial|frame|dialog|document text|image".split(
        "|"
    )
)
"""Roles that nobody can use without being told what they are for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One thing a screen reader can stand on."""

    role: str
    name: str
    description: str
    is_showing: bool
    children: tuple["Node", ...] = field(default=())

    def walk(self, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], "Node"]]:
        """Each node with the roles and names above it."""
        yield above, self
        for child in self.children:
            yield from child.walk((*above, f"{self.role} {self.name!r}"))


def missing_for_accessibility() -> list[str]:
    lacking = [] if shutil.which("dbus-daemon") else ["dbus-daemon"]
    return lacking + ([] if any(map(os.path.exists, LAUNCHERS)) else ["at-spi2-core"])


@contextmanager
def accessible_session(folder: Path) -> Iterator[dict[str, str]]:
    """A session bus of its own; yields what a program needs to be heard on it by AT-SPI."""
    env = {**os.environ, "XDG_RUNTIME_DIR": str(folder), "HOME": str(folder)}
    for name in ("DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "DISPLAY"):
        env.pop(name, None)
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().decode().strip()
        yield {
            "DBUS_SESSION_BUS_ADDRESS": address,
            "QT_ACCESSIBILITY": "1",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "XDG_RUNTIME_DIR": str(folder),
        }
    finally:
        stop_group(daemon)
        assert daemon.stdout is not None
        daemon.stdout.close()


class Gone(Exception):
    """What is asked for is no longer there."""


class Reader:
    """Reads the tree of programs as a screen reader does. Close it at the end."""

    def __init__(self, session_address: str) -> None:
        session = open_dbus_connection(session_address)
        with session:
            bus = DBusAddress("/org/a11y/bus", bus_name="org.a11y.Bus", interface="org.a11y.Bus")
            address = _call(session, bus, "GetAddress")[0]
        self._connection = open_dbus_connection(str(address))

    def close(self) -> None:
        self._connection.close()

    def has_programs(self) -> bool:
        return bool(self._children_of_registry())

    def programs(self) -> list[Node]:
        """Every program that has told of itself, with all that is in it."""
        return self._all(self._children_of_registry())

    def window(self, title: str) -> Node:
        """One window of the programs, by its name now."""
        for bus_name, path in self._children_of_registry():
            at = DBusAddress(path, bus_name=bus_name, interface=ACCESSIBLE)
            for child in self._told(at, "GetChildren"):
                place = DBusAddress(child[1], bus_name=child[0], interface=ACCESSIBLE)
                if self._property(place, "Name") == title:
                    return self._read(*child)
        raise LookupError(f"there is no window {title!r}")

    def _children_of_registry(self) -> list[tuple[str, str]]:
        at = DBusAddress(ROOT_PATH, bus_name=REGISTRY, interface=ACCESSIBLE)
        return [(str(name), str(path)) for name, path in self._told(at, "GetChildren")]

    def _told(self, at: DBusAddress, method: str) -> Any:
        return _call(self._connection, at, method)[0]

    def _all(self, places: list[tuple[str, str]]) -> list[Node]:
        """What stands at these places; a row that a list took away meanwhile is left out."""
        found = []
        for place in places:
            with suppress(Gone):
                found.append(self._read(*place))
        return found

    def _read(self, bus_name: str, path: str) -> Node:
        at = DBusAddress(path, bus_name=bus_name, interface=ACCESSIBLE)
        role = str(self._told(at, "GetRoleName"))
        states = self._told(at, "GetState")
        return Node(
            role=role,
            name=self._property(at, "Name"),
            description=self._property(at, "Description"),
            is_showing=bool(states[0] >> _SHOWING & 1),
            # The list that a combo box drops is the toolkit's own.
            children=() if role == "combo box" else tuple(self._all(self._told(at, "GetChildren"))),
        )

    def _property(self, at: DBusAddress, name: str) -> str:
        answer = self._connection.send_and_get_reply(Properties(at).get(name), timeout=TIMEOUT_S)
        return str(answer.body[0][1]) if answer.header.message_type is not MessageType.error else ""


_SHOWING = 25
"""Number of the state "showing" (ATSPI_STATE_SHOWING)."""


def _call(connection: DBusConnection, at: DBusAddress, method: str) -> tuple[Any, ...]:
    answer = connection.send_and_get_reply(new_method_call(at, method), timeout=TIMEOUT_S)
    if answer.header.message_type is MessageType.error:
        raise Gone(f"{method} of {at.object_path}: {answer.body}")
    return tuple(answer.body)


def unnamed(program: Node) -> list[str]:
    """Where a control that shows has nothing to be called by."""
    return [
        " > ".join((*above, node.role))
        for above, node in program.walk()
        if node.is_showing and node.role in CONTROLS and not node.name.strip()
    ]
