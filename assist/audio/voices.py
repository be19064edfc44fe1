"""Whether people talk with each other: a voice on both sides, before a call is listened to.

For softphones that tell nothing: that one records and plays may be a test, a ring tone or a video.
Only the presence of voices is looked for; the sound is neither recognized nor kept.
"""

import threading
from collections.abc import Callable

from assist.audio.activity import VoiceGate
from assist.audio.errors import AudioError
from assist.core.audio import AudioBlock, SideTrouble
from assist.core.interfaces import AudioSource
from assist.core.words import Party

ENOUGH_MS = 600
"""Voice on each side, in all: "Hello, Smith speaking." A cough or a click is shorter."""


class BothVoices:
    """Listens from `start` on, until both were heard or it is closed. Any thread, one at a time."""

    def __init__(self, open_source: Callable[[], AudioSource]) -> None:
        self._open_source = open_source
        self._source: AudioSource | None = None
        self._gates = {party: VoiceGate(party) for party in Party}
        self._since: dict[Party, int | None] = dict.fromkeys(Party)
        self._spoken_ms = dict.fromkeys(Party, 0)
        self._both = threading.Event()

    def start(self) -> bool:
        """Open the devices of the settings; False where that cannot be done."""
        try:
            source = self._open_source()
            source.start(self._hear, _ignore)
        except AudioError:
            return False
        self._source = source
        return True

    @property
    def were_heard(self) -> bool:
        """Whether each side has spoken long enough by now."""
        return self._both.is_set()

    def close(self) -> None:
        source, self._source = self._source, None
        if source is not None:
            source.stop()

    def _hear(self, block: AudioBlock) -> None:
        """Called by the sides' threads, each with its own party."""
        party = block.party
        for event in self._gates[party].accept(block).events:
            since = self._since[party]
            if event.is_active:
                self._since[party] = event.at
            elif since is not None:
                self._spoken_ms[party] += event.at - since
                self._since[party] = None
        since = self._since[party]
        current_ms = 0 if since is None else block.end_ms - since
        if self._spoken_ms[party] + current_ms >= ENOUGH_MS:
            self._spoken_ms[party] = ENOUGH_MS
            self._since[party] = None
            if all(spoken >= ENOUGH_MS for spoken in self._spoken_ms.values()):
                self._both.set()


def _ignore(_trouble: SideTrouble) -> None:
    """A side that is not heard yet does not speak: there is nothing else to do about it."""
