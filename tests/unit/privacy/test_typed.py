"""What agents and leads type is kept without card numbers and the like."""

import pytest

from assist.core.cardlike import without_cards
from assist.core.commands import (
    EditPromise,
    FlagMoment,
    SetName,
    SetOutcome,
    WordFlag,
    WriteNote,
    WriteSummary,
)
from assist.engine.actions import Afterword, input_of
from assist.privacy.masking import MASK
from assist.privacy.typed import scrub_typed

CARD = "4111 1111-1111 1111"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (f"card {CARD} exp 04/27 cvv 123", f"card {MASK} exp {MASK} cvv {MASK}"),
        ("paid with 4111-1111-1111-1111, thanks", f"paid with {MASK}, thanks"),
        ("pin:4711", f"pin:{MASK}"),
        ("dob 3/4/1980", f"dob {MASK}"),
        ("refund to iban DE89 3704 0044 0532 0130 00", f"refund to iban {MASK}"),
        ("password is Sunshine7", f"password is {MASK}"),
        ("SSN 123-45-6789", f"SSN {MASK}"),
        (f"two\n\n  lines {CARD}\n", f"two\n\n  lines {MASK}\n"),
        ("four one one one two two two two three three three three", MASK),
    ],
)
def test_a_typed_secret_is_masked(typed: str, kept: str) -> None:
    assert scrub_typed(typed) == kept
    assert scrub_typed(kept) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "order 12345678 sent, tracking 1Z999AA10123456784",
        "Call Ms Ortega on 0171 5550142 about order 88213",
        "email j.doe@example.com",
        "promised a refund of 42 dollars by friday the 3rd",
        "meeting 2026-11-24 10:30, ticket T-1001",
        "reset her password, works now",
        "asked for the card number, paid 40 dollars",
        "",
    ],
)
def test_what_notes_are_for_stays(typed: str) -> None:
    assert scrub_typed(typed) == typed


@pytest.mark.parametrize(
    "command",
    [
        WriteNote(text=CARD),
        WriteSummary(text=CARD),
        FlagMoment(note=CARD),
        WordFlag(note=CARD),
        EditPromise(promise=1, what=CARD),
        SetName(name=CARD),
    ],
)
def test_nothing_typed_during_a_call_is_kept_with_a_card_number(
    command: Afterword | SetName,
) -> None:
    assert not isinstance(command, SetOutcome)
    assert "1111" not in str(input_of(command)(0))


def test_the_record_on_the_clipboard_has_no_card_number() -> None:
    assert without_cards(f"Note: {CARD}, call 555-0142") == f"Note: {MASK}, call 555-0142"
