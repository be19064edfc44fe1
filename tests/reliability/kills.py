"""SIGKILL at random moments of live calls: what is lost, what is doubled, how soon is all well?

    python -m tests.reliability.kills --count 200 --seed 1 --report kills.md

Live calls on a desk of their own (`machines`): the real engine with the starter model, a private
PulseAudio server into which both voices are played at real speed, the real window on a private
display, PostgreSQL with a team that finished calls are sent to. The first call is not killed: it is
what the others are compared with (`judge`), and so is the second, which shows by how much two calls
differ anyway. Then each call is killed a dozen times; the kinds take turns in an order that the
seed shuffles, and so are the moments: `GAP_S` apart, and an engine no sooner than `ENGINE_GAP_S`
after its last death, since one that dies within seconds is taken for broken
(`assist/engine/supervisor.py`). Half of the kills follow within 10 ms upon something the agent
does.
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
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from assist import app, paths
from assist.core import codec
from assist.core.commands import EndCall, StartCall, StopEngine
from assist.core.events import CallEnded, CallStarted, FinalResult, Tick
from assist.core.notices import CallSaved, Hello
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
from tests.reliability.killing import Call
from tests.reliability.machines import Desk, Players, desk, prefer
from tests.reliability.scripts import write_calls

KINDS = ("engine", "window", "postgres", "audio")
GAP_S = (5.0, 9.0)
ENGINE_GAP_S = 8.0
_FIRST_S = 6.0


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
    folder.mkdir(parents=True, exist_ok=True)
    lines = [codec.to_line(event).decode() for event in played.journal.events]
    (folder / f"{played.call}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    kills = [[kill.kind, kill.at, kill.back_ms, kill.down_ms] for kill in played.kills]
    (folder / f"{played.call}.kills.json").write_text(json.dumps(kills), encoding="utf-8")


if __name__ == "__main__":
    os.environ.setdefault("LC_ALL", "C.UTF-8")
    sys.exit(main())
