"""What the sidebar knows of leads: a line of theirs, who watches, and whether they see the call.

Plain Python, no Qt; a part of `callstate.CallState`.
"""

from dataclasses import dataclass

from assist.core.events import Event, LeadsWatching, LeadWrote, LineDismissed, WrapUp
from assist.core.notices import LeadsTold, Notice, Told


@dataclass(slots=True, kw_only=True)
class LeadState:
    """Each `handle…` says whether something in view changed."""

    line: LeadWrote | None = None
    """The last line, until it is put away or the call is over."""
    watching: tuple[str, ...] = ()
    told: Told | None = None

    def handle_event(self, event: Event) -> bool:
        before = (self.line, self.watching)
        match event:
            case LeadWrote():
                self.line = event
            case LineDismissed(line=line) if self.line is not None and self.line.line == line:
                self.line = None
            case LeadsWatching(names=names):
                self.watching = names
            case WrapUp():
                self.line, self.watching = None, ()
        return (self.line, self.watching) != before

    def handle_notice(self, notice: Notice, call: str) -> bool:
        """`call` is the one in view."""
        if not isinstance(notice, LeadsTold) or notice.call != call or notice.told is self.told:
            return False
        self.told = notice.told
        return True
