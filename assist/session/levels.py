"""How loud a block is, for the meters and for telling echo from voice."""

import math

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
    if not samples:
        return FLOOR_DBFS
    values = np.frombuffer(samples, dtype="<i2").astype(np.float32)
    return _dbfs(math.sqrt(float(values @ values) / len(values)))


def _dbfs(amplitude: float) -> int:
    if amplitude < 0.5:
        return FLOOR_DBFS
    return max(FLOOR_DBFS, min(0, round(20 * math.log10(amplitude / _FULL_SCALE))))
