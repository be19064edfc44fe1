"""A finished call as text: its summary, and the whole record for the CRM. Plain but for words."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from assist.core.cardlike import without_cards
from assist.core.events import PromiseMade
from assist.core.recap import RecapLabels, recap_text
from assist.core.written import written
from assist.ui.callstate import CallState
from assist.ui.drivers import driver_text
from assist.ui.wording import due_text, duration_text


def _tr(text: str) -> str:
    return QCoreApplication.translate("Record", text)


def summary_of(state: CallState) -> str:
    """The agent's own wording of the call, else one made from what was said."""
    if state.after.summary:
        return state.after.summary
    wrap_up = state.wrap_up
    if wrap_up is None:
        return ""
    labels = RecapLabels(problem=_tr("Problem"), done=_tr("Done"), promised=_tr("Promised"))
    return recap_text(wrap_up.problem, wrap_up.done, state.promises.values(), labels)


def outcome_text(outcome: str) -> str:
    words = {
        "resolved": _tr("Resolved"),
        "follow_up": _tr("Follow-up"),
        "unresolved": _tr("Unresolved"),
    }
    return words.get(outcome, outcome)


def when_text(promise: PromiseMade, today: datetime | None) -> str:
    return due_text(promise.due_at, today) or written(promise.due)


def record_text(state: CallState, summary: str, note: str) -> str:
    """The call as lines of plain text, as a CRM's notes field takes them."""
    started, wrap_up = state.started, state.wrap_up
    if started is None or wrap_up is None:
        return ""
    begun = _moment(started.started_at)
    customer = ", ".join(part for part in (state.name, started.customer_number) if part)
    when = "" if begun is None else f"{begun:%Y-%m-%d %H:%M}"
    lines = [
        (_tr("Call"), ", ".join(part for part in (when, duration_text(state.now)) if part)),
        (_tr("Customer"), customer),
        (_tr("Reference"), started.reference),
        (_tr("Outcome"), outcome_text(state.after.outcome)),
        (_tr("Causes"), ", ".join(map(driver_text, wrap_up.drivers))),
    ]
    text = [f"{name}: {value}" for name, value in lines if value]
    if summary:
        text += ["", summary]
    if state.promises and state.after.summary:
        # A summary of the agent's own may not name them.
        text += ["", *(_promise_line(each) for each in state.promises.values())]
    if note:
        text += ["", f"{_tr('Note')}: {note}"]
    return without_cards("\n".join(text))  # what was typed a moment ago is not masked yet


def _promise_line(promise: PromiseMade) -> str:
    due = _moment(promise.due_at)
    when = f"{due:%Y-%m-%d %H:%M}" if due is not None else written(promise.due)
    what = written(promise.what)
    return f"{_tr('Promised')}: {what}" + (f" ({when})" if when else "")


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
