"""Many ways to say the same thing are found, and what only looks like it is not.

`wordings/<label>.toml` holds sentences written for this test, typed and spoken, British and
American: `said` bears the label, `not_said` are hard negatives. The phrases were widened with them
in view, so the floors guard against a step back; docs/evaluation.md has unseen calls.
"""

import tomllib
from pathlib import Path

import pytest

from assist.core.tokens import tokenize
from assist.detect.agent import agent_detector
from assist.detect.customer import customer_detector

FILES = sorted((Path(__file__).parent / "wordings").glob("*.toml"))

THREATS = frozenset({"leave_cancel", "ask_supervisor", "social_media_public", "legal"})

LEAST_RECALL = 0.90
LEAST_PRECISION = 0.95


def bears(label: str, text: str) -> bool:
    tokens = tokenize(text)
    if label == "at_risk":
        return any(each.label in THREATS for each in customer_detector().find(tokens))
    found = agent_detector().find(tokens, customer_name="")
    return any(each.label == label for each in found)


def test_every_label_an_agent_is_prompted_by_has_wordings() -> None:
    assert len(FILES) == 8


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_label_is_found_however_it_is_said(file: Path) -> None:
    wordings = tomllib.loads(file.read_text(encoding="utf-8"))
    missed = [text for text in wordings["said"] if not bears(file.stem, text)]
    assert len(missed) <= (1 - LEAST_RECALL) * len(wordings["said"]), missed


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_only_looks_like_a_label_is_not_found(file: Path) -> None:
    wordings = tomllib.loads(file.read_text(encoding="utf-8"))
    false = [text for text in wordings["not_said"] if bears(file.stem, text)]
    true = sum(bears(file.stem, text) for text in wordings["said"])
    assert true / (true + len(false)) >= LEAST_PRECISION, false


@pytest.mark.parametrize(
    "text",
    [
        "why did you close my account",
        "can i change providers for this ride",
        "never again will i forget my passport",
        "could you tell everyone i'm running late",
    ],
)
def test_what_is_asked_or_told_of_oneself_is_no_threat(text: str) -> None:
    assert not bears("at_risk", text)
