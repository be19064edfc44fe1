"""A past call made ready to practise with."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assist.core.events import CallStarted, CueRaised, Event, FinalResult, Input, PartialResult
from assist.core.practice import PracticeCall, PracticeMark, Verdict, compare
from assist.cues.playbook import Playbook, parse_playbook
from assist.review.backtest import PastCall
from assist.review.practice import practice_call
from assist.session.call import CallSession
from tests.helpers.calls import spoken

RULES = """
schema = 1
name = "P"
[attention]
minimum_gap_s = 0
[lessons]
D1 = "A no costs the customer"
[[rule]]
id = "refund"
lessons = ["D1"]
title = "Say when"
max_per_call = 1
when = { said = "refund", by = "customer" }
stand_down = { said = "by friday", by = "agent" }
[[rule.wording]]
headline = "Say when it comes"
[[rule]]
id = "tried"
title = "Tried out"
mode = "shadow"
max_per_call = 1
when = { said = "refund", by = "customer" }
[[rule.wording]]
headline = "Hidden from everybody"
"""
CALL = """
1.0 agent hello how can i help
5.0 customer hi i would like my refund now
20.0 agent you will have it by friday
40.0 end
"""


def run(book: Playbook, inputs: Sequence[Input]) -> Iterable[Event]:
    session = CallSession(book)
    for event in inputs:
        yield from session.handle(event)


def past(text: str = CALL) -> PastCall:
    inputs = tuple(spoken(text, name="Dana Ortega"))
    return PastCall(id="one", agent="Kim", inputs=inputs, duration_ms=inputs[-1].at)


def ready(text: str = CALL, extra: str = "") -> PracticeCall:
    book = parse_playbook(RULES.replace('name = "P"', f'name = "P"\n{extra}'), name="test")
    return practice_call(past(text), run, book)


def test_what_is_played_holds_the_words_and_no_prompt() -> None:
    call = ready()
    assert call.customer == "Dana Ortega"
    assert isinstance(call.events[0], CallStarted)
    said = [event.text for event in call.events if isinstance(event, FinalResult)]
    assert said == [
        "hello how can i help",
        "hi i would like my refund now",
        "you will have it by friday",
    ]
    assert any(isinstance(event, PartialResult) for event in call.events)
    assert not any(isinstance(event, CueRaised) for event in call.events)
    assert [event.at for event in call.events] == sorted(event.at for event in call.events)


def test_a_moment_begins_with_its_words_and_ends_when_the_agent_did_it() -> None:
    (moment,) = ready().moments
    assert (moment.rule, moment.quote) == ("refund", "refund")
    assert moment.lessons == ("D1: A no costs the customer",)
    assert 5_000 <= moment.since < 8_500
    assert (moment.was_done, moment.is_shown) == (True, True)
    assert 20_000 < moment.until < 25_000


def test_rules_in_shadow_ask_for_nothing_and_a_holdout_keeps_nothing_back() -> None:
    assert [moment.rule for moment in ready(extra="holdout = 0.5").moments] == ["refund"]
    for number in range(8):  # of any eight calls some would be held back
        book = parse_playbook(RULES.replace('name = "P"', "holdout = 0.5"), name="test")
        call = past()
        started = replace(call.inputs[0], call=f"call-{number}")  # type: ignore[call-arg]
        other = replace(call, inputs=(started, *call.inputs[1:]))
        assert practice_call(other, run, book).moments[0].is_shown


def test_what_the_agent_did_before_the_prompt_came_is_kept_as_done() -> None:
    call = ready(
        """
        1.0 customer refund
        1.1 agent well madam i can tell you that you will have it by friday
        40.0 end
        """
    )
    (moment,) = call.moments
    assert (moment.was_done, moment.is_shown) == (True, False)
    assert compare(call.moments, []).moments[0].verdict is Verdict.DONE


def test_marks_are_compared_with_what_the_call_asked_for() -> None:
    call = ready()
    assert compare(call.moments, [PracticeMark(at=10_000)]).met == 1
    assert compare(call.moments, [PracticeMark(at=1_000)]).missed == 1
