"""Which calls a lead is shown, and for what."""

import pytest

from assist.core.events import (
    AudioLost,
    CueRaised,
    CueShown,
    DetectionWithdrawn,
    Event,
    Feeling,
    MomentFlagged,
    PromiseMade,
    Urgency,
)
from assist.core.review import Severity
from assist.review.flags import REASONS, judge
from tests.helpers.reviewing import A, C, fact, felt, stored


def reasons(*events: Event, **facts: str) -> list[str]:
    return [each.reason for each in judge(stored(*events, **facts))]


def test_an_ordinary_call_is_not_flagged() -> None:
    assert reasons(fact(0, "thanks", A, 5_000), felt(9_000, Feeling.GRATITUDE_RELIEF, 40)) == []


@pytest.mark.parametrize("label", ["leave_cancel", "legal", "social_media_public"])
def test_words_of_leaving_flag_a_call(label: str) -> None:
    assert reasons(fact(0, label, C, 5_000)) == ["at_risk"]


def test_a_manager_asked_for_flags_a_call_with_the_words() -> None:
    (reason,) = judge(stored(fact(0, "ask_supervisor", C, 5_000)))
    assert reason.reason == "manager_asked"
    assert (reason.severity, reason.at) == (Severity.NOW, 5_000)
    assert reason.detail == "words of ask_supervisor"


def test_what_the_final_result_took_back_flags_nothing() -> None:
    withdrawn = DetectionWithdrawn(at=9_000, number=0, label="ask_supervisor")
    assert reasons(fact(0, "ask_supervisor", C, 5_000), withdrawn) == []


def test_a_dead_end_left_standing_flags_a_call() -> None:
    assert reasons(fact(0, "dead_end", A, 5_000)) == ["dead_end_standing"]


@pytest.mark.parametrize("label", ["way_forward", "choice", "concrete_follow_up"])
def test_a_dead_end_with_a_way_forward_soon_after_does_not(label: str) -> None:
    assert reasons(fact(0, "dead_end", A, 5_000), fact(1, label, A, 30_000)) == []


def test_a_way_forward_a_minute_later_comes_too_late() -> None:
    late = fact(1, "way_forward", A, 55_000)
    assert reasons(fact(0, "dead_end", A, 5_000), late) == ["dead_end_standing"]


def test_who_leaves_angry_is_not_told_twice_as_upset() -> None:
    care = fact(0, "empathy", A, 21_000)
    assert reasons(felt(20_000, Feeling.ANGER, -60), care) == ["angry_at_end"]


def test_who_leaves_sad_is_upset() -> None:
    care = fact(0, "empathy", A, 21_000)
    assert reasons(felt(20_000, Feeling.WORRY, -40), care) == ["upset_at_end"]


def test_anger_that_was_met_and_passed_flags_nothing() -> None:
    events = (
        felt(10_000, Feeling.ANGER, -60),
        fact(0, "empathy", A, 15_000),
        felt(50_000, Feeling.GRATITUDE_RELIEF, 30),
    )
    assert reasons(*events) == []


def test_clear_distress_nobody_names_flags_a_call() -> None:
    events = (felt(10_000, Feeling.FRUSTRATION, -40), felt(50_000, Feeling.NONE, -5, 0))
    assert reasons(*events) == ["not_acknowledged"]


def test_a_mild_mood_needs_no_acknowledging() -> None:
    assert reasons(felt(10_000, Feeling.FRUSTRATION, -15, intensity=1)) == []


def test_a_transfer_of_somebody_upset_flags_a_call_a_calm_one_does_not() -> None:
    transfer = fact(0, "transfer", A, 30_000)
    care = fact(1, "empathy", A, 21_000)
    upset = felt(20_000, Feeling.FRUSTRATION, -50)
    calm = felt(50_000, Feeling.NONE, -5, 0)
    assert reasons(transfer) == []
    assert reasons(upset, care, transfer, calm) == ["angry_transfer"]


def test_a_call_the_softphone_transferred_counts_as_transfer() -> None:
    upset = felt(20_000, Feeling.WORRY, -50)
    care = fact(1, "empathy", A, 21_000)
    assert "angry_transfer" in reasons(upset, care, end_reason="transfer")


def test_a_promise_without_time_flags_a_call_with_one_it_does_not() -> None:
    open_one = PromiseMade(at=9_000, promise=0, who="i", what="look into it", missing=("when",))
    timed = PromiseMade(at=9_000, promise=0, who="i", what="call you", due="today")
    assert reasons(open_one) == ["promise_without_time"]
    assert reasons(timed) == []


def test_who_calls_again_and_is_not_helped_flags_a_call() -> None:
    again = fact(0, "repeat_contact", C, 4_000)
    assert reasons(again) == ["repeat_unresolved"]
    assert reasons(again, outcome="resolved") == []
    assert reasons(again, felt(50_000, Feeling.GRATITUDE_RELIEF, 10)) == []


def test_the_agent_s_own_flag_says_whether_a_lead_is_asked() -> None:
    assert reasons(MomentFlagged(at=9_000, note="look")) == ["agent_flagged"]
    assert reasons(MomentFlagged(at=9_000, for_lead=True)) == ["agent_asked_help"]


def cue(number: int) -> tuple[Event, Event]:
    raised = CueRaised(
        at=5_000,
        cue=number,
        rule="r",
        title="r",
        headline="Do it",
        directions=(),
        urgency=Urgency.HINT,
        priority=1,
        evidence=(),
        trigger_end=5_000,
        expires_at=9_000,
    )
    return raised, CueShown(at=5_100 + number, cue=number, rule="r")


def test_three_prompts_of_which_none_was_heeded_flag_a_call() -> None:
    two = [event for number in range(2) for event in cue(number)]
    three = [event for number in range(3) for event in cue(number)]
    assert reasons(*two) == []
    (reason,) = judge(stored(*three))
    assert (reason.reason, reason.detail, reason.at) == ("prompts_ignored", "0/3", 5_100)


def test_ten_seconds_of_lost_sound_flag_a_call() -> None:
    lost = [AudioLost(at=9_000, party=A, duration_ms=5_000, reason="overflow")] * 2
    assert reasons(lost[0]) == []
    assert reasons(*lost) == ["sound_lost"]


def test_each_reason_comes_once_the_most_severe_first() -> None:
    found = reasons(
        MomentFlagged(at=1_000),
        fact(0, "repeat_contact", C, 4_000),
        fact(1, "ask_supervisor", C, 6_000),
        fact(2, "ask_supervisor", C, 16_000),
        fact(3, "dead_end", A, 20_000),
    )
    assert found == ["manager_asked", "dead_end_standing", "repeat_unresolved", "agent_flagged"]
    severities = [REASONS[reason] for reason in found]
    assert severities == sorted(severities, reverse=True)
