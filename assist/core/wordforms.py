"""Forms of English words: contractions spelled out, inflections of a verb or noun."""

from functools import cache

_IRREGULAR = {
    "be": "am is are was were been being",
    "become": "becomes became becoming",
    "begin": "begins began begun beginning",
    "break": "breaks broke broken breaking",
    "bring": "brings brought bringing",
    "build": "builds built building",
    "buy": "buys bought buying",
    "choose": "chooses chose chosen choosing",
    "come": "comes came coming",
    "cost": "costs costing",
    "cut": "cuts cutting",
    "deal": "deals dealt dealing",
    "do": "does did done doing",
    "feel": "feels felt feeling",
    "find": "finds found finding",
    "fix": "fixes fixed fixing",
    "forget": "forgets forgot forgotten forgetting",
    "get": "gets got gotten getting",
    "give": "gives gave given giving",
    "go": "goes went gone going",
    "have": "has had having",
    "hear": "hears heard hearing",
    "hold": "holds held holding",
    "keep": "keeps kept keeping",
    "know": "knows knew known knowing",
    "leave": "leaves left leaving",
    "let": "lets letting",
    "lose": "loses lost losing",
    "make": "makes made making",
    "mean": "means meant meaning",
    "meet": "meets met meeting",
    "pay": "pays paid paying",
    "put": "puts putting",
    "ring": "rings rang rung ringing",
    "run": "runs ran running",
    "say": "says said saying",
    "see": "sees saw seen seeing",
    "sell": "sells sold selling",
    "send": "sends sent sending",
    "speak": "speaks spoke spoken speaking",
    "spend": "spends spent spending",
    "take": "takes took taken taking",
    "tell": "tells told telling",
    "think": "thinks thought thinking",
    "understand": "understands understood understanding",
    "write": "writes wrote written writing",
}
_VOWELS = "aeiou"
_DOUBLING = frozenset(
    "ban beg chat cap drop flag jam log nag plan plug prefer refer rip rob scan ship shop slip "
    "stop tag tip transfer wrap cancel travel label permit commit submit admit omit occur "
    "rebut".split()
)
"""Verbs of which the last consonant doubles; "canceled" and "cancelled" are both kept."""


@cache
def inflections(word: str) -> tuple[str, ...]:
    """The word and its forms: `transfer` → transfer, transfers, transferred, transferring."""
    forms = {word}
    if word in _IRREGULAR:
        forms.update(_IRREGULAR[word].split())
        return tuple(sorted(forms))
    if word.endswith("y") and len(word) > 2 and word[-2] not in _VOWELS:
        forms |= {word[:-1] + "ies", word[:-1] + "ied", word + "ing"}
    elif word.endswith("ie"):
        forms |= {word + "s", word + "d", word[:-2] + "ying"}
    elif word.endswith("e"):
        forms |= {word + "s", word + "d", word[:-1] + "ing"}
    else:
        is_sibilant = word.endswith(("s", "x", "z", "ch", "sh", "o"))
        forms |= {word + ("es" if is_sibilant else "s"), word + "ed", word + "ing"}
        if word in _DOUBLING:
            forms |= {word + word[-1] + "ed", word + word[-1] + "ing"}
    return tuple(sorted(forms))


_WHOLE = {
    "ain't": ("is", "not"),
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "cant": ("can", "not"),
    "won't": ("will", "not"),
    "wont": ("will", "not"),
    "shan't": ("shall", "not"),
    "let's": ("let", "us"),
    "gonna": ("going", "to"),
    "wanna": ("want", "to"),
    "gotta": ("got", "to"),
    "im": ("i", "am"),
    "ive": ("i", "have"),
    "youre": ("you", "are"),
    "youve": ("you", "have"),
    "theyre": ("they", "are"),
    "theres": ("there", "is"),
    "thats": ("that", "is"),
    "dont": ("do", "not"),
    "doesnt": ("does", "not"),
    "didnt": ("did", "not"),
    "isnt": ("is", "not"),
    "arent": ("are", "not"),
    "wasnt": ("was", "not"),
    "werent": ("were", "not"),
    "havent": ("have", "not"),
    "hasnt": ("has", "not"),
    "hadnt": ("had", "not"),
    "couldnt": ("could", "not"),
    "wouldnt": ("would", "not"),
    "shouldnt": ("should", "not"),
}
_ENDINGS = {"'m": "am", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would"}
_IS_BEFORE = frozenset(
    "it that there what who here he she where how when why this everything nothing something "
    "anything somebody someone nobody one name".split()
)


@cache
def _expanded(word: str) -> tuple[str, ...]:
    if word in _WHOLE:
        return _WHOLE[word]
    stem, mark, ending = word.rpartition("'")
    if not mark:
        return (word,)
    if ending == "t" and stem.endswith("n"):
        return (stem[:-1], "not")
    if "'" + ending in _ENDINGS:
        return (stem, _ENDINGS["'" + ending])
    if ending == "s":
        # "there's" is a verb, "customer's" an owner.
        return (stem, "is") if stem in _IS_BEFORE else (stem,)
    return (word,)


def expand(word: str) -> tuple[str, ...]:
    """A lower-case word with its contraction spelled out: `can't` → can, not."""
    # Only words that may be contractions go through the cache, which therefore stays small.
    if "'" in word or word in _WHOLE:
        return _expanded(word)
    return (word,)
