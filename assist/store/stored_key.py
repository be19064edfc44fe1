"""The key of this computer's calls in the system's keyring instead of a file.

Moving it there is the user's choice: a keyring that is locked, gone or on another desktop would
lock the calls away with it. It is asked on a thread of its own with a time limit, because a locked
keyring may wait for a dialog nobody sees.
"""

import hashlib
import queue
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from assist.shredding import forgetting, shred
from assist.store.errors import StoreError
from assist.store.keys import KEY_BYTES, FileKeySource

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

WAIT_S = 3.0
"""How long a keyring may take to answer."""

_SERVICE = "callassist"
_Answer = TypeVar("_Answer")


class StoredKeySource:
    """The key from its file; where there is none beside a database, from the system's keyring.

    A new key is always made in the file.
    """

    def __init__(self, file: Path, *, database: Path) -> None:
        self.file = file
        self._database = database
        self._in_file = FileKeySource(file, database=database)

    def database_key(self) -> bytes:
        """The raw key. Raises StoreError."""
        if not self.file.exists() and self._database.exists():
            key = self._from_keyring()
            if key is not None:
                return key
        return self._in_file.database_key()

    @property
    def is_in_keyring(self) -> bool:
        """Whether the keyring is where the key is looked for."""
        return not self.file.exists() and self._database.exists()

    @property
    def next_file(self) -> Path:
        """Where a new key waits while everything is sealed anew with it (`rotation`)."""
        return self.file.with_name(self.file.name + ".next")

    def next_key(self) -> bytes | None:
        """The key that is to follow; None while nothing is sealed anew. Raises StoreError."""
        if not self.next_file.exists():
            return None
        return FileKeySource(self.next_file).database_key()

    def put_next(self, key: bytes) -> None:
        """Have a key follow, whole on the disk when this returns."""
        FileKeySource(self.next_file).put(key)

    def drop_next(self) -> None:
        """Do without the key that was to follow; nothing may be sealed with it."""
        shred(self.next_file)

    def take_next(self) -> None:
        """The key that follows takes the place of the one before. Raises StoreError."""
        key = self.next_key()
        if key is None:
            return
        if self.file.exists():
            with forgetting(self.file):
                self.next_file.replace(self.file)
            return
        _asked(lambda: _ring().set_password(_SERVICE, self._name, key.hex()))
        if self._from_keyring() != key:
            raise StoreError(
                "The system's keyring did not keep the new key of your calls; it waits in "
                f"{self.next_file}. Unlock the keyring and run the command again."
            )
        shred(self.next_file)

    def move_to_keyring(self) -> None:
        """Put the key into the keyring, read it back, and only then drop the file."""
        key = self.database_key()
        if not self.file.exists():
            return
        _asked(lambda: _ring().set_password(_SERVICE, self._name, key.hex()))
        if self._from_keyring() != key:
            raise StoreError(
                "The system's keyring did not keep the key of your calls; it stays in its file."
            )
        shred(self.file)

    def move_to_file(self) -> None:
        """Put the key back into its file; the keyring forgets it."""
        if self.file.exists():
            return
        self._in_file.put(self.database_key())
        _asked(lambda: _ring().delete_password(_SERVICE, self._name))

    @property
    def _name(self) -> str:
        """The entry's name: several homes on one computer have a key each."""
        place = hashlib.sha256(str(self._database.absolute()).encode()).hexdigest()[:12]
        return f"calls database {place}"

    def _from_keyring(self) -> bytes | None:
        text = _asked(lambda: _ring().get_password(_SERVICE, self._name))
        try:
            key = bytes.fromhex(text or "")
        except ValueError:
            return None
        return key if len(key) == KEY_BYTES else None


def _ring() -> "KeyringBackend":
    """The system's own keyring. Raises StoreError where only readable files would do for one."""
    import keyring

    chosen = keyring.get_keyring()
    for backend in getattr(chosen, "backends", (chosen,)):
        if not type(backend).__module__.startswith("keyrings.alt"):
            found: KeyringBackend = backend
            return found
    raise StoreError(
        "There is no keyring of the system here, only keyrings.alt, whose files others could read; "
        "the key of your calls stays in its own file."
    )


def _asked(question: Callable[[], _Answer]) -> _Answer:
    """The keyring's answer. Raises StoreError when it has none in time."""
    answers: queue.Queue[_Answer | Exception] = queue.Queue()

    def ask() -> None:
        try:
            answers.put(question())
        except Exception as error:  # each keyring has errors of its own
            answers.put(error)

    threading.Thread(target=ask, name="keyring", daemon=True).start()
    try:
        answer = answers.get(timeout=WAIT_S)
    except queue.Empty:
        raise StoreError(
            "The system's keyring does not answer; unlock it (log in to your desktop) and try "
            "again."
        ) from None
    if isinstance(answer, StoreError):
        raise answer
    if isinstance(answer, Exception):
        raise StoreError(
            f"The system's keyring cannot be used ({type(answer).__name__}); start the app in a "
            "desktop session, or put the key's file back from a backup (see docs/store.md)."
        ) from None
    return answer
