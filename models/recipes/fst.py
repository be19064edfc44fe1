"""OpenFst's binary "vector" transducers over the tropical semiring: just enough to write and read
them back.
"""

import math
import struct
from dataclasses import dataclass, field
from pathlib import Path

Arc = tuple[int, int, float, int]  # input label, output label, cost (-ln p), next state
_MAGIC = 2125659606
_HEADER = "<iiQqqq"  # version, flags, properties, start, states, arcs


@dataclass(slots=True)
class Fst:
    """States are numbered from 0, which starts; `final` maps a state to its cost of ending."""

    arcs: list[list[Arc]] = field(default_factory=list)
    final: dict[int, float] = field(default_factory=dict)
    start: int = 0

    def state(self) -> int:
        """A new state's number."""
        self.arcs.append([])
        return len(self.arcs) - 1

    def arc(
        self, source: int, input_label: int, output_label: int, cost: float, target: int
    ) -> None:
        """Add an arc."""
        self.arcs[source].append((input_label, output_label, cost, target))

    def sort(self, label: int) -> None:
        """Sort every state's arcs by input (0) or output (1) label, as composition needs."""
        for arcs in self.arcs:
            arcs.sort(key=lambda arc: (arc[label], arc[1 - label]))

    def write(self, path: Path) -> None:
        """Write the file OpenFst reads as VectorFst<StdArc>."""
        total = sum(map(len, self.arcs))
        with path.open("wb") as out:
            out.write(struct.pack("<i", _MAGIC) + _string("vector") + _string("standard"))
            out.write(
                struct.pack(_HEADER, 2, 0, 3, self.start, len(self.arcs), total)
            )  # 3: expanded, mutable
            for state, arcs in enumerate(self.arcs):
                out.write(struct.pack("<fq", self.final.get(state, math.inf), len(arcs)))
                out.write(b"".join(struct.pack("<iifi", *arc) for arc in arcs))


def _string(text: str) -> bytes:
    return struct.pack("<i", len(text)) + text.encode()


def read(path: Path) -> Fst:
    """A transducer written by `Fst.write`; ValueError for anything else."""
    data = path.read_bytes()
    prefix = struct.pack("<i", _MAGIC) + _string("vector") + _string("standard")
    if not data.startswith(prefix):
        raise ValueError(f"{path} is not a vector transducer of standard arcs")
    _, _, _, start, states, _ = struct.unpack_from(_HEADER, data, len(prefix))
    at = len(prefix) + struct.calcsize(_HEADER)
    made = Fst(start=start)
    for state in range(states):
        cost, count = struct.unpack_from("<fq", data, at)
        at += 12
        if not math.isinf(cost):
            made.final[state] = cost
        made.arcs.append(list(struct.iter_unpack("<iifi", data[at : at + 16 * count])))
        at += 16 * count
    return made
