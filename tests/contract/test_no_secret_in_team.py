"""Secrets are said in a call that goes to the team's database: no table and no lead has them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from assist.core.events import CallStarted, MomentFlagged
from assist.core.live import CallKey
from assist.engine.live_state import LiveFold
from assist.store.calls import SqlCallStore
from assist.store.database import open_postgres
from assist.store.export import export
from assist.store.live import set_live
from assist.store.sync import SyncReport
from assist.store.team import set_shares
from tests.helpers.finished_calls import write_journal
from tests.helpers.live import board_of, post_of
from tests.helpers.secret_call import CALL, SHOWN, leaks, played
from tests.helpers.teamdatabase import Team, Workstation

pytestmark = pytest.mark.postgres


def everything(team: Team) -> str:
    """Each text of each table, as the database's owner reads it."""
    engine = open_postgres(team.url)
    tables = inspect(engine).get_table_names()
    assert {"calls", "utterances", "live_calls"} <= {*tables}
    with engine.connect() as connection:
        rows = [
            row for table in tables for row in connection.execute(text(f'SELECT * FROM "{table}"'))
        ]
    engine.dispose()
    return "\n".join(texts(rows))


def texts(value: object) -> Iterator[str]:
    """Every text in a value, however deep; times are numbers that nobody said."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, bytes):
        yield repr(value)
    elif is_dataclass(value) and not isinstance(value, type):
        yield from texts([getattr(value, each.name) for each in fields(value)])
    elif isinstance(value, Mapping):
        yield from texts([*value.keys(), *value.values()])
    elif isinstance(value, Iterable):
        for each in value:
            yield from texts(each)


@pytest.mark.parametrize("pauses", [True, False], ids=["with the pause", "without it"])
def test_no_table_of_the_team_and_no_lead_has_a_secret(
    team: Team, tmp_path: Path, pauses: bool
) -> None:
    computer = Workstation(tmp_path / "sarah", team, "sarah")
    computer.store.save_call(write_journal(tmp_path / "journal", played(pauses=pauses)))
    assert computer.sync() == SyncReport(sent=1)
    computer.close()
    engine = team.engine("lea")
    with SqlCallStore.on_engine(engine, name="The team database", calls_folder=tmp_path) as store:
        read = export(store.get_call(CALL), "json")
    engine.dispose()
    for kept in (everything(team), read):
        assert SHOWN in kept
        assert leaks(kept) == []


@pytest.mark.parametrize("pauses", [True, False], ids=["with the pause", "without it"])
def test_a_lead_who_watches_the_call_is_shown_none(team: Team, pauses: bool) -> None:
    engine = open_postgres(team.url)
    set_live(engine, is_on=True)
    set_shares(engine, "transcripts")
    engine.dispose()
    key, fold = CallKey(owner="sarah", call=CALL), LiveFold()
    seen: list[str] = []
    with post_of(team, "sarah") as post, board_of(team, "lea") as board:
        for event in played(pauses=pauses):
            before = fold.report(has_words=True)
            fold.handle(event)
            if isinstance(event, CallStarted):
                fold.handle(MomentFlagged(at=0, kind="help"))  # from here on leads see the call
            report = fold.report(has_words=True)
            if report != before and report.needs:
                post.put(report)
                seen += texts(board.look(key))
    shown = "\n".join(seen)
    assert SHOWN in shown
    assert leaks(f"{shown}\n{everything(team)}") == []
