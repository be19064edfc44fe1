"""Words heard on both sides are kept once; saying something again is no echo."""

import pytest

from assist.core.events import CallEnded, FinalResult, Input, PartialResult, SideHeard, Tick
from assist.core.interfaces import RecognizerResult
from assist.core.words import Party
from assist.session.echo import EchoFilter
from tests.helpers.speech import final, final_texts, partial

AGENT, CUSTOMER = Party.AGENT, Party.CUSTOMER
USUAL, ECHO, NOISE = -15, -38, -70


def spaced(text: str, start: int, step: int = 300) -> list[tuple[str, int, int]]:
    """Each word `step` ms after the one before, 50 ms apart."""
    return [
        (word, start + step * number, start + step * number + step - 50)
        for number, word in enumerate(text.split())
    ]


def level_at(at: int, stretches: list[tuple[int, int, int]]) -> int:
    return next((dbfs for start, end, dbfs in stretches if start < at <= end + 100), NOISE)


def play(
    results: list[RecognizerResult],
    agent: list[tuple[int, int, int]],
    customer: list[tuple[int, int, int]],
    length_ms: int = 30_000,
) -> list[Input]:
    """Results of both sides in time, with levels (start, end, dBFS) of each and ticks between."""
    echo = EchoFilter()
    outputs: list[Input] = []
    pending = sorted(results, key=lambda result: result.at)
    for at in range(100, length_ms + 1, 100):
        echo.hear(AGENT, at, level_at(at, agent))
        echo.hear(CUSTOMER, at, level_at(at, customer))
        while pending and pending[0].at <= at:
            outputs += echo.handle(pending.pop(0))
        outputs += [event for event in echo.handle(Tick(at=at)) if not isinstance(event, Tick)]
    return outputs


GREETING = final(AGENT, 2600, spaced("hello this is the help line", 100))
GREETING_LEVEL = (100, 1900, USUAL)
"""Tells the filter how loud the agent usually is."""


def test_a_copy_of_the_customer_in_the_agents_microphone_is_dropped() -> None:
    said = "this is the third time i have called"
    outputs = play(
        [
            GREETING,
            final(CUSTOMER, 8300, spaced(said, 5000)),
            final(AGENT, 8400, spaced(said, 5120), utterance=1),
        ],
        agent=[GREETING_LEVEL, (5120, 7520, ECHO)],
        customer=[(5000, 7400, USUAL)],
    )
    assert final_texts(outputs, CUSTOMER) == [said]
    assert final_texts(outputs, AGENT) == ["hello this is the help line"]


def test_a_copy_of_the_agent_coming_back_down_the_line_is_dropped() -> None:
    said = "thank you for calling how can i help"
    outputs = play(
        [final(AGENT, 3300, spaced(said, 0)), final(CUSTOMER, 3400, spaced(said, 250))],
        agent=[(0, 2400, USUAL)],
        customer=[(250, 2650, ECHO)],
    )
    assert final_texts(outputs, AGENT) == [said]
    assert final_texts(outputs, CUSTOMER) == []


def test_the_copy_may_be_recognized_before_its_original() -> None:
    said = "this is the third time i have called"
    outputs = play(
        [
            GREETING,
            partial(CUSTOMER, 7600, said),
            final(AGENT, 8200, spaced(said, 5120), utterance=1),
            final(CUSTOMER, 8400, spaced(said, 5000)),
        ],
        agent=[GREETING_LEVEL, (5120, 7520, ECHO)],
        customer=[(5000, 7400, USUAL)],
    )
    assert final_texts(outputs, AGENT) == ["hello this is the help line"]
    assert final_texts(outputs, CUSTOMER) == [said]


SAID = "this is the third time i have called"


def waiting_final(echo: EchoFilter, text: str) -> FinalResult:
    """A faint final of the agent while the customer, whose final is still to come, speaks."""
    for at in range(100, 9000, 100):
        echo.hear(AGENT, at, level_at(at, [(5120, 7520, ECHO)]))
        echo.hear(CUSTOMER, at, level_at(at, [(5000, 8500, USUAL)]))
    echo.handle(partial(CUSTOMER, 7600, SAID))
    own = final(AGENT, 8200, spaced(text, 5120))
    assert echo.handle(own) == ()
    return own


def test_a_faint_final_waits_for_the_other_sides_word_times() -> None:
    echo = EchoFilter()
    waiting_final(echo, "that is a thirtieth time i am called")
    original = final(CUSTOMER, 8900, spaced(SAID, 5000))
    assert echo.handle(original) == (original,)  # and the copy, compared with it, is gone


@pytest.mark.parametrize(
    "event",
    [
        Tick(at=9700),
        CallEnded(at=8300, reason="hangup"),
        partial(AGENT, 8300, "so", utterance=1),
        final(AGENT, 8300, [("so", 8000, 8200)], utterance=1),
    ],
)
def test_a_waiting_final_is_let_go_before_anything_later_of_its_side(event: Input) -> None:
    echo = EchoFilter()
    own = waiting_final(echo, "okay let me look up your number")
    late, *rest = echo.handle(event)
    assert isinstance(late, FinalResult)
    assert (late.at, late.utterance, late.text) == (event.at, own.utterance, own.text)
    assert rest in ([event], [])  # a faint "so" may itself be held


def test_a_misheard_copy_goes_with_the_rest_of_it() -> None:
    outputs = play(
        [
            GREETING,
            final(CUSTOMER, 8300, spaced("this is the third time i have called", 5000)),
            final(AGENT, 8400, spaced("this is a thirtieth time i am called", 5120), utterance=1),
        ],
        agent=[GREETING_LEVEL, (5120, 7520, ECHO)],
        customer=[(5000, 7400, USUAL)],
    )
    assert final_texts(outputs, AGENT) == ["hello this is the help line"]


def test_the_agents_own_words_beside_a_copy_stay() -> None:
    own = spaced("i am so sorry", 7600)
    outputs = play(
        [
            GREETING,
            final(CUSTOMER, 8300, spaced("this is the third time i called", 5000)),
            final(
                AGENT, 9500, [*spaced("this is the third time i called", 5120), *own], utterance=1
            ),
        ],
        agent=[GREETING_LEVEL, (5120, 7220, ECHO), (7600, 8800, USUAL)],
        customer=[(5000, 7100, USUAL)],
    )
    assert final_texts(outputs, AGENT)[1:] == ["i am so sorry"]
    kept = [e for e in outputs if isinstance(e, FinalResult) and e.party is AGENT][1]
    assert (kept.start, kept.end) == (7600, 8750)
    assert [word.text for word in kept.words] == ["i", "am", "so", "sorry"]


@pytest.mark.parametrize(
    ("lag", "agent_level", "why"),
    [
        (0, USUAL, "both say it at once, as loud as ever"),
        (150, USUAL, "an answer on the heels of it"),
        (350, USUAL - 3, "a little softer than usual"),
        (1000, USUAL, "said back"),
        (1000, ECHO, "said back very softly, but far too late for a copy"),
    ],
)
@pytest.mark.parametrize("word", ["yes", "okay"])
def test_a_word_both_really_say_is_kept_on_both_sides(
    word: str, lag: int, agent_level: int, why: str
) -> None:
    outputs = play(
        [
            GREETING,
            final(CUSTOMER, 6000, [(word, 5000, 5300)]),
            final(AGENT, 6100 + lag, [(word, 5000 + lag, 5300 + lag)], utterance=1),
        ],
        agent=[GREETING_LEVEL, (5000 + lag, 5300 + lag, agent_level)],
        customer=[(5000, 5300, USUAL)],
    )
    assert final_texts(outputs, CUSTOMER) == [word], why
    assert final_texts(outputs, AGENT)[1:] == [word], why


def test_a_customer_on_a_quiet_line_keeps_their_yes() -> None:
    # The line is always 18 dB below the agent: that is this customer's usual level, no echo.
    outputs = play(
        [
            final(CUSTOMER, 4000, spaced("good morning my name is james", 1000)),
            final(AGENT, 6000, [("yes", 5000, 5300)]),
            final(CUSTOMER, 6100, [("yes", 5100, 5400)], utterance=1),
        ],
        agent=[(5000, 5300, USUAL)],
        customer=[(1000, 2800, USUAL - 18), (5100, 5400, USUAL - 18)],
    )
    assert final_texts(outputs, CUSTOMER) == ["good morning my name is james", "yes"]


def test_a_recap_of_the_customers_words_a_second_later_stays() -> None:
    said = "the third time i have called"
    outputs = play(
        [
            GREETING,
            final(CUSTOMER, 7400, spaced(said, 5000)),
            final(AGENT, 9900, spaced(said, 7700), utterance=1),
        ],
        agent=[GREETING_LEVEL, (7700, 9500, USUAL)],
        customer=[(5000, 6800, USUAL)],
    )
    assert final_texts(outputs, AGENT)[1:] == [said]


def test_talking_over_each_other_with_different_words_stays() -> None:
    outputs = play(
        [
            GREETING,
            final(CUSTOMER, 8000, spaced("you are not listening to me", 5000)),
            final(AGENT, 8000, spaced("let me check that for you", 5100), utterance=1),
        ],
        agent=[GREETING_LEVEL, (5100, 6900, USUAL - 4)],
        customer=[(5000, 6800, USUAL + 3)],
    )
    assert final_texts(outputs, AGENT)[1:] == ["let me check that for you"]


def test_without_levels_nothing_is_called_an_echo() -> None:
    echo = EchoFilter()
    said = spaced("this is the third time", 5000)
    for result in (final(CUSTOMER, 7000, said), final(AGENT, 7000, said)):
        assert echo.handle(result) == (result,)


def test_other_inputs_pass() -> None:
    event = SideHeard(at=5, party=AGENT, is_heard=True)
    assert EchoFilter().handle(event) == (event,)


# --- partial results ----------------------------------------------------------------------------


def partials(outputs: list[Input], party: Party) -> list[str]:
    return [
        event.text for event in outputs if isinstance(event, PartialResult) and event.party is party
    ]


def test_partials_that_mirror_the_other_side_are_not_shown() -> None:
    outputs = play(
        [
            GREETING,
            partial(CUSTOMER, 5500, "cancel"),
            partial(AGENT, 5600, "cancel", utterance=1),
            partial(CUSTOMER, 5800, "cancel my"),
            partial(AGENT, 5900, "cancel my", utterance=1),
            partial(CUSTOMER, 6100, "cancel my order"),
            partial(AGENT, 6200, "cancel my order", utterance=1),
        ],
        agent=[GREETING_LEVEL, (5120, 6120, ECHO)],
        customer=[(5000, 6000, USUAL)],
    )
    assert partials(outputs, AGENT) == []
    assert partials(outputs, CUSTOMER) == ["cancel", "cancel my", "cancel my order"]


def test_a_copy_decoded_first_is_held_until_its_original_comes() -> None:
    outputs = play(
        [
            GREETING,
            partial(AGENT, 5400, "cancel", utterance=1),
            partial(CUSTOMER, 5600, "cancel"),
            partial(AGENT, 5900, "cancel it", utterance=1),
            partial(CUSTOMER, 6000, "cancel it"),
        ],
        agent=[GREETING_LEVEL, (5120, 5900, ECHO)],
        customer=[(5000, 5800, USUAL)],
        length_ms=6500,
    )
    assert partials(outputs, AGENT) == []


def test_a_faint_word_the_other_side_did_not_say_is_let_go_by_time() -> None:
    outputs = play(
        [GREETING, partial(AGENT, 5400, "okay", utterance=1)],
        agent=[GREETING_LEVEL, (5000, 5300, ECHO)],
        customer=[(4900, 5400, USUAL)],  # a noise there: loud, but no words
    )
    (shown,) = (event for event in outputs if isinstance(event, PartialResult))
    assert shown.text == "okay"
    assert 5400 < shown.at <= 5900


def test_the_agents_words_over_a_copy_are_shown_without_it() -> None:
    outputs = play(
        [
            GREETING,
            partial(CUSTOMER, 5500, "cancel it"),
            partial(AGENT, 5600, "cancel it", utterance=1),
            partial(AGENT, 7500, "cancel it let me see", utterance=1),
        ],
        agent=[GREETING_LEVEL, (5120, 5520, ECHO), (6700, 7500, USUAL)],
        customer=[(5000, 5400, USUAL)],
        length_ms=7600,
    )
    assert partials(outputs, AGENT) == ["let me see"]


def test_a_shown_partial_whose_utterance_was_an_echo_is_taken_back() -> None:
    # Nothing told the filter yet that the customer was speaking when the partial came.
    echo = EchoFilter()
    said = spaced("this is the third time", 5000)
    shown = partial(AGENT, 5600, "this is")
    assert echo.handle(shown) == (shown,)
    for at in range(5000, 8000, 100):
        echo.hear(AGENT, at, ECHO)
        echo.hear(CUSTOMER, at, USUAL)
    echo.handle(final(CUSTOMER, 7000, said))
    (result,) = echo.handle(final(AGENT, 7100, said))
    assert isinstance(result, FinalResult)
    assert (result.text, result.words) == ("", ())


def test_an_hour_of_talk_keeps_little_and_stays_quick() -> None:
    echo = EchoFilter()
    kept = 0
    for second in range(0, 3600, 4):
        party = AGENT if second % 8 else CUSTOMER
        for at in range(second * 1000 + 100, second * 1000 + 4001, 100):
            echo.hear(party, at, USUAL)
            echo.hear(party.other, at, NOISE)
        words = spaced("my order has not arrived", second * 1000)
        kept += len(echo.handle(final(party, second * 1000 + 2500, words)))
    assert kept == 900
    for side in echo._sides.values():
        assert len(side._powers) < 1000
        assert len(side._final) < 100
