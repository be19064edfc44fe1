"""The transcript's lines: settled text stays, unsettled text follows it."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist.core.events import FinalResult, PartialResult, Urgency
from assist.core.words import Evidence, Party, Word
from assist.ui.lines import (
    Line,
    RowChanged,
    RowInserted,
    RowMoved,
    RowRemoved,
    TranscriptLines,
    find_words,
)
from tests.helpers.uicall import evidence, spoken

A, C = Party.AGENT, Party.CUSTOMER


def partial(party: Party, utterance: int, text: str, start: int = 0) -> PartialResult:
    return PartialResult(at=start, party=party, utterance=utterance, start=start, text=text)


def texts(lines: TranscriptLines) -> list[str]:
    return [lines[row].text for row in range(len(lines))]


def test_a_partial_grows_in_its_row_and_its_final_takes_the_row() -> None:
    lines = TranscriptLines()
    assert [type(c) for c in lines.partial(partial(C, 0, "my"))] == [RowInserted]
    (grown,) = lines.partial(partial(C, 0, "my refund"))
    (settled,) = lines.final(spoken(C, 0, 0, "my refund"))
    assert isinstance(grown, RowChanged)
    assert isinstance(settled, RowChanged)
    assert (grown.row, settled.row) == (0, 0)
    assert settled.line.is_final


def test_the_same_partial_again_changes_nothing() -> None:
    lines = TranscriptLines()
    lines.partial(partial(C, 0, "my"))
    assert lines.partial(partial(C, 0, "my")) == ()


def test_a_final_goes_above_what_the_other_side_is_still_saying() -> None:
    lines = TranscriptLines()
    lines.partial(partial(A, 0, "let me see"))
    lines.partial(partial(C, 0, "okay"))
    (moved,) = lines.final(spoken(C, 0, 100, "okay"))
    assert moved == RowMoved(row=1, to=0, line=lines[0])
    assert texts(lines) == ["okay", "let me see"]
    assert lines.settled == 1


def test_an_empty_final_takes_the_mistaken_partial_away() -> None:
    lines = TranscriptLines()
    lines.partial(partial(C, 0, "huh"))
    gone = FinalResult(at=9, party=C, utterance=0, start=0, end=9, text="")
    assert lines.final(gone) == (RowRemoved(row=0),)
    assert len(lines) == 0


def test_a_partial_after_its_final_is_late_and_ignored() -> None:
    lines = TranscriptLines()
    lines.final(spoken(C, 0, 0, "hello"))
    assert lines.partial(partial(C, 0, "hel")) == ()
    assert texts(lines) == ["hello"]


def test_doubtful_words_are_told_by_their_characters() -> None:
    lines = TranscriptLines()
    lines.final(spoken(C, 0, 0, "the ticket number is", doubtful=frozenset({"number"})))
    ((start, end),) = lines[0].low
    assert lines[0].text[start:end] == "number"


def test_words_of_a_cue_are_marked_when_their_line_is_there_and_when_it_comes_later() -> None:
    final = spoken(A, 3, 0, "there is nothing more I can do")
    proof = evidence(final, "nothing more I can do")
    before, after = TranscriptLines(), TranscriptLines()
    before.mark(1, Urgency.URGENT, (proof,))
    before.final(final)
    after.final(final)
    (change,) = after.mark(1, Urgency.URGENT, (proof,))
    assert isinstance(change, RowChanged)
    assert before[0].marks == after[0].marks
    (mark,) = after[0].marks
    assert final.text[mark.start : mark.end] == "nothing more I can do"


def test_i_is_written_large_and_marks_stay_in_place() -> None:
    lines = TranscriptLines()
    final = spoken(A, 3, 0, "i think i can do nothing more and i'm sorry")
    lines.mark(1, Urgency.URGENT, (evidence(final, "i can do nothing more"),))
    lines.final(final)
    assert lines[0].text == "I think I can do nothing more and I'm sorry"
    (mark,) = lines[0].marks
    assert lines[0].text[mark.start : mark.end] == "I can do nothing more"


def test_a_learned_name_is_written_large_before_and_after_but_no_everyday_word_is() -> None:
    lines = TranscriptLines()
    lines.final(spoken(C, 0, 0, "my name is david miller"))
    (change,) = lines.learn_name("David Miller")
    assert change == RowChanged(row=0, line=lines[0])
    lines.final(spoken(A, 0, 0, "thank you david"))
    assert texts(lines) == ["my name is David Miller", "thank you David"]
    assert lines.learn_name("Will Mark") == ()
    lines.partial(partial(A, 1, "i will mark it"))
    assert lines[2].text == "I will mark it"


def test_a_withdrawn_cue_loses_its_marks() -> None:
    lines = TranscriptLines()
    final = spoken(A, 3, 0, "nothing more I can do")
    lines.final(final)
    lines.mark(1, Urgency.URGENT, (evidence(final, "nothing more"),))
    (change,) = lines.unmark(1)
    assert isinstance(change, RowChanged)
    assert lines[0].marks == ()


def test_of_words_said_twice_the_ones_at_the_right_time_are_found() -> None:
    final = spoken(C, 0, 1000, "no fix and again no fix")
    second = final.words[4]
    proof = Evidence(
        party=C, text="no fix", start=second.start, end=final.words[5].end, utterance=0
    )
    line = Line(party=C, utterance=0, start=0, text=final.text, is_final=True, words=final.words)
    assert find_words(line, proof) == (17, 23)


@pytest.mark.parametrize("text", ["calledthree", ""])
def test_words_that_are_not_in_the_text_are_found_by_time_or_not_at_all(text: str) -> None:
    words = (Word(text="I", start=0, end=50), Word(text="called", start=100, end=400))
    line = Line(party=C, utterance=0, start=0, text="I called", is_final=True, words=words)
    timed = Evidence(party=C, text=text, start=100, end=400, utterance=0)
    never = Evidence(party=C, text="ghost", start=9000, end=9400, utterance=0)
    assert find_words(line, timed) == (2, 8)
    assert find_words(line, never) is None


@given(st.randoms(use_true_random=False))
def test_settled_lines_never_move_and_changes_replay_to_the_same_lines(
    chance: random.Random,
) -> None:
    lines = TranscriptLines()
    mirror: list[Line] = []
    utterances = {A: 0, C: 0}
    settled: list[Line] = []
    for step in range(60):
        party = chance.choice([A, C])
        number = utterances[party]
        if chance.random() < 0.3:
            text = chance.choice(["", "yes", "no way"])
            changes = lines.final(spoken(party, number, step * 100, text))
            utterances[party] += 1
        else:
            words = " ".join("word" for _ in range(chance.randint(0, 4)))
            changes = lines.partial(partial(party, number, words, step * 100))
        for change in changes:
            match change:
                case RowInserted(row=row, line=line):
                    mirror.insert(row, line)
                case RowChanged(row=row, line=line):
                    mirror[row] = line
                case RowMoved(row=row, to=to, line=line):
                    mirror.insert(to, mirror.pop(row))
                    mirror[to] = line
                case RowRemoved(row=row):
                    del mirror[row]
        assert mirror == [lines[row] for row in range(len(lines))]
        assert mirror[: len(settled)] == settled
        settled = mirror[: lines.settled]
        assert all(line.is_final for line in settled)
        assert not any(line.is_final for line in mirror[lines.settled :])
