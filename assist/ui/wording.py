"""Times, feelings and rules in the words the sidebar uses. Plain Python but for translation."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from assist.core.events import Feeling, Trend
from assist.core.words import Party
from assist.core.written import written

_SOON_DAYS = 7


def _tr(text: str) -> str:
    return QCoreApplication.translate("Wording", text)


def clock_text(at_ms: int) -> str:
    """`251000` → "04:11"; an hour and more as "1:04:11"."""
    seconds = max(0, at_ms) // 1000
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    if hours:
        return f"{hours}:{minutes:02d}:{seconds:02d}"
    return f"{minutes:02d}:{seconds:02d}"


def duration_text(ms: int) -> str:
    """`251000` → "4 min 11 s"."""
    minutes, seconds = divmod(max(0, ms) // 1000, 60)
    if minutes:
        return _tr("{minutes} min {seconds} s").format(minutes=minutes, seconds=seconds)
    return _tr("{seconds} s").format(seconds=seconds)


def day_text(day: date, pattern: str = "") -> str:
    """ "20 Nov" in the windows' language, or by another pattern of Qt's ("ddd", "d MMM yyyy")."""
    shown = pattern or QCoreApplication.translate("Wording", "dd MMM")
    return QLocale().toString(QDate(day.year, day.month, day.day), shown)


def due_text(due_at: str, today: datetime | None) -> str:
    """A due time as an agent would say it: "today 16:00", "Thu 16:00"; "" if not known."""
    try:
        due = datetime.fromisoformat(due_at)
    except ValueError:
        return ""
    if (due.tzinfo is None) != (today is None or today.tzinfo is None):
        today = None if today is None else today.replace(tzinfo=due.tzinfo)
    hour = "" if (due.hour, due.minute) == (0, 0) else f" {due:%H:%M}"
    if today is None:
        return f"{day_text(due)}{hour}"
    days = (due.date() - today.date()).days
    if days == 0:
        return _tr("today{hour}").format(hour=hour)
    if days == 1:
        return _tr("tomorrow{hour}").format(hour=hour)
    if 0 < days < _SOON_DAYS:
        return f"{day_text(due, 'ddd')}{hour}"
    return f"{day_text(due)}{hour}"


def feeling_text(feeling: Feeling, trend: Trend, *, is_short: bool = False) -> str:
    """ "Frustrated, getting worse"; short: "Frustrated, worse"."""
    names = {
        Feeling.NONE: _tr("Calm"),
        Feeling.FRUSTRATION: _tr("Frustrated"),
        Feeling.ANGER: _tr("Angry"),
        Feeling.WORRY: _tr("Worried"),
        Feeling.DISAPPOINTMENT: _tr("Disappointed"),
        Feeling.EXHAUSTION: _tr("Worn out"),
        Feeling.CONFUSION: _tr("Confused"),
        Feeling.GRATITUDE_RELIEF: _tr("Relieved"),
    }
    if trend is Trend.STEADY:
        return names[feeling]
    if is_short:
        turn = _tr("better") if trend is Trend.BETTER else _tr("worse")
    else:
        turn = _tr("getting better") if trend is Trend.BETTER else _tr("getting worse")
    return f"{names[feeling]}, {turn}"


def party_text(party: Party) -> str:
    return _tr("You") if party is Party.AGENT else _tr("Customer")


def quoted(text: str) -> str:
    """The words in typographic quotes."""
    return f"“{written(text.strip())}”"
