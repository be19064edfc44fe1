"""Talks whose secret words are marked, by class: nothing of them stays, little else goes."""

import pytest

from assist.core.words import Party
from assist.privacy.redaction import MASK
from tests.helpers.masking_scores import finals, is_hidden, taken, transcribe
from tests.helpers.spoken_secrets import Talk

CARD = "{four five three nine one eight two two nine zero zero one six six two eight}"


def talk_of(text: str, kind: str = "secret") -> Talk:
    """The talk of a text like "A: your pin? / C: {four two}"; A is the agent."""
    parties = {"A": Party.AGENT, "C": Party.CUSTOMER}
    lines = [line.split(": ", 1) for line in text.split(" / ")]
    return Talk(kind, tuple((parties[who], said) for who, said in lines))


def assert_hidden(text: str) -> None:
    talk = talk_of(text)
    shown = finals(transcribe(talk))
    assert is_hidden(talk, shown), shown
    assert taken(talk, shown).total() <= 1, shown


@pytest.mark.parametrize(
    "text",
    [
        f"C: it's {CARD} {{september twenty twenty nine}}",
        "C: my card is {4539 1822 9001 6628 June 2029}",
        "C: Do you take discover? {4210 9771 1915 6484.} {May 2032.} {045.} / A: We do.",
        f"C: {CARD} {{february twenty twenty eight}} and the ones on the back {{five one one}}",
        f"A: the card number please / C: {CARD} / A: and the date / C: {{october twenty seven}}",
        f"A: your card please / C: {CARD} / A: what's the other date / C: {{june}} of {{thirty}}",
        f"A: el número de la tarjeta / C: {CARD} / A: y la fecha / C: {{mayo del veintinueve}}",
        "A: el código de seguridad / C: {uno dos tres} / A: la fecha por favor / C: {marzo} de "
        "{dos mil treinta}",
    ],
)
def test_the_date_of_a_card_needs_no_name_beside_its_number(text: str) -> None:
    assert_hidden(text)


@pytest.mark.parametrize(
    "text",
    [
        "A: and the expiry / C: the month is {may} and the year is {twenty twenty seven}",
        "A: when does the card expire / C: month {march} year {two thousand thirty}",
        "A: what's the expiry month / C: it's {march} / A: and the year / C: {twenty twenty eight}",
    ],
)
def test_a_month_that_is_an_everyday_word_goes_where_a_month_is_asked_for(text: str) -> None:
    assert_hidden(text)


@pytest.mark.parametrize(
    "text",
    [
        f"A: the card please / C: {CARD} / C: it may take two or three days i know",
        f"A: the card please / C: {CARD} / C: can you deliver on october twenty third",
        f"A: the card please / C: {CARD} / A: and the delivery date / C: the sooner the better",
        f"A: the card please / C: {CARD} / C: i march in a parade every year",
    ],
)
def test_other_months_beside_a_card_stay(text: str) -> None:
    assert_hidden(text)


@pytest.mark.parametrize(
    "text",
    [
        "A: the card number please / C: {four five three nine} / C: sorry the dog is barking again"
        " / A: no worries what breed is he / C: he's a little terrier / C: {one eight two two} / "
        "C: {nine zero zero one}",
        "C: do you want the little ones from behind too {three one seven}",
        "C: and the other bits at the back are {four oh two}",
    ],
)
def test_what_is_left_of_a_card_goes_with_it(text: str) -> None:
    assert_hidden(text)


@pytest.mark.parametrize(
    "text",
    [
        "C: my password was {sunflower} / C: it's {moonlight} now",
        "C: my old password is {sunflower nine} / C: but it's {tangerine} now",
        "A: what's your password / C: {sunflower} / C: no wait i changed it it's {tangerine} now",
        "A: what's the password / C: {tiger} / C: with a capital t / C: {nineteen eighty four}",
        "A: the password please / C: {butterfly} / C: all in lower case / C: and {seventy two}",
        "A: i have the password as {sunflower} / C: it's {moonlight} now",
        "A: the old password / C: {sunflower} / A: and the new one / C: {moonlight}",
        "C: mi contraseña era {girasol} / C: ahora es {luna}",
        "C: my wifi password was {sunflower} / C: they changed it / C: it's {moonlight} now",
        "A: what did you want to change the passphrase to / C: um {cactus tractor river} all "
        "lowercase with spaces",
        "A: can you tell me the code word for the account / C: {pineapple}",
    ],
)
def test_what_is_said_of_a_password_after_it_goes_as_well(text: str) -> None:
    assert_hidden(text)


@pytest.mark.parametrize(
    "text",
    [
        "C: my password was {sunflower} / C: it's working now",
        "C: my password was {sunflower} / C: it's all sorted now / A: great",
        "C: my password was {sunflower} / A: it's expired now",
    ],
)
def test_a_remark_is_no_newer_password(text: str) -> None:
    assert_hidden(text)


@pytest.mark.parametrize(
    "text",
    [
        "A: can i have your pan please / C: {b k l p r four four one two c}",
        "A: and the PAN card number / C: {ABCDE1234F}",
        "C: Sure, {AFZPK7190K} it is",
        "C: my pan is {b n p b k seven one nine oh} {k}",
    ],
)
def test_indian_tax_numbers_are_masked(text: str) -> None:
    assert_hidden(text)


@pytest.mark.parametrize(
    "text",
    [
        "A: what year were you born / C: {nineteen eighty four} / A: and the day and month / "
        "C: {third of june}",
        "A: the year you were born / C: {nineteen eighty four} / A: and the rest of the date / "
        "C: {june third}",
    ],
)
def test_a_birth_date_that_begins_with_its_year_is_masked(text: str) -> None:
    assert_hidden(text)


@pytest.mark.parametrize(
    "text",
    [
        "C: the authorization code for the payment was six six one nine two four",
        "A: the application number please / C: three four four one nine five two seven eight",
        "C: i've got two passwords one for each site",
        "A: what's the s k u / C: double one four four zero triple eight",
        "A: your security question has been reset / C: thanks i couldn't remember it at all",
        "A: you can book for the day and month you like / C: june third",
        "C: i put the pan on the stove at number four",
        "A: did you change your password / C: i did it two or three times",
        "A: what's the confirmation code for the flight / C: r t y six eight p",
        "A: and mobile / C: plus four four seven seven double oh nine double oh one two three",
        "C: i can be reached on five five five two oh one three three four four",
        "C: did you see the game four to one what a finish",
        "C: the pin it's stuck in was bent",
    ],
)
def test_everyday_talk_stays(text: str) -> None:
    shown = finals(transcribe(talk_of(text, "")))
    assert not any(MASK in line for line in shown), shown


@pytest.mark.parametrize(
    "text",
    [
        "A: can you spell the password / C: {m a n t a n g o a b c}",
        "A: spell the password for me / C: {p a n d a} {i n a b o x}",
        "A: the password please / C: it's {s a b a n}",
        "C: my password is {a b} {a n d five}",
        "A: what's your email / C: {a n n} / C: {a b b o t t}",
        "A: what's your email / C: it's {a n} {d e r s} / C: {at gmail dot com}",
        "A: which iban is it / C: my i b a n is {d e eight nine three seven oh four}",
    ],
)
def test_letters_inside_a_spelled_value_name_no_kind(text: str) -> None:
    assert_hidden(text)


@pytest.mark.parametrize(
    "text",
    [
        "A: Can you give me your PIN? / C: PIN? It's {44-71}",
        "A: What's your PIN? / C: The PIN? Sure. {8302}",
        "A: that code has expired i'm sending a new one / C: okay now it's {seven zero six four}",
        "A: what's your place of birth / C: i was born in {tulsa}",
    ],
)
def test_an_echo_of_the_question_ends_no_wait_for_the_answer(text: str) -> None:
    assert_hidden(text)


NAMED = "nine four zero zero one one one eight nine nine two three five one"
"""Fourteen digits that are no card's by their check digit."""


@pytest.mark.parametrize(
    "text",
    [
        f"A: what's the tracking number / C: it's {NAMED}",
        f"C: the order number is {NAMED} and it never came",
        "C: the serial number is 3019 2210 4475 91",
        "C: my phone number is plus four four seven seven double oh nine double oh one two three",
    ],
)
def test_a_long_number_named_as_harmless_stays_without_any_talk_of_cards(text: str) -> None:
    shown = finals(transcribe(talk_of(text, "")))
    assert not any(MASK in line for line in shown), shown


@pytest.mark.parametrize(
    "text",
    [
        "A: what's the order number / C: it's {four one one one one one one one one one one one "
        "one one one one}",
        f"A: your card please / C: {CARD} / A: and the order number / C: {{{NAMED}}}",
        f"C: i want to pay / C: the order number is {{{NAMED}}}",
        f"C: it's {{{NAMED}}}",
        f"A: the tracking number / C: {{four four one two}} / C: {{{NAMED}}}",
    ],
)
def test_any_other_long_number_is_masked_as_a_card(text: str) -> None:
    assert_hidden(text)


@pytest.mark.parametrize(
    "text",
    [
        "A: i show {five oh six ninety three forty four twenty four} on file / C: that's correct",
        "A: i heard {four nine zero eight two six nine} what came after / C: {two two one six}",
        "C: and then {seven four three} on the back",
        "A: what's the letters and numbers in the text / C: {tango four yankee six five}",
        "C: they reissued it now it's {oh one of thirty two} for the expiration",
        "C: fiona kowalski {november the twenty third eighty eight} you've got me on the system",
    ],
)
def test_values_read_back_or_said_without_being_asked_for_are_masked(text: str) -> None:
    assert_hidden(text)


@pytest.mark.parametrize(
    "text",
    [
        "A: the number you rang is eight hundred five five five one two one two / C: ok",
        "C: we got married on june the twelfth at four",
        "C: i came on the third of june twenty twenty four",
    ],
)
def test_numbers_and_days_of_other_things_stay(text: str) -> None:
    shown = finals(transcribe(talk_of(text, "")))
    assert not any(MASK in line for line in shown), shown
