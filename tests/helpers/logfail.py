"""Fail a test whose code logged a warning that nobody expected."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import pytest


class _Collector(logging.Handler):
    """Keeps what was logged at WARNING or above while caplog was not asked for that level."""

    def __init__(self, caplog: pytest.LogCaptureFixture) -> None:
        super().__init__(logging.WARNING)
        self._caplog = caplog
        self.unexpected: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        expected_from = self._caplog.handler.level
        if expected_from == logging.NOTSET or record.levelno < expected_from:
            self.unexpected.append(
                f"{record.levelname} {record.name} ({record.threadName}): {record.getMessage()}"
            )


@contextmanager
def no_unexpected_logs(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Within, records at WARNING or above fail the test.

    A test that means to cause one says so with `caplog.at_level(logging.WARNING)`.
    """
    collector = _Collector(caplog)
    root = logging.getLogger()
    root.addHandler(collector)
    try:
        yield
    finally:
        root.removeHandler(collector)
    if collector.unexpected:
        pytest.fail("Logged without being expected:\n" + "\n".join(collector.unexpected))
