"""The softphone in the sidebar: a quiet offer, who is calling, a call that seems over."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from assist.core.commands import AnswerOffer, EndCall, SetPause
from assist.core.events import Feeling, PartialResult, PauseSet, Tick
from assist.core.notices import (
    CallOffered,
    CustomerKnown,
    EndSuggested,
    KnownCustomer,
    OfferClosed,
    OpenPromise,
    StatusReport,
)
from assist.core.words import Party
from assist.ui.callstate import Phase
from assist.ui.native.chords import Shortcut
from assist.ui.phonewords import known_text
from tests.helpers.uicall import ended_call, started
from tests.ui.conftest import Desk

KNOWN = KnownCustomer(
    calls=2,
    last_call="one",
    last_at="2026-11-20T10:15:00+01:00",
    last_outcome="unresolved",
    last_feeling=Feeling.ANGER,
    was_at_risk=True,
    promises=(
        OpenPromise(what="i will call you back", due_at="2026-11-21T16:00:00+01:00"),
        OpenPromise(what="check with billing"),
    ),
)
OFFER = CallOffered(offer=3, name="Dana Ortega", number="5550142", reference="T-7")


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def ready(desk: Desk) -> None:
    desk.play(StatusReport(state="ready", model="starter"))


def test_an_offer_says_who_and_what_is_known_and_begins_with_a_click(desk: Desk) -> None:
    ready(desk)
    banner = desk.window.banners.offer
    assert banner.isHidden()
    desk.play(CallOffered(offer=3, number="5550142", is_ringing=True))
    assert banner.sentence == "Ringing: 5550142."
    desk.play(OFFER)
    assert banner.sentence == "On the phone: Dana Ortega. 5550142 · T-7"
    assert banner.title.text() == "☎ On the phone: Dana Ortega"
    assert banner.text.text() == "5550142 · T-7"
    desk.play(CallOffered(offer=3, name="Dana Ortega", known=KNOWN))
    assert "2 earlier calls; the last on 20 Nov: unresolved, angry" in banner.sentence
    assert "I will call you back (21 Nov 16:00); check with billing" in banner.sentence
    assert banner.isVisible()
    click(banner.button)
    click(banner.decline)
    assert desk.sent == [
        AnswerOffer(offer=3, is_taken=True),
        AnswerOffer(offer=3, is_taken=False),
    ]
    desk.play(OfferClosed(offer=2))
    assert banner.isVisible()
    desk.play(OfferClosed(offer=3))
    assert banner.isHidden()


def test_an_offer_is_reached_and_answered_by_keyboard(desk: Desk) -> None:
    ready(desk)
    desk.play(OFFER)
    banner = desk.window.banners.offer
    assert banner.button.accessibleName() == "Start listening to the call with Dana Ortega"
    assert banner.decline.accessibleName() == "Do not listen to this call"
    assert banner.accessibleName() == banner.sentence
    for button, is_taken in ((banner.button, True), (banner.decline, False)):
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
        QTest.keyClick(button, Qt.Key.Key_Space)
        assert desk.sent[-1] == AnswerOffer(offer=3, is_taken=is_taken)


def test_the_shortcut_for_the_keyboard_leads_to_an_open_offer(desk: Desk) -> None:
    ready(desk)
    desk.play(OFFER)
    desk.window.press_shortcut(Shortcut.LET_ME_TYPE)
    assert desk.window.focusWidget() is desk.window.banners.offer.button
    QTest.keyClick(desk.window.banners.offer.button, Qt.Key.Key_Tab)
    assert desk.window.focusWidget() is desk.window.banners.offer.decline
    QTest.keyClick(desk.window.banners.offer.decline, Qt.Key.Key_Space)
    assert desk.sent == [AnswerOffer(offer=3, is_taken=False)]
    assert not desk.window.focus_loan.is_lent


def test_a_caller_cannot_write_rich_text_into_the_sidebar(desk: Desk) -> None:
    ready(desk)
    desk.play(CallOffered(offer=1, name="<h1>x</h1>"))
    banner = desk.window.banners.offer
    assert "<h1>x</h1>" in banner.title.text()
    for label in (banner.title, banner.text):
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_an_offer_during_wrap_up_stays_for_the_next_call(desk: Desk) -> None:
    desk.play(*ended_call())
    desk.play(OFFER)
    banner = desk.window.banners.offer
    assert desk.window.call.wrap_up.isVisible()
    assert banner.isVisible()
    desk.window.call.wrap_up.next_asked.emit()
    assert desk.window.state.phase is Phase.IDLE
    assert banner.isVisible()


def test_an_engine_that_starts_again_takes_its_offer_along(desk: Desk) -> None:
    ready(desk)
    desk.play(OFFER)
    desk.window.handle_snapshot(())
    assert desk.window.banners.offer.isHidden()


@pytest.mark.parametrize("announces", [True, False])
def test_an_offer_is_announced_once_to_who_wants_it(
    desk: Desk, announces: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def note(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", note)
    ready(desk)
    desk.window.announces = announces
    desk.play(OFFER)
    desk.play(CallOffered(offer=3, name="Dana Ortega", known=KNOWN))
    assert said == (["On the phone: Dana Ortega. 5550142 · T-7"] if announces else [])


def test_who_is_calling_is_said_at_the_start_and_is_gone_after_a_minute(desk: Desk) -> None:
    first = started()
    desk.play(first, StatusReport(state="listening", call=first.call))
    known = desk.window.banners.known
    desk.play(CustomerKnown(call="another", known=KNOWN))
    assert known.isHidden()
    desk.play(CustomerKnown(call=first.call, known=KNOWN))
    assert known.sentence.startswith("2 earlier calls")
    desk.play(Tick(at=59_900))
    assert known.isVisible()
    desk.play(Tick(at=60_000))
    assert known.isHidden()
    desk.play(CustomerKnown(call=first.call, known=KNOWN))
    click(known.button)
    assert known.isHidden()


def test_a_silent_call_asks_whether_it_is_over_until_somebody_speaks(desk: Desk) -> None:
    first = started()
    desk.play(first, StatusReport(state="listening", call=first.call))
    desk.play(EndSuggested(call=first.call, reason="silence", minutes=5))
    ending = desk.window.banners.ending
    assert ending.sentence == "Nobody has spoken for 5 min. Is the call over?"
    click(ending.button)
    assert desk.sent == [EndCall()]
    desk.play(PartialResult(at=400_000, party=Party.AGENT, utterance=9, start=399_000, text="so"))
    assert ending.isHidden()
    desk.play(EndSuggested(call=first.call, reason="phone"))
    assert "softphone says" in ending.sentence


def test_a_hold_is_told_from_a_pause(desk: Desk) -> None:
    first = started()
    desk.play(first, StatusReport(state="listening", call=first.call))
    paused = desk.window.banners.paused
    desk.play(PauseSet(at=1000, is_paused=True, reason="hold"))
    assert paused.sentence == "On hold: nothing is heard or kept."
    click(paused.button)
    assert desk.sent == [SetPause(is_paused=False)]
    desk.play(PauseSet(at=2000, is_paused=False, reason="hold"))
    assert paused.isHidden()
    desk.play(PauseSet(at=3000, is_paused=True))
    assert paused.sentence == "Paused: nothing is heard or kept."


def test_what_is_known_is_said_in_words(desk: Desk) -> None:
    one = KnownCustomer(
        calls=1,
        last_call="one",
        last_at="2026-11-20T10:15:00+01:00",
        last_outcome="resolved",
        last_feeling=Feeling.NONE,
    )
    assert known_text(one) == "One earlier call on 20 Nov: resolved."
    many = KnownCustomer(
        calls=9,
        last_call="one",
        last_at="2026-11-20T10:15:00+01:00",
        last_outcome="follow_up",
        last_feeling=Feeling.WORRY,
        promises=tuple(OpenPromise(what=f"thing {number}") for number in range(5)),
    )
    assert known_text(many) == (
        "9 earlier calls; the last on 20 Nov: follow-up promised, worried. "
        "Promised: thing 3; thing 4; 3 more."
    )
