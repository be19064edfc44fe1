"""Reminds of promises when their time has come: read from the store, told to every client."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from assist.core.commands import SettleFollowUp
from assist.core.errors import AssistError
from assist.core.notices import FollowUp, FollowUpsDue, Notice, Trouble

FIRST_LOOK_S = 1.0
"""Reading the store waits until the engine has begun: its start is waited for."""
RETRY_S = 5.0
"""After a store that could not be read: another program may have held it for a moment."""
LOOK_AGAIN_S = 300.0
"""How often the store is read without a cause: another program may have changed it, and a computer
that slept wakes with a clock that jumped."""

_log = logging.getLogger(__name__)


class FollowUpDesk:
    """Knows what is still to be kept; used by the service's thread only."""

    def __init__(
        self,
        *,
        read: Callable[[], Sequence[FollowUp]],
        settle: Callable[[str, int, str], None],
        now: Callable[[], datetime],
        tell: Callable[[Notice], None],
    ) -> None:
        self._read = read
        self._settle = settle
        self._now = now
        self._tell = tell
        self._open: tuple[FollowUp, ...] = ()
        self._told: tuple[FollowUp, ...] = ()
        self._look_at = now() + timedelta(seconds=FIRST_LOOK_S)

    def look(self) -> None:
        """Read what is open from the store, and tell what has come due."""
        try:
            self._open = tuple(self._read())
        except AssistError as error:
            # Whoever saves or lists calls is told; a reminder alone is not worth a banner.
            _log.info("Follow-ups cannot be read: %s", error)
            self._look_at = self._now() + timedelta(seconds=RETRY_S)
            return
        self._say()
        now = self._now()
        ahead = [at for each in self._open if (at := _moment(each)) > now]
        self._look_at = min([now + timedelta(seconds=LOOK_AGAIN_S), *ahead])

    def expire(self) -> None:
        """Time has passed: look again if it is time to."""
        if self._now() >= self._look_at:
            self.look()

    def wait_s(self) -> float:
        """Until when nothing of its own accord comes due, in seconds from now."""
        left = (self._look_at - self._now()).total_seconds()
        return min(LOOK_AGAIN_S, max(0.0, left))

    def settle(self, command: SettleFollowUp) -> None:
        """Keep what the agent decided about one."""
        later = ""
        if command.minutes > 0:
            moment = self._now() + timedelta(minutes=command.minutes)
            later = moment.isoformat(timespec="seconds")
        try:
            self._settle(command.call, command.promise, later)
        except AssistError as error:
            self._tell(Trouble(sentence=str(error)))
            return
        self.look()

    def _say(self) -> None:
        now = self._now()
        due = tuple(sorted((f for f in self._open if _moment(f) <= now), key=_moment))
        if due != self._told:
            self._told = due
            self._tell(FollowUpsDue(items=due))


def _moment(follow_up: FollowUp) -> datetime:
    """When to speak of it. The store gives only moments that can be read."""
    return datetime.fromisoformat(follow_up.remind_at)
