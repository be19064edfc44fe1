"""Run every check of the project and sum up: `python3 bootstrap.py test` ends in this.

    python tests/checks.py          everything but the slow tests
    python tests/checks.py --all    the slow tests too

All checks run, also after one has failed. The last line counts as pytest's does, over all test
runs; a failed check that is no test (types, format …) counts as one failure.
"""

import argparse
import contextlib
import os
import shlex
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from pathlib import Path

Stage = tuple[str, list[str]]
"""Name and command of a check."""

ROOT = Path(__file__).resolve().parents[1]
LIMIT_S: float = 3600
"""A check that takes longer hangs: single tests have limits of their own (see pyproject.toml)."""
MOST_WORKERS = 8
"""Test processes side by side; each takes up to 1 GB (a window, a model, a database server)."""


def stages(*, everything: bool, reports: Path) -> list[Stage]:
    """Every check in order.

    Whole calls, real windows and what is slow come last, one at a time: they live in real time or
    measure it. All other tests share the processors, file by file.
    """
    python = [sys.executable, "-P", "-m"]
    whole = "(e2e or x11)"
    workers = min(os.cpu_count() or 1, MOST_WORKERS)
    side_by_side = ["-n", str(workers), "--dist", "loadfile"] if workers > 1 else []

    def pytest(number: int, which: str, *options: str) -> list[str]:
        report = f"--junitxml={reports / f'{number}.xml'}"
        return [*python, "pytest", "-m", which, "--durations=8", *options, report]

    slow = [
        ("slow tests", pytest(3, f"slow and not {whole}")),
        ("slow calls", pytest(4, f"slow and {whole}")),
    ]
    return [
        ("lint", [*python, "ruff", "check", "."]),
        ("format", [*python, "ruff", "format", "--check", "."]),
        ("types", [*python, "mypy", "assist", "bootstrap.py", "packaging", "tests"]),
        ("imports", [str(Path(sys.executable).with_name("lint-imports")), "--no-logo"]),
        ("tests", pytest(1, f"not slow and not {whole}", *side_by_side)),
        ("whole calls", pytest(2, f"not slow and {whole}")),
        *(slow if everything else []),
    ]


def run(command: list[str]) -> int:
    """Exit status of a check; its output goes to ours."""
    child = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL)
    try:
        return child.wait(LIMIT_S)
    except subprocess.TimeoutExpired:
        print(f"Ended: it took more than {LIMIT_S // 60} minutes.", flush=True)
        return 1
    except KeyboardInterrupt:
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(30)  # pytest heard it too, and takes its fixtures down
        raise
    finally:
        child.kill()
        child.wait()


def count(report: Path) -> dict[str, int]:
    """What a report of pytest (JUnit XML) counts."""
    found = dict.fromkeys(("failed", "passed", "skipped"), 0)
    for suite in ElementTree.parse(report).getroot().iter("testsuite"):
        tests, failures, errors, skipped = (
            int(suite.get(kind, "0")) for kind in ("tests", "failures", "errors", "skipped")
        )
        found["failed"] += failures + errors
        found["skipped"] += skipped
        found["passed"] += max(0, tests - failures - errors - skipped)
    return found


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--all", action="store_true", help="the slow tests too")
    everything = parser.parse_args(arguments).all
    began = time.monotonic()
    summary: list[str] = []
    total = dict.fromkeys(("failed", "passed", "skipped"), 0)
    with tempfile.TemporaryDirectory(prefix="callassist-checks-") as folder:
        for name, command in stages(everything=everything, reports=Path(folder)):
            print(f"\n=== {name}: {shlex.join([Path(command[0]).name, *command[1:]])}", flush=True)
            stage_began = time.monotonic()
            status = run(command)
            verdict = "ok" if status == 0 else f"FAILED (exit status {status})"
            summary.append(f"  {name:12} {time.monotonic() - stage_began:6.1f} s  {verdict}")
            report = next((Path(a[11:]) for a in command if a.startswith("--junitxml=")), None)
            counted = count(report) if report is not None and report.exists() else {}
            if status and not counted.get("failed"):
                counted["failed"] = 1
            for kind, number in counted.items():
                total[kind] += number
    spent = time.monotonic() - began
    told = ", ".join(f"{number} {kind}" for kind, number in total.items() if number)
    print("\nChecks:", *summary, sep="\n")
    print(f"===== {told or 'nothing ran'} in {spent:.2f}s =====", flush=True)
    return 1 if total["failed"] else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        sys.exit(130)
