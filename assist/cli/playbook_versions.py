"""`assist playbook history`, `diff` and `restore`: what a playbook file said before."""

import argparse
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from assist import app
from assist.cli.common import Subparsers, add_command
from assist.core.errors import UsageError

if TYPE_CHECKING:
    from assist.cues.versions import Version


def add_version_parsers(commands: Subparsers) -> None:
    history = add_command(
        commands,
        "history",
        help="who changed a playbook file, when and what",
        examples="assist playbook history\nassist playbook history --as team\n"
        "assist playbook history rules.toml",
        run=run_history,
    )
    diff = add_command(
        commands,
        "diff",
        help="what changed between two versions",
        examples="assist playbook diff 3        from version 3 to now\n"
        "assist playbook diff 3 5 --lines",
        run=run_diff,
    )
    restore = add_command(
        commands,
        "restore",
        help="make a version the present one again, as a new version",
        examples="assist playbook restore 3",
        run=run_restore,
    )
    diff.add_argument("old", type=int, metavar="N")
    diff.add_argument("new", type=int, metavar="M", nargs="?", help="default: what it says now")
    diff.add_argument("--lines", action="store_true", help="line by line, as diff -u")
    restore.add_argument("number", type=int, metavar="N")
    for parser in (history, diff, restore):
        parser.add_argument("--file", type=Path, metavar="FILE", help="a playbook file")
        parser.add_argument(
            "--as",
            dest="layer",
            choices=app.LAYERS,
            default="agent",
            help="the file of this layer (default: agent, your own)",
        )


def _file(args: argparse.Namespace) -> Path:
    if args.file is not None:
        return Path(args.file)
    files = app.playbook_files(app.load_settings())
    if args.layer not in files:
        raise UsageError(
            f"There is no {args.layer} layer; name its file in the setting '{args.layer}_playbook'."
        )
    return files[args.layer]


def run_history(args: argparse.Namespace) -> int:
    from assist.cues.versions import changes, read_history

    file = _file(args)
    versions = read_history(file)
    if not versions:
        print(f"{file} has not been changed yet.")
    before: Version | None = None
    for version in versions:
        when = version.at[:16].replace("T", " ") or "unknown time"
        print(f"{version.number:4d}  {when}  {version.who or 'unknown'}  {version.what}")
        if before is not None:
            for line in changes(before.text, version.text):
                print(f"        {line}")
        before = version
    return 0


def run_diff(args: argparse.Namespace) -> int:
    from assist.cues.versions import changes, find_version, read_history, text_diff

    file = _file(args)
    old = find_version(file, args.old)
    new = read_history(file)[-1] if args.new is None else find_version(file, args.new)
    if args.lines:
        sys.stdout.write(text_diff(old, new))
        return 0
    for line in changes(old.text, new.text):
        print(line)
    return 0


def run_restore(args: argparse.Namespace) -> int:
    from assist.cues.versions import find_version, save_version

    file = _file(args)
    version = find_version(file, args.number)
    made = save_version(
        file,
        version.text,
        who=app.user_name(),
        what=f"version {version.number} restored",
        at=datetime.now().astimezone().isoformat(timespec="seconds"),
    )
    print(f"{file} says again what version {version.number} said; it is version {made.number}.")
    return 0
