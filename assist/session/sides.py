"""Watches whether each side can be heard: most call recorders fail by recording nothing."""

from collections.abc import Iterable
from dataclasses import dataclass

from assist.core.events import SideHeard, SideSilent
from assist.core.words import Party
from assist.session.levels import FLOOR_DBFS

QUIET_DBFS = -75
"""Peaks up to here are no sound: a headset in a quiet room is above -65, a muted stream at -96."""

SILENT_MS = 1_600
"""From here on a live side's silence is said in passing; with what its way to the window takes
(0.1 to 0.3 s) within 2 s. Between words it is shorter, and an open line has noise in it: longer is
a phone's true silence while nobody speaks, or a fault."""

_FIRST_QUIET_MS = 10_000
"""A side silent from the start is said soon: the wrong device is chosen, or it is muted."""

_DEAD_MICROPHONE_MS = 1_800
"""A live microphone that gives true zeros from the start is said sooner: no room is that quiet.
Later it may be noise suppression, which leaves zeros between sentences."""

_LATER_QUIET_MS = 30_000
"""Later a side may well be muted for a while, and softphones send true silence then."""

MUTED = "You muted it."

_NAMES = {Party.AGENT: "your microphone", Party.CUSTOMER: "the customer"}
_HINTS = {
    Party.AGENT: "check that it is not muted and is the device in the settings",
    Party.CUSTOMER: "check that the softphone plays to the device in the settings",
}


@dataclass(slots=True)
class _Side:
    quiet_since: int
    is_heard: bool = True
    was_ever_heard: bool = False
    trouble: str = ""
    """Why the source cannot hear it, "" where it can."""
    is_muted: bool = False
    is_silent: bool = False


Told = SideHeard | SideSilent


class SideWatch:
    """Turns levels and a source's troubles into `SideHeard` and `SideSilent`, once per change.

    Pure. `is_live`: the sound comes from devices. `told` is what was said last of a side before the
    engine was restarted: a side that is heard again by now is taken back like any other.
    """

    def __init__(
        self, start_ms: int = 0, told: Iterable[Told] = (), *, is_live: bool = False
    ) -> None:
        self._is_live = is_live
        self._sides = {party: _Side(quiet_since=start_ms) for party in Party}
        for event in told:
            side = self._sides[event.party]
            if isinstance(event, SideSilent):
                side.is_silent = event.is_silent
            else:
                side.is_heard, side.is_muted = event.is_heard, event.is_muted

    @property
    def muted(self) -> frozenset[Party]:
        """The sides that the agent does not want to be heard."""
        return frozenset(party for party, side in self._sides.items() if side.is_muted)

    def level(self, party: Party, at: int, peak_dbfs: int) -> tuple[Told, ...]:
        """The peak of the sound up to `at`."""
        side = self._sides[party]
        if side.is_muted:
            side.quiet_since = at
            return ()
        if peak_dbfs > QUIET_DBFS:
            side.was_ever_heard = True
            sounds = self.pass_over(party, at)
            return (*sounds, *self._change(party, at, is_heard=not side.trouble))
        is_new = self._is_live and not side.is_silent and not side.trouble
        if is_new and at - side.quiet_since >= SILENT_MS:
            side.is_silent = True
            silent = SideSilent(at=at, party=party, is_silent=True)
            return (silent, *self._miss(party, at, peak_dbfs))
        return self._miss(party, at, peak_dbfs)

    def _miss(self, party: Party, at: int, peak_dbfs: int) -> tuple[SideHeard, ...]:
        """Say that a side is not heard once its silence has lasted long enough."""
        side = self._sides[party]
        limit = _LATER_QUIET_MS if side.was_ever_heard else _FIRST_QUIET_MS
        if self._is_live and not side.was_ever_heard and peak_dbfs <= FLOOR_DBFS:
            limit = _DEAD_MICROPHONE_MS if party is Party.AGENT else limit
        if at - side.quiet_since < limit or not side.is_heard:
            return ()
        reason = f"No sound from {_NAMES[party]}: {_HINTS[party]}."
        return self._change(party, at, is_heard=False, reason=reason)

    def pass_over(self, party: Party, at: int) -> tuple[SideSilent, ...]:
        """The sound up to `at` is no silence, or not meant to be heard (listening is paused)."""
        side = self._sides[party]
        side.quiet_since = at
        if not side.is_silent:
            return ()
        side.is_silent = False
        return (SideSilent(at=at, party=party, is_silent=False),)

    def trouble(self, party: Party, at: int, sentence: str) -> tuple[Told, ...]:
        """The source lost this side."""
        side = self._sides[party]
        if side.is_muted or side.trouble == sentence:
            side.trouble = sentence
            return ()
        side.trouble = sentence
        side.is_heard = True  # another reason is news even where the side was silent before
        lost = self._change(party, at, is_heard=False, reason=sentence)
        return (*self.pass_over(party, at), *lost)

    def restored(self, party: Party, at: int) -> tuple[SideHeard, ...]:
        """The source delivers this side again."""
        side = self._sides[party]
        if not side.trouble:
            return ()
        side.trouble = ""
        side.quiet_since = at
        return () if side.is_muted else self._change(party, at, is_heard=True)

    def mute(self, party: Party, at: int, *, is_muted: bool) -> tuple[Told, ...]:
        """The agent does not want this side to be heard, or wants it again."""
        side = self._sides[party]
        if side.is_muted == is_muted:
            return ()
        sounds = self.pass_over(party, at)
        side.is_muted = is_muted
        side.is_heard = not is_muted and not side.trouble
        reason = MUTED if is_muted else side.trouble
        return (
            *sounds,
            SideHeard(at=at, party=party, is_heard=side.is_heard, reason=reason, is_muted=is_muted),
        )

    def _change(
        self, party: Party, at: int, *, is_heard: bool, reason: str = ""
    ) -> tuple[SideHeard, ...]:
        side = self._sides[party]
        if side.is_heard == is_heard:
            return ()
        side.is_heard = is_heard
        return (SideHeard(at=at, party=party, is_heard=is_heard, reason=reason),)
