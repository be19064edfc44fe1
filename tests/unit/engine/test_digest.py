from assist.core.events import (
    CallStarted,
    ChecklistChanged,
    FinalResult,
    NameLearned,
    PartialResult,
    PromiseMade,
    Tick,
    TurnStarted,
    VoiceActivity,
)
from assist.core.words import Party
from assist.engine.digest import CallDigest

STARTED = CallStarted(at=0, call="c", started_at="2026-11-22T10:00:00+00:00", source="demo")


def partial(party: Party, text: str) -> PartialResult:
    return PartialResult(at=1, party=party, utterance=0, start=0, text=text)


def test_what_is_replaced_is_told_once_at_its_latest_place() -> None:
    digest = CallDigest()
    turn = TurnStarted(at=2, party=Party.AGENT)
    for event in (STARTED, Tick(at=100), partial(Party.AGENT, "a"), turn, Tick(at=200)):
        digest.note(event)
    assert digest.events() == (STARTED, partial(Party.AGENT, "a"), turn, Tick(at=200))


def test_sides_items_and_promises_are_kept_apart() -> None:
    digest = CallDigest()
    kept = (
        partial(Party.CUSTOMER, "b"),
        VoiceActivity(at=3, party=Party.AGENT, is_active=True),
        ChecklistChanged(at=4, item="name", is_done=True),
        ChecklistChanged(at=4, item="thank", is_done=True),
        PromiseMade(at=5, promise=0, who="i", what="call", missing=()),
        PromiseMade(at=5, promise=1, who="i", what="write"),
        NameLearned(at=6, name="Dana", origin="typed"),
    )
    replaced = (
        partial(Party.CUSTOMER, "older"),
        PromiseMade(at=1, promise=0, who="i", what="call", missing=("when",)),
        NameLearned(at=1, name="Dan", origin="heard"),
    )
    for event in (STARTED, *replaced, *kept):
        digest.note(event)
    assert digest.events() == (STARTED, *kept)


def test_a_final_takes_its_partials_place_and_every_final_stays() -> None:
    digest = CallDigest()
    finals = [
        FinalResult(at=n, party=Party.AGENT, utterance=n, start=0, end=1, text="x")
        for n in range(3)
    ]
    for final in finals:
        digest.note(partial(Party.AGENT, "x"))
        digest.note(final)
    assert digest.events() == tuple(finals)


def test_a_new_call_begins_anew() -> None:
    digest = CallDigest()
    digest.note(partial(Party.AGENT, "a"))
    digest.note(STARTED)
    assert digest.events() == (STARTED,)
    digest.clear()
    assert digest.events() == ()
