"""A call as it goes, in the terminal: settled lines scroll up, the present stands below them."""

from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from assist.cli.common import OUTCOME_WORDS, clock
from assist.core import events, notices
from assist.core.words import Party
from assist.core.written import written

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
    settled lines; elsewhere only the settled lines are printed.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
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
        self._promises: dict[int, events.PromiseMade] = {}
        self.saved: notices.CallSaved | None = None

    def __enter__(self) -> "TerminalView":
        if self._console.is_terminal:
            self._live.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._live.stop()

    def handle(self, message: events.Event | notices.Notice) -> None:
        """Take in one message and show what it changes."""
        if isinstance(message, events.Event):
            self._at = max(self._at, message.at)
        self._take_in(message)
        if self._console.is_terminal:
            self._live.update(self._present())

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
                self._console.print(wrap_up_panel(message))
            case notices.CallSaved():
                self.saved = message
            case notices.Trouble():
                self._note(message.sentence, "red")

    def _take_in_cue(self, event: events.CueEvent) -> None:
        match event:
            case events.CueRaised():
                self._raised[event.cue] = event
            case events.CueShown(place="next"):
                self._shown.add(event.cue)
                self._next = self._raised.get(event.cue)
            case events.CueShown():
                self._shown.add(event.cue)
                self._card = self._raised.get(event.cue)
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
        line = Text(f"{clock(result.start):>5}  ", style="dim")
        name = _PARTY_NAME[result.party]
        line.append(f"{name:<9}", style=_PARTY_STYLE[result.party])
        line.append(written(result.text), style="default")
        self._console.print(line, soft_wrap=False)

    def _print_card(self, cue: events.CueRaised, at: int) -> None:
        style = _URGENCY_STYLE[cue.urgency]
        line = Text(f"{clock(at):>5}  ", style="dim")
        line.append(f"▌ {cue.title}: ", style=style)
        line.append(cue.headline, style=f"bold {style}")
        self._console.print(line)

    def _note(self, text: str, style: str) -> None:
        self._console.print(Text(f"{clock(self._at):>5}  {text}", style=style))

    def _present(self) -> RenderableType:
        rows: list[RenderableType] = [self._feeling_row()]
        if self._card:
            rows.append(self._card_panel(self._card))
        if self._next:
            rows.append(Text(f"Next  {self._next.headline}", style="yellow"))
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
        return Panel(Group(*rows), title=title, title_align="left", border_style="dim")

    def _feeling_row(self) -> Text:
        if self._feeling is None:
            return Text("Listening", style="dim")
        row = Text(feeling_words(self._feeling.feeling, self._feeling.trend), style="bold")
        row.append("  ")
        for level in self._levels:
            step = (level + 100) * (len(_CURVE_STEPS) - 1) // 200
            row.append(_CURVE_STEPS[step], style="red" if level < 0 else "green")
        return row

    def _card_panel(self, cue: events.CueRaised) -> Panel:
        style = _URGENCY_STYLE[cue.urgency]
        body = Text(cue.headline, style="bold")
        if cue.evidence and cue.evidence[0].text:
            body.append(f"\n“{written(cue.evidence[0].text)}”", style="dim not bold")
        for direction in cue.directions:
            body.append(f"\n• {direction}", style="not bold")
        return Panel(body, title=cue.title, title_align="left", border_style=style)

    def _checklist_row(self) -> Text:
        row = Text()
        for item, words in CHECKLIST_WORDS.items():
            is_done = self._ticks.get(item, False)
            row.append(
                f"{'✓' if is_done else '○'} {words}   ",
                style="green" if is_done else "dim",
            )
        return row


def wrap_up_panel(wrap_up: events.WrapUp) -> Panel:
    """What the call came to, as a panel."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim")
    table.add_column()
    table.add_row("Customer", wrap_up.customer_name or "not named")
    table.add_row("Length", clock(wrap_up.duration_ms))
    table.add_row("Outcome", OUTCOME_WORDS.get(wrap_up.outcome, wrap_up.outcome))
    if wrap_up.problem:
        table.add_row("Problem", written(wrap_up.problem))
    steady = events.Trend.STEADY
    feelings = (wrap_up.first_feeling, wrap_up.last_feeling)
    table.add_row("Feeling", " → ".join(feeling_words(feeling, steady) for feeling in feelings))
    for promise in wrap_up.promises:
        table.add_row("Promised", written(f"{promise.what} {promise.due}".strip()))
    table.add_row("Prompts", f"{wrap_up.cues_shown} shown, {wrap_up.cues_heeded} heeded")
    done = [CHECKLIST_WORDS.get(item, item) for item in wrap_up.checklist]
    table.add_row("Done", ", ".join(done) or "nothing on the checklist")
    return Panel(table, title="Wrap-up", title_align="left", border_style="green")
