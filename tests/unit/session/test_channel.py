"""A channel: call time, ghost words, the gate's closing; with and without real speech."""

from collections.abc import Callable

import numpy as np
import pytest

from assist import paths
from assist.audio.activity import GateStep, VoiceGate
from assist.core.audio import SAMPLES_PER_MS, AudioBlock
from assist.core.events import FinalResult, Input, PartialResult, VoiceActivity
from assist.core.interfaces import RecognizerResult
from assist.core.words import Party, Word
from assist.session.channel import ChannelRecognizer
from assist.speech.vosk import VoskModel, load_model
from tests.helpers.speech import (
    Samples,
    ScriptedRecognizer,
    blocks,
    final,
    mixed,
    partial,
    silence,
    speak,
)

AGENT = Party.AGENT


class WindowGate(VoiceGate):
    """Feeds exactly the call times it is told, and closes at the end of each."""

    def __init__(self, *windows: tuple[int, int]) -> None:
        super().__init__(AGENT)
        self._windows = windows

    def accept(self, block: AudioBlock) -> GateStep:
        for start, end in self._windows:
            if start <= block.start_ms < end:
                return GateStep(
                    feed=block.samples,
                    feed_index=block.index,
                    close=block.end_ms >= end,
                    events=(VoiceActivity(party=AGENT, at=start, is_active=True),)
                    if block.start_ms == start
                    else (),
                )
        return GateStep(feed=b"", feed_index=block.index, close=False, events=())


def run(channel: ChannelRecognizer, samples: Samples) -> list[Input]:
    outputs: list[Input] = []
    for block in blocks(AGENT, samples):
        outputs += channel.accept(block)
    return [*outputs, *channel.finish()]


def scripted(
    *script: RecognizerResult,
    gate: VoiceGate | None = None,
    length_ms: int = 20_000,
    first_index: int = 0,
    first_utterance: int = 0,
) -> list[Input]:
    channel = ChannelRecognizer(
        AGENT,
        ScriptedRecognizer(script),
        gate=gate,
        first_index=first_index,
        first_utterance=first_utterance,
    )
    return run(channel, silence(length_ms, noise_dbfs=None))


def test_without_a_gate_recognizer_time_is_call_time() -> None:
    outputs = scripted(
        partial(AGENT, 400, "hello"), final(AGENT, 1300, [("hello", 100, 420)]), length_ms=2000
    )
    assert outputs == [
        partial(AGENT, 400, "hello"),
        final(AGENT, 1300, [("hello", 100, 420)]),
    ]


def test_words_after_a_cut_silence_keep_their_call_time() -> None:
    # Fed: call 900-3000 and 10200-12300; so fed time 2500 is call time 10600.
    outputs = scripted(
        final(AGENT, 1500, [("hello", 300, 600)]),
        partial(AGENT, 2900, "yes please", utterance=1, start=2400),
        final(AGENT, 3500, [("yes", 2500, 2700), ("please", 2700, 3000)], utterance=1),
        gate=WindowGate((900, 3000), (10_200, 12_300)),
    )
    finals = [event for event in outputs if isinstance(event, FinalResult)]
    assert [(word.start, word.end) for event in finals for word in event.words] == [
        (1200, 1500),
        (10_600, 10_800),
        (10_800, 11_100),
    ]
    assert [event.at for event in finals] == [2400, 11_600]
    assert [e.start for e in outputs if isinstance(e, PartialResult)] == [10_500]


def test_a_word_that_ends_at_the_cut_ends_before_it_and_one_that_begins_there_after_it() -> None:
    outputs = scripted(
        final(AGENT, 2500, [("bye", 1800, 2100), ("hello", 2100, 2300)]),
        gate=WindowGate((900, 3000), (10_200, 12_300)),
    )
    (result,) = (event for event in outputs if isinstance(event, FinalResult))
    assert [(word.start, word.end) for word in result.words] == [(2700, 3000), (10_200, 10_400)]


def test_sound_after_a_cut_stays_in_step_with_the_model() -> None:
    recognizer = ScriptedRecognizer([])
    sound = np.arange(16_000, dtype=np.int16)
    channel = ChannelRecognizer(AGENT, recognizer, gate=WindowGate((0, 100), (500, 600)))
    for block in blocks(AGENT, sound):
        channel.accept(block)
    fed = np.frombuffer(bytes(recognizer.fed), np.int16)
    # Every fed sample lies at the same place within a 30 ms step as it does in the call.
    assert {int(step) for step in (fed - np.arange(len(fed))) % 480} == {0}
    assert len(fed) == 2 * 1600 - 320  # call 520-600 ms after 0-100 ms


def test_after_closing_an_utterance_the_model_begins_anew_in_step_with_the_call() -> None:
    recognizer = ScriptedRecognizer(
        [partial(AGENT, 100, "hello"), final(AGENT, 99_000, [("hello", 10, 90)])]
    )
    sound = np.arange(16_000, dtype=np.int16)
    channel = ChannelRecognizer(AGENT, recognizer, gate=WindowGate((0, 100), (500, 600)))
    for block in blocks(AGENT, sound):
        channel.accept(block)
    assert recognizer.closed == 1
    fed = np.frombuffer(bytes(recognizer.fed), np.int16)
    # What follows the closing begins at a multiple of 30 ms of call time: here 510 ms.
    assert fed[1600] == 510 * SAMPLES_PER_MS


def test_many_segments_are_mapped_after_old_ones_were_forgotten() -> None:
    windows = [(start, start + 400) for start in range(0, 60_000, 1000)]
    script = [
        final(AGENT, 400 * n + 400, [("word", 400 * n + 100, 400 * n + 300)], utterance=n)
        for n in range(60)
    ]
    outputs = scripted(*script, gate=WindowGate(*windows), length_ms=60_000)
    starts = [event.start for event in outputs if isinstance(event, FinalResult)]
    assert starts == [1000 * n + 100 for n in range(60)]


def test_voice_changes_come_before_the_results_of_their_block() -> None:
    outputs = scripted(partial(AGENT, 100, "hello"), gate=WindowGate((1000, 2000)))
    assert [type(event) for event in outputs][:2] == [VoiceActivity, PartialResult]


def test_the_gate_closes_an_utterance_the_recognizer_left_open() -> None:
    recognizer = ScriptedRecognizer(
        [partial(AGENT, 500, "hello"), final(AGENT, 99_000, [("hello", 100, 420)])]
    )
    channel = ChannelRecognizer(AGENT, recognizer, gate=WindowGate((0, 1500)))
    outputs = run(channel, silence(3000, noise_dbfs=None))
    assert [event.at for event in outputs if isinstance(event, FinalResult)] == [1500]


def test_the_gate_leaves_a_recognizer_alone_that_holds_no_words() -> None:
    recognizer = ScriptedRecognizer([])
    channel = ChannelRecognizer(AGENT, recognizer, gate=WindowGate((0, 1500), (2000, 3500)))
    for block in blocks(AGENT, silence(4000, noise_dbfs=None)):
        channel.accept(block)
    assert recognizer.closed == 0


def test_finishing_gives_the_last_words() -> None:
    outputs = scripted(
        partial(AGENT, 500, "good"), final(AGENT, 99_000, [("goodbye", 200, 900)]), length_ms=1000
    )
    assert [event.text for event in outputs if isinstance(event, FinalResult)] == ["goodbye"]


def test_a_resumed_call_counts_on() -> None:
    outputs = scripted(
        partial(AGENT, 500, "hello"),
        final(AGENT, 900, [("hello", 200, 500)]),
        length_ms=1000,
        first_index=60_000 * SAMPLES_PER_MS,
        first_utterance=7,
    )
    assert outputs == [
        partial(AGENT, 60_500, "hello", utterance=7, start=60_000),
        final(AGENT, 60_900, [("hello", 60_200, 60_500)], utterance=7),
    ]


@pytest.mark.parametrize(
    ("words", "confidence", "kept"),
    [
        (["the"], 0.4, False),
        (["huh"], 0.3, False),
        (["uh", "the"], 0.5, False),
        (["the"], 0.95, True),
        (["yes"], 0.3, True),
        (["the", "bill"], 0.3, True),
        (["the", "uh", "the"], 0.3, True),
    ],
)
def test_lone_fillers_the_model_is_unsure_of_are_dropped(
    words: list[str], confidence: float, kept: bool
) -> None:
    timed = [(word, 100 * n, 100 * n + 90) for n, word in enumerate(words, 1)]
    outputs = scripted(final(AGENT, 900, timed, confidence=confidence), length_ms=1000)
    assert bool(outputs) is kept


def test_a_filler_shown_as_part_of_more_is_taken_back() -> None:
    outputs = scripted(
        partial(AGENT, 300, "they"),
        partial(AGENT, 500, "the"),
        final(AGENT, 900, [("the", 100, 200)], confidence=0.3),
        length_ms=1000,
    )
    assert [getattr(event, "text", None) for event in outputs] == ["they", "the", ""]


def test_a_filler_alone_is_not_shown_while_it_may_be_nothing() -> None:
    assert (
        scripted(
            partial(AGENT, 300, "the"),
            final(AGENT, 900, [("the", 100, 200)], confidence=0.3),
            length_ms=1000,
        )
        == []
    )


def test_a_partial_that_came_to_nothing_is_taken_back() -> None:
    outputs = scripted(partial(AGENT, 300, "cancel"), final(AGENT, 900, []), length_ms=1000)
    assert [type(event) for event in outputs] == [PartialResult, FinalResult]
    assert [getattr(event, "text", None) for event in outputs] == ["cancel", ""]


# --- the real engine --------------------------------------------------------------------------

SENTENCES = (
    ("hello my name is james", 700),
    ("i have a question about my order", 2500),
    ("this is the third time i am calling", 900),
    ("can you help me please", 6000),
    ("yes", 1500),
    ("i will send you an email today", 3000),
)


@pytest.fixture(scope="module")
def model() -> VoskModel:
    return load_model(paths.models_dir() / "starter")


@pytest.fixture(scope="module")
def decode(model: VoskModel) -> Callable[..., tuple[list[Input], int]]:
    def go(samples: Samples, *, gated: bool) -> tuple[list[Input], int]:
        gate = VoiceGate(AGENT) if gated else None
        channel = ChannelRecognizer(AGENT, model.recognizer(AGENT), gate=gate)
        return run(channel, samples), channel.fed_samples

    return go


def words_of(outputs: list[Input]) -> list[Word]:
    return [word for event in outputs if isinstance(event, FinalResult) for word in event.words]


@pytest.mark.vosk
@pytest.mark.parametrize("voice", ["en-us+m4", "en-gb+f4"])
@pytest.mark.parametrize("noise_dbfs", [-70.0, -55.0])
def test_words_and_times_agree_with_and_without_the_gate(
    decode: Callable[..., tuple[list[Input], int]], voice: str, noise_dbfs: float
) -> None:
    placed, at = [], 1500
    for text, pause in SENTENCES:
        sound = speak(text, voice, 140)
        placed.append((at, sound))
        at += len(sound) // SAMPLES_PER_MS + pause
    channel = mixed(at, *placed, noise_dbfs=noise_dbfs)

    everything, all_fed = decode(channel, gated=False)
    gated, fed = decode(channel, gated=True)

    plain, cut = words_of(everything), words_of(gated)
    assert len(plain) >= 25
    assert [word.text for word in cut] == [word.text for word in plain]
    for one, other in zip(plain, cut, strict=True):
        assert abs(one.start - other.start) <= 90, (one, other)  # one decoding step is 30 ms
        assert abs(one.end - other.end) <= 90, (one, other)
    assert [e.text for e in gated if isinstance(e, FinalResult)] == [
        e.text for e in everything if isinstance(e, FinalResult)
    ]
    assert fed < 0.7 * all_fed


@pytest.mark.vosk
@pytest.mark.parametrize("noise_dbfs", [None, -70.0, -50.0])
def test_a_minute_of_silence_gives_no_words_and_feeds_next_to_nothing(
    decode: Callable[..., tuple[list[Input], int]], noise_dbfs: float | None
) -> None:
    outputs, fed = decode(silence(60_000, noise_dbfs=noise_dbfs), gated=True)
    assert [e for e in outputs if isinstance(e, (PartialResult, FinalResult))] == []
    assert fed <= 2_000 * SAMPLES_PER_MS
