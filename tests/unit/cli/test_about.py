"""`assist about`: version, licences, and where the app is installed."""

import sys
from pathlib import Path

import pytest

from assist import __version__
from assist.cli import main as command_line


def _run(*arguments: str) -> int:
    return command_line(["about", *arguments], open_desktop=lambda _: 1)


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The shipped data of a bundle, which this process now believes to be."""
    data = tmp_path / "_internal" / "assist" / "_data"
    data.mkdir(parents=True)
    (data / "LICENSE").write_text("the app's licence\n", encoding="utf-8")
    (data / "THIRD-PARTY-NOTICES.txt").write_text("notices of others\n", encoding="utf-8")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "_internal"), raising=False)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    return data


def test_a_source_tree_names_itself_and_the_licence_of_each_package(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert _run() == 0
    told = capsys.readouterr().out
    assert told.startswith(f"Call Assist {__version__}, Apache-2.0\nInstalled as a source tree in ")
    (qt,) = [line for line in told.splitlines() if "PySide6_Essentials" in line]
    assert "LGPL-3.0-only" in qt
    (numpy,) = [line for line in told.splitlines() if line.startswith("  numpy")]
    assert "BSD-3-Clause" in numpy


def test_a_bundle_names_its_notices_and_prints_them(
    bundle: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run() == 0
    told = capsys.readouterr().out
    assert "Installed as a bundle with its own Python" in told
    assert str(bundle / "THIRD-PARTY-NOTICES.txt") in told
    assert _run("--notices") == 0
    assert capsys.readouterr().out == "notices of others\n"
    assert _run("--licence") == 0
    assert capsys.readouterr().out == "the app's licence\n"


def test_a_systems_package_is_told_from_a_bundle(
    bundle: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (bundle / "installed-as").write_text("deb\n", encoding="utf-8")
    assert _run() == 0
    assert "Installed as the system's package" in capsys.readouterr().out


def test_where_there_are_no_notices_it_says_how_to_write_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert _run("--notices") == 1
    assert "packaging/notices.py notices FILE" in capsys.readouterr().err


def test_the_licence_is_printed_from_a_source_tree(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("--licence") == 0
    assert "Apache License" in capsys.readouterr().out
