"""Back-off n-gram language models: interpolated Kneser-Ney from weighted texts, pruned by entropy.

Contexts are tuples of word numbers, oldest first; `BOS` begins a sentence and `EOS` ends it.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

BOS, EOS = 0, 1
Context = tuple[int, ...]


class Counts:
    """Weighted n-gram counts up to `order`."""

    def __init__(self, order: int) -> None:
        self.order = order
        self.table: dict[Context, dict[int, float]] = defaultdict(lambda: defaultdict(float))

    def add(self, sentence: Sequence[int], weight: float = 1.0) -> None:
        """Count one sentence of word numbers."""
        words = (BOS, *sentence, EOS)
        for end in range(1, len(words)):
            for size in range(self.order):
                if end - size < 0:
                    break
                self.table[words[end - size : end]][words[end]] += weight


class Model:
    """Probabilities per context and back-off weights; what is not listed backs off to the shorter
    context.
    """

    def __init__(self, order: int, vocabulary: int) -> None:
        self.order, self.vocabulary = order, vocabulary
        self.listed: dict[Context, dict[int, float]] = {}
        self.back_off: dict[Context, float] = {}

    def shorten(self, context: Context) -> Context:
        """The longest listed context that ends like `context`."""
        context = context[-(self.order - 1) :] if self.order > 1 else ()
        while context and context not in self.listed:
            context = context[1:]
        return context

    def probability(self, context: Context, word: int) -> float:
        """P(word | context)."""
        context = self.shorten(context)
        scale = 1.0
        while word not in self.listed[context]:
            if not context:
                return 0.0
            scale *= self.back_off[context]
            context = self.shorten(context[1:])
        return scale * self.listed[context][word]

    def renew_back_offs(self) -> None:
        """Recompute the back-off weights so that every context sums to one."""
        for context in sorted(self.listed, key=len):
            if context:
                words = self.listed[context]
                left = 1.0 - sum(words.values())
                below = 1.0 - sum(self.probability(context[1:], word) for word in words)
                self.back_off[context] = max(left, 1e-7) / max(below, 1e-7)

    def perplexity(self, sentences: Iterable[Sequence[int]]) -> float:
        """Perplexity with sentence ends; sentences with unknown words are for the caller to leave
        out.
        """
        total, count = 0.0, 0
        for sentence in sentences:
            context: Context = (BOS,)
            for word in (*sentence, EOS):
                total -= math.log(self.probability(context, word))
                count += 1
                context = (*context, word)
        return math.exp(total / max(1, count))

    def size(self) -> int:
        """Number of listed n-grams."""
        return sum(map(len, self.listed.values()))


def estimate(
    counts: Counts, vocabulary: int, unigram_floor: float = 0.02, discount: float = 0.7
) -> Model:
    """Interpolated absolute discounting with Kneser-Ney continuation counts below the highest
    order.

    Weighted counts make the textbook discounts meaningless, so one `discount` per order is used,
    scaled down where a context's smallest count is below 1. Every word number below `vocabulary`
    gets a share of the `unigram_floor` mass.
    """
    model = Model(counts.order, vocabulary)
    continuation: dict[Context, Counter[int]] = defaultdict(Counter)
    for context, words in counts.table.items():
        if context:
            for word in words:
                continuation[context[1:]][word] += 1
    for context in sorted(counts.table, key=len):
        highest = len(context) == counts.order - 1 or (context and context[0] == BOS)
        found: dict[int, float] = counts.table[context] if highest else dict(continuation[context])
        if not context:  # half plain counts: continuation alone underrates found of fixed phrases
            plain = counts.table[()]
            scale = sum(found.values()) / sum(plain.values())
            found = {word: 0.5 * found.get(word, 0) + 0.5 * plain[word] * scale for word in plain}
        if not found:
            continue
        total = sum(found.values())
        cut = {word: min(discount, discount * count) for word, count in found.items()}
        if not context:
            floor = unigram_floor / (vocabulary - 1)
            model.listed[()] = dict.fromkeys(range(1, vocabulary), floor)
            for word, count in found.items():
                model.listed[()][word] += (1 - unigram_floor) * count / total
            continue
        spare = sum(cut.values()) / total
        model.listed[context] = {
            word: (count - cut[word]) / total + spare * model.probability(context[1:], word)
            for word, count in found.items()
        }
    model.renew_back_offs()
    return model


def mixed(first: Model, second: Model, share: float) -> Model:
    """(1 - share) times `first` plus `share` times `second`, exact for what either lists."""
    made = Model(max(first.order, second.order), max(first.vocabulary, second.vocabulary))
    for context in {**first.listed, **second.listed}:
        words = {**first.listed.get(context, {}), **second.listed.get(context, {})}
        made.listed[context] = {
            word: (1 - share) * first.probability(context, word)
            + share * second.probability(context, word)
            for word in words
        }
    made.renew_back_offs()
    return made


def prune(model: Model, threshold: float, keep: int | None = None) -> None:
    """Drop n-grams whose loss raises the relative entropy by less than `threshold` (Stolcke 1998),
    in place.

    With `keep`, the threshold is found that leaves at most that many n-grams above order one.
    """
    losses: list[tuple[float, Context, int]] = []
    reach = _context_probabilities(model)
    for context, words in model.listed.items():
        if not context:
            continue
        left = 1.0 - sum(words.values())
        below = 1.0 - sum(model.probability(context[1:], word) for word in words)
        scale = model.back_off[context]
        for word, p in words.items():
            lower = model.probability(context[1:], word)
            renewed = (left + p) / max(below + lower, 1e-9)
            change = p * (math.log(lower) + math.log(renewed) - math.log(p))
            change += max(left, 0.0) * (math.log(renewed) - math.log(max(scale, 1e-12)))
            losses.append((-reach.get(context, 0.0) * change, context, word))
    if keep is not None and len(losses) > keep:
        threshold = max(threshold, sorted(loss for loss, _, _ in losses)[len(losses) - keep])
    doomed = [(context, word) for loss, context, word in losses if loss < threshold]
    for context, word in doomed:
        del model.listed[context][word]
    # A context must stay while longer ones continue it, else their back-off would skip an order
    # (allowed) -
    # but an empty one has nothing to say.
    for context in sorted(model.listed, key=len, reverse=True):
        if context and not model.listed[context] and context != (BOS,):
            del model.listed[context]
            model.back_off.pop(context, None)
    model.renew_back_offs()


def _context_probabilities(model: Model) -> dict[Context, float]:
    """P(context) as the product of its words' probabilities."""
    reach: dict[Context, float] = {}
    for context in model.listed:
        p = 1.0
        for end, word in enumerate(context):
            if word != BOS:
                p *= model.probability(context[:end], word)
            elif end == 0:
                p *= model.listed[()].get(EOS, 0.05)  # a sentence begins as often as one ends
        reach[context] = p
    return reach
