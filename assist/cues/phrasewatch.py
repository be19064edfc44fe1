"""`PhraseWatch`: listens for the playbook's own phrases; what it hears becomes facts."""

from assist.core.events import FinalResult, PartialResult
from assist.core.holding import PartialHold
from assist.core.language import ENGLISH, Language
from assist.core.phrases import Match
from assist.core.tokens import Tokens, tokenize
from assist.core.words import Evidence, Party
from assist.cues.conditions import Condition, Said, leaves
from assist.cues.facts import Fact
from assist.cues.playbook import Rule

_WORD_MS = 320
"""How long a spoken word takes on average; partial results carry no word times."""


class PhraseWatch:
    """Finds each `said` condition's phrases in partials that hold and in finals.

    One fact per condition and utterance; its key names both, so that the final's replaces the
    partial's. `handle` and `tick` give facts; keys that no longer hold are to be taken back.
    """

    def __init__(self, rules: tuple[Rule, ...], language: Language = ENGLISH) -> None:
        self._language = language
        self._wanted: list[Said] = []
        for rule in rules:
            conditions: list[Condition] = [rule.when]
            if rule.stand_down is not None:
                conditions.append(rule.stand_down)
            for condition in conditions:
                self._wanted.extend(leaf for leaf in leaves(condition) if isinstance(leaf, Said))
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
            match = said.phrases.find(tokens)
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
