"""Where the sidebar stands: docked to an edge at full height, or where it was dragged."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect

MIN_WIDTH, MAX_WIDTH = 280, 600
MIN_HEIGHT = 420
_SNAP_PX = 40
"""Dropped this close to a screen edge it docks there."""
GRIP_PX = 6
"""How wide the strip is by which the width is dragged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A docked side ("left", "right"), or "" with the free position `at`."""

    side: str
    width: int
    at: QPoint | None = None
    height: int = 0


def frame(place: Place, screen: QRect) -> QRect:
    """The window's rectangle on a screen's available area."""
    width = min(clamp_width(place.width), screen.width())
    if place.side == "left":
        return QRect(screen.left(), screen.top(), width, screen.height())
    if place.side == "right" or place.at is None:
        return QRect(screen.right() + 1 - width, screen.top(), width, screen.height())
    height = max(min(MIN_HEIGHT, screen.height()), min(place.height, screen.height()))
    left = max(screen.left(), min(place.at.x(), screen.right() + 1 - width))
    top = max(screen.top(), min(place.at.y(), screen.bottom() + 1 - height))
    return QRect(left, top, width, height)


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
