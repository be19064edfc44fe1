"""Figures, causes and promises of many calls, through the desk of a lead and of an agent."""

from datetime import timedelta
from pathlib import Path

import pytest

from assist.core.team import Change, FollowUpCount
from assist.store.followups import count_follow_ups
from tests.helpers.reviewing import NOW, keep, open_desk, open_store
from tests.helpers.teamcalls import caused


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Deliveries were no cause in the week before, Omar had half of the calls since."""
    folder = tmp_path_factory.mktemp("team")
    new = [
        caused(
            f"20261121T10000{n}-new",
            1 + n / 10,
            "delivery",
            "still waiting" if n == 7 else "never arrived",
            agent="Omar" if n % 2 else "Sarah",
            at_risk=n == 6,
            outcome="unresolved" if n == 6 else "resolved",
        )
        for n in range(8)
    ]
    old = [caused(f"20261113T10000{n}-old", 9 + n / 10, "billing", "twice") for n in range(8)]
    keep(folder, *new, *old)
    return folder


def test_a_rising_cause_comes_first_with_its_words_and_calls(home: Path) -> None:
    desk = open_desk(home)
    found = desk.causes(7)
    desk.close()
    assert (found.calls, found.before) == (8, 8)
    (shown,) = found.causes  # nobody called about bills any more
    cause = shown.cause
    assert (cause.driver, cause.calls, cause.before) == ("delivery", 8, 0)
    assert cause.change is Change.RISING
    assert (cause.at_risk, cause.unresolved) == (1, 1)
    assert cause.trend == (0,) * 12 + (8, 0)
    assert shown.phrases == ("never arrived", "still waiting")
    first = shown.examples[0]
    assert (first.call, first.at_risk, first.words) == (
        "20261121T100006-new",
        True,
        "never arrived",
    )
    assert len(shown.examples) == 8


def test_figures_are_those_of_the_days_asked_for(home: Path) -> None:
    desk = open_desk(home)
    assert desk.team(7).team.calls == 8
    both = desk.team(28)
    desk.close()
    assert both.team.calls == 16
    assert [group.name for group in both.agents] == ["Omar", "Sarah"]
    assert [week.begins is not None for week in both.weeks] == [True] * len(both.weeks)


def test_an_agents_desk_has_the_own_calls_alone(home: Path) -> None:
    desk = open_desk(home, "Omar", is_agent=True)
    figures, causes, waiting = desk.team(28), desk.causes(7), desk.follow_ups()
    desk.close()
    assert [group.name for group in figures.agents] == ["Omar"]
    assert figures.team.calls == 4
    assert causes.calls == 4
    assert {each.agent for shown in causes.causes for each in shown.examples} == {"Omar"}
    assert [each.agent for each in waiting] == ["Omar"]


def test_an_agent_without_a_name_sees_nobody_elses_calls(home: Path) -> None:
    desk = open_desk(home, "", is_agent=True)
    assert desk.team(28).team.calls == 0
    assert desk.causes(28).calls == 0
    assert desk.follow_ups() == ()
    desk.close()


def test_promises_are_counted_by_agent_until_they_are_due_and_overdue(home: Path) -> None:
    # Each call promises to call back at 16:00 of the day, an hour from now.
    desk = open_desk(home)
    assert desk.follow_ups() == (
        FollowUpCount(agent="Sarah", due=12, overdue=0),
        FollowUpCount(agent="Omar", due=4, overdue=0),
    )
    desk.close()
    with open_store(home) as store:
        later = count_follow_ups(store.engine, store.name, NOW + timedelta(hours=2), agent="Omar")
    assert later == (FollowUpCount(agent="Omar", due=0, overdue=4),)
