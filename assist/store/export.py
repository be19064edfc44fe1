"""A stored call as text for people, subtitles, or JSON for other tools. Pure."""

from collections.abc import Callable, Iterable

import msgspec

from assist.core.events import FinalResult
from assist.core.words import Party, Utterance
from assist.core.written import OUTCOME_WORDS, written
from assist.store.errors import StoreError
from assist.store.model import CallOverview, StoredCall, StoredCue

_SPEAKERS = {Party.AGENT: "Agent", Party.CUSTOMER: "Customer"}
_MIN_SUBTITLE_MS = 700
"""A shorter subtitle cannot be read."""


def export(call: StoredCall, form: str) -> str:
    """The call in one of `FORMATS`, ending in a newline. Raises StoreError for another format."""
    try:
        write = FORMATS[form]
    except KeyError:
        raise StoreError(
            f"'{form}' is not an export format; choose {', '.join(FORMATS)}."
        ) from None
    return write(call)


def _json(call: StoredCall) -> str:
    return msgspec.json.format(msgspec.json.encode(call), indent=2).decode() + "\n"


def srt(said: Iterable[Utterance | FinalResult]) -> str:
    """Subtitles (SubRip) of what was said, in the order given."""
    blocks = []
    for number, each in enumerate(said, start=1):
        end = max(each.end, each.start + _MIN_SUBTITLE_MS)
        blocks.append(
            f"{number}\n{_srt_time(each.start)} --> {_srt_time(end)}\n"
            f"{_SPEAKERS[each.party]}: {written(each.text)}\n"
        )
    return "\n".join(blocks)


def _srt(call: StoredCall) -> str:
    return srt(call.utterances)


def _srt_time(ms: int) -> str:
    seconds, ms = divmod(ms, 1000)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d},{ms:03d}"


def _text(call: StoredCall) -> str:
    lines = [*_heading(call.overview), ""]
    lines += [_said(each) for each in call.utterances]
    if call.promises:
        lines += ["", "Promises"]
        lines += [
            f"  {written(promise.who)}: {written(promise.what)}"
            + (f" ({promise.due})" if promise.due else "")
            + (f", missing: {', '.join(promise.missing)}" if promise.missing else "")
            for promise in call.promises
        ]
    advised = [_advised(cue, cue.shown_at) for cue in call.cues if cue.shown_at is not None]
    if advised:
        lines += ["", "Prompts", *advised]
    if call.overview.note:
        lines += ["", "Note", *(f"  {line}" for line in call.overview.note.splitlines())]
    return "\n".join(lines) + "\n"


def _heading(overview: CallOverview) -> list[str]:
    customer = " ".join(part for part in (overview.customer_name, overview.customer_number) if part)
    begun = overview.started_at  # the agent's local time then, as the commands show it
    facts = {
        "Call": overview.id,
        "Begun": f"{begun.day} {begun:%b %Y %H:%M}",
        "Length": clock(overview.duration_ms),
        "Customer": customer,
        "Agent": overview.agent,
        "Outcome": OUTCOME_WORDS.get(overview.outcome, overview.outcome.replace("_", " ")),
        "Problem": written(overview.problem),
    }
    return [f"{name + ':':10}{value}" for name, value in facts.items() if value]


def _advised(cue: StoredCue, at: int) -> str:
    title = "" if cue.title in ("", cue.headline) else f"{cue.title}: "
    ending = cue.ending.replace("_", " ") or "still open at the end"
    return f"{clock(at):>6} {title}{cue.headline} ({ending})"


def _said(each: Utterance) -> str:
    return f"{clock(each.start):>6} {_SPEAKERS[each.party]:9} {written(each.text)}"


def clock(ms: int) -> str:
    """Call time as m:ss."""
    return f"{ms // 60_000}:{ms // 1000 % 60:02d}"


FORMATS: dict[str, Callable[[StoredCall], str]] = {"json": _json, "txt": _text, "srt": _srt}
