"""Live capture through a real sound server: each voice on its own side, whatever is unplugged."""

import gc
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import psutil
import pytest
import soundfile

from assist.audio import AudioError
from assist.audio.live import LiveSource
from assist.audio.pulse import PulseStream
from assist.core.words import Party
from tests.helpers.audio import Heard, rms
from tests.helpers.pulse import AGENT_VOICE, HEADSET, HEADSET_MIC, HEADSET_MONITOR, PulseServer
from tests.helpers.sounds import Samples, likeness, matches, voiced
from tests.helpers.speech import speak

pytestmark = [pytest.mark.e2e, pytest.mark.pulse, pytest.mark.timeout(180)]

AGENT, CUSTOMER = Party.AGENT, Party.CUSTOMER
SINKS = {AGENT: AGENT_VOICE, CUSTOMER: HEADSET}
SAID = {
    AGENT: ("thank you for calling, how can I help you", "en-us+f3"),
    CUSTOMER: ("nobody calls me back about my refund", "en-gb"),
}


@pytest.fixture
def voices(tmp_path: Path) -> dict[Party, Path]:
    """What each party says, as files."""
    files = {}
    for party, (text, voice) in SAID.items():
        files[party] = tmp_path / f"{party}.wav"
        soundfile.write(files[party], speak(text, voice), 16_000, subtype="PCM_16")
    return files


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def live(pulse: PulseServer, heard: Heard) -> Iterator[LiveSource]:
    """Both sides of the headset, captured by name."""
    source = LiveSource(HEADSET_MIC, HEADSET_MONITOR)
    source.start(heard.sink, heard.trouble)
    yield source
    source.stop()


def say(pulse: PulseServer, voices: dict[Party, Path], *parties: Party) -> None:
    """Play the parties' voices at once, to their end."""
    players = [pulse.play(voices[party], SINKS[party]) for party in parties]
    assert [player.wait(60) for player in players] == [0] * len(players)


TRIES = 4
"""On a busy computer the player stutters; what is played again may come through whole."""


def plays_until_whole(
    pulse: PulseServer, voices: dict[Party, Path], heard: Heard, *parties: Party
) -> int:
    """How often the voices had to be played until each was heard whole on its own side."""
    for count in range(1, TRIES + 1):
        say(pulse, voices, *parties)
        if all(likeness(heard.samples(party), said_by(party)) > 0.95 for party in parties):
            return count
    raise AssertionError([likeness(heard.samples(party), said_by(party)) for party in parties])


def said_by(party: Party) -> Samples:
    """The voice without the silence around it."""
    return voiced(speak(*SAID[party]))


def test_each_voice_arrives_whole_on_its_own_side(
    pulse: PulseServer, live: LiveSource, heard: Heard, voices: dict[Party, Path]
) -> None:
    count = plays_until_whole(pulse, voices, heard, AGENT, CUSTOMER)
    live.stop()
    for party in Party:
        captured = heard.samples(party)
        assert likeness(captured, said_by(party.other)) < 0.4
        share = count * len(said_by(party)) / len(captured)
        assert rms(captured) == pytest.approx(rms(said_by(party)) * np.sqrt(share), rel=0.2)
    assert heard.troubles == []


def test_call_time_is_the_same_on_both_sides(
    pulse: PulseServer, live: LiveSource, heard: Heard, tmp_path: Path
) -> None:
    """One sound played to both devices at once stands at one call time."""
    slaves = f"slaves={HEADSET},{AGENT_VOICE}"
    pulse.pactl("load-module", "module-combine-sink", "sink_name=both", slaves)
    # On a busy computer the player stutters: then other words are tried, which match nowhere else.
    for text in ("one two three four", "green grass and blue water", "send it by mail", "what now"):
        sound = voiced(speak(text, "en-gb"))
        soundfile.write(tmp_path / "both.wav", sound, 16_000, subtype="PCM_16")
        assert pulse.play(tmp_path / "both.wav", "both").wait(60) == 0
        found = [matches(heard.samples(party), sound[:16_000]) for party in Party]
        if all(alike > 0.5 for alike, _ in found):  # by chance it would be 0.1
            break
    (alike, agent), (alike_too, customer) = found
    assert min(alike, alike_too) > 0.5
    assert abs(agent - customer) < 100 * 16


def test_silence_arrives_as_sound_so_that_time_goes_on(
    pulse: PulseServer, live: LiveSource, heard: Heard
) -> None:
    for party in Party:
        heard.wait_until_ms(party, 2_000)
    assert heard.troubles == []
    assert not heard.samples(CUSTOMER).any()


def test_a_headset_that_is_unplugged_is_told_and_never_replaced_by_the_microphone(
    pulse: PulseServer, live: LiveSource, heard: Heard, voices: dict[Party, Path]
) -> None:
    heard.wait_until_ms(CUSTOMER, 500)
    pulse.remove(pulse.module_of(HEADSET))
    heard.wait_for(lambda: heard.troubles)
    (trouble,) = heard.troubles
    assert (trouble.party, trouble.is_heard) == (CUSTOMER, False)
    assert HEADSET_MONITOR in trouble.reason
    assert trouble.reason.endswith(".")
    plays_until_whole(pulse, voices, heard, AGENT)
    agent_ms = len(heard.samples(AGENT)) // 16
    heard.wait_until_ms(CUSTOMER, agent_ms - 1_000)
    assert not heard.samples(CUSTOMER).any()
    assert [trouble.party for trouble in heard.troubles] == [CUSTOMER]


def test_a_headset_that_is_plugged_in_again_is_heard_again(
    pulse: PulseServer, live: LiveSource, heard: Heard, voices: dict[Party, Path]
) -> None:
    heard.wait_until_ms(CUSTOMER, 500)
    pulse.remove(pulse.module_of(HEADSET))
    heard.wait_for(lambda: heard.troubles)
    pulse.add_sink(HEADSET)
    heard.wait_for(lambda: any(trouble.lost_ms for trouble in heard.troubles))
    plays_until_whole(pulse, voices, heard, CUSTOMER)
    live.stop()
    customer = [trouble for trouble in heard.troubles if trouble.party is CUSTOMER]
    assert [trouble.is_heard for trouble in customer] == [False, True, True]
    assert 100 < sum(trouble.lost_ms for trouble in customer) < 10_000
    assert abs(len(heard.samples(CUSTOMER)) - len(heard.samples(AGENT))) <= 400 * 16


def test_a_sound_server_that_dies_is_outlived_by_both_sides(
    pulse: PulseServer, live: LiveSource, heard: Heard, voices: dict[Party, Path]
) -> None:
    for party in Party:
        heard.wait_until_ms(party, 500)
    pulse.stop()
    heard.wait_for(lambda: {t.party for t in heard.troubles if not t.is_heard} == set(Party))
    pulse.start()
    heard.wait_for(lambda: {t.party for t in heard.troubles if t.lost_ms} == set(Party))
    plays_until_whole(pulse, voices, heard, AGENT, CUSTOMER)
    live.stop()


def test_a_stream_ends_at_once_when_its_source_goes_and_never_moves(pulse: PulseServer) -> None:
    extra = pulse.add_sink("extra")
    pulse.pactl("set-default-source", HEADSET_MIC)
    pushed = threading.Event()
    stream = PulseStream("extra.monitor", lambda *_: pushed.set(), name="looked-for")
    try:
        assert pushed.wait(20)
        assert "looked-for" in pulse.pactl("list", "source-outputs")
        pulse.remove(extra)
        # The server kills it instead of moving it; nothing of ours is left on any source.
        assert "looked-for" not in pulse.pactl("list", "source-outputs")
        assert stream.ended is None or "extra.monitor" in stream.ended
    finally:
        stream.close()
    with pytest.raises(AudioError, match=r"extra\.monitor is not there"):
        PulseStream("extra.monitor", lambda *_: None)


def test_opening_and_closing_leaves_nothing_behind(pulse: PulseServer) -> None:
    process = psutil.Process()
    PulseStream(HEADSET_MIC, lambda *_: None).close()
    before = process.num_fds(), process.num_threads()
    for _ in range(30):
        stream = PulseStream(HEADSET_MIC, lambda *_: None)
        stream.close()
        stream.close()
    assert (process.num_fds(), process.num_threads()) == before


def test_a_stream_that_nobody_refers_to_any_more_does_no_harm(pulse: PulseServer) -> None:
    """What libpulse calls into must outlive every reference of ours."""
    pushes = threading.Semaphore(0)
    kept: list[PulseStream] = []

    def push(_samples: bytes, _frames: int, _stamp_ns: int) -> None:
        pushes.release()

    PulseStream(HEADSET_MIC, push)
    gc.collect()
    for _ in range(20):
        assert pushes.acquire(timeout=20)
    kept += [found for found in gc.get_objects() if isinstance(found, PulseStream)]
    for stream in kept:
        stream.close()


def test_missing_devices_are_said_before_a_call_begins(pulse: PulseServer, heard: Heard) -> None:
    for agent, customer, part in (
        ("no.such.mic", HEADSET_MONITOR, "no.such.mic"),
        (HEADSET_MIC, "no.such.output", "no.such.output"),
    ):
        with pytest.raises(AudioError, match=part):
            LiveSource(agent, customer).start(heard.sink, heard.trouble)
    pulse.stop()
    with pytest.raises(AudioError, match="sound server"):
        LiveSource(HEADSET_MIC, HEADSET_MONITOR).start(heard.sink, heard.trouble)
    assert heard.blocks[AGENT] == []
