"""Spanish detectors: the labels of the English ones, from phrases alone."""

from collections.abc import Iterable, Mapping
from functools import cache

from assist.core.events import DISTRESS
from assist.core.phrases import Match, PhraseSet, compile_phrase
from assist.core.spanish import SPANISH
from assist.core.tokens import Tokens
from assist.detect import es_causes_table as causes
from assist.detect import es_table as table
from assist.detect.agent_rules import (
    CarePhrases,
    LabelPhrases,
    RefusalPhrases,
    plain_findings,
    spoken,
)
from assist.detect.findings import Finding, as_finding, driver_findings, first_free, quoted
from assist.detect.names import find_name_used

_STRONGEST = 3
_MIN_PROBLEM_WORDS = 4
_URGENT = (
    "anger",
    "frustration",
    "exhaustion",
    "worry",
    "disappointment",
    "confusion",
    "gratitude_relief",
)
"""Of equally strong feelings the first is the primary one, as in English."""

_TITLES = frozenset({"señor", "señora", "señorita", "don", "doña", "sr", "sra"})
_NAMELESS = table.NOT_NAMES | {"y", "de", "por", "le", "lo", "como", "digame", "director"}


def spanish_phrases(*tables: Iterable[str]) -> PhraseSet:
    """Patterns in Spanish with this language's named ones."""
    return PhraseSet(
        compile_phrase(pattern, table.NAMED, SPANISH) for rows in tables for pattern in rows
    )


def _by_level(levels: Mapping[int, tuple[str, ...]]) -> list[tuple[int, PhraseSet]]:
    return [(level, spanish_phrases(patterns)) for level, patterns in levels.items()]


@cache
def spanish_agent() -> "SpanishAgentDetector":
    """The one compiled detector of this process."""
    return SpanishAgentDetector()


@cache
def spanish_customer() -> "SpanishCustomerDetector":
    """The one compiled detector of this process."""
    return SpanishCustomerDetector()


class SpanishAgentDetector:
    """Finds the agent's labels in one utterance; holds no state of a call."""

    def __init__(self) -> None:
        self._refusals = RefusalPhrases(
            final=spanish_phrases(table.NOTHING_LEFT),
            refusal=spanish_phrases(table.NOTHING_LEFT, table.REFUSAL, table.NO_MATCH),
            no_match=spanish_phrases(table.NO_MATCH),
            no_refusal=spanish_phrases(table.NO_REFUSAL),
            forward=spanish_phrases(table.WAY_FORWARD),
            searching=spanish_phrases(table.SEARCHING),
            offers_help=spanish_phrases(table.OFFERS_HELP),
        )
        self._care = CarePhrases(
            empathy=spanish_phrases(table.EMPATHY),
            canned=spanish_phrases(table.CANNED),
            apology=spanish_phrases(table.APOLOGY),
        )
        self._filtered = (
            LabelPhrases(
                label="confirms_understanding",
                phrases=spanish_phrases(table.RECAP),
                unless=spanish_phrases(table.NO_RECAP),
            ),
            LabelPhrases(label="transfer", phrases=spanish_phrases(table.TRANSFER)),
            LabelPhrases(
                label="concrete_follow_up",
                phrases=spanish_phrases(table.CONTACT),
                unless=spanish_phrases(table.NO_PROMISE),
            ),
        )
        self._plain = {
            "hold": spanish_phrases(table.HOLD),
            "barrier": spanish_phrases(table.BARRIER),
            "policy": spanish_phrases(table.POLICY),
            "choice": spanish_phrases(table.CHOICE),
            "impatient": spanish_phrases(causes.IMPATIENT),
            "thanks": spanish_phrases(table.THANKS),
            "closing": spanish_phrases(table.CLOSING),
            "resolved": spanish_phrases(table.RESOLVED),
        }
        self._formula = spanish_phrases(table.THANKS_FORMULA)
        self._asks_name = spanish_phrases(table.ASKS_NAME)

    def find(self, tokens: Tokens, *, customer_name: str, is_open: bool = False) -> list[Finding]:
        """Every label of the utterance; at most one finding per label.

        In an utterance that goes on (`is_open`) only the plainest refusals are dead ends yet.
        """
        if not tokens.texts:
            return []
        found = plain_findings(self._plain, tokens)
        closing = [Match(each.start, each.end) for each in found if each.label == "closing"]
        found += self._refusals.find(tokens, closing, is_open=is_open)
        found += self._care.find(tokens)
        name = _name_used(tokens, customer_name)
        if name is not None:
            found.append(name)
        made = (label.find(tokens) for label in self._filtered)
        found += [finding for finding in made if finding is not None]
        if not any(finding.label == "thanks" for finding in found):
            match = self._formula.find(tokens)
            if match is not None:
                found.append(as_finding("thanks_formula", match))
        return found

    def offers_help(self, tokens: Tokens) -> bool:
        """Whether the agent asks what the call is about."""
        return self._refusals.offers_help.find(tokens) is not None

    def asks_name(self, tokens: Tokens) -> bool:
        return self._asks_name.find(tokens) is not None


class SpanishCustomerDetector:
    """Finds the customer's labels in one utterance; holds no state of a call."""

    def __init__(self) -> None:
        self._feelings = {label: _by_level(levels) for label, levels in table.FEELINGS.items()}
        self._sarcasm = spanish_phrases(table.SARCASM)
        self._restrained = spanish_phrases(table.RESTRAINED)
        self._plain = {
            "repeat_contact": spanish_phrases(table.REPEAT),
            "told_transfers": spanish_phrases(table.TOLD_TRANSFERS),
            "giving_up": spanish_phrases(table.GIVING_UP),
            "resolved": spanish_phrases(table.RESOLVED_BY_CUSTOMER),
            "came_back": spanish_phrases(causes.CAME_BACK),
        }
        self._causes = {
            cause: spanish_phrases(patterns) for cause, patterns in causes.DRIVERS.items()
        }
        self._threats = {
            label: spanish_phrases(patterns) for label, patterns in table.THREATS.items()
        }
        self._no_threat = spanish_phrases(table.NO_THREAT)
        self._problem = spanish_phrases(table.PROBLEM)
        self._trouble = spanish_phrases(table.TROUBLE)
        self._intensifier = spanish_phrases(("({muy}) _",))

    def find(self, tokens: Tokens, *, is_open: bool = False) -> list[Finding]:
        """Feelings (strongest first, `detail` the intensity 1–3), threats and the rest."""
        if not tokens.texts:
            return []
        found = self._feelings_in(tokens)
        for label, phrases in self._threats.items():
            matches = spoken(phrases.find_all(tokens), tokens)
            match = first_free(matches, self._no_threat.find_all(tokens)) if matches else None
            if match is not None:
                found.append(as_finding(label, quoted(tokens, match)))
        threats = [each for each in found if each.label in {"social_media_public", "legal"}]
        if threats and not any(each.label in DISTRESS for each in found):
            found.insert(0, Finding("anger", threats[0].start, threats[0].end, "2"))
        for label, phrases in self._plain.items():
            match = phrases.find(tokens)
            if match is not None:
                found.append(as_finding(label, quoted(tokens, match)))
        if not is_open:
            found += driver_findings(self._causes, tokens)
        return found

    def find_problem(self, tokens: Tokens, *, start: int, was_asked: bool) -> Match | None:
        """The words from token `start` that say what the call is about, if they do."""
        if len(tokens) - start < _MIN_PROBLEM_WORDS:
            return None
        if was_asked or self._problem.find(tokens, start) is not None:
            return Match(start, len(tokens))
        return None

    def is_trouble(self, tokens: Tokens) -> bool:
        """Whether the problem is that something went wrong, not just a request."""
        return self._trouble.find(tokens) is not None

    def _feelings_in(self, tokens: Tokens) -> list[Finding]:
        scores: dict[str, tuple[int, Match]] = {}
        for label, levels in self._feelings.items():
            for level, phrases in levels:
                matches = phrases.find_all(tokens)
                if matches:
                    strength = max(self._strength(tokens, level, match) for match in matches)
                    first = min(matches, key=lambda match: match.start)
                    if label not in scores or strength >= scores[label][0]:
                        scores[label] = (strength, first)
        self._mind_sarcasm(tokens, scores)
        restrained = self._restrained.find(tokens)
        if restrained is not None and not scores.keys() & {"anger", "frustration"}:
            scores["frustration"] = (2, restrained)
        ranked = sorted(scores, key=lambda label: (-scores[label][0], _URGENT.index(label)))
        found = [
            as_finding(label, quoted(tokens, scores[label][1]), str(scores[label][0]))
            for label in ranked
        ]
        if restrained is not None:
            found.append(as_finding("restrained_anger", quoted(tokens, restrained)))
        return found

    def _strength(self, tokens: Tokens, level: int, match: Match) -> int:
        """The level, one more after an intensifier ("muy enfadada"), 3 at most."""
        if level in (1, _STRONGEST) or match.start == 0:
            return level
        before = self._intensifier.find(tokens, match.start - 1)
        return level + 1 if before is not None and before.start == match.start - 1 else level

    def _mind_sarcasm(self, tokens: Tokens, scores: dict[str, tuple[int, Match]]) -> None:
        thanks = scores.get("gratitude_relief")
        if thanks is None:
            return
        sarcasm = self._sarcasm.find(tokens)
        others = [scores[label][0] for label in scores if label != "gratitude_relief"]
        if sarcasm is not None:
            del scores["gratitude_relief"]
            # "Great, again" complains; "no thanks" and "thanks for nothing" may be mere words.
            if not scores and "gracias" not in tokens.texts[sarcasm.start : sarcasm.end]:
                scores["frustration"] = (2, sarcasm)
        elif others and max(others) >= thanks[0]:
            # Thanks beside a complaint of the same weight are manners.
            del scores["gratitude_relief"]


def _name_used(tokens: Tokens, customer_name: str) -> Finding | None:
    span = find_name_used(tokens, customer_name) if customer_name else None
    if span is not None:
        return Finding("uses_name", *span, customer_name)
    for index, word in enumerate(tokens.texts[:-1]):
        name = tokens.texts[index + 1]
        if word in _TITLES and name not in _NAMELESS and len(name) > 2:
            return Finding("uses_name", index, index + 2, name)
    return None


_GIVES = tuple(compile_phrase(each, table.NAMED, SPANISH) for each in table.GIVES_NAME)
_GIVES_LOOSELY = tuple(
    compile_phrase(each, table.NAMED, SPANISH) for each in table.GIVES_NAME_LOOSELY
)


def find_spanish_name(tokens: Tokens, *, was_asked: bool) -> tuple[str, int, int] | None:
    """The name a customer gives: (name as to be shown, first token, end token), or None."""
    for phrases, needs_more in ((_GIVES, False), (_GIVES_LOOSELY, not was_asked)):
        for phrase in phrases:
            for match in phrase.find_all(tokens):
                found = _name_at(tokens, match.end)
                # Unasked, "soy …" gives a name only with a surname or at once: "soy Ana Ruiz".
                if found is not None and (not needs_more or found[2] - found[1] > 1):
                    return found
    if was_asked and len(tokens) <= 3:
        return _name_at(tokens, 0)
    return None


def _name_at(tokens: Tokens, start: int) -> tuple[str, int, int] | None:
    texts, end = tokens.texts, start
    while end < len(texts) and end - start < 3 and _may_be_name(texts[end]):
        end += 1
        if tokens.ends_sentence(end - 1):
            break
    if end == start:
        return None
    words = [_as_spoken(tokens, index) for index in range(start, end)]
    return " ".join(words), start, end


def _as_spoken(tokens: Tokens, index: int) -> str:
    """The word with its accents, which tokens have lost."""
    word = tokens.surface[tokens.sources[index]].strip(".,;:!?¡¿\"'")
    return word[:1].upper() + word[1:]


def _may_be_name(word: str) -> bool:
    return word not in _NAMELESS and len(word) > 1 and word.isalpha()
