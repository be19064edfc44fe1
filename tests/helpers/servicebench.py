"""The engine's service on its own thread, without a process or a socket, its sources by hand."""

import queue
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

from assist.audio.spool import Spool
from assist.core.commands import (
    Command,
    ReportPhone,
    StartCall,
    StopEngine,
)
from assist.core.errors import AssistError
from assist.core.events import (
    Tick,
)
from assist.core.interfaces import LivePost, RecognizerResult
from assist.core.notices import FollowUp, Notice, RuleShadowed, StatusReport
from assist.core.records import PlainCodec
from assist.core.words import Party
from assist.cues.playbook import parse_playbook
from assist.engine.folders import CallFolder
from assist.engine.parts import Parts
from assist.engine.service import Service
from assist.session.journal import read_journal
from tests.helpers.session import (
    GENEROUS_S,
    LOUD,
    PLAYBOOK,
    Collector,
    ManualSource,
)
from tests.helpers.speech import ScriptedModel, final, partial

DEAD_END = "there is nothing i can do"


def says(party: Party, text: str, *, at: int, utterance: int = 0) -> list[RecognizerResult]:
    """A partial, and its final 600 ms later, in a recognizer's own time."""
    start = at - 100 * len(text.split())
    words = [(word, start + 100 * n, start + 100 * n + 90) for n, word in enumerate(text.split())]
    return [
        partial(party, at, text, utterance=utterance, start=start),
        final(party, at + 600, words, utterance=utterance),
    ]


class MemoryStore:
    """A `CallStore` that remembers what it was given; fails while told to."""

    def __init__(self) -> None:
        self.saved: list[tuple[Path, int]] = []
        self.error: AssistError | None = None

    def save_call(self, journal: Path) -> str:
        if self.error is not None:
            raise self.error
        self.saved.append((journal, len(read_journal(journal).events)))
        return journal.parent.name

    def close(self) -> None:
        pass


class FakePhoneSource:
    """A `PhoneSource` of which a test sees whether it is open."""

    def __init__(self) -> None:
        self.is_open = False

    def start(self, report: Callable[[ReportPhone], None]) -> None:
        self.is_open = True

    def stop(self) -> None:
        self.is_open = False


class Bench:
    """A service on its thread, with sources driven by hand."""

    def __init__(
        self,
        folder: Path,
        script: dict[Party, list[RecognizerResult]] | None = None,
        *,
        idle_exit_s: float = 3600,
        model_error: AssistError | None = None,
        source_error: AssistError | None = None,
        key_error: AssistError | None = None,
        keep_audio: bool = False,
        is_private: bool = False,
        playbook: str = PLAYBOOK,
        retry_s: float = 3600,
        was_killed: bool = False,
    ) -> None:
        self.calls_dir = folder / "calls"
        self.sources: queue.Queue[tuple[StartCall, int, ManualSource]] = queue.Queue()
        self.source_error = source_error
        self.model_error = model_error
        self.model_name = "scripted"
        self.loads: list[str] = []
        self.named: list[str] = []
        self.named_script: dict[Party, list[RecognizerResult]] | None = None
        self.store = MemoryStore()
        self.published = Collector()
        self.replies: queue.Queue[Notice] = queue.Queue()
        self._script = script or {}
        self._playbook = playbook
        self.agent_name = "Sarah"
        self.judged: list[int] = []
        self.failed: tuple[RuleShadowed, ...] | AssistError = ()
        self.keep_audio = keep_audio
        self.kept: dict[str, list[bytes]] = {}
        """The agent's blocks of each call whose sound was kept, by the call's id."""
        self.keep_error: AssistError | None = None
        self.key_error = key_error
        self.is_private = is_private
        self.caller_notice = ""
        self.phone_set_up: tuple[object, ...] = ()
        self.devices = ("", "")
        self.expiries: list[int] = []
        """Calls saved by then, each time what is too old was to be deleted."""
        self.phones: list[FakePhoneSource] = []
        self.make_source: Callable[[], ManualSource] = ManualSource
        self.follow_ups: list[FollowUp] = []
        self.live_post: LivePost | None = None
        self.settled: list[tuple[str, int, str]] = []
        self.parts = Parts(
            socket=folder / "engine.sock",
            was_killed=was_killed,
            calls_dir=self.calls_dir,
            model_name=lambda: self.model_name,
            load_model=self._load_model,
            load_named=self._load_named,
            load_playbook=lambda: parse_playbook(self._playbook, name="test"),
            parse_playbook=lambda text, name: parse_playbook(text, name=name),
            open_source=self._open_source,
            open_store=lambda: self.store,
            agent_name=lambda: self.agent_name,
            keep_audio=lambda: self.keep_audio,
            keep_sound=self._keep_sound,
            open_records=self._open_records,
            is_private=lambda: self.is_private,
            caller_notice=lambda: self.caller_notice,
            phone_set_up=lambda: self.phone_set_up,
            devices=lambda: self.devices,
            expire=lambda: self.expiries.append(len(self.store.saved)),
            phone_sources=self._phone_sources,
            judge_rules=self._judge_rules,
            follow_ups=lambda: list(self.follow_ups),
            settle_follow_up=self._settle,
            open_live_post=lambda: self.live_post,
            gate=False,
            idle_exit_s=idle_exit_s,
        )
        self.service = Service(self.parts, self.published, retry_s=retry_s)
        self.thread = threading.Thread(target=self.service.run, name="service-under-test")
        self.thread.start()

    def _keep_sound(self, journal: Path, spool: Path) -> None:
        if self.keep_error is not None:
            raise self.keep_error
        blocks = Spool(spool).read(Party.AGENT)
        self.kept[journal.parent.name] = [block.samples for block in blocks]

    def _open_records(self) -> PlainCodec:
        if self.key_error is not None:
            raise self.key_error
        return PlainCodec()

    def send(self, command: Command) -> None:
        self.service.handle(command, self.replies.put)

    def reply(self) -> Notice:
        return self.replies.get(timeout=GENEROUS_S)

    def begin(self, source: str = "live") -> ManualSource:
        """Start a call; its source."""
        self.send(StartCall(source=source, customer_name="Dana Ortega"))
        return self.opened()[2]

    def opened(self) -> tuple[StartCall, int, ManualSource]:
        opened = self.sources.get(timeout=GENEROUS_S)
        self.published.wait_for(StatusReport, lambda status: status.state == "listening")
        return opened

    def folder(self) -> CallFolder:
        return CallFolder(next(self.calls_dir.iterdir()))

    def stop(self) -> None:
        self.send(StopEngine())
        self.thread.join(GENEROUS_S)
        assert not self.thread.is_alive()

    def _phone_sources(self) -> tuple[FakePhoneSource, ...]:
        made = tuple(FakePhoneSource() for _ in self.phone_set_up)
        self.phones += made
        return made

    def _settle(self, call: str, promise: int, later: str) -> None:
        self.settled.append((call, promise, later))
        self.follow_ups = [
            each for each in self.follow_ups if (each.call, each.promise) != (call, promise)
        ]

    def _judge_rules(self) -> tuple[RuleShadowed, ...]:
        self.judged.append(len(self.store.saved))
        if isinstance(self.failed, AssistError):
            raise self.failed
        return self.failed

    def _load_model(self) -> ScriptedModel:
        self.loads.append(self.model_name)
        if self.model_error is not None:
            raise self.model_error
        return ScriptedModel(self._script)

    def _load_named(self, name: str) -> ScriptedModel | None:
        self.named.append(name)
        return None if self.named_script is None else ScriptedModel(self.named_script)

    def _open_source(self, start: StartCall, start_ms: int) -> ManualSource:
        if self.source_error is not None:
            raise self.source_error
        source = self.make_source()
        self.sources.put((start, start_ms, source))
        return source


def killed(tmp_path: Path, bench: Bench) -> Path:
    """What a SIGKILL at this moment would leave on disk."""
    dead = tmp_path / "dead"
    shutil.copytree(bench.calls_dir, dead / "calls")
    return dead


def in_mid_call(bench: Bench, source: ManualSource, blocks: int, *, before: int = 0) -> None:
    """Send up to `blocks` a side, `before` of which were sent, and wait until they are handled."""
    source.send_both(blocks - before)
    # Spool and journal are written by threads of their own: wait until they hold everything.
    folder = bench.folder()
    size = blocks * (len(LOUD) + 16)
    bench.published.wait_for(Tick, lambda tick: tick.at == 100 * blocks)
    done = threading.Event()
    spools = [folder.spool / f"{party}.spool" for party in Party]
    while not all(spool.exists() and spool.stat().st_size >= size for spool in spools):
        done.wait(0.01)
    while read_journal(folder.journal).reached_ms < 100 * blocks:
        done.wait(0.01)
