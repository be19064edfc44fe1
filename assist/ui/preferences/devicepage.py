"""The first run's page of devices: each with a meter that moves with what is heard on it."""

import threading

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from assist.core.preferences import DeviceChoice, Levels, SetupDesk
from assist.core.words import Party
from assist.ui.editor.style import label
from assist.ui.editor.worker import Worker
from assist.ui.preferences.steps import StepPage
from assist.ui.sentences import said
from assist.ui.theme import Theme

_KEYS = {Party.AGENT: "agent_device", Party.CUSTOMER: "customer_device"}
_LOOK_MS = 100
_FALL = 0.06
"""Of the meter's width with each look, so that the eye can follow."""
_QUIETEST_DBFS = -60
_MOST = 8
"""Devices a side that are listened to at once; more are shown without a meter."""


class LevelBar(QWidget):
    """A bar that follows a level and falls back slowly."""

    def __init__(self, party: Party, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._party = party
        self._theme: Theme | None = None
        self.share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.updateGeometry()
        self.update()

    def show_level(self, dbfs: int) -> None:
        share = min(1.0, max(0.0, (dbfs - _QUIETEST_DBFS) / -_QUIETEST_DBFS))
        self.share = max(share, self.share - _FALL)
        self.update()

    def sizeHint(self) -> QSize:
        space = self._theme.space if self._theme else int
        return QSize(space(90), space(10))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = self.height() / 2
        painter.setBrush(QColor(self._theme.palette.track))
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        filled = self.width() * self.share
        if filled >= 1:
            painter.setBrush(QColor(self._theme.palette.party(self._party)))
            painter.drawRoundedRect(QRectF(0, 0, filled, self.height()), radius, radius)
        painter.end()


class DevicePage(StepPage):
    """Two lists of devices; the ones a call would use are marked. Meters move while it is shown."""

    def __init__(self, desk: SetupDesk, worker: Worker, parent: QWidget) -> None:
        super().__init__(desk, worker, parent)
        self.heading = self.tr("Your headset")
        text = self.tr(
            "Speak, and let something play in your headset: the bars show what hears it."
        )
        self.column.addWidget(label(text, self, ink="muted"))
        self.remote = label("", self, part="note", ink="warm")
        self.remote.hide()
        self.column.addWidget(self.remote)
        self.buttons: dict[tuple[Party, str], QRadioButton] = {}
        self.meters: dict[tuple[Party, str], LevelBar] = {}
        self._groups = {party: QButtonGroup(self) for party in Party}
        self._rows: dict[Party, QVBoxLayout] = {}
        titles = {
            Party.AGENT: self.tr("Your microphone"),
            Party.CUSTOMER: self.tr("What you hear: there the customer is listened to"),
        }
        inner = QWidget(self)
        inner.setObjectName("settingsPage")
        self._lists = lists = QVBoxLayout(inner)
        lists.setContentsMargins(0, 0, 0, 0)
        for party in Party:
            lists.addWidget(label(titles[party], inner, part="heading"))
            self._rows[party] = QVBoxLayout()
            lists.addLayout(self._rows[party])
            if desk.is_locked(_KEYS[party]):
                locked = self.tr("Set by your administrator")
                lists.addWidget(label(locked, inner, part="note", ink="warm"))
        lists.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        self.column.addWidget(area, 1)
        again = QCoreApplication.translate("SentencePage", "Once more")
        self.again = QPushButton(again, self)
        """Shown while there is no device: a headset may be plugged in meanwhile."""
        self.again.setProperty("kind", "wide")
        self.again.hide()
        self.column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        self.again.clicked.connect(self._look_again)
        self.failed.connect(lambda sentence: self._offer_again(bool(sentence)))
        self._lock = threading.Lock()
        """Over the next two: meters are opened on the worker's thread."""
        self._levels: Levels | None = None
        self._is_shown = False
        self._theme: Theme | None = None
        self.timer = QTimer(self)
        self.timer.setInterval(_LOOK_MS)
        self.timer.timeout.connect(self.look)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._theme = theme
        self._lists.setSpacing(theme.space(6))
        for rows in self._rows.values():
            rows.setSpacing(theme.space(6))
            rows.setContentsMargins(0, 0, theme.space(10), theme.space(8))
        for meter in self.meters.values():
            meter.set_theme(theme)

    def enter(self) -> None:
        with self._lock:
            self._is_shown = True
        self.ask("devices", self.desk.devices, self._show)
        self.ask("remote", self.desk.remote, self._show_remote)

    def _look_again(self) -> None:
        self.failed.emit("")
        self.enter()

    def _offer_again(self, is_wrong: bool) -> None:
        if is_wrong and not self.buttons:
            self.again.show()

    def leave(self) -> None:
        self.timer.stop()
        with self._lock:
            self._is_shown = False
            levels, self._levels = self._levels, None
        if levels is not None:
            levels.close()

    def _show_remote(self, sentence: str) -> None:
        self.remote.setText(said(sentence))
        self.remote.setVisible(bool(sentence))

    def _show(self, devices: tuple[DeviceChoice, ...]) -> None:
        if not self.buttons:
            for device in devices:
                self._add(device)
            if self._theme is not None:
                self.set_theme(self._theme)
            self._keep_usual(devices)
        marked = next((each for each in self.buttons.values() if each.isChecked()), None)
        if marked is not None:
            self.setFocusProxy(marked)
            if self._is_shown:
                marked.setFocus(Qt.FocusReason.TabFocusReason)
        if self.buttons and self.window().focusWidget() is self.again:
            self.answered.emit()  # a hidden button's focus goes anywhere
        self.again.setVisible(not self.buttons)
        if not self._is_shown:
            return
        metered = [
            device
            for party in Party
            for device in [each for each in devices if each.party is party][:_MOST]
        ]
        self.ask("levels", lambda: self._open(tuple(metered)), self._metering)

    def _open(self, devices: tuple[DeviceChoice, ...]) -> None:
        """On the worker's thread: what comes too late is closed again."""
        levels = self.desk.open_levels(devices)
        with self._lock:
            if self._is_shown and self._levels is None:
                self._levels = levels
                return
        levels.close()

    def _metering(self, _: None) -> None:
        if self._levels is None:
            return
        for place, trouble in self._levels.troubles().items():
            if place in self.buttons:
                self.buttons[place].setToolTip(said(trouble))
        self.timer.start()

    def look(self) -> None:
        """Move the meters."""
        if self._levels is None:
            return
        for place, dbfs in self._levels.peaks().items():
            if place in self.meters:
                self.meters[place].show_level(dbfs)

    def _add(self, device: DeviceChoice) -> None:
        place = (device.party, device.name)
        button = QRadioButton(device.description, self)
        button.setAccessibleDescription(device.name)
        button.setChecked(device.is_chosen)
        button.setEnabled(not self.desk.is_locked(_KEYS[device.party]))
        button.clicked.connect(lambda: self.keep(_KEYS[device.party], device.name))
        meter = LevelBar(device.party, self)
        meter.setAccessibleName(self.tr("Level of {device}").format(device=device.description))
        self._groups[device.party].addButton(button)
        row = QHBoxLayout()
        row.addWidget(button, 1)
        row.addWidget(meter)
        self._rows[device.party].addLayout(row)
        self.buttons[place], self.meters[place] = button, meter

    def _keep_usual(self, devices: tuple[DeviceChoice, ...]) -> None:
        """What is marked is kept by its name: the system's own choice may change unasked."""
        for device in devices:
            key = _KEYS[device.party]
            is_free = not self.desk.chosen(key) and not self.desk.is_locked(key)
            if device.is_chosen and is_free:
                self.keep(key, device.name)
