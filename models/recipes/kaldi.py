"""Kaldi's binary model file as Vosk 0.3.45 reads it, written without Kaldi.

Formats: a token is ASCII and one space; an int is a size byte (4) and little-endian bytes; weights
are stored as Kaldi's two-byte compressed matrices ("CM2"), which its matrix reader accepts wherever
a matrix is expected: half the size of floats, 16 bits between the smallest and the largest weight
of the layer.
"""

import math
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, Protocol

import numpy as np
from numpy.typing import NDArray

from models.recipes.phones import COUNT, base_of


class AffineLayer(Protocol):
    """What the writer needs of a layer (see net.Layer)."""

    @property
    def name(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def offsets(self) -> tuple[int, ...]: ...
    @property
    def weight(self) -> NDArray[np.float32]: ...
    @property
    def bias(self) -> NDArray[np.float32]: ...
    @property
    def rectified(self) -> bool: ...
    @property
    def residual(self) -> str: ...


def _token(out: BinaryIO, *words: str) -> None:
    for word in words:
        out.write(word.encode() + b" ")


def _int(out: BinaryIO, *values: int) -> None:
    for value in values:
        out.write(b"\x04" + struct.pack("<i", value))


def _float(out: BinaryIO, value: float) -> None:
    out.write(b"\x04" + struct.pack("<f", value))


def _ints(out: BinaryIO, values: Sequence[int]) -> None:
    out.write(b"\x04" + struct.pack("<i", len(values)) + np.asarray(values, "<i4").tobytes())


def _vector(out: BinaryIO, values: Sequence[float] | NDArray[np.float32]) -> None:
    _token(out, "FV")
    _int(out, len(values))
    out.write(np.asarray(values, "<f4").tobytes())


def compressed(matrix: NDArray[np.float32]) -> tuple[float, float, NDArray[np.uint16]]:
    """Smallest value, range and 16-bit codes of a matrix: value = smallest + range * code /
    65535.
    """
    smallest = float(matrix.min())
    spread = max(float(matrix.max()) - smallest, 1e-5)
    return smallest, spread, np.round((matrix - smallest) * (65535 / spread)).astype("<u2")


def _matrix(out: BinaryIO, matrix: NDArray[np.float32]) -> None:
    smallest, spread, codes = compressed(matrix)
    _token(out, "CM2")
    out.write(struct.pack("<ffii", smallest, spread, *matrix.shape))
    out.write(np.ascontiguousarray(codes).tobytes())


def _transitions(out: BinaryIO, stay: Mapping[int, float]) -> None:
    """The transition model: one emitting state per phone, chain topology; `stay` is P(self-loop)
    per base.
    """
    phones = range(1, COUNT + 1)
    _token(out, "<TransitionModel>", "<Topology>")
    _ints(out, list(phones))
    _ints(out, [-1] + [0] * COUNT)
    _int(out, -1, 1, 2)  # separate self-loop pdfs; one topology entry of two states
    _int(out, 0, 1, 2, 0)  # state 0: pdf classes 0 and 1, two transitions, the first to itself
    _float(out, 0.5)
    _int(out, 1)
    _float(out, 0.5)
    _int(out, -1, -1, 0)
    _token(out, "</Topology>", "<Tuples>")
    _int(out, COUNT)
    for phone in phones:
        _int(out, phone, 0, 2 * base_of(phone), 2 * base_of(phone) + 1)
    _token(out, "</Tuples>", "<LogProbs>")
    logs = [0.0]
    for phone in phones:
        p = stay[base_of(phone)]
        logs += [math.log(p), math.log(1 - p)]
    _vector(out, logs)
    _token(out, "</LogProbs>", "</TransitionModel>")


def _input_of(name: str, offsets: tuple[int, ...]) -> str:
    parts = [name if offset == 0 else f"Offset({name}, {offset})" for offset in offsets]
    return parts[0] if len(parts) == 1 else f"Append({', '.join(parts)})"


def _nnet(out: BinaryIO, dimension: int, layers: Sequence[AffineLayer], residual: float) -> None:
    lines = [f"input-node name=input dim={dimension}"]
    components: list[tuple[str, AffineLayer | int]] = []
    written = {"input": "input"}  # our layer name -> Kaldi's node with its output

    def node(name: str, source: str) -> None:
        lines.append(f"component-node name={name} component={name} input={source}")

    for layer in layers:
        node(f"{layer.name}.affine", _input_of(written[layer.source], layer.offsets))
        components.append((f"{layer.name}.affine", layer))
        written[layer.name] = f"{layer.name}.affine"
        width = len(layer.bias)
        if layer.rectified:
            node(f"{layer.name}.relu", written[layer.name])
            components.append((f"{layer.name}.relu", width))
            written[layer.name] = f"{layer.name}.relu"
        if layer.residual:
            # Both sides are 0 or more: the rectifier passes their sum unchanged and gives it a
            # name.
            node(
                f"{layer.name}.sum",
                f"Sum({written[layer.name]}, Scale({residual}, {written[layer.residual]}))",
            )
            components.append((f"{layer.name}.sum", width))
            written[layer.name] = f"{layer.name}.sum"
    node("output.log", written[layers[-1].name])
    components.append(("output.log", -len(layers[-1].bias)))  # negative: log-softmax
    lines.append("output-node name=output input=output.log objective=linear")

    _token(out, "<Nnet3>")
    out.write(("\n" + "\n".join(lines) + "\n\n").encode())
    _token(out, "<NumComponents>")
    _int(out, len(components))
    for name, component in components:
        _token(out, "<ComponentName>", name)
        if isinstance(component, int):
            _nonlinearity(
                out,
                "RectifiedLinearComponent" if component > 0 else "LogSoftmaxComponent",
                abs(component),
            )
        else:
            _token(out, "<FixedAffineComponent>", "<LinearParams>")
            _matrix(out, component.weight)
            _token(out, "<BiasParams>")
            _vector(out, component.bias)
            _token(out, "</FixedAffineComponent>")
    _token(out, "</Nnet3>")


def _nonlinearity(out: BinaryIO, kind: str, width: int) -> None:
    _token(out, f"<{kind}>", "<Dim>")
    _int(out, width)
    for statistic in ("<ValueAvg>", "<DerivAvg>"):
        _token(out, statistic)
        _vector(out, [])
    _token(out, "<Count>")
    out.write(b"\x08" + struct.pack("<d", 0.0))
    _token(out, f"</{kind}>")


def write_model(
    path: Path,
    stay: Mapping[int, float],
    dimension: int,
    layers: Sequence[AffineLayer],
    residual: float,
    priors: NDArray[np.float64] | None,
) -> None:
    """am/final.mdl. `priors` (probabilities) are divided out by the decoder; None for nets trained
    without.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as out:
        out.write(b"\0B")
        _transitions(out, stay)
        _nnet(out, dimension, layers, residual)
        _token(out, "<LeftContext>")
        _int(out, 0)
        _token(out, "<RightContext>")
        _int(out, 0)
        _token(out, "<Priors>")
        _vector(out, [] if priors is None else priors.astype(np.float32))
