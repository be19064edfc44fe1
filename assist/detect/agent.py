"""The agent's labels: what was said to the customer, for better or worse."""

from functools import cache

from assist.core.phrases import Match, PhraseSet
from assist.core.tokens import Tokens, is_negated, is_reported
from assist.detect import acts_table as acts
from assist.detect import agent_table as table
from assist.detect import care_table as care
from assist.detect import handover_table as handover
from assist.detect import refusal_table as refusals
from assist.detect.findings import (
    Finding,
    as_finding,
    first_free,
    overlaps,
    phrase_set,
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
        self._nothing_left = phrase_set(refusals.NOTHING_LEFT)
        self._refusal = phrase_set(refusals.NOTHING_LEFT, refusals.REFUSAL)
        self._no_refusal = phrase_set(refusals.NO_REFUSAL)
        self._no_match = phrase_set(refusals.NO_MATCH)
        self._forward = phrase_set(table.WAY_FORWARD)
        self._searching = phrase_set(table.SEARCHING)
        self._empathy = phrase_set(care.EMPATHY)
        self._no_empathy = phrase_set(care.NO_EMPATHY)
        self._canned = phrase_set(care.CANNED)
        self._apology = phrase_set(care.APOLOGY)
        self._no_apology = phrase_set(care.NO_APOLOGY)
        self._recap = phrase_set(acts.RECAP)
        self._no_recap = phrase_set(acts.NO_RECAP)
        self._suggests = phrase_set(acts.SUGGESTS)
        self._transfer = phrase_set(handover.TRANSFER)
        self._no_transfer = phrase_set(handover.NO_TRANSFER)
        self._contact = phrase_set(handover.CONTACT)
        self._no_promise = phrase_set(handover.NO_PROMISE)
        self._offers_help = phrase_set(acts.OFFERS_HELP)
        self._asks_name = phrase_set(acts.ASKS_NAME)
        self._plain: dict[str, PhraseSet] = {
            "hold": phrase_set(acts.HOLD),
            "barrier": phrase_set(acts.BARRIER),
            "policy": phrase_set(acts.POLICY),
            "choice": phrase_set(acts.CHOICE),
            "impatient": phrase_set(acts.IMPATIENT),
            "thanks": phrase_set(acts.THANKS),
            "closing": phrase_set(acts.CLOSING),
            "resolved": phrase_set(acts.RESOLVED),
        }
        self._unless = {
            "dead_end": self._no_refusal,
            "empathy": self._no_empathy,
            "apology_ownership": self._no_apology,
            "confirms_understanding": self._no_recap,
            "transfer": self._no_transfer,
            "concrete_follow_up": self._no_promise,
        }
        self._formula = phrase_set(acts.THANKS_FORMULA)

    def find(self, tokens: Tokens, *, customer_name: str, is_open: bool = False) -> list[Finding]:
        """Every label of the utterance; at most one finding per label.

        In an utterance that goes on (`is_open`) only the plainest refusals are dead ends yet, and
        the classifier is not asked: it judges whole utterances.
        """
        if not tokens.texts:
            return []
        found: list[Finding] = []
        for label, phrases in self._plain.items():
            match = phrases.find(tokens)
            if match is not None:
                found.append(as_finding(label, match))
        self._add_dead_end(tokens, found, is_open=is_open)
        self._add_feeling_words(tokens, found)
        self._add_name(tokens, customer_name, found)
        self._add_recap(tokens, found)
        self._add_filtered("transfer", tokens, self._transfer, self._no_transfer, found)
        self._add_filtered("concrete_follow_up", tokens, self._contact, self._no_promise, found)
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
        return self._offers_help.find(tokens) is not None

    def asks_name(self, tokens: Tokens) -> bool:
        return self._asks_name.find(tokens) is not None

    def _add_dead_end(self, tokens: Tokens, found: list[Finding], *, is_open: bool) -> None:
        """A refusal with no way forward in the same turn, or the way forward."""
        refusals = _spoken(self._refusal.find_all(tokens), tokens)
        # "nothing more I can do" and "anything else I can do for you" offer nothing.
        closing = [Match(each.start, each.end) for each in found if each.label == "closing"]
        taken = [*refusals, *closing, *self._offers_help.find_all(tokens)]
        way = first_free(_spoken(self._forward.find_all(tokens), tokens), taken)
        search = first_free(_spoken(self._searching.find_all(tokens), tokens), taken)
        if way is not None:
            found.append(as_finding("way_forward", way))
        if search is not None:
            found.append(as_finding("searching", search))
        final = _spoken(self._nothing_left.find_all(tokens), tokens)
        blocked = self._no_refusal.find_all(tokens)
        # The plainest refusal is the one to quote.
        refusal = first_free(final, blocked) or (None if is_open else first_free(refusals, blocked))
        if refusal is None or way is not None:
            return
        is_asking = tokens.has_question_mark and not closing
        is_searching = any(
            match.start >= refusal.end
            for match in self._searching.find_all(tokens)
            if not overlaps(match, closing)
        )
        if not is_asking and not is_searching:
            found.append(as_finding("dead_end", refusal, self._kind(tokens, refusal, final)))

    def _kind(self, tokens: Tokens, refusal: Match, final: list[Match]) -> str:
        """How a refusal closes the door: nothing left, nothing found, or this one refused."""
        if overlaps(refusal, final):
            return "final"
        is_empty = any(overlaps(refusal, [each]) for each in self._no_match.find_all(tokens))
        return "no_match" if is_empty else "refused"

    def _add_feeling_words(self, tokens: Tokens, found: list[Finding]) -> None:
        empathy = self._empathy.find_all(tokens)
        if empathy:
            general = self._no_empathy.find_all(tokens)
            empathy = [match for match in empathy if not overlaps(match, general)]
        formulas = self._canned.find_all(tokens)
        canned = first_free(formulas, empathy)
        if empathy:
            # Own words beside a formula make up for it.
            found.append(as_finding("empathy", min(empathy, key=lambda match: match.start)))
        elif canned is not None:
            found.append(as_finding("canned_empathy", canned))
        apologies = self._apology.find_all(tokens)
        blocked = self._no_apology.find_all(tokens) if apologies else []
        own = first_free(apologies, [*blocked, *formulas])
        apology = own or first_free(apologies, blocked)
        if apology is not None:
            detail = "formula" if own is None else "own"
            found.append(as_finding("apology_ownership", apology, detail))

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

    def _add_recap(self, tokens: Tokens, found: list[Finding]) -> None:
        recap = _spoken(self._recap.find_all(tokens), tokens)
        if not recap:
            return
        blocked = self._no_recap.find_all(tokens)
        if self._refusal.find(tokens) is not None:
            # "We have no mocha. Did you mean a macchiato?" suggests, it does not repeat.
            blocked += self._suggests.find_all(tokens)
        match = first_free(recap, blocked)
        if match is not None:
            found.append(as_finding("confirms_understanding", match))

    def _add_filtered(
        self,
        label: str,
        tokens: Tokens,
        phrases: PhraseSet,
        unless: PhraseSet | None,
        found: list[Finding],
    ) -> None:
        matches = _spoken(phrases.find_all(tokens), tokens)
        blocked = [] if unless is None or not matches else unless.find_all(tokens)
        match = first_free(matches, blocked)
        if match is not None:
            found.append(as_finding(label, match))


_ADDED_DETAIL = {"apology_ownership": "own", "dead_end": "refused"}


def _spoken(matches: list[Match], tokens: Tokens) -> list[Match]:
    """Matches that are the speaker's own words, not quoted ones."""
    return [match for match in matches if not is_reported(tokens, match.start)]
