"""The shipped demo call through the real app: recognized, advised, shown, stored, replayed."""

from pathlib import Path

import pytest

from assist import app, paths
from tests.helpers.app import (
    GENEROUS_S,
    json_lines,
    rules_raised,
    run_assist,
    started_assist,
    without_screen,
)

pytestmark = [pytest.mark.e2e, pytest.mark.vosk, pytest.mark.timeout(600)]

TOLD_BY_THE_STORY = {
    "acknowledge_feeling",
    "dead_end",
    "confirm_understanding",
    "concrete_follow_up",
}
"""The demo call was written so that each of these has its moment."""


@pytest.fixture(scope="module")
def demo_file() -> Path:
    return paths.resources_dir() / "demo" / app.DEMO_CALL


def test_transcribe_prints_the_words_and_prompts_of_the_demo_call(demo_file: Path) -> None:
    done = run_assist("transcribe", demo_file, "--json")
    assert done.returncode == 0, done.stderr
    events = json_lines(done.stdout.splitlines())
    assert events[0]["type"] == "call_started"
    assert events[-1]["type"] == "wrap_up"
    finals = [event for event in events if event["type"] == "final_result"]
    said = {
        party: " ".join(f["text"] for f in finals if f["party"] == party)
        for party in ("agent", "customer")
    }
    assert "nothing more" in said["agent"]
    assert "third time" in said["customer"]
    assert set(rules_raised(events)) >= TOLD_BY_THE_STORY
    for event in events:
        assert isinstance(event["at"], int)
        if event["type"] == "cue_raised":
            assert event["evidence"]


def test_the_dead_end_is_raised_before_the_agent_has_paused(demo_file: Path) -> None:
    events = json_lines(run_assist("transcribe", demo_file, "--json").stdout.splitlines())
    cue = next(e for e in events if e["type"] == "cue_raised" and e["rule"] == "dead_end")
    evidence = cue["evidence"][0]
    assert evidence["party"] == "agent"
    assert cue["at"] - cue["trigger_end"] <= 1_000


def test_the_demo_plays_in_the_terminal_and_is_stored(demo_file: Path) -> None:
    played = run_assist("demo", "--speed", "4", environment=without_screen())
    assert played.returncode == 0, played.stderr
    assert "Wrap-up" in played.stdout
    assert "Saved as call" in played.stdout
    assert "demo --window" in played.stdout

    listed = run_assist("calls", "list")
    assert listed.returncode == 0, listed.stderr
    (journal,) = paths.calls_dir().glob("*/journal.jsonl")
    shown = run_assist("calls", "show", journal.parent.name)
    assert shown.returncode == 0, shown.stderr
    assert "nothing more" in shown.stdout

    replayed = run_assist("replay", journal, "--json")
    assert replayed.returncode == 0, replayed.stderr
    assert set(rules_raised(json_lines(replayed.stdout.splitlines()))) >= TOLD_BY_THE_STORY


def test_a_played_call_gives_the_same_prompts_as_its_recording(demo_file: Path) -> None:
    transcribed = json_lines(run_assist("transcribe", demo_file, "--json").stdout.splitlines())
    run_assist("demo", "--speed", "4", environment=without_screen())
    (journal,) = paths.calls_dir().glob("*/journal.jsonl")
    replayed = json_lines(run_assist("replay", journal, "--json").stdout.splitlines())
    assert rules_raised(replayed) == rules_raised(transcribed)


def test_a_demo_nobody_reads_on_ends_quietly_and_is_saved(tmp_path: Path) -> None:
    """`assist demo | head -1`."""
    log = tmp_path / "log"
    with started_assist("demo", "--speed", "4", environment=without_screen(), log=log) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip()
        process.stdout.close()
        assert process.wait(GENEROUS_S) == 141
    assert log.read_text() == ""
    (journal,) = paths.calls_dir().glob("*/journal.jsonl")
    # The engine was told to end the call; it recognizes first what it has heard.
    while journal.parent.name not in run_assist("calls", "list", "--json").stdout:
        pass
