"""Guided sequences: a few steps that belong together, ticked as heard, prompted in their order."""

from collections.abc import Callable
from dataclasses import dataclass

from assist.core.events import Output, SequenceChanged, SequenceStep
from assist.core.words import Evidence, Party
from assist.cues.conditions import Condition, Situation, met
from assist.cues.facts import Fact

DUE = "due:"
"""Begins the label of the fact that a step has been waited for long enough; the step's rule fires
on it."""

_WORDS_SINCE = 6
"""The agent has had the floor since: a step is not missing while the customer still speaks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step as checked; `rule` is the id of the rule that prompts it."""

    rule: str
    title: str
    done: Condition


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence:
    """A sequence as checked; times in milliseconds.

    It begins when `when` is met, once a call. `patience` is how long a step may be missing before
    it is prompted, `lasts` how long the whole is followed.
    """

    id: str
    title: str
    when: Condition
    steps: tuple[Step, ...]
    patience: int
    lasts: int


class SequenceWatch:
    """Follows one sequence through one call."""

    def __init__(self, sequence: Sequence) -> None:
        self._sequence = sequence
        self._done = [False] * len(sequence.steps)
        self._prompted = [False] * len(sequence.steps)
        self._started_at: int | None = None
        self._moved_at = 0
        self._prompted_at = 0
        self._words = 0
        self._is_over = False

    def learn(self, situation: Situation) -> tuple[Output, ...]:
        """Begin, or tick the steps that the situation's fresh facts show to be done."""
        if self._is_over:
            return ()
        if self._started_at is None:
            if met(self._sequence.when, situation) is None:
                return ()
            self._started_at = situation.now
            self._move(situation)
            return (self._changed(situation.now),)
        heard = [
            number
            for number, step in enumerate(self._sequence.steps)
            if not self._done[number] and met(step.done, situation) is not None
        ]
        for number in heard:
            self._done[number] = True
        if not heard:
            return ()
        self._move(situation)
        self._is_over = all(self._done)
        return (self._changed(situation.now),)

    def pass_time(
        self, now: int, words: Callable[[Party], int]
    ) -> tuple[tuple[Fact, ...], tuple[Output, ...]]:
        """(the fact that the next step is due, the end of the sequence)."""
        if self._started_at is None or self._is_over:
            return (), ()
        if now - self._started_at >= self._sequence.lasts:
            self._is_over = True
            return (), (self._changed(now),)
        # A step that was prompted is not waited for: the next one may still be done.
        number = next(
            (
                number
                for number in range(len(self._done))
                if not self._done[number] and not self._prompted[number]
            ),
            None,
        )
        waited = now - max(self._moved_at, self._prompted_at)
        has_spoken = words(Party.AGENT) - self._words >= _WORDS_SINCE
        if number is None or waited < self._sequence.patience or not has_spoken:
            return (), ()
        self._prompted[number] = True
        self._prompted_at = now
        step = self._sequence.steps[number]
        seconds = (now - self._moved_at) // 1000
        text = f"not heard for {seconds} s: {step.title.lower()}"
        fact = Fact(
            key=f"{DUE}{step.rule}",
            label=f"{DUE}{step.rule}",
            at=now,
            party=None,
            evidence=Evidence(party=None, text=text, start=now, end=now),
            words={party: words(party) for party in Party},
        )
        return (fact,), ()

    def _move(self, situation: Situation) -> None:
        self._moved_at = situation.now
        self._words = situation.words[Party.AGENT]

    def _changed(self, now: int) -> SequenceChanged:
        steps = tuple(
            SequenceStep(title=step.title, is_done=is_done)
            for step, is_done in zip(self._sequence.steps, self._done, strict=True)
        )
        return SequenceChanged(
            at=now,
            rule=self._sequence.id,
            title=self._sequence.title,
            steps=steps,
            is_over=self._is_over,
        )
