"""`assist transcribe` and `assist replay`, where no recording has to be heard for it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assist import app, cli, paths
from assist.core.events import Event, FinalResult
from assist.core.words import Party
from tests.helpers.finished_calls import write_call


def run(*arguments: str) -> int:
    return cli.main(arguments, open_desktop=lambda speed: 99)


def test_subtitles_cut_short_hold_what_was_heard(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*, on_event: Callable[[Event], None], **_: object) -> tuple[str, ...]:
        on_event(
            FinalResult(
                at=2500,
                party=Party.AGENT,
                utterance=0,
                start=1000,
                end=2000,
                text="so i see",
                words=(),
            )
        )
        raise KeyboardInterrupt

    monkeypatch.setattr(app, "transcribe", interrupted)
    assert run("transcribe", "call.wav", "--srt") == 130
    assert capsys.readouterr().out == "1\n00:00:01,000 --> 00:00:02,000\nAgent: so I see\n"


def _replayed(monkeypatch: pytest.MonkeyPatch, wanted: str) -> list[Path]:
    """The journals that a replay of `wanted` reads."""
    read: list[Path] = []

    def stop(journal: Path) -> None:
        read.append(journal)
        raise KeyboardInterrupt

    monkeypatch.setattr(app, "replay", stop)
    run("replay", wanted)
    return read


@pytest.mark.parametrize(
    ("wanted", "call"),
    [
        ("2026-11-22", "2026-11-22-101500-aaaa"),
        ("2026-11-23-090000-bbbb", "2026-11-23-090000-bbbb"),
        ("last", "2026-11-23-090000-bbbb"),
    ],
)
def test_a_call_is_replayed_by_its_id(
    wanted: str, call: str, assist_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("2026-11-22-101500-aaaa", "2026-11-23-090000-bbbb"):
        write_call(paths.state_dir(), name)
    assert _replayed(monkeypatch, wanted) == [paths.calls_dir() / call / "journal.jsonl"]


def test_letters_of_two_calls_or_of_none_are_not_replayed(
    assist_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("2026-11-22-101500-aaaa", "2026-11-23-090000-bbbb"):
        write_call(paths.state_dir(), name)
    assert run("replay", "2026") == 2
    assert "2 calls begin with '2026'" in capsys.readouterr().err
    assert run("replay", "none-such") == 2
    assert "no call 'none-such'" in capsys.readouterr().err


def test_a_speed_that_is_no_number_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("demo", "--speed", "abc") == 2
    assert capsys.readouterr().err == (
        "assist: --speed abc: give a number from 0.1 to 20; 1 is real time.\n"
    )
