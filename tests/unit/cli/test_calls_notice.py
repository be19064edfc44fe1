"""What callers were told stands with the call that was stored."""

from dataclasses import replace

import pytest

from assist import app, cli, paths
from assist.core.events import CallStarted
from tests.helpers.finished_calls import finished_call, write_journal

CALL = "20261122T101500-aaaa"


@pytest.mark.parametrize(
    ("notice", "shown"),
    [
        ("agent", "you tell them yourself at the beginning"),
        ("none", "none, as far as you know"),
        ("", None),
    ],
)
def test_a_shown_call_tells_what_the_caller_was_told(
    notice: str, shown: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    events = [
        replace(event, notice=notice) if isinstance(event, CallStarted) else event
        for event in finished_call(CALL)
    ]
    journal = write_journal(paths.calls_dir() / CALL, events)
    with app.open_store() as store:
        store.save_call(journal)
        assert store.get_call(CALL).overview.notice == notice
    assert cli.main(["calls", "show", CALL], open_desktop=lambda speed: 0) == 0
    text = capsys.readouterr().out
    assert ("Notice" in text) is (shown is not None)
    assert shown is None or shown in text
