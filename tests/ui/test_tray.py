"""The tray icon: what it shows of the sidebar, what it asks for, and a desktop without a tray."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from assist.core.events import PauseSet, SideHeard
from assist.core.notices import FollowUp, FollowUpsDue, StatusReport
from assist.core.words import Party
from assist.ui.callstate import CallState
from assist.ui.tray import Tray, TrayState, tray_icon, tray_state
from tests.helpers.uicall import drawn_call, ended_call

READY = StatusReport(state="ready", model="starter")


def state_after(*messages: object) -> CallState:
    state = CallState()
    for message in messages:
        state.handle(message)  # type: ignore[arg-type]
    return state


@pytest.fixture
def tray(qapp: QApplication) -> Iterator[Tray]:
    made = Tray()
    yield made
    made.close()


UNHEARD = SideHeard(at=252_000, party=Party.CUSTOMER, is_heard=False, reason="no sound")
MUTED = SideHeard(at=252_000, party=Party.AGENT, is_heard=False, is_muted=True)


@pytest.mark.parametrize(
    ("messages", "trouble", "shown"),
    [
        ((READY,), "", TrayState.IDLE),
        ((READY, *drawn_call()), "", TrayState.LISTENING),
        ((*drawn_call(), PauseSet(at=252_000, is_paused=True)), "", TrayState.PAUSED),
        ((*drawn_call(), UNHEARD), "", TrayState.TROUBLE),
        ((*drawn_call(), MUTED), "", TrayState.LISTENING),
        ((READY,), "The disk is full.", TrayState.TROUBLE),
        (tuple(ended_call()), "", TrayState.IDLE),
    ],
)
def test_it_shows_what_is_going_on(
    messages: tuple[object, ...], trouble: str, shown: TrayState
) -> None:
    assert tray_state(state_after(*messages), trouble) is shown


def test_its_menu_offers_what_can_be_done_now(tray: Tray) -> None:
    def offered() -> set[str]:
        actions = (tray.listen, tray.pause, tray.end)
        return {action.text() for action in actions if action.isVisible()}

    tray.show_state(state_after(READY), "")
    assert offered() == {"Start listening"}
    assert tray.status.text() == "No call"
    tray.show_state(state_after(READY, *drawn_call()), "")
    assert offered() == {"Pause listening", "End the call"}
    assert tray.status.text() == "Listening to the call with Dana Ortega"
    paused = state_after(*drawn_call(), PauseSet(at=252_000, is_paused=True))
    tray.show_state(paused, "The disk is full.")
    assert offered() == {"Resume listening", "End the call"}
    assert tray.status.text() == "The disk is full."


def test_its_states_differ_by_shape_not_by_colour_alone(qapp: QApplication) -> None:
    shapes = set()
    for state in TrayState:
        picture = tray_icon(state).pixmap(32, 32).toImage()
        white = frozenset(
            (x, y)
            for x in range(picture.width())
            for y in range(picture.height())
            if picture.pixelColor(x, y).lightness() > 230 and picture.pixelColor(x, y).alpha() > 200
        )
        assert white
        shapes.add(white)
    assert len(shapes) == len(TrayState)


def test_without_a_tray_nothing_fails(tray: Tray) -> None:
    tray.set_shown(True)  # the offscreen platform has none
    assert not tray.is_there
    due = FollowUp(
        call="c",
        promise=0,
        who="agent",
        what="call back",
        due="",
        due_at="2026-11-22T16:00+00:00",
        remind_at="2026-11-22T16:00+00:00",
    )
    tray.show_state(state_after(READY, FollowUpsDue(items=(due,))), "")
    tray.set_shown(False)
