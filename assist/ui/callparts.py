"""The parts of a call as the sidebar shows it. Plain data."""

from dataclasses import dataclass, field

from assist.core.events import CueRaised

LEVELS_KEPT = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A cue in view. `shown_at` is call time; `delay_ms` is known once it was painted."""

    raised: CueRaised
    shown_at: int
    delay_ms: int | None = None

    @property
    def number(self) -> int:
        return self.raised.cue


@dataclass(frozen=True, slots=True, kw_only=True)
class CurvePoint:
    """A point of the feeling curve: call time, level from -100 to 100."""

    at: int
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pivot:
    at: int
    is_up: bool


@dataclass(slots=True, kw_only=True)
class Side:
    """What the footer knows of a party's sound."""

    is_heard: bool = True
    reason: str = ""
    lag_ms: int = 0
    lost_ms: int = 0
    lost_at: int | None = None
    lost_reason: str = ""
    is_muted: bool = False
    is_silent: bool = False
    """Its device delivers nothing but silence: no fault yet, and said in passing."""
    levels: list[int] = field(default_factory=lambda: [-96] * LEVELS_KEPT)


@dataclass(slots=True, kw_only=True)
class Tick:
    """How far a checklist item is."""

    is_done: bool = False
    count: int = 0
    title: str = ""
    """Of an item that is the playbook's own."""
