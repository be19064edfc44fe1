"""Databases as released versions of the app left them are brought up to date, with their calls.

The files in `released/` were written by those versions themselves: `.db` with the key 00 01 … 1f,
`.sql` by pg_dump. They are never made anew; a new version adds its own.
"""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.engine import URL

from assist.core.events import Feeling
from assist.store import schema
from assist.store.calls import SqlCallStore
from assist.store.database import open_postgres
from assist.store.errors import StoreError
from assist.store.facts import keep_facts
from assist.store.marks import RuleMarks
from assist.store.model import CallFilter
from assist.store.team_counts import added, read_counts
from tests.helpers.finished_calls import write_call

RELEASED = Path(__file__).parent / "released"
VERSIONS = ("0001", "0002")
DATED = "20261122T101500-7f3a2b"


class ReleasedKey:
    """The key of every database in `released/`."""

    def database_key(self) -> bytes:
        return bytes(range(32))


OpenReleased = Callable[[str], SqlCallStore]


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def open_released(request: pytest.FixtureRequest, tmp_path: Path) -> OpenReleased:
    """Opens a version's database; again opens the same one again."""
    if request.param == "sqlite":

        def open_file(version: str) -> SqlCallStore:
            file = tmp_path / "calls.db"
            if not file.exists():
                shutil.copy(RELEASED / f"v{version}.db", file)
            return SqlCallStore(file, ReleasedKey())

        return open_file

    url: URL = request.getfixturevalue("empty_postgres")
    filled: list[str] = []

    def open_database(version: str) -> SqlCallStore:
        engine = open_postgres(url)
        if not filled:
            filled.append(version)
            with engine.begin() as connection:
                dump = (RELEASED / f"v{version}.sql").read_text(encoding="utf-8")
                connection.exec_driver_sql(dump)
        return SqlCallStore.on_engine(
            engine, name="The team database", calls_folder=tmp_path / "calls"
        )

    return open_database


@pytest.mark.parametrize("version", VERSIONS)
def test_calls_of_a_released_version_are_all_there(
    open_released: OpenReleased, version: str
) -> None:
    with open_released(version) as store:
        assert {call.id for call in store.list_calls()} == {DATED, "one"}
        call = store.get_call(DATED)
        assert call.overview.started_at.isoformat() == "2026-11-22T10:15:00+01:00"
        assert call.overview.customer_name == "Ann Lee"
        assert call.overview.first_feeling is Feeling.FRUSTRATION
        assert call.overview.drivers == ()
        assert [u.text for u in call.utterances][1] == "let me look at your account"
        assert [w.text for w in call.utterances[1].words] == "let me look at your account".split()
        assert [(d.detection.label, d.is_withdrawn) for d in call.detections] == [
            ("dead_end", False),
            ("threat", True),
        ]
        assert [(c.rule, c.ending, c.version) for c in call.cues] == [
            ("dead_end", "heeded", ""),
            ("use_name", "suppressed", ""),
            ("thank", "dismissed", ""),
        ]
        assert [p.due for p in call.promises] == ["today by four"]
        assert [f.level for f in call.feelings] == [-40, 40]
        assert [(f.note, f.for_lead, f.kind) for f in call.flags] == [("ask billing", True, "")]
        assert [x.duration_ms for x in call.losses] == [300]


@pytest.mark.parametrize("version", VERSIONS)
def test_words_of_a_released_version_are_found(open_released: OpenReleased, version: str) -> None:
    with open_released(version) as store:
        found = store.list_calls(CallFilter(text="refunds", is_at_risk=True))
        assert [call.id for call in found] == ["one"]


def test_marks_of_a_released_version_count(open_released: OpenReleased) -> None:
    with open_released("0002") as store:
        assert store.rule_marks() == (RuleMarks(rule="dead_end", right=0, wrong=1),)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_migrated_database_takes_calls_and_all_that_is_new(
    open_released: OpenReleased, version: str, tmp_path: Path
) -> None:
    with open_released(version) as store:
        store.save_call(write_call(tmp_path, "two", number="555 7777"))
        store.desk.add_comment(DATED, "well done", "Lead")
        store.settle_follow_up("one", 0)
    with open_released(version) as store:
        assert store.list_calls(CallFilter(customer="7777"))[0].id == "two"
        assert [each.text for each in store.desk.comments(DATED)] == ["well done"]
        store.delete_call(DATED)
        assert store.list_calls(CallFilter(customer="Ann")) == ()


@pytest.mark.parametrize("version", VERSIONS)
def test_calls_of_a_released_version_count_in_the_team_s_figures(
    open_released: OpenReleased, version: str
) -> None:
    now = datetime(2026, 12, 6, tzinfo=UTC)
    with open_released(version) as store:
        counts = read_counts(store.engine, store.name, since=now - timedelta(days=56), now=now)
        before = added(counts)
        assert (before["calls"], before["shown"], before["heeded"]) == (2, 4, 2)
        assert (before["distress"], before["dead_end"], before["turned_up"]) == (2, 2, 2)
        assert (before["named"], before["due"]) == (2, 2)
        # The migration's rows are those that the app makes itself.
        with store.engine.begin() as connection:
            query = select(schema.call_facts).order_by(schema.call_facts.c.call_id)
            made = connection.execute(query).all()
            for row in made:
                keep_facts(connection, row.call_id)
            assert connection.execute(query).all() == made


@pytest.mark.parametrize("version", VERSIONS)
def test_a_migrated_database_has_the_tables_of_a_new_one(
    open_released: OpenReleased, version: str
) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from tests.helpers.tables import is_ours

    with open_released(version) as store, store._engine.connect() as connection:
        options = {"include_object": is_ours, "compare_type": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, schema.metadata) == []


def test_a_database_of_a_newer_app_is_left_alone(open_released: OpenReleased) -> None:
    with open_released("0002") as store, store._engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="made by a newer Call Assist; update this one"):
        open_released("0002")
