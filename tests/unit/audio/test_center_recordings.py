"""What a center's recorder leaves: a file a side, in every coding telephones know, also cut off."""

import os
from pathlib import Path

import numpy as np
import pytest
import soundfile

from assist.audio.files import open_recording
from assist.core.words import Party
from tests.unit.audio.test_files import AGENT_HZ, CUSTOMER_HZ, loudest_hz, sides

RATE = 8_000
CODINGS = [
    ("wav", "WAV", "GSM610"),
    ("wav", "WAV", "ULAW"),
    ("wav", "WAV", "ALAW"),
    ("wav", "WAV", "PCM_16"),
    ("flac", "FLAC", "PCM_16"),
    ("mp3", "MP3", "MPEG_LAYER_III"),
    ("opus", "OGG", "OPUS"),
]


def pair(folder: Path, coding: tuple[str, str, str], seconds: float) -> list[Path]:
    """A tone a side, the agent's first."""
    ending, kind, subtype = coding
    time = np.arange(round(seconds * RATE)) / RATE
    files = []
    for name, hertz in (("agent", AGENT_HZ), ("customer", CUSTOMER_HZ)):
        files.append(folder / f"call-{name}.{ending}")
        # Not quite steady: what does not change at all is coded in next to nothing.
        noise = np.random.default_rng(1).normal(0, 0.02, len(time))
        wave = 0.25 * np.sin(2 * np.pi * hertz * time) + noise
        soundfile.write(files[-1], wave, RATE, format=kind, subtype=subtype)
    return files


@pytest.mark.parametrize("coding", CODINGS, ids=lambda coding: f"{coding[0]}-{coding[2]}")
def test_a_pair_of_every_coding_gives_both_sides(
    tmp_path: Path, coding: tuple[str, str, str]
) -> None:
    recording = open_recording(pair(tmp_path, coding, 1.0))
    heard = sides(recording)
    assert abs(recording.duration_ms - 1000) <= 60  # lossy codecs pad
    assert recording.warnings == []
    assert abs(loudest_hz(heard[Party.AGENT]) - AGENT_HZ) < 3
    assert abs(loudest_hz(heard[Party.CUSTOMER]) - CUSTOMER_HZ) < 3


@pytest.mark.parametrize("coding", CODINGS, ids=lambda coding: f"{coding[0]}-{coding[2]}")
def test_a_side_that_was_cut_off_is_heard_to_there_and_said(
    tmp_path: Path, coding: tuple[str, str, str]
) -> None:
    agent, customer = pair(tmp_path, coding, 4.0)
    os.truncate(customer, customer.stat().st_size // 2)
    recording = open_recording([agent, customer])
    heard = sides(recording)
    loud = {party: np.abs(samples.astype(float)) > 2_000 for party, samples in heard.items()}
    assert 3.8 <= np.flatnonzero(loud[Party.AGENT])[-1] / 16_000 <= 4.1
    assert 0.9 <= np.flatnonzero(loud[Party.CUSTOMER])[-1] / 16_000 <= 2.6
    assert len(recording.warnings) == 1
    assert "call-customer" in recording.warnings[0]
    assert recording.warnings[0].endswith(".")
