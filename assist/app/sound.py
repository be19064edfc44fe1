"""Where a call's sound comes from: devices, the demo call, recordings."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from assist import paths
from assist.app.chosen import load_settings
from assist.core.interfaces import AudioSource

if TYPE_CHECKING:
    from assist.audio.files import FileRecording
    from assist.core.commands import StartCall

DEMO_CALL = "call.flac"


def open_recording(files: Sequence[Path], *, agent_channel: int = 0) -> "FileRecording":
    from assist.audio.files import open_recording as open_files

    return open_files(files, agent_channel=agent_channel)


def open_source(start: "StartCall", start_ms: int = 0) -> AudioSource:
    """The sound a call asks for: the devices of the settings, the demo call or a recording.

    A played call begins `start_ms` into its recording (a restarted engine goes on with it).
    """
    if start.source == "live":
        from assist.audio.live import LiveSource

        chosen = load_settings()
        return LiveSource(chosen.agent_device, chosen.customer_device)
    from assist.audio.playback import RecordingSource
    from assist.session.resume import RecordingFrom

    demo = paths.resources_dir() / "demo" / DEMO_CALL
    recording = open_recording([demo if start.source == "demo" else Path(start.source)])
    return RecordingSource(
        RecordingFrom(recording, start_ms) if start_ms else recording, speed=start.speed
    )


def describe_devices() -> str:
    """The devices a call would use, in words. Raises AudioError with what to do."""
    from assist.audio.devices import chosen_devices

    chosen = load_settings()
    agent, customer = chosen_devices(chosen.agent_device, chosen.customer_device)
    return f"agent on {agent}, customer on {customer}"
