"""Pauses are stored with a call and shown by the review, and are no sound that got lost."""

from assist.core.events import AudioLost, PauseSet
from assist.core.review import Span
from assist.core.words import Party
from assist.review import flags
from assist.review.view import row_of, view
from tests.helpers.reviewing import stored


def test_the_review_shows_when_nothing_was_kept() -> None:
    call = stored(
        AudioLost(at=500, party=Party.AGENT, duration_ms=200, reason="overflow"),
        PauseSet(at=1_000, is_paused=True, reason="card"),
        PauseSet(at=31_000, is_paused=False, reason="card"),
        PauseSet(at=40_000, is_paused=True),
    )
    seen = view(call, row_of(call))
    assert seen.pauses == (Span(start=1_000, end=31_000), Span(start=40_000, end=60_000))
    assert [loss.reason for loss in seen.losses] == ["overflow"]
    assert [loss.reason for loss in call.losses] == ["overflow", "paused_card", "paused"]
    assert "sound_lost" not in {reason.reason for reason in flags.judge(call)}
