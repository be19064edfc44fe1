"""`assist calls` as a user runs it."""

import io
import json
import sys
from pathlib import Path

import pytest
from rich.text import Text

from assist import cli, paths
from assist.core.events import (
    FlagWorded,
    MomentFlagged,
    PromiseDropped,
    PromiseMade,
    SummaryWritten,
)
from tests.helpers.finished_calls import write_call


def run(*arguments: str) -> int:
    """`assist calls …`; the exit status."""

    def no_desktop(speed: float | None) -> int:
        raise AssertionError("no window was asked for")

    return cli.main(["calls", *arguments], open_desktop=no_desktop)


@pytest.fixture
def two_calls(assist_home: Path) -> None:
    """Two ended calls that nobody has stored yet."""
    state = paths.state_dir()
    write_call(state, "2026-11-22-101500-aaaa")
    write_call(
        state,
        "2026-11-23-090000-bbbb",
        started_at="2026-11-23T09:00:00+01:00",
        name="[bold]Ann[/nope]",
        outcome="resolved",
        at_risk=True,
    )


def test_with_no_calls_the_list_says_how_to_make_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("list") == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "No calls yet. 'assist demo' plays one" in err


@pytest.mark.usefixtures("two_calls")
@pytest.mark.parametrize("arguments", [(), ("list",)])
def test_the_list_shows_every_finished_call(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [
        "ID",
        "2026-11-23-090000-bbbb",
        "2026-11-22-101500-aaaa",
    ]
    assert "[bold]Ann[/nope]" in lines[1]
    assert "Resolved, at risk" in lines[1]
    assert "Frustrated → Relieved" in lines[2]
    assert "22 Nov" in lines[2]
    assert "Follow-up promised" in lines[2]
    assert lines[2].rstrip().endswith("1/2      internet has been down")


@pytest.mark.usefixtures("two_calls")
@pytest.mark.parametrize("width", [60, 80, 100, 120, 200])
def test_the_list_keeps_whole_ids_in_a_narrow_terminal(
    width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("FORCE_COLOR", "1")  # as on a terminal: its own width counts
    assert run("list") == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    for line, call in zip(lines[1:], ("23-090000-bbbb", "22-101500-aaaa"), strict=True):
        assert f"2026-11-{call} " in line
        assert "[bold]Ann[/nope]" in line or "David Miller" in line
        assert width < 80 or "internet has" in line
        assert Text.from_ansi(line).cell_len <= width


@pytest.mark.usefixtures("two_calls")
@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (("--said", "refunds"), 2),
        (("--said", "zebra"), 0),
        (("--customer", "ann"), 1),
        (("--outcome", "resolved"), 1),
        (("--outcome", "follow_up"), 1),
        (("--outcome", "Follow-up promised"), 1),
        (("--outcome", "unresolved"), 0),
        (("--at-risk",), 1),
        (("--since", "2026-11-23"), 1),
        (("-n", "1"), 1),
    ],
)
def test_the_list_can_be_narrowed(
    arguments: tuple[str, ...], found: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("list", "--json", *arguments) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == found
    assert all("customer_name" in json.loads(line) for line in lines)


@pytest.mark.usefixtures("two_calls")
def test_a_filter_that_fits_no_call_is_not_taken_for_an_empty_store(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("list", "--said", "zebra") == 0
    assert "No call fits" in capsys.readouterr().err


@pytest.mark.usefixtures("two_calls")
@pytest.mark.parametrize("asked", ["2026-11-22-101500-aaaa", "2026-11-22", "last"])
def test_show_tells_the_call_in_order(asked: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("show", asked) == 0
    out = capsys.readouterr().out
    story = [
        "Customer  hi my internet has been down",
        "Agent     there is nothing more I can do",
        "▸ Say what you can do  (heeded)",
        "▸ Thank David for something  (dismissed)",
        "300 ms of agent were not heard",
        "Promises",
        "call you back, today by four",
        "ask billing",
        "router ordered",
    ]
    places = [out.index(line) for line in story]
    assert places == sorted(places)


@pytest.mark.usefixtures("two_calls")
@pytest.mark.parametrize("command", ["show", "export", "delete"])
def test_an_unknown_call_is_one_sentence(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(command, "nope") == 1
    out, err = capsys.readouterr()
    assert (out, err) == (
        "",
        "assist: There is no call 'nope'; 'assist calls list' shows them.\n",
    )


@pytest.mark.usefixtures("two_calls")
def test_letters_of_several_calls_are_asked_to_be_more(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("show", "2026") == 1
    assert "Several calls begin with '2026'" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["show", "export"])
def test_the_last_of_no_calls_is_said(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(command, "last") == 2
    assert "There are no calls yet" in capsys.readouterr().err


@pytest.mark.usefixtures("two_calls")
def test_export_goes_to_standard_output_or_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", "last") == 0
    assert "Agent     there is nothing more I can do" in capsys.readouterr().out
    file = tmp_path / "call.srt"
    assert run("export", "last", "-o", str(file)) == 0
    assert file.read_text(encoding="utf-8").startswith("1\n00:00:01,000 --> ")
    assert capsys.readouterr() == ("", f"Written to {file}.\n")
    assert run("export", "last", "--format", "json", "-o", str(file)) == 2
    assert f"{file} exists; add --force" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8").startswith("1\n")
    assert run("export", "last", "--format", "json", "-o", str(file), "--force") == 0
    assert json.loads(file.read_text(encoding="utf-8"))["overview"]["outcome"] == "resolved"
    plain = tmp_path / "call"
    assert run("export", "last", "-o", str(plain)) == 0
    assert plain.read_text(encoding="utf-8").startswith("Call:")


@pytest.mark.usefixtures("two_calls")
def test_an_exported_text_reads_as_the_call_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("export", "2026-11-22") == 0
    lines = capsys.readouterr().out.splitlines()
    assert "Begun:    22 Nov 2026 10:15" in lines
    assert "Outcome:  Follow-up promised" in lines
    place = lines.index("Prompts")
    assert lines[place + 1 : place + 4] == [
        "  0:10 dead end: Say what you can do (heeded)",
        "  0:12 thank: Thank David for something (dismissed)",
        "",
    ]


@pytest.mark.usefixtures("two_calls")
def test_an_export_that_cannot_be_written_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", "last", "-o", str(tmp_path / "no" / "call.txt")) == 1
    assert "cannot be written (No such file or directory)." in capsys.readouterr().err
    assert run("export", "last", "-o", str(tmp_path)) == 2
    assert f"{tmp_path} is a folder" in capsys.readouterr().err
    assert run("export", "last", "-o", str(tmp_path / "call.pdf")) == 2
    assert "'pdf' is not an export format" in capsys.readouterr().err


class Terminal(io.StringIO):
    """Standard input with a person at it."""

    def isatty(self) -> bool:
        return True


@pytest.mark.usefixtures("two_calls")
@pytest.mark.parametrize(("answer", "status", "left"), [("y\n", 0, 1), ("n\n", 1, 2), ("", 1, 2)])
def test_deleting_asks_first(
    answer: str,
    status: int,
    left: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(answer))
    assert run("delete", "2026-11-22") == status
    asked = capsys.readouterr().err
    assert "David Miller" in asked
    assert "Delete this call with journal and audio?" in asked
    assert len(list(paths.calls_dir().iterdir())) == left
    assert run("list", "--json") == 0
    assert len(capsys.readouterr().out.splitlines()) == left


@pytest.mark.usefixtures("two_calls")
def test_a_script_must_say_yes_to_delete(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    assert run("delete", "last") == 2
    assert "add --yes" in capsys.readouterr().err
    assert run("delete", "2026-11-22", "2026-11-23", "last", "--yes") == 0
    assert list(paths.calls_dir().iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("list", "-n", "0"),
        ("list", "--since", "monday"),
        ("list", "--outcome", "happy"),
        ("show",),
        ("burn",),
    ],
)
def test_wrong_arguments_end_with_status_two(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run(*arguments)
    assert ended.value.code == 2
    assert "usage: assist calls" in capsys.readouterr().err


@pytest.mark.parametrize("action", ["", "list", "show", "export", "delete"])
def test_help_gives_examples(action: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(*action.split(), "--help")
    assert ended.value.code == 0
    assert f"examples:\n  assist calls {action or 'list'}" in capsys.readouterr().out


def test_show_tells_what_the_agent_added(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CALLASSIST_HOME", str(tmp_path))
    added = (
        FlagWorded(at=18_100, note="refund rules"),
        MomentFlagged(at=18_200, kind="help", for_lead=True),
        PromiseMade(at=18_300, promise=7, who="agent", what="send the form", due="24.11. 9:00"),
        PromiseMade(at=18_300, promise=8, who="agent", what="no promise at all"),
        PromiseDropped(at=18_400, promise=8),
    )
    write_call(paths.state_dir(), "20261122T1", extra=added)
    written = (*added, SummaryWritten(at=18_500, text="Router ordered.\nAll well."))
    write_call(paths.state_dir(), "20261122T2", extra=written)
    assert run("show", "20261122T1") == 0
    made = capsys.readouterr().out
    assert "0:18  refund rules  (for a lead)" in made
    assert "0:18  a moment was marked  (help asked)" in made
    assert "Promised: Send the form (24.11. 9:00)" in made
    assert "Problem: Internet has been down" in made
    assert "no promise at all" not in made
    assert run("show", "20261122T2") == 0
    own = capsys.readouterr().out
    assert "  Router ordered.\n  All well." in own
    assert "Promised: Send the form" not in own
