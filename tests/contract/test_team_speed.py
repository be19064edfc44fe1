"""The Team tab over half a year of 100,000 calls is there in a second (in three on a team's server,
which asks for each promise whether the caller may see it).

By the processor's time, which does not depend on what else the computer does; and as a ratio to
adding up one column of every call, which depends less on the computer.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.engine import URL

from assist.review import team_desk
from assist.store import schema
from assist.store.calls import SqlCallStore
from assist.store.database import open_postgres
from assist.store.team import Person, add_person
from tests.benchmarks import population
from tests.benchmarks.search import FixedKey, processor_clock
from tests.benchmarks.team import HALF_A_YEAR, NOW, fill
from tests.contract.conftest import new_team

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1800)]


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def full(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqlCallStore]:
    if request.param == "sqlite":
        with SqlCallStore(tmp_path / "calls.db", FixedKey()) as store:
            fill(store.engine, HALF_A_YEAR)
            yield store
        return
    server: URL = request.getfixturevalue("postgres_url")
    template: str = request.getfixturevalue("team_template")
    with new_team(server, template, "figures_speed") as team:
        admin = open_postgres(team.url)
        led = tuple(population.team_of(n, HALF_A_YEAR) for n in range(HALF_A_YEAR.teams))
        add_person(admin, Person(login="lea", name="Lea", team="leads", leads=led), "")
        fill(admin, HALF_A_YEAR)
        admin.dispose()
        engine, folder = team.engine("lea"), tmp_path / "none"
        with SqlCallStore.on_engine(engine, name="The team database", calls_folder=folder) as there:
            yield there


def seconds(clock: Callable[[], float], work: Callable[[], object]) -> float:
    took = []
    for _ in range(3):
        begun = clock()
        work()
        took.append(clock() - begun)
    return min(took)


def test_the_team_tab_is_there_in_a_second(full: SqlCallStore) -> None:
    clock = processor_clock(full)

    def plain() -> None:
        calls = schema.calls.c
        with full.engine.connect() as connection:
            connection.execute(select(func.count(), func.sum(calls.duration_ms))).all()

    figures = seconds(clock, lambda: team_desk.team_figures(full, NOW, 182))
    counts = seconds(clock, lambda: team_desk.follow_ups(full, NOW))
    assert figures + counts <= (1.0 if full.engine.dialect.name == "sqlite" else 3.0)
    # Nine figures of 10,000 agents' weeks against one sum.
    assert figures <= 40 * max(seconds(clock, plain), 0.02)
