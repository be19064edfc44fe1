"""What fits into which height, and where the window stands."""

import itertools
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, QSize

from assist.ui.sidebar.collapse import STEPS, WRAP_UP_STEPS, Fit, Heights, fit_parts, needed
from assist.ui.sidebar.docking import (
    MAX_WIDTH,
    MIN_WIDTH,
    Place,
    begin_drag,
    beside,
    edge_of,
    frame,
    free_area,
    place_in,
)

SCREEN = QRect(0, 0, 1366, 768)
HEIGHTS = Heights(
    always=320,
    feeling_words=38,
    curve=50,
    checklist=90,
    checklist_line=28,
    promises=70,
    transcript=110,
    guide=44,
    desk=30,
)


def test_parts_collapse_in_the_agreed_order() -> None:
    seen: list[Fit] = []
    for height in range(900, 300, -1):
        fit = fit_parts(height, HEIGHTS)
        if not seen or seen[-1] != fit:
            seen.append(fit)
    assert seen == list(STEPS)


def test_after_a_call_the_promises_outlast_the_transcript_and_the_checklist() -> None:
    for height in range(900, 300, -1):
        fit = fit_parts(height, HEIGHTS, is_over=True)
        assert needed(fit, HEIGHTS) <= height or fit == WRAP_UP_STEPS[-1]
        assert fit.has_promises or not (fit.has_transcript or fit.has_checklist)


def test_room_that_others_left_is_filled_with_the_transcript() -> None:
    heights = replace(HEIGHTS, transcript=40)
    without_promises = STEPS[2]
    fit = fit_parts(needed(without_promises, heights) + 45, heights)
    assert fit.has_transcript
    assert not fit.has_promises


def test_every_step_needs_less_than_the_one_before() -> None:
    sizes = [needed(step, HEIGHTS) for step in STEPS]
    assert all(more > less for more, less in itertools.pairwise(sizes))


def test_nothing_is_shown_that_does_not_fit() -> None:
    for height in range(320, 900):
        assert needed(fit_parts(height, HEIGHTS), HEIGHTS) <= height


@pytest.mark.parametrize(("side", "left"), [("right", 1026), ("left", 0)])
def test_docked_it_takes_the_full_height_of_its_edge(side: str, left: int) -> None:
    assert frame(Place(side=side, width=340), SCREEN) == QRect(left, 0, 340, 768)


def test_a_free_place_stays_on_the_screen() -> None:
    place = Place(side="", width=340, at=QPoint(5000, -90), height=500)
    assert SCREEN.contains(frame(place, SCREEN))


@pytest.mark.parametrize(("x", "width"), [(1300, MIN_WIDTH), (100, MAX_WIDTH), (968, 400)])
def test_the_inner_edge_sets_the_width_within_its_limits(x: int, width: int) -> None:
    start, place = QRect(1026, 0, 340, 768), Place(side="right", width=340)
    drag = begin_drag(start, place, QPoint(1028, 300), QPoint(2, 300))
    rect = drag.rect_at(QPoint(x, 300))
    assert (rect.width(), rect.right()) == (width, 1365)
    assert drag.place_at(QPoint(x, 300), SCREEN).width == width


@pytest.mark.parametrize(
    ("dx", "side"), [(0, "right"), (-20, "right"), (-500, ""), (-1020, "left")]
)
def test_dropped_near_an_edge_it_docks_there(dx: int, side: str) -> None:
    start, place = QRect(1026, 0, 340, 768), Place(side="right", width=340)
    drag = begin_drag(start, place, QPoint(1200, 20), QPoint(174, 20))
    assert drag.place_at(QPoint(1200 + dx, 20), SCREEN).side == side


def test_its_own_reservation_does_not_push_it_off_its_edge() -> None:
    place = Place(side="right", width=340)
    left_free = QRect(0, 0, 1026, 768)
    assert frame(place, free_area(left_free, SCREEN, QRect(1026, 0, 340, 768))) == QRect(
        1026, 0, 340, 768
    )


def test_the_reserved_strip_is_in_physical_pixels() -> None:
    edge = edge_of(Place(side="right", width=340), QRect(1026, 0, 340, 768), 1.5)
    assert edge is not None
    assert (edge.outer, edge.width, edge.is_left) == (2049, 510, False)
    assert edge_of(Place(side="", width=340), QRect(10, 10, 340, 500), 1.0) is None


@pytest.mark.parametrize(
    ("taken", "room"),
    [
        (QRect(1026, 0, 340, 768), QRect(0, 0, 1026, 768)),  # docked right
        (QRect(0, 0, 510, 768), QRect(510, 0, 856, 768)),  # docked left, text at 150 %
        (QRect(300, 100, 340, 500), QRect(640, 0, 726, 768)),  # dragged away from the edge
        (QRect(2000, 0, 340, 768), SCREEN),  # on another monitor
    ],
)
def test_beside_the_sidebar_is_the_wider_part_it_leaves_free(taken: QRect, room: QRect) -> None:
    assert beside(SCREEN, taken) == room


def test_a_window_stands_in_the_middle_of_its_room_and_always_on_the_screen() -> None:
    left, right = QRect(0, 0, 1026, 768), QRect(510, 0, 856, 768)
    assert place_in(left, SCREEN, QSize(826, 568)) == QPoint(100, 100)
    assert place_in(right, SCREEN, QSize(856, 768)) == QPoint(510, 0)
    assert place_in(left, SCREEN, QSize(1200, 700)).x() == 0
    assert place_in(right, SCREEN, QSize(1200, 700)).x() == 166, "it ends with the screen"
    assert place_in(left, SCREEN, QSize(1400, 900)) == QPoint(0, 0)
