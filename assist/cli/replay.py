"""`assist replay`: runs a journal again and compares what comes out."""

import argparse
import sys
from pathlib import Path

from rich.console import Console

from assist import app, paths
from assist.cli.common import Subparsers, add_command
from assist.cli.terminal import TerminalView
from assist.core import codec
from assist.core.errors import UsageError

_EXAMPLES = """\
assist replay last                      the latest call
assist replay journal.jsonl             show the call again, check its prompts
assist replay journal.jsonl --json      its events as JSON lines"""

_LATEST = "last"


def add_parser(subparsers: Subparsers) -> None:
    parser = add_command(
        subparsers,
        "replay",
        help="run a journal again and check that it gives the same prompts",
        examples=_EXAMPLES,
        run=run,
    )
    parser.add_argument(
        "journal",
        type=Path,
        metavar="JOURNAL",
        help="a journal's file, a call's id or its first letters, or 'last'",
    )
    parser.add_argument("--json", action="store_true", help="print the events as JSON lines")


def run(args: argparse.Namespace) -> int:
    result = app.replay(_journal(args.journal))
    view = TerminalView(Console(), is_live=False)
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
    print("Same prompts as recorded.", file=sys.stderr)
    return 0


def _journal(wanted: Path) -> Path:
    """The file itself, or the journal of the call of that id. Raises UsageError."""
    name = str(wanted)
    if wanted.exists() or len(wanted.parts) != 1 or wanted.suffix:
        return wanted
    # Ids begin with the time of the call, so that their order is that of the calls.
    found = sorted(file for file in paths.calls_dir().glob("*/journal.jsonl"))
    if name == _LATEST:
        found = found[-1:]
    else:
        found = [file for file in found if file.parent.name.startswith(name)]
    if not found:
        raise UsageError(f"There is no call '{name}' and no such file; see 'assist calls list'.")
    if len(found) > 1:
        raise UsageError(f"{len(found)} calls begin with '{name}'; give more of the id.")
    return found[0]
