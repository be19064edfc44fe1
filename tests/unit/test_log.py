"""Diagnostics go to a file of bounded size, warnings to stderr, and neither stops a call."""

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from assist.log import set_up_logging

LOGGER = logging.getLogger("assist.somewhere")


@pytest.fixture(autouse=True)
def root_logger() -> Iterator[logging.Logger]:
    """The root logger, put back as it was."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield root
    for handler in [h for h in root.handlers if h not in handlers]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def test_the_file_gets_information_and_stderr_only_warnings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "log" / "callassist.log"
    set_up_logging(file)
    with caplog.at_level(logging.WARNING):
        logging.getLogger().setLevel(logging.INFO)
        LOGGER.debug("a word that was said")
        LOGGER.info("engine started")
        LOGGER.warning("device lost")
    text = file.read_text("utf-8")
    assert "engine started" in text
    assert "device lost" in text
    assert "a word" not in text
    assert capsys.readouterr().err == "WARNING: device lost\n"


def test_verbose_says_more_on_stderr_but_keeps_words_out_of_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "callassist.log"
    set_up_logging(file, verbose=True)
    LOGGER.debug("a word that was said")
    assert "a word" in capsys.readouterr().err
    assert "a word" not in file.read_text("utf-8")


def test_setting_up_again_says_nothing_twice(
    tmp_path: Path, root_logger: logging.Logger, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up_logging(tmp_path / "one.log")
    handlers = len(root_logger.handlers)
    set_up_logging(tmp_path / "two.log", verbose=True)
    assert len(root_logger.handlers) == handlers
    LOGGER.info("once")
    assert capsys.readouterr().err.count("once") == 1
    assert "once" not in (tmp_path / "one.log").read_text("utf-8")
    assert "once" in (tmp_path / "two.log").read_text("utf-8")


def test_the_files_are_bounded(tmp_path: Path) -> None:
    file = tmp_path / "callassist.log"
    set_up_logging(file)
    for _ in range(80):
        LOGGER.info("x" * 100_000)
    files = list(tmp_path.iterdir())
    assert len(files) == 6
    assert all(file.stat().st_size <= 1_000_000 for file in files)


def test_a_log_file_that_cannot_be_made_is_told_and_done_without(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        set_up_logging(tmp_path / "file" / "callassist.log")
        LOGGER.warning("still here")
    told = capsys.readouterr().err.splitlines()
    assert told[0].startswith("WARNING: No log file: ")
    assert told[1] == "WARNING: still here"


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is a Linux device")
def test_a_full_disk_is_told_once_and_without_a_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "callassist.log").symlink_to("/dev/full")
    set_up_logging(tmp_path / "callassist.log")
    with caplog.at_level(logging.WARNING):
        logging.getLogger().setLevel(logging.INFO)
        LOGGER.info("one")
        LOGGER.info("two")
    told = capsys.readouterr().err.splitlines()
    assert told == ["WARNING: No more log file: [Errno 28] No space left on device"]
