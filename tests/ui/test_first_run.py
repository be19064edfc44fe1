"""The first run's window: all by keyboard, honest words, nothing left open, taken up again."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from assist import app
from assist.core.commands import ReloadSettings
from assist.core.errors import AssistError
from assist.core.notices import Hello, SnapshotStarted
from assist.core.preferences import FarEnd, SetupStep
from assist.core.words import Party
from assist.ui.main import run_desktop
from assist.ui.preferences.firstrun import FirstRunWindow
from assist.ui.preferences.window import PreferencesWindow
from assist.ui.sidebar.menu import MenuEntry
from assist.ui.sidebar.window import SidebarWindow
from assist.ui.theme import make_theme
from tests.helpers.setupdesk import SENTENCE, SMALL, STARTER, ScriptedSetup
from tests.helpers.ui import ScriptedLink

LONG_MS = 20_000


@pytest.fixture
def desk() -> ScriptedSetup:
    return ScriptedSetup()


@pytest.fixture
def german() -> Iterator[None]:
    usual = QLocale()
    QLocale.setDefault(QLocale("de"))
    yield
    QLocale.setDefault(usual)


@pytest.fixture
def opened(qapp: QApplication, desk: ScriptedSetup) -> Iterator[list[FirstRunWindow]]:
    windows: list[FirstRunWindow] = []
    yield windows
    for window in windows:
        window.close()
        assert (desk.open_meters, desk.open_tests) == (0, 0), "devices stay open"
        window.deleteLater()
        QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def _open(qtbot: QtBot, desk: ScriptedSetup, opened: list[FirstRunWindow]) -> FirstRunWindow:
    window = FirstRunWindow(make_theme("light"), desk)
    opened.append(window)
    window.show()
    qtbot.waitExposed(window)
    _settle(qtbot, window)
    return window


def _settle(qtbot: QtBot, window: FirstRunWindow) -> None:
    qtbot.waitUntil(
        lambda: not window.worker.is_busy and not window.model.loader.is_busy, timeout=LONG_MS
    )


def _step(window: FirstRunWindow) -> SetupStep:
    return window.step


def _enter(qtbot: QtBot, window: FirstRunWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Return)
    _settle(qtbot, window)


def test_enter_leads_through_all_of_it(
    qtbot: QtBot, desk: ScriptedSetup, opened: list[FirstRunWindow]
) -> None:
    window = _open(qtbot, desk, opened)
    assert window.count.text() == "Step 1 of 6"
    assert window.model.picked() == "starter"
    assert "to try things out only" in window.model.buttons["starter"].accessibleDescription()
    _enter(qtbot, window)
    assert _step(window) is SetupStep.DEVICES
    assert desk.open_meters == 1
    window.device.look()
    assert window.device.meters[Party.AGENT, "headset_mic"].share == pytest.approx(2 / 3)
    QTest.keyClick(window.device.buttons[Party.AGENT, "webcam"], Qt.Key.Key_Space)
    assert desk.values["agent_device"] == "webcam"
    assert desk.values["customer_device"] == "headset.monitor"
    _enter(qtbot, window)
    assert desk.open_meters == 0
    qtbot.waitUntil(lambda: window.sentence.heard == SENTENCE, timeout=LONG_MS)
    assert window.sentence.words.text() == SENTENCE
    _enter(qtbot, window)
    _settle(qtbot, window)
    assert desk.open_tests == 0
    assert _step(window) is SetupStep.FAR_END
    _enter(qtbot, window)  # plays
    assert window.far_end.answer.text().startswith("The sound came back")
    _enter(qtbot, window)  # yes
    assert window.far_end.played is True
    _enter(qtbot, window)
    assert _step(window) is SetupStep.NOTICE
    QTest.keyClick(window.notice.buttons["agent"], Qt.Key.Key_Space)
    assert desk.values["caller_notice"] == "agent"
    _enter(qtbot, window)
    assert _step(window) is SetupStep.RESULT
    text = window.result.text.text()
    assert f"You are heard on Headset microphone: “{SENTENCE}”." in text
    assert "✓ The customer is heard on Headset." in text
    assert not desk.is_over
    _enter(qtbot, window)
    assert desk.is_over
    assert not window.isVisible()


def test_left_with_escape_it_goes_on_at_its_page(
    qtbot: QtBot, desk: ScriptedSetup, opened: list[FirstRunWindow]
) -> None:
    window = _open(qtbot, desk, opened)
    _enter(qtbot, window)
    _enter(qtbot, window)
    with qtbot.waitSignal(window.closed):
        QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not desk.is_over
    again = _open(qtbot, desk, opened)
    assert _step(again) is SetupStep.SENTENCE
    again.back.click()
    assert _step(again) is SetupStep.DEVICES
    again.never.click()
    assert desk.is_over


def test_a_model_is_downloaded_only_when_the_button_is_pressed(
    qtbot: QtBot, desk: ScriptedSetup, opened: list[FirstRunWindow]
) -> None:
    window = _open(qtbot, desk, opened)
    page = window.model
    assert not page.fetch.isVisibleTo(page)
    QTest.keyClick(page.buttons["small-en"], Qt.Key.Key_Space)
    assert page.fetch.text() == "Download 40 MB"
    assert desk.downloads == []
    assert desk.values["model"] == "starter"
    page.fetch.click()
    _settle(qtbot, window)
    assert desk.downloads == ["small-en"]
    assert desk.values["model"] == "small-en"


def test_sizes_are_written_as_the_language_does(
    qtbot: QtBot, desk: ScriptedSetup, opened: list[FirstRunWindow], german: None
) -> None:
    desk.known_models = (STARTER, replace(SMALL, megabytes=1_800))
    window = _open(qtbot, desk, opened)
    button = window.model.buttons["small-en"]
    assert "(1.800 MB" in button.text()
    button.click()
    assert "1.800 MB" in window.model.fetch.text()


def test_a_download_that_fails_is_said_and_the_model_stays(
    qtbot: QtBot, desk: ScriptedSetup, opened: list[FirstRunWindow]
) -> None:
    desk.download_error = AssistError("The download was cut; start it again.")
    window = _open(qtbot, desk, opened)
    window.model.buttons["small-en"].click()
    window.model.fetch.click()
    _settle(qtbot, window)
    assert window.trouble.text() == "The download was cut; start it again."
    assert desk.values["model"] == "starter"
    assert window.model.fetch.text() == "Download 40 MB"


def test_the_focus_stays_while_the_sound_plays(
    qtbot: QtBot, desk: ScriptedSetup, opened: list[FirstRunWindow]
) -> None:
    desk.step = SetupStep.FAR_END
    window = _open(qtbot, desk, opened)
    assert window.focusWidget() is window.far_end.play
    desk.is_played.clear()
    QTest.keyClick(window, Qt.Key.Key_Return)
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert window.isVisible(), "a second Enter does not leave the setup"
    assert _step(window) is SetupStep.FAR_END
    assert window.far_end.answer.text() == "Playing…"
    desk.is_played.set()
    _settle(qtbot, window)
    assert desk.plays == 1
    assert window.far_end.answer.text().startswith("The sound came back")
    assert window.focusWidget() is window.far_end.yes


@pytest.mark.parametrize(
    ("found", "played", "said"),
    [
        (FarEnd.SILENT, True, "✗ The customer cannot be heard on Headset. With a desk phone"),
        (FarEnd.OTHER_SOUND, True, "✗ The customer cannot be heard on Headset."),
        (FarEnd.HEARD, False, "but that is not the headset you wear"),
    ],
)
def test_a_customer_who_cannot_be_heard_is_said_plainly(
    qtbot: QtBot,
    desk: ScriptedSetup,
    opened: list[FirstRunWindow],
    found: FarEnd,
    played: bool,
    said: str,
) -> None:
    desk.far_end = found
    desk.step = SetupStep.FAR_END
    window = _open(qtbot, desk, opened)
    window.far_end.play.click()
    _settle(qtbot, window)
    (window.far_end.yes if played else window.far_end.no).click()
    assert window.far_end.answer.property("ink") == "red"
    window.go(SetupStep.RESULT)
    _settle(qtbot, window)
    assert said in window.result.text.text()


def test_troubles_with_devices_are_said_in_the_window(
    qtbot: QtBot, desk: ScriptedSetup, opened: list[FirstRunWindow]
) -> None:
    desk.device_error = AssistError("No sound device is there; plug in the headset.")
    desk.remote_sentence = "This desktop is used from afar (Citrix)."
    desk.sentence_trouble = "The microphone gives no sound any more."
    desk.far_end = AssistError("The test sound cannot be played; check the headset.")
    desk.step = SetupStep.DEVICES
    window = _open(qtbot, desk, opened)
    assert window.trouble.text() == "No sound device is there; plug in the headset."
    assert window.device.remote.text() == "This desktop is used from afar (Citrix)."
    window.go(SetupStep.SENTENCE)
    qtbot.waitUntil(lambda: "no sound any more" in window.trouble.text(), timeout=LONG_MS)
    window.go(SetupStep.FAR_END)
    assert window.trouble.text() == ""
    window.far_end.play.click()
    _settle(qtbot, window)
    assert "cannot be played" in window.far_end.answer.text()
    window.go(SetupStep.RESULT)
    _settle(qtbot, window)
    assert "✗ There is no microphone" in window.result.text.text()
    assert "✗ This desktop is used from afar (Citrix)." in window.result.text.text()


def test_who_reads_german_is_told_that_prompts_come_in_the_calls_language(
    qtbot: QtBot, desk: ScriptedSetup, opened: list[FirstRunWindow], german: None
) -> None:
    window = _open(qtbot, desk, opened)
    assert "Prompts come in that language too" in window.model.hint.text()
    window.go(SetupStep.RESULT)
    _settle(qtbot, window)
    assert "prompts come in English: the language of your customers" in window.result.text.text()


def test_where_windows_and_calls_speak_one_language_nothing_is_said_of_it(
    qtbot: QtBot, desk: ScriptedSetup, opened: list[FirstRunWindow]
) -> None:
    window = _open(qtbot, desk, opened)
    window.go(SetupStep.RESULT)
    _settle(qtbot, window)
    assert "prompts come in" not in window.result.text.text()


def test_a_headset_plugged_in_meanwhile_is_found_once_more(
    qtbot: QtBot, desk: ScriptedSetup, opened: list[FirstRunWindow]
) -> None:
    desk.device_error = AssistError("No sound device is there; plug in the headset.")
    desk.step = SetupStep.DEVICES
    window = _open(qtbot, desk, opened)
    again = window.device.again
    assert again.isVisibleTo(window.device)
    again.click()
    _settle(qtbot, window)
    assert window.trouble.text() == "No sound device is there; plug in the headset."
    desk.device_error = None
    again.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Return)
    _settle(qtbot, window)
    assert window.trouble.text() == ""
    assert not again.isVisibleTo(window.device)
    assert window.device.buttons[Party.AGENT, "headset_mic"].isChecked()
    assert window.focusWidget() is not window.later, "Enter would leave the setup"
    assert desk.open_meters == 1


def test_what_the_administrator_set_is_shown_and_not_asked(
    qtbot: QtBot, desk: ScriptedSetup, opened: list[FirstRunWindow]
) -> None:
    desk.locked = {"model", "agent_device", "customer_device", "caller_notice"}
    desk.values["caller_notice"] = "written"
    window = _open(qtbot, desk, opened)
    assert not window.model.buttons["small-en"].isEnabled()
    _enter(qtbot, window)
    assert desk.values["agent_device"] == ""
    assert not window.device.buttons[Party.AGENT, "webcam"].isEnabled()
    window.go(SetupStep.NOTICE)
    assert window.notice.buttons["written"].isChecked()
    assert not window.notice.buttons["none"].isEnabled()


def test_every_control_has_a_name(
    qtbot: QtBot, desk: ScriptedSetup, opened: list[FirstRunWindow]
) -> None:
    window = _open(qtbot, desk, opened)
    for step in SetupStep:
        window.go(step)
        _settle(qtbot, window)
    for button in window.findChildren(QAbstractButton):
        assert button.text() or button.accessibleName(), button
    for meter in window.device.meters.values():
        assert meter.accessibleName()


@pytest.mark.parametrize(
    ("has_settings", "left_at", "demo_speed", "comes"),
    [
        (False, None, None, True),
        (True, None, None, False),
        (True, SetupStep.FAR_END, None, True),
        (False, None, 1.0, False),
    ],
    ids=["fresh", "set before", "left half-way", "the demo"],
)
def test_it_comes_by_itself_where_nothing_was_set_but_never_before_the_demo(
    qapp: QApplication,
    has_settings: bool,
    left_at: SetupStep | None,
    demo_speed: float | None,
    comes: bool,
) -> None:
    if has_settings:
        app.change_setting("theme", "light")
    if left_at is not None:
        app.setup_desk().keep_step(left_at)
    found: list[SetupStep] = []

    def on_shown(sidebar: SidebarWindow) -> None:
        found.extend(
            widget.step
            for widget in QApplication.topLevelWidgets()
            if isinstance(widget, FirstRunWindow) and widget.isVisible()
        )
        QTimer.singleShot(0, sidebar.close)

    assert run_desktop(demo_speed=demo_speed, open_link=ScriptedLink, on_shown=on_shown) == 0
    assert found == ([left_at or SetupStep.MODEL] if comes else [])
    assert app.needs_first_run() is (comes or not has_settings)


def test_a_setting_changed_in_its_window_holds_in_the_sidebar_at_once(qapp: QApplication) -> None:
    app.change_setting("theme", "light")
    link = ScriptedLink([Hello(protocol=1, version="0", pid=1), SnapshotStarted(events=0)])
    seen: list[tuple[int, str]] = []

    def on_shown(sidebar: SidebarWindow) -> None:
        sidebar.entry_chosen.emit(MenuEntry.SETTINGS)
        (window,) = [
            each for each in QApplication.topLevelWidgets() if isinstance(each, PreferencesWindow)
        ]
        before = sidebar.width()
        window.put("theme", "dark")
        window.put("sidebar_width", 400)
        window.put("sidebar_side", "left")
        painted = sidebar.grab().toImage()
        dark = painted.pixelColor(2, painted.height() // 2).lightness() < 100
        seen.append((sidebar.width() - before, "dark" if dark else "light"))
        seen.append((sidebar.x(), "left"))
        QTimer.singleShot(0, sidebar.close)

    assert run_desktop(open_link=lambda: link, on_shown=on_shown) == 0
    assert seen == [(60, "dark"), (0, "left")]
    assert ReloadSettings() in link.sent, "the running engine is told"


def test_a_broken_policy_is_said_in_the_sidebar(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text("[locked]\ncolour = 3\n")
    monkeypatch.setenv("CALLASSIST_POLICY", str(policy))
    app.change_setting("theme", "light")
    said: list[str] = []

    def on_shown(sidebar: SidebarWindow) -> None:
        said.append(sidebar.state.trouble)
        QTimer.singleShot(0, sidebar.close)

    assert run_desktop(open_link=ScriptedLink, on_shown=on_shown) == 0
    assert "line 2: 'colour' is no setting" in said[0]
    assert "nothing of a call is stored" in said[0]
