"""Phrase patterns over spoken words: near-phrases, inflections, negation; compiled once.

A pattern is written the way people talk, small marks say what may vary:

    nothing more i can do          these words, in this order, next to each other
    there is nothing ...3 do       up to three other words in between (`...` alone: up to 3)
    (more|else|further)            one of these
    [really] sorry                 the word in brackets may be missing
    transfer*                      any form of the word: transfers, transferred, transferring
    _                              any one word
    ^ and $                        the utterance (or sentence) begins, ends here
    {refund}                       another, named pattern

Contractions are spelled out on both sides, so `i can't` also finds "i cannot" and "I can not".
Matching is on words, never on letters within a word, and never runs across the end of a sentence
where typed text shows one. A match that is negated ("I am not saying there is …") is no match.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from assist.core.errors import AssistError
from assist.core.language import ENGLISH, Language
from assist.core.tokens import WORD, Tokens, is_negated

MAX_GAP = 12
"""Words a gap may span: beyond that the two ends hardly belong to one thought."""

MAX_PATTERN = 2000
"""Characters of one pattern; longer ones are several patterns."""

_DEFAULT_GAP = 3


class PatternError(AssistError):
    """A phrase pattern cannot be read. `position` counts characters from 0 within `pattern`."""

    def __init__(self, pattern: str, position: int, problem: str) -> None:
        super().__init__(f'the pattern "{pattern}" {problem} (at character {position + 1})')
        self.pattern = pattern
        self.position = position
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens `start` up to, not including, `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """A compiled pattern. `anchors`: sets of words of which every match holds one each."""

    source: str
    regex: str
    anchors: tuple[frozenset[str], ...]
    words: frozenset[str] = field(default_factory=frozenset)
    """Every word the pattern mentions, for checks against a speech model's vocabulary."""

    def find(self, tokens: Tokens, start: int = 0) -> Match | None:
        """The first match from token `start` on that is not negated, or None."""
        return next(self.find_all(tokens, start), None)

    def find_all(self, tokens: Tokens, start: int = 0) -> Iterator[Match]:
        """Every match in order, not overlapping, negated ones left out."""
        vocabulary = tokens.vocabulary
        for anchor in self.anchors:
            if anchor.isdisjoint(vocabulary):
                return
        if start >= len(tokens):
            return
        for found in _compiled(self.regex).finditer(tokens.encoded, tokens.offsets[start]):
            if found.end() == found.start():
                continue
            first = bisect_right(tokens.offsets, found.start()) - 1
            if tokens.encoded[found.start()] == "|":
                first += 1
            if is_negated(tokens, first):
                continue
            yield Match(first, bisect_right(tokens.offsets, found.end() - 1))


@cache
def _compiled(regex: str) -> re.Pattern[str]:
    # When it is first tried: a call tries one phrase in four, and compiling them all would be most
    # of what loading the detectors costs.
    return re.compile(regex)


_PLAIN_GROUP = re.compile(r"\([^()\[\]{}]*\)|\[[^()\[\]{}]*\]")
"""A group without another or a named pattern in it: the same text is the same node anywhere."""


class PhraseSet:
    """Many phrases looked for at once; only those whose rarest word was said are tried."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self.phrases = tuple(phrases)
        self._always: list[int] = []
        self._by_word: dict[str, list[int]] = {}
        for number, phrase in enumerate(self.phrases):
            if not phrase.anchors:
                self._always.append(number)
                continue
            for word in phrase.anchors[0]:
                self._by_word.setdefault(word, []).append(number)

    def find(self, tokens: Tokens, start: int = 0) -> Match | None:
        """The match that begins first (the longest of those), or None."""
        return min(
            self.find_all(tokens, start), key=lambda match: (match.start, -match.end), default=None
        )

    def find_all(self, tokens: Tokens, start: int = 0) -> list[Match]:
        """Every match of every phrase, in the order of the phrases."""
        return [
            match
            for number in self._candidates(tokens)
            for match in self.phrases[number].find_all(tokens, start)
        ]

    def _candidates(self, tokens: Tokens) -> list[int]:
        by_word = self._by_word
        candidates = set(self._always)
        for word in tokens.vocabulary:
            numbers = by_word.get(word)
            if numbers is not None:
                candidates.update(numbers)
        return sorted(candidates)


@dataclass(frozen=True, slots=True)
class _Node:
    """Part of a pattern: its regex, words every match must hold, whether it may be empty."""

    regex: str
    anchors: tuple[frozenset[str], ...] = ()
    can_be_empty: bool = False
    words: frozenset[str] = frozenset()


def compile_phrase(
    pattern: str, named: Mapping[str, str] | None = None, language: Language = ENGLISH
) -> Phrase:
    """Compile a pattern; `named` holds the patterns `{name}` stands for. Raises PatternError."""
    return PhraseCompiler(named, language).compile(pattern)


def compile_phrases(
    patterns: Iterable[str],
    named: Mapping[str, str] | None = None,
    language: Language = ENGLISH,
) -> tuple[Phrase, ...]:
    """Compile several patterns. Raises PatternError."""
    compiler = PhraseCompiler(named, language)
    return tuple(compiler.compile(pattern) for pattern in patterns)


class PhraseCompiler:
    """Compiles patterns that share words and named patterns, each of which it reads once."""

    def __init__(
        self, named: Mapping[str, str] | None = None, language: Language = ENGLISH
    ) -> None:
        self.named = named or {}
        self.language = language
        self.nodes: dict[str, _Node] = {}
        """What the named patterns came to."""
        self.groups: dict[str, _Node] = {}
        """What groups of plain words came to, by their text: many patterns share one."""
        self._words: dict[tuple[str, bool], _Node] = {}
        self._commonness: dict[frozenset[str], tuple[int, int]] = {}

    def compile(self, pattern: str) -> Phrase:
        """Raises PatternError."""
        node = _Parser(pattern, self, ()).parse()
        if node.can_be_empty:
            raise PatternError(pattern, 0, "would match without any word; make one word required")
        return Phrase(
            source=pattern,
            regex=node.regex,
            anchors=tuple(sorted(node.anchors, key=self.commonness)),
            words=node.words,
        )

    def commonness(self, anchor: frozenset[str]) -> tuple[int, int]:
        """How little it tells that one of these words was said: the lower, the more it does."""
        known = self._commonness.get(anchor)
        if known is None:
            known = (sum(word in self.language.common for word in anchor), len(anchor))
            self._commonness[anchor] = known
        return known

    def word(self, word: str, *, is_family: bool) -> _Node:
        """The node of a word, or of all its forms."""
        node = self._words.get((word, is_family))
        if node is None:
            node = _word_node(word, self.language, is_family=is_family)
            self._words[word, is_family] = node
        return node


class _Parser:
    """Recursive descent over one pattern's characters."""

    def __init__(
        self,
        pattern: str,
        compiler: PhraseCompiler,
        outer: tuple[str, ...],
    ) -> None:
        self._pattern = pattern
        self._compiler = compiler
        self._outer = outer
        self._lowered = pattern.lower().replace("\u2019", "'")
        self._at = 0

    def parse(self) -> _Node:
        if len(self._pattern) > MAX_PATTERN:
            raise self._error(f"is longer than {MAX_PATTERN} characters; split it")
        if not self._pattern.strip():
            raise self._error("is empty; write the words to listen for")
        node = self._alternatives()
        if self._at < len(self._pattern):
            raise self._error(f"has a '{self._pattern[self._at]}' that nothing opened; remove it")
        return node

    def _error(self, problem: str, at: int | None = None) -> PatternError:
        return PatternError(self._pattern, self._at if at is None else at, problem)

    def _peek(self) -> str:
        return self._pattern[self._at] if self._at < len(self._pattern) else ""

    def _alternatives(self) -> _Node:
        choices = [self._sequence()]
        while self._peek() == "|":
            self._at += 1
            choices.append(self._sequence())
        if len(choices) == 1:
            return choices[0]
        anchors: tuple[frozenset[str], ...] = ()
        if all(choice.anchors for choice in choices):
            best = [min(choice.anchors, key=self._compiler.commonness) for choice in choices]
            anchors = (frozenset().union(*best),)
        return _Node(
            regex="(?:" + "|".join(choice.regex for choice in choices) + ")",
            anchors=anchors,
            can_be_empty=any(choice.can_be_empty for choice in choices),
            words=frozenset().union(*(choice.words for choice in choices)),
        )

    def _sequence(self) -> _Node:
        began = self._at
        parts: list[_Node] = []
        while (mark := self._peek()) and mark not in "|)]":
            if mark.isspace():
                self._at += 1
            else:
                parts.append(self._item(mark))
        if not parts:
            raise self._error("has an empty choice; write a word there or remove the '|'", began)
        if len(parts) == 1:
            return parts[0]
        return _Node(
            regex="".join(part.regex for part in parts),
            anchors=tuple(anchor for part in parts for anchor in part.anchors),
            can_be_empty=all(part.can_be_empty for part in parts),
            words=frozenset().union(*(part.words for part in parts)),
        )

    def _item(self, mark: str) -> _Node:
        if mark in "([":
            return self._group(mark)
        if mark == "{":
            return self._name()
        if self._pattern.startswith("...", self._at):
            return self._gap()
        if mark in "^$_":
            self._at += 1
            regex = {"^": r"(?:(?<=\|)|\A)", "$": r"(?=\||\Z)", "_": r"<[^>]*>"}[mark]
            return _Node(regex=regex, can_be_empty=mark != "_")
        found = WORD.match(self._lowered, self._at)
        if found is None:
            raise self._error(f"holds '{mark}', which means nothing here; remove it")
        self._at = found.end()
        is_family = self._peek() == "*"
        if is_family:
            self._at += 1
        return self._compiler.word(found.group(), is_family=is_family)

    def _group(self, opening: str) -> _Node:
        plain = _PLAIN_GROUP.match(self._pattern, self._at)
        if plain is None:
            return self._read_group(opening)
        node = self._compiler.groups.get(plain.group())
        if node is None:
            node = self._read_group(opening)
            self._compiler.groups[plain.group()] = node
        self._at = plain.end()
        return node

    def _read_group(self, opening: str) -> _Node:
        began, closing = self._at, ")" if opening == "(" else "]"
        self._at += 1
        inner = self._alternatives()
        if self._peek() != closing:
            raise self._error(f"has a '{opening}' without its '{closing}'; add it", began)
        self._at += 1
        if opening == "(":
            return _Node(
                regex=f"(?:{inner.regex})",
                anchors=inner.anchors,
                can_be_empty=inner.can_be_empty,
                words=inner.words,
            )
        return _Node(regex=f"(?:{inner.regex})?", can_be_empty=True, words=inner.words)

    def _gap(self) -> _Node:
        self._at += 3
        digits = re.compile(r"\d*").match(self._pattern, self._at)
        size = digits.group() if digits else ""
        if size and not 1 <= int(size) <= MAX_GAP:
            raise self._error(f"has a gap of {size} words; allowed are 1 to {MAX_GAP}")
        self._at += len(size)
        return _Node(regex=rf"(?:<[^>]*>){{0,{size or _DEFAULT_GAP}}}?", can_be_empty=True)

    def _name(self) -> _Node:
        began = self._at
        end = self._pattern.find("}", began)
        if end < 0:
            raise self._error("has a '{' without its '}'; add it", began)
        name = self._pattern[began + 1 : end]
        if name not in self._compiler.named:
            raise self._error(f"uses {{{name}}}, which is not defined; define or spell it", began)
        if name in self._outer:
            raise self._error(f"uses {{{name}}} within itself; remove it there", began)
        self._at = end + 1
        outer = (*self._outer, name)
        inner = self._compiler.nodes.get(name)
        if inner is None:
            inner = _Parser(self._compiler.named[name], self._compiler, outer).parse()
            self._compiler.nodes[name] = inner
        return _Node(f"(?:{inner.regex})", inner.anchors, inner.can_be_empty, inner.words)


def _word_node(word: str, language: Language, *, is_family: bool) -> _Node:
    if is_family:
        forms = frozenset(language.inflections(word))
        choices = "|".join(sorted(map(re.escape, forms)))
        return _Node(regex=f"<(?:{choices})>", anchors=(forms,), words=forms)
    tokens = language.expand(word)
    return _Node(
        regex="".join(f"<{re.escape(token)}>" for token in tokens),
        anchors=tuple(frozenset({token}) for token in tokens),
        words=frozenset({word}),
    )
