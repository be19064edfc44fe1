from assist.core.events import SideHeard
from assist.core.words import Party
from assist.session.levels import FLOOR_DBFS, peak_dbfs, rms_dbfs
from assist.session.sides import SideWatch


def quiet(watch: SideWatch, until_ms: int, since_ms: int = 0) -> list[str]:
    """Silence of the customer's side; the reasons told."""
    return [
        event.reason
        for at in range(since_ms + 100, until_ms + 1, 100)
        for event in watch.level(Party.CUSTOMER, at, FLOOR_DBFS)
    ]


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
    (back,) = watch.level(Party.CUSTOMER, 31_200, -30)
    assert back.is_heard


def test_a_quiet_room_is_no_silence() -> None:
    watch = SideWatch()
    assert not [e for at in range(0, 60_000, 100) for e in watch.level(Party.AGENT, at, -62)]


def test_a_source_in_trouble_is_not_heard_whatever_its_level_until_it_says_so() -> None:
    watch = SideWatch()
    (lost,) = watch.trouble(Party.AGENT, 100, "gone")
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
    assert [event.is_heard for event in told] == [False]
    assert "your microphone" in told[0].reason
    assert not [
        event
        for at in range(100, 9_900, 100)
        for event in SideWatch(is_live=True).level(Party.AGENT, at, FLOOR_DBFS + 5)
    ]


def test_noise_suppression_that_leaves_zeros_between_sentences_is_no_fault() -> None:
    watch = SideWatch(is_live=True)
    watch.level(Party.AGENT, 100, -20)
    assert not [e for at in range(200, 29_000, 100) for e in watch.level(Party.AGENT, at, -96)]


def test_a_muted_side_is_said_once_and_comes_back_as_it_is() -> None:
    watch = SideWatch()
    (muted,) = watch.mute(Party.CUSTOMER, 100, is_muted=True)
    assert (muted.is_heard, muted.is_muted) == (False, True)
    assert watch.mute(Party.CUSTOMER, 200, is_muted=True) == ()
    assert watch.level(Party.CUSTOMER, 300, -10) == ()
    assert watch.trouble(Party.CUSTOMER, 400, "gone") == ()
    (unmuted,) = watch.mute(Party.CUSTOMER, 500, is_muted=False)
    assert (unmuted.is_heard, unmuted.is_muted, unmuted.reason) == (False, False, "gone")
    (back,) = watch.restored(Party.CUSTOMER, 600)
    assert back.is_heard


def test_a_side_muted_before_the_engine_was_restarted_stays_muted() -> None:
    told = SideHeard(at=100, party=Party.AGENT, is_heard=False, is_muted=True)
    watch = SideWatch(0, [told])
    assert watch.level(Party.AGENT, 200, -10) == ()
    (back,) = watch.mute(Party.AGENT, 300, is_muted=False)
    assert back.is_heard


def test_the_same_trouble_told_again_is_no_news() -> None:
    watch = SideWatch()
    assert len(watch.trouble(Party.AGENT, 100, "gone")) == 1
    assert watch.trouble(Party.AGENT, 200, "gone") == ()
    assert len(watch.trouble(Party.AGENT, 300, "muted")) == 1
