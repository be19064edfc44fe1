"""An engine that takes up a dead one's call knows what was asked for, and what is harmless."""

import pytest

from assist.core.events import CallEnded, Event, FinalResult
from assist.core.words import Party
from assist.privacy.masking import MASK
from assist.session.intake import Intake
from tests.helpers.livecall import STARTED, words
from tests.helpers.session import make_session
from tests.helpers.speech import final


def said(party: Party, text: str, *, at: int) -> FinalResult:
    return final(party, at, words(text, at - 2_000))


def answered(question: str, answer: str, *, is_recalled: bool) -> str:
    """What is left of an answer that another engine hears than the question."""
    published: list[Event] = []
    intake = Intake(make_session(), published.append, now_ms=10_000)
    intake.handle(STARTED)
    if is_recalled:
        intake.recall((said(Party.AGENT, question, at=9_500),))
    intake.handle(said(Party.CUSTOMER, answer, at=13_000))
    intake.handle(CallEnded(at=30_000, reason="hangup"))
    finals = [event for event in published if isinstance(event, FinalResult)]
    assert [event.party for event in finals] == [Party.CUSTOMER], "nothing is said twice"
    return finals[0].text


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("what is the security code on the back of your card", "one two three"),
        ("can you tell me your date of birth please", "the third of may nineteen eighty"),
        ("and the first line of your password please", "sunshine seven"),
    ],
)
def test_the_answer_to_a_question_that_a_dead_engine_heard_is_masked(
    question: str, answer: str
) -> None:
    assert MASK in answered(question, answer, is_recalled=True)


def test_without_the_question_a_code_of_three_digits_is_any_number() -> None:
    assert answered("", "one two three", is_recalled=False) == "one two three"


def test_a_number_that_was_asked_for_as_harmless_stays_readable() -> None:
    question = "can you give me the number on your invoice please"
    assert answered(question, "four four two one", is_recalled=True) == "four four two one"
