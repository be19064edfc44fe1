"""Whole calls in, the exact life of their cues out.

Each `*.toml` beside this file holds a call in the format of `tests.helpers.calls`, why it is here,
and the cue events expected from the shipped playbook. After a change that is meant to change them,
`CALLASSIST_UPDATE_GOLDEN=1` writes what comes out now: read the difference before you keep it.
"""

import os
import tomllib
from pathlib import Path

import pytest

from assist import paths
from assist.core.events import ChecklistChanged, Event
from assist.cues.playbook import Playbook, load_playbook
from tests.helpers.calls import cue_lines, run_stages, spoken

FILES = sorted(Path(__file__).parent.glob("*.toml"))


@pytest.fixture(scope="module")
def playbook() -> Playbook:
    return load_playbook(paths.resources_dir() / "playbooks" / "default.toml")


def ticks(stream: list[Event]) -> list[str]:
    """The checklist items ticked, in order."""
    return [
        f"{event.item} {event.count}" if event.item == "name_used" else event.item
        for event in stream
        if isinstance(event, ChecklistChanged)
    ]


def as_list(name: str, lines: list[str]) -> str:
    return f"{name} = [\n" + "".join(f'    "{line}",\n' for line in lines) + "]\n"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_cues_of_a_written_call(file: Path, playbook: Playbook) -> None:
    text = file.read_text(encoding="utf-8")
    data = tomllib.loads(text)
    stream = run_stages(spoken(data["call"], name=data.get("name", "")), playbook)
    cues, checklist = cue_lines(stream), ticks(stream)
    if os.environ.get("CALLASSIST_UPDATE_GOLDEN"):
        kept = text[: text.index("\ncues = ")] if "\ncues = " in text else text.rstrip("\n")
        made = kept + "\n" + as_list("cues", cues) + as_list("checklist", checklist)
        file.write_text(made, encoding="utf-8")
    assert cues == data.get("cues")
    assert checklist == data.get("checklist")


def test_the_scenarios_are_there() -> None:
    assert len(FILES) >= 12
