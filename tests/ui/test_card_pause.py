"""While card details are given the sidebar says so, and the agent's key or button ends it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assist import paths
from assist.core.commands import SetPause
from assist.core.events import PauseSet
from assist.core.words import Party
from assist.ui.native.chords import Shortcut
from assist.ui.theme import make_theme
from assist.ui.translation import install_language
from tests.helpers.uicall import drawn_call, spoken
from tests.ui.conftest import Desk

ASKED = PauseSet(at=252_000, is_paused=True, reason="card")
DONE = PauseSet(at=270_000, is_paused=False, reason="card")
SENTENCE = "Paused for card details: none of them is kept."


def test_the_sidebar_says_that_card_details_are_not_kept_until_they_were_given(desk: Desk) -> None:
    desk.play(*drawn_call(), ASKED)
    banner = desk.window.banners.paused
    assert banner.sentence == SENTENCE
    assert banner.isVisible()
    assert desk.window.header.light.accessibleName() == "Paused for card details"
    assert desk.window.footer.pause.text() == "Resume"
    desk.play(DONE)
    assert banner.isHidden()
    assert desk.window.header.light.accessibleName() == "On a call"
    assert desk.window.footer.pause.text() == "Pause"


def test_the_key_and_the_button_go_on_with_the_call(desk: Desk) -> None:
    desk.play(*drawn_call(), ASKED)
    desk.window.press_shortcut(Shortcut.PAUSE)
    QTest.mouseClick(desk.window.banners.paused.button, Qt.MouseButton.LeftButton)
    assert desk.sent[-2:] == [SetPause(is_paused=False)] * 2


def test_a_pause_of_the_agents_own_promises_more_and_says_so(desk: Desk) -> None:
    """Of card details the words are still heard; of a pause by key nothing is."""
    desk.play(*drawn_call(), ASKED, PauseSet(at=255_000, is_paused=True))
    assert desk.window.banners.paused.sentence == "Paused: nothing is heard or kept."
    assert desk.window.header.light.accessibleName() == "Paused"


def test_prompts_and_the_veiled_line_stay_in_view(desk: Desk) -> None:
    desk.play(*drawn_call(), ASKED, spoken(Party.CUSTOMER, 99, 252_500, "••• ••• •••"))
    assert desk.window.call.prompts.card.isVisible()
    model = desk.window.transcript_model
    shown = [str(model.index(row).data()) for row in range(model.rowCount())]
    assert any("••• ••• •••" in line for line in shown)


@pytest.mark.parametrize("language", ["en", "de", "es"])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_whole_sentence_is_in_view(
    desk: Desk, qtbot: QtBot, qapp: QApplication, language: str, scale: float
) -> None:
    install_language(qapp, paths.resources_dir() / "translations", language)
    desk.window.set_theme(make_theme("dark", scale))
    desk.window.resize(round(340 * scale), round(800 * scale))
    desk.play(*drawn_call(), ASKED)
    banner = desk.window.banners.paused
    assert (banner.sentence == SENTENCE) == (language == "en")
    text = banner.text
    qtbot.waitUntil(lambda: text.height() >= text.heightForWidth(text.width()), timeout=10_000)
    assert banner.button.geometry().right() <= banner.width()
