"""Talk-over and silence of a finished call, from the words' times."""

from assist.core.review import Span
from assist.core.words import Party, Utterance
from assist.review.timeline import silences, talk_overs
from tests.helpers.reviewing import A, C, said


def utterance(party: Party, number: int, start: int, text: str, word_ms: int = 300) -> Utterance:
    final = said(party, number, start, text, word_ms)
    return Utterance(
        party=party,
        number=number,
        start=final.start,
        end=final.end,
        text=text,
        words=final.words,
    )


TEN = "one two three four five six seven eight nine ten"


def test_who_begins_later_talks_over() -> None:
    call = (utterance(C, 0, 1_000, TEN), utterance(A, 0, 2_500, "but let me tell you this"))
    (span,) = talk_overs(call)
    assert (span.party, span.start) == (A, 2_500)
    assert span.end > 3_500


def test_a_short_overlap_is_how_people_take_turns() -> None:
    call = (utterance(C, 0, 1_000, TEN), utterance(A, 0, 3_500, "sure"))
    assert talk_overs(call) == ()


def test_silence_is_where_neither_speaks_also_at_both_ends() -> None:
    call = (utterance(C, 0, 5_000, TEN), utterance(A, 0, 8_500, TEN))
    assert silences(call, 20_000) == (
        Span(start=0, end=5_000),
        Span(start=11_450, end=20_000),
    )


def test_a_pause_inside_an_utterance_is_silence_too() -> None:
    halves = (utterance(A, 0, 0, TEN), utterance(A, 1, 7_000, TEN))
    assert silences(halves, 10_000) == (Span(start=2_950, end=7_000),)


def test_an_utterance_without_words_counts_as_a_whole() -> None:
    bare = Utterance(party=A, number=0, start=0, end=9_000, text="hello")
    assert silences((bare,), 9_500) == ()


def test_a_call_without_words_is_silent() -> None:
    assert silences((), 9_000) == (Span(start=0, end=9_000),)
    assert talk_overs(()) == ()
