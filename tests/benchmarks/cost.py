"""CPU and memory of our chain as a ratio to a bare Vosk loop over the same sound."""

import statistics
import tempfile
from pathlib import Path

from assist import app
from tests.benchmarks.measure import Row, run_child
from tests.benchmarks.sounds import write_call

_PAIRS = 5


def rows(pairs: int = _PAIRS) -> list[Row]:
    """Median ratios over interleaved pairs, each run in a process of its own."""
    model = str(app.model_folder(app.load_settings().model))
    cpu: dict[str, list[float]] = {"gate": [], "no-gate": []}
    peak: dict[str, list[float]] = {"gate": [], "no-gate": []}
    with tempfile.TemporaryDirectory() as folder:
        agent, customer = map(str, write_call(Path(folder)))
        raws = [str(Path(side).with_suffix(".raw")) for side in (agent, customer)]
        for _ in range(pairs):
            bare = run_child("tests.benchmarks.bare_vosk", model, *raws)
            for gate in ("gate", "no-gate"):
                ours = run_child("tests.benchmarks.engine_run", model, agent, customer, gate)
                cpu[gate].append(ours["cpu_s"] / bare["cpu_s"])
                peak[gate].append(ours["peak_mb"] / bare["peak_mb"])
    note = f"median of {pairs} pairs, 11 min of call"
    return [
        Row(
            name="CPU ÷ bare Vosk, no gate",
            value=statistics.median(cpu["no-gate"]),
            goal=1.10,
            unit="×",
            note=note,
        ),
        Row(
            name="CPU ÷ bare Vosk, gate",
            value=statistics.median(cpu["gate"]),
            goal=0.70,
            unit="×",
            note=note,
        ),
        Row(
            name="peak memory ÷ bare Vosk, no gate",
            value=statistics.median(peak["no-gate"]),
            goal=1.10,
            unit="×",
            note=note,
        ),
        Row(
            name="peak memory ÷ bare Vosk, gate",
            value=statistics.median(peak["gate"]),
            goal=1.10,
            unit="×",
            note=note,
        ),
    ]
