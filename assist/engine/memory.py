"""Gives memory back to the system between calls.

A call leaves its memory in pieces that the C library keeps for later: 40 MB after a dozen calls and
some 2 MB more with each hour of calls, none of it in use (docs/reliability.md).
"""

import ctypes
import errno
import gc
import sys


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
