"""What a Spanish promise holds (who, what, when), and the times people say in Spanish."""

import re
from datetime import datetime, timedelta

from assist.core.phrases import Match
from assist.core.tokens import Tokens
from assist.detect.promises import PromiseParts
from assist.detect.times import DueTime

_MAX_WORDS = 14
_LOOK_BACK = 6
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "cero un dos tres cuatro cinco seis siete ocho nueve diez once doce".split()
    )
} | {"una": 1, "uno": 1, "media": 0.5, "quince": 15, "veinte": 20, "treinta": 30, "cuarenta": 40}
_N = "(?:" + "|".join((*sorted(_NUMBERS, key=len, reverse=True), r"\d+")) + ")"
_DAYS = "lunes martes miercoles jueves viernes sabado domingo".split()
_UNITS = {"minuto": 1, "hora": 60, "dia": 1440, "semana": 10_080}

_DURATION = re.compile(
    rf"\b(?:en|dentro de|antes de|en menos de|a mas tardar en)(?: un plazo de| las proximas| los "
    rf"proximos| unas| unos)? (?P<n>{_N}) (?P<unit>minuto|hora|dia|semana)s?(?: (?P<work>habiles|"
    rf"laborables))?\b"
)
_DAY = re.compile(
    rf"\b(?P<day>hoy|pasado mañana|(?<!de la )(?<!por la )(?<!esta )mañana|"
    rf"(?:el |este |el proximo )?(?:{'|'.join(_DAYS)}))\b"
)
_PART = re.compile(r"\b(?:esta|por la|de la|a la) (?P<part>mañana|tarde|noche)\b")
_CLOCK = re.compile(
    rf"\b(?:a|antes de|sobre|hacia|para) las? (?P<hour>{_N})(?: y (?P<minute>media|cuarto))?"
    r"(?: de la (?P<part>mañana|tarde|noche))?\b"
)
_END = re.compile(
    r"\b(?:a finales|antes del? final|a el final|final) de (?:la |el )?(semana|dia)\b"
)
_VAGUE = re.compile(
    r"\b(?:pronto|en breve|lo antes posible|cuanto antes|en cuanto (?:pueda|podamos)|mas tarde|"
    r"algun dia|en su momento|enseguida|en seguida)\b"
)
_PARTS = {"mañana": 12, "tarde": 18, "noche": 21}
_CLOSE = 18

_SUBJECT = re.compile(
    r"(?:un |una |el |la |mi |su )?(?:supervisora?|compañer[oa]|tecnic[oa]|encargad[oa]|"
    r"responsable|equipo|especialista|departamento)\b"
)
_FILLER = frozenset("le les te se lo la me nos usted ya y que a".split())


def find_spanish_due(tokens: Tokens, start: int, end: int, now: datetime | None) -> DueTime | None:
    """The due time said within tokens `start` to `end`; a vague word is no moment."""
    text = " ".join(tokens.texts[start:end])
    found = [
        match
        for pattern in (_DURATION, _DAY, _PART, _CLOCK, _END)
        if (match := pattern.search(text))
    ]
    if not found:
        vague = _VAGUE.search(text)
        return None if vague is None else DueTime(vague.group(), None)
    found.sort(key=lambda match: match.start())
    said = text[found[0].start() : max(match.end() for match in found)]
    return DueTime(said, None if now is None else _moment(found, now))


def _moment(found: list[re.Match[str]], now: datetime) -> datetime:
    by_pattern = {match.re: match for match in found}
    if (duration := by_pattern.get(_DURATION)) is not None:
        return _after(duration, now)
    day = now
    if (named := by_pattern.get(_DAY)) is not None:
        day = _day_of(named["day"], now)
    clock, part = by_pattern.get(_CLOCK), by_pattern.get(_PART)
    if clock is not None:
        return _at_clock(clock, part, day, now)
    if (end := by_pattern.get(_END)) is not None and end[1] == "semana":
        day = now + timedelta(days=(4 - now.weekday()) % 7)
    return _at(day, _PARTS[part["part"]] if part is not None else _CLOSE)


def _after(match: re.Match[str], now: datetime) -> datetime:
    count = float(_NUMBERS.get(match["n"], 0) or match["n"])
    if match["work"]:
        day = now
        while count > 0:
            day += timedelta(days=1)
            count -= day.weekday() < 5
        return _at(day, _CLOSE)
    return now + timedelta(minutes=count * _UNITS[match["unit"]])


def _day_of(name: str, now: datetime) -> datetime:
    if name == "hoy":
        return now
    if name.endswith("mañana"):
        return now + timedelta(days=2 if name.startswith("pasado") else 1)
    weekday = _DAYS.index(name.split()[-1])
    return now + timedelta(days=(weekday - now.weekday() - 1) % 7 + 1)


def _at_clock(
    clock: re.Match[str], part: re.Match[str] | None, day: datetime, now: datetime
) -> datetime:
    hour = int(float(_NUMBERS.get(clock["hour"], 0) or clock["hour"]))
    minute = {"media": 30, "cuarto": 15}.get(clock["minute"] or "", 0)
    named = clock["part"] or (part["part"] if part is not None else "")
    if hour <= 12 and (named in {"tarde", "noche"} or (not named and hour < 8)):
        hour += 12 if hour < 12 else 0
    due = _at(day, hour, minute)
    if due <= now and day is now:
        later = due + timedelta(hours=12)
        due = later if later > now and hour < 12 and not named else due + timedelta(days=1)
    return due


def _at(day: datetime, hour: int, minute: int = 0) -> datetime:
    start = day.replace(hour=0, minute=0, second=0, microsecond=0)
    return start + timedelta(hours=hour, minutes=minute)


def spanish_promise_parts(tokens: Tokens, match: Match, now: datetime | None) -> PromiseParts:
    """Read a promise from the words that `match` found it in."""
    before = " ".join(tokens.texts[max(0, match.start - 4) : match.end])
    subject = _SUBJECT.search(before)
    who = "yo" if subject is None else subject.group().strip()
    words = tokens.texts[match.start : match.start + _MAX_WORDS]
    due = find_spanish_due(tokens, max(0, match.start - _LOOK_BACK), len(tokens), now)
    text = " ".join(words)
    if due is not None and due.text in text:
        text = text[: text.index(due.text)].strip()
    what = text if any(word not in _FILLER for word in text.split()) else ""
    is_vague = due is None or (due.at is None and _VAGUE.fullmatch(due.text) is not None)
    missing = [name for name, lacks in (("what", not what), ("when", is_vague)) if lacks]
    return PromiseParts(
        who=who,
        what=what,
        due="" if due is None else due.text,
        due_at="" if due is None or due.at is None else due.at.isoformat(timespec="minutes"),
        missing=tuple(missing),
    )


def clear_spanish_due(tokens: Tokens, now: datetime | None) -> DueTime | None:
    """A time that completes a promise; None where there is none or only a vague word."""
    due = find_spanish_due(tokens, 0, len(tokens), now)
    return None if due is None or _VAGUE.fullmatch(due.text) else due
