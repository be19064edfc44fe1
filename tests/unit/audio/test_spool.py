"""The spool gives back every whole block, whatever happened to the engine or the disk."""

import errno
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from assist.audio.spool import Spool
from assist.core.audio import AudioBlock
from assist.core.words import Party


def block(number: int, party: Party = Party.AGENT) -> AudioBlock:
    samples = np.random.default_rng(number).integers(-9000, 9000, 1600).astype("<i2").tobytes()
    return AudioBlock(party=party, index=1600 * number, samples=samples)


def filled(folder: Path, count: int, party: Party = Party.AGENT) -> None:
    spool = Spool(folder)
    for number in range(count):
        spool.append(block(number, party))
    spool.close()


def test_each_party_gets_its_own_blocks_back(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "call")
    for number in range(20):
        for party in Party:
            spool.append(block(number, party))
    for party in Party:
        assert list(spool.read(party)) == [block(number, party) for number in range(20)]
    spool.close()


def test_reading_starts_with_the_block_that_holds_the_time(tmp_path: Path) -> None:
    filled(tmp_path, 10)
    spool = Spool(tmp_path)
    assert [read.index // 1600 for read in spool.read(Party.AGENT, 450)] == [4, 5, 6, 7, 8, 9]
    assert [read.index // 1600 for read in spool.read(Party.AGENT, 500)] == [5, 6, 7, 8, 9]
    assert list(spool.read(Party.AGENT, 1000)) == []
    assert list(spool.read(Party.CUSTOMER)) == []


def test_a_spool_that_is_opened_again_is_appended_to(tmp_path: Path) -> None:
    filled(tmp_path, 3)
    spool = Spool(tmp_path)
    spool.append(block(7))
    spool.close()
    assert list(spool.read(Party.AGENT)) == [block(0), block(1), block(2), block(7)]


@pytest.mark.parametrize("cut", [1, 7, 8, 9, 100, 3215])
def test_a_torn_end_is_left_out_and_repaired(tmp_path: Path, cut: int) -> None:
    filled(tmp_path, 3)
    file = tmp_path / "agent.spool"
    os.truncate(file, file.stat().st_size - cut)
    spool = Spool(tmp_path)
    assert list(spool.read(Party.AGENT)) == [block(0), block(1)]
    spool.append(block(2))
    spool.append(block(3))
    spool.close()
    assert list(spool.read(Party.AGENT)) == [block(number) for number in range(4)]


def test_a_damaged_record_ends_what_can_be_trusted(tmp_path: Path) -> None:
    filled(tmp_path, 5)
    file = tmp_path / "agent.spool"
    content = bytearray(file.read_bytes())
    content[2 * 3216 + 500] ^= 1
    file.write_bytes(content)
    assert list(Spool(tmp_path).read(Party.AGENT)) == [block(0), block(1)]


def test_garbage_instead_of_a_spool_is_survived(tmp_path: Path) -> None:
    (tmp_path / "agent.spool").write_bytes(np.random.default_rng(1).bytes(10_000))
    spool = Spool(tmp_path)
    assert list(spool.read(Party.AGENT)) == []
    spool.append(block(0))
    spool.close()
    assert list(spool.read(Party.AGENT)) == [block(0)]


def test_a_reader_sees_what_a_running_spool_has_so_far(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    spool.append(block(0))
    assert list(Spool(tmp_path).read(Party.AGENT)) == [block(0)]
    spool.append(block(1))
    assert len(list(Spool(tmp_path).read(Party.AGENT))) == 2
    spool.close()


def test_only_the_user_may_read_it(tmp_path: Path) -> None:
    filled(tmp_path / "call", 1)
    assert stat.S_IMODE((tmp_path / "call" / "agent.spool").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "call").stat().st_mode) == 0o700


def test_remove_deletes_all_of_it_and_again_is_harmless(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    for party in Party:
        spool.append(block(0, party))
    spool.remove()
    spool.remove()
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_cannot_be_opened_is_an_error_and_nothing_stays_open(tmp_path: Path) -> None:
    (tmp_path / "agent.spool").mkdir()
    spool = Spool(tmp_path)
    with pytest.raises(OSError, match="directory"):
        spool.append(block(0))
    spool.append(block(0, Party.CUSTOMER))
    spool.close()


class Scrambled:
    """A codec that ties each record to its number, as one that encrypts does."""

    def encode(self, number: int, record: bytes) -> bytes:
        return bytes([number]) + bytes(byte ^ 0x5A for byte in record)

    def decode(self, number: int, stored: bytes) -> bytes:
        if stored[0] != number:
            raise ValueError("another record")
        return bytes(byte ^ 0x5A for byte in stored[1:])


def test_a_codec_sees_each_record_with_its_number(tmp_path: Path) -> None:
    spool = Spool(tmp_path, Scrambled())
    for number in range(3):
        spool.append(block(number))
    spool.close()
    again = Spool(tmp_path, Scrambled())
    again.append(block(3))
    again.close()
    assert list(again.read(Party.AGENT)) == [block(number) for number in range(4)]
    content = (tmp_path / "agent.spool").read_bytes()
    assert block(0).samples not in content
    (tmp_path / "agent.spool").write_bytes(content[3217:])
    assert list(again.read(Party.AGENT)) == []


# A limit on the size of files is the nearest to a full disk that needs no rights; it is set in a
# child, for the limit cannot be lifted again.
_FULL_DISK = """
import json, resource, signal, sys
from pathlib import Path
from assist.audio.spool import Spool
from assist.core.audio import AudioBlock
from assist.core.words import Party

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, resource.RLIM_INFINITY))
spool = Spool(Path(sys.argv[1]))
errors = []
for number in range(6):
    try:
        spool.append(AudioBlock(party=Party.AGENT, index=1600 * number, samples=bytes(3200)))
    except OSError as error:
        errors.append((number, error.errno))
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
spool.append(AudioBlock(party=Party.AGENT, index=16_000, samples=bytes(3200)))
spool.close()
print(json.dumps(errors))
print([block.index for block in spool.read(Party.AGENT)])
"""


def test_a_full_disk_leaves_whole_records_and_can_be_appended_to_again(tmp_path: Path) -> None:
    child = subprocess.run(
        [sys.executable, "-c", _FULL_DISK, tmp_path], capture_output=True, text=True, check=True
    )
    errors, indexes = child.stdout.splitlines()
    assert json.loads(indexes) == [0, 1600, 3200, 16_000]
    assert [number for number, _errno in json.loads(errors)] == [3, 4, 5]
    assert {code for _number, code in json.loads(errors)} <= {errno.ENOSPC, errno.EFBIG}
