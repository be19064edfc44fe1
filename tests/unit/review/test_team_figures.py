"""How a team's figures are shown of what was counted, and what they refuse to say.

What is counted in which call, tests/contract/test_team_counts.py says.
"""

import csv
import io
from datetime import UTC, date, datetime, timedelta

import pytest

from assist.core.team import LEAST_CALLS, Figure, TeamFigures, may_rank, put_in_order, ranked
from assist.review.scoring import wilson
from assist.review.team_figures import count_figures
from assist.review.team_page import team_csv, team_html
from assist.store.team_counts import NUMBERS, SHARES, AgentWeek, added
from tests.helpers.teamcalls import counted

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
SINCE = NOW - timedelta(days=56)
MONDAY = date(2026, 11, 2)


def figures_of(*counts: AgentWeek) -> TeamFigures:
    return count_figures(counts, since=SINCE, now=NOW)


def test_each_figure_is_one_number_of_another() -> None:
    # Every number its own, so that none can be taken for another; no share above one.
    done = [name for _, name, _ in SHARES]
    numbers = {name: 1 + place + (0 if name in done else 100) for place, name in enumerate(NUMBERS)}
    each = AgentWeek(agent="Mara", begins=MONDAY, counts=tuple(numbers.values()))
    shown = {figure.name: (figure.done, figure.cases) for figure in figures_of(each).team.figures}
    assert shown == {name: (numbers[some], numbers[cases]) for name, some, cases in SHARES}
    assert len(shown) == 9


def test_figures_are_added_up_over_agents_and_weeks() -> None:
    found = figures_of(
        counted("Mara", MONDAY, 10, shown=8, heeded=6),
        counted("Mara", MONDAY + timedelta(days=7), 4, shown=2, heeded=0),
        counted("Bo", MONDAY, 6, shown=10, heeded=5),
    )
    heeded = "prompts heeded"
    assert found.team.calls == 20
    assert (found.team.figure(heeded).done, found.team.figure(heeded).cases) == (11, 20)
    assert [(group.name, group.calls) for group in found.agents] == [("Bo", 6), ("Mara", 14)]
    assert [(week.begins, week.calls) for week in found.weeks] == [
        (MONDAY, 16),
        (MONDAY + timedelta(days=7), 4),
    ]
    assert [week.figure(heeded).done for week in found.weeks] == [11, 0]


def test_intervals_are_wilsons() -> None:
    figure = figures_of(counted("Mara", MONDAY, 8, shown=40, heeded=12)).team.figure(
        "prompts heeded"
    )
    assert (figure.low, figure.high) == wilson(12, 40)
    # 30 % of 40: 18.1 to 45.4 by the formula, worked out by hand.
    assert (round(figure.low, 3), round(figure.high, 3)) == (0.181, 0.454)


def test_agents_are_ranked_only_with_enough_calls_each() -> None:
    good = counted("Zoe", MONDAY, LEAST_CALLS, shown=1, heeded=1)
    poor = counted("Anna", MONDAY, LEAST_CALLS, shown=1, heeded=0)
    many = put_in_order(figures_of(good, poor), "prompts heeded")
    assert [group.name for group in many.agents] == ["Zoe", "Anna"]
    assert many.is_ranked
    few = figures_of(good, counted("Anna", MONDAY, LEAST_CALLS - 1, shown=1))
    assert [group.name for group in put_in_order(few, "prompts heeded").agents] == ["Anna", "Zoe"]
    assert not put_in_order(few, "prompts heeded").is_ranked
    by_dead_ends = put_in_order(
        figures_of(good, counted("Anna", MONDAY, LEAST_CALLS, dead_end=1)), "calls with a dead end"
    )
    assert [group.name for group in by_dead_ends.agents] == ["Zoe", "Anna"]


def test_few_calls_give_wide_intervals() -> None:
    dead_end = figures_of(counted("Mara", MONDAY, 1, dead_end=1)).team.figure(
        "calls with a dead end"
    )
    assert dead_end.share == 1
    assert dead_end.low < 0.25
    assert not dead_end.is_good


def test_a_page_shows_names_as_text_and_says_what_is_not_known() -> None:
    page = team_html(figures_of(counted("<b>Mara</b>", MONDAY)))
    assert "&lt;b&gt;Mara" in page
    assert "<b>" not in page
    assert "Nobody is ranked" in page
    assert "http" not in page


def test_a_sheet_has_no_formula_from_a_name() -> None:
    figures = figures_of(counted("=1+1", MONDAY))
    rows = list(csv.DictReader(io.StringIO(team_csv(figures))))
    assert {row["name"] for row in rows if row["kind"] == "agent"} == {"'=1+1"}
    empty = next(row for row in rows if row["figure"] == "prompts heeded")
    assert empty["percent"] == ""
    assert len(rows) == 3 * len(figures.team.figures)


def test_a_figure_without_cases_has_no_share() -> None:
    assert Figure(name="x", done=0, cases=0, low=0, high=1, is_good=True).share == 0
    assert set(added([]).values()) == {0}


@pytest.mark.parametrize("by", ["prompts heeded", "angry customers handed on"])
def test_an_agent_without_a_case_is_last_however_the_figure_is_meant(by: str) -> None:
    some = counted("Zoe", MONDAY, LEAST_CALLS, shown=1, heeded=1, angry=1)
    both = figures_of(some, counted("Anna", MONDAY, LEAST_CALLS))
    assert [group.name for group in ranked(both.agents, by)] == ["Zoe", "Anna"]
    assert may_rank(both.agents)
