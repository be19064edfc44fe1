"""`assist calls effect`, `mark` and `show --why` as a user runs them."""

import json
from dataclasses import replace

import pytest

from assist import app, cli, paths
from assist.core.events import (
    CueExpired,
    CueMarked,
    CueRaised,
    CueShown,
    CueSuppressed,
    Event,
    HiddenCueEnded,
)
from tests.helpers.finished_calls import finished_call, write_call, write_journal


def run(*arguments: str) -> int:
    def no_desktop(speed: float | None) -> int:
        raise AssertionError("no window was asked for")

    return cli.main(["calls", *arguments], open_desktop=no_desktop)


def write_with(call: str, *more: Event) -> None:
    folder = paths.state_dir() / "calls" / call
    write_journal(folder, finished_call(call, extra=more))


def raised(cue: int, rule: str) -> CueRaised:
    made = next(event for event in finished_call() if isinstance(event, CueRaised))
    return replace(made, at=17_500, cue=cue, rule=rule, lessons=("F1: Something hurt",))


@pytest.fixture
def compared(assist_home: object) -> None:
    """Calls with the prompts of a rule shown, and others with them kept back."""
    for number in range(12):
        shown = CueShown(at=17_500, cue=5, rule="empathy")
        ended = CueExpired(at=18_900, cue=5, rule="empathy")
        write_with(f"shown-{number}", raised(5, "empathy"), shown, ended)
        write_with(
            f"hidden-{number}",
            raised(5, "empathy"),
            CueSuppressed(at=17_500, cue=5, rule="empathy", reason="holdout"),
            HiddenCueEnded(at=18_900, cue=5, rule="empathy", outcome="done"),
        )


@pytest.mark.usefixtures("compared")
def test_the_effect_is_a_table_with_intervals(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("effect") == 0
    out, err = capsys.readouterr()
    (line,) = [line for line in out.splitlines() if line.startswith("empathy")]
    assert "0 of 12, 0 % [0, 24]" in line
    assert "12 of 12, 100 % [76, 100]" in line
    assert "-100 points" in line
    assert "95 % intervals" in err


@pytest.mark.usefixtures("compared")
def test_the_effect_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("effect", "--json") == 0
    (effect,) = json.loads(capsys.readouterr().out)["effects"]
    assert (effect["rule"], effect["hidden"]["done"], effect["shown"]["cues"]) == (
        "empathy",
        12,
        12,
    )


def test_without_a_comparison_it_says_how_to_make_one(capsys: pytest.CaptureFixture[str]) -> None:
    write_call(paths.state_dir(), "one")
    assert run("effect") == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "'holdout = 0.1'" in err


def test_a_lead_marks_a_prompt_and_the_numbers_follow(capsys: pytest.CaptureFixture[str]) -> None:
    rules = app.call_playbook(app.load_settings()).rules
    version = next(rule.version for rule in rules if rule.id == "dead_end")
    write_call(paths.state_dir(), "one", rule_version=version)
    assert run("mark", "last", "0", "wrong", "--by", "Kim") == 0
    assert "Prompt 0 of call one is marked wrong." in capsys.readouterr().err
    assert run("effect") == 0
    (line,) = [x for x in capsys.readouterr().out.splitlines() if x.startswith("dead_end")]
    assert line.split() == ["dead_end", "1", "0", "%", "[0,", "79]", "live"]


def test_marks_of_an_earlier_state_of_a_rule_say_that_they_do_not_count(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write_call(paths.state_dir(), "one", rule_version="another")
    assert run("mark", "last", "0", "wrong", "--by", "Kim") == 0
    assert run("effect") == 0
    (line,) = [x for x in capsys.readouterr().out.splitlines() if x.startswith("dead_end")]
    assert line.endswith("changed since: does not count")
    assert run("mark", "last", "77", "right") == 1
    assert "no prompt 77" in capsys.readouterr().err


def test_the_thirtieth_wrong_mark_sends_a_rule_to_shadow_and_says_so(
    capsys: pytest.CaptureFixture[str],
) -> None:
    rules = app.call_playbook(app.load_settings()).rules
    version = next(rule.version for rule in rules if rule.id == "dead_end")
    with app.open_store() as store:
        for number in range(29):
            call = f"call-{number:02}"
            store.save_call(write_call(paths.state_dir(), call, rule_version=version))
            store.mark_cue(call, 0, is_right=False, by="Kim")
    write_call(paths.state_dir(), "one-more", rule_version=version)
    assert run("mark", "call-00", "0", "wrong") == 0
    assert "goes to shadow" not in capsys.readouterr().err
    assert run("mark", "one-more", "0", "wrong") == 0
    assert "The rule 'dead_end' was right in 0 of 30 marks" in capsys.readouterr().err
    modes = {rule.id: rule.mode for rule in app.call_playbook(app.load_settings()).rules}
    assert modes["dead_end"] == "shadow"


def test_why_tells_of_every_prompt_what_it_rests_on_and_why_it_was_not_shown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write_with("one", raised(5, "empathy"), CueMarked(at=18_000, cue=0, is_right=False))
    assert run("show", "last") == 0
    assert "cool_down" not in capsys.readouterr().out
    assert run("show", "last", "--why") == 0
    out = capsys.readouterr().out
    assert "prompt 0, rule dead_end, met at 0:10" in out
    assert '"nothing more i can do" agent at 0:09, 100 % sure'.lower() in out.lower()
    assert "on screen 0.1 s after the last word" in out
    assert "prompt 1, rule use_name" in out
    assert "not shown: shown a short while before" in out
    assert "F1: Something hurt" in out
    assert "marked wrong by Sarah" in out
