"""Two voices of which one bleeds into the other's microphone, through the real recognizer."""

import math
from collections import Counter

import numpy as np
import pytest

from assist import paths
from assist.audio.activity import VoiceGate
from assist.core.audio import SAMPLES_PER_MS
from assist.core.events import Input, Tick
from assist.core.words import Party
from assist.session.channel import ChannelRecognizer
from assist.session.echo import EchoFilter
from assist.speech.vosk import load_model
from tests.helpers.speech import Samples, blocks, final_texts, mixed, speak

AGENT, CUSTOMER = Party.AGENT, Party.CUSTOMER
USUAL, ECHO, NOISE = -15, -38, -70


def peak_dbfs(samples: bytes) -> float:
    loudest = int(np.abs(np.frombuffer(samples, np.int16).astype(np.int32)).max(initial=0))
    return 20 * math.log10(max(loudest, 1) / 32768)


@pytest.mark.vosk
@pytest.mark.parametrize(
    ("echo_db", "delay_ms", "gated"),
    [(-20, 120, True), (-20, 120, False), (-12, 60, True), (-26, 200, True)],
)
def test_a_customer_bleeding_into_the_agents_microphone_is_written_once(
    echo_db: int, delay_ms: int, gated: bool
) -> None:
    length = 25_000
    customer_says = (
        (1500, "this is the third time i have called about my order"),
        (9000, "i am really frustrated"),
        (14_000, "can you help me please"),
        (20_000, "yes"),
    )
    agent_says = (
        (5800, "i am sorry to hear that"),
        (17_000, "i will send you an email today"),
        (20_050, "yes"),  # said by both, at their usual loudness
    )
    customer = mixed(length, *((at, speak(text, "en-us+f4", 140)) for at, text in customer_says))
    agent = mixed(length, *((at, speak(text, "en-gb+m3", 140)) for at, text in agent_says))
    alone = decoded(agent, customer, gated=gated)
    shift = delay_ms * SAMPLES_PER_MS
    bleed = np.zeros(len(customer))
    bleed[shift:] = customer[:-shift] * 10 ** (echo_db / 20)
    both = decoded((agent + bleed).astype(np.int16), customer, gated=gated)

    assert final_texts(both, CUSTOMER) == final_texts(alone, CUSTOMER)
    heard = Counter(word for text in final_texts(both, AGENT) for word in text.split())
    expected = Counter(word for text in final_texts(alone, AGENT) for word in text.split())
    assert sum((heard - expected).values()) <= 1, final_texts(
        both, AGENT
    )  # a word misheard in the mix
    assert sum((expected - heard).values()) <= 1, final_texts(both, AGENT)


def decoded(agent: Samples, customer: Samples, *, gated: bool) -> list[Input]:
    """Both channels through real recognizers and the echo filter, as a driver does it."""
    model = load_model(paths.models_dir() / "starter")
    echo = EchoFilter()
    channels = {
        party: ChannelRecognizer(
            party, model.recognizer(party), gate=VoiceGate(party) if gated else None
        )
        for party in Party
    }
    outputs: list[Input] = []
    for pair in zip(blocks(AGENT, agent), blocks(CUSTOMER, customer), strict=True):
        for block in pair:
            echo.hear(block.party, block.end_ms, peak_dbfs(block.samples))
            for event in channels[block.party].accept(block):
                outputs += echo.handle(event)
        outputs += echo.handle(Tick(at=pair[0].end_ms))
    for channel in channels.values():
        for event in channel.finish():
            outputs += echo.handle(event)
    return [event for event in outputs if not isinstance(event, Tick)]
