"""What the engine does: runs one call at a time, as its clients command.

One thread, the engine's main one, owns the service's state; commands, client counts and ends of
calls reach it through one inbox. The call's own threads are `session.live`'s.
"""

import logging
import queue
import time
from collections.abc import Callable
from dataclasses import replace

from assist.core.commands import (
    AnswerOffer,
    AskStatus,
    Command,
    DismissCue,
    DismissLine,
    EndCall,
    MarkCue,
    MuteSide,
    ReloadSettings,
    ReportPainted,
    ReportPhone,
    SetName,
    SetPause,
    SettleFollowUp,
    StartCall,
    StopEngine,
    WithdrawHelp,
)
from assist.core.errors import AssistError
from assist.core.events import Event, LagChanged
from assist.core.notices import CommandKept, Notice, SettingsChanged, Trouble
from assist.engine.actions import TOO_LATE, Afterword, input_of
from assist.engine.afterwords import Afterwords
from assist.engine.calls import CallMaker
from assist.engine.followups import FollowUpDesk
from assist.engine.keeping import Keeping
from assist.engine.live_board import LiveBoard
from assist.engine.mailbox import (
    CallClosed,
    ClientsCounted,
    Commanded,
    Reply,
    ServiceMessage,
    Todo,
)
from assist.engine.memory import give_back
from assist.engine.model import ModelShelf
from assist.engine.opencall import EndedCall, OpenCall
from assist.engine.parking import Parking
from assist.engine.parts import Parts, Publish
from assist.engine.phone import HOLD, PhoneDesk
from assist.engine.recovery import Recovery
from assist.engine.reload import SettingsFollower
from assist.engine.status import EngineStatus
from assist.privacy.given import start_without_secrets
from assist.session.inbox import MakeInput
from assist.softphone.steps import Begin, End, EndParked, Park, Step

RETRY_S = 3.0
"""How often what a full disk did not take is written again."""

_log = logging.getLogger(__name__)


class Service:
    """Handles commands, one after the other, until it is told to stop or nobody needs it."""

    def __init__(
        self,
        parts: Parts,
        publish: Publish,
        *,
        clock: Callable[[], float] = time.monotonic,
        retry_s: float = RETRY_S,
    ) -> None:
        self._parts = parts
        self._send = publish
        self._calls = CallMaker(parts=parts, publish=self._publish, on_closed=self._closed)
        self._phone = PhoneDesk(
            parts,
            self._send,
            report=lambda report: self.handle(report, self._tell),
            post=lambda act: self._inbox.put(Todo(act)),
            act=lambda make: self._call.live.act(make) if self._call else None,
            clock=clock,
        )
        self._follow_ups = FollowUpDesk(
            read=parts.follow_ups,
            settle=parts.settle_follow_up,
            now=parts.now,
            tell=self._send,
        )
        self._keeping = Keeping(parts, self._send, on_saved=self._follow_ups.look, retry_s=retry_s)
        self._afterwords = Afterwords(self._calls, self._keeping)
        self._parking = Parking(self._calls, self._send, save=self._keeping.save)
        self._settings = SettingsFollower(parts, self._phone)
        self._live = LiveBoard(
            parts.open_live_post,
            act=lambda call, make: self._inbox.put(Todo(lambda: self._act(call, make))),
            tell=self._send,
        )
        self._clock = clock
        self._inbox: queue.SimpleQueue[ServiceMessage] = queue.SimpleQueue()
        self._shelf = ModelShelf(
            parts,
            on_loading=lambda: self._status.enter("loading"),
            tell=lambda sentence: self._send(Trouble(sentence=sentence)),
        )
        self._call: OpenCall | None = None
        self._last: EndedCall | None = None
        self._retry_s = retry_s
        self._status = EngineStatus(
            parts, self._send, model=lambda: self._shelf.name, call=lambda: self._call
        )
        self._clients = 0
        self._idle_since = clock()
        self._is_stopping = False

    # --- from any thread, and from signal handlers ------------------------------------------------

    def handle(self, command: Command, reply: Reply) -> None:
        """Take a command; answers and troubles that concern only its sender go to `reply`."""
        self._inbox.put(Commanded(command, reply))

    def note_clients(self, count: int) -> None:
        self._inbox.put(ClientsCounted(count))

    # --- the service's thread ---------------------------------------------------------------------

    def run(self) -> None:
        """Serve until stopped or idle; the call, if there is one, is ended and saved first."""
        self._status.tell()
        try:
            self._shelf.ensure()
        except AssistError as error:
            # Not fatal: a model may be installed and chosen before the first call.
            self._send(Trouble(sentence=str(error)))
        self._recover()
        self._settings.note()
        self._keeping.expire()
        self._phone.open()
        self._status.enter("listening" if self._call else "ready")
        self._live.start()
        try:
            self._serve()
        finally:
            self._phone.close()
            self._live.stop()
        self._parking.end_all()
        self._keeping.give_up()

    def _recover(self) -> None:
        recovery = Recovery(
            calls=self._calls,
            model=self._shelf.for_lost_call(),
            save=self._keeping.save,
            tell=lambda sentence: self._send(Trouble(sentence=sentence)),
        )
        recovered = recovery.run(self._parts.calls_dir)
        self._call, self._last = recovered.call, recovered.last
        if self._call is not None:
            is_held = self._call.live.is_paused_for(HOLD)
            self._follow(self._phone.take_up(self._call.started, is_held=is_held))

    def _serve(self) -> None:
        while not (self._is_stopping and self._call is None):
            try:
                message = self._inbox.get(timeout=self._wait_s())
            except queue.Empty:
                self._write_again()
                self._follow(self._phone.expire())
                if self._call is None:  # reading the store costs what a call's threads need
                    self._keeping.save_again()
                    self._follow_ups.expire()
                if self._is_needed or self._wait_s():
                    continue
                _log.info("No client and no call: the engine ends")
                return
            try:
                self._take(message)
            except AssistError as error:
                self._send(Trouble(sentence=str(error)))

    def _wait_s(self) -> float | None:
        if self._keeping.is_waiting:
            return self._retry_s
        again = None if self._call else self._keeping.again_s
        if self._is_needed:
            reminder = None if self._call else self._follow_ups.wait_s()
            waits = [self._phone.wait_s(), reminder, again]
        else:
            waits = [max(0.0, self._idle_since + self._parts.idle_exit_s - self._clock()), again]
        return min((each for each in waits if each is not None), default=None)

    @property
    def _is_needed(self) -> bool:
        waits = self._keeping.is_waiting or self._phone.has_offer or self._parking
        return bool(self._clients or self._call or waits)

    def _take(self, message: ServiceMessage) -> None:
        match message:
            case Commanded(command, reply):
                self._obey_once(command, reply)
            case ClientsCounted(count):
                self._clients = count
                self._idle_since = self._clock()
            case CallClosed(call):
                self._finish_call(call)
            case Todo(act):
                act()

    def _obey_once(self, command: Command, reply: Reply) -> None:
        """Obey what was not obeyed before; a running call's journal answers once it has it."""
        token = command.token
        known = [call.tokens for call in (self._call, self._last) if call is not None]
        if not token or not any(token in tokens for tokens in known):
            self._obey(command, reply)
            if self._call is not None and token in self._call.tokens:
                return
        if token:
            reply(CommandKept(token=token))

    def _act_in(self, call: OpenCall, command: Command, make: MakeInput) -> None:
        call.tokens.add(command.token)
        call.live.act(make, command.token)

    def _obey(self, command: Command, reply: Reply) -> None:
        if isinstance(command, Afterword):
            self._add_to_call(command, reply)
            return
        match command:
            case StartCall():
                self._start_call(command, reply)
            case EndCall():
                self._end_call(reply)
            case StopEngine():
                self._is_stopping = True
                if self._call is not None:
                    self._end_call(reply)
            case AskStatus():
                reply(self._status.report())
            case ReloadSettings():
                self._follow_settings()
            case SetPause():
                if call := self._running(reply):
                    call.tokens.add(command.token)
                    call.live.set_pause(is_paused=command.is_paused, token=command.token)
            case MuteSide(party=party, is_muted=is_muted):
                if call := self._running(reply):
                    call.live.mute(party, is_muted=is_muted)
            case ReportPainted():
                if self._call is not None:  # a cue of the very last moment may come too late
                    self._call.live.report_painted(command.cue, command.painted_at_ns)
            case SettleFollowUp():
                self._follow_ups.settle(command)
            case ReportPhone():
                self._follow(self._phone.take(command))
            case AnswerOffer(offer=offer, is_taken=is_taken):
                self._follow(self._phone.calls.answer(offer, is_taken=is_taken))
            case SetName() | DismissCue() | DismissLine() | WithdrawHelp():
                if call := self._running(reply):
                    self._act_in(call, command, input_of(command))

    def _follow_settings(self) -> None:
        """The settings are others now; a model is loaded with the next call at the latest."""
        try:
            self._settings.follow(self._call.live if self._call else None)
            if self._call is None:
                self._shelf.ensure()
        finally:
            if self._call is None:
                self._status.enter("ready")
            else:
                self._status.tell()
            self._send(SettingsChanged())

    def _running(self, reply: Reply) -> OpenCall | None:
        if self._call is None:
            reply(Trouble(sentence="No call is running; start one first."))
        return self._call

    def _start_call(self, start: StartCall, reply: Reply) -> None:
        if self._call is not None:
            sentence = "A call is running already; end it before starting another."
            reply(Trouble(sentence=sentence, is_fatal=True))
            return
        start = self._phone.calls.about_to_begin(start_without_secrets(start))
        try:
            model, back = self._shelf.for_call(start), self._phone.calls.taken_back
            self._call = self._parking.take_back(back, model) or self._calls.begin(start, model)
        except AssistError as error:
            self._status.enter("ready")
            reply(Trouble(sentence=str(error), is_fatal=True))
            self._follow(self._phone.calls.call_failed())
            return
        self._status.enter("listening")
        self._follow(self._phone.begin(start, self._call.started.call))

    def _end_call(self, reply: Reply, reason: str = "operator") -> None:
        if call := self._running(reply):
            self._status.enter("ending")
            self._phone.calls.call_ending()
            call.live.end(reason)

    def _follow(self, steps: tuple[Step, ...]) -> None:
        """Do what comes of the softphone's reports."""
        for step in steps:
            match step:
                case Begin(caller=caller):
                    self._start_call(self._phone.start_for(caller), self._tell)
                case End(reason=reason):
                    self._end_call(self._tell, reason)
                case Park() if self._call is not None:
                    self._status.enter("ending")
                    self._call.park()
                case EndParked(call=call, reason=reason):
                    self._parking.end(call, reason)
                case _:
                    self._phone.do(step, self._call.live if self._call else None)

    def _add_to_call(self, command: Afterword, reply: Reply) -> None:
        """The agent's own words count during the call and on the wrap-up card after it."""
        if isinstance(command, MarkCue):
            self._keeping.note_mark()
        wanted = "" if isinstance(command, MarkCue) else command.call
        if self._call is not None and wanted in ("", self._call.started.call):
            self._act_in(self._call, command, input_of(command))
        elif self._last is not None and wanted in ("", self._last.folder.path.name):
            if self._keeping.waits_for(self._last):
                self._write_again()
            # While another call runs its viewers must not take this for news of it.
            self._afterwords.add(self._last, command, reply, is_told=self._call is None)
        elif wanted:
            reply(Trouble(sentence=TOO_LATE))
        else:
            reply(Trouble(sentence="No call is running; start one first."))

    # --- ends of calls ----------------------------------------------------------------------------

    def _closed(self, call: str) -> None:
        """From the session thread: the call's journal is closed."""
        self._inbox.put(CallClosed(call))

    def _finish_call(self, call: str) -> None:
        ended = self._call
        if ended is None or ended.started.call != call:
            return
        self._status.enter("ending")
        ended.live.wait()
        self._call = None
        self._idle_since = self._clock()
        self._status.lag_ms = 0
        if ended.live.is_parked:
            self._parking.put(ended)
        else:
            self._last = ended
            self._keeping.end(ended)
        self._status.enter("ready")
        self._follow(self._phone.close_call())
        if self._call is None:  # a parked one may be back already
            give_back()

    def _write_again(self) -> None:
        if self._keeping.write_again():
            self._idle_since = self._clock()

    # --- small things -----------------------------------------------------------------------------

    def _publish(self, message: Event | Notice) -> None:
        """From the session thread as well."""
        if isinstance(message, LagChanged):
            self._status.lag_ms = message.lag_ms
        self._send(message)
        if isinstance(message, Event):
            self._phone.note(message)
            self._live.note(message)

    def _act(self, call: str, make: MakeInput) -> None:
        """Hand the running call an input; nothing where it is over, or another by now."""
        if self._call is not None and self._call.started.call == call:
            self._call.live.act(make)

    def _tell(self, notice: Notice) -> None:
        """What the softphone asked for has no sender to answer: everybody is told."""
        self._send(replace(notice, is_fatal=False) if isinstance(notice, Trouble) else notice)
