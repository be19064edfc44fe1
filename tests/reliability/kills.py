"""SIGKILL at random moments of live calls: what is lost, what is doubled, how soon is all well?

    python -m tests.reliability.kills --count 200 --seed 1 --report kills.md

Live calls on a desk of their own (`machines`): the real engine with the starter model, a private
PulseAudio server into which both voices are played at real speed, the real window on a private
display, PostgreSQL with a team that finished calls are sent to. The first call is not killed: it is
what the others are compared with (`judge`), and so is the second, which shows by how much two calls
differ anyway. Then each call is killed a dozen times; the kinds take turns in an order that the
seed shuffles, and so are the moments: `GAP_S` apart, and an engine no sooner than `ENGINE_GAP_S`
after its last death, since a call that dies again and again within a minute is another case
(docs/engine-protocol.md). Half of the kills follow within 10 ms upon something the agent does.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from assist import app, paths
from assist.core.commands import EndCall, FlagMoment, StartCall, StopEngine
from assist.core.events import CallEnded, CallStarted, Event, Tick
from assist.core.notices import CallSaved, Hello, LevelChanged, Notice, Trouble
from assist.core.words import Party
from assist.cues.playbook import parse_playbook
from assist.engine.client import EngineClient
from assist.session.call import CallSession
from assist.session.journal import Journal
from assist.store.calls import SqlCallStore
from assist.store.team import open_team
from tests.benchmarks.measure import percentile
from tests.helpers.app import COMMAND
from tests.helpers.journals import read_kept_journal
from tests.helpers.xvfb import x_display
from tests.reliability.judge import Kill, Verdict, judge
from tests.reliability.machines import Desk, Players, desk, prefer
from tests.reliability.scripts import write_calls

KINDS = ("engine", "window", "postgres", "audio")
GAP_S = (5.0, 9.0)
ENGINE_GAP_S = 61.0
SUPERVISOR_TOO = 0.2
"""So many of the engine's deaths take nursery and supervisor along."""

LIMIT_S = 90.0
_FIRST_S = 6.0
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """A call that is over."""

    call: str
    journal: Journal
    kills: tuple[Kill, ...]
    flags: tuple[str, ...]
    comments: tuple[tuple[str, str], ...]
    troubles: tuple[str, ...]


def play_call(
    place: Desk,
    link: EngineClient,
    recording: Path,
    left: list[str],
    chance: random.Random,
    *,
    longest_s: float,
    worker: int,
) -> tuple[Played, int]:
    """One live call, killed by what is `left` until it is over; the engine's process afterwards."""
    players = Players(place.pulse, recording, place.folder)
    call = Call(desk=place, link=link, players=players, chance=chance, worker=worker)
    link.send(StartCall(source="live", customer_name="Dana Ortega"))
    started, _ = call.wait(lambda message: isinstance(message, CallStarted))
    assert isinstance(started, CallStarted)
    call.wait(lambda message: isinstance(message, Tick))
    players.start()
    length_s = min(players.duration_s, longest_s)
    call.pass_time(_FIRST_S)
    engine_died = -ENGINE_GAP_S
    while players.played_s < length_s - 12:
        call.pass_time(chance.uniform(*GAP_S))
        if players.played_s > length_s - 10:
            break
        is_early = time.monotonic() - engine_died < ENGINE_GAP_S
        kind = next((kind for kind in left if kind != "engine" or not is_early), "")
        if not kind:
            call.flag()
            continue
        left.remove(kind)
        done = call.kill(kind)
        print(f"  {players.played_s:6.1f} s {done}", flush=True)
        if kind == "engine":
            engine_died = time.monotonic()
    call.pass_time(max(0.0, length_s - players.played_s))
    place.pulse.stop_players()
    link.send(EndCall())
    saved, _ = call.wait(lambda message: isinstance(message, CallSaved))
    assert isinstance(saved, CallSaved)
    assert saved.call == started.call, "another call was saved"
    played = Played(
        call=saved.call,
        journal=read_kept_journal(Path(saved.journal)),
        kills=tuple(call.kills),
        flags=tuple(call.flags),
        comments=tuple(call.comments),
        troubles=tuple(call.troubles),
    )
    assert any(isinstance(event, CallEnded) for event in played.journal.events)
    return played, call.worker


def judged(played: Played, reference: Journal | None) -> Verdict:
    header = played.journal.header
    session = CallSession(parse_playbook(header.playbook, name=header.playbook_name))
    return judge(played.journal, session, played.kills, played.flags, reference)


def check_stores(place: Desk, calls: Sequence[Played]) -> list[str]:
    """What is wrong with the calls as stored here and with the team, once all is sent."""
    subprocess.run([*COMMAND, "sync", "now"], check=True, stdin=subprocess.DEVNULL)
    problems: list[str] = []
    with (
        app.open_store() as here,
        SqlCallStore.on_engine(
            open_team(place.lead_url), name="The team database", calls_folder=place.folder
        ) as there,
    ):
        wanted = sorted(played.call for played in calls)
        for name, store in (("here", here), ("with the team", there)):
            found = sorted(call.id for call in store.list_calls())
            if found != wanted:
                problems.append(f"{name} {len(found)} calls are stored, {len(wanted)} were made")
            for played in calls:
                stored = store.get_call(played.call)
                said = [u.text for u in stored.utterances]
                kept = sorted(flag.note for flag in stored.flags)
                if name == "here" and len(said) != len(set(_finals(played.journal))):
                    problems.append(f"{name} {played.call} has {len(said)} utterances")
                if kept != sorted(played.flags):
                    problems.append(f"{name} {played.call} has other flags")
                if said != [u.text for u in here.get_call(played.call).utterances]:
                    problems.append(f"{name} {played.call} says something else")
                written = Counter(comment.text for comment in store.desk.comments(played.call))
                for each in calls:
                    for call, text in each.comments:
                        if call == played.call and written[text] != 1:
                            problems.append(f"{name} {text!r} is there {written[text]} times")
    return problems


def _finals(journal: Journal) -> list[tuple[str, int]]:
    from assist.core.events import FinalResult

    return [
        (event.party, event.utterance)
        for event in journal.inputs
        if isinstance(event, FinalResult) and event.text
    ]


# --- the report -----------------------------------------------------------------------------------


def report(calls: Sequence[tuple[Played, Verdict]], seed: int, stores: Sequence[str]) -> str:
    """The results, as Markdown."""
    kills = [kill for played, _ in calls for kill in played.kills]
    lines = [
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, seed {seed}: {len(kills)} kills in "
        f"{len(calls)} live calls.",
        "",
        "| killed | times | prompts back, ms: p50 / p95 / worst | over 2 s |",
        "|---|---|---|---|",
    ]
    for kind in sorted({kill.kind for kill in kills}):
        back = [kill.back_ms for kill in kills if kill.kind == kind]
        lines.append(
            f"| {kind} | {len(back)} | {percentile(back, 50):.0f} / {percentile(back, 95):.0f} / "
            f"{max(back)} | {sum(ms > 2_000 for ms in back)} |"
        )
    missing = [ms for _, verdict in calls for ms in verdict.missing_before_ms]
    gaps = [ms for _, verdict in calls for ms in verdict.gaps_ms]
    words: Counter[str] = Counter()
    cues: Counter[str] = Counter()
    for _, verdict in calls:
        words += verdict.utterances
        cues += verdict.cues
    lines += [
        "",
        f"- captured sound lost with a process: p50 {percentile(missing, 50):.0f}, worst "
        f"{max(missing, default=0)} ms; not captured while nobody listened: p50 "
        f"{percentile(gaps, 50):.0f}, worst {max(gaps, default=0)} ms",
        f"- utterances: {dict(sorted(words.items()))}",
        f"- prompts: {dict(sorted(cues.items()))}",
        f"- flags given: {sum(len(played.flags) for played, _ in calls)}; comments: "
        f"{sum(len(played.comments) for played, _ in calls)}",
        f"- stores: {'; '.join(stores) or 'as the journals, here and with the team'}",
        "",
    ]
    for number, (played, verdict) in enumerate(calls):
        for problem in verdict.problems:
            lines.append(f"- call {number} ({played.call}): {problem}")
    return "\n".join(lines) + "\n"


@contextmanager
def _own_home(folder: Path) -> Iterator[Desk]:
    with x_display(folder / "x11") as display, desk(folder, display) as place:
        yield place


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.reliability.kills", description=__doc__)
    parser.add_argument("--count", type=int, default=200, help="kills")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", default=",".join(KINDS), help="what to kill, in turns")
    parser.add_argument("--seconds", type=float, default=300.0, help="of a call, at most")
    parser.add_argument("--references", type=int, default=2, help="calls that are not killed")
    parser.add_argument("--report", type=Path, default=Path("kills.md"))
    parser.add_argument(
        "--keep", type=Path, help="keep the journals, as JSON lines, in this folder"
    )
    options = parser.parse_args(arguments)
    prefer(os.getpid())
    chance = random.Random(options.seed)
    kinds = options.kinds.split(",")
    left = [kinds[number % len(kinds)] for number in range(options.count)]
    chance.shuffle(left)
    made: list[tuple[Played, Verdict]] = []
    with (
        tempfile.TemporaryDirectory(prefix="assist-kills-") as name,
        _own_home(Path(name)) as place,
        EngineClient(paths.engine_socket(), start_timeout_s=60, reconnect_timeout_s=60) as link,
    ):
        recording = write_calls(place.folder, seconds=round(options.seconds))[0]
        hello = link.receive(60)
        assert isinstance(hello, Hello)
        worker = hello.pid
        while left or len(made) < options.references:
            is_reference = len(made) < options.references
            played, worker = play_call(
                place,
                link,
                recording,
                [] if is_reference else left,
                chance,
                longest_s=options.seconds,
                worker=worker,
            )
            has_reference = bool(made) and options.references > 0
            verdict = judged(played, made[0][0].journal if has_reference else None)
            made.append((played, verdict))
            print(f"call {len(made)}: {len(played.kills)} kills, {verdict.problems}", flush=True)
            if options.keep:
                _keep(options.keep, played)
            options.report.write_text(report(made, options.seed, []), encoding="utf-8")
            if not is_reference and not played.kills:
                break
        stores = check_stores(place, [played for played, _ in made])
        options.report.write_text(report(made, options.seed, stores), encoding="utf-8")
        place.window.stop()
        link.send(StopEngine())
    print(options.report.read_text(encoding="utf-8"))
    return 1 if stores or any(verdict.problems for _, verdict in made) else 0


def _keep(folder: Path, played: Played) -> None:
    from assist.core import codec

    folder.mkdir(parents=True, exist_ok=True)
    lines = [codec.to_line(event).decode() for event in played.journal.events]
    (folder / f"{played.call}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    kills = [[kill.kind, kill.at, kill.back_ms, kill.down_ms] for kill in played.kills]
    (folder / f"{played.call}.kills.json").write_text(json.dumps(kills), encoding="utf-8")


if __name__ == "__main__":
    os.environ.setdefault("LC_ALL", "C.UTF-8")
    sys.exit(main())
