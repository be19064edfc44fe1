"""What stands beside the card, folded from the call's events."""

from assist.core.events import (
    ChecklistChanged,
    ComparisonCall,
    CueMarked,
    CueShown,
    KnowledgeShown,
    SequenceChanged,
    SequenceStep,
)
from assist.core.notices import RuleShadowed
from assist.core.words import Evidence, Party
from assist.ui.callstate import Area, CallState
from assist.ui.guidance import MARKABLE_MS
from tests.helpers.uicall import raised, started

EVIDENCE = Evidence(party=Party.CUSTOMER, text="refund", start=1, end=2, utterance=0)


def sequence(at: int, *done: bool, is_over: bool = False) -> SequenceChanged:
    steps = tuple(
        SequenceStep(title=f"Step {n}", is_done=is_done) for n, is_done in enumerate(done)
    )
    return SequenceChanged(at=at, rule="amends", title="Amends", steps=steps, is_over=is_over)


def test_a_mark_is_kept_and_the_last_one_counts() -> None:
    state = CallState()
    state.handle(started())
    assert state.handle(CueMarked(at=1, cue=3, is_right=False)).areas >= {Area.GUIDANCE}
    state.handle(CueMarked(at=2, cue=3, is_right=True))
    assert state.guidance.marks == {3: True}


def test_a_key_marks_the_prompt_in_view_or_the_one_that_has_just_left() -> None:
    state = CallState()
    guidance = state.guidance
    assert guidance.markable(None, 0) is None
    state.handle(raised(3, "thank", 900, headline="Thank them"))
    state.handle(CueShown(at=1_000, cue=3, rule="thank"))
    state.handle(CueShown(at=1_000, cue=4, rule="other", place="next"))
    assert state.guidance.markable(3, 1_000) == 3
    assert state.guidance.markable(None, 20_000) == 3
    assert state.guidance.markable(None, 1_001 + MARKABLE_MS) is None


def test_a_finished_sequence_stays_for_a_moment_an_unfinished_one_goes() -> None:
    state = CallState()
    state.handle(sequence(1_000, True, False))
    assert state.guidance.sequence_at(90_000) is not None
    state.handle(sequence(91_000, True, True, is_over=True))
    assert state.guidance.sequence_at(95_000) is not None
    assert state.guidance.sequence_at(100_000) is None
    state.handle(sequence(101_000, True, False, is_over=True))
    assert state.guidance.sequence_at(101_000) is None


def test_a_knowledge_card_stays_until_its_time_is_over() -> None:
    state = CallState()
    card = KnowledgeShown(
        at=1_000, card="r", title="Refunds", points=("One",), evidence=EVIDENCE, expires_at=61_000
    )
    state.handle(card)
    assert state.guidance.knowledge_at(60_999) == card
    assert state.guidance.knowledge_at(61_000) is None


def test_a_new_call_forgets_all_of_it_but_what_was_said_of_a_rule() -> None:
    state = CallState()
    state.handle(started())
    state.handle(ComparisonCall(at=0, rules=("a",)))
    state.handle(sequence(1, True))
    told = RuleShadowed(rule="a", title="A", right=1, wrong=40)
    assert state.handle(told).areas == {Area.TROUBLE}
    state.handle(started())
    assert state.guidance.comparison is None
    assert state.guidance.sequence is None
    assert state.shadowed == told


def test_a_required_sentence_is_an_item_of_its_own() -> None:
    state = CallState()
    state.handle(ChecklistChanged(at=0, item="notice", is_done=False, title="Recording notice"))
    assert (state.checklist["notice"].title, state.checklist["notice"].is_done) == (
        "Recording notice",
        False,
    )
    state.handle(ChecklistChanged(at=1, item="unknown", is_done=True))
    assert "unknown" not in state.checklist
