"""The detectors keep their measured quality on the labelled development rows.

The rows were read while the phrases were written, so these are floors against a step back, no claim
about unseen calls; docs/detection.md says what the numbers mean.
"""

import pytest

from tests.helpers.measure import DEV, Score, measure, read_rows

pytestmark = [
    pytest.mark.data,
    pytest.mark.skipif(not DEV.exists(), reason="needs ../shared/data/cues"),
]


@pytest.fixture(scope="module")
def typed() -> dict[str, Score]:
    return measure(read_rows(DEV))


@pytest.fixture(scope="module")
def recognized() -> dict[str, Score]:
    return measure(read_rows(DEV), recognized=True)


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
def test_labels_that_raise_cues_are_precise_and_found(typed: dict[str, Score], label: str) -> None:
    assert typed[label].precision >= 0.85
    assert typed[label].recall >= 0.80


def test_distress_is_found(typed: dict[str, Score], recognized: dict[str, Score]) -> None:
    assert typed["distress"].f1 >= 0.85
    assert recognized["distress"].f1 >= 0.80


@pytest.mark.parametrize("label", ["dead_end", "empathy", "canned_empathy", "distress"])
def test_text_without_punctuation_costs_little(
    typed: dict[str, Score], recognized: dict[str, Score], label: str
) -> None:
    assert recognized[label].f1 >= typed[label].f1 - 0.08


def test_a_given_name_is_heard(typed: dict[str, Score]) -> None:
    assert typed["gives_name"].recall >= 0.80
    assert typed["gives_name"].precision >= 0.80
