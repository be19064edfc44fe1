"""The detectors keep their measured quality on the labelled development rows.

The rows were read while the phrases were written, so these are floors against a step back, no claim
about unseen calls; docs/evaluation.md says what the numbers mean.
"""

from pathlib import Path

import pytest

from assist import paths
from assist.cues.playbook import load_playbook
from assist.review.labelled import read_material
from assist.review.scoring import Score
from assist.review.utterances import detectors, judge

DEV = Path(__file__).parents[4] / "shared" / "data" / "cues" / "cues_dev.jsonl"

pytestmark = [
    pytest.mark.data,
    pytest.mark.skipif(not DEV.exists(), reason="needs ../shared/data/cues"),
]

Scores = dict[str, Score]


def measured(*, recognized: bool) -> Scores:
    playbook = load_playbook(paths.resources_dir() / "playbooks" / "default.toml")
    return judge(read_material([DEV]).rows, detectors(playbook, recognized=recognized)).scores


@pytest.fixture(scope="module")
def typed() -> Scores:
    return measured(recognized=False)


@pytest.fixture(scope="module")
def recognized() -> Scores:
    return measured(recognized=True)


@pytest.mark.parametrize(
    "label",
    [
        "dead_end",
        "empathy",
        "canned_empathy",
        "uses_name",
        "transfer",
        "concrete_follow_up",
        "at_risk",
    ],
)
def test_labels_that_raise_cues_are_precise_and_found(typed: Scores, label: str) -> None:
    assert typed[label].precision >= 0.85
    assert typed[label].recall >= 0.80


def test_distress_is_found(typed: Scores, recognized: Scores) -> None:
    assert typed["distress"].f1 >= 0.85
    assert recognized["distress"].f1 >= 0.80


def test_the_primary_feeling_is_the_right_one(typed: Scores) -> None:
    assert typed["primary_feeling"].f1 >= 0.65


@pytest.mark.parametrize("label", ["dead_end", "empathy", "canned_empathy", "distress"])
def test_text_without_punctuation_costs_little(
    typed: Scores, recognized: Scores, label: str
) -> None:
    assert recognized[label].f1 >= typed[label].f1 - 0.08


def test_a_given_name_is_heard(typed: Scores) -> None:
    assert typed["gives_name"].recall >= 0.80
    assert typed["gives_name"].precision >= 0.80
