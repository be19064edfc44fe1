"""Lattice-free maximum mutual information: make the right phone sequence likelier than all others
together.

As Povey et al. 2016, small: one 2-output state per phone, a trigram of phones as the competition
(computed densely), and as the right side the aligned phones, whose borders may move a little. Sound
is scored by what the net puts out, without priors. Everything is computed in probabilities,
rescaled frame by frame.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from models.recipes.alignment import Labels
from models.recipes.phones import BASES, PDFS

N = len(BASES)
_RANGE = 40.0  # nats below a frame's best output at which outputs are cut off


@dataclass(frozen=True, slots=True)
class Competition:
    """The phone language model: `trigram` [b, a, c] = P(c | a b), `stay` [b], `start` [b, a] how
    common pairs are.
    """

    trigram: Tensor
    stay: Tensor
    start: Tensor


def competition(
    aligned: list[tuple[Labels, Labels] | None], stay: Mapping[int, float]
) -> Competition:
    """Estimate it from alignments; the trigram is smoothed with the bigram, that with the
    unigram.
    """
    three = np.zeros((N, N, N))
    frames = np.zeros((N, N))
    for labels in aligned:
        if labels is None:
            continue
        base, segment = labels
        starts = np.flatnonzero(np.diff(segment, prepend=-1))
        phones = np.concatenate([[0, 0], base[starts], [0]])  # silence before and after
        np.add.at(three, (phones[1:-1], phones[:-2], phones[2:]), 1)
        lengths = np.diff(np.append(starts, len(base)))
        np.add.at(frames, (base[starts], phones[1 : len(starts) + 1]), lengths)
    one = three.sum((0, 1)) + 1
    two = three.sum(1) + 5 * one / one.sum()
    two /= two.sum(1, keepdims=True)
    trigram = three + 10 * two[:, None, :]
    trigram /= trigram.sum(2, keepdims=True)
    start = frames + 1e-3
    return Competition(
        torch.tensor(trigram, dtype=torch.float32),
        torch.tensor([stay[b] for b in range(N)], dtype=torch.float32),
        torch.tensor(start / start.sum(), dtype=torch.float32),
    )


def _all_paths(first: Tensor, later: Tensor, model: Competition) -> tuple[Tensor, Tensor]:
    """Log probability [B] of the sound under any phones, and pdf posteriors [T, B, pdfs].

    `first`, `later` [T, B, N]: probabilities of the sound in a phone's first frame and in its
    others.
    """
    length, rows, _ = first.shape
    stay = model.stay.view(N, 1, 1)
    alpha = model.start[:, None, :].expand(N, rows, N).contiguous()  # [b, B, a]
    alphas, flows = [], []
    total = torch.zeros(rows)
    for t in range(length):
        flow = torch.bmm(alpha * (1 - stay), model.trigram)  # [b, B, c]
        alphas.append(alpha)
        flows.append(flow)
        alpha = flow.permute(2, 1, 0) * first[t].T[:, :, None] + alpha * (
            stay * later[t].T[:, :, None]
        )
        scale = alpha.sum((0, 2))
        total += scale.log()
        alpha = alpha / scale[None, :, None]
    beta = torch.ones(N, rows, N)
    posterior = torch.empty(length, rows, N, 2)
    for t in range(length - 1, -1, -1):
        entered = (first[t].T[:, :, None] * beta).permute(2, 1, 0)  # [b, B, c] of beta [c, B, b]
        held = stay * later[t].T[:, :, None] * beta
        posterior[t, :, :, 0] = (flows[t] * entered).sum(0)
        posterior[t, :, :, 1] = (alphas[t] * held).sum(2).T
        beta = held + (1 - stay) * torch.bmm(entered, model.trigram.transpose(1, 2))
        beta = beta / beta.mean((0, 2))[None, :, None]
    posterior = posterior.view(length, rows, PDFS)
    return total, posterior / posterior.sum(2, keepdim=True)


def _right_path(
    scores: Tensor, phones: Tensor, allowed: Tensor, stay: Tensor
) -> tuple[Tensor, Tensor]:
    """Log probability [B] of the aligned phones within the `allowed` [T, B, K] times, and their pdf
    posteriors.

    `scores` [T, B, pdfs] are probabilities; `phones` [B, K] base numbers (any number where never
    allowed).
    """
    length, rows, _ = scores.shape
    first = scores.gather(2, (2 * phones).expand(length, -1, -1)) * allowed
    later = scores.gather(2, (2 * phones + 1).expand(length, -1, -1)) * allowed
    hold = stay[phones]  # [B, K]
    move = torch.zeros_like(hold)
    move[:, 1:] = 1 - hold[:, :-1]
    alpha = torch.zeros(rows, phones.shape[1])
    alpha[:, 0] = first[0, :, 0] * 0.5 + later[0, :, 0] * 0.5
    total = torch.zeros(rows)
    alphas = []
    for t in range(length):
        if t:
            moved = torch.nn.functional.pad(alpha, (1, 0))[:, :-1] * move
            alpha = alpha * hold * later[t] + moved * first[t]
        scale = alpha.sum(1).clamp_min(1e-35)
        total += scale.log()
        alpha = alpha / scale[:, None]
        alphas.append(alpha)
    beta = torch.zeros_like(alpha)
    last = allowed[-1].cumsum(1).argmax(1)
    beta[torch.arange(rows), last] = 1.0
    posterior = torch.zeros(length, rows, PDFS)
    for t in range(length - 1, -1, -1):
        if t:
            moved = torch.nn.functional.pad(alphas[t - 1], (1, 0))[:, :-1] * move
            in_first, in_later = moved * first[t] * beta, alphas[t - 1] * hold * later[t] * beta
        else:
            in_first, in_later = torch.zeros_like(beta), torch.zeros_like(beta)
            in_first[:, 0], in_later[:, 0] = (
                first[0, :, 0] * beta[:, 0],
                later[0, :, 0] * beta[:, 0],
            )
        mass = (in_first + in_later).sum(1, keepdim=True).clamp_min(1e-35)
        posterior[t].scatter_add_(1, 2 * phones, in_first / mass)
        posterior[t].scatter_add_(1, 2 * phones + 1, in_later / mass)
        coming = first[t] * beta
        beta = beta * hold * later[t]
        beta[:, :-1] += move[:, 1:] * coming[:, 1:]
        beta = beta / beta.sum(1, keepdim=True).clamp_min(1e-35)
    return total, posterior


class _Objective(torch.autograd.Function):
    """Loss per frame whose gradient is (posterior of all paths - posterior of the right ones)."""

    @staticmethod
    def forward(
        ctx: Any, logits: Tensor, phones: Tensor, allowed: Tensor, model: Competition
    ) -> Tensor:
        scores = logits.transpose(0, 1)
        scores = (scores - scores.amax(2, keepdim=True)).clamp_min(-_RANGE).exp()
        right, right_posterior = _right_path(scores, phones, allowed, model.stay)
        pairs = scores.view(*scores.shape[:2], N, 2)
        everything, posterior = _all_paths(
            pairs[..., 0].contiguous(), pairs[..., 1].contiguous(), model
        )
        # A chunk whose alignment does not fit (more phones than frames) teaches nothing.
        good = (right_posterior.sum(2).min(0).values > 0.5) & torch.isfinite(right + everything)
        count = max(1.0, float(good.sum()) * logits.shape[1])
        gradient = (posterior - right_posterior) * good[None, :, None] / count
        ctx.save_for_backward(gradient.transpose(0, 1))
        return ((everything - right) * good).nan_to_num().sum() / count

    @staticmethod
    def backward(ctx: Any, given: Tensor) -> tuple[Tensor, None, None, None]:
        (gradient,) = ctx.saved_tensors
        return given * gradient, None, None, None


def loss(logits: Tensor, phones: Tensor, allowed: Tensor, model: Competition) -> Tensor:
    """The loss per frame for `logits` [B, T, pdfs], `phones` [B, K] and `allowed` [T, B, K]."""
    return _Objective.apply(logits, phones, allowed, model)  # type: ignore[no-any-return,no-untyped-call]


def right_side(
    base: NDArray[np.int64], segment: NDArray[np.int64], length: int, tolerance: int = 2
) -> tuple[list[int], NDArray[np.bool_]]:
    """The phones of a chunk, and [length, K] when each may sound.

    `base` and `segment` are labels every 10 ms; `length` frames of 30 ms; `tolerance` in those.
    """
    starts = np.flatnonzero(np.diff(segment, prepend=segment[0] - 1))
    ends = np.append(starts[1:], len(segment))
    times = np.arange(length)[:, None]
    allowed = (times >= starts // 3 - tolerance) & (times <= (ends + 2) // 3 + tolerance)
    return [int(base[start]) for start in starts], allowed
