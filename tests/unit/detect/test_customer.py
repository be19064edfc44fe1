"""The customer's labels, each with what it means and what only looks like it."""

import pytest

from assist.core.events import DISTRESS
from assist.core.tokens import tokenize
from assist.detect.customer import CustomerDetector
from assist.detect.findings import Finding


@pytest.fixture(scope="module")
def detector() -> CustomerDetector:
    return CustomerDetector()


def find(detector: CustomerDetector, text: str) -> dict[str, Finding]:
    return {finding.label: finding for finding in detector.find(tokenize(text))}


FEELINGS = {
    "frustration": [
        "this is the third time i'm calling about this",
        "i'm really frustrated",
        "nobody called me back",
        "i keep getting the same answer",
        "i've been waiting for two weeks now",
        "why does this take so long",
    ],
    "anger": [
        "this is absolutely unacceptable",
        "your service is a joke and your people are rude",
        "how dare you talk to me like that",
        "i am furious",
        "worst company ever",
    ],
    "worry": [
        "i'm worried that i won't get my money back",
        "somebody used my card and i'm scared",
        "i'm a bit anxious about the surgery",
    ],
    "disappointment": ["i'm very disappointed", "i expected more from you", "you let me down"],
    "exhaustion": ["i'm at my wit's end", "i'm completely exhausted", "i am so tired of calling"],
    "confusion": ["i'm confused", "i don't understand why i was charged", "that makes no sense"],
    "gratitude_relief": [
        "thank you so much for your help",
        "oh that's such a relief",
        "thanks i appreciate it",
    ],
}


@pytest.mark.parametrize(
    ("label", "text"), [(label, text) for label in FEELINGS for text in FEELINGS[label]]
)
def test_a_feeling_is_found(detector: CustomerDetector, label: str, text: str) -> None:
    assert label in find(detector, text)


@pytest.mark.parametrize(
    "text",
    [
        "hi i'd like to buy fifty shares please",
        "my address has changed",
        "no thank you",
        "that's all have a great day",
        "it is a red car",
        "can you book the ride for tuesday at five",
        "i'm not angry at all",
        "i'm not worried about that",
        "no problem take your time",
        "my mother was a patient here",
    ],
)
def test_calm_words_show_no_distress(detector: CustomerDetector, text: str) -> None:
    assert not find(detector, text).keys() & {str(feeling) for feeling in DISTRESS}


@pytest.mark.parametrize(
    "text",
    [
        "thanks for nothing",
        "great job losing my bag again",
        "no thanks",
        "your router broke again thanks",
    ],
)
def test_sarcastic_or_refusing_thanks_are_no_gratitude(
    detector: CustomerDetector, text: str
) -> None:
    assert "gratitude_relief" not in find(detector, text)


@pytest.mark.parametrize(
    "text",
    [
        "i would just like to know when it will arrive",
        "as i said before i was promised a call",
        "this is now the fourth time i am explaining it",
        "with all due respect i was told something else",
    ],
)
def test_restrained_anger_needs_no_harsh_word(detector: CustomerDetector, text: str) -> None:
    found = find(detector, text)
    assert "restrained_anger" in found
    assert found.keys() & {str(feeling) for feeling in DISTRESS}


@pytest.mark.parametrize(
    ("text", "intensity"),
    [
        ("i'm a bit worried", "2"),
        ("i am frustrated", "2"),
        ("you are absolutely useless and i am disgusted", "3"),
        ("thanks", "1"),
    ],
)
def test_intensity_follows_the_words(detector: CustomerDetector, text: str, intensity: str) -> None:
    first = detector.find(tokenize(text))[0]
    assert first.detail == intensity


THREATS = {
    "leave_cancel": [
        "i want to close my account",
        "i will never fly with you again",
        "i'm taking my business elsewhere",
        "i'm switching to another provider",
        "i'm going to cancel my contract",
    ],
    "ask_supervisor": [
        "let me speak to your manager",
        "i want to talk to a supervisor",
        "put me through to someone in charge",
    ],
    "social_media_public": [
        "i'm going to post this on facebook",
        "i will tell everyone about this",
        "you will get a bad review",
    ],
    "legal": [
        "you'll hear from my lawyer",
        "i will take you to court",
        "i'm going to report you to the ombudsman",
    ],
}


@pytest.mark.parametrize(
    ("label", "text"), [(label, text) for label in THREATS for text in THREATS[label]]
)
def test_a_threat_is_found(detector: CustomerDetector, label: str, text: str) -> None:
    assert label in find(detector, text)


@pytest.mark.parametrize(
    "text",
    [
        "can you cancel the ride",
        "i need to cancel my flight on monday",
        "please help cancel one of my plans",
        "i'm a lawyer",
        "my manager told me to call you",
        "can i switch seats",
        "i saw your post on facebook and it was nice",
        "i never said that",
    ],
)
def test_ordinary_requests_are_no_threat(detector: CustomerDetector, text: str) -> None:
    assert not find(detector, text).keys() & THREATS.keys()


@pytest.mark.parametrize("text", ["forget it", "oh never mind", "what's the point", "i give up"])
def test_giving_up_is_found(detector: CustomerDetector, text: str) -> None:
    assert "giving_up" in find(detector, text)


@pytest.mark.parametrize(
    "text", ["whatever works for you", "never mind i found it", "i forgot my password"]
)
def test_going_on_is_not_giving_up(detector: CustomerDetector, text: str) -> None:
    assert "giving_up" not in find(detector, text)


@pytest.mark.parametrize(
    "text",
    [
        "this is the third time i'm calling",
        "i called you twice already",
        "i've called three times about it",
        "you're the fourth person i talk to",
    ],
)
def test_repeated_contact_is_found(detector: CustomerDetector, text: str) -> None:
    assert "repeat_contact" in find(detector, text)


def test_the_quote_begins_with_its_clause(detector: CustomerDetector) -> None:
    tokens = tokenize("it came on monday and i am really frustrated with it")
    finding = next(each for each in detector.find(tokens) if each.label == "frustration")
    assert " ".join(tokens.texts[finding.start : finding.end]) == "i am really frustrated"
