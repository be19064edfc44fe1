"""Small helpers every benchmark uses: peak memory, percentiles, child runs, the printed table."""

import json
import math
import resource
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table: what was measured, its value and the goal it is held against."""

    name: str
    value: float
    goal: float
    unit: str
    note: str = ""

    @property
    def is_met(self) -> bool:
        return self.value <= self.goal


def peak_mb() -> float:
    """Peak resident size of this process so far, MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak / 1e3


def percentile(values: Sequence[float], percent: float) -> float:
    """The nearest-rank percentile; NaN of nothing."""
    if not values:
        return math.nan
    ordered = sorted(values)
    return ordered[max(0, math.ceil(percent / 100 * len(ordered)) - 1)]


def run_child(module: str, *args: str, timeout_s: float = 1800) -> dict[str, Any]:
    """Run a module of this folder in a fresh process; its last line is JSON."""
    child = subprocess.run(
        [sys.executable, "-m", module, *args],
        capture_output=True,
        text=True,
        timeout=timeout_s,
        check=False,
    )
    if child.returncode != 0:
        raise RuntimeError(f"{module} failed:\n{child.stderr}")
    result = json.loads(child.stdout.strip().splitlines()[-1])
    assert isinstance(result, dict)
    return result


def print_rows(rows: Sequence[Row]) -> None:
    table = Table(title="Benchmarks")
    for column in ("what", "value", "goal", "", "note"):
        table.add_column(column)
    for row in rows:
        mark = "[green]✓[/green]" if row.is_met else "[red]✗[/red]"
        table.add_row(
            row.name, f"{row.value:.2f} {row.unit}", f"≤ {row.goal:g} {row.unit}", mark, row.note
        )
    Console().print(table)
