"""The sidebar at every height, in long calls, and for those who cannot see it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from assist.core.events import (
    CueShown,
    Tick,
)
from assist.core.words import Party
from assist.ui.sidebar.window import SidebarWindow
from assist.ui.theme import make_theme
from tests.helpers.uicall import drawn_call, ended_call, raised, spoken, started
from tests.ui.conftest import Desk


@pytest.mark.parametrize("width", [280, 340, 600])
def test_at_420_px_header_card_next_line_and_footer_are_whole(desk: Desk, width: int) -> None:
    window = desk.window
    desk.play(*drawn_call())
    window.resize(width, 420)
    inside = window.rect()
    parts = (window.header, window.call.prompts.card, window.call.prompts.next, window.footer)
    for part in parts:
        top_left = part.mapTo(window, QPoint(0, 0))
        assert part.isVisible()
        assert inside.contains(part.rect().translated(top_left))
    card = window.call.prompts.card
    assert card.height() >= card.heightForWidth(card.width())
    assert not window.call.transcript.isVisible()


def test_on_a_screen_lower_than_the_least_height_the_foot_stays_on_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = desk.window
    area = QRect(0, 0, 683, 400)  # 1024 x 600 at 150 %
    monkeypatch.setattr(window.frame, "area", lambda: area)
    desk.play(*drawn_call())
    window.dock()
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert window.height() == 400
    parts = (window.header, window.call.prompts.card, window.call.prompts.next, window.footer)
    for part in parts:
        assert part.isVisible()
        assert window.rect().contains(part.rect().translated(part.mapTo(window, QPoint(0, 0))))
    card = window.call.prompts.card
    assert card.height() >= card.heightForWidth(card.width())
    top = window.footer.mapTo(window, QPoint(0, 0)).y()
    below_next = window.call.prompts.next.mapTo(window, QPoint(0, 0)).y()
    assert below_next + window.call.prompts.next.height() <= top


def test_large_text_on_a_low_screen_takes_the_room_that_prompts_do_not_use(desk: Desk) -> None:
    window = desk.window
    window.set_theme(replace(make_theme("light", 1.25), motion_ms=0))
    desk.play(
        started(),
        raised(1, "thank", 1_000, headline="Thank them"),
        CueShown(at=1_100, cue=1, rule="thank"),
    )
    window.setMinimumHeight(0)
    window.resize(340, 380)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    prompts, card = window.call.prompts, window.call.prompts.card
    assert prompts.height_at(prompts.width()) > window.call.height()
    assert prompts.geometry().bottom() <= window.call.height()
    assert card.height() >= card.heightForWidth(card.width())
    assert window.footer.geometry().bottom() <= window.height()


def test_room_for_two_lines_is_the_transcripts(desk: Desk) -> None:
    desk.play(*drawn_call())
    window, call = desk.window, desk.window.call
    for height in range(900, 420, -10):
        window.resize(340, height)
        spring = call._spring.height() if call._spring.isVisible() else 0
        least = call.heights().transcript
        assert call.transcript.isVisible() or spring < least


def test_after_the_call_the_promises_stand_in_the_wrap_up_card_however_low(desk: Desk) -> None:
    desk.play(*ended_call())
    both = 0
    for height in range(1_200, 420, -10):
        desk.window.resize(340, height)
        both += desk.window.call.transcript.isVisible()
        assert desk.window.call.wrap_up.promises.rows[0].isVisible()
        assert desk.window.call.promises.isHidden()
    assert both


def test_parts_leave_in_order_as_the_height_shrinks(desk: Desk) -> None:
    window = desk.window
    desk.play(*drawn_call())
    parts: dict[str, Callable[[], bool]] = {
        "transcript": window.call.transcript.isVisible,
        "promises": window.call.promises.isVisible,
        "checklist": lambda: not window.call.checklist.is_line,
        "curve": window.call.feeling.curve.isVisible,
    }
    gone: list[str] = []
    for height in range(900, 410, -10):
        window.resize(340, height)
        gone += [name for name, is_there in parts.items() if name not in gone and not is_there()]
    assert gone == ["transcript", "promises", "checklist", "curve"]
    window.resize(340, 900)
    assert all(is_there() for is_there in parts.values())


# --- long calls -----------------------------------------------------------------------------------


def test_a_tick_repaints_no_transcript_row(desk: Desk, qtbot: QtBot) -> None:
    desk.play(*drawn_call())
    measured = desk.window.call.transcript.view.rows_measured
    for at in range(252_100, 262_100, 100):
        desk.play(Tick(at=at))
    assert desk.window.call.transcript.view.rows_measured == measured
    assert desk.window.header.clock.text() == "04:22"


# --- access ---------------------------------------------------------------------------------------

CONTROLS = (QAbstractButton, QLineEdit, QListView)


def named(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def controls(window: SidebarWindow) -> list[QWidget]:
    return [
        widget
        for kind in CONTROLS
        for widget in window.findChildren(kind)
        if not widget.objectName().startswith("qt_")
    ]


@pytest.mark.parametrize("messages", [(), drawn_call(), ended_call()])
def test_every_control_has_a_name_a_screen_reader_can_say(
    desk: Desk, messages: tuple[object, ...]
) -> None:
    desk.play(*messages)  # type: ignore[arg-type]
    unnamed = [w for w in controls(desk.window) if w.isVisible() and not named(w).strip()]
    assert unnamed == []


def test_every_control_is_in_the_tab_order(desk: Desk) -> None:
    desk.play(*drawn_call())
    out = [
        w
        for w in (*controls(desk.window), desk.window.call.prompts.card)
        if w.isVisible() and not w.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert out == []


def test_the_card_and_its_meters_say_what_they_show(desk: Desk) -> None:
    desk.play(*drawn_call())
    card = desk.window.call.prompts.card
    assert named(card).startswith("Replace the dead end. Say what you can do, and when")
    assert card.accessibleDescription() == "Press Enter to see why"
    assert desk.window.footer.meters[Party.AGENT].accessibleName() == "You: heard"


def test_a_new_prompt_is_announced_politely_only_if_wanted(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[tuple[str, QAccessible.AnnouncementPoliteness]] = []

    def note(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append((event.message(), event.politeness()))

    monkeypatch.setattr(QAccessible, "updateAccessibility", note)
    desk.play(*drawn_call())
    assert said == []
    desk.window.announces = True
    desk.play(
        raised(9, "thank", 253_000, headline="Thank them for waiting"),
        CueShown(at=253_010, cue=9, rule="thank"),
    )
    ((message, politeness),) = said
    assert "Thank them for waiting" in message
    assert politeness is QAccessible.AnnouncementPoliteness.Polite


def test_the_theme_can_change_in_the_middle_of_a_call(desk: Desk) -> None:
    desk.play(*drawn_call())
    for choice in ("dark", "light"):
        theme = make_theme(choice)
        desk.window.set_theme(theme)
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        pixel = desk.window.grab().toImage().pixelColor(2, 20)
        assert pixel.name().upper() == theme.palette.window


def test_the_transcripts_rows_can_be_read_one_by_one(desk: Desk) -> None:
    desk.play(*drawn_call())
    view = QAccessible.queryAccessibleInterface(desk.window.call.transcript.view)
    said = [view.child(row).text(QAccessible.Text.Name) for row in range(view.childCount())]
    assert said[-1] == "Dana at 04:07: so I’m supposed to just wait and"
    assert len(said) == desk.window.transcript_model.rowCount()


def test_after_an_hour_one_more_utterance_is_one_more_row(desk: Desk) -> None:
    desk.play(started())
    for number in range(2_000):
        party = Party.AGENT if number % 2 else Party.CUSTOMER
        desk.play(spoken(party, number, number * 1_800, "one of many things said"))
    touched: list[object] = []
    model = desk.window.transcript_model
    model.rowsInserted.connect(lambda _, first, last: touched.append((first, last)))
    model.dataChanged.connect(lambda *_: touched.append("changed"))
    model.modelReset.connect(lambda: touched.append("reset"))
    desk.play(spoken(Party.AGENT, 2_000, 3_600_000, "and one more"))
    assert touched == [(2_000, 2_000)]
    assert desk.window.call.transcript.view.is_at_end
