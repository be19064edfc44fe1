"""The review desk over a team's database: the login decides what is there and what may be done."""

from pathlib import Path

import pytest

from assist import app, settings
from assist.core.errors import AssistError
from assist.core.review import CommentKind, ReviewFilter
from assist.review.errors import ReviewError
from assist.review.flags import CallJudge
from assist.store.calls import SqlCallStore
from assist.store.errors import StoreError
from assist.store.sync import DatabaseSync
from tests.helpers.finished_calls import write_call
from tests.helpers.teamdatabase import NOW, FixedKey, Team, log_in

pytestmark = pytest.mark.postgres

SARAH, RITA = "20261122T101500-sarah", "20261122T111500-rita"


@pytest.fixture
def filled(team: Team, tmp_path: Path) -> Team:
    """A flagged call of Sarah's and one of Rita's, sent by their own computers."""
    for login, call in (("sarah", SARAH), ("rita", RITA)):
        home = tmp_path / login
        home.mkdir()
        engine = team.engine(login)
        with SqlCallStore(home / "calls.db", FixedKey(), judge=CallJudge()) as store:
            store.save_call(write_call(home, call, name=f"Customer of {login}"))
            sync = DatabaseSync(
                store._engine, engine, local_name="x", shares="transcripts", now=lambda: NOW
            )
            assert sync.run().sent == 1
        engine.dispose()
    return team


def test_a_lead_reviews_calls_of_the_own_team_and_no_others(
    filled: Team, assist_home: Path
) -> None:
    log_in(filled, "lea", assist_home)
    desk = app.review_desk()
    assert (desk.who, desk.is_agent) == ("Lea", False)
    assert not desk.catch_up(), "others fill the team's database"
    (row,) = desk.rows(ReviewFilter(is_flagged=True), 50, 0)
    assert row.id == SARAH
    assert row.reasons
    desk.comment(SARAH, "Say it sooner.", at=9_000)
    desk.set_reviewed(SARAH, is_reviewed=True)
    desk.correct_score(SARAH, "resolved", 1)
    call = desk.call(SARAH)
    assert call.row.status.reviewed_by == "Lea"
    assert [(each.by, each.text) for each in call.comments] == [("Lea", "Say it sooner.")]
    assert [score.lead for score in call.scores if score.item == "resolved"] == [1]
    with pytest.raises(StoreError):
        desk.call(RITA)
    desk.close()


def test_an_agent_works_on_the_own_computer_s_calls_as_an_agent(
    filled: Team, assist_home: Path
) -> None:
    """What leads said comes there with the sync, and so do the answers go."""
    log_in(filled, "sarah", assist_home)
    settings.set_setting(assist_home / "config" / "settings.toml", "agent_name", "Sarah")
    write_call(assist_home / "state", SARAH)
    desk = app.review_desk()
    assert (desk.who, desk.is_agent) == ("Sarah", True)
    assert desk.catch_up()
    assert [row.id for row in desk.rows(ReviewFilter(), 50, 0)] == [SARAH]
    desk.comment(SARAH, "I had to look.", kind=CommentKind.DISPUTE)
    with pytest.raises(ReviewError, match="Only a lead"):
        desk.set_reviewed(SARAH, is_reviewed=True)
    desk.close()


def test_a_team_database_that_is_gone_is_said_and_one_s_own_calls_are_there(
    filled: Team, assist_home: Path
) -> None:
    settings.set_setting(
        assist_home / "config" / "settings.toml",
        "team_database",
        "postgresql://lea@/nothing?host=/nowhere",
    )
    with pytest.raises(AssistError):
        app.review_desk()
    desk = app.review_desk(is_local=True)
    assert desk.count(ReviewFilter()) == 0
    desk.close()
