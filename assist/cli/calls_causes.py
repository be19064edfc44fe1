"""`assist calls causes` and `assist calls waiting`: why customers call, and who waits for us."""

import argparse
import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import msgspec
from rich.table import Table
from rich.text import Text

from assist import app
from assist.cli.calls_common import begun_text, customer_text, make_console, notice
from assist.cli.common import days
from assist.cli.desk import caught_up_desk
from assist.cli.sheet import add_csv_argument, write_sheet
from assist.core.team import Change
from assist.core.written import written

if TYPE_CHECKING:
    from assist.core.team import CauseShown, CausesShown
    from assist.review.causes import Need, Waiting
    from assist.store.model import CallOverview

_DAYS = 30
_WAITING_HEADS = ("call", "started_at", "agent", "need", "waits_s")
_CAUSE_HEADS = (
    *("cause", "calls", "before", "change"),
    *("at_risk", "unresolved", "agents", "examples", "words"),
)
_MOST = 100_000
_PHRASES = 3
_CHANGED = frozenset({Change.RISING, Change.FALLING})


def add_causes_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--days", type=days, default=_DAYS, help=f"the last so many days ({_DAYS})")
    parser.add_argument("--agent", default="", metavar="NAME", help="only this agent's calls")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    add_csv_argument(parser)
    parser.add_argument(
        "--local", action="store_true", help="this computer's calls, not the team's database"
    )


def add_waiting_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--by", choices=("risk", "age"), default="risk", help="what comes first (risk)"
    )
    parser.add_argument("--days", type=days, default=_DAYS, help=f"the last so many days ({_DAYS})")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    add_csv_argument(parser)


def run_causes(args: argparse.Namespace) -> int:
    """Print what the calls were about, beside the same time before, and in which words."""
    with caught_up_desk(is_local=args.local) as desk:
        found = desk.causes(args.days, args.agent)
    if args.json:
        sys.stdout.write(msgspec.json.encode(_causes_object(found)).decode() + "\n")
        return 0
    if args.csv is not None:
        write_sheet(args.csv, _CAUSE_HEADS, (_cause_row(shown) for shown in found.causes))
        return 0
    if not found.causes:
        notice(f"No cause was named in the {found.calls} calls of the last {args.days} days.")
        return 0
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in ("Cause", "Calls", "Before", "", "At risk", "Unresolved", "For instance"):
        table.add_column(name, no_wrap=True)
    table.add_column("In their words")
    for shown in found.causes:
        cause = shown.cause
        table.add_row(
            cause.driver.replace("_", " "),
            str(cause.calls),
            str(cause.before),
            cause.change.value if cause.change in _CHANGED else "",
            Text(str(cause.at_risk), style="red" if cause.at_risk else ""),
            str(cause.unresolved),
            " ".join(cause.examples),
            Text(", ".join(f"“{phrase}”" for phrase in shown.phrases[:_PHRASES])),
        )
    make_console().print(table)
    notice(
        f"{found.calls} calls in the last {args.days} days, {found.before} in as many before; a "
        "call may have several causes."
    )
    return 0


def _cause_row(shown: "CauseShown") -> tuple[object, ...]:
    cause = shown.cause
    counts = (cause.calls, cause.before, cause.change.value, cause.at_risk, cause.unresolved)
    agents, examples = "; ".join(cause.agents), " ".join(cause.examples)
    return (cause.driver, *counts, agents, examples, "; ".join(shown.phrases))


def _causes_object(found: "CausesShown") -> dict[str, object]:
    causes = [
        msgspec.to_builtins(shown.cause) | {"words": shown.phrases, "calls_to_see": shown.examples}
        for shown in found.causes
    ]
    return {"calls": found.calls, "before": found.before, "causes": causes}


def run_waiting(args: argparse.Namespace) -> int:
    """Print the calls that somebody should see to."""
    from assist.review.causes import waiting_calls

    now = datetime.now(UTC)
    calls = _calls(now - timedelta(days=args.days))
    with app.open_store() as store:
        promises = store.open_follow_ups(now.astimezone())
    found = waiting_calls(
        calls,
        now,
        open_promises={each.call for each in promises},
        overdue={each.call for each in promises if _is_over(each.due_at, now)},
        by_age=args.by == "age",
    )
    if args.json:
        for each in found:
            sys.stdout.write(msgspec.json.encode(_as_object(each)).decode() + "\n")
        return 0
    if args.csv is not None:
        rows = (tuple(_as_object(each).values()) for each in found)
        write_sheet(args.csv, _WAITING_HEADS, rows)
        return 0
    if not found:
        notice("No call waits for anybody.")
        return 0
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in ("ID", "Begun", "Waits", "Why", "Customer", "Agent", "Problem"):
        table.add_column(name, no_wrap=True)
    overviews = {call.id: call for call in calls}
    for each in found:
        call = overviews[each.call.id]
        table.add_row(
            call.id,
            begun_text(call),
            _age_text(each.age),
            Text(_words(each.need), style="red" if each.need >= 3 else ""),
            customer_text(call) or "-",
            call.agent or "-",
            written(call.problem),
        )
    make_console().print(table)
    return 0


def _calls(since: datetime) -> "tuple[CallOverview, ...]":
    """Real calls, not recordings that were played."""
    from assist.store.model import CallFilter

    with app.open_store() as store:
        store.catch_up()
        found = store.list_calls(CallFilter(since=since, limit=_MOST))
    return tuple(call for call in found if call.source != "demo")


def _is_over(due_at: str, now: datetime) -> bool:
    try:
        due = datetime.fromisoformat(due_at)
    except ValueError:
        return False
    return due.tzinfo is not None and due < now


def _words(need: "Need") -> str:
    return need.name.lower().replace("_", " ").replace("at risk unresolved", "at risk, unresolved")


def _age_text(age: timedelta) -> str:
    hours = max(0, int(age.total_seconds() // 3600))
    return f"{hours} h" if hours < 48 else f"{hours // 24} days"


def _as_object(each: "Waiting") -> dict[str, object]:
    return {
        "call": each.call.id,
        "started_at": each.call.started_at,
        "agent": each.call.agent,
        "need": each.need.name.lower(),
        "waits_s": round(each.age.total_seconds()),
    }
