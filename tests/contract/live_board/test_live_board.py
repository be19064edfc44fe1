"""The live board on a real server: a call comes, is watched, and goes."""

import json
from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.engine import URL

from assist.core.live import CallKey, LiveState, Need
from assist.store.database import open_postgres
from assist.store.errors import StoreError
from assist.store.live import DatabaseBoard, DatabasePost, set_live
from assist.store.team import init_team, looks, set_shares
from tests.helpers.live import SECRET, STATE, WORDS, board_of, key_of, post_of, report
from tests.helpers.session import GENEROUS_S
from tests.helpers.teamdatabase import Team

pytestmark = pytest.mark.postgres

SARAH = key_of("sarah")


def be_late(team: Team, table: str) -> None:
    """As if nothing had been heard of its rows for a minute."""
    engine = open_postgres(team.url)
    with engine.begin() as connection:
        late = f"UPDATE {table} SET expires_at = now() - interval '1 second'"
        connection.execute(text(late))
    engine.dispose()


def test_it_is_off_until_an_administrator_turns_it_on(made: Team) -> None:
    engine = open_postgres(made.url)
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM team_settings WHERE name = 'live'"))
    init_team(engine)  # as a new team has it
    engine.dispose()
    with post_of(made, "sarah") as post, board_of(made, "lea") as board:
        assert not post.put(report("sarah")).is_on
        view = board.look(None)
        assert (view.is_on, view.calls) == (False, ())


@pytest.mark.parametrize("login", ["sarah", "lea"])
def test_only_an_administrator_turns_it_on(team: Team, login: str) -> None:
    engine = team.engine(login)
    with pytest.raises(StoreError, match="does not allow that"):
        set_live(engine, is_on=True)
    engine.dispose()
    admin = team.engine("ada")
    set_live(admin, is_on=False)
    admin.dispose()
    with post_of(team, "sarah") as post:
        assert not post.put(report("sarah")).is_on


def test_a_call_shows_why_it_needs_a_lead_and_how_it_stands(
    sarah: DatabasePost, lea: DatabaseBoard
) -> None:
    answer = sarah.put(report("sarah", Need.HELP, Need.AT_RISK))
    assert (answer.is_on, answer.takes_words, answer.watchers, answer.lines) == (True, True, (), ())
    view = lea.look(None)
    (call,) = view.calls
    assert (call.key, call.agent, call.team) == (SARAH, "Sarah", "blue")
    assert call.needs == (Need.HELP, Need.AT_RISK)
    assert call.state == STATE
    assert 0 <= (view.now - call.since).total_seconds() < GENEROUS_S


def test_a_waiting_lead_is_told_of_a_call(sarah: DatabasePost, lea: DatabaseBoard) -> None:
    assert lea.look(None).calls == ()
    sarah.put(report("sarah"))
    assert lea.wait(GENEROUS_S)
    assert [call.key for call in lea.look(None).calls] == [SARAH]


def test_news_while_a_question_is_answered_is_not_waited_for(
    sarah: DatabasePost, lea: DatabaseBoard
) -> None:
    lea.look(None)
    sarah.put(report("sarah"))
    with lea._line.open() as connection:  # takes in what the server has sent meanwhile
        connection.execute(text("SELECT 1"))
    assert lea.wait(GENEROUS_S)
    assert len(lea.look(None).calls) == 1


def test_renewing_a_call_that_stands_as_it_stood_tells_nobody(
    team: Team, sarah: DatabasePost, lea: DatabaseBoard
) -> None:
    sarah.put(report("sarah"))
    be_late(team, "live_calls")
    lea.look(None)
    sarah.put(report("sarah"))
    lea.look(None)  # whatever was told by then is taken in
    assert not lea._has_news.is_set()
    sarah.put(report("sarah", state=replace(STATE, level=-20)))
    assert lea.wait(GENEROUS_S)
    assert lea.look(None).calls[0].state.level == -20


def test_a_call_stays_since_when_it_first_needed_somebody(
    sarah: DatabasePost, lea: DatabaseBoard
) -> None:
    sarah.put(report("sarah", Need.AT_RISK))
    first = lea.look(None).calls[0].since
    sarah.put(report("sarah", Need.HELP, Need.AT_RISK))
    assert lea.look(None).calls[0].since == first


def test_a_call_that_needs_nobody_any_more_leaves_at_once(
    sarah: DatabasePost, lea: DatabaseBoard
) -> None:
    sarah.put(report("sarah"))
    lea.look(None)
    sarah.drop(SARAH.call)
    assert lea.wait(GENEROUS_S)
    assert lea.look(None).calls == ()


def test_the_call_of_a_dead_workstation_disappears_by_itself(
    team: Team, sarah: DatabasePost, lea: DatabaseBoard
) -> None:
    sarah.put(report("sarah"))
    be_late(team, "live_calls")
    assert lea.look(SARAH).calls == ()
    assert lea.send(SARAH, "are you there?") is False
    sarah.put(report("sarah"))  # it only was slow
    assert len(lea.look(None).calls) == 1


def test_what_is_long_gone_is_cleared_away_with_the_next_call(
    team: Team, sarah: DatabasePost
) -> None:
    with post_of(team, "sam") as sam:
        sam.put(report("sam"))
    engine = open_postgres(team.url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE live_calls SET expires_at = now() - interval '1 hour'"))
    sarah.put(report("sarah"))
    with engine.connect() as connection:
        assert list(connection.scalars(text("SELECT owner FROM live_calls"))) == ["sarah"]
    engine.dispose()


def test_the_agent_sees_who_watches_and_for_how_long(
    team: Team, sarah: DatabasePost, lea: DatabaseBoard
) -> None:
    sarah.put(report("sarah"))
    view = lea.look(SARAH)
    assert view.watched is not None
    assert view.calls[0].watchers == ("Lea",)
    assert sarah.put(report("sarah")).watchers == ("Lea",)
    lea.look(None)
    assert sarah.put(report("sarah")).watchers == ()
    lea.look(SARAH)
    be_late(team, "live_watchers")  # the lead's computer died
    assert sarah.put(report("sarah")).watchers == ()


def test_closing_the_board_stops_watching(team: Team, sarah: DatabasePost) -> None:
    sarah.put(report("sarah"))
    with board_of(team, "lea") as board:
        board.look(SARAH)
        assert sarah.put(report("sarah")).watchers == ("Lea",)
    assert sarah.put(report("sarah")).watchers == ()


def test_words_are_there_only_while_a_lead_watches(
    team: Team, sarah: DatabasePost, lea: DatabaseBoard
) -> None:
    sarah.put(report("sarah", words=WORDS))
    engine = open_postgres(team.url)
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM live_words")) == 0
    engine.dispose()
    watched = lea.look(SARAH).watched
    assert watched is not None
    assert (watched.words, watched.takes_words) == (None, True)
    sarah.put(report("sarah", words=WORDS))
    assert lea.wait(GENEROUS_S)
    watched = lea.look(SARAH).watched
    assert watched is not None
    assert watched.words == WORDS
    assert SECRET not in str(lea.look(None).calls)


@pytest.mark.parametrize("limit", ["totals", "nothing"])
def test_no_word_is_kept_where_the_team_takes_none(
    team: Team, sarah: DatabasePost, lea: DatabaseBoard, limit: str
) -> None:
    sarah.put(report("sarah"))
    lea.look(SARAH)
    sarah.put(report("sarah", words=WORDS))
    engine = open_postgres(team.url)
    set_shares(engine, limit)
    answer = sarah.put(report("sarah", words=WORDS))
    assert (answer.is_on, answer.takes_words) == (limit == "totals", False)
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM live_words")) == 0
    engine.dispose()
    watched = lea.look(SARAH).watched
    assert watched is None or (watched.words, watched.takes_words) == (None, False)


def test_no_word_leaves_a_computer_whose_own_limit_keeps_them(
    team: Team, lea: DatabaseBoard
) -> None:
    with post_of(team, "sarah", may_send_words=False) as post:
        assert post.put(report("sarah")).takes_words is False
        lea.look(SARAH)
        post.put(report("sarah", words=WORDS))
        watched = lea.look(SARAH).watched
    assert watched is not None
    assert watched.words is None


def test_watching_and_lines_are_in_the_agents_log_once_each(
    team: Team, sarah: DatabasePost, lea: DatabaseBoard
) -> None:
    sarah.put(report("sarah"))
    lea.look(None)
    mine = team.engine("sarah")
    assert looks(mine) == ()  # the list alone is no look
    lea.look(SARAH)
    lea.look(SARAH)
    lea.send(SARAH, "offer the refund")
    assert [(each.who, each.call_id, each.what) for each in looks(mine)] == [
        ("Lea", SARAH.call, "line"),
        ("Lea", SARAH.call, "watch"),
    ]
    mine.dispose()


@pytest.mark.parametrize(
    "strange", [{"feeling": "envy"}, {"prompts": 5}, {"level": {}}, {"promises": [{}]}]
)
def test_what_another_version_writes_costs_a_lead_no_other_call(
    team: Team, sarah: DatabasePost, lea: DatabaseBoard, strange: dict[str, object]
) -> None:
    sarah.put(report("sarah"))
    engine = team.engine("sam")
    document = {"call": "new", "needs": ["help"], "state": strange, "words": {"said": 1}}
    with engine.connect() as connection:
        put = text("SELECT public.put_live(CAST(:doc AS jsonb))")
        connection.execute(put, {"doc": json.dumps(document)})
        connection.commit()
    engine.dispose()
    view = lea.look(CallKey(owner="sam", call="new"))
    assert [call.agent for call in view.calls] == ["Sarah", "Sam"]
    assert view.watched is not None
    assert (view.watched.call.state, view.watched.words) == (LiveState(), None)


def test_an_agent_has_one_call_on_the_board_and_one_being_put_away(
    team: Team, sarah: DatabasePost, lea: DatabaseBoard
) -> None:
    for number in range(5):
        sarah.put(replace(report("sarah"), call=f"call-{number}"))
    assert [call.key.call for call in lea.look(None).calls] == ["call-3", "call-4"]


def test_a_board_that_lost_its_line_listens_again(
    team: Team, sarah: DatabasePost, lea: DatabaseBoard
) -> None:
    lea.look(None)
    admin = open_postgres(team.url)
    with admin.begin() as connection:
        connection.execute(
            text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'lea'")
        )
    admin.dispose()
    assert lea.wait(GENEROUS_S)
    with pytest.raises(StoreError):
        lea.look(None)
    lea.look(None)
    sarah.put(report("sarah"))
    assert lea.wait(GENEROUS_S)
    assert len(lea.look(None).calls) == 1


def test_waking_ends_a_wait(lea: DatabaseBoard) -> None:
    lea.wake()
    assert lea.wait(GENEROUS_S)
    lea.look(None)
    lea.wake()
    assert lea.wait(GENEROUS_S)


def test_a_database_from_before_the_board_is_told(empty_postgres: URL) -> None:
    post = DatabasePost(open_postgres(empty_postgres), may_send_words=True)
    with pytest.raises(StoreError, match="not set up"):
        post.put(report("sarah", state=LiveState()))
    post.close()
