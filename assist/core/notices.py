"""What the engine tells its clients besides the call's own events. Never journaled."""

from dataclasses import dataclass
from enum import StrEnum

from assist.core.events import Feeling
from assist.core.words import Party

PROTOCOL_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Base of every notice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hello(Notice):
    """The engine's first line to a client, before the snapshot."""

    protocol: int
    version: str
    pid: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandKept(Notice):
    """The command with this token need not be sent again: it is on the disk, or was refused."""

    token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotStarted(Notice):
    """The `events` lines that follow tell the call so far; forget what was known before."""

    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelChanged(Notice):
    """A side's level for its meter: peak of the last 100 ms in whole dBFS, -96..0."""

    party: Party
    dbfs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusReport(Notice):
    """The engine's state: "loading", "ready", "listening", "ending"; with the model in use.

    `has_team` says that a team's database is set up: what is asked of a lead gets there.
    """

    state: str
    model: str = ""
    playbook: str = ""
    call: str = ""
    lag_ms: int = 0
    is_private: bool = False
    """Nothing is kept of the running call, or of the next one where none runs."""
    notice: str = ""
    """What callers are told, as the setting `caller_notice` has it."""
    has_team: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CallSaved(Notice):
    """The finished call is in the store and its journal is closed."""

    call: str
    journal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallForgotten(Notice):
    """A private call is over: nothing of it was kept, and nothing can be added to it.

    `is_chosen` is false where it was to be kept and could not be; a `Trouble` said why.
    """

    call: str
    is_chosen: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsChanged(Notice):
    """The settings are others now; whoever shows or follows them reads them again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble(Notice):
    """Something failed; `sentence` says what and what to do.

    `is_fatal` ends the call with the id `call`; without an id it is the answer to who asked for a
    call that could not begin.
    """

    sentence: str
    is_fatal: bool = False
    call: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleShadowed(Notice):
    """A rule was judged wrong too often and no longer shows its cues (it is computed still)."""

    rule: str
    title: str
    right: int
    wrong: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPromise:
    """A promise of an earlier call: `due` as it was said, `due_at` as wall clock (ISO 8601)."""

    what: str
    due: str = ""
    due_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownCustomer:
    """What this computer knows of a customer before hello, from calls with the same number.

    Calls about the same reference count too. `last_at` is the latest call's wall clock (ISO 8601).
    `promises` are those made since the last call that was resolved. `drivers` are the causes of the
    calls of the last 90 days, once for each call that named it.
    """

    calls: int
    last_call: str
    last_at: str
    last_outcome: str
    last_feeling: Feeling
    was_at_risk: bool = False
    promises: tuple[OpenPromise, ...] = ()
    drivers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CallOffered(Notice):
    """The softphone has a call: shall it be listened to? The answer is `AnswerOffer`.

    Comes again under its number as more is known. One is open at a time: the latest. `parks`: the
    call that is listened to is on hold and would be put away for this one.
    """

    offer: int
    name: str = ""
    number: str = ""
    reference: str = ""
    is_ringing: bool = False
    known: KnownCustomer | None = None
    parks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferClosed(Notice):
    """The offer no longer stands: the call began, is over, or was not wanted."""

    offer: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerKnown(Notice):
    """The caller of the running call is known from before; comes soon after `CallStarted`."""

    call: str
    known: KnownCustomer


class Told(StrEnum):
    """Whether leads see a call that needs them."""

    SHOWN = "shown"
    """It is on their board."""
    UNREACHABLE = "unreachable"
    """The team's database does not answer now; it is tried again."""
    OVER = "over"
    """It was, and is needed no more."""
    OFF = "off"
    """The team has no live board."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadsTold(Notice):
    """How far it got that the running call needs a lead. Without one nothing was tried."""

    call: str
    told: Told


@dataclass(frozen=True, slots=True, kw_only=True)
class EndSuggested(Notice):
    """The call seems to be over: "silence" on both sides for `minutes`, or the "phone" says so."""

    call: str
    reason: str
    minutes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTaken(Notice):
    """The engine has a `ReportPhone`: its sender, and nobody else, may hang up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """A promise of a stored call that is still to be kept. `due_at` is wall clock (ISO 8601).

    `remind_at` is when to speak of it: `due_at`, or later where the agent put it off.
    """

    call: str
    promise: int
    who: str
    what: str
    due: str
    due_at: str
    remind_at: str
    customer: str = ""
    number: str = ""
    agent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpsDue(Notice):
    """Every follow-up whose time has come and that is not settled, the earliest first."""

    items: tuple[FollowUp, ...]
