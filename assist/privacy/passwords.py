"""Passwords and answers to security questions in a line of words."""

import re
from collections.abc import Sequence

from assist.privacy.dates import find_dates
from assist.privacy.everyday import (
    NO_ANSWER,
    OPENERS,
    UNITS,
    count_openers,
    is_everyday_number,
    is_question,
)
from assist.privacy.masking import MASK
from assist.privacy.numbers import bare, find_runs, is_number
from assist.privacy.password_words import (
    IS,
    NOT_WORDS,
    NOUNS,
    PLAIN,
    REFUSING,
    SAYS,
    STATES,
)
from assist.privacy.replaced import without_remark
from assist.privacy.spelling import find_codes

_TO = frozenset({"as", "to", "como", "auf", "a"})
_CLOSERS = frozenset(
    "thanks thank please okay ok and but if is for did do does got i can there pero bitte "
    "danke".split()
)
_JOINS = frozenset({"and", "&", "y", "und"})
_MAX_ANSWER = 8
"""A longer line is talk about a password rather than the password."""
_MAX_CLAUSE = 9
"""Words between "password" and "is" ("the password i have been using for the app is …")."""
_LEAST_SPELLED = 3
_SHORT_ANSWER = 3
_ADDED_WORDS = 2
_USED = frozenset(
    """typing typed type entering entered enter putting put used using use tried trying try set
    changed have had got said gave is was uso puse""".split()
)
_FOR = frozenset({"for", "as", "como", "als"})
_ABOUT = frozenset(
    """for on of to you your at in reset hint has was wrong link expired policy please again with
    question questions box field page screen manager again first so because that which it de para
    por favor und oder""".split()
)
_QUESTIONS = ("question", "hint", "prompt", "reminder", "pregunta", "frage", "sicherheitsfrage")
_GOOD = frozenset("correct good fine ready hello".split())
_CHAIN = frozenset("going to supposed meant now still just currently probably gonna".split())
_LEAD = re.compile(
    r"(?:(?:let's|let us|can|could|shall|should|i'll|i will|i'd like|i would like|i want|i wanted|"
    r"i|we|it|you|that|just|maybe|probably|possibly|perhaps|either|is it|was it|then|so|how about|"
    r"what about|make|do|go with|go for|use|used|using|take|have|try|tried|put|set|choose|chose|"
    r"picked|pick|say|said|change|changed|to|be|it's|it is|it was|might be|could be|should be|"
    r"must be|may be|would be|think|thought|believe|guess|reckon|typed|entered|as) )+"
)
_MAX_REPLY = 12
_STALLING = re.compile(
    r"\b(?:let me|hang on|hold on|one (?:moment|second|sec)|repeat|why do|why would|do you|did i|"
    r"don't|can't|cannot|no idea|not (?:sure|certain)|forgot|forgotten|can you|could you|what was|"
    r"which one|"
    r"good question|a lot|a tricky|a hard one|ages ago|years ago|we had (?:two|three|several))\b"
)
"""Who says one of these thinks aloud; an answer comes only behind a word that tells one."""
_NAMING = frozenset("called named is was it's be that's es era ist war hieß llamaba".split())
_TELLING = frozenset("was is it's called in at put said be".split())
_GUESSING = frozenset("is are was am were".split())
_LONG_GUESS = 4
_ASKS = frozenset(
    "what what's which who who's when how why can could do does did may qué cuál wie was".split()
)
_SIGNS = tuple(
    tuple(sign.split())
    for sign in (
        "exclamation mark",
        "exclamation point",
        "exclamation",
        "question mark",
        "hashtag",
        "hash sign",
        "dollar sign",
        "pound sign",
        "at sign",
        "underscore",
        "ampersand",
        "asterisk",
        "percent sign",
    )
)
_WRITTEN_PASSWORD = re.compile(r"(?=.*[A-Za-z])(?=.*[\d_])[\w!@#$%^&*+.-]{5,}")
_KINDS = frozenset(
    """password passwords passcode pass code pin login log logging sign in username user email mail
    account new old put type typed try tried typing logging signing characters phone""".split()
)
_DETERMINERS = frozenset("the this that a an my your our his her their".split())
_BEFORE = re.compile(
    r"(?:is|isn't|was|that's|that is|that was|which is|which was|this is|for|as|wasn't|"
    r"(?:and|but) (?:it|they|he|she|then|now|the \w+)(?: just| always)? (?:says|said|keeps|kept|is|"
    r"was|tells|told|goes|went|came|comes|won't)(?: \w+){0,3}|es|era|ist|war|como|als)"
    r"(?: (?:my|the|our|your|a|an|their|his|her|not|still|me|saying|wrong|incorrect|invalid|"
    r"correct|right|current|old|new|actual|account|online|mi|la|su|mein|meine|das|die|ihr))*$"
)
"""What ties a value to the name of its kind behind it ("… is the wrong", "… and it says")."""


def find_password(
    tokens: Sequence[str], first: int, last: int, *, is_answer: bool, is_long: bool = True
) -> tuple[int, int] | None:
    """The words of a password: all that follow "is", or a short answer to the question for it.

    `is_long`: a clause may come before the "is" ("the password that i use for the app is …").
    """
    last = without_remark(tokens, first, last)
    words = [bare(token) for token in tokens[first:last]]
    name = bare(tokens[first - 1]) if first > 0 else ""
    if name.startswith(_QUESTIONS) and not is_answer and not _is_answer_named(tokens[:first]):
        return None  # what follows is the question
    is_named = first > 0 and bare(tokens[first - 1]).endswith("'s")
    if first == 0 and not is_answer:
        return _spelled(tokens, first, last)
    if is_answer:
        begin = _answer_start(words)
    elif is_named:
        begin = count_openers(words)
    else:
        begin = _start_after_name(tokens, first, last, words, is_long=is_long)
    begin += _count_leads(words[begin:])
    end = begin
    while end < len(words) and (end == begin or words[end] not in _CLOSERS):
        end += 1
    if words[end : end + 1] and words[end] in _JOINS and len(words) - end <= _ADDED_WORDS:
        end = len(words)  # "fish and chips"
    is_none = any(
        word in (NO_ANSWER if is_answer and begin == count_openers(words) else REFUSING)
        for word in words[begin : end if is_answer else begin + 1]
        if len(word) > 1 or words[begin] == word
    )
    if not is_answer and words[begin : begin + 1] and words[begin] in NO_ANSWER | STATES:
        is_none = True
    spelled = _spelled(tokens, first, last)
    is_none = is_none or _is_talk(tokens[first + begin : first + end])
    if is_none or not begin < end <= begin + _MAX_ANSWER:
        return spelled
    if is_answer and begin == 1 and words[0] in _GOOD and end - begin >= _SHORT_ANSWER:
        begin = 0  # "correct horse battery staple"
    found = first + begin, first + end
    return found if spelled is None else (min(found[0], spelled[0]), max(found[1], spelled[1]))


def _is_talk(tokens: Sequence[str]) -> bool:
    """Whether words say something of a password rather than what it is."""
    words = [bare(token) for token in tokens]
    if any(word in UNITS for word in words) or (words and words[0] in STATES):
        return True
    return bool(find_dates(tokens)) or all(
        word in STATES or word in NO_ANSWER or word in OPENERS or word in PLAIN for word in words
    )


def _is_answer_named(before: Sequence[str]) -> bool:
    """Whether it is the answer that is named, not its question ("answer to the question")."""
    return any(bare(token) in {"answer", "respuesta", "antwort"} for token in before[-6:])


def _answer_start(words: Sequence[str]) -> int:
    """Where an answer's value begins: "the word is …", "i grew up in …", "um …"."""
    begin = count_openers(words)
    if any(word in REFUSING for word in words[begin:]):
        return begin
    verbs = [
        index
        for index, word in enumerate(words)
        if word in IS | SAYS and begin <= index < len(words) - 1
    ]
    is_told = bool({"i", "we", "she", "he", "they", "you"} & {*words[begin : begin + 1]})
    if is_told and verbs:
        return verbs[-1] + 1 + count_openers(words[verbs[-1] + 1 :])
    named = [index for index in verbs if words[index] in IS and index <= begin + _SHORT_ANSWER]
    if named and not set(words[named[-1] + 1 :]) <= OPENERS | NOT_WORDS:
        return named[-1] + 1 + count_openers(words[named[-1] + 1 :])
    return begin


def _count_leads(words: Sequence[str]) -> int:
    """Words that lead up to a password ("let's go with", "i think it was")."""
    lead = _LEAD.match(" ".join([*words, ""]))
    return len(lead[0].split()) if lead is not None else 0


def _start_after_name(
    tokens: Sequence[str], first: int, last: int, words: Sequence[str], *, is_long: bool
) -> int:
    """Where the value begins that follows its name at `first`; `len(words)` if none does."""
    if any(is_question([word]) for word in words[:_SHORT_ANSWER]) and last < len(tokens):
        return len(words)  # "one of your security questions what was the name of …"
    clause = words[: _MAX_CLAUSE if is_long else _SHORT_ANSWER - 1]
    verbs = [index for index, word in enumerate(clause) if word in IS]
    while len(verbs) > 1 and set(clause[verbs[0] + 1 : verbs[1]]) <= _CHAIN:
        verbs.pop(0)  # "is going to be"
    if verbs and not any(word in REFUSING for word in clause[: verbs[0]]):
        begin = verbs[0] + 1
        begin += words[begin : begin + 1] in (["called"], ["named"])
        return begin + count_openers(words[begin:])
    ties = [index for index, word in enumerate(words[:2]) if word in _TO]
    if ties:
        return ties[0] + 1
    is_direct = (
        last == len(tokens)
        and 0 < len(words) <= _SHORT_ANSWER
        and not any(word in _ABOUT or word in OPENERS or word in NO_ANSWER for word in words)
    )
    if is_direct and not is_question(tokens[:first]):
        return 0  # "mother's maiden name ..." and no more
    return len(words)


def find_answers(tokens: Sequence[str], first: int, last: int) -> list[tuple[int, int]]:
    """What a short reply to a security question tells: its words that say something.

    "We got married in …", "… but she went by …": names between words that everybody uses.
    """
    words = [bare(token) for token in tokens[first:last]]
    said = [word for word in words if len(word) > 1]  # without what is spelled
    if len(said) > _MAX_REPLY or (words and words[0] in _ASKS):
        return []
    told = [index for index, word in enumerate(words) if word in _NAMING]
    if told and not _is_plain(words[told[-1] + 1 :]):  # "it was a labrador called …"
        first, words = first + told[-1] + 1, words[told[-1] + 1 :]
    is_guess = bool(words) and words[0] in _GUESSING and len(said) > _LONG_GUESS
    if is_guess or _STALLING.search(" ".join(words)):
        verbs = [index for index, word in enumerate(words) if word in _TELLING]
        if not verbs or is_guess:
            return []  # "gosh that was years ago let me think"
        first, words = first + verbs[-1] + 1, words[verbs[-1] + 1 :]
    is_plain = [word in PLAIN or word in NO_ANSWER or word in OPENERS for word in words]
    spans: list[tuple[int, int]] = []
    for index, word in enumerate(words):
        if word in NOUNS or is_plain[index] or not word:
            continue
        begin, end = index, index + 1
        while begin > 0 and words[begin - 1] in NOUNS - {"the"}:
            begin -= 1
        while end < len(words) and words[end] in NOUNS:
            end += 1
        if spans and words[spans[-1][1] : begin] in ([], ["and"]):
            spans[-1] = (spans[-1][0], end)
        elif not spans or begin >= spans[-1][1]:
            spans.append((begin, end))
        else:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
    if not spans and 0 < len(words) - count_openers(words) <= _SHORT_ANSWER:
        begin = count_openers(words)
        if all(word in NOUNS for word in words[begin:]):
            spans.append((begin, len(words)))  # "high street"
    return [(first + begin, first + end) for begin, end in spans]


def find_coded(tokens: Sequence[str], first: int, last: int) -> list[tuple[int, int]]:
    """Words that digits or signs mark as a password where one is talked about.

    "Capital p pumpkin fifty five exclamation mark", "Trinity11!"; numbers that count are none.
    """
    words = [bare(token) for token in tokens]
    dates = find_dates(tokens)
    marks = [
        (run.first, run.last)
        for run in find_runs(tokens[:last])
        if run.first >= first
        and not is_everyday_number(tokens, run)
        and not run.is_clock_or_year
        and not any(begin <= run.first < end for begin, end in dates)
    ]
    marks += [
        (index, index + len(sign))
        for sign in _SIGNS
        for index in range(first, last - len(sign) + 1)
        if tuple(words[index : index + len(sign)]) == sign
    ]
    marks += [
        (index, index + 1)
        for index in range(first, last)
        if _WRITTEN_PASSWORD.fullmatch(tokens[index].rstrip(".,;:?"))
    ]
    marks += [(index, index + 1) for index in range(first, last) if tokens[index] == MASK]
    spans: list[tuple[int, int]] = []
    for begin, end in sorted(marks):
        while begin > first and end - begin <= _MAX_ANSWER and _may_begin(words, begin - 1):
            begin -= 1
        if spans and begin <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], end))
        else:
            spans.append((begin, end))
    return spans


def _may_begin(words: Sequence[str], index: int) -> bool:
    """Whether the word at `index` may be a part of the password that goes on behind it."""
    word = words[index]
    if word in {"capital", "uppercase", "lowercase"} or (len(word) == 1 and word not in {"i"}):
        return True
    return word not in NOT_WORDS | PLAIN | _CLOSERS | NO_ANSWER | OPENERS | _USED | _KINDS


def is_telling(tokens: Sequence[str]) -> bool:
    """Whether no word of an answer is one that everybody uses all the time."""
    words = [bare(token) for token in tokens]
    return not any(_is_plain([word]) or word in STATES or word in _CLOSERS for word in words)


def _is_plain(words: Sequence[str]) -> bool:
    """Whether words tell nothing of an answer."""
    return all(w in PLAIN or w in NOUNS or w in NO_ANSWER or w in OPENERS for w in words)


def find_used(tokens: Sequence[str], last: int) -> tuple[int, int] | None:
    """A password that is said before its name at `last` ("i type … for the pin")."""
    words = [bare(token) for token in tokens[:last]]
    return _used_for(tokens, words, last) or _tied_to(words)


def _used_for(tokens: Sequence[str], words: Sequence[str], last: int) -> tuple[int, int] | None:
    verbs = [index for index, word in enumerate(words) if word in _USED]
    ties = [index for index, word in enumerate(words) if word in _FOR]
    if last < len(tokens) and bare(tokens[last]) in _FOR:
        ties.append(last)
    if not verbs or not ties or ties[-1] < last - 2:
        return None
    begin = verbs[-1] + 1
    while begin < len(words) and words[begin] in {"in", "to", "it"}:
        begin += 1
    if set(words[begin : begin + 1]) & (_DETERMINERS | NO_ANSWER):
        return None  # "i have a question for …"
    return (begin, ties[-1]) if begin < ties[-1] <= begin + _MAX_ANSWER else None


def _tied_to(words: Sequence[str]) -> tuple[int, int] | None:
    """A value that is told its kind at the line's end: "it's … that's my", "… is the wrong"."""
    text = " ".join(words)
    link = _BEFORE.search(text)
    if link is None or link.start() == 0:
        return None
    end = len(text[: link.start()].split())
    begin = end
    while begin > 0 and words[begin - 1] not in NOT_WORDS | IS | SAYS | NO_ANSWER | OPENERS:
        begin -= 1
    before = words[begin - 1 : begin]
    if (before and before[0] in _DETERMINERS) or is_question(words[:_SHORT_ANSWER]):
        return None  # "the trouble is my password"
    is_short = 0 < end - begin <= _MAX_ANSWER - 2
    return (begin, end) if is_short and not all(map(is_number, words[begin:end])) else None


def _spelled(tokens: Sequence[str], first: int, last: int) -> tuple[int, int] | None:
    """A password that is spelled out, letter by letter."""
    codes = [
        (start, end)
        for start, end, items in find_codes(tokens, first, last, has_signs=True)
        if items >= _LEAST_SPELLED
    ]
    return (codes[0][0], codes[-1][1]) if codes else None
