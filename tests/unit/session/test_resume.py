from pathlib import Path

from assist.core.events import CallStarted, Event, LagChanged, SideHeard, SideSilent, Tick
from assist.core.words import Party
from assist.session.journal import make_header, read_journal
from assist.session.journal_writer import JournalWriter
from assist.session.resume import find_resume_point
from tests.helpers.session import PLAYBOOK, make_session

STARTED = CallStarted(at=0, call="c", started_at="2026-11-22T10:00:00+00:00", source="live")


def test_what_was_told_last_of_each_side_is_carried_over_a_restart(tmp_path: Path) -> None:
    silent = SideSilent(at=250, party=Party.AGENT, is_silent=True)
    lost = SideHeard(at=300, party=Party.AGENT, is_heard=False, reason="No sound.")
    events: tuple[Event, ...] = (
        STARTED,
        SideHeard(at=100, party=Party.AGENT, is_heard=True),
        LagChanged(at=200, party=Party.CUSTOMER, lag_ms=1200),
        silent,
        lost,
        LagChanged(at=300, party=Party.CUSTOMER, lag_ms=2400),
        Tick(at=400),
    )
    header = make_header(app="1", model="m", playbook_name="test", playbook=PLAYBOOK)
    writer = JournalWriter(tmp_path, header)
    writer.append(events)
    writer.close()
    point = find_resume_point(
        read_journal(writer.path), make_session(), lambda party, at: (), since_start_ms=None
    )
    assert set(point.sides_told) == {silent, lost}
    assert point.lag_told == {Party.CUSTOMER: 2400}
