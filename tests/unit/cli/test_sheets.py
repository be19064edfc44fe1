"""Everything that is listed can be had as a sheet, by a command that a scheduler calls."""

import csv
import io
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from assist import app, cli, paths
from assist.core.events import CallStarted, Event, PromiseMade
from assist.core.notices import FollowUp
from tests.helpers.finished_calls import write_journal
from tests.helpers.reviewing import plain_call

NOW = datetime.now().astimezone()
LATE, SOON = "20261120T100000-late", "20261121T100000-soon"


def run(*arguments: str) -> int:
    def no_desktop(speed: float | None) -> int:
        raise AssertionError("no window was asked for")

    return cli.main(list(arguments), open_desktop=no_desktop)


def promised(call: str, due: datetime, name: str) -> tuple[Event, ...]:
    begun = (NOW - timedelta(days=1)).isoformat(timespec="seconds")
    events = [
        event
        for event in plain_call(call, started_at=begun, name=name)
        if not isinstance(event, PromiseMade)
    ]
    assert isinstance(events[0], CallStarted)
    promise = PromiseMade(
        at=16_000,
        promise=0,
        who="agent",
        what="call you back",
        due="then",
        due_at=due.isoformat(timespec="seconds"),
    )
    return (*events[:-3], promise, *events[-3:])


@pytest.fixture(autouse=True)
def two_calls() -> None:
    for call, hours, name in ((LATE, -5, "=1+1"), (SOON, 5, "Ann")):
        events = promised(call, NOW + timedelta(hours=hours), name)
        write_journal(paths.calls_dir() / call, events)


def sheet(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize(
    ("command", "column", "wanted"),
    [
        (("calls", "list"), "call", {LATE, SOON}),
        (("calls", "search", "account"), "call", {LATE, SOON}),
        (("calls", "followups"), "call", {LATE, SOON}),
        (("calls", "followups", "--overdue"), "call", {LATE}),
        (("calls", "waiting"), "need", {"promise_overdue", "promise_open"}),
        (("calls", "causes"), "cause", set()),
        (("calls", "effect"), "rule", set()),
        (("review", "list"), "call", {LATE}),
        (("report", "team"), "name", {"all calls", "Sarah"}),
    ],
)
def test_a_list_comes_as_a_sheet(
    command: tuple[str, ...],
    column: str,
    wanted: set[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = tmp_path / "sheet.csv"
    assert run(*command, "--csv", str(file)) == 0
    assert capsys.readouterr().out == ""
    rows = sheet(file.read_text(encoding="utf-8"))
    assert wanted <= {row[column] for row in rows}
    assert not [cell for row in rows for cell in row.values() if cell.startswith("=")]
    assert file.read_text(encoding="utf-8").splitlines()[0].split(",")[0]


def test_a_sheet_goes_to_standard_output_on_request(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("calls", "followups", "--csv", "-") == 0
    rows = sheet(capsys.readouterr().out)
    assert [(row["call"], row["customer"], row["is_overdue"]) for row in rows] == [
        (LATE, "'=1+1", "1"),
        (SOON, "Ann", "0"),
    ]


def test_a_place_that_cannot_be_written_is_one_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("calls", "list", "--csv", "/nowhere/sheet.csv") == 1
    assert "cannot be written" in capsys.readouterr().err


def test_promises_are_listed_and_marked_as_kept(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("calls", "followups") == 0
    shown = capsys.readouterr()
    assert shown.out.index(LATE) < shown.out.index(SOON)
    assert "2 to keep, 1 of them overdue" in shown.err
    assert run("calls", "kept", LATE) == 0
    assert open_promises() == [SOON]
    assert run("calls", "kept", LATE) != 0
    assert "'assist calls followups' lists them" in capsys.readouterr().err
    assert run("calls", "followups", "--agent", "nobody") == 0
    assert "No promise waits" in capsys.readouterr().err


def test_a_call_must_be_named_well_enough(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("calls", "followups", "--json") == 0  # stores both
    assert run("calls", "kept", "2026112") != 0
    assert "Several promises fit" in capsys.readouterr().err
    assert open_promises() == [LATE, SOON]


def open_promises() -> list[str]:
    with app.open_store() as store:
        found: tuple[FollowUp, ...] = store.open_follow_ups(NOW)
        return [each.call for each in found]
