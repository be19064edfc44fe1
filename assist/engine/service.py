"""What the engine does: runs one call at a time, as its clients command.

One thread, the engine's main one, owns the service's state; commands, client counts and ends of
calls reach it through one inbox. The call's own threads are `session.live`'s.
"""

import logging
import queue
import time
from collections.abc import Callable
from dataclasses import dataclass

from assist.core.commands import (
    AskStatus,
    Command,
    DismissCue,
    EndCall,
    FlagMoment,
    ReportPainted,
    SetName,
    SetOutcome,
    SetPause,
    StartCall,
    StopEngine,
    WriteNote,
)
from assist.core.errors import AssistError
from assist.core.events import (
    DismissAsked,
    Event,
    LagChanged,
    MomentFlagged,
    NameGiven,
    NoteWritten,
    OutcomeSet,
)
from assist.core.interfaces import SpeechModel
from assist.core.notices import CallSaved, Notice, StatusReport, Trouble
from assist.engine.calls import CallMaker, OpenCall
from assist.engine.folders import CallFolder, open_folders
from assist.engine.parts import Parts, Publish
from assist.session.inbox import MakeInput

_PUT_ASIDE = (
    "A call that was cut off could not be put in order; it is kept in {folder}: please report this "
    "with the log file ('assist doctor' says where it is)."
)

_log = logging.getLogger(__name__)

Reply = Callable[[Notice], None]


@dataclass(frozen=True, slots=True)
class _Commanded:
    command: Command
    reply: Reply


@dataclass(frozen=True, slots=True)
class _Clients:
    count: int


@dataclass(frozen=True, slots=True)
class _CallClosed:
    call: str


_Message = _Commanded | _Clients | _CallClosed


class Service:
    """Handles commands, one after the other, until it is told to stop or nobody needs it."""

    def __init__(
        self, parts: Parts, publish: Publish, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._parts = parts
        self._send = publish
        self._calls = CallMaker(parts=parts, publish=self._publish, on_closed=self._closed)
        self._clock = clock
        self._inbox: queue.SimpleQueue[_Message] = queue.SimpleQueue()
        self._model: SpeechModel | None = None
        self._model_name = ""
        self._call: OpenCall | None = None
        self._last: OpenCall | None = None
        self._state = "loading"
        self._lag_ms = 0
        self._clients = 0
        self._idle_since = clock()
        self._is_stopping = False

    # --- from any thread, and from signal handlers ------------------------------------------------

    def handle(self, command: Command, reply: Reply) -> None:
        """Take a command; answers and troubles that concern only its sender go to `reply`."""
        self._inbox.put(_Commanded(command, reply))

    def note_clients(self, count: int) -> None:
        self._inbox.put(_Clients(count))

    # --- the service's thread ---------------------------------------------------------------------

    def run(self) -> None:
        """Serve until stopped or idle; the call, if there is one, is ended and saved first."""
        self._report()
        try:
            self._ensure_model()
        except AssistError as error:
            # Not fatal: a model may be installed and chosen before the first call.
            self._send(Trouble(sentence=str(error)))
        self._recover()
        self._set_state("listening" if self._call else "ready")
        while not (self._is_stopping and self._call is None):
            try:
                message = self._inbox.get(timeout=self._until_idle_s())
            except queue.Empty:
                _log.info("No client and no call: the engine ends")
                return
            try:
                self._take(message)
            except AssistError as error:
                self._send(Trouble(sentence=str(error)))

    def _until_idle_s(self) -> float | None:
        if self._clients or self._call is not None:
            return None
        return max(0.0, self._idle_since + self._parts.idle_exit_s - self._clock())

    def _take(self, message: _Message) -> None:
        match message:
            case _Commanded(command, reply):
                self._obey(command, reply)
            case _Clients(count):
                self._clients = count
                self._idle_since = self._clock()
            case _CallClosed(call):
                self._finish_call(call)

    def _obey(self, command: Command, reply: Reply) -> None:
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
                reply(self._status())
            case SetPause():
                if call := self._running(reply):
                    call.live.set_pause(is_paused=command.is_paused)
            case ReportPainted():
                if self._call is not None:  # a cue of the very last moment may come too late
                    self._call.live.report_painted(command.cue, command.painted_at_ns)
            case SetOutcome() | WriteNote() | FlagMoment():
                self._add_to_call(command, reply)
            case SetName() | DismissCue():
                if call := self._running(reply):
                    call.live.act(_input_of(command))

    def _running(self, reply: Reply) -> OpenCall | None:
        if self._call is None:
            reply(Trouble(sentence="No call is running; start one first."))
        return self._call

    def _start_call(self, start: StartCall, reply: Reply) -> None:
        if self._call is not None:
            sentence = "A call is running already; end it before starting another."
            reply(Trouble(sentence=sentence, is_fatal=True))
            return
        try:
            self._call = self._calls.begin(start, self._ensure_model())
        except AssistError as error:
            self._set_state("ready")
            reply(Trouble(sentence=str(error), is_fatal=True))
            return
        self._set_state("listening")

    def _end_call(self, reply: Reply) -> None:
        if call := self._running(reply):
            self._set_state("ending")
            call.live.end("operator")

    def _add_to_call(self, command: SetOutcome | WriteNote | FlagMoment, reply: Reply) -> None:
        """The agent's own words count during the call and on the wrap-up card after it."""
        if self._call is not None:
            self._call.live.act(_input_of(command))
        elif self._last is not None:
            self._calls.afterword(self._last, _input_of(command))
            self._save(self._last)
        else:
            reply(Trouble(sentence="No call is running; start one first."))

    # --- ends of calls ----------------------------------------------------------------------------

    def _closed(self, call: str) -> None:
        """From the session thread: the call's journal is closed."""
        self._inbox.put(_CallClosed(call))

    def _finish_call(self, call: str) -> None:
        ended = self._call
        if ended is None or ended.started.call != call:
            return
        self._set_state("ending")
        ended.live.wait()
        self._call, self._last = None, ended
        self._idle_since = self._clock()
        self._lag_ms = 0
        try:
            self._save(ended)
        except AssistError as error:
            # Fatal for who waits for the call to be saved: nothing more will come of it now.
            self._send(Trouble(sentence=str(error), is_fatal=True))
        self._set_state("ready")

    def _save(self, call: OpenCall) -> None:
        if not call.journal.is_complete:
            raise _not_saved(call.folder, "its journal could not be written")
        _save_journal(self._parts, call.folder)
        self._send(CallSaved(call=call.started.call, journal=str(call.folder.journal)))

    # --- after a crash ----------------------------------------------------------------------------

    def _recover(self) -> None:
        """Go on with the call that a dead engine left; put older ones in order."""
        folders = open_folders(self._parts.calls_dir)
        for folder in folders:
            try:
                self._recover_call(folder, is_latest=folder == folders[-1])
            except AssistError as error:
                self._send(Trouble(sentence=str(error)))
            except Exception:
                # A call we fail on must not keep the engine from ever starting again.
                _log.exception("A call could not be recovered")
                folder.done(keep_audio=True)
                self._send(Trouble(sentence=_PUT_ASIDE.format(folder=folder.path)))

    def _recover_call(self, folder: CallFolder, *, is_latest: bool) -> None:
        if is_latest and self._model is not None:
            try:
                self._call = self._calls.resume(folder, self._model)
            except AssistError as error:
                # Its sound cannot be opened again, for instance; what was heard is saved below.
                self._send(Trouble(sentence=str(error)))
        if self._call is None and self._calls.close_lost(folder, self._model):
            _save_journal(self._parts, folder)
            self._send(CallSaved(call=folder.path.name, journal=str(folder.journal)))

    # --- small things -----------------------------------------------------------------------------

    def _ensure_model(self) -> SpeechModel:
        name = self._parts.model_name()
        if self._model is None or name != self._model_name:
            self._set_state("loading")
            self._model = self._parts.load_model()
            self._model_name = name
        return self._model

    def _publish(self, message: Event | Notice) -> None:
        """From the session thread as well."""
        if isinstance(message, LagChanged):
            self._lag_ms = message.lag_ms
        self._send(message)

    def _set_state(self, state: str) -> None:
        self._state = state
        self._report()

    def _report(self) -> None:
        self._send(self._status())

    def _status(self) -> StatusReport:
        call = self._call
        return StatusReport(
            state=self._state,
            model=self._model.name if self._model else "",
            playbook=call.header.playbook_name if call else "",
            call=call.started.call if call else "",
            lag_ms=self._lag_ms,
        )


def _input_of(
    command: SetName | DismissCue | FlagMoment | WriteNote | SetOutcome,
) -> MakeInput:
    match command:
        case SetName(name=name, origin=origin):
            return lambda at: NameGiven(at=at, name=name, origin=origin)
        case DismissCue(cue=cue):
            return lambda at: DismissAsked(at=at, cue=cue)
        case FlagMoment(note=note, for_lead=for_lead):
            return lambda at: MomentFlagged(at=at, note=note, for_lead=for_lead)
        case WriteNote(text=text):
            return lambda at: NoteWritten(at=at, text=text)
        case SetOutcome(outcome=outcome):
            return lambda at: OutcomeSet(at=at, outcome=outcome)


def _save_journal(parts: Parts, folder: CallFolder) -> None:
    try:
        store = parts.open_store()
        try:
            store.save_call(folder.journal)
        finally:
            store.close()
    except AssistError as error:
        raise _not_saved(folder, str(error).rstrip(".")) from error
    folder.done(keep_audio=parts.keep_audio)


def _not_saved(folder: CallFolder, reason: str) -> AssistError:
    return AssistError(
        f"The call is not in the list of calls yet ({reason}); its journal is kept in "
        f"{folder.path} and is tried again when the engine next starts."
    )


__all__ = ["Parts", "Service"]
