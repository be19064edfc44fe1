"""Rule packs: a playbook as one file that says who made it and cannot be changed unnoticed.

A pack is a JSON object: `payload` (a JSON text with the playbook, its knowledge cards and what is
known of it), `key` (the maker's public key) and `signature` (Ed25519 over the payload), the last
two in base64. Who is trusted stands in a folder of public keys, one line each: `callassist-key KEY
NAME`.
"""

import base64
import binascii
import contextlib
import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from assist.cues.errors import PlaybookError

FORMAT = "callassist-rule-pack"
SCHEMA = 1
_SIGNED_AS = b"callassist-rule-pack 1\n"
"""Stands before what is signed, so that the signature is good for nothing else."""

_CARDS = "cards"
_KEY_WORD = "callassist-key"
_MAX_BYTES = 8 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """What a pack holds. `made_at` is ISO 8601; `layer` is what its maker uses it as.

    `cards` are knowledge cards: the name of each file without its ending, and its text.
    """

    name: str
    version: str
    layer: str
    made_by: str
    made_at: str
    playbook: str
    cards: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedPack:
    """A pack as read. `is_intact`: the signature fits; `key` is the maker's, in base64."""

    pack: Pack
    key: str
    is_intact: bool


class SigningKey:
    """This computer's own key pair, made on first use and kept in a file only its user can read."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def public(self) -> str:
        """The public key in base64."""
        raw = self._private().public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        return base64.b64encode(raw).decode()

    def sign(self, message: bytes) -> bytes:
        return self._private().sign(message)

    def exists(self) -> bool:
        return self._file.exists()

    def _private(self) -> Ed25519PrivateKey:
        """Raises PlaybookError where the file is no key or cannot be read or made."""
        try:
            if not self._file.exists():
                self._make()
            raw = base64.b64decode(self._file.read_text(encoding="ascii"), validate=False)
            return Ed25519PrivateKey.from_private_bytes(raw)
        except OSError as error:
            problem = f"cannot be used ({error.strerror}); check its permissions"
        except ValueError:
            problem = "is damaged; move it away and a new one is made at the next export"
        raise PlaybookError((f"The key {self._file} {problem}.",))

    def _make(self) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        raw = Ed25519PrivateKey.generate().private_bytes(
            Encoding.Raw, PrivateFormat.Raw, NoEncryption()
        )
        new = self._file.with_name(f".{self._file.name}.{os.getpid()}")
        handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(base64.b64encode(raw) + b"\n")
            file.flush()
            os.fsync(file.fileno())
        new.replace(self._file)


def seal(pack: Pack, key: SigningKey) -> str:
    """The pack as a file's text, signed."""
    content = {"schema": SCHEMA, **asdict(pack)}
    # A text of its own: apps that know of no cards take the pack without them.
    content[_CARDS] = json.dumps(dict(pack.cards), ensure_ascii=False)
    payload = json.dumps(content, ensure_ascii=False)
    signature = key.sign(_SIGNED_AS + payload.encode())
    entry = {
        "format": FORMAT,
        "key": key.public(),
        "signature": base64.b64encode(signature).decode(),
        "payload": payload,
    }
    return json.dumps(entry, indent=1, ensure_ascii=False) + "\n"


def open_pack(file: Path) -> OpenedPack:
    """Read a pack and check its signature; what it holds is not judged. Raises PlaybookError."""
    try:
        if file.stat().st_size > _MAX_BYTES:
            raise PlaybookError((f"{file} is too large for a rule pack; check the name.",))
        text = file.read_bytes().decode("utf-8")
    except OSError as error:
        raise PlaybookError((f"{file} cannot be read ({error.strerror}).",)) from None
    except UnicodeDecodeError:
        text = ""
    entry = _object(text)
    if entry.get("format") != FORMAT:
        raise PlaybookError((f"{file} is not a rule pack; 'assist playbook export' makes one.",))
    payload, key, signature = (str(entry.get(name)) for name in ("payload", "key", "signature"))
    content = _object(payload)
    schema = content.pop("schema", None)
    if isinstance(schema, int) and schema > SCHEMA:
        raise PlaybookError(
            (f"{file} is made by a newer Call Assist (pack schema {schema}); update the app.",)
        )
    names = {each.name for each in fields(Pack)} - {_CARDS}
    if schema != SCHEMA or not names <= set(content) or not all(map(_is_text, content.values())):
        raise PlaybookError((f"{file} is a damaged rule pack; ask its maker for a new copy.",))
    cards = _object(str(content.get(_CARDS, "{}")))
    pack = Pack(
        **{name: str(content[name]) for name in names},
        cards={name: str(text) for name, text in cards.items()},
    )
    return OpenedPack(pack=pack, key=key, is_intact=_is_signed(payload, key, signature))


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _object(text: str) -> dict[str, object]:
    with contextlib.suppress(ValueError, RecursionError):
        value = json.loads(text)
        if isinstance(value, dict):
            return value
    return {}


def _is_signed(payload: str, key: str, signature: str) -> bool:
    try:
        public = Ed25519PublicKey.from_public_bytes(base64.b64decode(key, validate=True))
        public.verify(base64.b64decode(signature, validate=True), _SIGNED_AS + payload.encode())
    except (InvalidSignature, ValueError, binascii.Error):
        return False
    return True


# --- whom we trust --------------------------------------------------------------------------------


def fingerprint(key: str) -> str:
    """A public key as people compare it: four groups of four."""
    digest = hashlib.sha256(key.encode()).hexdigest()[:16]
    return "-".join(digest[at : at + 4] for at in range(0, 16, 4))


def key_line(key: str, name: str) -> str:
    """A public key as a file's one line."""
    return f"{_KEY_WORD} {key} {' '.join(name.split())}".rstrip() + "\n"


def read_key(file: Path) -> tuple[str, str]:
    """(key, name) of a public key's file. Raises PlaybookError."""
    try:
        words = file.read_text(encoding="utf-8").split(maxsplit=2)
    except OSError as error:
        raise PlaybookError((f"{file} cannot be read ({error.strerror}).",)) from None
    except UnicodeDecodeError:
        words = []
    if len(words) < 2 or words[0] != _KEY_WORD or not _is_key(words[1]):
        raise PlaybookError((f"{file} is not a public key; 'assist playbook key' prints one.",))
    return words[1], words[2].strip() if len(words) > 2 else ""


def _is_key(text: str) -> bool:
    try:
        return len(base64.b64decode(text, validate=True)) == 32
    except ValueError:
        return False


def trusted_keys(folder: Path) -> dict[str, str]:
    """Key → name, of every `.pub` file of the folder. Raises PlaybookError for one that is none."""
    return dict(read_key(file) for file in sorted(folder.glob("*.pub")))


def trust_key(folder: Path, key: str, name: str) -> Path:
    """Accept packs signed by this key from now on; returns the file that says so."""
    file = folder / f"{fingerprint(key)}.pub"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file.write_text(key_line(key, name), encoding="utf-8")
    except OSError as error:
        raise PlaybookError((f"{file} cannot be written ({error.strerror}).",)) from None
    return file


def objection(opened: OpenedPack, trusted: Mapping[str, str], file: Path) -> str:
    """Why the pack should not be taken, one sentence; "" where its maker is trusted."""
    if not opened.is_intact:
        return (
            f"{file} was changed after it was signed or is not signed; ask its maker for a new "
            "copy, or add --trust to take it as it is."
        )
    if opened.key not in trusted:
        who = f" ({opened.pack.made_by})" if opened.pack.made_by else ""
        return (
            f"{file} is signed by a key you do not trust, {fingerprint(opened.key)}{who}; compare "
            "it with its maker, then add --trust."
        )
    return ""
