"""`assist practice`: a call again without its prompts; say where you would act, then compare."""

import argparse
import json
import re
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.live import Live
from rich.text import Text

from assist import app
from assist.cli.common import Subparsers, add_command, clock
from assist.cli.keys import PressedKeys, terminal_keys
from assist.core.errors import UsageError
from assist.core.events import FinalResult, PartialResult
from assist.core.practice import (
    Deed,
    Met,
    PracticeCall,
    PracticeMark,
    PracticeResult,
    Verdict,
    compare,
)
from assist.core.words import Party
from assist.core.written import written

if TYPE_CHECKING:
    from assist.core.events import Event

_EXAMPLES = """\
assist practice                         the demo call
assist practice last                    the latest call
assist practice 20261122 --speed 2      the call whose id begins so, at double speed
assist practice last --marks 0:41 1:05feeling    compare without playing"""

_DEMO, _LATEST = "demo", "last"
_STEP_S = 0.05
_HERE, _QUIT = " ", "q"
_DEEDS = dict(zip("123456", Deed, strict=True))
_DEED_WORDS = {
    Deed.FEELING: "name the feeling",
    Deed.WAY: "find a way",
    Deed.PROMISE: "promise a time",
    Deed.UNDERSTAND: "say it back",
    Deed.NAME: "use the name",
    Deed.KEEP: "keep the customer",
}
_VERDICTS = {
    Verdict.MET: ("✓", "green", "in time"),
    Verdict.LATE: ("◷", "yellow", "too late"),
    Verdict.MISSED: ("✗", "red", "missed"),
    Verdict.DONE: ("·", "dim", "the agent of the call was quicker than any prompt"),
}
_PARTIES = {Party.AGENT: ("Agent", "cyan"), Party.CUSTOMER: ("Customer", "magenta")}
_MARK = re.compile(r"(?:(\d{1,3}):)?(\d{1,5}(?:\.\d+)?)([a-z]*)")


def add_parser(subparsers: Subparsers) -> None:
    parser = add_command(
        subparsers,
        "practice",
        help="see a call again without its prompts, say where you would act, then compare",
        examples=_EXAMPLES,
        run=run,
    )
    parser.add_argument(
        "call",
        metavar="CALL",
        nargs="?",
        default=_DEMO,
        help="a call's id or its first letters, 'last', or 'demo' (the default)",
    )
    parser.add_argument("--speed", type=float, default=1.0, metavar="X", help="0.25 to 8 (1)")
    parser.add_argument(
        "--marks",
        nargs="+",
        metavar="M:SS[DEED]",
        help="do not play: compare these marks; DEED is one of " + ", ".join(Deed),
    )
    parser.add_argument("--json", action="store_true", help="the comparison as one JSON object")


def run(args: argparse.Namespace) -> int:
    if not 0.25 <= args.speed <= 8:
        raise UsageError("--speed must be between 0.25 and 8.")
    marks = None if args.marks is None else [_mark(text) for text in args.marks]
    if marks is None and not (sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("Practice needs a terminal to press keys in; or give --marks.")
    desk = app.practice()
    console = Console(stderr=args.json)
    call_id = _chosen(args.call, [choice.id for choice in desk.calls()])
    with console.status("Getting the call ready …"):
        call = desk.open(call_id)
    for mark in marks or ():
        if mark.at > call.duration_ms:
            raise UsageError(
                f"The call ends at {clock(call.duration_ms)}; there is no {clock(mark.at)} in it."
            )
    seen = call.duration_ms
    if marks is None:
        with terminal_keys() as pressed:
            marks, seen = play(call, console, pressed, speed=args.speed)
    # Who stops early is asked only about what they saw.
    result = compare([each for each in call.moments if each.since <= seen], marks)
    if args.json:
        print(json.dumps(_as_object(result)))
    else:
        print_result(console, call, result)
    return 0


def _chosen(wanted: str, ids: Sequence[str]) -> str:
    """The one call that is meant. Raises UsageError."""
    stored = [each for each in ids if each != _DEMO]
    if wanted == _DEMO:
        return _DEMO
    found = stored[:1] if wanted == _LATEST else [each for each in stored if _begins(each, wanted)]
    if not found:
        raise UsageError(
            f"There is no stored call '{wanted}' of 20 seconds or more; see 'assist calls list'."
        )
    if len(found) > 1:
        raise UsageError(f"{len(found)} calls begin with '{wanted}'; give more of the id.")
    return found[0]


def _begins(call_id: str, wanted: str) -> bool:
    return bool(wanted) and call_id.startswith(wanted)


def _mark(text: str) -> PracticeMark:
    found = _MARK.fullmatch(text)
    deed = found[3] if found else ""
    if found is None or (deed and deed not in set(Deed)):
        raise UsageError(
            f"'{text}' is no mark; write a time and, if you like, one of {', '.join(Deed)}: "
            "0:41 or 1:05feeling."
        )
    if found[1] and float(found[2]) >= 60:
        raise UsageError(f"'{text}' is no time; seconds after a ':' go up to 59.")
    at = int(found[1] or 0) * 60_000 + round(float(found[2]) * 1000)
    return PracticeMark(at=at, deed=Deed(deed) if deed else None)


# --- playing --------------------------------------------------------------------------------------


def play(
    call: PracticeCall,
    console: Console,
    pressed: PressedKeys,
    *,
    speed: float,
    clock_s: Callable[[], float] = time.monotonic,
    wait: Callable[[float], object] | None = None,
) -> tuple[list[PracticeMark], int]:
    """Show what is said as it was said; (the marks made by key, how far it came).

    `q` ends it early.
    """
    pause = threading.Event().wait if wait is None else wait
    marks: list[PracticeMark] = []
    partials: dict[Party, str] = {}
    waiting = iter(call.events)
    following = next(waiting, None)
    started = clock_s()
    with Live(console=console, transient=True, auto_refresh=False) as live:
        while following is not None:
            now = round((clock_s() - started) * speed * 1000)
            while following is not None and following.at <= now:
                _show(following, partials, console)
                following = next(waiting, None)
            for key in pressed():
                if key == _QUIT:
                    return marks, now
                if (mark := _mark_of(key, now)) is not None:
                    marks.append(mark)
                    how = f": {_DEED_WORDS[mark.deed]}" if mark.deed else ""
                    console.print(Text(f"{clock(now):>5}  ● here{how}", "bold yellow"))
            live.update(_present(call, partials, now, len(marks)), refresh=True)
            if following is not None:
                pause(_STEP_S)
    return marks, call.duration_ms


def _mark_of(key: str, now: int) -> PracticeMark | None:
    if key == _HERE:
        return PracticeMark(at=now)
    return PracticeMark(at=now, deed=_DEEDS[key]) if key in _DEEDS else None


def _show(event: "Event", partials: dict[Party, str], console: Console) -> None:
    match event:
        case PartialResult():
            partials[event.party] = event.text
        case FinalResult():
            partials.pop(event.party, None)
            if event.text:
                console.print(_line(event))


def _line(said: FinalResult) -> Text:
    who, style = _PARTIES[said.party]
    lead = Text(f"{clock(said.start):>5}  ", "dim").append(f"{who:<9}", f"not dim {style}")
    return lead.append(written(said.text), "not dim")


def _present(call: PracticeCall, partials: dict[Party, str], now: int, marks: int) -> Group:
    rows = [
        Text(f"{_PARTIES[party][0]}: {text}", f"italic {_PARTIES[party][1]}")
        for party, text in partials.items()
    ]
    keys = "   ".join(f"{key} {_DEED_WORDS[deed]}" for key, deed in _DEEDS.items())
    rows.append(
        Text(
            f"{clock(now)} of {clock(call.duration_ms)} · {marks} marked · "
            "space: I would act here · q: stop and compare",
            "bold",
        )
    )
    rows.append(Text(keys, "dim"))
    return Group(*rows)


# --- comparing ------------------------------------------------------------------------------------


def print_result(console: Console, call: PracticeCall, result: PracticeResult) -> None:
    """What was there, what was met, and which lesson stands behind each."""
    for each in result.moments:
        for line in _moment_lines(each):
            console.print(line, soft_wrap=True)
    for mark in result.extra:
        said = next(
            (
                event.text
                for event in reversed(call.events)
                if isinstance(event, FinalResult) and event.text and event.start <= mark.at
            ),
            "",
        )
        line = Text(f"{clock(mark.at):>5}  ○ nothing was asked for here", "dim")
        console.print(line.append(f": “{written(said)}”" if said else ""), soft_wrap=True)
    console.print(Text(_summary(result), "bold"))


def _summary(result: PracticeResult) -> str:
    if not result.asked:
        return "No prompt was due in this call."
    words = f"{result.met} of {result.asked} met in time"
    if result.late:
        words += f", {result.late} too late"
    if result.missed:
        words += f", {result.missed} missed"
    if result.extra:
        words += f"; {len(result.extra)} marked where nothing was asked for"
    return words + "."


def _moment_lines(each: Met) -> Iterator[Text]:
    sign, style, verdict = _VERDICTS[each.verdict]
    moment = each.moment
    words = verdict
    if each.mark is not None:
        words += f", at {clock(each.mark.at)}"
        if each.mark.deed is not None and not each.is_same_deed:
            words += f", though you would {_DEED_WORDS[each.mark.deed]}"
    line = Text(f"{clock(moment.since):>5}  ", "dim").append(f"{sign} ", f"not dim {style}")
    line.append(moment.headline, "not dim bold").append(f"  ({words})", f"not dim {style}")
    yield line
    if moment.quote:
        yield Text(f"         “{written(moment.quote)}”", "dim")
    for lesson in moment.lessons:
        yield Text(f"         {lesson}", "dim")


def _as_object(result: PracticeResult) -> dict[str, object]:
    return {
        "asked": result.asked,
        "met": result.met,
        "late": result.late,
        "missed": result.missed,
        "moments": [
            {
                **asdict(each.moment),
                "verdict": each.verdict,
                "marked_at": each.mark.at if each.mark else None,
                "is_same_deed": each.is_same_deed,
            }
            for each in result.moments
        ],
        "extra": [asdict(mark) for mark in result.extra],
    }
