"""Journals that the app itself wrote: sealed with the key of the state folder they are in."""

from pathlib import Path

from assist.session.journal import Journal, read_journal
from assist.store.keys import FileKeySource
from assist.store.sealing import SealedRecords


def read_kept_journal(file: Path) -> Journal:
    """A journal under `<state>/calls/<call>/`."""
    return read_journal(file, SealedRecords(FileKeySource(file.parents[2] / "database.key")))
