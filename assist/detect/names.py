"""The customer's name: hearing it given, and hearing the agent use it, however it is spelled.

The speech model seldom knows a name; it prints words that sound alike ("dana" as "dayna",
"ortega" as "or tiger"). So names are compared by a rough key of their sounds and by edit distance.
"""

from collections.abc import Callable
from functools import cache

from assist import paths
from assist.core.phrases import compile_phrases
from assist.core.tokens import Tokens

_NOT_NAMES = frozenset(
    "a about after again all also am an and any are as ask at back be because been but by call "
    "called calling can charged could day did do does doing done down for from get getting give "
    "go going good got had has have he hello help here hey hi his her how i if in is it its just "
    "know last let like looking lost ma'am madam make mam may me mine miss misspelled mister "
    "more much my name need never new no not now number of off ok okay on one or order our out "
    "over own phone please problem really right said say see she sir so some sorry speaking "
    "spelled spelt still sure tell thank thanks that the their them then there these they thing "
    "this three time to today too trying two under up us very wait want wanted was we well were "
    "what when where which who why will with wondering would wrong yeah yes yet you your account "
    "customer mr mrs ms dr dear folks guys everyone friend mate buddy love honey darling missing "
    "first full surname and account i'm it's pin date birth uh um oh actually maybe perhaps "
    "spelling listed changed anyway alright cannot afraid glad happy unable not born from living "
    "having using only always already frustrated angry upset worried confused tired".split()
)
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mister", "missus"})

_GIVES = compile_phrases(
    (
        "my name is [uh|um|actually]",
        "[the] name is [uh|um]",
        "my name would be",
        "my first name is",
        "(you can|please) call me",
    )
)
_GIVES_LOOSELY = compile_phrases(
    ("this is", "i am", "it is", "yeah it is", "it would be", "that is", "here is")
)
_OWNED = frozenset(
    {"pet", "pet's", "dog", "cat", "wife", "husband", "company", "user", "host", "file"}
)


@cache
def first_names() -> frozenset[str]:
    """Common first names as shipped; everyday words are not among them."""
    file = paths.resources_dir() / "names" / "first_names.txt"
    lines = file.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def sound_key(word: str) -> str:
    """A rough key of how an English word sounds: "kathryn" and "catherine" share one.

    Vowels count only at the start; letters that sound alike are one.
    """
    word = "".join(letter for letter in word.lower() if letter.isalpha())
    for spelled, sound in _SPELLINGS:
        word = word.replace(spelled, sound)
    key = ""
    for index, letter in enumerate(word):
        sound = _SOUNDS.get(letter, "")
        if letter in "aeiouyhw":
            sound = "a" if index == 0 and letter not in "hw" else ""
        if sound and not key.endswith(sound):
            key += sound
    return key


_SPELLINGS = (
    ("ough", "o"),
    ("augh", "a"),
    ("igh", "i"),
    ("tch", "c"),
    ("sch", "x"),
    ("sh", "x"),
    ("ch", "x"),
    ("ph", "f"),
    ("gh", "g"),
    ("kn", "n"),
    ("wr", "r"),
    ("ck", "k"),
    ("th", "t"),
    ("ce", "se"),
    ("ci", "si"),
    ("cy", "si"),
    ("ge", "je"),
    ("gi", "ji"),
    ("dg", "j"),
    ("qu", "k"),
    ("mb", "m"),
)
_SOUNDS = {
    **dict.fromkeys("bp", "b"),
    **dict.fromkeys("fv", "f"),
    **dict.fromkeys("ckgq", "k"),
    **dict.fromkeys("dt", "d"),
    **dict.fromkeys("szx", "s"),
    "j": "j",
    "l": "l",
    **dict.fromkeys("mn", "n"),
    "r": "r",
}


def edit_distance(one: str, other: str) -> int:
    """Letters to insert, drop or replace to make one word the other."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        corner, row[0] = row[0], i
        for j, against in enumerate(other, 1):
            corner, row[j] = (
                row[j],
                min(row[j] + 1, row[j - 1] + 1, corner + (letter != against)),
            )
    return row[-1]


@cache
def sounds_like(heard: str, name: str) -> bool:
    """Whether the word heard may be this name; both lower case."""
    if heard == name:
        return True
    if heard in _NOT_NAMES or len(heard) < 3 or len(name) < 3:
        return False
    distance = edit_distance(heard, name)
    if sound_key(heard) == sound_key(name):
        # Short keys are shared by many words ("dana", "dine"): then the spelling has to be close.
        sounds = len(sound_key(name))
        return distance <= (1 if sounds <= 2 else 1 + len(name) // (3 if sounds == 3 else 2))
    return len(name) >= 5 and distance <= len(name) // 5 and heard[0] == name[0]


def find_name_used(tokens: Tokens, name: str) -> tuple[int, int] | None:
    """Tokens (start, end) where the words contain this name, first or last, or its sound-alike."""
    parts = [part.strip(".'") for part in name.lower().split()]
    parts = [part for part in parts if part not in _TITLES and len(part) > 1]
    for index, token in enumerate(tokens.texts):
        if index and tokens.texts[index - 1] in {"is", "am"} and _says_own_name(tokens, index):
            continue
        for part in parts:
            if sounds_like(token, part):
                return index, index + 1
            pair = "".join(tokens.texts[index : index + 2])
            if len(part) >= 6 and len(token) < len(part) and sounds_like(pair, part):
                return index, index + 2
    return None


def _says_own_name(tokens: Tokens, index: int) -> bool:
    before = tokens.texts[max(0, index - 3) : index]
    return before[-3:] == ("my", "name", "is") or before[-2:] in {("this", "is"), ("i", "am")}


_GREETING = frozenset(
    "hi hello hey thanks you okay ok sorry well alright yes no please welcome sure morning "
    "afternoon evening great so apologies bye goodbye meet understand course".split()
)


def find_vocative(
    tokens: Tokens, is_word: Callable[[str], bool] = lambda word: False
) -> tuple[int, int] | None:
    """Tokens of a name the other side is addressed by, where nobody told us the name.

    Spoken: a common first name at the start, at the end or after a greeting. Typed: a capitalized
    word that commas or the sentence set apart; `is_word` tells words ("Excellent, …") from names
    that are in no list.
    """
    names, texts = first_names(), tokens.texts
    for index, token in enumerate(texts):
        before = texts[index - 1] if index else ""
        if before in _TITLES and token not in _NOT_NAMES and len(token) > 2:
            if before == "miss" and _is_verb(tokens, index - 1):
                continue
            if tokens.has_question_mark and _is_echo(tokens, index):
                continue
            return index, index + 1
        spelled = tokens.surface[tokens.sources[index]]
        is_typed = _is_set_apart(tokens, index, spelled, is_word)
        if token in _NOT_NAMES or not (token in names or is_typed):
            continue
        if _says_own_name(tokens, index) or _is_listed(tokens, index):
            continue
        if is_typed or (tokens.surface[0][:1].islower() and _is_addressed(texts, index)):
            return index, index + 1
    return None


def _is_addressed(texts: tuple[str, ...], index: int) -> bool:
    """Whether spoken words around a name speak to its owner, not about somebody."""
    before = texts[index - 1] if index else ""
    after = texts[index + 1] if index + 1 < len(texts) else ""
    if after in _ABOUT_SOMEBODY:
        return False
    if index == 0 or before in _GREETING:
        return True
    return before not in _POINTS_AT_SOMEBODY and (not after or after in _SPEAKS_TO)


_ABOUT_SOMEBODY = frozenset("is has was will and can said says does did would".split())
_POINTS_AT_SOMEBODY = frozenset(
    "a about am an and as at by called dr for from had in is like my named of old on or our "
    "than the their this to was who with your".split()
)
_SPEAKS_TO = frozenset(
    "i we you let thank thanks how what which when where please our it this so could would may do "
    "if there here okay bye goodbye".split()
)


def _is_set_apart(tokens: Tokens, index: int, spelled: str, is_word: Callable[[str], bool]) -> bool:
    word, token = spelled.strip(",.!?;:"), tokens.texts[index]
    if not (len(word) > 2 and word[0].isupper() and word[1:].islower() and word.isalpha()):
        return False
    source = tokens.sources[index]
    before = tokens.surface[source - 1] if source else ""
    is_first = index == 0 or before.endswith((".", "!", "?")) or before[:1] in "_@"
    known = token in first_names()
    may_be = known or not (token in _OPENERS or token in _NOT_NAMES or is_word(token))
    if is_first:
        # "Latex, okay." repeats what was heard.
        after = tokens.texts[index + 1] if index + 1 < len(tokens) else ""
        return spelled.endswith(",") and may_be and (known or after not in _ACKNOWLEDGES)
    if before.lower().strip(",.") in {"hi", "hello", "hey", "oh", "dear"}:
        return may_be
    following = tokens.surface[source + 1] if source + 1 < len(tokens.surface) else ""
    if before.endswith(","):
        ends = (".", "!", "?", ",") if known else (".", "!", "?")
        return may_be and (spelled.endswith(ends) or (known and following[:1] in _DASHES))
    if not known:
        return False
    is_last = spelled.endswith((".", "!", "?")) or not following or following[:1] in _SIGNS
    if is_last:
        return before.lower() not in _POINTS_AT_SOMEBODY | _DONE_TO_SOMEBODY
    if spelled.endswith(",") and before.lower() in _GREETING | {"possible", "that"}:
        return True
    return before.lower() in _GREETS and following.lower() not in _ABOUT_SOMEBODY


def _is_listed(tokens: Tokens, index: int) -> bool:
    """Whether the name is one of several ("John, Michael or Fred"): those are not spoken to."""
    names, texts = first_names(), tokens.texts
    for near in (index - 1, index + 1):
        if 0 <= near < len(texts) and texts[near] in names and texts[near] not in _NOT_NAMES:
            return tokens.surface[tokens.sources[min(index, near)]].endswith(",")
    return any(
        0 <= far < len(texts) and texts[far] in names and texts[(far + index) // 2] in {"or", "and"}
        for far in (index - 2, index + 2)
    )


def _is_verb(tokens: Tokens, index: int) -> bool:
    """Whether "miss" is what somebody does, not a title."""
    before = tokens.texts[index - 1] if index else ""
    return tokens.surface[tokens.sources[index]].islower() and before not in {"", *_GREETING}


def _is_echo(tokens: Tokens, index: int) -> bool:
    """Whether an utterance begins with the name as a question: "Mr Fred Rogers?"."""
    surface = tokens.surface[tokens.sources[index] : tokens.sources[index] + 2]
    return index == 1 and any(word.endswith("?") for word in surface)


_OPENERS = frozenset(
    "however unfortunately okay alright right sorry thanks well yes sure also again still first "
    "absolutely currently normally please hopefully great good sometimes today tomorrow monday "
    "tuesday wednesday thursday friday saturday sunday monday january february march april may "
    "june july august september october november december".split()
)
_DASHES = frozenset("-\u2013\u2014")
_SIGNS = frozenset("^*") | _DASHES
"""What signatures begin with, and dashes."""

_ACKNOWLEDGES = frozenset("okay ok yeah yes right fine and sure alright do any is".split())
_GREETS = frozenset(
    "hi hello hey dear sorry thanks apologies morning afternoon evening ok okay yes no".split()
)
_DONE_TO_SOMEBODY = frozenset(
    "ask asked call called contact contacted email flying help hi involve join meet meeting "
    "met see seeing send tell thank told visit visiting via saint st or and dr doctor host "
    "hosted miss uncle aunt be named onto toward towards street avenue driver agent colleague "
    "manager mr mrs ms near through until since both".split()
)


def find_name_given(tokens: Tokens, *, was_asked: bool) -> tuple[str, int, int] | None:
    """The name a customer gives: (name as to be shown, first token, end token), or None.

    `was_asked`: the agent has just asked for the name, so a bare or loose answer counts.
    """
    for phrase in _GIVES:
        match = phrase.find(tokens)
        if match is None or (match.start and tokens.texts[match.start - 1] in _OWNED):
            continue
        found = _name_at(tokens, match.end, needs_known=False)
        if found is not None:
            return found
    for phrase in _GIVES_LOOSELY:
        for match in phrase.find_all(tokens):
            found = _name_at(tokens, match.end, needs_known=True)
            if found is not None and (was_asked or match.start == 0 or match.end - match.start > 1):
                is_third = phrase.source in {"it is", "that is"} and not was_asked
                if not is_third:
                    return found
    if was_asked or len(tokens) >= 3:
        found = _name_at(tokens, 0, needs_known=True)
        if found is not None:
            rest = tokens.texts[found[2] : found[2] + 1]
            if (was_asked and len(tokens) <= 4) or rest in {("speaking",), ("here",), ("account",)}:
                return found
    return None


def _name_at(tokens: Tokens, start: int, *, needs_known: bool) -> tuple[str, int, int] | None:
    texts = tokens.texts
    while start < len(texts) and texts[start] in _TITLES:
        start += 1
    end = start
    while end < len(texts) and end - start < 2 and _may_be_name(texts[end], is_first=end == start):
        end += 1
    if end == start or (needs_known and texts[start] not in first_names()):
        return None
    if (
        end < len(texts)
        and texts[start] not in first_names()
        and texts[end] in {"is", "has", "was"}
    ):
        return None
    words = [word[:1].upper() + word[1:] for word in texts[start:end]]
    return " ".join(words), start, end


def _may_be_name(word: str, *, is_first: bool) -> bool:
    if word in _NOT_NAMES or len(word) < 2 or not word.replace("'", "").isalpha():
        return False
    endings = "ly" if is_first else ("ing", "ed", "ly")  # "my name is literally on it"; Mr King
    return word in first_names() or not word.endswith(endings)
