"""Deeds and verdicts in the words the practice window uses."""

from PySide6.QtCore import QCoreApplication

from assist.core.practice import Deed, Met, PracticeResult, Verdict
from assist.ui.wording import clock_text


def _tr(text: str) -> str:
    return QCoreApplication.translate("Practice", text)


def deed_text(deed: Deed) -> str:
    """What a key says one would do."""
    return {
        Deed.FEELING: _tr("Name the feeling"),
        Deed.WAY: _tr("Find a way"),
        Deed.PROMISE: _tr("Promise a time"),
        Deed.UNDERSTAND: _tr("Say it back"),
        Deed.NAME: _tr("Use the name"),
        Deed.KEEP: _tr("Keep the customer"),
    }[deed]


def verdict_look(verdict: Verdict) -> tuple[str, str]:
    """(sign, ink): colour is never the only sign."""
    return {
        Verdict.MET: ("✓", "green"),
        Verdict.LATE: ("◷", "warm"),
        Verdict.MISSED: ("✗", "red"),
        Verdict.DONE: ("·", "muted"),
    }[verdict]


def verdict_text(met: Met) -> str:
    """How a moment was met, e.g. "in time, at 00:41"."""
    at = clock_text(met.mark.at) if met.mark is not None else ""
    match met.verdict:
        case Verdict.MISSED:
            return _tr("missed")
        case Verdict.DONE:
            return _tr("the agent of the call did it before any prompt")
        case Verdict.LATE:
            text = _tr("too late, at {time}").format(time=at)
        case Verdict.MET:
            text = _tr("in time, at {time}").format(time=at)
    if met.mark is not None and met.mark.deed is not None and not met.is_same_deed:
        text = _tr("{verdict}; you would: {deed}").format(
            verdict=text, deed=deed_text(met.mark.deed)
        )
    return text


def summary_text(result: PracticeResult) -> str:
    """The whole comparison in one line."""
    if not result.asked:
        return _tr("No prompt was due in this call.")
    return _tr("{met} of {asked} met in time").format(met=result.met, asked=result.asked)


def rest_text(result: PracticeResult) -> str:
    """What else there was, in one line; "" for nothing."""
    parts = []
    if result.late:
        parts.append(_tr("too late: {count}").format(count=result.late))
    if result.missed:
        parts.append(_tr("missed: {count}").format(count=result.missed))
    if result.extra:
        parts.append(
            _tr("marked where nothing was asked for: {count}").format(count=len(result.extra))
        )
    return " · ".join(parts)
