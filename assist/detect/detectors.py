"""`Detectors`: every input in, detections out. The one stage that knows what words mean."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from assist.core.events import (
    DISTRESS,
    CallEnded,
    CallStarted,
    Detection,
    DetectionWithdrawn,
    FinalResult,
    Input,
    NameGiven,
    NameLearned,
    Output,
    PartialResult,
    PauseSet,
    ProblemStated,
    Tick,
)
from assist.core.holding import HoldStep, PartialHold
from assist.core.phrases import Match
from assist.core.tokens import Tokens, tokenize
from assist.core.words import Evidence, Party
from assist.detect.evidence import final_evidence, partial_evidence
from assist.detect.findings import Finding
from assist.detect.languages import toolkit
from assist.detect.promises import PromiseBook

MIN_CONFIDENCE = 0.4
"""Mean confidence of the words a detection rests on; below it Vosk guesses more than it hears."""

_ANSWER_MS = 30_000
"""How long a question for the name or the problem stays open."""

_LEAST_SAID = 3
"""Words besides greeting and name below which a caller has only introduced themselves."""


@dataclass(slots=True)
class _Side:
    """What is known of one party's open utterance."""

    hold: PartialHold[str] = field(default_factory=PartialHold)
    findings: dict[str, Finding] = field(default_factory=dict)
    tokens: Tokens | None = None
    start: int = 0
    first_seen: dict[str, int] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)


class Detectors:
    """Finds what was said, in both parties' partial and final results.

    Every label is found at most once per utterance. A finding in a partial becomes a `Detection`
    with `is_final` false once it has held for two updates (`assist.core.holding`). The utterance's
    final result then makes it again under the same `number`, with exact evidence and `is_final`
    true, or a `DetectionWithdrawn` takes it back. Labels are those of the labelling guidelines
    (docs/detection.md lists all of them); a feeling's `detail` is its intensity 1–3, strongest
    feeling first. `NameLearned`, `ProblemStated` and `PromiseMade` come from finals only.
    """

    def __init__(self, language: str = "en") -> None:
        self._tools = toolkit(language)
        self._agent = self._tools.agent
        self._customer = self._tools.customer
        self._sides = {party: _Side() for party in Party}
        self._promises = PromiseBook(self._tools.promises)
        self._count = 0
        self._now = 0
        self._started: datetime | None = None
        self._name = ""
        self._name_origin = ""
        self._name_asked_at: int | None = None
        self._help_offered_at: int | None = None
        self._problem_known = False
        self._forward_in_turn = False
        self._paused_at: int | None = None

    def handle(self, event: Input) -> tuple[Output, ...]:
        """The detections this input gives rise to, in order."""
        self._now = max(self._now, event.at)
        match event:
            case CallStarted():
                self._started = _wall_clock(event.started_at)
                return self._learn(event.customer_name, "typed")
            case NameGiven():
                return self._learn(event.name, event.origin)
            case PartialResult() if self._is_wanted(event):
                return self._partial(event)
            case FinalResult() if self._is_wanted(event):
                return self._final(event)
            case Tick():
                return self._tick()
            case PauseSet():
                self._paused_at = event.at if event.is_deaf else None
            case CallEnded():
                return self._drop()
        return ()

    def _is_wanted(self, event: PartialResult | FinalResult) -> bool:
        """Whether to hear this: not what began while the agent had paused listening."""
        return self._paused_at is None or event.start < self._paused_at

    # --- partials ---

    def _partial(self, event: PartialResult) -> tuple[Output, ...]:
        side = self._sides[event.party]
        tokens = tokenize(event.text, is_open=True, language=self._tools.language)
        side.findings = {
            finding.label: finding for finding in self._find(event.party, tokens, is_final=False)
        }
        if side.hold.utterance != event.utterance:
            side.first_seen = {}
        side.tokens, side.start = tokens, event.start
        side.first_seen = {label: side.first_seen.get(label, event.at) for label in side.findings}
        step = side.hold.partial(event.utterance, tuple(side.findings))
        return (
            *self._withdraw(side, step),
            *(self._provisional(event.party, label) for label in step.appeared),
        )

    def _tick(self) -> tuple[Output, ...]:
        made: list[Output] = []
        for party, side in self._sides.items():
            made.extend(self._provisional(party, label) for label in side.hold.tick())
        return tuple(made)

    def _provisional(self, party: Party, label: str) -> Detection:
        side = self._sides[party]
        finding = side.findings[label]
        assert side.tokens is not None
        side.numbers[label] = self._count
        self._count += 1
        evidence = partial_evidence(
            party=party,
            tokens=side.tokens,
            finding=finding,
            utterance=side.hold.utterance,
            utterance_start=side.start,
            seen_at=side.first_seen[label],
        )
        return self._detection(party, finding, evidence, side.numbers[label], is_final=False)

    def _withdraw(self, side: _Side, step: HoldStep[str]) -> list[Output]:
        return [
            DetectionWithdrawn(at=self._now, number=side.numbers.pop(label), label=label)
            for label in step.vanished
        ]

    def _drop(self) -> tuple[Output, ...]:
        made: list[Output] = []
        for side in self._sides.values():
            made.extend(self._withdraw(side, HoldStep(vanished=side.hold.drop())))
        return tuple(made)

    # --- finals ---

    def _final(self, event: FinalResult) -> tuple[Output, ...]:
        side = self._sides[event.party]
        tokens = tokenize(event.text, language=self._tools.language)
        found: dict[str, tuple[Finding, Evidence]] = {}
        for finding in self._find(event.party, tokens, is_final=True):
            evidence = final_evidence(event, tokens, finding)
            if evidence.confidence >= MIN_CONFIDENCE:
                found[finding.label] = (finding, evidence)
        step = side.hold.final(event.utterance, tuple(found))
        made = self._withdraw(side, step)
        for label, (finding, evidence) in found.items():
            number = side.numbers.pop(label, None)
            if number is None:
                number = self._count
                self._count += 1
            made.append(self._detection(event.party, finding, evidence, number, is_final=True))
        side.numbers = {}
        if event.party is Party.AGENT:
            made.extend(self._after_agent(event, tokens, found))
        else:
            made.extend(self._after_customer(tokens, found))
        return tuple(made)

    def _after_agent(
        self, event: FinalResult, tokens: Tokens, found: dict[str, tuple[Finding, Evidence]]
    ) -> list[Output]:
        self._forward_in_turn |= "way_forward" in found or "concrete_follow_up" in found
        if self._agent.offers_help(tokens):
            self._help_offered_at = self._now
        if self._agent.asks_name(tokens):
            self._name_asked_at = self._now
        clock = None
        if self._started is not None:
            clock = self._started + timedelta(milliseconds=event.end)
        promise = found.get("concrete_follow_up")
        if promise is None:
            return list(self._promises.add_time(self._now, tokens, clock))
        finding, evidence = promise
        return list(
            self._promises.add(
                self._now, tokens, Match(finding.start, finding.end), clock, evidence
            )
        )

    def _after_customer(
        self, tokens: Tokens, found: dict[str, tuple[Finding, Evidence]]
    ) -> list[Output]:
        made: list[Output] = []
        if len(tokens) > 1:
            self._forward_in_turn = False
        if "gives_name" in found:
            made.extend(self._learn(found["gives_name"][0].detail, "heard"))
            self._name_asked_at = None
        if "problem_statement" in found:
            self._problem_known = True
            made.append(ProblemStated(at=self._now, evidence=found["problem_statement"][1]))
        return made

    # --- both ---

    def _find(self, party: Party, tokens: Tokens, *, is_final: bool) -> list[Finding]:
        if party is Party.AGENT:
            findings = self._agent.find(tokens, customer_name=self._name, is_open=not is_final)
            if self._forward_in_turn:
                findings = [finding for finding in findings if finding.label != "dead_end"]
            return findings
        findings = self._customer.find(tokens, is_open=not is_final)
        given = self._tools.find_name(tokens, was_asked=self._is_open(self._name_asked_at))
        if given is not None:
            name, start, end = given
            findings.append(Finding("gives_name", start, end, name))
        if is_final and not self._problem_known:
            rest_start = 0 if given is None else given[2]
            problem = self._customer.find_problem(
                tokens, start=rest_start, was_asked=self._is_open(self._help_offered_at)
            )
            if problem is not None and self._says_more_than_a_name(tokens, rest_start):
                is_trouble = self._customer.is_trouble(tokens) or any(
                    finding.label in DISTRESS and finding.detail > "1" for finding in findings
                )
                kind = "trouble" if is_trouble else "request"
                findings.append(Finding("problem_statement", problem.start, problem.end, kind))
        return findings

    def _is_open(self, asked_at: int | None) -> bool:
        return asked_at is not None and self._now - asked_at <= _ANSWER_MS

    def _says_more_than_a_name(self, tokens: Tokens, start: int) -> bool:
        """Whether words are left from token `start` besides a greeting and "my name is …".

        The name after it may be none we know, or a word heard in its place.
        """
        texts, pleasantries = tokens.texts[start:], self._tools.pleasantries
        for words in self._tools.introductions:
            for at in range(len(texts) - len(words) + 1):
                if texts[at : at + len(words)] == words:
                    texts = texts[:at] + texts[at + len(words) + 1 :]
                    break
        return sum(text not in pleasantries for text in texts) >= _LEAST_SAID

    def _learn(self, name: str, origin: str) -> tuple[Output, ...]:
        """Take a name; what was only heard never replaces what a person or softphone told us."""
        name = " ".join(name.split())
        if not name or name == self._name:
            return ()
        if origin == "heard" and self._name_origin not in {"", "heard"}:
            return ()
        self._name, self._name_origin = name, origin
        return (NameLearned(at=self._now, name=name, origin=origin),)

    def _detection(
        self, party: Party, finding: Finding, evidence: Evidence, number: int, *, is_final: bool
    ) -> Detection:
        return Detection(
            at=self._now,
            number=number,
            label=finding.label,
            party=party,
            evidence=evidence,
            detail=finding.detail,
            is_final=is_final,
        )


def _wall_clock(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        # A journal from elsewhere may lack the clock: promises then have no due moment.
        return None
