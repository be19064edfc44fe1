"""Moving and sizing the window with the mouse."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from assist.ui.sidebar.docking import MAX_WIDTH, MIN_WIDTH
from tests.helpers.uicall import drawn_call
from tests.ui.conftest import Desk


def drag(widget: QWidget, start: QPoint, by: QPoint) -> None:
    """Press on a point of a widget, move over the screen in two steps, let go."""
    at = widget.mapToGlobal(start)
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    kinds = QMouseEvent.Type
    for kind, where, button in (
        (kinds.MouseButtonPress, at, left),
        (kinds.MouseMove, at + by / 2, none),
        (kinds.MouseMove, at + by, none),
        (kinds.MouseButtonRelease, at + by, left),
    ):
        local = QPointF(widget.mapFromGlobal(where))
        held = none if kind == kinds.MouseButtonRelease else left
        QApplication.sendEvent(
            widget,
            QMouseEvent(kind, local, QPointF(where), button, held, Qt.KeyboardModifier.NoModifier),
        )


def test_dragged_by_its_header_it_leaves_its_edge_and_docks_to_the_other(desk: Desk) -> None:
    window = desk.window
    window.dock()
    screen = window.screen().availableGeometry()
    assert window.geometry().right() == screen.right()
    drag(window.header, QPoint(100, 5), QPoint(-200, 30))
    free = window.geometry()
    assert screen.left() < free.left()
    assert free.right() < screen.right()
    drag(window.header, QPoint(100, 5), QPoint(-2000, 0))
    assert window.geometry().topLeft() == screen.topLeft()
    assert window.geometry().height() == screen.height()


def test_its_inner_edge_sets_the_width_between_its_limits(desk: Desk) -> None:
    window = desk.window
    window.dock()
    right = window.geometry().right()
    for by, width in ((-60, 400), (400, MIN_WIDTH), (-700, MAX_WIDTH)):
        drag(window, QPoint(2, 300), QPoint(by, 0))
        assert (window.width(), window.geometry().right()) == (width, right)


def test_a_click_on_the_card_does_not_move_the_window(desk: Desk) -> None:
    window = desk.window
    desk.play(*drawn_call())
    window.dock()
    before = window.geometry()
    drag(window.call.prompts.card, QPoint(40, 20), QPoint(-90, 40))
    assert window.geometry() == before
    drag(window.header, QPoint(100, 5), QPoint(0, 0))
    assert window.geometry() == before


def test_where_it_was_put_is_told_once_and_a_click_is_not(desk: Desk) -> None:
    window = desk.window
    window.dock()
    told: list[tuple[str, int]] = []
    window.placed.connect(lambda place: told.append((place.side, place.width)))
    drag(window.header, QPoint(100, 5), QPoint(0, 0))
    drag(window, QPoint(2, 300), QPoint(-60, 0))
    drag(window.header, QPoint(100, 5), QPoint(-2000, 0))
    assert told == [("right", 400), ("left", 400)]
    drag(window.header, QPoint(100, 5), QPoint(200, 30))
    assert told[2:] == [("", 400)]
