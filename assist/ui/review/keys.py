"""The window's keys: one table, from which docs and the help page are made too."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReviewKeys", text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """`action` names a method of the window's key table; `leads_only` is off for agents."""

    action: str
    chord: str
    leads_only: bool = False


KEYS = (
    Key(action="flagged", chord="Ctrl+1"),
    Key(action="all", chord="Ctrl+2"),
    Key(action="team", chord="Ctrl+3"),
    Key(action="causes", chord="Ctrl+4"),
    Key(action="live", chord="Ctrl+5", leads_only=True),
    Key(action="followups", chord="Ctrl+6"),
    Key(action="search", chord="Ctrl+F"),
    Key(action="list", chord="Ctrl+L"),
    Key(action="transcript", chord="Ctrl+T"),
    Key(action="axis", chord="Ctrl+A"),
    Key(action="scorecard", chord="Ctrl+E"),
    Key(action="next_call", chord="Ctrl+Down"),
    Key(action="previous_call", chord="Ctrl+Up"),
    Key(action="play", chord="Space"),
    Key(action="back", chord="Alt+Left"),
    Key(action="forth", chord="Alt+Right"),
    Key(action="next_moment", chord="N"),
    Key(action="last_moment", chord="Shift+N"),
    Key(action="slower", chord="["),
    Key(action="faster", chord="]"),
    Key(action="skip_silence", chord="S"),
    Key(action="comment", chord="C"),
    Key(action="mark_right", chord="1", leads_only=True),
    Key(action="mark_wrong", chord="2", leads_only=True),
    Key(action="mark_missed", chord="M", leads_only=True),
    Key(action="reviewed", chord="R", leads_only=True),
    Key(action="hand", chord="H", leads_only=True),
    Key(action="coach", chord="K", leads_only=True),
    Key(action="export", chord="Ctrl+S"),
    Key(action="refresh", chord="F5"),
    Key(action="keys", chord="F1"),
)


def key_text(action: str) -> str:
    """What a key does, in a few words."""
    words = {
        "flagged": _tr("Flagged calls"),
        "all": _tr("All calls"),
        "team": _tr("Figures of the team"),
        "causes": _tr("Why customers call"),
        "live": _tr("Calls that need you now"),
        "followups": _tr("Promises to keep"),
        "search": _tr("Search words said"),
        "list": _tr("Go to the list"),
        "transcript": _tr("Go to what was said"),
        "axis": _tr("Go to the time axis"),
        "scorecard": _tr("Go to the scorecard"),
        "next_call": _tr("Next call"),
        "previous_call": _tr("Previous call"),
        "play": _tr("Play or pause"),
        "back": _tr("Five seconds back"),
        "forth": _tr("Five seconds on"),
        "next_moment": _tr("Next moment"),
        "last_moment": _tr("Moment before"),
        "slower": _tr("Slower"),
        "faster": _tr("Faster"),
        "skip_silence": _tr("Skip silence, or not"),
        "comment": _tr("Comment at this moment"),
        "mark_right": _tr("What was found is right"),
        "mark_wrong": _tr("What was found is wrong"),
        "mark_missed": _tr("Something was missed"),
        "reviewed": _tr("Mark reviewed, or take it back"),
        "hand": _tr("Hand to another lead"),
        "coach": _tr("Coach, or not"),
        "export": _tr("Export the call"),
        "refresh": _tr("Read the list again"),
        "keys": _tr("These keys"),
    }
    return words[action]
