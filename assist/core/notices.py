"""What the engine tells its clients besides the call's own events. Never journaled."""

from dataclasses import dataclass

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
    """The engine's state: "loading", "ready", "listening", "ending"; with the model in use."""

    state: str
    model: str = ""
    playbook: str = ""
    call: str = ""
    lag_ms: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CallSaved(Notice):
    """The finished call is in the store and its journal is closed."""

    call: str
    journal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble(Notice):
    """Something failed; `sentence` says what and what to do. `is_fatal` ends the call."""

    sentence: str
    is_fatal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleShadowed(Notice):
    """A rule was judged wrong too often and no longer shows its cues (it is computed still)."""

    rule: str
    title: str
    right: int
    wrong: int
