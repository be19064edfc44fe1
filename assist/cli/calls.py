"""`assist calls`: list, show, judge, export and delete finished calls."""

import argparse
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from rich.table import Table
from rich.text import Text

from assist import app
from assist.cli.backup_step import say_backups_in_step
from assist.cli.calls_causes import (
    add_causes_arguments,
    add_waiting_arguments,
    run_causes,
    run_waiting,
)
from assist.cli.calls_common import (
    SHEET_HEADS,
    begun_text,
    customer_text,
    feeling_text,
    find_id,
    make_console,
    notice,
    outcome_text,
    say_still_read,
    sheet_row,
)
from assist.cli.calls_effect import add_mark_arguments, run_effect, run_mark
from assist.cli.calls_erase import (
    HELP,
    add_deleted_arguments,
    add_erase_arguments,
    add_hold_arguments,
    run_deleted,
    run_erase,
    run_hold,
)
from assist.cli.calls_followups import (
    add_followups_arguments,
    add_kept_arguments,
    run_followups,
    run_kept,
)
from assist.cli.calls_search import add_search_arguments, run_search
from assist.cli.calls_show import run_show
from assist.cli.common import Subparsers, add_command, clock
from assist.cli.sheet import add_csv_argument, write_sheet
from assist.core.errors import AssistError, UsageError
from assist.core.written import OUTCOME_WORDS, written

if TYPE_CHECKING:
    from assist.store.calls import SqlCallStore
    from assist.store.model import CallFilter, CallOverview

_EXAMPLES = """\
assist calls list                        the latest calls
assist calls list --said "refund router" calls in which both words were said
assist calls show last                   the latest call: what was said, and the prompts
assist calls show 20261122T10            the first letters of an id will do
assist calls show last --why             every prompt, shown or not, and what it rests on
assist calls search refund --side customer --since 2026-11-01
assist calls search manager speak --near 3   words at most three apart
assist calls mark last 3 wrong           a lead's judgement of prompt 3
assist calls followups --csv due.csv     promises to keep, as a sheet
assist calls kept 20261122T10 0          promise 0 of this call was kept
assist calls effect                      heeded with prompts, done without; marks by rule
assist calls causes --days 7             what customers call about, beside the week before
assist calls waiting --by age            calls to see to, the longest wait first
assist calls export last --format srt -o call.srt
assist calls delete 20261122T101500      the call, its journal and its audio
assist calls erase --number 5550142      all calls of a customer, with everything about them
assist calls hold last --why "case 12"   legal hold: nothing of it is deleted
assist calls deleted                     what was deleted, when, why and by whom
assist calls key keyring                 keep the calls' key in the system's keyring
assist calls key rotate                  a new key for all that is sealed"""

_FORMATS = ("json", "txt", "srt")
_COLUMN_GAP = 2
_LONG_NAME = 24
_NARROW = 130
"""Below this width outcomes and names are cut short so that the problem has a place."""
_SHORT_NAME = 16
_LEAST_PROBLEM = 16
"""Columns below which the problem says nothing."""
_LEAST_FIRST = ("Prompts", "Length", "Begun", "Feeling")
"""Left out in this order to make room for the problem; an id tells the day as well."""


class ExportFailed(AssistError):
    """The file for an export cannot be written."""


def add_parser(subparsers: Subparsers) -> None:
    parser = add_command(
        subparsers,
        "calls",
        help="list, show, export and delete finished calls",
        examples=_EXAMPLES,
        run=run_list,
    )
    parser.set_defaults(**vars(_list_defaults()))
    actions = parser.add_subparsers(metavar="ACTION", title="actions")
    _add_list(actions)
    show = _add_action(actions, "show", "what was said and advised in a call", run_show)
    show.add_argument("call", metavar="ID", help="a call's id, its first letters, or 'last'")
    show.add_argument(
        "--why", action="store_true", help="every prompt, shown or not, and what it rests on"
    )
    search = _add_action(actions, "search", "words that were said, in any call", run_search)
    add_search_arguments(search, day=_day, outcome=_outcome_asked, count=_count)
    export = _add_action(actions, "export", "a call as text, subtitles or JSON", run_export)
    export.add_argument("call", metavar="ID", help="a call's id, its first letters, or 'last'")
    export.add_argument("--format", choices=_FORMATS, help="default: by FILE's ending, else txt")
    export.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="default: standard output"
    )
    export.add_argument("--force", action="store_true", help="replace FILE if it exists")
    delete = _add_action(actions, "delete", "remove calls with their journal and audio", run_delete)
    delete.add_argument(
        "calls", nargs="+", metavar="ID", help="an id, its first letters, or 'last'"
    )
    delete.add_argument("--yes", action="store_true", help="do not ask")
    mark = _add_action(actions, "mark", "judge a prompt of a call", run_mark)
    add_mark_arguments(mark)
    effect = _add_action(
        actions, "effect", "what prompts change, and how people judge them", run_effect
    )
    effect.add_argument("--json", action="store_true", help="one JSON object")
    add_csv_argument(effect)
    key = _add_action(actions, "key", "where the key of the calls is; move it", run_key)
    key.add_argument(
        "to",
        nargs="?",
        choices=("keyring", "file", "rotate"),
        help="move the key there; rotate: seal everything anew with a new key",
    )
    add_erase_arguments(_add_action(actions, "erase", HELP["erase"], run_erase))
    add_hold_arguments(_add_action(actions, "hold", HELP["hold"], run_hold))
    add_deleted_arguments(_add_action(actions, "deleted", HELP["deleted"], run_deleted))
    causes = _add_action(actions, "causes", "what customers call about, over time", run_causes)
    add_causes_arguments(causes)
    promises = _add_action(
        actions, "followups", "promises still to be kept, overdue ones first", run_followups
    )
    add_followups_arguments(promises)
    kept = _add_action(actions, "kept", "mark a promise as kept", run_kept)
    add_kept_arguments(kept)
    waiting = _add_action(
        actions, "waiting", "calls to see to: at risk, promised, unresolved", run_waiting
    )
    add_waiting_arguments(waiting)


def _add_action(actions: Subparsers, name: str, help: str, run: object) -> argparse.ArgumentParser:
    lines = [line for line in _EXAMPLES.splitlines() if line.split()[2] == name]
    parser = actions.add_parser(
        name,
        help=help,
        description=help[0].upper() + help[1:] + ".",
        epilog="examples:\n" + "\n".join(f"  {line}" for line in lines),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    return parser


def _list_defaults() -> argparse.Namespace:
    """What `assist calls` alone lists."""
    return argparse.Namespace(
        said="",
        customer="",
        outcome="",
        at_risk=False,
        turned_around=False,
        since=None,
        number=20,
        json=False,
        csv=None,
    )


def _add_list(actions: Subparsers) -> None:
    parser = _add_action(actions, "list", "the latest calls, newest first", run_list)
    parser.add_argument("--said", default="", metavar="WORDS", help="all of these words were said")
    parser.add_argument("--customer", default="", help="part of a name or number")
    parser.add_argument("--outcome", type=_outcome_asked, help="resolved, follow_up or unresolved")
    parser.add_argument("--at-risk", action="store_true", help="the customer may leave")
    parser.add_argument(
        "--turned-around", action="store_true", help="begun in distress, ended well: to learn from"
    )
    parser.add_argument(
        "--since", type=_day, metavar="YYYY-MM-DD", help="begun on this day or later"
    )
    parser.add_argument("-n", "--number", type=_count, default=20, help="at most this many (20)")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    add_csv_argument(parser)


def _day(text: str) -> datetime:
    try:
        return datetime.strptime(text, "%Y-%m-%d").astimezone()
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not a day such as 2026-11-22") from None


def _outcome_asked(text: str) -> str:
    """An outcome by its name or by the words it is shown with."""
    asked = _plain(text)
    for outcome, words in OUTCOME_WORDS.items():
        if asked in {_plain(outcome), _plain(words)}:
            return outcome
    choices = ", ".join(OUTCOME_WORDS)
    raise argparse.ArgumentTypeError(f"'{text}' is not an outcome; choose {choices}")


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("_", " ").replace("-", " ").split())


def _count(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is not a number of calls")
    return int(text)


def run_list(args: argparse.Namespace) -> int:
    with app.open_store() as store:
        store.catch_up()
        calls = store.list_calls(_filter(args))
    if args.json:
        for call in calls:
            sys.stdout.write(msgspec.json.encode(call).decode() + "\n")
        return 0
    if args.csv is not None:
        write_sheet(args.csv, SHEET_HEADS, (sheet_row(call) for call in calls))
        return 0
    if not calls:
        _say_none(is_filtered=_filter(args) != _filter(_list_defaults()))
        return 0
    console = make_console()
    console.print(_table(calls, console.width))
    if len(calls) == args.number:
        notice(f"The latest {args.number}; '-n 100' shows more.")
    return 0


def _filter(args: argparse.Namespace) -> "CallFilter":
    from assist.store.model import CallFilter

    return CallFilter(
        text=args.said,
        customer=args.customer,
        outcome=args.outcome or "",
        is_at_risk=True if args.at_risk else None,
        is_turned_around=True if args.turned_around else None,
        since=args.since,
        limit=args.number,
    )


def _say_none(*, is_filtered: bool) -> None:
    if is_filtered:
        notice("No call fits; 'assist calls list' shows all of them.")
    else:
        notice(
            "No calls yet. 'assist demo' plays one; 'assist listen' or the sidebar make your own."
        )


def _table(calls: "tuple[CallOverview, ...]", width: int) -> Table:
    """The list; where columns do not fit, those that say least are left out, the id never."""
    is_narrow = width < _NARROW
    columns: dict[str, list[Text]] = {
        "ID": [Text(call.id) for call in calls],
        "Begun": [Text(begun_text(call)) for call in calls],
        "Length": [Text(clock(call.duration_ms), justify="right") for call in calls],
        "Customer": [Text(customer_text(call) or "-") for call in calls],
        "Outcome": [outcome_text(call, is_short=is_narrow) for call in calls],
        "Feeling": [feeling_text(call) for call in calls],
        "Prompts": [Text(f"{call.cues_heeded}/{call.cues_shown}") for call in calls],
    }
    sizes = {
        name: max(len(name), *(cell.cell_len for cell in cells)) + _COLUMN_GAP
        for name, cells in columns.items()
    }
    name_size = (_SHORT_NAME if is_narrow else _LONG_NAME) + _COLUMN_GAP
    sizes["Customer"] = min(sizes["Customer"], name_size)
    wanted = _LEAST_PROBLEM if any(call.problem for call in calls) else 0
    for name in _LEAST_FIRST:
        if sum(sizes.values()) + wanted > width:
            del columns[name], sizes[name]
    if sum(sizes.values()) > width:
        del columns["Outcome"], sizes["Outcome"]
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in columns:
        size = sizes[name] - _COLUMN_GAP
        # Only a very long name is cut.
        table.add_column(name, no_wrap=True, min_width=size, max_width=size, overflow="ellipsis")
    room = width - sum(sizes.values())
    if wanted and room >= wanted:
        columns["Problem"] = [Text(written(call.problem)) for call in calls]
        for cell in columns["Problem"]:
            cell.truncate(room, overflow="ellipsis")
        table.add_column("Problem", no_wrap=True)
    for cells in zip(*columns.values(), strict=True):
        table.add_row(*cells)
    return table


def run_export(args: argparse.Namespace) -> int:
    ending = args.output.suffix.removeprefix(".").lower() if args.output else ""
    form = args.format or ending or "txt"
    if args.output is not None:
        _check_free(args.output, may_replace=args.force)
    if form not in _FORMATS:
        raise UsageError(f"'{form}' is not an export format; choose {', '.join(_FORMATS)}.")
    with app.open_store() as store:
        call_id = find_id(store, args.call)
        app.log_looks(store, (call_id,), "open")
        text = store.export_call(call_id, form)
    if args.output is None:
        sys.stdout.write(text)
        return 0
    try:
        args.output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise ExportFailed(f"{args.output} cannot be written ({error.strerror}).") from None
    notice(f"Written to {args.output.absolute()}.")
    return 0


def _check_free(file: Path, *, may_replace: bool) -> None:
    if file.is_dir():
        raise UsageError(f"{file} is a folder; name a file, such as {file / 'call.txt'}.")
    if file.is_file() and not may_replace:
        raise UsageError(f"{file} exists; add --force to replace it, or name another file.")


def run_key(args: argparse.Namespace) -> int:
    """Say where the key is, or move it."""
    keys = app.call_keys()
    if args.to == "rotate":
        _rotate()
    elif args.to == "keyring":
        with app.open_store():  # a key is moved only together with calls that it opens
            keys.move_to_keyring()
    elif args.to == "file":
        keys.move_to_file()
    place = "the system's keyring" if keys.is_in_keyring else str(keys.file)
    notice(f"The key of your calls is in {place}.")
    return 0


def _rotate() -> None:
    from assist.app.rotation import rotate_key

    done = rotate_key()
    notice(f"The database and {done.files} files have a new key; the old one opens nothing more.")
    for file in done.unreadable:
        notice(f"{file} opens with neither key and was left as it is.")
    say_backups_in_step()


def run_delete(args: argparse.Namespace) -> int:
    with app.open_store() as store:
        wanted = list(dict.fromkeys(find_id(store, call) for call in args.calls))
        if not args.yes and not _is_sure(store, wanted):
            notice("Nothing was deleted.")
            return 1
        with store.remover.together():
            for call_id in wanted:
                store.delete_call(call_id, by=app.user_name())
                notice(f"Deleted call {call_id}.")
        if store.remover.has_old_pages:
            say_still_read()
    say_backups_in_step()
    return 0


def _is_sure(store: "SqlCallStore", wanted: list[str]) -> bool:
    if not sys.stdin.isatty():
        raise UsageError("Deleting cannot be undone; add --yes to delete without being asked.")
    for call_id in wanted:
        overview = store.get_call(call_id).overview
        notice(f"{call_id}  {begun_text(overview).strip()}  {customer_text(overview)}".rstrip())
    what = "this call" if len(wanted) == 1 else f"these {len(wanted)} calls"
    sys.stderr.write(f"Delete {what} with journal and audio? [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes"}
