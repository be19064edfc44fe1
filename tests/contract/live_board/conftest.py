"""A team's database with its live board, the agent's end of it and the lead's."""

from collections.abc import Iterator

import pytest
from sqlalchemy import text
from sqlalchemy.engine import URL

from assist.store.database import open_postgres
from assist.store.live import DatabaseBoard, DatabasePost, set_live
from assist.store.team import set_shares
from tests.contract.conftest import new_team
from tests.helpers.live import board_of, post_of
from tests.helpers.teamdatabase import Team


@pytest.fixture(scope="session")
def made(postgres_url: URL, team_template: str) -> Iterator[Team]:
    """One database for all tests here."""
    with new_team(postgres_url, team_template, "live_board") as team:
        yield team


@pytest.fixture
def team(made: Team) -> Team:
    """The team with its live board turned on and nothing on it."""
    engine = open_postgres(made.url)
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM live_calls"))
        connection.execute(text("DELETE FROM live_lines"))
        connection.execute(text("TRUNCATE looks"))
    set_live(engine, is_on=True)
    set_shares(engine, "transcripts")
    engine.dispose()
    return made


@pytest.fixture
def sarah(team: Team) -> Iterator[DatabasePost]:
    with post_of(team, "sarah") as post:
        yield post


@pytest.fixture
def lea(team: Team) -> Iterator[DatabaseBoard]:
    with board_of(team, "lea") as board:
        yield board
