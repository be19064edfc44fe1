"""What the sidebar knows from the softphone: an offered call, the caller, a likely end."""

from dataclasses import dataclass

from assist.core.events import Event, FinalResult, PartialResult, WrapUp
from assist.core.notices import (
    CallOffered,
    CustomerKnown,
    EndSuggested,
    KnownCustomer,
    Notice,
    OfferClosed,
)

KNOWN_SHOWN_MS = 60_000
"""What is known before hello is read before the first words, or not at all."""


@dataclass(slots=True, kw_only=True)
class PhoneState:
    """Each `handle…` says whether something in view changed."""

    offer: CallOffered | None = None
    known: KnownCustomer | None = None
    suggested: EndSuggested | None = None

    def handle_notice(self, notice: Notice, call: str) -> bool:
        """`call` is the one in view."""
        match notice:
            case CallOffered():
                self.offer = notice
            case OfferClosed(offer=number) if self.offer and self.offer.offer == number:
                self.offer = None
            case CustomerKnown(known=known) if notice.call == call:
                self.known = known
            case EndSuggested() if notice.call == call:
                self.suggested = notice
            case _:
                return False
        return True

    def handle_event(self, event: Event) -> bool:
        """A word takes back that the call is over; what was known is old news after a minute."""
        is_word = isinstance(event, PartialResult | FinalResult) and event.text
        is_over = isinstance(event, WrapUp)
        before = (self.known, self.suggested)
        if is_word or is_over:
            self.suggested = None
        if is_over or event.at >= KNOWN_SHOWN_MS:
            self.known = None
        return (self.known, self.suggested) != before
