"""Spoken or typed text as tokens for phrase matching, and what governs a place in them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assist.core.wordforms import expand

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

    def __len__(self) -> int:
        return len(self.texts)

    def ends_sentence(self, index: int) -> bool:
        """Whether typed text shows the end of a sentence after token `index`."""
        after = self.offsets[index] + len(self.texts[index]) + 2
        return self.encoded.startswith("|", after)


FILLERS = frozenset({"uh", "um", "uhm", "erm", "er", "hm", "hmm", "mm", "mhm"})
"""Sounds between words; they are no tokens, so that "i um can't" is found as "i can't"."""


def tokenize(text: str, *, is_open: bool = False) -> Tokens:
    """Recognized or typed text as tokens; fillers, handles, links and signatures are skipped.

    `is_open`: the utterance goes on (a partial result), so `$` does not match at its end.
    """
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
            if word in FILLERS:
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
    )


# Directly before a match, with at most three of these little words in between.
_NEGATED = re.compile(
    r"(?:<not>|<never>|<without>|<instead><of>|<rather><than>|<nor>|<hardly>)"
    r"(?:<(?:really|actually|even|just|going|to|be|being|have|having|want|need|plan|trying|like|"
    r"saying|say|mean|think|true|the|case|that|any|a|because|as|if)>){0,3}$"
)
_REPORTED = re.compile(
    r"(?:<(?:he|she|they|you|somebody|someone|everyone|everybody|people|colleague|guy|lady|"
    r"agent|website|app|we|who)>(?:<(?:just|all|already|have|has|had|was|were|is|are|been|keep|kept|"
    r"always|only)>){0,2}<(?:said|say|says|saying|tells?|told|telling|claim|claims|claimed|promised)>"
    r"|<told>)(?:<[^>]*>){0,5}$"
)


def is_negated(tokens: Tokens, start: int) -> bool:
    """Whether a negation governs what begins at token `start` ("not", "never", "instead of" …)."""
    offset = tokens.offsets[start]
    return _NEGATED.search(tokens.encoded, max(0, offset - 60), offset) is not None


def is_reported(tokens: Tokens, start: int) -> bool:
    """Whether the words at `start` repeat what somebody said ("they told me there is …")."""
    offset = tokens.offsets[start]
    return _REPORTED.search(tokens.encoded, max(0, offset - 90), offset) is not None
