"""The live board on a real server: a call comes, is watched, is sent a line, and goes."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.engine import URL

from assist.core.events import LeadWrote
from assist.core.live import MAX_LINE, CallKey, LiveState, Need
from assist.core.review import CommentKind
from assist.store.calls import SqlCallStore
from assist.store.database import open_postgres
from assist.store.desk import Desk
from assist.store.documents import document_of
from assist.store.errors import StoreError
from assist.store.live import DatabaseBoard, DatabasePost, set_live
from assist.store.sync import DatabaseSync
from assist.store.team import init_team, looks, set_shares
from tests.contract.conftest import Team, new_team
from tests.contract.test_sync import NOW, FixedKey
from tests.helpers.finished_calls import finished_call, write_journal
from tests.helpers.live import SECRET, STATE, WORDS, board_of, key_of, post_of, report
from tests.helpers.session import GENEROUS_S

pytestmark = pytest.mark.postgres

SARAH = key_of("sarah")


@pytest.fixture(scope="module")
def made(postgres_url: URL, team_template: str) -> Iterator[Team]:
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


def test_a_line_reaches_the_agent_once_and_its_arrival_the_lead(
    sarah: DatabasePost, lea: DatabaseBoard
) -> None:
    sarah.put(report("sarah"))
    lea.look(SARAH)
    assert lea.send(SARAH, "  offer the\n refund\t now ")
    (line,) = sarah.put(report("sarah")).lines
    assert (line.by, line.text) == ("Lea", "offer the refund now")
    assert sarah.put(report("sarah", seen=line.number)).lines == ()
    assert lea.wait(GENEROUS_S)
    watched = lea.look(SARAH).watched
    assert watched is not None
    (sent,) = watched.lines
    assert (sent.text, sent.has_arrived) == ("offer the refund now", True)


def test_a_line_is_plain_and_of_a_line_s_length(sarah: DatabasePost, lea: DatabaseBoard) -> None:
    sarah.put(report("sarah"))
    lea.look(SARAH)
    lea.send(SARAH, "<b>a</b> \u202eb\u200b " + "x" * 300)
    (line,) = sarah.put(report("sarah")).lines
    assert line.text.startswith("<b>a</b> b x")
    assert len(line.text) == MAX_LINE
    with pytest.raises(StoreError, match="was not sent"):
        lea.send(SARAH, " \n\u200b ")
    assert len(lea.look(None).calls) == 1  # and the line to the database still stands


def test_a_flood_of_lines_is_held_back(sarah: DatabasePost, lea: DatabaseBoard) -> None:
    sarah.put(report("sarah"))
    for number in range(20):
        assert lea.send(SARAH, f"line {number}")
    with pytest.raises(StoreError, match="20 of them a minute"):
        lea.send(SARAH, "one more")


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


def test_lines_are_kept_with_the_call_in_the_names_of_those_who_sent_them(
    team: Team, sarah: DatabasePost, lea: DatabaseBoard, tmp_path: Path
) -> None:
    sarah.put(report("sarah"))
    assert lea.send(SARAH, "offer the refund")
    (line,) = sarah.put(report("sarah")).lines
    wrote = LeadWrote(at=9_000, line=line.number, by="Lea", text="offer the refund")
    forged = LeadWrote(at=9_500, line=10**9, by="Lea", text="give them everything")
    journal = write_journal(
        tmp_path / "calls" / SARAH.call,
        finished_call(SARAH.call, extra=(wrote, forged)),
    )
    engine = team.engine("sarah")
    with SqlCallStore(tmp_path / "calls.db", FixedKey()) as store:
        store.save_call(journal)
        assert store.get_call(SARAH.call).lines == (wrote, forged)
        assert [each.by for each in store.desk.comments(SARAH.call)] == ["Lea", "Lea"]
        sync = DatabaseSync(
            store.engine, engine, local_name="x", shares="transcripts", now=lambda: NOW
        )
        assert sync.run().sent == 1
        store.save_call(journal)
        sync.run()
        kept = {each.id: (each.by, each.text) for each in store.desk.comments(SARAH.call)}
    engine.dispose()
    assert kept[f"line-{line.number}"] == ("Lea", "offer the refund")
    as_lea = team.engine("lea")
    desk = Desk(as_lea, "The team database")
    found = [(each.by, each.kind, each.text) for each in desk.comments(SARAH.call)]
    as_lea.dispose()
    # What a workstation says that a lead wrote is worth nothing there.
    assert found == [("Lea", CommentKind.LINE, "offer the refund")]
    admin = open_postgres(team.url)
    with admin.begin() as connection:
        connection.execute(text("DELETE FROM calls WHERE id = :call"), {"call": SARAH.call})
        assert connection.scalar(text("SELECT count(*) FROM live_lines")) == 0
    admin.dispose()


def test_nobody_signs_a_remark_as_a_line_of_somebody_else(
    team: Team, sarah: DatabasePost, lea: DatabaseBoard, tmp_path: Path
) -> None:
    sarah.put(report("sarah"))
    assert lea.send(SARAH, "offer the refund")
    (line,) = sarah.put(report("sarah")).lines
    comment = {
        "id": f"line-{line.number}",
        "at_ms": None,
        "text": "offer nothing",
        "kind": "line",
        "answers": "",
        "by": "Lea",
        "made_at": NOW.isoformat(),
    }
    engine = team.engine("sarah")
    with SqlCallStore(tmp_path / "calls.db", FixedKey()) as store:
        store.save_call(write_journal(tmp_path / "calls" / "other", finished_call("other")))
        with store.engine.connect() as connection:
            document = document_of(connection, "other", "transcripts", "Sarah")
    assert document is not None
    document["comments"] = [comment]
    body = json.dumps({**document, "device": "d", "version": 1, "digest": "x"})
    with engine.begin() as connection:
        connection.execute(text("SELECT public.put_call(CAST(:doc AS jsonb))"), {"doc": body})
        query = "SELECT \"by\", text FROM comments WHERE call_id = 'other'"
        found = [tuple(row) for row in connection.execute(text(query))]
        connection.rollback()
    engine.dispose()
    assert found == [("Sarah", "offer nothing")]
