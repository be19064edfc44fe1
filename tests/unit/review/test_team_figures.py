"""What a team's figures count, and what they refuse to say."""

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from assist.core.team import LEAST_CALLS, Figure, may_rank, ranked
from assist.review.team_figures import count_figures
from assist.review.team_page import team_csv, team_html
from assist.store.facts import CallFacts, Pledge

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
SINCE = NOW - timedelta(days=56)
QUIET = CallFacts(
    id="c",
    agent="Mara",
    started_at=NOW - timedelta(days=20),
    outcome="",
    customer="",
    has_name=False,
    shown_ms=(),
    heeded=0,
    marks_right=0,
    marks_wrong=0,
    distress_ms=None,
    anger_ms=(),
    calm_ms=(),
    empathy_ms=(),
    name_ms=(),
    dead_end_ms=(),
    transfer_ms=(),
    up_ms=(),
    pledges=(),
)
DUE = NOW - timedelta(days=3)


def figure(name: str, *calls: CallFacts) -> tuple[int, int]:
    found = {f.name: f for f in count_figures(calls, since=SINCE, now=NOW).team.figures}
    return found[name].done, found[name].cases


def later(call: CallFacts, days: float) -> CallFacts:
    return replace(call, started_at=call.started_at + timedelta(days=days))


@pytest.mark.parametrize(
    ("name", "changes", "counted"),
    [
        ("feelings acknowledged", {}, (0, 0)),
        ("feelings acknowledged", {"distress_ms": 5000, "empathy_ms": (9000,)}, (1, 1)),
        ("feelings acknowledged", {"distress_ms": 5000, "empathy_ms": (4000,)}, (0, 1)),
        ("customer's name used", {"name_ms": (1,)}, (0, 0)),
        ("customer's name used", {"has_name": True}, (0, 1)),
        ("customer's name used", {"has_name": True, "name_ms": (1,)}, (1, 1)),
        ("calls with a dead end", {"dead_end_ms": (1, 2)}, (1, 1)),
        ("promises kept on time", {"pledges": (Pledge(due_at=DUE, kept_at=DUE),)}, (1, 1)),
        ("promises kept on time", {"pledges": (Pledge(due_at=DUE, kept_at=NOW),)}, (0, 1)),
        ("promises kept on time", {"pledges": (Pledge(due_at=DUE, kept_at=None),)}, (0, 1)),
        (
            "promises kept on time",
            {"pledges": (Pledge(due_at=NOW + timedelta(days=1), kept_at=None),)},
            (0, 0),
        ),
        (
            "mood turned up after a prompt",
            {"distress_ms": 1, "shown_ms": (1000,), "up_ms": (61_000,)},
            (1, 1),
        ),
        (
            "mood turned up after a prompt",
            {"distress_ms": 1, "shown_ms": (1000,), "up_ms": (61_001,)},
            (0, 1),
        ),
        (
            "angry customers handed on",
            {"anger_ms": (1000,), "calm_ms": (500,), "transfer_ms": (2000,)},
            (1, 1),
        ),
        (
            "angry customers handed on",
            {"anger_ms": (1000,), "calm_ms": (1500,), "transfer_ms": (2000,)},
            (0, 1),
        ),
        ("prompts heeded", {"shown_ms": (1, 2, 3), "heeded": 2}, (2, 3)),
        ("prompts judged right", {"marks_right": 3, "marks_wrong": 1}, (3, 4)),
    ],
)
def test_what_is_counted(name: str, changes: dict[str, object], counted: tuple[int, int]) -> None:
    assert figure(name, replace(QUIET, **changes)) == counted  # type: ignore[arg-type]


def test_a_call_is_settled_when_nobody_calls_again_within_a_week() -> None:
    name = "settled in the first call"
    settled = replace(QUIET, customer="15550123", outcome="resolved")
    assert figure(name, settled) == (1, 1)
    assert figure(name, settled, later(settled, 6)) == (1, 2)
    assert figure(name, settled, later(settled, 8)) == (2, 2)
    assert figure(name, replace(settled, outcome="unresolved")) == (0, 1)
    # Not known yet, and never to be known.
    assert figure(name, later(settled, 18)) == (0, 0)
    assert figure(name, replace(settled, customer="")) == (0, 0)


def test_agents_are_ranked_only_with_enough_calls_each() -> None:
    good = replace(QUIET, agent="Zoe", shown_ms=(1,), heeded=1)
    poor = replace(QUIET, agent="Anna", shown_ms=(1,), heeded=0)
    many = [good] * LEAST_CALLS + [poor] * LEAST_CALLS
    ranked = count_figures(many, since=SINCE, now=NOW, rank_by="prompts heeded")
    assert [group.name for group in ranked.agents] == ["Zoe", "Anna"]
    few = count_figures(many[:-1], since=SINCE, now=NOW, rank_by="prompts heeded")
    assert [group.name for group in few.agents] == ["Anna", "Zoe"]
    assert not few.is_ranked
    asked = count_figures(many, since=SINCE, now=NOW, rank_by="calls with a dead end")
    assert asked.is_ranked


def test_few_calls_give_wide_intervals() -> None:
    few = count_figures([replace(QUIET, dead_end_ms=(1,))], since=SINCE, now=NOW)
    dead_end = next(f for f in few.team.figures if f.name == "calls with a dead end")
    assert dead_end.share == 1
    assert dead_end.low < 0.25
    assert not dead_end.is_good


def test_weeks_begin_on_monday() -> None:
    figures = count_figures([QUIET, later(QUIET, 7)], since=SINCE, now=NOW)
    assert [group.calls for group in figures.weeks] == [1, 1]
    assert all("week of 2026-1" in group.name for group in figures.weeks)


def test_a_page_shows_names_as_text_and_says_what_is_not_known() -> None:
    page = team_html(count_figures([replace(QUIET, agent="<b>Mara</b>")], since=SINCE, now=NOW))
    assert "&lt;b&gt;Mara" in page
    assert "<b>" not in page
    assert "Nobody is ranked" in page
    assert "http" not in page


def test_a_sheet_has_no_formula_from_a_name() -> None:
    figures = count_figures([replace(QUIET, agent="=1+1")], since=SINCE, now=NOW)
    rows = list(csv.DictReader(io.StringIO(team_csv(figures))))
    assert {row["name"] for row in rows if row["kind"] == "agent"} == {"'=1+1"}
    empty = next(row for row in rows if row["figure"] == "prompts heeded")
    assert empty["percent"] == ""
    assert len(rows) == 3 * len(figures.team.figures)


def test_a_figure_without_cases_has_no_share() -> None:
    assert Figure(name="x", done=0, cases=0, low=0, high=1, is_good=True).share == 0


def test_an_agent_without_a_case_is_last_however_the_figure_is_meant() -> None:
    good = [replace(QUIET, agent="Zoe", shown_ms=(1,), heeded=1)] * LEAST_CALLS
    none = [replace(QUIET, agent="Anna")] * LEAST_CALLS
    both = count_figures(good + none, since=SINCE, now=NOW)
    assert [group.name for group in ranked(both.agents, "prompts heeded")] == ["Zoe", "Anna"]
    assert may_rank(both.agents)
