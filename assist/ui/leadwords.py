"""What is said of leads and of calls that need them. Plain Python but for translation."""

from PySide6.QtCore import QCoreApplication

from assist.core.events import LeadWrote
from assist.core.live import Need
from assist.core.notices import Told


def _tr(text: str) -> str:
    return QCoreApplication.translate("Leads", text)


def watching_text(names: tuple[str, ...]) -> str:
    """Who looks at the call just now; "" if nobody does."""
    if not names:
        return ""
    if len(names) == 1:
        return _tr("◉ {name} is watching").format(name=names[0])
    return _tr("◉ Watching: {names}").format(names=", ".join(names))


def line_text(line: LeadWrote | None) -> str:
    """ "From Lea: offer the refund"; "" without a line."""
    return "" if line is None else _tr("From {lead}: {text}").format(lead=line.by, text=line.text)


def asked_text(told: Told | None, *, has_team: bool, is_private: bool) -> str:
    """What became of asking a lead for help, as far as it is known."""
    if is_private:
        return _tr("Private call: nobody is told.")
    if not has_team:
        return _tr("No team is set up: kept with the call for later.")
    if told is Told.SHOWN:
        return _tr("Your leads see that this call needs help.")
    if told is Told.UNREACHABLE:
        return _tr("Your leads cannot be reached now; they get it with the call.")
    if told is Told.OFF:
        return _tr("Your leads get it with the call, once it is over.")
    return _tr("Asking your leads …")


def need_text(need: Need) -> str:
    """Why a lead should look, in a few words."""
    return {
        Need.HELP: _tr("Agent asks for help"),
        Need.MANAGER: _tr("Manager asked for"),
        Need.AT_RISK: _tr("Customer at risk"),
    }[need]
