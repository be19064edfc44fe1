"""`assist calls causes` and `assist calls waiting` as a user runs them."""

import json
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from assist import app, cli, paths
from assist.core.events import CallStarted, WrapUp
from assist.session.call import CallSession
from tests.helpers.calls import spoken
from tests.helpers.finished_calls import write_journal

LATE = "1 agent hello\n3 customer my parcel has not arrived nobody called me back\n12 end"
LOST = """
1 agent hello
3 customer my parcel has not arrived and i am so angry i will cancel my contract
14 agent there is nothing more i can do
22 end
"""


def run(*arguments: str) -> int:
    def no_desktop(speed: float | None) -> int:
        raise AssertionError("no window was asked for")

    return cli.main(["calls", *arguments], open_desktop=no_desktop)


def store(call: str, text: str, *, days_ago: int, number: str = "") -> None:
    """A call as a session heard it, stored as of some days ago."""
    begun = datetime.now().astimezone() - timedelta(days=days_ago)
    inputs = spoken(text, started_at=begun.isoformat(timespec="seconds"))
    first = inputs[0]
    assert isinstance(first, CallStarted)
    inputs[0] = replace(first, call=call, source="live", agent="Kim", customer_number=number)
    session = CallSession(app.call_playbook(app.load_settings()))
    events = [event for each in inputs for event in (each, *session.handle(each))]
    assert isinstance(events[-1], WrapUp)
    write_journal(paths.calls_dir() / call, events)


def test_causes_are_told_with_their_calls(capsys: pytest.CaptureFixture[str]) -> None:
    store("one", LATE, days_ago=1)
    store("two", LATE, days_ago=2)
    store("old", LATE, days_ago=9)
    assert run("causes", "--days", "7") == 0
    out, err = capsys.readouterr()
    (line,) = [line for line in out.splitlines() if line.startswith("delivery")]
    assert line.split()[:3] == ["delivery", "2", "1"]
    assert "one two" in line
    assert "2 calls in the last 7 days, 1 in as many before" in err
    assert run("causes", "--days", "7", "--json", "--agent", "kim", "--local") == 0
    found = json.loads(capsys.readouterr().out)
    (delivery,) = [each for each in found["causes"] if each["driver"] == "delivery"]
    assert any("arrived" in phrase for phrase in delivery["words"])
    assert [each["call"] for each in delivery["calls_to_see"]] == ["one", "two"]
    assert run("causes", "--days", "7", "--csv", "-") == 0
    head, *rows = capsys.readouterr().out.splitlines()
    assert head.strip().endswith(",words")
    assert [row for row in rows if row.startswith("delivery") and "arrived" in row]
    assert run("causes", "--json", "--agent", "nobody") == 0
    assert json.loads(capsys.readouterr().out)["causes"] == []


def test_who_may_leave_unresolved_waits_first(capsys: pytest.CaptureFixture[str]) -> None:
    store("late", LATE, days_ago=5)
    store("lost", LOST, days_ago=1)
    assert run("waiting") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].split()[0] == "lost"
    assert "at risk, unresolved" in lines[1]
    assert "24 h" in lines[1] or "23 h" in lines[1]
    assert run("waiting", "--by", "age", "--json") == 0
    ids = [json.loads(line)["call"] for line in capsys.readouterr().out.splitlines()]
    assert ids[-1] == "lost"


WON = """
1 agent hello how can i help
4 customer my parcel has not arrived and i am really angry about it
12 agent i can hear how angry that makes you i will send a new one today by four
24 customer oh thank you so much that is wonderful that is such a relief
32 agent you are welcome goodbye
40 end
"""


def test_calls_that_were_turned_around_are_listed_to_learn_from(
    capsys: pytest.CaptureFixture[str],
) -> None:
    store("won", WON, days_ago=1)
    store("lost", LOST, days_ago=2)
    assert run("list", "--turned-around") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[1:]] == ["won"]


def test_with_nothing_to_tell_it_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("causes") == 0
    assert run("waiting") == 0
    err = capsys.readouterr().err
    assert "No cause was named in the 0 calls" in err
    assert "No call waits for anybody." in err


def test_a_number_of_days_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run("causes", "--days", "many")
    assert "'many' is not a number of days" in capsys.readouterr().err


def test_a_call_shows_its_causes_and_when_its_matter_was_known(
    capsys: pytest.CaptureFixture[str],
) -> None:
    store("one", LATE, days_ago=1)
    assert run("show", "last") == 0
    out = capsys.readouterr().out
    assert "(known at 0:0" in out
    (causes,) = [line for line in out.splitlines() if line.startswith("Causes")]
    assert {"delivery", "communication"} <= set(causes.replace(",", " ").split())
