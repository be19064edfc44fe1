"""Times as agents type them ("tomorrow 16:00", "4pm", "fri 9:30", "24.11. 10:00"). Pure.

English, German and Spanish words at once: what is typed says its language itself.
"""

import re
from datetime import datetime, timedelta

_CLOSE_HOUR = 17
"""The hour that a day without one is due by: the end of a working day."""

_FIRST_HOUR = 7
"""A bare hour before this one is meant after noon."""

_DAYS: dict[str, int] = {
    **dict.fromkeys(("today", "heute", "hoy"), 0),
    **dict.fromkeys(("tomorrow", "morgen", "mañana", "manana", "tmr"), 1),
    **dict.fromkeys(("übermorgen", "uebermorgen"), 2),
}
_WEEKDAYS: dict[str, int] = {
    name: day
    for day, names in enumerate(
        (
            "monday mon montag mo lunes lun",
            "tuesday tue tues dienstag di martes mar",
            "wednesday wed mittwoch mi miércoles miercoles mié mie",
            "thursday thu thur thurs donnerstag do jueves jue",
            "friday fri freitag fr viernes vie",
            "saturday sat samstag sa sábado sabado sáb sab",
            "sunday sun sonntag so domingo dom",
        )
    )
    for name in names.split()
}
_MONTHS: dict[str, int] = {
    name: month
    for month, names in enumerate(
        (
            "jan january januar enero ene",
            "feb february februar febrero",
            "march mar märz maerz marzo",
            "apr april abril abr",
            "may mai mayo",
            "jun june juni junio",
            "jul july juli julio",
            "aug august agosto ago",
            "sep sept september septiembre",
            "oct october oktober okt octubre",
            "nov november noviembre",
            "dec december dezember dez diciembre dic",
        ),
        start=1,
    )
    for name in names.split()
}
_HOURS = {
    name: hour
    for hour, names in enumerate(
        (
            "one",
            "two dos",
            "three drei tres",
            "four vier cuatro",
            "five cinco",
            "six seis",
            "seven sieben siete",
            "eight acht ocho",
            "nine neun nueve",
            "ten zehn diez",
            "eleven elf once",
            "twelve zwölf doce",
        ),
        start=1,
    )
    for name in names.split()
}
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_DOTTED = re.compile(r"\b(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4})\b|(\d{2})\b(?!:))?")
_NAMED = re.compile(r"\b(\d{1,2})\.?\s+(?:de\s+)?([^\W\d_]+)\b")
_CLOCK = re.compile(r"\b(\d{1,2})(?::|h|\.)(\d{2})\s*(am|pm|uhr|h)?\b")
_HOUR = re.compile(r"\b(\d{1,2})\s*(am|pm|uhr|h)\b|\b(?:at|um|by|a las)\s+(\d{1,2})\b")
_AFTER = re.compile(
    r"\bin\s+(\d{1,3})\s*(min(?:ute)?n?s?|h|hours?|stunden?|horas?|days?|tagen?|días?|dias?)\b"
    r"|\ben\s+(\d{1,3})\s*(minutos?|horas?|días?|dias?)\b"
)


def parse_due(text: str, now: datetime) -> datetime | None:
    """The moment a typed time means, seen from `now`; None where it names none.

    A time of day that is over already today means tomorrow, a weekday the next one to come, and a
    day alone its working hours' end.
    """
    said = re.sub(r"[^\W\d_]+", _in_digits, text.casefold().strip())
    if not said:
        return None
    if after := _AFTER.search(said):
        return _after(after, now)
    day, rest = _day(said, now)
    clock = _clock(rest)
    if day is None and clock is None:
        return None
    base = now if day is None else day
    hour, minute = clock or (_CLOSE_HOUR, 0)
    try:
        due = base.replace(hour=hour, minute=minute, second=0, microsecond=0)
        return due + timedelta(days=1) if day is None and due <= now else due
    except (ValueError, OverflowError):
        return None


def _in_digits(word: re.Match[str]) -> str:
    return str(_HOURS.get(word[0], word[0]))


def _after(found: re.Match[str], now: datetime) -> datetime:
    count = int(found[1] or found[3])
    unit = found[2] or found[4]
    if unit.startswith("min"):
        step = timedelta(minutes=count)
    elif unit.startswith(("h", "st")):
        step = timedelta(hours=count)
    else:
        step = timedelta(days=count)
    return (now + step).replace(second=0, microsecond=0)


def _day(said: str, now: datetime) -> tuple[datetime | None, str]:
    """The day that is named, and the text without its name."""
    if found := _ISO.search(said):
        return _date(now, int(found[1]), int(found[2]), int(found[3])), _cut(said, found)
    if found := _DOTTED.search(said):
        year = int(found[3]) if found[3] else 2000 + int(found[4]) if found[4] else None
        return _date(now, year, int(found[2]), int(found[1])), _cut(said, found)
    for named in _NAMED.finditer(said):
        if month := _MONTHS.get(named[2]):
            return _date(now, None, month, int(named[1])), _cut(said, named)
    for word in re.finditer(r"[^\W\d_]+", said):
        if word[0] in _DAYS:
            return now + timedelta(days=_DAYS[word[0]]), _cut(said, word)
        if word[0] in _WEEKDAYS:
            ahead = (_WEEKDAYS[word[0]] - now.weekday() - 1) % 7 + 1
            return now + timedelta(days=ahead), _cut(said, word)
    return None, said


def _date(now: datetime, year: int | None, month: int, day: int) -> datetime | None:
    try:
        found = now.replace(year=year or now.year, month=month, day=day)
        if year is None and found.date() < now.date():
            found = found.replace(year=now.year + 1)
    except ValueError:
        return None
    return found


def _cut(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"


def _clock(said: str) -> tuple[int, int] | None:
    if found := _CLOCK.search(said):
        return _of_day(int(found[1]), int(found[2]), found[3] or "")
    if found := _HOUR.search(said):
        return _of_day(_likely(int(found[1] or found[3]), found[2] or ""), 0, found[2] or "")
    if (alone := said.strip()).isdecimal() and len(alone) <= 2:
        return _of_day(_likely(int(alone), ""), 0, "")
    return None


def _likely(hour: int, half: str) -> int:
    """Nobody promises anything for four in the morning: a bare "by 4" is in the afternoon."""
    return hour + 12 if 1 <= hour < _FIRST_HOUR and not half else hour


def _of_day(hour: int, minute: int, half: str) -> tuple[int, int] | None:
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    return (hour, minute) if hour < 24 and minute < 60 else None
