"""Times people say ("by four this afternoon", "within two days") and the moment they mean."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from assist.core.phrases import Tokens

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
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
    rf"\b(?:in|within|after|next|under|inside|another) (?:the )?(?:next )?(?:about |around |maybe )?"
    rf"(?:(?P<n>{_N})(?: (?P<n2>{_N}))?(?: (?:and|to|or) (?:a half|{_N}))? )?"
    rf"(?:a |an |of )?(?:(?P<business>business|working) )?"
    rf"(?P<unit>minutes?|hours?|days?|weeks?|months?)\b"
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
    rf"(?: ?(?P<ampm>a ?m|p ?m))?(?! (?:minutes?|hours?|days?|weeks?|months?|times?|percent|people))\b"
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
        for pattern in (_DURATION, _DAY_EXPRESSION, _CLOCK)
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
    duration = next((match for match in found if match.re is _DURATION), None)
    day = next((match for match in found if match.re is _DAY_EXPRESSION), None)
    clock = next((match for match in found if match.re is _CLOCK), None)
    if clock is not None:
        return _clock_time(clock, day, now)
    if day is not None:
        return _day_time(day, now)
    return None if duration is None else _after(duration, now)


def _number(word: str | None) -> float:
    if word is None:
        return 1
    return float(word) if word.isdigit() else _NUMBERS[word]


def _after(match: re.Match[str], now: datetime) -> datetime:
    count = _number(match["n"])
    if match["n2"] is not None:
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


def _day_time(match: re.Match[str], now: datetime) -> datetime:
    part = match["part"] or match["now"] or match["bare"]
    if match["name"] == "tonight":
        part = "tonight"
    due = _at_hour(_day_of(match, now), _PARTS[part] if part else _BUSINESS_CLOSE)
    if due <= now and match["bare"]:
        return due + timedelta(days=1)
    # "today", said after closing time, means before the day is over.
    return due if due > now else _at_hour(now, 24)


def _clock_time(clock: re.Match[str], day: re.Match[str] | None, now: datetime) -> datetime:
    hour = int(clock["hour"]) if clock["hour"].isdigit() else _UNITS.index(clock["hour"])
    minute = {"thirty": 30, "fifteen": 15, "forty five": 45}.get(clock["minute"] or "", 0)
    if clock["minute"] and clock["minute"].isdigit():
        minute = int(clock["minute"])
    if clock["past"]:
        shift = 30 if clock["past"] == "half" else 15
        hour, minute = (
            (hour, shift) if clock["dir"] == "past" else ((hour - 2) % 12 + 1, 60 - shift)
        )
    base = now if day is None else _day_of(day, now)
    half = (clock["ampm"] or "").replace(" ", "")
    part = "" if day is None else (day["part"] or day["now"] or day["name"] or "")
    if half == "am" or part == "morning":
        return _next(_at_hour(base, hour % 12, minute), now, day)
    if half == "pm" or part in {"afternoon", "evening", "night", "tonight"}:
        return _next(_at_hour(base, hour % 12 + 12, minute), now, day)
    # Nobody says which half of the day when it is clear: the next such hour of a working day.
    for candidate in (hour % 12, hour % 12 + 12):
        due = _at_hour(base, candidate, minute)
        if due > now and 7 <= candidate <= 19:
            return due
    return _next(_at_hour(base, hour % 12 + 12, minute), now, day)


def _next(due: datetime, now: datetime, day: re.Match[str] | None) -> datetime:
    return due + timedelta(days=1) if due <= now and day is None else due
