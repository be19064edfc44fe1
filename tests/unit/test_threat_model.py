"""The threat model names a test for every defence, and each of them exists."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "threat-model.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)))
RUNS_CODE = re.compile(
    r"(?<![.\w])(?<!def )(?:eval|exec|compile|__import__)\("
    r"|^\s*(?:import|from) (?:pickle|marshal|shelve|dill|yaml|runpy|code)\b",
    re.MULTILINE,
)
"""What runs, or can be made to run, what it reads."""


def _rows() -> list[list[str]]:
    """The cells of all rows of the page's tables: threat, defence, tests."""
    lines = [line for line in PAGE.splitlines() if line.startswith("| ")]
    rows = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]
    return [row for row in rows if row[0] != "threat"]


def test_every_threat_has_a_defence_and_a_test() -> None:
    rows = _rows()
    assert len(rows) > 30
    for row in rows:
        assert len(row) == 3, row
        assert row[1]
        assert "`tests/" in row[2], row[0]


@pytest.mark.parametrize("file", sorted({file for file, _ in NAMED}))
def test_every_test_it_names_exists(file: str) -> None:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    there = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    wanted = {name for each, name in NAMED if each == file}
    assert wanted <= there, wanted - there


def test_nothing_imported_is_ever_run() -> None:
    """Playbooks, packs, models, journals and settings are data: nothing here could run them."""
    for file in sorted((ROOT / "assist").rglob("*.py")):
        found = RUNS_CODE.search(file.read_text(encoding="utf-8"))
        assert found is None, f"{file.relative_to(ROOT)}: {found}"
