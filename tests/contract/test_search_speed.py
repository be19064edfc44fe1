"""A search among 1,000,000 utterances shows its first page in 50 ms, a list of 100,000 calls opens
in half a second. By the processor's time, which does not depend on what else the computer does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import URL

from assist.store.calls import SqlCallStore
from assist.store.database import open_postgres
from assist.store.team import Person, add_person
from tests.benchmarks import population
from tests.benchmarks.search import FixedKey, measure
from tests.contract.conftest import new_team

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1800)]


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def full(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqlCallStore]:
    if request.param == "sqlite":
        with SqlCallStore(tmp_path / "calls.db", FixedKey()) as store:
            population.fill(store.engine, population.FULL)
            yield store
        return
    server: URL = request.getfixturevalue("postgres_url")
    template: str = request.getfixturevalue("team_template")
    with new_team(server, template, "team_speed") as team:
        admin = open_postgres(team.url)
        led = (population.team_of(0, population.FULL),)
        add_person(admin, Person(login="lea", name="Lea", team="leads", leads=led), "")
        population.fill(admin, population.FULL)
        admin.dispose()
        folder = tmp_path / "none"
        engine = team.engine("lea")
        with SqlCallStore.on_engine(engine, name="The team database", calls_folder=folder) as there:
            yield there


def test_the_first_page_of_a_search_and_a_list_are_there_at_once(full: SqlCallStore) -> None:
    searches, lists = measure(full)
    assert searches.cpu_p95 <= 50
    assert lists.cpu_p95 <= 500
