"""What the window is for at a moment, and which of its parts a message concerns. Plain Python."""

from dataclasses import dataclass
from enum import StrEnum, auto

from assist.ui.lines import RowChange


class Phase(StrEnum):
    """What the window is for at this moment."""

    CONNECTING = auto()
    LOADING = auto()
    IDLE = auto()
    CALL = auto()
    ENDING = auto()
    ENDED = auto()


class Area(StrEnum):
    """A part of the sidebar that can be out of date."""

    PHASE = auto()
    HEADER = auto()
    CLOCK = auto()
    FEELING = auto()
    CARD = auto()
    NEXT = auto()
    CHECKLIST = auto()
    PROMISES = auto()
    FOOTER = auto()
    LEVELS = auto()
    TROUBLE = auto()
    PHONE = auto()
    LEAD = auto()
    DESK = auto()
    WRAPUP = auto()
    FOLLOW_UPS = auto()
    GUIDANCE = auto()
    TRANSCRIPT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a message changed: areas to draw again, rows of the transcript in order."""

    areas: frozenset[Area] = frozenset()
    rows: tuple[RowChange, ...] = ()
