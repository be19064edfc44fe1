"""Causes and the calls that stand for them, in words."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from assist.core.team import Cause, CauseShown, Example
from assist.ui.review.team_words import agent_text, calls_before_text, change_text, risk_text
from assist.ui.review.wording import age_text, driver_texts, outcome_text


def _tr(text: str) -> str:
    return QCoreApplication.translate("Causes", text)


def cause_name(driver: str) -> str:
    """A cause as a heading."""
    name = driver_texts([driver])[0]
    return name[:1].upper() + name[1:]


def cause_said(shown: CauseShown) -> str:
    """All of a cause, as it is read out."""
    cause = shown.cause
    parts = (
        cause_name(cause.driver),
        change_text(cause.change),
        calls_before_text(cause.calls, cause.before),
        risk_text(cause.at_risk, cause.unresolved),
    )
    return ", ".join(part for part in parts if part)


def cause_about(cause: Cause, calls: int, before: int) -> str:
    """What share of the calls a cause has, now and before."""
    text = _tr("{share} % of {calls} calls").format(share=_percent(cause.calls, calls), calls=calls)
    if not before:
        return _tr("{now}; no call was stored in as many days before.").format(now=text)
    return _tr("{now}, {share} % of {calls} before: {change}.").format(
        now=text,
        share=_percent(cause.before, before),
        calls=before,
        change=change_text(cause.change),
    )


def _percent(part: int, of: int) -> int:
    return round(100 * part / of) if of else 0


def quoted(text: str) -> str:
    return _tr("“{words}”").format(words=text)


def at_risk_text() -> str:
    return _tr("at risk")


def customer_name(example: Example) -> str:
    return example.customer or _tr("Unknown caller")


def example_about(example: Example, now: datetime) -> str:
    """Who had the call, when, and what came of it."""
    begun = age_text(example.started_at, now)
    return f"{agent_text(example.agent)} · {begun} · {outcome_text(example.outcome)}"


def example_said(example: Example, now: datetime) -> str:
    """All of a call, as it is read out."""
    parts = (
        customer_name(example),
        at_risk_text() if example.at_risk else "",
        quoted(example.words) if example.words else "",
        example_about(example, now),
    )
    return ", ".join(part for part in parts if part)
