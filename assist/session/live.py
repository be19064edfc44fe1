"""A call with live (or played) sound: the threads, their queues, start, stop and what goes wrong.

    source threads --_sink--> Listener x2 (recognizer threads) --+
                 \\--> SpoolThread                                +--> inbox --> session thread
    actions, troubles, "end" -----------------------------------+        Intake: journal, publish

Only the session thread touches the call's state. What both sides said is handled in order of call
time (`Alignment`); `Intake` keeps call time from going back, and the journal holds the inputs in
the order handled. Ticks follow the recognized sound, not the clock, so that words
that are still being recognized are not taken for silence; only while no sound comes at all does the
clock move call time on. Stopping drains: what was captured is recognized before `CallEnded`.
"""

import logging
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from assist.core.audio import BLOCK_MS, SAMPLES_PER_MS, AudioBlock, SideTrouble
from assist.core.errors import AssistError
from assist.core.events import (
    AudioLost,
    CallEnded,
    CallStarted,
    CueRaised,
    Event,
    Input,
    PauseSet,
)
from assist.core.interfaces import AudioSource, DeviceChooser, SpeechModel
from assist.core.notices import LevelChanged, Notice, Trouble
from assist.core.words import Party
from assist.session.alignment import Alignment
from assist.session.call import CallSession
from assist.session.inbox import Act, End, LiveMessage, MakeInput, Mute, Painted, Say
from assist.session.intake import Intake
from assist.session.journal_writer import EventLog
from assist.session.lags import LagWatch
from assist.session.listener import Drained, Failed, Heard, Listener
from assist.session.painting import PaintDelays
from assist.session.resume import ResumePoint
from assist.session.sides import SideWatch
from assist.session.sleeping import SleepWatch
from assist.session.spooling import BlockStore, SpoolThread
from assist.session.stamps import StampMap
from assist.session.ticks import TICK_MS, Ticks

_SPREAD_MS = 300
"""Ticks wait for the slower side's sound, but no longer than this."""

_IDLE_S = 0.5
"""Without any sound for this long the clock moves call time on."""

_log = logging.getLogger(__name__)


class LiveCall:
    """One call from `start` to its `WrapUp`. Its public methods may be called from any thread.

    `publish` gets every event and notice, from the session thread, and must not block. `journal`
    and `spool` are closed at the end; then `on_closed` is called, from the session thread.
    """

    def __init__(
        self,
        *,
        source: AudioSource,
        model: SpeechModel,
        session: CallSession,
        started: CallStarted,
        publish: Callable[[Event | Notice], None],
        on_closed: Callable[[], None],
        journal: EventLog | None = None,
        spool: BlockStore | None = None,
        gate: bool = True,
        speed: float = 1.0,
        resume: ResumePoint | None = None,
        clock_ns: Callable[[], int] = time.monotonic_ns,
        pauses_for_cards: bool = False,
        sleep: SleepWatch | None = None,
    ) -> None:
        self._source, self._model = source, model
        self._started = started
        self._publish, self._on_closed = publish, on_closed
        self._journal = journal
        self._spool_store = spool
        self._spool: SpoolThread | None = None
        self._gate = gate
        self._is_played = started.source != "live"
        self._resume = resume
        self._clock_ns = clock_ns
        live_ms, start_ms = (resume.live_ms, resume.reached_ms) if resume else (0, 0)
        self._base_index = live_ms * SAMPLES_PER_MS
        intake = partial(Intake, pauses_for_cards=pauses_for_cards, now_ms=start_ms)
        self._intake = intake(session, self._published, journal=journal)
        self._inbox: queue.SimpleQueue[LiveMessage] = queue.SimpleQueue()
        self._sleep = sleep or SleepWatch()
        self._thread = threading.Thread(target=self._run, name="session")
        self._listeners: dict[Party, Listener] = {}
        told = resume.sides_told if resume else ()
        self._sides = SideWatch(start_ms, told, is_live=not self._is_played)
        self._stamps = StampMap(speed)
        self._is_paused = resume.is_paused if resume else False
        self._pause_reason = resume.pause_reason if resume else ""
        self._muted = self._sides.muted
        self._last_sound_ns = clock_ns()
        # What follows is the session thread's alone.
        self._position = dict.fromkeys(source.parties, start_ms)
        self._ticks = Ticks(start_ms)
        self._lags = LagWatch(resume.lag_told if resume else {})
        self._delays = PaintDelays(self._stamps)
        self._undrained: set[Party] = set()
        self._alignment = Alignment(
            self._position,
            lambda party: self._listeners[party].pushed_ms,
            is_patient=self._is_played,
        )
        self._last_results: dict[Party, tuple[Input, ...]] = {}
        self._end_reason = ""
        self.is_parked = False  # put away, not over; to be read once it is closed
        self._idle_from_ms: int | None = None

    # --- from any thread --------------------------------------------------------------------------

    def start(self) -> None:
        """Open the source and begin. Raises AudioError; then nothing was begun or left open."""
        if self._spool_store is not None:
            self._spool = SpoolThread(self._spool_store, self._say)
        self._listeners = {party: self._listener(party) for party in self._source.parties}
        for listener in self._listeners.values():
            listener.start()
        try:
            self._source.start(self._sink, self._trouble)
        except BaseException:
            self._close_parts()
            raise
        self._thread.start()

    def act(self, make: MakeInput, token: str = "") -> None:
        """Handle an action's input at the call time of its handling."""
        self._inbox.put(Act(make=make, token=token))

    def set_pause(self, *, is_paused: bool, reason: str = "", token: str = "") -> None:
        """Stop or go on listening, from the very next block on; its sound is not kept anywhere."""
        self._is_paused, self._pause_reason = is_paused, reason
        at = max((listener.pushed_ms for listener in self._listeners.values()), default=0)
        make = partial(PauseSet, is_paused=is_paused, reason=reason)
        self._inbox.put(Act(make=lambda at: make(at=at), at=at, token=token))

    def mute(self, party: Party, *, is_muted: bool) -> None:
        """Hear a side no more, or again, from the very next block on; what it says is not kept."""
        self._muted = self._muted | {party} if is_muted else self._muted - {party}
        self._inbox.put(Mute(party=party, is_muted=is_muted))

    def set_devices(self, agent_device: str, customer_device: str) -> None:
        """Hear the sides on these devices from now on; of no effect on played sound."""
        if isinstance(self._source, DeviceChooser):
            self._source.set_devices(agent_device, customer_device)

    def is_paused_for(self, reason: str) -> bool:
        """Whether it is paused, and was so for this reason. True at once, not when it is told."""
        return self._is_paused and self._pause_reason == reason

    @property
    def is_paused(self) -> bool:
        return self._is_paused

    def report_painted(self, cue: int, painted_at_ns: int) -> None:
        """A viewer painted a cue at that time of this computer's monotonic clock."""
        self._inbox.put(Painted(cue=cue, painted_at_ns=painted_at_ns))

    def end(self, reason: str) -> None:
        """Begin to end the call: it ends once everything captured is recognized."""
        self._inbox.put(End(reason=reason))

    def park(self) -> None:
        """Stop to listen, as `end` does, to a call that is not over: its journal stays open."""
        self._inbox.put(End(reason="parked", is_over=False))

    def wait(self, timeout_s: float | None = None) -> bool:
        """Wait for the end; whether the call is over."""
        if self._thread.ident is not None and self._thread is not threading.current_thread():
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    # --- from the source's threads ----------------------------------------------------------------

    def _sink(self, block: AudioBlock) -> None:
        now_ns = self._clock_ns()
        self._last_sound_ns = now_ns
        is_kept_out = self._is_paused or block.party in self._muted
        samples = bytes(len(block.samples)) if is_kept_out else block.samples
        block = replace(block, index=block.index + self._base_index, samples=samples)
        self._stamps.add(block, block.stamp_ns or now_ns)
        if self._spool is not None:
            self._spool.append(self._intake.kept(block))
        self._listeners[block.party].push(block, may_wait=self._is_played)

    def _trouble(self, trouble: SideTrouble) -> None:
        at = trouble.at + self._base_index // SAMPLES_PER_MS
        self._inbox.put(replace(trouble, at=at))

    def _say(self, sentence: str) -> None:
        self._inbox.put(Say(trouble=Trouble(sentence=sentence)))

    def _listener(self, party: Party) -> Listener:
        resume = self._resume
        if resume is None:
            return Listener(party, self._model, self._inbox.put, gate=self._gate)
        return Listener(
            party,
            self._model,
            self._inbox.put,
            gate=self._gate,
            first_ms=resume.covered_ms[party],
            first_utterance=resume.next_utterance[party],
            backlog=lambda: resume.backlog(party),
        )

    # --- the session thread -----------------------------------------------------------------------

    def _run(self) -> None:
        try:
            self._begin()
            while True:
                self._take_next()
                if self._end_reason and not self._undrained:
                    break
            self._finish()
        except Exception:
            _log.exception("The session thread failed")
            self._publish(Trouble(sentence=_BUG, is_fatal=True, call=self._started.call))
        finally:
            self._close()

    def _begin(self) -> None:
        self._undrained = set(self._listeners)
        if self._resume is None:
            self._intake.handle(self._started)
        else:
            self._intake.recall(self._resume.recent)
            self._intake.emit(None, self._resume.missing_outputs)

    def _take_next(self) -> None:
        if slept := self._sleep.sentence():
            self._publish(Trouble(sentence=slept))
        try:
            message = self._inbox.get(timeout=TICK_MS / 1000)
        except queue.Empty:
            self._move_on_by_clock()
        else:
            self._take(message)
        if self._source.finished:
            self._begin_end("end_of_file")

    def _take(self, message: LiveMessage) -> None:
        match message:
            case Heard():
                self._alignment.add(message)
            case Drained():
                self._last_results[message.party] = message.results
                self._side_is_done(message.party)
            case Failed():
                self._take_failure(message)
            case Mute(party=party, is_muted=muted):
                self._handle_all(self._sides.mute(party, self._intake.now_ms, is_muted=muted))
            case Act():
                made = message.make(max(message.at, self._intake.now_ms))
                self._intake.handle(made, token=message.token)
            case Painted():
                self._handle_all(self._delays.painted(message, self._intake.now_ms))
            case SideTrouble():
                self._take_trouble(message)
            case Say():
                self._publish(message.trouble)
            case End():
                self.is_parked = self.is_parked or not (message.is_over or self._end_reason)
                self._begin_end(message.reason)
        for heard in self._alignment.take():
            self._take_heard(heard)

    def _side_is_done(self, party: Party) -> None:
        self._undrained.discard(party)
        self._alignment.close(party)

    def _take_heard(self, heard: Heard) -> None:
        party, end_ms = heard.party, heard.end_ms
        self._idle_from_ms = None
        self._intake.hear(party, end_ms, heard.rms)
        self._handle_all(heard.results)
        if not heard.is_backlog:
            self._publish(LevelChanged(party=party, dbfs=heard.peak))
            self._handle_all(self._lags.lag(party, self._intake.now_ms, heard.lag_ms))
        if self._is_paused or heard.is_backlog:
            self._handle_all(self._sides.pass_over(party, end_ms))
        else:
            self._handle_all(self._sides.level(party, end_ms, heard.peak))
        self._position[party] = max(self._position[party], end_ms)
        latest = max(self._position.values())
        self._tick_until(max(min(self._position.values()), latest - _SPREAD_MS))

    def _take_failure(self, failed: Failed) -> None:
        self._side_is_done(failed.party)
        if isinstance(failed.error, AssistError):
            sentence = str(failed.error)
        else:
            _log.error("The recognizer thread failed", exc_info=failed.error)
            sentence = _BUG
        self._publish(Trouble(sentence=sentence, is_fatal=True, call=self._started.call))
        self._begin_end("lost")

    def _take_trouble(self, trouble: SideTrouble) -> None:
        party, now = trouble.party, self._intake.now_ms
        if trouble.lost_ms:
            lost = AudioLost(
                at=trouble.at, party=party, duration_ms=trouble.lost_ms, reason=trouble.reason
            )
            self._intake.handle(lost)
        if trouble.is_heard:
            self._handle_all(self._sides.restored(party, now))
        else:
            self._handle_all(self._sides.trouble(party, now, trouble.reason))

    def _published(self, event: Event) -> None:
        if isinstance(event, CueRaised):
            self._delays.raised(event)
        self._publish(event)

    def _handle_all(self, events: tuple[Input, ...]) -> None:
        for event in events:
            self._intake.handle(event)

    def _tick_until(self, now_ms: int) -> None:
        for tick in self._ticks.until(now_ms, lambda: self._intake.now_ms):
            self._intake.handle(tick)

    def _move_on_by_clock(self) -> None:
        """No sound comes: a device is gone or the computer is asleep. Cues must still expire."""
        if self._is_played:
            return  # a recording has no time but its own
        idle_ns = self._clock_ns() - self._last_sound_ns
        waiting = any(
            listener.pushed_ms - self._position[party] > BLOCK_MS
            for party, listener in self._listeners.items()
        )
        if self._end_reason or waiting or idle_ns < _IDLE_S * 1_000_000_000:
            return
        if self._idle_from_ms is None:
            self._idle_from_ms = self._intake.now_ms
        self._tick_until(self._idle_from_ms + idle_ns // 1_000_000)

    def _begin_end(self, reason: str) -> None:
        if self._end_reason:
            return
        self._end_reason = reason
        self._source.stop()
        for listener in self._listeners.values():
            listener.finish()

    def _finish(self) -> None:
        for party in Party:
            self._handle_all(self._last_results.get(party, ()))
        self._tick_until(max(self._position.values(), default=0))
        if self.is_parked:
            self._intake.let_go()
        else:
            self._intake.handle(CallEnded(at=self._intake.now_ms, reason=self._end_reason))

    def _close(self) -> None:
        """Let go of everything, whatever failed before."""
        self._begin_end("lost")
        self._close_parts()
        while not self._inbox.empty():
            message = self._inbox.get()
            if isinstance(message, Say):
                self._publish(message.trouble)
        self._on_closed()

    def _close_parts(self) -> None:
        for listener in self._listeners.values():
            listener.finish()
        for listener in self._listeners.values():
            listener.join()
        for kept in (self._spool, self._journal):
            if kept is not None:
                kept.close()


_BUG = (
    "Something inside Call Assist failed and ended the call; what was heard is saved: "
    "please report it with the log file ('assist doctor' says where it is)."
)
