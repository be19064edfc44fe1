"""What the actions of `assist calls` share."""

import sys
from datetime import datetime
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from assist.cli.terminal import feeling_words
from assist.core.errors import UsageError
from assist.core.events import Feeling, Trend
from assist.core.written import OUTCOME_WORDS

if TYPE_CHECKING:
    from assist.store.calls import SqlCallStore
    from assist.store.model import CallOverview

LATEST = "last"
PIPE_WIDTH = 160
"""Columns for a table that goes to a file or another program."""

SHEET_HEADS = (
    *("call", "begun", "seconds", "agent", "customer", "number", "reference", "outcome"),
    *("at_risk", "first_feeling", "last_feeling", "prompts_shown", "prompts_heeded", "problem"),
)


def counted(count: int, what: str) -> str:
    """ "1 call", "2 calls"."""
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def sheet_row(call: "CallOverview") -> tuple[object, ...]:
    """A call as a line of a sheet under `SHEET_HEADS`."""
    return (
        call.id,
        call.started_at.isoformat(timespec="seconds"),
        round(call.duration_ms / 1000),
        call.agent,
        call.customer_name,
        call.customer_number,
        call.reference,
        call.outcome,
        int(call.at_risk),
        call.first_feeling.value,
        call.last_feeling.value,
        call.cues_shown,
        call.cues_heeded,
        call.problem,
    )


def begun_text(call: "CallOverview") -> str:
    """The agent's local time then: "22 Nov 04:45", with the year if it is not this one."""
    begun = call.started_at
    year = "" if begun.year == datetime.now(begun.tzinfo).year else f" {begun.year}"
    return f"{begun.day:2} {begun:%b}{year} {begun:%H:%M}"


def customer_text(call: "CallOverview") -> str:
    return call.customer_name or call.customer_number


def outcome_text(call: "CallOverview", *, is_short: bool = False) -> Text:
    words = OUTCOME_WORDS.get(call.outcome, call.outcome.replace("_", " ").capitalize())
    if is_short:
        words = words.partition(" ")[0]
    text = Text(words or "-")
    if call.at_risk:
        text.append(", at risk", style="red")
    return text


def feeling_text(call: "CallOverview") -> Text:
    names = [
        feeling_words(feeling, Trend.STEADY)
        for feeling in dict.fromkeys((call.first_feeling, call.last_feeling))
        if feeling is not Feeling.NONE
    ]
    return Text(" → ".join(names) or "-", style="green" if call.turned_around else "")


def find_id(store: "SqlCallStore", asked: str) -> str:
    """The id of the call a user means."""
    from assist.store.model import CallFilter

    store.catch_up()
    if asked != LATEST:
        return store.find_call(asked)
    latest = store.list_calls(CallFilter(limit=1))
    if not latest:
        raise UsageError("There are no calls yet; 'assist demo' plays one.")
    return latest[0].id


def make_console() -> Console:
    console = Console()
    return console if console.is_terminal else Console(width=PIPE_WIDTH)


def notice(sentence: str) -> None:
    """Said beside the data: standard output stays clean for other programs."""
    sys.stderr.write(sentence + "\n")


def say_still_read() -> None:
    """After a deletion: somebody's reading keeps the old pages of the database in its files."""
    notice(
        "Another program is reading the calls at this moment: what was deleted stays in the "
        "database's files, encrypted, until that is done and the next call has ended."
    )
