"""A call in which nobody speaks any more is noticed, once, and not while it is on hold."""

from collections.abc import Iterable

from assist.core.events import Event, PartialResult, PauseSet, Tick, VoiceActivity
from assist.core.words import Party
from assist.softphone.silence import SilenceWatch

MINUTE = 60_000


def told(minutes: int, events: Iterable[Event]) -> list[tuple[int, int]]:
    watch = SilenceWatch(minutes)
    return [(event.at, said) for event in events if (said := watch.note(event))]


def ticks(start: int, end: int) -> list[Event]:
    return [Tick(at=at) for at in range(start, end + 1, 10_000)]


def voice(at: int, is_active: bool, party: Party = Party.CUSTOMER) -> Event:
    return VoiceActivity(at=at, party=party, is_active=is_active)


def test_after_some_minutes_without_a_word_it_is_told_once() -> None:
    events = [voice(1000, True), voice(5000, False), *ticks(10_000, 20 * MINUTE)]
    assert told(5, events) == [(310_000, 5)]


def test_a_word_begins_the_count_anew() -> None:
    word = PartialResult(at=200_000, party=Party.AGENT, utterance=0, start=0, text="hello")
    events = [*ticks(0, 200_000), word, *ticks(210_000, 12 * MINUTE)]
    assert told(5, events) == [(500_000, 5)]


def test_a_voice_that_goes_on_is_no_silence() -> None:
    assert told(5, [voice(0, True), *ticks(0, 60 * MINUTE)]) == []


def test_a_hold_is_no_silence() -> None:
    events = [
        PauseSet(at=0, is_paused=True, reason="hold"),
        *ticks(0, 10 * MINUTE),
        PauseSet(at=10 * MINUTE, is_paused=False, reason="hold"),
        *ticks(10 * MINUTE, 16 * MINUTE),
    ]
    assert told(5, events) == [(15 * MINUTE, 5)]


def test_nought_minutes_are_never() -> None:
    assert told(0, ticks(0, 60 * MINUTE)) == []
