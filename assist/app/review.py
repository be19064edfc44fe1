"""What the review window and its commands work on, put together."""

import errno
import os
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from assist.app.chosen import load_settings, user_name
from assist.app.imports import import_list
from assist.app.rotation import key_in_use
from assist.app.sealing import open_journal_records, sound_records
from assist.app.store import open_store
from assist.core.interfaces import Player, ReviewDesk
from assist.core.review import DeskSource, SourceKind

if TYPE_CHECKING:
    from assist.core.interfaces import SpeechModel
    from assist.core.review import Waveform
    from assist.cues.playbook import Playbook
    from assist.review.import_process import Task
    from assist.review.importing import Importer
    from assist.store.calls import SqlCallStore


def review_desk(*, is_agent: bool = False, is_local: bool = False) -> ReviewDesk:
    """The calls a lead of the team's database may see; else those of this computer.

    Where a team database is set its login says who leads, where a folder is, who has its key. An
    agent there works on the calls of this computer, to which a lead's comments come with the next
    sync, and which send the answers. `is_local`: a lead's work on this computer's calls, whatever
    is set. Raises StoreError.
    """
    address = load_settings().team_database
    if not address or is_agent or is_local:
        return _desk(open_store(), user_name(), is_agent=is_agent)
    from assist.app.team import leads_folder
    from assist.store.shared_folder import folder_of
    from assist.store.team import try_database

    folder = folder_of(address)
    if folder is not None and leads_folder():
        source = DeskSource(kind=SourceKind.FOLDER, place=str(folder))
        return _desk(open_store(), user_name(), is_agent=False, source=source)
    if try_database(address) == "lead":
        return _team_desk(address)
    return _desk(open_store(), user_name(), is_agent=True)


def _team_desk(address: str) -> ReviewDesk:
    from assist import paths
    from assist.store.calls import SqlCallStore
    from assist.store.team import NAME, my_name, open_team

    engine = open_team(address)
    try:
        who = my_name(engine)
        store = SqlCallStore.on_engine(engine, name=NAME, calls_folder=paths.calls_dir())
    except BaseException:
        engine.dispose()
        raise
    place = f"{engine.url.host or 'localhost'}/{engine.url.database or ''}"
    source = DeskSource(kind=SourceKind.DATABASE, place=place)
    return _desk(store, who, is_agent=False, keeps_calls=False, source=source)


def _desk(
    store: "SqlCallStore",
    who: str,
    *,
    is_agent: bool,
    keeps_calls: bool = True,
    source: DeskSource | None = None,
) -> ReviewDesk:
    from assist.review.desk import StoreReviewDesk

    return StoreReviewDesk(
        store,
        who,
        is_agent=is_agent,
        keeps_calls=keeps_calls,
        now=lambda: datetime.now().astimezone(),
        read_waveform=_read_waveform,
        open_player=_open_player,
        play_fetched=_play_fetched,
        source=source or DeskSource(),
    )


def _read_waveform(files: Sequence[Path]) -> "Waveform":
    from assist.audio.player_sound import read_waveform

    return read_waveform(files, sound_records())


def _open_player(files: Sequence[Path]) -> Player:
    from assist.audio.player import SoundPlayer
    from assist.audio.player_output import open_output
    from assist.audio.player_sound import CallSound

    return SoundPlayer(CallSound(files, sound_records()), open_output)


def _play_fetched(contents: Sequence[bytes]) -> Player:
    from assist.audio.player import SoundPlayer
    from assist.audio.player_output import open_output
    from assist.audio.player_sound import CallSound

    return SoundPlayer(CallSound.in_memory(contents), open_output)


def import_command() -> list[str]:
    """How a process that transcribes recordings is started."""
    from assist import paths

    return [*paths.self_command(), "review", "take-in"]


def importer(
    *,
    jobs: int,
    agent: str = "",
    agent_channel: int = 0,
    keeps_audio: bool = True,
    again: bool = False,
    model: str = "",
) -> "Importer":
    """What imports recordings into the calls of this computer; hold `key_in_use` meanwhile."""
    from assist import paths
    from assist.app.speech import model_folder
    from assist.review.importing import Importer

    model_folder(model or load_settings().model)  # said once and at once where it is missing
    open_journal_records()  # the key too, and made here before several processes want it
    command = import_command()
    return Importer(
        command=[*command, "--model", model] if model else command,
        jobs=jobs,
        calls_dir=paths.calls_dir(),
        done=import_list(),
        calls=_ImportedCalls(),
        agent=agent,
        agent_channel=agent_channel,
        keeps_audio=keeps_audio,
        again=again,
    )


class _ImportedCalls:
    """The store as an import uses it, opened with the first call."""

    def __init__(self) -> None:
        self._store: SqlCallStore | None = None

    @property
    def store(self) -> "SqlCallStore":
        if self._store is None:
            self._store = open_store()
        return self._store

    def save(self, journal: Path) -> None:
        self.store.save_call(journal)

    def has(self, call_id: str) -> bool:
        from assist.store.errors import StoreError

        try:
            return self.store.find_call(call_id) == call_id
        except StoreError:
            return False

    def keep_audio(self, call_id: str, files: Sequence[Path]) -> None:
        self.store.desk.keep_audio(call_id, files)


def serve_import(*, model: str = "") -> None:
    """Be a process of an import: transcribe what standard input asks for."""
    import sys

    from assist.app.playbooks import call_playbook
    from assist.app.speech import load_for_calls
    from assist.review.import_process import serve

    chosen = load_settings()
    name = model or chosen.model
    loaded = load_for_calls(name)
    playbook = call_playbook(chosen)

    def transcribe(task: "Task", progress: Callable[[int, int], None]) -> Sequence[str]:
        return _take_in(task, loaded, name, playbook, progress)

    with key_in_use():  # its starter may be killed before it
        serve(sys.stdin.buffer, sys.stdout.buffer, transcribe)


def _take_in(
    task: "Task",
    model: "SpeechModel",
    model_name: str,
    playbook: "Playbook",
    progress: Callable[[int, int], None],
) -> Sequence[str]:
    """One recording through every stage, into the journal of its folder."""
    import assist
    from assist.app.sound import open_recording
    from assist.core.events import CallStarted
    from assist.session.call import CallSession
    from assist.session.journal import make_header
    from assist.session.journal_writer import JournalWriter
    from assist.session.offline import run_offline

    files = [Path(file) for file in task.files]
    recording = open_recording(files, agent_channel=task.agent_channel)
    header = make_header(
        app=assist.__version__,
        model=model_name,
        playbook_name=playbook.name,
        playbook=playbook.text,
    )
    started = CallStarted(
        at=0,
        call=task.call,
        started_at=task.started_at,
        source=", ".join(file.name for file in files),
        customer_name=task.customer,
        customer_number=task.number,
        reference=task.reference,
        agent=task.agent,
    )
    writer = JournalWriter(Path(task.folder), header, records=open_journal_records())
    run_offline(
        recording,
        model,
        CallSession(playbook),
        started=started,
        on_event=lambda _: None,
        progress=progress,
        journal=writer,
    )
    if not writer.is_complete:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    return tuple(recording.warnings)


def sound_channels(file: Path) -> int:
    """How many channels a file has; 0 where it is no sound file."""
    from assist.audio.errors import AudioError
    from assist.audio.files import open_sound

    try:
        with open_sound(file) as sound:
            return int(sound.channels)
    except AudioError:
        return 0
