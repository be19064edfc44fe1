"""A team's database, a workstation that keeps sound, and the lead who may hear it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.engine import URL

from assist.store.calls import SqlCallStore
from assist.store.database import open_postgres
from tests.contract.conftest import new_team
from tests.helpers.soundteam import SoundWorkstation, set_limit
from tests.helpers.teamdatabase import Team


@pytest.fixture(scope="session")
def sound_team(postgres_url: URL, team_template: str) -> Iterator[Team]:
    """One database for all tests here: making one costs more than most of them."""
    with new_team(postgres_url, team_template, "team_sound") as made:
        yield made


@pytest.fixture
def team(sound_team: Team) -> Team:
    """Each test begins without calls and looks, and with the team's own limit at its widest."""
    admin = open_postgres(sound_team.url)
    with admin.begin() as connection:
        connection.execute(text("DELETE FROM calls"))
        connection.execute(text("TRUNCATE looks"))
    admin.dispose()
    set_limit(sound_team, "audio")
    return sound_team


@pytest.fixture
def sarah(team: Team, tmp_path: Path) -> Iterator[SoundWorkstation]:
    computer = SoundWorkstation(tmp_path / "sarah", team, "sarah")
    yield computer
    computer.close()


@pytest.fixture
def lead(team: Team, tmp_path: Path) -> Iterator[SqlCallStore]:
    engine = team.engine("lea")
    folder = tmp_path / "none"
    with SqlCallStore.on_engine(engine, name="The team database", calls_folder=folder) as store:
        yield store
