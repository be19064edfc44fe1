"""The customer's labels: feelings with intensity, threats, repeat contact, the problem."""

from functools import cache

from assist.core.events import DISTRESS
from assist.core.phrases import Match, PhraseSet
from assist.core.tokens import Tokens, is_reported
from assist.detect import customer_table as table
from assist.detect import feelings_table as feelings
from assist.detect.findings import (
    Finding,
    as_finding,
    first_free,
    phrase,
    phrase_set,
    phrase_sets,
    quoted,
)

_STRONGEST = 3
_MIN_PROBLEM_WORDS = 5
"""Words a problem statement has at least; "my order" alone states nothing."""

_ORDER = (
    "anger",
    "frustration",
    "exhaustion",
    "worry",
    "disappointment",
    "confusion",
    "gratitude_relief",
)
"""Of equally strong feelings the first one is the primary: it needs an answer soonest."""


@cache
def customer_detector() -> "CustomerDetector":
    """The one compiled detector of this process; compiling takes a while, calls share it."""
    return CustomerDetector()


class CustomerDetector:
    """Finds the customer's labels in one utterance. Compiled once; holds no state of a call."""

    def __init__(self) -> None:
        self._feelings = {
            label: [(level, phrase_set(patterns)) for level, patterns in levels.items()]
            for label, levels in feelings.FEELING_WORDS.items()
        }
        self._sarcasm = phrase_set(feelings.SARCASM)
        self._restrained = phrase_set(feelings.RESTRAINED)
        self._repeat = phrase_set(table.REPEAT_CONTACT)
        self._told_transfers = phrase_set(table.TOLD_TRANSFERS)
        self._giving_up = phrase_set(table.GIVING_UP)
        self._no_giving_up = phrase_set(table.NO_GIVING_UP)
        self._threats = phrase_sets(table.THREATS)
        self._no_threat = phrase_set(table.NO_THREAT)
        self._problem = phrase_set(table.PROBLEM)
        self._resolved = phrase_set(table.RESOLVED)
        self._intensifier = phrase("({very}) _")

    def find(self, tokens: Tokens) -> list[Finding]:
        """Feelings (strongest first, `detail` the intensity 1–3), threats and the rest."""
        if not tokens.texts:
            return []
        found = self._feelings_in(tokens)
        blocked: list[Match] | None = None
        for label, phrases in self._threats.items():
            matches = phrases.find_all(tokens)
            if matches:
                blocked = self._no_threat.find_all(tokens) if blocked is None else blocked
                match = first_free(matches, blocked)
                if match is not None and not is_reported(tokens, match.start):
                    found.append(as_finding(label, quoted(tokens, match)))
        self._add_implied_anger(tokens, found)
        self._add("repeat_contact", self._repeat, None, tokens, found)
        self._add("told_transfers", self._told_transfers, None, tokens, found)
        self._add("giving_up", self._giving_up, self._no_giving_up, tokens, found)
        self._add("resolved", self._resolved, None, tokens, found)
        return found

    def find_problem(self, tokens: Tokens, *, start: int, was_asked: bool) -> Match | None:
        """The words from token `start` that say what the call is about, if they do.

        The answer to "how can I help" is taken as it comes.
        """
        if len(tokens) - start < _MIN_PROBLEM_WORDS:
            return None
        if was_asked or self._problem.find(tokens, start) is not None:
            return Match(start, len(tokens))
        return None

    def _add(
        self,
        label: str,
        phrases: PhraseSet,
        unless: PhraseSet | None,
        tokens: Tokens,
        found: list[Finding],
    ) -> None:
        matches = phrases.find_all(tokens)
        if not matches:
            return
        match = first_free(matches, [] if unless is None else unless.find_all(tokens))
        if match is not None:
            found.append(as_finding(label, quoted(tokens, match)))

    def _add_implied_anger(self, tokens: Tokens, found: list[Finding]) -> None:
        """Who threatens is angry, also without a word for it; to close an account may be calm."""
        if any(finding.label in DISTRESS for finding in found):
            return
        for finding in found:
            if finding.label in {"social_media_public", "legal", "leave_cancel"}:
                words = set(tokens.texts[finding.start : finding.end])
                if finding.label != "leave_cancel" or words & _BREAKS_OFF:
                    found.insert(0, Finding("anger", finding.start, finding.end, "2"))
                    return

    def _feelings_in(self, tokens: Tokens) -> list[Finding]:
        scores: dict[str, tuple[int, int, Match]] = {}
        for label, levels in self._feelings.items():
            for level, phrases in levels:
                matches = phrases.find_all(tokens)
                if not matches:
                    continue
                first = min(matches, key=lambda match: match.start)
                strength = self._strength(tokens, level, matches)
                best = scores.get(label)
                count = len(matches) + (0 if best is None else best[1])
                if best is None or strength >= best[0]:
                    scores[label] = (strength, count, first)
                else:
                    scores[label] = (best[0], count, best[2])
        self._mind_sarcasm(tokens, scores)
        restrained = self._restrained.find(tokens)
        if restrained is not None and not scores.keys() & {"anger", "frustration"}:
            scores["frustration"] = (2, 1, restrained)
        ranked = sorted(
            scores, key=lambda label: (-scores[label][0], -scores[label][1], _ORDER.index(label))
        )
        found = [
            as_finding(label, quoted(tokens, scores[label][2]), str(scores[label][0]))
            for label in ranked
        ]
        if restrained is not None:
            found.append(as_finding("restrained_anger", quoted(tokens, restrained)))
        return found

    def _strength(self, tokens: Tokens, level: int, matches: list[Match]) -> int:
        """The level, one more after an intensifier ("so frustrated"), 3 at most."""
        if level == _STRONGEST or level == 1:
            return level
        for match in matches:
            intensifier = self._intensifier.find(tokens, max(0, match.start - 1))
            if intensifier is not None and intensifier.start == match.start - 1:
                return level + 1 if tokens.texts[match.start - 1] in _STRONG_WORDS else level
        return level

    def _mind_sarcasm(self, tokens: Tokens, scores: dict[str, tuple[int, int, Match]]) -> None:
        thanks = scores.get("gratitude_relief")
        if thanks is None:
            return
        sarcasm = self._sarcasm.find(tokens)
        if sarcasm is not None:
            del scores["gratitude_relief"]
            if sarcasm.end - sarcasm.start > 3 and not scores:
                scores["frustration"] = (2, 1, sarcasm)
        elif any(scores[label][0] >= thanks[0] for label in scores if label != "gratitude_relief"):
            # "Thanks, but I have waited for three weeks": the thanks are manners.
            del scores["gratitude_relief"]


_BREAKS_OFF = frozenset("never ever elsewhere another other others leaving competitor lost".split())
_STRONG_WORDS = frozenset("extremely absolutely completely totally incredibly terribly".split())
