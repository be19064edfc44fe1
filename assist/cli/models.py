"""`assist models`: which speech models there are, here and on offer, and moving them about."""

import argparse
import contextlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)

from assist import app, paths
from assist.cli.common import Subparsers, add_command
from assist.cli.models_measure import add_measure_parser
from assist.cli.models_words import add_words_parser
from assist.core.errors import UsageError
from assist.speech.catalogue import (
    STARTER,
    Catalogue,
    InstalledModel,
    find_model,
    installed_models,
    load_catalogue,
)
from assist.speech.download import Report
from assist.speech.errors import SpeechError
from assist.speech.install import Installed, Installer
from assist.speech.verify import LoadReport, check_files, load_test, try_in_child

_ALL_EXAMPLES = """\
assist models list                                  what is here and on offer
assist models install vosk-model-small-en-us-0.15   a first one for real calls
assist models use vosk-model-small-en-us-0.15       from the next start on
assist models import /media/stick/model.zip         without internet
assist models verify                                is every model in order?
assist models measure starter my-calls.jsonl        how well does it hear you?
assist models words add FiberMax                    a product's name for the starter"""

_SIZE, _LICENCE, _NOTE = 3, 4, 5
"""Columns of the table."""

_STARTER_NOTE = (
    "'starter' is small and trained on synthetic voices only: good for the demo and for tests, "
    "not for real calls. For those install one of the others."
)


def add_parser(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser(
        "models",
        help="list, install, import and check speech models",
        description="List, install, import and check speech models.",
        epilog="examples:\n" + "\n".join(f"  {line}" for line in _ALL_EXAMPLES.splitlines()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(
        dest="models_command", metavar="COMMAND", title="commands", required=True
    )
    listing = add_command(
        commands,
        "list",
        help="show the models here and those on offer",
        examples="assist models list\nassist models list --language de\n"
        "assist models list --installed --json",
        run=run_list,
    )
    listing.add_argument("--installed", action="store_true", help="only those on this computer")
    listing.add_argument("--language", default="", help="only this language (en, de, pt-BR …)")
    listing.add_argument("--json", action="store_true", help="one JSON object a line")
    install = add_command(
        commands,
        "install",
        help="download a model of the catalogue; goes on where a cut download stopped",
        examples="assist models install vosk-model-small-en-us-0.15 --use",
        run=run_install,
    )
    install.add_argument("name", metavar="NAME", help="as `assist models list` shows it")
    install.add_argument("--use", action="store_true", help="and hear with it from now on")
    bringing = add_command(
        commands,
        "import",
        help="install a model from a zip file or folder, for computers without internet",
        examples="assist models import /media/stick/vosk-model-small-de-0.15.zip\n"
        "assist models import ~/my-model --name branch-office --use",
        run=run_import,
    )
    bringing.add_argument("path", metavar="PATH", type=Path, help="zip file or folder")
    bringing.add_argument("--name", default="", help="its name here (default: as the file's)")
    bringing.add_argument("--use", action="store_true", help="and hear with it from now on")
    use = add_command(
        commands,
        "use",
        help="hear with this model from the next start on",
        examples=f"assist models use vosk-model-small-en-us-0.15\nassist models use {STARTER}",
        run=run_use,
    )
    use.add_argument("name", metavar="NAME", help="an installed model")
    verify = add_command(
        commands,
        "verify",
        help="check an installed model's files and try it; all of them without NAME",
        examples="assist models verify\nassist models verify vosk-model-small-en-us-0.15",
        run=run_verify,
    )
    verify.add_argument("name", metavar="NAME", nargs="?", default="", help="an installed model")
    remove = add_command(
        commands,
        "remove",
        help="delete an installed model",
        examples="assist models remove vosk-model-small-en-us-0.15",
        run=run_remove,
    )
    remove.add_argument("name", metavar="NAME", help="an installed model")
    add_measure_parser(commands)
    add_words_parser(commands)
    # Not for people: `verify`, `install` and `import` run it in a child process.
    probe = commands.add_parser("load-test")
    probe.add_argument("path", type=Path)
    probe.set_defaults(run=run_load_test)


def run_list(args: argparse.Namespace) -> int:
    catalogue, current = _catalogue(), _current()
    here = {model.name: model for model in _installed()}
    offered = {entry.name: entry for entry in catalogue.model}
    rows = []
    for name in [*here, *(name for name in offered if name not in here)]:
        entry = offered.get(name)
        if args.installed and name not in here:
            continue
        # The starter is English; what an imported model is, its name has to tell.
        language = entry.language if entry else ("en" if name == STARTER else "")
        if args.language and not language.lower().startswith(args.language.lower()):
            continue
        size = entry.megabytes if entry else round(_folder_bytes(here[name].folder) / 1e6)
        rows.append(
            {
                "name": name,
                "state": _state(name, here, current),
                "language": language,
                "megabytes": size,
                "licence": entry.licence if entry else ("Apache-2.0" if name == STARTER else ""),
                "note": entry.note if entry else _note(name),
            }
        )
    if args.json:
        for row in rows:
            print(json.dumps(row, ensure_ascii=False))
        return 0
    _print_table(rows)
    if current not in here:
        print(
            f"assist: the model in use, '{current}', is not installed; install it or choose "
            f"another, for instance with `assist models use {STARTER}`.",
            file=sys.stderr,
        )
    return 0


def run_install(args: argparse.Namespace) -> int:
    with _progress() as progress:
        installed = _installer(progress).install(args.name, _catalogue())
    return _finish(installed, is_checked=installed.is_checked, use=args.use)


def run_import(args: argparse.Namespace) -> int:
    with _progress() as progress:
        installed = _installer(progress).import_model(args.path, args.name)
    return _finish(installed, is_checked=True, use=args.use)


def run_use(args: argparse.Namespace) -> int:
    model = _find(args.name)
    _probe(model.folder)
    _use(model.name)
    if model.name == STARTER:
        Console().print(_STARTER_NOTE, soft_wrap=True)
    return 0


def run_verify(args: argparse.Namespace) -> int:
    models = [_find(args.name)] if args.name else list(_installed())
    if not models:
        raise SpeechError("No speech model is installed; `assist models list` shows them.")
    failed = 0
    for model in models:
        try:
            count = check_files(model.folder)
            report = _probe(model.folder)
        except SpeechError as error:
            failed += 1
            print(f"assist: {error}", file=sys.stderr)
            continue
        files = "complete" if count is None else f"{count} files as installed"
        print(f"{model.name}: in order ({files}; {_described(report)})")
    return 1 if failed else 0


def run_remove(args: argparse.Namespace) -> int:
    model = _find(args.name)
    if model.is_shipped:
        raise UsageError(f"'{model.name}' is part of the app and stays.")
    if model.name == _current():
        raise UsageError(
            f"'{model.name}' is the model in use; choose another first, for instance with "
            f"`assist models use {STARTER}`."
        )
    _installer(None).remove(model.folder)
    print(f"{model.name} is removed.")
    return 0


def run_load_test(args: argparse.Namespace) -> int:
    print(json.dumps(msgspec.to_builtins(load_test(args.path))))
    return 0


def _finish(installed: Installed, *, is_checked: bool, use: bool) -> int:
    print(f"{installed.name} is installed and works ({_described(installed.report)}).")
    if not is_checked:
        print("Its checksum could not be compared: the publisher's list was not reachable.")
    if use:
        _use(installed.name)
    else:
        print(f"Hear with it: assist models use {installed.name}")
    return 0


def _use(name: str) -> None:
    app.change_setting("model", name)
    print(f"Calls are heard with {name} from the next start of Call Assist on.")


def _described(report: LoadReport) -> str:
    memory = f", {report.megabytes:,} MB of memory" if report.megabytes else ""
    return f"{report.words:,} words, loads in {report.seconds:.1f} s{memory}"


def _catalogue() -> Catalogue:
    return load_catalogue(paths.models_dir() / "catalogue.toml")


def _current() -> str:
    return app.load_settings().model


def _installed() -> tuple[InstalledModel, ...]:
    return installed_models(paths.models_dir(), paths.user_models_dir())


def _find(name: str) -> InstalledModel:
    return find_model(name, paths.models_dir(), paths.user_models_dir())


def _probe(folder: Path) -> LoadReport:
    return try_in_child(folder, paths.self_command())


def _installer(progress: Progress | None) -> Installer:
    return Installer(paths.user_models_dir(), probe=_probe, step=lambda name: _step(progress, name))


@contextlib.contextmanager
def _progress() -> Iterator[Progress]:
    """Bars on stderr where that is a terminal, so that stdout stays for the result."""
    console = Console(stderr=True)
    with Progress(
        TextColumn("{task.description:<10}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
        console=console,
        disable=not console.is_terminal,
    ) as progress:
        yield progress


def _step(progress: Progress | None, name: str) -> Report:
    if progress is None:
        return lambda done, total: None
    task: TaskID = progress.add_task(name, total=None)
    return lambda done, total: progress.update(task, completed=done, total=total)


def _state(name: str, here: dict[str, InstalledModel], current: str) -> str:
    if name not in here:
        return ""
    state = "shipped" if here[name].is_shipped else "installed"
    return f"in use, {state}" if name == current else state


def _note(name: str) -> str:
    return "starter: for the demo and for tests, not for real calls" if name == STARTER else ""


def _print_table(rows: list[dict[str, object]]) -> None:
    """Plain columns, never cut: a name must be copied whole from a narrow window or a pipe."""
    console = Console()
    head = ("MODEL", "STATE", "LANGUAGE", "SIZE", "LICENCE", "NOTE")
    lines = [
        (
            str(row["name"]),
            str(row["state"]),
            str(row["language"]),
            f"{row['megabytes']:,} MB",
            str(row["licence"]),
            str(row["note"]),
        )
        for row in rows
    ]
    widths = [max(len(line[column]) for line in (head, *lines)) for column in range(len(head))]
    # Rows that the terminal would break in mid-word go without the longest columns; a file gets
    # all of them.
    shown = range(len(head))
    if console.is_terminal:
        for dropped in (_NOTE, _LICENCE):
            if sum(widths[column] + 2 for column in shown) - 2 > console.width:
                shown = range(dropped)
    for line in (head, *lines):
        cells = [
            line[column].rjust(widths[column])
            if column == _SIZE
            else line[column].ljust(widths[column])
            for column in shown
        ]
        style = "bold" if line is head else "green" if line[1].startswith("in use") else ""
        console.print(
            "  ".join(cells).rstrip(), style=style, soft_wrap=True, highlight=False, markup=False
        )
    console.print()
    console.print(_STARTER_NOTE, soft_wrap=True, highlight=False)


def _folder_bytes(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
