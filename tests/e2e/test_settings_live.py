"""A setting changed in a terminal while a call runs: the other device is heard at once."""

import threading

import pytest

from assist import app
from assist.core.commands import EndCall, StartCall
from assist.core.events import AudioLost, CallStarted, WrapUp
from assist.core.interfaces import EngineLink
from assist.core.notices import CallSaved, SettingsChanged, StatusReport
from tests.helpers.app import run_assist
from tests.helpers.pulse import AGENT_VOICE, HEADSET_MIC, HEADSET_MONITOR, PulseServer

pytestmark = [pytest.mark.e2e, pytest.mark.vosk, pytest.mark.pulse, pytest.mark.timeout(600)]

GENEROUS = 600
"""Looks of a second at most."""


def _wait(link: EngineLink, kind: type[object]) -> object:
    for _ in range(GENEROUS):
        message = link.receive(1.0)
        if isinstance(message, kind):
            return message
    raise TimeoutError(kind.__name__)


def _captured(pulse: PulseServer) -> set[str]:
    """The sources that are being recorded from."""
    names = {}
    for line in pulse.pactl("list", "short", "sources").splitlines():
        number, name, *_ = line.split("\t")
        names[number] = name
    streams = pulse.pactl("list", "short", "source-outputs").splitlines()
    recorded = {names[line.split("\t")[1]] for line in streams if line}
    return recorded - {f"{AGENT_VOICE}.monitor"}  # the server's own way to the microphone


def test_another_device_is_heard_in_the_running_call_and_the_gap_is_journaled(
    pulse: PulseServer,
) -> None:
    app.change_setting("agent_device", HEADSET_MIC)
    app.change_setting("customer_device", HEADSET_MONITOR)
    pulse.add_sink("speakers")
    look = threading.Event()
    with app.connect() as link:
        link.send(StartCall(source="live"))
        _wait(link, CallStarted)
        assert _captured(pulse) == {HEADSET_MIC, HEADSET_MONITOR}
        done = run_assist("settings", "set", "customer_device", "speakers.monitor")
        assert done.returncode == 0, done.stderr
        assert "in force at once" in done.stdout
        _wait(link, SettingsChanged)
        for _ in range(GENEROUS):
            if _captured(pulse) == {HEADSET_MIC, "speakers.monitor"}:
                break
            look.wait(0.1)
        assert _captured(pulse) == {HEADSET_MIC, "speakers.monitor"}
        undone = run_assist("settings", "undo")
        assert undone.returncode == 0, undone.stderr
        for _ in range(GENEROUS):
            if _captured(pulse) == {HEADSET_MIC, HEADSET_MONITOR}:
                break
            look.wait(0.1)
        assert _captured(pulse) == {HEADSET_MIC, HEADSET_MONITOR}
        assert isinstance(_wait(link, AudioLost), AudioLost)
        link.send(EndCall())
        _wait(link, WrapUp)
        _wait(link, CallSaved)


def test_a_change_to_private_mode_is_told_by_the_engine(pulse: PulseServer) -> None:
    with app.connect() as link:
        done = run_assist("settings", "set", "private_mode", "yes")
        assert "in force at once" in done.stdout, done.stderr
        for _ in range(GENEROUS):
            status = _wait(link, StatusReport)
            assert isinstance(status, StatusReport)
            if status.is_private:
                break
        else:
            pytest.fail("no status tells of it")
