"""`assist engine`: the engine process, started by the desktop and the commands themselves."""

import argparse

from assist import app
from assist.cli.common import Subparsers, add_command


def add_parser(subparsers: Subparsers) -> None:
    parser = add_command(
        subparsers,
        "engine",
        help="the engine process; started by itself when it is needed",
        examples="assist engine",
        run=run,
    )
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--after-kill", action="store_true", help=argparse.SUPPRESS)


def run(args: argparse.Namespace) -> int:
    return app.run_engine(worker=args.worker, after_kill=args.after_kill)
