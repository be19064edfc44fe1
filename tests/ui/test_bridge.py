"""The bridge between the engine's messages and Qt's signals."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from assist.core.commands import EndCall, FlagMoment
from assist.core.errors import AssistError
from assist.core.events import Event, FinalResult, PartialResult, Tick
from assist.core.interfaces import EngineLink
from assist.core.notices import CommandKept, Hello, LevelChanged, SnapshotStarted
from assist.core.words import Party
from assist.ui.bridge import EngineBridge
from tests.helpers.ui import LineCut, ScriptedLink
from tests.helpers.uicall import spoken, started

HELLO = Hello(protocol=1, version="0", pid=1)


def partial(text: str, utterance: int = 0, party: Party = Party.CUSTOMER) -> PartialResult:
    return PartialResult(at=0, party=party, utterance=utterance, start=0, text=text)


class Heard:
    """Everything a bridge emitted, in order."""

    def __init__(self, bridge: EngineBridge) -> None:
        self.events: list[Event] = []
        self.snapshots: list[tuple[Event, ...]] = []
        self.connections: list[tuple[bool, str]] = []
        bridge.event_received.connect(self.events.append)
        bridge.snapshot_received.connect(self.snapshots.append)
        bridge.connection_changed.connect(lambda on, why: self.connections.append((on, why)))


@pytest.fixture
def link() -> ScriptedLink:
    return ScriptedLink([HELLO])


@pytest.fixture
def bridge(link: ScriptedLink) -> Iterator[EngineBridge]:
    bridge = EngineBridge(lambda: link)
    yield bridge
    bridge.stop()


def test_events_and_notices_arrive_in_order(
    bridge: EngineBridge, link: ScriptedLink, qtbot: QtBot
) -> None:
    heard = Heard(bridge)
    link.say(started(), Tick(at=100), spoken(Party.AGENT, 0, 0, "hello"))
    with qtbot.waitSignal(bridge.notice_received, check_params_cb=_is_level):
        bridge.start()
        link.say(LevelChanged(party=Party.AGENT, dbfs=-20))
    assert [type(event).__name__ for event in heard.events] == [
        "CallStarted",
        "Tick",
        "FinalResult",
    ]
    assert heard.connections == [(True, "")]


def _is_level(notice: object) -> bool:
    return isinstance(notice, LevelChanged)


def test_partials_wait_for_their_turn_and_only_the_newest_is_told(
    link: ScriptedLink, qtbot: QtBot
) -> None:
    now = [0.0]
    bridge = EngineBridge(lambda: link, clock=lambda: now[0])
    heard = Heard(bridge)
    link.say(partial("my"), partial("my refund"), partial("my refund never"), Tick(at=100))
    try:
        with qtbot.waitSignal(bridge.event_received, check_params_cb=lambda e: e == Tick(at=100)):
            bridge.start()
        assert [e.text for e in heard.events if isinstance(e, PartialResult)] == ["my"]
        with qtbot.waitSignal(bridge.event_received, check_params_cb=_is_partial):
            now[0] = 0.11
            link.say(Tick(at=200))
    finally:
        bridge.stop()
    assert [e.text for e in heard.events if isinstance(e, PartialResult)] == [
        "my",
        "my refund never",
    ]


def _is_partial(event: object) -> bool:
    return isinstance(event, PartialResult)


def test_a_final_passes_at_once_and_takes_its_waiting_partial_along(
    link: ScriptedLink, qtbot: QtBot
) -> None:
    bridge = EngineBridge(lambda: link, clock=lambda: 0.0)
    heard = Heard(bridge)
    final = spoken(Party.CUSTOMER, 1, 0, "my refund")
    link.say(partial("my", 1), partial("my ref", 1), final)
    try:
        with qtbot.waitSignal(bridge.event_received, check_params_cb=lambda e: e == final):
            bridge.start()
    finally:
        bridge.stop()
    assert [type(event) for event in heard.events] == [PartialResult, FinalResult]


def test_a_snapshot_arrives_as_one_and_nothing_of_it_twice(
    bridge: EngineBridge, link: ScriptedLink, qtbot: QtBot
) -> None:
    heard = Heard(bridge)
    events = (started(), partial("so"), Tick(at=5_000))
    link.say(SnapshotStarted(events=3), *events, Tick(at=5_100))
    with qtbot.waitSignal(bridge.event_received):
        bridge.start()
    assert heard.snapshots == [events]
    assert heard.events == [Tick(at=5_100)]


def test_an_empty_snapshot_is_told_too(
    bridge: EngineBridge, link: ScriptedLink, qtbot: QtBot
) -> None:
    link.say(SnapshotStarted(events=0))
    with qtbot.waitSignal(bridge.snapshot_received) as received:
        bridge.start()
    assert received.args == [()]


def test_a_cut_line_is_said_and_made_again(qtbot: QtBot) -> None:
    first, second = ScriptedLink([HELLO]), ScriptedLink([HELLO, Tick(at=7)])
    links = iter([first, second])
    bridge = EngineBridge(lambda: next(links))
    heard = Heard(bridge)
    first.cut("The engine is gone.")
    try:
        with qtbot.waitSignal(bridge.event_received):
            bridge.start()
    finally:
        bridge.stop()
    assert heard.connections == [(True, ""), (False, ""), (True, "")]
    assert first.is_closed
    assert second.is_closed


def test_a_line_that_never_stood_says_why(qtbot: QtBot) -> None:
    link = ScriptedLink()
    link.cut("The running engine is of another version; close every window.")
    bridge = EngineBridge(lambda: link)
    with qtbot.waitSignal(bridge.connection_changed) as changed:
        bridge.start()
    bridge.stop()
    assert changed.args == [
        False,
        "The running engine is of another version; close every window.",
    ]


def test_an_engine_that_does_not_start_is_said_and_tried_again(qtbot: QtBot) -> None:
    link = ScriptedLink([HELLO, Tick(at=7)])
    tries: list[int] = []

    def connect() -> EngineLink:
        tries.append(1)
        if len(tries) == 1:
            raise LineCut("The engine cannot start.")
        return link

    bridge = EngineBridge(connect)
    heard = Heard(bridge)
    try:
        with qtbot.waitSignal(bridge.event_received):
            bridge.start()
    finally:
        bridge.stop()
    assert heard.connections[0] == (False, "The engine cannot start.")


def test_what_is_asked_while_the_engine_is_away_is_sent_when_it_is_back(qtbot: QtBot) -> None:
    link = ScriptedLink([HELLO])
    bridge = EngineBridge(lambda: link)
    bridge.send(FlagMoment())
    bridge.send(EndCall())
    assert link.sent == []
    with qtbot.waitSignal(bridge.connection_changed):
        bridge.start()
    bridge.stop()
    assert link.sent == [FlagMoment(), EndCall()]


def test_a_line_that_breaks_while_sending_keeps_the_command(qtbot: QtBot) -> None:
    class Breaking(ScriptedLink):
        def send(self, command: object) -> None:
            raise LineCut("gone")

    good = ScriptedLink([HELLO])
    broken = Breaking([HELLO])
    links = iter([broken, good])
    bridge = EngineBridge(lambda: next(links))
    try:
        with qtbot.waitSignal(bridge.connection_changed):
            bridge.start()
        bridge.send(EndCall())
        broken.cut()
        qtbot.waitUntil(lambda: good.sent == [EndCall()])
    finally:
        bridge.stop()


def test_what_an_engine_died_over_is_sent_again_and_what_it_kept_is_not(qtbot: QtBot) -> None:
    first, second = ScriptedLink([HELLO]), ScriptedLink([HELLO])
    links = [first, second]
    bridge = EngineBridge(lambda: links.pop(0))
    try:
        with qtbot.waitSignal(bridge.connection_changed):
            bridge.start()
        bridge.send(FlagMoment(note="kept"))
        bridge.send(FlagMoment(note="lost"))
        kept, lost = (first.commands.get(timeout=30) for _ in range(2))
        first.say(CommandKept(token=kept.token))
        first.cut()
        again = second.commands.get(timeout=30)
        assert (again, again.token) == (FlagMoment(note="lost"), lost.token)
        bridge.send(EndCall())
        assert second.commands.get(timeout=30) == EndCall()
    finally:
        bridge.stop()


def test_stopping_before_the_engine_answers_does_not_wait_for_it(qtbot: QtBot) -> None:
    def connect() -> EngineLink:
        raise LineCut("still not there")

    bridge = EngineBridge(connect)
    with qtbot.waitSignal(bridge.connection_changed):
        bridge.start()
    bridge.stop()
    assert issubclass(LineCut, AssistError)
