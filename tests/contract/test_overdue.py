"""A promise that is past due and was not kept flags its call, on both databases and in a team's."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from assist import app, cli
from assist.core.events import CallStarted
from assist.core.review import FlagReason, ReviewFilter, Severity
from assist.review.flags import RULES_VERSION, CallJudge
from assist.store.calls import SqlCallStore
from assist.store.database import open_postgres
from assist.store.followups import count_follow_ups
from assist.store.overdue import REASON, flag_overdue
from assist.store.sync import DatabaseSync
from tests.helpers.finished_calls import finished_call, write_call, write_journal
from tests.helpers.reviewing import plain_call
from tests.helpers.teamdatabase import FixedKey, Team, ask, is_refused, log_in

DUE = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
"""When the promise of `finished_call` is due."""
OVERDUE = FlagReason(reason=REASON, severity=Severity.SOON, at=16_100, detail="call you back")


def keep(store: SqlCallStore, home: Path, call: str = "20261122T1") -> Path:
    journal = write_journal(home / "calls" / call, plain_call(call))
    store.save_call(journal)
    store.desk.put_reasons(call, (), RULES_VERSION)
    return journal


def flag(store: SqlCallStore, now: datetime) -> bool:
    return flag_overdue(store.engine, store.name, now)


def flagged(store: SqlCallStore) -> list[str]:
    return [row.id for row in store.desk.rows(ReviewFilter(is_flagged=True), 10)]


def test_a_call_is_flagged_from_the_moment_its_promise_is_due(
    store: SqlCallStore, tmp_path: Path
) -> None:
    keep(store, tmp_path)
    assert not flag(store, DUE - timedelta(seconds=1))
    assert flagged(store) == []
    assert flag(store, DUE)
    (row,) = store.desk.rows(ReviewFilter(is_flagged=True, reason=REASON), 10)
    assert row.reasons == (OVERDUE,)
    assert not flag(store, DUE + timedelta(hours=1)), "once is enough"


def test_the_flag_goes_when_the_promise_is_kept_and_comes_back_when_it_was_not(
    store: SqlCallStore, tmp_path: Path
) -> None:
    keep(store, tmp_path)
    flag(store, DUE)
    store.settle_follow_up("20261122T1", 0)
    assert flagged(store) == []
    store.reopen_follow_up("20261122T1", 0, "Lea")
    # By the real clock the promise of that day is due or is to come.
    flag(store, max(DUE, datetime.now(UTC)))
    assert flagged(store) == ["20261122T1"]


def test_putting_a_promise_off_keeps_it_overdue(store: SqlCallStore, tmp_path: Path) -> None:
    keep(store, tmp_path)
    later = DUE + timedelta(days=1)
    store.settle_follow_up("20261122T1", 0, remind_at=later)
    flag(store, DUE)
    assert flagged(store) == ["20261122T1"]


def test_rules_that_judge_anew_leave_the_flag_and_its_weight(
    store: SqlCallStore, tmp_path: Path
) -> None:
    journal = keep(store, tmp_path)
    flag(store, DUE)
    note = FlagReason(reason="sound_lost", severity=Severity.NOTE, at=1)
    store.desk.put_reasons("20261122T1", (note,), RULES_VERSION)
    store.save_call(journal)
    (row,) = store.desk.rows(ReviewFilter(is_flagged=True), 10)
    assert [each.reason for each in row.reasons] == [REASON, "sound_lost"]
    assert row.severity is Severity.SOON


def test_what_nobody_is_reminded_of_any_more_flags_no_call(
    store: SqlCallStore, tmp_path: Path
) -> None:
    keep(store, tmp_path)
    assert not flag(store, DUE + timedelta(days=31))
    flag(store, DUE + timedelta(days=29))
    assert not flag(store, DUE + timedelta(days=90)), "what was flagged stays so until it is kept"
    assert flagged(store) == ["20261122T1"]


def test_due_and_overdue_are_counted_by_agent(store: SqlCallStore, tmp_path: Path) -> None:
    keep(store, tmp_path, "20261122T1")
    keep(store, tmp_path, "20261122T2")
    (before,) = count_follow_ups(store.engine, store.name, DUE - timedelta(seconds=1))
    (after,) = count_follow_ups(store.engine, store.name, DUE)
    assert (before.agent, before.due, before.overdue) == ("Sarah", 2, 0)
    assert (after.due, after.overdue) == (0, 2)


# --- in a team's database -------------------------------------------------------------------------


LATE = datetime.now(UTC) - timedelta(hours=3)


@pytest.fixture
def overdue(team: Team, tmp_path: Path) -> Team:
    """A call of Sarah's and one of Rita's, each with a promise that is three hours overdue."""
    for login in ("sarah", "rita"):
        home = tmp_path / login
        home.mkdir()
        engine = team.engine(login)
        begun = (LATE - timedelta(days=1)).isoformat()
        with SqlCallStore(home / "calls.db", FixedKey(), judge=CallJudge()) as store:
            write_call(home, f"{LATE:%Y%m}15T101500-{login}", started_at=begun)
            (call,) = store.catch_up()
            with store.engine.begin() as connection:
                values = {"due": LATE.isoformat(), "moment": f"{LATE:%Y-%m-%d %H:%M:%S.%f}"}
                query = text("UPDATE promises SET due_at = :due, due_time = :moment")
                connection.execute(query, values)
            store.desk.put_reasons(call, (), RULES_VERSION)
            sync = DatabaseSync(
                store.engine, engine, local_name="x", shares="transcripts", now=lambda: LATE
            )
            assert sync.run().sent == 1
        engine.dispose()
    return team


def open_as(team: Team, login: str, home: Path) -> SqlCallStore:
    engine = team.engine(login)
    return SqlCallStore.on_engine(engine, name="The team database", calls_folder=home / "none")


@pytest.mark.postgres
def test_a_lead_sees_and_settles_overdue_promises_of_the_own_team_alone(
    overdue: Team, tmp_path: Path
) -> None:
    sarahs, ritas = f"{LATE:%Y%m}15T101500-sarah", f"{LATE:%Y%m}15T101500-rita"
    with open_as(overdue, "lea", tmp_path) as store:
        assert flagged(store) == [sarahs], "flagged when it came"
        assert [each.call for each in store.open_follow_ups(datetime.now(UTC))] == [sarahs]
        store.settle_follow_up(sarahs, 0, by="somebody else")
        assert flagged(store) == []
        assert store.open_follow_ups(datetime.now(UTC)) == ()
        with pytest.raises(Exception, match="no call"):
            store.settle_follow_up(ritas, 0)
        store.reopen_follow_up(sarahs, 0, "Lea")
        assert flagged(store) == [sarahs]
    signed = ask(overdue, "sarah", 'SELECT "by" FROM follow_ups')
    assert signed == [("Lea",)]


@pytest.mark.postgres
def test_time_flags_calls_of_led_teams_whoever_asks(overdue: Team, tmp_path: Path) -> None:
    admin = open_postgres(overdue.url)
    with admin.begin() as connection:
        connection.execute(text("DELETE FROM call_reasons"))
        connection.execute(text("UPDATE calls SET severity = 0"))
    admin.dispose()
    with open_as(overdue, "lea", tmp_path) as store:
        assert flagged(store) == []
        assert flag(store, LATE)
        assert flagged(store) == [f"{LATE:%Y%m}15T101500-sarah"]
        assert not flag(store, LATE)
    assert ask(overdue, "rob", "SELECT * FROM call_reasons") == []
    # An agent's own computer flags the agent's calls; here the agent may flag them as well.
    assert ask(overdue, "rita", "SELECT flag_overdue(NULL)") == [(True,)]
    assert ask(overdue, "sam", "SELECT flag_overdue(NULL)") == [(False,)]
    assert is_refused(overdue, "ada", "SELECT flag_overdue(NULL)")


@pytest.mark.postgres
def test_a_lead_s_commands_and_tabs_work_on_the_team_s_database(
    overdue: Team, assist_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def no_desktop(speed: float | None) -> int:
        raise AssertionError("no window was asked for")

    log_in(overdue, "lea", assist_home)
    assert cli.main(["report", "team", "--json"], open_desktop=no_desktop) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(each["name"], each["calls"]) for each in found["agents"]] == [("Sarah", 1)]
    assert cli.main(["calls", "followups", "--json"], open_desktop=no_desktop) == 0
    (promise,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (promise["agent"], promise["what"]) == ("Sarah", "call you back")
    desk = app.review_desk()
    try:
        assert desk.team(7).team.calls == 1
        assert [(each.agent, each.overdue) for each in desk.follow_ups()] == [("Sarah", 1)]
        (kept,) = desk.promises()
        desk.keep_promise(kept.call, kept.promise, is_kept=True)
        assert desk.promises() == ()
    finally:
        desk.close()
    assert ask(overdue, "sarah", "SELECT * FROM looks") == []


@pytest.mark.postgres
def test_an_agent_settles_no_promise_but_through_the_own_computer(overdue: Team) -> None:
    call = f"{LATE:%Y%m}15T101500-sarah"
    for statement in (
        'INSERT INTO follow_ups (call_id, promise, done_at, "by", made_at) '
        f"VALUES ('{call}', 0, now(), 'Sarah', now())",
        "DELETE FROM follow_ups",
        "DELETE FROM call_reasons",
    ):
        assert is_refused(overdue, "sarah", statement)
    with pytest.raises(DBAPIError):
        ask(
            overdue,
            "rob",
            'INSERT INTO follow_ups (call_id, promise, done_at, "by", made_at) '
            f"VALUES ('{call}', 0, now(), 'Rob', now())",
        )


def test_the_promise_of_a_played_call_flags_nothing(store: SqlCallStore, tmp_path: Path) -> None:
    first, *rest = finished_call("20261122T9")
    assert isinstance(first, CallStarted)
    played = (replace(first, source="demo"), *rest)
    store.save_call(write_journal(tmp_path / "calls" / "20261122T9", played))
    store.desk.put_reasons("20261122T9", (), RULES_VERSION)
    assert not flag(store, DUE)
