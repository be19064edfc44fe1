"""A live call while it is killed: each kind of death, and how long until prompts come again."""

import random
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from assist import app
from assist.core.commands import FlagMoment
from assist.core.events import Event, Tick
from assist.core.notices import Hello, LevelChanged, Notice, Trouble
from assist.core.words import Party
from assist.engine.client import EngineClient
from tests.helpers.app import COMMAND
from tests.reliability.judge import Kill
from tests.reliability.machines import Desk, Players, prefer

SUPERVISOR_TOO = 0.2
"""So many of the engine's deaths take nursery and supervisor along."""

LIMIT_S = 90.0
_QUIET_DBFS = -90
"""Below this nothing is played: the recordings have a noisy line, a lost device is at -96."""


@dataclass(slots=True)
class Call:
    """A live call while it is killed: what its engine tells, and what was done to it."""

    desk: Desk
    link: EngineClient
    players: Players
    chance: random.Random
    kills: list[Kill] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    worker: int = 0
    origin_ns: int = 0
    """The monotonic clock at call time 0, as the first ticks tell it."""
    seen: list[Event | Notice] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    comments: list[tuple[str, str]] = field(default_factory=list)
    """(call, text) of what was written on finished calls."""

    def wait(
        self, matches: Callable[[Event | Notice], bool], timeout_s: float = LIMIT_S
    ) -> tuple[Event | Notice, int]:
        """The next message that matches, and the monotonic nanoseconds of its arrival."""
        until = time.monotonic() + timeout_s
        while (left := until - time.monotonic()) > 0:
            message = self.link.receive(left)
            now_ns = time.monotonic_ns()
            if message is not None:
                self.note(message, now_ns)
                if matches(message):
                    return message, now_ns
        raise TimeoutError(f"nothing such came; last: {self.seen[-3:]}")

    def note(self, message: Event | Notice, now_ns: int) -> None:
        if isinstance(message, Hello):
            self.worker = message.pid
        elif isinstance(message, Tick):
            # The earliest a tick can come is its own time: the least lag is nearest to the truth.
            origin = now_ns - message.at * 1_000_000
            self.origin_ns = min(self.origin_ns or origin, origin)
        elif isinstance(message, Trouble):
            self.troubles.append(message.sentence)
            if message.is_fatal:
                raise RuntimeError(message.sentence)
        self.seen.append(message)
        del self.seen[:-50]

    def pass_time(self, seconds: float) -> None:
        """Follow the call for so long."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            message = self.link.receive(left)
            if message is not None:
                self.note(message, time.monotonic_ns())

    def at_ms(self, ns: int) -> int:
        return (ns - self.origin_ns) // 1_000_000

    # --- the kills --------------------------------------------------------------------------------

    def kill(self, kind: str) -> Kill:
        """Kill, and wait until prompts come again."""
        if self.chance.random() < 0.5:
            self.flag()
            time.sleep(self.chance.uniform(0.0, 0.010))  # the moment is the point
        done = {
            "engine": self._kill_engine,
            "window": self._kill_window,
            "postgres": self._kill_postgres,
            "audio": self._kill_audio,
        }[kind]()
        self.kills.append(done)
        return done

    def flag(self) -> None:
        note = f"flag {len(self.flags)} of {self.chance.randrange(10**6)}"
        self.flags.append(note)
        self.link.send(FlagMoment(note=note))

    def _kill_engine(self) -> Kill:
        takes_supervisor = self.chance.random() < SUPERVISOR_TOO
        dead_ns = self.desk.kill_engine(self.worker, supervisor_too=takes_supervisor)
        at = self.at_ms(dead_ns)
        told = self.desk.window.wait(
            lambda told: told["what"] == "tick" and told["ns"] > dead_ns and told["at"] > at
        )
        self.wait(lambda message: isinstance(message, Hello))
        if takes_supervisor:
            prefer(self.worker)
        self.wait(lambda message: isinstance(message, Tick) and message.at > at)
        name = "engine and supervisor" if takes_supervisor else "engine"
        return Kill(kind=name, at=at, back_ms=(told["ns"] - dead_ns) // 1_000_000)

    def _kill_window(self) -> Kill:
        dead_ns = self.desk.window.kill()
        self.desk.window.start()
        at = self.at_ms(dead_ns)
        told = self.desk.window.wait(
            lambda told: told["what"] == "in_call" and told["ns"] > dead_ns
        )
        self.desk.window.wait(
            lambda told: told["what"] == "tick" and told["ns"] > dead_ns and told["at"] > at
        )
        return Kill(kind="window", at=at, back_ms=(told["ns"] - dead_ns) // 1_000_000)

    def _kill_postgres(self) -> Kill:
        """In the middle of sending; ticks must not even notice."""
        self._comment()
        sending = _sending(self.desk.folder)
        self.pass_time(self.chance.uniform(0.5, 2.5))
        dead_ns = self.desk.postgres.crash()
        at = self.at_ms(dead_ns)
        self.pass_time(2.0)
        ticks = [told["ns"] for told in self.desk.window.told if told["what"] == "tick"]
        stamps = [dead_ns, *(ns for ns in ticks if ns > dead_ns)]
        longest_ns = max(after - before for before, after in pairwise(stamps))
        sending.wait(LIMIT_S)
        self.desk.postgres.start()
        return Kill(kind="postgres", at=at, back_ms=longest_ns // 1_000_000)

    def _kill_audio(self) -> Kill:
        dead_ns = self.desk.pulse.crash()
        at = self.at_ms(dead_ns)
        self.desk.pulse.start()
        ready_ns = time.monotonic_ns()
        self.players.take_up()
        back: dict[Party, int] = {}
        while len(back) < len(Party):
            message, now_ns = self.wait(
                lambda message: isinstance(message, LevelChanged) and message.dbfs > _QUIET_DBFS
            )
            assert isinstance(message, LevelChanged)
            if now_ns > ready_ns:
                back.setdefault(message.party, now_ns)
        return Kill(
            kind="audio",
            at=at,
            back_ms=(max(back.values()) - ready_ns) // 1_000_000,
            down_ms=(ready_ns - dead_ns) // 1_000_000,
        )

    def _comment(self) -> None:
        """A comment on the latest finished call, to be sent with it."""
        with app.open_store() as store:
            calls = store.list_calls()
            if calls:
                text = f"comment {len(self.comments)} of {self.chance.randrange(10**6)}"
                store.desk.add_comment(calls[0].id, text, "Sarah")
                self.comments.append((calls[0].id, text))


def _sending(folder: Path) -> "subprocess.Popen[bytes]":
    """`assist sync now`: the engine itself sends every half a minute only."""
    with (folder / "sync.log").open("ab") as log:
        return subprocess.Popen(
            [*COMMAND, "sync", "now"], stdin=subprocess.DEVNULL, stdout=log, stderr=log
        )
