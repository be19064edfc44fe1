"""Whether the key at hand is the one that the calls here were sealed with."""

import base64
from pathlib import Path

from sqlcipher3 import dbapi2

from assist.store.errors import StoreError
from assist.store.sealing import SealedRecords
from assist.store.stored_key import StoredKeySource

_LOOKED_AT = 5
"""The newest journals that are asked where the database does not open, or is not there."""


def check_key(keys: StoredKeySource, database: Path, calls_folder: Path) -> None:
    """Raises StoreError for a key with which nothing could be read again later.

    A database that is damaged, or that somebody else is writing, says nothing against its key: the
    newest calls' journals are asked then, and where there is no database.
    """
    if not database.exists():
        if _opens_a_journal(calls_folder, keys) is False:
            raise StoreError(
                f"The key of your calls does not open those in {calls_folder}; put the right one "
                "back from a backup, or move that folder away to begin anew (see docs/store.md)."
            )
        return
    if _opens(database, keys.database_key()) or _opens_a_journal(calls_folder, keys):
        return
    raise StoreError(
        f"The key of your calls does not open {database}; put the right one back from a backup "
        "(see docs/store.md)."
    )


def _opens(database: Path, key: bytes) -> bool:
    """True as well where it cannot be told now."""
    try:
        if database.stat().st_size == 0:
            return True
    except OSError:
        return True
    try:
        connection = dbapi2.connect(str(database), timeout=0, isolation_level=None)
    except dbapi2.Error:
        return True
    try:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute("SELECT count(*) FROM sqlite_master")
    except dbapi2.Error as error:
        return "not a database" not in str(error)
    finally:
        connection.close()
    return True


def _opens_a_journal(calls_folder: Path, keys: StoredKeySource) -> bool | None:
    """None where no sealed journal is there: what was never sealed opens with any key."""
    records = SealedRecords(keys)
    answer, asked = None, 0
    for journal in sorted(calls_folder.glob("[!.]*/journal.jsonl"), reverse=True):
        try:
            with journal.open("rb") as opened:
                first = opened.readline().strip()
        except OSError:
            continue
        try:
            sealed = base64.b64decode(first, validate=True)
        except ValueError:  # never sealed, or damaged: no word of its key
            continue
        if not sealed:
            continue
        if not keys.file.exists() and not keys.is_in_keyring:
            return False  # asked for one, it would make one
        try:
            records.decode(0, sealed)
        except ValueError:
            answer, asked = False, asked + 1
            if asked == _LOOKED_AT:
                break
            continue
        return True
    return answer
