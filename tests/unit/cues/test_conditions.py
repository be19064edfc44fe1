"""Each kind of condition, through a playbook of one rule and a call in text."""

import pytest

from assist.core.events import CueRaised
from assist.core.words import Party
from assist.cues.playbook import parse_playbook
from tests.helpers.calls import run_stages, spoken

PLAYBOOK = """
schema = 1
[defaults]
cool_down_s = 0
max_per_call = 5
[phrases]
money = ["refund*", "money back"]
[[rule]]
id = "rule"
title = "Rule"
urgency = "urgent"
when = {when}
[[rule.wording]]
headline = "One"
[[rule.wording]]
headline = "Two"
[[rule.wording]]
headline = "Three"
[[rule.wording]]
headline = "Four"
[[rule.wording]]
headline = "Five"
"""


def raised(
    when: str, call: str, *, name: str = "", heard: tuple[Party, ...] = tuple(Party)
) -> list[float]:
    """The seconds at which the rule with this condition fires in this call."""
    playbook = parse_playbook(PLAYBOOK.replace("{when}", when), name="test")
    stream = run_stages(spoken(call, name=name, heard=heard, tail_ms=20_000), playbook)
    return [round(event.at / 1000, 1) for event in stream if isinstance(event, CueRaised)]


REFUND = "1 customer i want a refund"
"""The last word ends at 2.44 s, its partial comes at 2.54 s and holds at the second tick."""


@pytest.mark.parametrize(
    ("when", "call", "times"),
    [
        ('{ said = "refund" }', REFUND, [2.7]),
        ('{ said = "{money}" }', "1 customer give me my money back", [3.0]),
        ('{ said = ["bicycle", "refund*"] }', REFUND, [2.7]),
        ('{ said = "refund", by = "customer" }', REFUND, [2.7]),
        ('{ said = "refund", by = "agent" }', REFUND, []),
        ('{ said = "want ...3 refund" }', REFUND, [2.7]),
        ('{ said = "a refund", by = "customer" }', "1 customer i do not want a refund", []),
    ],
)
def test_said_hears_phrases_by_the_right_party(when: str, call: str, times: list[float]) -> None:
    if "do not want" in call:
        when = '{ said = "want a refund" }'
    assert raised(when, call) == times


TWICE = """
1  customer  i want a refund
10 customer  i want a refund
"""


@pytest.mark.parametrize(
    ("when", "count"),
    [
        ('{ said = "refund", within_s = 30, times = 2 }', 1),
        ('{ said = "refund", within_s = 5, times = 2 }', 0),
        ('{ said = "refund", within_s = 30, times = 3 }', 0),
        ('{ said = "refund" }', 2),
    ],
)
def test_times_counts_within_a_window(when: str, count: int) -> None:
    assert len(raised(when, TWICE)) == count


def test_ago_waits_its_time_and_then_lapses() -> None:
    assert raised('{ said = "refund", ago_s = [5, 9] }', REFUND) == [7.7]


def test_not_said_within_a_window() -> None:
    when = """{ all = [
        { said = "refund", ago_s = [5, 30] },
        { not = { said = "sorry", by = "agent", within_s = 10 } },
    ] }"""
    assert raised(when, REFUND) == [7.7]
    assert raised(when, REFUND + "\n6 agent sorry about that\n30 end") == [17.3]


def test_since_counts_only_what_came_after() -> None:
    when = """{ all = [
        { detected = "anger", by = "customer", ago_s = [3, 60] },
        { not = { detected = "empathy", by = "agent", since = "anger" } },
    ] }"""
    angry = "10 customer this is unacceptable"
    answer = "i understand how frustrating that must be"
    assert raised(when, angry)
    assert raised(when, f"1 agent {answer}\n{angry}")
    assert not raised(when, f"{angry}\n12 agent {answer}")


def test_detected_looks_at_label_party_detail_and_strength() -> None:
    call = "1 customer i am disgusted with you"
    assert raised('{ detected = "anger" }', call)
    assert raised('{ detected = "distress", by = "customer", at_least = 3 }', call)
    assert not raised('{ detected = "distress", by = "agent" }', call)
    assert not raised('{ detected = "worry" }', call)
    assert not raised('{ detected = "distress", at_least = 3 }', "1 customer i am worried")


def test_detail_picks_the_missing_part_of_a_promise() -> None:
    when = '{ detected = "open_promise", detail = "when" }'
    assert raised(when, "1 agent i will call you back")
    assert not raised(when, "1 agent i will call you back tomorrow at noon")


def test_any_takes_either_and_all_needs_both() -> None:
    both = '[ { detected = "anger", within_s = 60 }, { said = "refund" } ]'
    assert raised(f"{{ any = {both} }}", REFUND)
    assert not raised(f"{{ all = {both} }}", REFUND)
    assert raised(
        f"{{ all = {both} }}", "0.5 customer this is an outrageous joke\n9 customer refund now"
    )


def test_stage_follows_problem_and_closing() -> None:
    call = """
    1  customer  hello there
    10 customer  my router has not worked since monday
    20 customer  hello there
    40 agent     is there anything else i can help you with
    45 customer  hello there
    """
    for stage, second in (("opening", 1), ("middle", 20), ("closing", 45)):
        when = f'{{ all = [ {{ stage = "{stage}" }}, {{ said = "hello there" }} ] }}'
        times = raised(when, call)
        assert len(times) == 1
        assert second < times[0] < second + 3


def test_call_time_has_a_start_and_an_end() -> None:
    when = '{ all = [ { after_s = 5, before_s = 15 }, { said = "refund" } ] }'
    assert raised(when, REFUND) == []
    assert raised(when, "8 customer refund please") != []
    assert raised(when, "18 customer refund please") == []


def test_a_rule_that_needs_a_side_is_off_while_it_is_not_heard() -> None:
    when = '{ all = [ { heard = "agent" }, { said = "refund", by = "customer" } ] }'
    assert raised(when, REFUND)
    assert not raised(when, REFUND, heard=(Party.CUSTOMER,))
    assert not raised(when, "0.5 unheard agent\n" + REFUND)
    assert raised(when, "0.3 unheard agent\n0.6 heard agent\n" + REFUND)


def test_known_waits_for_the_name_or_the_problem() -> None:
    when = '{ all = [ { known = "name" }, { said = "refund" } ] }'
    assert not raised(when, REFUND)
    assert raised(when, REFUND, name="Dana")
    assert raised(when, "0.5 name Dana\n" + REFUND)
    when = '{ all = [ { known = "problem" }, { said = "hello" } ] }'
    assert not raised(when, "1 customer hello")
    assert raised(when, "1 customer my order has not arrived yet\n9 customer hello")


def test_spoken_words_counts_from_the_fact() -> None:
    when = '{ spoken_words = 6, by = "agent", since = "anger" }'
    call = "1 customer this is unacceptable\n{at} agent one two three four five six seven"
    assert raised(when, call.format(at=5))
    assert not raised(
        when, "1 agent one two three four five six seven\n9 customer this is unacceptable"
    )


def test_signals_have_their_measures() -> None:
    silence = "1 agent hello\n30 end"
    assert raised('{ signal = "dead_air", at_least = 10 }', silence) == [11.6]
    assert raised('{ signal = "dead_air", at_least = 60 }', silence) == []
    fast = "1 agent*2 " + "word " * 70
    assert len(raised('{ signal = "pace", by = "agent", at_least = 180 }', fast)) == 1
    assert raised('{ signal = "pace", by = "customer", at_least = 180 }', fast) == []
    over = "1 customer " + "word " * 30 + "\n3 agent " + "word " * 20
    assert len(raised('{ signal = "talk_over", by = "agent", at_least = 3 }', over)) == 1
    assert raised('{ signal = "talk_over", by = "customer", at_least = 3 }', over) == []


def test_a_rate_past_its_limit_is_news_once() -> None:
    when = '{ signal = "pace", by = "agent", at_least = 180 }'
    fast, faster = "agent*2 " + "word " * 70, "agent*3 " + "word " * 70
    assert len(raised(when, f"1 {fast}\n20 {faster}")) == 1
    slow = "40 agent*0.8 " + "word " * 60
    assert len(raised(when, f"1 {fast}\n{slow}\n120 {fast}")) == 2


MISSING = """{ all = [
    { said = "refund", by = "customer", within_s = 600 },
    { spoken_words = 1, by = "customer", since = "customer_turn" },
    { not = { said = "sorry", by = "agent", ever = true } },
] }"""


def test_what_was_not_heard_of_an_unheard_side_may_have_been_said() -> None:
    call = REFUND + "\n20 customer hello are you there\n40 customer are you there"
    assert raised(MISSING, call)
    assert not raised(MISSING, call, heard=(Party.CUSTOMER,))
    assert not raised(MISSING, "0.5 unheard agent\n" + call)


def test_a_side_heard_again_counts_as_silent_a_moment_later() -> None:
    times = raised(MISSING, "0.5 unheard agent\n10 heard agent\n" + REFUND + "\n60 end")
    assert times == [25.0]
    assert raised(MISSING, REFUND)[0] < 3.0  # heard all along, there is nothing to wait for


@pytest.mark.parametrize(
    ("when", "history", "is_raised"),
    [
        ('{ detected = "called_before" }', "calls=1", True),
        ('{ detected = "called_before" }', "calls=0", False),
        ('{ detected = "called_before", at_least = 3 }', "calls=2", False),
        ('{ detected = "called_before", at_least = 3 }', "calls=3", True),
        ('{ detected = "called_before", detail = "distress" }', "feeling=worry", True),
        ('{ detected = "called_before", detail = "distress" }', "feeling=gratitude_relief", False),
        ('{ detected = "called_before", detail = "unresolved" }', "outcome=unresolved", True),
        ('{ detected = "called_before", detail = "promise_open" }', "promises=1", True),
        ('{ detected = "called_before", detail = "at_risk" }', "risk=1", True),
    ],
)
def test_what_earlier_calls_tell_can_be_asked_for(when: str, history: str, is_raised: bool) -> None:
    assert bool(raised(when, f"0.2 history {history}\n1 customer hello")) is is_raised


CAUSE = "3 customer my internet is down again it stopped working"


@pytest.mark.parametrize("order", ["0.2", "9.0"])
def test_a_cause_named_in_earlier_calls_counts_them_whenever_they_become_known(order: str) -> None:
    known = f"{order} history calls=2 drivers=fault,billing,fault\n"
    assert raised('{ detected = "same_cause", at_least = 3 }', known + CAUSE)
    assert not raised('{ detected = "same_cause", at_least = 4 }', known + CAUSE)
    assert not raised('{ detected = "same_cause", detail = "billing" }', known + CAUSE)
    assert not raised('{ detected = "same_cause" }', CAUSE)


@pytest.mark.parametrize(
    ("promise", "due"),
    [
        ("i will call the depot and have an answer for you in two minutes", [120.0]),
        ("i will call you back tomorrow at ten", []),  # not within this call
        ("i will look into it", []),  # nobody knows when
    ],
)
def test_a_promise_comes_due_once_within_its_call(promise: str, due: list[float]) -> None:
    call = f"2 agent {promise}\n150 customer hello\n200 end"
    assert raised('{ detected = "promise_due" }', call) == due
