"""A private PostgreSQL server for tests: its own folder, a Unix socket, no TCP port."""

import contextlib
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.engine import URL


def find_programs() -> Path | None:
    """The newest installed PostgreSQL's programs, or None."""
    found = [p.parent for p in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if found:
        return max(found, key=lambda folder: int(folder.parent.name))
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


def missing() -> str:
    """Why no server can be started here, or ""."""
    if find_programs() is None:
        return "needs PostgreSQL's programs: python3 bootstrap.py test installs them"
    if os.geteuid() == 0 and (plain_user() is None or shutil.which("runuser") is None):
        return "runs as root, and there is no other user to run PostgreSQL as"
    return ""


def plain_user() -> str | None:
    """Someone to be instead of root, whom initdb refuses."""
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name).pw_name
    return None


@contextlib.contextmanager
def short_folder() -> Iterator[Path]:
    """A short path: a Unix socket's name may have 107 bytes."""
    folder = Path(tempfile.mkdtemp(prefix="assist-pg-", dir="/tmp"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def postgres_server() -> Iterator[URL]:
    """A running server; yields the address of its database `postgres`."""
    programs = find_programs()
    assert programs is not None
    user = plain_user() if os.geteuid() == 0 else None
    before = ["runuser", "-u", user, "--"] if user else []
    # A short path: a Unix socket's name may have 107 bytes.
    folder = Path(tempfile.mkdtemp(prefix="assist-pg-", dir="/tmp"))
    if user:
        shutil.chown(folder, user)
    data, log = folder / "data", folder / "log"

    def run(program: str, *arguments: str) -> None:
        subprocess.run(
            [*before, str(programs / program), *arguments],
            check=True,
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
            timeout=120,
        )

    try:
        run("initdb", "-D", str(data), "-U", "test", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
        run("pg_ctl", "-D", str(data), "-l", str(log), "-o", options, "-w", "start")
        try:
            yield URL.create(
                "postgresql+psycopg",
                username="test",
                database="postgres",
                query={"host": str(folder)},
            )
        finally:
            run("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
