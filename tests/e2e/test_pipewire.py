"""The same capture on PipeWire, where its programs are installed."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import soundfile

from assist.audio import AudioError
from assist.audio.live import LiveSource
from assist.audio.pulse import PulseStream
from assist.core.words import Party
from tests.helpers.audio import Heard
from tests.helpers.pipewire import PROGRAMS, PipeWireServer
from tests.helpers.pulse import AGENT_VOICE, HEADSET, HEADSET_MIC, HEADSET_MONITOR
from tests.helpers.sounds import likeness, spoken, voiced

pytestmark = [pytest.mark.e2e, pytest.mark.pulse, pytest.mark.timeout(300)]

AGENT, CUSTOMER = Party.AGENT, Party.CUSTOMER
TRIES = 4
"""On a busy computer the player stutters; what is played again may come through whole."""


@pytest.fixture
def pipewire(monkeypatch: pytest.MonkeyPatch) -> Iterator[PipeWireServer]:
    programs = (*PROGRAMS, "pactl", "paplay")
    if missing := [name for name in programs if shutil.which(name) is None]:
        pytest.skip(f"needs {', '.join(missing)}")
    with tempfile.TemporaryDirectory(prefix="pw-") as folder:
        server = PipeWireServer(Path(folder))
        try:
            server.start()
            for name, value in server.variables.items():
                monkeypatch.setenv(name, value)
            yield server
        finally:
            server.stop()


def test_each_side_is_heard_by_name_and_a_device_that_goes_is_not_replaced(
    pipewire: PipeWireServer, tmp_path: Path
) -> None:
    voices = {
        AGENT: (AGENT_VOICE, spoken("thank you for calling how can I help you", "en-us+f3")),
        CUSTOMER: (HEADSET, spoken("I have called three times about my refund", "en-gb")),
    }
    heard = Heard()
    source = LiveSource(HEADSET_MIC, HEADSET_MONITOR)
    source.start(heard.sink, heard.trouble)
    try:
        for party, (sink, sound) in voices.items():
            file = tmp_path / f"{party}.wav"
            soundfile.write(file, sound, 16_000, subtype="PCM_16")
            for _ in range(TRIES):
                assert pipewire.play(file, sink).wait(60) == 0
                if likeness(heard.samples(party), voiced(sound)) > 0.9:
                    break
            else:
                raise AssertionError(f"{party} is not heard")
            assert likeness(heard.samples(party.other), voiced(sound)) < 0.4
        assert heard.troubles == []
        pipewire.remove(pipewire.module_of(HEADSET))
        lost = heard.wait_for(lambda: heard.troubles)[0]
        assert (lost.party, lost.is_heard) == (CUSTOMER, False)
    finally:
        source.stop()


def test_a_name_that_is_not_there_is_refused_though_the_server_opens_another(
    pipewire: PipeWireServer,
) -> None:
    with pytest.raises(AudioError, match=r"nobody\.monitor is not there"):
        PulseStream("nobody.monitor", lambda *_: None)
