"""`assist team live` against a real server: turned on, listed, turned off; the settings of both."""

import json

import pytest
from sqlalchemy import text

from assist import cli, paths
from assist.app.live import open_live_post
from assist.core.live import Need
from assist.settings import set_setting
from assist.store.database import open_postgres
from assist.store.live import set_live
from tests.helpers.live import WORDS, board_of, key_of, post_of, report
from tests.helpers.teamdatabase import Team

pytestmark = pytest.mark.postgres


def main(arguments: list[str]) -> int:
    def no_desktop(speed: float | None) -> int:
        raise AssertionError("no window was asked for")

    return cli.main(arguments, open_desktop=no_desktop)


def address(team: Team, login: str) -> str:
    url = team.url.set(username=login, drivername="postgresql")
    return url.render_as_string(hide_password=False)


@pytest.fixture
def live(team: Team) -> Team:
    engine = open_postgres(team.url)
    set_live(engine, is_on=True)
    engine.dispose()
    return team


def set_up(team: Team, login: str, **settings: str | bool) -> None:
    set_setting(paths.settings_file(), "team_database", address(team, login))
    for key, value in settings.items():
        set_setting(paths.settings_file(), key, value)


def test_an_administrator_turns_it_on_and_a_lead_lists_what_needs_help(
    team: Team, capsys: pytest.CaptureFixture[str]
) -> None:
    lead = ["team", "live", "--url", address(team, "lea")]
    assert main(lead) == 0
    assert "has not turned the live board on" in capsys.readouterr().err
    assert main(["team", "live", "on", "--url", address(team, "ada")]) == 0
    assert capsys.readouterr().out == "The live board is on.\n"
    assert main(lead) == 0
    assert "Nobody needs help right now" in capsys.readouterr().err
    with post_of(team, "sarah") as post:
        post.put(report("sarah", Need.HELP, Need.MANAGER))
        assert main(lead) == 0
        line = capsys.readouterr().out
        assert line.endswith("Sarah                    agent asks for help, manager asked for\n")
        assert main([*lead, "--json"]) == 0
        told = json.loads(capsys.readouterr().out)
        assert (told["agent"], told["needs"]) == ("Sarah", ["help", "manager"])
        assert main(["team", "live", "off", "--url", address(team, "ada")]) == 0
        capsys.readouterr()
        assert main(lead) == 0
        assert capsys.readouterr().out == ""


def test_nobody_else_turns_it_on(team: Team, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["team", "live", "on", "--url", address(team, "lea")]) == 1
    assert "does not allow that" in capsys.readouterr().err


def test_the_log_tells_an_agent_who_watched_and_wrote(
    live: Team, capsys: pytest.CaptureFixture[str]
) -> None:
    with post_of(live, "sarah") as post, board_of(live, "lea") as board:
        post.put(report("sarah"))
        board.look(key_of("sarah"))
        board.send(key_of("sarah"), "offer the refund")
    set_up(live, "sarah")
    assert main(["team", "looks"]) == 0
    out = capsys.readouterr().out
    assert f"Lea watched {key_of('sarah').call}" in out
    assert f"Lea sent a line in {key_of('sarah').call}" in out


def test_a_computer_sends_nothing_unless_its_own_setting_says_so(live: Team) -> None:
    set_up(live, "sarah")
    assert open_live_post() is None
    set_up(live, "sarah", live_board=True)
    assert open_live_post() is None  # nothing is shared at all
    set_up(live, "sarah", team_shares="totals")
    post = open_live_post()
    assert post is not None
    try:
        with board_of(live, "lea") as board:
            post.put(report("sarah"))
            board.look(key_of("sarah"))
            assert post.put(report("sarah", words=WORDS)).takes_words is False
    finally:
        post.close()
    engine = open_postgres(live.url)
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM live_words")) == 0
    engine.dispose()


def test_a_shared_folder_has_no_board(capsys: pytest.CaptureFixture[str]) -> None:
    for key, value in (
        ("team_database", "file:///srv/calls"),
        ("team_shares", "transcripts"),
        ("live_board", True),
    ):
        set_setting(paths.settings_file(), key, value)
    assert open_live_post() is None
    assert main(["team", "live"]) != 0
    assert "shows no live calls" in capsys.readouterr().err
