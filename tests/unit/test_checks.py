"""`tests/checks.py` runs every check, goes on after a failure, and adds up honestly."""

import sys
from pathlib import Path

import pytest

from tests import checks

REPORT = """<?xml version="1.0"?><testsuites>
<testsuite name="pytest" tests="7" failures="{failures}" errors="1" skipped="2"/></testsuites>"""


def _stage(name: str, status: int, report: Path | None = None, failures: int = 0) -> checks.Stage:
    code = f"import sys; sys.exit({status})"
    if report is None:
        return name, [sys.executable, "-c", code]
    text = REPORT.format(failures=failures)
    code = f"import pathlib, sys; pathlib.Path({str(report)!r}).write_text({text!r}); {code}"
    return name, [sys.executable, "-c", code, f"--junitxml={report}"]


def _run(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], *stages: checks.Stage
) -> tuple[int, str]:
    monkeypatch.setattr(checks, "stages", lambda **_: list(stages))
    status = checks.main([])
    return status, capfd.readouterr().out


def test_all_good_is_status_0_and_counts_all_tests_together(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    good = REPORT.replace('errors="1"', 'errors="0"').format(failures=0)
    code = "import pathlib, sys; pathlib.Path(sys.argv[1][11:]).write_text(sys.argv[2])"
    stages: list[checks.Stage] = [
        (f"tests {n}", [sys.executable, "-c", code, f"--junitxml={tmp_path / str(n)}", good])
        for n in (1, 2)
    ]
    status, out = _run(monkeypatch, capfd, _stage("lint", 0), *stages)
    assert status == 0
    assert out.splitlines()[-1].startswith("===== 10 passed, 4 skipped in ")


def test_a_failure_does_not_stop_the_checks_after_it(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    status, out = _run(
        monkeypatch,
        capfd,
        _stage("types", 3),
        _stage("tests", 1, tmp_path / "1.xml", failures=2),
        _stage("last", 0),
    )
    assert status == 1
    assert "types" in out
    assert "FAILED (exit status 3)" in out
    assert "=== last" in out
    # One for the types, two failures, one error.
    assert out.splitlines()[-1].startswith("===== 4 failed, 2 passed, 2 skipped in ")


def test_a_test_run_that_died_without_a_report_is_a_failure(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    died = ("tests", [sys.executable, "-c", "exit(134)", f"--junitxml={tmp_path / 'none.xml'}"])
    status, out = _run(monkeypatch, capfd, died)
    assert status == 1
    assert out.splitlines()[-1].startswith("===== 1 failed in ")


def test_a_check_that_hangs_is_ended_and_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "LIMIT_S", 0.2)
    assert checks.run([sys.executable, "-c", "import signal; signal.pause()"]) == 1


@pytest.mark.parametrize("everything", [False, True])
def test_every_test_runs_in_exactly_one_stage(everything: bool, tmp_path: Path) -> None:
    stages = checks.stages(everything=everything, reports=tmp_path)
    tiers = [command[command.index("-m", 3) + 1] for _, command in stages if "pytest" in command]
    for is_slow in (False, True):
        for is_whole in (False, True):
            marks = {"slow": is_slow, "e2e": is_whole, "x11": False}
            runs = sum(bool(eval(tier, {}, marks)) for tier in tiers)
            assert runs == (1 if everything or not is_slow else 0)
