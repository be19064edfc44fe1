"""`assist playbook`: check rules, run them on past calls, keep versions, hand them on."""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from assist import app
from assist.cli.common import Subparsers, add_command
from assist.cli.playbook_backtest import add_backtest_parser
from assist.cli.playbook_packs import add_pack_parsers
from assist.cli.playbook_versions import add_version_parsers
from assist.core.errors import UsageError
from assist.core.rules import Severity
from assist.settings import Settings

if TYPE_CHECKING:
    from assist.core.rules import Complaint
    from assist.cues.layers import Effective

_ALL_EXAMPLES = """\
assist playbook check                     is there anything doubtful in the rules in force?
assist playbook check team.toml --as team the same with this file as the team's layer
assist playbook show                      the rules in force, and which layer each comes from
assist playbook show dead_end             one rule, value by value
assist playbook backtest team.toml        what it would have done on the stored calls
assist playbook edit                      the rule editor
assist playbook history                   who changed what, when
assist playbook export -o billing.pack    one signed file for another team"""


def add_parser(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser(
        "playbook",
        help="check, try, edit, share and restore the rules",
        description="Check, try, edit, share and restore the rules.",
        epilog="examples:\n" + "\n".join(f"  {line}" for line in _ALL_EXAMPLES.splitlines()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(
        dest="playbook_command", metavar="COMMAND", title="commands", required=True
    )
    _add_check(commands)
    _add_show(commands)
    add_backtest_parser(commands)
    add_version_parsers(commands)
    add_pack_parsers(commands)
    edit = add_command(
        commands,
        "edit",
        help="open the rule editor",
        examples="assist playbook edit\nassist playbook edit --as team    change what the team has",
        run=run_edit,
    )
    edit.add_argument(
        "--as", dest="layer", choices=app.LAYERS[1:], default="agent", help="whose rules"
    )


def _add_check(commands: Subparsers) -> None:
    check = add_command(
        commands,
        "check",
        help="find rules that cannot fire, fire too often or cannot be heard",
        examples="assist playbook check\nassist playbook check new.toml --model starter --json\n"
        "exit status: 0 nothing serious, 1 a rule does not work (with --strict: or anything\n"
        "doubtful), 2 the playbook cannot be read",
        run=run_check,
    )
    check.add_argument("file", metavar="FILE", nargs="?", type=Path, help="default: those in force")
    check.add_argument(
        "--as", dest="layer", choices=app.LAYERS, help="FILE takes the place of this layer"
    )
    check.add_argument("--model", default="", help="the speech model (default: the one in use)")
    check.add_argument("--strict", action="store_true", help="exit 1 for anything doubtful")
    check.add_argument("--json", action="store_true", help="one JSON object a line")


def _add_show(commands: Subparsers) -> None:
    show = add_command(
        commands,
        "show",
        help="the rules in force and which layer each value comes from",
        examples="assist playbook show\nassist playbook show at_risk\n"
        "assist playbook show --toml > all.toml",
        run=run_show,
    )
    show.add_argument("rule", metavar="RULE", nargs="?", default="", help="only this rule")
    show.add_argument("--toml", action="store_true", help="all layers joined, as one file")


def run_check(args: argparse.Namespace) -> int:
    from assist.cues.lint import lint

    chosen = app.load_settings()
    effective = layered(chosen, args.file, args.layer)
    model = args.model or chosen.model
    complaints = lint(effective, app.hearing(model, effective.playbook.language))
    for complaint in complaints:
        print(json.dumps(asdict(complaint)) if args.json else _line(complaint))
    for note in effective.notes:
        if args.json:
            print(json.dumps({"severity": "warning", "kind": "layer", "text": note}))
        else:
            print(f"{note} [layer]")
    failed = [each for each in complaints if each.severity is Severity.ERROR]
    away = app.put_away(chosen) if args.file is None else {}
    for rule, reason in away.items():
        text = f"in shadow by its marks ({reason}); 'mode = \"live\"' in its table brings it back."
        if args.json:
            print(json.dumps({"severity": "note", "kind": "shadow", "rule": rule, "text": text}))
        else:
            print(f"rule '{rule}': {text}")
    if not args.json:
        count = len(effective.playbook.rules)
        doubtful = len(complaints) - len(failed) + len(effective.notes)
        print(
            f"{count} rules checked against '{model}': {len(failed)} do not work, "
            f"{doubtful} {'thing is' if doubtful == 1 else 'things are'} doubtful.",
            file=sys.stderr,
        )
    return 1 if failed or (args.strict and (complaints or effective.notes)) else 0


def _line(complaint: "Complaint") -> str:
    place = complaint.file + (f":{complaint.line}" if complaint.line else "")
    return f"{place}: {complaint.severity}: rule '{complaint.rule}': {complaint.text}"


def layered(chosen: Settings, file: Path | None, layer: str | None) -> "Effective":
    """What is in force, or with `file` as that layer of it, or `file` alone."""
    from assist.cues.layers import load_layers

    if file is None or layer is None:
        return app.load_effective(chosen, file)
    files = {name: path for name, path in app.playbook_files(chosen).items() if path.exists()}
    files[layer] = file
    return load_layers([(name, files[name]) for name in app.LAYERS if name in files])


def run_show(args: argparse.Namespace) -> int:
    chosen = app.load_settings()
    effective = app.load_effective(chosen)
    if args.toml and args.rule:
        raise UsageError("--toml prints all layers as one file; leave the rule out.")
    if args.toml:
        sys.stdout.write(effective.text)
    elif args.rule:
        _show_rule(effective, args.rule)
    else:
        _show_all(effective, app.put_away(chosen))
    for note in effective.notes:
        print(f"assist: {note}", file=sys.stderr)
    return 0


def _show_all(effective: "Effective", away: dict[str, str]) -> None:
    table = Table(box=None, pad_edge=False)
    for heading in ("Rule", "Title", "Urgency", "Priority", "State", "From", "Changed by"):
        table.add_column(heading, overflow="fold")
    for rule in effective.data.get("rule", ()):
        id_ = rule["id"]
        first = effective.origin(id_, "id")
        layers = {
            origin.layer
            for (section, _), origin in effective.origins.items()
            if section == f"rule:{id_}" and first is not None and origin.layer != first.layer
        }
        state = "off" if rule.get("enabled") is False else str(rule.get("mode", "on"))
        table.add_row(
            Text(id_),
            Text(str(rule.get("title", ""))),
            str(rule.get("urgency", "hint")),
            str(rule.get("priority", 50)),
            f"shadow ({away[id_]})" if id_ in away else "on" if state == "live" else state,
            "" if first is None else first.layer,
            ", ".join(name for name in app.LAYERS if name in layers),
        )
    for sequence in effective.data.get("sequence", ()):
        origin = effective.origins.get((f"sequence:{sequence['id']}", "id"))
        table.add_row(
            Text(sequence["id"]),
            Text(str(sequence.get("title", ""))),
            "sequence",
            "",
            "off" if sequence.get("enabled") is False else "on",
            "" if origin is None else origin.layer,
        )
    console = Console(width=None if sys.stdout.isatty() else 160)
    console.print(table)
    playbook = effective.playbook
    print(f"{playbook.name} ({playbook.language}), {len(playbook.rules)} rules in force.")


def _show_rule(effective: "Effective", wanted: str) -> None:
    from assist.cues.layers_text import toml_value

    rules = {
        each["id"]: each for kind in ("rule", "sequence") for each in effective.data.get(kind, ())
    }
    wanted = wanted if wanted in rules else wanted.split(".", 1)[0]  # a step of a sequence
    if wanted not in rules:
        raise UsageError(f"There is no rule '{wanted}'; 'assist playbook show' lists them.")
    for key, value in rules[wanted].items():
        origin = effective.origin(wanted, key)
        print(f"{key} = {toml_value(value)}")
        if key != "id" and origin is not None:
            print(f"    # {origin.layer}: {origin}")


def run_edit(args: argparse.Namespace) -> int:
    status = args.open_editor(args.layer)
    assert isinstance(status, int)
    return status
