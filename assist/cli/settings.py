"""`assist settings`: what is set and where it comes from; changes that hold at once."""

import argparse
import difflib
import json

from rich.console import Console
from rich.text import Text

from assist import app, paths, settings
from assist.cli.common import Subparsers, add_command
from assist.core.errors import UsageError

_EXAMPLES = """\
assist settings                       what is set, and where each value comes from
assist settings set theme dark        holds at once, in the open sidebar too
assist settings set words FiberMax "Norvexa Plus"
assist settings unset theme           back to the default
assist settings undo                  takes the latest change back
assist settings path"""

_ORIGINS = {
    settings.Origin.DEFAULT: "",
    settings.Origin.FILE: "yours",
    settings.Origin.SUGGESTED: "suggested by your administrator",
    settings.Origin.LOCKED: "set by your administrator",
}


def add_parser(subparsers: Subparsers) -> None:
    parser = add_command(
        subparsers,
        "settings",
        help="show and change the settings",
        examples=_EXAMPLES,
        run=run_list,
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    commands = parser.add_subparsers(metavar="COMMAND", title="commands")
    put = add_command(
        commands,
        "set",
        help="change a setting",
        examples="assist settings set theme dark\nassist settings set private_mode true",
        run=run_set,
    )
    put.add_argument("key", metavar="KEY")
    put.add_argument("value", metavar="VALUE", nargs="+", help="several for a list")
    unset = add_command(
        commands,
        "unset",
        help="go back to a setting's default",
        examples="assist settings unset theme",
        run=run_unset,
    )
    unset.add_argument("key", metavar="KEY")
    add_command(
        commands,
        "undo",
        help="take the latest change back; again for the one before",
        examples="assist settings undo",
        run=run_undo,
    )
    add_command(
        commands,
        "path",
        help="print where the settings file lies",
        examples="assist settings path",
        run=run_path,
    )


def run_list(args: argparse.Namespace) -> int:
    state = app.settings_state()
    console = Console()
    width = max(map(len, settings.FIELDS))
    for key, field in settings.FIELDS.items():
        value = field.shown(getattr(state.settings, key))
        origin = state.origins[key]
        if args.json:
            print(json.dumps({"key": key, "value": value, "origin": origin.value}))
            continue
        line = Text.assemble((f"{key:<{width}}  ", "bold" if origin != "default" else ""), value)
        if _ORIGINS[origin]:
            line.append(f"  ({_ORIGINS[origin]})", "dim")
        console.print(line, soft_wrap=True, highlight=False)
    if not args.json:
        console.print(f"\n{paths.settings_file()}", style="dim", soft_wrap=True, highlight=False)
        if state.policy.file is not None:
            console.print(f"{state.policy.file}", style="dim", soft_wrap=True, highlight=False)
        for note in state.notes:
            console.print(note, style="yellow", soft_wrap=True, highlight=False, markup=False)
    return 0


def run_set(args: argparse.Namespace) -> int:
    field = _field(args.key)
    value = _value(field, args.value)
    is_changed = app.change_setting(args.key, value)
    _tell(f"{args.key} = {field.shown(value)}", is_changed=is_changed)
    return 0


def run_unset(args: argparse.Namespace) -> int:
    field = _field(args.key)
    is_changed = app.change_setting(args.key, None)
    now = getattr(app.load_settings(), args.key)
    _tell(f"{args.key} = {field.shown(now)}", is_changed=is_changed)
    return 0


def run_undo(_: argparse.Namespace) -> int:
    undone = app.undo_setting()
    if undone is None:
        print("There is no change to take back.")
        return 0
    now = getattr(app.load_settings(), undone.key)
    _tell(f"{undone.key} = {settings.FIELDS[undone.key].shown(now)}", is_changed=True)
    return 0


def run_path(_: argparse.Namespace) -> int:
    print(paths.settings_file())
    return 0


def _field(key: str) -> settings.Field:
    if key in settings.FIELDS and key != "version":
        return settings.FIELDS[key]
    near = difflib.get_close_matches(key, settings.FIELDS, n=1)
    hint = f"did you mean '{near[0]}'?" if near else "`assist settings` lists them."
    raise UsageError(f"'{key}' is no setting; {hint}")


def _value(field: settings.Field, words: list[str]) -> settings.Value:
    """What was typed, as the kind of value the setting takes. Raises UsageError."""
    if field.kind is tuple:
        return tuple(word for word in words if word)
    if len(words) > 1:
        raise UsageError(f'{field.key} takes one value; put text with spaces in "quotes".')
    word = words[0]
    if field.kind is bool:
        truths = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
        if word.lower() not in truths:
            raise UsageError(f"'{field.key}' must be true or false.")
        return truths[word.lower()]
    if field.kind is int:
        try:
            return int(word)
        except ValueError:
            raise UsageError(f"'{field.key}' must be a whole number.") from None
    return word


def _tell(sentence: str, *, is_changed: bool) -> None:
    if not is_changed:
        print(f"{sentence} (as before)")
        return
    where = "in force at once" if app.tell_engine() else "in force from the next start on"
    print(f"{sentence} ({where})")
