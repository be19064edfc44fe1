"""Phone reports and the engine's doings in; offers, begins, holds and ends out."""

import pytest

from assist.core.commands import PhoneAction
from assist.softphone.steps import Begin, Caller, CloseOffer, End, Hold, Learn, SuggestEnd
from tests.helpers.phonecalls import (
    DANA,
    ENDED,
    HELD,
    RESUMED,
    RINGING,
    STARTED,
    TRANSFERRED,
    Desk,
    offer,
    told_of,
)


def test_a_ringing_phone_is_offered_and_the_offer_follows_the_call() -> None:
    desk = Desk()
    assert desk.phone(RINGING, "1", **told_of()) == [offer(1, is_ringing=True)]
    assert desk.phone(STARTED, "1", **told_of()) == [offer(1)]
    assert desk.phone(ENDED, "1") == [CloseOffer(offer=1)]
    assert desk.begun == []


def test_a_taken_offer_begins_with_what_the_phone_told() -> None:
    desk = Desk()
    desk.phone(STARTED, "1", reference="T-7", **{k: v for k, v in told_of().items() if v})
    assert desk.answer(True) == [
        CloseOffer(offer=1),
        Begin(caller=Caller(name="Dana", number=DANA.number, reference="T-7")),
    ]
    (start,) = desk.begun
    assert (start.customer_name, start.customer_number) == ("Dana", DANA.number)
    assert start.reference == "T-7"
    assert desk.phone(ENDED, "1") == [End(reason="hangup")]
    assert desk.close() == []


def test_an_offer_that_is_not_wanted_does_not_come_again() -> None:
    desk = Desk()
    desk.phone(RINGING, "1")
    assert desk.answer(False) == [CloseOffer(offer=1)]
    assert desk.phone(STARTED, "1") == []
    assert desk.phone(HELD, "1") + desk.phone(RESUMED, "1") + desk.phone(ENDED, "1") == []


def test_by_itself_an_answered_call_begins_and_a_ringing_one_is_only_offered() -> None:
    desk = Desk(by_itself=True)
    assert desk.phone(RINGING, "1") == [offer(1, Caller(), is_ringing=True)]
    assert desk.phone(STARTED, "1", name="Dana") == [
        CloseOffer(offer=1),
        Begin(caller=Caller(name="Dana")),
    ]
    assert desk.phone(ENDED, "1") == [End(reason="hangup")]


def test_what_is_told_twice_counts_once() -> None:
    desk = Desk(by_itself=True)
    for action in (RINGING, STARTED, HELD, RESUMED, ENDED):
        assert desk.phone(action, "1", **told_of())
        assert desk.phone(action, "1", **told_of()) == []


def test_reports_without_any_id_are_about_the_only_call() -> None:
    desk = Desk(by_itself=True)
    assert desk.phone(STARTED) == [Begin(caller=Caller())]
    assert desk.phone(STARTED) == []
    assert desk.phone(HELD) == [Hold(is_held=True)]
    assert desk.phone(RESUMED) == [Hold(is_held=False)]
    assert desk.phone(ENDED) == [End(reason="hangup")]
    assert desk.phone(ENDED) == []


def test_a_number_will_do_where_the_phone_has_no_id() -> None:
    desk = Desk(by_itself=True)
    desk.phone(RINGING, number="+49 30 123456789")
    desk.phone(STARTED, number="030 123456789", name="Dana")
    assert len(desk.begun) == 1
    assert desk.phone(ENDED, number="0049 30 123456789") == [End(reason="hangup")]


def test_a_name_that_comes_later_is_learned_once() -> None:
    desk = Desk(by_itself=True)
    desk.phone(STARTED, "1")
    assert desk.phone(STARTED, "1", name="Dana") == [Learn(caller=Caller(name="Dana"))]
    assert desk.phone(STARTED, "1", name="Dana") == []


def test_a_transferred_call_is_over_for_this_agent() -> None:
    desk = Desk(by_itself=True)
    desk.phone(STARTED, "1")
    assert desk.phone(TRANSFERRED, "1") == [End(reason="transfer")]
    assert desk.phone(ENDED, "1") == []


@pytest.mark.parametrize("action", [ENDED, TRANSFERRED])
@pytest.mark.parametrize("line", ["", "7"])
def test_an_end_without_a_start_is_nothing(action: PhoneAction, line: str) -> None:
    assert Desk().phone(action, line) == []


def test_a_call_that_cannot_begin_is_offered_instead() -> None:
    desk = Desk(by_itself=True, fails=True)
    assert desk.phone(STARTED, "1", **told_of())[-1] == offer(1)
    desk.fails = False
    desk.answer(True)
    assert len(desk.begun) == 1


def test_a_call_begun_by_hand_is_the_phones_call() -> None:
    desk = Desk()
    desk.phone(STARTED, "1", **told_of())
    assert desk.start() == [CloseOffer(offer=1)]
    assert desk.begun[0].customer_name == "Dana"
    assert desk.phone(HELD, "1") == [Hold(is_held=True)]
    assert desk.phone(ENDED, "1") == [End(reason="hangup")]


def test_an_end_told_twice_is_not_that_of_another_call_with_the_number() -> None:
    desk = Desk()
    desk.start(customer_number=DANA.number)
    desk.phone(STARTED, "1")
    assert desk.phone(ENDED, "1", **told_of()) == [End(reason="hangup")]
    desk.close()
    desk.start(customer_number=DANA.number)
    assert desk.phone(ENDED, "1", **told_of()) == []
    assert desk.phone(STARTED, "1", **told_of())  # an id used again is a new call
    assert desk.phone(ENDED, "1") == [End(reason="hangup")]


def test_what_the_agent_typed_counts_more() -> None:
    desk = Desk()
    desk.phone(STARTED, "1", **told_of())
    desk.start(customer_name="Mara")
    assert desk.begun[0].customer_name == "Mara"
    assert desk.begun[0].customer_number == DANA.number


def test_a_phone_that_tells_late_is_told_of_the_running_call() -> None:
    desk = Desk(by_itself=True)
    desk.start()
    assert desk.phone(STARTED, "1", **told_of()) == [Learn(caller=DANA)]
    assert desk.phone(ENDED, "1") == [End(reason="hangup")]


def test_another_number_than_that_of_the_running_call_is_another_call() -> None:
    desk = Desk()
    desk.start(customer_number="+4930111111111")
    assert desk.phone(STARTED, "1", **told_of()) == []
    assert desk.phone(ENDED, "1") == []
    assert desk.is_listening


def test_an_ended_call_is_not_offered_again_while_the_phone_still_talks() -> None:
    desk = Desk(by_itself=True)
    desk.phone(STARTED, "1")
    desk.end()
    assert desk.close() == []
    assert desk.phone(STARTED, "1") + desk.phone(HELD, "1") + desk.phone(RESUMED, "1") == []
    assert desk.phone(ENDED, "1") == []
    assert desk.phone(STARTED, "2") == [Begin(caller=Caller())]


def test_an_end_for_any_call_ends_a_call_begun_by_hand() -> None:
    desk = Desk()
    desk.start()
    assert desk.phone(ENDED) == [End(reason="hangup")]


def test_an_end_that_may_be_of_another_call_is_only_suggested() -> None:
    desk = Desk()
    desk.start()
    assert desk.phone(ENDED, "9", number="0301111111") == [SuggestEnd()]
    assert desk.is_listening


def test_the_end_of_another_line_ends_nothing() -> None:
    desk = Desk(by_itself=True)
    desk.phone(STARTED, "1")
    desk.phone(STARTED, "2")
    assert desk.phone(ENDED, "2") == []
    assert desk.phone(ENDED, "3") == []
    assert desk.is_listening


def test_a_demo_is_no_call_of_the_phone_and_a_call_meanwhile_is_offered_after_it() -> None:
    desk = Desk()
    desk.start(source="demo")
    assert desk.phone(STARTED, "1", **told_of()) == []
    assert desk.phone(ENDED) == []  # the phone's, not the demo's
    assert desk.phone(STARTED, "2", **told_of()) == []
    desk.end()
    assert desk.close() == [offer(1)]


def test_an_offer_that_a_demo_came_between_comes_back_after_it() -> None:
    desk = Desk()
    desk.phone(STARTED, "1", **told_of())
    assert desk.start(source="demo") == [CloseOffer(offer=1)]
    desk.end()
    assert desk.close() == [offer(2)]
