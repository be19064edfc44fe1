"""The decoding graph HCLG: phone states in, words out, the whole language model inside.

Costs stand as early in the prefix trees as these allow, a word's label on the first arc where it is
certain, and after it words share their tails. A class of words (names) is a tree of its own that
every context leads into which expects one; all its words lead out at the class's own context.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.recipes.fst import Fst
from models.recipes.lexicon import Pronunciation
from models.recipes.ngram import BOS, EOS, Context, Model
from models.recipes.phones import SILENCE, base_of, leave_arc, positioned, stay_arc

Entry = tuple[tuple[int, ...], int, float]  # phone ids, word number, unigram cost


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A word of a class: its label, -ln P(word | class) and how it is said."""

    label: int
    cost: float
    variants: Sequence[Pronunciation]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """Where words can be added to a finished graph: from state `enter` to state `leave`."""

    enter: int
    leave: int


class _Static:
    """Builds HCLG: one prefix tree per context of the language model.

    In a context of few words most become certain at their first phone, and from there on a word
    shares its tail with itself in all other contexts; so an n-gram costs little more than an arc.
    """

    def __init__(
        self,
        model: Model,
        stay: Mapping[int, float],
        silence: float,
        classes: Mapping[int, Sequence[Member]],
    ) -> None:
        self.model, self.stay, self.silence = model, stay, silence
        self.fst = Fst()
        self.tails: dict[tuple[tuple[int, ...], Context], int] = {}
        self.ends: dict[Context, int] = {}
        self.pauses: dict[Context, int] = {}
        start = self.fst.state()
        self.roots = {context: self.fst.state() for context in model.listed}
        self.fst.arc(start, 0, 0, 0.0, self.end(model.shorten((BOS,))))
        self.classes = {number: self.fst.state() for number in classes}
        for number, members in classes.items():
            if any(len(context) > 1 and context[-1] == number for context in model.listed):
                raise ValueError("a context remembers more than the class before it")
            after = model.shorten((number,))
            self.grow(
                self.classes[number],
                [
                    ((phones, member.label, member.cost), after)
                    for member in members
                    for phones in {positioned(variant) for variant in member.variants}
                ],
                0,
                0.0,
            )

    def gate(self, number: int | None) -> Gate:
        """Where words join a class, or the words without one (None)."""
        if number is None:
            return Gate(enter=self.roots[()], leave=self.end(()))
        return Gate(enter=self.classes[number], leave=self.end(self.model.shorten((number,))))

    def phone(self, source: int, phone: int, label: int, cost: float, target: int) -> None:
        """An arc that enters `phone`, whose state `target` is."""
        price = cost - math.log(1 - self.stay[base_of(phone)])
        self.fst.arc(source, leave_arc(phone), label, price, target)

    def state(self, phone: int) -> int:
        """A new state that lasts in `phone`."""
        made = self.fst.state()
        self.fst.arc(made, stay_arc(phone), 0, -math.log(self.stay[base_of(phone)]), made)
        return made

    def end(self, context: Context) -> int:
        """The state after a word that leads to `context`. A pause forgets all but the last word."""
        if context not in self.ends:
            made = self.ends[context] = self.fst.state()
            self.fst.arc(made, 0, 0, -math.log(1 - self.silence), self.roots[context])
            after = self.model.shorten(context[-1:])
            if after not in self.pauses:
                self.pauses[after] = self.state(SILENCE)
                self.fst.arc(self.pauses[after], 0, 0, 0.0, self.roots[after])
            self.phone(made, SILENCE, 0, -math.log(self.silence), self.pauses[after])
        return self.ends[context]

    def tail(self, phones: tuple[int, ...], context: Context) -> int:
        """The state of phones[0] from which `phones` are left to say on the way to `context`."""
        key = phones, context
        if key not in self.tails:
            made = self.tails[key] = self.state(phones[0])
            if len(phones) == 1:
                self.fst.arc(made, 0, 0, 0.0, self.end(context))
            else:
                self.phone(made, phones[1], 0, 0.0, self.tail(phones[1:], context))
        return self.tails[key]

    def grow(
        self, source: int, entries: list[tuple[Entry, Context]], depth: int, paid: float
    ) -> None:
        """Continue a tree for entries that share `depth` phones; `paid` of their cost is spent."""
        branches: dict[int, list[tuple[Entry, Context]]] = defaultdict(list)
        for entry, context in entries:
            if len(entry[0]) == depth:
                self.fst.arc(source, 0, entry[1], entry[2] - paid, self.end(context))
            else:
                branches[entry[0][depth]].append((entry, context))
        for phone, inside in branches.items():
            least = min(entry[2] for entry, _ in inside)
            if len(inside) == 1:
                (phones, word, cost), context = inside[0]
                self.phone(source, phone, word, cost - paid, self.tail(phones[depth:], context))
            else:
                target = self.state(phone)
                self.phone(source, phone, 0, least - paid, target)
                self.grow(target, inside, depth + 1, least)


def static_fst(
    model: Model,
    pronunciations: Mapping[int, list[Pronunciation]],
    label: Mapping[int, int],
    stay: Mapping[int, float],
    silence: float,
    classes: Mapping[int, Sequence[Member]] | None = None,
) -> tuple[Fst, dict[int | None, Gate]]:
    """HCLG: phone states in, `label` numbers out, the whole language model inside.

    `classes` are word numbers of `model` that stand for their members; no context may be longer
    than a class that it ends with. Also returns the gates, that of no class under None.
    """
    made = _Static(model, stay, silence, classes or {})
    begin = model.shorten((BOS,))
    for context, words in model.listed.items():
        root = made.roots[context]
        entries: list[tuple[Entry, Context]] = []
        for word, p in words.items():
            cost = -math.log(p)
            if word == EOS:
                made.fst.final[root] = cost
                if context and context != begin:  # another sentence in the same utterance
                    made.fst.arc(root, 0, 0, cost, made.roots[begin])
                continue
            if word in made.classes:
                made.fst.arc(root, 0, 0, cost, made.classes[word])
                continue
            target = model.shorten((*context, word))
            for phones in {positioned(variant) for variant in pronunciations[word]}:
                entries.append(((phones, label[word], cost), target))
        made.grow(root, entries, 0, 0.0)
        if context:
            shorter = made.roots[model.shorten(context[1:])]
            made.fst.arc(root, 0, 0, -math.log(model.back_off[context]), shorter)
    gates = {number: made.gate(number) for number in (None, *made.classes)}
    return made.fst, gates
