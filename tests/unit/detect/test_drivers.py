"""Why customers call: causes, what kind of problem it is, and who came back."""

import pytest

from assist.core.tokens import tokenize
from assist.detect.customer import customer_detector


def detail(text: str, label: str) -> str | None:
    found = {each.label: each.detail for each in customer_detector().find(tokenize(text))}
    return found.get(label)


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("my package never arrived and it was sent two weeks ago", "delivery"),
        ("you charged me twice for the same month", "billing"),
        ("the router stopped working last night", "fault"),
        ("i am locked out and it does not let me log in", "access"),
        ("i want to cancel my subscription", "cancellation"),
        ("your driver was rude to my mother", "attitude"),
        ("nobody told me that the office was closed", "communication"),
        ("i have been on hold for forty minutes", "waiting"),
        ("that is a ridiculous policy", "policy"),
        ("it is far too expensive for what it does", "price"),
        ("someone used my card and i never made these payments", "security"),
        ("the food was cold and the seat was dirty", "quality"),
    ],
)
def test_the_cause_of_a_call_is_heard(text: str, cause: str) -> None:
    causes = detail(text, "driver")
    assert causes is not None
    assert cause in causes.split(",")


def test_several_causes_are_all_kept() -> None:
    causes = detail("my parcel is late and you charged me twice and nobody called", "driver")
    assert causes is not None
    assert {"delivery", "billing", "communication"} <= set(causes.split(","))


@pytest.mark.parametrize("text", ["good morning how are you", "yes please that is fine"])
def test_small_talk_has_no_cause(text: str) -> None:
    assert detail(text, "driver") is None


@pytest.mark.parametrize(
    ("text", "is_trouble"),
    [
        ("my internet has not worked since monday", True),
        ("you charged me twice", True),
        ("i cannot log in to my account", True),
        ("i would like to book a room for two nights", False),
        ("can you tell me when you open on sunday", False),
    ],
)
def test_trouble_is_told_from_a_wish(text: str, is_trouble: bool) -> None:
    assert customer_detector().is_trouble(tokenize(text)) is is_trouble


@pytest.mark.parametrize(
    "text",
    [
        "i left you last year and now i came back to you",
        "i am giving you another chance after what happened",
    ],
)
def test_a_customer_who_came_back_is_heard(text: str) -> None:
    assert detail(text, "came_back") is not None
