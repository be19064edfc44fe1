"""Holds, second lines, wrap-ups, and phones that leave things out."""

import pytest

from assist.core.commands import PhoneAction
from assist.softphone.calls import NEW_CALL_AFTER_S
from assist.softphone.lines import LASTS_AT_MOST_S, MOST_LINES, RINGS_AT_MOST_S
from assist.softphone.steps import (
    Begin,
    Caller,
    CloseOffer,
    End,
    EndParked,
    Hold,
    Learn,
    Park,
    Step,
    SuggestEnd,
)
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


def test_a_consultation_begins_nothing_and_the_first_call_goes_on_after_it() -> None:
    desk = Desk(by_itself=True)
    desk.phone(STARTED, "1")
    assert desk.phone(HELD, "1") == [Hold(is_held=True)]
    colleague = offer(1, Caller(name="A colleague"), parks=True)
    assert desk.phone(STARTED, "2", name="A colleague") == [colleague]
    assert desk.phone(ENDED, "2") == [CloseOffer(offer=1)]
    assert desk.phone(RESUMED, "1") == [Hold(is_held=False)]
    assert len(desk.begun) == 1


def test_a_second_customer_is_offered_once_the_first_call_is_over() -> None:
    desk = Desk(by_itself=True)
    desk.phone(STARTED, "1")
    desk.phone(HELD, "1")
    desk.phone(STARTED, "2", **told_of())
    assert desk.phone(ENDED, "1") == [End(reason="hangup"), CloseOffer(offer=1)]
    assert desk.close() == [offer(2)]
    assert len(desk.begun) == 1


def test_a_second_customer_taken_during_a_hold_parks_the_first_call_which_goes_on() -> None:
    desk = Desk(by_itself=True)
    desk.phone(STARTED, "1", **told_of())
    desk.phone(HELD, "1")
    assert desk.phone(STARTED, "2", name="Mara") == [offer(1, Caller(name="Mara"), parks=True)]
    assert desk.answer(True) == [CloseOffer(offer=1), Park()]
    assert desk.close() == [Begin(caller=Caller(name="Mara"))]
    assert (desk.call, desk.parked) == ("2", ["1"])
    assert desk.phone(RESUMED, "1") == []
    assert desk.phone(ENDED, "2") == [End(reason="hangup")]
    assert desk.close() == [Begin(caller=DANA), Hold(is_held=False)]
    assert (desk.call, desk.parked) == ("1", [])
    assert desk.phone(ENDED, "1") == [End(reason="hangup")]


def _parked() -> Desk:
    """The call with Dana is put away, that with Mara is listened to."""
    desk = Desk()
    desk.phone(STARTED, "1", **told_of())
    desk.answer(True)
    desk.phone(HELD, "1")
    desk.phone(STARTED, "2", name="Mara")
    desk.answer(True)
    desk.close()
    return desk


def test_two_calls_that_are_taken_in_turns_stay_two() -> None:
    desk = _parked()
    for held, taken in (("2", "1"), ("1", "2"), ("2", "1")):
        desk.phone(HELD, held)
        desk.phone(RESUMED, taken)
        assert desk.answer(True)[-1] == Park()
        desk.close()
        assert (desk.call, desk.parked, desk.is_held) == (taken, [held], False)
    assert desk.calls_begun == 2


@pytest.mark.parametrize(("action", "reason"), [(ENDED, "hangup"), (TRANSFERRED, "transfer")])
def test_a_parked_call_that_ends_is_over_and_the_other_goes_on(
    action: PhoneAction, reason: str
) -> None:
    desk = _parked()
    assert desk.phone(action, "1") == [EndParked(call="1", reason=reason)]
    assert desk.is_listening
    assert desk.phone(ENDED, "2") == [End(reason="hangup")]


def test_a_parked_call_of_which_nothing_is_heard_any_more_is_over() -> None:
    desk = _parked()
    assert desk.wait(LASTS_AT_MOST_S) == [EndParked(call="1", reason="parked")]


def test_a_parked_call_that_is_not_wanted_back_is_over_with_its_line() -> None:
    desk = _parked()
    desk.phone(ENDED, "2")
    desk.close()
    desk.phone(RESUMED, "1")
    desk.answer(False)
    assert desk.phone(ENDED, "1") == [EndParked(call="1", reason="hangup")]


def test_the_agent_may_take_a_parked_call_back_where_the_phone_does_not_tell() -> None:
    desk = _parked()
    desk.phone(ENDED, "2")
    desk.close()
    assert desk.start() == [Hold(is_held=False)]
    assert (desk.call, desk.parked) == ("1", [])


def test_a_parked_call_that_cannot_be_taken_back_is_offered_again() -> None:
    desk = _parked()
    desk.phone(ENDED, "2")
    desk.close()
    desk.phone(RESUMED, "1")
    desk.fails = True
    assert desk.answer(True)[-1] == offer(4)
    desk.fails = False
    desk.answer(True)
    assert (desk.call, desk.parked) == ("1", [])


def test_without_by_itself_a_parked_call_that_is_taken_back_is_offered() -> None:
    desk = Desk()
    desk.phone(STARTED, "1", **told_of())
    desk.answer(True)
    desk.phone(HELD, "1")
    desk.phone(STARTED, "2")
    desk.answer(True)
    desk.close()
    desk.phone(HELD, "2")
    assert desk.phone(RESUMED, "1") == [offer(3, parks=True)]
    assert desk.phone(ENDED, "2") == [End(reason="hangup"), CloseOffer(offer=3)]
    assert desk.close() == [offer(4)]


def test_a_second_call_that_is_not_taken_leaves_the_first_alone() -> None:
    desk = Desk(by_itself=True)
    desk.phone(STARTED, "1")
    desk.phone(HELD, "1")
    desk.phone(STARTED, "2")
    assert desk.answer(False) == [CloseOffer(offer=1)]
    assert desk.phone(RESUMED, "1") == [Hold(is_held=False)]
    desk.phone(ENDED, "1")
    assert desk.close() == []


def test_an_attended_transfer_leaves_nothing_behind() -> None:
    desk = Desk(by_itself=True)
    desk.phone(STARTED, "1")
    desk.phone(HELD, "1")
    desk.phone(STARTED, "2")
    assert desk.phone(TRANSFERRED, "1") == [End(reason="transfer"), CloseOffer(offer=1)]
    assert desk.phone(ENDED, "2") + desk.phone(ENDED, "1") + desk.close() == []


def test_a_call_answered_during_the_last_ones_end_begins_when_it_is_closed() -> None:
    desk = Desk(by_itself=True)
    desk.phone(STARTED, "1")
    desk.phone(ENDED, "1")
    assert desk.phone(STARTED, "2", name="Mara") == []
    assert desk.close() == [Begin(caller=Caller(name="Mara"))]


def test_a_call_held_before_it_is_listened_to_begins_on_hold() -> None:
    desk = Desk()
    desk.phone(STARTED, "1")
    assert desk.phone(HELD, "1") == [CloseOffer(offer=1)]
    assert desk.phone(RESUMED, "1") == [offer(2, Caller())]
    desk.phone(HELD, "1")
    desk.start(customer_number="")
    desk.phone(HELD, "1")
    assert desk.is_held
    assert desk.phone(RESUMED, "1") == [Hold(is_held=False)]


def test_a_second_call_rings_quietly() -> None:
    desk = Desk()
    desk.phone(STARTED, "1")
    assert desk.phone(RINGING, "2") == []
    assert desk.offer == offer(1, Caller())
    assert desk.phone(ENDED, "1") == [
        CloseOffer(offer=1),
        offer(2, Caller(), is_ringing=True),
    ]


def test_after_a_restart_the_call_that_goes_on_finds_its_line_again() -> None:
    desk = Desk(is_listening=True, is_held=True)
    desk.calls.call_taken_up("1", DANA, is_live=True, is_held=True)
    other = offer(1, Caller(number="0301111111"), parks=True)
    assert desk.phone(STARTED, "2", number="0301111111") == [other]
    assert desk.phone(ENDED, "2") == [CloseOffer(offer=1)]
    assert desk.phone(RESUMED, "1", **told_of()) == [Hold(is_held=False)]
    assert desk.phone(ENDED, "1") == [End(reason="hangup")]


def test_a_start_long_after_one_without_an_end_is_another_call() -> None:
    desk = Desk(by_itself=True)
    desk.phone(STARTED, number=DANA.number)
    desk.end()
    desk.close()
    assert desk.phone(STARTED, number=DANA.number) == []
    desk.now_s += NEW_CALL_AFTER_S
    assert len(desk.phone(STARTED, number=DANA.number)) == 1
    assert len(desk.begun) == 2


def test_a_phone_that_rings_for_ever_is_not_offered_for_ever() -> None:
    desk = Desk()
    desk.phone(RINGING, "1")
    assert desk.calls.next_expiry_s == RINGS_AT_MOST_S
    assert desk.wait(RINGS_AT_MOST_S - 1) == []
    assert desk.wait(1) == [CloseOffer(offer=1)]
    assert desk.calls.next_expiry_s is None


def test_a_call_that_never_ended_is_forgotten_but_not_while_it_is_listened_to() -> None:
    desk = Desk(by_itself=True)
    desk.phone(STARTED, "1")
    assert desk.calls.next_expiry_s is None
    desk.wait(2 * LASTS_AT_MOST_S)
    assert desk.phone(ENDED, "1") == [End(reason="hangup")]


def test_phones_that_only_ever_start_calls_fill_no_memory() -> None:
    desk = Desk(by_itself=True)
    for number in range(10 * MOST_LINES):
        desk.phone(STARTED, str(number))
    assert len(desk.begun) == 1
    assert desk.phone(ENDED, "0") == [End(reason="hangup")]


def test_a_microphone_in_use_is_offered_or_begun_as_the_settings_say() -> None:
    desk = Desk()
    assert desk.phone(STARTED, origin="microphone") == [offer(1, Caller())]
    assert desk.phone(ENDED, origin="microphone") == [CloseOffer(offer=1)]
    assert Desk(by_itself=True).phone(STARTED, origin="microphone") == [Begin(caller=Caller())]


def test_a_phone_that_tells_makes_a_call_of_the_guess() -> None:
    desk = Desk(by_itself=True)
    desk.phone(STARTED, origin="microphone")
    desk.answer(True)
    assert desk.phone(STARTED, "1", origin="baresip", **told_of()) == [Learn(caller=DANA)]
    assert desk.phone(ENDED, origin="microphone") == []
    assert desk.phone(STARTED, origin="microphone") == []
    assert desk.phone(ENDED, "1", origin="baresip") == [End(reason="hangup")]


@pytest.mark.parametrize(
    ("by_itself", "step"), [(False, SuggestEnd()), (True, End(reason="hangup"))]
)
def test_a_microphone_let_go_suggests_the_end(by_itself: bool, step: Step) -> None:
    desk = Desk(by_itself=by_itself)
    desk.phone(STARTED, origin="microphone")
    desk.answer(True)
    assert desk.phone(ENDED, origin="microphone") == [step]
