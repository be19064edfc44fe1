"""Opening the window: one sentence where it cannot be, everything stopped when it is closed."""

import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assist.core.commands import ReportPhone, StartCall
from assist.core.errors import AssistError
from assist.core.notices import CallSaved, Hello, SnapshotStarted, StatusReport
from assist.settings import Settings, SettingsError
from assist.ui.main import INTERRUPTED, DesktopError, prepare_platform, run_desktop
from assist.ui.native import open_desktop
from assist.ui.native.desktop import NativeDesktop
from assist.ui.sidebar.docking import Place
from assist.ui.sidebar.window import SidebarWindow
from tests.helpers.ui import ScriptedLink
from tests.helpers.uicall import started

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 is Linux's")


@linux_only
def test_without_a_display_one_sentence_says_what_to_do() -> None:
    with pytest.raises(DesktopError) as error:
        prepare_platform({})
    assert error.value.exit_code == 1
    assert "assist listen" in str(error.value)


@linux_only
def test_a_display_that_cannot_be_opened_is_said_before_qt_aborts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DISPLAY", ":987")
    with pytest.raises(DesktopError, match="DISPLAY"):
        prepare_platform({"DISPLAY": ":987"})


def test_an_explicit_platform_is_left_alone() -> None:
    environment = {"QT_QPA_PLATFORM": "offscreen"}
    prepare_platform(environment)
    assert environment == {"QT_QPA_PLATFORM": "offscreen"}


def test_it_asks_for_the_demo_follows_the_engine_and_stops_when_closed(
    qapp: QApplication, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    link = ScriptedLink(
        [
            Hello(protocol=1, version="0", pid=1),
            SnapshotStarted(events=0),
            StatusReport(state="ready"),
            replace(started(), source="demo"),
            CallSaved(call="call-1", journal="/calls/call-1.jsonl"),
        ]
    )
    phases: list[str] = []

    def on_shown(window: SidebarWindow) -> None:
        phases.append(window.state.phase.value)
        poll = QTimer(window)
        poll.setInterval(5)

        def close_when_told() -> None:
            if window.state.saved:
                phases.append(window.state.phase.value)
                window.close()

        poll.timeout.connect(close_when_told)
        poll.start()

    status = run_desktop(
        demo_speed=2.0, open_link=lambda: link, chosen=Settings(), on_shown=on_shown
    )
    assert status == 0
    assert phases == ["connecting", "call"]
    assert link.sent == [StartCall(source="demo", speed=2.0)]
    assert link.is_closed
    assert capsys.readouterr().out == "Saved: /calls/call-1.jsonl\n"


@pytest.mark.parametrize(("percent", "width"), [(100, 420), (150, 280)])
def test_where_the_sidebar_was_put_is_kept_for_the_next_start(
    qapp: QApplication, percent: int, width: int
) -> None:
    kept: list[Mapping[str, object]] = []

    def on_shown(window: SidebarWindow) -> None:
        window.placed.emit(Place(side="left", width=420, screen="HDMI-1"))
        QTimer.singleShot(0, window.close)

    status = run_desktop(
        open_link=ScriptedLink,
        chosen=Settings(text_percent=percent),
        on_shown=on_shown,
        keep_place=kept.append,
    )
    assert status == 0
    assert kept == [
        {
            "sidebar_side": "left",
            "sidebar_screen": "HDMI-1",
            "sidebar_width": width,
            "sidebar_is_collapsed": False,
        }
    ]


def test_a_place_that_cannot_be_kept_is_said_in_the_window(qapp: QApplication) -> None:
    said: list[str] = []

    def fail(place: Mapping[str, object]) -> None:
        raise SettingsError("settings.toml cannot be written (Read-only file system).")

    def on_shown(window: SidebarWindow) -> None:
        window.placed.emit(Place(side="left", width=340))
        said.append(window.state.trouble)
        QTimer.singleShot(0, window.close)

    run_desktop(open_link=ScriptedLink, chosen=Settings(), on_shown=on_shown, keep_place=fail)
    assert said == ["settings.toml cannot be written (Read-only file system)."]


def test_a_second_start_says_that_the_sidebar_is_open(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    held = QLockFile(str(tmp_path / "sidebar.lock"))
    assert held.tryLock(0)
    link = ScriptedLink()
    status = run_desktop(
        open_link=lambda: link, chosen=Settings(), lock_file=tmp_path / "sidebar.lock"
    )
    assert status == 0
    assert capsys.readouterr().out == "The sidebar is already open.\n"


_LOCK_AND_DIE = """
import os, sys
from PySide6.QtCore import QLockFile
lock = QLockFile(sys.argv[1])
lock.setStaleLockTime(0)
os._exit(0 if lock.tryLock(0) else 1)
"""


@pytest.mark.parametrize("leaves", ["dead lock", "no folder"])
def test_what_a_dead_window_left_keeps_no_window_shut(
    tmp_path: Path, qapp: QApplication, leaves: str
) -> None:
    lock_file = tmp_path / ("gone" if leaves == "no folder" else "") / "sidebar.lock"
    if leaves == "dead lock":
        subprocess.run([sys.executable, "-c", _LOCK_AND_DIE, str(lock_file)], check=True)
        assert lock_file.exists()
    link = ScriptedLink([Hello(protocol=1, version="0", pid=1)])
    shown: list[bool] = []

    def on_shown(window: SidebarWindow) -> None:
        shown.append(window.isVisible())
        QTimer.singleShot(0, window.close)

    status = run_desktop(
        open_link=lambda: link, chosen=Settings(), on_shown=on_shown, lock_file=lock_file
    )
    assert (status, shown) == (0, [True])
    assert not lock_file.exists()


@linux_only
def test_ctrl_c_while_the_window_is_made_ends_the_start(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def open_interrupted(platform: str) -> NativeDesktop:
        signal.raise_signal(signal.SIGINT)
        return open_desktop(platform)

    monkeypatch.setattr("assist.ui.shell.open_desktop", open_interrupted)
    status = run_desktop(open_link=lambda: ScriptedLink([]), chosen=Settings())
    assert status == INTERRUPTED
    assert capsys.readouterr().err == "assist: stopped.\n"


def test_an_address_given_at_the_start_is_told_to_the_engine(qapp: QApplication) -> None:
    link = ScriptedLink([Hello(protocol=1, version="0", pid=1)])

    def on_shown(window: SidebarWindow) -> None:
        def close_when_sent() -> None:
            if link.sent:
                window.close()

        poll = QTimer(window)
        poll.setInterval(5)
        poll.timeout.connect(close_when_sent)
        poll.start()

    url = "callassist://start?number=5550142&name=Dana"
    assert run_desktop(url=url, open_link=lambda: link, chosen=Settings(), on_shown=on_shown) == 0
    told = link.sent[0]
    assert isinstance(told, ReportPhone)
    assert (told.number, told.name, told.origin) == ("5550142", "Dana", "url")


def test_a_wrong_address_is_refused_before_a_window_opens() -> None:
    with pytest.raises(AssistError, match="callassist://"):
        run_desktop(url="https://example.org", open_link=ScriptedLink, chosen=Settings())
