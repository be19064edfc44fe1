"""Starting with the session, as the freedesktop specifications say."""

import plistlib
import shlex
import sys
from pathlib import Path

import pytest

from assist.ui.native.autostart import (
    AutostartError,
    desktop_entry,
    desktop_file,
    is_autostarted,
    launch_agent,
    set_autostart,
)

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="XDG is Linux's")
COMMAND = ["/opt/call assist/bin/assist", "-P", "100%"]


@linux_only
def test_it_is_switched_on_and_off(tmp_path: Path) -> None:
    environment = {"XDG_CONFIG_HOME": str(tmp_path)}
    set_autostart(False, COMMAND, environment)
    assert not is_autostarted(environment)
    for _ in range(2):
        set_autostart(True, COMMAND, environment)
        assert is_autostarted(environment)
    file = tmp_path / "autostart" / "callassist.desktop"
    assert "Type=Application\n" in file.read_text()
    set_autostart(False, COMMAND, environment)
    assert list(file.parent.iterdir()) == []


def test_the_command_survives_blanks_and_percent_signs() -> None:
    line = next(line for line in desktop_entry(COMMAND).splitlines() if line.startswith("Exec="))
    words = shlex.split(line.removeprefix("Exec=").replace("\\\\", "\\"))
    assert [word.replace("%%", "%") for word in words] == COMMAND


def test_a_relative_config_home_is_ignored_as_the_specification_says() -> None:
    assert desktop_file({"XDG_CONFIG_HOME": "here"}).is_relative_to(Path.home())


@linux_only
def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "autostart").write_text("a file where a folder is needed")
    with pytest.raises(AutostartError, match="system's own settings"):
        set_autostart(True, COMMAND, {"XDG_CONFIG_HOME": str(tmp_path)})


def test_the_launch_agent_names_the_command() -> None:
    assert plistlib.loads(launch_agent(COMMAND))["ProgramArguments"] == COMMAND
