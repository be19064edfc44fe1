"""How loud a block is, for the meters and for telling echo from voice."""

import math
from collections.abc import Sequence

import numpy as np

FLOOR_DBFS = -96
"""The quietest level told: one step of 16-bit sound is at -90."""

_FULL_SCALE = 32_768.0


def peak_dbfs(samples: bytes) -> int:
    """Peak of 16-bit mono sound in whole dBFS, `FLOOR_DBFS`..0; empty sound is silent."""
    if not samples:
        return FLOOR_DBFS
    values = np.frombuffer(samples, dtype="<i2")
    return _dbfs(max(int(values.max()), -int(values.min())))


def rms_dbfs(samples: bytes) -> int:
    """Mean power of 16-bit mono sound in whole dBFS, `FLOOR_DBFS`..0; empty sound is silent."""
    return each_rms_dbfs([samples])[0]


def each_rms_dbfs(blocks: Sequence[bytes]) -> list[int]:
    """The same of each of some blocks, which are looked at together where they are equally long."""
    length = len(blocks[0]) if blocks else 0
    if not length or any(len(block) != length for block in blocks):
        return [rms_dbfs(block) if block else FLOOR_DBFS for block in blocks]
    values = np.frombuffer(b"".join(blocks), dtype="<i2").astype(np.float32)
    rows = values.reshape(len(blocks), -1)
    powers: list[float] = np.vecdot(rows, rows).tolist()
    return [_dbfs(math.sqrt(power / rows.shape[1])) for power in powers]


def _dbfs(amplitude: float) -> int:
    if amplitude < 0.5:
        return FLOOR_DBFS
    return max(FLOOR_DBFS, min(0, round(20 * math.log10(amplitude / _FULL_SCALE))))
