"""Spoken or typed text as tokens for phrase matching, and what governs a place in them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assist.core.language import ENGLISH, Language

WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?;]+[\"')\]]*$|^[.!?;…]+$")
_HANDLE = re.compile(r"@\w+|__\w+__|\[\w+\]|[\^*][A-Za-z]{2,6}$|https?://\S+")
_NO_SENTENCE_END = frozenset({"mr.", "mrs.", "ms.", "dr.", "st.", "no.", "vs.", "a.m.", "p.m."})


@dataclass(frozen=True, slots=True)
class Tokens:
    """An utterance ready for matching.

    `texts` are lower-case words with contractions spelled out; `sources[i]` is the index of the
    spoken word (split at white space) that token `i` came from; `surface` those spoken words.
    `encoded` and `offsets` are the matcher's own form: `<word>` per token, `|` ends a sentence,
    `~` stands at the end of an utterance that goes on.
    """

    texts: tuple[str, ...]
    sources: tuple[int, ...]
    surface: tuple[str, ...]
    encoded: str
    offsets: tuple[int, ...]
    vocabulary: frozenset[str]
    has_question_mark: bool = False
    language: Language = ENGLISH

    def __len__(self) -> int:
        return len(self.texts)

    def ends_sentence(self, index: int) -> bool:
        """Whether typed text shows the end of a sentence after token `index`."""
        after = self.offsets[index] + len(self.texts[index]) + 2
        return self.encoded.startswith("|", after)


def tokenize(text: str, *, is_open: bool = False, language: Language = ENGLISH) -> Tokens:
    """Recognized or typed text as tokens; fillers, handles, links and signatures are skipped.

    `is_open`: the utterance goes on (a partial result), so `$` does not match at its end.
    """
    fillers, expand = language.fillers, language.expand
    texts: list[str] = []
    sources: list[int] = []
    pieces: list[str] = []
    offsets: list[int] = []
    at = 0
    surface = tuple(text.split())
    for index, raw in enumerate(surface):
        if "_" in raw or raw[0] in "@^*[h":
            raw = _HANDLE.sub("", raw)
        lowered = raw.lower().replace("\u2019", "'").replace("\u2018", "'")
        if lowered.isalpha():
            words: Iterable[str] = (lowered,)
        else:
            words = WORD.findall(lowered)
        for word in words:
            if word in fillers:
                continue
            for token in expand(word):
                texts.append(token)
                sources.append(index)
                offsets.append(at)
                pieces.append(f"<{token}>")
                at += len(token) + 2
        if (
            not raw[-1:].isalnum()
            and _SENTENCE_END.search(raw)
            and lowered not in _NO_SENTENCE_END
            and pieces
        ):
            pieces.append("|")
            at += 1
    if is_open:
        pieces.append("~")
    return Tokens(
        texts=tuple(texts),
        sources=tuple(sources),
        surface=surface,
        encoded="".join(pieces),
        offsets=tuple(offsets),
        vocabulary=frozenset(texts),
        has_question_mark="?" in text,
        language=language,
    )


def is_negated(tokens: Tokens, start: int) -> bool:
    """Whether a negation governs what begins at token `start` ("not", "never", "instead of" …)."""
    offset = tokens.offsets[start]
    return tokens.language.negated.search(tokens.encoded, max(0, offset - 60), offset) is not None


def is_reported(tokens: Tokens, start: int) -> bool:
    """Whether the words at `start` repeat what somebody said ("they told me there is …")."""
    offset = tokens.offsets[start]
    return tokens.language.reported.search(tokens.encoded, max(0, offset - 90), offset) is not None
