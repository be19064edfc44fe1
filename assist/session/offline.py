"""Runs a finished recording through every stage in audio time, on the calling thread."""

from collections.abc import Callable

from assist.audio.activity import VoiceGate
from assist.core.audio import AudioBlock
from assist.core.events import CallEnded, CallStarted, Event, Tick
from assist.core.interfaces import Recording, SpeechModel
from assist.core.words import Party
from assist.session.call import CallSession
from assist.session.channel import ChannelRecognizer
from assist.session.intake import Intake
from assist.session.journal_writer import EventLog
from assist.session.levels import rms_dbfs

ProgressSink = Callable[[int, int], None]
"""Told call milliseconds done and in all."""

_PROGRESS_BLOCKS = 10
"""Blocks between two calls of the progress sink: once a second of call."""


def run_offline(
    recording: Recording,
    model: SpeechModel,
    session: CallSession,
    *,
    started: CallStarted,
    gate: bool = True,
    on_event: Callable[[Event], None],
    progress: ProgressSink | None = None,
    journal: EventLog | None = None,
) -> None:
    """Give the call's events to `on_event` in order, the last being the `WrapUp`.

    One step is one block of both sides (100 ms), then a `Tick`. `gate` leaves silence out. The
    journal, if any, is closed at the end, also when the recording cannot be read on: then what
    was heard so far is kept and the error goes on to the caller.
    """
    intake = Intake(session, on_event, journal=journal)
    channels = {
        party: ChannelRecognizer(
            party, model.recognizer(party), gate=VoiceGate(party) if gate else None
        )
        for party in Party
    }

    def hear(block: AudioBlock) -> None:
        intake.hear(block.party, block.end_ms, rms_dbfs(block.samples))
        for event in channels[block.party].accept(block):
            intake.handle(event)

    intake.handle(started)
    at = 0
    try:
        for number, (agent, customer) in enumerate(recording.blocks()):
            hear(agent)
            hear(customer)
            at = agent.end_ms
            intake.handle(Tick(at=at))
            if progress is not None and number % _PROGRESS_BLOCKS == 0:
                progress(at, recording.duration_ms)
        for channel in channels.values():
            for event in channel.finish():
                intake.handle(event)
        intake.handle(CallEnded(at=at, reason="end_of_file"))
        if progress is not None:
            progress(at, max(at, recording.duration_ms))
    finally:
        if journal is not None:
            journal.close()
