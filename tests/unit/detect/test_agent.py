"""The agent's labels, each with what it means and what only looks like it."""

import pytest

from assist.core.tokens import tokenize
from assist.detect.agent import AgentDetector


@pytest.fixture(scope="module")
def detector() -> AgentDetector:
    return AgentDetector()


def labels(detector: AgentDetector, text: str, name: str = "") -> set[str]:
    return {finding.label for finding in detector.find(tokenize(text), customer_name=name)}


YES = {
    "dead_end": [
        "there's nothing more i can do",
        "i'm sorry there is nothing else we could do for you",
        "that's just how it is i'm afraid we can't refund that",
        "unfortunately that is not possible",
        "we are unable to issue a refund",
        "i'm afraid that's our policy",
        "my hands are tied",
        "the system won't let me change it",
        "let me look at that okay no there's nothing we can do",
        "there is nothing i can do is there anything else i can help you with",
        "you'll just have to wait",
    ],
    "way_forward": [
        "what i can do is send you a new one",
        "i can't refund it but i can offer you a credit",
        "you could try the store on main street",
        "we don't have that one however you can order it online",
    ],
    "empathy": [
        "i understand how frustrating that must be",
        "i can imagine how worried you are",
        "that must have been exhausting for you",
        "i'd be annoyed too",
        "you shouldn't have to call three times about this",
        "i can hear how upset you are",
    ],
    "canned_empathy": [
        "we apologize for any inconvenience",
        "i'm sorry to hear that",
        "i understand your frustration",
        "your call is important to us",
        "sorry for the inconvenience caused",
    ],
    "apology_ownership": [
        "i'm sorry we lost your parcel",
        "that was our mistake",
        "i take full responsibility for that",
        "we should have called you back",
        "i apologize for the delay",
        "leave it with me",
    ],
    "confirms_understanding": [
        "let me make sure i understand the router was replaced and it still drops",
        "so you ordered it on monday and it never came",
        "just to confirm you want the blue one is that right",
        "if i understand you correctly you were charged twice",
        "what i'm hearing is that nobody called you back",
        "do you mean the second invoice",
    ],
    "concrete_follow_up": [
        "i will call you back tomorrow by noon",
        "someone will be in touch within two days",
        "we'll send you a new router today",
        "you will receive a confirmation within an hour",
        "a technician will come on monday morning",
        "our billing team will email you by friday",
    ],
    "transfer": [
        "i'll transfer you to billing",
        "let me put you through to my supervisor",
        "i'm going to connect you with a specialist",
        "you'll need to call our technical department",
        "let me pass you on to a colleague",
    ],
    "hold": ["can i put you on a quick hold", "one moment please", "bear with me"],
    "barrier": ["i'm not authorized to do that", "i need to ask my manager first"],
    "policy": ["our policy is fourteen days", "according to the terms and conditions"],
    "choice": ["would you rather have a refund or a replacement", "you can choose which one"],
    "thanks": [
        "thank you for staying on the line with me",
        "thanks for explaining that so clearly",
        "i appreciate you telling me about the second call",
    ],
    "thanks_formula": ["thank you for calling", "we appreciate your patience"],
    "closing": [
        "is there anything else i can help you with today",
        "have a great day",
        "goodbye",
    ],
    "resolved": ["i have refunded the charge", "you're all set"],
}

NO = {
    "dead_end": [
        "i can't hear you very well",
        "i can't believe they did that to you",
        "there's nothing to worry about",
        "i can't find your name could you spell it",
        "i'm sorry i can't do that but i can send you a new one",
        "we don't have it in blue would you like the red one",
        "nothing else i need from you thanks",
        "i'm not saying there is nothing we can do",
        "they told you there is nothing we can do",
        "i can't thank you enough",
        "what i can do is check with the warehouse",
        "is there anything else i can do for you",
        "there's no problem at all",
        "i know you can't use it right now",
    ],
    "empathy": [
        "i understand",
        "i understand that you want to change the address",
        "we understand your frustration",
        "sorry to hear that",
        "i know the number",
    ],
    "canned_empathy": ["i understand how frustrating three calls must be", "that was our mistake"],
    "apology_ownership": [
        "i'm sorry but that's not included",
        "sorry i didn't catch that",
        "sorry could you say that again",
        "i'm sorry to hear that",
        "you don't need to apologize",
    ],
    "confirms_understanding": [
        "so you will need to call the bank",
        "what is your account number",
        "all right let me have a look",
        "okay let me check that for you",
        "let me make sure that you get it",
        "let me see what i can do",
        "i'll be right back",
    ],
    "concrete_follow_up": [
        "i will not call you",
        "would you like me to send you a new one",
        "i'll be honest with you",
        "i will search for that",
    ],
    "transfer": [
        "i can transfer the money to your account",
        "i won't transfer you i'll sort it out myself",
        "instead of transferring you i'll fix it here",
        "they told you they would transfer you",
    ],
    "thanks": ["thank you for calling", "thank you for your patience", "thanks bye"],
    "closing": ["i have a day off tomorrow", "i'll buy it"],
}


@pytest.mark.parametrize(("label", "text"), [(label, text) for label in YES for text in YES[label]])
def test_the_label_is_found(detector: AgentDetector, label: str, text: str) -> None:
    assert label in labels(detector, text)


@pytest.mark.parametrize(("label", "text"), [(label, text) for label in NO for text in NO[label]])
def test_the_label_is_not_found_in_what_only_looks_like_it(
    detector: AgentDetector, label: str, text: str
) -> None:
    assert label not in labels(detector, text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("thank you dana", "Dana Ortega"),
        ("thank you dayna", "Dana Ortega"),
        ("one moment mrs ortega", "Dana Ortega"),
        ("okay catherine let me check", "Kathryn Doe"),
        ("good morning steven", "Stephen Hill"),
    ],
)
def test_the_name_counts_however_it_is_spelled(
    detector: AgentDetector, text: str, name: str
) -> None:
    assert "uses_name" in labels(detector, text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("one moment sir", "Dana Ortega"),
        ("thank you ma'am", "Dana Ortega"),
        ("my name is dana how can i help", "Dana Ortega"),
        ("i will call you tomorrow", "Dana Ortega"),
        ("the data is on its way", "Dana Ortega"),
        ("we are done here", "Dan Hill"),
        ("that is a long mark on the screen", "Marcus Hill"),
    ],
)
def test_other_words_are_no_name(detector: AgentDetector, text: str, name: str) -> None:
    assert "uses_name" not in labels(detector, text, name)


@pytest.mark.parametrize(
    "text", ["hi linda how are you", "thanks robert", "Sorry for the wait, Jessica."]
)
def test_a_name_nobody_told_us_counts_where_the_customer_is_addressed(
    detector: AgentDetector, text: str
) -> None:
    assert "uses_name" in labels(detector, text)


@pytest.mark.parametrize("text", ["my name is linda", "robert is not in today", "okay will do"])
def test_a_third_person_or_the_agents_own_name_does_not_count(
    detector: AgentDetector, text: str
) -> None:
    assert "uses_name" not in labels(detector, text)
