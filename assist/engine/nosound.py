"""Where no sound comes from: a call that is over, or of which nothing waits to be recognized."""

from collections.abc import Iterator

from assist.core.audio import AudioBlock
from assist.core.interfaces import BlockSink, TroubleSink
from assist.core.words import Party


class NoSound:
    """The source of a call that is over (a `core.interfaces.AudioSource`)."""

    finished = False

    def __init__(self, parties: tuple[Party, ...]) -> None:
        self.parties = parties

    def start(self, sink: BlockSink, trouble: TroubleSink) -> None:
        del sink, trouble

    def stop(self) -> None:
        pass


def no_spool(party: Party, from_ms: int) -> Iterator[AudioBlock]:
    """A `session.resume.ReadSpool` that holds nothing."""
    del party, from_ms
    return iter(())
