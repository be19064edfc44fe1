"""What a backup says of itself: a line anyone may read, and a sealed list of what is in it.

The line tells the format, whose backup it is (a random id) and which key it was made with (a
fingerprint). The list has ids of calls, names, sizes and digests of files: no word that was said,
no name. It is sealed with the calls' key, so that a changed one is refused.
"""

import hashlib
import hmac
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from assist.store.errors import StoreError
from assist.store.sealing import SealedRecords
from assist.store.whole_files import write_whole

MANIFEST = "callassist.backup"
FORMAT = 1
"""Of the folder as a whole; a newer one is left alone."""

_LONGEST_LINE = 1024


class BackupError(StoreError):
    """A backup cannot be made, read or put back; nothing was lost by trying."""


class NoBackup(BackupError):
    """There is no backup in the folder, or the disk that it is on is not plugged in."""


class OtherKey(BackupError):
    """The backup was made with another key; `id` tells whose it is."""

    def __init__(self, folder: Path, id_: str) -> None:
        super().__init__(
            f"The backup in {folder} was made with another key than this computer's; give the key "
            "that was exported for it with --key FILE."
        )
        self.id = id_


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A file in the backup: what it is called at home, where it lies below `data`, and its bytes.

    `modified_ns` is that of the original: with size and name it tells whether there is news.
    """

    name: str
    place: str
    size: int
    modified_ns: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """`database` is the file with the copy of the database, "" before the first one is whole.

    `files` are settings, playbooks and the like; `deleted` are calls that must not come back;
    `leaving` are places of files that are being removed with them.
    """

    id: str
    version: int = FORMAT
    made_at: str = ""
    app: str = ""
    database: str = ""
    calls: dict[str, tuple[Kept, ...]] = field(default_factory=dict)
    files: tuple[Kept, ...] = ()
    deleted: tuple[str, ...] = ()
    leaving: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """The readable line."""

    callassist_backup: int
    id: str
    key: str


@dataclass(frozen=True, slots=True)
class OneKey:
    """A `KeySource` of one key."""

    key: bytes

    def database_key(self) -> bytes:
        return self.key


def fingerprint(key: bytes) -> str:
    """Tells keys apart and nothing of them."""
    return hmac.digest(key, b"callassist backup", hashlib.sha256)[:8].hex()


def read_line(folder: Path) -> tuple[str, str]:
    """(id, key's fingerprint) of the backup in a folder. Raises BackupError."""
    return _read(folder)[0]


def read_manifest(folder: Path, key: bytes) -> Manifest:
    """Raises BackupError, in one sentence, for whatever is not a whole backup of this key."""
    (id_, its_key), sealed = _read(folder)
    if its_key != fingerprint(key):
        raise OtherKey(folder, id_)
    try:
        content = _sealing(key).decode(0, sealed)
        manifest = msgspec.json.decode(content, type=Manifest)
    except ValueError:
        manifest = Manifest(id="")
    if manifest.id != id_:
        raise BackupError(
            f"The list of what is in the backup {folder} was changed or is damaged; nothing is "
            "taken from it. Move the folder away and make a new backup."
        )
    return manifest


def write_manifest(folder: Path, key: bytes, manifest: Manifest) -> None:
    """Take the place of the list before, whole or not at all. Raises OSError."""
    line = _Line(callassist_backup=FORMAT, id=manifest.id, key=fingerprint(key))
    sealed = _sealing(key).encode(0, msgspec.json.encode(manifest))
    write_whole(folder / MANIFEST, msgspec.json.encode(line) + b"\n" + sealed)


def _read(folder: Path) -> tuple[tuple[str, str], bytes]:
    try:
        with (folder / MANIFEST).open("rb") as file:
            first = file.readline(_LONGEST_LINE)
            line = msgspec.json.decode(first, type=dict[str, msgspec.Raw])
            version = msgspec.json.decode(line["callassist_backup"], type=int)
            if version > FORMAT:
                raise BackupError(
                    f"The backup in {folder} was made by a newer Call Assist; update this one to "
                    "open it."
                )
            told = msgspec.json.decode(first, type=_Line)
            return (told.id, told.key), file.read()
    except (FileNotFoundError, NotADirectoryError):
        raise NoBackup(
            f"There is no backup of Call Assist in {folder}; is its disk plugged in?"
        ) from None
    except OSError as error:
        raise BackupError(
            f"The backup in {folder} cannot be read ({error.strerror}); check the disk and its "
            "permissions."
        ) from None
    except (ValueError, KeyError):
        raise BackupError(
            f"{folder / MANIFEST} is not the list of a backup, or is damaged; move the folder away "
            "and make a new backup."
        ) from None


def _sealing(key: bytes) -> SealedRecords:
    return SealedRecords(OneKey(key), "backup list")
