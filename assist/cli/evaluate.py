"""`assist evaluate`: how well detectors and playbook do on labelled conversations."""

import argparse
import contextlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from assist import app
from assist.cli.common import Subparsers, add_command
from assist.core.errors import UsageError

if TYPE_CHECKING:
    from assist.cues.playbook import Playbook
    from assist.review.evaluation import Evaluation
    from assist.review.labelled import Material

_EXAMPLES = """\
assist evaluate rows.jsonl                        precision and recall of every label
assist evaluate rows.jsonl --cases                and which rows went wrong
assist evaluate dialogues.jsonl.gz                cues and false cues per hour, delay
assist evaluate dialogues.jsonl.gz --playbook ours.toml --compare theirs.toml
assist evaluate rows.jsonl --speech --limit 100   heard from synthetic voices by the speech model
assist evaluate rows.jsonl --json > result.json

docs/evaluation.md explains both formats and every figure."""


def add_parser(subparsers: Subparsers) -> None:
    parser = add_command(
        subparsers,
        "evaluate",
        help="precision and recall of detections, false prompts per hour, on labelled data",
        examples=_EXAMPLES,
        run=run,
    )
    parser.add_argument(
        "files",
        metavar="FILE",
        type=Path,
        nargs="+",
        help="JSON lines, gzipped or not: labelled utterances, whole dialogues, or both",
    )
    parser.add_argument("--playbook", metavar="FILE", type=Path, help="instead of the one in use")
    parser.add_argument("--compare", metavar="FILE", type=Path, help="a second playbook beside it")
    parser.add_argument(
        "--recognized",
        action="store_true",
        help="take the text as a recognizer would print it, not as typed",
    )
    parser.add_argument(
        "--speech",
        action="store_true",
        help="also have synthetic voices say the rows and hear them with the speech model",
    )
    parser.add_argument("--model", metavar="NAME", default="", help="the speech model for --speech")
    parser.add_argument(
        "--limit", metavar="N", type=int, default=0, help="only N rows, drawn the same each time"
    )
    parser.add_argument(
        "--cases", action="store_true", help="list each row gone wrong and each cue raised"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object")


def run(args: argparse.Namespace) -> int:
    from assist.review.evaluation import RECOGNIZED, TYPED, as_json
    from assist.review.labelled import drawn, read_material

    if args.limit < 0:
        raise UsageError("--limit must be 1 or more.")
    chosen = app.load_settings()
    playbook = app.load_playbook(chosen, args.playbook)
    other = app.load_playbook(chosen, args.compare) if args.compare else None
    material = drawn(read_material(args.files), args.limit)
    _say_left_out(material)
    if args.speech and not material.rows:
        raise UsageError("--speech needs labelled utterances; these files hold dialogues only.")
    books = [playbook] if other is None else [playbook, other]
    done = _evaluated(material, books, args)
    main_form = RECOGNIZED if args.recognized else TYPED
    if args.json:
        first, *rest = [as_json(each, main_form=main_form, with_cases=args.cases) for each in done]
        result = {
            "files": [file.name for file in args.files],
            "left_out": len(material.left_out),
            **first,
            **({"compared": rest[0]} if rest else {}),
        }
        print(json.dumps(result, ensure_ascii=False))
    else:
        from assist.cli.evaluate_tables import lines

        print("\n".join(lines(done, form=main_form, cases=args.cases)))
    return 0


def _say_left_out(material: "Material") -> None:
    shown = material.left_out[:5]
    for sentence in shown:
        print(f"assist: left out: {sentence}", file=sys.stderr)
    if more := len(material.left_out) - len(shown):
        print(f"assist: left out: {more} more lines.", file=sys.stderr)
    if material.unknown_labels:
        names = ", ".join(sorted(material.unknown_labels))
        print(f"assist: labels that mean nothing here, not counted: {names}.", file=sys.stderr)


def _evaluated(
    material: "Material", books: list["Playbook"], args: argparse.Namespace
) -> list["Evaluation"]:
    from assist.review.evaluation import evaluate

    with _progress() as progress:
        spoken = None
        if args.speech:
            from assist.review.speaking import hear_rows

            model = app.load_speech_model(args.model or app.load_settings().model)
            spoken = hear_rows(material.rows, model, progress=progress.of("Listening"))
        return [
            evaluate(
                material,
                book,
                recognized=args.recognized,
                spoken=spoken,
                progress=progress.of("Running the calls"),
            )
            for book in books
        ]


class _Bar:
    """A bar on stderr where that is a terminal, so that stdout stays for the result."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress

    def of(self, name: str) -> app.ProgressSink | None:
        """A sink for one piece of work."""
        bar = self._progress
        if bar is None:
            return None
        task = bar.add_task(name, total=None)
        return lambda done, total: bar.update(task, completed=done, total=total, refresh=True)


@contextlib.contextmanager
def _progress() -> Iterator[_Bar]:
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _Bar(None)
        return
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        auto_refresh=False,
    ) as progress:
        yield _Bar(progress)
