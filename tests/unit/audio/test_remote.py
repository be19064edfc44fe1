"""A desktop that is used from afar is known by its variables, its programs or its devices."""

import pytest

from assist.audio.errors import AudioError
from assist.audio.remote import kinds_of, remote_session


@pytest.mark.parametrize(
    ("variables", "kind"),
    [
        ({"XRDP_SESSION": "1"}, "xrdp"),
        ({"SESSIONNAME": "RDP-Tcp#3"}, "Windows Remote Desktop"),
        ({"SESSIONNAME": "ICA-CGP#0"}, "Citrix"),
        ({"VNCDESKTOP": "host:1"}, "VNC"),
        ({"SSH_CONNECTION": "10.0.0.1 22", "DISPLAY": "localhost:10.0"}, "ssh -X"),
    ],
)
def test_variables_of_the_session_tell(variables: dict[str, str], kind: str) -> None:
    assert kinds_of(variables, (), ()) == (kind,)


@pytest.mark.parametrize(
    ("program", "device", "kind"),
    [
        ("xrdp-chansrv", "", "xrdp"),
        ("ctxaudio", "", "Citrix"),
        ("", "xrdp-sink.monitor Monitor of xrdp sink", "xrdp"),
        ("", "Microphone (Citrix HDX Audio)", "Citrix"),
        ("", "Remote Audio", "Windows Remote Desktop"),
    ],
)
def test_programs_and_sound_devices_tell(program: str, device: str, kind: str) -> None:
    assert kinds_of({}, (program,), (device,)) == (kind,)


def test_a_desktop_used_where_it_stands_is_none() -> None:
    local = {"DISPLAY": ":0", "SESSIONNAME": "Console", "SSH_CONNECTION": "10.0.0.1 22"}
    devices = ("alsa_output.usb-Jabra.analog-stereo Jabra", "Headset Microphone")
    # Their clients: the far end of the session is elsewhere.
    assert kinds_of(local, ("bash", "wfica", "remmina", "xfreerdp"), devices) == ()


def test_one_sentence_says_what_it_is_and_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_server() -> None:
        raise AudioError("No sound server.")

    monkeypatch.setattr("assist.audio.server.sources", no_server)
    monkeypatch.setenv("XRDP_SESSION", "1")
    said = remote_session()
    assert "(xrdp" in said
    assert "run Call Assist on the computer that the headset is plugged into" in said
