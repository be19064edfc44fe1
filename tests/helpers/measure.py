"""Precision and recall of the detectors on rows labelled by hand; also run as a script.

    python -m tests.helpers.measure [--recognized] [FILE]

FILE holds one JSON object a line as in `../shared/data/cues`: an utterance and its labels. Labels a
row is unsure of are left out for that row. The previous turn is not used.
"""

import argparse
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assist.core.events import DISTRESS, Feeling
from assist.core.tokens import tokenize
from assist.detect.agent import agent_detector
from assist.detect.customer import customer_detector
from assist.detect.names import find_name_given

DEV = Path(__file__).parents[3] / "shared" / "data" / "cues" / "cues_dev.jsonl"

AGENT = (
    "dead_end",
    "empathy",
    "canned_empathy",
    "apology_ownership",
    "uses_name",
    "confirms_understanding",
    "concrete_follow_up",
    "transfer",
)
FEELINGS = tuple(str(feeling) for feeling in Feeling if feeling is not Feeling.NONE)
THREATS = ("leave_cancel", "ask_supervisor", "social_media_public", "legal")
CUSTOMER = (*FEELINGS, *THREATS, "gives_name", "distress", "at_risk")


@dataclass(slots=True)
class Score:
    """Counts of one label."""

    hits: int = 0
    false: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.hits / max(1, self.hits + self.false)

    @property
    def recall(self) -> float:
        return self.hits / max(1, self.hits + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.hits / max(1, 2 * self.hits + self.false + self.missed)


def read_rows(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def measure(rows: Iterable[dict[str, Any]], *, recognized: bool = False) -> dict[str, Score]:
    """Scores by label; `recognized` takes each row's text as a recognizer would print it."""
    scores = {label: Score() for label in (*AGENT, *CUSTOMER)}
    for row in rows:
        text = row["asr_like" if recognized else "text"]
        if row["role"] == "agent":
            wanted, unsure = set(row["labels"]), set(row["unsure"])
            found = {each.label for each in agent_detector().find(tokenize(text), customer_name="")}
            labels: tuple[str, ...] = AGENT
        else:
            wanted, unsure = _wanted(row)
            found, labels = _found(text), CUSTOMER
        for label in labels:
            if label in unsure:
                continue
            score = scores[label]
            score.hits += label in wanted and label in found
            score.false += label not in wanted and label in found
            score.missed += label in wanted and label not in found
    return scores


def _grouped(labels: set[str]) -> set[str]:
    groups = {"distress": {str(each) for each in DISTRESS}, "at_risk": set(THREATS)}
    return labels | {name for name, members in groups.items() if labels & members}


def _wanted(row: dict[str, Any]) -> tuple[set[str], set[str]]:
    wanted = _grouped(set(row["feelings"]) | set(row["threat"]))
    unsure = set(row["unsure_feelings"]) | set(row["unsure_threat"])
    if unsure & set(THREATS):
        unsure.add("at_risk")
    return wanted | ({"gives_name"} if row["gives_name"] else set()), unsure


def _found(text: str) -> set[str]:
    tokens = tokenize(text)
    found = _grouped({each.label for each in customer_detector().find(tokens)})
    named = find_name_given(tokens, was_asked=False) is not None
    return found | ({"gives_name"} if named else set())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=DEV)
    parser.add_argument("--recognized", action="store_true")
    options = parser.parse_args()
    scores = measure(read_rows(options.file), recognized=options.recognized)
    print(f"{'label':24} precision recall   f1  positives")
    for label, score in scores.items():
        count = score.hits + score.missed
        print(f"{label:24} {score.precision:9.2f} {score.recall:6.2f} {score.f1:5.2f} {count:9}")


if __name__ == "__main__":
    main()
