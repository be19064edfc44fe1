"""`assist listen`: a live call without a window."""

import argparse

from rich.console import Console

from assist import app
from assist.cli.common import Subparsers, add_command
from assist.cli.watch import print_events, watch_call
from assist.core.commands import StartCall

_EXAMPLES = """\
assist listen                               both sides, as set in the settings
assist listen --name "Dana Ortega"
assist listen --events | your-tool          every event as a JSON line
Ctrl-C ends the call, recognizes what was captured and saves it."""


def add_parser(subparsers: Subparsers) -> None:
    parser = add_command(
        subparsers,
        "listen",
        help="listen to a live call without a window",
        examples=_EXAMPLES,
        run=run,
    )
    parser.add_argument("--name", default="", help="the customer's name")
    parser.add_argument("--number", default="", help="the customer's number")
    parser.add_argument("--ref", default="", help="ticket or order the call is about")
    parser.add_argument("--events", action="store_true", help="print events as JSON lines")


def run(args: argparse.Namespace) -> int:
    start = StartCall(
        source="live",
        customer_name=args.name,
        customer_number=args.number,
        reference=args.ref,
    )
    with app.connect() as link:
        if args.events:
            return print_events(link, start)
        return watch_call(link, start, Console())
