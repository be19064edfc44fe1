"""Journals, spools and kept sound on disk, readable only with the key of this computer's calls.

Each record is sealed by itself with AES-256-GCM (NIST SP 800-38D): 12 random bytes of nonce, the
sealed record, 16 bytes of tag; its place in the file is authenticated, in a journal the file too
(`core.journal_lines`), so that records cannot be exchanged. Random nonces are safe for 2^32 records
under one key (same standard, 8.3): with some 20,000 records a call that is two hundred thousand
calls.
"""

import os
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from assist.core.interfaces import KeySource
from assist.store.errors import StoreError

_NONCE = 12
_KEY_BYTES = 32
SPOOL_KEY = "spool.key"


class SealedRecords:
    """A `core.records.RecordCodec`. The key is asked for with the first record.

    `purpose` keeps apart what is sealed for different uses under the key of one `KeySource`.
    """

    def __init__(self, keys: KeySource, purpose: str = "journal") -> None:
        self._keys = keys
        self._purpose = purpose
        self._file = b""
        self._cipher: AESGCM | None = None

    def bound(self, to: bytes) -> "SealedRecords":
        """The same for one file: what it seals opens nowhere else, and nothing else in it."""
        other = SealedRecords(self._keys, self._purpose)
        other._file = to
        other._cipher = self._cipher
        return other

    def encode(self, number: int, record: bytes) -> bytes:
        """Raises StoreError where there is no key."""
        nonce = os.urandom(_NONCE)
        return nonce + self._opened().encrypt(nonce, record, self._place(number))

    def decode(self, number: int, stored: bytes) -> bytes:
        """Raises ValueError for bytes that were changed or sealed with another key."""
        try:
            return self._opened().decrypt(stored[:_NONCE], stored[_NONCE:], self._place(number))
        except (InvalidTag, ValueError):  # ValueError: shorter than a nonce
            raise ValueError("it was changed, or written with another key") from None

    def _place(self, number: int) -> bytes:
        return number.to_bytes(8, "little") + self._file

    def _opened(self) -> AESGCM:
        if self._cipher is None:
            hkdf = HKDF(
                SHA256(), _KEY_BYTES, salt=None, info=f"callassist {self._purpose}".encode()
            )
            self._cipher = AESGCM(hkdf.derive(self._keys.database_key()))
        return self._cipher


class SpoolKey:
    """The key of one call's spool: made with it, kept sealed beside it, gone with it.

    Whoever finds pieces of a deleted spool on the disk can no longer read them.
    """

    def __init__(self, folder: Path, keys: KeySource) -> None:
        self._file = folder / SPOOL_KEY
        self._wrapping = SealedRecords(keys, "spool key")

    def database_key(self) -> bytes:
        """The spool's key, as `SealedRecords` asks for it. Raises StoreError."""
        try:
            return self._wrapping.decode(0, self._file.read_bytes())
        except FileNotFoundError:
            return self._make()
        except (OSError, ValueError):
            raise StoreError(
                f"The key {self._file} cannot be read; the call's last words cannot be recovered."
            ) from None

    def _make(self) -> bytes:
        key = secrets.token_bytes(_KEY_BYTES)
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            fd = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(fd, "wb") as file:
                file.write(self._wrapping.encode(0, key))
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(self._file)) from None
        return key
