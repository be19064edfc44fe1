"""A card number read aloud, recognized for real, is nowhere in what the app makes of the call."""

from pathlib import Path

import numpy as np
import pytest
import soundfile

from assist import app, paths
from assist.core import codec
from assist.core.audio import SAMPLE_RATE
from assist.core.events import Event, FinalResult
from assist.core.words import Party
from assist.privacy.redaction import MASK
from tests.helpers.speech import mixed, silence, speak

pytestmark = pytest.mark.vosk

LINES = (
    (500, "my card number is four one one one, two two two two"),
    (8_000, "three three three three, four five six seven"),
    (24_000, "and my order number is eight six seven five three zero nine"),
    (36_000, "thank you"),
)
"""Start in call milliseconds, and what is said."""


@pytest.fixture(scope="module")
def events(tmp_path_factory: pytest.TempPathFactory) -> list[Event]:
    """What becomes of a recording in which the customer reads out a card and an order number."""
    file = tmp_path_factory.mktemp("card") / "call.wav"
    customer = mixed(40_000, *((at, speak(text)) for at, text in LINES))
    soundfile.write(file, np.stack([silence(40_000), customer], axis=1), SAMPLE_RATE)
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


def test_the_card_number_is_masked_and_the_order_number_is_not(events: list[Event]) -> None:
    said = " / ".join(
        event.text
        for event in events
        if isinstance(event, FinalResult) and event.party is Party.CUSTOMER
    )
    card, _, order = said.partition(" and my order")
    assert MASK in card
    assert MASK not in order
    assert "eight six seven five three" in order


def test_no_part_of_the_card_number_is_in_any_event(events: list[Event]) -> None:
    for event in events:
        line = codec.to_line(event).decode()
        for part in ("two two two two", "three three three three", "four five six seven"):
            assert part not in line
