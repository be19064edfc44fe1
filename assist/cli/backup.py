"""`assist backup`: copies of the calls on another disk, and how they come back."""

import argparse
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from assist.app.backup import (
    BackupState,
    backups,
    calls_in_backup,
    check_backup,
    export_key,
    forget_backup,
    make_backup,
)
from assist.app.restoring import restore_backup
from assist.cli.calls_common import notice
from assist.cli.common import Subparsers, add_command
from assist.core.errors import AssistError, UsageError

if TYPE_CHECKING:
    from assist.store.backup import Checked

_EXAMPLES = """\
assist backup make /media/stick/calls       the first time all of it, then what is new
assist backup key ~/calls-key.txt           the key that opens it; keep it somewhere else
assist backup list                          the backups this computer knows
assist backup list /media/stick/calls       the calls in one
assist backup check /media/stick/calls      read all of it; deletions that waited reach it
assist backup restore /media/stick/calls --key calls-key.txt
assist backup restore /media/stick/calls --into /tmp/look
assist backup forget /media/old/calls       a stick that is no more"""

_OWN_KEY = (
    "It opens only with the key of this computer's calls, which is not in it: 'assist backup key "
    "FILE' writes the key to where you keep it, or nothing opens the backup when this computer is "
    "gone."
)


def add_parser(subparsers: Subparsers) -> None:
    parser = add_command(
        subparsers,
        "backup",
        help="keep a copy of the calls on another disk, and put it back",
        examples=_EXAMPLES,
        run=run_list,
    )
    parser.set_defaults(folder=None, key=None, json=False)
    commands = parser.add_subparsers(metavar="COMMAND", title="commands")
    made = _add(commands, "make", "make a backup, or bring one up to date", run_make)
    made.add_argument("folder", type=Path, metavar="FOLDER", help="an empty folder, or a backup")
    listed = _add(commands, "list", "the backups known here, or the calls in one", run_list)
    listed.add_argument("folder", nargs="?", type=Path, metavar="FOLDER")
    listed.add_argument("--json", action="store_true", help="one JSON object a line")
    _add_key(listed)
    checked = _add(commands, "check", "read a backup and compare it with its list", run_check)
    checked.add_argument("folder", type=Path, metavar="FOLDER")
    _add_key(checked)
    restored = _add(commands, "restore", "put a backup back where there are no calls", run_restore)
    restored.add_argument("folder", type=Path, metavar="FOLDER")
    restored.add_argument(
        "--into", type=Path, metavar="HOME", help="a new folder, not this computer's own place"
    )
    _add_key(restored)
    key = _add(commands, "key", "write the key that opens the backups to a new file", run_key)
    key.add_argument("file", type=Path, metavar="FILE")
    forget = _add(commands, "forget", "know a backup no more: it is gone for good", run_forget)
    forget.add_argument("folder", metavar="FOLDER", help="its folder, or its id as listed")


def _add(commands: Subparsers, name: str, help: str, run: object) -> argparse.ArgumentParser:
    lines = [line for line in _EXAMPLES.splitlines() if line.split()[2] == name]
    return add_command(
        commands,
        name,
        help=help,
        examples="\n".join(lines),
        run=run,  # type: ignore[arg-type]
    )


def _add_key(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--key", type=Path, metavar="FILE", help="a key that was exported, not this computer's"
    )


def run_make(args: argparse.Namespace) -> int:
    made = make_backup(args.folder)
    manifest = made.manifest
    notice(
        f"In {args.folder.absolute()}: {_many(len(manifest.calls), 'call')}, with "
        f"{_many(made.copied, 'new file')}."
    )
    notice(_OWN_KEY)
    return 0


def run_list(args: argparse.Namespace) -> int:
    if args.folder is not None:
        for call_id, (count, size) in sorted(calls_in_backup(args.folder, args.key).items()):
            if args.json:
                row = {"call": call_id, "files": count, "bytes": size}
                sys.stdout.write(msgspec.json.encode(row).decode() + "\n")
            else:
                print(f"{call_id}  {_many(count, 'file')}  {size:,} bytes")
        return 0
    known = backups()
    for each in known:
        if args.json:
            sys.stdout.write(msgspec.json.encode(each).decode() + "\n")
        else:
            print(f"{each.folder}  {_made(each)}{_state(each)}")
            print(f"  id {each.id}")
    if not known and not args.json:
        notice("No backup yet; 'assist backup make FOLDER' makes one.")
    return 0


def _many(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _made(backup: BackupState) -> str:
    if not backup.made_at:
        return "never finished ('assist backup make' goes on)"
    made = datetime.fromisoformat(backup.made_at)
    return f"{made:%Y-%m-%d %H:%M}  {_many(backup.calls, 'call')}"


def _state(backup: BackupState) -> str:
    told = "" if backup.is_there else "  not plugged in"
    if backup.needs_new_key:
        told += "  still has the key of before"
    return told + (f"  waits for {_many(backup.waiting, 'deletion')}" if backup.waiting else "")


def run_check(args: argparse.Namespace) -> int:
    checked = check_backup(args.folder, args.key)
    for each in checked.damaged:
        notice(f"Missing or changed: {each}")
    if checked.damaged:
        raise AssistError(_advice(checked, args.folder))
    notice(
        f"Whole: {_many(len(checked.manifest.calls), 'call')} of {checked.manifest.made_at} "
        f"({_many(checked.files, 'file')} and the database)."
    )
    return 0


def _advice(checked: "Checked", folder: Path) -> str:
    what = _many(len(checked.damaged), "file")
    return (
        f"The backup in {folder} is damaged ({what}): 'assist backup make' on another disk makes a "
        "sound one."
    )


def run_restore(args: argparse.Namespace) -> int:
    done = restore_backup(args.folder, into=args.into, key_file=args.key)
    where = "here" if args.into is None else f"in {args.into.absolute()}"
    notice(f"Put back {where}: {_many(done.calls, 'call')}, their key in a file beside them.")
    if done.left_out:
        notice(f"Left out: {_many(done.left_out, 'call')} deleted after the backup was made.")
    for name in done.kept_here:
        notice(f"Left as it is here: {name}")
    if done.key_aside is not None:
        notice(
            f"Another key was here; it lies in {done.key_aside} now. Keep it as long as something "
            "that it opens is left: calls you moved away, another backup."
        )
    if args.into is not None:
        notice(f"CALLASSIST_HOME={args.into.absolute()} assist calls list   shows them.")
    for name in done.damaged:
        notice(f"Missing or changed in the backup, not put back: {name}")
    return 1 if done.damaged else 0


def run_key(args: argparse.Namespace) -> int:
    is_private = export_key(args.file)
    notice(f"Whoever has {args.file.absolute()} and a backup, or your folder, can read all calls.")
    if not is_private:
        notice("This disk lets others read the file too: move it to where only you can.")
    notice("A new key ('assist calls key rotate') makes it useless; write it out again then.")
    return 0


def run_forget(args: argparse.Namespace) -> int:
    if not forget_backup(args.folder):
        raise UsageError(f"No backup in {args.folder} is known; 'assist backup list' names them.")
    notice("Deletions will not reach that backup any more; if it still exists, destroy it.")
    return 0
