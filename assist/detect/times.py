"""Times people say ("by four this afternoon", "within two days") and the moment they mean."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from assist.core.tokens import Tokens

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
_NUMBERS: dict[str, float] = {
    **{word: index for index, word in enumerate(_UNITS)},
    **_TENS,
    "a": 1,
    "an": 1,
    "couple": 2,
    "few": 3,
    "half": 0.5,
}
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_PARTS = {
    "morning": 12,
    "noon": 12,
    "midday": 12,
    "lunch": 12,
    "lunchtime": 12,
    "afternoon": 17,
    "close": 17,
    "evening": 20,
    "night": 22,
    "tonight": 22,
    "midnight": 24,
}
"""The hour by which something promised for that part of the day is due."""

_BUSINESS_CLOSE = 17
_N = r"(?:\d+|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r")"
_HOUR = r"(?:1[0-2]|[1-9]|" + "|".join(_UNITS[1:13]) + ")"
_DAY = "(?:" + "|".join(_DAYS) + ")"
_PART = "(?:" + "|".join(_PARTS) + ")"
_LEAD = r"(?:by|before|until|around|about|at|on|after|no later than|not later than) "

_DURATION = re.compile(
    rf"\b(?:in|within|after|next|under|inside|another) (?:the )?(?:next )?"
    rf"(?:about |around |maybe )?"
    rf"(?:(?P<n>{_N})(?: (?P<n2>{_N}))?(?: (?:and|to|or) (?:a half|{_N}))? )?"
    rf"(?:a |an |of )?(?:(?P<business>business|working) )?"
    rf"(?P<unit>minutes?|hours?|days?|weeks?|months?)\b"
)
_AWAY = re.compile(
    rf"\b(?P<n>{_N})(?: (?P<n2>{_N}))? (?P<business>(?!))?(?P<unit>minutes?|hours?) "
    rf"(?:away|out|from now|to go)\b"
)
_DAY_EXPRESSION = re.compile(
    rf"\b(?:(?:{_LEAD})?(?:the )?(?P<end>end|close) of (?:the |this |next )?(?:business |working )?"
    rf"(?P<of>day|week|month|business|today|tomorrow)"
    rf"|(?:{_LEAD})?(?:this |next |coming |on )?(?P<name>today|tonight|tomorrow|{_DAY})"
    rf"(?: (?P<part>{_PART}))?"
    rf"|(?:{_LEAD})?(?:this|the) (?P<now>{_PART})|(?:by|before|at|until) (?P<bare>{_PART}))\b"
)
_CLOCK = re.compile(
    rf"\b(?:{_LEAD})(?:(?P<past>half|quarter) (?P<dir>past|to) )?(?P<hour>{_HOUR})"
    rf"(?:(?: |:)(?P<minute>o'?clock|thirty|fifteen|forty five|[0-5]\d))?"
    rf"(?: ?(?P<ampm>a ?m|p ?m))?"
    rf"(?! (?:minutes?|hours?|days?|weeks?|months?|times?|percent|people))\b"
)
_VAGUE = re.compile(
    r"\b(?:soon|shortly|eventually|some ?time|at some point|as soon as (?:possible|we can|i can)|"
    r"asap|in due course|in a (?:bit|while)|later|right away|immediately|straight away|"
    r"one of these days)\b"
)


@dataclass(frozen=True, slots=True)
class DueTime:
    """A time as said; `at` is the moment it means, None where only a vague word was said."""

    text: str
    at: datetime | None


def find_due(tokens: Tokens, start: int, end: int, now: datetime | None) -> DueTime | None:
    """The due time said within tokens `start` to `end`, or None.

    Without `now` (no wall clock known) the words are kept and the moment is None.
    """
    text = " ".join(tokens.texts[start:end])
    found = [
        match
        for pattern in (_DURATION, _AWAY, _DAY_EXPRESSION, _CLOCK)
        for match in pattern.finditer(text)
    ]
    if not found:
        vague = _VAGUE.search(text)
        return None if vague is None else DueTime(vague.group(), None)
    found.sort(key=lambda match: match.start())
    said = _joined(text, found)
    return DueTime(said, None if now is None else _resolve(found, now))


def _joined(text: str, found: list[re.Match[str]]) -> str:
    """The words from the first time expression to those that follow it closely."""
    begin, finish = found[0].span()
    for match in found[1:]:
        if match.start() - finish <= 12:
            finish = max(finish, match.end())
    return text[begin:finish]


def _resolve(found: list[re.Match[str]], now: datetime) -> datetime | None:
    """The moment: a day, a part of it and an hour may be said in one breath, in any order."""
    duration = next((match for match in found if match.re in {_DURATION, _AWAY}), None)
    days = [match for match in found if match.re is _DAY_EXPRESSION]
    clock = next((match for match in found if match.re is _CLOCK), None)
    if clock is None and not days:
        return None if duration is None else _after(duration, now)
    day = next((_day_of(match, now) for match in days if match["name"] or match["of"]), None)
    part = next((part for match in days if (part := _part_of(match))), "")
    if clock is not None:
        return _clock_time(clock, day, part, now)
    base = now if day is None else day
    due = _at_hour(base, _PARTS[part] if part else _BUSINESS_CLOSE)
    if due > now:
        return due
    # "by noon" said at two means tomorrow; "today" said after closing time, before it is over.
    is_bare = day is None and any(match["bare"] for match in days)
    return due + timedelta(days=1) if is_bare else _at_hour(now, 24)


def _part_of(match: re.Match[str]) -> str:
    """The part of the day in a day expression, or ""."""
    part = match["part"] or match["now"] or match["bare"]
    return part or ("tonight" if match["name"] == "tonight" else "")


def _number(word: str | None) -> float:
    if word is None:
        return 1
    return float(word) if word.isdigit() else _NUMBERS[word]


def _after(match: re.Match[str], now: datetime) -> datetime:
    count = _number(match["n"])
    if match["n2"] is not None and match["n"] != "half":
        # "twenty four", "a few", "a couple"
        second = _number(match["n2"])
        count = second if count == 1 else count + second if count >= 20 else max(count, second)
    unit = match["unit"].rstrip("s")
    if match["business"] and unit == "day":
        return _add_business_days(now, int(count))
    if unit == "month":
        return now + timedelta(days=30 * count)
    return now + timedelta(**{unit + "s": count})


def _add_business_days(now: datetime, count: int) -> datetime:
    day = now
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day.replace(hour=_BUSINESS_CLOSE, minute=0, second=0, microsecond=0)


def _at_hour(day: datetime, hour: int, minute: int = 0) -> datetime:
    start = day.replace(hour=0, minute=0, second=0, microsecond=0)
    return start + timedelta(hours=hour, minutes=minute)


def _day_of(match: re.Match[str], now: datetime) -> datetime:
    name = match["name"]
    if name == "tomorrow" or match["of"] == "tomorrow":
        return now + timedelta(days=1)
    if name in _DAYS:
        return now + timedelta(days=(_DAYS.index(name) - now.weekday() - 1) % 7 + 1)
    if match["of"] == "week":
        return now + timedelta(days=(4 - now.weekday()) % 7)
    if match["of"] == "month":
        following = (now.replace(day=28) + timedelta(days=4)).replace(day=1)
        return following - timedelta(days=1)
    return now


def _clock_time(clock: re.Match[str], day: datetime | None, part: str, now: datetime) -> datetime:
    hour = int(clock["hour"]) if clock["hour"].isdigit() else _UNITS.index(clock["hour"])
    said = clock["minute"] or ""
    minute = int(said) if said.isdigit() else _MINUTES.get(said, 0)
    if clock["past"]:
        shift = 30 if clock["past"] == "half" else 15
        is_past = clock["dir"] == "past"
        hour, minute = (hour, shift) if is_past else ((hour - 2) % 12 + 1, 60 - shift)
    base = now if day is None else day
    half = (clock["ampm"] or "").replace(" ", "")
    if half == "am" or (not half and part == "morning"):
        candidates = [hour % 12]
    elif half == "pm" or part in {"afternoon", "evening", "night", "tonight"}:
        candidates = [hour % 12 + 12]
    else:
        # Which half of the day is left out where it is clear: the next hour people work.
        candidates = [each for each in (hour % 12, hour % 12 + 12) if 7 <= each <= 19]
    dues = [_at_hour(base, each, minute) for each in candidates]
    later = [due for due in dues if due > now]
    if later:
        return later[0]
    return dues[0] + timedelta(days=1) if day is None else dues[0]


_MINUTES = {"thirty": 30, "fifteen": 15, "forty five": 45}
