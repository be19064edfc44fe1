"""Training: the loop with its checkpoints, and the two things it may train for."""

import copy
import math
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from models.recipes import mmi
from models.recipes.chunks import CHUNK, Batch, Chunks
from models.recipes.net import SUBSAMPLING, Net
from models.recipes.phones import PDFS


class CrossEntropy(nn.Module):
    """Name the aligned pdf of every frame."""

    def forward(self, net: Net, batch: Batch) -> tuple[Tensor, Tensor]:
        """The loss, and the frame scores it came from [B, CHUNK, pdfs]."""
        with torch.autocast("cpu", torch.bfloat16):
            logits = net(batch.frames)
        logits = logits[:, :CHUNK].float()
        return _cross_entropy(logits, batch), logits


def _cross_entropy(logits: Tensor, batch: Batch) -> Tensor:
    return nn.functional.cross_entropy(
        logits.flatten(0, 1), batch.targets.flatten(), ignore_index=-100, label_smoothing=0.03
    )


class MutualInformation(nn.Module):
    """Lattice-free MMI, steadied by cross-entropy on an output layer of its own (`side`, not
    exported).
    """

    def __init__(self, net: Net, competition: mmi.Competition, steadying: float = 0.2) -> None:
        super().__init__()
        self.side = nn.Sequential(copy.deepcopy(net.prefinal), copy.deepcopy(net.output))
        self.competition = competition
        self.steadying = steadying

    def forward(self, net: Net, batch: Batch) -> tuple[Tensor, Tensor]:
        """The loss, and the side's frame scores [B, CHUNK, pdfs]."""
        assert batch.phones is not None
        assert batch.allowed is not None
        with torch.autocast("cpu", torch.bfloat16):
            hidden = net.trunk(batch.frames)
            logits = net.output(net.prefinal(hidden))
            frames = self.side(hidden)
        logits, frames = logits[:, :CHUNK].float(), frames[:, :CHUNK].float()
        value = mmi.loss(logits, batch.phones, batch.allowed, self.competition)
        # Kaldi's pull of the outputs towards zero keeps their scale where the decoder expects it.
        pull = 5e-5 * 0.5 * (logits**2).sum(-1).mean()
        return value + pull + self.steadying * _cross_entropy(frames, batch), frames


def without_priors(net: Net, priors: NDArray[np.float64], scale: float) -> None:
    """Turn a cross-entropy net into a starting point for MMI: scores become scaled log
    likelihoods.
    """
    with torch.no_grad():
        net.output.bias.sub_(torch.from_numpy(np.log(priors)).float()).mul_(scale)
        net.output.weight.mul_(scale)


def averaged(checkpoints: Sequence[Path]) -> dict[str, Tensor]:
    """The mean of the weights (net and objective) in checkpoints that began at the same weights."""
    states = [torch.load(path, weights_only=True)["both"] for path in checkpoints]
    return {
        name: (sum(state[name].double() for state in states) / len(states)).to(first.dtype)
        for name, first in states[0].items()
    }


def train(
    net: Net,
    objective: nn.Module,
    chunks: Chunks,
    epochs: int,
    rate: float,
    checkpoint: Path,
    seed: int = 0,
    tell: Callable[[str], None] = print,
) -> None:
    """Train in place with AdamW and a cosine schedule; resumes from `checkpoint`, written after
    every epoch.
    """
    both = nn.ModuleList([net, objective])
    optimizer = torch.optim.AdamW(both.parameters(), lr=rate, weight_decay=1e-3)
    done = 0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        both.load_state_dict(state["both"])
        optimizer.load_state_dict(state["optimizer"])
        done = state["epochs"]
    steps = chunks.steps()
    started = time.monotonic()
    for epoch in range(done, epochs):
        both.train()
        total = right = seen = 0.0
        for step, batch in enumerate(chunks.epoch(seed * 1000 + epoch)):
            progress = min(1.0, (epoch + step / steps) / epochs)
            warm = min(1.0, (epoch * steps + step + 1) / 100)
            for group in optimizer.param_groups:
                group["lr"] = rate * warm * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * progress)))
            loss, logits = objective(net, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(both.parameters(), 5.0)
            optimizer.step()
            used = batch.targets >= 0
            count = int(used.sum())
            total += float(loss.detach()) * count
            right += int((logits.detach().argmax(-1)[used] // 2 == batch.targets[used] // 2).sum())
            seen += count
            if step % 50 == 0:
                spent = time.monotonic() - started
                so_far = f"loss {total / seen:.3f} right {right / seen:.3f}"
                tell(f"epoch {epoch} {step}/{steps} {so_far} {spent:.0f}s")
        state = {
            "both": both.state_dict(),
            "optimizer": optimizer.state_dict(),
            "epochs": epoch + 1,
        }
        torch.save(state, checkpoint.with_suffix(".part"))
        checkpoint.with_suffix(".part").rename(checkpoint)
        tell(f"epoch {epoch} done: loss {total / seen:.4f}, right phones {right / seen:.4f}")
    net.eval()


@torch.no_grad()
def phone_scores(net: Net, frames: NDArray[np.float16]) -> NDArray[np.float32]:
    """Log probability of each base phone [T, bases] every 10 ms, from three shifted passes."""
    left, right = net.shape.left, net.shape.right
    count = len(frames)
    spread = np.empty((count, PDFS // 2), np.float32)
    for shift in range(SUBSAMPLING):
        times = np.clip(np.arange(shift - left, count + right + SUBSAMPLING), 0, count - 1)
        with torch.autocast("cpu", torch.bfloat16):
            logits = net(torch.from_numpy(frames[times].astype(np.float32))[None])[0]
        pairs = torch.log_softmax(logits.float(), -1).view(len(logits), -1, 2)
        own = spread[shift::SUBSAMPLING]
        own[:] = torch.logsumexp(pairs, -1).numpy()[: len(own)]
    return spread
