"""Keyrings as they really behave: there, gone, locked, forgetful, waiting for a dialog.

Each is a whole back end of the `keyring` library, so that the app's own way to it is tested.
"""

import contextlib
import hashlib
import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, NoKeyringError

PASSWORD = b"mallard"
_BUS, _NAME = "org.freedesktop.DBus", "org.freedesktop.secrets"


class FolderKeyring(KeyringBackend):
    """Keeps entries as files in a folder, so that they outlive a process that is killed.

    `is_gone` and `is_locked` raise as real ones do; `is_forgetful` says yes and keeps nothing;
    whoever holds `lock` lets nobody have an answer. `on_set` is told before and after an entry is
    kept.
    """

    priority = 1.0

    def __init__(self, folder: Path) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.is_gone = self.is_locked = self.is_forgetful = False
        self.lock = threading.Lock()
        self.on_set: Callable[[str], None] = lambda when: None

    def _check(self) -> None:
        with self.lock:
            if self.is_gone:
                raise NoKeyringError("no keyring here")
            if self.is_locked:
                raise KeyringLocked("the user dismissed the dialog")

    def _file(self, service: str, username: str) -> Path:
        return self._folder / hashlib.sha256(f"{service}\n{username}".encode()).hexdigest()

    def get_password(self, service: str, username: str) -> str | None:
        self._check()
        file = self._file(service, username)
        return file.read_text() if file.exists() else None

    def set_password(self, service: str, username: str, password: str) -> None:
        self.on_set("before")
        self._check()
        if not self.is_forgetful:
            file = self._file(service, username)
            draft = file.with_suffix(f".{threading.get_ident()}")
            draft.write_text(password)
            draft.replace(file)  # who asks meanwhile gets the one or the other
        self.on_set("after")

    def delete_password(self, service: str, username: str) -> None:
        self._check()
        self._file(service, username).unlink()

    @property
    def entries(self) -> list[str]:
        """What is kept, whatever state the keyring is in."""
        return [file.read_text() for file in sorted(self._folder.iterdir()) if not file.suffix]


@contextlib.contextmanager
def as_the_systems(ours: KeyringBackend) -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(ours)
    try:
        yield
    finally:
        keyring.set_keyring(before)


class SecretService:
    """A real one: gnome-keyring on a session bus of its own, with a home of its own."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True)
        self._folder = folder
        self._processes: list[subprocess.Popen[bytes]] = []
        self.environment: Mapping[str, str] = {
            **os.environ,
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "XDG_DATA_HOME": str(folder / "data"),
        }

    @staticmethod
    def missing() -> list[str]:
        programs = ("dbus-daemon", "gnome-keyring-daemon")
        return [each for each in programs if shutil.which(each) is None]

    def start(self) -> str:
        """Start a session's bus; its address."""
        bus = self._run(["dbus-daemon", "--session", "--nofork", "--print-address"], b"")
        assert bus.stdout is not None
        address = bus.stdout.readline().decode().strip()
        self.environment = {**self.environment, "DBUS_SESSION_BUS_ADDRESS": address}
        return address

    def log_in(self) -> None:
        """Start the keyring and unlock it, as logging in does; returns when it answers."""
        from jeepney import MatchRule, message_bus
        from jeepney.io.blocking import Proxy, open_dbus_connection

        changed = MatchRule(type="signal", sender=_BUS, interface=_BUS, member="NameOwnerChanged")
        changed.add_arg_condition(0, _NAME)
        address = self.environment["DBUS_SESSION_BUS_ADDRESS"]
        with open_dbus_connection(bus=address) as connection:
            bus = Proxy(message_bus, connection)
            bus.AddMatch(changed)
            with connection.filter(changed) as news:
                arguments = ["--foreground", "--unlock", "--components=secrets"]
                self._run(["gnome-keyring-daemon", *arguments], PASSWORD)
                if not bus.NameHasOwner(_NAME)[0]:
                    connection.recv_until_filtered(news, timeout=120)

    def log_out(self) -> None:
        _end(self._processes.pop())

    def _run(self, command: list[str], told: bytes) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=self.environment,
        )
        self._processes.append(process)
        assert process.stdin is not None
        process.stdin.write(told)
        process.stdin.close()
        return process

    def stop(self) -> None:
        while self._processes:
            _end(self._processes.pop())


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    process.wait(60)
    assert process.stdout is not None
    process.stdout.close()


@contextlib.contextmanager
def secret_service(folder: Path, patch: pytest.MonkeyPatch) -> Iterator[SecretService]:
    """The desktop's keyring, unlocked; skips the test where the programs are not installed."""
    if missing := SecretService.missing():
        pytest.skip(f"needs {', '.join(missing)} (Debian: apt-get install gnome-keyring dbus)")
    from keyring.backends.SecretService import Keyring

    service = SecretService(folder)
    try:
        patch.setenv("DBUS_SESSION_BUS_ADDRESS", service.start())
        service.log_in()
        with as_the_systems(Keyring()):  # type: ignore[no-untyped-call]
            yield service
    finally:
        service.stop()
