import pytest

from assist.core.events import ChecklistChanged, Detection, Output, PromiseMade
from assist.core.words import Evidence, Party
from assist.cues.checklist import Checklist

WORDS = Evidence(party=Party.AGENT, text="words", start=0, end=1)


def heard(
    label: str, *, detail: str = "", final: bool = True, party: Party = Party.AGENT
) -> Detection:
    return Detection(
        at=1, number=0, label=label, party=party, evidence=WORDS, detail=detail, is_final=final
    )


def ticked(*events: Output) -> list[tuple[str, int]]:
    checklist = Checklist()
    made = [output for event in events for output in checklist.handle(event)]
    return [(each.item, each.count) for each in made if isinstance(each, ChecklistChanged)]


@pytest.mark.parametrize(
    ("label", "item"),
    [
        ("uses_name", "name_used"),
        ("confirms_understanding", "problem_confirmed"),
        ("empathy", "feeling_named"),
        ("apology_ownership", "took_ownership"),
        ("thanks", "thanked"),
    ],
)
def test_what_the_agent_did_ticks_its_item_once(label: str, item: str) -> None:
    first = ticked(heard(label))
    assert first == [(item, 1)]
    assert len(ticked(heard(label), heard(label))) == (2 if item == "name_used" else 1)


@pytest.mark.parametrize(
    "event",
    [
        heard("canned_empathy"),
        heard("thanks_formula"),
        heard("apology_ownership", detail="formula"),
        heard("empathy", final=False),
        heard("empathy", party=Party.CUSTOMER),
        PromiseMade(at=1, promise=0, who="i", what="call", missing=("when",)),
    ],
)
def test_scripts_partials_and_the_customers_words_tick_nothing(event: Output) -> None:
    assert ticked(event) == []


def test_a_promise_with_a_time_ticks_even_without_a_name() -> None:
    promise = PromiseMade(
        at=1, promise=0, who="someone", what="call", due="today", missing=("who",)
    )
    assert ticked(promise) == [("time_promised", 1)]
