"""Card numbers spoken by a synthesizer and heard by the shipped model: nothing stays readable."""

import random
from dataclasses import dataclass, replace

import pytest

from assist import paths
from assist.core.audio import SAMPLES_PER_MS
from assist.core.events import CallEnded, CallStarted, FinalResult, Input, PartialResult, Tick
from assist.core.words import Party
from assist.privacy.masking import MASK
from assist.privacy.numbers import digits_of, find_runs
from assist.privacy.redaction import Redactor
from assist.speech.vosk import VoskModel, load_model
from tests.helpers.speech import blocks, mixed, speak
from tests.helpers.spoken_values import Speaker

VOICES = ("en-us", "en-gb", "en-us+f3", "en-us+m3", "en-gb+f2", "en-us+m2")
LEADS = ("my card number is", "yes the number is", "okay it is", "")
TAILS = ("thank you", "is that okay", "did you get that", "")
GROUP = 4
MARGIN = 150
"""Milliseconds by which kept sound is silenced before and after a masked word (`audio.kept`)."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What came out for one card: the texts shown, and the milliseconds that are masked."""

    digits: str
    texts: tuple[str, ...]
    groups: tuple[tuple[int, int], ...]
    masked: tuple[tuple[int, int], ...]

    def has_readable_group(self) -> bool:
        return any(
            said[at : at + GROUP] in self.digits
            for text in self.texts
            for said in spoken_numbers(text)
            for at in range(len(said) - GROUP + 1)
        )

    def has_audible_group(self) -> bool:
        """Whether one group of four digits is left to be heard for the most part."""
        return any(
            2 * sum(max(0, min(end, b + MARGIN) - max(start, a - MARGIN)) for a, b in self.masked)
            < end - start
            for start, end in self.groups
        )


def spoken_numbers(text: str) -> list[str]:
    tokens = text.split()
    return [digits_of(tokens[run.first : run.last]) for run in find_runs(tokens)]


def hear_card(model: VoskModel, rng: random.Random) -> Spoken:
    """Say a card number in groups, with a question or a lead before it, and recognize it."""
    speaker = Speaker(rng)
    digits = rng.choice("3456") + speaker.digits(rng.choice([14, 15, 15, 15]))
    voice, speed = rng.choice(VOICES), rng.choice([130, 150, 170])
    lead, tail = rng.choice(LEADS), rng.choice(TAILS)
    pause = rng.choice([150, 300, 600, 1200])
    sounds, groups, now = [], [], 400
    for text in (
        lead,
        *speaker.groups(digits, (GROUP,) * 4),
        tail,
    ):
        if not text:
            continue
        sound = speak(text, voice, speed)
        end = now + len(sound) // SAMPLES_PER_MS
        if text not in {lead, tail}:
            groups.append((now, end))
        sounds.append((now, sound))
        now = end + pause
    channel = mixed(now + 1500, *sounds)
    redactor = Redactor()
    redactor.handle(CallStarted(at=0, call="c", started_at="2026-11-22T10:00:00+00:00", source="x"))
    if not lead.startswith("my card"):
        redactor.handle(
            FinalResult(
                at=0, party=Party.AGENT, utterance=0, start=0, end=0, text="the card number please"
            )
        )
    recognizer = model.recognizer(Party.CUSTOMER)
    out: list[Input] = []
    at = 0
    for block in blocks(Party.CUSTOMER, channel):
        at += len(block.samples) // 2 // SAMPLES_PER_MS
        for result in recognizer.accept(block.samples):
            out += redactor.handle(replace(result, at=at))
        out += redactor.handle(Tick(at=at))
    for result in recognizer.close_utterance():
        out += redactor.handle(replace(result, at=at))
    out += redactor.handle(CallEnded(at=at, reason="hangup"))
    results = [event for event in out if isinstance(event, FinalResult | PartialResult)]
    return Spoken(
        digits,
        tuple(result.text for result in results),
        tuple(groups),
        tuple(
            (word.start, word.end)
            for result in results
            if isinstance(result, FinalResult)
            for word in result.words
            if word.text == MASK
        ),
    )


@pytest.mark.vosk
@pytest.mark.parametrize(
    "count", [pytest.param(8, id="few"), pytest.param(240, marks=pytest.mark.slow, id="many")]
)
def test_no_group_of_a_spoken_card_stays_readable_or_audible(
    count: int,
) -> None:
    model = load_model(paths.models_dir() / "starter")
    rng = random.Random(20261122 + count)
    cards = [hear_card(model, rng) for _ in range(count)]
    assert [card.texts for card in cards if card.has_readable_group()] == []
    assert [card.texts for card in cards if card.has_audible_group()] == []
