"""The customer's labels: feelings with intensity, threats, repeat contact, the problem."""

from functools import cache

from assist.core.events import DISTRESS
from assist.core.phrases import Match, PhraseSet
from assist.core.tokens import Tokens, is_reported
from assist.detect import customer_table as table
from assist.detect import drivers_table as drivers
from assist.detect import feelings_table as feelings
from assist.detect import no_feelings_table as no_feelings
from assist.detect import threats_table as threats
from assist.detect.findings import (
    Finding,
    as_finding,
    driver_findings,
    first_free,
    overlaps,
    phrase,
    phrase_set,
    phrase_sets,
    quoted,
)
from assist.detect.learned import Learned, Opinion, learned_detectors

_STRONGEST = 3
_PHRASE_LEAD = 2.5
"""Log odds that a phrase adds to a feeling's score when the primary one is chosen."""

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
    return CustomerDetector(learned_detectors().customer)


class CustomerDetector:
    """Finds the customer's labels in one utterance. Compiled once; holds no state of a call.

    Without `learned` by phrases alone.
    """

    def __init__(self, learned: Learned | None = None) -> None:
        self._learned = learned
        self._feelings = {
            label: [(level, phrase_set(patterns)) for level, patterns in levels.items()]
            for label, levels in feelings.FEELING_WORDS.items()
        }
        self._sarcasm = phrase_set(no_feelings.SARCASM)
        self._no_feeling = phrase_set(no_feelings.NO_FEELING)
        self._state = phrase_set(("({state})",))
        self._calm = phrase_set(no_feelings.CALM)
        self._restrained = phrase_set(no_feelings.RESTRAINED)
        self._repeat = phrase_set(table.REPEAT_CONTACT)
        self._no_repeat = phrase_set(table.NO_REPEAT_CONTACT)
        self._told_transfers = phrase_set(table.TOLD_TRANSFERS)
        self._giving_up = phrase_set(table.GIVING_UP)
        self._no_giving_up = phrase_set(table.NO_GIVING_UP)
        self._threats = phrase_sets(threats.THREATS)
        self._no_threat = phrase_set(threats.NO_THREAT)
        self._problem = phrase_set(table.PROBLEM)
        self._resolved = phrase_set(table.RESOLVED)
        self._drivers = phrase_sets(drivers.DRIVERS)
        self._came_back = phrase_set(drivers.CAME_BACK)
        self._trouble = phrase_set(drivers.TROUBLE)
        self._intensifier = phrase("({very}) _")

    def find(self, tokens: Tokens, *, is_open: bool = False) -> list[Finding]:
        """Feelings (strongest first, `detail` the intensity 1–3), threats and the rest.

        An utterance that goes on (`is_open`) is not shown to the classifier: it judges whole ones.
        """
        if not tokens.texts:
            return []
        has_opinion = self._learned is not None and not is_open
        opinion = self._learned.opinion(tokens) if self._learned and has_opinion else None
        found = self._feelings_in(tokens, opinion)
        self._add_threats(tokens, opinion, found)
        self._add_implied_anger(tokens, found)
        self._add("repeat_contact", self._repeat, self._no_repeat, tokens, found)
        self._add("told_transfers", self._told_transfers, None, tokens, found)
        self._add("resolved", self._resolved, self._sarcasm, tokens, found)
        self._add("came_back", self._came_back, None, tokens, found)
        if not is_open:
            found += driver_findings(self._drivers, tokens)
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

    def is_trouble(self, tokens: Tokens) -> bool:
        """Whether a problem statement tells of something gone wrong, not of a wish."""
        return self._trouble.find(tokens) is not None

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

    def _add_threats(self, tokens: Tokens, opinion: Opinion | None, found: list[Finding]) -> None:
        """Threats and giving up, by phrase or by the classifier."""
        blocked = self._no_threat.find_all(tokens)
        for label, phrases in self._threats.items():
            match = first_free(phrases.find_all(tokens), blocked)
            if match is not None and is_reported(tokens, match.start):
                match = None
            self._add_judged(label, match, blocked, tokens, opinion, found)
        blocked = self._no_giving_up.find_all(tokens)
        given_up = first_free(self._giving_up.find_all(tokens), blocked)
        self._add_judged("giving_up", given_up, blocked, tokens, opinion, found)

    def _add_judged(
        self,
        label: str,
        match: Match | None,
        blocked: list[Match],
        tokens: Tokens,
        opinion: Opinion | None,
        found: list[Finding],
    ) -> None:
        """The label, if a phrase matched and is not vetoed, or the classifier is sure alone.

        `blocked` are words that look like it and are not: neither may rest on them.
        """
        if opinion is not None:
            if match is None and opinion.adds(label):
                match = first_free([quoted(tokens, opinion.span(label))], blocked)
            elif match is not None and not opinion.keeps(label):
                match = None
        if match is not None:
            found.append(as_finding(label, quoted(tokens, match)))

    def _add_implied_anger(self, tokens: Tokens, found: list[Finding]) -> None:
        """Who threatens is angry, also without a word for it.

        To close an account may be calm, and who turns to an authority is frustrated rather.
        """
        if any(f.label in DISTRESS and f.detail > "1" for f in found):
            return
        for finding in found:
            words = set(tokens.texts[finding.start : finding.end])
            if finding.label == "legal":
                implied = "anger" if words & _AT_YOU else "frustration"
            elif finding.label == "social_media_public" or (
                finding.label == "leave_cancel" and words & _BREAKS_OFF
            ):
                implied = "anger"
            else:
                continue
            found[:] = [f for f in found if f.label != implied]
            found.insert(0, Finding(implied, finding.start, finding.end, "2"))
            return

    def _feelings_in(self, tokens: Tokens, opinion: Opinion | None) -> list[Finding]:
        scores, is_anothers = self._feelings_by_phrase(tokens)
        restrained = self._restrained.find(tokens)
        if restrained is not None and not scores.keys() & {"anger", "frustration"}:
            scores["frustration"] = (2, 1, restrained)
        ranked = sorted(
            scores, key=lambda label: (-scores[label][0], -scores[label][1], _ORDER.index(label))
        )
        if opinion is not None:
            is_sarcastic = self._sarcasm.find(tokens) is not None
            # Where the words for a feeling are another's, the classifier would go by the same.
            is_calm = (is_anothers and not scores) or self._calm.find(tokens) is not None
            ranked = self._judged(scores, opinion, is_sarcastic=is_sarcastic, is_calm=is_calm)
        found = [
            as_finding(label, quoted(tokens, scores[label][2]), str(scores[label][0]))
            for label in ranked
        ]
        if restrained is not None:
            found.append(as_finding("restrained_anger", quoted(tokens, restrained)))
        return found

    def _judged(
        self,
        scores: dict[str, tuple[int, int, Match]],
        opinion: Opinion,
        *,
        is_sarcastic: bool,
        is_calm: bool,
    ) -> list[str]:
        """The feelings that stand, the primary one first; those the classifier adds join `scores`.

        A kind of distress is added only where distress as such is heard, too; where it is heard but
        no one kind of it clearly, the likeliest kind is taken.
        """
        by_phrase = set(scores)
        is_distressed = opinion.adds("distress") and not is_calm
        standing = []
        for label in _ORDER:
            if label in by_phrase:
                # Only a mild phrase may be vetoed: "furious" says what it says.
                is_standing = scores[label][0] > 1 or (
                    opinion.keeps(label) and (label not in DISTRESS or opinion.keeps("distress"))
                )
            elif label in DISTRESS:
                is_standing = is_distressed and opinion.adds(label)
            else:
                is_sarcasm = is_sarcastic and label == "gratitude_relief"
                is_standing = not is_sarcasm and opinion.adds(label)
            if is_standing:
                standing.append(label)
        if is_distressed and opinion.is_likely("distress") and not set(standing) & DISTRESS:
            kinds = [label for label in _ORDER if label in DISTRESS]
            standing.append(max(kinds, key=opinion.above_bar))
        degree = 1
        if opinion.is_sure("distress"):
            degree += opinion.adds("clear") + opinion.adds("strong")
        for label in standing:
            if label not in scores:
                level = degree if label in DISTRESS else 1
                scores[label] = (level, 1, opinion.span(label))
        return sorted(
            standing,
            key=lambda label: -opinion.above_bar(label) - _PHRASE_LEAD * (label in by_phrase),
        )

    def _feelings_by_phrase(self, tokens: Tokens) -> tuple[dict[str, tuple[int, int, Match]], bool]:
        """Intensity, number of phrases and the first of them, by feeling.

        With them, whether words for a feeling were left out because they are not the speaker's own.
        """
        scores: dict[str, tuple[int, int, Match]] = {}
        is_anothers = False
        blocked = self._no_feeling.find_all(tokens)
        for label, levels in self._feelings.items():
            for level, phrases in levels:
                heard = phrases.find_all(tokens)
                matches = [
                    match
                    for match in heard
                    if not overlaps(match, blocked) and not self._is_hearsay(tokens, match)
                ]
                is_anothers |= len(matches) < len(heard)
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
        return scores, is_anothers

    def _is_hearsay(self, tokens: Tokens, match: Match) -> bool:
        """Whether somebody said so ("he said i should be furious"), not "he said so, i am furious".

        Only a word for a feeling can be: "you said you would call and nobody did" is a grievance.
        """
        if not is_reported(tokens, match.start):
            return False
        if not overlaps(match, self._state.find_all(tokens)):
            return False
        return not _OWN_FEELING & set(
            zip(tokens.texts, tokens.texts[1 : match.start], strict=False)
        )

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


_OWN_FEELING = frozenset({("i", "am"), ("i", "feel"), ("i", "have"), ("we", "are"), ("and", "i")})
_BREAKS_OFF = frozenset("never ever elsewhere another other others leaving competitor lost".split())
_AT_YOU = frozenset("you your lawyer attorney court sue suing lawsuit illegal".split())
_STRONG_WORDS = frozenset("extremely absolutely completely totally incredibly terribly".split())
