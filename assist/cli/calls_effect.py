"""`assist calls effect` and `assist calls mark`: what prompts change, and how they are judged."""

import argparse
import sys
from typing import TYPE_CHECKING

import msgspec
from rich.table import Table
from rich.text import Text

from assist import app
from assist.cli.calls_common import find_id, make_console, notice
from assist.cli.sheet import write_sheet

if TYPE_CHECKING:
    from assist.review.effect import Arm, Effect
    from assist.store.marks import RuleMarks

_VERDICTS = {"right": True, "good": True, "wrong": False, "bad": False}

_HEADS = (
    *("rule", "done_shown", "shown", "done_kept_back", "kept_back"),
    *("difference_points", "low", "high", "is_sure"),
)


def add_mark_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("call", metavar="ID", help="a call's id, its first letters, or 'last'")
    parser.add_argument(
        "cue", metavar="PROMPT", type=int, help="'calls show ID --why' numbers them"
    )
    parser.add_argument("verdict", choices=tuple(_VERDICTS), help="was it right at that moment?")
    parser.add_argument("--by", default="", metavar="NAME", help="default: agent_name's setting")


def run_mark(args: argparse.Namespace) -> int:
    """Keep a lead's judgement; it counts before the agent's own."""
    by = args.by or app.load_settings().agent_name
    with app.open_store() as store:
        call = find_id(store, args.call)
        store.mark_cue(call, args.cue, is_right=_VERDICTS[args.verdict], by=by)
    notice(f"Prompt {args.cue} of call {call} is marked {args.verdict}.")
    for each in app.judge_rules():
        notice(
            f"The rule '{each.rule}' was right in {each.right} of {each.right + each.wrong} marks "
            "only and goes to shadow; 'mode = \"live\"' in its table brings it back."
        )
    return 0


def run_effect(args: argparse.Namespace) -> int:
    """Print the comparison and the marks."""
    from assist.review.effect import effects

    with app.open_store() as store:
        store.catch_up()
        found = effects(store.cue_outcomes())
        marks = store.rule_marks()
    if args.json:
        sys.stdout.write(msgspec.json.encode({"effects": found, "marks": marks}).decode() + "\n")
        return 0
    if args.csv is not None:
        write_sheet(args.csv, _HEADS, (_row(each) for each in found))
        return 0
    console = make_console()
    if found:
        console.print(_effect_table(found))
        notice(
            "Done: what the rule asks for was heard in its time. In brackets 95 % intervals; a "
            "difference in bold is hardly chance."
        )
    else:
        notice(
            "No prompt was kept back yet: 'holdout = 0.1' at the top of the playbook compares one "
            "call in ten."
        )
    if marks:
        console.print(_marks_table(marks))
    return 0


def _row(each: "Effect") -> tuple[object, ...]:
    arms = (each.shown.done, each.shown.cues, each.hidden.done, each.hidden.cues)
    points = (round(100 * value, 1) for value in (each.difference, each.low, each.high))
    return (each.rule, *arms, *points, int(each.is_sure))


def _effect_table(found: "tuple[Effect, ...]") -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in ("Rule", "Done, prompts shown", "Done, kept back", "Difference"):
        table.add_column(name, no_wrap=True)
    for each in found:
        points = (
            f"{100 * each.difference:+.0f} points [{100 * each.low:+.0f}, {100 * each.high:+.0f}]"
        )
        style = ("bold green" if each.difference > 0 else "bold red") if each.is_sure else ""
        table.add_row(each.rule, _arm(each.shown), _arm(each.hidden), Text(points, style=style))
    return table


def _arm(arm: "Arm") -> str:
    if not arm.cues:
        return "none yet"
    interval = f"[{100 * arm.low:.0f}, {100 * arm.high:.0f}]"
    return f"{arm.done} of {arm.cues}, {100 * arm.share:.0f} % {interval}"


def _marks_table(marks: "tuple[RuleMarks, ...]") -> Table:
    from assist.review.scoring import wilson

    rules = {rule.id: rule for rule in app.call_playbook(app.load_settings()).rules}
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in ("Rule", "Marks", "Right", "Now"):
        table.add_column(name, no_wrap=True)
    for each in marks:
        count = each.right + each.wrong
        low, high = wilson(each.right, count)
        share = f"{100 * each.right / count:.0f} % [{100 * low:.0f}, {100 * high:.0f}]"
        rule = rules.get(each.rule)
        now: str = "not in the playbook" if rule is None else rule.mode
        if rule is not None and each.version != rule.version:
            now = "changed since: does not count"
        table.add_row(each.rule, str(count), share, now)
    return table
