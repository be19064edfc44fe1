"""A team's figures as one page that needs nothing else: HTML for a browser, lines for a sheet."""

import csv
import io
from collections.abc import Iterator
from html import escape

from assist.core.team import LEAST_CALLS, Figure, Group, TeamFigures, picture_of
from assist.core.written import plain_cell

_STYLE = """
:root{color-scheme:light dark;--text:#1d2430;--quiet:#5b6472;--line:#dfe3ea;--page:#fff;
--bar:#2f6fb2;--range:#b9cfe6}
@media(prefers-color-scheme:dark){:root{--text:#e8ebf0;--quiet:#a3adbb;--line:#333b47;
--page:#171b21;--bar:#6ea8e0;--range:#2f4660}}
body{font:15px/1.5 system-ui,sans-serif;color:var(--text);background:var(--page);max-width:64rem;
margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem;margin:0}h2{font-size:1.1rem;margin:2rem 0 .5rem}
p{color:var(--quiet);margin:.3rem 0}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.35rem .6rem;
border-bottom:1px solid var(--line);vertical-align:middle}th{font-weight:600}
td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
svg{display:block}.b{fill:var(--bar)}.r{fill:var(--range)}@media print{body{margin:0}}
"""
_WIDTH, _HEIGHT = 200, 12


def team_csv(figures: TeamFigures) -> str:
    """One line for each group and figure; shares in percent with their intervals."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["kind", "name", "calls", "figure", "done", "cases", "percent", "low", "high"])
    for kind, groups in (
        ("team", (figures.team,)),
        ("agent", figures.agents),
        ("week", figures.weeks),
    ):
        for group in groups:
            name = plain_cell(group.name)
            for figure in group.figures:
                percent = [
                    f"{100 * value:.1f}" for value in (figure.share, figure.low, figure.high)
                ]
                writer.writerow(
                    [
                        kind,
                        name,
                        group.calls,
                        figure.name,
                        figure.done,
                        figure.cases,
                    ]
                    + (percent if figure.cases else ["", "", ""])
                )
    return out.getvalue()


def team_html(figures: TeamFigures, *, has_pictures: bool = False) -> str:
    """A page with the team's figures, each agent's and each week's, printable.

    `has_pictures` takes pictures named by `picture_of` for the bars that it draws otherwise.
    """
    return (
        "<!doctype html><html lang='en'><head><meta charset='utf-8'>"
        "<meta name='viewport' content='width=device-width'>"
        f"<title>Team figures {figures.since} to {figures.until}</title><style>{_STYLE}</style>"
        f"</head><body>{''.join(_body(figures, has_pictures=has_pictures))}</body></html>\n"
    )


def _body(figures: TeamFigures, *, has_pictures: bool) -> Iterator[str]:
    yield "<h1>Team figures</h1>"
    yield f"<p>{figures.since} to {figures.until}, {figures.team.calls} calls. "
    yield "The pale bar is the 95 % interval: where two of them overlap, the difference may be "
    yield "chance.</p>"
    yield _table(figures.team, has_pictures=has_pictures)
    yield "<h2>Agents</h2>"
    if not figures.is_ranked:
        yield f"<p>By name. Nobody is ranked below {LEAST_CALLS} calls: chance would decide.</p>"
    yield _overview(figures.agents)
    yield "<h2>Weeks</h2>"
    yield _overview(figures.weeks)


def _table(group: Group, *, has_pictures: bool) -> str:
    bar = _picture if has_pictures else _bar
    rows = "".join(
        f"<tr><td>{escape(figure.name)}</td><td>{bar(figure)}</td>"
        f"<td class='n'>{figure_text(figure)}</td></tr>"
        for figure in group.figures
    )
    return f"<table>{rows}</table>"


def _overview(groups: tuple[Group, ...]) -> str:
    if not groups:
        return "<p>No calls.</p>"
    heads = "".join(f"<th align='left'>{escape(figure.name)}</th>" for figure in groups[0].figures)
    rows = "".join(
        f"<tr><td>{_unbroken(group)}</td><td class='n'>{group.calls}</td>"
        + "".join(f"<td class='n'>{short_text(figure)}</td>" for figure in group.figures)
        + "</tr>"
        for group in groups
    )
    return f"<table><tr><th></th><th align='left'>calls</th>{heads}</tr>{rows}</table>"


def _unbroken(group: Group) -> str:
    """A week's name is short enough for one line; an agent's may not be."""
    name = escape(group.name)
    return name.replace(" ", "&nbsp;") if group.begins else name


def _bar(figure: Figure) -> str:
    if not figure.cases:
        return ""
    low, high, share = (round(_WIDTH * value) for value in (figure.low, figure.high, figure.share))
    return (
        f"<svg width='{_WIDTH}' height='{_HEIGHT}' role='img' aria-label='{short_text(figure)}'>"
        f"<rect class='r' x='{low}' y='0' width='{max(2, high - low)}' height='{_HEIGHT}' rx='3'/>"
        f"<rect class='b' x='0' y='4' width='{share}' height='{_HEIGHT - 8}' rx='2'/></svg>"
    )


def _picture(figure: Figure) -> str:
    if not figure.cases:
        return ""
    return f"<img src='{picture_of(figure)}' width='{_WIDTH}' height='{_HEIGHT}'>"


def figure_text(figure: Figure) -> str:
    """ "12 of 40, 30 % (18 to 45)"; a dash where there is nothing to say."""
    if not figure.cases:
        return "–"
    return (
        f"{figure.done} of {figure.cases}, {100 * figure.share:.0f} % "
        f"({100 * figure.low:.0f} to {100 * figure.high:.0f})"
    )


def short_text(figure: Figure) -> str:
    """ "30 % of 40"."""
    return f"{100 * figure.share:.0f} % of {figure.cases}" if figure.cases else "–"
