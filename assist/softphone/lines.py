"""The softphone's lines as far as it told of them: which report is about which."""

from collections import deque
from dataclasses import dataclass, field
from enum import StrEnum, auto

from assist.core.commands import PhoneAction, ReportPhone
from assist.core.numbers import is_same_number
from assist.softphone.steps import Caller

ENDS = (PhoneAction.ENDED, PhoneAction.TRANSFERRED)

MICROPHONE = "microphone"
"""Origin of the reports that only know that the softphone uses the microphone."""

MOST_LINES = 16
"""A phone that never tells the end of a call must not fill the memory."""

RINGS_AT_MOST_S = 180.0
"""A phone that rings this long has told nobody that it stopped."""

LASTS_AT_MOST_S = 4 * 3600.0
"""A line of which nothing was heard for so long is over, and nobody told."""


class LineState(StrEnum):
    RINGING = auto()
    ACTIVE = auto()
    HELD = auto()


@dataclass(slots=True, kw_only=True, eq=False)
class Line:
    """A call of the softphone.

    `is_news`: it rings, was answered or was taken back since it was last offered. `is_settled`: the
    agent decided about it, so that it is not offered any more. `begins`: it is to be listened to
    without asking. `parked`: the call as which it was listened to before it was put away for
    another; "" where it was not.
    """

    id: str
    origin: str
    caller: Caller
    state: LineState
    touched_s: float
    is_news: bool = True
    is_settled: bool = False
    begins: bool = False
    parked: str = ""

    @property
    def may_be_answered(self) -> bool:
        """Whether the agent may still have to decide about it."""
        return not self.is_settled and self.state is not LineState.HELD

    @property
    def is_guess(self) -> bool:
        """Only the microphone's use is known of it."""
        return self.origin == MICROPHONE


@dataclass(slots=True)
class Lines:
    """The lines in the order in which they were last spoken of, the latest last."""

    all: list[Line] = field(default_factory=list)
    _ended: deque[str] = field(default_factory=lambda: deque(maxlen=MOST_LINES))
    """Ids of calls that ended lately: their end, told again, is not that of another call."""

    def find(self, report: ReportPhone, mine: Line | None, offered: Line | None) -> Line | None:
        """The line that a report is about; None where it is about one not known yet.

        By the phone's id, else by number. A report with neither is about the only line, the one
        that is listened to (`mine`), the one offered, or the latest, in this order.
        """
        if report.origin == MICROPHONE:
            return next((line for line in self.all if line.is_guess), None)
        if report.line or report.number:
            return self._identified(report, mine)
        if len(self.all) == 1:
            return self.all[0]
        if mine in self.all:
            return mine
        return offered or (self.all[-1] if self.all else None)

    def _identified(self, report: ReportPhone, mine: Line | None) -> Line | None:
        latest_first = self.all[::-1]
        for line in latest_first:
            if report.line and line.id == report.line:
                return line
        for line in latest_first:
            # One call may be told by two, and only one of them has an id for it.
            is_other = bool(report.line and line.id)
            if not is_other and is_same_number(report.number, line.caller.number):
                return line
        if report.action in ENDS:
            return None  # of what is not known no end can be told
        # Of a line of which nothing was known this may be the first that is.
        unknown = [line for line in latest_first if not line.id and not line.caller.number]
        return next((line for line in unknown if line is mine or line.may_be_answered), None)

    def add(self, report: ReportPhone, now_s: float) -> Line:
        """A line that the report is the first word of."""
        line = Line(
            id=report.line,
            origin=report.origin,
            caller=learned(Caller(), report),
            state=LineState.HELD if report.action is PhoneAction.HELD else LineState.RINGING,
            touched_s=now_s,
        )
        self.all.append(line)
        return line

    def touch(self, line: Line, now_s: float) -> None:
        """Something was told of the line."""
        line.touched_s = now_s
        if line.id in self._ended:  # phones that count their lines use an id again
            self._ended.remove(line.id)
        self.all.remove(line)
        self.all.append(line)

    def end(self, line: Line) -> None:
        """The phone told the line's end."""
        self.drop(line)
        if line.id:
            self._ended.append(line.id)

    def has_ended(self, report: ReportPhone) -> bool:
        """Whether the report tells again of a call that has ended."""
        return report.action in ENDS and report.line in self._ended

    def drop(self, line: Line) -> None:
        if line in self.all:
            self.all.remove(line)

    def overdue(self, now_s: float, mine: Line | None) -> list[Line]:
        """Lines that are over without a word, but for the one that is listened to."""
        surplus = len(self.all) - MOST_LINES
        return [
            line
            for number, line in enumerate(self.all)
            if line is not mine and (number < surplus or line.touched_s + _limit_s(line) <= now_s)
        ]

    def next_overdue_s(self, mine: Line | None) -> float | None:
        """When the first line will be overdue; None where none can be."""
        return min(
            (line.touched_s + _limit_s(line) for line in self.all if line is not mine), default=None
        )


def learned(known: Caller, report: ReportPhone) -> Caller:
    """What is known of the caller after a report: told later counts, told nothing does not."""
    return Caller(
        name=report.name or known.name,
        number=report.number or known.number,
        reference=report.reference or known.reference,
    )


def _limit_s(line: Line) -> float:
    return RINGS_AT_MOST_S if line.state is LineState.RINGING else LASTS_AT_MOST_S
