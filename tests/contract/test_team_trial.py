"""The Settings window tries a team's database and says in a sentence what is there."""

import pytest
from sqlalchemy.engine import URL

from assist import app
from assist.core.errors import AssistError
from assist.settings import FIELDS
from tests.helpers.teamdatabase import Team

pytestmark = pytest.mark.postgres


def _address(url: URL) -> str:
    return url.set(drivername="postgresql").render_as_string(hide_password=False)


def test_a_database_that_nobody_has_set_up_is_told(postgres_url: URL) -> None:
    address = _address(postgres_url)
    assert FIELDS["team_database"].problem(address) == ""
    with pytest.raises(AssistError, match="is not set up yet"):
        app.settings_desk().try_team(address)


def test_a_login_that_is_known_there_is_told_its_part(team: Team) -> None:
    said = app.settings_desk().try_team(_address(team.url.set(username="lea")))
    assert said == "The team's database answers and knows you (lead)."
    said = app.settings_desk().try_team(_address(team.url.set(username="sam")))
    assert said == "The team's database answers and knows you (agent)."


@pytest.mark.parametrize(
    ("change", "sentence"),
    [({"database": "assist_missing"}, ""), ({"username": "assist_nobody"}, "refuses the login")],
)
def test_what_is_wrong_is_said_without_a_password(
    postgres_url: URL, change: dict[str, str], sentence: str
) -> None:
    wrong = postgres_url.set(password="hunter22", **change)  # type: ignore[arg-type]
    with pytest.raises(AssistError) as error:
        app.settings_desk().try_team(_address(wrong))
    assert sentence in str(error.value)
    assert "hunter22" not in str(error.value)


def test_a_server_that_is_not_there_is_told() -> None:
    with pytest.raises(AssistError, match="cannot be reached"):
        app.settings_desk().try_team("postgresql://me@127.0.0.1:9/calls")
    with pytest.raises(AssistError, match="Type an address such as"):
        app.settings_desk().try_team("db.example.com")
