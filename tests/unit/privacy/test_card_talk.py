"""Asking for card details pauses what is kept, until they have been given."""

import pytest

from assist.core.events import CallStarted, FinalResult, Input, PartialResult, PauseSet, Tick
from assist.core.words import Party, Word
from assist.privacy.cardtalk import (
    CARD,
    FETCH_MS,
    MAX_MS,
    QUIET_MS,
    THANKED_MS,
    CardTalk,
    asks_for_card,
)
from assist.privacy.masking import MASK, masked_spans

AGENT, CUSTOMER = Party.AGENT, Party.CUSTOMER


@pytest.mark.parametrize(
    "line",
    [
        "can i have the long number on your card",
        "card number please",
        "and the security code on the back please",
        "what's the expiry date on the card",
        "could you read me the sixteen digits on the front of the card",
        "i'll take the card details now go ahead",
        "may i have your credit card number",
        "the three digits on the back please",
        "me puede dar el número de la tarjeta",
        "dígame el código de seguridad",
        "y la fecha de caducidad por favor",
        "geben sie mir bitte ihre kreditkartennummer",
        "und die prüfnummer bitte",
        "können sie mir die nummer auf der karte vorlesen",
    ],
)
def test_a_question_for_card_details_begins_a_pause(line: str) -> None:
    assert asks_for_card(line.split(), is_whole=True)


@pytest.mark.parametrize(
    "line",
    [
        "we never ask for your card number by mail",
        "your card was declined",
        "which card would you like to talk about is it the one ending in four two one one",
        "can i have your order number",
        "what is your phone number",
        "i have sent you a new card",
        "do you have your customer number",
        "nunca pedimos el número de la tarjeta",
        "ihre karte wurde abgelehnt",
        "wie lautet ihre kundennummer",
    ],
)
def test_talk_about_cards_begins_none(line: str) -> None:
    assert not asks_for_card(line.split(), is_whole=True)


class Call:
    """Says lines to a `CardTalk`, with ticks between them."""

    def __init__(self) -> None:
        self.talk = CardTalk()
        self.now = 0
        self.pauses: list[PauseSet] = []
        self.shown: list[str] = []
        self.feed(CallStarted(at=0, call="c", started_at="2026-11-22T10:00:00+00:00", source="x"))

    def feed(self, event: Input) -> None:
        self.pauses += self.talk.handle(event)
        kept = self.talk.veil(event)
        if isinstance(kept, FinalResult | PartialResult):
            self.shown.append(kept.text)

    def say(self, party: Party, text: str, *, is_partial: bool = False) -> None:
        start = self.now
        self.wait(1000)
        if is_partial:
            self.feed(PartialResult(at=self.now, party=party, utterance=0, start=start, text=text))
            return
        words = tuple(
            Word(text=token, start=start + 100 * i, end=start + 100 * i + 90)
            for i, token in enumerate(text.split())
        )
        self.feed(
            FinalResult(
                at=self.now,
                party=party,
                utterance=0,
                start=start,
                end=self.now,
                text=text,
                words=words,
            )
        )

    def wait(self, ms: int) -> None:
        for _ in range(ms // 100):
            self.now += 100
            self.feed(Tick(at=self.now))

    def told(self) -> list[bool]:
        assert all(pause.reason == CARD for pause in self.pauses)
        return [pause.is_paused for pause in self.pauses]


def asked() -> Call:
    call = Call()
    call.say(AGENT, "can i have the card number please")
    assert call.told() == [True]
    return call


def test_the_customers_words_and_the_agents_numbers_are_masked_until_it_is_over() -> None:
    call = asked()
    call.say(CUSTOMER, "it's four one one one", is_partial=True)
    call.say(CUSTOMER, "it's four one one one")
    call.say(AGENT, "four one one one go on please")
    call.say(CUSTOMER, "my name is on it as well")
    call.say(AGENT, "great that has gone through")
    call.say(CUSTOMER, "wonderful")
    assert call.shown[1:] == [
        MASK, MASK, f"{MASK} go on please", MASK, "great that has gone through", "wonderful",
    ]  # fmt: skip
    assert call.told() == [True, False]


def test_a_pause_begins_with_the_question_not_with_its_end() -> None:
    call = Call()
    call.say(AGENT, "could you give me the card number", is_partial=True)
    assert call.told() == [True]


def test_a_customer_who_asks_begins_none() -> None:
    call = Call()
    call.say(CUSTOMER, "do you need the card number")
    assert call.told() == []


def test_thanks_between_two_groups_do_not_end_it() -> None:
    call = asked()
    call.say(CUSTOMER, "four one one one")
    call.say(AGENT, "thank you")
    call.say(CUSTOMER, "two two two two")
    call.say(AGENT, "thank you")
    assert call.told() == [True]
    call.wait(THANKED_MS)
    assert call.told() == [True, False]


def test_the_next_question_keeps_it_going() -> None:
    call = asked()
    call.say(CUSTOMER, "four one one one")
    call.wait(QUIET_MS - 3_000)
    call.say(AGENT, "and the security code please")
    call.wait(FETCH_MS - 1_000)
    assert call.told() == [True]
    call.wait(1_000)
    assert call.told() == [True, False]


def test_it_ends_after_a_while_without_digits() -> None:
    call = asked()
    call.say(CUSTOMER, "four one one one")
    call.wait(QUIET_MS)
    assert call.told() == [True, False]


def test_it_ends_at_the_latest_after_some_minutes() -> None:
    call = asked()
    for _ in range(MAX_MS // 1_000):
        call.say(CUSTOMER, "four one")
    assert call.told() == [True, False]


def test_a_key_ends_it_and_the_next_question_begins_another() -> None:
    call = asked()
    call.feed(PauseSet(at=call.now, is_paused=False))
    call.say(CUSTOMER, "never mind")
    assert call.shown[-1] == "never mind"
    call.say(AGENT, "card number please")
    assert call.told() == [True, True]


def test_a_line_let_go_late_is_masked_as_of_when_it_was_said() -> None:
    call = asked()
    start = call.now
    call.say(CUSTOMER, "four one one one")
    call.say(AGENT, "that's gone through")
    call.wait(5_000)
    late = FinalResult(
        at=call.now, party=CUSTOMER, utterance=1, start=start + 100, end=start + 900, text="five"
    )
    assert call.talk.veil(late) == FinalResult(
        at=call.now, party=CUSTOMER, utterance=1, start=start + 100, end=start + 900, text=MASK
    )


def test_nothing_of_that_time_may_be_heard() -> None:
    events = (
        PauseSet(at=1_000, is_paused=True, reason=CARD),
        PauseSet(at=9_000, is_paused=False, reason=CARD),
        PauseSet(at=12_000, is_paused=True),
        PauseSet(at=13_000, is_paused=False),
        PauseSet(at=20_000, is_paused=True, reason=CARD),
    )
    spans = masked_spans(events)
    assert spans[0] == (1_000, 9_000)
    assert spans[1][0] == 20_000
    assert spans[1][1] > 3_600_000
    assert len(spans) == 2
