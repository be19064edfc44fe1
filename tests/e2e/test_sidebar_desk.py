"""The sidebar on a real display: strip, notes, shortcuts as set, second starts, wrap-up keys."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.e2e.test_sidebar_window import (
    SCREEN_HEIGHT,
    SCREEN_WIDTH,
    active_window,
    click,
    focus_softphone,
    geometry,
    has_keys,
    pytestmark,
    type_text,
    wait_until,
    work_area,
)
from tests.helpers.uiwindow import ROOT, window
from tests.helpers.xvfb import Display

__all__ = ["pytestmark"]


def test_a_key_collapses_it_to_a_strip_and_opens_it_again(x11_display: Display) -> None:
    with window(x11_display, "softphone") as phone:
        phone_id = focus_softphone(x11_display, phone)
        with window(x11_display, "sidebar", "--reserve") as sidebar:
            sidebar_id = sidebar.wait("ready")["window"]
            for is_collapsed, width in ((True, 44), (False, 340)):
                x11_display.run("xdotool", "key", "ctrl+alt+s")
                sidebar.wait("collapsed", is_collapsed)
                wanted = [SCREEN_WIDTH - width, 0, width, SCREEN_HEIGHT]
                wait_until(
                    lambda wanted=wanted: geometry(x11_display, sidebar_id) == wanted,  # type: ignore[misc]
                    f"it stands at {wanted}",
                )
                free = SCREEN_WIDTH - width
                wait_until(
                    lambda free=free: work_area(x11_display)[2] == free,  # type: ignore[misc]
                    "others keep off the strip alone",
                )
            assert active_window(x11_display) == phone_id


def test_a_note_takes_the_keys_until_enter_and_no_longer(x11_display: Display) -> None:
    with window(x11_display, "softphone") as phone:
        phone_id = focus_softphone(x11_display, phone)
        with window(x11_display, "sidebar") as sidebar:
            places = sidebar.wait("ready")
            click(x11_display, places["note"])
            wait_until(lambda: has_keys(x11_display, places["window"]), "the note has the focus")
            type_text(x11_display, "stuck")
            x11_display.run("xdotool", "key", "Return")
            assert sidebar.wait("write_note")["text"] == "stuck"
            wait_until(lambda: has_keys(x11_display, phone_id), "the softphone has it back")
            click(x11_display, places["flag"])
            assert sidebar.wait("flag_moment")["kind"] == ""
            type_text(x11_display, "after")
            phone.wait("text", "before after")


def test_shortcuts_are_those_of_the_settings(x11_display: Display) -> None:
    keys = {"shortcut_pause": "Ctrl+Shift+F9", "shortcut_flag": "", "shortcut_help": "nonsense"}
    with window(x11_display, "sidebar", "--settings", json.dumps(keys)) as sidebar:
        said = sidebar.wait("ready")["trouble"]
        x11_display.run("xdotool", "key", "ctrl+shift+F9")
        assert sidebar.wait("set_pause")["is_paused"] is True
        x11_display.run("xdotool", "key", "ctrl+alt+p", "ctrl+alt+f", "ctrl+shift+F9")
        assert sidebar.wait("set_pause")["is_paused"] is True  # the scripted engine paused nothing
        sidebar.process.terminate()
        with pytest.raises(RuntimeError):
            sidebar.wait("flag_moment")
    assert said == "'nonsense' is no shortcut, or is used twice; choose another in the settings."


def test_outcome_and_record_of_a_call_are_one_key_each(x11_display: Display) -> None:
    with window(x11_display, "softphone") as phone:
        phone_id = focus_softphone(x11_display, phone)
        with window(x11_display, "sidebar", "--call", "ended") as sidebar:
            sidebar.wait("ready")
            x11_display.run("xdotool", "key", "ctrl+alt+1")
            chosen = sidebar.wait("set_outcome")
            assert (chosen["outcome"], chosen["call"]) == ("resolved", "call-1")
            x11_display.run("xdotool", "key", "ctrl+alt+c")
            record = sidebar.wait("clipboard")
            assert active_window(x11_display) == phone_id
    assert "Customer: Dana Ortega" in record
    assert "Problem: My refund never came and the ticket number is wrong" in record
    assert "Promised: Call back about the refund (today by four)" in record


def test_a_second_start_brings_the_first_forward_with_what_it_was_asked(
    x11_display: Display, tmp_path: Path
) -> None:
    lock = str(tmp_path / "sidebar.lock")
    collapsed = json.dumps({"sidebar_is_collapsed": True})
    with window(
        x11_display, "sidebar", "--call", "none", "--lock", lock, "--settings", collapsed
    ) as first:
        first.wait("ready")
        second = subprocess.run(
            [
                *(sys.executable, "-m", "tests.helpers.uiwindow", "sidebar", "--lock", lock),
                *("--url", "callassist://start?number=5550142&name=Dana"),
            ],
            cwd=ROOT,
            env=x11_display.environment(),
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
        assert second.stdout == "The sidebar is already open.\n"
        first.wait("collapsed", False)
        report = first.wait("report_phone")
    assert (report["action"], report["number"], report["origin"]) == ("started", "5550142", "url")


def test_where_there_is_no_tray_it_says_so_and_does_without(x11_display: Display) -> None:
    with window(x11_display, "sidebar") as sidebar:
        places = sidebar.wait("ready")
        assert "no tray" in places["menu_note"]
        assert places["trouble"] == ""


def test_at_150_percent_the_whole_edge_is_reserved(x11_display: Display) -> None:
    with window(x11_display, "sidebar", "--reserve", scale="1.5") as sidebar:
        sidebar_id = sidebar.wait("ready")["window"]
        wait_until(
            lambda: work_area(x11_display)[2] == geometry(x11_display, sidebar_id)[0],
            "others end where it begins",
        )


@pytest.mark.slow
def test_ten_seconds_without_typing_give_the_focus_back(x11_display: Display) -> None:
    with window(x11_display, "softphone") as phone:
        phone_id = focus_softphone(x11_display, phone)
        with window(x11_display, "sidebar") as sidebar:
            places = sidebar.wait("ready")
            click(x11_display, places["note"])
            wait_until(lambda: has_keys(x11_display, places["window"]), "the note has the focus")
            type_text(x11_display, "half a")
            begun = time.monotonic()
            assert sidebar.wait("write_note")["text"] == "half a"  # a pause keeps it
            wait_until(lambda: has_keys(x11_display, phone_id), "the softphone has it back")
            assert time.monotonic() - begun > 8
            type_text(x11_display, "after")
            phone.wait("text", "before after")
