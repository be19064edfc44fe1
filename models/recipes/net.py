"""The acoustic net: a factored time-delay network with residual sums, and its form for export.

All layers after the first are evaluated every third frame (30 ms), which Vosk's clock assumes.
Every value passed between layers is 0 or more, so that the sum of a residual can stand in Kaldi as
a rectifier of itself.
"""

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from models.recipes.features import BANDS
from models.recipes.phones import PDFS

RESIDUAL = 0.66
SUBSAMPLING = 3


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of a net. `factored` lists, per factored layer, how many frames it looks back and
    ahead.
    """

    first: int = 256
    width: int = 512
    bottleneck: int = 128
    factored: tuple[tuple[int, int], ...] = ((3, 3), (3, 3), (3, 3), (6, 3), (6, 0), (6, 0))
    outputs: int = PDFS

    @property
    def left(self) -> int:
        """Frames of context before the one decided on."""
        return 2 + sum(back for back, _ in self.factored)

    @property
    def right(self) -> int:
        """Frames of context after it: the recognizer's extra delay in units of 10 ms."""
        return 2 + sum(ahead for _, ahead in self.factored)


@dataclass(frozen=True, slots=True)
class Layer:
    """One affine layer for export: inputs at `offsets` frames of `source`, then perhaps a rectifier
    and residual.
    """

    name: str
    source: str
    offsets: tuple[int, ...]
    weight: NDArray[np.float32]
    bias: NDArray[np.float32]
    rectified: bool = False
    residual: str = ""


def spliced(x: Tensor, back: int, ahead: int, step: int) -> Tensor:
    """Frames of `x` [B, T, D] at offsets -back, 0 (and +ahead) side by side; `back`, `ahead` in
    frames / step.
    """
    frames = x.shape[1] - (back + ahead) // step
    starts = [0, back // step] + ([(back + ahead) // step] if ahead else [])
    starts = sorted(set(starts))
    return (
        torch.cat([x[:, start : start + frames] for start in starts], -1) if len(starts) > 1 else x
    )


class Factored(nn.Module):
    """Two low-rank halves: a linear bottleneck looking back, an affine layer looking ahead, and a
    residual.
    """

    def __init__(self, width: int, bottleneck: int, back: int, ahead: int) -> None:
        super().__init__()
        self.back, self.ahead = back, ahead
        self.linear = nn.Linear(width * (2 if back else 1), bottleneck, bias=False)
        self.affine = nn.Linear(bottleneck * (2 if ahead else 1), width)
        self.norm = nn.BatchNorm1d(width)

    def forward(self, x: Tensor) -> Tensor:
        low = self.linear(spliced(x, self.back, 0, SUBSAMPLING))
        high = self.affine(spliced(low, self.ahead, 0, SUBSAMPLING))
        flat = self.norm(high.flatten(0, 1))
        start = self.back // SUBSAMPLING
        return torch.relu(flat).view(high.shape) + RESIDUAL * x[:, start : start + high.shape[1]]


class Net(nn.Module):
    """Log-mel frames to unnormalised log probabilities of the pdfs."""

    def __init__(self, shape: Shape | None = None) -> None:
        super().__init__()
        self.shape = shape = shape or Shape()
        self.input_norm = nn.BatchNorm1d(BANDS, affine=False)
        self.first = nn.Linear(3 * BANDS, shape.first)
        self.first_norm = nn.BatchNorm1d(shape.first)
        self.second = nn.Linear(3 * shape.first, shape.width)
        self.second_norm = nn.BatchNorm1d(shape.width)
        self.factored = nn.ModuleList(
            Factored(shape.width, shape.bottleneck, back, ahead) for back, ahead in shape.factored
        )
        self.prefinal = nn.Linear(shape.width, shape.bottleneck, bias=False)
        self.output = nn.Linear(shape.bottleneck, shape.outputs)

    def forward(self, x: Tensor) -> Tensor:
        """[B, T, BANDS] to [B, K, pdfs]: output k belongs to input frame shape.left + 3k."""
        return self.output(self.prefinal(self.trunk(x)))  # type: ignore[no-any-return]

    def trunk(self, x: Tensor) -> Tensor:
        """[B, T, BANDS] to what the output layers see, [B, K, width]."""
        x = self.input_norm(x.flatten(0, 1)).view(x.shape)
        y = self.first(spliced(x, 1, 1, 1))
        y = torch.relu(self.first_norm(y.flatten(0, 1))).view(y.shape)
        y = self.second(spliced(y, 1, 1, 1)[:, ::SUBSAMPLING])
        y = torch.relu(self.second_norm(y.flatten(0, 1))).view(y.shape)
        for layer in self.factored:
            y = layer(y)
        return y

    def layers(self) -> list[Layer]:
        """The trained net with its normalisations folded into affine layers."""
        mean, variance = _numpy(self.input_norm.running_mean), _numpy(self.input_norm.running_var)
        scale = np.tile(1 / np.sqrt(variance + self.input_norm.eps), 3)
        weight, bias = _numpy(self.first.weight), _numpy(self.first.bias)
        bias = bias - weight @ (np.tile(mean, 3) * scale)
        made = [_folded("first", "input", (-1, 0, 1), weight * scale, bias, self.first_norm)]
        second, second_bias = _numpy(self.second.weight), _numpy(self.second.bias)
        made.append(_folded("second", "first", (-1, 0, 1), second, second_bias, self.second_norm))
        source = "second"
        for number, part in enumerate(self.factored, 1):
            assert isinstance(part, Factored)
            low, high = f"low{number}", f"high{number}"
            back = (-part.back, 0) if part.back else (0,)
            ahead = (0, part.ahead) if part.ahead else (0,)
            rows = _numpy(part.linear.weight)
            made.append(Layer(low, source, back, _single(rows), np.zeros(len(rows), np.float32)))
            made.append(
                _folded(
                    high,
                    low,
                    ahead,
                    _numpy(part.affine.weight),
                    _numpy(part.affine.bias),
                    part.norm,
                    source,
                )
            )
            source = high
        final = _numpy(self.output.weight) @ _numpy(self.prefinal.weight)
        made.append(Layer("final", source, (0,), _single(final), _single(_numpy(self.output.bias))))
        return made


def _numpy(x: Tensor | None) -> NDArray[np.float64]:
    assert x is not None
    return x.detach().double().cpu().numpy()


def _single(x: NDArray[np.float64]) -> NDArray[np.float32]:
    return np.ascontiguousarray(x, np.float32)


def _folded(
    name: str,
    source: str,
    offsets: tuple[int, ...],
    weight: NDArray[np.float64],
    bias: NDArray[np.float64],
    norm: nn.BatchNorm1d,
    residual: str = "",
) -> Layer:
    gain = _numpy(norm.weight) / np.sqrt(_numpy(norm.running_var) + norm.eps)
    bias = (bias - _numpy(norm.running_mean)) * gain + _numpy(norm.bias)
    return Layer(
        name, source, offsets, _single(weight * gain[:, None]), _single(bias), True, residual
    )
