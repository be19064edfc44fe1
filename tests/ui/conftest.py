"""A sidebar on the offscreen platform with a scripted agent and a noting desktop."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assist import paths
from assist.core.commands import Command
from assist.core.events import Event
from assist.core.notices import Notice
from assist.ui.sidebar.docking import Place
from assist.ui.sidebar.window import SidebarWindow
from assist.ui.theme import make_theme
from assist.ui.translation import install_language
from tests.helpers.ui import NotingDesktop


@dataclass
class Desk:
    """A window, what it asked of the engine, and the desktop below it."""

    window: SidebarWindow
    sent: list[Command]
    desktop: NotingDesktop = field(default_factory=NotingDesktop)

    def play(self, *messages: Event | Notice) -> None:
        for message in messages:
            self.window.handle_message(message)


@pytest.fixture(autouse=True)
def english(request: pytest.FixtureRequest) -> None:
    """Windows count as users see it ("2 days"), whatever language the test before installed."""
    if "qapp" in request.fixturenames:
        folder = paths.resources_dir() / "translations"
        install_language(request.getfixturevalue("qapp"), folder, "en")


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    if qapp.style().objectName() != "fusion":
        qapp.setStyle("Fusion")
    sent: list[Command] = []
    desktop = NotingDesktop()
    window = SidebarWindow(
        make_theme("light"), sent.append, desktop, Place(side="right", width=340)
    )
    window.resize(340, 800)
    window.show()
    qtbot.waitExposed(window)
    yield Desk(window=window, sent=sent, desktop=desktop)
    window.focus_loan.give_back()
    window.close()
    window.deleteLater()
    # Qt deletes only from within a running loop; hundreds of widgets would pile up until the end.
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
