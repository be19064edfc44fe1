"""What stands at a place of the time axis, in words."""

from PySide6.QtCore import QCoreApplication

from assist.core.review import ReviewCall
from assist.core.written import written
from assist.ui.review import wording

Near = tuple[int, int]
"""The stretch of call time that a mouse covers."""


def what_stands(call: ReviewCall, near: Near) -> list[str]:
    """Reasons, turning points, prompts, talk-over, silence and comments there, a line each."""

    def is_near(at: int) -> bool:
        return near[0] <= at <= near[1]

    found = [
        wording.reason_text(reason.reason) for reason in call.row.reasons if is_near(reason.at)
    ]
    for pivot in call.pivots:
        if is_near(pivot.at):
            words = written(pivot.evidence.text) if pivot.evidence else ""
            text = _tr("Pivot up") if pivot.is_up else _tr("Pivot down")
            found.append(f"{text}: {words}" if words else text)
    for cue in call.cues:
        if cue.shown_at is not None and is_near(cue.shown_at):
            found.append(f"{cue.headline} ({wording.cue_text(cue)})")
    if any(span.start <= near[1] and span.end >= near[0] for span in call.talk_overs):
        found.append(_tr("Both speak"))
    for span in call.silences:
        if span.start <= near[0] and span.end >= near[1]:
            seconds = (span.end - span.start) // 1000
            found.append(_tr("Silence, {seconds} s").format(seconds=seconds))
    if any(span.start <= near[1] and span.end >= near[0] for span in call.pauses):
        found.append(_tr("Paused: nothing was kept"))
    for comment in call.comments:
        if comment.at is not None and is_near(comment.at):
            found.append(f"{comment.by}: {comment.text}")
    return found


def _tr(text: str) -> str:
    return QCoreApplication.translate("Review", text)
