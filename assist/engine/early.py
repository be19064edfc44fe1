"""Listens at once and hands over later: no sound is missed while a dead engine's call is put in
order."""

import threading

from assist.core.audio import AudioBlock, SideTrouble
from assist.core.interfaces import AudioSource, BlockSink, DeviceChooser, TroubleSink
from assist.core.words import Party


class EarlySource:
    """A live `AudioSource` that is open from its making on. Raises AudioError then.

    What comes before `start` waits in memory: seconds, since whoever made it is about to start it.
    """

    finished = False

    def __init__(self, source: AudioSource) -> None:
        self._source = source
        self._lock = threading.Lock()
        self._waiting: list[AudioBlock | SideTrouble] = []
        self._sink: BlockSink | None = None
        self._trouble: TroubleSink | None = None
        source.start(self._take_block, self._take_trouble)

    @property
    def parties(self) -> tuple[Party, ...]:
        return self._source.parties

    def start(self, sink: BlockSink, trouble: TroubleSink) -> None:
        """Hand over what has come by now, in its order, and everything after it."""
        with self._lock:
            for each in self._waiting:
                if isinstance(each, AudioBlock):
                    sink(each)
                else:
                    trouble(each)
            self._waiting.clear()
            self._sink, self._trouble = sink, trouble

    def set_devices(self, agent_device: str, customer_device: str) -> None:
        """As the source itself (a `DeviceChooser`)."""
        if isinstance(self._source, DeviceChooser):
            self._source.set_devices(agent_device, customer_device)

    def stop(self) -> None:
        self._source.stop()

    def _take_block(self, block: AudioBlock) -> None:
        with self._lock:
            if self._sink is None:
                self._waiting.append(block)
                return
        self._sink(block)

    def _take_trouble(self, trouble: SideTrouble) -> None:
        with self._lock:
            if self._trouble is None:
                self._waiting.append(trouble)
                return
        self._trouble(trouble)
