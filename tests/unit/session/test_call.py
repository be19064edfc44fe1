from assist.core.events import (
    CallEnded,
    CallStarted,
    CuePainted,
    CueRaised,
    CueShown,
    Feeling,
    FinalResult,
    MomentFlagged,
    NameGiven,
    NoteWritten,
    OutcomeSet,
    Output,
    PartialResult,
    PauseSet,
    Tick,
    TurnStarted,
    VoiceActivity,
    WrapUp,
)
from assist.core.words import Party
from assist.session.call import CallSession
from tests.helpers.finished_calls import said
from tests.helpers.session import make_session

STARTED = CallStarted(at=0, call="c1", started_at="2026-11-22T10:00:00+00:00", source="demo")
END = CallEnded(at=60_000, reason="hangup")


def wrap_up_of(outputs: tuple[Output, ...]) -> WrapUp:
    last = outputs[-1]
    assert isinstance(last, WrapUp)
    return last


def begun() -> CallSession:
    session = make_session()
    session.handle(STARTED)
    return session


def test_the_wrap_up_is_the_very_last_output() -> None:
    session = begun()
    outputs = session.handle(END)
    assert [output for output in outputs if isinstance(output, WrapUp)] == [outputs[-1]]
    assert wrap_up_of(outputs).duration_ms == 60_000


def test_what_was_said_becomes_outputs_in_the_order_of_the_stages() -> None:
    session = begun()
    session.handle(VoiceActivity(at=900, party=Party.AGENT, is_active=True))
    outputs = session.handle(said(Party.AGENT, 0, 1000, "sorry there is nothing i can do"))
    kinds = [type(output) for output in outputs]
    assert CueRaised in kinds
    assert kinds.index(CueRaised) > max(
        (kinds.index(kind) for kind in kinds if kind is TurnStarted), default=-1
    )
    assert session.handle(Tick(at=60_000)) is not None


def test_cues_promises_and_name_are_counted_in_the_wrap_up() -> None:
    session = begun()
    session.handle(NameGiven(at=100, name="Dana Ortega"))
    outputs = session.handle(said(Party.AGENT, 0, 1000, "there is nothing i can do"))
    outputs += session.handle(Tick(at=5000))
    assert any(isinstance(output, CueShown) for output in outputs)
    session.handle(said(Party.AGENT, 1, 8000, "i will call you back tomorrow by noon"))
    session.handle(said(Party.CUSTOMER, 0, 14_000, "or i will cancel my account"))
    session.handle(MomentFlagged(at=65_000, note="listen again", for_lead=True))
    wrap_up = wrap_up_of(session.handle(CallEnded(at=70_000, reason="hangup")))
    assert wrap_up.customer_name == "Dana Ortega"
    assert wrap_up.cues_raised == 2
    assert wrap_up.cues_shown >= 1
    assert len(wrap_up.promises) == 1
    assert wrap_up.outcome == "follow_up"
    assert wrap_up.at_risk
    assert wrap_up.flags == ("1:05 listen again (for a lead)",)


def test_a_call_that_turned_from_anger_to_thanks_says_so() -> None:
    session = begun()
    now = 1000
    for number, text in enumerate(
        ["i am so angry about this it is ridiculous", "this is really frustrating"]
    ):
        session.handle(said(Party.CUSTOMER, number, now, text))
        now += 6000
        session.handle(Tick(at=now))
    session.handle(said(Party.AGENT, 0, now, "i can send you a new one today"))
    now += 6000
    for number in range(2, 5):
        session.handle(said(Party.CUSTOMER, number, now, "thank you so much that is great"))
        for _ in range(100):
            now += 100
            session.handle(Tick(at=now))
    wrap_up = wrap_up_of(session.handle(CallEnded(at=now, reason="hangup")))
    assert wrap_up.first_feeling.is_distress
    assert wrap_up.last_feeling is Feeling.GRATITUDE_RELIEF
    assert wrap_up.turned_around
    assert wrap_up.outcome == "resolved"


def test_a_plain_call_claims_no_outcome() -> None:
    wrap_up = wrap_up_of(begun().handle(END))
    assert wrap_up.outcome == ""
    assert wrap_up.first_feeling is wrap_up.last_feeling is Feeling.NONE
    assert not wrap_up.turned_around
    assert not wrap_up.at_risk


def test_what_the_agent_says_of_the_outcome_counts_also_after_the_call() -> None:
    session = begun()
    session.handle(said(Party.AGENT, 1, 8000, "i will call you back tomorrow by noon"))
    assert wrap_up_of(session.handle(END)).outcome == "follow_up"
    assert wrap_up_of(session.handle(OutcomeSet(at=60_000, outcome="resolved"))).outcome == (
        "resolved"
    )
    noted = wrap_up_of(session.handle(NoteWritten(at=60_000, text="sent a router")))
    assert noted.outcome == "resolved"
    assert wrap_up_of(session.handle(MomentFlagged(at=60_000))).flags == ("1:00",)
    assert session.handle(Tick(at=60_100)) == ()
    assert session.handle(said(Party.AGENT, 2, 60_000, "there is nothing i can do")) == ()


def test_a_painted_cue_changes_nothing() -> None:
    session = begun()
    assert session.handle(CuePainted(at=100, cue=0, delay_ms=10)) == ()


def test_while_paused_nothing_said_is_heard() -> None:
    session = begun()
    session.handle(PauseSet(at=5000, is_paused=True))
    line = said(Party.AGENT, 0, 6000, "there is nothing i can do")
    partial = PartialResult(at=6500, party=Party.AGENT, utterance=0, start=6000, text=line.text)
    assert session.handle(partial) == ()
    assert session.handle(line) == ()
    assert session.handle(VoiceActivity(at=6000, party=Party.AGENT, is_active=True)) == ()
    session.handle(PauseSet(at=20_000, is_paused=False))
    again = said(Party.AGENT, 1, 21_000, "there is nothing i can do")
    assert any(isinstance(output, CueRaised) for output in session.handle(again))


def test_an_utterance_begun_before_the_pause_still_ends() -> None:
    session = begun()
    session.handle(PauseSet(at=5000, is_paused=True))
    line = FinalResult(
        at=5600, party=Party.AGENT, utterance=0, start=4000, end=4900, text="one moment please"
    )
    session.handle(line)
    session.handle(PauseSet(at=9000, is_paused=False))
    assert isinstance(session.handle(END)[-1], WrapUp)
