"""Where the sidebar stands: docked to an edge at full height, or where it was dragged."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QRect, QSize

from assist.ui.native.desktop import Edge

MIN_WIDTH, MAX_WIDTH = 280, 600
MIN_HEIGHT = 420
STRIP_PX = 44
"""Width of the collapsed sidebar at 100 %."""
_SNAP_PX = 40
"""Dropped this close to a screen edge it docks there."""
GRIP_PX = 6
"""How wide the strip is by which the width is dragged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A docked side ("left", "right"), or "" with the free position `at`.

    `screen` is the monitor's name, "" for the main one; `width` is kept while `is_collapsed`.
    """

    side: str
    width: int
    at: QPoint | None = None
    height: int = 0
    screen: str = ""
    is_collapsed: bool = False


def frame(place: Place, screen: QRect, strip: int = STRIP_PX) -> QRect:
    """The window's rectangle on a screen's available area; `strip` is its width collapsed."""
    width = min(strip if place.is_collapsed else clamp_width(place.width), screen.width())
    if place.side == "left":
        return QRect(screen.left(), screen.top(), width, screen.height())
    if place.side == "right" or place.at is None:
        return QRect(screen.right() + 1 - width, screen.top(), width, screen.height())
    height = max(least_height(screen), min(place.height, screen.height()))
    left = max(screen.left(), min(place.at.x(), screen.right() + 1 - width))
    top = max(screen.top(), min(place.at.y(), screen.bottom() + 1 - height))
    return QRect(left, top, width, height)


def least_height(screen: QRect) -> int:
    """How low the window may get; where the screen itself is lower, as low as that."""
    return min(MIN_HEIGHT, screen.height())


def free_area(available: QRect, screen: QRect, reserved: QRect | None) -> QRect:
    """The screen's area that others leave free: the strip we reserved ourselves counts as ours."""
    if reserved is None or not screen.intersects(reserved):
        return available
    if reserved.left() <= screen.left():
        left = max(screen.left(), available.left() - reserved.width())
        return available.adjusted(left - available.left(), 0, 0, 0)
    right = min(screen.right(), available.right() + reserved.width())
    return available.adjusted(0, 0, right - available.right(), 0)


def beside(area: QRect, taken: QRect) -> QRect:
    """The wider part of an area left or right of what is taken; all of it where nothing is."""
    if not area.intersects(taken):
        return area
    left = QRect(area.left(), area.top(), max(0, taken.left() - area.left()), area.height())
    right_width = max(0, area.right() - taken.right())
    right = QRect(area.right() + 1 - right_width, area.top(), right_width, area.height())
    return left if left.width() >= right.width() else right


def place_in(room: QRect, area: QRect, size: QSize) -> QPoint:
    """Where something of a size stands in the middle of a room, which is a part of the area.

    What is wider than the room begins at the area's own edge: rather covered than off the screen.
    """
    left = room.left() + (room.width() - size.width()) // 2
    if size.width() > room.width():
        is_left = room.left() == area.left()
        left = area.left() if is_left else area.right() + 1 - size.width()
    top = room.top() + (room.height() - size.height()) // 2
    return QPoint(max(area.left(), left), max(area.top(), top))


def whole_points(area: QRect, ratio: float) -> QRect:
    """The area without a last point that the screen has only a part of, as 1366 pixels at 150 %.

    A window manager cuts off what sticks out of the screen, again with each change of the window.
    """
    right, bottom = (area.right() + 1) * ratio, (area.bottom() + 1) * ratio
    return area.adjusted(0, 0, -int(right != int(right)), -int(bottom != int(bottom)))


def clamp_width(width: int) -> int:
    return max(MIN_WIDTH, min(MAX_WIDTH, width))


def dropped(rect: QRect, screen: QRect) -> Place:
    """The place a window means that was dropped at `rect`."""
    if rect.left() <= screen.left() + _SNAP_PX:
        return Place(side="left", width=rect.width())
    if rect.right() >= screen.right() - _SNAP_PX:
        return Place(side="right", width=rect.width())
    return Place(side="", width=rect.width(), at=rect.topLeft(), height=rect.height())


def resized(rect: QRect, side: str, x: int) -> QRect:
    """The rectangle after its inner edge (the one away from the docked side) went to `x`."""
    if side == "left":
        return QRect(rect.left(), rect.top(), clamp_width(x - rect.left()), rect.height())
    width = clamp_width(rect.right() + 1 - x)
    return QRect(rect.right() + 1 - width, rect.top(), width, rect.height())


@dataclass(frozen=True, slots=True, kw_only=True)
class Drag:
    """A drag with the mouse: of the whole window, or of its inner edge (`is_resize`)."""

    start: QRect
    place: Place
    grabbed_at: QPoint
    is_resize: bool

    def rect_at(self, at: QPoint) -> QRect:
        """Where the window stands while the pointer is at `at` (on the screen)."""
        if self.is_resize:
            edge = self.start.right() + 1 if self.place.side == "left" else self.start.left()
            return resized(self.start, self.place.side, edge + (at - self.grabbed_at).x())
        return self.start.translated(at - self.grabbed_at)

    def place_at(self, at: QPoint, screen: QRect) -> Place:
        """What the place is once the button is let go at `at`; a click changes nothing."""
        if at == self.grabbed_at:
            return self.place
        rect = self.rect_at(at)
        if self.is_resize:
            return replace(self.place, width=rect.width(), at=rect.topLeft(), height=rect.height())
        found = dropped(rect, screen)
        width = self.place.width if self.place.is_collapsed else found.width
        return replace(found, width=width, is_collapsed=self.place.is_collapsed)


def begin_drag(rect: QRect, place: Place, at: QPoint, in_window: QPoint) -> Drag:
    """The drag that begins at `at` on the screen, which is `in_window` in the window."""
    is_resize = is_grip(rect.width(), place, in_window)
    return Drag(start=rect, place=place, grabbed_at=at, is_resize=is_resize)


def is_grip(width: int, place: Place, in_window: QPoint) -> bool:
    """Whether a point in the window is on its inner edge, by which the width is dragged."""
    if place.is_collapsed:
        return False
    if place.side == "left":
        return in_window.x() >= width - GRIP_PX
    return in_window.x() < GRIP_PX


def edge_of(place: Place, rect: QRect, ratio: float) -> Edge | None:
    """The strip to reserve, in physical pixels; None unless docked."""
    if not place.side:
        return None
    is_left = place.side == "left"
    return Edge(
        is_left=is_left,
        outer=round((rect.left() if is_left else rect.right() + 1) * ratio),
        width=round(rect.width() * ratio),
        top=round(rect.top() * ratio),
        bottom=round(rect.bottom() * ratio),
    )
