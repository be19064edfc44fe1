"""A call as the engine holds it: begun, resumed after a crash, closed, and added to afterwards."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from assist import __version__
from assist.core.commands import StartCall
from assist.core.errors import AssistError
from assist.core.events import CallEnded, CallStarted, CommandTaken, Event, WrapUp
from assist.core.interfaces import AudioSource, SpeechModel
from assist.core.notices import CommandKept, Notice, Trouble
from assist.core.words import Party
from assist.engine.boot import boot_id
from assist.engine.callfiles import NOT_WRITTEN, CallFiles, not_saved
from assist.engine.digest import CallDigest
from assist.engine.early import EarlySource
from assist.engine.folders import CallFolder
from assist.engine.nosound import NoSound, no_spool
from assist.engine.opencall import EndedCall, OpenCall
from assist.engine.parts import Parts, Publish
from assist.engine.unkept import CallJournal, UnkeptJournal
from assist.session.call import CallSession
from assist.session.inbox import MakeInput
from assist.session.journal import Journal, JournalHeader, make_header, new_call_id
from assist.session.journal_writer import JournalThread
from assist.session.live import LiveCall
from assist.session.replay import missing_outputs
from assist.session.resume import ReadSpool, ResumePoint, find_resume_point

RESUME_WITHIN_S = 120.0
"""A call whose journal is older than this is over: the supervisor restarts an engine in seconds."""

_RESUMES_WITH_SPOOL = 2
_RESUMES = 4
"""In a row. A call that kills its engine again and again goes on without its recent sound first,
and is closed after that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallMaker:
    """Begins calls and takes up those that a dead engine left.

    `on_closed` is told a call's id, from its session thread, once its journal is closed.
    """

    parts: Parts
    publish: Publish
    on_closed: Callable[[str], None]
    clock_ns: Callable[[], int] = time.monotonic_ns

    @property
    def _files(self) -> CallFiles:
        return CallFiles(parts=self.parts, publish=self.publish)

    def begin(self, start: StartCall, model: SpeechModel) -> OpenCall:
        """Open the sound and begin a call. Raises AssistError; then nothing is left of it."""
        playbook = self.parts.load_playbook()
        agent, keep_audio = self.parts.agent_name(), self.parts.keep_audio()
        notice = self.parts.caller_notice()
        now = datetime.now().astimezone()
        folder = CallFolder(self.parts.calls_dir / new_call_id(now))
        is_private = self._files.must_not_keep() or not self._files.makes(folder)
        try:
            source = self.parts.open_source(start, 0)
        except AssistError:
            folder.remove()
            raise
        started = CallStarted(
            at=0,
            call=folder.path.name,
            started_at=now.isoformat(timespec="milliseconds"),
            source=start.source,
            customer_name=start.customer_name,
            customer_number=start.customer_number,
            reference=start.reference,
            agent=agent,
            heard=source.parties,
            is_private=is_private,
            notice=notice,
        )
        header = make_header(
            app=__version__,
            model=model.name,
            playbook_name=playbook.name,
            playbook=playbook.text,
            clock_origin_ns=self.clock_ns(),
            speed=start.speed,
            boot=boot_id(),
        )
        try:
            return self._run(
                folder,
                header,
                started,
                CallSession(playbook),
                source,
                model,
                keep_audio=keep_audio,
            )
        except AssistError:
            folder.remove()
            raise

    def resume(self, folder: CallFolder, model: SpeechModel) -> OpenCall | None:
        """Go on with a call whose engine died a moment ago; None where it is over.

        Raises AssistError if its journal cannot be read or its sound not be opened again.
        """
        journal = self._files.read(folder)
        since_ms = self._since_start_ms(journal)
        if self._age_s(folder, journal) > RESUME_WITHIN_S:
            return None
        resumes = folder.count_resume(was_killed=self.parts.was_killed)
        if not journal.events or journal.has_ended or resumes > _RESUMES or since_ms < 0:
            return None
        read_spool = self._files.spool_reader(folder, is_trusted=resumes <= _RESUMES_WITH_SPOOL)
        return self._go_on(folder, journal, model, read_spool)

    def take_back(self, parked: OpenCall, model: SpeechModel) -> OpenCall:
        """Go on with a call that was put away: the same record, with what was said before.

        Raises AssistError; then it stays put away.
        """
        if not parked.journal.retry():
            raise not_saved(parked.folder, NOT_WRITTEN)
        # Everything captured was recognized when it was put away.
        return self._go_on(parked.folder, self._files.read(parked.folder), model, None)

    def end_parked(self, parked: OpenCall, reason: str) -> None:
        """A call that was put away is over. Raises AssistError."""
        if not parked.journal.retry():
            raise not_saved(parked.folder, NOT_WRITTEN)
        journal = self._files.read(parked.folder)
        at = max(journal.reached_ms, self._since_start_ms(journal))
        ended = CallEnded(at=at, reason=reason)
        self._files.append(parked.folder, journal, (ended, *parked.session.handle(ended)))

    def _go_on(
        self,
        folder: CallFolder,
        journal: Journal,
        model: SpeechModel,
        read_spool: ReadSpool | None,
    ) -> OpenCall:
        """Open a call's sound anew; without `read_spool` nothing before that is recognized."""
        started = journal.started
        is_live = started.source == "live"
        start = StartCall(source=started.source, speed=journal.header.speed)
        early: EarlySource | None = None
        since_ms = self._since_start_ms(journal)
        if is_live:
            # Listened to from now on: what follows takes longer the longer the call is.
            source = self.parts.open_source(start, since_ms)
            since_ms = self._since_start_ms(journal)
            early = EarlySource(source)
        try:
            if started.customer_name:
                model = self.parts.load_named(started.customer_name) or model
            keep_audio = self.parts.keep_audio()
            session = self._session(journal)
            point = find_resume_point(
                journal,
                session,
                read_spool or no_spool,
                since_start_ms=since_ms if is_live else None,
            )
            self._publish_so_far(journal)
            if is_live:
                point = replace(point, live_ms=max(point.live_ms, point.reached_ms))
            if read_spool is None:
                # What was not captured on purpose is no loss.
                point = replace(point, covered_ms=dict.fromkeys(Party, point.live_ms))
            return self._run(
                folder,
                journal.header,
                started,
                session,
                early or self.parts.open_source(start, point.live_ms),
                model,
                keep_audio=keep_audio,
                resumed=(journal, point),
            )
        except BaseException:
            if early is not None:
                early.stop()
            raise

    def close_lost(self, folder: CallFolder, model: SpeechModel | None) -> EndedCall | None:
        """Bring a call that is over to its wrap-up, with what its spool still holds.

        None where no call had begun; then its folder is gone. Clients are told only of troubles:
        a client that waits for a call of its own must not take these events for that call's.
        Raises CallNotSaved where the disk does not take it, JournalError where it is no journal.
        """
        if folder.never_began or not (journal := self._files.read(folder)).events:
            folder.remove()
            return None
        session = self._session(journal)
        keep_audio = self._files.keeps_audio(folder)
        ended = EndedCall(
            folder=folder, session=session, keep_audio=keep_audio, tokens=journal.tokens
        )
        if journal.is_closed:
            missing_outputs(journal, session)
            return ended
        if journal.has_ended or model is None:
            self._close_unheard(folder, journal, session)
            return ended
        resumes = folder.count_resume(was_killed=self.parts.was_killed)
        point = find_resume_point(
            journal,
            session,
            self._files.spool_reader(folder, is_trusted=resumes <= _RESUMES_WITH_SPOOL),
            since_start_ms=None,
        )
        source = NoSound(journal.started.heard)
        call = self._run(
            folder,
            journal.header,
            journal.started,
            session,
            source,
            model,
            keep_audio=keep_audio,
            resumed=(journal, point),
            publish=self._publish_trouble,
        )
        call.live.end("lost")
        call.live.wait()
        if not call.journal.is_complete:
            raise not_saved(folder, NOT_WRITTEN)
        return ended

    def afterword(
        self, call: EndedCall, make: MakeInput, *, is_told: bool = True, token: str = ""
    ) -> None:
        """Add what the agent says on the wrap-up card to the closed call; `is_told` publishes it.

        Raises JournalError, and CallNotSaved where the disk does not take it.
        """
        journal = self._files.read(call.folder)
        event = make(journal.reached_ms)
        events: tuple[Event, ...] = (event, *call.session.handle(event))
        if token:
            # Before the wrap-up, which is the last a journal holds.
            events = (CommandTaken(at=event.at, token=token), *events)
        self._files.append(call.folder, journal, events)
        for each in events if is_told else ():
            self.publish(each)

    def afterword_unkept(self, call: OpenCall, make: MakeInput) -> None:
        """The same for a private call: shown, and written nowhere."""
        assert isinstance(call.journal, UnkeptJournal)
        event = make(call.journal.reached_ms)
        for each in (event, *call.session.handle(event)):
            self.publish(each)

    def _run(
        self,
        folder: CallFolder,
        header: JournalHeader,
        started: CallStarted,
        session: CallSession,
        source: AudioSource,
        model: SpeechModel,
        *,
        keep_audio: bool,
        resumed: tuple[Journal, ResumePoint] | None = None,
        publish: Publish | None = None,
    ) -> OpenCall:
        journal: CallJournal
        if started.is_private:
            journal = UnkeptJournal(folder.journal, self._kept)
        else:
            writer = self._files.writer(folder, header, resumed[0] if resumed else None)
            journal = JournalThread(writer, self._kept)
        live = LiveCall(
            source=source,
            model=model,
            session=session,
            started=started,
            publish=publish or self.publish,
            on_closed=lambda: self.on_closed(started.call),
            journal=journal,
            spool=None if started.is_private else self._files.spool(folder),
            gate=self.parts.gate,
            speed=header.speed,
            resume=resumed[1] if resumed else None,
            pauses_for_cards=self.parts.pauses_for_cards(),
        )
        live.start()
        return OpenCall(
            started=started,
            header=header,
            folder=folder,
            journal=journal,
            session=session,
            keep_audio=keep_audio,
            is_private=started.is_private,
            live=live,
            tokens=resumed[0].tokens if resumed else set(),
        )

    def _kept(self, token: str) -> None:
        self.publish(CommandKept(token=token))

    def _age_s(self, folder: CallFolder, journal: Journal) -> float:
        """Seconds since the call's engine died, whatever was done to the clock meanwhile."""
        header = journal.header
        is_live = bool(journal.events) and journal.started.source == "live"
        if is_live and header.boot and header.boot == boot_id():
            return (self._since_start_ms(journal) - journal.reached_ms) / 1000
        return folder.age_s()

    def _session(self, journal: Journal) -> CallSession:
        header = journal.header
        return CallSession(self.parts.parse_playbook(header.playbook, header.playbook_name))

    def _since_start_ms(self, journal: Journal) -> int:
        return (self.clock_ns() - journal.header.clock_origin_ns) // 1_000_000

    def _publish_trouble(self, message: Event | Notice) -> None:
        if isinstance(message, Trouble):
            self.publish(message)

    def _publish_so_far(self, journal: Journal) -> None:
        digest = CallDigest()
        for event in journal.events:
            digest.note(event)
        for event in digest.events():
            self.publish(event)

    def _close_unheard(self, folder: CallFolder, journal: Journal, session: CallSession) -> None:
        events: list[Event] = list(missing_outputs(journal, session))
        if not journal.has_ended:
            ended = CallEnded(at=journal.reached_ms, reason="lost")
            events += (ended, *session.handle(ended))
        assert isinstance(events[-1], WrapUp)
        self._files.append(folder, journal, events)
