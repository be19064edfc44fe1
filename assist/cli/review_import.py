"""`assist review import`: recordings the center already has, transcribed and judged in parallel."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from assist import app
from assist.core.errors import UsageError

if TYPE_CHECKING:
    from assist.review.importing import Result
    from assist.review.recordings import Planned


def add_import_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "places", nargs="*", type=Path, metavar="DIR|FILE", help="folders, and sound files"
    )
    parser.add_argument(
        "--pattern",
        default="",
        help="what names tell: {date} {time} {agent} {customer} {number} {reference} {side} {any}",
    )
    parser.add_argument("--list", type=Path, metavar="CSV", help="files and what is known of them")
    parser.add_argument("--agent", default="", help="whose calls they are, where nothing tells")
    parser.add_argument(
        "--customer-left", action="store_true", help="the customer is the left channel, or first"
    )
    parser.add_argument("--model", default="", help="an installed model's name, or its folder")
    parser.add_argument("--jobs", type=int, default=0, help="processes (default: one per core)")
    parser.add_argument(
        "--no-audio", action="store_true", help="do not remember where the recordings are"
    )
    parser.add_argument("--again", action="store_true", help="also what was deleted since")
    parser.add_argument("--dry-run", action="store_true", help="say what would be done")


def run_import(args: argparse.Namespace) -> int:
    """Import; 1 where anything could not be."""
    from assist.review.importing import cores
    from assist.review.recordings import find_files, name_reader, plan, read_list

    if not args.places and args.list is None:
        raise UsageError("Name folders or sound files to import, or a list with --list.")
    listed = read_list(args.list) if args.list else ()
    planned = plan(
        find_files(args.places),
        read_name=name_reader(args.pattern) if args.pattern else None,
        listed=listed,
        channels=app.sound_channels,
    )
    if not planned:
        raise UsageError("There are no sound files in there; name other folders.")
    if args.dry_run:
        for each in planned:
            print(_plan_line(each))
        return 1 if any(each.trouble for each in planned) else 0
    counts = {"imported": 0, "known": 0, "deleted": 0, "failed": 0}
    with app.key_in_use():
        importer = app.importer(
            jobs=args.jobs if args.jobs > 0 else cores(),
            agent=args.agent,
            agent_channel=1 if args.customer_left else 0,
            keeps_audio=not args.no_audio,
            again=args.again,
            model=args.model,
        )
        with _progress(len(planned)) as shown:

            def take(result: "Result") -> None:
                counts[result.state] += 1
                shown.take(result)

            importer.run(planned, take, shown.go)
    print(_summary(counts))
    return 1 if counts["failed"] else 0


def run_take_in(args: argparse.Namespace) -> int:
    """Be a process of an import."""
    app.serve_import(model=args.model)
    return 0


def _plan_line(planned: "Planned") -> str:
    if planned.trouble:
        return f"not: {planned.trouble}"
    facts = planned.facts
    when = f"{facts.started_at:%Y-%m-%d %H:%M}" if facts.started_at else ""
    known = ", ".join(
        part for part in (when, facts.agent, facts.customer, facts.number, facts.reference) if part
    )
    return f"{planned.name}: {known}" if known else planned.name


def _summary(counts: dict[str, int]) -> str:
    words = {
        "imported": "imported",
        "known": "there already",
        "deleted": "deleted since (--again brings them back)",
        "failed": "failed",
    }
    parts = [f"{counts[state]} {text}" for state, text in words.items() if counts[state]]
    return ", ".join(parts) + "."


class _Shown:
    """What the user sees of an import: a bar in a terminal, else a line per call."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress = progress
        self._task = progress.add_task("Importing", total=total) if progress else None
        self._done: dict[tuple[Path, ...], float] = {}

    def go(self, planned: "Planned", done: int, total: int) -> None:
        self._done[planned.files] = min(1.0, done / total) if total else 0.0
        self._show(planned.name)

    def take(self, result: "Result") -> None:
        planned = result.planned
        self._done[planned.files] = 1.0
        if result.state == "failed":
            self._say(f"assist: {result.why}")
        for note in result.notes:
            self._say(f"assist: {note}")
        if self._progress is None and result.state == "imported":
            print(f"{result.call}  {planned.name}", flush=True)
        self._show(planned.name)

    def _show(self, name: str) -> None:
        if self._progress is not None and self._task is not None:
            done = sum(self._done.values())
            self._progress.update(self._task, completed=done, description=name[:40])

    def _say(self, sentence: str) -> None:
        if self._progress is not None:
            self._progress.console.print(sentence, markup=False, highlight=False, soft_wrap=True)
        else:
            print(sentence, file=sys.stderr, flush=True)


@contextmanager
def _progress(total: int) -> Iterator[_Shown]:
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _Shown(None, total)
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        yield _Shown(progress, total)
