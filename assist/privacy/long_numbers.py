"""Masks long spoken numbers (cards, accounts), whatever is said around them.

A number may come in groups with pauses between them, so digits are held until they surely are few.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assist.core.cardlike import CARD_DIGITS
from assist.core.events import CallEnded, CallStarted, FinalResult, Input, PartialResult, Tick
from assist.core.words import Party, Word
from assist.privacy.masking import MASK, mask_tokens, mask_words, timed_words
from assist.privacy.numbers import (
    DigitRun,
    count_corrected,
    count_others,
    digits_of,
    find_runs,
    is_correction,
)

HOLD_DIGITS = 4
"""From this many digits on a run is held: it may be the first group of a card."""

HOLD_ALONE_DIGITS = 2
"""The same for a line of nothing but digits: some read a card out in pairs."""

OPENING_WORDS = 2
"""Words before the digits that count for nothing ("alright sixty five")."""

HOLD_MS = 7_000
"""This long without a further digit closes a run."""

_SETTLED_WORDS = 2
"""Other words that a partial must show after a run before its digits do: one may still change."""


_CARD_SIZES = (15, 16)
"""Digits of nearly all payment cards: looked for at both ends of a longer number, too."""

IsHarmless = Callable[[Party, Sequence[str], int, int], bool]
"""Whether a number after these words of a line, begun and heard then, may be seen by all."""


IsPaid = Callable[[Sequence[str], int, int], bool]
"""Whether a line, begun and heard then, is in talk of payment or somebody's identity."""


def has_card(digits: str) -> bool:
    """Whether digits, or those at either end of them, pass a card's check (Luhn)."""
    parts = {digits}
    for size in _CARD_SIZES:
        parts |= {digits[:size], digits[-size:]}
    return any(len(part) >= CARD_DIGITS and _passes_check(part) for part in parts)


def _passes_check(digits: str) -> bool:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """An utterance of digits whose final result waits."""

    number: int
    words: tuple[Word, ...]
    is_timed: bool


@dataclass(slots=True)
class _Side:
    """The number one party may be reading out, across utterances.

    `digits` is 0 when no run is open, `said` are they as far as known; `is_long` once it has
    `CARD_DIGITS`. `shift` is what to add to the recognizer's utterance numbers: digits held at an
    utterance's end become one of their own, so that the words before them need not wait.
    """

    shift: int = 0
    digits: int = 0
    is_long: bool = False
    last_at: int = 0
    said: str = ""
    held: _Held | None = None

    def close_run(self) -> None:
        self.digits = 0
        self.said = ""
        self.is_long = False

    def expects_more(self, at: int) -> bool:
        return self.digits > 0 and at - self.last_at < HOLD_MS

    def total(self, run: DigitRun) -> int:
        return run.digits + (self.digits if run.is_leading else 0)

    def is_card(self, run: DigitRun) -> bool:
        return self.total(run) >= CARD_DIGITS or (run.is_leading and self.is_long)

    def must_wait(self, run: DigitRun) -> bool:
        """Whether a run at the end of a line may be the beginning of a card number."""
        total = self.total(run)
        is_alone = run.is_trailing and (run.is_leading or run.first <= OPENING_WORDS)
        least = HOLD_ALONE_DIGITS if is_alone else HOLD_DIGITS
        return total >= least and not (total == run.digits and run.is_clock_or_year)


class LongNumberMasker:
    """Masks runs of 12 or more spoken digits; holds shorter ones until they are surely short.

    At most the first `HOLD_DIGITS` digits of a long number get out before it is known as one, when
    they are an utterance or a partial of their own. Text that is not digits is never delayed.
    Give it every input in call order; it adds no event to a side that reads no numbers out.
    """

    def __init__(
        self, is_harmless: IsHarmless | None = None, is_paid: IsPaid = lambda *_: True
    ) -> None:
        self._is_harmless = is_harmless
        self._is_paid = is_paid
        self._sides = {party: _Side() for party in Party}

    def handle(self, event: Input) -> tuple[Input, ...]:
        """The inputs to go on with; `at` of a result let go late is that of `event`."""
        match event:
            case PartialResult():
                return self._partial(self._sides[event.party], event)
            case FinalResult():
                return self._final(self._sides[event.party], event)
            case Tick() | CallEnded():
                if not any(side.digits or side.held for side in self._sides.values()):
                    return (event,)
                return (*self._time_out(event), event)
            case CallStarted():
                self._sides = {party: _Side() for party in Party}
        return (event,)

    def end_number(self, party: Party, at: int) -> tuple[Input, ...]:
        """The other side asked for something else: what the party says next is another number."""
        side = self._sides[party]
        if side.is_long:
            return ()
        out = _release(party, side, at)
        side.close_run()
        return tuple(out)

    def _time_out(self, event: Tick | CallEnded) -> tuple[Input, ...]:
        out: list[Input] = []
        for party, side in self._sides.items():
            if isinstance(event, CallEnded) or not side.expects_more(event.at):
                out += _release(party, side, event.at)
                side.close_run()
        return tuple(out)

    def _partial(self, side: _Side, event: PartialResult) -> tuple[Input, ...]:
        out = self._forget_old_run(side, event)
        tokens = event.text.split()
        runs = self._runs(event, tokens)
        leading = runs[0] if runs and runs[0].is_leading else None
        if leading is not None and side.digits:
            side.last_at = max(side.last_at, event.at)
        text = " ".join(_hide(tokens, runs, lambda run: _is_hidden(side, run)))
        held = side.held
        if held is not None:
            if not _is_settled(side, tokens, runs):
                view = f"{_held_text(held)} {text}".rstrip().replace(f"{MASK} {MASK}", MASK)
                return (*out, _view(event, held, view))
            out += _release(event.party, side, event.at)
        return (*out, replace(event, utterance=event.utterance + side.shift, text=text))

    def _final(self, side: _Side, event: FinalResult) -> tuple[Input, ...]:
        out = self._forget_old_run(side, event)
        words, is_timed = timed_words(event)
        runs = self._runs(event, [word.text for word in words])
        leading = runs[0] if runs and runs[0].is_leading else None
        trailing = runs[-1] if runs and runs[-1].is_trailing else None
        tokens = [word.text for word in words]
        is_other = count_others(tokens) > 0
        if leading is not None and self._is_repeat(side, event, tokens, leading):
            out += _release(event.party, side, event.at)
            side.close_run()
        if side.digits and leading is None and (runs or is_other):
            out += _release(event.party, side, event.at)
            side.close_run()
        held = side.held
        if held is not None:
            if leading is None or (leading is trailing and not side.is_card(leading)):
                return (*out, *_extend(side, held, event, words, leading))
            out += _release(event.party, side, event.at, is_masked=side.is_card(leading))
        out += _emit(side, event, words, runs, is_timed=is_timed)
        if trailing is not None:
            own = digits_of(tokens[trailing.first : trailing.last])
            side.said = side.said + own if trailing.is_leading else own
            side.is_long = side.is_card(trailing)
            side.digits = side.total(trailing)
            side.last_at = max(event.at, event.end)
        elif runs or is_other:
            side.close_run()
        return tuple(out)

    def _runs(
        self, event: PartialResult | FinalResult, tokens: Sequence[str]
    ) -> tuple[DigitRun, ...]:
        """The line's runs; digits that were taken back count once where all may see the number.

        They count twice everywhere else: rather a corrected phone number masked than a card shown.
        A number that was named as one for all ("tracking number"), that no talk of payment is
        near and whose digits are no card's by their check digit counts as shorter than a card.
        """
        runs = find_runs(tokens)
        if self._is_harmless is None:
            return runs
        return tuple(self._as_named(event, tokens, run) for run in runs)

    def _as_named(
        self, event: PartialResult | FinalResult, tokens: Sequence[str], run: DigitRun
    ) -> DigitRun:
        words = tokens[run.first : run.last]
        is_corrected = any(map(is_correction, words))
        if self._is_harmless is None or (run.digits < CARD_DIGITS and not is_corrected):
            return run
        if not self._is_harmless(event.party, tokens[: run.first], event.start, event.at):
            return run
        digits = count_corrected(words) if is_corrected else run.digits
        if digits >= CARD_DIGITS and self._may_be_shown(tokens, run, event):
            digits = CARD_DIGITS - 1
        return replace(run, digits=digits)

    def _may_be_shown(
        self, tokens: Sequence[str], run: DigitRun, event: PartialResult | FinalResult
    ) -> bool:
        said = digits_of(tokens[run.first : run.last])
        return not self._is_paid(tokens, event.start, event.at) and not has_card(said)

    def _is_repeat(
        self, side: _Side, event: FinalResult, tokens: Sequence[str], leading: DigitRun
    ) -> bool:
        """Whether a harmless number that came in groups is said once more as a whole."""
        if self._is_harmless is None or len(side.said) < HOLD_DIGITS:
            return False
        return side.said in digits_of(tokens[leading.first : leading.last]) and self._is_harmless(
            event.party, tokens[: leading.first], event.start, event.at
        )

    def _forget_old_run(self, side: _Side, event: PartialResult | FinalResult) -> list[Input]:
        if side.digits and not side.expects_more(event.start):
            out = _release(event.party, side, event.at)
            side.close_run()
            return out
        return []


def _emit(
    side: _Side,
    event: FinalResult,
    words: tuple[Word, ...],
    runs: tuple[DigitRun, ...],
    *,
    is_timed: bool,
) -> list[Input]:
    """The final result with long runs masked; a run at its end that must wait is cut off."""
    number = event.utterance + side.shift
    event = replace(event, utterance=number)
    last = runs[-1] if runs else None
    if last is not None and last.is_trailing and not side.is_card(last) and side.must_wait(last):
        cut = _first_letter(words, last.first)
        front = _masked(words[:cut], runs[:-1], side)
        out: list[Input] = []
        if front:
            out.append(_result(event, front, is_timed=is_timed))
            number += 1
            side.shift += 1
        side.held = _Held(number=number, words=words[cut:], is_timed=is_timed)
        view = PartialResult(
            at=event.at,
            party=event.party,
            utterance=number,
            start=side.held.words[0].start,
            text=_held_text(side.held),
        )
        return [*out, view]
    if not any(side.is_card(run) for run in runs):
        return [event]
    return [_result(event, _masked(words, runs, side), is_timed=is_timed)]


def _first_letter(words: tuple[Word, ...], first: int) -> int:
    """Where the letters begin that a number goes on from: "d e eight nine …"."""
    while first > 0 and len(words[first - 1].text) == 1 and words[first - 1].text not in "iaoyIA":
        first -= 1
    return first


def _extend(
    side: _Side,
    held: _Held,
    event: FinalResult,
    words: tuple[Word, ...],
    leading: DigitRun | None,
) -> list[Input]:
    """Add an utterance that goes on with the number (or hesitates) to the held one."""
    side.held = replace(held, words=(*held.words, *words))
    side.shift -= 1
    if leading is not None:
        side.digits += leading.digits
        side.said += digits_of([word.text for word in words[leading.first : leading.last]])
        side.last_at = max(event.at, event.end)
    return [_view(event, side.held, _held_text(side.held))]


def _release(party: Party, side: _Side, at: int, *, is_masked: bool = False) -> list[Input]:
    """The held utterance as a final result, if there is one."""
    held = side.held
    if held is None:
        return []
    side.held = None
    words = held.words
    if is_masked:
        runs = find_runs([word.text for word in words])
        words = _masked(words, runs, None)
    event = FinalResult(
        at=at,
        party=party,
        utterance=held.number,
        start=held.words[0].start,
        end=held.words[-1].end,
        text="",
    )
    return [_result(event, words, is_timed=held.is_timed)]


def _is_settled(side: _Side, tokens: list[str], runs: tuple[DigitRun, ...]) -> bool:
    """Whether a partial shows that the held run was short: enough other words follow it."""
    if runs and runs[0].is_leading:
        return not side.is_card(runs[0]) and runs[0].others_after >= _SETTLED_WORDS
    until = runs[0].first if runs else len(tokens)
    return count_others(tokens[:until]) >= _SETTLED_WORDS


def _is_hidden(side: _Side, run: DigitRun) -> bool:
    """Whether a partial hides the run: it is long, or may still become it."""
    if side.is_card(run):
        return True
    return run.others_after < _SETTLED_WORDS and side.must_wait(run)


def _hide(
    tokens: list[str], runs: tuple[DigitRun, ...], is_hidden: Callable[[DigitRun], bool]
) -> list[str]:
    return mask_tokens(tokens, [(run.first, run.last) for run in runs if is_hidden(run)])


def _held_text(held: _Held) -> str:
    tokens = [word.text for word in held.words]
    return " ".join(_hide(tokens, find_runs(tokens), lambda run: True))


def _view(event: PartialResult | FinalResult, held: _Held, text: str) -> PartialResult:
    return PartialResult(
        at=event.at,
        party=event.party,
        utterance=held.number,
        start=held.words[0].start,
        text=text,
    )


def _masked(
    words: tuple[Word, ...], runs: tuple[DigitRun, ...], side: _Side | None
) -> tuple[Word, ...]:
    """The words with each long run (every run where `side` is None) as one masked word."""
    return mask_words(
        words, [(run.first, run.last) for run in runs if side is None or side.is_card(run)]
    )


def _result(event: FinalResult, words: tuple[Word, ...], *, is_timed: bool) -> FinalResult:
    return replace(
        event,
        start=words[0].start,
        end=words[-1].end,
        text=" ".join(word.text for word in words),
        words=words if is_timed else (),
    )
