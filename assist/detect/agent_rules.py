"""How an agent's phrases become labels, whatever the language they are written in."""

from collections.abc import Iterable
from dataclasses import dataclass

from assist.core.phrases import Match, PhraseSet
from assist.core.tokens import Tokens, is_reported
from assist.detect.findings import Finding, as_finding, first_free, overlaps

NOTHING = PhraseSet(())
"""No phrases: nothing is found, nothing blocked."""


def spoken(matches: Iterable[Match], tokens: Tokens) -> list[Match]:
    """Matches that are the speaker's own words, not quoted ones."""
    return [match for match in matches if not is_reported(tokens, match.start)]


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelPhrases:
    """Phrases of one label; what overlaps one of `unless` is none of it."""

    label: str
    phrases: PhraseSet
    unless: PhraseSet = NOTHING

    def find(self, tokens: Tokens, blocked: Iterable[Match] = ()) -> Finding | None:
        """The first own words that bear the label and overlap none of `blocked`."""
        matches = spoken(self.phrases.find_all(tokens), tokens)
        if not matches:
            return None
        match = first_free(matches, [*self.unless.find_all(tokens), *blocked])
        return None if match is None else as_finding(self.label, match)


def plain_findings(sets: dict[str, PhraseSet], tokens: Tokens) -> list[Finding]:
    """The first match of each label that needs no context."""
    matches = ((label, phrases.find(tokens)) for label, phrases in sets.items())
    return [as_finding(label, match) for label, match in matches if match is not None]


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalPhrases:
    """A refusal, what makes it none, and what leads on from it.

    `final` are the plainest refusals, part of `refusal` as `no_match` is.
    """

    final: PhraseSet
    refusal: PhraseSet
    no_match: PhraseSet
    no_refusal: PhraseSet
    forward: PhraseSet
    searching: PhraseSet
    offers_help: PhraseSet

    def refuses(self, tokens: Tokens) -> bool:
        """Whether there is a refusal at all, followed by something or not."""
        return self.refusal.find(tokens) is not None

    def find(self, tokens: Tokens, closing: list[Match], *, is_open: bool) -> list[Finding]:
        """A refusal with no way forward in the same turn, or the way forward.

        In an utterance that goes on (`is_open`) only the plainest refusals count. `closing` are the
        words of a goodbye: "anything else I can do for you" offers nothing.
        """
        found: list[Finding] = []
        refusals = spoken(self.refusal.find_all(tokens), tokens)
        taken = [*refusals, *closing, *self.offers_help.find_all(tokens)]
        searches = self.searching.find_all(tokens)
        way = first_free(spoken(self.forward.find_all(tokens), tokens), taken)
        search = first_free(spoken(searches, tokens), taken)
        if way is not None:
            found.append(as_finding("way_forward", way))
        if search is not None:
            found.append(as_finding("searching", search))
        final = spoken(self.final.find_all(tokens), tokens)
        blocked = self.no_refusal.find_all(tokens)
        # The plainest refusal is the one to quote.
        refusal = first_free(final, blocked) or (None if is_open else first_free(refusals, blocked))
        if refusal is None or way is not None:
            return found
        is_asking = tokens.has_question_mark and not closing
        is_searching = any(
            match.start >= refusal.end for match in searches if not overlaps(match, closing)
        )
        if not is_asking and not is_searching:
            found.append(as_finding("dead_end", refusal, self._kind(tokens, refusal, final)))
        return found

    def _kind(self, tokens: Tokens, refusal: Match, final: list[Match]) -> str:
        """How a refusal closes the door: nothing left, nothing found, or this one refused."""
        if overlaps(refusal, final):
            return "final"
        is_empty = any(overlaps(refusal, [each]) for each in self.no_match.find_all(tokens))
        return "no_match" if is_empty else "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class CarePhrases:
    """Empathy, formula and apology, which stand in each other's way."""

    empathy: PhraseSet
    canned: PhraseSet
    apology: PhraseSet
    no_empathy: PhraseSet = NOTHING
    no_apology: PhraseSet = NOTHING

    def find(self, tokens: Tokens) -> list[Finding]:
        """Empathy, a formula outside its words; an apology, `own` or within a formula."""
        found: list[Finding] = []
        empathy = self.empathy.find_all(tokens)
        if empathy:
            general = self.no_empathy.find_all(tokens)
            empathy = [match for match in empathy if not overlaps(match, general)]
        formulas = self.canned.find_all(tokens)
        canned = first_free(formulas, empathy)
        if empathy:
            found.append(as_finding("empathy", min(empathy, key=lambda match: match.start)))
        if canned is not None:
            found.append(as_finding("canned_empathy", canned))
        apologies = self.apology.find_all(tokens)
        blocked = self.no_apology.find_all(tokens) if apologies else []
        own = first_free(apologies, [*blocked, *formulas])
        apology = own or first_free(apologies, blocked)
        if apology is not None:
            detail = "formula" if own is None else "own"
            found.append(as_finding("apology_ownership", apology, detail))
        return found
