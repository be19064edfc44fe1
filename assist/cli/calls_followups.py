"""`assist calls followups` and `assist calls kept`: promises still to be kept."""

import argparse
import sys
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec
from rich.table import Table
from rich.text import Text

from assist.cli.calls_common import make_console, notice
from assist.cli.desk import caught_up_desk
from assist.cli.sheet import add_csv_argument, write_sheet
from assist.core.errors import UsageError

if TYPE_CHECKING:
    from assist.core.notices import FollowUp

_HEADS = (
    *("call", "promise", "agent", "customer", "number", "what", "due", "due_at"),
    *("remind_at", "is_overdue"),
)


def add_followups_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--agent", default="", metavar="NAME", help="only this agent's promises")
    parser.add_argument("--overdue", action="store_true", help="only those past due")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    add_csv_argument(parser)
    _add_local(parser)


def add_kept_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("call", metavar="ID", help="a call's id, or its first letters")
    parser.add_argument(
        "promise", metavar="NUMBER", type=int, nargs="?", help="where the call has several"
    )
    _add_local(parser)


def _add_local(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--local", action="store_true", help="this computer's calls, not the team's database"
    )


def run_followups(args: argparse.Namespace) -> int:
    """Print the promises that are still to be kept."""
    now = datetime.now().astimezone()
    found = [
        each
        for each in _promises(is_local=args.local)
        if args.agent.casefold() in {"", each.agent.casefold()}
        and (not args.overdue or _is_overdue(each, now))
    ]
    if args.json:
        for each in found:
            sys.stdout.write(msgspec.json.encode(each).decode() + "\n")
        return 0
    if args.csv is not None:
        write_sheet(args.csv, _HEADS, (_row(each, now) for each in found))
        return 0
    if not found:
        notice("No promise waits to be kept.")
        return 0
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in ("Call", "No.", "Due", "Agent", "Customer", "Promise"):
        table.add_column(name, no_wrap=name in {"Call", "No.", "Due"})
    for each in found:
        due = datetime.fromisoformat(each.due_at).astimezone()
        style = "red" if _is_overdue(each, now) else ""
        table.add_row(
            each.call,
            str(each.promise),
            Text(f"{due.day:2} {due:%b} {due:%H:%M}", style=style),
            each.agent or "-",
            each.customer or each.number or "-",
            each.what,
        )
    make_console().print(table)
    overdue = sum(_is_overdue(each, now) for each in found)
    notice(f"{len(found)} to keep, {overdue} of them overdue; 'assist calls kept CALL' marks one.")
    return 0


def run_kept(args: argparse.Namespace) -> int:
    """Mark a promise as kept."""
    with caught_up_desk(is_local=args.local) as desk:
        chosen = _chosen(desk.promises(), args.call, args.promise)
        desk.keep_promise(chosen.call, chosen.promise, is_kept=True)
    notice(f"Promise {chosen.promise} of call {chosen.call} is kept.")
    return 0


def _chosen(promises: "tuple[FollowUp, ...]", call: str, number: int | None) -> "FollowUp":
    found = [
        each for each in promises if each.call.startswith(call) and number in {None, each.promise}
    ]
    if not found:
        raise UsageError(
            f"No promise of a call '{call}' waits to be kept; 'assist calls followups' lists them."
        )
    if len(found) > 1:
        listed = ", ".join(f"{each.call} {each.promise}" for each in found[:3])
        raise UsageError(f"Several promises fit ({listed}); type the call's id and the number.")
    return found[0]


def _promises(*, is_local: bool) -> "tuple[FollowUp, ...]":
    with caught_up_desk(is_local=is_local) as desk:
        return desk.promises()


def _is_overdue(each: "FollowUp", now: datetime) -> bool:
    return datetime.fromisoformat(each.due_at) <= now


def _row(each: "FollowUp", now: datetime) -> tuple[object, ...]:
    return (
        each.call,
        each.promise,
        each.agent,
        each.customer,
        each.number,
        each.what,
        each.due,
        each.due_at,
        each.remind_at,
        int(_is_overdue(each, now)),
    )
