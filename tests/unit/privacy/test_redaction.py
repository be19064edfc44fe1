"""What leaves the redactor, as the transcript a reader would see."""

import pytest

from assist.core.events import CallEnded, FinalResult, PartialResult, VoiceActivity
from assist.core.words import Party
from assist.privacy.redaction import MASK, Redactor
from tests.helpers.redaction_talk import Talk, digits_in, finals, partials

CARD = "four one one one two two two two three three three three four four four four"


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
    talk.wait(8000)
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
    talk.wait(8000)
    talk.end()
    assert MASK not in talk.transcript()
    assert talk.transcript().replace(" / ", " ").split() == " ".join(lines).split()


def test_words_before_a_held_number_are_final_at_once() -> None:
    talk = Talk()
    out = talk.say("my order number is four five six seven eight")
    assert [final.text for final in finals(out)] == ["my order number is"]
    assert partials(out)[-1] == MASK
    assert finals(out)[0].end == 780


def test_a_held_number_is_let_go_after_seven_seconds_without_digits() -> None:
    talk = Talk()
    talk.say("order four five six seven eight")
    since = talk.now
    out = talk.wait(8000)
    (late,) = finals(out)
    assert late.text == "four five six seven eight"
    assert late.at == since + 7000
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


def test_digits_alone_are_hidden_in_partials_from_the_second_on() -> None:
    talk = Talk()
    out = talk.say("it is four five six seven eight nine")
    assert partials(out)[2:7] == [
        "it is four",
        f"it is {MASK}",
        f"it is {MASK}",
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
    talk.wait(8000)
    talk.say("order five six seven eight never came")
    assert talk.transcript() == f"{MASK} / order five six seven eight never came"


def test_each_side_has_its_own_run() -> None:
    talk = Talk()
    talk.say("four one one one two two two two")
    talk.say("go ahead please", Party.AGENT)
    talk.say("three three three three four")
    talk.wait(8000)
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
    talk.say("which order is it", Party.AGENT)
    talk.say("four five six seven eight")
    out = talk.say("")
    assert finals(out) == []
    talk.end()
    assert talk.transcript() == "four five six seven eight"
