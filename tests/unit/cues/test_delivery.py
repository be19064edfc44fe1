"""What reaches the agent and what does not: budget, same advice, praise, shadow, holdout."""

from dataclasses import replace
from typing import Any

import pytest

from assist.core.events import (
    CallStarted,
    ComparisonCall,
    CueEvent,
    CueRaised,
    CueSuppressed,
    Event,
    FinalResult,
    HiddenCueEnded,
    Input,
    PartialResult,
)
from assist.core.words import Party
from assist.cues.engine import CueEngine
from assist.cues.errors import PlaybookError
from assist.cues.holdout import held_out, is_drawn
from assist.cues.playbook import parse_playbook
from tests.helpers.calls import cue_lines, run_stages, spoken

HEAD = """
schema = 1
{top}
[attention]
minimum_gap_s = {gap}
budget = {budget}
[defaults]
cool_down_s = 1
max_per_call = 1
expires_s = 20
"""


def head(*, top: str = "", gap: int = 2, budget: int = 100) -> str:
    return HEAD.format(top=top, gap=gap, budget=budget)


def rule(name: str, *, done: str = "", by: str = "customer", extra: str = "") -> str:
    stand_down = f'stand_down = {{ said = "{done}", by = "agent" }}' if done else ""
    return f"""
[[rule]]
id = "{name}"
title = "Title"
when = {{ said = "{name}", by = "{by}" }}
{stand_down}
{extra}
[[rule.wording]]
headline = "Do {name}"
[[rule.wording]]
headline = "Do {name} again"
"""


def run(call: str, text: str, *, call_id: str = "written") -> list[Event]:
    inputs: list[Input] = spoken(call)
    start = inputs[0]
    assert isinstance(start, CallStarted)
    return run_stages([replace(start, call=call_id), *inputs[1:]], parse_playbook(text, name="t"))


def lives(call: str, text: str, *, call_id: str = "written") -> list[str]:
    return [line.split(" ", 1)[1] for line in cue_lines(run(call, text, call_id=call_id))]


# --- the budget -----------------------------------------------------------------------------------


def test_when_the_budget_is_spent_no_further_card_comes_and_the_reason_is_told() -> None:
    rules = rule("alpha") + rule("beta") + rule("gamma")
    call = "1 customer alpha\n25 customer beta\n50 customer gamma\n80 end"
    assert lives(call, head(budget=2) + rules)[-3:] == [
        "raised gamma",
        "held gamma budget",
        "suppressed gamma budget",
    ]
    assert "shown gamma card" in lives(call, head(budget=3) + rules)


def test_the_budget_comes_back_as_time_passes() -> None:
    rules = rule("alpha") + rule("beta")
    call = "1 customer alpha\n365 customer beta\n380 end"
    assert "shown beta card" in lives(call, head(budget=1) + rules)


def test_what_is_left_of_the_budget_goes_to_what_matters_more() -> None:
    rules = rule("alpha") + rule("small", extra="priority = 20") + rule("great")
    call = "1 customer alpha\n25 customer small\n50 customer great\n80 end"
    found = lives(call, head(budget=2) + rules)
    assert "suppressed small budget" in found
    assert "shown great card" in found


def test_urgent_cues_are_shown_whatever_the_budget() -> None:
    text = head(budget=0) + rule("alpha") + rule("fire", extra='urgency = "urgent"')
    found = lives("1 customer alpha\n4 customer fire\n40 end", text)
    assert "shown fire card" in found
    assert "suppressed alpha budget" in found


def test_what_the_budget_keeps_back_does_not_stand_on_the_next_line_either() -> None:
    text = head(budget=1) + rule("alpha") + rule("beta")
    assert "shown beta next" not in lives("1 customer alpha\n4 customer beta\n40 end", text)


def test_a_withdrawn_card_costs_the_budget_nothing() -> None:
    engine = CueEngine(parse_playbook(head(budget=1) + rule("alpha") + rule("beta"), name="t"))

    def heard(at: int, text: str, utterance: int, *, is_final: bool = False) -> list[str]:
        about: dict[str, Any] = {
            "party": Party.CUSTOMER,
            "utterance": utterance,
            "start": at - 300,
            "text": text,
        }
        event: Input = (
            FinalResult(at=at, end=at, **about) if is_final else PartialResult(at=at, **about)
        )
        return [line.split(" ", 1)[1] for line in cue_lines(engine.handle(event))]

    heard(1000, "alpha", 0)
    assert heard(1300, "alpha", 0) == ["raised alpha", "shown alpha card"]
    assert heard(2000, "all for", 0, is_final=True) == ["withdrawn alpha"]
    assert heard(9000, "beta", 1, is_final=True) == ["raised beta", "shown beta card"]


# --- the same advice ------------------------------------------------------------------------------


def test_two_rules_that_advise_the_same_are_one_card() -> None:
    text = head() + rule("alpha", extra='advice = "calm"') + rule("beta", extra='advice = "calm"')
    found = lives("1 customer alpha\n6 customer beta\n40 end", text)
    assert found == [
        "raised alpha",
        "shown alpha card",
        "raised beta",
        "suppressed beta duplicate",
        "expired alpha",
    ]


def test_rules_that_one_deed_satisfies_advise_the_same_unasked() -> None:
    both = """
[[rule]]
id = "{0}"
title = "Title"
when = {{ said = "{0}", by = "customer" }}
stand_down = {{ detected = "empathy", by = "agent" }}
[[rule.wording]]
headline = "Do {0}"
"""
    text = head() + both.format("alpha") + both.format("beta")
    assert "suppressed beta duplicate" in lives("1 customer alpha\n6 customer beta\n40 end", text)


def test_how_soon_a_rule_repeats_itself_is_its_own_cool_downs_business() -> None:
    text = head() + rule("alpha", extra='advice = "calm"\nmax_per_call = 2')
    call = "1 customer alpha\n4 dismiss 0\n9 customer alpha\n40 end"
    assert lives(call, text)[-2:] == ["shown alpha card", "expired alpha"]


def test_a_while_later_the_same_advice_may_come_again() -> None:
    text = head() + rule("alpha", extra='advice = "calm"') + rule("beta", extra='advice = "calm"')
    assert "shown beta card" in lives("1 customer alpha\n30 customer beta\n60 end", text)


def test_of_two_that_wait_the_more_important_one_stays() -> None:
    text = (
        head()
        + rule("small", extra='advice = "calm"\npriority = 10')
        + rule("great", extra='advice = "calm"\npriority = 90')
    )
    call = "1 agent " + "word " * 30 + "\n2 customer small\n5 customer great\n40 end"
    found = lives(call, text)
    assert "suppressed small duplicate" in found
    assert "shown great card" in found


def test_put_away_by_one_rule_it_does_not_come_back_by_another() -> None:
    text = head() + rule("alpha", extra='advice = "calm"') + rule("beta", extra='advice = "calm"')
    found = lives("1 customer alpha\n4 dismiss 0\n8 customer beta\n40 end", text)
    assert found[-2:] == ["raised beta", "suppressed beta duplicate"]


# --- once done, no nagging ------------------------------------------------------------------------


def test_what_the_agent_has_just_done_is_not_asked_for() -> None:
    text = head() + rule("alpha", done="finished", extra="done_quiet_s = 30")
    call = "1 agent all finished\n10 customer alpha\n40 end"
    assert lives(call, text) == ["raised alpha", "suppressed alpha done"]
    assert "shown alpha card" in lives("1 agent all finished\n50 customer alpha\n60 end", text)


def test_without_a_quiet_time_it_is_asked_for_again() -> None:
    text = head() + rule("alpha", done="finished")
    assert "shown alpha card" in lives("1 agent all finished\n10 customer alpha\n40 end", text)


# --- praise ---------------------------------------------------------------------------------------

PRAISE = 'urgency = "praise"\npriority = 100'


def test_praise_comes_once_a_call_whichever_rule_gives_it() -> None:
    text = head() + rule("well", extra=PRAISE) + rule("good", extra=PRAISE)
    found = lives("1 customer well\n60 customer good\n90 end", text)
    assert found[-2:] == ["raised good", "suppressed good praise_once"]
    assert found[:2] == ["raised well", "shown well card"]


def test_praise_never_takes_the_place_of_something_to_do() -> None:
    text = head() + rule("well", extra=PRAISE) + rule("alpha")
    call = "1 agent " + "word " * 20 + "\n2 customer well\n3 customer alpha\n60 end"
    found = lives(call, text)
    assert found.index("shown alpha card") < len(found)
    assert "shown well card" not in found[: found.index("expired alpha")]
    assert "shown well next" not in found


def test_praise_costs_the_budget_nothing() -> None:
    text = head(budget=1) + rule("well", extra=PRAISE) + rule("alpha")
    found = lives("1 customer well\n30 customer alpha\n60 end", text)
    assert "shown well card" in found
    assert "shown alpha card" in found


# --- shadow ---------------------------------------------------------------------------------------


def test_a_rule_in_shadow_is_raised_and_never_shown() -> None:
    text = head() + rule("alpha", extra='mode = "shadow"')
    assert lives("1 customer alpha\n40 end", text) == ["raised alpha", "suppressed alpha shadow"]


def test_a_hidden_cue_tells_whether_the_agent_did_it_anyway() -> None:
    text = head() + rule("alpha", done="finished", extra='mode = "shadow"')

    def outcomes(call: str) -> list[str]:
        return [e.outcome for e in run(call, text) if isinstance(e, HiddenCueEnded)]

    assert outcomes("1 customer alpha\n8 agent all finished\n40 end") == ["done"]
    assert outcomes("1 customer alpha\n30 agent all finished\n40 end") == ["not_done"]
    assert outcomes("1 customer alpha\n8 end") == ["not_done"]


def test_hidden_cues_pass_the_same_limits_as_shown_ones() -> None:
    shown = head() + rule("alpha", done="finished")
    hidden = head() + rule("alpha", done="finished", extra='mode = "shadow"')
    call = "1 customer alpha\n6 customer alpha\n40 customer alpha\n70 end"

    def reasons(text: str) -> list[str]:
        stream = run(call, text)
        return [e.reason for e in stream if isinstance(e, CueSuppressed) and e.reason != "shadow"]

    assert reasons(hidden) == reasons(shown) == ["duplicate", "max_per_call"]


def test_a_hidden_cue_never_stands_in_the_way_of_a_shown_one() -> None:
    text = (
        head()
        + rule("alpha", extra='mode = "shadow"\nadvice = "calm"')
        + rule("beta", extra='advice = "calm"')
    )
    found = lives("1 customer alpha\n5 customer beta\n40 end", text)
    assert "shown beta card" in found


def test_marks_take_a_rule_to_shadow_unless_the_file_decides() -> None:
    out = '\n[shadowed]\nalpha = "12 of 31 marks right"\n'
    judged = parse_playbook(head() + rule("alpha") + out, name="t")
    assert [each.mode for each in judged.rules] == ["shadow"]
    decided = parse_playbook(head() + rule("alpha", extra='mode = "live"') + out, name="t")
    assert [each.mode for each in decided.rules] == ["live"]


# --- holdout --------------------------------------------------------------------------------------


def test_a_share_of_calls_is_drawn_by_the_calls_id_alone() -> None:
    calls = [f"20261122T{n:06d}-abc" for n in range(4000)]
    drawn = [call for call in calls if is_drawn(call, "playbook", 0.1)]
    assert 0.085 < len(drawn) / len(calls) < 0.115
    assert drawn == [call for call in calls if is_drawn(call, "playbook", 0.1)]
    assert not any(is_drawn(call, "playbook", 0.0) for call in calls)
    # A rule's own share is drawn apart from the playbook's.
    both = sum(is_drawn(call, "alpha", 0.1) for call in drawn)
    assert both < 0.2 * len(drawn)


def drawn_call(share: float, name: str = "playbook", *, is_in: bool = True) -> str:
    return next(f"c{n}" for n in range(1000) if is_drawn(f"c{n}", name, share) is is_in)


def test_in_a_drawn_call_prompts_are_kept_back_and_it_says_so_at_once() -> None:
    text = head(top="holdout = 0.2") + rule("alpha", done="finished")
    stream = run("1 customer alpha\n40 end", text, call_id=drawn_call(0.2))
    told = [event for event in stream if isinstance(event, ComparisonCall)]
    assert told == [ComparisonCall(at=0, rules=("alpha",), is_whole=True)]
    cues = [type(event).__name__ for event in stream if isinstance(event, CueEvent)]
    assert cues == ["CueRaised", "CueSuppressed", "HiddenCueEnded"]
    assert [e.reason for e in stream if isinstance(e, CueSuppressed)] == ["holdout"]


def test_other_calls_are_as_without_a_holdout() -> None:
    plain = head() + rule("alpha")
    text = head(top="holdout = 0.2") + rule("alpha")
    call_id = drawn_call(0.2, is_in=False)
    call = "1 customer alpha\n40 end"
    assert lives(call, text, call_id=call_id) == lives(call, plain)
    assert not any(isinstance(e, ComparisonCall) for e in run(call, text, call_id=call_id))


def test_a_rule_may_have_a_share_of_its_own() -> None:
    text = (
        head(top="holdout = 0.2")
        + rule("alpha", extra="holdout = 0.3")
        + rule("beta", extra="holdout = 0.0")
        + rule("gamma")
    )
    book = parse_playbook(text, name="t")
    whole = next(
        call
        for n in range(1000)
        if is_drawn(call := f"c{n}", "playbook", 0.2) and not is_drawn(call, "alpha", 0.3)
    )
    assert held_out(book.rules, book.holdout, whole) == (frozenset({"gamma"}), True)
    alone = next(
        call
        for n in range(1000)
        if not is_drawn(call := f"c{n}", "playbook", 0.2) and is_drawn(call, "alpha", 0.3)
    )
    assert held_out(book.rules, book.holdout, alone) == (frozenset({"alpha"}), False)


@pytest.mark.parametrize("value", ["0.9", "-0.1", '"half"'])
def test_no_more_than_half_of_the_calls_can_be_held_back(value: str) -> None:
    with pytest.raises(PlaybookError, match="holdout"):
        parse_playbook(head(top=f"holdout = {value}") + rule("alpha"), name="t")


# --- why ------------------------------------------------------------------------------------------


def test_a_cue_carries_the_lessons_it_rests_on() -> None:
    text = head() + '[lessons]\nX1 = "Calm helps"\n' + rule("alpha", extra='lessons = ["X1", "X2"]')
    raised = [e for e in run("1 customer alpha\n9 end", text) if isinstance(e, CueRaised)]
    assert [event.lessons for event in raised] == [("X1: Calm helps", "X2")]
