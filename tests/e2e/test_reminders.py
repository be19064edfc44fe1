"""A promise comes back when it is due, told by the engine of the app, also after a restart."""

import contextlib
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from assist import app, paths
from assist.app import desk
from assist.core.commands import SettleFollowUp, StopEngine
from assist.core.events import PromiseMade
from assist.core.interfaces import EngineLink
from assist.core.notices import FollowUpsDue
from assist.engine.errors import EngineGone
from tests.helpers.engine import wait_for
from tests.helpers.finished_calls import finished_call, write_journal
from tests.helpers.session import GENEROUS_S

pytestmark = [pytest.mark.e2e, pytest.mark.vosk, pytest.mark.timeout(300)]


PROMISE = 1000


def test_what_is_due_is_told_by_each_engine_until_it_is_settled(
    assist_home: Path,
) -> None:
    now = datetime.now().astimezone()
    call = f"{now:%Y%m%d}T101500-7f3a"
    begun = (now - timedelta(hours=3)).isoformat()
    due_at = (now - timedelta(hours=1)).isoformat(timespec="minutes")
    promised = PromiseMade(
        at=17_500, promise=PROMISE, who="agent", what="send the form", due="soon", due_at=due_at
    )
    events = finished_call(call, started_at=begun, extra=(promised,))
    journal = write_journal(paths.calls_dir() / call, events)
    with app.open_store() as store:
        store.save_call(journal)
    link = app.open_link()
    told = wait_for(link, FollowUpsDue, is_due)
    wanted = next(item for item in told.items if item.promise == PROMISE)
    assert (wanted.what, wanted.customer) == ("send the form", "David Miller")
    stop(link)
    link = app.open_link()  # another process, as after a restart of the computer
    wait_for(link, FollowUpsDue, is_due)
    link.send(SettleFollowUp(call=call, promise=PROMISE))
    wait_for(link, FollowUpsDue, lambda told: not is_due(told))
    stop(link)
    assert all(found.promise != PROMISE for found in desk.follow_ups())


def stop(link: EngineLink) -> None:
    """End the engine and wait until it is gone: a dying one would take the next command along."""
    link.send(StopEngine())
    with contextlib.suppress(EngineGone):
        while True:
            link.receive(GENEROUS_S)
    link.close()


def is_due(told: FollowUpsDue) -> bool:
    return any(item.promise == PROMISE for item in told.items)
