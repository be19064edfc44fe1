"""Phone reports and the engine's doings in; offers, begins, holds and ends out."""

from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist.core.commands import PhoneAction, ReportPhone, StartCall
from assist.softphone.calls import NEW_CALL_AFTER_S, PhoneCalls
from assist.softphone.lines import LASTS_AT_MOST_S, MOST_LINES, RINGS_AT_MOST_S
from assist.softphone.steps import (
    Begin,
    Caller,
    CloseOffer,
    End,
    Hold,
    Learn,
    Offer,
    Step,
    SuggestEnd,
)

RINGING, STARTED, HELD = PhoneAction.RINGING, PhoneAction.STARTED, PhoneAction.HELD
RESUMED, TRANSFERRED, ENDED = PhoneAction.RESUMED, PhoneAction.TRANSFERRED, PhoneAction.ENDED
DANA = Caller(name="Dana", number="+4930123456789")


@dataclass
class Desk:
    """Phone and engine on a table: does what the steps say, as the engine would."""

    by_itself: bool = False
    fails: bool = False
    now_s: float = 0.0
    calls: PhoneCalls = field(default_factory=PhoneCalls)
    is_listening: bool = False
    is_ending: bool = False
    is_held: bool = False
    offer: Offer | None = None
    begun: list[StartCall] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)

    def phone(self, action: PhoneAction, line: str = "", **more: Any) -> list[Step]:
        report = ReportPhone(action=action, line=line, **more)
        return self.do(self.calls.report(report, by_itself=self.by_itself, now_s=self.now_s))

    def start(self, **more: Any) -> list[Step]:
        """The agent presses "Start listening", or the engine does for an offer."""
        if self.is_listening or self.is_ending:
            return []
        start = self.calls.about_to_begin(StartCall(**more))
        if self.fails:
            return self.do(self.calls.call_failed())
        self.begun.append(start)
        self.is_listening, self.is_held = True, False
        return self.do(self.calls.call_began())

    def end(self) -> None:
        """The agent ends the call; it closes later."""
        if self.is_listening:
            self.is_listening, self.is_ending = False, True
            self.calls.call_ending()

    def close(self) -> list[Step]:
        if not self.is_ending:
            return []
        self.is_ending = False
        return self.do(self.calls.call_closed())

    def answer(self, is_taken: bool) -> list[Step]:
        number = self.offer.offer if self.offer else 0
        return self.do(self.calls.answer(number, is_taken=is_taken))

    def wait(self, seconds: float) -> list[Step]:
        self.now_s += seconds
        return self.do(self.calls.expire(self.now_s))

    def do(self, steps: tuple[Step, ...]) -> list[Step]:
        done: list[Step] = []
        for step in steps:
            done.append(step)
            match step:
                case Offer():
                    assert not self.is_listening
                    assert self.offer is None or self.offer.offer == step.offer
                    assert self.offer != step
                    self.offer = step
                case CloseOffer(offer=number):
                    assert self.offer is not None
                    assert self.offer.offer == number
                    self.offer = None
                case Begin(caller=caller):
                    assert not self.is_listening
                    assert not self.is_ending
                    done += self.start(
                        customer_name=caller.name,
                        customer_number=caller.number,
                        reference=caller.reference,
                    )
                case Hold(is_held=is_held):
                    assert self.is_listening
                    assert is_held != self.is_held
                    self.is_held = is_held
                case Learn() | SuggestEnd():
                    assert self.is_listening
                case End():
                    assert self.is_listening
                    self.end()
        self.steps += steps
        return done


def offer(number: int, caller: Caller = DANA, *, is_ringing: bool = False) -> Offer:
    return Offer(offer=number, caller=caller, is_ringing=is_ringing)


def known(caller: Caller = DANA) -> dict[str, str]:
    return {"name": caller.name, "number": caller.number, "reference": caller.reference}


# --- one call -------------------------------------------------------------------------------------


def test_a_ringing_phone_is_offered_and_the_offer_follows_the_call() -> None:
    desk = Desk()
    assert desk.phone(RINGING, "1", **known()) == [offer(1, is_ringing=True)]
    assert desk.phone(STARTED, "1", **known()) == [offer(1)]
    assert desk.phone(ENDED, "1") == [CloseOffer(offer=1)]
    assert desk.begun == []


def test_a_taken_offer_begins_with_what_the_phone_told() -> None:
    desk = Desk()
    desk.phone(STARTED, "1", reference="T-7", **{k: v for k, v in known().items() if v})
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
        assert desk.phone(action, "1", **known())
        assert desk.phone(action, "1", **known()) == []


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
    assert desk.phone(STARTED, "1", **known())[-1] == offer(1)
    desk.fails = False
    desk.answer(True)
    assert len(desk.begun) == 1


# --- calls begun and ended by hand ----------------------------------------------------------------


def test_a_call_begun_by_hand_is_the_phones_call() -> None:
    desk = Desk()
    desk.phone(STARTED, "1", **known())
    assert desk.start() == [CloseOffer(offer=1)]
    assert desk.begun[0].customer_name == "Dana"
    assert desk.phone(HELD, "1") == [Hold(is_held=True)]
    assert desk.phone(ENDED, "1") == [End(reason="hangup")]


def test_an_end_told_twice_is_not_that_of_another_call_with_the_number() -> None:
    desk = Desk()
    desk.start(customer_number=DANA.number)
    desk.phone(STARTED, "1")
    assert desk.phone(ENDED, "1", **known()) == [End(reason="hangup")]
    desk.close()
    desk.start(customer_number=DANA.number)
    assert desk.phone(ENDED, "1", **known()) == []
    assert desk.phone(STARTED, "1", **known())  # an id used again is a new call
    assert desk.phone(ENDED, "1") == [End(reason="hangup")]


def test_what_the_agent_typed_counts_more() -> None:
    desk = Desk()
    desk.phone(STARTED, "1", **known())
    desk.start(customer_name="Mara")
    assert desk.begun[0].customer_name == "Mara"
    assert desk.begun[0].customer_number == DANA.number


def test_a_phone_that_tells_late_is_told_of_the_running_call() -> None:
    desk = Desk(by_itself=True)
    desk.start()
    assert desk.phone(STARTED, "1", **known()) == [Learn(caller=DANA)]
    assert desk.phone(ENDED, "1") == [End(reason="hangup")]


def test_another_number_than_that_of_the_running_call_is_another_call() -> None:
    desk = Desk()
    desk.start(customer_number="+4930111111111")
    assert desk.phone(STARTED, "1", **known()) == []
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
    assert desk.phone(STARTED, "1", **known()) == []
    assert desk.phone(ENDED) == []  # the phone's, not the demo's
    assert desk.phone(STARTED, "2", **known()) == []
    desk.end()
    assert desk.close() == [offer(1)]


def test_an_offer_that_a_demo_came_between_comes_back_after_it() -> None:
    desk = Desk()
    desk.phone(STARTED, "1", **known())
    assert desk.start(source="demo") == [CloseOffer(offer=1)]
    desk.end()
    assert desk.close() == [offer(2)]


# --- hold, second lines, wrap-up ------------------------------------------------------------------


def test_a_consultation_begins_nothing_and_the_first_call_goes_on_after_it() -> None:
    desk = Desk(by_itself=True)
    desk.phone(STARTED, "1")
    assert desk.phone(HELD, "1") == [Hold(is_held=True)]
    assert desk.phone(STARTED, "2", name="A colleague") == []
    assert desk.phone(ENDED, "2") == []
    assert desk.phone(RESUMED, "1") == [Hold(is_held=False)]
    assert len(desk.begun) == 1


def test_a_second_customer_is_offered_once_the_first_call_is_over() -> None:
    desk = Desk(by_itself=True)
    desk.phone(STARTED, "1")
    desk.phone(HELD, "1")
    desk.phone(STARTED, "2", **known())
    assert desk.phone(ENDED, "1") == [End(reason="hangup")]
    assert desk.close() == [offer(1)]
    assert len(desk.begun) == 1


def test_an_attended_transfer_leaves_nothing_behind() -> None:
    desk = Desk(by_itself=True)
    desk.phone(STARTED, "1")
    desk.phone(HELD, "1")
    desk.phone(STARTED, "2")
    assert desk.phone(TRANSFERRED, "1") == [End(reason="transfer")]
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
    desk.calls.call_taken_up(DANA, is_live=True, is_held=True)
    assert desk.phone(STARTED, "2", number="0301111111") == []
    assert desk.phone(ENDED, "2") == []
    assert desk.phone(RESUMED, "1", **known()) == [Hold(is_held=False)]
    assert desk.phone(ENDED, "1") == [End(reason="hangup")]


# --- phones that leave things out -----------------------------------------------------------------


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


# --- the microphone's use -------------------------------------------------------------------------


def test_a_microphone_in_use_is_a_guess_and_only_offered() -> None:
    desk = Desk(by_itself=True)
    assert desk.phone(STARTED, origin="microphone") == [offer(1, Caller())]
    assert desk.phone(ENDED, origin="microphone") == [CloseOffer(offer=1)]


def test_a_phone_that_tells_makes_a_call_of_the_guess() -> None:
    desk = Desk(by_itself=True)
    desk.phone(STARTED, origin="microphone")
    desk.answer(True)
    assert desk.phone(STARTED, "1", origin="baresip", **known()) == [Learn(caller=DANA)]
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


# --- whatever comes, in whatever order ------------------------------------------------------------

_REPORTS = st.tuples(
    st.just("phone"),
    st.sampled_from(PhoneAction),
    st.sampled_from(["", "1", "2", "3"]),
    st.sampled_from(["", "+4930123456789", "030 123456789", "5550142"]),
    st.sampled_from(["command", "baresip", "microphone"]),
)
_ACTS = st.one_of(
    _REPORTS,
    _REPORTS,
    _REPORTS,
    st.sampled_from(
        [
            ("start",),
            ("demo",),
            ("end",),
            ("close",),
            ("take",),
            ("decline",),
            ("wait", 1.0),
            ("wait", 200.0),
            ("fail", True),
            ("fail", False),
        ]
    ),
)


def _act(desk: Desk, act: tuple[Any, ...]) -> list[Step]:
    match act:
        case ("phone", action, line, number, origin):
            return desk.phone(action, line, number=number, origin=origin)
        case ("start",):
            return desk.start()
        case ("demo",):
            return desk.start(source="demo")
        case ("end",):
            desk.end()
        case ("close",):
            return desk.close()
        case ("take",):
            return desk.answer(True)
        case ("decline",):
            return desk.answer(False)
        case ("wait", seconds):
            return desk.wait(seconds)
        case ("fail", fails):
            desk.fails = fails
    return []


@given(st.booleans(), st.lists(_ACTS, max_size=40))
def test_whatever_comes_the_steps_make_sense(by_itself: bool, acts: list[tuple[Any, ...]]) -> None:
    """Its assertions are in `Desk.do`: one offer at a time, no begin while listening, …"""
    desk = Desk(by_itself=by_itself)
    for act in acts:
        _act(desk, act)
        if desk.is_listening:
            assert desk.offer is None
    if not by_itself:
        taken = sum(act == ("take",) for act in acts)
        assert sum(isinstance(step, Begin) for step in desk.steps) <= taken


@given(st.booleans(), st.lists(_ACTS, max_size=30), _REPORTS)
def test_any_report_told_twice_counts_once(
    by_itself: bool, acts: list[tuple[Any, ...]], report: tuple[Any, ...]
) -> None:
    desk = Desk(by_itself=by_itself)
    for act in acts:
        _act(desk, act)
    desk.fails = False
    _act(desk, report)
    is_end = report[1] in (ENDED, TRANSFERRED)
    if is_end and not report[2]:
        return  # "the call at hand", "the call with this number": there may be two
    assert [step for step in _act(desk, report) if not isinstance(step, SuggestEnd)] == []


@given(st.lists(_ACTS, max_size=30))
def test_the_same_reports_give_the_same_steps(acts: list[tuple[Any, ...]]) -> None:
    one, other = Desk(by_itself=True), Desk(by_itself=True)
    for act in acts:
        assert _act(one, act) == _act(other, act)


@given(st.lists(_ACTS, max_size=30))
def test_whatever_came_a_new_call_of_the_phone_reaches_the_agent(
    acts: list[tuple[Any, ...]],
) -> None:
    desk = Desk()
    for act in acts:
        _act(desk, act)
    desk.end()
    desk.close()
    desk.phone(STARTED, "new", number="+15550100123")
    assert desk.offer is not None
    assert desk.offer.caller.number == "+15550100123"
