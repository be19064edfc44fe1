"""Whatever the phone tells, in whatever order, the steps make sense."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from assist.core.commands import PhoneAction
from assist.softphone.steps import Begin, Step, SuggestEnd
from tests.helpers.phonecalls import ENDED, STARTED, TRANSFERRED, Desk

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
        if desk.is_listening and not desk.is_held:
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
    while desk.is_listening or desk.is_ending:
        desk.end()
        desk.close()  # what was taken while a call was on hold begins now, and ends in its turn
    desk.phone(STARTED, "new", number="+15550100123")
    assert desk.offer is not None
    assert desk.offer.caller.number == "+15550100123"
