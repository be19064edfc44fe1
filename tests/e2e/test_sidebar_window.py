"""The sidebar on a real display: where it stands, and that it never takes the focus."""

import os
import re
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from assist.ui.main import INTERRUPTED
from assist.ui.native.xcb import CONTROL, MOD1, XcbConnection
from assist.ui.theme import DARK, LIGHT
from tests.helpers.listening import listening_ports
from tests.helpers.uiwindow import ROOT, WindowProcess, window
from tests.helpers.xvfb import Display

pytestmark = [
    pytest.mark.x11,
    pytest.mark.skipif(
        not all(map(shutil.which, ("xdotool", "xwininfo"))),
        reason="needs xdotool and xwininfo: python3 bootstrap.py test installs them",
    ),
]

SCREEN_WIDTH, SCREEN_HEIGHT = 1366, 768
LOOKS = 2_000
"""Each look is a process of its own and takes some ten milliseconds."""


def wait_until(is_true: Callable[[], bool], what: str) -> None:
    """The X server tells nobody when a window manager has done its part: look until it has."""
    for _ in range(LOOKS):
        if is_true():
            return
    raise TimeoutError(f"It never came to this: {what}.")


def active_window(display: Display) -> int:
    answer = display.run("xprop", "-root", "_NET_ACTIVE_WINDOW")
    found = re.search(r"0x[0-9a-f]+", answer)
    return int(found[0], 16) if found else 0


def has_keys(display: Display, window_id: int) -> bool:
    """Whether what is typed now goes to this window: the window manager says so before it is so."""
    focused = display.run("xdotool", "getwindowfocus").strip()
    return active_window(display) == window_id and focused == str(window_id)


def work_area(display: Display) -> list[int]:
    answer = display.run("xprop", "-root", "_NET_WORKAREA")
    return [int(number) for number in re.findall(r"\d+", answer.partition("=")[2])[:4]]


def geometry(display: Display, window_id: int) -> list[int]:
    """Left, top, width, height as the X server has them (Qt has been seen to be wrong)."""
    answer = display.run("xwininfo", "-id", str(window_id))
    return [
        int(re.search(rf"{name}:\s+(-?\d+)", answer)[1])  # type: ignore[index]
        for name in ("Absolute upper-left X", "Absolute upper-left Y", "Width", "Height")
    ]


def click(display: Display, at: list[int]) -> None:
    display.run("xdotool", "mousemove", str(at[0]), str(at[1]), "click", "1")


def type_text(display: Display, text: str) -> None:
    display.run("xdotool", "type", "--delay", "15", text)


def focus_softphone(display: Display, phone: WindowProcess) -> int:
    """Bring the softphone to the front with "before " typed into it; returns its window."""
    phone_id = int(phone.wait("window"))
    phone.wait("focus", True)  # its field takes keys by now; the X server may say so earlier
    wait_until(lambda: has_keys(display, phone_id), "the softphone has the focus")
    type_text(display, "before ")
    phone.wait("text", "before ")
    return phone_id


@pytest.mark.parametrize(("side", "left"), [("right", SCREEN_WIDTH - 340), ("left", 0)])
def test_it_docks_to_its_edge_at_full_height_on_top(
    x11_display: Display, side: str, left: int
) -> None:
    with window(x11_display, "sidebar", "--side", side) as sidebar:
        sidebar_id = sidebar.wait("ready")["window"]
        wanted = [left, 0, 340, SCREEN_HEIGHT]
        wait_until(lambda: geometry(x11_display, sidebar_id) == wanted, f"it stands at {wanted}")
        state = x11_display.run("xprop", "-id", str(sidebar_id), "_NET_WM_STATE", "WM_HINTS")
    assert "_NET_WM_STATE_ABOVE" in state
    assert "Client accepts input or input focus: False" in state


@pytest.mark.parametrize(("side", "free"), [("right", [0, 1026]), ("left", [340, 1026])])
def test_it_reserves_its_edge_if_asked_and_gives_it_back(
    x11_display: Display, side: str, free: list[int]
) -> None:
    def is_free(left: int, width: int) -> bool:
        area = work_area(x11_display)
        return [area[0], area[2]] == [left, width]

    with window(x11_display, "sidebar", "--side", side, "--reserve") as sidebar:
        sidebar_id = sidebar.wait("ready")["window"]
        wait_until(lambda: is_free(*free), "others keep off the edge")
        assert geometry(x11_display, sidebar_id)[0] == (0 if side == "left" else free[1])
    wait_until(lambda: is_free(0, SCREEN_WIDTH), "the whole screen is free again")


def test_typing_elsewhere_goes_on_while_its_buttons_are_clicked(x11_display: Display) -> None:
    with window(x11_display, "softphone") as phone:
        phone_id = focus_softphone(x11_display, phone)
        with window(x11_display, "sidebar") as sidebar:
            places = sidebar.wait("ready")
            assert active_window(x11_display) == phone_id
            click(x11_display, places["not_now"])
            assert sidebar.wait("dismiss_cue")["cue"] == 1
            click(x11_display, places["pause"])
            assert sidebar.wait("set_pause")["is_paused"] is True
            type_text(x11_display, "after")
            phone.wait("text", "before after")
            assert active_window(x11_display) == phone_id


def test_without_its_flag_it_would_take_the_focus(x11_display: Display) -> None:
    """The control: the test above can fail."""
    with window(x11_display, "softphone") as phone:
        focus_softphone(x11_display, phone)
        with window(x11_display, "sidebar", "--takes-focus") as sidebar:
            places = sidebar.wait("ready")
            click(x11_display, places["not_now"])
            sidebar.wait("dismiss_cue")
            wait_until(lambda: has_keys(x11_display, places["window"]), "the sidebar has the focus")


def test_a_click_on_the_name_borrows_the_focus_for_it_alone(x11_display: Display) -> None:
    with window(x11_display, "softphone") as phone:
        phone_id = focus_softphone(x11_display, phone)
        with window(x11_display, "sidebar") as sidebar:
            places = sidebar.wait("ready")
            click(x11_display, places["name"])
            wait_until(lambda: has_keys(x11_display, places["window"]), "the name has the focus")
            type_text(x11_display, "Ana")
            x11_display.run("xdotool", "key", "Return")
            assert sidebar.wait("set_name")["name"] == "Ana"
            wait_until(lambda: has_keys(x11_display, phone_id), "the softphone has it back")
            type_text(x11_display, "after")
            phone.wait("text", "before after")
            click(x11_display, places["pause"])
            sidebar.wait("set_pause")
            assert active_window(x11_display) == phone_id


def test_a_click_elsewhere_ends_the_typing_and_keeps_its_focus(x11_display: Display) -> None:
    with window(x11_display, "softphone") as phone:
        phone_id = focus_softphone(x11_display, phone)
        with window(x11_display, "sidebar") as sidebar:
            places = sidebar.wait("ready")
            click(x11_display, places["name"])
            wait_until(lambda: has_keys(x11_display, places["window"]), "the name has the focus")
            click(x11_display, [300, 130])
            wait_until(lambda: has_keys(x11_display, phone_id), "the softphone has it")
            click(x11_display, places["not_now"])
            sidebar.wait("dismiss_cue")
            type_text(x11_display, "after")
            phone.wait("text", "before after")


def test_shortcuts_work_while_another_window_has_the_focus(x11_display: Display) -> None:
    with window(x11_display, "softphone") as phone:
        phone_id = focus_softphone(x11_display, phone)
        with window(x11_display, "sidebar") as sidebar:
            places = sidebar.wait("ready")
            assert places["trouble"] == ""
            for keys, command in (
                ("ctrl+alt+g", "mark_cue"),
                ("ctrl+alt+b", "mark_cue"),
                ("ctrl+alt+period", "dismiss_cue"),
                ("ctrl+alt+p", "set_pause"),
                ("ctrl+alt+f", "flag_moment"),
            ):
                x11_display.run("xdotool", "key", keys)
                sidebar.wait(command)
            x11_display.run("xdotool", "key", "ctrl+alt+t")
            wait_until(lambda: has_keys(x11_display, places["window"]), "it may be typed in")
            x11_display.run("xdotool", "key", "ctrl+alt+t")
            wait_until(lambda: has_keys(x11_display, phone_id), "the softphone has it back")
            type_text(x11_display, "after")
            phone.wait("text", "before after")


def test_a_shortcut_of_another_program_is_reported_not_stolen(
    x11_display: Display, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", x11_display.name)
    other = XcbConnection()
    try:
        assert all(other.grab_key(code, CONTROL | MOD1) for code in other.keycodes(ord("p")))
        with window(x11_display, "sidebar") as sidebar:
            said = sidebar.wait("ready")["trouble"]
            x11_display.run("xdotool", "key", "ctrl+alt+f")
            sidebar.wait("flag_moment")
    finally:
        other.close()
    assert said == (
        "Another program holds Ctrl+Alt+P; use the buttons, or choose another key in the settings."
    )


def test_ctrl_c_ends_the_call_and_the_window(x11_display: Display) -> None:
    with window(x11_display, "sidebar") as sidebar:
        sidebar.wait("ready")
        assert listening_ports(sidebar.process.pid) == [], "nobody can reach it over a network"
        sidebar.process.send_signal(signal.SIGINT)
        sidebar.wait("end_call")
        assert sidebar.ended() == INTERRUPTED


def screenshots_folder() -> Path:
    folder = Path(os.environ.get("CALLASSIST_SCREENSHOTS") or ROOT / "screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("call", "scale"), [("drawn", "1"), ("drawn", "1.5"), ("ended", "1"), ("none", "1")]
)
def test_screenshots(x11_display: Display, call: str, theme: str, scale: str) -> None:
    """Written for people to look at; checked are size, ground and that it is not bare."""
    name = {"drawn": "call", "ended": "wrap-up", "none": "no-call"}[call]
    percent = round(100 * float(scale))
    file = screenshots_folder() / f"sidebar-{name}-{theme}-{percent}.png"
    file.unlink(missing_ok=True)
    arguments = ("--call", call, "--theme", theme, "--shot", str(file))
    with window(x11_display, "sidebar", *arguments, scale=scale) as sidebar:
        sidebar.wait("shot")
    image = QImage(str(file))
    assert image.height() == SCREEN_HEIGHT
    # 1366 pixels are no whole number of points at 150 %: the last one may be lost.
    assert abs(image.width() - 340 * float(scale)) <= 1
    palette = LIGHT if theme == "light" else DARK
    assert image.pixelColor(2, image.height() // 2).name().upper() == palette.window
    colours = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(image.height())}
    assert len(colours) > 50
