"""Draws what changed: each part of the sidebar from the state, by the areas a message touched."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from assist.ui.callstate import Area, Cue, Phase

if TYPE_CHECKING:
    from assist.ui.sidebar.window import SidebarWindow

_ALL = frozenset(Area)


def present(window: "SidebarWindow", areas: frozenset[Area]) -> None:
    """Draw these areas; all of them at once means another call or none, and is no news."""
    state = window.state
    is_news = areas != _ALL
    if not is_news:
        _reset_models(window)
        if state.wrap_up is None:
            window.call.wrap_up.forget()  # before it is hidden and loses the focus
    if Area.PHASE in areas:
        _show_phase(window)
    if Area.HEADER in areas:
        window.header.show_state(state)
        window.transcript_model.set_customer(state.customer)
    if Area.FEELING in areas:
        window.call.feeling.show_state(state)
    if Area.CARD in areas:
        _show_card(window, state.card)
    if Area.NEXT in areas:
        window.call.prompts.next.show_cue(state.next)
        window.call.fit()
    if areas & {Area.GUIDANCE, Area.CARD, Area.NEXT}:
        _show_guidance(window)
    if Area.CHECKLIST in areas:
        window.checklist_model.set_ticks(state.checklist)
    if Area.PROMISES in areas:
        window.promises_model.show(state.promises.values())
    if areas & {Area.FOOTER, Area.LEAD}:
        window.footer.show_state(state)
    if Area.LEVELS in areas:
        window.footer.show_levels(state)
    _present_rest(window, areas, is_news=is_news)


def _present_rest(window: "SidebarWindow", areas: frozenset[Area], *, is_news: bool) -> None:
    state = window.state
    if areas & {Area.TROUBLE, Area.PHASE, Area.FOLLOW_UPS}:
        _show_banners(window)
    if Area.FOLLOW_UPS in areas:
        window.header.show_state(state)
    if areas & {Area.PHONE, Area.PHASE}:
        _show_phone(window)
    if areas & {Area.LEAD, Area.PHASE}:
        _show_lead(window)
    if areas & {Area.DESK, Area.LEAD}:
        window.call.desk.show_state(state, is_news=is_news)
    if Area.WRAPUP in areas:
        window.call.wrap_up.show_state(state)
        window.call.fit()
    if Area.CLOCK in areas:
        _show_clock(window)


def _reset_models(window: "SidebarWindow") -> None:
    state = window.state
    window.transcript_model.reset(state.lines[row] for row in range(len(state.lines)))
    window.promises_model.reset()
    if state.started is not None:
        window.promises_model.set_today(state.started.started_at)


def _show_clock(window: "SidebarWindow") -> None:
    now = window.state.now
    window.call.prompts.card.show_time(now)
    if now // 1000 != window.header.shown_second:
        window.header.show_clock(now)
        window.strip.show_clock(now)
        window.call.feeling.show_curve(window.state)
        window.footer.show_notes(window.state)
        window.call.show_guidance(window.state)


def _show_card(window: "SidebarWindow", cue: Cue | None) -> None:
    card = window.call.prompts.card
    is_new = cue is not None and (card.cue is None or card.cue.number != cue.number)
    card.show_cue(cue)
    if is_new:
        window.menu.close_panel()  # it must not stand before a prompt
    if is_new and window.announces:
        _announce(card, card.accessibleName())


def _show_guidance(window: "SidebarWindow") -> None:
    guidance, card = window.state.guidance, window.state.card
    window.call.prompts.card.show_mark(None if card is None else guidance.marks.get(card.number))
    window.call.show_guidance(window.state)


def _show_banners(window: "SidebarWindow") -> None:
    """Troubles and reminders; a screen reader hears those that are new."""
    shown = (window.banners.trouble, window.banners.follow_up)
    before = [banner.sentence for banner in shown]
    window.banners.show_state(window.state)
    for banner, sentence in zip(shown, before, strict=True):
        if window.announces and banner.sentence and banner.sentence != sentence:
            _announce(banner, banner.sentence)


def _show_phone(window: "SidebarWindow") -> None:
    before = window.banners.offer.sentence
    window.banners.show_phone(window.state)
    offered = window.banners.offer.sentence
    if offered and not before and window.announces:
        _announce(window.banners.offer, offered)


def _show_lead(window: "SidebarWindow") -> None:
    """A lead's line and who watches; a screen reader hears both when they are new."""
    line, watching = window.banners.lead_line, window.header.watching
    before = (line.line, watching.text())
    window.header.show_watching(window.state)
    window.banners.show_lead(window.state)
    if window.announces and line.line is not None and line.line != before[0]:
        _announce(line, line.accessibleName())
    if window.announces and watching.text() and watching.text() != before[1]:
        _announce(watching, watching.text())


def _show_phase(window: "SidebarWindow") -> None:
    state = window.state
    has_call = state.phase in (Phase.CALL, Phase.ENDING, Phase.ENDED)
    window.pages.setCurrentWidget(window.call if has_call else window.idle)
    window.idle.show_state(state)
    window.call.show_phase(state)


def _announce(part: QWidget, words: str) -> None:
    """Tell a screen reader, when it has said what it is saying."""
    event = QAccessibleAnnouncementEvent(part, words)
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
    QAccessible.updateAccessibility(event)
