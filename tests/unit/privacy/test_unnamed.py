"""Numbers whose kind no wording tells: read out, named afterwards, or named by an unknown name."""

import pytest

from assist.core.words import Party
from assist.privacy.redaction import MASK
from tests.helpers.masking_scores import finals, transcribe
from tests.helpers.spoken_secrets import Talk

A, C = Party.AGENT, Party.CUSTOMER
Lines = tuple[tuple[Party, str], ...]


def shown(*lines: tuple[Party, str]) -> str:
    return " / ".join(finals(transcribe(Talk("", lines))))


HIDDEN: list[Lines] = [
    ((A, "check your messages what came through"), (C, "eight two six two seven five")),
    ((A, "how does the driver get in"), (C, "he types five two three one")),
    ((A, "and the second set at the bottom"), (C, "nine one three three five seven two three")),
    ((A, "what does it want"), (C, "ninety eight sixty two")),
    ((A, "your immigration number"), (C, "eighty seven seven forty seven eight")),
    ((A, "which number is on your voter id"), (C, "e five two seven four two six")),
    ((A, "ihre krankenkassenkennung bitte"), (C, "vier sieben eins neun acht")),
    ((A, "el código del mensaje"), (C, "siete siete dos cero uno")),
    ((A, "the number we texted you please"), (C, "four eight two nine one three")),
    ((A, "the passport number for your flight"), (C, "five four one nine eight eight two")),
]
"""Asked for in words that no list has, or beside something harmless."""


@pytest.mark.parametrize("lines", HIDDEN)
def test_a_number_read_out_is_masked_whatever_was_asked(lines: Lines) -> None:
    said = {word for word in lines[-1][1].split() if word not in {"he", "types"}}
    assert not said & {*shown(lines[-1:][0] if len(lines) == 1 else lines[0], lines[-1]).split()}


NAMED_LATER: list[Lines] = [
    ((C, "four one two nine"), (A, "that's the security code"), (C, "yes")),
    ((C, "seven three four nine two three"), (C, "that's my account number")),
    ((C, "i changed it to fifty six thirty nine"), (A, "your pin"), (C, "yes")),
    ((C, "one six eleven"), (C, "seventy is the sort code")),
]


@pytest.mark.parametrize("lines", NAMED_LATER)
def test_a_number_that_is_named_only_afterwards_is_masked(lines: Lines) -> None:
    text = shown(*lines).replace("seventy is", "is")
    assert MASK in text
    assert not {"four", "seven", "fifty", "six", "eleven", "nine"} & {*text.split()}


READABLE: list[Lines] = [
    ((A, "what's your order reference"), (C, "eight two six two seven five")),
    ((A, "what number can i call you on"), (C, "two two five seven four one nine six three eight")),
    ((C, "i got a missed call from two two five seven four one nine six three eight"),),
    ((A, "the number for the other team is eight hundred five five five one two"), (C, "thanks")),
    ((C, "i live at four one two oak road"),),
    ((C, "we moved here in twenty oh four and had no trouble"),),
    ((C, "you are open from four forty five to five forty five"),),
    ((C, "it was two hundred and forty five"),),
    ((C, "it is as easy as one two three"),),
    ((C, "shall i call nine one one"),),
    ((A, "sorry but the flight with id 700 is not available"), (C, "then take 814")),
    ((A, "i can filter by price and the number of bedrooms"), (C, "2 bedrooms 600 at most")),
    ((A, "which error is it"), (C, "it says five oh four")),
    ((A, "what's the code on the parcel"), (C, "forty seven fifteen seventeen")),
]


@pytest.mark.parametrize("lines", READABLE)
def test_numbers_that_everybody_may_see_stay(lines: Lines) -> None:
    assert MASK not in shown(*lines)


def test_an_echo_of_a_number_that_nobody_named_goes_with_it() -> None:
    lines = ((A, "what does it say there"), (C, "six oh seven"), (A, "was that six oh seven"))
    assert shown(*lines, (C, "yes and then two two five")).count("seven") == 0


def test_a_documents_date_stays_and_a_cards_does_not() -> None:
    document = ((A, "your passport number"), (C, "it's qu 3211521 it expires in 2031"))
    assert shown(*document).endswith("expires in 2031")
    card = ((A, "when does the card expire"), (C, "may twenty thirty one"))
    assert shown(*card).endswith(MASK)


def test_the_letters_of_a_code_go_with_its_digits() -> None:
    text = shown((A, "Your IBAN?"), (C, "DE58 1174 4149 2368 3333 34."))
    assert text == f"Your IBAN? / {MASK}"
    lines = ((A, "the i ban"), (C, "o as in orange v as in victor six seven eight nine five"))
    assert set(shown(*lines).split(" / ")) == {"the i ban", MASK}
    assert "d e" not in shown((C, "my account is d e four oh six six eight four nine five seven"))
