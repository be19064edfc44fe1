"""Rules that people's marks took out of sight, kept beside the playbook.

A rule whose cues are judged wrong too often goes to shadow by itself: it is computed and no longer
shown. Who writes the playbook has the last word: a `mode` set in the rule's table wins.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from assist.core.errors import AssistError
from assist.cues.rules import Rule

MIN_MARKS = 30
"""Below that a few unlucky calls would decide: 70 % of 30 has a margin of some 16 points."""

LEAST_PRECISION = 0.7
"""Of the shown cues of a rule at least so many have to be right."""


class StandingError(AssistError):
    """The file of rules in shadow cannot be used; the message says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Why a rule is in shadow: its marks then, and the day (ISO 8601).

    `version` is the rule's at that time; "" in files of older apps, where it is not known.
    """

    right: int
    wrong: int
    since: str
    version: str = ""

    def holds_for(self, rule: Rule) -> bool:
        """Whether it is about the rule as it is now; one that was changed gets a new chance."""
        return self.version in ("", rule.version)

    @property
    def reason(self) -> str:
        return f"{self.right} of {self.right + self.wrong} marks right, since {self.since}"


def fails(right: int, wrong: int) -> bool:
    """Whether the marks are enough, and too often wrong."""
    count = right + wrong
    return count >= MIN_MARKS and right < LEAST_PRECISION * count


def newly_failed(
    rules: Iterable[Rule], marks: Mapping[str, tuple[int, int]], day: str
) -> dict[str, Standing]:
    """The live rules that go to shadow now; `marks` are (right, wrong) of each as it is now.

    A rule whose mode stands in its table is its writer's to judge.
    """
    return {
        rule.id: Standing(right=right, wrong=wrong, since=day, version=rule.version)
        for rule in rules
        if rule.mode == "live" and not rule.has_mode
        for right, wrong in [marks.get(rule.id, (0, 0))]
        if fails(right, wrong)
    }


def read_standing(file: Path) -> dict[str, Standing]:
    """The rules in shadow by their marks; none where there is no file. Raises StandingError."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=dict[str, Standing])
    except FileNotFoundError:
        return {}
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise StandingError(
            f"{file}, which holds the rules in shadow, cannot be read ({error}); remove it: rules "
            "come back until their marks are counted again."
        ) from None


def write_standing(file: Path, standings: Mapping[str, Standing]) -> None:
    """Replace the file whole. Raises StandingError."""
    new = file.with_name(f".{file.name}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(msgspec.json.format(msgspec.json.encode(dict(standings)), indent=2))
        new.replace(file)
    except OSError as error:
        raise StandingError(
            f"{file} cannot be written ({error.strerror}); free some space or check permissions."
        ) from None


def as_toml(standings: Mapping[str, Standing]) -> str:
    """The rules as a playbook's `[shadowed]` table; "" for none."""
    if not standings:
        return ""
    lines = (
        f"{json.dumps(rule)} = {json.dumps(standings[rule].reason)}" for rule in sorted(standings)
    )
    return "\n[shadowed]\n" + "\n".join(lines) + "\n"
