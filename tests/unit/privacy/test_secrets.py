"""Values that are secret because of what was said around them, in the transcript a reader sees."""

import re

import pytest

from assist.core.events import CallEnded, CallStarted, FinalResult, PartialResult
from assist.core.words import Party
from assist.privacy.redaction import MASK, Redactor
from tests.helpers.masking_scores import finals, transcribe
from tests.helpers.spoken_secrets import Talk

LINES = [
    ("and the c v v is {three two one}", "code"),
    ("{one two three four} is my pin", "pin"),
    ("i was born on the {third of may nineteen eighty four} in leeds", "birth"),
    ("it expires {april twenty twenty seven} and the code on the back is {nine oh one}", "expiry"),
    (
        "my iban is {d e eight nine three seven oh four oh oh four four} which is the one you have",
        "account",
    ),
    ("it is {j a n e dot doe at gmail dot com} thanks", "email"),
    ("write to {j.doe@example.com} please", "email"),
    ("my social is {123-45-6789}", "national"),
    ("my password is {blue elephant seven} and i need help", "password"),
    ("i called {} two times since may third and paid forty two dollars", ""),
    ("{}my order number is four five six seven eight", ""),
    ("{}i saw it on social media in nineteen ninety nine", ""),
    ("{}my checking account was charged two hundred fifty dollars", ""),
    ("{}my first house is flooded and my best friend is waiting", ""),
    ("{}i forgot my password and the pin does not work", ""),
    ("{}look at my account, meet me at ten thirty or look at the dot com page", ""),
]


@pytest.mark.parametrize(("line", "kind"), LINES)
def test_what_a_line_itself_says_to_be_secret_is_masked(line: str, kind: str) -> None:
    talk = Talk(kind, ((Party.CUSTOMER, line.replace("{}", "")),))
    shown = " ".join(finals(transcribe(talk)))
    if kind:
        assert shown == re.sub(r"\{[^}]+\}", MASK, line)
    else:
        assert shown == " ".join(talk.lines[0][1].split())


def test_an_answer_is_masked_from_its_first_partial_on() -> None:
    lines = ((Party.AGENT, "and the security code please"), (Party.CUSTOMER, "three two one"))
    shown = [
        event.text
        for event in transcribe(Talk("code", lines))
        if isinstance(event, PartialResult | FinalResult) and event.party is Party.CUSTOMER
    ]
    assert set(shown) == {MASK}


def test_an_answer_that_overtakes_its_question_is_masked() -> None:
    """The question's final comes a second late; by then the customer is answering."""
    redactor = Redactor()
    question = "and what is your pin"
    redactor.handle(PartialResult(at=900, party=Party.AGENT, utterance=0, start=0, text=question))
    redactor.handle(
        FinalResult(
            at=1500, party=Party.CUSTOMER, utterance=0, start=1000, end=1400, text="six two"
        )
    )
    (answer, _) = redactor.handle(CallEnded(at=1600, reason="hangup"))
    assert isinstance(answer, FinalResult)
    assert answer.text == MASK


def test_a_harmless_number_asked_for_next_is_shown() -> None:
    lines = (
        (Party.AGENT, "and the security code please"),
        (Party.CUSTOMER, "three two one"),
        (Party.AGENT, "thank you and your order number"),
        (Party.CUSTOMER, "nine eight seven"),
    )
    assert finals(transcribe(Talk("code", lines)))[-1] == "nine eight seven"


def test_a_secret_said_again_much_later_is_masked() -> None:
    lines = (
        (Party.CUSTOMER, "my pin is four seven one nine"),
        *((Party.AGENT, "i see that here and i will look into it for you now"),) * 4,
        (Party.CUSTOMER, "i said four seven one nine twice"),
        (Party.CUSTOMER, "and my order number is four seven one eight by now"),
    )
    assert finals(transcribe(Talk("pin", lines)))[-2:] == [
        f"i said {MASK} twice",
        "and my order number is four seven one eight by now",
    ]


def test_a_new_call_expects_nothing() -> None:
    redactor = Redactor()
    redactor.handle(
        FinalResult(
            at=900, party=Party.AGENT, utterance=0, start=0, end=800, text="your pin please"
        )
    )
    redactor.handle(CallStarted(at=0, call="d", started_at="2026-11-22T10:00:00+00:00", source="x"))
    redactor.handle(
        FinalResult(
            at=1500, party=Party.CUSTOMER, utterance=0, start=1000, end=1400, text="six two"
        )
    )
    (answer, _) = redactor.handle(CallEnded(at=1600, reason="hangup"))
    assert isinstance(answer, FinalResult)
    assert answer.text == "six two"
