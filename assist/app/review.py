"""What the review window and its commands work on, put together."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from assist.app.chosen import user_name
from assist.app.store import open_store
from assist.core.interfaces import Player, ReviewDesk

if TYPE_CHECKING:
    from assist.core.review import Waveform


def review_desk(*, is_agent: bool = False) -> ReviewDesk:
    """The calls of this computer, for whoever is at work. Raises StoreError."""
    from assist.review.desk import StoreReviewDesk

    return StoreReviewDesk(
        open_store(),
        user_name(),
        is_agent=is_agent,
        now=lambda: datetime.now().astimezone(),
        read_waveform=_read_waveform,
        open_player=_open_player,
    )


def _read_waveform(files: Sequence[Path]) -> "Waveform":
    from assist.audio.player_sound import read_waveform

    return read_waveform(files)


def _open_player(files: Sequence[Path]) -> Player:
    from assist.audio.player import SoundPlayer
    from assist.audio.player_output import open_output
    from assist.audio.player_sound import CallSound

    return SoundPlayer(CallSound(files), open_output)
