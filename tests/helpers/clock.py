"""A clock that moves when told to."""


class ManualClock:
    """Seconds, or nanoseconds through `ns`."""

    def __init__(self, now: float = 1000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now

    def ns(self) -> int:
        return round(self.now * 1_000_000_000)

    def advance(self, seconds: float) -> None:
        self.now += seconds
