"""Promises still to be kept, in the words of their page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from assist.core.notices import FollowUp
from assist.ui.review.team_words import agent_text
from assist.ui.wording import due_text

EVERYBODY = "\0"
"""In the place of an agent's name; nobody is called so."""


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("FollowUps", text, "", count)


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """An agent's promises, or everybody's, as counted."""

    agent: str
    due: int
    overdue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge:
    """A promise as a row; `is_kept` once it was marked here."""

    promise: FollowUp
    is_kept: bool = False


def due_at(promise: FollowUp) -> datetime:
    return datetime.fromisoformat(promise.due_at)


def is_overdue(promise: FollowUp, now: datetime) -> bool:
    return due_at(promise) <= now


def count_by_agent(promises: Sequence[FollowUp], now: datetime) -> tuple[Whose, ...]:
    """Everybody first, then each agent by name; those with most overdue promises before others."""
    agents = sorted({each.agent for each in promises}, key=str.casefold)
    counted = [
        Whose(
            agent=agent,
            due=sum(not is_overdue(each, now) for each in promises if each.agent == agent),
            overdue=sum(is_overdue(each, now) for each in promises if each.agent == agent),
        )
        for agent in agents
    ]
    counted.sort(key=lambda each: -each.overdue)
    everybody = Whose(
        agent=EVERYBODY,
        due=sum(each.due for each in counted),
        overdue=sum(each.overdue for each in counted),
    )
    return (everybody, *counted) if len(counted) > 1 else tuple(counted)


def whose_text(whose: Whose) -> str:
    return _tr("Everybody") if whose.agent == EVERYBODY else agent_text(whose.agent)


def counts_text(whose: Whose) -> str:
    """ "3 overdue, 4 due"."""
    parts = []
    if whose.overdue:
        parts.append(_tr("{count} overdue").format(count=whose.overdue))
    if whose.due:
        parts.append(_tr("{count} due").format(count=whose.due))
    return ", ".join(parts)


def whose_said(whose: Whose) -> str:
    return f"{whose_text(whose)}: {counts_text(whose)}"


def customer_text(promise: FollowUp) -> str:
    return promise.customer or promise.number or _tr("Unknown caller")


def what_text(promise: FollowUp) -> str:
    """What was promised; a team that shares totals only does not know."""
    return promise.what or _tr("what was promised is not shared")


def state_text(pledge: Pledge, now: datetime) -> str:
    """ "kept", "overdue 2 days", "due today 16:00"."""
    if pledge.is_kept:
        return _tr("kept")
    promise = pledge.promise
    late = now - due_at(promise)
    if late < timedelta():
        return _tr("due {moment}").format(moment=due_text(promise.due_at, now))
    if late < timedelta(hours=1):
        return _tr("overdue %n minute(s)", max(1, late // timedelta(minutes=1)))
    if late < timedelta(days=1):
        return _tr("overdue %n hour(s)", late // timedelta(hours=1))
    return _tr("overdue %n day(s)", late.days)


def about_text(promise: FollowUp, now: datetime) -> str:
    """ "Sarah · due today 16:00 · 555 0142": who promised it, when it was due, where to call."""
    parts = [agent_text(promise.agent), due_text(promise.due_at, now)]
    if promise.customer and promise.number:
        parts.append(promise.number)
    return " · ".join(part for part in parts if part)


def pledge_said(pledge: Pledge, now: datetime) -> str:
    """All of a promise, as it is read out."""
    promise = pledge.promise
    return ", ".join(
        (
            customer_text(promise),
            what_text(promise),
            state_text(pledge, now),
            about_text(promise, now),
        )
    )


def heading_text(promises: Sequence[FollowUp]) -> str:
    return _tr("%n promise(s) to keep", len(promises))


def overdue_text(promises: Sequence[FollowUp], now: datetime) -> str:
    """How many of them are overdue."""
    count = sum(is_overdue(each, now) for each in promises)
    return _tr("%n overdue", count) if count else ""
