"""Reasons, scores, labels and ages in the words the review window uses."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from assist.core.events import Detection
from assist.core.review import CallRow, CommentKind, FlagReason, Score, ScoreKind, SeenCue
from assist.core.words import Party
from assist.ui.drivers import driver_text
from assist.ui.wording import day_text

_MS_PER_MINUTE = 60_000


def _tr(text: str) -> str:
    return QCoreApplication.translate("Review", text)


def reason_text(reason: str) -> str:
    """A reason on its pill: as short as can be."""
    words = {
        "manager_asked": _tr("Asked for manager"),
        "at_risk": _tr("Leaving"),
        "agent_asked_help": _tr("Agent asks for help"),
        "angry_at_end": _tr("Angry at the end"),
        "dead_end_standing": _tr("Dead end"),
        "angry_transfer": _tr("Transferred angry"),
        "upset_at_end": _tr("Upset at the end"),
        "not_acknowledged": _tr("Not acknowledged"),
        "promise_overdue": _tr("Promise overdue"),
        "promise_without_time": _tr("Promise without time"),
        "repeat_unresolved": _tr("Called again"),
        "agent_flagged": _tr("Marked by agent"),
        "notice_not_said": _tr("Notice not said"),
        "prompts_ignored": _tr("Prompts not heeded"),
        "sound_lost": _tr("Sound lost"),
    }
    return words.get(reason, reason.replace("_", " "))


def outcome_text(outcome: str) -> str:
    words = {
        "resolved": _tr("resolved"),
        "follow_up": _tr("follow-up"),
        "unresolved": _tr("unresolved"),
        "": _tr("open"),
    }
    return words.get(outcome, outcome.replace("_", " "))


def customer_text(row: CallRow) -> str:
    return row.customer_name or row.customer_number or _tr("Unknown caller")


def length_text(ms: int) -> str:
    """`461000` → "7:41"."""
    minutes, seconds = divmod(ms // 1000, 60)
    return f"{minutes}:{seconds:02d}"


def age_text(begun: datetime, now: datetime) -> str:
    """ "today 14:02", "yesterday 09:10", "18 Nov 09:10"; another year's with its year."""
    here = begun.astimezone(now.tzinfo)
    days = (now.date() - here.date()).days
    clock = f"{here:%H:%M}"
    if days == 0:
        return _tr("today {clock}").format(clock=clock)
    if days == 1:
        return _tr("yesterday {clock}").format(clock=clock)
    if here.year == now.year:
        return f"{day_text(here, _tr('d MMM'))} {clock}"
    return day_text(here, _tr("d MMM yyyy"))


def row_about(row: CallRow, now: datetime) -> str:
    """The second line of a call: who had it, when, how long."""
    agent = row.agent or _tr("unknown agent")
    return f"{agent} · {age_text(row.started_at, now)} · {length_text(row.duration_ms)}"


def reasons_text(reasons: tuple[FlagReason, ...]) -> str:
    return ", ".join(reason_text(each.reason) for each in reasons)


def score_name(item: str) -> str:
    words = {
        "name_used": _tr("Name used"),
        "problem_confirmed": _tr("Problem confirmed"),
        "acknowledged": _tr("Feeling acknowledged"),
        "dead_ends": _tr("Dead ends"),
        "dead_ends_replaced": _tr("Dead ends replaced"),
        "promises_timed": _tr("Promises with a time"),
        "prompts_heeded": _tr("Prompts heeded"),
        "talked_over": _tr("Talked over"),
        "longest_silence": _tr("Longest silence"),
        "resolved": _tr("Resolved on this call"),
    }
    return words.get(item, item.replace("_", " "))


def score_text(score: Score, value: int | None) -> str:
    """A value of the score as it reads: "3×", "yes", "after 20 s", "3 of 4"."""
    match score.kind:
        case ScoreKind.YES_NO:
            if value is None:
                return "–"
            return _tr("yes") if value else _tr("no")
        case ScoreKind.TIMES:
            return "–" if value is None else f"{value}×"
        case ScoreKind.OF:
            if value is None:
                return _tr("none")
            return _tr("{count} of {all}").format(count=value, all=score.of)
        case ScoreKind.SECONDS if score.item == "acknowledged":
            if value is not None:
                return _tr("after {seconds} s").format(seconds=value)
            return _tr("never") if score.of else _tr("no need")
        case ScoreKind.SECONDS if score.item == "longest_silence" and value == 0:
            return _tr("short")
        case _:
            return "–" if value is None else _tr("{seconds} s").format(seconds=value)


def detection_text(fact: Detection) -> str:
    """A detection beside its line, with its detail where that says more."""
    words = {
        "dead_end": _tr("dead end"),
        "empathy": _tr("acknowledged"),
        "canned_empathy": _tr("formula, not empathy"),
        "apology_ownership": _tr("took ownership"),
        "uses_name": _tr("name used"),
        "confirms_understanding": _tr("problem confirmed"),
        "concrete_follow_up": _tr("follow-up named"),
        "transfer": _tr("transfer"),
        "way_forward": _tr("way forward"),
        "searching": _tr("looking into it"),
        "hold": _tr("hold"),
        "barrier": _tr("barrier"),
        "policy": _tr("policy"),
        "choice": _tr("choice offered"),
        "impatient": _tr("impatient"),
        "thanks": _tr("thanked"),
        "thanks_formula": _tr("thanks, as a formula"),
        "closing": _tr("closing"),
        "resolved": _tr("solved"),
        "promise": _tr("promise"),
        "open_promise": _tr("promise without time"),
        "frustration": _tr("frustration"),
        "anger": _tr("anger"),
        "worry": _tr("worry"),
        "disappointment": _tr("disappointment"),
        "exhaustion": _tr("worn out"),
        "confusion": _tr("confusion"),
        "gratitude_relief": _tr("relief"),
        "leave_cancel": _tr("wants to leave"),
        "ask_supervisor": _tr("asks for a manager"),
        "social_media_public": _tr("going public"),
        "legal": _tr("legal steps"),
        "gives_name": _tr("gives the name"),
        "restrained_anger": _tr("restrained anger"),
        "repeat_contact": _tr("called before"),
        "told_transfers": _tr("was passed around"),
        "giving_up": _tr("giving up"),
        "came_back": _tr("came back"),
        "problem_statement": _tr("the problem"),
        "driver": _tr("cause"),
    }
    name = words.get(fact.label, fact.label.replace("_", " "))
    if fact.label in _WITH_INTENSITY and fact.detail:
        return f"{name} {fact.detail}"
    if fact.label == "driver" and fact.detail:
        return _tr("cause: {causes}").format(causes=", ".join(driver_texts(fact.detail.split(","))))
    return name


_WITH_INTENSITY = frozenset(
    "frustration anger worry disappointment exhaustion confusion gratitude_relief".split()
)


def label_text(label: str) -> str:
    """A label by itself, as in a list of what may have been missed."""
    from assist.core.words import Evidence

    nothing = Evidence(party=None, text="", start=0, end=0)
    return detection_text(
        Detection(at=0, number=0, label=label, party=Party.AGENT, evidence=nothing)
    )


def driver_texts(drivers: list[str] | tuple[str, ...]) -> list[str]:
    return [driver_text(driver) for driver in drivers if driver]


def cue_text(cue: SeenCue) -> str:
    """What became of a prompt, beside its line."""
    endings = {
        "heeded": _tr("prompt heeded"),
        "dismissed": _tr("prompt put away"),
        "expired": _tr("prompt not heeded"),
        "stood_down": _tr("done unprompted"),
        "withdrawn": _tr("prompt taken back"),
        "suppressed": _tr("prompt kept back"),
    }
    text = endings.get(cue.ending, _tr("prompt shown"))
    if cue.shown_at is not None and cue.delay_ms is not None:
        seconds = f"{cue.delay_ms / 1000:.1f}"
        return _tr("{what}, shown after {seconds} s").format(what=text, seconds=seconds)
    return text


def comment_kind_text(kind: CommentKind) -> str:
    words = {
        CommentKind.COMMENT: _tr("comment"),
        CommentKind.ANSWER: _tr("answer"),
        CommentKind.DISPUTE: _tr("disputed"),
        CommentKind.LINE: _tr("sent during the call"),
    }
    return words[kind]


def speed_text(speed: float) -> str:
    return f"{speed:g}×"


def notice_text(notice: str) -> str:
    """What callers are told about transcribing; "" where nobody answered."""
    texts = {
        "announcement": _tr("An announcement before they reach the agent"),
        "agent": _tr("The agent says it at the beginning"),
        "written": _tr("In writing"),
        "none": _tr("Nothing"),
    }
    return texts.get(notice, "")
