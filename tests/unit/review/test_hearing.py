"""Written conversations become the inputs that a driver would give."""

from itertools import pairwise

from assist.core.events import (
    CallEnded,
    CallStarted,
    FinalResult,
    PartialResult,
    Tick,
    VoiceActivity,
)
from assist.core.words import Party, Word
from assist.review.hearing import dialogue_inputs, row_inputs
from assist.review.labelled import Dialogue, Row, Turn


def row(before: Turn | None = None) -> Row:
    return Row(id="r", party=Party.AGENT, text="We can not", recognized="we can not", before=before)


def call(*turns: Turn) -> Dialogue:
    return Dialogue(id="d", set="", turns=turns)


def said(party: Party, text: str, start: int | None = None, end: int | None = None) -> Turn:
    return Turn(party=party, text=text, start=start, end=end)


def test_the_turn_before_is_heard_first() -> None:
    inputs, party, number = row_inputs(row(said(Party.CUSTOMER, "May I?")), "we can not")
    started, before, utterance = inputs
    assert isinstance(started, CallStarted)
    assert isinstance(before, FinalResult)
    assert isinstance(utterance, FinalResult)
    assert (before.party, before.text) == (Party.CUSTOMER, "May I?")
    assert (utterance.party, utterance.utterance) == (party, number) == (Party.AGENT, 0)
    assert before.end < utterance.start


def test_the_same_partys_turn_before_is_another_utterance() -> None:
    _, _, number = row_inputs(row(said(Party.AGENT, "Hold on.")), "we can not")
    assert number == 1


def test_recognized_words_keep_their_confidence_and_their_distances() -> None:
    words = [Word(text="we", start=100, end=300, confidence=0.4)]
    inputs, _, _ = row_inputs(row(said(Party.CUSTOMER, "May I?")), "we", words)
    final = inputs[-1]
    assert isinstance(final, FinalResult)
    assert final.words[0].confidence == 0.4
    assert final.words[0].start == final.start + 100


def test_typed_turns_take_150_words_a_minute_and_a_second_each() -> None:
    made = dialogue_inputs(
        call(said(Party.AGENT, "one two three"), said(Party.CUSTOMER, "four five"))
    )
    assert made.duration_ms == 3 * 400 + 1000 + 2 * 400 + 1000
    finals = [event for event in made.inputs if isinstance(event, FinalResult)]
    assert [(event.start, event.end) for event in finals] == [(0, 1200), (2200, 3000)]


def test_a_call_is_in_order_with_a_tick_each_tenth_of_a_second() -> None:
    made = dialogue_inputs(
        call(said(Party.AGENT, "one two three"), said(Party.CUSTOMER, "four five"))
    )
    assert isinstance(made.inputs[0], CallStarted)
    assert isinstance(made.inputs[-1], CallEnded)
    assert all(one.at <= other.at for one, other in pairwise(made.inputs))
    ticks = [event.at for event in made.inputs if isinstance(event, Tick)]
    assert ticks == list(range(100, made.duration_ms, 100))


def test_words_come_as_partials_before_their_final() -> None:
    made = dialogue_inputs(call(said(Party.AGENT, "one two three")))
    texts = [event.text for event in made.inputs if isinstance(event, PartialResult | FinalResult)]
    assert texts == ["one two", "one two three", "one two three"]
    voice = [event.is_active for event in made.inputs if isinstance(event, VoiceActivity)]
    assert voice == [True, False]


def test_turns_with_times_keep_them_and_may_overlap() -> None:
    made = dialogue_inputs(
        call(
            said(Party.AGENT, "how are you", 1000, 3000),
            said(Party.CUSTOMER, "fine", 2500, 4000),
        )
    )
    finals = [event for event in made.inputs if isinstance(event, FinalResult)]
    assert [(event.start, event.end) for event in finals] == [(1000, 3000), (2500, 4000)]
    assert made.duration_ms == 5000


def test_a_partys_own_turns_never_overlap_nor_do_their_results() -> None:
    made = dialogue_inputs(
        call(
            said(Party.AGENT, "how are you", 1000, 3000),
            said(Party.AGENT, "today", 2500, 4000),
        )
    )
    results = [event for event in made.inputs if isinstance(event, PartialResult | FinalResult)]
    assert [event.utterance for event in results] == sorted(event.utterance for event in results)
    spans = [(event.start, event.end) for event in results if isinstance(event, FinalResult)]
    assert spans == [(1000, 3000), (3000, 4000)]


def test_turns_out_of_order_are_heard_in_the_order_of_their_times() -> None:
    made = dialogue_inputs(
        call(said(Party.AGENT, "second", 5000, 6000), said(Party.AGENT, "first", 1000, 2000))
    )
    texts = [event.text for event in made.inputs if isinstance(event, FinalResult)]
    assert texts == ["first", "second"]
    assert made.turn_of == {(Party.AGENT, 0): 1, (Party.AGENT, 1): 0}


def test_recognized_text_has_no_signs_and_turns_of_signs_are_silent() -> None:
    made = dialogue_inputs(
        call(said(Party.AGENT, "Sorry, no!"), said(Party.CUSTOMER, "😡 …")), recognized=True
    )
    finals = [event for event in made.inputs if isinstance(event, FinalResult)]
    assert [event.text for event in finals] == ["sorry no"]
    assert made.turn_of == {(Party.AGENT, 0): 0}
