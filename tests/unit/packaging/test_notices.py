"""What we ship under which licences: packaging/notices.py and licences.toml."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]


def _notices(tree: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, str(tree / "packaging" / "notices.py"), *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of what the tool reads, to be changed."""
    (tmp_path / "packaging" / "licences").mkdir(parents=True)
    for name in ("notices.py", "licences.toml"):
        text = (ROOT / "packaging" / name).read_text(encoding="utf-8")
        (tmp_path / "packaging" / name).write_text(text, encoding="utf-8")
    for name in ("requirements.lock", "pyproject.toml", "LICENSE"):
        text = (ROOT / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def _change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_every_package_of_every_system_has_a_licence_we_may_ship() -> None:
    done = _notices(ROOT, "check")
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_package_without_a_known_licence_is_refused(tree: Path) -> None:
    lock = tree / "requirements.lock"
    _change(lock, "\nnumpy==", "\nunheard-of==1.0 \\\n    --hash=sha256:00\nnumpy==")
    done = _notices(tree, "check")
    assert done.returncode == 1
    assert "unheard-of: no licence known" in done.stdout


def test_a_licence_that_does_not_go_with_ours_is_refused(tree: Path) -> None:
    _change(tree / "packaging/licences.toml", 'rich = { declares = "MIT License", licence = "MIT"',
            'rich = { declares = "MIT License", licence = "GPL-3.0-only"')  # fmt: skip
    done = _notices(tree, "check")
    assert done.returncode == 1
    assert "rich: GPL-3.0-only is not in" in done.stdout


def test_a_package_that_changed_its_licence_is_noticed(tree: Path) -> None:
    toml = tree / "packaging/licences.toml"
    _change(toml, 'keyring = { licence = "MIT" }', 'keyring = { licence = "Apache-2.0" }')
    done = _notices(tree, "check")
    assert done.returncode == 1
    assert "keyring" in done.stdout
    assert "read its licence again" in done.stdout


def test_the_notices_hold_the_texts_that_the_licences_ask_for(tmp_path: Path) -> None:
    file = tmp_path / "notices.txt"
    assert _notices(ROOT, "notices", str(file)).returncode == 0
    text = file.read_text(encoding="utf-8")
    for part in (
        "GNU LESSER GENERAL PUBLIC LICENSE\n                       Version 3, 29 June 2007",
        "GNU GENERAL PUBLIC LICENSE\n                       Version 3, 29 June 2007",
        "GNU LESSER GENERAL PUBLIC LICENSE\n                       Version 2.1, February 1999",
        "Qt: LGPL-3.0-only",
        "You may\nreplace each by your own build of it",
        "vosk 0.3.45: Apache-2.0",
        "libsndfile: LGPL-2.1-or-later",
        "CMU Pronouncing Dictionary",
    ):
        assert part in text, part


def test_the_bill_of_materials_names_every_installed_package_and_how_they_hang_together(
    tmp_path: Path,
) -> None:
    files = [tmp_path / "one.json", tmp_path / "two.json"]
    for file in files:
        assert _notices(ROOT, "sbom", str(file)).returncode == 0
    assert files[0].read_bytes() == files[1].read_bytes()
    bill: dict[str, Any] = json.loads(files[0].read_text(encoding="utf-8"))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    refs = [component["bom-ref"] for component in bill["components"]]
    assert len(refs) == len(set(refs))
    names = {component["name"] for component in bill["components"]}
    assert {"numpy", "vosk", "pyside6-essentials", "sqlcipher3", "OpenSSL", "SQLite"} <= names
    assert not names & {"pytest", "ruff", "pyinstaller", "psutil"}
    assert all(component["licenses"] for component in bill["components"])
    needs = {entry["ref"]: entry["dependsOn"] for entry in bill["dependencies"]}
    by_name = {ref.split("/")[-1].split("@")[0]: ref for ref in refs}
    assert by_name["cffi"] in needs[by_name["soundfile"]]
    known = {*refs, bill["metadata"]["component"]["bom-ref"]}
    assert all({ref, *others} <= known for ref, others in needs.items())
