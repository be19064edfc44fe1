"""What headsets and computers do in the middle of a call, on a real sound server."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile

from assist.audio.live import LiveSource
from assist.core.audio import SideTrouble
from assist.core.words import Party
from tests.helpers.audio import Heard
from tests.helpers.pulse import AGENT_VOICE, HEADSET, HEADSET_MIC, HEADSET_MONITOR, PulseServer
from tests.helpers.sounds import likeness, spoken, voiced

pytestmark = [pytest.mark.e2e, pytest.mark.pulse, pytest.mark.timeout(180)]

AGENT, CUSTOMER = Party.AGENT, Party.CUSTOMER
SAID = {
    AGENT: ("thank you for calling, how can I help you today", "en-us+f3"),
    CUSTOMER: ("I have called three times about my refund", "en-gb"),
}
BLUETOOTH = "bluez_sink.00_1A_7D_DA_71_13"


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def usual(pulse: PulseServer, heard: Heard) -> Iterator[LiveSource]:
    """Both sides on the usual devices, as without settings."""
    source = LiveSource()
    source.start(heard.sink, heard.trouble)
    yield source
    source.stop()


TRIES = 4
"""On a busy computer the player stutters; what is played again may come through whole."""


def is_heard_well(
    pulse: PulseServer, folder: Path, heard: Heard, party: Party, sink: str, limit: float = 0.9
) -> bool:
    """Whether what the party says into a sink is heard on its own side, and on no other."""
    sound = spoken(*SAID[party])
    file = folder / f"{party}.wav"
    soundfile.write(file, sound, 16_000, subtype="PCM_16")
    for _ in range(TRIES):
        assert pulse.play(file, sink).wait(60) == 0
        if likeness(heard.samples(party), voiced(sound)) > limit:
            return likeness(heard.samples(party.other), voiced(sound)) < 0.4
    return False


def of(heard: Heard, party: Party) -> list[SideTrouble]:
    return [trouble for trouble in heard.troubles if trouble.party is party]


def test_a_changed_default_is_followed_and_said(
    pulse: PulseServer, usual: LiveSource, heard: Heard, tmp_path: Path
) -> None:
    heard.wait_until_ms(CUSTOMER, 500)
    pulse.add_sink("speakers", "Speakers")
    pulse.pactl("set-default-sink", "speakers")
    heard.wait_for(lambda: [trouble for trouble in of(heard, CUSTOMER) if trouble.lost_ms])
    assert is_heard_well(pulse, tmp_path, heard, CUSTOMER, "speakers")
    usual.stop()
    assert "is heard on Speakers now." in of(heard, CUSTOMER)[0].reason
    assert of(heard, AGENT) == []


def test_a_device_that_another_program_takes_is_lost_and_comes_back(
    pulse: PulseServer, usual: LiveSource, heard: Heard, tmp_path: Path
) -> None:
    if "PipeWire" in pulse.pactl("info"):
        pytest.skip("PipeWire's own programs share every device and cannot be made to take one")
    heard.wait_until_ms(AGENT, 500)
    pulse.pactl("suspend-source", HEADSET_MIC, "1")
    heard.wait_for(lambda: of(heard, AGENT))
    assert (of(heard, AGENT)[0].is_heard, HEADSET_MIC in of(heard, AGENT)[0].reason) == (
        False,
        True,
    )
    pulse.pactl("suspend-source", HEADSET_MIC, "0")
    heard.wait_for(lambda: [trouble for trouble in of(heard, AGENT) if trouble.lost_ms])
    assert is_heard_well(pulse, tmp_path, heard, AGENT, AGENT_VOICE)
    usual.stop()
    assert of(heard, CUSTOMER) == []


def test_a_bluetooth_headset_that_changes_its_profile_is_found_under_its_new_name(
    pulse: PulseServer, heard: Heard, tmp_path: Path
) -> None:
    music = pulse.add_sink(f"{BLUETOOTH}.a2dp_sink")
    source = LiveSource(HEADSET_MIC, f"{BLUETOOTH}.a2dp_sink")
    source.start(heard.sink, heard.trouble)
    heard.wait_until_ms(CUSTOMER, 500)
    pulse.remove(music)
    heard.wait_for(lambda: of(heard, CUSTOMER))
    phone = f"{BLUETOOTH}.handsfree_head_unit"
    pulse.pactl(
        "load-module", "module-null-sink", f"sink_name={phone}", "rate=16000", "norewinds=1"
    )
    heard.wait_for(lambda: [trouble for trouble in of(heard, CUSTOMER) if trouble.lost_ms])
    assert is_heard_well(pulse, tmp_path, heard, CUSTOMER, phone)
    source.stop()


def test_devices_of_any_rate_are_heard(pulse: PulseServer, heard: Heard, tmp_path: Path) -> None:
    """The customer at 8 kHz, the agent at 44.1 kHz; the headset of all other tests has 48 kHz."""
    for sink, rate in (("phone", 8_000), ("desk", 44_100)):
        pulse.add_sink(sink, sink, f"rate={rate}", "channels=1")
    microphone = ("source_name=desk_mic", "master=desk.monitor")
    pulse.pactl("load-module", "module-remap-source", *microphone)
    rates = pulse.pactl("list", "short", "sources")
    assert "1ch 8000Hz" in rates
    assert "1ch 44100Hz" in rates
    source = LiveSource("desk_mic", "phone")
    source.start(heard.sink, heard.trouble)
    for party in Party:
        heard.wait_until_ms(party, 300)
    # What lies above 4 kHz is not there at 8 kHz.
    assert is_heard_well(pulse, tmp_path, heard, CUSTOMER, "phone", 0.8)
    assert is_heard_well(pulse, tmp_path, heard, AGENT, "desk", 0.9)
    source.stop()
    assert heard.troubles == []


def test_a_muted_device_is_said_until_it_is_turned_up(
    pulse: PulseServer, usual: LiveSource, heard: Heard
) -> None:
    devices = (("source", HEADSET_MIC), ("sink", HEADSET))
    for kind, device in devices:
        pulse.pactl(f"set-{kind}-mute", device, "1")
    heard.wait_for(lambda: all(of(heard, party) for party in Party))
    for kind, device in devices:
        pulse.pactl(f"set-{kind}-mute", device, "0")
    heard.wait_for(lambda: all(len(of(heard, party)) == 2 for party in Party))
    for party in Party:
        told, well = of(heard, party)
        assert (told.is_heard, well.is_heard) == (False, True)
        assert "is muted in the sound settings" in told.reason


def test_a_softphone_on_another_device_is_said_or_followed(
    pulse: PulseServer, heard: Heard, tmp_path: Path
) -> None:
    """A program that records and plays, on another output than the settings name."""
    pulse.add_sink("speakers", "Speakers")
    silence = tmp_path / "silence.wav"
    soundfile.write(silence, np.zeros(60 * 16_000, np.int16), 16_000)
    program = "--property=application.process.id=4242"
    recorder = subprocess.Popen(
        ["parec", f"--device={HEADSET_MIC}", program],
        env=pulse.environment(),
        stdout=subprocess.DEVNULL,
    )
    player = subprocess.Popen(
        ["paplay", "--device=speakers", program, str(silence)], env=pulse.environment()
    )
    named = LiveSource(HEADSET_MIC, HEADSET_MONITOR)
    followed = Heard()
    usual = LiveSource()
    try:
        named.start(heard.sink, heard.trouble)
        usual.start(followed.sink, followed.trouble)
        heard.wait_for(lambda: of(heard, CUSTOMER))
        followed.wait_for(
            lambda: [trouble for trouble in of(followed, CUSTOMER) if trouble.lost_ms]
        )
    finally:
        for process in (recorder, player):
            process.terminate()
            process.wait(20)
        named.stop()
        usual.stop()
    assert not of(heard, CUSTOMER)[0].is_heard
    assert "The softphone plays to Speakers, not Headset;" in of(heard, CUSTOMER)[0].reason
    assert of(heard, AGENT) == of(followed, AGENT) == []
