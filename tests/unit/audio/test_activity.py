"""The gate lets every voice through, with what surrounds it, and keeps other sound out."""

import json
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import soundfile
import soxr

from assist.audio.activity import LEAD_MS, OFFSET_MS, TRAIL_MS, VoiceGate
from assist.core.audio import SAMPLE_RATE, AudioBlock
from assist.core.events import VoiceActivity
from assist.core.words import Party
from tests.helpers.speech import blocks, speak

Floats = npt.NDArray[np.float64]

SPEAKERS = ("en-us", "en-us+f3", "en-gb", "en-gb+m7", "en-us+f2")
TEXTS = (
    "thank you for calling",
    "no",
    "I have called three times and nobody helps me with my refund",
    "yes please",
    "six four seven two",
)
PAUSE_S = 2.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Gated:
    """What became of a channel: `fed` and `voiced` mark each sample."""

    fed: npt.NDArray[np.bool_]
    voiced: npt.NDArray[np.bool_]
    events: tuple[VoiceActivity, ...]
    closed_at: tuple[int, ...]


def gate(channel: Floats) -> Gated:
    """Run a channel (-1..1) through a gate, checking what every step promises."""
    samples = np.clip(np.rint(channel * 32768), -32768, 32767).astype(np.int16)
    fed = np.zeros(len(samples), bool)
    events: list[VoiceActivity] = []
    closed_at = []
    fed_until = 0
    tested = VoiceGate(Party.CUSTOMER)
    for block in blocks(Party.CUSTOMER, samples):
        step = tested.accept(block)
        events += step.events
        end = step.feed_index + len(step.feed) // 2
        if step.feed:
            assert step.feed_index >= fed_until, "nothing is fed twice"
            assert end == block.index + block.count, "nothing is held back while a voice is there"
            assert step.feed == samples[step.feed_index : end].tobytes()
            fed[step.feed_index : end] = True
            fed_until = end
        if step.close:
            closed_at.append(block.end_ms)
    last = tested.finish()
    assert not last.feed
    events += last.events
    assert [event.is_active for event in events] == [True, False] * (len(events) // 2)
    assert [event.at for event in events] == sorted(event.at for event in events)
    voiced = np.zeros(len(samples), bool)
    for on, off in zip(events[::2], events[1::2], strict=True):
        voiced[on.at * 16 : off.at * 16] = True
    return Gated(fed=fed, voiced=voiced, events=tuple(events), closed_at=tuple(closed_at))


def utterances(dbfs: float, *, is_telephone: bool = False) -> list[Floats]:
    """Spoken texts without the silence around them, each at the same level (RMS)."""
    spoken = []
    for text, voice in zip(TEXTS, SPEAKERS, strict=True):
        sound = speak(text, voice) / 32768
        loud = np.flatnonzero(np.abs(sound) > 0.01)
        sound = sound[loud[0] : loud[-1] + 1]
        if is_telephone:
            sound = telephone_band(sound)
        spoken.append(sound * 10 ** (dbfs / 20) / np.sqrt(np.mean(sound**2)))
    return spoken


def telephone_band(sound: Floats) -> Floats:
    spectrum = np.fft.rfft(sound)
    hz = np.fft.rfftfreq(len(sound), 1 / SAMPLE_RATE)
    spectrum[(hz < 300) | (hz > 3400)] = 0
    return np.fft.irfft(spectrum, len(sound))


def noise(dbfs: float, seconds: float, *, is_pink: bool = False, seed: int = 1) -> Floats:
    made = np.random.default_rng(seed).standard_normal(int(seconds * SAMPLE_RATE))
    if is_pink:
        spectrum = np.fft.rfft(made)
        spectrum /= np.sqrt(np.maximum(np.arange(len(spectrum)), 50 * seconds))
        made = np.fft.irfft(spectrum, len(made))
    return made * 10 ** (dbfs / 20) / np.sqrt(np.mean(made**2))


def hum(seconds: float) -> Floats:
    times = np.arange(int(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    partials = ((50, 0.02), (100, 0.01), (150, 0.005), (250, 0.002), (350, 0.001))
    return np.sum([level * np.sin(2 * np.pi * hz * times) for hz, level in partials], axis=0)


def placed(sounds: list[Floats], ground: Floats) -> tuple[Floats, list[tuple[int, int]]]:
    """The sounds over the ground, with pauses; and where each begins and ends in samples."""
    channel = ground.copy()
    at = 3 * SAMPLE_RATE
    where = []
    for sound in sounds:
        channel[at : at + len(sound)] += sound
        where.append((at, at + len(sound)))
        at += len(sound) + int(PAUSE_S * SAMPLE_RATE)
    return channel, where


SECONDS = 30

GROUNDS = {
    "digital silence": np.zeros(SECONDS * SAMPLE_RATE),
    "faint noise": noise(-78, SECONDS),
    "mains hum": hum(SECONDS),
}


@pytest.mark.parametrize(
    ("ground", "dbfs"),
    [
        (ground, dbfs)
        for ground in GROUNDS
        for dbfs in (-15, -30, -45)
        if (ground, dbfs) != ("mains hum", -45)  # the hum is louder than the voice
    ],
)
@pytest.mark.parametrize("is_telephone", [False, True], ids=["wide", "telephone"])
def test_loud_and_quiet_speech_is_fed_whole(ground: str, dbfs: float, is_telephone: bool) -> None:
    check_all_fed(*placed(utterances(dbfs, is_telephone=is_telephone), GROUNDS[ground]))


@pytest.mark.parametrize("snr", [20, 15, 10])
@pytest.mark.parametrize("is_pink", [False, True], ids=["white", "pink"])
@pytest.mark.parametrize("is_telephone", [False, True], ids=["wide", "telephone"])
@pytest.mark.parametrize("dbfs", [-20, -40])
def test_speech_in_noise_is_fed_whole(
    snr: float, is_pink: bool, is_telephone: bool, dbfs: float
) -> None:
    ground = noise(dbfs - snr, SECONDS, is_pink=is_pink)
    check_all_fed(*placed(utterances(dbfs, is_telephone=is_telephone), ground))


def check_all_fed(channel: Floats, where: list[tuple[int, int]]) -> None:
    """Every utterance is fed from before its beginning to after its end, and little else is."""
    gated = gate(channel)
    is_speech = np.zeros(len(channel), bool)
    for start, end in where:
        is_speech[start:end] = True
        assert gated.fed[start:end].all()
        # The faintest beginnings are noticed late, but always within the lead.
        assert gated.fed[start - LEAD_MS * 16 // 3 : start].all()
        # Up to 400 ms of a word's end may be too faint to see; some silence is fed all the same.
        assert gated.fed[end : end + (TRAIL_MS - 400) * 16].all()
    # Loud noise at the very beginning is taken for a voice until it has proved steady.
    assert len(where) <= len(gated.closed_at) <= len(where) + 1
    # At least 1.3 s around each utterance; there are 2.5 s between them.
    assert gated.fed[~is_speech].mean() < 0.4
    assert gated.voiced[is_speech].mean() > 0.75
    assert gated.voiced[~is_speech].mean() < 0.03


def test_a_quiet_side_stays_open_to_speech_after_loud_noise() -> None:
    """Noise that has gone must not be remembered for long."""
    channel = np.concatenate((noise(-25, 10, is_pink=True), noise(-70, 12)))
    word = utterances(-45)[1]
    start = int(11 * SAMPLE_RATE)
    channel[start : start + len(word)] += word
    assert gate(channel).fed[start : start + len(word)].all()


def test_speech_from_the_first_sample_is_fed() -> None:
    spoken = utterances(-25)[2]
    gated = gate(np.concatenate((spoken, np.zeros(2 * SAMPLE_RATE))))
    assert gated.fed[: len(spoken)].all()


def test_long_speech_without_a_pause_is_fed_whole() -> None:
    spoken = np.concatenate([utterances(-30)[2]] * 8)
    channel, where = placed([spoken], noise(-50, 5 + len(spoken) / SAMPLE_RATE))
    check_all_fed(channel, where)


def ticking(times: Floats, hz: tuple[float, ...], on_s: float, of_s: float) -> Floats:
    tones = np.sum([np.sin(2 * np.pi * value * times) for value in hz], axis=0)
    return 0.1 * tones * (times % of_s < on_s)


def quiet_sounds() -> dict[str, Floats]:
    times = np.arange(20 * SAMPLE_RATE) / SAMPLE_RATE
    clicks = np.zeros(len(times))
    for second in range(1, 20):
        clicks[second * SAMPLE_RATE : second * SAMPLE_RATE + 20] = 0.8
    return {
        "nothing": np.zeros(len(times)),
        "white noise": noise(-35, 20),
        "pink noise": noise(-45, 20, is_pink=True),
        "hum": hum(20),
        "clicks": clicks,
        "clicks in noise": clicks + noise(-60, 20, is_pink=True),
        "hold tone": ticking(times, (440,), 1, 1),
        "ringing": ticking(times, (440, 480), 2, 6),
        "european ringing": ticking(times, (425,), 1, 5),
        "busy": ticking(times, (480, 620), 0.5, 1),
        "ringing in noise": ticking(times, (440, 480), 2, 6) + noise(-60, 20, is_pink=True),
    }


@pytest.mark.parametrize("sound", quiet_sounds())
def test_what_is_no_voice_is_kept_out(sound: str) -> None:
    gated = gate(quiet_sounds()[sound])
    # Noise that was there before the first sample is learned from within a second and a half.
    assert gated.fed.mean() < 0.1
    assert not gated.voiced[SECONDS // 15 * SAMPLE_RATE :].any()


def test_noise_that_sets_in_is_soon_let_go() -> None:
    channel = noise(-72, 20)
    channel[10 * SAMPLE_RATE :] = noise(-42, 10, is_pink=True)
    assert gate(channel).fed.mean() < 0.12


def test_onset_and_offset_tell_when_the_voice_was_there() -> None:
    sound = utterances(-25)[2]
    channel, ((start, end),) = placed([sound], noise(-60, 15))
    on, off = gate(channel).events
    assert abs(on.at - start // 16) < 80
    assert abs(off.at - end // 16) < 120
    assert on.party is Party.CUSTOMER


def test_offset_is_told_soon_and_closing_comes_after_the_trail() -> None:
    channel, ((_start, end),) = placed([utterances(-25)[0]], np.zeros(12 * SAMPLE_RATE))
    tested = VoiceGate(Party.AGENT)
    told_ms = closed_ms = 0
    samples = (channel * 32768).astype(np.int16)
    for block in blocks(Party.AGENT, samples):
        step = tested.accept(block)
        if any(not event.is_active for event in step.events):
            told_ms = block.end_ms
        if step.close:
            closed_ms = block.end_ms
    end_ms = end // 16
    assert OFFSET_MS <= told_ms - end_ms + 120 <= OFFSET_MS + 220
    assert TRAIL_MS <= closed_ms - end_ms + 120 <= TRAIL_MS + 220


def test_the_end_of_the_call_ends_a_voice_and_closes_the_utterance() -> None:
    tested = VoiceGate(Party.AGENT)
    speech = (utterances(-20)[2] * 32768).astype(np.int16)
    for block in blocks(Party.AGENT, speech):
        tested.accept(block)
    step = tested.finish()
    assert step.close
    assert [event.is_active for event in step.events] == [False]
    assert not tested.finish().close


def test_a_jump_in_the_index_is_survived() -> None:
    tested = VoiceGate(Party.AGENT)
    samples = speak(TEXTS[2])
    for block in blocks(Party.AGENT, samples):
        tested.accept(block)
    fed = b""
    for block in blocks(Party.AGENT, samples):
        moved = AudioBlock(party=block.party, index=block.index + 1_000_000, samples=block.samples)
        step = tested.accept(moved)
        assert step.feed_index + len(step.feed) // 2 == moved.index + moved.count
        fed += step.feed
    assert len(fed) > len(samples)


@pytest.mark.parametrize("count", [0, 1, 159, 160, 161, 320, 1599])
def test_a_short_last_block_is_taken(count: int) -> None:
    tested = VoiceGate(Party.AGENT)
    for block in blocks(Party.AGENT, speak(TEXTS[0])[: 10 * 1600 + count]):
        step = tested.accept(block)
    assert step.feed_index + len(step.feed) // 2 == 10 * 1600 + count


def test_the_gate_takes_less_than_a_hundredth_of_a_core() -> None:
    given = blocks(Party.AGENT, np.tile(speak(TEXTS[2]), 20))
    tested = VoiceGate(Party.AGENT)
    before = time.thread_time()
    for block in given:
        tested.accept(block)
    used_s = time.thread_time() - before
    assert used_s < 0.01 * len(given) * 0.1


SPEECH = Path(__file__).parents[4] / "shared" / "data" / "speech"


@pytest.mark.data
@pytest.mark.skipif(not SPEECH.exists(), reason="needs ../shared/data/speech")
@pytest.mark.parametrize(("dbfs", "snr"), [(-25, None), (-45, None), (-45, 15), (-30, 10)])
def test_little_of_real_people_s_speech_is_kept_out(dbfs: float, snr: float | None) -> None:
    """Of everything within 20 dB of a recording's loud parts (and above the noise) over 99 %."""
    rows = [json.loads(line) for line in (SPEECH / "speech_dev.jsonl").read_text().splitlines()]
    heard = kept_out = 0
    for row in rows[:: len(rows) // 60]:
        sound, rate = soundfile.read(SPEECH / row["audio"], always_2d=True)
        sound = soxr.resample(sound[:, 0], rate, SAMPLE_RATE)
        sound *= 10 ** (dbfs / 20) / np.sqrt(np.mean(sound**2))
        pause = np.zeros(3 * SAMPLE_RATE)
        channel = np.concatenate((pause, sound, pause))
        if snr is not None:
            channel += noise(dbfs - snr, len(channel) / SAMPLE_RATE)[: len(channel)]
        frames = channel[: len(channel) // 160 * 160].reshape(-1, 160)
        levels = 10 * np.log10(np.mean(frames**2, axis=1) + 1e-12)
        speech = levels[300 : 300 + len(sound) // 160]
        enough = max(np.percentile(speech, 95) - 20, dbfs - snr + 8 if snr is not None else -200)
        is_loud = np.zeros(len(levels), bool)
        is_loud[300 : 300 + len(speech)] = speech > enough
        fed = gate(channel).fed[: len(levels) * 160].reshape(-1, 160).all(axis=1)
        heard += int(is_loud.sum())
        kept_out += int((is_loud & ~fed).sum())
    assert heard > 5_000
    assert kept_out < 0.01 * heard
