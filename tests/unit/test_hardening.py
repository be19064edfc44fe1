"""Whatever the umask and whoever copied the files: what the app keeps is for its user alone."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from assist import paths
from assist.hardening import close_folders
from tests.helpers.app import COMMAND
from tests.helpers.finished_calls import write_call

pytestmark = pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
LIMIT_S = 240


def assist(*arguments: str, umask: int) -> str:
    """Run a command as a user with this umask does, with core dumps allowed."""
    done = subprocess.run(
        [*COMMAND, *arguments],
        umask=umask,
        preexec_fn=_allow_dumps,
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _allow_dumps() -> None:
    import resource

    _soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))


def open_to_others(*folders: Path) -> list[str]:
    """What somebody else could do anything with."""
    found = [each for folder in folders for each in (folder, *folder.rglob("*"))]
    assert len(found) > 3
    return [
        f"{stat.S_IMODE(each.lstat().st_mode):o} {each}"
        for each in found
        if not each.is_symlink() and each.lstat().st_mode & 0o077
    ]


@pytest.mark.parametrize("umask", [0o000, 0o022])
def test_nothing_that_is_kept_is_anybody_elses(umask: int, assist_home: Path) -> None:
    assist("settings", "set", "agent_name", "Ana", umask=umask)
    assist("calls", "list", umask=umask)
    assert {"calls.db", "database.key", "log"} <= {
        each.name for each in paths.state_dir().iterdir()
    }
    assert not open_to_others(paths.config_dir(), paths.state_dir())


def test_a_careless_copy_is_closed_at_the_next_start(assist_home: Path) -> None:
    """As `cp -r` makes it, or an earlier version did: folders 0755, files 0644."""
    write_call(paths.state_dir(), "one")
    assist("calls", "list", umask=0o000)
    paths.config_dir().mkdir(exist_ok=True)
    for each in (paths.config_dir(), paths.state_dir(), *paths.state_dir().rglob("*")):
        each.chmod(0o777 if each.is_dir() else 0o666)
    assert len(open_to_others(paths.state_dir())) > 5
    assert "one" in assist("calls", "list", umask=0o000)
    assert not open_to_others(paths.state_dir())
    assert stat.S_IMODE(paths.config_dir().stat().st_mode) == 0o700


def test_what_is_not_ours_or_is_elsewhere_is_left_alone(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("a file of the user's")
    elsewhere.chmod(0o644)
    home = tmp_path / "home"
    home.mkdir(mode=0o755)
    (home / "link").symlink_to(elsewhere)
    program = home / "program"
    program.write_text("")
    program.chmod(0o755)
    close_folders((home, tmp_path / "none"))
    assert stat.S_IMODE(elsewhere.stat().st_mode) == 0o644
    assert stat.S_IMODE(program.stat().st_mode) == 0o700
    assert stat.S_IMODE(home.stat().st_mode) == 0o700


# --- memory ---------------------------------------------------------------------------------------

DYING = """
import os, sys
sys.argv = ["assist", "about"]
if {hardened}:
    from assist import __main__
    __main__.main()
said = "maple lantern " * 1000
os.abort()
"""


def dumps(folder: Path, *, hardened: bool) -> list[Path]:
    """The core dumps of a process that is killed by its own fault."""
    folder.mkdir()
    died = subprocess.run(
        [sys.executable, "-c", DYING.format(hardened=hardened)],
        cwd=folder,
        preexec_fn=_allow_dumps,
        capture_output=True,
        timeout=LIMIT_S,
        check=False,
    )
    assert died.returncode < 0, died.stderr
    return [file for file in folder.iterdir() if b"maple lantern maple" in file.read_bytes()]


def test_a_process_that_dies_leaves_no_copy_of_its_memory(tmp_path: Path) -> None:
    if not dumps(tmp_path / "careless", hardened=False):
        pytest.skip("this system writes core dumps elsewhere, or none")
    assert not dumps(tmp_path / "ours", hardened=True)


def test_no_program_is_given_a_dump_either() -> None:
    """Linux asks none with a limit of one byte; with 0 it would, and leave it to that."""
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "import resource; from assist.hardening import harden; harden();"
            "print(*resource.getrlimit(resource.RLIMIT_CORE))",
        ],
        preexec_fn=_allow_dumps,
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=True,
    )
    assert told.stdout.split() in (["1", "1"], ["0", "0"])
    assert sys.platform != "linux" or told.stdout.split()[0] != "0" or _has_none_to_give()


def _has_none_to_give() -> bool:
    import resource

    return resource.getrlimit(resource.RLIMIT_CORE)[1] == 0


def test_the_ground_stays_as_it_is_for_what_the_user_puts_elsewhere(tmp_path: Path) -> None:
    """A folder of the user's in which the app's home lies is not the app's to close."""
    home = tmp_path / "portable"
    home.mkdir()
    home.chmod(0o755)
    subprocess.run(
        [*COMMAND, "settings", "set", "agent_name", "Ana"],
        env=os.environ | {"CALLASSIST_HOME": str(home)},
        capture_output=True,
        timeout=LIMIT_S,
        check=True,
    )
    assert stat.S_IMODE(home.stat().st_mode) == 0o755
    assert not open_to_others(home / "config", home / "state")
