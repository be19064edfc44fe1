"""What the softphone tells, in the words the sidebar uses. Plain Python but for translation."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from assist.core.events import Feeling, Trend
from assist.core.notices import CallOffered, EndSuggested, FollowUp, KnownCustomer, OpenPromise
from assist.core.written import written
from assist.ui.wording import day_text, due_text, feeling_text

_PROMISES_SHOWN = 2
"""An agent glances: the rest is in the calls themselves."""


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("Phone", text, "", count)


def offer_title(offer: CallOffered) -> str:
    """ "Ringing: Dana Ortega", to be read at a glance."""
    who = offer.name or offer.number or offer.reference or _tr("unknown caller")
    return (_tr("Ringing: {who}") if offer.is_ringing else _tr("On the phone: {who}")).format(
        who=who
    )


def offer_details(offer: CallOffered) -> str:
    """What else there is to know before hello: number and reference, earlier calls."""
    # Whichever comes first is the title's.
    rest = [part for part in (offer.name, offer.number, offer.reference) if part][1:]
    sentences = [" · ".join(rest), known_text(offer.known) if offer.known else ""]
    if offer.parks:
        sentences.append(_tr("Starting puts the call on hold away until you take it back"))
    return ". ".join(sentence for sentence in sentences if sentence)


def known_text(known: KnownCustomer) -> str:
    """ "2 earlier calls; last on 20 Nov: unresolved, angry. Open: call you back (21 Nov)."."""
    if known.calls == 1:
        text = _tr("One earlier call on {day}: {how}.")
    else:
        text = _tr("{count} earlier calls; the last on {day}: {how}.")
    how = [_outcome(known.last_outcome)]
    if known.last_feeling is not Feeling.NONE:
        how.append(feeling_text(known.last_feeling, Trend.STEADY).lower())
    if known.was_at_risk:
        how.append(_tr("wanted to leave"))
    text = text.format(
        count=known.calls, day=_day(known.last_at), how=", ".join(part for part in how if part)
    )
    if not known.promises:
        return text
    shown = known.promises[-_PROMISES_SHOWN:]
    open_ = "; ".join(_promise(promise) for promise in shown)
    more = len(known.promises) - len(shown)
    if more:
        open_ = _tr("{promises}; {more} more").format(promises=open_, more=more)
    return text + " " + _tr("Promised: {promises}.").format(promises=open_)


def end_text(suggested: EndSuggested) -> str:
    if suggested.reason == "silence":
        return _tr("Nobody has spoken for {minutes} min. Is the call over?").format(
            minutes=suggested.minutes
        )
    return _tr("The softphone says that a call is over. Is it this one?")


def follow_up_text(follow_up: FollowUp) -> str:
    """ "Due 16:00: call back about the refund. Dana Ortega, 555 0142." """
    who = ", ".join(part for part in (follow_up.customer, follow_up.number) if part)
    due = due_text(follow_up.due_at, datetime.now().astimezone())
    text = _tr("Due {when}: {what}.").format(when=due, what=follow_up.what)
    return f"{text} {who}." if who else text


def _promise(promise: OpenPromise) -> str:
    due = due_text(promise.due_at, None)
    return f"{written(promise.what)} ({due})" if due else written(promise.what)


def _outcome(outcome: str) -> str:
    words = {
        "resolved": _tr("resolved"),
        "follow_up": _tr("follow-up promised"),
        "unresolved": _tr("unresolved"),
    }
    return words.get(outcome, outcome)


def _day(at: str) -> str:
    try:
        return day_text(datetime.fromisoformat(at))
    except ValueError:
        return at
