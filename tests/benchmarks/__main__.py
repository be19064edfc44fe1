"""Run the benchmarks and print one table; `--quick` does fewer repeats, `--only` one part.

    python -m tests.benchmarks [--quick] [--only cost|cues|hook|window]

Exit status 1 when a goal is missed.
"""

import argparse
import sys

from tests.benchmarks import cost, cues, hook, window
from tests.benchmarks.measure import Row, print_rows


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one pair, one window")
    parser.add_argument("--only", choices=("cost", "cues", "hook", "window"))
    args = parser.parse_args()
    repeats = 1 if args.quick else None
    rows: list[Row] = []
    if args.only in (None, "cues"):
        rows += cues.rows()
    if args.only in (None, "hook"):
        rows += hook.rows()
    if args.only in (None, "window"):
        rows += window.rows(repeats or 3)
    if args.only in (None, "cost"):
        rows += cost.rows(repeats or 5)
    print_rows(rows)
    return 0 if all(row.is_met for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
