"""What phones, addresses and lists give with a call is kept without card numbers and the like."""

import pytest

from assist.core.commands import PhoneAction, ReportPhone, StartCall
from assist.privacy.given import report_without_secrets, scrub_given, start_without_secrets
from assist.privacy.masking import MASK

CARD = "4111 1111 1111 1111"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (CARD, MASK),
        ("4111-1111-1111-1111", MASK),
        ("378282246310005", MASK),
        ("36227206271667", MASK),
        ("6011000990139424", MASK),
        ("sip:4111111111111111@pbx", f"sip:{MASK}@pbx"),
        ("cvv 123 PIN 4711", f"cvv {MASK} PIN {MASK}"),
    ],
)
def test_a_card_number_and_what_is_announced_are_masked(given: str, kept: str) -> None:
    assert scrub_given(given) == kept


@pytest.mark.parametrize(
    "given",
    [
        "T-1001",
        "1699999999.1234",  # a call's id as Asterisk gives it
        "4111111111111112",  # no card: its check digit is wrong
        "+4915112345678",
        "004915112345678",
        "4915112345674",  # a telephone number whose digits happen to check
        "order 12345678901234",
        "9f8e4111-1111-1111-1111-1111c0de",
        "",
    ],
)
def test_what_a_reference_or_a_number_is_for_stays(given: str) -> None:
    assert scrub_given(given) == given


def test_every_field_of_what_begins_or_tells_of_a_call_is_looked_at() -> None:
    start = start_without_secrets(
        StartCall(customer_name=f"card {CARD}", customer_number=CARD, reference="cvv 123")
    )
    assert (start.customer_name, start.customer_number, start.reference) == (
        f"card {MASK}",
        MASK,
        f"cvv {MASK}",
    )
    report = report_without_secrets(
        ReportPhone(action=PhoneAction.STARTED, name=CARD, number=CARD, reference=CARD, line="7")
    )
    assert (report.name, report.number, report.reference) == (MASK, MASK, MASK)
    assert report.line == "7"
