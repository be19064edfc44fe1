"""`assist playbook backtest`: what a playbook would have done on calls that are over."""

import argparse
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import Progress

from assist import app
from assist.cli.common import Subparsers, add_command, clock
from assist.core.errors import UsageError

if TYPE_CHECKING:
    from assist.review.backtest import Backtest, Fire, PastCall, RuleOutcome

_EXAMPLES = """\
assist playbook backtest                          the rules in force, on the stored calls
assist playbook backtest new.toml                 another playbook, compared with those in force
assist playbook backtest team.toml --as team      this file in place of the team's layer
assist playbook backtest new.toml --dialogues dialogue_dev.jsonl.gz --examples 3"""

_CALLS = 200
_EXAMPLES_SHOWN = 1


def add_backtest_parser(commands: Subparsers) -> None:
    parser = add_command(
        commands,
        "backtest",
        help="run the stored calls with a playbook: what fires, for whom, and what changes",
        examples=_EXAMPLES,
        run=run,
    )
    parser.add_argument(
        "file", metavar="FILE", nargs="?", type=Path, help="default: those in force"
    )
    parser.add_argument(
        "--as",
        dest="layer",
        choices=app.LAYERS,
        help="FILE takes the place of this layer",
    )
    parser.add_argument(
        "--against", metavar="LIVE", type=Path, help="another playbook (default: those in force)"
    )
    parser.add_argument(
        "--calls", metavar="N", type=int, default=_CALLS, help=f"the newest N calls ({_CALLS})"
    )
    parser.add_argument("--since", type=_day, metavar="YYYY-MM-DD", help="only calls begun then on")
    parser.add_argument("--agent", default="", help="only this agent's calls")
    parser.add_argument(
        "--dialogues", metavar="FILE", type=Path, help="written dialogues (JSON lines) instead"
    )
    parser.add_argument("--rule", default="", metavar="ID", help="only this rule")
    parser.add_argument(
        "--examples", metavar="N", type=int, default=_EXAMPLES_SHOWN, help="examples a rule (1)"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object")


def _day(text: str) -> datetime:
    try:
        return datetime.strptime(text, "%Y-%m-%d").astimezone()
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not a day such as 2026-11-22") from None


def run(args: argparse.Namespace) -> int:
    from assist.cli.playbook import layered
    from assist.review.backtest import backtest

    if args.calls < 1 or args.examples < 0:
        raise UsageError("--calls must be 1 or more and --examples 0 or more.")
    chosen = app.load_settings()
    playbook = layered(chosen, args.file, args.layer).playbook
    against = None
    if args.against is not None:
        against = app.load_effective(chosen, args.against).playbook
    elif args.file is not None:
        against = app.load_effective(chosen).playbook
    calls = _calls(args)
    if not calls:
        raise UsageError(
            "There is no call to run; calls are stored when they end, or give --dialogues."
        )
    with _progress() as progress:
        result = backtest(calls, app.run_inputs, playbook, against, progress=progress)
    rules = [each for each in result.rules if args.rule in ("", each.rule)]
    if args.rule and not rules:
        raise UsageError(f"Neither playbook has a rule '{args.rule}'.")
    if args.json:
        print(json.dumps(_as_json(result, rules), ensure_ascii=False))
    else:
        _print(result, rules, args.examples)
    return 0


def _calls(args: argparse.Namespace) -> list["PastCall"]:
    if args.dialogues is not None:
        from assist.review.backtest_calls import from_dialogues
        from assist.review.labelled import read_material

        return from_dialogues(read_material([args.dialogues]).dialogues)[: _limit(args)]
    return app.past_calls(limit=args.calls, since=args.since, agent=args.agent)


def _limit(args: argparse.Namespace) -> int | None:
    """Written dialogues are all run unless a number was asked for."""
    return None if args.calls == _CALLS else int(args.calls)


@contextmanager
def _progress() -> "Iterator[_Step]":
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        yield _Step(bar)


class _Step:
    """Told calls done and in all."""

    def __init__(self, bar: Progress) -> None:
        self._bar = bar
        self._task = bar.add_task("Running the calls", total=None)

    def __call__(self, done: int, total: int) -> None:
        self._bar.update(self._task, completed=done, total=total)


def _print(result: "Backtest", rules: list["RuleOutcome"], examples: int) -> None:
    compared = f", compared with '{result.against}'" if result.against else ""
    calls = "1 call" if result.calls == 1 else f"{result.calls} calls"
    print(f"'{result.playbook}' on {calls} ({result.hours:.2f} h){compared}.")
    # What changes comes first: it is what one looks for.
    rules = sorted(rules, key=lambda rule: -len((*rule.gained, *rule.lost)))
    silent = [rule.rule for rule in rules if not (rule.fires or rule.gained or rule.lost)]
    for rule in rules:
        if rule.rule in silent:
            continue
        per_call = len(rule.fires) / result.calls
        print(
            f"\n{rule.rule} ({rule.title}): fires {_times(len(rule.fires))}, "
            f"{per_call:.3g} a call, in {rule.calls} of {result.calls} calls; "
            f"shown {_times(rule.shown)}"
        )
        if rule.agents:
            names = ", ".join(rule.agents[:4])
            more = len(rule.agents) - 4
            print(f"  agents: {names}" + (f" and {more} more" if more > 0 else ""))
        for fire in rule.fires[:examples]:
            print(f"  {_told(fire)}")
        if result.against:
            print(f"  {len(rule.gained)} more and {len(rule.lost)} fewer than now")
            for sign, fires in (("+", rule.gained), ("-", rule.lost)):
                for fire in fires[:examples]:
                    print(f"  {sign} {_told(fire)}")
    if silent:
        print(f"\nNever fires: {', '.join(silent)}.")
    if result.against:
        changed = len(result.changed_calls)
        print(f"\nAnother outcome in {changed} of {result.calls} calls.")
    else:
        print(f"\n{sum(len(rule.fires) for rule in rules) / result.calls:.2f} fires a call.")


def _times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")


def _told(fire: "Fire") -> str:
    words = f'"{fire.evidence}" ' if fire.evidence else ""
    return f"{fire.call} {clock(fire.at)} {words}→ {fire.headline} ({fire.ending or 'shown'})"


def _as_json(result: "Backtest", rules: list["RuleOutcome"]) -> dict[str, object]:
    return {
        "playbook": result.playbook,
        "against": result.against,
        "calls": result.calls,
        "hours": round(result.hours, 3),
        "changed_calls": list(result.changed_calls),
        "rules": {
            rule.rule: {
                "title": rule.title,
                "fires": len(rule.fires),
                "fires_per_call": round(len(rule.fires) / result.calls, 4),
                "shown": rule.shown,
                "calls": rule.calls,
                "agents": list(rule.agents),
                "examples": [asdict(fire) for fire in rule.fires],
                "gained": [asdict(fire) for fire in rule.gained],
                "lost": [asdict(fire) for fire in rule.lost],
            }
            for rule in rules
        },
    }
