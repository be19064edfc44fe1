"""How what this computer keeps of calls is sealed: one key, a codec for each use."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from assist import paths

if TYPE_CHECKING:
    from assist.core.records import RecordCodec
    from assist.store.sounds import SoundSide
    from assist.store.stored_key import StoredKeySource


def call_keys() -> "StoredKeySource":
    """Where the key of this computer's calls comes from.

    A change of keys, or a backup being put back, that was interrupted is finished first. Raises
    AssistError where it cannot be.
    """
    from assist.app.restoring import finish_restore
    from assist.app.rotation import finish_rotation
    from assist.store.stored_key import StoredKeySource

    finish_restore()
    finish_rotation()
    return StoredKeySource(paths.state_dir() / "database.key", database=paths.database_file())


def journal_records() -> "RecordCodec":
    """How journals are kept; reads plain ones (exports, older versions) as well."""
    from assist.store.sealing import SealedRecords

    return SealedRecords(call_keys())


def open_journal_records() -> "RecordCodec":
    """The same with the key at hand: the one that opens what is here already.

    Raises StoreError where it is missing, unreadable or another: what is sealed with that would be
    lost once the right one is back.
    """
    from assist.store.right_key import check_key

    keys = call_keys()
    check_key(keys, paths.database_file(), paths.calls_dir())
    return journal_records()


def spool_records(folder: Path) -> "RecordCodec":
    """How the spool in `folder` is kept: with a key of its own, gone with the folder."""
    from assist.store.sealing import SealedRecords, SpoolKey

    return SealedRecords(SpoolKey(folder, call_keys()), "spool")


def sound_records() -> "RecordCodec":
    """How a finished call's sound is kept."""
    from assist.store.sealing import SealedRecords

    return SealedRecords(call_keys(), "sound")


def keep_sound(journal: Path, spool: Path) -> None:
    """Keep a stored call's sound, silenced where its journal is masked. Raises AssistError."""
    from assist.app.store import open_store
    from assist.audio.kept import SUFFIX
    from assist.audio.kept import keep_sound as keep
    from assist.audio.spool import Spool
    from assist.privacy.masking import masked_spans
    from assist.session.journal import read_journal
    from assist.store.sealing import SPOOL_KEY

    if not (spool / SPOOL_KEY).exists() and any(journal.parent.glob(f"*{SUFFIX}")):
        return  # kept before something ended us; the spool's key is gone since
    events = read_journal(journal, journal_records()).events
    kept = Spool(spool, spool_records(spool))
    files = keep(journal.parent, kept.read, masked_spans(events), sound_records())
    with open_store() as store:
        store.desk.keep_audio(journal.parent.name, files)


def read_kept(files: Sequence[Path]) -> "tuple[SoundSide, ...] | None":
    """A call's kept sound as it may leave this computer: the agent's side, then the customer's.

    None for recordings that came from elsewhere: nothing silenced the secrets in them. Raises
    AudioError.
    """
    from assist.audio.kept import SUFFIX, open_kept
    from assist.audio.player_sound import read_waveform
    from assist.store.sounds import SIDES, SoundSide

    if len(files) != SIDES or not all(file.name.endswith(SUFFIX) for file in files):
        return None
    records = sound_records()
    waveform = read_waveform(files, records)
    return tuple(
        SoundSide(
            content=open_kept(file, records).getvalue(), step_ms=waveform.step_ms, peaks=peaks
        )
        for file, peaks in zip(files, (waveform.agent, waveform.customer), strict=True)
    )
