"""A center's list: 100,000 calls in a real database, opened and scrolled."""

import time
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from assist.core.review import ReviewFilter
from assist.review import flags
from assist.store import desk_schema, schema
from assist.ui.review.calls import PAGE
from tests.helpers.reviewing import NOW, keep, open_desk, open_store, plain_call
from tests.ui.review.conftest import OpenReview

MANY = 100_000
OPENS_S = 0.5
"""What the best of some tries must reach: a loaded machine may be slower now and then."""
TRIES = 7

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def center(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """100,000 calls of 200 agents over half a year; one of sixteen is flagged."""
    home = tmp_path_factory.mktemp("center")
    keep(home, plain_call("20261122T100000-base"))
    reasons = list(flags.REASONS)
    with open_store(home) as store, store.engine.begin() as connection:
        base = dict(connection.execute(select(schema.calls)).mappings().one())
        calls, found = [], []
        for number in range(MANY - 1):
            severity = 1 + number % 3 if number % 16 == 0 else 0
            call = f"20261122T{number:06d}-many"
            begun = NOW - timedelta(minutes=2.5 * number)
            about = {
                "id": call,
                "started_at": begun,
                "agent": f"Agent {number % 200}",
                "customer_name": f"Customer {number}",
                "severity": severity,
                "judged_by": flags.RULES_VERSION,
            }
            calls.append({**base, **about})
            if severity:
                reason = reasons[number % len(reasons)]
                found.append(
                    {
                        "call_id": call,
                        "position": 0,
                        "reason": reason,
                        "severity": severity,
                        "at_ms": 9_000,
                        "detail": "",
                    }
                )
        connection.execute(insert(schema.calls), calls)
        connection.execute(insert(desk_schema.call_reasons), found)
    return home


def test_both_lists_of_100_000_calls_are_read_within_half_a_second(center: Path) -> None:
    desk = open_desk(center)
    for wanted in (ReviewFilter(is_flagged=True, is_reviewed=False), ReviewFilter()):
        took = []
        for _ in range(TRIES):
            begun = time.perf_counter()
            assert desk.count(wanted) > 5_000
            assert len(desk.rows(wanted, PAGE, 0)) == PAGE
            took.append(time.perf_counter() - begun)
        assert min(took) <= OPENS_S, took
    begun = time.perf_counter()
    assert len(desk.rows(ReviewFilter(), PAGE, MANY - PAGE)) == PAGE
    assert time.perf_counter() - begun <= 10 * OPENS_S
    desk.close()


def test_the_window_shows_100_000_calls_and_scrolls_to_the_last(
    center: Path, open_review: OpenReview
) -> None:
    review = open_review(lambda: open_desk(center))
    took = []
    for tab in ("all", "flagged") * 4:
        begun = time.perf_counter()
        review.window.choose_tab(tab)
        review.settle()
        took.append(time.perf_counter() - begun)
    assert min(took[0::2]) <= OPENS_S, took
    assert min(took[1::2]) <= OPENS_S, took
    review.window.choose_tab("all")
    review.settle()
    assert review.window.calls.rowCount() == MANY
    painted = []
    bar = review.window.list.verticalScrollBar()
    height = review.window.list.sizeHintForRow(0)
    review.qtbot.waitUntil(lambda: bar.maximum() > height * (MANY - PAGE), timeout=60_000)
    for part in range(1, 21):
        begun = time.perf_counter()
        bar.setValue(bar.maximum() * part // 20)
        review.window.list.viewport().repaint()
        painted.append(time.perf_counter() - begun)
    # A step of the wheel is painted while its rows are still being read.
    assert sorted(painted)[len(painted) // 2] <= 0.05, painted
    review.settle()
    last = review.window.calls.row(MANY - 1)
    review.settle()
    last = review.window.calls.row(MANY - 1)
    assert last is not None
    assert last.customer_name == f"Customer {MANY - 2}"
