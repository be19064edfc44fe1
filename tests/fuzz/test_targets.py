"""Whatever comes from outside is understood or answered with a sentence; never a crash.

A short run by hypothesis of what `python -m tests.fuzz` does a million times, and everything that
one ever found (`found/TARGET-…`).
"""

import contextlib
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from assist.core.errors import AssistError
from tests.fuzz.targets import TARGETS, Target, forget_folders

FOUND = sorted((Path(__file__).parent / "found").glob("*-*"))
_BY_NAME = {target.name: target for target in TARGETS}
_EXAMPLES = 25
"""For each target; the slowest takes 20 ms for one."""

_SLOW = {"shared": 5, "playbook": 12, "socket": 12}


@pytest.fixture
def folder(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Iterator[Path]:
    """A folder for the target; that a client was cut off is logged, as it should be."""
    with caplog.at_level(logging.CRITICAL):
        yield tmp_path
    forget_folders()


def _run(target: Target, data: bytes, folder: Path) -> None:
    with contextlib.suppress(AssistError):
        target.run(data, folder)


@st.composite
def gone_astray(draw: st.DrawFn, target: Target) -> bytes:
    """A well-formed input with some bytes changed, taken out, doubled or put in."""
    data = bytearray(draw(st.sampled_from(list(target.seeds()))))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(0, len(data))))
        match draw(st.sampled_from("change cut double insert".split())):
            case "change":
                data[at : at + 1] = bytes([draw(st.integers(0, 255))])
            case "cut":
                del data[at : at + draw(st.integers(1, 64))]
            case "double":
                data[at:at] = data[at : at + draw(st.integers(1, 64))]
            case "insert":
                data[at:at] = draw(st.binary(max_size=16))
    return bytes(data[: target.longest])


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_nothing_from_outside_crashes_what_reads_it(target: Target, folder: Path) -> None:
    @settings(
        max_examples=_SLOW.get(target.name, _EXAMPLES),
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(data=st.one_of(gone_astray(target), st.binary(max_size=300)))
    @example(data=b"")
    @example(data=b"[" * 4000)
    @example(data=b"a=" + b"[" * 4000)
    @example(data=b"\xff\xfe\x00\x00" * 8)
    def run(data: bytes) -> None:
        _run(target, data, folder)

    run()


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_what_is_well_formed_is_taken(target: Target, folder: Path) -> None:
    """Else the fuzzer would begin, and stay, at the first refusal."""
    answers = []
    for data in target.seeds():
        try:
            target.run(data, folder)
            answers.append("")
        except AssistError as error:
            answers.append(str(error))
    assert "" in answers, answers


@pytest.mark.parametrize("file", FOUND, ids=lambda file: file.name)
def test_what_was_found_once_stays_mended(file: Path, folder: Path) -> None:
    _run(_BY_NAME[file.name.partition("-")[0]], file.read_bytes(), folder)
