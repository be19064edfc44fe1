import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from assist.core.words import Party
from tests.helpers.servicebench import DEAD_END, Bench, says


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    bench = Bench(tmp_path, {Party.AGENT: says(Party.AGENT, DEAD_END, at=900)})
    yield bench
    bench.stop()


@pytest.fixture
def warnings(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    with caplog.at_level(logging.WARNING):
        yield caplog
