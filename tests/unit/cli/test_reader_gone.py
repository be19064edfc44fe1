"""`assist … | head -1`: who reads no further ends the command, quietly and with nothing lost."""

from pathlib import Path

import pytest

from tests.helpers.app import GENEROUS_S, started_assist, without_screen
from tests.helpers.recordings import write_call

READER_GONE = 141


def read_one_line(*arguments: str | Path, log: Path) -> tuple[bytes, int, str]:
    """The command's first line, its status after nobody read on, and what it said on stderr."""
    with started_assist(*arguments, environment=without_screen(), log=log) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        process.stdout.close()
        status = process.wait(GENEROUS_S)
    return line, status, log.read_text()


@pytest.mark.parametrize("arguments", [("--help",), ("models", "list"), ("calls", "--help")])
def test_a_short_answer_is_whole_or_cut_off_quietly(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    line, status, said = read_one_line(*arguments, log=tmp_path / "log")
    assert line.strip()
    assert status in (0, READER_GONE)
    assert said == ""


@pytest.mark.vosk
@pytest.mark.parametrize("form", [(), ("--json",), ("--srt",)], ids=["text", "json", "srt"])
def test_a_transcript_nobody_reads_on_ends_quietly(form: tuple[str, ...], tmp_path: Path) -> None:
    call = write_call(tmp_path / "call.wav")
    line, status, said = read_one_line("transcribe", call, *form, log=tmp_path / "log")
    assert line.strip()
    # Subtitles come all at once, and fit into what a pipe holds.
    assert status == (0 if form == ("--srt",) else READER_GONE)
    assert said == ""
