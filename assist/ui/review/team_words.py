"""A team's figures, causes and periods in the words of their pages."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from assist.core.team import Change, Figure, FollowUpCount, Group
from assist.ui.wording import day_text

PERIODS = (7, 28, 56, 182)
"""Days a page can look back."""


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("Team", text, "", count)


def period_text(days: int) -> str:
    words = {
        7: _tr("7 days"),
        28: _tr("4 weeks"),
        56: _tr("8 weeks"),
        182: _tr("26 weeks"),
    }
    return words[days]


def agent_text(name: str) -> str:
    return _tr("no name") if name in {"", "no name"} else name


def figure_text(name: str) -> str:
    """A figure's name."""
    words = {
        "feelings acknowledged": _tr("Feelings acknowledged"),
        "customer's name used": _tr("Customer's name used"),
        "calls with a dead end": _tr("Calls with a dead end"),
        "promises kept on time": _tr("Promises kept on time"),
        "mood turned up after a prompt": _tr("Mood turned up after a prompt"),
        "angry customers handed on": _tr("Angry customers handed on"),
        "settled in the first call": _tr("Settled in the first call"),
        "prompts heeded": _tr("Prompts heeded"),
        "prompts judged right": _tr("Prompts judged right"),
    }
    return words.get(name, name)


def figure_about(name: str) -> str:
    """Of what a figure is the share."""
    words = {
        "feelings acknowledged": _tr("Of calls with a distressed customer: empathy followed."),
        "customer's name used": _tr("Of calls whose customer's name was known."),
        "calls with a dead end": _tr("Of all calls: something was refused with no way on."),
        "promises kept on time": _tr("Of promises whose time has come."),
        "mood turned up after a prompt": _tr(
            "Of calls with a distressed customer and a prompt: better within a minute of it."
        ),
        "angry customers handed on": _tr("Of calls with an angry customer."),
        "settled in the first call": _tr(
            "Of calls with an outcome, a week old: resolved, and nobody called again."
        ),
        "prompts heeded": _tr("Of prompts shown."),
        "prompts judged right": _tr("Of prompts judged by agents and leads."),
    }
    return words.get(name, "")


def aim_text(figure: Figure) -> str:
    """Which way is up; the bar alone does not say it."""
    return _tr("more is better") if figure.is_good else _tr("fewer is better")


def percent_text(share: float) -> str:
    return _tr("{percent} %").format(percent=round(100 * share))


def of_text(figure: Figure) -> str:
    """ "12 of 40"; "no case" where there is nothing to say."""
    if not figure.cases:
        return _tr("no case")
    return _tr("{count} of {all}").format(count=figure.done, all=figure.cases)


def of_text_longest() -> str:
    """What `of_text` needs room for, so that bars below each other end alike."""
    return _tr("{count} of {all}").format(count="0000", all="00000")


def interval_text(figure: Figure) -> str:
    """ "18 to 45 %"."""
    if not figure.cases:
        return ""
    return _tr("{low} to {high} %").format(
        low=round(100 * figure.low), high=round(100 * figure.high)
    )


def figure_said(figure: Figure) -> str:
    """All of a figure, as it is read out."""
    name = figure_text(figure.name)
    if not figure.cases:
        return f"{name}: {of_text(figure)}"
    return _tr("{name}: {share}, {of}, 95 % interval {interval}, {aim}").format(
        name=name,
        share=percent_text(figure.share),
        of=of_text(figure),
        interval=interval_text(figure),
        aim=aim_text(figure),
    )


def week_text(week: Group) -> str:
    """The Monday a week begins with."""
    return day_text(week.begins) if week.begins else week.name


def weeks_said(weeks: Sequence[Group], name: str) -> str:
    """A figure week by week, as it is read out."""
    return "; ".join(
        _tr("week of {day}: {share}, {of}").format(
            day=week_text(week),
            share=percent_text(figure.share) if figure.cases else "–",
            of=of_text(figure),
        )
        for week in weeks
        for figure in (week.figure(name),)
    )


def promises_text(counts: Sequence[FollowUpCount]) -> str:
    """How many promises are still to be kept."""
    due = sum(count.due for count in counts)
    overdue = sum(count.overdue for count in counts)
    if not due and not overdue:
        return _tr("No promise waits to be kept.")
    return _tr("Promises to keep: {due} due, {overdue} overdue.").format(due=due, overdue=overdue)


def change_text(change: Change) -> str:
    words = {
        Change.RISING: _tr("rising"),
        Change.FALLING: _tr("falling"),
        Change.STEADY: _tr("no clear change"),
        Change.UNKNOWN: "",
    }
    return words[change]


def calls_before_text(calls: int, before: int) -> str:
    """ "23 calls, 12 before"."""
    return _tr("%n call(s), {before} before", calls).format(before=before)


def risk_text(at_risk: int, unresolved: int) -> str:
    """ "2 at risk, 4 unresolved"; "" without any."""
    parts = [_tr("{count} at risk").format(count=at_risk)] if at_risk else []
    if unresolved:
        parts.append(_tr("{count} unresolved").format(count=unresolved))
    return ", ".join(parts)
