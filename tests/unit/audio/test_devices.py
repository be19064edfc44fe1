"""Devices are listed by the names that open them; a missing one says what to do."""

import io
import os
import threading
from collections.abc import Mapping
from pathlib import Path

import pytest
import soundfile
from rich.console import Console

from assist import paths
from assist.audio import AudioError
from assist.audio.devices import Device, LevelMeter, chosen_devices, list_devices
from assist.audio.loopback import find_far_end
from assist.audio.server import ServerSource, sources
from assist.audio.system import SystemDevices, find_microphone
from assist.cli.devices import _listing
from assist.core.words import Party
from tests.helpers.app import run_assist
from tests.helpers.audio import FakeDevices
from tests.helpers.pulse import AGENT_VOICE, HEADSET, HEADSET_MIC, HEADSET_MONITOR, PulseServer
from tests.helpers.speech import speak


def source(name: str, *, is_monitor: bool = False, is_default: bool = False) -> ServerSource:
    return ServerSource(
        name=name, description=f"A {name}", is_monitor=is_monitor, is_default=is_default
    )


SOURCES = (
    source("usb.mic", is_default=True),
    source("usb.out.monitor", is_monitor=True, is_default=True),
    source("laptop.mic"),
    source("laptop.out.monitor", is_monitor=True),
)


@pytest.mark.parametrize(
    ("device", "found"),
    [
        ("", "usb.mic"),
        ("laptop.mic", "laptop.mic"),
        ("A laptop.mic", "laptop.mic"),
    ],
)
def test_a_microphone_is_found_by_name_or_description(device: str, found: str) -> None:
    assert find_microphone(SOURCES, device).name == found


@pytest.mark.parametrize(
    ("device", "found"),
    [
        ("", "usb.out.monitor"),
        ("laptop.out.monitor", "laptop.out.monitor"),
        ("laptop.out", "laptop.out.monitor"),
        ("A laptop.out.monitor", "laptop.out.monitor"),
        ("laptop.mic", "laptop.mic"),  # a cable from the telephone, if someone says so
    ],
)
def test_the_far_end_is_found_by_output_monitor_or_description(device: str, found: str) -> None:
    assert find_far_end(SOURCES, device).name == found


def test_a_name_that_is_not_there_is_never_replaced_by_another_device() -> None:
    with pytest.raises(AudioError, match=r"gone\.mic is not there"):
        find_microphone(SOURCES, "gone.mic")
    with pytest.raises(AudioError, match=r"gone\.out is not there"):
        find_far_end(SOURCES, "gone.out")


def test_what_the_agent_hears_is_never_taken_for_the_microphone() -> None:
    monitors = [found for found in SOURCES if found.is_monitor]
    with pytest.raises(AudioError, match="plug in the headset"):
        find_microphone(monitors, "")
    with pytest.raises(AudioError, match="plug in the headset"):
        find_far_end([found for found in SOURCES if not found.is_monitor], "")


@pytest.mark.parametrize(
    ("system", "part"), [("win32", "Stereo Mix"), ("darwin", "BlackHole"), ("plan9", "plan9")]
)
def test_a_system_without_a_far_end_says_what_to_set(system: str, part: str) -> None:
    with pytest.raises(AudioError, match=part) as error:
        SystemDevices(system)(Party.CUSTOMER, "", lambda *_: None)
    assert "customer_device" in str(error.value)
    with pytest.raises(AudioError, match=part):
        chosen_devices("", "", system=system)


def test_without_a_sound_server_or_devices_one_sentence_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/none")
    for ask in (
        list_devices,
        sources,
        lambda: chosen_devices("", ""),
        lambda: SystemDevices()(Party.AGENT, "", lambda *_: None),
        lambda: SystemDevices()(Party.CUSTOMER, "x", lambda *_: None),
    ):
        with pytest.raises(AudioError, match=r"sound server|microphone|device") as error:
            ask()
        assert str(error.value).endswith(".")


def device(name: str, party: Party = Party.AGENT, *, is_chosen: bool = False) -> Device:
    return Device(name=name, description=f"The {name}", party=party, is_chosen=is_chosen)


def test_levels_are_peaks_since_the_last_look() -> None:
    devices, opener = [device("loud"), device("gone"), device("off")], FakeDevices()
    opener.absent.add("gone")
    with LevelMeter(devices, opener=opener) as meter:
        loud, off = opener.opened(), opener.opened()
        loud.send(20, 1, 16_384)
        loud.send(20, 1, 100)
        off.send(20, 1, 0)
        peaks = meter.peaks()
        assert peaks == {devices[0]: -6, devices[2]: -96}
        loud.send(20, 1, -32_768)
        assert meter.peaks()[devices[0]] == 0
        assert list(meter.troubles.values()) == ["gone is not there; plug it in."]
    assert loud.is_closed
    assert off.is_closed


def test_a_listing_gives_whole_names_marks_and_levels() -> None:
    long_name = "alsa_output.usb-" + "x" * 100 + ".monitor"
    listed = (
        device("mic[b]", is_chosen=True),
        device("broken"),
        device(long_name, Party.CUSTOMER),
    )
    shown = io.StringIO()
    console = Console(width=60, file=shown)
    troubles = {listed[1]: "It is broken; mend it."}
    console.print(_listing(listed, {listed[0]: -30}, troubles), soft_wrap=True)
    text = shown.getvalue()
    assert "→ mic[b]\n" in text
    assert f"  {long_name}\n" in text
    assert "██████████░░░░░░░░░░ -30 dBFS" in text
    assert "It is broken; mend it." in text


@pytest.mark.pulse
def test_the_server_s_devices_are_listed_for_the_side_they_serve(pulse: PulseServer) -> None:
    agent, *customers = list_devices()
    assert (agent.name, agent.party, agent.is_chosen) == (HEADSET_MIC, Party.AGENT, True)
    assert {found.name for found in customers} == {HEADSET_MONITOR, f"{AGENT_VOICE}.monitor"}
    assert {found.name for found in customers if found.is_chosen} == {HEADSET_MONITOR}
    assert all(found.party is Party.CUSTOMER for found in customers)
    chosen = list_devices("", AGENT_VOICE)
    assert [found.name for found in chosen if found.is_chosen] == [
        HEADSET_MIC,
        f"{AGENT_VOICE}.monitor",
    ]
    assert chosen_devices("", HEADSET) == (HEADSET_MIC, HEADSET_MONITOR)
    with pytest.raises(AudioError, match="nowhere"):
        chosen_devices("nowhere", "")
    pulse.add_sink("speakers")
    assert "speakers.monitor" in {found.name for found in list_devices()}


@pytest.mark.pulse
def test_a_device_known_to_alsa_alone_is_opened_with_portaudio(pulse: PulseServer) -> None:
    pushed = threading.Event()
    frames: list[int] = []

    def push(samples: bytes, count: int, _stamp_ns: int) -> None:
        frames.append(count if len(samples) == 2 * count else -1)
        if len(frames) > 10:
            pushed.set()

    stream = SystemDevices()(Party.AGENT, "pulse", push)
    try:
        assert pushed.wait(20)
        assert stream.ended is None
        assert min(frames) > 0
        assert stream.rate in (44_100, 48_000)
    finally:
        stream.close()
    stream.close()
    assert pulse.pactl("list", "short", "source-outputs").count("\n") == 1  # the server's own


@pytest.mark.pulse
def test_levels_show_which_device_hears_the_voice(pulse: PulseServer, tmp_path: Path) -> None:
    soundfile.write(tmp_path / "voice.wav", speak("can anybody hear me now"), 16_000)
    listed = list_devices()
    with LevelMeter(listed) as meter:
        assert pulse.play(tmp_path / "voice.wav", HEADSET).wait(30) == 0
        peaks = {found.name: peak for found, peak in meter.peaks().items()}
    assert meter.troubles == {}
    assert peaks[HEADSET_MONITOR] > -20
    assert peaks[HEADSET_MIC] == peaks[f"{AGENT_VOICE}.monitor"] == -96


def assist_devices(*arguments: str, environment: Mapping[str, str]) -> tuple[int, str, str]:
    ended = run_assist("devices", *arguments, environment=environment)
    return ended.returncode, ended.stdout, ended.stderr


@pytest.mark.pulse
def test_the_command_lists_devices_and_what_the_settings_miss(pulse: PulseServer) -> None:
    paths.config_dir().mkdir(parents=True)
    paths.settings_file().write_text('agent_device = "lost.mic"\n')
    status, out, err = assist_devices(environment=pulse.environment())
    assert (status, err) == (0, "")
    assert f"→ {HEADSET_MONITOR}\n" in out
    assert f"  {HEADSET_MIC}\n" in out
    assert "'lost.mic' of the settings for the agent is not there" in out
    status, out, err = assist_devices("--levels", "0.3", environment=pulse.environment())
    assert (status, err) == (0, "")
    assert out.count(" silent\n") == 3


def test_the_command_says_in_one_sentence_what_is_wrong(tmp_path: Path) -> None:
    environment = {**os.environ, "PULSE_SERVER": f"unix:{tmp_path}/none"}
    status, out, err = assist_devices(environment=environment)
    assert (status, out) == (1, "")
    assert err.startswith("assist: ")
    assert err.count("\n") == 1
    status, _out, err = assist_devices("--levels", "soon", environment=environment)
    assert status == 2
    assert "'soon' is not a number of seconds" in err
