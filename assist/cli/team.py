"""`assist team`: the team's database as its administrator runs it, and its log for everybody."""

import argparse
import re
import sys
from pathlib import Path

import msgspec

from assist import app
from assist.cli.calls_common import notice
from assist.cli.common import Subparsers, add_command
from assist.core.errors import UsageError
from assist.core.live import Need

_LOOKS = {
    "open": "opened",
    "search": "found words of",
    "sound": "listened to",
    "watch": "watched",
    "line": "sent a line in",
    "causes": "read words about a cause in",
}
_NEEDS = {
    Need.HELP: "agent asks for help",
    Need.MANAGER: "manager asked for",
    Need.AT_RISK: "customer at risk",
}

_EXAMPLES = """\
assist team init postgresql://boss@db/calls                       tables, roles and rights
assist team add-agent "Sarah Lee" --team billing --url URL        a login, sarah_lee
assist team add-lead "Lea Kim" --team billing --leads billing --url URL
assist team add-agent "Sarah Lee" --team billing --print          the SQL, for who runs it
assist team people --url URL
assist team shares totals --url URL                               no word leaves a workstation
assist team remove sarah_lee --url URL
assist team live on --url URL                                     leads see calls that need them
assist team live                                                  those calls, now
assist team folder /srv/calls                                     no server: files in a folder
assist team looks                                                 who looked at my calls"""


def add_parser(subparsers: Subparsers) -> None:
    parser = add_command(
        subparsers,
        "team",
        help="set up the team's database and its people; see who looked at your calls",
        examples=_EXAMPLES,
        run=run_looks,
    )
    parser.set_defaults(json=False)
    actions = parser.add_subparsers(metavar="ACTION", title="actions")
    init = _add(actions, "init", "make or update tables, roles and rights", run_init)
    init.add_argument("url", metavar="URL", help="postgresql://LOGIN@HOST/DATABASE of its owner")
    init.add_argument("--print", action="store_true", help="the SQL of the rights, run nothing")
    folder = _add(actions, "folder", "make a shared folder, where there is no server", run_folder)
    folder.add_argument("folder", type=Path, metavar="FOLDER")
    for name, who in (("add-agent", "an agent"), ("add-lead", "a lead")):
        add = _add(actions, name, f"make or change the login of {who}", run_add)
        add.add_argument("name", metavar="NAME", help="as it is shown")
        add.add_argument("--team", required=True, metavar="TEAM", help="whose calls are theirs")
        add.add_argument("--login", default="", help="default: made from the name")
        if name == "add-lead":
            add.add_argument(
                "--leads", nargs="+", metavar="TEAM", help="whose calls they open (default: TEAM)"
            )
        add.set_defaults(leads=None, is_lead=name == "add-lead")
        add.add_argument("--print", action="store_true", help="the SQL, run nothing")
        _add_url(add)
    remove = _add(actions, "remove", "take somebody's rights away at once", run_remove)
    remove.add_argument("login", metavar="LOGIN")
    _add_url(remove)
    people = _add(actions, "people", "everybody with a login", run_people)
    people.add_argument("--json", action="store_true", help="one JSON object a line")
    _add_url(people)
    shares = _add(actions, "shares", "what workstations may send", run_shares)
    shares.add_argument("level", choices=["nothing", "totals", "transcripts", "audio"])
    _add_url(shares)
    live = _add(actions, "live", "calls that need a lead now; or turn that on or off", run_live)
    live.add_argument(
        "turn", nargs="?", choices=["on", "off"], help="for the whole team; administrators only"
    )
    live.add_argument("--json", action="store_true", help="one JSON object a line")
    _add_url(live)
    looks = _add(actions, "looks", "who looked at my calls", run_looks)
    looks.add_argument("--json", action="store_true", help="one JSON object a line")


def _add(actions: Subparsers, name: str, help: str, run: object) -> argparse.ArgumentParser:
    parser = actions.add_parser(name, help=help, description=help[0].upper() + help[1:] + ".")
    parser.set_defaults(run=run)
    return parser


def _add_url(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--url", default="", help="the owner's address (default: the setting team_database)"
    )


def run_init(args: argparse.Namespace) -> int:
    from assist.store.team import init_team
    from assist.store.team_sql import statements

    if args.print:
        print(";\n\n".join(statements()) + ";")
        return 0
    with app.team_engine(args.url) as engine:
        init_team(engine)
    print("The team database is set up; 'assist team add-agent' adds people.")
    return 0


def run_folder(args: argparse.Namespace) -> int:
    folder = args.folder.absolute()
    app.make_team_folder(folder)
    print(f"Calls that come to {folder} can be opened on this computer only.")
    notice(f"Workstations send there with: assist settings set team_database {folder.as_uri()}")
    return 0


def run_add(args: argparse.Namespace) -> int:
    from assist.store.team import Person, add_person, new_password, person_statements

    leads = tuple(args.leads or [args.team]) if args.is_lead else ()
    login = args.login or _login(args.name)
    person = Person(login=login, name=args.name, team=args.team, leads=leads)
    if args.print:
        print(";\n".join(person_statements(person, "")) + ";")
        print(f"-- then in psql: \\password {login}")
        return 0
    password = new_password()
    with app.team_engine(args.url) as engine:
        add_person(engine, person, password)
    print(f"Login:    {login}\nPassword: {password}")
    notice("Put the password into the workstation's ~/.pgpass; it is shown only now.")
    return 0


def _login(name: str) -> str:
    login = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")
    if not login or not login[0].isalpha():
        raise UsageError(f"No login can be made of '{name}'; give one with --login.")
    return login


def run_remove(args: argparse.Namespace) -> int:
    from assist.store.team import drop_person

    with app.team_engine(args.url) as engine:
        drop_person(engine, args.login)
    print(f"{args.login} can no longer log in; the calls stay.")
    return 0


def run_people(args: argparse.Namespace) -> int:
    from assist.store.team import people

    with app.team_engine(args.url) as engine:
        found = people(engine)
    for person in found:
        if args.json:
            sys.stdout.write(msgspec.json.encode(person).decode() + "\n")
        else:
            leads = f"  leads {', '.join(person.leads)}" if person.leads else ""
            print(f"{person.login:20} {person.name:24} {person.team}{leads}")
    return 0


def run_shares(args: argparse.Namespace) -> int:
    from assist.store.team import set_shares

    with app.team_engine(args.url) as engine:
        set_shares(engine, args.level)
    print(f"Workstations send at most: {args.level}.")
    return 0


def run_live(args: argparse.Namespace) -> int:
    """The calls on the live board as the login may see them, those waiting longest first."""
    from assist.app.live import look_at_board, turn_board

    if args.turn:
        turn_board(args.url, is_on=args.turn == "on")
        print(f"The live board is {args.turn}.")
        if args.turn == "on":
            notice("On agents' computers: assist settings set live_board true")
        return 0
    view = look_at_board(args.url)
    for call in view.calls:
        if args.json:
            sys.stdout.write(msgspec.json.encode(call).decode() + "\n")
        else:
            needs = ", ".join(_NEEDS[need] for need in call.needs)
            watched = f"  watched by {', '.join(call.watchers)}" if call.watchers else ""
            print(f"{call.since.astimezone():%H:%M}  {call.agent:24} {needs}{watched}")
    if not view.is_on:
        notice("The team has not turned the live board on; 'assist team live on' does.")
    elif not view.calls and not args.json:
        notice("Nobody needs help right now.")
    return 0


def run_looks(args: argparse.Namespace) -> int:
    """Who opened calls of this login, or found words of them."""
    found = app.team_looks()
    for look in found:
        if args.json:
            sys.stdout.write(msgspec.json.encode(look).decode() + "\n")
        else:
            what = _LOOKS.get(look.what, "looked at")
            print(f"{look.at.astimezone():%Y-%m-%d %H:%M}  {look.who} {what} {look.call_id}")
    if not found and not args.json:
        notice("Nobody has looked at your calls.")
    return 0
