"""The recognizer: results, times, numbers, threads, and what would crash or mislead Vosk."""

import threading
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from assist.core.audio import SAMPLES_PER_MS
from assist.core.events import FinalResult, PartialResult
from assist.core.interfaces import RecognizerResult
from assist.core.words import Party, Word
from assist.speech.errors import SpeechError
from assist.speech.vosk import VoskModel, VoskRecognizer, kaldi_reason, load_model
from tests.helpers.speech import Samples, mixed, silence, speak

pytestmark = pytest.mark.vosk

CopyModel = Callable[[str], Path]
AGENT = Party.AGENT


@pytest.fixture(scope="module")
def sound() -> Samples:
    """Two utterances with a clear pause: from 500 ms, and from 6000 ms."""
    first, second = speak("hello my name is james"), speak("can you help me please")
    return mixed(11_000, (500, first), (6000, second))


@pytest.fixture
def model(starter: Path) -> VoskModel:
    return load_model(starter)


def feed(
    recognizer: VoskRecognizer, samples: bytes, size: int = 3200, *, close: bool = True
) -> list[RecognizerResult]:
    results: list[RecognizerResult] = []
    for at in range(0, len(samples), size):
        results += recognizer.accept(samples[at : at + size])
    return results + list(recognizer.close_utterance()) if close else results


def finals(results: list[RecognizerResult]) -> list[FinalResult]:
    return [result for result in results if isinstance(result, FinalResult)]


def words_of(results: list[RecognizerResult]) -> list[Word]:
    return [word for result in finals(results) for word in result.words]


def test_speech_becomes_numbered_results_with_word_times(model: VoskModel, sound: Samples) -> None:
    results = feed(model.recognizer(AGENT), sound.tobytes())
    first, second = finals(results)
    assert (first.text, second.text) == ("hello my name is james", "can you help me please")
    assert (first.utterance, second.utterance) == (0, 1)
    assert first.party is AGENT
    assert abs(first.start - 500) < 150
    assert abs(second.start - 6000) < 150
    for result in (first, second):
        assert [word.text for word in result.words] == result.text.split()
        assert (result.start, result.end) == (result.words[0].start, result.words[-1].end)
        assert result.end < result.at
        assert all(0 < word.confidence <= 1 for word in result.words)
        assert all(a.end <= b.start for a, b in zip(result.words, result.words[1:], strict=False))


def test_partials_come_as_soon_as_they_change_and_never_twice(
    model: VoskModel, sound: Samples
) -> None:
    results = feed(model.recognizer(AGENT), sound.tobytes())
    partials = [result for result in results if isinstance(result, PartialResult)]
    assert all(result.text for result in partials)
    assert all((a.utterance, a.text) != (b.utterance, b.text) for a, b in pairwise(partials))
    first = partials[0]
    assert first.text == "hello"
    assert first.at < 1300
    assert {result.start for result in partials if result.utterance == 0} == {first.start}
    assert results.index(first) < results.index(finals(results)[0])


def test_the_size_of_the_pieces_changes_no_word(model: VoskModel, sound: Samples) -> None:
    samples = sound[: 4000 * SAMPLES_PER_MS].tobytes()
    whole = words_of(feed(model.recognizer(AGENT), samples, 3200))
    assert whole
    assert words_of(feed(model.recognizer(AGENT), samples, 320)) == whole
    assert words_of(feed(model.recognizer(AGENT), samples, 16_000)) == whole


@pytest.mark.parametrize("size", [1, 3201, 4799])
def test_odd_pieces_of_bytes_are_put_together(model: VoskModel, sound: Samples, size: int) -> None:
    samples = sound[: 4000 * SAMPLES_PER_MS].tobytes()
    if size == 1:
        samples = samples[: 2 * 1500 * SAMPLES_PER_MS]
    whole = words_of(feed(model.recognizer(AGENT), samples))
    assert whole
    assert words_of(feed(model.recognizer(AGENT), samples, size)) == whole


def test_nothing_fed_gives_nothing(model: VoskModel) -> None:
    recognizer = model.recognizer(AGENT)
    assert recognizer.close_utterance() == ()
    assert recognizer.accept(b"") == ()
    assert recognizer.close_utterance() == ()


def test_silence_gives_no_result_and_takes_no_number(model: VoskModel) -> None:
    recognizer = model.recognizer(AGENT)
    assert feed(recognizer, silence(20_000, noise_dbfs=None).tobytes()) == []
    (result,) = finals(feed(recognizer, speak("hello my name is james").tobytes()))
    assert result.utterance == 0
    assert result.start >= 20_000


def test_after_closing_times_and_numbers_go_on(model: VoskModel, sound: Samples) -> None:
    recognizer = model.recognizer(AGENT)
    samples = sound.tobytes()
    cut = 2 * 5000 * SAMPLES_PER_MS
    feed(recognizer, samples[:cut])
    (second,) = finals(feed(recognizer, samples[cut:]))
    assert second.utterance == 1
    assert abs(second.start - 6000) < 150


def test_a_replaced_engine_changes_neither_times_nor_numbers(
    model: VoskModel, sound: Samples
) -> None:
    made: list[object] = []
    plain = model.recognizer(AGENT)
    samples = np.tile(sound, 2).tobytes()

    def make() -> object:
        engine: object = plain._make()
        made.append(engine)
        return engine

    renewed = VoskRecognizer(make, AGENT, renew_after_ms=5_000)
    expected, got = feed(plain, samples), feed(renewed, samples)
    assert len(made) >= 3
    assert [(r.utterance, r.text) for r in finals(got)] == [
        (r.utterance, r.text) for r in finals(expected)
    ]
    for one, other in zip(words_of(expected), words_of(got), strict=True):
        assert abs(one.start - other.start) <= 90


class Engine:
    """Stands for a `vosk.KaldiRecognizer` with answers given in advance."""

    def __init__(self, *answers: tuple[int, str]) -> None:
        self.answers = list(answers)

    def AcceptWaveform(self, data: bytes) -> int:
        assert type(data) is bytes
        assert len(data) % 2 == 0
        return self.answers[0][0]

    def Result(self) -> str:
        return self.answers.pop(0)[1]

    PartialResult = FinalResult = Result


def test_a_final_without_words_takes_its_partial_back() -> None:
    engine = Engine(
        (0, '{"partial" : "cancel"}'), (0, '{"partial" : "cancel"}'), (1, '{"text" : ""}')
    )
    recognizer = VoskRecognizer(lambda: engine, AGENT)
    results = [result for _ in range(3) for result in recognizer.accept(bytes(3200))]
    assert [(type(r), r.utterance, r.text) for r in results] == [
        (PartialResult, 0, "cancel"),
        (FinalResult, 0, ""),
    ]


def test_a_partial_that_shrinks_to_nothing_is_told() -> None:
    engine = Engine((0, '{"partial" : "the"}'), (0, '{"partial" : ""}'), (1, '{"text" : ""}'))
    recognizer = VoskRecognizer(lambda: engine, AGENT)
    results = [result for _ in range(3) for result in recognizer.accept(bytes(3200))]
    assert [result.text for result in results] == ["the", ""]


def test_the_wrong_thread_is_refused_before_kaldi_aborts(model: VoskModel) -> None:
    recognizer = model.recognizer(AGENT)
    caught: list[BaseException] = []

    calls: tuple[Callable[[], object], ...] = (
        lambda: recognizer.accept(bytes(3200)),
        recognizer.close_utterance,
    )

    def use() -> None:
        for call in calls:
            try:
                call()
            except RuntimeError as error:
                caught.append(error)

    thread = threading.Thread(target=use, name="wrong thread")
    thread.start()
    thread.join(30)
    assert len(caught) == 2


def test_two_threads_share_one_model(model: VoskModel, sound: Samples) -> None:
    texts: dict[Party, list[str]] = {}

    def listen(party: Party) -> None:
        results = feed(model.recognizer(party), sound.tobytes())
        assert all(result.party is party for result in results)
        texts[party] = [result.text for result in finals(results)]

    threads = [threading.Thread(target=listen, args=(party,), name=party) for party in Party]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert texts[Party.AGENT] == texts[Party.CUSTOMER] != []


@pytest.mark.parametrize("rate", [0, -1, 7999, 96_000])
def test_a_sample_rate_that_would_hang_the_engine_is_refused(model: VoskModel, rate: int) -> None:
    with pytest.raises(ValueError, match="sample rate"):
        model.recognizer(AGENT, rate)


def test_a_model_knows_its_words(model: VoskModel, starter: Path) -> None:
    assert model.name == "starter"
    assert model.knows("hello")
    assert not model.knows("zzyzx")
    assert {"hello", "please"} <= model.words
    assert not any(word.startswith(("<", "#")) for word in model.words)


@pytest.mark.parametrize("file", ["am/final.mdl", "graph/*.fst"])
@pytest.mark.parametrize("kept", [40, 3000])
def test_a_truncated_file_is_one_sentence_and_stderr_stays_clean(
    model_copy: CopyModel, file: str, kept: int, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = model_copy("broken")
    path = max(folder.glob(file), key=lambda found: found.stat().st_size)
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(SpeechError, match="cannot be loaded") as caught:
        load_model(folder)
    assert "\n" not in str(caught.value)
    assert capfd.readouterr().err == ""


def test_an_unknown_option_is_one_sentence(model_copy: CopyModel) -> None:
    folder = model_copy("broken")
    with (folder / "conf" / "model.conf").open("a") as conf:
        conf.write("--no-such-option=1\n")
    with pytest.raises(SpeechError, match="cannot be loaded"):
        load_model(folder)


def test_parts_that_do_not_fit_together_are_one_sentence(model_copy: CopyModel) -> None:
    folder = model_copy("broken")
    features = folder / "conf" / "fbank.conf"
    features.write_text(features.read_text().replace("mel-bins=40", "mel-bins=30"))
    with pytest.raises(SpeechError, match="broken does not fit together"):
        load_model(folder).recognizer(AGENT)


def test_loading_is_silent(starter: Path, capfd: pytest.CaptureFixture[str]) -> None:
    feed(load_model(starter).recognizer(AGENT), silence(1000).tobytes())
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("chatter", "reason"),
    [
        ("", ""),
        ("LOG (VoskAPI:x():a.cc:1) hello", ""),
        ("ERROR (VoskAPI:Read():b.cc:2) Failed to read.\nERROR (c) other", "Failed to read"),
        ("ERROR: VectorFst::Read: bad.", "VectorFst::Read: bad"),
        ("ASSERTION_FAILED (VoskAPI:T():c.cc:3) Assertion failed: (x)", "Assertion failed: (x)"),
    ],
)
def test_the_engines_reason_is_found_in_its_chatter(chatter: str, reason: str) -> None:
    assert kaldi_reason(chatter) == reason
