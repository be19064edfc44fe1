"""`assist review`: the lead's window, recordings taken in, comments on one's own calls."""

import argparse

from rich.table import Table
from rich.text import Text

from assist import app
from assist.cli.calls_common import LATEST, make_console, notice
from assist.cli.common import Subparsers, add_command, clock
from assist.cli.desk import caught_up_desk
from assist.cli.review_import import add_import_arguments, run_import, run_take_in
from assist.cli.sheet import add_csv_argument, write_sheet
from assist.core.errors import UsageError
from assist.core.interfaces import ReviewDesk
from assist.core.review import CallRow, CommentKind, Order, ReviewFilter, Severity

_EXAMPLES = """\
assist review                                the window: flagged calls, each in full
assist review --local                        this computer's calls, not the team's
assist review list --csv flagged.csv -n 500  the same as a sheet
assist review list                           flagged calls nobody has reviewed yet
assist review import recordings/             all recordings of a folder
assist review import 1-agent.wav 1-customer.wav
assist review import calls/ --pattern "{date}_{time}_{agent}_{number}"
assist review import --list calls.csv        files and what is known of them in a list
assist review mine                           what leads said of my calls
assist review answer 20261122 "I had no other date."
assist review marks                          precision and recall from leads' marks"""

_HEADS = (
    *("call", "begun", "seconds", "agent", "customer", "number", "outcome"),
    *("severity", "reasons", "reviewed_by", "handed_to", "comments"),
)
_SEVERITIES = {Severity.NOW: "red", Severity.SOON: "yellow", Severity.NOTE: "dim"}


def add_parser(subparsers: Subparsers) -> None:
    parser = add_command(
        subparsers,
        "review",
        help="look at finished calls: the lead's window, recordings, comments",
        examples=_EXAMPLES,
        run=run_window,
    )
    _add_local(parser)
    actions = parser.add_subparsers(metavar="ACTION", title="actions")
    listed = _add(actions, "list", "flagged calls, the most severe first", run_list)
    listed.add_argument("--all", action="store_true", help="reviewed ones too")
    listed.add_argument("--agent", default="", help="calls of this agent")
    listed.add_argument("--days", type=int, default=0, metavar="N", help="of the last N days")
    listed.add_argument("-n", "--number", type=int, default=30, help="at most this many (30)")
    add_csv_argument(listed)
    _add_local(listed)
    taken = _add(actions, "import", "take in recordings: transcribe and judge them", run_import)
    add_import_arguments(taken)
    mine = _add(actions, "mine", "comments on my own calls", run_mine)
    mine.add_argument("--window", action="store_true", help="in the window")
    for name, text in (
        ("answer", "answer the latest comment on a call of mine"),
        ("dispute", "say what I see differently"),
    ):
        reply = _add(actions, name, text, run_reply)
        reply.add_argument("call", metavar="ID", help="a call's id, its first letters, or 'last'")
        reply.add_argument("text", help="what to say")
        reply.set_defaults(kind=CommentKind(name))
    marks = _add(actions, "marks", "precision and recall of what is detected, by marks", run_marks)
    _add_local(marks)
    taking = _add(actions, "take-in", argparse.SUPPRESS, run_take_in)
    taking.add_argument("--model", default="")


def _add_local(parser: argparse.ArgumentParser) -> None:
    # Suppressed: a command's own default would undo what was said before it.
    parser.add_argument(
        "--local",
        action="store_true",
        default=argparse.SUPPRESS,
        help="the calls of this computer, though a team database is set",
    )


def _is_local(args: argparse.Namespace) -> bool:
    return bool(getattr(args, "local", False))


def _add(actions: Subparsers, name: str, help: str, run: object) -> argparse.ArgumentParser:
    lines = [line for line in _EXAMPLES.splitlines() if line.split()[2:3] == [name]]
    if help is argparse.SUPPRESS:
        parser = actions.add_parser(name)
    else:
        parser = actions.add_parser(
            name,
            help=help,
            description=help[0].upper() + help[1:] + ".",
            epilog="examples:\n" + "\n".join(f"  {line}" for line in lines) if lines else None,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
    parser.set_defaults(run=run)
    return parser


def run_window(args: argparse.Namespace) -> int:
    """Open the window."""
    return _open_window(args, is_agent=False)


def _open_window(args: argparse.Namespace, *, is_agent: bool) -> int:
    opened = args.open_review(is_agent, _is_local(args))
    assert isinstance(opened, int)
    return opened


def run_list(args: argparse.Namespace) -> int:
    """Flagged calls as a table."""
    wanted = ReviewFilter(
        is_flagged=True,
        is_reviewed=None if args.all else False,
        agent=args.agent,
        days=max(0, args.days),
        order=Order.URGENT,
    )
    with caught_up_desk(is_local=_is_local(args)) as desk:
        rows, count = desk.rows(wanted, max(1, args.number), 0), desk.count(wanted)
    if args.csv is not None:
        write_sheet(args.csv, _HEADS, (_sheet_row(row) for row in rows))
        return 0
    if not rows:
        notice("No flagged call waits; 'assist calls list' shows all calls.")
        return 0
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for title in ("Call", "Begun", "Length", "Agent", "Customer", "Reasons"):
        table.add_column(title, no_wrap=title in {"Call", "Begun", "Length"})
    for row in rows:
        table.add_row(*_cells(row))
    make_console().print(table)
    if count > len(rows):
        notice(f"{count - len(rows)} more; -n {count} shows them all.")
    return 0


def _sheet_row(row: CallRow) -> tuple[object, ...]:
    return (
        row.id,
        row.started_at.isoformat(timespec="seconds"),
        round(row.duration_ms / 1000),
        row.agent,
        row.customer_name,
        row.customer_number,
        row.outcome,
        row.severity.name.lower(),
        "; ".join(reason.reason for reason in row.reasons),
        row.status.reviewed_by,
        row.status.handed_to,
        row.comments,
    )


def _cells(row: CallRow) -> tuple[str | Text, ...]:
    begun = row.started_at.astimezone()
    reasons = Text()
    for reason in row.reasons:
        if reasons:
            reasons.append(", ")
        words = reason.reason.replace("_", " ")
        reasons.append(words, style=_SEVERITIES.get(reason.severity, ""))
    return (
        row.id,
        f"{begun.day:2} {begun:%b} {begun:%H:%M}",
        clock(row.duration_ms),
        row.agent or "-",
        row.customer_name or row.customer_number or "-",
        reasons,
    )


def run_mine(args: argparse.Namespace) -> int:
    """What was said of the agent's own calls."""
    if args.window:
        return _open_window(args, is_agent=True)
    with caught_up_desk(is_agent=True) as desk:
        rows = [row for row in desk.rows(_everything(), 1000, 0) if row.comments]
        for row in rows:
            _print_comments(desk, row)
    if not rows:
        notice(f"Nobody has commented on a call of {desk.who}.")
    return 0


def _everything() -> ReviewFilter:
    return ReviewFilter(order=Order.NEWEST)


def _print_comments(desk: ReviewDesk, row: CallRow) -> None:
    console = make_console()
    begun = row.started_at.astimezone()
    who = row.customer_name or row.customer_number or "unknown caller"
    console.print(Text(f"{row.id}  {who}, {begun.day} {begun:%b %H:%M}", style="bold"))
    for comment in desk.call(row.id).comments:
        at = "" if comment.at is None else f" at {clock(comment.at)}"
        kind = "" if comment.kind is CommentKind.COMMENT else f" ({comment.kind})"
        kind = " (sent during the call)" if comment.kind is CommentKind.LINE else kind
        indent = "    " if comment.answers else "  "
        console.print(Text(f"{indent}{comment.by}{kind}{at}: {comment.text}"))


def run_reply(args: argparse.Namespace) -> int:
    """Answer or dispute the latest lead's comment on a call of one's own."""
    with caught_up_desk(is_agent=True) as desk:
        row = _mine(desk, args.call)
        asked = [each for each in desk.call(row.id).comments if each.by != desk.who]
        if not asked:
            raise UsageError(f"Nobody has commented on {row.id}; there is nothing to answer.")
        kind = CommentKind(args.kind)
        desk.comment(row.id, args.text, kind=kind, answers=asked[-1].answers or asked[-1].id)
    notice(f"Said to {asked[-1].by} on {row.id}.")
    return 0


def _mine(desk: ReviewDesk, asked: str) -> CallRow:
    rows = desk.rows(_everything(), 1000, 0)
    found = [row for row in rows if asked == LATEST or row.id.startswith(asked)]
    if not found:
        raise UsageError(f"There is no call '{asked}' of {desk.who}; see 'assist review mine'.")
    if len(found) > 1 and asked != LATEST:
        commented = [row for row in found if row.comments]
        if len(commented) != 1:
            raise UsageError(f"Several calls begin with '{asked}'; type more.")
        found = commented
    return found[0]


def run_marks(args: argparse.Namespace) -> int:
    """Precision and recall per label, as far as leads have judged."""
    desk = app.review_desk(is_local=_is_local(args))
    try:
        marks = desk.label_marks()
    finally:
        desk.close()
    if not marks:
        notice("Nobody has marked a detection yet; 'assist review' opens the window for it.")
        return 0
    from assist.review.scoring import score

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for title in ("Label", "Right", "Wrong", "Missed", "Precision", "Recall"):
        table.add_column(title, justify="left" if title == "Label" else "right")
    for each in marks:
        judged = score(hits=each.right, false=each.wrong, missed=each.missed)
        has_found, has_said = each.right + each.wrong, each.right + each.missed
        table.add_row(
            each.label,
            str(each.right),
            str(each.wrong),
            str(each.missed),
            f"{judged.precision:.2f}" if has_found else "-",
            f"{judged.recall:.2f}" if has_said else "-",
        )
    make_console().print(table)
    return 0
