"""Notices that the computer slept: call time, as the monotonic clock, stood still meanwhile."""

import time
from collections.abc import Callable

LEAST_MS = 2_000
"""Clocks that are set and read one after the other differ by far less."""


def _with_sleep_ns() -> int:
    # Linux only; elsewhere the monotonic clock either goes on (Windows) or nothing tells.
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic_ns() if clock is None else time.clock_gettime_ns(clock)


class SleepWatch:
    """Asked now and then, says how long the computer slept since it was asked last."""

    def __init__(
        self,
        awake_ns: Callable[[], int] = time.monotonic_ns,
        with_sleep_ns: Callable[[], int] = _with_sleep_ns,
    ) -> None:
        self._awake_ns = awake_ns
        self._with_sleep_ns = with_sleep_ns
        self._slept_ns = with_sleep_ns() - awake_ns()

    def sentence(self) -> str:
        """What to tell of it; "" where it did not sleep."""
        before, self._slept_ns = self._slept_ns, self._with_sleep_ns() - self._awake_ns()
        slept_ms = (self._slept_ns - before) // 1_000_000
        if slept_ms < LEAST_MS:
            return ""
        minutes, seconds = divmod(round(slept_ms / 1000), 60)
        return (
            f"The computer slept for {minutes}:{seconds:02} (minutes:seconds); what was said "
            "meanwhile was not heard, and the call's time does not count it."
        )
