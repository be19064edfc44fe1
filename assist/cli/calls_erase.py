"""`assist calls erase`, `hold` and `deleted`: the right to be forgotten, and its limits."""

import argparse
import sys
from typing import TYPE_CHECKING

import msgspec

from assist import app
from assist.cli.backup_step import say_backups_in_step
from assist.cli.calls_common import counted, find_id, notice, say_still_read
from assist.core.errors import UsageError

if TYPE_CHECKING:
    from assist.store.customers import Customer

HELP = {
    "erase": "delete a customer's calls, by number, reference or name",
    "hold": "put calls on legal hold: nothing of them is deleted",
    "deleted": "the log of what was deleted, when, why and by whom",
}


def add_erase_arguments(parser: argparse.ArgumentParser) -> None:
    _add_customer(parser)
    parser.add_argument("--name", default="", help="the whole name, as it stands in the calls")
    parser.add_argument(
        "--mentions", action="store_true", help="also what was said in others' calls with the name"
    )
    parser.add_argument("--asked", default="", metavar="TEXT", help="on what request; for the log")
    parser.add_argument(
        "--team", action="store_true", help="in the team's database (its administrator)"
    )
    parser.add_argument("--url", default="", help="the administrator's address, with --team")
    parser.add_argument("--yes", action="store_true", help="do not ask")


def _add_customer(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--number", default="", help="with or without prefix, however written")
    parser.add_argument("--ref", default="", help="the reference, such as an account's number")


def add_hold_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("call", nargs="?", metavar="ID", help="an id, its first letters, or 'last'")
    _add_customer(parser)
    parser.add_argument("--why", default="", metavar="TEXT", help="the reason, which is shown")
    parser.add_argument("--off", action="store_true", help="end the hold")
    parser.add_argument(
        "--team", action="store_true", help="in the team's database (a lead, its administrator)"
    )
    parser.add_argument("--url", default="", help="the administrator's address, with --team")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def add_deleted_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-n", "--number", type=int, default=50, help="at most this many (50)")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run_erase(args: argparse.Namespace) -> int:
    from assist.store.customers import Customer

    customer = Customer(number=args.number, reference=args.ref, name=args.name)
    if not (args.number.strip() or args.ref.strip() or args.name.strip()):
        raise UsageError("Say whose calls: --number, --ref or --name.")
    return _erase_in_team(args, customer) if args.team else _erase_here(args, customer)


def _erase_here(args: argparse.Namespace, customer: "Customer") -> int:
    from assist.app.erasure import erase_calls, find_customer

    found = find_customer(customer)
    free = tuple(call for call in found.calls if not call.is_held)
    for call in found.calls:
        who = call.customer_name or call.customer_number or call.reference
        held = "  ON LEGAL HOLD: stays" if call.is_held else ""
        notice(f"{call.id}  {call.started_at.astimezone():%Y-%m-%d %H:%M}  {who}{held}")
    for other in found.unstored:
        notice(
            f"{other.id}  {other.started_at.astimezone():%Y-%m-%d %H:%M}  not in the list of calls"
        )
    mentions = found.mentions if args.mentions else ()
    for call_id in found.mentions:
        notice(
            f"{call_id}  speaks of this name{'' if args.mentions else ' (--mentions: its words)'}"
        )
    for other in found.speaking:
        notice(f"{other.folder}: speaks of this name, in no list; look at it yourself.")
    for other in found.unknown:
        notice(f"{other.folder}: whose call this is cannot be read; look at it yourself.")
    count = len(free) + len(found.unstored)
    if not count and not mentions:
        notice("There is nothing to erase.")
        return 0
    what = f"{counted(count, 'call')} with sound, journal, promises and comments"
    if mentions:
        what += f", and what was said in {len(mentions)} more"
    if not _is_sure(f"Erase {what}?", args):
        return 1
    ids = tuple(call.id for call in free)
    erased = erase_calls(ids, mentions, found.unstored, asked=args.asked)
    notice(f"Erased {counted(erased.calls, 'call')}; 'assist calls deleted' has the log.")
    for other in erased.going_on:
        notice(f"{other.id} goes on, or is being imported: erase again when that has ended.")
    for sentence in (*erased.held, erased.failed, erased.unhidden):
        if sentence:
            notice(sentence)
    if erased.is_read:
        say_still_read()
    say_backups_in_step()
    _say_what_is_left(args)
    return 1 if erased.going_on or erased.failed or erased.unhidden else 0


def _say_what_is_left(args: argparse.Namespace) -> None:
    if app.load_settings().team_database:
        notice(
            "In the team's database the same calls are erased by its administrator: "
            "'assist calls erase --team'."
        )
    notice("Exports, and copies made by other programs, are yours to delete.")


def _erase_in_team(args: argparse.Namespace, customer: "Customer") -> int:
    from assist.app.erasure import erase_in_team, find_in_team

    found = find_in_team(customer, args.url)
    for call in found:
        held = "  ON LEGAL HOLD: stays" if call.is_held else ""
        notice(f"{call.id}  {call.started_at.astimezone():%Y-%m-%d %H:%M}  {call.agent}{held}")
    free = tuple(call.id for call in found if not call.is_held)
    if not free:
        notice("There is nothing to erase.")
        return 0
    if not _is_sure(f"Erase {counted(len(free), 'call')} from the team's database?", args):
        return 1
    done = erase_in_team(free, asked=args.asked, url=args.url)
    told = counted(done, "call")
    notice(f"Erased {told}; workstations that have what was erased drop it at their next sync.")
    return 0


def _is_sure(question: str, args: argparse.Namespace) -> bool:
    if args.yes:
        return True
    if not sys.stdin.isatty():
        raise UsageError("Erasing cannot be undone; add --yes to erase without being asked.")
    sys.stderr.write(f"{question} [y/N] ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() in {"y", "yes"}:
        return True
    notice("Nothing was erased.")
    return False


def run_hold(args: argparse.Namespace) -> int:
    """Hold or free a call or a customer; without either, list what is held."""
    is_customer = bool(args.number.strip() or args.ref.strip())
    if args.call and is_customer:
        raise UsageError("Name a call or a customer, not both.")
    if not args.call and not is_customer:
        return _list_holds(args)
    if not args.off and not args.why.strip():
        raise UsageError("Say why, for who reads it later: --why 'court case 12/2026'.")
    why = "" if args.off else args.why.strip()
    return _hold_in_team(args, why) if args.team else _hold_here(args, why)


def _list_holds(args: argparse.Namespace) -> int:
    from assist.app.erasure import holds
    from assist.app.team_holds import team_holds

    for each in team_holds(args.url) if args.team else holds():
        if args.json:
            sys.stdout.write(msgspec.json.encode(each).decode() + "\n")
        else:
            call = getattr(each, "call_id", "")
            what = call or f"customer {each.number or each.reference}"
            print(f"{what}  since {each.since.astimezone():%Y-%m-%d}  {each.by}: {each.why}")
    return 0


def _hold_here(args: argparse.Namespace, why: str) -> int:
    from assist.app.erasure import hold_call, hold_customer
    from assist.app.team_holds import hold_in_team_too

    if args.call:
        with app.open_store() as store:
            call_id = find_id(store, args.call)
        hold_call(call_id, why)
        what = f"The call {call_id}"
    else:
        call_id = ""
        what = f"{len(hold_customer(args.number, args.ref, why))} calls of the customer"
    notice(f"{what}: on legal hold." if why else f"{what}: no longer on hold.")
    if told := hold_in_team_too(call_id=call_id, number=args.number, reference=args.ref, why=why):
        notice(told)
    return 0


def _hold_in_team(args: argparse.Namespace, why: str) -> int:
    from assist.app.team_holds import hold_in_team

    count = hold_in_team(
        call_id=args.call or "", number=args.number, reference=args.ref, why=why, url=args.url
    )
    if args.call and not count:
        raise UsageError(f"The team's database has no call '{args.call}'; give the whole id.")
    notice(f"In the team's database: {count} calls {'on hold' if why else 'no longer on hold'}.")
    return 0


def run_deleted(args: argparse.Namespace) -> int:
    from assist.app.erasure import deletions
    from assist.app.retention import clock_doubt

    if doubt := clock_doubt():
        notice(doubt)
    for each in deletions(max(1, args.number)):
        if args.json:
            sys.stdout.write(msgspec.json.encode(each).decode() + "\n")
        else:
            by = f" by {each.by}" if each.by else ""
            when = f"{each.at.astimezone():%Y-%m-%d %H:%M}"
            print(f"{when}  {each.call_id}  {each.what}: {each.why}{by}")
    return 0
