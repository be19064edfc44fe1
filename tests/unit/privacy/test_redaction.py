"""What leaves the redactor, as the transcript a reader would see."""

import re
from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assist.core.events import (
    CallEnded,
    CallStarted,
    FinalResult,
    Input,
    PartialResult,
    Tick,
    VoiceActivity,
)
from assist.core.words import Party, Word
from assist.privacy.redaction import MASK, Redactor

CARD = "four one one one two two two two three three three three four four four four"


class Talk:
    """Says lines into a redactor the way a recognizer does: growing partials, then a final."""

    def __init__(self, *, has_words: bool = True) -> None:
        self.redactor = Redactor()
        self.now = 0
        self.has_words = has_words
        self.numbers = dict.fromkeys(Party, 0)
        self.out: list[Input] = []
        self.feed(CallStarted(at=0, call="c", started_at="2026-11-22T10:00:00+00:00", source="x"))

    def feed(self, event: Input) -> tuple[Input, ...]:
        out = self.redactor.handle(event)
        self.out += out
        return out

    def say(self, text: str, party: Party = Party.CUSTOMER) -> list[Input]:
        tokens, start, number = text.split(), self.now, self.numbers[party]
        before = len(self.out)
        for count in range(1, len(tokens) + 1):
            self.wait(200)
            so_far = " ".join(tokens[:count])
            self.feed(
                PartialResult(at=self.now, party=party, utterance=number, start=start, text=so_far)
            )
        words = tuple(
            Word(text=token, start=start + 200 * i, end=start + 200 * i + 180, confidence=0.9)
            for i, token in enumerate(tokens)
        )
        end = self.now
        self.wait(700)
        self.feed(
            FinalResult(
                at=self.now,
                party=party,
                utterance=number,
                start=start,
                end=end,
                text=text,
                words=words if self.has_words else (),
            )
        )
        self.numbers[party] += 1
        return self.out[before:]

    def wait(self, ms: int) -> list[Input]:
        before = len(self.out)
        for _ in range(ms // 100):
            self.now += 100
            self.feed(Tick(at=self.now))
        return self.out[before:]

    def end(self) -> None:
        self.feed(CallEnded(at=self.now, reason="hangup"))

    def transcript(self, party: Party = Party.CUSTOMER) -> str:
        return " / ".join(final.text for final in finals(self.out, party))


def finals(events: Iterable[Input], party: Party = Party.CUSTOMER) -> list[FinalResult]:
    return [e for e in events if isinstance(e, FinalResult) and e.party is party]


def partials(events: Iterable[Input]) -> list[str]:
    return [e.text for e in events if isinstance(e, PartialResult)]


@pytest.mark.parametrize(
    "lines",
    [
        [CARD],
        ["my card number is " + CARD + " thank you"],
        ["four one one one", "two two two two", "three three three three", "four four four four"],
        ["four one one", "one two two", "two two three", "three three three", "four four four"],
        ["it's four one one one two two two two", "um", "three three three three four"],
        ["four one one one dash two two two two dash three three three three and four four"],
        ["double four one one triple two nine five three three three three four four"],
        ["forty one eleven twenty two twenty two thirty three thirty three forty four forty four"],
        ["forty-one eleven twenty-two twenty-two thirty-three thirty-three"],
        ["four one one one two two two sorry no two two three three three three four four"],
        ["4111 1111 1111 1111"],
        ["4111-1111-1111-1111"],
        ["it is 4111", "1111 1111", "okay then 1111"],
        ["four one one one two two to two three three three three four four four"],
        ["four one one one two two hate two three three three three four four four"],
        ["the card is four one one one two two", "two two three three three three please"],
    ],
)
@pytest.mark.parametrize("has_words", [True, False])
def test_long_numbers_never_leave(lines: list[str], has_words: bool) -> None:
    talk = Talk(has_words=has_words)
    for line in lines:
        talk.say(line)
        talk.wait(1500)
    talk.wait(6000)
    talk.end()
    assert MASK in talk.transcript()
    for event in talk.out:
        if isinstance(event, (FinalResult, PartialResult)):
            assert digits_in(event.text) <= 4
    assert digits_in(talk.transcript()) <= 4


@pytest.mark.parametrize(
    "lines",
    [
        ["my number is five five five eight six seven five three zero nine"],
        ["it's oh two oh seven nine four six", "oh nine five eight"],
        ["the order is four five six seven eight and it never came"],
        ["order four five six", "seven eight nine", "that is the whole number please"],
        ["i paid one thousand two hundred thirty four dollars on march third twenty twenty six"],
        ["from march third twenty twenty four to may fifth twenty twenty five at ten thirty"],
        ["i have called three times", "two weeks", "and five people told me no"],
        ["five five five one two three four extension four five six seven"],
        ["today by four o'clock", "or tomorrow at eleven thirty"],
    ],
)
@pytest.mark.parametrize("has_words", [True, False])
def test_short_numbers_come_out_whole(lines: list[str], has_words: bool) -> None:
    talk = Talk(has_words=has_words)
    for line in lines:
        talk.say(line)
    talk.wait(6000)
    talk.end()
    assert MASK not in talk.transcript()
    assert talk.transcript().replace(" / ", " ").split() == " ".join(lines).split()


def test_words_before_a_held_number_are_final_at_once() -> None:
    talk = Talk()
    out = talk.say("my order number is four five six seven eight")
    assert [final.text for final in finals(out)] == ["my order number is"]
    assert partials(out)[-1] == MASK
    assert finals(out)[0].end == 780


def test_a_held_number_is_let_go_after_five_seconds_without_digits() -> None:
    talk = Talk()
    talk.say("order four five six seven eight")
    since = talk.now
    out = talk.wait(6000)
    (late,) = finals(out)
    assert late.text == "four five six seven eight"
    assert late.at == since + 5000
    assert [word.text for word in late.words] == late.text.split()


def test_a_held_number_is_let_go_before_the_next_words() -> None:
    talk = Talk()
    talk.say("order four five six seven eight")
    out = talk.say("that never arrived at my house")
    texts = [e.text for e in out if isinstance(e, (FinalResult, PartialResult))]
    assert texts.index("four five six seven eight") < texts.index("that never arrived at")


def test_a_held_number_is_let_go_when_the_call_ends() -> None:
    talk = Talk()
    talk.say("order four five six seven eight")
    talk.end()
    assert talk.transcript() == "order / four five six seven eight"
    assert isinstance(talk.out[-1], CallEnded)


def test_digits_are_hidden_in_partials_from_the_fourth_on() -> None:
    talk = Talk()
    out = talk.say("it is four five six seven eight nine")
    assert partials(out)[2:7] == [
        "it is four",
        "it is four five",
        "it is four five six",
        f"it is {MASK}",
        f"it is {MASK}",
    ]


def test_a_masked_number_is_one_word_over_its_whole_time() -> None:
    talk = Talk()
    (final,) = finals(talk.say(f"my card is {CARD} okay"))
    assert final.text == f"my card is {MASK} okay"
    masked = final.words[3]
    assert (masked.text, masked.start, masked.end) == (MASK, 600, 600 + 15 * 200 + 180)
    assert masked.confidence == 0.9


def test_digits_right_after_a_long_number_are_masked_too() -> None:
    talk = Talk()
    talk.say(CARD)
    talk.wait(1000)
    talk.say("five six seven eight")
    assert talk.transcript() == f"{MASK} / {MASK}"


def test_a_number_long_after_a_card_is_shown_again() -> None:
    talk = Talk()
    talk.say(CARD)
    talk.wait(6000)
    talk.say("order five six seven eight never came")
    assert talk.transcript() == f"{MASK} / order five six seven eight never came"


def test_each_side_has_its_own_run() -> None:
    talk = Talk()
    talk.say("four one one one two two two two")
    talk.say("go ahead please", Party.AGENT)
    talk.say("three three three three four")
    talk.wait(6000)
    assert talk.transcript() == f"{MASK} / {MASK}"
    assert talk.transcript(Party.AGENT) == "go ahead please"


def test_a_time_at_the_end_of_a_promise_is_not_cut_off() -> None:
    talk = Talk()
    out = talk.say("i will call you back at eleven thirty", Party.AGENT)
    assert [final.text for final in finals(out, Party.AGENT)] == [
        "i will call you back at eleven thirty"
    ]


def test_other_inputs_pass_untouched() -> None:
    event = VoiceActivity(at=5, party=Party.AGENT, is_active=True)
    assert Redactor().handle(event) == (event,)


def test_an_empty_final_after_a_held_number_leaves_it_held() -> None:
    talk = Talk()
    talk.say("four five six seven eight")
    out = talk.say("")
    assert finals(out) == []
    talk.end()
    assert talk.transcript() == "four five six seven eight"


# --- properties -----------------------------------------------------------------------------------

DIGITS = {
    "zero": 1, "oh": 1, "one": 1, "two": 1, "three": 1, "four": 1, "five": 1, "six": 1,
    "seven": 1, "eight": 1, "nine": 1, "ten": 2, "eleven": 2, "fifteen": 2, "nineteen": 2,
    "forty": 2, "seventy": 2, "thirty": 2, "twenty": 2, "hundred": 2, "thousand": 3,
}  # fmt: skip


def digits_in(text: str) -> int:
    """Digits still readable in a text, counted by a simpler rule than the one under test."""
    tokens = re.sub("(forty|seventy|thirty|twenty)[ -](one|two|three|four)", "forty", text)
    return sum(
        DIGITS.get(token, sum(c.isdigit() for c in token))
        for token in tokens.replace("-", " ").replace("/", " ").split()
    )


UNIT = st.sampled_from("zero oh one two three four five six seven eight nine".split())
GROUP = st.one_of(
    UNIT,
    UNIT,
    st.sampled_from(["ten", "eleven", "fifteen", "nineteen"]),
    st.builds("{} {}".format, st.sampled_from(["forty", "seventy"]), st.sampled_from(["two"])),
    st.builds("{} {}".format, st.sampled_from(["double", "triple"]), UNIT),
    st.sampled_from(["4", "41", "4111"]),
)
FILLER = st.sampled_from(["", "", "", "", "", "um", "dash", "and then", "sorry no", "uh it's"])
WORD_LIST = "my card order please thank you calling late house".split()
WORDS = st.lists(st.sampled_from(WORD_LIST), max_size=6)


def size_of(groups: list[str]) -> int:
    """The digits a list of groups stands for, from how the groups were made."""
    total = 0
    for group in groups:
        first, _, second = group.partition(" ")
        if first in {"double", "triple"}:
            total += 2 if first == "double" else 3
        elif second:
            total += 2
        else:
            total += digits_in(first)
    return total


@st.composite
def spoken_number(draw: st.DrawFn, least: int, most: int) -> list[str]:
    """Utterances that together say one number of `least` to `most` digits."""
    groups: list[str] = []
    while size_of(groups) < least:
        groups.append(draw(GROUP.filter(lambda g: size_of([*groups, g]) <= most)))
    words: list[list[str]] = [[]]
    for group in groups:
        if words[-1] and draw(st.integers(0, 4)) == 0:
            words.append([])
        words[-1] += [draw(FILLER), group]
    return [" ".join(" ".join(part).split()) for part in words]


@settings(max_examples=150, deadline=None)
@given(
    number=spoken_number(12, 19),
    before=WORDS,
    after=WORDS,
    pauses=st.lists(st.integers(0, 30), min_size=20, max_size=20),
    has_words=st.booleans(),
)
def test_no_long_number_leaves_however_it_is_said(
    number: list[str], before: list[str], after: list[str], pauses: list[int], has_words: bool
) -> None:
    talk = Talk(has_words=has_words)
    lines = [*number]
    lines[0] = " ".join([*before, lines[0]])
    lines[-1] = " ".join([lines[-1], *after])
    for line, pause in zip(lines, pauses, strict=False):
        talk.say(line)
        talk.wait(pause * 100)
    talk.wait(6000)
    talk.end()
    for event in talk.out:
        if isinstance(event, (FinalResult, PartialResult)):
            assert digits_in(event.text) <= 4, event
            assert event.text == event.text.strip()
    assert digits_in(talk.transcript()) <= 4
    assert_well_formed(talk)


@settings(max_examples=150, deadline=None)
@given(
    lines=st.lists(
        st.one_of(
            WORDS.map(" ".join), spoken_number(1, 11).map(" ".join), UNIT, FILLER, st.just("")
        ),
        max_size=8,
    ),
    pauses=st.lists(st.integers(0, 70), min_size=8, max_size=8),
)
def test_every_utterance_comes_out_once_in_order(lines: list[str], pauses: list[int]) -> None:
    talk = Talk()
    for line, pause in zip(lines, pauses, strict=False):
        talk.say(line)
        talk.wait(pause * 100)
    talk.end()
    assert_well_formed(talk)
    if MASK not in talk.transcript():
        assert talk.transcript().replace("/", " ").split() == " ".join(lines).split()


@settings(max_examples=100, deadline=None)
@given(number=spoken_number(4, 11), before=WORDS)
def test_a_short_number_alone_comes_out_whole(number: list[str], before: list[str]) -> None:
    talk = Talk()
    lines = [*number]
    lines[0] = " ".join([*before, lines[0]])
    for line in lines:
        talk.say(line)
    talk.wait(5100)
    assert talk.transcript().replace("/", " ").split() == " ".join(lines).split()


MISHEARD = st.one_of(WORDS.map(" ".join), spoken_number(1, 19).map(" ".join), FILLER)


@settings(max_examples=150, deadline=None)
@given(
    utterances=st.lists(
        st.tuples(
            st.lists(MISHEARD, max_size=4), MISHEARD, st.integers(0, 60), st.sampled_from(Party)
        ),
        max_size=8,
    )
)
def test_a_recognizer_that_changes_its_mind_is_followed(
    utterances: list[tuple[list[str], str, int, Party]],
) -> None:
    """Partials that have nothing to do with each other or with the final."""
    talk = Talk()
    for guesses, text, pause, party in utterances:
        start = talk.now
        for guess in guesses:
            talk.wait(200)
            talk.feed(
                PartialResult(
                    at=talk.now,
                    party=party,
                    utterance=talk.numbers[party],
                    start=start,
                    text=guess,
                )
            )
        talk.say(text, party)
        talk.wait(pause * 100)
    talk.end()
    for party in Party:
        own = [
            event
            for event in talk.out
            if isinstance(event, (FinalResult, PartialResult)) and event.party is party
        ]
        assert_in_order(own)
        for event in own:
            assert digits_in(event.text) < 12, event
        said = " ".join(text for _, text, _, who in utterances if who is party)
        shown = " ".join(event.text for event in own if isinstance(event, FinalResult))
        others = [word for word in said.split() if word in WORD_LIST]
        assert [word for word in shown.split() if word in WORD_LIST] == others


def assert_well_formed(talk: Talk) -> None:
    """Utterance numbers rise, nothing follows a final in its utterance, times never go back."""
    times = [event.at for event in talk.out]
    assert times == sorted(times)
    assert_in_order([e for e in talk.out if isinstance(e, (FinalResult, PartialResult))])


def assert_in_order(events: list[FinalResult | PartialResult]) -> None:
    """One party's results: numbers rise, and nothing follows the final of an utterance."""
    closed: set[int] = set()
    seen: list[int] = []
    for event in events:
        assert event.utterance not in closed
        seen.append(event.utterance)
        if isinstance(event, FinalResult):
            closed.add(event.utterance)
            if event.words:
                assert " ".join(word.text for word in event.words) == event.text
                assert all(a.end <= b.start for a, b in pairwise(event.words))
    assert seen == sorted(seen)
