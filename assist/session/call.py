"""A call in progress: every stage above the recognizers, as one step function."""

from assist.core.events import (
    CallEnded,
    CuePainted,
    Event,
    FinalResult,
    FlagWorded,
    Input,
    MomentFlagged,
    NoteWritten,
    OutcomeSet,
    Output,
    PartialResult,
    PauseSet,
    PromiseEdited,
    SummaryWritten,
    Tick,
    VoiceActivity,
)
from assist.cues.engine import CueEngine
from assist.cues.playbook import Playbook
from assist.detect.detectors import Detectors
from assist.dialogue.feeling import FeelingCurve
from assist.dialogue.tracker import DialogueTracker
from assist.session.edits import PromiseEdits
from assist.session.summary import CallSummary


class CallSession:
    """Turns the inputs of one call into its outputs. The same inputs give the same outputs.

    `CallStarted` comes first; `CallEnded` is answered with the outputs it causes and then the
    `WrapUp`. After it only what the agent adds to the wrap-up (outcome, note, summary, flag,
    promises put right) still counts: each gives a new `WrapUp`.

    While the agent has paused listening, words and voices are ignored, except for an utterance
    that began before the pause. Actions and ticks go on.
    """

    def __init__(self, playbook: Playbook) -> None:
        self._tracker = DialogueTracker()
        self._detectors = Detectors(playbook.language)
        self._curve = FeelingCurve()
        self._cues = CueEngine(playbook)
        self._summary = CallSummary()
        self._edits = PromiseEdits(playbook.language)
        self._paused_at: int | None = None
        self._has_ended = False

    def handle(self, event: Input) -> tuple[Output, ...]:
        """The outputs that this input causes, in order."""
        if isinstance(event, CuePainted):
            # A measurement made by a viewer; were it to matter, a replay would differ.
            return ()
        if self._has_ended:
            return self._after_the_end(event)
        if isinstance(event, PauseSet):
            self._paused_at = event.at if event.is_deaf else None
        elif self._is_unheard(event):
            return ()
        outputs = [each for each in self._run_stages(event) if self._edits.keeps(each)]
        if isinstance(event, PromiseEdited):
            outputs += self._edited(event)
        if isinstance(event, Tick):
            if not outputs:  # nine of ten inputs: time passes and nothing comes of it
                return ()
        else:
            self._note(event)
        for output in outputs:
            self._note(output)
        if isinstance(event, CallEnded):
            self._has_ended = True
            outputs.append(self._summary.wrap_up(event.at))
        return tuple(outputs)

    def _note(self, event: Event) -> None:
        self._summary.note(event)
        self._edits.note(event)

    def _edited(self, event: PromiseEdited) -> tuple[Output, ...]:
        made = self._edits.edit(event)
        return () if made is None else (made,)

    def _run_stages(self, event: Input) -> list[Output]:
        facts = (*self._tracker.handle(event), *self._detectors.handle(event))
        made: list[Output] = [*facts]
        self._judge(event, made)
        for fact in facts:
            self._judge(fact, made)
        return made

    def _judge(self, fact: Event, made: list[Output]) -> None:
        felt = self._curve.handle(fact)
        made += felt
        made += self._cues.handle(fact)
        for feeling in felt:
            made += self._cues.handle(feeling)

    def _is_unheard(self, event: Input) -> bool:
        if self._paused_at is None:
            return False
        if isinstance(event, PartialResult | FinalResult):
            return event.start >= self._paused_at
        return isinstance(event, VoiceActivity) and event.is_active

    def _after_the_end(self, event: Input) -> tuple[Output, ...]:
        made: tuple[Output, ...] = ()
        if isinstance(event, PromiseEdited):
            made = self._edited(event)
        elif not isinstance(
            event, OutcomeSet | MomentFlagged | FlagWorded | NoteWritten | SummaryWritten
        ):
            return ()
        for each in (event, *made):
            self._note(each)
        return (*made, self._summary.wrap_up(event.at))
