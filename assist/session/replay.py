"""Replays a journal's inputs and compares what comes out with what was recorded."""

from dataclasses import dataclass

from assist.core import codec
from assist.core.events import Event, Input, Output
from assist.session.call import CallSession
from assist.session.journal import Journal


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """A journal run again.

    `events` are its inputs with the outputs of *this* run. `difference` is one sentence about the
    first output that differs, or "". `repaired` is the journal's, "" where it was whole.
    """

    events: tuple[Event, ...]
    difference: str = ""
    repaired: str = ""

    @property
    def is_equal(self) -> bool:
        return not self.difference


def replay(journal: Journal, session: CallSession) -> Replay:
    """Run the journal's inputs through a fresh `session`.

    Outputs missing at the very end of a torn journal are no difference: they were never written.
    """
    events: list[Event] = []
    outputs: list[Output] = []
    for event in journal.inputs:
        made = session.handle(event)
        events += (event, *made)
        outputs += made
    recorded = journal.outputs
    return Replay(
        events=tuple(events),
        difference=_difference(recorded, outputs, may_be_cut=bool(journal.repaired)),
        repaired=journal.repaired,
    )


def missing_outputs(journal: Journal, session: CallSession) -> tuple[Output, ...]:
    """Bring `session` to where the journal stops; returns outputs of the last input not recorded.

    A process that died between an input and its outputs left such.
    """
    last: tuple[Output, ...] = ()
    recorded = 0
    for event in journal.events:
        if isinstance(event, Input):
            last = session.handle(event)
            recorded = 0
        else:
            recorded += 1
    return last[recorded:]


def _difference(recorded: tuple[Output, ...], made: list[Output], *, may_be_cut: bool) -> str:
    for number, (old, new) in enumerate(zip(recorded, made, strict=False), start=1):
        if old != new:
            return f"Output {number} differs: recorded {_shown(old)}, replayed {_shown(new)}."
    if len(recorded) > len(made):
        missing = recorded[len(made)]
        return f"Output {len(made) + 1} is missing in the replay: {_shown(missing)}."
    if len(made) > len(recorded) and not may_be_cut:
        extra = made[len(recorded)]
        return f"Output {len(recorded) + 1} is new in the replay: {_shown(extra)}."
    return ""


def _shown(output: Output) -> str:
    return codec.to_line(output).decode()
