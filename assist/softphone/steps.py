"""What is to be done about a call of the softphone."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Who is on a line, as far as the phone told."""

    name: str = ""
    number: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Ask the agent whether to listen; again with the same number when more is known.

    `parks`: the call that is listened to is on hold and would be put away for this one.
    """

    offer: int
    caller: Caller
    is_ringing: bool
    parks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseOffer:
    offer: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Begin:
    """Begin to listen; answered with `PhoneCalls.call_began` or `call_failed`."""

    caller: Caller


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """The call that is listened to was put on hold, or taken back."""

    is_held: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Learn:
    """The phone tells who the call that is listened to is with."""

    caller: Caller


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """End the call that is listened to; `reason` is as in `CallEnded`."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Park:
    """Put the call that is listened to away: it is on hold, another is to be listened to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndParked:
    """A call that was put away is over, without having been taken back; `reason` as in `End`."""

    call: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestEnd:
    """A call is over, but perhaps not the one that is listened to: ask the agent."""


Step = Offer | CloseOffer | Begin | Hold | Learn | End | Park | EndParked | SuggestEnd
