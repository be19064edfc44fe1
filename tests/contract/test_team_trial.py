"""Trying a team's database says in one sentence what is there, or why it cannot be used."""

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import URL

from assist import app
from assist.settings import FIELDS
from assist.store.errors import StoreError
from assist.store.trial import try_database

pytestmark = pytest.mark.postgres


def _address(url: URL) -> str:
    return url.set(drivername="postgresql").render_as_string(hide_password=False)


def test_a_database_that_answers_is_described(postgres_url: URL, postgres_template: str) -> None:
    empty = _address(postgres_url)
    assert FIELDS["team_database"].problem(empty) == ""
    said = app.settings_desk().try_team(empty)
    assert said.startswith("The database postgres on this computer answers (PostgreSQL ")
    assert "line not encrypted" in said
    assert said.endswith("nothing is kept there yet.")
    full = _address(postgres_url.set(database=postgres_template))
    assert try_database(full).endswith("calls are kept there already.")


def test_a_user_who_may_make_no_tables_is_told(postgres_url: URL) -> None:
    engine = create_engine(postgres_url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("CREATE DATABASE assist_bare"))
        connection.execute(text("CREATE ROLE assist_reader LOGIN"))
    engine.dispose()
    bare = postgres_url.set(database="assist_bare")
    engine = create_engine(bare, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("REVOKE CREATE ON SCHEMA public FROM PUBLIC"))
    engine.dispose()
    said = try_database(_address(bare.set(username="assist_reader")))
    assert "tables cannot be made there; ask its administrator" in said


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"database": "assist_missing"}, "assist_missing"),
        ({"username": "assist_nobody"}, "refuses the login; check its address, user"),
    ],
)
def test_what_is_wrong_is_said_without_a_password(
    postgres_url: URL, change: dict[str, str], sentence: str
) -> None:
    wrong = postgres_url.set(password="hunter22", **change)  # type: ignore[arg-type]
    with pytest.raises(StoreError) as error:
        try_database(_address(wrong))
    assert sentence in str(error.value)
    assert "hunter22" not in str(error.value)


def test_a_server_that_is_not_there_is_told() -> None:
    with pytest.raises(StoreError, match="cannot be reached"):
        try_database("postgresql://me@127.0.0.1:9/calls")
