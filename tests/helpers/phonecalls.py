"""Phone and engine on a table, for tests of `softphone.calls`."""

from dataclasses import dataclass, field
from typing import Any

from assist.core.commands import PhoneAction, ReportPhone, StartCall
from assist.softphone.calls import PhoneCalls
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

RINGING, STARTED, HELD = PhoneAction.RINGING, PhoneAction.STARTED, PhoneAction.HELD
RESUMED, TRANSFERRED, ENDED = PhoneAction.RESUMED, PhoneAction.TRANSFERRED, PhoneAction.ENDED
DANA = Caller(name="Dana", number="+4930123456789")


@dataclass
class Desk:
    """Phone and engine on a table: does what the steps say, as the engine would."""

    by_itself: bool = False
    fails: bool = False
    now_s: float = 0.0
    calls: PhoneCalls = field(default_factory=PhoneCalls)
    is_listening: bool = False
    is_ending: bool = False
    is_held: bool = False
    offer: Offer | None = None
    begun: list[StartCall] = field(default_factory=list)
    call: str = ""
    """The call that is listened to; ids are "1", "2" …"""
    calls_begun: int = 0
    parked: list[str] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)

    def phone(self, action: PhoneAction, line: str = "", **more: Any) -> list[Step]:
        report = ReportPhone(action=action, line=line, **more)
        return self.do(self.calls.report(report, by_itself=self.by_itself, now_s=self.now_s))

    def start(self, **more: Any) -> list[Step]:
        """The agent presses "Start listening", or the engine does for an offer."""
        if self.is_listening or self.is_ending:
            return []
        start = self.calls.about_to_begin(StartCall(**more))
        if self.fails:
            return self.do(self.calls.call_failed())
        self.begun.append(start)
        self.call = self.calls.taken_back
        self.is_held = bool(self.call)
        if self.call:
            self.parked.remove(self.call)
        else:
            self.calls_begun += 1
            self.call = str(self.calls_begun)
        self.is_listening = True
        return self.do(self.calls.call_began(self.call))

    def end(self) -> None:
        """The agent ends the call; it closes later."""
        if self.is_listening:
            self.is_listening, self.is_ending = False, True
            self.calls.call_ending()

    def close(self) -> list[Step]:
        if not self.is_ending:
            return []
        self.is_ending = False
        return self.do(self.calls.call_closed())

    def answer(self, is_taken: bool) -> list[Step]:
        number = self.offer.offer if self.offer else 0
        return self.do(self.calls.answer(number, is_taken=is_taken))

    def wait(self, seconds: float) -> list[Step]:
        self.now_s += seconds
        return self.do(self.calls.expire(self.now_s))

    def do(self, steps: tuple[Step, ...]) -> list[Step]:
        done: list[Step] = []
        for step in steps:
            done.append(step)
            match step:
                case Offer():
                    assert step.parks == self.is_listening
                    assert self.is_held or not self.is_listening
                    assert self.offer is None or self.offer.offer == step.offer
                    assert self.offer != step
                    self.offer = step
                case CloseOffer(offer=number):
                    assert self.offer is not None
                    assert self.offer.offer == number
                    self.offer = None
                case Begin(caller=caller):
                    assert not self.is_listening
                    assert not self.is_ending
                    done += self.start(
                        customer_name=caller.name,
                        customer_number=caller.number,
                        reference=caller.reference,
                    )
                case Hold(is_held=is_held):
                    assert self.is_listening
                    assert is_held != self.is_held
                    self.is_held = is_held
                case Learn() | SuggestEnd():
                    assert self.is_listening
                case End() | Park():
                    assert self.is_listening
                    if isinstance(step, Park):
                        assert self.is_held
                        self.parked.append(self.call)
                    self.end()
                case EndParked(call=call):
                    self.parked.remove(call)
        self.steps += steps
        return done


def offer(
    number: int, caller: Caller = DANA, *, is_ringing: bool = False, parks: bool = False
) -> Offer:
    return Offer(offer=number, caller=caller, is_ringing=is_ringing, parks=parks)


def told_of(caller: Caller = DANA) -> dict[str, str]:
    return {"name": caller.name, "number": caller.number, "reference": caller.reference}
