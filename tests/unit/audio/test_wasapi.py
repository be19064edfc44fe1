"""WASAPI loopback against a fake of its library that behaves as Windows has been seen to."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from assist.audio.errors import AudioError
from assist.audio.live import LiveSource
from assist.audio.system import SystemDevices
from assist.audio.wasapi import WasapiLoopback
from assist.audio.winwatch import WindowsWatch
from assist.core.words import Party
from tests.helpers.audio import FakeDevices, Heard, ManualClock

AGENT, CUSTOMER = Party.AGENT, Party.CUSTOMER


class FakeStream:
    """Calls back only while something is played; a device that goes ends it without a word."""

    def __init__(self, machine: "FakeWindows", name: str, callback: Callable[..., Any]) -> None:
        self._machine, self.name, self._callback = machine, name, callback
        self.is_stopped = False

    def play(self, frames: int, value: int, channels: int) -> None:
        assert not self.is_stopped
        samples = value.to_bytes(2, "little", signed=True) * frames * channels
        answer = self._callback(samples, frames, {"current_time": 0.0}, 0)
        assert answer == (None, 0)

    def is_active(self) -> bool:
        if self.name not in self._machine.outputs:
            raise OSError(-9999, "Unanticipated host error")
        return not self.is_stopped

    def stop_stream(self) -> None:
        self.is_stopped = True
        if self.name not in self._machine.outputs:
            raise OSError(-9988, "Stream not open")

    def close(self) -> None:
        self.is_stopped = True


class FakePyAudio:
    """One life of PortAudio: knows the devices of the moment it was started."""

    def __init__(self, machine: "FakeWindows") -> None:
        assert machine.alive == 0, "the devices would be those of an earlier moment"
        machine.alive += 1
        self._machine = machine
        self._outputs = dict(machine.outputs)

    def terminate(self) -> None:
        self._machine.alive -= 1

    def get_default_wasapi_loopback(self) -> dict[str, Any]:
        if self._machine.default not in self._outputs:
            raise LookupError("No analogue is found")
        return self._info(self._machine.default)

    def get_loopback_device_info_generator(self) -> Iterator[dict[str, Any]]:
        for name in self._outputs:
            yield self._info(name)

    def _info(self, name: str) -> dict[str, Any]:
        rate, channels = self._outputs[name]
        return {
            "index": list(self._outputs).index(name),
            "name": f"{name} [Loopback]",
            "defaultSampleRate": float(rate),
            "maxInputChannels": channels,
            "isLoopbackDevice": True,
        }

    def open(self, **asked: Any) -> FakeStream:
        name = list(self._outputs)[asked["input_device_index"]]
        rate, channels = self._outputs[name]
        if (asked["rate"], asked["channels"]) != (rate, channels):
            raise OSError(-9997, "Invalid sample rate")
        if name in self._machine.taken or name not in self._machine.outputs:
            raise OSError(-9996, "Invalid device")  # as misleading as the real thing
        assert asked["format"] == 8
        assert asked["input"] is True
        stream = FakeStream(self._machine, name, asked["stream_callback"])
        self._machine.streams.append(stream)
        return stream


class FakeWindows:
    """A computer with outputs of various formats."""

    def __init__(self) -> None:
        self.outputs = {"Speakers (Realtek)": (48_000, 2), "Headset (Jabra Evolve2)": (44_100, 2)}
        self.default = "Headset (Jabra Evolve2)"
        self.taken: set[str] = set()
        self.streams: list[FakeStream] = []
        self.alive = 0

    def pyaudio(self) -> FakePyAudio:
        return FakePyAudio(self)


@pytest.fixture
def machine() -> FakeWindows:
    return FakeWindows()


def loopback(machine: FakeWindows) -> WasapiLoopback:
    return WasapiLoopback(machine.pyaudio, lambda: 5)


def test_outputs_are_listed_without_their_suffix_the_usual_one_first(machine: FakeWindows) -> None:
    assert loopback(machine).outputs() == ("Headset (Jabra Evolve2)", "Speakers (Realtek)")
    assert machine.alive == 0


def test_it_opens_at_the_outputs_own_rate_and_channels(machine: FakeWindows) -> None:
    pushed: list[tuple[bytes, int, int]] = []
    stream = loopback(machine).open("", lambda *sound: pushed.append(sound))
    assert (stream.device, stream.rate, stream.channels) == (machine.default, 44_100, 2)
    machine.streams[0].play(441, 7, 2)
    assert pushed == [((7).to_bytes(2, "little") * 882, 441, 5)]
    assert stream.ended is None
    stream.close()
    stream.close()
    assert machine.alive == 0
    assert machine.streams[0].is_stopped


def test_a_name_that_windows_cut_short_will_do(machine: FakeWindows) -> None:
    stream = loopback(machine).open("Headset (Jab", lambda *_: None)
    assert stream.device == "Headset (Jabra Evolve2)"
    stream.close()


def test_misleading_errors_become_a_sentence_and_leave_nothing_open(machine: FakeWindows) -> None:
    machine.taken.add(machine.default)
    with pytest.raises(AudioError, match=r"\(invalid device\); close programs that use it alone"):
        loopback(machine).open("", lambda *_: None)
    with pytest.raises(AudioError, match="The output HDMI is not there"):
        loopback(machine).open("HDMI", lambda *_: None)
    assert machine.alive == 0


def test_a_device_that_is_gone_ends_it_and_is_found_when_it_is_back(machine: FakeWindows) -> None:
    stream = loopback(machine).open("", lambda *_: None)
    headset = machine.outputs.pop("Headset (Jabra Evolve2)")
    assert "is gone" in (stream.ended or "")
    stream.close()
    with pytest.raises(AudioError, match="not there"):
        loopback(machine).open("Headset (Jabra Evolve2)", lambda *_: None)
    machine.outputs["Headset (Jabra Evolve2)"] = headset
    loopback(machine).open("Headset (Jabra Evolve2)", lambda *_: None).close()
    assert machine.alive == 0


def test_silence_of_a_customer_becomes_silence_by_the_clock_and_no_loss(
    machine: FakeWindows,
) -> None:
    clock, heard, microphones = ManualClock(1_000), Heard(), FakeDevices()
    devices = SystemDevices(
        "win32", inputs=Microphones(microphones), far_ends=WasapiLoopback(machine.pyaudio, clock)
    )
    source = LiveSource(opener=devices, clock=clock)
    source.start(heard.sink, heard.trouble)
    microphone = microphones.opened()
    for step in range(1, 51):  # nobody plays anything for ten seconds
        clock.advance(200)
        microphone.send(200, clock())
        if step > 5:
            heard.wait_until_ms(AGENT, 200 * step - 400)
    heard.wait_until_ms(CUSTOMER, 9_000)
    for _ in range(20):
        clock.advance(20)
        machine.streams[0].play(882, 9_000, 2)
        microphone.send(20, clock())
    heard.wait_for(lambda: (heard.samples(CUSTOMER) > 8_000).any())
    source.stop()
    first = int((heard.samples(CUSTOMER) > 8_000).argmax())
    assert abs(first - 10_000 * 16) < 100 * 16
    assert heard.troubles == []


class Microphones:
    """PortAudio's inputs, of the test."""

    def __init__(self, devices: FakeDevices, names: tuple[str, ...] = ("Mic",)) -> None:
        self._devices, self._names = devices, names

    def inputs(self) -> tuple[str, ...]:
        return self._names

    def open(self, device: str, push: Callable[..., None]) -> Any:
        return self._devices(AGENT, device or self._names[0], push)


def test_a_virtual_input_does_where_nothing_else_can_hear(machine: FakeWindows) -> None:
    machine.outputs.clear()
    fakes = FakeDevices()
    inputs = Microphones(fakes, ("Mic", "CABLE Output (VB-Audio)"))
    devices = SystemDevices("win32", inputs=inputs, far_ends=loopback(machine))
    assert devices(CUSTOMER, "", lambda *_: None).device == "CABLE Output (VB-Audio)"
    chosen = devices(CUSTOMER, "Mic", lambda *_: None)  # an input that someone says is the line
    assert chosen.device == "Mic"


class Waves:
    def __init__(self, names: list[str], usual: int | None) -> None:
        self._names, self._usual = names, usual

    def names(self) -> list[str]:
        return self._names

    def usual(self) -> int | None:
        return self._usual


def test_the_watch_knows_the_usual_devices_by_their_whole_names() -> None:
    known = ("Headset Microphone (Jabra Evolve2 65)", "Speakers (Realtek)")
    watch = WindowsWatch(known, Waves([known[0][:31]], 0), Waves(["HDMI", "Speakers (Realtek)"], 1))
    outlook = watch.look()
    assert outlook is not None
    assert outlook.usual == {AGENT: known[0], CUSTOMER: "Speakers (Realtek)"}
    assert set(outlook.names) == {known[0], "HDMI", "Speakers (Realtek)"}
    none = WindowsWatch((), Waves([], None), Waves(["HDMI"], 7)).look()
    assert none is not None
    assert none.usual == {AGENT: "", CUSTOMER: ""}
