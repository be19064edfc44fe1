"""A stored call as text for people, subtitles, or JSON for other tools. Pure."""

from collections.abc import Callable

import msgspec

from assist.core.words import Party, Utterance
from assist.core.written import written
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


def _srt(call: StoredCall) -> str:
    blocks = []
    for number, each in enumerate(call.utterances, start=1):
        end = max(each.end, each.start + _MIN_SUBTITLE_MS)
        blocks.append(
            f"{number}\n{_srt_time(each.start)} --> {_srt_time(end)}\n"
            f"{_SPEAKERS[each.party]}: {written(each.text)}\n"
        )
    return "\n".join(blocks)


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
    if call.cues:
        lines += ["", "Prompts"]
        lines += [_advised(cue) for cue in call.cues]
    if call.overview.note:
        lines += ["", "Note", f"  {call.overview.note}"]
    return "\n".join(lines) + "\n"


def _heading(overview: CallOverview) -> list[str]:
    customer = " ".join(part for part in (overview.customer_name, overview.customer_number) if part)
    facts = {
        "Call": overview.id,
        "Begun": overview.started_at.isoformat(sep=" ", timespec="seconds"),
        "Length": clock(overview.duration_ms),
        "Customer": customer,
        "Agent": overview.agent,
        "Outcome": overview.outcome,
        "Problem": written(overview.problem),
    }
    return [f"{name + ':':10}{value}" for name, value in facts.items() if value]


def _advised(cue: StoredCue) -> str:
    return f"  {clock(cue.at)} {cue.headline} [{cue.rule}: {cue.ending or 'open'}]"


def _said(each: Utterance) -> str:
    return f"{clock(each.start):>6} {_SPEAKERS[each.party]:9} {written(each.text)}"


def clock(ms: int) -> str:
    """Call time as m:ss."""
    return f"{ms // 60_000}:{ms // 1000 % 60:02d}"


FORMATS: dict[str, Callable[[StoredCall], str]] = {"json": _json, "txt": _text, "srt": _srt}
