"""The softphone and the engine: offers and begins, holds and ends, who is calling."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from assist.audio.errors import AudioError
from assist.core.commands import AnswerOffer, EndCall, FlagMoment, SetPause, StartCall
from assist.core.errors import AssistError
from assist.core.events import (
    AudioLost,
    CallEnded,
    CallStarted,
    HistoryKnown,
    MomentFlagged,
    NameLearned,
    PauseSet,
)
from assist.core.notices import (
    CallForgotten,
    CallOffered,
    CallSaved,
    CustomerKnown,
    KnownCustomer,
    OfferClosed,
    Trouble,
)
from assist.session.journal import Journal, read_journal
from assist.session.replay import replay
from tests.helpers.phonedesk import (
    DANA,
    ENDED,
    HELD,
    KNOWN,
    RESUMED,
    RINGING,
    STARTED,
    TRANSFERRED,
    Desk,
)
from tests.helpers.session import GENEROUS_S, SILENT, ManualSource, make_session


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.stop()


def test_a_call_of_the_phone_is_offered_begun_held_and_ended_and_replays(desk: Desk) -> None:
    desk.phone(RINGING, **DANA)
    ringing = desk.published.wait_for(CallOffered)
    assert (ringing.name, ringing.number, ringing.is_ringing) == (*DANA.values(), True)
    desk.phone(STARTED, reference="T-7")
    answered = desk.published.wait_for(CallOffered, lambda offer: not offer.is_ringing)
    assert answered.offer == ringing.offer
    desk.send(AnswerOffer(offer=answered.offer, is_taken=True))
    _, source = desk.sound()
    desk.published.wait_for(OfferClosed)
    source.send_both(5, SILENT)
    desk.phone(HELD)
    hold = desk.published.wait_for(PauseSet)
    assert (hold.is_paused, hold.reason) == (True, "hold")
    source.send_both(5)
    desk.phone(RESUMED)
    desk.published.wait_for(PauseSet, lambda pause: not pause.is_paused)
    desk.phone(ENDED)
    desk.published.wait_for(CallSaved)
    journal = read_journal(desk.journal())
    started = journal.started
    assert (started.customer_name, started.customer_number) == tuple(DANA.values())
    assert started.reference == "T-7"
    assert journal.inputs[-1] == CallEnded(at=journal.inputs[-1].at, reason="hangup")
    pauses = [event for event in journal.inputs if isinstance(event, PauseSet)]
    assert [(pause.is_paused, pause.reason) for pause in pauses] == [
        (True, "hold"),
        (False, "hold"),
    ]
    assert replay(journal, make_session()).is_equal


def test_by_itself_an_answered_call_begins_and_a_transfer_ends_it(desk: Desk) -> None:
    desk.starts_calls = "by_itself"
    desk.phone(STARTED, **DANA)
    start, source = desk.sound()
    assert start == StartCall(
        source="live", customer_name=DANA["name"], customer_number=DANA["number"]
    )
    source.send_both(5)
    desk.phone(TRANSFERRED)
    assert desk.published.wait_for(CallEnded).reason == "transfer"


def _park(desk: Desk) -> tuple[str, ManualSource]:
    """Dana's call is put away for Mara's; its id, and the sound of Mara's."""
    desk.starts_calls = "by_itself"
    desk.phone(STARTED, **DANA)
    _, source = desk.sound()
    (first,) = desk.begun
    source.send_both(5)
    desk.send(FlagMoment())
    desk.published.wait_for(MomentFlagged)
    desk.phone(HELD)
    desk.phone(STARTED, "2", name="Mara")
    offer = desk.published.wait_for(CallOffered)
    assert (offer.name, offer.parks) == ("Mara", True)
    desk.send(AnswerOffer(offer=offer.offer, is_taken=True))
    start, other = desk.sound()
    assert start.customer_name == "Mara"
    return first, other


def _stored(desk: Desk, call: str) -> Journal:
    saved = desk.published.wait_for(CallSaved, lambda saved: saved.call == call)
    journal = read_journal(Path(saved.journal))
    assert journal.started.customer_name == DANA["name"]
    assert [type(event) for event in journal.events].count(CallStarted) == 1
    assert [type(event) for event in journal.events].count(MomentFlagged) == 1
    assert replay(journal, make_session()).is_equal
    return journal


def test_a_call_put_away_for_a_second_customer_goes_on_as_the_same_call(desk: Desk) -> None:
    first, other = _park(desk)
    other.send_both(3)
    assert not desk.published.of(CallEnded)
    assert not desk.published.of(CallSaved)
    desk.phone(RESUMED)
    desk.phone(ENDED, "2")
    start, again = desk.sources.get(timeout=GENEROUS_S)
    assert start == StartCall(source="live")
    desk.published.wait_for(PauseSet, lambda pause: not pause.is_paused)
    again.send_both(5)
    desk.phone(ENDED)
    journal = _stored(desk, first)
    assert len({saved.call for saved in desk.published.of(CallSaved)}) == 2
    assert journal.inputs[-1] == CallEnded(at=journal.inputs[-1].at, reason="hangup")
    # Nothing was listened to meanwhile, on purpose: that is no loss.
    assert not [event for event in journal.inputs if isinstance(event, AudioLost)]
    pauses = [event.is_paused for event in journal.inputs if isinstance(event, PauseSet)]
    assert pauses == [True, False]
    # Who looks at the call again sees what was before.
    shown = desk.published.messages
    again_at = max(n for n, m in enumerate(shown) if isinstance(m, CallStarted))
    assert any(isinstance(message, MomentFlagged) for message in shown[again_at:])


def test_a_call_put_away_that_its_customer_ends_is_stored_while_the_other_goes_on(
    desk: Desk,
) -> None:
    first, other = _park(desk)
    desk.phone(ENDED)
    journal = _stored(desk, first)
    assert journal.is_closed
    ended = journal.inputs[-1]
    assert isinstance(ended, CallEnded)
    assert ended.reason == "hangup"
    other.send_both(3)
    desk.phone(ENDED, "2")
    desk.published.wait_for(CallSaved, lambda saved: saved.call != first)


def test_a_call_put_away_is_stored_when_the_engine_ends(desk: Desk) -> None:
    first, _ = _park(desk)
    desk.stop()
    assert isinstance(ended := _stored(desk, first).inputs[-1], CallEnded)
    assert ended.reason == "parked"


def test_a_call_put_away_whose_sound_cannot_be_opened_stays_put_away(desk: Desk) -> None:
    first, _ = _park(desk)
    desk.source_error = AudioError("The headset is gone; plug it in.")
    desk.phone(RESUMED)
    desk.phone(ENDED, "2")
    again = desk.published.wait_for(CallOffered, lambda offer: offer.name == DANA["name"])
    desk.source_error = None
    desk.send(AnswerOffer(offer=again.offer, is_taken=True))
    desk.sources.get(timeout=GENEROUS_S)
    desk.phone(ENDED)
    _stored(desk, first)


def test_a_private_call_put_away_is_forgotten(desk: Desk) -> None:
    desk.is_private = True
    first, _ = _park(desk)
    assert desk.published.wait_for(CallForgotten).call == first
    desk.phone(RESUMED)
    desk.phone(ENDED, "2")
    start, _ = desk.sound()  # a call of its own
    assert start.customer_name == DANA["name"]


def test_an_offer_that_is_not_wanted_is_gone(desk: Desk) -> None:
    desk.phone(STARTED)
    offer = desk.published.wait_for(CallOffered)
    desk.send(AnswerOffer(offer=offer.offer, is_taken=False))
    desk.published.wait_for(OfferClosed)
    desk.send(AnswerOffer(offer=offer.offer, is_taken=True))
    desk.phone(ENDED)
    desk.send(StartCall())
    start, _ = desk.sound()
    assert start == StartCall()


def test_a_call_begun_by_hand_takes_over_what_the_phone_knows(desk: Desk) -> None:
    desk.phone(STARTED, **DANA)
    desk.send(StartCall(customer_name="Mara"))
    start, _ = desk.sound()
    assert (start.customer_name, start.customer_number) == ("Mara", DANA["number"])
    desk.published.wait_for(OfferClosed)


def test_a_phone_that_tells_late_still_tells_the_name(desk: Desk) -> None:
    desk.send(StartCall())
    _, source = desk.sound()
    source.send_both(5)
    desk.phone(STARTED, **DANA)
    learned = desk.published.wait_for(NameLearned)
    assert (learned.name, learned.origin) == ("Dana Ortega", "softphone")
    desk.phone(ENDED)
    assert desk.published.wait_for(CallEnded).reason == "hangup"


def test_the_end_by_hand_is_the_operators(desk: Desk) -> None:
    desk.starts_calls = "by_itself"
    desk.phone(STARTED)
    desk.sound()
    desk.send(EndCall())
    assert desk.published.wait_for(CallEnded).reason == "operator"
    desk.published.wait_for(CallSaved)
    desk.phone(ENDED)
    desk.phone(STARTED, "2")
    desk.sound()


def test_what_the_agent_paused_stays_paused_when_the_hold_is_over(desk: Desk) -> None:
    desk.starts_calls = "by_itself"
    desk.phone(STARTED)
    _, source = desk.sound()
    desk.send(SetPause(is_paused=True))
    desk.published.wait_for(PauseSet)
    desk.phone(HELD)
    desk.phone(RESUMED)
    desk.send(SetPause(is_paused=False))
    desk.published.wait_for(PauseSet, lambda pause: not pause.is_paused)
    source.send_both(3)
    assert [pause.reason for pause in desk.published.of(PauseSet)] == ["", ""]


def test_who_goes_on_listening_in_spite_of_a_hold_means_it(desk: Desk) -> None:
    desk.starts_calls = "by_itself"
    desk.phone(STARTED)
    desk.sound()
    desk.phone(HELD)
    desk.published.wait_for(PauseSet)
    desk.send(SetPause(is_paused=False))
    desk.published.wait_for(PauseSet, lambda pause: not pause.is_paused)
    desk.phone(RESUMED)
    desk.phone(ENDED)
    desk.published.wait_for(CallSaved)
    assert [pause.is_paused for pause in desk.published.of(PauseSet)] == [True, False]


def test_a_call_that_cannot_begin_is_told_to_all_and_offered(desk: Desk) -> None:
    desk.starts_calls = "by_itself"
    desk.source_error = AudioError("No headset was found; plug one in.")
    desk.phone(STARTED, **DANA)
    told = desk.published.wait_for(Trouble)
    assert told == Trouble(sentence="No headset was found; plug one in.")
    offer = desk.published.wait_for(CallOffered)
    desk.source_error = None
    desk.send(AnswerOffer(offer=offer.offer, is_taken=True))
    desk.sound()


def test_who_is_calling_is_told_with_the_offer_and_when_the_call_begins(desk: Desk) -> None:
    desk.known = lambda number, reference: KNOWN if number == DANA["number"] else None
    desk.phone(RINGING, **DANA)
    offer = desk.published.wait_for(CallOffered, lambda offer: offer.known is not None)
    assert offer.known == KNOWN
    desk.phone(STARTED)
    later = desk.published.wait_for(CallOffered, lambda offer: not offer.is_ringing)
    assert later.known == KNOWN
    desk.send(AnswerOffer(offer=offer.offer, is_taken=True))
    desk.sound()
    known = desk.published.wait_for(CustomerKnown)
    assert known.known == KNOWN
    assert known.call == desk.published.wait_for(CallStarted).call
    history = desk.published.wait_for(HistoryKnown)
    assert (history.calls, history.last_feeling) == (KNOWN.calls, KNOWN.last_feeling)
    assert (history.last_outcome, history.open_promises) == ("unresolved", len(KNOWN.promises))
    desk.phone(STARTED, reference="T-8")  # more is learned: told anew, but not to the call
    desk.published.wait_for(CustomerKnown)
    desk.phone(ENDED)
    desk.published.wait_for(CallSaved)
    journal = read_journal(desk.journal())
    assert [event for event in journal.inputs if isinstance(event, HistoryKnown)] == [history]


def test_a_stranger_is_not_spoken_of_and_a_broken_store_stops_no_call(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(number: str, reference: str) -> KnownCustomer | None:
        if number.endswith("1"):
            raise AssistError("The database is locked.")
        return None

    desk.known = broken
    desk.phone(STARTED, "1", number="+493012345671")
    desk.phone(STARTED, "2", number="+493012345672")
    desk.send(StartCall())
    desk.sound()
    desk.published.wait_for(CallStarted)
    assert not desk.published.of(CustomerKnown)
    assert not desk.published.of(Trouble)


def test_a_slow_store_holds_up_nothing_and_its_answer_comes_too_late(desk: Desk) -> None:
    asked, may_answer = threading.Event(), threading.Event()

    def slow(number: str, reference: str) -> KnownCustomer | None:
        asked.set()
        assert may_answer.wait(GENEROUS_S)
        return KNOWN

    desk.known = slow
    desk.phone(STARTED, **DANA)
    assert asked.wait(GENEROUS_S)
    offer = desk.published.wait_for(CallOffered)
    desk.send(AnswerOffer(offer=offer.offer, is_taken=True))
    desk.sound()
    desk.published.wait_for(CallStarted)
    may_answer.set()
    desk.published.wait_for(CustomerKnown)
    assert all(offer.known is None for offer in desk.published.of(CallOffered))
