from collections.abc import Callable

from assist.core.events import SideHeard, SideSilent
from assist.core.words import Party
from assist.session.levels import FLOOR_DBFS, peak_dbfs, rms_dbfs
from assist.session.sides import SideWatch


def quiet(watch: SideWatch, until_ms: int, since_ms: int = 0) -> list[str]:
    """Silence of the customer's side; the reasons told."""
    return [
        event.reason
        for at in range(since_ms + 100, until_ms + 1, 100)
        for event in watch.level(Party.CUSTOMER, at, FLOOR_DBFS)
        if isinstance(event, SideHeard)
    ]


def heard(told: tuple[SideHeard | SideSilent, ...]) -> SideHeard:
    """The one thing told."""
    (event,) = told
    assert isinstance(event, SideHeard)
    return event


def test_a_side_silent_from_the_start_is_told_once_after_ten_seconds() -> None:
    watch = SideWatch()
    assert quiet(watch, 9_900) == []
    told = quiet(watch, 60_000, 9_900)
    assert len(told) == 1
    assert "softphone" in told[0]


def test_a_side_heard_before_may_be_muted_for_half_a_minute() -> None:
    watch = SideWatch()
    watch.level(Party.CUSTOMER, 1000, -20)
    assert quiet(watch, 30_900, 1000) == []
    assert len(quiet(watch, 31_100, 30_900)) == 1
    back = heard(watch.level(Party.CUSTOMER, 31_200, -30))
    assert back.is_heard


def test_a_quiet_room_is_no_silence() -> None:
    watch = SideWatch()
    assert not [e for at in range(0, 60_000, 100) for e in watch.level(Party.AGENT, at, -62)]


def test_a_source_in_trouble_is_not_heard_whatever_its_level_until_it_says_so() -> None:
    watch = SideWatch()
    lost = heard(watch.trouble(Party.AGENT, 100, "gone"))
    assert (lost.is_heard, lost.reason) == (False, "gone")
    assert watch.level(Party.AGENT, 200, -10) == ()
    (back,) = watch.restored(Party.AGENT, 300)
    assert back.is_heard
    assert watch.restored(Party.AGENT, 400) == ()


def test_a_pause_is_no_silence() -> None:
    watch = SideWatch()
    for at in range(100, 60_000, 100):
        watch.pass_over(Party.CUSTOMER, at)
    assert quiet(watch, 69_000, 60_000) == []


def test_levels_are_whole_decibels_below_full_scale() -> None:
    full = (-32768).to_bytes(2, "little", signed=True) * 100
    assert peak_dbfs(full) == rms_dbfs(full) == 0
    assert peak_dbfs(bytes(200)) == rms_dbfs(bytes(200)) == FLOOR_DBFS
    assert peak_dbfs(b"") == rms_dbfs(b"") == FLOOR_DBFS
    one_loud = (16384).to_bytes(2, "little") + bytes(198)
    assert peak_dbfs(one_loud) == -6
    assert rms_dbfs(one_loud) == -26


def test_a_live_microphone_without_any_sound_from_the_start_is_told_within_two_seconds() -> None:
    watch = SideWatch(is_live=True)
    told = [e for at in range(100, 2_001, 100) for e in watch.level(Party.AGENT, at, FLOOR_DBFS)]
    (dead,) = [event for event in told if isinstance(event, SideHeard)]
    assert not dead.is_heard
    assert "your microphone" in dead.reason
    other = SideWatch(is_live=True)
    assert not [
        event
        for at in range(100, 9_900, 100)
        for event in other.level(Party.AGENT, at, FLOOR_DBFS + 5)
        if isinstance(event, SideHeard)
    ]


def test_noise_suppression_that_leaves_zeros_between_sentences_is_no_fault() -> None:
    watch = SideWatch(is_live=True)
    watch.level(Party.AGENT, 100, -20)
    told = [e for at in range(200, 29_000, 100) for e in watch.level(Party.AGENT, at, -96)]
    assert told == [SideSilent(at=1_700, party=Party.AGENT, is_silent=True)]


def levels(watch: SideWatch, *stretches: tuple[int, int]) -> list[SideHeard | SideSilent]:
    """The customer's side at a peak (dBFS) for so many blocks of 100 ms, one after the other."""
    told: list[SideHeard | SideSilent] = []
    at = 0
    for peak, blocks in stretches:
        for _ in range(blocks):
            at += 100
            told += watch.level(Party.CUSTOMER, at, peak)
    return told


def silent(at: int, *, is_silent: bool) -> SideSilent:
    return SideSilent(at=at, party=Party.CUSTOMER, is_silent=is_silent)


def test_a_live_side_that_falls_silent_is_told_within_two_seconds_and_back_at_its_first_sound() -> (
    None
):
    told = levels(SideWatch(is_live=True), (-20, 10), (-96, 20), (-40, 1), (-80, 30))
    assert told == [
        silent(2_600, is_silent=True),
        silent(3_100, is_silent=False),
        silent(4_700, is_silent=True),
    ]


def test_somebody_who_listens_in_a_quiet_room_is_not_silent() -> None:
    assert levels(SideWatch(is_live=True), (-20, 10), (-65, 200)) == []


def test_the_gaps_between_words_of_a_line_that_sends_true_silence_are_not_told() -> None:
    gaps = [each for _ in range(20) for each in ((-20, 8), (-96, 15))]
    assert levels(SideWatch(is_live=True), *gaps) == []


def test_silence_is_told_of_devices_only_and_not_beside_another_reason() -> None:
    assert levels(SideWatch(), (-20, 10), (-96, 50)) == []
    lost = SideWatch(is_live=True)
    lost.trouble(Party.CUSTOMER, 0, "gone")
    assert levels(lost, (-96, 50)) == []
    muted = SideWatch(is_live=True)
    muted.mute(Party.CUSTOMER, 0, is_muted=True)
    assert levels(muted, (-96, 50)) == []


def test_silence_is_taken_back_when_the_side_is_lost_muted_or_not_listened_to() -> None:
    ends: tuple[Callable[[SideWatch], tuple[SideHeard | SideSilent, ...]], ...] = (
        lambda watch: watch.trouble(Party.CUSTOMER, 1_700, "gone"),
        lambda watch: watch.mute(Party.CUSTOMER, 1_700, is_muted=True),
        lambda watch: watch.pass_over(Party.CUSTOMER, 1_700),
    )
    for end in ends:
        watch = SideWatch(is_live=True)
        assert levels(watch, (-96, 16)) == [silent(1_600, is_silent=True)]
        assert end(watch)[0] == silent(1_700, is_silent=False)


def test_after_a_restart_what_was_silent_is_taken_back() -> None:
    watch = SideWatch(5_000, [silent(1_500, is_silent=True)], is_live=True)
    assert watch.level(Party.CUSTOMER, 5_100, -30) == (silent(5_100, is_silent=False),)


def test_a_muted_side_is_said_once_and_comes_back_as_it_is() -> None:
    watch = SideWatch()
    muted = heard(watch.mute(Party.CUSTOMER, 100, is_muted=True))
    assert (muted.is_heard, muted.is_muted) == (False, True)
    assert watch.mute(Party.CUSTOMER, 200, is_muted=True) == ()
    assert watch.level(Party.CUSTOMER, 300, -10) == ()
    assert watch.trouble(Party.CUSTOMER, 400, "gone") == ()
    unmuted = heard(watch.mute(Party.CUSTOMER, 500, is_muted=False))
    assert (unmuted.is_heard, unmuted.is_muted, unmuted.reason) == (False, False, "gone")
    (back,) = watch.restored(Party.CUSTOMER, 600)
    assert back.is_heard


def test_a_side_muted_before_the_engine_was_restarted_stays_muted() -> None:
    told = SideHeard(at=100, party=Party.AGENT, is_heard=False, is_muted=True)
    watch = SideWatch(0, [told])
    assert watch.level(Party.AGENT, 200, -10) == ()
    back = heard(watch.mute(Party.AGENT, 300, is_muted=False))
    assert back.is_heard


def test_the_same_trouble_told_again_is_no_news() -> None:
    watch = SideWatch()
    assert len(watch.trouble(Party.AGENT, 100, "gone")) == 1
    assert watch.trouble(Party.AGENT, 200, "gone") == ()
    assert len(watch.trouble(Party.AGENT, 300, "muted")) == 1
