"""Keeps the sidebar in its place: on its monitor, at its edge, as wide as it was drawn."""

from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from assist.ui.native.desktop import NativeDesktop
from assist.ui.sidebar.docking import (
    STRIP_PX,
    Drag,
    Place,
    begin_drag,
    beside,
    edge_of,
    frame,
    free_area,
    least_height,
    whole_points,
)


class Dock(QObject):
    """Places one window; `placed` tells where somebody put it.

    On a monitor that went away it stands on the main one, and goes back when that one returns.
    """

    placed = Signal(object)
    """The new `Place`."""

    def __init__(
        self, window: QWidget, desktop: NativeDesktop, place: Place, *, reserves_edge: bool
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desktop = desktop
        self.place = place
        self.strip = STRIP_PX
        self._reserves_edge = reserves_edge
        self._reserved: QRect | None = None
        self._drag: Drag | None = None
        self._watched: set[QScreen] = set()

    def watch_screens(self) -> None:
        """Follow monitors that come, go and change."""
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        for changed in (
            application.screenAdded,
            application.screenRemoved,
            application.primaryScreenChanged,
        ):
            changed.connect(self._screens_changed)
        self._watch_each()

    def dock(self) -> None:
        """Go where the place says."""
        area = self.area()
        self._window.setMinimumHeight(least_height(area))
        self._window.setGeometry(frame(self.place, area, self.strip))
        self._reserve()

    def move_to(self, place: Place, *, is_told: bool = True) -> None:
        """Stand there from now on."""
        before, self.place = self.place, place
        self.dock()
        if is_told and place != before:
            self.placed.emit(place)

    def set_collapsed(self, is_collapsed: bool) -> None:
        self.move_to(replace(self.place, is_collapsed=is_collapsed))

    def set_reserving(self, reserves_edge: bool) -> None:
        if self._reserves_edge and not reserves_edge:
            self.let_go()
        self._reserves_edge = reserves_edge

    def let_go(self) -> None:
        """Give the screen's edge back."""
        self._desktop.reserve_edge(int(self._window.winId()), None)
        self._reserved = None

    def screen(self) -> QScreen:
        """The monitor wanted, or the main one where that is not there."""
        wanted = self.place.screen
        found = (each for each in QGuiApplication.screens() if each.name() == wanted)
        return next(found, QGuiApplication.primaryScreen())

    def area(self, screen: QScreen | None = None) -> QRect:
        screen = screen or self.screen()
        area = free_area(screen.availableGeometry(), screen.geometry(), self._reserved)
        return whole_points(area, screen.devicePixelRatio())

    def room(self) -> QRect:
        """What the window leaves free of its monitor, for windows that open beside it."""
        return beside(self.area(), self._window.geometry())

    # --- the mouse --------------------------------------------------------------------------------

    def press(self, at: QPoint, in_window: QPoint) -> None:
        self._drag = begin_drag(self._window.geometry(), self.place, at, in_window)

    def drag_to(self, at: QPoint) -> None:
        if self._drag is not None:
            self._window.setGeometry(self._drag.rect_at(at))

    def release(self, at: QPoint) -> None:
        drag, self._drag = self._drag, None
        if drag is None:
            return
        screen = QGuiApplication.screenAt(at) or self.screen()
        place = drag.place_at(at, self.area(screen))
        if place != drag.place and not drag.is_resize:
            is_main = screen is QGuiApplication.primaryScreen()
            place = replace(place, screen="" if is_main else screen.name())
        self.move_to(place)

    # --- small things -----------------------------------------------------------------------------

    def _screens_changed(self) -> None:
        self._watch_each()
        self.dock()

    def _watch_each(self) -> None:
        screens = set(QGuiApplication.screens())
        for screen in screens - self._watched:
            screen.availableGeometryChanged.connect(self.dock)
            screen.geometryChanged.connect(self.dock)
        self._watched = screens

    def _reserve(self) -> None:
        if not self._reserves_edge:
            return
        window = self._window
        edge = edge_of(self.place, window.geometry(), window.devicePixelRatioF())
        is_kept = self._desktop.reserve_edge(int(window.winId()), edge)
        self._reserved = window.geometry() if is_kept else None
