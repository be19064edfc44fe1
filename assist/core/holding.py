"""Which findings in partial results have held long enough to act on, and which are taken back.

A partial result is a guess that the next one may replace. A finding made in one counts once it
holds for two updates: it is still there in the next partial of the utterance, or the partial stands
unchanged for two ticks. It is taken back when two partials in a row, or the final, lack it.
"""

from collections.abc import Collection, Hashable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)

_TICKS_TO_HOLD = 2


@dataclass(frozen=True, slots=True)
class HoldStep(Generic[Key]):
    """What one update changed: keys that now hold, that the final kept, that are taken back."""

    appeared: tuple[Key, ...] = ()
    confirmed: tuple[Key, ...] = ()
    vanished: tuple[Key, ...] = ()


@dataclass(slots=True)
class PartialHold(Generic[Key]):
    """Follows the findings of one party's open utterance by key; keys are unique within it."""

    utterance: int = -1
    _waiting: dict[Key, int] = field(default_factory=dict)
    _held: dict[Key, int] = field(default_factory=dict)

    def partial(self, utterance: int, keys: Collection[Key]) -> HoldStep[Key]:
        """Take the findings of a partial; an utterance that never got its final is dropped."""
        vanished: list[Key] = []
        if utterance != self.utterance:
            vanished.extend(self._held)
            self._restart(utterance)
        appeared = []
        for key in keys:
            if key in self._held:
                self._held[key] = 0
            elif key in self._waiting:
                appeared.append(key)
        for key in [key for key in self._held if key not in keys]:
            self._held[key] += 1
            if self._held[key] >= 2:
                del self._held[key]
                vanished.append(key)
        self._held.update(dict.fromkeys(appeared, 0))
        self._waiting = {key: 0 for key in keys if key not in self._held}
        return HoldStep(appeared=tuple(appeared), vanished=tuple(vanished))

    def tick(self) -> tuple[Key, ...]:
        """Time passed without a new partial: the keys that hold by now."""
        if not self._waiting:
            return ()
        appeared = []
        for key in list(self._waiting):
            self._waiting[key] += 1
            if self._waiting[key] >= _TICKS_TO_HOLD:
                del self._waiting[key]
                self._held[key] = 0
                appeared.append(key)
        return tuple(appeared)

    def final(self, utterance: int, keys: Collection[Key]) -> HoldStep[Key]:
        """Take the final's findings and close the utterance."""
        held = self._held if utterance == self.utterance else {}
        stale = () if utterance == self.utterance else tuple(self._held)
        step = HoldStep(
            appeared=tuple(key for key in keys if key not in held),
            confirmed=tuple(key for key in keys if key in held),
            vanished=(*stale, *(key for key in held if key not in keys)),
        )
        self._restart(-1)
        return step

    def drop(self) -> tuple[Key, ...]:
        """Give up the open utterance (the call ended or was paused); the keys taken back."""
        vanished = tuple(self._held)
        self._restart(-1)
        return vanished

    def _restart(self, utterance: int) -> None:
        self.utterance = utterance
        self._waiting = {}
        self._held = {}
