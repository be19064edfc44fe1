"""While card details are given a live call hears on, and keeps neither sound nor what is said."""

from assist.core.audio import SAMPLES_PER_MS, AudioBlock
from assist.core.events import Event, FinalResult, PartialResult, PauseSet
from assist.core.words import Party
from assist.privacy.cardtalk import CARD
from assist.privacy.masking import MASK
from assist.session.intake import Intake
from tests.helpers.livecall import STARTED, Live, agent_says, words
from tests.helpers.session import LOUD, SILENT, make_session
from tests.helpers.speech import final, partial

QUESTION = "can i have the card number please"
ANSWER = "four one one one and my name is on it"


def customer_says(text: str, *, at: int) -> list[PartialResult | FinalResult]:
    return [
        partial(Party.CUSTOMER, at, text, start=at - 800),
        final(Party.CUSTOMER, at + 600, words(text, at - 800)),
    ]


def test_sound_is_silence_in_the_working_copy_from_the_question_on() -> None:
    script = {
        Party.AGENT: agent_says(QUESTION, at=1_000),
        Party.CUSTOMER: customer_says(ANSWER, at=3_500),
    }
    live = Live(script, pauses_for_cards=True).start()
    live.source.send_both(12)
    live.published.wait_for(PauseSet, lambda pause: pause.is_paused and pause.reason == CARD)
    live.source.send_both(40)
    events = live.end()
    before = [b for b in live.spool.blocks if b.index < 900 * SAMPLES_PER_MS]
    after = [b for b in live.spool.blocks if b.index >= 1_200 * SAMPLES_PER_MS]
    assert before
    assert all(block.samples == LOUD for block in before)
    assert len(after) == 80
    assert all(block.samples == SILENT for block in after)
    said = {e.text for e in events if isinstance(e, FinalResult | PartialResult)}
    assert QUESTION in said
    assert {text for text in said if text != QUESTION} == {MASK}
    assert [e for e in live.journal.events if isinstance(e, PauseSet)]


def test_a_call_that_does_not_pause_keeps_what_is_no_number() -> None:
    script = {
        Party.AGENT: agent_says(QUESTION, at=1_000),
        Party.CUSTOMER: customer_says(ANSWER, at=3_500),
    }
    live = Live(script).start()
    live.source.send_both(50)
    events = live.end()
    assert not any(isinstance(event, PauseSet) for event in events)
    assert all(block.samples == LOUD for block in live.spool.blocks)
    (answer,) = [e for e in events if isinstance(e, FinalResult) and e.party is Party.CUSTOMER]
    assert answer.text == f"{MASK} and my name is on it"


def test_the_agents_key_ends_it() -> None:
    live = Live({Party.AGENT: agent_says(QUESTION, at=1_000)}, pauses_for_cards=True).start()
    live.source.send_both(12)
    live.published.wait_for(PauseSet, lambda pause: pause.is_paused)
    live.call.set_pause(is_paused=False)
    live.published.wait_for(PauseSet, lambda pause: not pause.is_paused)
    live.source.send_both(5)
    live.end()
    assert [block.samples for block in live.spool.blocks[-10:]] == [LOUD] * 10


def test_a_resumed_call_is_still_paused() -> None:
    published: list[Event] = []
    intake = Intake(make_session(), published.append, pauses_for_cards=True)
    block = AudioBlock(party=Party.CUSTOMER, index=0, samples=LOUD)
    intake.recall((STARTED, PauseSet(at=1_000, is_paused=True, reason=CARD)))
    assert intake.kept(block).samples == SILENT
    intake.recall((PauseSet(at=2_000, is_paused=False, reason=CARD),))
    assert intake.kept(block).samples == LOUD
    assert published == []
