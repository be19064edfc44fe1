"""`assist sync`: what goes to the team's database, and what came back."""

import argparse
import sys

import msgspec

from assist import app
from assist.cli.calls_common import notice
from assist.cli.common import Subparsers, add_command

_EXAMPLES = """\
assist sync status       what waits, and when it last went well
assist sync now          send and fetch now
assist sync skip         never send the calls that wait now"""


def add_parser(subparsers: Subparsers) -> None:
    parser = add_command(
        subparsers,
        "sync",
        help="send finished calls to the team, fetch comments",
        examples=_EXAMPLES,
        run=run_status,
    )
    parser.set_defaults(json=False)
    actions = parser.add_subparsers(metavar="ACTION", title="actions")
    for name, help, run in (
        ("status", "what waits, and when it last went well", run_status),
        ("now", "send what waits and fetch what others wrote", run_now),
        ("skip", "never send the calls that wait now", run_skip),
    ):
        action = actions.add_parser(name, help=help, description=help[0].upper() + help[1:] + ".")
        action.set_defaults(run=run)
        if run is not run_skip:
            action.add_argument("--json", action="store_true", help="one JSON object")


def run_status(args: argparse.Namespace) -> int:
    status = app.sync_status()
    if args.json:
        sys.stdout.write(msgspec.json.encode(status).decode() + "\n")
        return 0
    last = f"{status.last_at:%Y-%m-%d %H:%M}" if status.last_at else "never"
    print(f"Calls waiting: {status.waiting}")
    if status.sounds_waiting:
        print(f"Their sound:   {status.sounds_waiting} waiting")
    print(f"Last complete: {last}")
    if status.last_trouble:
        print(f"Last trouble:  {status.last_trouble}")
    for call_id, problem in status.problems.items():
        print(f"Not sent:      {call_id}: {problem}")
    return 0


def run_now(args: argparse.Namespace) -> int:
    """The exit status is 1 when calls are left that could not be sent."""
    report = app.sync_now()
    if args.json:
        sys.stdout.write(msgspec.json.encode(report).decode() + "\n")
    else:
        print(f"Sent: {report.sent}. Fetched: {report.fetched}. Left: {report.left}.")
        if report.sounds or report.sounds_left:
            print(f"Sound sent: {report.sounds}. Left: {report.sounds_left}.")
        if report.known:
            print(f"Had arrived before: {report.known}.")
        if report.failed:
            print(f"Cannot be sent: {report.failed}; 'assist sync status' says why.")
    if report.trouble:
        notice(report.trouble)
    return 1 if report.trouble else 0


def run_skip(args: argparse.Namespace) -> int:
    count = app.skip_waiting()
    print(f"{count} calls stay on this computer.")
    return 0
