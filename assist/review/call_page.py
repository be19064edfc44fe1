"""One call as a page that needs nothing else: its time axis, scorecard, words and remarks.

`call_html` gives a page for a browser, with the axis as SVG; with a `picture` the axis is that
image, in the simpler HTML that Qt's printing understands.
"""

from collections.abc import Iterator
from html import escape

from assist.core.events import Detection
from assist.core.review import (
    CommentKind,
    ReviewCall,
    Score,
    ScoreKind,
    Severity,
    Waveform,
)
from assist.core.words import Party
from assist.core.written import OUTCOME_WORDS, written

_STYLE = """
:root{color-scheme:light dark;--text:#16202a;--quiet:#566472;--line:#dfe4e8;--page:#fff;
--agent:#0b6e69;--customer:#4a4fb0;--red:#b3261e;--warm:#9a5b00;--green:#1b6e3c;--still:#f0f2f4}
@media(prefers-color-scheme:dark){:root{--text:#e8edf1;--quiet:#9aa8b5;--line:#2b343d;--page:#12171c;
--agent:#4cc2b8;--customer:#a6abff;--red:#ff8a80;--warm:#f2b85c;--green:#7bd29a;--still:#1b2229}}
body{font:14px/1.5 system-ui,sans-serif;color:var(--text);background:var(--page);max-width:60rem;
margin:2rem auto;padding:0 1rem}h1{font-size:1.4rem;margin:0}
h2{font-size:1.05rem;margin:1.6rem 0 .4rem}
p{margin:.2rem 0}.quiet{color:var(--quiet)}table{border-collapse:collapse;width:100%}
td{padding:.25rem .6rem .25rem 0;vertical-align:top;border-bottom:1px solid var(--line)}
td.t{color:var(--quiet);white-space:nowrap;font-variant-numeric:tabular-nums}td.r{text-align:right}
.agent{color:var(--agent)}.customer{color:var(--customer)}.red{color:var(--red)}
.warm{color:var(--warm)}.green{color:var(--green)}svg{width:100%;height:auto;display:block}
svg text{font-size:11px;fill:var(--quiet)}.q{fill:var(--still)}.m{stroke:var(--line)}
.c{stroke:var(--customer);fill:none;stroke-width:2}.fc{fill:var(--customer)}.fa{fill:var(--agent)}
.fr{fill:var(--red)}.fw{fill:var(--warm)}.fg{fill:var(--green)}
@media print{body{margin:0}tr{break-inside:avoid}}
"""
_WIDTH, _HEIGHT = 900, 190
_TOP, _BOTTOM, _WAVES = 16, 100, {Party.CUSTOMER: 122, Party.AGENT: 146}
_WAVE, _BAR = 20, 3
_LEAST_RANGE = 60
_BAD = frozenset(
    "dead_end leave_cancel ask_supervisor social_media_public legal anger restrained_anger "
    "giving_up impatient".split()
)
_WARM = frozenset(
    "frustration worry disappointment exhaustion confusion repeat_contact told_transfers "
    "canned_empathy transfer barrier policy open_promise hold".split()
)
_GOOD = frozenset(
    "empathy apology_ownership uses_name confirms_understanding concrete_follow_up way_forward "
    "choice thanks resolved promise gratitude_relief came_back".split()
)
_KINDS = {
    CommentKind.COMMENT: "",
    CommentKind.ANSWER: " (answer)",
    CommentKind.DISPUTE: " (dispute)",
    CommentKind.LINE: " (sent during the call)",
}
_NAMES = {
    "name_used": "Name used",
    "problem_confirmed": "Problem confirmed",
    "acknowledged": "Feeling acknowledged",
    "dead_ends": "Dead ends",
    "dead_ends_replaced": "Dead ends replaced",
    "promises_timed": "Promises with a time",
    "prompts_heeded": "Prompts heeded",
    "talked_over": "Talked over",
    "longest_silence": "Longest silence",
    "resolved": "Resolved on this call",
}


def call_html(call: ReviewCall, waveform: Waveform | None, *, picture: str = "") -> str:
    """The page. `picture` names an image of the axis that stands in for the drawing."""
    who = escape(_customer(call))
    axis = (
        f'<p><img src="{escape(picture)}" width="640"></p>' if picture else axis_svg(call, waveform)
    )
    return (
        "<!doctype html><html lang='en'><head><meta charset='utf-8'>"
        "<meta name='viewport' content='width=device-width'>"
        f"<title>Call with {who}</title><style>{'' if picture else _STYLE}</style></head><body>"
        f"{''.join(_head(call))}{axis}{''.join(_parts(call))}</body></html>\n"
    )


def _head(call: ReviewCall) -> Iterator[str]:
    row = call.row
    begun = row.started_at.astimezone()
    outcome = OUTCOME_WORDS.get(row.outcome, row.outcome or "open").lower()
    about = f"with {row.agent or 'unknown agent'}, {begun.day} {begun:%b %Y %H:%M}, "
    yield f"<h1>{escape(_customer(call))}</h1>"
    yield f"<p class='quiet'>{escape(about)}{_clock(row.duration_ms)} · {escape(outcome)}</p>"
    if row.problem:
        yield f"<p>“{escape(written(row.problem))}”</p>"
    for reason in row.reasons:
        ink = "red" if reason.severity is Severity.NOW else "warm"
        words = f" “{escape(written(reason.detail))}”" if reason.detail else ""
        name = reason.reason.replace("_", " ")
        yield f"<p><b class='{ink}'>{escape(name)}</b> at {_clock(reason.at)}{words}</p>"


def _parts(call: ReviewCall) -> Iterator[str]:
    yield "<h2>Scorecard</h2><table>"
    for score in call.scores:
        lead = "" if score.lead is None else f"lead: {_score(score, _given(score.lead))}"
        yield (
            f"<tr><td>{escape(_NAMES.get(score.item, score.item))}</td>"
            f"<td class='r'>{_score(score, score.value)}</td><td class='r'>{lead}</td></tr>"
        )
    yield "</table>"
    if call.promises:
        yield "<h2>Promises</h2>"
        for promise in call.promises:
            due = promise.due or "no time was given"
            yield f"<p>{escape(written(promise.what))}, {escape(due)}</p>"
    if call.comments:
        yield "<h2>Comments</h2>"
        for comment in call.comments:
            at = "" if comment.at is None else f" at {_clock(comment.at)}"
            said = f"{comment.by}{_KINDS[comment.kind]}{at}: {comment.text}"
            yield f"<p>{escape(said)}</p>"
    yield "<h2>What was said</h2><table width='100%'>"
    yield from _lines(call)
    yield "</table>"


def _lines(call: ReviewCall) -> Iterator[str]:
    names = {Party.AGENT: call.row.agent or "Agent", Party.CUSTOMER: _customer(call)}
    found: dict[tuple[Party, int | None], dict[str, Detection]] = {}
    for fact in call.detections:
        found.setdefault((fact.party, fact.evidence.utterance), {})[fact.label] = fact
    for said in call.utterances:
        notes = ", ".join(
            f"<span class='{_ink(label)}'>{escape(label.replace('_', ' '))}</span>"
            for label in found.get((said.party, said.number), {})
            if label != "driver"
        )
        yield (
            f"<tr><td class='t'>{_clock(said.start)}</td>"
            f"<td class='{said.party.value}'>{escape(names[said.party])}</td>"
            f"<td>{escape(written(said.text))}</td><td>{notes}</td></tr>"
        )


def _ink(label: str) -> str:
    if label in _BAD:
        return "red"
    if label in _WARM:
        return "warm"
    return "green" if label in _GOOD else "quiet"


def _customer(call: ReviewCall) -> str:
    return call.row.customer_name or call.row.customer_number or "Unknown caller"


def _clock(ms: int) -> str:
    return f"{ms // 60_000}:{ms // 1000 % 60:02d}"


def _given(lead: int) -> int | None:
    """A lead's value; -1 stands for "never" or "nothing to say" (`ui.review.scores`)."""
    return None if lead == -1 else lead


def _score(score: Score, value: int | None) -> str:
    if score.item == "acknowledged" and value is None:
        return "never" if score.of else "no need"
    if value is None:
        return "–"
    match score.kind:
        case ScoreKind.YES_NO:
            return "yes" if value else "no"
        case ScoreKind.OF:
            return f"{value} of {score.of}"
        case ScoreKind.SECONDS:
            return f"{'after ' if score.item == 'acknowledged' else ''}{value} s"
        case _:
            return f"{value}×"


# --- the axis -----------------------------------------------------------------------------------


def axis_svg(call: ReviewCall, waveform: Waveform | None) -> str:
    """Feeling, both sides' sound, silence, talk-over, prompts and comments on one time axis."""
    return (
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="Time axis of the call">'
        f"{''.join(_drawn(call, waveform))}</svg>"
    )


def _drawn(call: ReviewCall, waveform: Waveform | None) -> Iterator[str]:
    duration = max(1, call.row.duration_ms)

    def x(at: int) -> float:
        return round(min(at, duration) / duration * _WIDTH, 1)

    span = max([_LEAST_RANGE, *(abs(point.level) for point in call.feelings)])
    middle = (_TOP + _BOTTOM) / 2

    def y(level: float) -> float:
        return round(middle - (_BOTTOM - _TOP) / 2 * level / span, 1)

    for still in call.silences:
        yield _box("q", x(still.start), 110, x(still.end) - x(still.start), 48, "silence")
    for over in call.talk_overs:
        yield _box("fw", x(over.start), 110, max(2, x(over.end) - x(over.start)), 2, "talk-over")
    yield f'<line class="m" x1="0" y1="{middle}" x2="{_WIDTH}" y2="{middle}"/>'
    points = [(0.0, middle), *((x(point.at), y(point.level)) for point in call.feelings)]
    points.append((float(_WIDTH), points[-1][1]))
    yield f'<polyline class="c" points="{" ".join(f"{px},{py}" for px, py in points)}"/>'
    for pivot in call.pivots:
        near = [point.level for point in call.feelings if point.at <= pivot.at]
        words = escape(written(pivot.evidence.text)) if pivot.evidence else ""
        name = "pivot up" if pivot.is_up else "pivot down"
        yield (
            f'<circle class="{"fg" if pivot.is_up else "fr"}" cx="{x(pivot.at)}" '
            f'cy="{y(near[-1] if near else 0)}" r="4.5"><title>{name}: {words}</title></circle>'
        )
    for party, line in _WAVES.items():
        yield from _wave(call, waveform, party, line, duration)
    for cue in call.cues:
        if cue.shown_at is not None:
            at = x(cue.shown_at)
            yield (
                f'<path class="fw" d="M{at - 4} 168L{at + 4} 168L{at} 161Z">'
                f"<title>{escape(cue.headline)}</title></path>"
            )
    for reason in call.row.reasons:
        yield _box("fr", x(reason.at), 0, 3, 6, reason.reason.replace("_", " "))
    step = next((s for s in (10, 30, 60, 120, 300, 600) if duration / 1000 / s <= 12), 1800)
    for second in range(step, duration // 1000, step):
        yield f'<text x="{x(second * 1000)}" y="184" text-anchor="middle">'
        yield f"{_clock(second * 1000)}</text>"


def _wave(
    call: ReviewCall, waveform: Waveform | None, party: Party, line: int, duration: int
) -> Iterator[str]:
    """A bar for every few pixels: as loud as it was, or half high where somebody spoke."""
    kind = "fa" if party is Party.AGENT else "fc"
    peaks = waveform.side(party) if waveform else b""
    loudest = max(peaks, default=0) or 1
    for at in range(0, _WIDTH, _BAR * 2):
        start, end = at * duration // _WIDTH, (at + _BAR * 2) * duration // _WIDTH
        if waveform is not None:
            step = waveform.step_ms
            heard = peaks[start // step : max(start // step + 1, end // step)]
            share = sum(heard) / max(1, len(heard)) / loudest
        else:
            share = 0.5 * any(
                said.party is party and said.start < end and said.end > start
                for said in call.utterances
            )
        height = max(1.0, round(share * _WAVE, 1))
        yield f'<rect class="{kind}" x="{at}" y="{line - height / 2}" width="{_BAR}" '
        yield f'height="{height}"/>'


def _box(kind: str, x: float, y: float, width: float, height: float, title: str) -> str:
    return (
        f'<rect class="{kind}" x="{x}" y="{y}" width="{round(width, 1)}" height="{height}">'
        f"<title>{escape(title)}</title></rect>"
    )
