"""Calls of the softphone and the call that is listened to, as one step function.

What the phone reports and what the engine does comes in; what is to be done comes out. Told twice,
it counts once; told in an order that makes no sense, it does no harm. One call is listened to at a
time, the first: a second line (a consultation, a waiting customer) begins nothing and is offered
when the first call is over, or on hold: taken then, the first call is parked and goes on when the
phone takes its line back. docs/softphones.md says all of this to users.
"""

from dataclasses import replace
from enum import StrEnum, auto

from assist.core.commands import PhoneAction, ReportPhone, StartCall
from assist.core.numbers import is_same_number
from assist.softphone.lines import ENDS, MICROPHONE, Line, Lines, LineState, learned
from assist.softphone.steps import (
    Begin,
    Caller,
    CloseOffer,
    End,
    EndParked,
    Hold,
    Learn,
    Offer,
    Park,
    Step,
    SuggestEnd,
)

NEW_CALL_AFTER_S = 10.0
"""A call that the agent is done with, begun again later than this without an id, is another one
whose predecessor's end was not told; sooner it is the same, told twice."""


class _Ear(StrEnum):
    """What the engine is doing."""

    FREE = auto()
    BEGINNING = auto()
    LISTENING = auto()
    ENDING = auto()


class PhoneCalls:
    """Follows phone and engine. Every method takes what happened and returns what to do, in order.

    `now_s` is any clock that only goes forward.
    """

    def __init__(self) -> None:
        self._lines = Lines()
        self._ear = _Ear.FREE
        self._is_live = False
        self._is_held = False
        self._mine: Line | None = None
        """The line of the call that is listened to, if the phone told of it."""
        self._call = ""
        """The id of the call that is listened to."""
        self._caller = Caller()
        """Who it is with."""
        self._offered: Line | None = None
        self._told: Offer | None = None
        self._offers = 0

    # --- what the phone tells ---------------------------------------------------------------------

    def report(self, report: ReportPhone, *, by_itself: bool, now_s: float) -> tuple[Step, ...]:
        """Take a report; `by_itself`: what the phone tells is done without asking."""
        dropped = self._drop_overdue(now_s)
        if self._lines.has_ended(report):
            return (*dropped, *self._when_free())
        line = self._lines.find(report, self._mine, self._offered)
        steps: tuple[Step, ...] = ()
        if report.action in ENDS:
            steps = (
                self._end_unknown(report) if line is None else self._end(line, report, by_itself)
            )
        elif line is not None or self._may_add(report):
            line = line or self._lines.add(report, now_s)
            steps = self._go_on(line, report, by_itself=by_itself, now_s=now_s)
            self._lines.touch(line, now_s)
        return (*dropped, *steps, *self._when_free())

    def expire(self, now_s: float) -> tuple[Step, ...]:
        """Forget lines whose end nobody told."""
        return (*self._drop_overdue(now_s), *self._when_free())

    @property
    def next_expiry_s(self) -> float | None:
        return self._lines.next_overdue_s(self._mine)

    # --- what the engine does ---------------------------------------------------------------------

    def about_to_begin(self, start: StartCall) -> StartCall:
        """A call is about to begin, whoever asked: with what the phone knows of the caller.

        Answered with `call_began` or `call_failed`.
        """
        self._is_live = start.source == "live"
        if not self._is_live:
            self._ear, self._mine, self._caller = _Ear.BEGINNING, None, Caller()
            return start
        line = self._mine if self._ear is _Ear.BEGINNING else self._line_at_hand(start)
        if line is not None and line.parked:
            line.state = LineState.ACTIVE  # the agent says so, whatever the phone told
        caller = line.caller if line else Caller()
        start = replace(
            start,
            customer_name=start.customer_name or caller.name,
            customer_number=start.customer_number or caller.number,
            reference=start.reference or caller.reference,
        )
        self._ear, self._mine = _Ear.BEGINNING, line
        self._caller = Caller(
            name=start.customer_name, number=start.customer_number, reference=start.reference
        )
        return start

    @property
    def taken_back(self) -> str:
        """The parked call that the one about to begin goes on with; "" where it is a new one."""
        return self._mine.parked if self._ear is _Ear.BEGINNING and self._mine is not None else ""

    def call_began(self, call: str) -> tuple[Step, ...]:
        """The call that was about to begin is listened to, under the id `call`.

        One that was taken back begins as it was put away: on hold.
        """
        self._is_held = self.taken_back == call != ""
        self._ear, self._call = _Ear.LISTENING, call
        line = self._mine
        if line is not None:
            line.begins = line.is_news = False
            line.parked = ""
            line.is_settled = True
        return (*self._reconcile(None), *self._follow_hold())

    def call_taken_up(
        self, call: str, caller: Caller, *, is_live: bool, is_held: bool
    ) -> tuple[Step, ...]:
        """A call goes on after a restart of the engine, which forgot what the phone had told."""
        self._ear, self._is_live, self._is_held = _Ear.LISTENING, is_live, is_held
        self._call, self._mine, self._caller = call, None, caller
        return self._reconcile(None)

    def call_failed(self) -> tuple[Step, ...]:
        """The call could not begin; it is offered (again), so that the agent may try."""
        line, self._mine, self._ear = self._mine, None, _Ear.FREE
        if line is not None:
            line.begins = line.is_settled = False
            line.is_news = True
        return self._when_free()

    def call_ending(self) -> None:
        """The call that is listened to is being ended, by whomever."""
        if self._ear is _Ear.LISTENING:
            self._ear, self._mine = _Ear.ENDING, None

    def call_closed(self) -> tuple[Step, ...]:
        """The call is over; the next may begin."""
        self._ear, self._mine, self._caller = _Ear.FREE, None, Caller()
        return self._when_free()

    def answer(self, offer: int, *, is_taken: bool) -> tuple[Step, ...]:
        """The agent's answer to an offer; nothing where it no longer stands."""
        line = self._offered
        if line is None or self._told is None or self._told.offer != offer:
            return ()
        line.is_settled = True
        if not is_taken:
            line.begins = False
            return self._when_free()
        if self._ear is _Ear.LISTENING:
            return self._park_for(line)
        return (*self._reconcile(None), self._begin(line))

    def _park_for(self, line: Line) -> tuple[Step, ...]:
        """Put the call that is on hold away; `line` begins once that is done."""
        # Where no line is known of it nobody can tell when it is taken back.
        step: Step = End(reason="parked") if self._mine is None else Park()
        if self._mine is not None:
            self._mine.parked, self._mine.is_settled = self._call, False
        line.begins = True
        self._ear, self._mine = _Ear.ENDING, None
        return (*self._reconcile(None), step)

    # --- a report ---------------------------------------------------------------------------------

    def _may_add(self, report: ReportPhone) -> bool:
        # A microphone in use says nothing new while the phone itself tells of a call.
        return report.origin != MICROPHONE or not self._lines.all

    def _go_on(
        self, line: Line, report: ReportPhone, *, by_itself: bool, now_s: float
    ) -> tuple[Step, ...]:
        """The line rings, was answered, held or taken back."""
        line.id = line.id or report.line
        line.origin = report.origin if line.is_guess else line.origin
        line.caller = learned(line.caller, report)
        over: tuple[Step, ...] = ()
        if self._is_another_call(line, report, now_s):
            over = _end_parked(line, "parked")
            line.state, line.is_settled = LineState.RINGING, False
            line.is_news, line.parked = True, ""
        before = line.state
        match report.action:
            case PhoneAction.STARTED if before is LineState.RINGING:
                line.state, line.is_news = LineState.ACTIVE, True
                line.begins = by_itself and not self._is_busy and not line.is_settled
            case PhoneAction.HELD if before is not LineState.RINGING:
                line.state = LineState.HELD
            case PhoneAction.RESUMED:
                line.state = LineState.ACTIVE
                line.is_news = line.is_news or before is not LineState.ACTIVE
                line.begins = line.begins or (by_itself and bool(line.parked))
        if line.state is not LineState.RINGING:
            over += self._attach(line)
        if line is not self._mine or self._ear is not _Ear.LISTENING:
            return over
        return (*over, *self._learn(line), *self._follow_hold())

    def _is_another_call(self, line: Line, report: ReportPhone, now_s: float) -> bool:
        begins = report.action in (PhoneAction.RINGING, PhoneAction.STARTED)
        is_done = line.is_settled and line is not self._mine
        is_old = now_s - line.touched_s >= NEW_CALL_AFTER_S
        return begins and is_done and is_old and not report.line

    def _attach(self, line: Line) -> tuple[Step, ...]:
        """Take the line for that of the call that is listened to, where none is known of it."""
        if self._ear is not _Ear.LISTENING or not self._is_live or self._mine is not None:
            return ()
        ours, its = self._caller.number, line.caller.number
        if ours and its and not is_same_number(ours, its):
            return ()
        steps = _end_parked(line, "parked")
        self._mine = line
        line.is_settled, line.is_news, line.parked = True, False, ""
        return steps

    def _learn(self, line: Line) -> tuple[Step, ...]:
        known, told = self._caller, line.caller
        self._caller = Caller(
            name=told.name or known.name,
            number=told.number or known.number,
            reference=told.reference or known.reference,
        )
        return (Learn(caller=self._caller),) if self._caller != known else ()

    def _follow_hold(self) -> tuple[Step, ...]:
        is_held = self._mine is not None and self._mine.state is LineState.HELD
        if is_held == self._is_held:
            return ()
        self._is_held = is_held
        return (Hold(is_held=is_held),)

    @property
    def _is_busy(self) -> bool:
        return self._ear in (_Ear.BEGINNING, _Ear.LISTENING)

    def _end(self, line: Line, report: ReportPhone, by_itself: bool) -> tuple[Step, ...]:
        self._lines.end(line)
        if line is not self._mine or self._ear is not _Ear.LISTENING:
            return _end_parked(line, _reason(report))
        if report.origin == MICROPHONE and not by_itself:
            self._mine = None
            return (SuggestEnd(),)
        return self._end_mine(report)

    def _end_mine(self, report: ReportPhone) -> tuple[Step, ...]:
        self._ear, self._mine = _Ear.ENDING, None
        return (End(reason=_reason(report)),)

    def _end_unknown(self, report: ReportPhone) -> tuple[Step, ...]:
        """A call ended that nobody told of, or a microphone was let go."""
        is_ours = self._ear is _Ear.LISTENING and self._is_live and self._mine is None
        if not is_ours or report.origin == MICROPHONE:
            return ()
        is_any = not report.line and not report.number
        if is_any or is_same_number(report.number, self._caller.number):
            return self._end_mine(report)
        return (SuggestEnd(),)

    # --- offers -----------------------------------------------------------------------------------

    def _line_at_hand(self, start: StartCall) -> Line | None:
        """The line that a call begun by hand is about."""
        if start.customer_number:
            for line in reversed(self._lines.all):
                if is_same_number(line.caller.number, start.customer_number):
                    return line
            return None
        if self._offered is not None:
            return self._offered
        active = [line for line in self._lines.all if line.state is LineState.ACTIVE]
        parked = [line for line in self._lines.all if line.parked and len(self._lines.all) == 1]
        return (*parked, *active)[-1] if parked or active else None

    def _begin(self, line: Line) -> Step:
        line.begins = line.is_news = False
        self._ear, self._mine, self._is_live = _Ear.BEGINNING, line, True
        return Begin(caller=line.caller)

    def _when_free(self) -> tuple[Step, ...]:
        """What there is to begin or to offer, now that something has changed."""
        if self._ear is not _Ear.FREE:
            return self._reconcile(self._candidate() if self._may_park else None)
        for line in self._lines.all:
            if line.begins and line.state is LineState.ACTIVE:
                return (*self._reconcile(None), self._begin(line))
        return self._reconcile(self._candidate())

    @property
    def _may_park(self) -> bool:
        """Whether another call may be taken while this one is on hold."""
        return self._ear is _Ear.LISTENING and self._is_live and self._is_held

    def _candidate(self) -> Line | None:
        """The line to offer: one with news, answered before ringing, later before earlier."""
        offerable = [line for line in self._lines.all if line.may_be_answered]
        fresh = [line for line in offerable if line.is_news]
        active = [line for line in fresh if line.state is LineState.ACTIVE]
        if active:
            return active[-1]
        if self._offered in offerable:
            return self._offered
        return fresh[-1] if fresh else None

    def _reconcile(self, line: Line | None) -> tuple[Step, ...]:
        """Make `line` the one that is offered."""
        if line is None and self._offered is not None and self._offered.may_be_answered:
            # Another call, or the demo, came between: it is offered again after that.
            self._offered.is_news = True
        steps: list[Step] = []
        if self._told is not None and line is not self._offered:
            steps.append(CloseOffer(offer=self._told.offer))
            self._told = None
        self._offered = line
        if line is not None:
            line.is_news = False
            self._offers += self._told is None
            is_ringing = line.state is LineState.RINGING
            offer = Offer(
                offer=self._offers,
                caller=line.caller,
                is_ringing=is_ringing,
                parks=self._may_park,
            )
            if offer != self._told:
                self._told = offer
                steps.append(offer)
        return tuple(steps)

    def _drop_overdue(self, now_s: float) -> tuple[Step, ...]:
        steps: tuple[Step, ...] = ()
        for line in self._lines.overdue(now_s, self._mine):
            self._lines.drop(line)
            steps += _end_parked(line, "parked")
        return steps


def _end_parked(line: Line, reason: str) -> tuple[Step, ...]:
    """A line is gone: so is the call that was put away on it."""
    return (EndParked(call=line.parked, reason=reason),) if line.parked else ()


def _reason(report: ReportPhone) -> str:
    return "transfer" if report.action is PhoneAction.TRANSFERRED else "hangup"
