"""`PhraseWatch`: listens for the playbook's own phrases; what it hears becomes facts."""

from collections.abc import Iterable
from dataclasses import dataclass

from assist.core.events import FinalResult, PartialResult
from assist.core.holding import PartialHold
from assist.core.language import ENGLISH, Language
from assist.core.phrases import Match
from assist.core.tokens import Tokens, tokenize
from assist.core.words import Evidence, Party
from assist.cues.conditions import Condition, Said, Stated, leaves
from assist.cues.facts import Fact
from assist.cues.playbook import Rule

_WORD_MS = 320
"""How long a spoken word takes on average; partial results carry no word times."""


_BREATH_MS = 6_000
"""A sentence may be spoken in several utterances with gaps up to this; the recognizer closes one
after half a second of silence."""

_KEPT_WORDS = 60
"""Words of earlier utterances that may belong to the same sentence."""


@dataclass(frozen=True, slots=True)
class _Before:
    """What a party said just before: the words and when they ended."""

    text: str
    end: int


class PhraseWatch:
    """Finds the phrases and sentences that conditions ask for, in partials that hold and finals.

    One fact per condition and utterance; its key names both, so that the final's replaces the
    partial's. `handle` and `tick` give facts; keys that no longer hold are to be taken back.
    """

    def __init__(
        self,
        rules: tuple[Rule, ...],
        language: Language = ENGLISH,
        more: Iterable[Condition] = (),
    ) -> None:
        self._language = language
        conditions = [*(rule.when for rule in rules), *more]
        conditions += [rule.stand_down for rule in rules if rule.stand_down is not None]
        # A condition that stands in two places (a step's end and its cue's) is one to listen for.
        wanted = {
            leaf.label: leaf
            for condition in conditions
            for leaf in leaves(condition)
            if isinstance(leaf, Said | Stated)
        }
        self._wanted = tuple(wanted.values())
        self._joins = any(isinstance(leaf, Stated) for leaf in self._wanted)
        self._before: dict[Party, _Before] = {party: _Before("", 0) for party in Party}
        self._holds: dict[Party, PartialHold[str]] = {party: PartialHold() for party in Party}
        self._seen: dict[Party, dict[str, Fact]] = {party: {} for party in Party}

    def handle(
        self, event: PartialResult | FinalResult, words: dict[Party, int]
    ) -> tuple[tuple[Fact, ...], tuple[str, ...]]:
        """(facts that hold now, keys taken back)."""
        if not self._wanted:
            return (), ()
        hold = self._holds[event.party]
        facts = self._find(event, words)
        if isinstance(event, FinalResult):
            step = hold.final(event.utterance, tuple(facts))
            self._seen[event.party] = {}
            if self._joins and event.text:
                earlier = self._earlier(event).split()
                words_kept = [*earlier, *event.text.split()][-_KEPT_WORDS:]
                self._before[event.party] = _Before(" ".join(words_kept), event.end)
            return tuple(facts.values()), step.vanished
        before = self._seen[event.party]
        for key, fact in facts.items():
            # What was seen first keeps its time: the words ended then.
            facts[key] = before.get(key, fact)
        self._seen[event.party] = facts
        step = hold.partial(event.utterance, tuple(facts))
        return tuple(facts[key] for key in step.appeared), step.vanished

    def tick(self, now: int) -> tuple[Fact, ...]:
        """Facts of partials that have stood unchanged."""
        found: list[Fact] = []
        for party, hold in self._holds.items():
            found.extend(self._seen[party][key] for key in hold.tick())
        return tuple(found)

    def drop(self) -> tuple[str, ...]:
        """Forget the open utterances; the keys taken back."""
        return tuple(key for hold in self._holds.values() for key in hold.drop())

    def _find(self, event: PartialResult | FinalResult, words: dict[Party, int]) -> dict[str, Fact]:
        tokens = tokenize(
            event.text, is_open=isinstance(event, PartialResult), language=self._language
        )
        facts: dict[str, Fact] = {}
        for said in self._wanted:
            if said.by is not None and said.by is not event.party:
                continue
            if isinstance(said, Said):
                match = said.phrases.find(tokens)
            else:
                match = self._stated(said, event, tokens)
            if match is not None:
                key = f"{said.label}:{event.party}:{event.utterance}"
                facts[key] = Fact(
                    key=key,
                    label=said.label,
                    at=event.at,
                    party=event.party,
                    evidence=_evidence(event, tokens, match),
                    is_final=isinstance(event, FinalResult),
                    words=dict(words),
                )
        return facts

    def _earlier(self, event: PartialResult | FinalResult) -> str:
        """What the party said before without a longer gap."""
        before = self._before[event.party]
        return before.text if event.start - before.end <= _BREATH_MS else ""

    def _stated(
        self, said: Stated, event: PartialResult | FinalResult, tokens: Tokens
    ) -> Match | None:
        """Where in this utterance the sentence is, or where its last part is."""
        match = said.statement.find(tokens)
        earlier = self._earlier(event)
        if match is not None or not earlier or not len(tokens):
            return match
        count = len(tokenize(earlier, language=self._language))
        joined = tokenize(f"{earlier} {event.text}", language=self._language)
        match = said.statement.find(joined)
        if match is None or match.end <= count:
            return None
        return Match(max(0, match.start - count), match.end - count)


def _evidence(event: PartialResult | FinalResult, tokens: Tokens, match: Match) -> Evidence:
    first, last = tokens.sources[match.start], tokens.sources[match.end - 1]
    text = " ".join(tokens.surface[first : last + 1])
    confidence = 1.0
    if isinstance(event, PartialResult):
        end = event.at
        start = max(event.start, end - _WORD_MS * (last + 1 - first))
    elif len(event.words) == len(tokens.surface):
        spoken = event.words[first : last + 1]
        start, end = spoken[0].start, spoken[-1].end
        confidence = sum(word.confidence for word in spoken) / len(spoken)
    else:
        length, count = event.end - event.start, len(tokens.surface)
        start = event.start + length * first // count
        end = event.start + length * (last + 1) // count
    return Evidence(
        party=event.party,
        text=text,
        start=min(start, end),
        end=end,
        utterance=event.utterance,
        confidence=confidence,
    )
