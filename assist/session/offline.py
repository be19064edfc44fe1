"""Runs a finished recording through every stage in audio time, on the calling thread."""

from collections.abc import Callable, Iterator

from assist.audio.activity import VoiceGate
from assist.audio.music import SteadyPitch
from assist.core.audio import AudioBlock
from assist.core.events import CallEnded, CallStarted, Event, Input, Tick
from assist.core.interfaces import Recording, SpeechModel
from assist.core.words import Party
from assist.session.call import CallSession
from assist.session.channel import ChannelRecognizer
from assist.session.intake import Intake
from assist.session.journal_writer import EventLog
from assist.session.levels import each_rms_dbfs

ProgressSink = Callable[[int, int], None]
"""Told call milliseconds done and in all."""

_STEP_BLOCKS = 10
"""Blocks of a side that are recognized in a row, a second of call: what a recognizer and the stages
keep in the processor's cache then serves ten blocks instead of one."""

Pair = tuple[AudioBlock, AudioBlock]


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
    pauses_for_cards: bool = False,
) -> None:
    """Give the call's events to `on_event` in order, the last being the `WrapUp`.

    The results of one block of both sides (100 ms) are followed by a `Tick`. `gate` leaves silence
    out. The journal, if any, is closed at the end, also when the recording cannot be read on: then
    what was heard so far is kept and the error goes on to the caller.
    """
    intake = Intake(session, on_event, journal=journal, pauses_for_cards=pauses_for_cards)
    channels = [
        ChannelRecognizer(
            party,
            model.recognizer(party),
            gate=VoiceGate(party) if gate else None,
            music=SteadyPitch() if party is Party.CUSTOMER else None,
        )
        for party in (Party.AGENT, Party.CUSTOMER)
    ]
    intake.handle(started)
    at = 0
    try:
        for pairs in _steps(recording.blocks()):
            heard = [_heard(channels[side], [pair[side] for pair in pairs]) for side in (0, 1)]
            for results in zip(*heard, strict=True):
                for block, dbfs, events in results:
                    at = block.end_ms
                    intake.hear(block.party, at, dbfs)
                    for event in events:
                        intake.handle(event)
                intake.handle(Tick(at=at))
            if progress is not None:
                progress(at, recording.duration_ms)
        for channel in channels:
            for event in channel.finish():
                intake.handle(event)
        intake.handle(CallEnded(at=at, reason="end_of_file"))
        if progress is not None:
            progress(at, max(at, recording.duration_ms))
    finally:
        if journal is not None:
            journal.close()


def _steps(pairs: Iterator[Pair]) -> Iterator[list[Pair]]:
    """Some pairs at a time; an error comes after the pairs before it."""
    step: list[Pair] = []
    failure: Exception | None = None
    try:
        for pair in pairs:
            step.append(pair)
            if len(step) == _STEP_BLOCKS:
                yield step
                step = []
    except Exception as error:
        failure = error
    if step:
        yield step
    if failure is not None:
        raise failure


def _heard(
    channel: ChannelRecognizer, blocks: list[AudioBlock]
) -> list[tuple[AudioBlock, int, tuple[Input, ...]]]:
    """One side's blocks with their levels and what was recognized in them."""
    levels = each_rms_dbfs([block.samples for block in blocks])
    return [
        (block, dbfs, channel.accept(block)) for block, dbfs in zip(blocks, levels, strict=True)
    ]
