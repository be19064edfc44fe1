"""Where the database's key comes from.

`FileKeySource` keeps it in a file that only the user may read. That protects a copied or stolen
database, not one whose whole folder is taken: the key lies beside it, and `docs/store.md` says so.
`stored_key.StoredKeySource` finds it in the system's keyring too.
"""

import contextlib
import os
import secrets
import stat
from pathlib import Path

from assist.store.errors import StoreError

KEY_BYTES = 32


class FileKeySource:
    """A random key in a file of mode 0600, made on first use.

    With `database` given, a missing key is only made while that database does not exist: a new key
    could never open it.
    """

    def __init__(self, file: Path, *, database: Path | None = None) -> None:
        self._file = file
        self._database = database

    def database_key(self) -> bytes:
        """The raw key. Raises StoreError."""
        try:
            return self._read()
        except FileNotFoundError:
            pass
        if self._database is not None and self._database.exists():
            raise StoreError(
                f"The key {self._file} of your calls is missing: put it back from a backup, or "
                f"move {self._database} away to begin a new one (see docs/store.md)."
            )
        self.put(secrets.token_bytes(KEY_BYTES))
        return self._read()

    def _read(self) -> bytes:
        try:
            text = self._file.read_text(encoding="ascii").strip()
            if os.name == "posix":
                self._keep_private()
            key = bytes.fromhex(text)
        except FileNotFoundError:
            raise
        except OSError as error:
            raise StoreError(
                f"The key {self._file} cannot be read ({error.strerror}); check its permissions."
            ) from None
        except ValueError:
            key = b""
        if len(key) != KEY_BYTES:
            raise StoreError(
                f"{self._file} does not hold a key; put it back from a backup (see docs/store.md)."
            )
        return key

    def _keep_private(self) -> None:
        """Take away what others may do with the file (a careless copy gives them 0644)."""
        mode = stat.S_IMODE(self._file.stat().st_mode)
        if mode & 0o077:
            with contextlib.suppress(OSError):
                self._file.chmod(0o600)

    def put(self, key: bytes) -> None:
        """Put a whole key in place at once: of two programs doing this, one key wins."""
        draft = self._file.with_name(f"{self._file.name}.{os.getpid()}-{secrets.token_hex(4)}")
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            try:
                os.write(fd, key.hex().encode() + b"\n")
                os.fsync(fd)
            finally:
                os.close(fd)
            with contextlib.suppress(FileExistsError):
                draft.rename(self._file) if os.name == "nt" else os.link(draft, self._file)
        except OSError as error:
            raise StoreError(
                f"The key of your calls cannot be written to {self._file} ({error.strerror}); "
                "check the folder's permissions and free space."
            ) from None
        finally:
            draft.unlink(missing_ok=True)
