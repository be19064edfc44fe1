"""A desktop's settings portal on a private session bus, whose answers the test gives.

It runs in a process of its own, as a real one does.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from jeepney import MessageType, message_bus, new_error, new_method_return
from jeepney.io.blocking import open_dbus_connection

from tests.helpers.processes import stop_group

ROOT = Path(__file__).resolve().parents[2]
NAME = "org.freedesktop.portal.Desktop"


@contextmanager
def settings_portal(values: Mapping[tuple[str, str], tuple[str, object]]) -> Iterator[str]:
    """The bus's address; `values` are type ("u", "b" …) and value by namespace and key."""
    daemon = _started("dbus-daemon", "--session", "--nofork", "--print-address=1")
    try:
        address = _line(daemon)
        known = [[*place, *value] for place, value in values.items()]
        portal = _started(sys.executable, "-m", __name__, address, json.dumps(known))
        try:
            assert _line(portal) == "ready"
            yield address
        finally:
            _end(portal)
    finally:
        _end(daemon)


def _started(*command: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        command,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _line(process: "subprocess.Popen[bytes]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().decode().strip()


def _end(process: "subprocess.Popen[bytes]") -> None:
    stop_group(process)
    assert process.stdout is not None
    process.stdout.close()


def main(address: str, known: str) -> None:
    values = {(space, key): (kind, value) for space, key, kind, value in json.loads(known)}
    connection = open_dbus_connection(address)
    connection.send_and_get_reply(message_bus.RequestName(NAME))
    print("ready", flush=True)
    while True:
        message = connection.receive()
        if message.header.message_type is not MessageType.method_call:
            continue
        found = values.get(tuple(message.body))
        if found is None:
            error = "org.freedesktop.portal.Error.NotFound"
            connection.send(new_error(message, error, "s", ("Requested setting not found",)))
        else:
            connection.send(new_method_return(message, "v", (("v", found),)))


if __name__ == "__main__":
    main(*sys.argv[1:])
