"""`assist calls search`: the words that were said, in any call."""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec
from rich.text import Text

from assist import app
from assist.cli.calls_common import make_console, notice
from assist.cli.common import clock
from assist.cli.sheet import add_csv_argument, write_sheet
from assist.core.search import WordSearch
from assist.core.words import Party
from assist.core.written import written

if TYPE_CHECKING:
    from assist.core.search import Hit

_MOST_NEAR = 30
_HEADS = ("call", "begun", "agent", "customer", "outcome", "side", "second", "words")
_SIDES = {Party.AGENT: "Agent", Party.CUSTOMER: "Customer"}


def add_search_arguments(
    parser: argparse.ArgumentParser,
    *,
    day: Callable[[str], datetime],
    outcome: Callable[[str], str],
    count: Callable[[str], int],
) -> None:
    """The arguments of the action; what other actions read too is handed in."""
    parser.add_argument("words", nargs="+", metavar="WORDS", help="all of them in one utterance")
    parser.add_argument("--side", choices=[party.value for party in Party], help="who said it")
    parser.add_argument(
        "--near",
        type=_near,
        metavar="N",
        help="each word at most N words from the next one asked for",
    )
    parser.add_argument("--agent", default="", metavar="NAME", help="calls of this agent")
    parser.add_argument("--customer", default="", help="part of a name or number")
    parser.add_argument("--outcome", type=outcome, help="resolved, follow_up or unresolved")
    parser.add_argument("--at-risk", action="store_true", help="the customer may leave")
    parser.add_argument("--since", type=day, metavar="YYYY-MM-DD", help="on this day or later")
    parser.add_argument("--until", type=day, metavar="YYYY-MM-DD", help="before this day")
    parser.add_argument("-n", "--number", type=count, default=20, help="at most this many (20)")
    parser.add_argument(
        "--team", action="store_true", help="in the team's database, not on this computer"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    add_csv_argument(parser)


def _near(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= _MOST_NEAR:
        raise argparse.ArgumentTypeError(f"'{text}' is not a number of words from 1 to 30")
    return int(text)


def run_search(args: argparse.Namespace) -> int:
    """Print the utterances that fit, the newest calls first."""
    wanted = WordSearch(
        words=" ".join(args.words),
        side=Party(args.side) if args.side else None,
        near=args.near,
        agent=args.agent,
        customer=args.customer,
        outcome=args.outcome or "",
        is_at_risk=True if args.at_risk else None,
        since=args.since,
        until=args.until,
        limit=args.number,
    )
    with app.open_team_store() if args.team else app.open_store() as store:
        if not args.team:
            store.catch_up()
        hits = store.find_words(wanted)
        app.log_looks(store, (hit.call_id for hit in hits), "search")
    if args.json:
        for hit in hits:
            sys.stdout.write(msgspec.json.encode(hit).decode() + "\n")
        return 0
    if args.csv is not None:
        write_sheet(args.csv, _HEADS, (_row(hit) for hit in hits))
        return 0
    if not hits:
        notice("Nobody said that; fewer words or another ending may be found.")
        return 0
    _print(hits)
    if len(hits) == args.number:
        notice(f"The latest {args.number}; '-n 100' shows more.")
    return 0


def _row(hit: "Hit") -> tuple[object, ...]:
    begun = hit.started_at.isoformat(timespec="seconds")
    people = (hit.agent, hit.customer_name)
    return (hit.call_id, begun, *people, hit.outcome, hit.party.value, hit.start / 1000, hit.text)


def _print(hits: "Sequence[Hit]") -> None:
    console = make_console()
    call_id = ""
    for hit in hits:
        if hit.call_id != call_id:
            call_id = hit.call_id
            people = ", ".join(name for name in (hit.agent, hit.customer_name) if name)
            begun = f"{hit.started_at:%Y-%m-%d %H:%M}"
            console.print(Text.assemble((call_id, "bold"), f"  {begun}  {people}".rstrip()))
        said = f"{clock(hit.start):>7} {_SIDES[hit.party]:9} {written(hit.text)}"
        console.print(Text(said), soft_wrap=True)
