"""The stage: partials and finals of both parties in, numbered detections out."""

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assist.core.events import (
    CallEnded,
    CallStarted,
    Detection,
    DetectionWithdrawn,
    FinalResult,
    Input,
    NameGiven,
    NameLearned,
    Output,
    PartialResult,
    PauseSet,
    ProblemStated,
    PromiseMade,
    Tick,
)
from assist.core.words import Party, Word
from assist.detect.detectors import Detectors

A, C = Party.AGENT, Party.CUSTOMER
START = CallStarted(at=0, call="c", started_at="2026-11-20T10:00:00+01:00", source="t")


def partial(at: int, party: Party, text: str, utterance: int = 0, start: int = 0) -> PartialResult:
    return PartialResult(at=at, party=party, utterance=utterance, start=start, text=text)


def final(
    at: int, party: Party, text: str, utterance: int = 0, *, start: int = 0, confidence: float = 1.0
) -> FinalResult:
    words = text.split()
    step = (at - start) // max(1, len(words))
    timed = tuple(
        Word(
            text=word,
            start=start + index * step,
            end=start + (index + 1) * step,
            confidence=confidence,
        )
        for index, word in enumerate(words)
    )
    return FinalResult(
        at=at, party=party, utterance=utterance, start=start, end=at, text=text, words=timed
    )


def run(*events: Input) -> list[Output]:
    detectors = Detectors()
    return [output for event in (START, *events) for output in detectors.handle(event)]


def found(made: Iterable[Output], label: str) -> list[Detection]:
    return [each for each in made if isinstance(each, Detection) and each.label == label]


DEAD_END = "there is nothing more i can do"


def test_a_detection_from_partials_is_confirmed_under_its_number() -> None:
    made = run(
        partial(2000, A, DEAD_END),
        partial(2300, A, DEAD_END + " for"),
        final(4000, A, DEAD_END + " for you"),
    )
    first, last = found(made, "dead_end")
    assert (first.is_final, last.is_final) == (False, True)
    assert first.number == last.number
    assert first.evidence.end == 2000
    assert last.evidence.text == DEAD_END


def test_two_ticks_are_as_good_as_a_partial() -> None:
    made = run(partial(2000, A, DEAD_END), Tick(at=2100), Tick(at=2200), Tick(at=2300))
    assert [each.at for each in found(made, "dead_end")] == [2200]


def test_a_final_without_it_takes_it_back() -> None:
    made = run(
        partial(2000, A, DEAD_END),
        partial(2300, A, DEAD_END),
        final(4000, A, DEAD_END + " today but i can send you a new one tomorrow"),
    )
    (first,) = found(made, "dead_end")
    assert DetectionWithdrawn(at=4000, number=first.number, label="dead_end") in made


def test_a_refusal_in_mid_sentence_waits_for_the_but() -> None:
    text = "i'm afraid i can't refund that"
    made = run(partial(2000, A, text), partial(2300, A, text), Tick(at=2400), Tick(at=2500))
    assert found(made, "dead_end") == []
    assert found(run(final(3000, A, text)), "dead_end")


def test_a_way_forward_earlier_in_the_turn_cancels_the_dead_end() -> None:
    offer, refusal = final(2000, A, "i can send you a new one today"), DEAD_END
    made = run(offer, final(6000, A, refusal, 1, start=3000))
    assert found(made, "dead_end") == []
    made = run(
        offer,
        final(4000, C, "no i want my money", start=2500),
        final(8000, A, refusal, 1, start=5000),
    )
    assert len(found(made, "dead_end")) == 1


def test_words_the_recognizer_doubts_are_not_detected() -> None:
    assert found(run(final(3000, A, DEAD_END, confidence=0.3)), "dead_end") == []


def test_evidence_has_the_times_of_its_words() -> None:
    (detection,) = found(run(final(8000, A, "well " + DEAD_END)), "dead_end")
    assert (detection.evidence.start, detection.evidence.end) == (1000, 8000)


def test_the_same_words_by_the_customer_are_no_dead_end() -> None:
    assert found(run(final(3000, C, DEAD_END)), "dead_end") == []


def test_a_heard_name_is_learned_and_its_use_found() -> None:
    made = run(
        final(3000, C, "my name is dana ortega"),
        final(6000, A, "thank you dayna", start=4000),
    )
    assert NameLearned(at=3000, name="Dana Ortega", origin="heard") in made
    assert found(made, "uses_name")[0].detail == "Dana Ortega"


def test_a_typed_name_is_not_replaced_by_a_heard_one() -> None:
    made = run(
        NameGiven(at=100, name="Dana Ortega", origin="softphone"),
        final(3000, C, "my name is anna tiger"),
    )
    assert [each.name for each in made if isinstance(each, NameLearned)] == ["Dana Ortega"]


def test_the_answer_to_who_is_calling_is_a_name() -> None:
    made = run(
        final(2000, A, "may i have your name please"),
        final(4000, C, "sarah brown", start=3000),
    )
    assert [each.name for each in made if isinstance(each, NameLearned)] == ["Sarah Brown"]


def test_the_problem_is_stated_once() -> None:
    made = run(
        final(2000, A, "how can i help you"),
        final(6000, C, "yeah it is about my router it keeps dropping", start=3000),
        final(9000, C, "my bill is also wrong i think", 1, start=7000),
    )
    stated = [each for each in made if isinstance(each, ProblemStated)]
    assert [each.evidence.text for each in stated] == [
        "yeah it is about my router it keeps dropping"
    ]


@pytest.mark.parametrize(
    "introduction",
    [
        "hi my name is dana ortega",
        "hi my name is day",  # a word heard in place of the name
        "hello good morning my name is day or tiger",
        "hi this is dana good morning how are you doing",
        "hello good morning how are you today",
    ],
)
def test_a_name_alone_is_no_problem(introduction: str) -> None:
    made = run(final(2000, A, "how can i help you"), final(6000, C, introduction, start=3000))
    assert not any(isinstance(each, ProblemStated) for each in made)


@pytest.mark.parametrize("name", ["dana", "day"])
def test_a_problem_after_the_name_is_one(name: str) -> None:
    made = run(
        final(2000, A, "how can i help you"),
        final(6000, C, f"hi my name is {name} my router is broken again", start=3000),
    )
    (stated,) = [each for each in made if isinstance(each, ProblemStated)]
    assert "router is broken" in stated.evidence.text


def promises(*events: Input) -> list[PromiseMade]:
    return [each for each in run(*events) if isinstance(each, PromiseMade)]


def test_a_promise_has_who_what_and_when() -> None:
    (promise,) = promises(final(60_000, A, "i will call you back tomorrow by noon"))
    assert (promise.who, promise.what, promise.due) == ("i", "call you back", "tomorrow by noon")
    assert promise.due_at == "2026-11-21T12:00+01:00"
    assert promise.missing == ()


def test_what_is_missing_is_named() -> None:
    (promise,) = promises(final(3000, A, "someone will get back to you soon"))
    assert promise.missing == ("who", "when")
    assert (promise.due, promise.due_at) == ("soon", "")


def test_minutes_away_are_a_time() -> None:
    (promise,) = promises(final(3000, A, "your ride is 8 minutes away"))
    assert promise.due == "8 minutes away"
    assert "when" not in promise.missing


def test_a_time_said_next_completes_the_promise() -> None:
    first, second = promises(
        final(3000, A, "i will email you the invoice"),
        final(8000, A, "by four o'clock this afternoon", 1, start=5000),
    )
    assert first.promise == second.promise
    assert (first.missing, second.missing) == (("when",), ())
    assert second.due_at == "2026-11-20T16:00+01:00"


def test_a_time_said_much_later_belongs_to_something_else() -> None:
    assert (
        len(
            promises(
                final(3000, A, "i will email you the invoice"),
                final(90_000, A, "we close at four o'clock", 1, start=87_000),
            )
        )
        == 1
    )


def test_the_same_promise_said_again_keeps_its_number() -> None:
    numbers = [
        each.promise
        for each in promises(
            final(3000, A, "someone will call you back"),
            final(9000, A, "i will call you back myself today by four", 1, start=6000),
            final(20_000, A, "and we will send you a new router by friday", 2, start=17_000),
        )
    ]
    assert numbers == [0, 0, 1]


def test_due_times_count_from_the_moment_they_are_said() -> None:
    (promise,) = promises(final(1_800_000, A, "i will call you in twenty minutes", start=1_790_000))
    assert promise.due_at == "2026-11-20T10:50+01:00"


def test_what_began_while_paused_is_not_heard_but_what_began_before_is() -> None:
    made = run(
        PauseSet(at=3000, is_paused=True),
        final(3500, A, DEAD_END, start=1000),
        final(9000, A, DEAD_END, 1, start=5000),
        PauseSet(at=10_000, is_paused=False),
        final(14_000, A, DEAD_END, 2, start=11_000),
    )
    assert [each.at for each in found(made, "dead_end")] == [3500, 14_000]


def test_the_end_of_the_call_takes_back_what_has_no_final() -> None:
    made = run(
        partial(2000, A, DEAD_END),
        partial(2300, A, DEAD_END),
        CallEnded(at=3000, reason="hangup"),
    )
    assert any(isinstance(each, DetectionWithdrawn) for each in made)


texts = st.sampled_from(
    [
        "",
        DEAD_END,
        DEAD_END + " but i can send you a new one",
        "my name is dana",
        "i will call you back tomorrow",
        "thank you dana",
        "i am furious",
        "it is",
    ]
)
results = st.lists(
    st.tuples(st.booleans(), st.sampled_from(list(Party)), texts, st.integers(0, 2)), max_size=25
)


@settings(max_examples=150, deadline=None)
@given(results)
def test_every_early_detection_is_confirmed_or_taken_back(
    stream: list[tuple[bool, Party, str, int]],
) -> None:
    numbers = dict.fromkeys(Party, 0)
    events: list[Input] = []
    for index, (is_final, party, text, ticks) in enumerate(stream):
        at = 1000 * (index + 1)
        if is_final:
            events.append(final(at, party, text, numbers[party], start=at - 900))
            numbers[party] += 1
        else:
            events.append(partial(at, party, text, numbers[party], start=at - 900))
        events.extend(Tick(at=at + 100 * (tick + 1)) for tick in range(ticks))
    made = run(*events, CallEnded(at=99_000, reason="hangup"))
    open_numbers: set[int] = set()
    seen: set[int] = set()
    for output in made:
        if isinstance(output, Detection) and not output.is_final:
            assert output.number not in seen
            open_numbers.add(output.number)
            seen.add(output.number)
        elif isinstance(output, Detection):
            assert (output.number in open_numbers) == (output.number in seen)
            open_numbers.discard(output.number)
            seen.add(output.number)
        elif isinstance(output, DetectionWithdrawn):
            assert output.number in open_numbers
            open_numbers.discard(output.number)
    assert not open_numbers
