"""How journal and spool keep a record on disk: framed and checked, through one codec.

A record is `length, crc32 of the encoded bytes, encoded bytes` (little-endian 32-bit numbers). What
"encoded" means is the codec's business: plain today, encrypted later, the framing stays.
"""

import struct
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Protocol, runtime_checkable

_HEADER = struct.Struct("<II")
MAX_RECORD = 1 << 24
"""Longest encoded record in bytes; a longer length read back can only be garbage."""


class RecordCodec(Protocol):
    """Turns a record into the bytes kept on disk, and back.

    `number` is the record's place in its file, from 0: a codec that encrypts ties the bytes to it,
    so that records cannot be swapped. `decode` raises ValueError for any other bytes.
    """

    def encode(self, number: int, record: bytes) -> bytes: ...
    def decode(self, number: int, stored: bytes) -> bytes: ...


@runtime_checkable
class BindingCodec(RecordCodec, Protocol):
    """A codec that can also tie records to the one file they belong in."""

    def bound(self, to: bytes) -> RecordCodec: ...


class PlainCodec:
    """Keeps records as they are."""

    def encode(self, number: int, record: bytes) -> bytes:
        return record

    def decode(self, number: int, stored: bytes) -> bytes:
        return stored


def bound_to(codec: RecordCodec, place: str) -> RecordCodec:
    """The codec for the file in this place, where it can tell files apart."""
    return codec.bound(place.encode()) if isinstance(codec, BindingCodec) else codec


def frame(codec: RecordCodec, number: int, record: bytes) -> bytes:
    """The record (never empty) as it is appended to the file, in one piece."""
    stored = codec.encode(number, record)
    return _HEADER.pack(len(stored), zlib.crc32(stored)) + stored


def read_frames(codec: RecordCodec, file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """(offset behind the record, record) for each whole record from the file's beginning.

    Ends at the first record that is torn or does not check: what follows cannot be trusted. The
    last offset given is where a repaired file ends (0 if nothing was given).
    """
    end = number = 0
    while len(header := file.read(_HEADER.size)) == _HEADER.size:
        length, crc = _HEADER.unpack(header)
        # A file system that crashed may have left zeros: they would check as empty records.
        if not 0 < length <= MAX_RECORD:
            return
        stored = file.read(length)
        if len(stored) != length or zlib.crc32(stored) != crc:
            return
        try:
            record = codec.decode(number, stored)
        except ValueError:
            return
        end += _HEADER.size + length
        number += 1
        yield end, record
