"""Keeps the engine's memory small through a long day, and gives it back between calls.

A call leaves its memory in pieces that the C library keeps for later: 40 MB after a dozen calls and
some 2 MB more with each hour of calls, none of it in use (docs/reliability.md).
"""

import ctypes
import errno
import gc
import sys

_ARENA_MAX, _MMAP_THRESHOLD, _TRIM_THRESHOLD = -8, -3, -1
"""Parameters of glibc's `mallopt` (malloc.h)."""

_LARGE_BYTES, _TOP_BYTES = 256 << 10, 128 << 10


def keep_tight() -> None:
    """For the start of a process, before it has threads: one heap, in which no large piece is kept.

    By itself glibc gives each thread a heap of its own and learns to keep ever larger pieces, up to
    32 MB; a call's few threads are new ones in each call, and what they leave behind adds up.
    """
    if sys.platform != "linux":
        return
    tune = getattr(ctypes.CDLL(None), "mallopt", None)
    if tune is not None:
        tune(_ARENA_MAX, 1)
        tune(_MMAP_THRESHOLD, _LARGE_BYTES)
        tune(_TRIM_THRESHOLD, _TOP_BYTES)


def is_used_up(error: Exception) -> bool:
    """Whether an error says that there is no memory left: for an object, a thread, a library."""
    said = str(error)
    return (
        isinstance(error, MemoryError)
        or (isinstance(error, OSError) and error.errno == errno.ENOMEM)
        or (isinstance(error, RuntimeError) and "can't start new thread" in said)
        or (isinstance(error, ImportError) and ("llocate memory" in said or "map segment" in said))
    )


def give_back() -> None:
    """For when nothing is going on: takes some ten milliseconds."""
    gc.collect()
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # glibc has it, musl does not
        if trim is not None:
            trim(0)
