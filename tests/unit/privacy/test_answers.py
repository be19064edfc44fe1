"""Passwords and answers to security questions, asked for and said in many ways."""

import pytest

from assist.core.words import Party
from assist.privacy.redaction import MASK
from tests.helpers.masking_scores import finals, transcribe
from tests.helpers.spoken_secrets import Talk

A, C = Party.AGENT, Party.CUSTOMER


def shown(*lines: tuple[Party, str]) -> list[str]:
    return finals(transcribe(Talk("", lines)))


@pytest.mark.parametrize(
    "question",
    [
        "what was the name of the street you lived on as a child",
        "who was your childhood hero",
        "what did you want to be when you grew up",
        "what was your grandfather's job",
        "your favourite teacher's surname",
        "name of your primary school",
        "could you give me your mom's last name before she was married",
        "okay security question favourite food",
        "en qué ciudad nació su madre",
        "wie hieß ihr erstes haustier",
    ],
)
def test_an_answer_about_ones_own_past_is_masked(question: str) -> None:
    assert shown((A, question), (C, "um torvald")) == [question, f"um {MASK}"]


def test_of_a_longer_answer_only_what_tells_is_masked() -> None:
    asked = (A, "where did you get married")
    assert shown(asked, (C, "we got married in salt lake city"))[-1] == (
        f"we got married in {MASK}"
    )
    asked = (A, "what was your first pet")
    assert shown(asked, (C, "it was a hamster called torvald"))[-1].endswith(f"called {MASK}")


@pytest.mark.parametrize(
    "reply", ["gosh let me think", "could you repeat the question", "no i forgot", "fire away"]
)
def test_who_thinks_aloud_is_not_masked(reply: str) -> None:
    asked = (A, "what was the name of your first school")
    assert shown(asked, (C, reply))[-1] == reply


def test_after_a_wrong_answer_the_next_one_is_masked() -> None:
    lines = (
        (A, "what was the name of your first school"),
        (C, "hillside"),
        (A, "no that's not what i have try again"),
        (C, "then oakwood"),
    )
    assert shown(*lines)[-1] == f"then {MASK}"


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("the password i've been using is banana", "the password i've been using is •••"),
        ("it's cricket that's my password", "it's ••• that's my password"),
        (
            "capital p pumpkin fifty five exclamation mark is the wrong password",
            "••• is the wrong password",
        ),
        (
            "i put in tornado one two three and it says password incorrect",
            "i put in ••• and it says password incorrect",
        ),
        ("change my password to marigold", "change my password to •••"),
        ("mi clave es tormenta siete", "mi clave es •••"),
    ],
)
def test_a_password_is_masked_wherever_it_stands(line: str, left: str) -> None:
    assert shown((C, line)) == [left]


def test_a_written_password_is_masked_where_one_is_talked_about() -> None:
    lines = ((A, "Try logging in with Trinity11!."), (C, "Capital or small?"))
    assert shown(*lines)[0] == f"Try logging in with {MASK}"


@pytest.mark.parametrize(
    "line",
    [
        "i changed my password seven times and it's still locked",
        "my password expired on january twenty second",
        "the problem is my password",
        "the answer is no i'm afraid",
        "our first dog was trained",
        "we are under attack!",
        "that would be wonderful!",
        "i entered my password five times",
    ],
)
def test_talk_about_passwords_and_answers_stays(line: str) -> None:
    assert shown((C, line)) == [line]


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        ("did you change your password lately", "no not since november"),
        ("have you tried resetting the password", "yes twice"),
        ("do you know the name of the city where the airport is", "leeds"),
        ("the old town inn ticks all of your boxes can i book it", "that would be lovely"),
        ("what do you work as", "i'm a nurse"),
        ("where did you first see the offer", "on your website"),
        ("before we start i have a few security questions", "the red kettle is broken"),
        ("your answer was correct great job", "one more please"),
    ],
)
def test_replies_to_other_questions_stay(question: str, reply: str) -> None:
    assert shown((A, question), (C, reply)) == [question, reply]
