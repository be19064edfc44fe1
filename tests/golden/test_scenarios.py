"""Whole calls in, the cues the agent sees out, each judged useful at its moment.

Each file of `scenarios/` holds why it is there and a script: lines of a party and what it says,
each beginning after the line before (`+3` waits three seconds more). Below the line in which a cue
is first shown stands `> rule  why it is useful there`. A cue shown anywhere else is a failure, and
so is a missing one.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from assist import paths
from assist.core.events import CueShown
from assist.cues.playbook import Playbook, load_playbook
from tests.helpers.calls import WORD_MS, run_stages, spoken

FILES = sorted((Path(__file__).parent / "scenarios").glob("*.toml"))
WRITTEN_CALLS = 30
"""Scenarios there are to be, the calls beside this file among them."""

_GAP_MS = 900


@dataclass(frozen=True, slots=True)
class Scenario:
    """A script as a call with times, and the (line, rule) of each cue that is to be shown."""

    call: str
    starts: tuple[int, ...]
    expected: tuple[tuple[int, str], ...]


def read(script: str) -> Scenario:
    at = 500
    lines: list[str] = []
    starts: list[int] = []
    expected: list[tuple[int, str]] = []
    for raw in script.strip().splitlines():
        first, _, rest = raw.strip().partition(" ")
        if first == ">":
            rule, _, reason = rest.strip().partition(" ")
            assert reason.strip(), f"say why {rule} is useful there"
            expected.append((len(starts), rule))
            continue
        if first.startswith("+"):
            at += round(1000 * float(first[1:]))
            first, _, rest = rest.strip().partition(" ")
        lines.append(f"{at / 1000} {first} {rest.strip()}")
        starts.append(at)
        at += len(rest.split()) * WORD_MS + _GAP_MS
    return Scenario("\n".join(lines), tuple(starts), tuple(expected))


@pytest.fixture(scope="module")
def playbook() -> Playbook:
    return load_playbook(paths.resources_dir() / "playbooks" / "default.toml")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_cue_shown_is_useful_at_its_moment(file: Path, playbook: Playbook) -> None:
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    assert data["why"]
    scenario = read(data["script"])
    shown: list[tuple[int, str]] = []
    seen: set[int] = set()
    for event in run_stages(spoken(scenario.call, name=data.get("name", "")), playbook):
        if isinstance(event, CueShown) and event.cue not in seen:
            seen.add(event.cue)
            line = sum(start <= event.at for start in scenario.starts)
            shown.append((line, event.rule))
    assert sorted(shown) == sorted(scenario.expected)


def test_the_scenarios_are_there() -> None:
    calls = list(Path(__file__).parent.glob("*.toml"))
    assert len(FILES) + len(calls) >= WRITTEN_CALLS


def test_a_script_keeps_its_own_rules() -> None:
    made = read("agent hello there\n> thank  because\n+2 customer hi")
    assert (
        made.call == f"0.5 agent hello there\n{(500 + 2 * WORD_MS + 900 + 2000) / 1000} customer hi"
    )
    assert made.expected == ((1, "thank"),)
    with pytest.raises(AssertionError, match="say why"):
        read("agent hello\n> thank")
