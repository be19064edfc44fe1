"""The Mac's tap, with a helper of the test's own in its place."""

import queue
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assist.audio.coretap import Taps, TapStream
from assist.audio.errors import AudioError
from assist.audio.system import SystemDevices
from assist.core.words import Party
from tests.helpers.audio import GENEROUS_S, FakeDevices

_TELLS = """
import json, sys
print(json.dumps({"rate": 8000, "channels": 2, "device": "MacBook Speakers"}), flush=True)
"""
_PLAYS = (
    _TELLS
    + """
sys.stdout.buffer.write(b"\\x01\\x00\\x02\\x00" * 500 + b"\\x01\\x00")
sys.stdout.flush()
"""
)


def helper(folder: Path, body: str) -> list[str]:
    file = folder / "helper.py"
    file.write_text(body)
    return [sys.executable, str(file)]


class Pushed:
    def __init__(self) -> None:
        self._all: queue.SimpleQueue[tuple[bytes, int, int]] = queue.SimpleQueue()

    def __call__(self, samples: bytes, frames: int, stamp_ns: int) -> None:
        self._all.put((samples, frames, stamp_ns))

    def frames(self, count: int) -> bytes:
        """The first `count` frames."""
        sound = b""
        while len(sound) < 4 * count:
            samples, frames, stamp_ns = self._all.get(timeout=GENEROUS_S)
            assert (len(samples), stamp_ns) == (4 * frames, 7)
            sound += samples
        return sound[: 4 * count]


def test_whole_frames_arrive_with_what_the_helper_says_of_them(tmp_path: Path) -> None:
    pushed = Pushed()
    stream = TapStream(
        helper(tmp_path, _PLAYS + "sys.stdin.read()"),
        "",
        pushed,
        clock=lambda: 7,
        begin_s=GENEROUS_S,
    )
    assert (stream.device, stream.rate, stream.channels) == ("MacBook Speakers", 8_000, 2)
    assert pushed.frames(500) == b"\x01\x00\x02\x00" * 500
    assert stream.ended is None
    stream.close()
    stream.close()


def test_the_helper_is_told_the_device_and_whom_to_leave_out(tmp_path: Path) -> None:
    told = tmp_path / "told"
    body = f"import sys; open({str(told)!r}, 'w').write(' '.join(sys.argv[1:]))" + _TELLS
    stream = TapStream(
        helper(tmp_path, body + "sys.stdin.read()"), "Headset", lambda *_: None, begin_s=GENEROUS_S
    )
    assert stream.device == "Headset"
    stream.close()
    assert told.read_text().startswith("--without ")
    assert told.read_text().endswith("--device Headset")


@pytest.mark.parametrize(
    ("body", "part"),
    [
        ("import sys; sys.exit('macOS 14.2 or later is needed')", "14.2 or later"),
        ("print('not json', flush=True)", "cannot be understood"),
        ("print('{}', flush=True)", "cannot be understood"),
        ("", "the helper has ended"),
    ],
)
def test_a_helper_that_cannot_begin_says_why_and_where_to_allow_it(
    tmp_path: Path, body: str, part: str
) -> None:
    with pytest.raises(AudioError, match=part) as error:
        TapStream(helper(tmp_path, body), "", lambda *_: None, begin_s=GENEROUS_S)
    assert "System Settings" in str(error.value)


def test_a_helper_that_dies_ends_the_side(tmp_path: Path) -> None:
    body = _TELLS + "sys.stdin.readline(); sys.exit('the output was taken away')"
    stream = TapStream(helper(tmp_path, body), "", lambda *_: None, begin_s=GENEROUS_S)
    assert stream.ended is None
    assert stream._process.stdin is not None
    stream._process.stdin.write(b"\n")
    stream._thread.join(GENEROUS_S)
    assert "MacBook Speakers is not heard any more (the output was taken away)" in str(stream.ended)
    stream.close()


def test_a_helper_that_does_not_start_is_one_sentence() -> None:
    with pytest.raises(AudioError, match="cannot be started"):
        TapStream(["/nowhere/helper"], "", lambda *_: None)


def test_without_a_helper_blackhole_is_taken_and_without_that_it_is_said() -> None:
    class Inputs:
        def __init__(self, *names: str) -> None:
            self._names = names
            self.devices = FakeDevices()

        def inputs(self) -> tuple[str, ...]:
            return self._names

        def open(self, device: str, push: Callable[..., None]) -> Any:
            return self.devices(Party.CUSTOMER, device, push)

    taps = Taps(lambda: None)
    devices = SystemDevices("darwin", inputs=Inputs("Mic", "BlackHole 2ch"), far_ends=taps)
    assert devices(Party.CUSTOMER, "", lambda *_: None).device == "BlackHole 2ch"
    with pytest.raises(AudioError, match="BlackHole and set it as customer_device"):
        SystemDevices("darwin", inputs=Inputs("Mic"), far_ends=taps)(
            Party.CUSTOMER, "", lambda *_: None
        )
