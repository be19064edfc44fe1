"""The desktop's wish for less motion is asked of its settings portal, as desktops give it."""

import shutil

import pytest
from PySide6.QtWidgets import QApplication

from assist.ui.native.motion import wants_less_motion
from assist.ui.theme import make_theme
from tests.helpers.portal import settings_portal

pytestmark = pytest.mark.skipif(
    shutil.which("dbus-daemon") is None,
    reason="needs dbus-daemon: python3 bootstrap.py test installs it",
)

APPEARANCE = ("org.freedesktop.appearance", "reduced-motion")
GNOME = ("org.gnome.desktop.interface", "enable-animations")
KDE = ("org.kde.kdeglobals.KDE", "AnimationDurationFactor")


@pytest.mark.parametrize(
    ("values", "is_wanted"),
    [
        ({APPEARANCE: ("u", 1)}, True),
        ({APPEARANCE: ("u", 0)}, False),
        # An older portal does not know the first; what it passes on of the desktop's own counts.
        ({GNOME: ("b", False)}, True),
        ({GNOME: ("b", True)}, False),
        ({KDE: ("s", "0")}, True),
        ({KDE: ("s", "1")}, False),
        ({APPEARANCE: ("u", 0), GNOME: ("b", False)}, False),
        ({}, False),
    ],
)
def test_the_portals_answer_counts(
    qapp: QApplication, values: dict[tuple[str, str], tuple[str, object]], is_wanted: bool
) -> None:
    with settings_portal(values) as address:
        assert wants_less_motion(address) is is_wanted


def test_the_theme_stands_still_where_the_desktop_asks(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert make_theme("light").motion_ms > 0
    with settings_portal({APPEARANCE: ("u", 1)}) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        assert make_theme("light").motion_ms == 0


@pytest.mark.parametrize("address", ["unix:path=/nonexistent/bus", "nonsense"])
def test_without_a_session_bus_nothing_is_asked_for(qapp: QApplication, address: str) -> None:
    assert not wants_less_motion(address)
