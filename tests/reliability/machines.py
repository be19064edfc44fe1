"""What a call hangs on, as processes that can be killed and brought back: the agent's whole desk.

A sound server with a headset, a display with the real window, the engine that window starts, and
PostgreSQL with a team. Each is killed with SIGKILL, without a word, and comes back the way it does
for a user: the engine by its supervisor (or by the window, where that is dead too), the sound
server and PostgreSQL as their service managers would start them, the window as its user would.
"""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypedDict

import numpy as np
import psutil
import soundfile
from sqlalchemy import create_engine, text
from sqlalchemy.engine import URL

from assist import paths
from assist.core.words import Party
from assist.store.database import open_postgres
from assist.store.team import Person, add_person, init_team
from tests.helpers import postgres
from tests.helpers.processes import POLL_S, stop_group, wait_ready
from tests.helpers.pulse import AGENT_VOICE, HEADSET, HEADSET_MIC, HEADSET_MONITOR, PulseServer
from tests.helpers.xvfb import Display

ROOT = Path(__file__).resolve().parents[2]
SINKS = {Party.AGENT: AGENT_VOICE, Party.CUSTOMER: HEADSET}
LIMIT_S = 60.0


def kill_now(process: psutil.Process) -> int:
    """SIGKILL, and the monotonic nanoseconds at which it was sent; returns when it is gone."""
    sent_ns = time.monotonic_ns()
    process.send_signal(signal.SIGKILL)
    return sent_ns


def prefer(pid: int) -> None:
    """Let a desk's process go before whatever else this computer does, where we may (as root).

    Linux shares the processor out among sessions first: the usual niceness is of no effect between
    them (sched(7), "The autogroup feature").
    """
    with contextlib.suppress(OSError):
        Path(f"/proc/{pid}/autogroup").write_text("-10")
    with contextlib.suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, pid, -10)


class Told(TypedDict):
    """A line of the window's probe."""

    what: str
    at: int
    ns: int


class Window:
    """The real window with its probe; `told` grows while it lives."""

    def __init__(self, display: Display, environment: dict[str, str], log: Path) -> None:
        self._environment = {**environment, **display.environment()}
        self._log = log
        self.told: list[Told] = []
        self._changed = threading.Condition()
        self._process: subprocess.Popen[bytes] | None = None
        self._reader: threading.Thread | None = None

    def start(self) -> None:
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.reliability.probe"],
                cwd=ROOT,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=log,
                start_new_session=True,
            )
        prefer(self._process.pid)
        self._reader = threading.Thread(target=self._read, args=(self._process,), name="probe")
        self._reader.start()

    def kill(self) -> int:
        """SIGKILL to the window alone; the engine it started lives on."""
        assert self._process is not None
        assert self._reader is not None
        sent_ns = kill_now(psutil.Process(self._process.pid))
        self._process.wait(LIMIT_S)
        self._reader.join(LIMIT_S)
        return sent_ns

    def stop(self) -> None:
        if self._process is not None and self._reader is not None:
            stop_group(self._process)
            self._reader.join(LIMIT_S)

    def wait(self, matches: Callable[[Told], bool], timeout_s: float = LIMIT_S) -> Told:
        """The first line told, ever, that matches. Raises TimeoutError."""
        with self._changed:
            found: list[Told] = []

            def look() -> bool:
                found[:] = [told for told in self.told if matches(told)][:1]
                return bool(found)

            if not self._changed.wait_for(look, timeout_s):
                raise TimeoutError(f"the window told nothing such; last: {self.told[-3:]}")
            return found[0]

    def _read(self, process: "subprocess.Popen[bytes]") -> None:
        assert process.stdout is not None
        with process.stdout as lines:
            for line in lines:
                with contextlib.suppress(ValueError):  # "Saved: …" is for people
                    told: Told = json.loads(line)
                    with self._changed:
                        self.told.append(told)
                        self._changed.notify_all()


class Players:
    """Both voices of a call, played into the headset at real speed; they can be taken up again."""

    def __init__(self, server: PulseServer, recording: Path, folder: Path) -> None:
        self._server = server
        self._folder = folder
        sound, self._rate = soundfile.read(recording, dtype="int16")
        self._sides = dict(zip(Party, (sound[:, 0], sound[:, 1]), strict=True))
        self.duration_s = len(sound) / self._rate
        self._began: float | None = None
        self._count = 0

    def start(self) -> None:
        self._began = time.monotonic()
        self._play(0.0)

    def take_up(self) -> None:
        """Go on where the voices are by now: people do not wait for a sound server."""
        assert self._began is not None
        self._play(time.monotonic() - self._began)

    def _play(self, from_s: float) -> None:
        for party, side in self._sides.items():
            rest = side[round(from_s * self._rate) :]
            if len(rest):
                self._count += 1
                file = self._folder / f"{party}-{self._count}.wav"
                soundfile.write(file, np.ascontiguousarray(rest), self._rate, subtype="PCM_16")
                self._server.play(file, SINKS[party])

    @property
    def played_s(self) -> float:
        return 0.0 if self._began is None else time.monotonic() - self._began


class KillablePulse(PulseServer):
    """The sound server; `crash` kills it, `start` starts it as a service manager would."""

    def start(self) -> None:
        super().start()
        assert self._process is not None
        prefer(self._process.pid)

    def play(self, file: Path, sink: str) -> "subprocess.Popen[bytes]":
        player = super().play(file, sink)
        prefer(player.pid)
        return player

    def crash(self) -> int:
        assert self._process is not None
        sent_ns = kill_now(psutil.Process(self._process.pid))
        self._process.wait(LIMIT_S)
        self._process = None
        self.stop_players()
        return sent_ns


class KillablePostgres:
    """A PostgreSQL of our own; survives `crash` by its write-ahead log."""

    def __init__(self) -> None:
        programs = postgres.find_programs()
        assert programs is not None
        self._programs = programs
        user = postgres.plain_user() if os.geteuid() == 0 else None
        self._before = ["runuser", "-u", user, "--"] if user else []
        # A short path: a Unix socket's name may have 107 bytes.
        self._folder = Path(tempfile.mkdtemp(prefix="assist-pg-", dir="/tmp"))
        if user:
            shutil.chown(self._folder, user)
        data = self._folder / "data"
        self._run("initdb", "-D", str(data), "-U", "test", "-A", "trust", "-E", "UTF8")
        self.start()

    @property
    def url(self) -> URL:
        return URL.create(
            "postgresql+psycopg",
            username="test",
            database="postgres",
            query={"host": str(self._folder)},
        )

    def start(self) -> None:
        options = f"-c listen_addresses='' -c unix_socket_directories={self._folder}"
        data, log = self._folder / "data", self._folder / "log"
        self._run("pg_ctl", "-D", str(data), "-l", str(log), "-o", options, "-w", "start")

    def crash(self) -> int:
        """SIGKILL to the server and every process of its."""
        pid = int((self._folder / "data" / "postmaster.pid").read_text().split()[0])
        server = psutil.Process(pid)
        children = server.children(recursive=True)
        sent_ns = kill_now(server)
        for child in children:
            with contextlib.suppress(psutil.NoSuchProcess):
                child.kill()
        psutil.wait_procs([server, *children], timeout=LIMIT_S)
        return sent_ns

    def stop(self) -> None:
        with contextlib.suppress(subprocess.CalledProcessError):
            self._run("pg_ctl", "-D", str(self._folder / "data"), "-m", "immediate", "-w", "stop")
        shutil.rmtree(self._folder, ignore_errors=True)

    def make_team(self) -> tuple[URL, URL]:
        """Set a team up; the addresses of its agent Sarah and of Lea, who leads her."""
        admin = create_engine(self.url, isolation_level="AUTOCOMMIT")
        with admin.connect() as connection:
            connection.execute(text("CREATE DATABASE team"))
        admin.dispose()
        team = self.url.set(database="team")
        engine = open_postgres(team)
        init_team(engine)
        add_person(engine, Person(login="sarah", name="Sarah", team="blue"), "")
        add_person(engine, Person(login="lea", name="Lea", team="blue", leads=("blue",)), "")
        engine.dispose()
        return team.set(username="sarah"), team.set(username="lea")

    def _run(self, program: str, *arguments: str) -> None:
        subprocess.run(
            [*self._before, str(self._programs / program), *arguments],
            check=True,
            cwd=self._folder,
            stdout=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
            timeout=120,
        )


class Desk:
    """Everything at once. The environment of this process leads to the same home and devices."""

    def __init__(self, folder: Path, display: Display) -> None:
        self.folder = folder
        (folder / "pulse").mkdir(mode=0o700)
        self.pulse = KillablePulse(folder / "pulse")
        self.postgres = KillablePostgres()
        self.agent_url, self.lead_url = self.postgres.make_team()
        os.environ["CALLASSIST_HOME"] = str(folder / "home")
        # As users have it: starts would be measured with every module compiled anew.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ.update(self.pulse.variables)
        paths.config_dir().mkdir(parents=True)
        address = self.agent_url.set(drivername="postgresql").render_as_string(hide_password=False)
        paths.settings_file().write_text(
            f'agent_device = "{HEADSET_MIC}"\n'
            f'customer_device = "{HEADSET_MONITOR}"\n'
            'agent_name = "Sarah"\n'
            "keep_audio = true\n"
            f'team_database = "{address}"\n'
            'team_shares = "transcripts"\n',
            encoding="utf-8",
        )
        self.window = Window(display, self.pulse.environment(), folder / "window.log")

    def start(self) -> None:
        self.pulse.start()
        self.window.start()
        self.window.wait(lambda told: told["what"] == "hello")
        for process in self._engines():
            prefer(process.pid)

    def stop(self) -> None:
        self.window.stop()
        for process in self._engines():
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
        self.pulse.stop()
        self.postgres.stop()

    def _engines(self) -> list[psutil.Process]:
        """The engine's processes, supervisors first: they outlive the window that started them."""
        home = str(self.folder / "home")
        found = []
        for process in psutil.process_iter():
            with contextlib.suppress(psutil.Error):
                is_ours = process.environ().get("CALLASSIST_HOME") == home
                if is_ours and "engine" in process.cmdline():
                    found.append(process)
        return sorted(found, key=lambda process: "--worker" in process.cmdline())

    @staticmethod
    def kill_engine(worker: int, *, supervisor_too: bool = False) -> int:
        """SIGKILL to the worker; where `supervisor_too`, first to all that would start it again."""
        process = psutil.Process(worker)
        above = [each for each in process.parents() if "engine" in each.cmdline()]
        assert above, "a worker has a supervisor, on Linux with a nursery between them"
        if supervisor_too:
            for each in reversed(above):
                kill_now(each)
        sent_ns = time.monotonic_ns()
        with contextlib.suppress(psutil.NoSuchProcess):  # it dies with its nursery
            process.kill()
        wait_gone(process)
        return sent_ns


def wait_gone(process: psutil.Process) -> None:
    """Return once it is dead; a zombie of somebody else's counts as that."""
    until = time.monotonic() + LIMIT_S
    while time.monotonic() < until:
        try:
            if process.status() == psutil.STATUS_ZOMBIE:
                return
            process.wait(POLL_S)
        except psutil.TimeoutExpired:
            continue
        except psutil.NoSuchProcess:
            return
        return


@contextlib.contextmanager
def desk(folder: Path, display: Display) -> Iterator[Desk]:
    """A started desk; the engine is told to stop at the end by whoever has a line to it."""
    made = Desk(folder, display)
    try:
        made.start()
        yield made
    finally:
        made.stop()


__all__ = ["Desk", "Players", "Window", "desk", "wait_ready"]
