"""What the Live tab says of a call. Plain Python but for translation."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from assist.core.events import Feeling
from assist.core.live import LeadsLine, LiveCall, LivePromise, LivePrompt, LiveState, LiveWords
from assist.ui.leadwords import need_text
from assist.ui.wording import feeling_text, quoted


def _tr(text: str) -> str:
    return QCoreApplication.translate("Live", text)


def since_text(since: datetime, now: datetime) -> str:
    """How long a call has needed somebody."""
    minutes = max(0, int((now - since).total_seconds())) // 60
    return _tr("for {minutes} min").format(minutes=minutes) if minutes else _tr("just now")


def state_text(state: LiveState) -> str:
    """The customer's feeling in words; "" before any was heard."""
    if state.is_paused:
        return _tr("Listening is paused")
    if state.feeling is Feeling.NONE:
        return ""
    return feeling_text(state.feeling, state.trend)


def needs_text(call: LiveCall) -> str:
    return ", ".join(map(need_text, call.needs))


def call_said(call: LiveCall, now: datetime) -> str:
    """A row as a screen reader says it."""
    parts = [call.agent, needs_text(call), since_text(call.since, now), state_text(call.state)]
    if call.watchers:
        parts.append(watchers_text(call))
    return ", ".join(filter(None, parts))


def watchers_text(call: LiveCall) -> str:
    return _tr("watched by {names}").format(names=", ".join(call.watchers))


def feeling_line(state: LiveState, words: LiveWords | None) -> str:
    """The feeling, with the customer's own words for it where they may be shown."""
    text = state_text(state) or _tr("No feeling heard yet")
    return f"{text}: {quoted(words.feeling)}" if words is not None and words.feeling else text


def prompt_text(prompt: LivePrompt, words: LiveWords | None) -> str:
    """A prompt with what became of it: "✓ Say what you can do"."""
    headline = "" if words is None else words.headlines.get(prompt.cue, "")
    name = headline or prompt.title or prompt.rule
    if not prompt.ending:
        return _tr("▸ {prompt} (in view)").format(prompt=name)
    if prompt.ending in ("heeded", "stood_down"):
        return _tr("✓ {prompt} (done)").format(prompt=name)
    return _tr("– {prompt} (not done)").format(prompt=name)


def promise_text(promise: LivePromise, words: LiveWords | None) -> str:
    """What was promised, or when it is due where the words stay away."""
    said = "" if words is None else words.promises.get(promise.promise, "")
    if said:
        return said
    if not promise.is_concrete:
        return _tr("A promise without a time")
    try:
        due = datetime.fromisoformat(promise.due_at)
    except ValueError:
        return _tr("A promise with a time")
    return _tr("A promise for {time}").format(time=f"{due:%H:%M}")


def sent_text(line: LeadsLine) -> str:
    """A line that was sent, with its way so far."""
    when = "" if line.at is None else f"{line.at.astimezone():%H:%M} "
    way = _tr("arrived") if line.has_arrived else _tr("on its way")
    return f"{when}{line.by}: {line.text} · {way}"
