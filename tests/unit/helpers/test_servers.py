"""The private display and the private sound server that other tests stand on."""

import wave
from pathlib import Path

import pytest

from tests.helpers.pulse import HEADSET, HEADSET_MIC, HEADSET_MONITOR, PulseServer
from tests.helpers.xvfb import Display


@pytest.mark.x11
def test_display_has_a_window_manager_and_its_own_number(x11_display: Display) -> None:
    window = x11_display.run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK").split()[-1]
    assert "Openbox" in x11_display.run("xprop", "-id", window, "_NET_WM_NAME")
    assert "1366x768" in x11_display.run("xdpyinfo").replace(" ", "")


@pytest.mark.pulse
def test_server_has_headset_and_microphone(pulse: PulseServer) -> None:
    sources = pulse.pactl("list", "short", "sources")
    assert HEADSET_MIC in sources
    assert HEADSET_MONITOR in sources
    assert pulse.pactl("get-default-sink").strip() == HEADSET


@pytest.mark.pulse
def test_what_is_played_takes_its_real_time(pulse: PulseServer, tmp_path: Path) -> None:
    file = tmp_path / "silence.wav"
    with wave.open(str(file), "wb") as writing:
        writing.setnchannels(1)
        writing.setsampwidth(2)
        writing.setframerate(16_000)
        writing.writeframes(bytes(2 * 8_000))
    assert pulse.play(file, HEADSET).wait(30) == 0


@pytest.mark.pulse
def test_a_sink_can_be_unplugged_and_the_server_restarted(pulse: PulseServer) -> None:
    module = pulse.add_sink("second")
    assert "second.monitor" in pulse.pactl("list", "short", "sources")
    pulse.remove(module)
    pulse.remove(pulse.module_of(HEADSET))
    assert HEADSET_MONITOR not in pulse.pactl("list", "short", "sources")
    pulse.stop()
    pulse.start()
    assert HEADSET_MONITOR in pulse.pactl("list", "short", "sources")
