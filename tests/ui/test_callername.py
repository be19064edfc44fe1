"""A name is taken from the softphone's window or the clipboard, when asked for and only then."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assist.core.commands import SetName
from assist.ui.callername import take_name
from tests.helpers.ui import NotingDesktop

PATTERN = r"^Call with (?P<name>.+?) \("


@pytest.fixture
def take(qtbot: QtBot) -> Callable[..., object]:
    """Ask for a name; what is sent, or said instead."""

    def ask(*titles: str, copied: str = "", pattern: str = PATTERN, in_call: bool = True) -> object:
        desktop, answers = NotingDesktop(), list[object]()
        desktop.shown = titles
        QApplication.clipboard().setText(copied)
        take_name(desktop, pattern, in_call=in_call, send=answers.append, say=answers.append)
        (answer,) = answers
        return answer

    return ask


def test_the_softphones_window_comes_first(take: Callable[..., object]) -> None:
    found = take("Mail", "Call with Dana Ortega (5550142)", copied="Mara Lind")
    assert found == SetName(name="Dana Ortega", origin="softphone")


def test_a_copied_name_will_do(take: Callable[..., object]) -> None:
    assert take("Mail", copied=" Mara Lind\n") == SetName(name="Mara Lind")
    assert take("Call with Dana (1)", copied="Mara Lind", pattern="") == SetName(name="Mara Lind")


def test_where_there_is_no_name_it_is_said(take: Callable[..., object]) -> None:
    assert "Neither the softphone" in str(take("Mail", copied="+49 30 123"))
    assert "name_pattern" in str(take("Call with Dana (1)", pattern=""))
    assert "during a call only" in str(take("Call with Dana (1)", in_call=False))
