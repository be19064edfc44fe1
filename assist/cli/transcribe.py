"""`assist transcribe`: what was said in recordings, and what the app would have advised."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from assist import app
from assist.cli.common import Subparsers, add_command
from assist.cli.terminal import TerminalView
from assist.core import codec
from assist.core.events import Event, FinalResult
from assist.core.words import Party
from assist.store.export import srt

_EXAMPLES = """\
assist transcribe call.wav                    stereo: agent is left
assist transcribe agent.wav customer.wav      one mono file a side
assist transcribe call.wav --json > events.jsonl
assist transcribe call.wav --srt > call.srt
assist transcribe call.flac --customer-left --name "Dana Ortega\""""

_NAMES = {Party.AGENT: "Agent", Party.CUSTOMER: "Customer"}


def add_parser(subparsers: Subparsers) -> None:
    parser = add_command(
        subparsers,
        "transcribe",
        help="words, detections and prompts of recordings",
        examples=_EXAMPLES,
        run=run,
    )
    parser.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="one stereo file or two mono files",
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="the call's events, one JSON a line")
    form.add_argument("--srt", action="store_true", help="subtitles")
    parser.add_argument("--name", default="", help="the customer's name")
    parser.add_argument("--model", default="", help="an installed model's name, or its folder")
    parser.add_argument("--playbook", type=Path, help="another playbook file")
    parser.add_argument(
        "--customer-left",
        action="store_true",
        help="the customer is the left channel, or first",
    )
    parser.add_argument("--no-gate", action="store_true", help="recognize silence as well")


def run(args: argparse.Namespace) -> int:
    finals: list[FinalResult] = []

    def keep_final(event: Event) -> None:
        if isinstance(event, FinalResult) and event.text:
            finals.append(event)

    console = Console()
    show: app.EventSink = TerminalView(console, is_live=False).handle
    if args.json:
        show = _print_json
    elif args.srt:
        show = keep_final
    try:
        with _progress(_bar_console(args, console)) as advance:
            warnings = app.transcribe(
                files=args.files,
                model=args.model,
                playbook=args.playbook,
                customer_name=args.name,
                agent_channel=1 if args.customer_left else 0,
                gate=not args.no_gate,
                on_event=show,
                on_progress=advance,
            )
    finally:
        # Of an hour that was cut short, what was heard is still worth having.
        if args.srt:
            sys.stdout.write(srt(sorted(finals, key=lambda final: (final.start, final.party))))
    for warning in warnings:
        print(f"assist: {warning}", file=sys.stderr)
    return 0


def _print_json(event: Event) -> None:
    sys.stdout.write(codec.to_line(event).decode() + "\n")


def _bar_console(args: argparse.Namespace, output: Console) -> Console | None:
    """Where a progress bar can stand without tearing up the result; None for nowhere."""
    if not sys.stdout.isatty():
        return Console(stderr=True)
    if args.json:
        return None
    # Text scrolls above a bar on its own console; subtitles come when the bar is gone.
    return Console(stderr=True) if args.srt else output


@contextmanager
def _progress(console: Console | None) -> Iterator[app.ProgressSink | None]:
    """A bar while the recording is gone through; none where its console is no terminal."""
    if console is None or not console.is_terminal:
        yield None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("Transcribing", total=None)

        def advance(done_ms: int, total_ms: int) -> None:
            progress.update(task, completed=done_ms, total=total_ms)

        yield advance
