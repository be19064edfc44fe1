"""The softphone and the engine: offers and begins, holds and ends, who is calling."""

import queue
import shutil
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import pytest

from assist.audio.errors import AudioError
from assist.core.commands import (
    AnswerOffer,
    Command,
    EndCall,
    PhoneAction,
    ReportPhone,
    SetPause,
    StartCall,
    StopEngine,
)
from assist.core.errors import AssistError
from assist.core.events import CallEnded, CallStarted, Event, Feeling, NameLearned, PauseSet, Tick
from assist.core.interfaces import PhoneSource
from assist.core.notices import (
    CallOffered,
    CallSaved,
    CustomerKnown,
    EndSuggested,
    KnownCustomer,
    Notice,
    OfferClosed,
    SnapshotStarted,
    StatusReport,
    Trouble,
)
from assist.cues.playbook import parse_playbook
from assist.engine.parts import Parts
from assist.engine.service import Service
from assist.session.journal import FILE_NAME, read_journal
from assist.session.replay import replay
from tests.helpers.engine import RawClient, ServedEngine
from tests.helpers.session import (
    GENEROUS_S,
    PLAYBOOK,
    SILENT,
    Collector,
    ManualSource,
    make_session,
)
from tests.helpers.speech import ScriptedModel

RINGING, STARTED, HELD = PhoneAction.RINGING, PhoneAction.STARTED, PhoneAction.HELD
RESUMED, TRANSFERRED, ENDED = PhoneAction.RESUMED, PhoneAction.TRANSFERRED, PhoneAction.ENDED
DANA = {"name": "Dana Ortega", "number": "+4930123456789"}
KNOWN = KnownCustomer(
    calls=2,
    last_call="one",
    last_at="2026-11-20T10:15:00+01:00",
    last_outcome="unresolved",
    last_feeling=Feeling.ANGER,
)

Report = Callable[[ReportPhone], None]
_Kind = TypeVar("_Kind", bound=Notice)


class Phone:
    """A `PhoneSource` that tells what the test lets it."""

    def __init__(self, *, fails: AssistError | None = None) -> None:
        self.report: Report | None = None
        self.is_stopped = False
        self._fails = fails

    def start(self, report: Report) -> None:
        if self._fails is not None:
            raise self._fails
        self.report = report

    def stop(self) -> None:
        self.is_stopped = True


class _Store:
    def save_call(self, journal: Path) -> str:
        return journal.parent.name

    def close(self) -> None:
        pass


class Desk:
    """A service on its thread with a softphone, a store's memory and sound by hand."""

    def __init__(self, folder: Path, *, phones: Sequence[PhoneSource] = ()) -> None:
        self.calls_dir = folder / "calls"
        self.starts_calls = "suggest"
        self.silent_minutes = 0
        self.source_error: AssistError | None = None
        self.known: Callable[[str, str], KnownCustomer | None] = lambda number, reference: None
        self.sources: queue.Queue[tuple[StartCall, ManualSource]] = queue.Queue()
        self.published = Collector()
        self.begun: set[str] = set()
        self.replies: queue.Queue[Notice] = queue.Queue()
        parts = Parts(
            socket=folder / "engine.sock",
            calls_dir=self.calls_dir,
            model_name=lambda: "scripted",
            load_model=lambda: ScriptedModel({}),
            load_playbook=lambda: parse_playbook(PLAYBOOK, name="test"),
            parse_playbook=lambda text, name: parse_playbook(text, name=name),
            open_source=self._open_source,
            open_store=_Store,
            starts_calls=lambda: self.starts_calls,
            phone_sources=lambda: phones,
            known_customer=lambda number, reference: self.known(number, reference),
            silent_minutes=lambda: self.silent_minutes,
            gate=False,
            idle_exit_s=3600,
        )
        self.service = Service(parts, self.published)
        self.thread = threading.Thread(target=self.service.run, name="service-under-test")
        self.thread.start()
        states = ("ready", "listening")
        self.published.wait_for(StatusReport, lambda status: status.state in states)

    def send(self, command: Command) -> None:
        self.service.handle(command, self.replies.put)

    def phone(self, action: PhoneAction, line: str = "1", **more: str) -> None:
        self.send(ReportPhone(action=action, line=line, **more))

    def sound(self) -> tuple[StartCall, ManualSource]:
        """What the next call was begun with, and its sound."""
        start, source = self.sources.get(timeout=GENEROUS_S)
        begun = self.published.wait_for(CallStarted, lambda event: event.call not in self.begun)
        self.begun.add(begun.call)
        return start, source

    def journal(self) -> Path:
        (saved,) = self.published.of(CallSaved)
        return Path(saved.journal)

    def stop(self) -> None:
        self.send(StopEngine())
        self.thread.join(GENEROUS_S)
        assert not self.thread.is_alive()

    def _open_source(self, start: StartCall, start_ms: int) -> ManualSource:
        if self.source_error is not None:
            raise self.source_error
        source = ManualSource()
        self.sources.put((start, source))
        return source


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


# --- known before hello ---------------------------------------------------------------------------


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


# --- sources, silence, an engine that starts again ------------------------------------------------


def test_sources_are_opened_and_closed_with_the_engine_and_a_bad_one_is_told(
    tmp_path: Path,
) -> None:
    bad, good = Phone(fails=AssistError("Port 80 is taken; choose another.")), Phone()
    desk = Desk(tmp_path, phones=[bad, good])
    desk.published.wait_for(Trouble, lambda trouble: "Port 80" in trouble.sentence)
    assert good.report is not None
    good.report(ReportPhone(action=STARTED, line="1", origin="baresip"))
    desk.published.wait_for(CallOffered)
    desk.stop()
    assert good.is_stopped


def test_a_long_silence_suggests_the_end(desk: Desk) -> None:
    desk.silent_minutes = 1
    desk.send(StartCall())
    _, source = desk.sound()
    source.send_both(590, SILENT)  # a side's queue takes a minute of sound
    desk.published.wait_for(Tick, lambda tick: tick.at >= 58_000)
    source.send_both(60, SILENT)
    suggested = desk.published.wait_for(EndSuggested)
    assert (suggested.reason, suggested.minutes) == ("silence", 1)
    assert suggested.call == desk.published.wait_for(CallStarted).call
    desk.published.wait_for(Tick, lambda tick: tick.at >= 64_000)
    assert len(desk.published.of(EndSuggested)) == 1


def test_an_end_that_may_be_of_another_call_is_suggested(desk: Desk) -> None:
    desk.send(StartCall(customer_number="+493011111111"))
    desk.sound()
    desk.phone(ENDED, "9", number="+493022222222")
    assert desk.published.wait_for(EndSuggested).reason == "phone"


def until_written(desk: Desk, kind: type[Event]) -> None:
    """The journal is written by a thread of its own, behind what clients are told."""
    (call,) = desk.begun
    journal, done = desk.calls_dir / call / FILE_NAME, threading.Event()
    until = time.monotonic() + GENEROUS_S
    while not (
        journal.exists()
        and journal.stat().st_size
        and kind in map(type, read_journal(journal).events)
    ):
        assert time.monotonic() < until, f"no {kind.__name__} in the journal"
        done.wait(0.01)


def test_a_call_on_hold_that_its_engine_left_is_still_on_hold_and_finds_its_line(
    desk: Desk, tmp_path: Path
) -> None:
    desk.starts_calls = "by_itself"
    desk.phone(STARTED, **DANA)
    _, source = desk.sound()
    source.send_both(5)
    desk.phone(HELD)
    desk.published.wait_for(PauseSet)
    until_written(desk, PauseSet)
    # What a killed engine leaves: the folder as it is now, marked as open.
    left = tmp_path / "left"
    shutil.copytree(desk.calls_dir, left / "calls")
    again = Desk(left)
    again.published.wait_for(StatusReport, lambda status: status.state == "listening")
    again.phone(STARTED, "other", number="+493099999999")
    again.phone(HELD, **DANA)
    again.phone(RESUMED, **DANA)
    resumed = again.published.wait_for(PauseSet, lambda pause: not pause.is_paused)
    assert resumed.reason == "hold"
    again.phone(ENDED)
    assert again.published.wait_for(CallEnded).reason == "hangup"
    again.published.wait_for(CallSaved)
    assert replay(read_journal(again.journal()), make_session()).is_equal
    again.stop()


def test_an_offer_keeps_the_engine_alive_until_the_phone_stops_ringing(tmp_path: Path) -> None:
    class Clock:
        now = 0.0

        def __call__(self) -> float:
            return self.now

    desk = Desk(tmp_path)
    desk.stop()
    clock, published = Clock(), Collector()
    service = Service(
        Parts(
            socket=tmp_path / "s",
            calls_dir=tmp_path / "c",
            model_name=lambda: "x",
            load_model=lambda: ScriptedModel({}),
            load_playbook=lambda: parse_playbook(PLAYBOOK, name="test"),
            parse_playbook=lambda text, name: parse_playbook(text, name=name),
            open_source=lambda start, ms: ManualSource(),
            open_store=_Store,
            idle_exit_s=0.0,
        ),
        published,
        clock=clock,
    )
    service.handle(ReportPhone(action=RINGING, line="1"), lambda notice: None)
    thread = threading.Thread(target=service.run, name="service-under-test")
    thread.start()
    published.wait_for(CallOffered)
    assert thread.is_alive()
    clock.now = 181.0
    service.note_clients(0)  # it looks at the clock again
    service.handle(ReportPhone(action=ENDED, line="9"), lambda notice: None)
    published.wait_for(OfferClosed)
    thread.join(GENEROUS_S)
    assert not thread.is_alive()


# --- clients that come later ----------------------------------------------------------------------


@pytest.fixture
def served(tmp_path: Path) -> Iterator[ServedEngine]:
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    engine = ServedEngine(folder / "engine.sock")
    yield engine
    engine.server.stop()


def _shown_to_a_newcomer(engine: ServedEngine) -> list[object]:
    """What follows the snapshot's events up to a trouble told now."""
    with RawClient(engine.path) as client:
        client.read_until(SnapshotStarted)
        engine.wait_for_clients(1)
        engine.server.publish(Trouble(sentence="now"))
        shown = client.read_until(Trouble)[:-1]
    engine.wait_for_clients(0)
    return [each for each in shown if isinstance(each, Notice)]


def test_an_offer_waits_for_the_window_and_a_closed_one_does_not(served: ServedEngine) -> None:
    offer = CallOffered(offer=1, name="Dana", known=KNOWN)
    served.server.publish(offer)
    assert _shown_to_a_newcomer(served) == [offer]
    served.server.publish(OfferClosed(offer=1))
    assert _shown_to_a_newcomer(served) == []


def test_who_the_caller_is_is_told_for_as_long_as_the_call_runs(served: ServedEngine) -> None:
    known = CustomerKnown(call="one", known=KNOWN)
    served.server.publish(
        CallStarted(at=0, call="one", started_at="2026-11-22T10:00:00+01:00", source="live")
    )
    served.server.publish(known)
    assert _shown_to_a_newcomer(served) == [known]
    served.server.publish(CallSaved(call="one", journal="x"))
    assert _shown_to_a_newcomer(served) == []
