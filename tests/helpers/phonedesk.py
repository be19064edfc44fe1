"""An engine's service with a softphone, a store's memory and sound by hand."""

import queue
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from assist.core.commands import Command, PhoneAction, ReportPhone, StartCall, StopEngine
from assist.core.errors import AssistError
from assist.core.events import CallStarted, Feeling
from assist.core.interfaces import PhoneSource
from assist.core.notices import CallSaved, KnownCustomer, Notice, StatusReport
from assist.cues.playbook import parse_playbook
from assist.engine.parts import Parts
from assist.engine.service import Service
from tests.helpers.session import GENEROUS_S, PLAYBOOK, Collector, ManualSource
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


class NoStore:
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
        self.is_private = False
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
            open_store=NoStore,
            starts_calls=lambda: self.starts_calls,
            phone_sources=lambda: phones,
            known_customer=lambda number, reference: self.known(number, reference),
            is_private=lambda: self.is_private,
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
