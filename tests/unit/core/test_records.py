"""Records come back whole and in order, or not at all."""

import io

from hypothesis import given
from hypothesis import strategies as st

from assist.core.records import MAX_RECORD, PlainCodec, frame, read_frames

records = st.lists(st.binary(min_size=1, max_size=60), max_size=8)


def written(given_records: list[bytes]) -> bytes:
    return b"".join(
        frame(PlainCodec(), number, record) for number, record in enumerate(given_records)
    )


def read(content: bytes) -> list[tuple[int, bytes]]:
    return list(read_frames(PlainCodec(), io.BytesIO(content)))


@given(records)
def test_what_was_written_is_read(given_records: list[bytes]) -> None:
    content = written(given_records)
    found = read(content)
    assert [record for _end, record in found] == given_records
    assert [end for end, _record in found][-1:] == ([len(content)] if given_records else [])


@given(records, st.data())
def test_a_file_cut_anywhere_gives_the_whole_records_before_the_cut(
    given_records: list[bytes], data: st.DataObject
) -> None:
    content = written(given_records)
    cut = data.draw(st.integers(0, len(content)))
    found = read(content[:cut])
    assert [record for _end, record in found] == given_records[: len(found)]
    end = found[-1][0] if found else 0
    assert end <= cut
    assert written(given_records[: len(found)]) == content[:end]
    assert len(found) == len(given_records) or cut < len(written(given_records[: len(found) + 1]))


@given(records.filter(bool), st.data())
def test_a_changed_byte_never_gives_a_changed_record(
    given_records: list[bytes], data: st.DataObject
) -> None:
    content = bytearray(written(given_records))
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] ^= data.draw(st.integers(1, 255))
    found = [record for _end, record in read(bytes(content))]
    assert found == given_records[: len(found)]
    assert len(found) < len(given_records)


def test_an_absurd_length_is_not_read() -> None:
    content = (MAX_RECORD + 1).to_bytes(4, "little") + bytes(4) + bytes(100)
    assert read(content) == []


def test_zeros_behind_the_records_are_a_torn_end() -> None:
    content = written([b"one", b"two"])
    assert read(content + bytes(5000)) == read(content)
