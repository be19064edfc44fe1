"""The two transducers Vosk composes as it decodes: words as phone states (HCLr), and the language
model (Gr).

HCLr is one prefix tree of all words whose arcs already carry each word's unigram cost, as early as
the tree allows; Gr carries the difference to the full model. So the search sees a language model
before a word is complete although the composition is a plain one. After a word's label is out,
words share their tails: the 20,000 words need some 40,000 states.
"""

import math
from collections import defaultdict
from collections.abc import Mapping

from models.recipes.fst import Fst
from models.recipes.lexicon import Pronunciation
from models.recipes.ngram import BOS, EOS, Context, Model
from models.recipes.phones import SILENCE, base_of, leave_arc, positioned, stay_arc

Entry = tuple[tuple[int, ...], int, float]  # phone ids, word number, unigram cost


class _Tree:
    """Builds HCLr. Kaldi's "reorder" form: entering a phone pays for leaving it, self-loops stand
    on its state.
    """

    def __init__(self, stay: Mapping[int, float], silence: float) -> None:
        self.fst = Fst()
        self.stay = stay
        self.tails: dict[tuple[int, ...], int] = {}
        start = self.fst.state()
        self.loop = self.fst.state()
        self.word_end = self._silence_or_not(silence)
        self.fst.arc(start, 0, 0, 0.0, self.word_end)
        self.fst.final[self.loop] = 0.0

    def phone(self, source: int, phone: int, label: int, cost: float, target: int) -> None:
        """An arc that enters `phone`, whose state `target` is."""
        self.fst.arc(
            source, leave_arc(phone), label, cost - math.log(1 - self.stay[base_of(phone)]), target
        )

    def state(self, phone: int) -> int:
        """A new state that lasts in `phone`."""
        made = self.fst.state()
        self.fst.arc(made, stay_arc(phone), 0, -math.log(self.stay[base_of(phone)]), made)
        return made

    def _silence_or_not(self, probability: float) -> int:
        end = self.fst.state()
        pause = self.state(SILENCE)
        self.fst.arc(end, 0, 0, -math.log(1 - probability), self.loop)
        self.phone(end, SILENCE, 0, -math.log(probability), pause)
        self.fst.arc(pause, 0, 0, 0.0, self.loop)
        return end

    def tail(self, phones: tuple[int, ...]) -> int:
        """The state of phones[0] from which exactly `phones` are left to say; shared by all
        words.
        """
        if phones not in self.tails:
            made = self.state(phones[0])
            self.tails[phones] = made
            if len(phones) == 1:
                self.fst.arc(made, 0, 0, 0.0, self.word_end)
            else:
                self.phone(made, phones[1], 0, 0.0, self.tail(phones[1:]))
        return self.tails[phones]

    def grow(self, source: int, entries: list[Entry], depth: int, paid: float) -> None:
        """Continue the tree for entries that share their first `depth` phones, of whose cost `paid`
        is spent.
        """
        branches: dict[int, list[Entry]] = defaultdict(list)
        for entry in entries:
            if len(entry[0]) == depth:
                self.fst.arc(source, 0, entry[1], entry[2] - paid, self.word_end)
            else:
                branches[entry[0][depth]].append(entry)
        for phone, inside in branches.items():
            least = min(cost for _, _, cost in inside)
            if len(inside) == 1:
                phones, word, cost = inside[0]
                self.phone(source, phone, word, cost - paid, self.tail(phones[depth:]))
            else:
                target = self.state(phone)
                self.phone(source, phone, 0, least - paid, target)
                self.grow(target, inside, depth + 1, least)


def words_fst(
    pronunciations: Mapping[int, list[Pronunciation]],
    unigram: Mapping[int, float],
    stay: Mapping[int, float],
    silence: float,
) -> Fst:
    """HCLr: phone states in, word numbers out. `unigram` are probabilities; `stay` P(self-loop) per
    base phone.
    """
    tree = _Tree(stay, silence)
    entries: dict[tuple[tuple[int, ...], int], Entry] = {}
    for word, variants in pronunciations.items():
        for variant in variants:
            phones = positioned(variant)
            entries[phones, word] = (phones, word, -math.log(unigram[word]))
    tree.grow(tree.loop, list(entries.values()), 0, 0.0)
    tree.fst.sort(1)
    return tree.fst


def grammar_fst(model: Model, unigram: Mapping[int, float], label: Mapping[int, int]) -> Fst:
    """Gr: the language model as an acceptor of `label` numbers, less the unigram costs that HCLr
    has paid.

    A finished sentence may be followed by another within one utterance, except straight after the
    empty context, whose back-off from the sentence start would close a loop without words.
    """
    made = Fst()
    begin = model.shorten((BOS,))
    contexts = [
        begin,
        *(
            context
            for context in sorted(model.listed, key=lambda c: (len(c), c))
            if context != begin
        ),
    ]
    number: dict[Context, int] = {context: made.state() for context in contexts}
    for context in contexts:
        source = number[context]
        for word, p in model.listed[context].items():
            cost = -math.log(p)
            if word == EOS:
                made.final[source] = cost
                if context and context != begin:
                    made.arc(source, 0, 0, cost, number[begin])
            else:
                target = number[model.shorten((*context, word))]
                made.arc(source, label[word], label[word], cost + math.log(unigram[word]), target)
        if context:
            made.arc(
                source, 0, 0, -math.log(model.back_off[context]), number[model.shorten(context[1:])]
            )
    made.sort(0)
    return made
