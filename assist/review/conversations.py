"""Judges a playbook on whole dialogues: which cues it raises, how often wrongly, how late."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from assist.core.events import CueRaised, Urgency
from assist.cues.conditions import AllOf, AnyOf, Condition, Happened
from assist.cues.playbook import Playbook
from assist.review.hearing import HeardCall, dialogue_inputs
from assist.review.labelled import Dialogue
from assist.review.labels import FEELINGS, THREATS
from assist.review.lives import CueLife, cue_lives
from assist.session.call import CallSession

ALARM_RULES = frozenset({"acknowledge_feeling", "dead_end", "at_risk", "transfer_angry"})
_ALARMS = frozenset(
    {"dead_end", "at_risk", "giving_up", "distress", "transfer", "restrained_anger"}
    | set(THREATS)
    | (set(FEELINGS) - {"confusion", "gratitude_relief"})
)
"""What an alarm rests on; in an uneventful dialogue every such cue is wrong."""

ProgressSink = Callable[[int, int], None]
"""Told dialogues done and in all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CueRecord:
    """One cue of one dialogue.

    `turn` counts from 0; `at` is call time in ms. `shown_after` and `raised_after` are ms from the
    end of the trigger's words. `evidence` is what the cue quotes. `ending` is "" while it stands.
    """

    dialogue: str
    rule: str
    turn: int
    at: int
    evidence: str
    raised_after: int
    shown_after: int | None
    is_false: bool
    ending: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleScore:
    """The cues of one rule, or of all, over `hours`.

    `raised` counts whatever the attention budget says, `shown` what the agent saw. False ones are
    alarms in uneventful dialogues, over those dialogues' hours. Delays in ms from the end of the
    trigger's words to the cue on screen; None where none was shown.
    """

    raised: int
    shown: int
    heeded: int
    withdrawn: int
    false_raised: int
    false_shown: int
    delay_median: int | None
    delay_95: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallsJudged:
    """What a playbook did over all dialogues; `rules` in the order of the playbook.

    `total` leaves out rules in shadow, which no agent sees.
    """

    playbook: str
    dialogues: int
    hours: float
    uneventful: int
    uneventful_hours: float
    total: RuleScore
    rules: dict[str, RuleScore]
    cues: tuple[CueRecord, ...]


def judge_calls(
    dialogues: Sequence[Dialogue],
    playbook: Playbook,
    *,
    recognized: bool = False,
    progress: ProgressSink | None = None,
) -> CallsJudged:
    """Run every dialogue through a whole call session with the playbook.

    No rule is kept back for comparison: a holdout is for calls with people in them.
    """
    playbook = replace(
        playbook,
        holdout=0.0,
        rules=tuple(replace(rule, holdout=None) for rule in playbook.rules),
    )
    alarms = alarm_rules(playbook)
    shadows = {rule.id for rule in playbook.rules if rule.mode == "shadow"}
    cues: list[CueRecord] = []
    duration = uneventful = 0
    for number, dialogue in enumerate(dialogues):
        if progress is not None:
            progress(number, len(dialogues))
        call = dialogue_inputs(dialogue, recognized=recognized)
        duration += call.duration_ms
        uneventful += call.duration_ms if dialogue.is_uneventful else 0
        cues += _cues(dialogue, call, playbook, alarms)
    if progress is not None:
        progress(len(dialogues), len(dialogues))
    return CallsJudged(
        playbook=playbook.name,
        dialogues=len(dialogues),
        hours=duration / 3_600_000,
        uneventful=sum(dialogue.is_uneventful for dialogue in dialogues),
        uneventful_hours=uneventful / 3_600_000,
        total=_rule_score([cue for cue in cues if cue.rule not in shadows]),
        rules={
            rule.id: _rule_score([cue for cue in cues if cue.rule == rule.id])
            for rule in playbook.rules
        },
        cues=tuple(cues),
    )


def alarm_rules(playbook: Playbook) -> set[str]:
    """Rules that say something is wrong: distress, a dead end, a risk or a hand-over.

    A step of a sequence says what the sequence rests on. Praise is none, whatever it rests on.
    """
    begins = {sequence.id: sequence.when for sequence in playbook.sequences}
    return {
        rule.id
        for rule in playbook.rules
        if rule.id in ALARM_RULES
        or (rule.urgency is not Urgency.PRAISE and _is_alarm(begins.get(rule.part_of, rule.when)))
    }


def _is_alarm(condition: Condition) -> bool:
    return any(
        isinstance(leaf, Happened) and bool(_ALARMS & set(leaf.labels))
        for leaf in _asserted(condition)
    )


def _asserted(condition: Condition) -> Iterator[Condition]:
    """The parts that must be met; not those that must not."""
    match condition:
        case AllOf() | AnyOf():
            for part in condition.parts:
                yield from _asserted(part)
        case Happened():
            yield condition


def _cues(
    dialogue: Dialogue, call: HeardCall, playbook: Playbook, alarms: set[str]
) -> list[CueRecord]:
    session = CallSession(playbook)
    outputs = (output for event in call.inputs for output in session.handle(event))
    return [
        CueRecord(
            dialogue=dialogue.id,
            rule=life.raised.rule,
            turn=_turn(life.raised, call),
            at=life.raised.at,
            evidence=life.quote,
            raised_after=life.raised.at - life.raised.trigger_end,
            shown_after=None if life.shown_at is None else life.shown_at - life.raised.trigger_end,
            is_false=dialogue.is_uneventful and life.raised.rule in alarms,
            ending=_ending(life),
        )
        for life in cue_lives(outputs)
    ]


def _ending(life: CueLife) -> str:
    if life.ending == "suppressed":
        return f"suppressed: {life.reason}"
    # The end of its time says nothing of the cue.
    return "" if life.ending == "expired" else life.ending.replace("_", " ")


def _turn(cue: CueRaised, call: HeardCall) -> int:
    """The turn in which the cue was raised: that of its latest words, else the latest begun."""
    spoken = [
        (each.end, call.turn_of[each.party, each.utterance])
        for each in cue.evidence
        if each.party is not None
        and each.utterance is not None
        and (each.party, each.utterance) in call.turn_of
    ]
    if spoken:
        return max(spoken)[1]
    return max((turn for start, turn in call.turn_starts if start <= cue.at), default=0)


def _rule_score(cues: Sequence[CueRecord]) -> RuleScore:
    delays = sorted(cue.shown_after for cue in cues if cue.shown_after is not None)
    return RuleScore(
        raised=len(cues),
        shown=len(delays),
        heeded=sum(cue.ending == "heeded" for cue in cues),
        withdrawn=sum(cue.ending == "withdrawn" for cue in cues),
        false_raised=sum(cue.is_false for cue in cues),
        false_shown=sum(cue.is_false and cue.shown_after is not None for cue in cues),
        delay_median=_quantile(delays, 0.5),
        delay_95=_quantile(delays, 0.95),
    )


def _quantile(ordered: Sequence[int], share: float) -> int | None:
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else None
