"""`assist models measure`: how well a model hears one's own recordings."""

import argparse
import contextlib
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from assist import app
from assist.cli.common import Subparsers, add_command, clock
from assist.core.errors import UsageError

if TYPE_CHECKING:
    from assist.session.measuring import Measurement
    from assist.speech.measure import Calibration, ErrorRate

BANDS = ("full", "telephone")
_GROUPS_HEAD = ("GROUP", "UTTERANCES", "WORDS", "WER", "95 % INTERVAL")
_BINS_HEAD = ("CONFIDENCE", "WORDS", "ON AVERAGE", "RIGHT")

_EXAMPLES = """\
assist models measure starter calls.jsonl
assist models measure vosk-model-small-en-us-0.15 calls.jsonl --band telephone
assist models measure ~/my-model calls.jsonl --by speaker --json > result.json

calls.jsonl has a JSON object a line: {"audio": "one.wav", "text": "what is said in it"}"""


def add_measure_parser(commands: Subparsers) -> None:
    parser = add_command(
        commands,
        "measure",
        help="word error rate, cost and confidence of a model on your own recordings",
        examples=_EXAMPLES,
        run=run_measure,
    )
    parser.add_argument("name", metavar="NAME", help="an installed model, or a model's folder")
    parser.add_argument(
        "data",
        metavar="DATA.jsonl",
        type=Path,
        help="rows with 'audio' (a mono file's path, from this file's folder) and 'text'",
    )
    parser.add_argument(
        "--band",
        choices=BANDS,
        default=BANDS[0],
        help="telephone: 300-3,400 Hz, 8 kHz, mu-law, as over a line (default: full)",
    )
    parser.add_argument("--by", metavar="FIELD", default="", help="part the results by this field")
    parser.add_argument(
        "--limit", metavar="N", type=int, default=0, help="only N rows, drawn the same each time"
    )
    parser.add_argument(
        "--gate", action="store_true", help="leave out silence and lone fillers, as in a call"
    )
    parser.add_argument("--skip-bad", action="store_true", help="leave out rows that are wrong")
    parser.add_argument("--json", action="store_true", help="one JSON object")


def run_measure(args: argparse.Namespace) -> int:
    # Here, since `assist models list` comes by this module and needs no sound.
    from assist.session.measuring import measure, read_rows

    if args.limit < 0:
        raise UsageError("--limit must be 1 or more.")
    rows, bad = read_rows(args.data, by=args.by, limit=args.limit, skip_bad=args.skip_bad)
    # A broken model ends its process: it is the child's.
    app.check_model(app.model_folder(args.name))
    model = app.load_speech_model(args.name)
    with _progress() as progress:
        done = measure(
            rows,
            model,
            band=args.band,
            gate=args.gate,
            skip_bad=args.skip_bad,
            progress=progress,
        )
    for sentence in (*bad, *done.skipped):
        print(f"assist: left out: {sentence}", file=sys.stderr)
    for sentence in done.warnings:
        print(f"assist: {sentence}", file=sys.stderr)
    if args.json:
        print(json.dumps(_as_json(done, args.data, left_out=len(bad) + len(done.skipped))))
    else:
        _print(done, args.data)
    return 0


def _as_json(done: "Measurement", data: Path, *, left_out: int) -> dict[str, object]:
    groups: dict[str, object] = {name: asdict(rate) for name, rate in done.groups}
    return {
        "model": done.model,
        "data": data.name,
        "band": done.band,
        "gate": done.gate,
        **asdict(done.total),
        "audio_s": round(done.audio_s, 3),
        "cpu_factor": round(done.cpu_factor, 4),
        "peak_megabytes": done.peak_megabytes or None,
        "left_out": left_out,
        "groups": groups,
        "calibration": asdict(done.calibration),
    }


def _print(done: "Measurement", data: Path) -> None:
    total = done.total
    ways = [f"{done.band} band", *(["voice gate"] if done.gate else [])]
    rows = [
        ("WER", f"{_percent(total.rate)}  (95 % interval: {_interval(total)})"),
        (
            "Words",
            f"{total.words:,} said: {total.substitutions:,} exchanged, "
            f"{total.deletions:,} left out; {total.insertions:,} added",
        ),
        (
            "Heard",
            f"{total.utterances:,} utterances, {clock(round(done.audio_s * 1000))} of sound "
            f"({', '.join(ways)})",
        ),
        ("CPU", f"{done.cpu_factor:.3f} seconds per second of sound"),
        (
            "Memory",
            f"{done.peak_megabytes:,} MB at the most"
            if done.peak_megabytes
            else "not told by this system",
        ),
        (
            "Confidence",
            f"off by {_percent(done.calibration.expected_error)} on average "
            "(expected calibration error)",
        ),
    ]
    lines = [f"{done.model} on {data.name}", ""]
    lines += [f"{name:<12}{value}" for name, value in rows]
    if done.groups:
        lines += ["", *_table(_GROUPS_HEAD, [_group_row(name, rate) for name, rate in done.groups])]
    lines += ["", *_table(_BINS_HEAD, _bin_rows(done.calibration))]
    print("\n".join(lines))


def _group_row(name: str, rate: "ErrorRate") -> tuple[str, ...]:
    return (
        name or "(none)",
        f"{rate.utterances:,}",
        f"{rate.words:,}",
        _percent(rate.rate),
        _interval(rate),
    )


def _bin_rows(made: "Calibration") -> list[tuple[str, ...]]:
    return [
        (
            f"{one.low:.1f} – {one.high:.1f}",
            f"{one.words:,}",
            f"{one.confidence:.2f}" if one.words else "–",
            f"{one.correct:.2f}" if one.words else "–",
        )
        for one in made.bins
    ]


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Plain columns, the first left and the others right."""
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    return [
        "  ".join(
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in (head, *rows)
    ]


def _interval(rate: "ErrorRate") -> str:
    if rate.utterances < 2:
        return "none from one utterance"
    return f"{100 * rate.low:.1f} – {100 * rate.high:.1f} %"


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


@contextlib.contextmanager
def _progress() -> Iterator[app.ProgressSink | None]:
    """A bar on stderr where that is a terminal, so that stdout stays for the result."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    # Drawn between recordings only: a thread that draws would count as CPU of the model.
    with Progress(
        TextColumn("Measuring"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        auto_refresh=False,
    ) as progress:
        task = progress.add_task("", total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total, refresh=True)
