"""Numbers said in any way: long ones never leave the redactor, short ones come out whole."""

from hypothesis import given, settings
from hypothesis import strategies as st

from assist.core.events import FinalResult, PartialResult
from assist.core.words import Party
from assist.privacy.redaction import MASK
from tests.helpers.redaction_talk import (
    Talk,
    assert_in_order,
    assert_well_formed,
    digits_in,
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
WORD_LIST = "my cause orders please thank you calling late house".split()
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


@settings(max_examples=100, deadline=None)
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
    talk.wait(8000)
    talk.end()
    for event in talk.out:
        if isinstance(event, (FinalResult, PartialResult)):
            assert digits_in(event.text) <= 4, event
            assert event.text == event.text.strip()
    assert digits_in(talk.transcript()) <= 4
    assert_well_formed(talk)


@settings(max_examples=100, deadline=None)
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
    talk.say("and your order number please", Party.AGENT)
    lines = [*number]
    lines[0] = " ".join([*before, lines[0]])
    for line in lines:
        talk.say(line)
    talk.wait(7100)
    assert talk.transcript().replace("/", " ").split() == " ".join(lines).split()


MISHEARD = st.one_of(WORDS.map(" ".join), spoken_number(1, 19).map(" ".join), FILLER)


@settings(max_examples=100, deadline=None)
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
