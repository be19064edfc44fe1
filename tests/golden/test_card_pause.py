"""The agent asks for a card, recognized for real: meanwhile nothing of the customer is kept."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import soundfile

from assist import app, paths
from assist.audio.kept import keep_sound, open_kept
from assist.core.audio import SAMPLE_RATE, SAMPLES_PER_MS, AudioBlock
from assist.core.events import Event, FinalResult, PartialResult, PauseSet
from assist.core.words import Party
from assist.privacy.cardtalk import CARD
from assist.privacy.masking import MASK, masked_spans
from assist.store.keys import FileKeySource
from assist.store.sealing import SealedRecords
from tests.helpers.speech import mixed, speak

pytestmark = pytest.mark.vosk

LENGTH_MS = 40_000
AGENT = (
    (500, "can i have the card number please"),
    (14_000, "and the security code please"),
    (22_000, "thank you very much"),
    (34_000, "your order is on its way"),
)
CUSTOMER = (
    (5_000, "four one one one two two two two"),
    (10_000, "three three three three four four four four"),
    (17_500, "one two three"),
    (30_500, "thank you i will wait for the letter"),
)


@pytest.fixture(scope="module")
def sound() -> dict[Party, np.ndarray]:
    return {
        party: mixed(LENGTH_MS, *((at, speak(text)) for at, text in lines))
        for party, lines in ((Party.AGENT, AGENT), (Party.CUSTOMER, CUSTOMER))
    }


@pytest.fixture(scope="module")
def events(tmp_path_factory: pytest.TempPathFactory, sound: dict[Party, np.ndarray]) -> list[Event]:
    file = tmp_path_factory.mktemp("pause") / "call.wav"
    soundfile.write(
        file, np.stack([sound[Party.AGENT], sound[Party.CUSTOMER]], axis=1), SAMPLE_RATE
    )
    found: list[Event] = []
    app.transcribe(
        files=[Path(file)],
        model=str(paths.models_dir() / app.STARTER_MODEL),
        playbook=None,
        customer_name="",
        agent_channel=0,
        gate=True,
        on_event=found.append,
        on_progress=None,
    )
    return found


def pauses(events: list[Event]) -> list[tuple[int, int]]:
    told = [event for event in events if isinstance(event, PauseSet)]
    assert all(pause.reason == CARD for pause in told)
    assert [pause.is_paused for pause in told] == [True, False] * (len(told) // 2)
    return [(a.at, b.at) for a, b in pairwise(told) if a.is_paused]


def test_the_pause_spans_the_card_and_ends_by_itself(events: list[Event]) -> None:
    (start, end), *rest = pauses(events)
    assert rest == []
    assert 1_000 < start < 5_000
    assert 19_000 < end < 30_500


def test_no_word_of_the_customer_is_kept_meanwhile(events: list[Event]) -> None:
    ((start, end),) = pauses(events)
    said = [
        event
        for event in events
        if isinstance(event, PartialResult | FinalResult) and event.party is Party.CUSTOMER
    ]
    assert {event.text for event in said if start <= event.start < end} == {MASK}
    assert any("letter" in event.text for event in said if event.start >= end)


def test_nothing_of_either_side_is_audible_meanwhile(
    events: list[Event], sound: dict[Party, np.ndarray], tmp_path: Path
) -> None:
    ((start, end),) = pauses(events)
    records = SealedRecords(FileKeySource(tmp_path / "key"), "sound")
    files = keep_sound(
        tmp_path,
        lambda party: [AudioBlock(party=party, index=0, samples=sound[party].tobytes())],
        masked_spans(events),
        records,
    )
    for file, party in zip(files, (Party.AGENT, Party.CUSTOMER), strict=True):
        kept, _ = soundfile.read(open_kept(file, records), dtype="int16")
        first, last = start * SAMPLES_PER_MS, end * SAMPLES_PER_MS
        spoken = sound[party][first:last].astype(float)
        assert abs(np.corrcoef(kept[first:last].astype(float), spoken)[0, 1]) < 0.05
        tail = slice(31_500 * SAMPLES_PER_MS, 33_500 * SAMPLES_PER_MS)
        assert (kept[tail] == sound[party][tail]).all()
