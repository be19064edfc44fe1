"""Reminders of promises: at their time, again after a restart, until they are settled."""

from datetime import UTC, datetime, timedelta

from assist.core.commands import SettleFollowUp
from assist.core.errors import AssistError
from assist.core.notices import FollowUp, FollowUpsDue, Notice, Trouble
from assist.engine.followups import LOOK_AGAIN_S, FollowUpDesk

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def follow_up(minutes: int, *, call: str = "c1", promise: int = 0) -> FollowUp:
    moment = (NOON + timedelta(minutes=minutes)).isoformat()
    return FollowUp(
        call=call,
        promise=promise,
        who="agent",
        what="call back",
        due="then",
        due_at=moment,
        remind_at=moment,
    )


class Desk:
    """A desk over a list, with a clock that is set by hand."""

    def __init__(self, *open_: FollowUp) -> None:
        self.now = NOON
        self.open = list(open_)
        self.settled: list[tuple[str, int, str]] = []
        self.error: AssistError | None = None
        self.told: list[Notice] = []
        self.desk = FollowUpDesk(
            read=self._read, settle=self._settle, now=lambda: self.now, tell=self.told.append
        )

    def _read(self) -> list[FollowUp]:
        if self.error is not None:
            raise self.error
        return list(self.open)

    def _settle(self, call: str, promise: int, later: str) -> None:
        if self.error is not None:
            raise self.error
        self.settled.append((call, promise, later))
        self.open = [each for each in self.open if (each.call, each.promise) != (call, promise)]


def test_what_is_overdue_at_the_start_is_told_at_once() -> None:
    desk = Desk(follow_up(-30), follow_up(20, promise=1))
    desk.desk.look()
    assert desk.told == [FollowUpsDue(items=(follow_up(-30),))]


def test_it_wakes_at_the_next_moment_and_tells_it_once() -> None:
    desk = Desk(follow_up(2))
    desk.desk.look()
    assert desk.told == []
    assert desk.desk.wait_s() == 120
    desk.now += timedelta(minutes=2)
    assert desk.desk.wait_s() == 0
    desk.desk.expire()
    desk.desk.expire()
    assert desk.told == [FollowUpsDue(items=(follow_up(2),))]
    assert desk.desk.wait_s() == LOOK_AGAIN_S


def test_a_settled_one_is_kept_and_leaves_the_list() -> None:
    desk = Desk(follow_up(-1))
    desk.desk.look()
    desk.desk.settle(SettleFollowUp(call="c1", promise=0))
    desk.desk.settle(SettleFollowUp(call="c2", promise=1, minutes=15))
    assert desk.settled == [("c1", 0, ""), ("c2", 1, "2026-11-22T12:15:00+00:00")]
    assert desk.told[-1] == FollowUpsDue(items=())


def test_a_store_that_cannot_be_read_stops_nobody() -> None:
    desk = Desk(follow_up(-1))
    desk.error = AssistError("The calls database is in use.")
    desk.desk.look()
    assert desk.told == []
    desk.desk.settle(SettleFollowUp(call="c1", promise=0))
    assert desk.told == [Trouble(sentence="The calls database is in use.")]
