"""Marks, a guided sequence, knowledge cards, required sentences and comparison calls on screen."""

import pytest
from pytestqt.qtbot import QtBot

from assist.core.commands import DismissCue, MarkCue
from assist.core.events import (
    ChecklistChanged,
    ComparisonCall,
    CueExpired,
    CueMarked,
    CueShown,
    KnowledgeShown,
    SequenceChanged,
    SequenceStep,
    Tick,
    Urgency,
    WrapUp,
)
from assist.core.notices import RuleShadowed
from assist.core.words import Evidence, Party
from assist.ui.native.chords import CHORDS, Shortcut
from tests.helpers.uicall import drawn_call, ended_call, raised, started
from tests.ui.conftest import Desk

REFUND = KnowledgeShown(
    at=2_000,
    card="refund",
    title="Asking for money back",
    points=("Which payment, and which card", "The latest day it shows there", "In writing"),
    evidence=Evidence(party=Party.CUSTOMER, text="refund", start=1, end=2, utterance=0),
    expires_at=62_000,
)


def steps(at: int, *done: bool, is_over: bool = False) -> SequenceChanged:
    titles = ("Acknowledge", "Own it", "Fix", "Follow up")
    made = tuple(
        SequenceStep(title=title, is_done=is_done)
        for title, is_done in zip(titles, done, strict=True)
    )
    return SequenceChanged(
        at=at, rule="make_it_right", title="Make it right", steps=made, is_over=is_over
    )


def show(desk: Desk, cue: int = 1, urgency: Urgency = Urgency.HINT, place: str = "card") -> None:
    desk.play(
        raised(cue, "thank", 2_500, headline="Thank them for it", urgency=urgency),
        CueShown(at=2_600, cue=cue, rule="thank", place=place),
    )


@pytest.mark.parametrize(
    ("shortcut", "is_right"), [(Shortcut.RIGHT, True), (Shortcut.WRONG, False)]
)
def test_one_key_marks_the_prompt_in_view(desk: Desk, shortcut: Shortcut, is_right: bool) -> None:
    desk.play(*drawn_call())
    desk.window.press_shortcut(shortcut)
    assert desk.sent[-1] == MarkCue(cue=1, is_right=is_right)
    desk.play(CueMarked(at=252_100, cue=1, is_right=is_right))
    card = desk.window.call.prompts.card
    assert (card.right.is_marked, card.wrong.is_marked) == (is_right, not is_right)


def test_the_keys_are_those_that_are_told(desk: Desk) -> None:
    card = desk.window.call.prompts.card
    assert CHORDS[Shortcut.RIGHT].label in card.right.toolTip()
    assert CHORDS[Shortcut.WRONG].label in card.wrong.toolTip()
    assert card.not_now.text() == f"Not now {CHORDS[Shortcut.NOT_NOW].label}"
    desk.window.set_keys({})
    assert (card.not_now.text(), card.right.toolTip()) == ("Not now", "A good prompt")


def test_a_prompt_that_has_left_can_still_be_marked_and_it_is_noted(desk: Desk) -> None:
    desk.play(started())
    show(desk)
    desk.play(CueExpired(at=4_000, cue=1, rule="thank"), Tick(at=6_000))
    desk.window.press_shortcut(Shortcut.WRONG)
    assert desk.sent[-1] == MarkCue(cue=1, is_right=False)
    desk.play(CueMarked(at=6_100, cue=1, is_right=False))
    assert desk.window.call.prompts.rest.text() == "Noted: a wrong prompt"
    desk.window.press_shortcut(Shortcut.NOT_NOW)
    assert not any(isinstance(command, DismissCue) for command in desk.sent)


def test_with_nothing_to_mark_the_keys_do_nothing(desk: Desk) -> None:
    desk.play(started())
    desk.window.press_shortcut(Shortcut.RIGHT)
    assert desk.sent == []


def test_the_steps_of_a_sequence_tick_in_their_strip(desk: Desk) -> None:
    guide = desk.window.call.guide
    desk.play(started())
    assert guide.isHidden()
    desk.play(steps(3_000, True, False, False, False))
    assert not guide.isHidden()
    assert (guide.title.text(), guide.next.text()) == ("Make it right", "1 of 4")
    assert guide.items[0].accessibleName() == "Acknowledge, done"
    assert guide.items[1].accessibleName() == "Own it, not yet"
    desk.play(steps(5_000, True, True, True, True, is_over=True), Tick(at=9_000))
    assert not guide.isHidden()
    desk.play(Tick(at=14_000))
    assert guide.isHidden()


def test_without_a_prompt_a_knowledge_card_stands_in_its_room_in_full(desk: Desk) -> None:
    desk.play(started())
    prompts = desk.window.call.prompts
    height = prompts.height()
    desk.play(REFUND)
    assert not prompts.knowledge.isHidden()
    assert [
        point.text.text() for point in prompts.knowledge.points if not point.isHidden()
    ] == list(REFUND.points)
    assert prompts.rest.isHidden()
    assert prompts.height() == height
    desk.play(Tick(at=62_000))
    assert prompts.knowledge.isHidden()


def test_beside_a_prompt_it_is_one_line_beside_two_it_is_gone(desk: Desk) -> None:
    desk.play(started(), REFUND)
    show(desk)
    knowledge = desk.window.call.prompts.knowledge
    assert not knowledge.isHidden()
    assert all(point.isHidden() for point in knowledge.points)
    assert knowledge.height() >= knowledge.title.sizeHint().height()
    show(desk, 2, place="next")
    assert knowledge.isHidden()


def test_it_never_stands_beside_an_urgent_card(desk: Desk, qtbot: QtBot) -> None:
    desk.play(started(), REFUND)
    prompts = desk.window.call.prompts
    show(desk, urgency=Urgency.URGENT)
    assert prompts.knowledge.isHidden()
    height = prompts.height()
    desk.play(CueExpired(at=9_000, cue=1, rule="thank"))
    # In the card's room once that has left, not below it while it leaves.
    assert prompts.knowledge.isHidden() is prompts.card.is_leaving
    qtbot.waitUntil(lambda: not prompts.knowledge.isHidden())
    assert prompts.card.isHidden()
    assert prompts.height() == height


def test_required_sentences_stand_below_the_six_items_and_go_with_the_call(desk: Desk) -> None:
    section = desk.window.call.checklist
    desk.play(
        started(),
        ChecklistChanged(at=0, item="notice", is_done=False, title="Recording notice"),
    )
    assert len(section.items) == 7
    # Room for its row at once: none of them is squeezed.
    assert section.height() == section.height_as(False)
    assert section.height_as(False) > 4 * section.items[0].sizeHint().height()
    assert section.items[6].text.text() == "Recording notice"
    assert section.items[6].accessibleName() == "Recording notice, not yet"
    desk.play(
        ChecklistChanged(at=9, item="notice", is_done=True, count=1, title="Recording notice")
    )
    assert section.items[6].accessibleName() == "Recording notice, done"
    assert section.summary.text() == "1 of 7"
    desk.play(started(call="call-2"))
    assert len(section.items) == 6


def test_the_agent_is_told_that_it_is_a_comparison_call(desk: Desk) -> None:
    footer = desk.window.footer
    desk.play(started())
    assert footer.comparison.isHidden()
    desk.play(ComparisonCall(at=0, rules=("thank",), is_whole=True))
    assert "kept back" in footer.comparison.text()
    assert not footer.comparison.isHidden()
    assert desk.window.call.prompts.rest.text() == "Comparison call: prompts are kept back"
    desk.play(started(call="call-2"))
    assert footer.comparison.isHidden()
    assert desk.window.call.prompts.rest.text() == "No prompt right now"


def test_that_a_rule_went_to_shadow_is_said_after_the_call_until_it_is_dismissed(
    desk: Desk,
) -> None:
    banner = desk.window.banners.shadowed
    desk.play(*drawn_call(), RuleShadowed(rule="thank", title="Thank them", right=12, wrong=20))
    assert banner.isHidden()
    desk.play(*[m for m in ended_call() if isinstance(m, WrapUp)])
    assert "“Thank them” was right in 12 of 32 marks" in banner.sentence
    banner.button.click()
    assert banner.isHidden()
