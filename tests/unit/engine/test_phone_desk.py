"""Sources, silence, an engine that starts again, windows that come later."""

import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from assist.core.commands import MuteSide, ReportPhone, StartCall
from assist.core.errors import AssistError
from assist.core.events import CallEnded, CallStarted, Event, PauseSet, SideHeard, Tick
from assist.core.notices import (
    CallOffered,
    CallSaved,
    CustomerKnown,
    EndSuggested,
    Notice,
    OfferClosed,
    SnapshotStarted,
    StatusReport,
    Trouble,
)
from assist.core.words import Party
from assist.cues.playbook import parse_playbook
from assist.engine.parts import Parts
from assist.engine.service import Service
from assist.session.journal import FILE_NAME, read_journal
from assist.session.replay import replay
from tests.helpers.engine import RawClient, ServedEngine
from tests.helpers.phonedesk import (
    DANA,
    ENDED,
    HELD,
    KNOWN,
    RESUMED,
    RINGING,
    STARTED,
    Desk,
    NoStore,
    Phone,
)
from tests.helpers.session import (
    GENEROUS_S,
    PLAYBOOK,
    SILENT,
    Collector,
    ManualSource,
    make_session,
)
from tests.helpers.speech import ScriptedModel


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.stop()


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
            open_store=NoStore,
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


def test_a_muted_side_stays_muted_when_its_engine_is_started_again(
    desk: Desk, tmp_path: Path
) -> None:
    desk.send(StartCall())
    _, source = desk.sound()
    source.send_both(5)
    desk.send(MuteSide(party=Party.CUSTOMER, is_muted=True))
    muted = desk.published.wait_for(SideHeard)
    assert (muted.party, muted.is_heard, muted.is_muted) == (Party.CUSTOMER, False, True)
    until_written(desk, SideHeard)
    left = tmp_path / "left"
    shutil.copytree(desk.calls_dir, left / "calls")
    again = Desk(left)
    again.published.wait_for(StatusReport, lambda status: status.state == "listening")
    again.send(MuteSide(party=Party.CUSTOMER, is_muted=False))
    heard = again.published.wait_for(SideHeard, lambda side: side.is_heard)
    assert (heard.party, heard.is_muted) == (Party.CUSTOMER, False)
    again.stop()
