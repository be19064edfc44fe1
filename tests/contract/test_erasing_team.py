"""A customer erased from a team's database: by its administrator alone, and for good."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import ProgrammingError

from assist.store import outbox
from assist.store.calls import SqlCallStore
from assist.store.customers import Customer
from assist.store.errors import StoreError
from assist.store.team import NAME
from assist.store.team_erasure import erase_in_team, erased_in_team, find_in_team
from tests.helpers.teamdatabase import Team, Workstation

pytestmark = pytest.mark.postgres
DAVID = Customer(number="(0555) 0142")


@pytest.fixture
def sarah(team: Team, tmp_path: Path) -> Iterator[Workstation]:
    computer = Workstation(tmp_path / "sarah", team, "sarah")
    computer.add("20261122T101500-aa", "20261122T111500-bb")
    computer.sync()
    yield computer
    computer.close()


@pytest.fixture
def ada(team: Team) -> Iterator[Engine]:
    engine = team.engine("ada")
    yield engine
    engine.dispose()


def _count(team: Team, table: str) -> int:
    engine = team.engine("test")
    with engine.connect() as connection:
        count = connection.scalar(text(f"SELECT count(*) FROM public.{table}"))
    engine.dispose()
    return int(count or 0)


def test_the_administrator_finds_and_erases_without_reading_a_word(
    team: Team, sarah: Workstation, ada: Engine
) -> None:
    found = find_in_team(ada, NAME, DAVID)
    assert [(call.id[-2:], call.agent, call.is_held) for call in found] == [
        ("aa", "Sarah", False),
        ("bb", "Sarah", False),
    ]
    with ada.connect() as connection, pytest.raises(ProgrammingError, match="permission denied"):
        connection.execute(text("SELECT * FROM public.utterances"))
    assert erase_in_team(ada, NAME, (found[0].id,), "erasure: letter 7") == 1
    assert [call.id[-2:] for call in find_in_team(ada, NAME, DAVID)] == ["bb"]
    for table in ("utterances", "promises", "feelings", "cues", "detections"):
        engine = team.engine("test")
        with engine.connect() as connection:
            query = text(f"SELECT count(*) FROM public.{table} WHERE call_id LIKE '%aa'")
            assert connection.scalar(query) == 0, table
        engine.dispose()


@pytest.mark.parametrize("login", ["sarah", "lea"])
def test_nobody_else_may(team: Team, sarah: Workstation, login: str) -> None:
    engine = team.engine(login)
    with pytest.raises(StoreError, match="does not allow that"):
        find_in_team(engine, NAME, DAVID)
    with pytest.raises(StoreError, match="does not allow that"):
        erase_in_team(engine, NAME, ("20261122T101500-aa",), "erasure")
    for statement in (
        "DELETE FROM public.deletions",
        "INSERT INTO public.deletions VALUES ('x', now(), 'y', 'calls', 'erasure', 'z', '')",
        "SELECT * FROM public.customer_holds",
    ):
        with pytest.raises(Exception, match="permission denied"), engine.begin() as connection:
            connection.execute(text(statement))
    engine.dispose()
    assert _count(team, "calls") == 2


def test_a_call_on_hold_stays(team: Team, sarah: Workstation, ada: Engine) -> None:
    lea = team.engine("lea")
    store = SqlCallStore.on_engine(lea, name=NAME, calls_folder=sarah.home / "lea")
    store.desk.hold("20261122T101500-aa", why="case 12", by="Lea")
    store.close()
    assert [call.is_held for call in find_in_team(ada, NAME, DAVID)] == [True, False]
    ids = tuple(call.id for call in find_in_team(ada, NAME, DAVID))
    assert erase_in_team(ada, NAME, ids, "erasure") == 1
    assert [call.id[-2:] for call in find_in_team(ada, NAME, DAVID)] == ["aa"]
    sarah.sync()
    assert sarah.store.desk.status("20261122T101500-aa").held_for == "case 12", "it reaches her"


def test_the_workstation_drops_it_and_cannot_bring_it_back(
    team: Team, sarah: Workstation, ada: Engine
) -> None:
    erase_in_team(ada, NAME, ("20261122T101500-aa",), "erasure")
    sarah.store.desk.add_comment("20261122T101500-aa", "she called again", "Sarah")
    sarah.sync()  # an old workstation, which does not ask first
    assert _count(team, "calls") == 1
    with sarah.store.engine.connect() as connection:
        device = outbox.state(connection, "", "device")
    with sarah.team.connect() as connection:
        erased = erased_in_team(connection, device)
    assert erased == ("20261122T101500-aa",)
    assert sarah.store.remover.erase_elsewhere(erased) == 1
    assert [call.id[-2:] for call in sarah.store.list_calls()] == ["bb"]
    assert sarah.sync().left == 0


def test_the_log_names_no_customer(team: Team, sarah: Workstation, ada: Engine) -> None:
    erase_in_team(ada, NAME, ("20261122T101500-aa",), "erasure: letter 7")
    with ada.connect() as connection:
        rows = list(
            connection.execute(text('SELECT call_id, what, why, "by" FROM public.deletions'))
        )
    assert rows == [("20261122T101500-aa", "calls", "erasure: letter 7", "ada")]
