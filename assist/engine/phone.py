"""The softphone's side of the service: reports in, offers out, who the caller is.

All of it but the look-ups belongs to the service's thread. Looking up what the store knows of a
caller may take seconds (a locked database): it has a thread of its own and no call waits for it.
"""

import logging
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from assist.core.commands import ReportPhone, StartCall
from assist.core.errors import AssistError
from assist.core.events import CallStarted, Event, HistoryKnown, NameGiven
from assist.core.interfaces import PhoneSource
from assist.core.notices import (
    CallOffered,
    CustomerKnown,
    EndSuggested,
    KnownCustomer,
    Notice,
    OfferClosed,
    Trouble,
)
from assist.engine.parts import Parts
from assist.privacy.given import report_without_secrets
from assist.session.inbox import MakeInput
from assist.session.live import LiveCall
from assist.softphone.calls import PhoneCalls
from assist.softphone.silence import SilenceWatch
from assist.softphone.steps import Caller, CloseOffer, Hold, Learn, Offer, Step, SuggestEnd

HOLD = "hold"
"""`PauseSet.reason` where the softphone asked for the pause."""

_log = logging.getLogger(__name__)


class PhoneDesk:
    """Follows softphone and call for the service, which does the steps it is given.

    `publish` sends a notice to all clients; `report` takes what phone sources tell, from any
    thread; `post` has a function called in the service's thread, where `act` gives the running
    call an input.
    """

    def __init__(
        self,
        parts: Parts,
        publish: Callable[[Notice], None],
        *,
        report: Callable[[ReportPhone], None],
        post: Callable[[Callable[[], None]], None],
        act: Callable[[MakeInput], None] = lambda make: None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.calls = PhoneCalls()
        self._parts = parts
        self._publish = publish
        self._report = report
        self._act = act
        self._history_of = ""
        """The call that was told what earlier ones tell: once, though more may be learned."""
        self._clock = clock
        self._sources: list[PhoneSource] = []
        self._look_up = _LookUp(parts.known_customer, post)
        self._offer: CallOffered | None = None
        self._call = ""
        self._told_call = ""
        """The latest of which clients have been told that it began."""
        self._caller = Caller()
        self._silence = SilenceWatch(0)
        self._lock = threading.Lock()
        """Over `_silence` and the calls: the session thread notes a call's events."""

    # --- sources ----------------------------------------------------------------------------------

    def open(self) -> None:
        """Start to listen to the softphones that the settings name."""
        self._look_up.start()
        self._start_sources()

    def _start_sources(self) -> None:
        try:
            sources = self._parts.phone_sources()
        except AssistError as error:
            self._publish(Trouble(sentence=str(error)))
            return
        for source in sources:
            try:
                source.start(self._report)
            except AssistError as error:
                self._publish(Trouble(sentence=str(error)))
            else:
                self._sources.append(source)

    def close(self) -> None:
        self._stop_sources()
        self._look_up.stop()

    def reopen(self) -> None:
        """Listen to the softphones that the settings name by now."""
        self._stop_sources()
        self._start_sources()

    def _stop_sources(self) -> None:
        for source in self._sources:
            source.stop()
        self._sources.clear()

    # --- reports ----------------------------------------------------------------------------------

    def take(self, report: ReportPhone) -> tuple[Step, ...]:
        by_itself = self._parts.starts_calls() == "by_itself"
        clean = report_without_secrets(report)
        return self.calls.report(clean, by_itself=by_itself, now_s=self._clock())

    def expire(self) -> tuple[Step, ...]:
        return self.calls.expire(self._clock())

    @property
    def has_offer(self) -> bool:
        return self._offer is not None

    def wait_s(self) -> float | None:
        """How long the service may wait until `expire` has something to forget."""
        until = self.calls.next_expiry_s
        return None if until is None else max(0.0, until - self._clock())

    # --- steps ------------------------------------------------------------------------------------

    def start_for(self, caller: Caller) -> StartCall:
        return StartCall(
            source="live",
            customer_name=caller.name,
            customer_number=caller.number,
            reference=caller.reference,
        )

    def do(self, step: Step, live: LiveCall | None) -> None:
        """Do any step but beginning and ending `live`, the running call."""
        match step:
            case Hold(is_held=is_held):
                if live is not None and _may_pause(live, is_held=is_held):
                    live.set_pause(is_paused=is_held, reason=HOLD)
            case Offer():
                self._tell_offer(step)
            case CloseOffer(offer=number):
                self._offer = None
                self._publish(OfferClosed(offer=number))
            case Learn(caller=caller):
                if live is not None and caller.name and caller.name != self._caller.name:
                    name = caller.name
                    live.act(lambda at: NameGiven(at=at, name=name, origin="softphone"))
                self._caller = caller
                self._ask_for_call()
            case SuggestEnd():
                self._publish(EndSuggested(call=self._call, reason="phone"))

    def _tell_offer(self, offer: Offer) -> None:
        caller, before = offer.caller, self._offer
        is_same = before is not None and (before.number, before.reference) == (
            caller.number,
            caller.reference,
        )
        self._offer = CallOffered(
            offer=offer.offer,
            name=caller.name,
            number=caller.number,
            reference=caller.reference,
            is_ringing=offer.is_ringing,
            known=before.known if before and is_same else None,
            parks=offer.parks,
        )
        self._publish(self._offer)
        if not is_same:
            self._look_up.ask(caller, lambda known: self._know_offered(offer.offer, caller, known))

    def _know_offered(self, number: int, caller: Caller, known: KnownCustomer) -> None:
        offer = self._offer
        if offer is None or offer.offer != number or offer.number != caller.number:
            return
        self._offer = replace(offer, known=known)
        self._publish(self._offer)

    # --- the call ---------------------------------------------------------------------------------

    def begin(self, start: StartCall, call: str) -> tuple[Step, ...]:
        """The call `call` began as `start` says, or goes on."""
        if self.calls.taken_back == call:
            self._history_of = call  # it was told when the call began
        self._begin(call, start)
        return self.calls.call_began(call)

    def take_up(self, started: CallStarted, *, is_held: bool) -> tuple[Step, ...]:
        """A call of an engine that died goes on, perhaps on hold."""
        caller = Caller(
            name=started.customer_name,
            number=started.customer_number,
            reference=started.reference,
        )
        with self._lock:
            self._call, self._caller = started.call, caller
            self._silence = SilenceWatch(self._silent_minutes())
        is_live = started.source == "live"
        return self.calls.call_taken_up(started.call, caller, is_live=is_live, is_held=is_held)

    def _begin(self, call: str, start: StartCall) -> None:
        caller = Caller(
            name=start.customer_name, number=start.customer_number, reference=start.reference
        )
        with self._lock:
            self._silence = SilenceWatch(self._silent_minutes())
            self._call = call
            self._caller = caller if start.source == "live" else Caller()
            is_told = self._told_call == call
        if is_told:
            self._ask_for_call()

    def _silent_minutes(self) -> int:
        try:
            return self._parts.silent_minutes()
        except AssistError:  # settings that broke since the call was asked for
            return 0

    def _ask_for_call(self) -> None:
        call = self._call
        self._look_up.ask(self._caller, lambda known: self._know_caller(call, known))

    def _know_caller(self, call: str, known: KnownCustomer) -> None:
        if call != self._call:
            return
        self._publish(CustomerKnown(call=call, known=known))
        if known.calls and self._history_of != call:
            self._history_of = call
            self._act(lambda at: _history(at, known))

    def close_call(self) -> tuple[Step, ...]:
        self._call, self._caller = "", Caller()
        return self.calls.call_closed()

    def note(self, event: Event) -> None:
        """An event of the running call that clients have been told; from the session thread."""
        begins = False
        with self._lock:
            if isinstance(event, CallStarted):
                # Who the caller is must not be told before that there is a call.
                self._told_call = event.call
                begins = self._call == event.call
            minutes = self._silence.note(event)
        if begins:
            self._ask_for_call()
        if minutes:
            self._publish(EndSuggested(call=self._call, reason="silence", minutes=minutes))


def _may_pause(live: LiveCall, *, is_held: bool) -> bool:
    """Whether a hold, or its end, changes what is listened to.

    The agent's own pause outlives a hold, and who goes on listening in spite of one means it.
    """
    return not live.is_paused if is_held else live.is_paused_for(HOLD)


def _history(at: int, known: KnownCustomer) -> HistoryKnown:
    return HistoryKnown(
        at=at,
        calls=known.calls,
        last_at=known.last_at,
        last_outcome=known.last_outcome,
        last_feeling=known.last_feeling,
        was_at_risk=known.was_at_risk,
        drivers=known.drivers,
        open_promises=len(known.promises),
    )


class _LookUp:
    """Asks the store who a caller is, on a thread of its own, the latest question first."""

    def __init__(
        self,
        known_customer: Callable[[str, str], KnownCustomer | None],
        post: Callable[[Callable[[], None]], None],
    ) -> None:
        self._known_customer = known_customer
        self._post = post
        self._asked: queue.SimpleQueue[tuple[Caller, Callable[[KnownCustomer], None]] | None] = (
            queue.SimpleQueue()
        )
        self._thread = threading.Thread(target=self._run, name="known-before-hello")

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._asked.put(None)
        if self._thread.ident is not None:
            self._thread.join()

    def ask(self, caller: Caller, answer: Callable[[KnownCustomer], None]) -> None:
        """Where something is known, `answer` is called with it in the service's thread."""
        if caller.number or caller.reference:
            self._asked.put((caller, answer))

    def _run(self) -> None:
        while (asked := self._asked.get()) is not None:
            caller, answer = asked
            try:
                known = self._known_customer(caller.number, caller.reference)
            except AssistError as error:
                # The call matters more than its past; the store says its troubles when it saves.
                _log.info("What is known of a caller cannot be read: %s", error)
                continue
            except Exception:
                _log.exception("Looking up a caller failed")
                continue
            if known is not None:
                self._post(partial(answer, known))
