"""Sentences that look like what they are not: each was, or would be, a wrong prompt."""

import pytest

from assist.core.events import DISTRESS
from assist.core.tokens import tokenize
from assist.detect.agent import agent_detector
from assist.detect.customer import customer_detector

DISTRESSED = {str(feeling) for feeling in DISTRESS}
THREATS = {"leave_cancel", "ask_supervisor", "social_media_public", "legal"}


def agent(text: str) -> set[str]:
    return {each.label for each in agent_detector().find(tokenize(text), customer_name="")}


def customer(text: str) -> set[str]:
    return {each.label for each in customer_detector().find(tokenize(text))}


@pytest.mark.parametrize(
    "text",
    [
        "i can't waive the fee but i can credit you twenty dollars",
        "there is no room on friday would you like me to try saturday",
        "i can't find your booking could you spell the name please",
        "there is no charge for that",
        "you won't be able to see it until tomorrow then it will be there",
        "that won't take long",
        "my colleague told you there was nothing we could do and that was wrong",
        "i would never tell you there is nothing we can do",
        "is there anything else i can do for you",
        "eleven weeks without an answer is not acceptable and i am sorry",
        "we don't have it here but our other store has it",
        "the cancellation fee is twenty dollars within two days",
    ],
)
def test_no_dead_end(text: str) -> None:
    assert "dead_end" not in agent(text)


@pytest.mark.parametrize(
    "text",
    [
        "i'm sorry there is nothing more we can do about the fee",
        "unfortunately that fare is not refundable",
        "our policy does not allow that",
        "we have no technician free this week",
        "i'm afraid i am not authorized to override that",
    ],
)
def test_a_dead_end_in_any_wording(text: str) -> None:
    assert "dead_end" in agent(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("i am sorry there is nothing i can do", "final"),
        ("there are no rooms available for those dates", "no_match"),
        ("we do not refund tickets", "refused"),
    ],
)
def test_how_a_door_is_closed(text: str, kind: str) -> None:
    found = agent_detector().find(tokenize(text), customer_name="")
    assert [each.detail for each in found if each.label == "dead_end"] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "oh that is lovely to hear",
        "so that you do not have to repeat it",
        "your blood pressure is quite normal",
        "is it stressful at work",
        "we can get that fixed",
    ],
)
def test_no_empathy(text: str) -> None:
    assert "empathy" not in agent(text)


@pytest.mark.parametrize(
    "text",
    [
        "did you speak to the gate agent already",
        "bank transfers take two days",
        "please call us back if anything changes",
        "your call may be recorded for training",
    ],
)
def test_no_transfer(text: str) -> None:
    assert "transfer" not in agent(text)


@pytest.mark.parametrize(
    "text",
    [
        "would you like me to send it to you",
        "i will need your account number",
        "we will not call you",
        "i'll be happy to help with that",
        "we will share your feedback with the team",
    ],
)
def test_no_promise(text: str) -> None:
    assert "concrete_follow_up" not in agent(text)


@pytest.mark.parametrize(
    "text",
    [
        "i apologize but we do not have that here",
        "sorry i did not catch that",
        "i'm sorry could you spell that",
    ],
)
def test_no_apology(text: str) -> None:
    assert "apology_ownership" not in agent(text)


@pytest.mark.parametrize(
    "text",
    [
        "i can't log in to my account",
        "nothing more thanks",
        "i am not angry i just have a question",
        "hello i have been sick for two days",
        "yes i already paid the fee",
        "who am i speaking with",
        "what did i call for again",
        "i would just like to know if there is parking",
        "it has never let me down before",
        "oh okay that would help",
        "he carried the fridge up the stairs and even took the old one away",
        "he said i should be furious",
        "they told me you were angry",
        "they said i was disappointed",
        "i won't sue you",
        "my friend was so worried",
        "my neighbour is always angry",
        "not that worried to be honest",
        "i'm not saying i'm leaving",
        "like i said with the difficulties i have walking i need an aisle seat",
        "my feet are tired so i would like a ride",
        "you would be disappointed if you saw the room",
    ],
)
def test_no_distress(text: str) -> None:
    assert not customer(text) & DISTRESSED


@pytest.mark.parametrize(
    "text",
    [
        "she told me to wait and i am furious",
        "you said it would be here by now and i am angry",
        "you said somebody would call me but nobody ever called me back",
        "my wife is very anxious about the operation",
    ],
)
def test_own_feelings_beside_what_others_said(text: str) -> None:
    assert customer(text) & DISTRESSED


@pytest.mark.parametrize(
    "text",
    [
        "what did i call for again",
        "i will call again if it breaks",
        "like i said with the difficulties i have walking i need an aisle seat",
    ],
)
def test_no_repeat_contact(text: str) -> None:
    assert "repeat_contact" not in customer(text)


@pytest.mark.parametrize(
    "text",
    [
        "please cancel my flight on friday",
        "i filed a police report for the bag",
        "the nurse did not come again",
        "i am a lawyer by profession",
        "my manager will sign it tomorrow",
        "i will post some nice photos of the trip",
        "it takes ten days as per federal regulations",
        "can i close the window and open it again",
        "thinking of leaving on thursday",
        "i'm not saying i'm leaving",
        "i won't sue you",
        "i am going with somebody else on the trip",
        "last time i flew with you it was great",
    ],
)
def test_no_threat(text: str) -> None:
    assert not customer(text) & THREATS


@pytest.mark.parametrize(
    "text",
    [
        "great thanks for nothing",
        "thanks for losing my bag again",
        "no thanks to you",
        "yeah right thanks a lot for the delay",
        "thanks so much for making us wait on the tarmac",
    ],
)
def test_thanks_that_mean_the_opposite(text: str) -> None:
    found = customer(text)
    assert "gratitude_relief" not in found
    assert "resolved" not in found


@pytest.mark.parametrize(
    "text",
    ["like i said if you press the green button it starts", "as i said the form is online"],
)
def test_referring_back_is_not_impatient(text: str) -> None:
    assert "impatient" not in agent(text)


@pytest.mark.parametrize(
    "text",
    [
        "given that you have had surgery i would like to see you",
        "i know it is a long time ago but do you remember how it began",
        "so what i am worried about is an infection",
    ],
)
def test_reasoning_about_the_customer_is_no_empathy(text: str) -> None:
    assert "empathy" not in agent(text)


@pytest.mark.parametrize(
    "text",
    [
        "Excellent, your table is booked!",
        "Your driver will be Mark.",
        "You can meet with John, Fred or George.",
        "Did you have to miss school?",
        "Latex, okay.",
    ],
)
def test_names_that_address_nobody(text: str) -> None:
    assert "uses_name" not in agent(text)
