"""`assist calls show`: what was said and advised in a call, and why."""

import argparse
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from assist import app
from assist.cli.calls_common import (
    begun_text,
    feeling_text,
    find_id,
    make_console,
    outcome_text,
)
from assist.cli.common import clock
from assist.cli.setup_words import NOTICES
from assist.core.events import MomentFlagged
from assist.core.recap import recap_text
from assist.core.words import Party
from assist.core.written import written

if TYPE_CHECKING:
    from assist.store.model import StoredCall, StoredCue

_STYLES = {Party.AGENT: "cyan", Party.CUSTOMER: "magenta"}
_SPEAKERS = {Party.AGENT: "Agent", Party.CUSTOMER: "Customer"}
_REASONS = {
    "agent_speaking": "waited while the agent spoke",
    "minimum_gap": "waited for the gap between two cards",
    "card_taken": "waited behind another card",
    "budget": "the budget of attention was spent",
    "cool_down": "shown a short while before",
    "max_per_call": "shown often enough in this call",
    "duplicate": "the same was advised already",
    "done": "the agent had just done it",
    "praise_once": "praise comes once a call",
    "too_late": "its moment was over",
    "shadow": "the rule is in shadow",
    "holdout": "kept back: a comparison call",
}
"""Why a prompt waited or was not shown, in words."""
_UNSEEN = {"done": "done all the same", "not_done": "not done", "withdrawn": "taken back"}


def run_show(args: argparse.Namespace) -> int:
    with app.open_store() as store:
        call_id = find_id(store, args.call)
        app.log_looks(store, (call_id,), "open")
        call = store.get_call(call_id)
    console = make_console()
    console.print(_heading(call))
    console.print()
    for _, line in sorted(_lines(call, why=args.why), key=lambda each: each[0]):
        console.print(line)
    for title, items in (
        ("Promises", [_promised(p.what, p.due, p.missing) for p in call.promises]),
        ("For later", [_flagged(flag) for flag in call.flags]),
        ("Summary", [Text(line) for line in _summary(call).splitlines()]),
        ("Note", [Text(line) for line in call.overview.note.splitlines()]),
    ):
        if items:
            console.print(Text(f"\n{title}", style="bold"))
            for item in items:
                console.print(Text("  ").append_text(item))
    console.print(Text(f"\nJournal: {call.overview.journal}", style="dim"), soft_wrap=True)
    return 0


def _summary(call: "StoredCall") -> str:
    """The agent's own, else the one that the wrap-up card would show."""
    overview = call.overview
    return overview.summary or recap_text(overview.problem, overview.done, call.promises)


def _flagged(flag: MomentFlagged) -> Text:
    text = Text(f"{clock(flag.at):>6}  {flag.note or 'a moment was marked'}")
    if flag.kind == "help":
        text.append("  (help asked)", style="yellow")
    elif flag.for_lead:
        text.append("  (for a lead)", style="yellow")
    return text


def _heading(call: "StoredCall") -> Table:
    overview = call.overview
    who = " ".join(part for part in (overview.customer_name, overview.customer_number) if part)
    begun = begun_text(overview).strip()
    table = Table.grid(padding=(0, 2))
    table.add_row("Call", Text(overview.id, style="bold"))
    table.add_row("Begun", Text(f"{begun}, {clock(overview.duration_ms)} long"))
    table.add_row("Customer", Text(who or "not known"))
    table.add_row("Outcome", outcome_text(overview))
    table.add_row("Feeling", feeling_text(overview))
    if overview.problem:
        at = overview.problem_at
        known = f" (known at {clock(at)})" if at is not None else ""
        table.add_row("Problem", Text(written(overview.problem) + known))
    if overview.drivers:
        causes = ", ".join(driver.replace("_", " ") for driver in overview.drivers)
        table.add_row("Causes", Text(causes))
    if overview.barriers:
        table.add_row("Barriers", Text(f"{overview.barriers} times not the agent's to decide"))
    if overview.notice:
        table.add_row("Notice", Text(NOTICES.get(overview.notice, overview.notice)))
    prompts = f"{overview.cues_shown} shown, {overview.cues_heeded} heeded"
    table.add_row("Prompts", Text(prompts))
    if overview.agent_percent:
        table.add_row("Agent spoke", Text(f"{overview.agent_percent} % of the time"))
    return table


def _lines(call: "StoredCall", *, why: bool) -> list[tuple[tuple[int, int], Text]]:
    """What was said, shown and lost, each with its place in time."""
    lines: list[tuple[tuple[int, int], Text]] = []
    for each in call.utterances:
        line = Text(f"{clock(each.start):>6}  ", style="dim")
        line.append(f"{_SPEAKERS[each.party]:9} ", style=f"bold {_STYLES[each.party]}")
        line.append(written(each.text), style="not dim")
        lines.append(((each.start, 0), line))
    for cue in call.cues:
        if why or cue.shown_at is not None:
            at = cue.at if cue.shown_at is None else cue.shown_at
            line = _prompt(cue, at)
            if why:
                line.append_text(_reasons(cue, call))
            lines.append(((at, 1), line))
    for loss in call.losses:
        lost = f"{clock(loss.at):>6}  {loss.duration_ms} ms of {loss.party} were not heard"
        lines.append(((loss.at, 2), Text(lost, style="red")))
    return lines


def _prompt(cue: "StoredCue", at: int) -> Text:
    ending = cue.ending.replace("_", " ") or "still open at the end"
    line = Text(f"{clock(at):>6}  ", style="dim")
    line.append("  ▸ ", style="yellow")
    line.append(cue.headline, style="bold not dim")
    line.append(f"  ({ending})", style="green not dim" if cue.ending == "heeded" else "")
    return line


def _reasons(cue: "StoredCue", call: "StoredCall") -> Text:
    """What a prompt rests on, line by line below it, and why it waited or was not shown."""
    rows = [f"prompt {cue.cue}, rule {cue.rule}, met at {clock(cue.at)}"]
    for piece in cue.evidence:
        if piece.utterance is None or piece.party is None:
            rows.append(piece.text)
        else:
            words = f'"{written(piece.text)}" {piece.party} at {clock(piece.start)}'
            rows.append(f"{words}, {round(100 * piece.confidence)} % sure")
    rows += cue.lessons
    if cue.delay_ms is not None:
        rows.append(f"on screen {cue.delay_ms / 1000:.1f} s after the last word")
    if cue.reason:
        is_shown = cue.shown_at is not None
        rows.append(("" if is_shown else "not shown: ") + _REASONS.get(cue.reason, cue.reason))
    if cue.unseen:
        rows.append(f"without the prompt: {_UNSEEN.get(cue.unseen, cue.unseen)}")
    for mark in call.marks:
        if mark.cue == cue.cue:
            verdict = "right" if mark.is_right else "wrong"
            rows.append(f"marked {verdict} by {mark.by or mark.origin}")
    return Text("".join(f"\n{'':14}{row}" for row in rows), style="dim")


def _promised(what: str, due: str, missing: tuple[str, ...]) -> Text:
    text = Text(written(what))
    if due:
        text.append(f", {due}", style="bold")
    if missing:
        text.append(f" ({', '.join(missing)} missing)", style="red")
    return text
