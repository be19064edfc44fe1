"""A lead's line gets to the agent of a watched call, and stays with the call under its name."""

import json
from pathlib import Path

import pytest
from sqlalchemy import text

from assist.core.events import LeadWrote
from assist.core.live import MAX_LINE
from assist.core.review import CommentKind
from assist.store.calls import SqlCallStore
from assist.store.database import open_postgres
from assist.store.desk import Desk
from assist.store.documents import document_of
from assist.store.errors import StoreError
from assist.store.live import DatabaseBoard, DatabasePost
from assist.store.sync import DatabaseSync
from tests.helpers.finished_calls import finished_call, write_journal
from tests.helpers.live import key_of, report
from tests.helpers.session import GENEROUS_S
from tests.helpers.teamdatabase import NOW, FixedKey, Team

pytestmark = pytest.mark.postgres

SARAH = key_of("sarah")


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


def test_a_card_number_in_a_line_does_not_leave_the_lead_s_computer(
    sarah: DatabasePost, lea: DatabaseBoard
) -> None:
    sarah.put(report("sarah"))
    lea.look(SARAH)
    lea.send(SARAH, "it was 4111 1111\n1111 1111")
    (line,) = sarah.put(report("sarah")).lines
    assert line.text == "it was •••"


def test_a_flood_of_lines_is_held_back(sarah: DatabasePost, lea: DatabaseBoard) -> None:
    sarah.put(report("sarah"))
    for number in range(20):
        assert lea.send(SARAH, f"line {number}")
    with pytest.raises(StoreError, match="20 of them a minute"):
        lea.send(SARAH, "one more")


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
