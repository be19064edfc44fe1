"""What really stands in an encrypted database: every page in plain, the freed ones too.

SQLCipher 4 with a raw key: pages of 4,096 bytes, AES-256-CBC, at each page's end 16 bytes of IV and
64 of HMAC; the file's first 16 bytes are the salt (https://www.zetetic.net/sqlcipher/design/).
"""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

_PAGE, _RESERVED, _SALT, _IV = 4096, 80, 16, 16


def plain_pages(file: Path, key: bytes) -> bytes:
    """The database's pages, one after the other. The first begins with SQLite's own header."""
    content = file.read_bytes()
    pages = []
    for start in range(0, len(content), _PAGE):
        page = content[start : start + _PAGE]
        skip = _SALT if start == 0 else 0
        iv = page[_PAGE - _RESERVED : _PAGE - _RESERVED + _IV]
        opened = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
        pages.append(opened.update(page[skip : _PAGE - _RESERVED]) + opened.finalize())
    return b"".join(pages)
