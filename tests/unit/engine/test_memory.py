"""The engine's heap: one for all threads, and what was freed goes back to the system."""

import re
import subprocess
import sys

import pytest

HEAPS = """
import ctypes, sys, threading
from assist.engine.memory import keep_tight

if sys.argv[1] == "tight":
    keep_tight()
libc = ctypes.CDLL(None)
libc.malloc.restype = libc.fopen.restype = ctypes.c_void_p
libc.malloc_info.argtypes = (ctypes.c_int, ctypes.c_void_p)
libc.fclose.argtypes = (ctypes.c_void_p,)
together = threading.Barrier(8)

def work():
    together.wait()
    for _ in range(1_000):
        libc.malloc(500)
    together.wait()

threads = [threading.Thread(target=work) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
out = libc.fopen(b"/dev/stdout", b"w")
libc.malloc_info(0, out)
libc.fclose(out)
"""


def heaps(how: str) -> int:
    done = subprocess.run(
        [sys.executable, "-c", HEAPS, how], check=True, capture_output=True, text=True
    )
    return len(re.findall(r"<heap nr=", done.stdout))


@pytest.mark.skipif(sys.platform != "linux", reason="glibc is the C library of Linux systems")
def test_threads_of_a_tight_process_share_one_heap() -> None:
    if heaps("as it comes") == 1:
        pytest.skip("this C library gives threads no heaps of their own")
    assert heaps("tight") == 1
