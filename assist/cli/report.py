"""`assist report`: what a scheduler can write every week."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from rich.table import Table

from assist import app
from assist.cli.calls_common import find_id, make_console, notice
from assist.cli.common import Subparsers, add_command, days
from assist.cli.desk import caught_up_desk
from assist.core.errors import AssistError

if TYPE_CHECKING:
    from assist.core.team import Group, TeamFigures

_EXAMPLES = """\
assist report team                            what goes well and what goes wrong, last 8 weeks
assist report team --days 7 --html week.html  a page to read or print
assist report team --days 7 --pdf week.pdf    the same to print
assist report team --csv team.csv             the same for a sheet
assist report call last --html call.html      one call with its time axis, to read or send
assist report call last --pdf call.pdf        the same to print"""
_DAYS = 56


class ReportError(AssistError):
    """A report cannot be made or written as asked."""


def add_parser(subparsers: Subparsers) -> None:
    parser = add_command(
        subparsers,
        "report",
        help="a call or the team's figures as a page, a PDF, a table or a sheet",
        examples=_EXAMPLES,
        run=lambda args: _need_action(parser),
    )
    actions = parser.add_subparsers(metavar="ACTION", title="actions")
    team = actions.add_parser(
        "team", help="figures by agent and week", description="Figures by agent and week."
    )
    team.add_argument("--days", type=days, default=_DAYS, help=f"the last so many days ({_DAYS})")
    team.add_argument("--agent", default="", metavar="NAME", help="only this agent's calls")
    team.add_argument("--rank-by", default="", metavar="FIGURE", help="order agents by a figure")
    team.add_argument("--html", type=Path, metavar="FILE", help="write a page")
    team.add_argument("--pdf", type=Path, metavar="FILE", help="write a PDF")
    team.add_argument("--csv", type=Path, metavar="FILE", help="write a sheet")
    team.add_argument(
        "--local", action="store_true", help="this computer's calls, not the team's database"
    )
    team.add_argument("--json", action="store_true", help="one JSON object")
    team.set_defaults(run=run_team)
    call = actions.add_parser(
        "call", help="one call with its time axis", description="One call with its time axis."
    )
    call.add_argument("call", metavar="ID", help="a call's id, its first letters, or 'last'")
    call.add_argument("--html", type=Path, metavar="FILE", help="write a page")
    call.add_argument("--pdf", type=Path, metavar="FILE", help="write a PDF")
    call.set_defaults(run=run_call)


def _need_action(parser: argparse.ArgumentParser) -> int:
    parser.print_help()
    return 2


def run_team(args: argparse.Namespace) -> int:
    """Print the figures, or write them where asked."""
    from assist.core.team import put_in_order
    from assist.review.team_figures import FIGURES
    from assist.review.team_page import team_csv, team_html

    if args.rank_by and args.rank_by not in FIGURES:
        raise ReportError(f"'{args.rank_by}' is no figure; choose one of: {', '.join(FIGURES)}.")
    with caught_up_desk(is_local=args.local) as desk:
        figures = desk.team(args.days, args.agent)
    if args.rank_by:
        figures = put_in_order(figures, args.rank_by)
    if args.html is not None:
        _write(args.html, team_html(figures))
    if args.pdf is not None:
        args.print_team(team_html(figures, has_pictures=True), figures, args.pdf)
    if args.csv is not None:
        _write(args.csv, team_csv(figures))
    if args.json:
        sys.stdout.write(msgspec.json.encode(figures).decode() + "\n")
    elif args.html is None and args.csv is None and args.pdf is None:
        _show(figures)
    return 0


def run_call(args: argparse.Namespace) -> int:
    """Write one call as a page, a PDF, or both; without a file the page goes to the output."""
    from assist.review.call_page import call_html

    with app.open_store() as store:
        call_id = find_id(store, args.call)
    desk = app.review_desk(is_local=True)
    try:
        call, waveform = desk.call(call_id), desk.waveform(call_id)
    finally:
        desk.close()
    if args.html is not None:
        _write(args.html, call_html(call, waveform))
    if args.pdf is not None:
        args.print_call(call_html(call, waveform, picture="axis.png"), call, waveform, args.pdf)
    if args.html is None and args.pdf is None:
        sys.stdout.write(call_html(call, waveform))
    return 0


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise ReportError(
            f"{file} cannot be written ({error.strerror}); choose another place."
        ) from None


def _show(figures: "TeamFigures") -> None:
    from assist.core.team import LEAST_CALLS

    if not figures.team.calls:
        notice(f"No call was stored from {figures.since} to {figures.until}.")
        return
    console = make_console()
    console.print(_team_table(figures.team))
    for groups in (figures.agents, figures.weeks):
        console.print()
        console.print(_group_table(groups))
    if not figures.is_ranked:
        notice(
            f"Agents by name: nobody is ranked below {LEAST_CALLS} calls. "
            "In brackets 95 % intervals."
        )


def _team_table(team: "Group") -> Table:
    from assist.review.team_page import figure_text

    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column("1 call" if team.calls == 1 else f"{team.calls} calls")
    table.add_column("", no_wrap=True)
    for figure in team.figures:
        table.add_row(figure.name, figure_text(figure))
    return table


def _group_table(groups: "tuple[Group, ...]") -> Table:
    from assist.review.team_page import short_text

    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column("")
    table.add_column("calls", justify="right")
    for figure in groups[0].figures:
        table.add_column(figure.name, justify="right")
    for group in groups:
        table.add_row(group.name, str(group.calls), *(short_text(f) for f in group.figures))
    return table
