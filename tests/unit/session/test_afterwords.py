"""What the agent adds to a call, and the summary that is made of it."""

import pytest

from assist.core.events import (
    CallEnded,
    CallStarted,
    FlagWorded,
    MomentFlagged,
    Output,
    PromiseDropped,
    PromiseEdited,
    PromiseMade,
    SummaryWritten,
    WrapUp,
)
from assist.core.recap import RecapLabels, recap_text
from assist.core.words import Party
from assist.session.call import CallSession
from assist.session.recap import done_in
from tests.helpers.finished_calls import said
from tests.helpers.session import make_session

STARTED = CallStarted(at=0, call="c1", started_at="2026-11-22T10:00:00+00:00", source="demo")
END = CallEnded(at=60_000, reason="hangup")


def promised(*, over: bool) -> CallSession:
    session = make_session()
    session.handle(STARTED)
    session.handle(said(Party.AGENT, 0, 1_000, "i will call you back"))
    if over:
        session.handle(END)
    return session


def wrap_up_of(outputs: tuple[Output, ...]) -> WrapUp:
    last = outputs[-1]
    assert isinstance(last, WrapUp)
    return last


@pytest.mark.parametrize("over", [False, True])
def test_a_promise_is_put_right_with_the_moment_its_time_means(over: bool) -> None:
    session = promised(over=over)
    edited = PromiseEdited(at=60_000, promise=0, what="call about the refund", due="tomorrow 16:00")
    made = session.handle(edited)[0]
    assert isinstance(made, PromiseMade)
    assert (made.promise, made.what, made.due) == (0, "call about the refund", "tomorrow 16:00")
    assert made.due_at == "2026-11-23T16:00+00:00"
    assert made.missing == ()
    outputs = session.handle(END) if not over else session.handle(edited)
    assert [promise.what for promise in wrap_up_of(outputs).promises] == ["call about the refund"]


def test_a_moment_given_with_the_edit_counts() -> None:
    edited = PromiseEdited(
        at=60_000, promise=0, what="call", due="in an hour", due_at="2026-11-22T12:00+00:00"
    )
    made = promised(over=True).handle(edited)[0]
    assert isinstance(made, PromiseMade)
    assert made.due_at == "2026-11-22T12:00+00:00"


def test_what_is_heard_later_leaves_a_promise_put_right_alone() -> None:
    session = promised(over=False)
    session.handle(PromiseEdited(at=5_000, promise=0, what="call about the refund", due="5pm"))
    later = session.handle(said(Party.AGENT, 1, 9_000, "i will call you back tomorrow by noon"))
    assert not [each for each in later if isinstance(each, PromiseMade) and each.promise == 0]
    kept = wrap_up_of(session.handle(END)).promises
    assert [promise.due for promise in kept if promise.promise == 0] == ["5pm"]


def test_a_promise_written_by_hand_is_a_new_one() -> None:
    session = promised(over=True)
    outputs = session.handle(PromiseEdited(at=60_000, promise=-1, what="send the form", due=""))
    assert [promise.what for promise in wrap_up_of(outputs).promises] == [
        "call you back",
        "send the form",
    ]
    assert wrap_up_of(outputs).promises[1].missing == ("when",)


def test_what_is_no_promise_is_dropped_from_the_wrap_up() -> None:
    outputs = promised(over=True).handle(PromiseEdited(at=60_000, promise=0, is_dropped=True))
    assert isinstance(outputs[0], PromiseDropped)
    assert wrap_up_of(outputs).promises == ()


@pytest.mark.parametrize(
    "edited",
    [
        PromiseEdited(at=60_000, promise=7, what="call"),
        PromiseEdited(at=60_000, promise=0, what="  "),
        PromiseEdited(at=60_000, promise=7, is_dropped=True),
    ],
)
def test_an_edit_of_nothing_changes_nothing(edited: PromiseEdited) -> None:
    outputs = promised(over=True).handle(edited)
    assert [promise.what for promise in wrap_up_of(outputs).promises] == ["call you back"]
    assert len(outputs) == 1


def test_a_flag_gets_its_word_afterwards() -> None:
    session = promised(over=False)
    session.handle(MomentFlagged(at=5_000))
    session.handle(MomentFlagged(at=7_000, kind="help"))
    session.handle(FlagWorded(at=9_000, note="refund rules"))
    assert wrap_up_of(session.handle(END)).flags == ("0:05", "0:07 refund rules (help asked)")


def test_a_summary_counts_after_the_end() -> None:
    assert isinstance(promised(over=True).handle(SummaryWritten(at=60_000, text="x"))[-1], WrapUp)


def test_what_the_agent_says_is_done_is_gathered_in_the_agents_words() -> None:
    session = promised(over=False)
    session.handle(said(Party.CUSTOMER, 0, 9_000, "i have sent the form already"))
    session.handle(said(Party.AGENT, 1, 12_000, "okay i've refunded the forty dollars so that is"))
    assert wrap_up_of(session.handle(END)).done == ("i've refunded the forty dollars",)


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("i have just reset your router and i will call you back", "i have just reset your router"),
        ("it's been escalated to the billing team okay", "it's been escalated to the billing team"),
        ("ya he enviado el recibo y le llamo mañana", "ya he enviado el recibo"),
        ("i haven't sent it yet", ""),
        ("when i've sent the label you get a mail", ""),
        ("i see the ticket here", ""),
        ("okay that's been sent", "that's been sent"),
        ("for a complaint that's been sent in", ""),
        ("we're sorry your flight has been cancelled", ""),
        ("i will send it", ""),
    ],
)
def test_only_what_is_done_counts_as_done(text: str, done: str) -> None:
    assert done_in(text) == ((done,) if done else ())


def test_the_summary_says_problem_deeds_and_promises_in_the_speakers_words() -> None:
    promise = PromiseMade(at=0, promise=0, who="agent", what="call you back", due="today by four")
    text = recap_text("my internet is down", ("i've reset the line",), (promise,))
    assert text == (
        "Problem: My internet is down\n"
        "Done: I've reset the line\n"
        "Promised: Call you back (today by four)"
    )
    german = RecapLabels(problem="Anliegen", done="Erledigt", promised="Zugesagt")
    assert recap_text("x", (), (), german) == "Anliegen: X"
    assert recap_text("", (), ()) == ""
