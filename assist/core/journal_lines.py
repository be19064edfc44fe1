"""A journal's lines and the records in them: the header first, one record a line.

A line is its record as it is where the codec leaves bytes alone, else base64, which never begins
like JSON. A codec that seals binds all lines behind the header to the header's `binding`, random
bytes of each journal: no line of another journal opens in its place. Plain lines are read (exports,
and what versions before sealing wrote), but never behind a sealed one.
"""

import base64
from typing import Any

import msgspec

from assist.core.records import BindingCodec, RecordCodec

BOUND_FORMAT = 2
"""The format of journals whose lines are bound to them; 1 before, and where nothing is sealed."""

_BINDING = 16


class JournalLines:
    """The lines of one journal, read or written in order; `binding` where its header was read."""

    def __init__(self, records: RecordCodec, binding: str = "") -> None:
        self._records = self._bound = records
        self._is_sealed = False
        self._bind(binding)

    def record(self, number: int, line: bytes) -> bytes:
        """The record of a line, counted from 0. Raises ValueError."""
        if line.startswith(b"{"):
            if self._is_sealed:
                raise ValueError("it is not sealed as the lines before it: something changed it")
            return line
        codec = self._bound if number else self._records
        record = codec.decode(number, base64.b64decode(line, validate=True))
        self._is_sealed = True
        if number == 0:
            self._bind(binding_of(record))
        return record

    def line(self, number: int, record: bytes) -> bytes:
        """A record as its line, newline included."""
        if number == 0:
            self._bind(binding_of(record))
        codec = self._bound if number else self._records
        stored = codec.encode(number, record)
        return (record if stored == record else base64.b64encode(stored)) + b"\n"

    def _bind(self, binding: str) -> None:
        if binding and isinstance(self._records, BindingCodec):
            self._bound = self._records.bound(bytes.fromhex(binding))


def binding_of(header: bytes) -> str:
    """The binding in a header's record; "" where it has none, as in older versions."""
    try:
        found = _header(header).get("binding", "")
        return found if isinstance(found, str) and len(bytes.fromhex(found)) == _BINDING else ""
    except ValueError:
        return ""


def with_binding(header: bytes, binding: str) -> bytes:
    """A header's record with a binding, unless it has one, or is no header."""
    if binding_of(header):
        return header
    try:
        found = _header(header)
    except ValueError:
        return header
    return msgspec.json.encode({**found, "format": BOUND_FORMAT, "binding": binding})


def _header(record: bytes) -> dict[str, Any]:
    """Raises ValueError."""
    found: Any = msgspec.json.decode(record)
    if not isinstance(found, dict):
        raise ValueError("no header")
    return found
