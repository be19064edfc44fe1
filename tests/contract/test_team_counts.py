"""What a team's figures count, worked out by hand for calls of a few events, on both databases."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from assist.core.events import (
    CallEnded,
    CallStarted,
    CueHeeded,
    CueMarked,
    CueRaised,
    CueShown,
    CueStoodDown,
    DetectionWithdrawn,
    Event,
    Feeling,
    PivotMarked,
    PromiseDropped,
    PromiseMade,
    Urgency,
)
from assist.core.numbers import number_key
from assist.store.calls import SqlCallStore
from assist.store.team_counts import SHARES, AgentWeek, added, read_counts
from tests.helpers.finished_calls import write_journal
from tests.helpers.reviewing import A, C, fact, felt
from tests.helpers.teamcalls import NOTHING

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
SINCE = NOW - timedelta(days=56)
BEGUN = NOW - timedelta(days=20)
WEEK = date(2026, 10, 26)
"""The Monday before `BEGUN`."""


def call(
    key: str,
    agent: str,
    *events: Event,
    days: float = 0,
    number: str = "",
    name: str = "",
    outcome: str = "",
    end_reason: str = "hangup",
    source: str = "live",
) -> tuple[Event, ...]:
    """A call of these events alone, an hour long, so many days after `BEGUN`."""
    started = CallStarted(
        at=0,
        call=key,
        started_at=(BEGUN + timedelta(days=days)).isoformat(),
        source=source,
        agent=agent,
        customer_number=number,
        customer_name=name,
    )
    end = replace(NOTHING, outcome=outcome, duration_ms=3_600_000)
    return (started, *events, CallEnded(at=3_600_000, reason=end_reason), end)


def prompt(cue: int, at: int, *, ends: Event | None = None, is_shown: bool = True) -> list[Event]:
    raised = CueRaised(
        at=at,
        cue=cue,
        rule="x",
        title="x",
        headline="x",
        directions=(),
        urgency=Urgency.NUDGE,
        priority=1,
        evidence=(),
        trigger_end=at,
        expires_at=at + 20_000,
    )
    shown = [CueShown(at=at, cue=cue, rule="x")] if is_shown else []
    return [raised, *shown, *([ends] if ends else [])]


def promise(number: int, due: datetime) -> PromiseMade:
    return PromiseMade(
        at=5_000, promise=number, who="agent", what="call", due="then", due_at=due.isoformat()
    )


ANGRY, CALM = felt(1_000, Feeling.ANGER, -60), felt(2_000, Feeling.GRATITUDE_RELIEF, 30)
FADED = felt(2_000, Feeling.NONE, -30)
WORRIED = felt(5_000, Feeling.WORRY, -30)
PAST, COMING = NOW - timedelta(days=1), NOW + timedelta(days=1)


def heard(label: str, moment: int) -> Event:
    """The agent says something that is found at this moment."""
    return replace(fact(1, label, A, 0), at=moment)


CASES: dict[str, tuple[str, tuple[Event, ...], dict[str, str], tuple[int, int]]] = {
    "calm": ("feelings acknowledged", (CALM,), {}, (0, 0)),
    "met": ("feelings acknowledged", (WORRIED, heard("empathy", 9_000)), {}, (1, 1)),
    "same breath": ("feelings acknowledged", (WORRIED, heard("empathy", 5_000)), {}, (1, 1)),
    "too early": ("feelings acknowledged", (WORRIED, heard("empathy", 4_999)), {}, (0, 1)),
    "by customer": (
        "feelings acknowledged",
        (WORRIED, replace(heard("empathy", 9_000), party=C)),  # type: ignore[call-arg]
        {},
        (0, 1),
    ),
    "taken back": (
        "feelings acknowledged",
        (
            WORRIED,
            heard("empathy", 9_000),
            DetectionWithdrawn(at=9_500, number=1, label="empathy"),
        ),
        {},
        (0, 1),
    ),
    "no name": ("customer's name used", (heard("uses_name", 1),), {}, (0, 0)),
    "name": ("customer's name used", (), {"name": "Ann"}, (0, 1)),
    "name said": ("customer's name used", (heard("uses_name", 1),), {"name": "Ann"}, (1, 1)),
    "ends": ("calls with a dead end", (heard("dead_end", 1),), {}, (1, 1)),
    "goes on": ("calls with a dead end", (), {}, (0, 1)),
    "overdue": ("promises kept on time", (promise(0, PAST),), {}, (0, 1)),
    "two": ("promises kept on time", (promise(0, PAST), promise(1, COMING)), {}, (0, 1)),
    "dropped": (
        "promises kept on time",
        (promise(0, PAST), PromiseDropped(at=6_000, promise=0)),
        {},
        (0, 0),
    ),
    "turned": (
        "mood turned up after a prompt",
        (WORRIED, *prompt(0, 6_000), PivotMarked(at=66_000, is_up=True)),
        {},
        (1, 1),
    ),
    "too late": (
        "mood turned up after a prompt",
        (WORRIED, *prompt(0, 6_000), PivotMarked(at=66_001, is_up=True)),
        {},
        (0, 1),
    ),
    "turned down": (
        "mood turned up after a prompt",
        (WORRIED, *prompt(0, 6_000), PivotMarked(at=7_000, is_up=False)),
        {},
        (0, 1),
    ),
    "unprompted": (
        "mood turned up after a prompt",
        (WORRIED, PivotMarked(at=7_000, is_up=True)),
        {},
        (0, 0),
    ),
    "handed on": ("angry customers handed on", (ANGRY, heard("transfer", 3_000)), {}, (1, 1)),
    "once calm": (
        "angry customers handed on",
        (ANGRY, CALM, heard("transfer", 3_000)),
        {},
        (0, 1),
    ),
    # A feeling that fades from the curve was still the last one.
    "faded": ("angry customers handed on", (ANGRY, FADED, heard("transfer", 3_000)), {}, (1, 1)),
    "never angry": ("angry customers handed on", (WORRIED, heard("transfer", 9_000)), {}, (0, 0)),
    "by softphone": ("angry customers handed on", (ANGRY,), {"end_reason": "transfer"}, (1, 1)),
    "calm by softphone": (
        "angry customers handed on",
        (ANGRY, CALM),
        {"end_reason": "transfer"},
        (0, 1),
    ),
    "heeded": (
        "prompts heeded",
        (
            *prompt(0, 1_000, ends=CueHeeded(at=2_000, cue=0, rule="x")),
            *prompt(1, 3_000),
            *prompt(2, 4_000, ends=CueStoodDown(at=4_100, cue=2, rule="x"), is_shown=False),
        ),
        {},
        (1, 2),
    ),
    "judged": (
        "prompts judged right",
        (
            *prompt(0, 1_000),
            *prompt(1, 3_000),
            CueMarked(at=4_000, cue=0, is_right=True),
            CueMarked(at=5_000, cue=1, is_right=False),
        ),
        {},
        (1, 2),
    ),
    "settled": (
        "settled in the first call",
        (),
        {"number": "+49 30 1", "outcome": "resolved"},
        (1, 1),
    ),
    "open": ("settled in the first call", (), {"number": "0700 2", "outcome": "follow_up"}, (0, 1)),
    "no number": ("settled in the first call", (), {"outcome": "resolved"}, (0, 0)),
    "no outcome": ("settled in the first call", (), {"number": "0700 3"}, (0, 0)),
}
"""By the name of its agent: the figure looked at, a call's events and facts, and what it counts."""


@pytest.fixture
def counted(store: SqlCallStore, tmp_path: Path) -> SqlCallStore:
    for number, (agent, (_, events, facts, _)) in enumerate(CASES.items()):
        keep(store, tmp_path, call(f"c{number}", agent, *events, **facts))  # type: ignore[arg-type]
    return store


def keep(store: SqlCallStore, home: Path, events: Sequence[Event]) -> str:
    started = events[0]
    assert isinstance(started, CallStarted)
    return store.save_call(write_journal(home / "calls" / started.call, events))


def counts(store: SqlCallStore, now: datetime = NOW) -> tuple[AgentWeek, ...]:
    return read_counts(store.engine, store.name, since=SINCE, now=now)


def share(found: Sequence[AgentWeek], agent: str, figure: str) -> tuple[int, int]:
    count = added(each for each in found if each.agent == agent)
    return next((count[done], count[cases]) for name, done, cases in SHARES if name == figure)


def calls_of(each: AgentWeek) -> int:
    return added([each])["calls"]


def test_each_figure_counts_what_docs_review_says(counted: SqlCallStore) -> None:
    found = counts(counted)
    got = {agent: share(found, agent, figure) for agent, (figure, *_) in CASES.items()}
    assert got == {agent: wanted for agent, (*_, wanted) in CASES.items()}
    assert {(each.begins, calls_of(each)) for each in found} == {(WEEK, 1)}


def test_a_number_that_calls_again_within_a_week_was_not_settled(
    store: SqlCallStore, tmp_path: Path
) -> None:
    settled = {"number": "030 123", "outcome": "resolved"}
    days = {"first": 0.0, "second": 6.9, "third": 14.0, "young": 19.0}
    for agent, after in days.items():
        keep(store, tmp_path, call(agent, agent, days=after, **settled))
    # Written otherwise, by somebody else's phone: the same number all the same.
    other = {**settled, "number": "sip:30-123@pbx"}
    keep(store, tmp_path, call("sip", "sip", days=14.1, **other))
    found = counts(store)
    name = "settled in the first call"
    assert share(found, "first", name) == (0, 1)
    assert share(found, "second", name) == (1, 1)
    assert share(found, "third", name) == (0, 0)  # a week has not passed
    assert share(found, "young", name) == (0, 0)
    later = counts(store, NOW + timedelta(days=8))
    assert share(later, "third", name) == (0, 1)
    assert share(later, "sip", name) == (0, 1)  # "young" called five days after it
    assert share(later, "young", name) == (1, 1)


def test_a_promise_counts_as_kept_when_it_was_marked_in_time(
    store: SqlCallStore, tmp_path: Path
) -> None:
    soon = datetime.now(UTC) + timedelta(minutes=5)
    keep(store, tmp_path, call("in-time", "in time", promise(0, soon)))
    keep(store, tmp_path, call("late", "late", promise(0, PAST)))
    for each in ("in-time", "late"):
        store.settle_follow_up(each, 0)
    found = counts(store, max(NOW, soon) + timedelta(days=1))
    assert share(found, "in time", "promises kept on time") == (1, 1)
    assert share(found, "late", "promises kept on time") == (0, 1)


def test_a_leads_mark_counts_before_the_agents(store: SqlCallStore, tmp_path: Path) -> None:
    events = (*prompt(0, 1_000), CueMarked(at=2_000, cue=0, is_right=True))
    keep(store, tmp_path, call("one", "Ann", *events))
    store.mark_cue("one", 0, is_right=False, by="Lea")
    assert share(counts(store), "Ann", "prompts judged right") == (0, 1)


def test_calls_count_in_the_week_they_began_in_by_this_clock(
    store: SqlCallStore, tmp_path: Path
) -> None:
    monday = datetime(2026, 10, 26).astimezone()  # the clocks went back the day before
    for number, moment in enumerate(
        (monday - timedelta(milliseconds=1), monday, monday + timedelta(days=7))
    ):
        days = (moment - BEGUN) / timedelta(days=1)
        keep(store, tmp_path, call(f"c{number}", "Ann", days=days))
    assert [(each.begins, calls_of(each)) for each in counts(store)] == [
        (date(2026, 10, 19), 1),
        (date(2026, 10, 26), 1),
        (date(2026, 11, 2), 1),
    ]


def test_the_demo_call_is_no_work_and_what_is_too_old_or_still_to_come_is_not_counted(
    store: SqlCallStore, tmp_path: Path
) -> None:
    keep(store, tmp_path, call("demo", "Ann", source="demo"))
    keep(store, tmp_path, call("old", "Ann", days=-40))
    keep(store, tmp_path, call("ahead", "Ann", days=21))
    assert counts(store) == ()


def test_a_call_stored_again_or_deleted_is_counted_once_or_not_at_all(
    store: SqlCallStore, tmp_path: Path
) -> None:
    keep(store, tmp_path, call("one", "Ann", heard("dead_end", 1)))
    keep(store, tmp_path, call("one", "Ann"))
    assert share(counts(store), "Ann", "calls with a dead end") == (0, 1)
    store.delete_call("one")
    assert counts(store) == ()


def test_forgetting_the_words_of_a_call_leaves_its_figures(
    store: SqlCallStore, tmp_path: Path
) -> None:
    keep(store, tmp_path, call("one", "Ann", WORRIED, heard("empathy", 9_000)))
    store.forget_words("one")
    assert share(counts(store), "Ann", "feelings acknowledged") == (1, 1)


NUMBERS = (
    *("+49 (30) 123-45", "0049 30 1", "sip:+15550123@host:5080;user=phone", "tel:030/1", ""),
    *("SIPS:Jane@Example.org", "anonymous", "sip:555;x=1", "000", "+", "call 555", "a@b;c"),
)


def test_the_database_knows_a_number_as_the_app_does(store: SqlCallStore) -> None:
    query = text("SELECT number_key(:number)")
    with store.engine.connect() as connection:
        found = [connection.scalar(query, {"number": number}) for number in NUMBERS]
    assert found == [number_key(number) for number in NUMBERS]


def test_half_a_year_has_its_weeks(store: SqlCallStore, tmp_path: Path) -> None:
    for week in range(26):
        keep(store, tmp_path, call(f"w{week}", "Ann", days=-7 * week))
    found = read_counts(store.engine, store.name, since=NOW - timedelta(days=220), now=NOW)
    mondays = [each.begins for each in found]
    assert mondays == [WEEK - timedelta(days=7 * week) for week in reversed(range(26))]
