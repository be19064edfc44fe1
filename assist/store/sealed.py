"""Files that only their reader can open, and whose writer the reader can tell.

The key comes from two X25519 exchanges: a fresh one, so that a writer cannot open its old files,
and the writer's own, so that nobody else could have made the file. The file's name is bound in, so
that files cannot be exchanged for one another.
"""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from assist.store.errors import StoreError

_MAGIC = b"CALL1"
_KEY, _NONCE = 32, 12


class NotSealed(StoreError):
    """The file is torn, or was not made for this reader by this writer."""


def new_private_key() -> str:
    """A key of one's own, as hexadecimal digits."""
    return X25519PrivateKey.generate().private_bytes_raw().hex()


def public_key(private: str) -> str:
    return _private(private).public_key().public_bytes_raw().hex()


def seal(content: bytes, name: str, *, writer: str, reader: str) -> bytes:
    """`writer` is a private key, `reader` a public one."""
    fresh = X25519PrivateKey.generate()
    theirs = _public(reader)
    key = _derived(fresh.exchange(theirs) + _private(writer).exchange(theirs))
    nonce = os.urandom(_NONCE)
    head = _MAGIC + fresh.public_key().public_bytes_raw() + nonce
    return head + AESGCM(key).encrypt(nonce, content, name.encode())


def unseal(sealed: bytes, name: str, *, writer: str, reader: str) -> bytes:
    """`writer` is a public key, `reader` a private one. Raises NotSealed."""
    head = len(_MAGIC) + _KEY
    mine = _private(reader)
    try:
        if not sealed.startswith(_MAGIC):
            raise ValueError
        fresh = X25519PublicKey.from_public_bytes(sealed[len(_MAGIC) : head])
        key = _derived(mine.exchange(fresh) + mine.exchange(_public(writer)))
        nonce = sealed[head : head + _NONCE]
        return AESGCM(key).decrypt(nonce, sealed[head + _NONCE :], name.encode())
    except (ValueError, InvalidTag):
        raise NotSealed(
            f"The file {name} of the team's folder is not complete yet, or was not made for this "
            "computer; wait for the folder, or have it sent again."
        ) from None


def _derived(secret: bytes) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=_KEY, salt=None, info=_MAGIC).derive(secret)


def _private(key: str) -> X25519PrivateKey:
    return X25519PrivateKey.from_private_bytes(bytes.fromhex(key))


def _public(key: str) -> X25519PublicKey:
    return X25519PublicKey.from_public_bytes(bytes.fromhex(key))
