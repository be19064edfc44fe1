"""`assist replay`: runs a journal again and compares what comes out."""

import argparse
import sys
from pathlib import Path

from rich.console import Console

from assist import app
from assist.cli.common import Subparsers, add_command
from assist.cli.terminal import TerminalView
from assist.core import codec

_EXAMPLES = """\
assist replay journal.jsonl             show the call again, check its prompts
assist replay journal.jsonl --json      its events as JSON lines"""


def add_parser(subparsers: Subparsers) -> None:
    parser = add_command(
        subparsers,
        "replay",
        help="run a journal again and check that it gives the same prompts",
        examples=_EXAMPLES,
        run=run,
    )
    parser.add_argument("journal", type=Path, metavar="JOURNAL")
    parser.add_argument("--json", action="store_true", help="print the events as JSON lines")


def run(args: argparse.Namespace) -> int:
    result = app.replay(args.journal)
    view = TerminalView(Console(force_terminal=False))
    for event in result.events:
        if args.json:
            sys.stdout.write(codec.to_line(event).decode() + "\n")
        else:
            view.handle(event)
    if result.repaired:
        print(f"assist: {result.repaired}", file=sys.stderr)
    if result.difference:
        print(f"assist: {result.difference}", file=sys.stderr)
        return 1
    return 0
