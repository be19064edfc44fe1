"""Notices that nobody has spoken for so long that the call must be over."""

from assist.core.events import Event, FinalResult, PartialResult, PauseSet, Tick, VoiceActivity

_MINUTE_MS = 60_000


class SilenceWatch:
    """Follows a call's events; says once per silence that it has lasted `minutes` (0: never).

    Counted in call time while listening: the time of a pause, or on hold, is not silence.
    """

    def __init__(self, minutes: int) -> None:
        self._minutes = minutes
        self._since_ms = 0
        self._speaking: set[str] = set()
        self._is_paused = False
        self._is_told = False

    def note(self, event: Event) -> int:
        """The minutes of silence where it is time to say so, else 0."""
        match event:
            case VoiceActivity(party=party, is_active=is_active):
                (self._speaking.add if is_active else self._speaking.discard)(party)
                self._hear(event.at)
            case PartialResult(text=text) | FinalResult(text=text) if text:
                self._hear(event.at)
            case PauseSet():
                self._is_paused = event.is_deaf
                self._speaking.clear()
                self._hear(event.at)
            case Tick(at=at):
                return self._look(at)
        return 0

    def _hear(self, at: int) -> None:
        self._since_ms = at
        self._is_told = False

    def _look(self, at: int) -> int:
        if self._speaking or self._is_paused:
            self._since_ms = at
        is_due = self._minutes > 0 and at - self._since_ms >= self._minutes * _MINUTE_MS
        if not is_due or self._is_told:
            return 0
        self._is_told = True
        return self._minutes
