"""The team's live board: the engine's end of it, and a lead's."""

import contextlib
from typing import TYPE_CHECKING

from assist.app.chosen import load_settings
from assist.core.errors import UsageError

if TYPE_CHECKING:
    from assist.core.interfaces import LeadBoard, LivePost
    from assist.core.live import BoardView


class NoBoard(UsageError):
    """There is no team's database to show calls that need help."""


def open_live_post() -> "LivePost | None":
    """A way to the board; None where the settings keep this computer's calls off it.

    Nothing is connected yet. Raises AssistError.
    """
    settings = load_settings()
    if not settings.live_board or settings.team_shares == "nothing":
        return None
    from assist.store.documents import AUDIO, TRANSCRIPTS
    from assist.store.live import DatabasePost
    from assist.store.shared_folder import folder_of
    from assist.store.team import open_team

    if not settings.team_database or folder_of(settings.team_database) is not None:
        return None
    return DatabasePost(
        open_team(settings.team_database),
        may_send_words=settings.team_shares in (TRANSCRIPTS, AUDIO),
    )


def open_lead_board(address: str = "") -> "LeadBoard":
    """The board as the login of this computer (or of `address`) may see it. Raises AssistError."""
    from assist.privacy.typed import scrub_typed
    from assist.store.live import DatabaseBoard
    from assist.store.shared_folder import folder_of
    from assist.store.team import open_team

    address = address or load_settings().team_database
    if not address:
        raise NoBoard(
            "Live calls are shown through a team's database, and none is set "
            "(docs/team-database.md)."
        )
    if folder_of(address) is not None:
        raise NoBoard("A shared folder shows no live calls; a team's PostgreSQL database does.")
    return DatabaseBoard(open_team(address), scrub_typed)


def look_at_board(address: str = "") -> "BoardView":
    """The board now, watching nothing. Raises AssistError."""
    with contextlib.closing(open_lead_board(address)) as board:
        return board.look(None)


def turn_board(address: str = "", *, is_on: bool) -> None:
    """Turn the team's live board on or off, as its administrator. Raises AssistError."""
    from assist.app.team import team_engine
    from assist.store.live import set_live

    with team_engine(address) as engine:
        set_live(engine, is_on=is_on)
