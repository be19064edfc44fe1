"""The icon in the system's tray: what the app is doing, and the few things to ask of it."""

from enum import StrEnum, auto

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from assist.core.notices import FollowUp
from assist.ui.callstate import CallState, Phase, Side
from assist.ui.phonewords import follow_up_text
from assist.ui.theme import LIGHT

_SIDES = (16, 22, 24, 32, 48)
"""Sizes that trays ask for, in pixels."""
_REMINDER_MS = 10_000
_WITHOUT = ("offscreen", "minimal", "vnc")
"""Qt's platforms that have no desktop; an icon there fails with a warning."""


class TrayState(StrEnum):
    """What the icon says, by shape and colour."""

    IDLE = auto()
    LISTENING = auto()
    PAUSED = auto()
    TROUBLE = auto()


def tray_state(state: CallState, trouble: str) -> TrayState:
    """Trouble first: it is what somebody should look at."""
    if trouble or any(not side.is_heard and not side.is_muted for side in _heard(state)):
        return TrayState.TROUBLE
    if state.phase in (Phase.CALL, Phase.ENDING):
        return TrayState.PAUSED if state.is_paused else TrayState.LISTENING
    return TrayState.IDLE


def _heard(state: CallState) -> tuple[Side, ...]:
    return tuple(state.sides.values()) if state.phase is Phase.CALL else ()


class Tray(QObject):
    """Follows a sidebar's state; `is_there` is false on a desktop that has no tray."""

    toggle_asked = Signal()
    listen_asked = Signal()
    end_asked = Signal()
    pause_asked = Signal()
    settings_asked = Signal()
    quit_asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.icon: QSystemTrayIcon | None = None
        self.state = TrayState.IDLE
        self.menu = QMenu()
        self.status = self._action(self.tr("No call"), None)
        self.status.setEnabled(False)
        self.menu.addSeparator()
        self.toggle = self._action(self.tr("Show or collapse the sidebar"), self.toggle_asked)
        self.listen = self._action(self.tr("Start listening"), self.listen_asked)
        self.pause = self._action(self.tr("Pause listening"), self.pause_asked)
        self.end = self._action(self.tr("End the call"), self.end_asked)
        self.menu.addSeparator()
        self.settings = self._action(self.tr("Settings…"), self.settings_asked)
        self.quit = self._action(self.tr("Quit"), self.quit_asked)
        self._told: frozenset[FollowUp] = frozenset()

    @property
    def is_there(self) -> bool:
        has_desktop = QGuiApplication.platformName() not in _WITHOUT
        return has_desktop and QSystemTrayIcon.isSystemTrayAvailable()

    def set_shown(self, is_shown: bool) -> None:
        """Show the icon where there is a tray, or take it away."""
        if not is_shown:
            if self.icon is not None:
                self.icon.hide()
                self.icon.deleteLater()
                self.icon = None
            return
        if QGuiApplication.platformName() in _WITHOUT:
            return
        if self.icon is None:
            self.icon = QSystemTrayIcon(tray_icon(self.state), self)
            self.icon.setContextMenu(self.menu)
            self.icon.setToolTip(self.status.text())
            self.icon.activated.connect(self._activated)
        # A tray that comes later takes the icon by itself.
        self.icon.show()

    def set_entries(self, *, has_settings: bool) -> None:
        self.settings.setVisible(has_settings)

    def show_state(self, state: CallState, trouble: str) -> None:
        """Follow the sidebar."""
        in_call = state.phase is Phase.CALL
        self.listen.setVisible(state.phase is Phase.IDLE and not state.lacks_model)
        self.pause.setVisible(in_call)
        self.end.setVisible(in_call)
        self.pause.setText(
            self.tr("Resume listening") if state.is_paused else self.tr("Pause listening")
        )
        shown = tray_state(state, trouble)
        words = self._words(shown, state, trouble)
        self.status.setText(words)
        if self.icon is not None:
            self.icon.setToolTip(f"Call Assist: {words}")
            if shown is not self.state:
                self.icon.setIcon(tray_icon(shown))
        self.state = shown
        self._remind(state.follow_ups)

    def close(self) -> None:
        self.set_shown(False)
        self.menu.deleteLater()

    def _remind(self, due: tuple[FollowUp, ...]) -> None:
        """Speak once of each follow-up that came due."""
        known, self._told = self._told, frozenset(due)
        fresh = [each for each in due if each not in known]
        if fresh and self.icon is not None and self.icon.isVisible():
            self.icon.showMessage(
                self.tr("Promised"),
                "\n".join(map(follow_up_text, fresh)),
                QSystemTrayIcon.MessageIcon.Information,
                _REMINDER_MS,
            )

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.toggle_asked.emit()

    def _words(self, shown: TrayState, state: CallState, trouble: str) -> str:
        if shown is TrayState.TROUBLE:
            return trouble or self.tr("A side of the call is not heard")
        if shown is TrayState.PAUSED:
            return self.tr("Paused")
        if shown is TrayState.LISTENING:
            who = state.name or self.tr("a customer")
            return self.tr("Listening to the call with {who}").format(who=who)
        return self.tr("No call")

    def _action(self, words: str, asked: object) -> QAction:
        action = self.menu.addAction(words)
        if asked is not None:
            action.triggered.connect(lambda: asked.emit())  # type: ignore[attr-defined]
        return action


def tray_icon(state: TrayState) -> QIcon:
    """A headset's arc with a sign below it: ring, disc, bars or exclamation mark."""
    icon = QIcon()
    for side in _SIDES:
        icon.addPixmap(_picture(state, side))
    return icon


def _picture(state: TrayState, side: int) -> QPixmap:
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side / 16, side / 16)
    # On a disc of its own, readable on light and dark panels alike.
    painter.setPen(Qt.PenStyle.NoPen)
    grounds = {
        TrayState.IDLE: LIGHT.muted,
        TrayState.LISTENING: LIGHT.agent,
        TrayState.PAUSED: LIGHT.warm.accent,
        TrayState.TROUBLE: LIGHT.red.accent,
    }
    painter.setBrush(QColor(grounds[state]))
    painter.drawEllipse(QRectF(0.5, 0.5, 15, 15))
    white = QColor("#FFFFFF")
    painter.setPen(QPen(white, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if state is TrayState.PAUSED:
        painter.fillRect(QRectF(5.2, 4.5, 2, 7), white)
        painter.fillRect(QRectF(8.8, 4.5, 2, 7), white)
    elif state is TrayState.TROUBLE:
        painter.drawLine(QPointF(8, 4), QPointF(8, 9))
        painter.drawPoint(QPointF(8, 11.8))
    else:
        painter.drawArc(QRectF(4, 3.6, 8, 8), 0, 180 * 16)
        painter.fillRect(QRectF(3.2, 7.4, 1.9, 3.6), white)
        painter.fillRect(QRectF(10.9, 7.4, 1.9, 3.6), white)
        if state is TrayState.LISTENING:
            painter.setBrush(white)
            painter.drawEllipse(QRectF(6.9, 10.4, 2.2, 2.2))
    painter.end()
    return picture
