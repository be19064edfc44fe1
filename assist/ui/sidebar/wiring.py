"""What the sidebar's parts ask for, connected with what answers: engine, focus, window."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from assist.core.commands import (
    Command,
    DismissCue,
    DismissLine,
    EndCall,
    FlagMoment,
    MarkCue,
    MuteSide,
    ReportPainted,
    SetName,
    SetOutcome,
    StartCall,
    WithdrawHelp,
    WordFlag,
    WriteNote,
    WriteSummary,
)
from assist.ui.native.chords import WRAP_UP_CHORDS, Chords, Shortcut
from assist.ui.sidebar.menu import MenuEntry
from assist.ui.sidebar.shortcuts import OUTCOME_KEYS

if TYPE_CHECKING:
    from assist.ui.sidebar.window import SidebarWindow

CommandSink = Callable[[Command], object]


def wire(window: "SidebarWindow", send: CommandSink) -> None:
    """Connect the parts of a window that was just built."""
    _wire_frame(window)
    _wire_banners(window, send)
    _wire_call(window, send)
    _wire_wrap_up(window, send)


def _wire_frame(window: "SidebarWindow") -> None:
    header, loan = window.header, window.focus_loan
    header.name_asked.connect(window.edit_name)
    header.edit_left.connect(loan.give_back)
    header.close_asked.connect(window.close)
    header.menu_asked.connect(window.toggle_menu)
    window.menu.chosen.connect(lambda entry: choose_entry(window, entry))
    window.menu.closed.connect(lambda: window.pages.setVisible(True))
    window.strip.opened.connect(lambda: window.set_collapsed(False))
    loan.ended.connect(header.end_edit)


def _wire_banners(window: "SidebarWindow", send: CommandSink) -> None:
    banners = window.banners
    banners.end_asked.connect(lambda: send(EndCall()))
    banners.resume_asked.connect(window.toggle_pause)
    banners.known_dismissed.connect(window.forget_known)
    banners.offer_answered.connect(window.answer_offer)
    banners.trouble_dismissed.connect(lambda: window.show_trouble(""))
    banners.shadowed_dismissed.connect(window.forget_shadowed)
    banners.follow_up.settled.connect(send)
    banners.lead_line.dismissed.connect(lambda line: send(DismissLine(line=line)))
    window.idle.listen_asked.connect(lambda: send(StartCall(source="live")))
    window.idle.demo_asked.connect(lambda: send(StartCall(source="demo")))
    window.idle.rules_asked.connect(lambda: window.entry_chosen.emit(MenuEntry.RULES))
    window.idle.setup_asked.connect(lambda: window.entry_chosen.emit(MenuEntry.SETUP))


def _wire_call(window: "SidebarWindow", send: CommandSink) -> None:
    card, footer, desk = window.call.prompts.card, window.footer, window.call.desk
    window.header.name_typed.connect(lambda name: send(SetName(name=name)))
    card.dismissed.connect(lambda cue: send(DismissCue(cue=cue)))
    card.cue_painted.connect(lambda cue, at: send(ReportPainted(cue=cue, painted_at_ns=at)))
    card.marked.connect(lambda cue, right: send(MarkCue(cue=cue, is_right=right)))
    footer.pause_asked.connect(window.toggle_pause)
    footer.end_asked.connect(lambda: send(EndCall()))
    footer.mute_asked.connect(
        lambda party, is_muted: send(MuteSide(party=party, is_muted=is_muted))
    )
    desk.flag_asked.connect(lambda: window.press_shortcut(Shortcut.FLAG))
    desk.help_asked.connect(lambda: window.press_shortcut(Shortcut.HELP))
    desk.help_withdrawn.connect(lambda: send(WithdrawHelp()))
    desk.note_kept.connect(lambda text: send(WriteNote(text=text, call=window.state.call)))
    desk.word_kept.connect(lambda word: send(WordFlag(note=word, call=window.state.call)))
    desk.field_entered.connect(window.focus_loan.borrow)
    desk.field_left.connect(window.focus_loan.give_back)


def _wire_wrap_up(window: "SidebarWindow", send: CommandSink) -> None:
    wrap_up, loan = window.call.wrap_up, window.focus_loan
    wrap_up.outcome_chosen.connect(
        lambda chosen: send(SetOutcome(outcome=chosen, call=window.state.call))
    )
    wrap_up.field_entered.connect(loan.borrow)
    wrap_up.field_left.connect(loan.give_back)
    wrap_up.note_typed.connect(lambda text: send(WriteNote(text=text, call=window.state.call)))
    wrap_up.summary_typed.connect(
        lambda text: send(WriteSummary(text=text, call=window.state.call))
    )
    wrap_up.promise_edited.connect(lambda edit: send(replace(edit, call=window.state.call)))
    wrap_up.lead_asked.connect(lambda: send(FlagMoment(for_lead=True, call=window.state.call)))
    wrap_up.next_asked.connect(window.next_call)


def choose_entry(window: "SidebarWindow", entry: MenuEntry) -> None:
    """Do what the menu's entry says, or have it done."""
    window.focus_loan.give_back()
    place = window.frame.place
    if entry is MenuEntry.COLLAPSE:
        window.set_collapsed(True)
    elif entry is MenuEntry.OTHER_SIDE:
        side = "right" if place.side == "left" else "left"
        window.frame.move_to(replace(place, side=side))
    elif entry is MenuEntry.QUIT:
        window.close()
    else:
        window.entry_chosen.emit(entry)


def label_keys(window: "SidebarWindow", chords: Chords) -> None:
    """Show the shortcuts beside what they do."""
    keys = {shortcut: chord.label for shortcut, chord in chords.items()}
    card = window.call.prompts.card
    card.not_now.set_keys(keys.get(Shortcut.NOT_NOW, ""))
    window.banners.lead_line.set_keys(keys.get(Shortcut.NOT_NOW, ""))
    card.right.set_keys(keys.get(Shortcut.RIGHT, ""))
    card.wrong.set_keys(keys.get(Shortcut.WRONG, ""))
    window.footer.set_keys(keys.get(Shortcut.PAUSE, ""))
    window.call.desk.set_keys(keys.get(Shortcut.FLAG, ""), keys.get(Shortcut.HELP, ""))
    outcomes = tuple(WRAP_UP_CHORDS[each].label for each in OUTCOME_KEYS)
    window.call.wrap_up.set_keys(outcomes, WRAP_UP_CHORDS[Shortcut.COPY].label)
