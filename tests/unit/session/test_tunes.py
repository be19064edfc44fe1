"""Music is no voice: its voice activity and its words are taken away, a person's are not."""

from assist.audio.activity import GateStep
from assist.core.audio import AudioBlock
from assist.core.events import SideHeard, VoiceActivity
from assist.core.words import Party, Word
from assist.session.announcements import MUSIC as MUSIC_PLAYS
from assist.session.tunes import MusicWatch

CUSTOMER = Party.CUSTOMER
QUIET = GateStep(feed=b"", feed_index=0, close=False, events=())


class ScriptedPitch:
    """Gives the shares of the test, a block each."""

    def __init__(self, *shares: float) -> None:
        self._shares = iter(shares)
        self.newest: float | None = None

    def accept(self, samples: bytes) -> float:
        self.newest = next(self._shares)
        return self.newest


def voice(at: int, *, is_active: bool) -> VoiceActivity:
    return VoiceActivity(at=at, party=CUSTOMER, is_active=is_active)


def step(*events: VoiceActivity) -> GateStep:
    return GateStep(feed=b"", feed_index=0, close=False, events=events)


def block(number: int) -> AudioBlock:
    return AudioBlock(party=CUSTOMER, index=1_600 * number, samples=bytes(3_200))


def said(*texts: str, confidence: float, start: int = 0) -> tuple[Word, ...]:
    return tuple(
        Word(
            text=text,
            start=start + 100 * place,
            end=start + 100 * place + 90,
            confidence=confidence,
        )
        for place, text in enumerate(texts)
    )


def watch(*shares: float) -> MusicWatch:
    return MusicWatch(CUSTOMER, ScriptedPitch(*shares))


def test_a_voice_that_turns_out_to_be_music_falls_silent_and_sets_in_after_it() -> None:
    tune = watch(0.3, 0.9, 0.6, 0.4)
    assert tune.accept(block(0), step(voice(50, is_active=True))) == (voice(50, is_active=True),)
    assert tune.accept(block(1), QUIET) == (
        voice(200, is_active=False),
        SideHeard(at=200, party=CUSTOMER, is_heard=False, reason=MUSIC_PLAYS),
    )
    assert tune.accept(block(2), QUIET) == ()
    assert tune.accept(block(3), QUIET) == (
        SideHeard(at=400, party=CUSTOMER, is_heard=True, reason=MUSIC_PLAYS),
        voice(400, is_active=True),
    )


def test_voices_within_music_are_not_told() -> None:
    tune = watch(0.9, 0.9, 0.9, 0.1)
    assert len(tune.accept(block(0), QUIET)) == 1
    assert tune.accept(block(1), step(voice(110, is_active=True))) == ()
    assert tune.accept(block(2), step(voice(210, is_active=False))) == ()
    assert len(tune.accept(block(3), QUIET)) == 1


def made(share: float, *texts: str, confidence: float) -> bool:
    tune = watch(*[share] * 10)
    for number in range(10):
        tune.accept(block(number), QUIET)
    return tune.made(said(*texts, confidence=confidence))


def test_words_in_music_count_only_where_they_are_surely_some() -> None:
    assert made(0.9, "oh", "blah", "blah", "blah", confidence=0.95)
    assert made(0.9, "are", "you", "there", confidence=0.4)
    assert not made(0.9, "can", "you", "hear", "me", confidence=0.95)


def test_in_doubt_only_doubtful_words_are_dropped() -> None:
    assert made(0.5, "i", "am", "and", "n", confidence=0.4)
    assert made(0.5, "and", confidence=0.96)
    assert not made(0.5, "yes", "please", confidence=0.8)
    assert not made(0.3, "and", confidence=0.1)
    assert not made(0.9, confidence=0.1)


def test_the_first_word_after_music_is_judged_by_its_own_sound() -> None:
    class Fading(ScriptedPitch):
        def accept(self, samples: bytes) -> float:
            super().accept(samples)
            self.newest = 0.2
            return 0.9

    tune = MusicWatch(CUSTOMER, Fading(*[0.0] * 10))
    for number in range(10):
        tune.accept(block(number), QUIET)
    assert not tune.made(said("hello", confidence=0.5))
