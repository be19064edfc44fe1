"""Written English to the words a recognizer should print: lower case, numbers spelled, no
punctuation.
"""

import re
from collections.abc import Iterator

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
_IRREGULAR_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
# What people type in chats instead of the contraction they would say.
_TYPED = {
    **{w.replace("'", ""): w for w in (
        "don't can't won't didn't doesn't isn't wasn't aren't weren't haven't hasn't couldn't "
        "wouldn't shouldn't i'm i've that's there's what's you're they're it'd let's he's she's "
        "who's where's you've we've they've i'd how's hadn't"
    ).split()},
    "id": "id",
    "ok": "okay",
    "k": "okay",
    "okey": "okay",
    "pls": "please",
    "plz": "please",
    "thx": "thanks",
    "u": "you",
    "ur": "your",
    "acct": "account",
    "hii": "hi",
    "ppl": "people",
    "gonna": "gonna",
    "mr": "mister",
    "mrs": "missus",
    "dr": "doctor",
    "st": "street",
    "vs": "versus",
    "etc": "etcetera",
    "e-mail": "email",
    "everytime": "every time",
    "alot": "a lot",
    "atleast": "at least",
    "aswell": "as well",
    "allright": "alright",
}  # fmt: skip
# Written in two words by some and in one by most.
_PARTED = re.compile(r"\b(?:good bye|voice mail|web site|pass word|note book)\b")
_SPLIT = re.compile(
    r"(?<!\bDr)(?<!\bMr)(?<!\bMrs)(?<![ap]\.m)[.!?;:](?=\s|$)|[\n\r]+|\.\.+|[()\[\]\"<>|*]"
)
_NUMBER = re.compile(
    r"\$\s?(?P<money>\d[\d,]*(?:\.\d+)?)"
    r"|(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?=\s?[ap]\.?m|\b)"
    r"|(?P<ordinal>\d+)(?:st|nd|rd|th)\b"
    r"|(?P<plain>\d[\d,]*)(?:\.(?P<fraction>\d+))?"
)
# Not a bare "am": that is the verb.
_MERIDIEM = re.compile(r"(?:(?<=\d)\s?([ap])\.?\s?m\b\.?)|(?:(?<![a-z])([ap])\.m\.?)")
_BAD = re.compile(r"[^a-z' ]")
_URL = re.compile(r"https?\S+|www\.\S+|\S+@\S+|[@#/]\w+")


def cardinal(number: int) -> str:
    """`number` (0 or more, below a thousand million) in words, as Americans say it, without
    "and".
    """
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (f" {ONES[number % 10]}" if number % 10 else "")
    for size, name in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            return f"{cardinal(number // size)} {name}" + (f" {cardinal(rest)}" if rest else "")
    raise AssertionError("unreachable")


def ordinal(number: int) -> str:
    """`number` as a rank: 22 is "twenty second"."""
    *head, last = cardinal(number).split()
    if last in _IRREGULAR_ORDINALS:
        last = _IRREGULAR_ORDINALS[last]
    else:
        last = last[:-1] + "ieth" if last.endswith("y") else last + "th"
    return " ".join([*head, last])


def digits(figures: str) -> str:
    """Each figure by name, as a card or telephone number is read out."""
    return " ".join(ONES[int(figure)] for figure in figures)


def year(number: int) -> str:
    """1998 as "nineteen ninety eight", 2005 as "two thousand five"."""
    if 2000 <= number < 2010 or number % 1000 == 0:
        return cardinal(number)
    tail = number % 100
    spoken = "hundred" if tail == 0 else f"oh {ONES[tail]}" if tail < 10 else cardinal(tail)
    return f"{cardinal(number // 100)} {spoken}"


def _spoken(match: re.Match[str]) -> str:
    money, hour, rank = match["money"], match["hour"], match["ordinal"]
    if money:
        whole, _, cents = money.replace(",", "").partition(".")
        words = f"{cardinal(int(whole[:9]))} {'dollar' if whole == '1' else 'dollars'}"
        cents = cents[:2].ljust(2, "0") if cents else ""
        return f" {words} " + (f"and {cardinal(int(cents))} cents " if int(cents or 0) else "")
    if hour:
        minute = int(match["minute"])
        tail = (
            "o'clock" if minute == 0 else f"oh {ONES[minute]}" if minute < 10 else cardinal(minute)
        )
        return f" {cardinal(int(hour))} {tail} "
    if rank:
        return f" {ordinal(int(rank[:6]))} "
    plain, fraction = match["plain"].replace(",", ""), match["fraction"]
    if fraction:
        return f" {cardinal(int(plain[:9]))} point {digits(fraction[:4])} "
    if len(plain) == 4 and plain[:2] in ("19", "20"):
        return f" {year(int(plain))} "
    if len(plain) > 3 and "," not in match["plain"]:
        return f" {digits(plain[:20])} "
    return f" {cardinal(int(plain[:9]))} "


def sentences(text: str) -> Iterator[str]:
    """The spoken sentences of a written `text`, in lower-case words; those with stray symbols are
    left out.
    """
    for piece in _SPLIT.split(text.replace("’", "'").replace("‘", "'")):
        line = _URL.sub(" \x00 ", piece.lower())
        line = _MERIDIEM.sub(lambda found: f" {found[1] or found[2]} m ", line)
        line = _NUMBER.sub(_spoken, line)
        line = line.replace("&", " and ").replace("%", " percent ").replace("_", " ")
        line = re.sub(r"[,\-–—/~`“”+=]", " ", line)
        words = []
        for word in line.split():
            word = word.strip("'.,:!?") if word not in ("o'clock",) else word
            if word:
                words.append(_TYPED.get(word, word))
        spoken = " ".join(words).replace("o'clock p m", "p m").replace("o'clock a m", "a m")
        spoken = _PARTED.sub(lambda found: found[0].replace(" ", ""), spoken)
        if spoken and not _BAD.search(spoken):
            yield spoken
