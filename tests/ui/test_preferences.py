"""The Settings window over the real settings: kept at once, undone, locked, said in place."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from assist import app, paths
from assist.app.preferences import OwnSettingsDesk
from assist.core.errors import AssistError
from assist.core.preferences import DeviceChoice
from assist.settings import FIELDS
from assist.ui.preferences.controls import (
    ChoiceControl,
    ChordControl,
    FileControl,
    ListControl,
    NumberControl,
    SwitchControl,
    TextControl,
)
from assist.ui.preferences.pages import PAGES
from assist.ui.preferences.window import PreferencesWindow
from assist.ui.theme import make_theme
from tests.helpers.setupdesk import HEADSET, MIC


class KnownDevices(OwnSettingsDesk):
    """The real desk with the devices of the test, and a team's database that is not there."""

    known: tuple[DeviceChoice, ...] = (MIC, HEADSET)
    team: str | AssistError = "The database calls on db answers."

    def devices(self) -> tuple[DeviceChoice, ...]:
        return self.known

    def try_team(self, address: str) -> str:
        if isinstance(self.team, AssistError):
            raise self.team
        return f"{address}: {self.team}"


@pytest.fixture
def policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "policy.toml"
    monkeypatch.setenv("CALLASSIST_POLICY", str(file))
    return file


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, policy: Path) -> Iterator[list[PreferencesWindow]]:
    windows: list[PreferencesWindow] = []
    yield windows
    for window in windows:
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def _open(qtbot: QtBot, opened: list[PreferencesWindow]) -> PreferencesWindow:
    window = PreferencesWindow(make_theme("light"), KnownDevices())
    opened.append(window)
    window.show()
    qtbot.waitExposed(window)
    qtbot.waitUntil(lambda: not window.worker.is_busy, timeout=20_000)
    return window


def test_every_setting_stands_on_one_page_but_the_files_version() -> None:
    keys = [key for page in PAGES for key in page.keys]
    assert len(keys) == len(set(keys))
    assert set(keys) == set(FIELDS) - {"version"}


def test_no_choice_is_empty_while_devices_and_models_are_looked_for(
    qtbot: QtBot, opened: list[PreferencesWindow]
) -> None:
    window = PreferencesWindow(make_theme("light"), KnownDevices())
    opened.append(window)
    shown = [
        control.box.currentText()
        for row in window.rows.values()
        if isinstance(control := row.control, ChoiceControl)
    ]
    assert len(shown) > 5
    assert all(shown)
    qtbot.waitUntil(lambda: not window.worker.is_busy, timeout=20_000)


def test_a_switch_a_choice_a_number_and_a_text_are_kept_at_once(
    qtbot: QtBot, opened: list[PreferencesWindow]
) -> None:
    window = _open(qtbot, opened)
    changed: list[tuple[str, ...]] = []
    window.changed.connect(changed.append)

    private = window.rows["private_mode"].control
    assert isinstance(private, SwitchControl)
    private.box.click()
    assert app.load_settings().private_mode
    assert "next call" in window.status.text()

    theme = window.rows["theme"].control
    assert isinstance(theme, ChoiceControl)
    theme.box.setCurrentIndex(theme.box.findData("dark"))
    theme.box.activated.emit(theme.box.currentIndex())
    assert app.load_settings().theme == "dark"
    assert window.status.text() == "Kept; it holds now."

    size = window.rows["text_percent"].control
    assert isinstance(size, NumberControl)
    size.box.setValue(150)
    assert app.load_settings().text_percent == 150

    name = window.rows["agent_name"].control
    assert isinstance(name, TextControl)
    QTest.keyClicks(name.line, "Ana")
    assert app.load_settings().agent_name == ""
    QTest.keyClick(name.line, Qt.Key.Key_Return)
    assert app.load_settings().agent_name == "Ana"

    words = window.rows["words"].control
    assert isinstance(words, ListControl)
    words.lines.setPlainText("FiberMax\n\n Norvexa Plus ")
    words.lines.left.emit()
    assert app.load_settings().words == ("FiberMax", "Norvexa Plus")
    assert [key for keys in changed for key in keys] == [
        "private_mode",
        "theme",
        "text_percent",
        "agent_name",
        "words",
    ]


def test_what_is_wrong_is_said_beside_it_and_not_kept(
    qtbot: QtBot, opened: list[PreferencesWindow]
) -> None:
    window = _open(qtbot, opened)
    row = window.rows["baresip"]
    assert isinstance(row.control, TextControl)
    QTest.keyClicks(row.control.line, "44")
    assert row.problem.text() == "Type an address such as 127.0.0.1:4444."
    assert row.problem.isVisibleTo(row)
    QTest.keyClick(row.control.line, Qt.Key.Key_Return)
    assert not paths.settings_file().exists()
    row.control.line.clear()
    QTest.keyClicks(row.control.line, "127.0.0.1:4444")
    assert row.problem.text() == ""
    QTest.keyClick(row.control.line, Qt.Key.Key_Return)
    assert app.load_settings().baresip == "127.0.0.1:4444"


def test_what_was_typed_and_not_kept_stays_when_another_setting_changes(
    qtbot: QtBot, opened: list[PreferencesWindow]
) -> None:
    window = _open(qtbot, opened)
    row = window.rows["baresip"]
    assert isinstance(row.control, TextControl)
    QTest.keyClicks(row.control.line, "44")
    QTest.keyClick(row.control.line, Qt.Key.Key_Return)
    window.put("theme", "dark")
    assert window.status.text() == "Kept; it holds now."
    assert row.control.line.text() == "44"
    assert row.problem.text() == "Type an address such as 127.0.0.1:4444."
    window.put("baresip", "127.0.0.1:4444")
    assert row.control.line.text() == "127.0.0.1:4444"
    assert row.problem.text() == ""
    QTest.keyClicks(row.control.line, "x")
    window.restore.click()
    assert row.control.line.text() == ""
    assert row.problem.text() == ""


def test_a_choice_offers_nothing_but_its_values(
    qtbot: QtBot, opened: list[PreferencesWindow]
) -> None:
    window = _open(qtbot, opened)
    for key, row in window.rows.items():
        if isinstance(row.control, ChoiceControl):
            box = row.control.box
            words = [box.itemText(place) for place in range(box.count())]
            assert words, key
            assert all(words), (key, words)


def test_a_key_is_captured_and_one_that_is_taken_is_said(
    qtbot: QtBot, opened: list[PreferencesWindow]
) -> None:
    window = _open(qtbot, opened)
    flag = window.rows["shortcut_flag"]
    assert isinstance(flag.control, ChordControl)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(flag.control.line, Qt.Key.Key_F7, both)
    assert app.load_settings().shortcut_flag == "Ctrl+Shift+F7"
    alt = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QTest.keyClick(flag.control.line, Qt.Key.Key_P, alt)
    assert flag.problem.text() == "Ctrl+Alt+P does something else already (Pause and go on)."
    assert window.status.text() == "", "what was kept before is not said beside a refusal"
    assert app.load_settings().shortcut_flag == "Ctrl+Shift+F7"
    QTest.keyClick(flag.control.line, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    assert "Press keys with Ctrl, Alt or Super" in flag.problem.text()
    QTest.keyClick(flag.control.line, Qt.Key.Key_Delete)
    assert app.load_settings().shortcut_flag == ""
    window.show_taken(["shortcut_pause", "shortcut_flag"])
    held = "Another program holds these keys; choose others."
    assert window.rows["shortcut_pause"].problem.text() == held
    assert flag.problem.text() == "", "a shortcut without keys holds none"


def test_our_own_shortcuts_rest_while_keys_are_chosen(
    qtbot: QtBot, opened: list[PreferencesWindow]
) -> None:
    window = _open(qtbot, opened)
    told: list[bool] = []
    window.capturing.connect(told.append)
    window.open_page("shortcuts")
    window.activateWindow()
    first = window.rows["shortcut_pause"].control.field
    first.setFocus()
    qtbot.waitUntil(lambda: told == [True], timeout=20_000)
    window.list.setFocus()
    qtbot.waitUntil(lambda: told == [True, False], timeout=20_000)


def test_undo_takes_back_one_change_and_as_before_all_since_it_was_opened(
    qtbot: QtBot, opened: list[PreferencesWindow]
) -> None:
    app.change_setting("theme", "dark")
    window = _open(qtbot, opened)
    assert not window.restore.isEnabled()
    window.put("text_percent", 150)
    window.put("theme", "light")
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert app.load_settings().theme == "dark"
    assert app.load_settings().text_percent == 150
    window.put("keep_audio", True)
    window.restore.click()
    chosen = app.load_settings()
    assert (chosen.theme, chosen.text_percent, chosen.keep_audio) == ("dark", 100, False)
    assert not window.restore.isEnabled()
    assert window.undo.isEnabled(), "what was changed before it was opened can be undone, too"


def test_default_takes_a_value_out_of_the_file(
    qtbot: QtBot, opened: list[PreferencesWindow]
) -> None:
    window = _open(qtbot, opened)
    row = window.rows["theme"]
    assert not row.reset.isVisibleTo(row)
    window.put("theme", "dark")
    assert row.reset.isVisibleTo(row)
    row.reset.click()
    assert app.load_settings().theme == "system"
    assert "theme" not in paths.settings_file().read_text()


def test_what_the_administrator_locked_cannot_be_changed_and_says_so(
    qtbot: QtBot, opened: list[PreferencesWindow], policy: Path
) -> None:
    policy.write_text('[locked]\nkeep_audio = false\n[suggested]\ncaller_notice = "announcement"\n')
    window = _open(qtbot, opened)
    locked, suggested = window.rows["keep_audio"], window.rows["caller_notice"]
    assert not locked.control.isEnabled()
    assert locked.lock.text() == "Set by your administrator"
    assert "Set by your administrator" in locked.control.field.accessibleDescription()
    assert suggested.control.isEnabled()
    assert suggested.lock.text() == "Suggested by your administrator"
    window.put("keep_audio", True)
    assert "administrator" in locked.problem.text()
    assert not app.load_settings().keep_audio


def test_a_broken_policy_and_unknown_keys_are_said_at_the_top(
    qtbot: QtBot, opened: list[PreferencesWindow], policy: Path
) -> None:
    policy.write_text("[locked]\ncolour = 3\n")
    paths.config_dir().mkdir(parents=True)
    paths.settings_file().write_text("zoom = 3\n")
    window = _open(qtbot, opened)
    assert "line 2: 'colour' is no setting" in window.notes.text()
    assert "'zoom' is no setting of this version" in window.notes.text()
    assert not window.rows["private_mode"].control.isEnabled()


def test_a_file_broken_while_it_is_open_is_said(
    qtbot: QtBot, opened: list[PreferencesWindow]
) -> None:
    window = _open(qtbot, opened)
    window.put("theme", "dark")
    paths.settings_file().write_text("theme = dark\n")
    window.put("text_percent", 150)
    assert "line 1" in window.rows["text_percent"].problem.text()
    window.undo_change()
    assert "line 1" in window.status.text()


def test_devices_and_models_are_chosen_by_their_words(
    qtbot: QtBot, opened: list[PreferencesWindow]
) -> None:
    window = _open(qtbot, opened)
    microphone = window.rows["agent_device"].control
    assert isinstance(microphone, ChoiceControl)
    words = [microphone.box.itemText(n) for n in range(microphone.box.count())]
    assert words == ["the system's own choice", "Headset microphone"]
    microphone.box.activated.emit(1)
    assert app.load_settings().agent_device == "headset_mic"
    model = window.rows["model"].control
    assert isinstance(model, ChoiceControl)
    assert "to try things out only" in model.box.currentText()
    assert app.settings_desk().check("customer_device", "headset_mic") != ""


def test_the_teams_database_is_tried_in_words(
    qtbot: QtBot, opened: list[PreferencesWindow]
) -> None:
    window = _open(qtbot, opened)
    assert window.leaves.text() == "Nothing leaves this computer."
    window.put("team_database", "postgresql://me@db/calls")
    window.put("team_shares", "transcripts")
    assert "no sound" in window.leaves.text()
    window.test_team.click()
    qtbot.waitUntil(lambda: window.test_team.isEnabled(), timeout=20_000)
    assert window.team_answer.text().endswith("answers.")
    KnownDevices.team = AssistError("The database calls on db cannot be reached.")
    try:
        window.test_team.click()
        qtbot.waitUntil(lambda: window.test_team.isEnabled(), timeout=20_000)
    finally:
        KnownDevices.team = "The database calls on db answers."
    assert window.team_answer.text() == "The database calls on db cannot be reached."
    assert window.team_answer.property("ink") == "red"


def test_everything_can_be_reached_and_is_named(
    qtbot: QtBot, opened: list[PreferencesWindow]
) -> None:
    window = _open(qtbot, opened)
    kinds = (QAbstractButton, QComboBox, QLineEdit, QSpinBox)
    for kind in kinds:
        for control in window.findChildren(kind):
            if control.focusPolicy() == Qt.FocusPolicy.NoFocus:
                continue
            text = control.text() if isinstance(control, QAbstractButton) else ""
            # A spin box holds a line edit that Qt names after it.
            parent = control.parentWidget()
            owner = parent.accessibleName() if isinstance(parent, QSpinBox) else ""
            assert control.accessibleName() or text or owner, control
    assert not window.findChildren(QAction)
    for place, page in enumerate(PAGES):
        window.open_page(page.name)
        assert window.pages.currentIndex() == place
    row = window.rows["knowledge"]
    assert isinstance(row.control, FileControl)


def test_the_privacy_page_says_where_the_key_of_the_calls_is(
    qtbot: QtBot, opened: list[PreferencesWindow]
) -> None:
    file = paths.state_dir() / "database.key"
    window = _open(qtbot, opened)
    window.open_page("privacy")
    assert window.key_place.isVisible()
    assert window.key_place.text() == "The key of your calls is made with the first call."
    app.open_store().close()
    window = _open(qtbot, opened)
    assert f"is in the file {file}, which only your account may read" in window.key_place.text()
    file.unlink()
    window = _open(qtbot, opened)
    assert "is in the system's keyring" in window.key_place.text()
