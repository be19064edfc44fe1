"""Team and Causes: figures with their intervals, causes with their calls, by keyboard too."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from assist.core.events import Feeling
from assist.core.interfaces import ReviewDesk
from assist.core.team import LEAST_CALLS, FollowUpCount, TeamFigures
from assist.review.desk import StoreReviewDesk
from assist.review.team_figures import count_figures
from assist.store.errors import StoreError
from assist.store.team_counts import AgentWeek
from assist.ui.review.causes_page import CausesPage
from assist.ui.review.keys import KEYS
from assist.ui.review.team_page import TeamPage
from tests.helpers.pixels import texts, unreadable
from tests.helpers.reviewing import NOW, A, fact, felt, keep, open_desk
from tests.helpers.teamcalls import caused, counted
from tests.ui.review.conftest import OpenReview, Review

CTRL = Qt.KeyboardModifier.ControlModifier
NAME = int(Qt.ItemDataRole.AccessibleTextRole)
FIGURES = 9
ACKNOWLEDGED, DEAD_END = 0, 2
RISKY = "20261121T100003-new"


@pytest.fixture(scope="module")
def team_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sarah acknowledges feelings, Omar does not; deliveries are new this week."""
    folder = tmp_path_factory.mktemp("team-home")
    new = [
        caused(
            f"20261121T10000{n}-new",
            1 + n / 10,
            "delivery",
            "it never arrived",
            agent="Omar" if n % 2 else "Sarah",
            at_risk=n == 3,
            extra=(
                felt(8_000, Feeling.FRUSTRATION, -40),
                *(() if n % 2 else (fact(50, "empathy", A, 8_600),)),
            ),
        )
        for n in range(8)
    ]
    old = [caused(f"20261104T10000{n}-old", 30 + n / 10, "billing", "twice") for n in range(4)]
    keep(folder, *new, *old)
    return folder


@pytest.fixture
def team(open_review: OpenReview, team_home: Path) -> Review:
    """A lead's window on the Team tab."""
    review = open_review(lambda: open_desk(team_home))
    review.press(Qt.Key.Key_3, CTRL)
    return review


def page(review: Review) -> TeamPage:
    return review.window.team


def cells(review: Review) -> list[list[str]]:
    model = page(review).agent_model
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def facts(agent: str, heeded: int, calls: int = 1, weeks_ago: int = 0) -> AgentWeek:
    """Calls with one prompt each."""
    begins = date(2026, 11, 16) - timedelta(days=7 * weeks_ago)
    return counted(agent, begins, calls, shown=calls, heeded=heeded * calls)


def figures_of(counts: Sequence[AgentWeek]) -> TeamFigures:
    return count_figures(counts, since=NOW - timedelta(days=28), now=NOW)


# --- the team -------------------------------------------------------------------------------------


def test_nine_figures_are_said_with_share_cases_and_interval(team: Review) -> None:
    model = page(team).model
    assert page(team).is_showing
    assert model.rowCount() == FIGURES
    said = model.index(ACKNOWLEDGED).data(NAME)
    # Four of twelve: the old calls have no empathy.
    assert said == (
        "Feelings acknowledged: 33 %, 4 of 12, 95 % interval 14 to 61 %, more is better"
    )
    assert model.index(DEAD_END).data(NAME).endswith("fewer is better")
    nothing = [row for row in model.rows if not row.cases]
    assert nothing
    assert model.index(model.rows.index(nothing[0])).data(NAME).endswith("no case")


def test_the_arrow_keys_choose_a_figure_which_is_shown_by_week_and_agent(team: Review) -> None:
    assert QApplication.focusWidget() is page(team).list
    assert page(team).title.text() == "Feelings acknowledged"
    assert [row[:4] for row in cells(team)] == [
        ["Omar", "4", "0 %", "0 of 4"],
        ["Sarah", "8", "50 %", "4 of 8"],
    ]
    team.press(Qt.Key.Key_Down)
    team.press(Qt.Key.Key_Down)
    assert page(team).title.text() == "Calls with a dead end"
    weeks = page(team).chart.accessibleDescription()
    assert "week of 16 Nov: 100 %, 8 of 8" in weeks
    assert [row[2] for row in cells(team)] == ["100 %", "100 %"]


def test_weeks_with_few_calls_are_pale_and_hollow(team: Review) -> None:
    chart = page(team).chart
    calls = [facts("Sarah", 1, LEAST_CALLS, weeks_ago=1), facts("Sarah", 0, LEAST_CALLS - 1)]
    chart.show_weeks(figures_of(calls).weeks, "prompts heeded")
    bars, _, dots = chart.plot.getPlotItem().items
    many, few = bars.opts["brushes"]
    assert many.color().alpha() > 2 * few.color().alpha()
    full, hollow = (point.brush().color().name() for point in dots.points())
    colours = team.window.theme.palette
    assert (full, hollow) == (colours.agent.lower(), colours.field.lower())
    # The whole of the interval is shown, not the share alone.
    assert bars.opts["y1"][0] == 100
    assert 85 < bars.opts["y0"][0] < 95


def test_a_week_without_calls_leaves_a_gap(team: Review) -> None:
    chart = page(team).chart
    calls = [facts("Sarah", 1, weeks_ago=3), facts("Sarah", 0)]
    chart.show_weeks(figures_of(calls).weeks, "prompts heeded")
    _, line, _ = chart.plot.getPlotItem().items
    assert list(line.getData()[0]) == [0, 3]


def test_another_period_is_counted_anew(team: Review) -> None:
    assert page(team).heading.text().startswith("12 ")
    page(team).periods.chips[7].click()
    team.settle()
    assert page(team).heading.text().startswith("8 ")
    assert page(team).model.index(DEAD_END).data(NAME).startswith("Calls with a dead end: 100 %, 8")


def test_nobody_is_ranked_while_an_agent_has_few_calls(team: Review) -> None:
    assert not page(team).order.isEnabled()
    assert "fewer than 30 calls" in page(team).why_by_name.text()
    good, poor = facts("Zoe", 1, LEAST_CALLS), facts("Anna", 0, LEAST_CALLS)
    page(team).take(False, figures_of([good, poor]), ())
    page(team).list.setCurrentIndex(page(team).model.index(7))
    assert page(team).title.text() == "Prompts heeded"
    assert page(team).order.isEnabled()
    assert page(team).why_by_name.text() == ""
    assert [row[0] for row in cells(team)] == ["Anna", "Zoe"]
    page(team).order.setFocus()
    team.press(Qt.Key.Key_Space)
    assert [row[0] for row in cells(team)] == ["Zoe", "Anna"]
    # Fewer calls again: back to names, though the button stays pressed.
    page(team).take(False, figures_of([good, facts("Anna", 0, LEAST_CALLS - 1)]), ())
    assert [row[0] for row in cells(team)] == ["Anna", "Zoe"]


def test_promises_to_keep_stand_beside_their_agent(team: Review) -> None:
    assert page(team).promises.text() == "Promises to keep: 12 due, 0 overdue."
    assert [row[5:] for row in cells(team)] == [["4", "0"], ["8", "0"]]
    waiting = (
        FollowUpCount(agent="Sarah", due=1, overdue=2),
        FollowUpCount(agent="Gone", due=0, overdue=1),
    )
    page(team).take(False, figures_of([facts("Sarah", 1)]), waiting)
    assert page(team).promises.text() == "Promises to keep: 1 due, 3 overdue."
    assert [(row[0], row[1], *row[5:]) for row in cells(team)] == [
        ("Sarah", "1", "1", "2"),
        ("Gone", "0", "0", "1"),
    ]


def test_an_agent_sees_the_own_figures_alone(open_review: OpenReview, team_home: Path) -> None:
    review = open_review(lambda: open_desk(team_home, "Omar", is_agent=True))
    review.press(Qt.Key.Key_3, CTRL)
    button = review.window.tabs[2].button
    assert button is not None
    assert button.text() == "My figures"
    assert page(review).heading.text().startswith("4 ")
    assert not page(review).agents.isVisible()
    said = page(review).model.index(ACKNOWLEDGED).data(NAME)
    assert said.startswith("Feelings acknowledged: 0 %, 0 of 4")
    review.press(Qt.Key.Key_4, CTRL)
    assert all("Sarah" not in words for words in shown_examples(review))


def test_no_call_is_changed_unseen_from_a_page_of_its_own(team: Review) -> None:
    seen = team.window.view.call
    assert seen is not None
    for key in ("R", "K", "C"):
        team.press(Qt.Key[f"Key_{key}"])
    assert not team.window.panel.remarks.field.hasFocus()
    team.press(Qt.Key.Key_1, CTRL)
    assert team.window.list.hasFocus()
    call = team.window.view.call
    assert call is not None
    assert call.row.status == seen.row.status
    keys = {key.action for key in KEYS if team.window.keys.by_action[key.action].isEnabled()}
    assert keys == {key.action for key in KEYS}


def test_a_search_from_a_page_of_its_own_leads_to_all_calls(team: Review) -> None:
    team.press(Qt.Key.Key_F, CTRL)
    team.qtbot.keyClicks(team.window.search, "internet")
    team.settle()
    assert team.window.pages.currentWidget() is team.window.splitter
    assert len(team.listed) == 12


# --- nothing to show ------------------------------------------------------------------------------


@dataclass
class Moody:
    """Whether a desk's counting fails."""

    is_failing: bool = True


class FailingDesk(StoreReviewDesk):
    """A desk that lists calls, but counts them only in a good mood."""

    mood = Moody()

    def team(self, days: int, agent: str = "") -> TeamFigures:
        if self.mood.is_failing:
            raise StoreError("The calls database is busy; try again.")
        return super().team(days, agent)


def test_what_cannot_be_counted_is_said_on_the_page_and_can_be_tried_again(
    open_review: OpenReview, team_home: Path
) -> None:
    def failing() -> ReviewDesk:
        desk = open_desk(team_home)
        desk.__class__ = FailingDesk
        return desk

    FailingDesk.mood = mood = Moody()
    review = open_review(failing)
    review.press(Qt.Key.Key_3, CTRL)
    message = page(review).message
    assert message.title.text() == "The calls cannot be counted"
    assert message.text.text() == "The calls database is busy; try again."
    assert not review.window.trouble.isVisible()
    mood.is_failing = False
    message.again.click()
    review.settle()
    assert page(review).is_showing


def test_pages_without_calls_say_so(open_review: OpenReview, tmp_path: Path) -> None:
    keep(tmp_path / "empty")
    review = open_review(lambda: open_desk(tmp_path / "empty"))
    for number, shown in (("3", review.window.team), ("4", review.window.causes)):
        review.press(Qt.Key[f"Key_{number}"], CTRL)
        assert not shown.is_showing
        assert shown.message.title.text() == "No call in these days"
        assert not shown.message.again.isVisible()


# --- causes ---------------------------------------------------------------------------------------


def causes_page(review: Review) -> CausesPage:
    return review.window.causes


def shown_examples(review: Review) -> list[str]:
    model = causes_page(review).example_model
    return [model.index(number).data(NAME) for number in range(model.rowCount())]


def test_rising_causes_come_first_with_words_and_calls(team: Review) -> None:
    team.press(Qt.Key.Key_4, CTRL)
    causes = causes_page(team)
    assert QApplication.focusWidget() is causes.list
    said = causes.model.index(0).data(NAME)
    assert said.startswith("Delivery, rising, 8 call")
    assert said.endswith("0 before, 1 at risk")
    assert causes.about.text() == "100 % of 8 calls, 0 % of 4 before: rising."
    assert causes.words.text() == "“it never arrived”"
    assert shown_examples(team)[0].startswith("David Miller, at risk, “it never arrived”, Omar · ")


def test_an_example_is_opened_among_all_calls_with_enter(team: Review) -> None:
    team.window.search.setText("internet")
    team.settle()
    team.press(Qt.Key.Key_4, CTRL)
    causes_page(team).examples.setFocus()
    team.press(Qt.Key.Key_Return)
    assert team.window.pages.currentWidget() is team.window.splitter
    assert team.shown == RISKY
    assert team.window.search.text() == ""
    assert len(team.listed) == 12
    chosen = team.window.calls.row(team.window.list.currentIndex().row())
    assert chosen is not None
    assert chosen.id == RISKY
    assert team.window.view.playback.position_ms == 7_000 - 400  # a little before the words
    assert QApplication.focusWidget() is team.window.list


def test_the_cause_looked_at_stays_when_it_is_counted_again(team: Review) -> None:
    team.press(Qt.Key.Key_4, CTRL)
    causes = causes_page(team)
    causes.periods.chips[56].click()
    team.settle()
    assert causes.model.rowCount() == 2
    team.qtbot.keyClick(causes.list, Qt.Key.Key_Down)
    assert causes.title.text() == "Billing"
    team.press(Qt.Key.Key_F5)
    assert causes.title.text() == "Billing"
    assert causes.list.currentIndex().row() == 1


# --- for everybody --------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_every_text_of_both_pages_can_be_read(
    open_review: OpenReview, team_home: Path, theme: str, scale: float
) -> None:
    review = open_review(lambda: open_desk(team_home), theme=theme, scale=scale)
    for number in ("3", "4"):
        review.press(Qt.Key[f"Key_{number}"], CTRL)
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        assert len(texts(review.window)) > 15
        assert not unreadable(review.window, 4.5)


@pytest.mark.parametrize("number", ["3", "4"])
def test_tab_reaches_every_part_of_a_page(team: Review, number: str) -> None:
    team.press(Qt.Key[f"Key_{number}"], CTRL)
    window, begun = team.window, QApplication.focusWidget()
    seen = []
    for _ in range(60):
        team.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
        if seen[-1] is begun:
            break
    assert seen[-1] is begun
    wanted: list[QWidget]
    if number == "3":
        wanted = [window.team.list, window.team.chart, window.team.table]
    else:
        wanted = [window.causes.list, window.causes.examples, window.causes.open]
    assert [each for each in wanted if each not in seen] == []


def test_the_plots_library_is_not_loaded_before_a_plot_is_shown() -> None:
    code = "import sys, assist.ui.main, assist.ui.review.window; print('pyqtgraph' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True
    )
    assert done.stdout.strip() == "False"
