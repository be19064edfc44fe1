"""Which calls a lead should look at, and why. Pure: the same call gives the same reasons.

docs/review.md tells each rule to people. Whoever changes one raises `RULES_VERSION`, so that calls
stored before are judged anew.
"""

from collections.abc import Callable, Iterable, Iterator

from assist.core.events import PAUSED, Detection, Feeling, FeelingChanged
from assist.core.review import FlagReason, Severity
from assist.core.words import Party
from assist.store.model import StoredCall

RULES_VERSION = 2

REASONS: dict[str, Severity] = {
    "manager_asked": Severity.NOW,
    "at_risk": Severity.NOW,
    "agent_asked_help": Severity.NOW,
    "angry_at_end": Severity.NOW,
    "dead_end_standing": Severity.NOW,
    "angry_transfer": Severity.NOW,
    "upset_at_end": Severity.SOON,
    "not_acknowledged": Severity.SOON,
    "promise_overdue": Severity.SOON,
    "promise_without_time": Severity.SOON,
    "repeat_unresolved": Severity.SOON,
    "agent_flagged": Severity.NOTE,
    "notice_not_said": Severity.NOTE,
    "prompts_ignored": Severity.NOTE,
    "sound_lost": Severity.NOTE,
}
"""Every reason there is, in the order in which the first one names a call.

`promise_overdue` comes of time, not of the call (`store.overdue`).
"""

_LEVEL_UPSET = -25
"""The feeling curve below which somebody is upset (`dialogue.feeling`: one clear complaint)."""

_ANSWER_MS = 45_000
"""So long after a dead end a way forward still answers it."""

_ACKNOWLEDGE_MS = 60_000
"""So long an agent has to name a feeling: two or three turns."""

_STRONG = 2
"""Intensity of a feeling that is no mere mood (1 mild, 2 clear, 3 strong)."""

_NOTICE = "consent_phrase"
"""The rule of the setting of that name: item of the checklist and reminder alike."""

_LEAST_IGNORED = 3
_LOST_MS = 10_000
_THREATS = ("leave_cancel", "legal", "social_media_public")


def judge(call: StoredCall) -> tuple[FlagReason, ...]:
    """The reasons to look at a call, the most severe first; none for most calls."""
    found: dict[str, FlagReason] = {}
    for rule in _RULES:
        for reason in rule(call):
            found.setdefault(reason.reason, reason)  # the first moment stands for all
    if "angry_at_end" in found:
        found.pop("upset_at_end", None)
    order = list(REASONS)
    return tuple(sorted(found.values(), key=lambda each: order.index(each.reason)))


class CallJudge:
    """The rules as the store asks them whenever it stores a call."""

    version = RULES_VERSION

    def reasons(self, call: StoredCall) -> tuple[FlagReason, ...]:
        return judge(call)


def _because(reason: str, at: int, detail: str = "") -> FlagReason:
    return FlagReason(reason=reason, severity=REASONS[reason], at=at, detail=detail)


def _facts(call: StoredCall, *labels: str, party: Party | None = None) -> list[Detection]:
    return [
        each.detection
        for each in call.detections
        if not each.is_withdrawn
        and each.detection.label in labels
        and party in (None, each.detection.party)
    ]


def _manager_asked(call: StoredCall) -> Iterator[FlagReason]:
    for fact in _facts(call, "ask_supervisor", party=Party.CUSTOMER):
        yield _because("manager_asked", fact.evidence.start, fact.evidence.text)


def _at_risk(call: StoredCall) -> Iterator[FlagReason]:
    for fact in _facts(call, *_THREATS, party=Party.CUSTOMER):
        yield _because("at_risk", fact.evidence.start, fact.evidence.text)


def _flagged(call: StoredCall) -> Iterator[FlagReason]:
    for flag in call.flags:
        yield _because("agent_asked_help" if flag.for_lead else "agent_flagged", flag.at, flag.note)


def _notice_not_said(call: StoredCall) -> Iterator[FlagReason]:
    """Reminded of the sentence that callers have to hear, and the call ended without it.

    Calls that were over before the reminder are left out: wrong numbers, most of them.
    """
    if _NOTICE not in call.overview.checklist:
        for cue in call.cues:
            if cue.rule == _NOTICE:
                yield _because("notice_not_said", cue.at)


def _upset_at_end(call: StoredCall) -> Iterator[FlagReason]:
    """How the customer left: the curve's last point, and the last feeling words showed."""
    if not call.feelings or call.feelings[-1].level > _LEVEL_UPSET:
        return
    named = [point for point in call.feelings if point.feeling is not Feeling.NONE]
    last = named[-1] if named else call.feelings[-1]
    words = _words(last)
    if last.feeling is Feeling.ANGER:
        yield _because("angry_at_end", last.at, words)
    else:
        yield _because("upset_at_end", last.at, words)


def _dead_end(call: StoredCall) -> Iterator[FlagReason]:
    answers = _facts(
        call, "way_forward", "choice", "concrete_follow_up", "promise", party=Party.AGENT
    )
    for fact in _facts(call, "dead_end", party=Party.AGENT):
        end = fact.evidence.end
        if not any(end < answer.evidence.end <= end + _ANSWER_MS for answer in answers):
            yield _because("dead_end_standing", fact.evidence.start, fact.evidence.text)


def _not_acknowledged(call: StoredCall) -> Iterator[FlagReason]:
    """The first clear distress counts: whether it was ever met within a minute."""
    care = _facts(call, "empathy", "apology_ownership", party=Party.AGENT)
    upset = [point for point in call.feelings if _is_clear(point)]
    if upset and not any(
        point.at <= fact.evidence.end <= point.at + _ACKNOWLEDGE_MS
        for point in upset
        for fact in care
    ):
        # Somebody who came down again without a word of care is no case for a lead.
        if call.overview.last_feeling is Feeling.GRATITUDE_RELIEF:
            return
        yield _because("not_acknowledged", upset[0].at, _words(upset[0]))


def _is_clear(point: FeelingChanged) -> bool:
    """A point the customer's own words made (the curve moves with the agent's words too)."""
    return point.feeling.is_distress and point.intensity >= _STRONG and bool(_words(point))


def _words(point: FeelingChanged) -> str:
    evidence = point.evidence
    return evidence.text if evidence and evidence.party is not Party.AGENT else ""


def _angry_transfer(call: StoredCall) -> Iterator[FlagReason]:
    for fact in _facts(call, "transfer", party=Party.AGENT):
        before = [point for point in call.feelings if point.at <= fact.at]
        if before and before[-1].level <= _LEVEL_UPSET:
            yield _because("angry_transfer", fact.evidence.start, fact.evidence.text)
    if call.overview.end_reason == "transfer" and call.feelings:
        last = call.feelings[-1]
        if last.level <= _LEVEL_UPSET:
            yield _because("angry_transfer", last.at, _words(last))


def _promises(call: StoredCall) -> Iterator[FlagReason]:
    for promise in call.promises:
        if "when" in promise.missing:
            yield _because("promise_without_time", promise.at, promise.what)


def _repeat(call: StoredCall) -> Iterator[FlagReason]:
    is_content = call.overview.last_feeling is Feeling.GRATITUDE_RELIEF
    if call.overview.outcome == "resolved" or is_content:
        return
    for fact in _facts(call, "repeat_contact", party=Party.CUSTOMER):
        yield _because("repeat_unresolved", fact.evidence.start, fact.evidence.text)


def _prompts_ignored(call: StoredCall) -> Iterator[FlagReason]:
    shown = [cue for cue in call.cues if cue.shown_at is not None and cue.ending != "withdrawn"]
    heeded = sum(cue.ending == "heeded" for cue in shown)
    if len(shown) - heeded >= _LEAST_IGNORED and heeded * 4 <= len(shown):
        at = next((cue.shown_at for cue in shown if cue.ending != "heeded"), 0)
        yield _because("prompts_ignored", at or 0, f"{heeded}/{len(shown)}")


def _sound_lost(call: StoredCall) -> Iterator[FlagReason]:
    losses = [loss for loss in call.losses if not loss.reason.startswith(PAUSED)]
    lost = sum(loss.duration_ms for loss in losses)
    if lost >= _LOST_MS:
        yield _because("sound_lost", losses[0].at, str(lost // 1000))


_RULES: tuple[Callable[[StoredCall], Iterable[FlagReason]], ...] = (
    _manager_asked,
    _at_risk,
    _flagged,
    _notice_not_said,
    _upset_at_end,
    _dead_end,
    _angry_transfer,
    _not_acknowledged,
    _promises,
    _repeat,
    _prompts_ignored,
    _sound_lost,
)
