"""The agent's labels: what was said to the customer, for better or worse."""

from collections.abc import Iterable
from functools import cache

from assist.core.phrases import Match
from assist.core.tokens import Tokens, is_negated, is_reported
from assist.detect import acts_table as acts
from assist.detect import agent_table as table
from assist.detect import care_table as care
from assist.detect import handover_table as handover
from assist.detect import refusal_table as refusals
from assist.detect.agent_rules import CarePhrases, LabelPhrases, RefusalPhrases, plain_findings
from assist.detect.findings import (
    Finding,
    as_finding,
    overlaps,
    phrase_set,
    phrase_sets,
    quoted,
)
from assist.detect.learned import Learned, Opinion, learned_detectors
from assist.detect.names import find_name_used, find_vocative


@cache
def agent_detector() -> "AgentDetector":
    """The one compiled detector of this process; compiling takes a while, calls share it."""
    return AgentDetector(learned_detectors().agent)


class AgentDetector:
    """Finds the agent's labels in one utterance. Compiled once; holds no state of a call.

    Without `learned` by phrases alone.
    """

    def __init__(self, learned: Learned | None = None) -> None:
        self._learned = learned
        self._refusals = RefusalPhrases(
            final=phrase_set(refusals.NOTHING_LEFT),
            refusal=phrase_set(refusals.NOTHING_LEFT, refusals.REFUSAL),
            no_match=phrase_set(refusals.NO_MATCH),
            no_refusal=phrase_set(refusals.NO_REFUSAL),
            forward=phrase_set(table.WAY_FORWARD),
            searching=phrase_set(table.SEARCHING),
            offers_help=phrase_set(acts.OFFERS_HELP),
        )
        self._care = CarePhrases(
            empathy=phrase_set(care.EMPATHY),
            no_empathy=phrase_set(care.NO_EMPATHY),
            canned=phrase_set(care.CANNED),
            apology=phrase_set(care.APOLOGY),
            no_apology=phrase_set(care.NO_APOLOGY),
        )
        self._recap = _label("confirms_understanding", acts.RECAP, acts.NO_RECAP)
        self._transfer = _label("transfer", handover.TRANSFER, handover.NO_TRANSFER)
        self._contact = _label("concrete_follow_up", handover.CONTACT, handover.NO_PROMISE)
        self._suggests = phrase_set(acts.SUGGESTS)
        self._asks_name = phrase_set(acts.ASKS_NAME)
        self._plain = phrase_sets(acts.PLAIN)
        self._unless = {
            "dead_end": self._refusals.no_refusal,
            "empathy": self._care.no_empathy,
            "apology_ownership": self._care.no_apology,
            **{each.label: each.unless for each in (self._recap, self._transfer, self._contact)},
        }
        self._formula = phrase_set(acts.THANKS_FORMULA)

    def find(self, tokens: Tokens, *, customer_name: str, is_open: bool = False) -> list[Finding]:
        """Every label of the utterance; at most one finding per label.

        In an utterance that goes on (`is_open`) only the plainest refusals are dead ends yet, and
        the classifier is not asked: it judges whole utterances.
        """
        if not tokens.texts:
            return []
        found = plain_findings(self._plain, tokens)
        closing = [Match(each.start, each.end) for each in found if each.label == "closing"]
        found += self._refusals.find(tokens, closing, is_open=is_open)
        found += self._care.find(tokens)
        self._add_name(tokens, customer_name, found)
        # "We have no mocha. Did you mean a macchiato?" suggests, it does not repeat.
        suggestions = self._suggests.find_all(tokens)
        if suggestions and not self._refusals.refuses(tokens):
            suggestions = []
        made = (
            self._recap.find(tokens, suggestions),
            self._transfer.find(tokens),
            self._contact.find(tokens),
        )
        found += [finding for finding in made if finding is not None]
        if not any(finding.label == "thanks" for finding in found):
            match = self._formula.find(tokens)
            if match is not None:
                found.append(as_finding("thanks_formula", match))
        if is_open or self._learned is None:
            return found
        return self._settled(tokens, found, self._learned.opinion(tokens))

    def _settled(self, tokens: Tokens, found: list[Finding], opinion: Opinion) -> list[Finding]:
        """What phrases found and the classifier does not veto, and what it adds."""
        kept = [finding for finding in found if opinion.keeps(finding.label)]
        labels = {finding.label for finding in kept}
        for label in opinion.scores.labels:
            if label in labels or not opinion.adds(label):
                continue
            span = quoted(tokens, opinion.span(label))
            if is_reported(tokens, span.start) or is_negated(tokens, span.start):
                continue
            if label in self._unless and overlaps(span, self._unless[label].find_all(tokens)):
                continue
            if label == "dead_end" and self._leads_on(tokens, found):
                continue
            detail = _ADDED_DETAIL.get(label, "")
            kept.append(as_finding(label, span, detail))
        return kept

    def _leads_on(self, tokens: Tokens, found: list[Finding]) -> bool:
        """Whether the turn offers a way, or keeps the search going with a question."""
        labels = {finding.label for finding in found}
        is_asking = tokens.has_question_mark and "closing" not in labels
        return is_asking or bool(labels & {"way_forward", "searching", "concrete_follow_up"})

    def offers_help(self, tokens: Tokens) -> bool:
        """Whether the agent asks what the call is about."""
        return self._refusals.offers_help.find(tokens) is not None

    def asks_name(self, tokens: Tokens) -> bool:
        return self._asks_name.find(tokens) is not None

    def _add_name(self, tokens: Tokens, customer_name: str, found: list[Finding]) -> None:
        if customer_name:
            span = find_name_used(tokens, customer_name)
        elif self._learned is None:
            span = find_vocative(tokens)
        else:
            span = find_vocative(tokens, self._learned.is_word)
        if span is not None:
            start, end = span
            name = customer_name or " ".join(tokens.texts[start:end])
            found.append(Finding("uses_name", start, end, name))


_ADDED_DETAIL = {"apology_ownership": "own", "dead_end": "refused"}


def _label(label: str, phrases: Iterable[str], unless: Iterable[str]) -> LabelPhrases:
    return LabelPhrases(label=label, phrases=phrase_set(phrases), unless=phrase_set(unless))
