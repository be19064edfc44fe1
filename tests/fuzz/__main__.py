"""Runs the coverage-guided fuzzer over the targets: `python -m tests.fuzz --help`.

Needs atheris (Linux), which is no part of the test set-up: docs/fuzzing.md says how to get it. Each
target runs in a process of its own, limited in memory and in the time of one input. What it finds
lies in the work folder: `found/TARGET-…` inputs, `results.jsonl` a line for each run.
"""

import argparse
import json
import re
import subprocess
import sys
import time
from pathlib import Path

from tests.fuzz.targets import TARGETS

_MEGABYTES = 1024
"""The most a target may use: the fuzzer itself and the modules take some 250."""
_SECONDS = 10
"""The longest one input may take; the slowest well-formed one takes a hundredth of it."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help="default: all of them")
    parser.add_argument("--cases", type=int, default=1_000_000, help="in all (1,000,000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", type=Path, default=Path("build/fuzz"))
    args = parser.parse_args()
    names = [target.name for target in TARGETS]
    if unknown := set(args.targets) - set(names):
        parser.error(f"no such target: {', '.join(sorted(unknown))}; there are {', '.join(names)}")
    wanted = [target for target in TARGETS if not args.targets or target.name in args.targets]
    shares = sum(target.share for target in wanted)
    args.work.mkdir(parents=True, exist_ok=True)
    failed = 0
    for target in wanted:
        cases = round(args.cases * target.share / shares)
        failed += _run(target.name, target.longest, cases, args.seed, args.work)
    return 1 if failed else 0


def _run(name: str, longest: int, cases: int, seed: int, work: Path) -> bool:
    """Fuzz one target; whether anything was found."""
    corpus, found = work / "corpus" / name, work / "found"
    for folder in (corpus, found):
        folder.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    done = subprocess.run(
        [
            *(sys.executable, "-m", "tests.fuzz.loop", name, str(work), str(corpus)),
            f"-runs={cases}",
            f"-seed={seed}",
            f"-max_len={longest}",
            f"-timeout={_SECONDS}",
            f"-rss_limit_mb={_MEGABYTES}",
            f"-artifact_prefix={found / name}-",
            "-print_final_stats=1",
            "-len_control=20",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        check=False,
    )
    edges = re.findall(r"cov: (\d+) ft: (\d+)", done.stderr)
    executed = re.findall(r"number_of_executed_units:\s+(\d+)", done.stderr)
    peak = re.findall(r"peak_rss_mb:\s+(\d+)", done.stderr)
    faults = sorted(path.name for path in found.glob(f"{name}-*"))
    took = time.monotonic() - began
    count = int(executed[-1]) if executed else 0
    result = {
        "target": name,
        "cases": count,
        "per_second": round(count / took) if took else 0,
        "seconds": round(took),
        "edges": int(edges[-1][0]) if edges else 0,
        "features": int(edges[-1][1]) if edges else 0,
        "peak_mb": int(peak[-1]) if peak else 0,
        "faults": faults,
        "seed": seed,
    }
    with (work / "results.jsonl").open("a", encoding="utf-8") as out:
        out.write(json.dumps(result) + "\n")
    sys.stdout.write(json.dumps(result) + "\n")
    sys.stdout.flush()
    if done.returncode and not faults:
        sys.stdout.write("\n".join(done.stderr.splitlines()[-25:]) + "\n")
    return bool(done.returncode or faults)


if __name__ == "__main__":
    sys.exit(main())
