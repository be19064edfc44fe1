"""A call as it goes, in the terminal: settled lines scroll up, the present stands below them."""

from collections.abc import Iterator
from itertools import zip_longest

from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from assist.cli.common import clock
from assist.core import events, notices
from assist.core.commands import Command, DismissCue, MarkCue
from assist.core.words import Party
from assist.core.written import OUTCOME_WORDS, written

_PARTY_NAME = {Party.AGENT: "Agent", Party.CUSTOMER: "Customer"}
_PARTY_STYLE = {Party.AGENT: "cyan", Party.CUSTOMER: "magenta"}
_URGENCY_STYLE = {
    events.Urgency.URGENT: "red",
    events.Urgency.NUDGE: "yellow",
    events.Urgency.HINT: "yellow",
    events.Urgency.PRAISE: "green",
}
_FEELING_WORDS = {
    events.Feeling.NONE: "Calm",
    events.Feeling.FRUSTRATION: "Frustrated",
    events.Feeling.ANGER: "Angry",
    events.Feeling.WORRY: "Worried",
    events.Feeling.DISAPPOINTMENT: "Disappointed",
    events.Feeling.EXHAUSTION: "Exhausted",
    events.Feeling.CONFUSION: "Confused",
    events.Feeling.GRATITUDE_RELIEF: "Relieved",
}
_TREND_WORDS = {
    events.Trend.BETTER: ", getting better",
    events.Trend.WORSE: ", getting worse",
    events.Trend.STEADY: "",
}
_CURVE_STEPS = "▁▂▃▄▅▆▇█"
_CURVE_WIDTH = 40
_NO_BREAK = "\N{NO-BREAK SPACE}"
_VERDICTS = {"g": True, "b": False}
"""Keys that judge the prompt in view, or the last one that was: good, bad."""
_NOT_NOW = "."
CHECKLIST_WORDS = {
    "name_used": "Name used",
    "problem_confirmed": "Problem confirmed",
    "feeling_named": "Feeling named",
    "took_ownership": "Took ownership",
    "time_promised": "Time promised",
    "thanked": "Thanked",
}


def feeling_words(feeling: events.Feeling, trend: events.Trend) -> str:
    """The feeling as the header says it, e.g. "Frustrated, getting worse"."""
    return _FEELING_WORDS[feeling] + _TREND_WORDS[trend]


class TerminalView:
    """Shows a call's messages on a console; use as a context manager.

    On a terminal the present (feeling, prompt, checklist, words being spoken) is redrawn below the
    settled lines, unless `is_live` says that the call is long over; elsewhere only the settled
    lines are printed, each whole.
    """

    def __init__(self, console: Console, *, is_live: bool = True) -> None:
        self._console = console
        self._is_live = is_live and console.is_terminal
        self._live = Live(console=console, refresh_per_second=8, transient=True)
        self._at = 0
        self._name = ""
        self._feeling: events.FeelingChanged | None = None
        self._levels: list[int] = []
        self._partials: dict[Party, str] = {}
        self._raised: dict[int, events.CueRaised] = {}
        self._shown: set[int] = set()
        self._card: events.CueRaised | None = None
        self._next: events.CueRaised | None = None
        self._ticks: dict[str, bool] = {}
        self._titles = dict(CHECKLIST_WORDS)
        self._marks: dict[int, bool] = {}
        self._last_card: int | None = None
        self._sequence: events.SequenceChanged | None = None
        self._knowledge: events.KnowledgeShown | None = None
        self._promises: dict[int, events.PromiseMade] = {}
        self._watching = ""
        self.saved: notices.CallSaved | None = None
        self.is_forgotten = False
        """The call was private and is over."""
        self.is_private_mode = True
        """Whether that was chosen; else it could not be kept."""

    def __enter__(self) -> "TerminalView":
        if self._is_live:
            self._live.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._live.stop()

    def handle(self, message: events.Event | notices.Notice) -> None:
        """Take in one message and show what it changes."""
        if isinstance(message, events.Event):
            self._at = max(self._at, message.at)
        self._take_in(message)
        if self._is_live:
            self._live.update(self._present())

    def command_of(self, key: str) -> Command | None:
        """What a key asks of the engine; None for any other key, or with no prompt to ask it of."""
        card = self._card.cue if self._card else None
        marked = card if card is not None else self._last_card
        if key in _VERDICTS and marked is not None:
            return MarkCue(cue=marked, is_right=_VERDICTS[key])
        if key == _NOT_NOW and card is not None:
            return DismissCue(cue=card)
        return None

    def _take_in(self, message: events.Event | notices.Notice) -> None:
        match message:
            case events.PartialResult():
                self._partials[message.party] = message.text
            case events.FinalResult():
                self._partials.pop(message.party, None)
                if message.text:
                    self._print_line(message)
            case events.NameLearned():
                self._name = message.name
            case events.FeelingChanged():
                self._feeling = message
                self._levels = [*self._levels[1 - _CURVE_WIDTH :], message.level]
            case events.ChecklistChanged():
                self._ticks[message.item] = message.is_done
                if message.title:
                    self._titles[message.item] = message.title
            case events.CueMarked():
                self._marks[message.cue] = message.is_right
                if message.cue in self._raised:
                    verdict = "good" if message.is_right else "wrong"
                    self._note(f"marked {verdict}: {self._raised[message.cue].title}", "dim")
            case events.SequenceChanged():
                self._sequence = None if message.is_over else message
            case events.KnowledgeShown():
                self._knowledge = message
                points = "; ".join(message.points)
                self._note(f"Good to know · {message.title}: {points}", "dim")
            case events.ComparisonCall():
                what = "prompts" if message.is_whole else "some prompts"
                self._note(f"Comparison call: {what} are kept back to measure them", "dim")
            case events.LeadWrote():
                self._note(f"From {message.by}: {message.text}", "bold")
            case events.LeadsWatching():
                self._watching = ", ".join(message.names)
                who = self._watching or "nobody"
                self._note(f"Watching this call: {who}", "yellow")
            case events.PromiseMade():
                self._promises[message.promise] = message
            case events.CueEvent():
                self._take_in_cue(message)
            case events.AudioLost():
                self._note(
                    f"{message.duration_ms} ms of the {message.party} were not heard",
                    "red",
                )
            case events.SideHeard(is_heard=False):
                self._note(f"{message.party}: {message.reason}", "red")
            case events.WrapUp():
                self._live.stop()
                self._print_wrap_up(message)
            case notices.CallForgotten():
                self.is_forgotten = True
                self.is_private_mode = message.is_chosen
            case notices.CallSaved():
                self.saved = message
            case notices.Trouble():
                self._note(message.sentence, "red")
            case notices.RuleShadowed():
                count = message.right + message.wrong
                self._note(
                    f"'{message.title}' was right in {message.right} of {count} marks only and is "
                    "no longer shown",
                    "yellow",
                )

    def _take_in_cue(self, event: events.CueEvent) -> None:
        match event:
            case events.CueRaised():
                self._raised[event.cue] = event
            case events.CueShown(place="next"):
                self._shown.add(event.cue)
                self._next = self._raised.get(event.cue)
                if self._next:
                    lead = Text(f"{clock(event.at):>5}  ", style="dim")
                    self._print_hanging(lead, Text(f"Next: {self._next.headline}", "yellow"))
            case events.CueShown():
                self._shown.add(event.cue)
                self._card = self._raised.get(event.cue)
                self._last_card = event.cue
                self._next = None if self._next == self._card else self._next
                if self._card:
                    self._print_card(self._card, event.at)
            case events.CueHeeded() if event.cue in self._shown:
                self._note(f"✓ done: {self._raised[event.cue].title}", "green")
            case events.CueWithdrawn() if event.cue in self._shown:
                self._note(f"taken back: {self._raised[event.cue].title}", "dim")
        if isinstance(event, events.CUE_ENDINGS):
            if self._card and self._card.cue == event.cue:
                self._card = None
            if self._next and self._next.cue == event.cue:
                self._next = None

    def _print_line(self, result: events.FinalResult) -> None:
        lead = Text(f"{clock(result.start):>5}  ", style="dim")
        lead.append(f"{_PARTY_NAME[result.party]:<9}", style=_PARTY_STYLE[result.party])
        self._print_hanging(lead, Text(written(result.text)))

    def _print_card(self, cue: events.CueRaised, at: int) -> None:
        style = _URGENCY_STYLE[cue.urgency]
        lead = Text(f"{clock(at):>5}  ", style="dim").append("▌ ", style=f"not dim {style}")
        words = Text(f"{cue.title}: ", style=style).append(cue.headline, style="bold")
        self._print_hanging(lead, words)

    def _note(self, text: str, style: str) -> None:
        self._print_hanging(Text(f"{clock(self._at):>5}  ", style=style), Text(text, style=style))

    def _print_hanging(self, lead: Text, words: Text) -> None:
        """A line whose further rows begin under its words; in one piece where no one reads it."""
        if not self._console.is_terminal:
            self._console.print(Text.assemble(lead, words), soft_wrap=True)
            return
        line = Table.grid()
        line.add_column(width=lead.cell_len, no_wrap=True)
        line.add_column(overflow="fold")
        line.add_row(lead, words)
        self._console.print(line)

    def _print_wrap_up(self, wrap_up: events.WrapUp) -> None:
        if self._console.is_terminal:
            self._console.print(wrap_up_panel(wrap_up))
            return
        self._console.print("Wrap-up")
        for name, words in _wrap_up_rows(wrap_up):
            self._console.print(Text(f"  {name:<10}{words}"), soft_wrap=True)

    def _present(self) -> RenderableType:
        rows: list[RenderableType] = [self._feeling_row()]
        if self._card:
            rows.append(self._card_panel(self._card))
        if self._next:
            rows.append(Text(f"Next  {self._next.headline}", style="yellow"))
        if self._sequence:
            rows.append(self._sequence_row(self._sequence))
        rows.append(self._checklist_row())
        for promise in self._promises.values():
            rows.append(Text(f"Promised: {promise.what}  {promise.due or 'when?'}", style="green"))
        for party, text in self._partials.items():
            rows.append(
                Text(
                    f"{_PARTY_NAME[party]}: {text}",
                    style=f"italic {_PARTY_STYLE[party]}",
                )
            )
        title = f"{self._name or 'Customer'} · {clock(self._at)}"
        if self._watching:
            title += f" · watching: {self._watching}"
        return Panel(Group(*rows), title=Text(title), title_align="left", border_style="dim")

    def _feeling_row(self) -> Text:
        if self._feeling is None:
            return Text("Listening", style="dim")
        row = Text(feeling_words(self._feeling.feeling, self._feeling.trend), style="bold")
        row.append("  ")
        for level in self._levels:
            step = (level + 100) * (len(_CURVE_STEPS) - 1) // 200
            row.append(_CURVE_STEPS[step], style="red" if level < 0 else "green")
        return row

    def _sequence_row(self, sequence: events.SequenceChanged) -> Text:
        row = Text(f"{sequence.title}:", style="yellow")
        for step in sequence.steps:
            mark, style = ("✓", "green") if step.is_done else ("○", "dim")
            row.append(f"  {mark}{_NO_BREAK}{step.title.replace(' ', _NO_BREAK)}", style=style)
        return row

    def _card_panel(self, cue: events.CueRaised) -> Panel:
        style = _URGENCY_STYLE[cue.urgency]
        body = Text(cue.headline, style="bold")
        if cue.evidence and cue.evidence[0].text:
            body.append(f"\n“{written(cue.evidence[0].text)}”", style="dim not bold")
        for direction in cue.directions:
            body.append(f"\n• {direction}", style="not bold")
        mark = self._marks.get(cue.cue)
        verdict = "" if mark is None else " · marked good" if mark else " · marked wrong"
        return Panel(
            body,
            title=cue.title,
            title_align="left",
            subtitle=f"g good · b wrong · . not now{verdict}",
            subtitle_align="right",
            border_style=style,
        )

    def _checklist_row(self) -> Table:
        rows = Table.grid(padding=(0, 3))
        cells = []
        for item, words in self._titles.items():
            is_done = self._ticks.get(item, False)
            # A mark at the end of one row and its word on the next could be anybody's.
            cell = f"{'✓' if is_done else '○'} {words}".replace(" ", _NO_BREAK)
            cells.append(Text(cell, style="green" if is_done else "dim"))
        for left, right in zip_longest(cells[::2], cells[1::2], fillvalue=Text("")):
            rows.add_row(left, right)
        return rows


def wrap_up_panel(wrap_up: events.WrapUp) -> Panel:
    """What the call came to, as a panel."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim")
    table.add_column()
    for name, words in _wrap_up_rows(wrap_up):
        table.add_row(name, Text(words))
    return Panel(table, title="Wrap-up", title_align="left", border_style="green")


def _wrap_up_rows(wrap_up: events.WrapUp) -> Iterator[tuple[str, str]]:
    yield "Customer", wrap_up.customer_name or "not named"
    yield "Length", clock(wrap_up.duration_ms)
    if wrap_up.outcome:
        yield "Outcome", OUTCOME_WORDS.get(wrap_up.outcome, wrap_up.outcome)
    if wrap_up.problem:
        known = f" (known at {clock(wrap_up.problem_at)})" if wrap_up.problem_at is not None else ""
        yield "Problem", written(wrap_up.problem) + known
    if wrap_up.drivers:
        yield "Causes", ", ".join(driver.replace("_", " ") for driver in wrap_up.drivers)
    steady = events.Trend.STEADY
    feelings = dict.fromkeys((wrap_up.first_feeling, wrap_up.last_feeling))
    yield "Feeling", " → ".join(feeling_words(feeling, steady) for feeling in feelings)
    for promise in wrap_up.promises:
        yield "Promised", written(f"{promise.what} {promise.due}".strip())
    yield "Prompts", f"{wrap_up.cues_shown} shown, {wrap_up.cues_heeded} heeded"
    if wrap_up.barriers:
        yield "Barriers", f"{wrap_up.barriers} times not the agent's to decide"
    if wrap_up.courtesies:
        yield "Courtesy", f"thanks and pleases: {wrap_up.courtesies}"
    done = [CHECKLIST_WORDS.get(item, item) for item in wrap_up.checklist]
    yield "Done", ", ".join(done) or "nothing on the checklist"
