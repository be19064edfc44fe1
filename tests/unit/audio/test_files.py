"""Recordings of every common kind are read alike; broken ones say so in one sentence."""

import os
import struct
from itertools import islice
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import soundfile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assist.audio import AudioError
from assist.audio.files import FileRecording, open_recording
from assist.core.words import Party
from tests.helpers.audio import joined, rms

Floats = npt.NDArray[np.float64]

AGENT_HZ, CUSTOMER_HZ = 440, 1000


def tone(hz: float, rate: int, seconds: float = 1.0, level: float = 0.25) -> Floats:
    return level * np.sin(2 * np.pi * hz * np.arange(int(rate * seconds)) / rate)


def stereo(rate: int, seconds: float = 1.0) -> Floats:
    return np.column_stack((tone(AGENT_HZ, rate, seconds), tone(CUSTOMER_HZ, rate, seconds)))


def sides(recording: FileRecording) -> dict[Party, npt.NDArray[np.int16]]:
    pairs = list(recording.blocks())
    return {
        Party.AGENT: joined([pair[0] for pair in pairs]),
        Party.CUSTOMER: joined([pair[1] for pair in pairs]),
    }


def loudest_hz(samples: npt.NDArray[np.int16]) -> float:
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return float(spectrum.argmax()) * 16_000 / len(samples)


def assert_one_sentence(error: AudioError, *parts: str) -> None:
    message = str(error)
    assert all(part in message for part in parts), message
    assert message.endswith(".")
    assert "\n" not in message
    assert ". " not in message


@pytest.mark.parametrize(
    ("name", "kind", "subtype", "rate"),
    [
        ("8bit.wav", "WAV", "PCM_U8", 16_000),
        ("16bit.wav", "WAV", "PCM_16", 44_100),
        ("24bit.wav", "WAV", "PCM_24", 48_000),
        ("32bit.wav", "WAV", "PCM_32", 22_050),
        ("float.wav", "WAV", "FLOAT", 16_000),
        ("double.wav", "WAV", "DOUBLE", 11_025),
        ("mulaw.wav", "WAV", "ULAW", 8_000),
        ("alaw.wav", "WAV", "ALAW", 8_000),
        ("call.flac", "FLAC", "PCM_16", 8_000),
        ("call.ogg", "OGG", "VORBIS", 44_100),
        ("call.opus", "OGG", "OPUS", 48_000),
        ("call.mp3", "MP3", "MPEG_LAYER_III", 44_100),
        ("flac_in_disguise.wav", "FLAC", "PCM_16", 16_000),
    ],
)
def test_every_common_format_gives_both_sides(
    tmp_path: Path, name: str, kind: str, subtype: str, rate: int
) -> None:
    file = tmp_path / name
    soundfile.write(file, stereo(rate), rate, format=kind, subtype=subtype)
    recording = open_recording([file])
    heard = sides(recording)
    assert abs(recording.duration_ms - 1000) <= 60  # lossy codecs pad
    assert recording.warnings == []
    assert abs(loudest_hz(heard[Party.AGENT]) - AGENT_HZ) < 3
    assert abs(loudest_hz(heard[Party.CUSTOMER]) - CUSTOMER_HZ) < 3
    middle = slice(3200, 12_800)
    for samples in heard.values():
        assert rms(samples[middle]) == pytest.approx(0.25 * 32768 / np.sqrt(2), rel=0.15)


def test_sixteen_bit_samples_at_our_rate_come_out_unchanged(tmp_path: Path) -> None:
    written = np.random.default_rng(1).integers(-32768, 32768, (4000, 2)).astype(np.int16)
    soundfile.write(tmp_path / "call.wav", written, 16_000, subtype="PCM_16")
    heard = sides(open_recording([tmp_path / "call.wav"]))
    assert np.array_equal(heard[Party.AGENT][:4000], written[:, 0])
    assert np.array_equal(heard[Party.CUSTOMER][:4000], written[:, 1])


def test_blocks_are_whole_and_numbered_and_can_be_read_again(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "call.wav", stereo(8_000, 1.25), 8_000)
    recording = open_recording([tmp_path / "call.wav"])
    first, second = list(recording.blocks()), list(recording.blocks())
    assert first == second
    assert [pair[0].index for pair in first] == list(range(0, 13 * 1600, 1600))
    assert all(block.count == 1600 for pair in first for block in pair)
    assert all(pair[0].index == pair[1].index for pair in first)
    assert {pair[0].party for pair in first} == {Party.AGENT}


def test_two_mono_files_of_different_length_end_in_zeros(tmp_path: Path) -> None:
    agent, customer = tmp_path / "agent.wav", tmp_path / "customer.flac"
    soundfile.write(agent, tone(AGENT_HZ, 8_000, 1.0), 8_000)
    soundfile.write(customer, tone(CUSTOMER_HZ, 44_100, 2.0), 44_100)
    recording = open_recording([agent, customer])
    heard = sides(recording)
    assert recording.duration_ms == 2000
    assert len(heard[Party.AGENT]) == len(heard[Party.CUSTOMER]) == 32_000
    assert not heard[Party.AGENT][17_600:].any()
    assert rms(heard[Party.CUSTOMER][17_600:]) > 5000


def test_agent_channel_one_swaps_the_sides(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "call.wav", stereo(16_000), 16_000)
    heard = sides(open_recording([tmp_path / "call.wav"], agent_channel=1))
    assert abs(loudest_hz(heard[Party.AGENT]) - CUSTOMER_HZ) < 3
    with pytest.raises(AudioError) as error:
        open_recording([tmp_path / "call.wav"], agent_channel=2)
    assert_one_sentence(error.value, "0 or 1")


def test_float_samples_that_are_no_numbers_do_no_harm(tmp_path: Path) -> None:
    samples = stereo(44_100)
    samples[1000:1010] = np.nan
    samples[2000] = (np.inf, -np.inf)
    samples[3000] = (40.0, -40.0)
    soundfile.write(tmp_path / "call.wav", samples, 44_100, subtype="FLOAT")
    heard = sides(open_recording([tmp_path / "call.wav"]))
    assert abs(loudest_hz(heard[Party.AGENT]) - AGENT_HZ) < 3


def test_a_cut_off_wav_is_used_as_far_as_it_goes_and_said(tmp_path: Path) -> None:
    file = tmp_path / "cut.wav"
    soundfile.write(file, stereo(16_000, 2.0), 16_000, subtype="PCM_16")
    os.truncate(file, 44 + 4 * 16_000)
    recording = open_recording([file])
    assert recording.duration_ms == 1000
    assert len(list(recording.blocks())) == 10
    (warning,) = recording.warnings
    assert "cut.wav" in warning
    assert warning.endswith(".")


@pytest.mark.parametrize("name", ["cut.flac", "cut.mp3"])
def test_a_cut_off_compressed_file_is_used_as_far_as_it_goes_and_said(
    tmp_path: Path, name: str
) -> None:
    file = tmp_path / name
    noise = np.random.default_rng(1).normal(0, 0.1, (44_100 * 4, 2))
    soundfile.write(file, noise, 44_100)
    os.truncate(file, file.stat().st_size // 2)
    recording = open_recording([file])
    blocks = list(recording.blocks())
    assert 15 <= len(blocks) <= 21
    assert recording.warnings


def test_a_flac_damaged_at_its_beginning_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "damaged.flac"
    soundfile.write(file, np.random.default_rng(1).normal(0, 0.1, (16_000, 2)), 16_000)
    content = bytearray(file.read_bytes())
    content[200:] = bytes(len(content) - 200)
    file.write_bytes(content)
    with pytest.raises(AudioError) as error:
        open_recording([file])
    assert_one_sentence(error.value, "damaged.flac")


def wav_header(channels: int, rate: int, data: int) -> bytes:
    return (
        b"RIFF"
        + struct.pack("<I", 36 + data)
        + b"WAVEfmt "
        + struct.pack(
            "<IHHIIHH", 16, 1, channels, rate, rate * channels * 2 % 2**32, channels * 2, 16
        )
        + b"data"
        + struct.pack("<I", data)
    )


@pytest.mark.parametrize(
    ("content", "part"),
    [
        pytest.param(b"", "is empty", id="empty"),
        pytest.param(b"hello, this is text\n" * 50, "not a sound file", id="text"),
        pytest.param(np.random.default_rng(1).bytes(5000), "not a sound file", id="noise"),
        pytest.param(wav_header(2, 16_000, 6400)[:30], "not a sound file", id="half a header"),
        pytest.param(wav_header(2, 16_000, 0), "holds no sound", id="header only"),
        pytest.param(wav_header(2, 0, 6400) + bytes(6400), "", id="rate zero"),
        pytest.param(wav_header(2, 2**32 - 1, 64) + bytes(64), "", id="absurd rate"),
        pytest.param(wav_header(2, 2_000_000_000, 64) + bytes(64), "claims", id="2 GHz"),
        pytest.param(wav_header(0, 16_000, 64) + bytes(64), "", id="no channels"),
        pytest.param(wav_header(1, 16_000, 6400) + bytes(6400), "one channel", id="mono"),
        pytest.param(wav_header(3, 16_000, 6000) + bytes(6000), "3 channels", id="three"),
    ],
)
def test_what_cannot_be_used_says_so_in_one_sentence(
    tmp_path: Path, content: bytes, part: str
) -> None:
    file = tmp_path / "call.wav"
    file.write_bytes(content)
    with pytest.raises(AudioError) as error:
        open_recording([file])
    assert_one_sentence(error.value, "call.wav", part)


def test_what_is_no_file_says_so_in_one_sentence(tmp_path: Path) -> None:
    raw = tmp_path / "call.raw"
    raw.write_bytes(bytes(3200))
    os.mkfifo(tmp_path / "pipe.wav")
    (tmp_path / "link.wav").symlink_to(tmp_path / "gone.wav")
    for path, part in (
        (tmp_path / "missing.wav", "does not exist"),
        (tmp_path / "link.wav", "does not exist"),
        (tmp_path, "is a folder"),
        (tmp_path / "pipe.wav", "is not a file"),
        (raw, "not a sound file"),
        (tmp_path / ("x" * 300), "cannot be read"),
        (raw / "call.wav", "cannot be read"),
    ):
        with pytest.raises(AudioError) as error:
            open_recording([path])
        assert_one_sentence(error.value, str(path), part)


def test_a_wrong_set_of_files_says_what_to_give(tmp_path: Path) -> None:
    mono, both = tmp_path / "mono.wav", tmp_path / "both.wav"
    soundfile.write(mono, tone(AGENT_HZ, 8_000), 8_000)
    soundfile.write(both, stereo(8_000), 8_000)
    for paths, part in (
        ([], "0 files"),
        ([mono, mono, mono], "3 files"),
        ([mono, both], "both.wav has 2 channels"),
        ([mono], "mono file for each side"),
    ):
        with pytest.raises(AudioError) as error:
            open_recording(paths)
        assert_one_sentence(error.value, part)


def test_a_file_that_is_gone_when_it_is_read_is_an_error(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "call.wav", stereo(8_000), 8_000)
    recording = open_recording([tmp_path / "call.wav"])
    (tmp_path / "call.wav").unlink()
    with pytest.raises(AudioError) as error:
        next(recording.blocks())
    assert_one_sentence(error.value, "call.wav")


@pytest.mark.parametrize("hours", [0.25, pytest.param(5, marks=pytest.mark.slow)])
def test_silent_hours_are_read_in_constant_memory(tmp_path: Path, hours: float) -> None:
    seconds = int(hours * 3600)
    file = tmp_path / "long.wav"
    data = seconds * 8_000 * 2 * 2
    with file.open("wb") as out:
        out.write(wav_header(2, 8_000, data))
        out.truncate(44 + data)  # zeros, and no disk space
    recording = open_recording([file])
    assert recording.duration_ms == seconds * 1000
    resident_kb = []
    count = 0
    for count, _pair in enumerate(recording.blocks(), 1):
        if count in (1000, seconds * 10):
            resident_kb.append(int(Path("/proc/self/statm").read_text().split()[1]) * 4)
    assert count == seconds * 10
    assert resident_kb[1] - resident_kb[0] < 20_000


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    changes=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 255)), max_size=6),
    size=st.integers(0, 44 + 6400),
)
def test_a_damaged_header_gives_a_recording_or_one_sentence(
    tmp_path: Path, changes: list[tuple[int, int]], size: int
) -> None:
    content = bytearray(wav_header(2, 16_000, 6400) + np.arange(3200, dtype="<i2").tobytes())
    for place, value in changes:
        content[place] = value
    file = tmp_path / "call.wav"
    file.write_bytes(content[:size])
    try:
        recording = open_recording([file])
        pairs = list(islice(recording.blocks(), 1000))
    except AudioError as error:
        assert_one_sentence(error, "call.wav")
    else:
        assert all(block.count == 1600 for pair in pairs for block in pair)
        assert all(warning.endswith(".") for warning in recording.warnings)
