"""`assist setup`: model, headset, a first sentence and the customer's side, in under a minute."""

import argparse
import queue
import sys
import threading
import time
from collections.abc import Callable, Sequence

from rich.console import Console
from rich.live import Live
from rich.text import Text

from assist import app
from assist.cli.common import Subparsers, add_command
from assist.cli.setup_words import FAR_END, FITS, NOTICES, STEPS, mark, result_lines
from assist.core.errors import AssistError, UsageError
from assist.core.preferences import (
    DeviceChoice,
    FarEnd,
    Levels,
    ModelChoice,
    SetupDesk,
    SetupResult,
    SetupStep,
)
from assist.core.words import Party

Ask = Callable[[str], str]
"""Asks a question and gives the line that was typed; raises EOFError where nobody answers."""

_METER_S = 4.0
_UPDATE_S = 0.1
_SENTENCE_S = 20.0
_FAINTEST = -60
_BAR = 20
_LOCKED = "Set by your administrator."
_DEVICE_KEYS = {Party.AGENT: "agent_device", Party.CUSTOMER: "customer_device"}
_DEVICE_TITLES = {Party.AGENT: "Your microphone", Party.CUSTOMER: "What you hear in the headset"}


class _Stopped(Exception):
    """The user stopped; the next run goes on from here."""


def add_parser(subparsers: Subparsers) -> None:
    parser = add_command(
        subparsers,
        "setup",
        help="set up model, headset and notice in under a minute",
        examples="assist setup\nassist setup --again        from the first step on",
        run=run,
    )
    parser.add_argument("--again", action="store_true", help="begin with the first step")


def run(args: argparse.Namespace) -> int:
    if not sys.stdin.isatty():
        raise UsageError(
            "`assist setup` asks questions; run it in a terminal, or see `assist settings`."
        )
    desk = app.setup_desk()
    if args.again:
        desk.keep_step(SetupStep.MODEL)
    return set_up(desk, Console(), input)


def set_up(desk: SetupDesk, console: Console, ask: Ask) -> int:
    """Go through the steps from where an earlier run stopped; returns the exit status."""
    terminal = _Terminal(desk, console, ask)
    try:
        return terminal.run()
    except (_Stopped, EOFError, KeyboardInterrupt):
        console.print("\nStopped. `assist setup` goes on from here.")
        return 130
    finally:
        app.tell_engine()


class _Terminal:
    """One run through the steps."""

    def __init__(self, desk: SetupDesk, console: Console, ask: Ask) -> None:
        self._desk = desk
        self._console = console
        self._ask_line = ask
        self._sentence = ""
        self._far_end: FarEnd | None = None
        self._has_played: bool | None = None

    def run(self) -> int:
        self._say(
            "Set up Call Assist: five steps, about a minute. Enter takes what stands in brackets, "
            "s skips a step, q stops."
        )
        acts = {
            SetupStep.MODEL: self._model,
            SetupStep.DEVICES: self._devices,
            SetupStep.SENTENCE: self._hear,
            SetupStep.FAR_END: self._customer,
            SetupStep.NOTICE: self._notice,
        }
        first = self._desk.step
        is_due = False
        for number, (step, act) in enumerate(acts.items(), start=1):
            is_due = is_due or step is first or first is SetupStep.RESULT
            if not is_due:
                continue
            self._desk.keep_step(step)
            self._console.print(f"\n[bold]{number}/{len(acts)}  {STEPS[step]}[/bold]")
            try:
                act()
            except AssistError as error:
                self._console.print(str(error), style="yellow", markup=False, soft_wrap=True)
        return self._result()

    def _model(self) -> None:
        if self._is_locked("model"):
            return
        models = self._desk.models()
        here = [model for model in models if model.is_here]
        rows = [
            *here,
            *(m for m in models if not m.is_here and m.language.startswith(("en", "es"))),
        ]
        for number, model in enumerate(rows, start=1):
            self._say(f"  {number}  {_described(model)}")
        usual = next((n for n, model in enumerate(rows, 1) if model.is_chosen), 1)
        chosen = rows[self._number("Which one", len(rows), usual) - 1]
        if not chosen.is_here:
            self._download(chosen)
        self._desk.choose("model", chosen.name)

    def _download(self, model: ModelChoice) -> None:
        question = f"Download {model.megabytes:,} MB from alphacephei.com now? y/n [n]: "
        if self._ask(question).lower() not in ("y", "yes"):
            raise UsageError(f"The model stays {self._desk.chosen('model')}.")
        with Live(console=self._console, auto_refresh=False, transient=True) as live:

            def progress(done: int, total: int) -> bool:
                share = f" of {total / 1e6:,.0f}" if total else ""
                live.update(Text(f"{done / 1e6:,.0f}{share} MB"), refresh=True)
                return True

            self._desk.download(model.name, progress)

    def _devices(self) -> None:
        if remote := self._desk.remote():
            self._console.print(remote, style="yellow", markup=False, soft_wrap=True)
        devices = self._desk.devices()
        self._say("Speak, and let something play in your headset: the bars show who hears what.")
        loudest = self._measure(devices)
        for party in Party:
            rows = [device for device in devices if device.party is party]
            self._say(f"{_DEVICE_TITLES[party]}:")
            for number, device in enumerate(rows, start=1):
                self._say(f"  {number}  {_bar(loudest.get((party, device.name)))} {_named(device)}")
            if self._is_locked(_DEVICE_KEYS[party]) or not rows:
                continue
            usual = next((n for n, device in enumerate(rows, 1) if device.is_chosen), 1)
            number = self._number("Which one", len(rows), usual)
            if number != usual or not self._desk.chosen(_DEVICE_KEYS[party]):
                self._desk.choose(_DEVICE_KEYS[party], rows[number - 1].name)

    def _measure(self, devices: Sequence[DeviceChoice]) -> dict[tuple[Party, str], int]:
        """Bars that move for some seconds; the loudest of each."""
        levels = self._desk.open_levels(tuple(devices))
        try:
            return self._watch(levels, devices)
        finally:
            levels.close()

    def _watch(
        self, levels: Levels, devices: Sequence[DeviceChoice]
    ) -> dict[tuple[Party, str], int]:
        loudest: dict[tuple[Party, str], int] = {}
        until = time.monotonic() + _METER_S
        pause = threading.Event()
        with Live(console=self._console, auto_refresh=False, transient=True) as live:
            while time.monotonic() < until:
                pause.wait(_UPDATE_S)
                peaks = levels.peaks()
                for place, peak in peaks.items():
                    loudest[place] = max(peak, loudest.get(place, _FAINTEST))
                rows = [f"{_bar(peaks.get((d.party, d.name)))} {_named(d)}" for d in devices]
                live.update(Text("\n".join(rows)), refresh=True)
        return loudest

    def _hear(self) -> None:
        while True:
            self._sentence = self._one_sentence()
            if self._sentence:
                self._console.print(f"Heard: {self._sentence}", style="green", markup=False)
                question = "Enter goes on, r tries again: "
            else:
                self._say("Nothing was understood within some seconds.")
                question = "Enter tries again, s skips: "
            answer = self._ask(question, may_skip=True).lower()
            if answer == "s" or (self._sentence and answer != "r"):
                return

    def _one_sentence(self) -> str:
        """What was said, as soon as it is final; "" where nothing was. Raises AssistError."""
        heard: queue.SimpleQueue[tuple[str, bool] | AssistError] = queue.SimpleQueue()
        self._say('Say a sentence, such as "Thanks for calling, how can I help you today?"')
        test = self._desk.hear_sentence(
            lambda words, is_final: heard.put((words, is_final)),
            lambda sentence: heard.put(AssistError(sentence)),
        )
        until = time.monotonic() + _SENTENCE_S
        last = ""
        try:
            with Live(console=self._console, auto_refresh=False, transient=True) as live:
                while (left := until - time.monotonic()) > 0:
                    try:
                        news = heard.get(timeout=left)
                    except queue.Empty:
                        break
                    if isinstance(news, AssistError):
                        raise news
                    last = news[0]
                    live.update(Text(f"  {last}", "italic"), refresh=True)
                    if news[1]:
                        break
        finally:
            test.close()
        return last

    def _customer(self) -> None:
        if self._ask("Enter plays a sound in your headset, s skips: ", may_skip=True) == "s":
            return
        self._far_end = self._desk.play_far_end()
        self._say(FAR_END[self._far_end])
        answer = self._ask("Did you hear it in your headset? y/n [y]: ", may_skip=True).lower()
        self._has_played = answer not in ("n", "no", "s")

    def _notice(self) -> None:
        self._say(
            "Transcribing a call can count as recording it. What notice do your callers get? The "
            "answer is kept with your calls; ask your lead where you are not sure."
        )
        if self._is_locked("caller_notice"):
            return
        answers = list(NOTICES)
        for number, answer in enumerate(answers, start=1):
            self._say(f"  {number}  {NOTICES[answer]}")
        known = self._desk.chosen("caller_notice")
        usual = answers.index(known) + 1 if known in answers else 0
        number = self._number("Which one", len(answers), usual)
        self._desk.choose("caller_notice", answers[number - 1])

    def _result(self) -> int:
        desk = self._desk
        model = desk.chosen("model")
        rows: tuple[DeviceChoice, ...] = ()
        is_here = False
        try:
            is_here = any(each.is_here for each in desk.models() if each.name == model)
            rows = desk.devices()
        except AssistError as error:
            self._say(str(error))
        used = {each.party: each.description for each in rows if each.is_chosen}
        lines = result_lines(
            SetupResult(
                model=model,
                is_model_here=is_here,
                agent=used.get(Party.AGENT, ""),
                customer=used.get(Party.CUSTOMER, ""),
                sentence=self._sentence,
                far_end=self._far_end,
                has_played=self._has_played,
                notice=desk.chosen("caller_notice"),
                remote=desk.remote(),
            )
        )
        self._console.print("\n[bold]Result[/bold]")
        for is_fine, line in lines:
            self._console.print(Text.assemble(mark(is_fine), f" {line}"), soft_wrap=True)
        desk.finish()
        return 1 if any(is_fine is False for is_fine, _ in lines) else 0

    # --- asking -----------------------------------------------------------------------------------

    def _ask(self, question: str, *, may_skip: bool = False) -> str:
        answer = self._ask_line(question).strip()
        if answer.lower() in ("q", "quit"):
            raise _Stopped
        if answer.lower() == "s" and not may_skip:
            raise _Skipped("Skipped.")
        return answer

    def _number(self, question: str, most: int, usual: int) -> int:
        hint = f" [{usual}]" if usual else " (Enter: later)"
        while True:
            answer = self._ask(f"{question}{hint}: ")
            if not answer:
                if not usual:
                    raise _Skipped("Left for later.")
                return usual
            if answer.isdecimal() and 1 <= int(answer) <= most:
                return int(answer)
            self._say(f"Type a number from 1 to {most}, s to skip or q to stop.")

    def _is_locked(self, key: str) -> bool:
        if self._desk.is_locked(key):
            self._say(_LOCKED)
            return True
        return False

    def _say(self, sentence: str) -> None:
        self._console.print(sentence, markup=False, highlight=False, soft_wrap=True)


class _Skipped(AssistError):
    """A step is left out this time."""


def _described(model: ModelChoice) -> str:
    where = "" if model.is_here else f", to be downloaded, {model.megabytes:,} MB"
    note = f" ({model.note})" if model.note else ""
    language = " (Spanish)" if model.language.startswith("es") else ""
    return f"{model.name}{language}{where}: {FITS[model.fit]}{note}"


def _named(device: DeviceChoice) -> str:
    return f"{'→' if device.is_chosen else ' '} {device.description} ({device.name})"


def _bar(dbfs: int | None) -> str:
    if dbfs is None:
        return " " * _BAR
    share = (min(max(dbfs, _FAINTEST), 0) - _FAINTEST) / -_FAINTEST
    filled = round(share * _BAR)
    return "█" * filled + "░" * (_BAR - filled)
