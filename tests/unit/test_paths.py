"""Where things are in a source tree, in a wheel, in a bundle, and for one user among others."""

import os
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from assist import paths

ROOT = Path(__file__).resolve().parents[2]


def test_in_a_source_tree_shipped_data_lies_beside_the_package() -> None:
    assert paths.models_dir() == ROOT / "models"
    assert paths.resources_dir() == ROOT / "resources"


def test_in_a_bundle_shipped_data_lies_in_the_bundle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert paths.models_dir() == tmp_path / "assist" / "_data" / "models"
    assert paths.self_command() == [sys.executable]


def test_a_wheel_holds_the_shipped_data_and_finds_it(tmp_path: Path) -> None:
    """Builds the real wheel, unpacks it and asks the unpacked package."""
    code = (
        "import sys; from hatchling.builders.wheel import WheelBuilder;"
        "print(next(WheelBuilder('.').build(directory=sys.argv[1], versions=['standard'])))"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        names = packed.namelist()
        packed.extractall(tmp_path / "site")
    assert not [name for name in names if "recipes" in name or name.startswith("tests")]
    code = "from assist import paths; print(paths.models_dir()); print(paths.resources_dir())"
    told = subprocess.run(
        [sys.executable, "-S", "-c", code],
        cwd=tmp_path / "site",
        env={**os.environ, "PYTHONPATH": os.pathsep.join([".", *_site_packages()])},
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    assert told == [str(tmp_path / "site/assist/_data" / name) for name in ("models", "resources")]
    assert (Path(told[0]) / "starter" / "am" / "final.mdl").is_file()
    assert list(Path(told[1]).glob("playbooks/*.toml"))


def _site_packages() -> list[str]:
    return [folder for folder in sys.path if folder.endswith("site-packages")]


def test_one_variable_moves_everything_that_is_written(assist_home: Path) -> None:
    written = [
        paths.settings_file(),
        paths.user_models_dir(),
        paths.calls_dir(),
        paths.database_file(),
        paths.log_file(),
        paths.engine_socket(),
    ]
    assert all(path.is_relative_to(assist_home) for path in written)
    assert len(set(written)) == len(written)


def test_a_relative_home_means_the_same_folder_everywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CALLASSIST_HOME", "here")
    assert paths.state_dir() == tmp_path / "here" / "state"


def test_without_the_variable_the_users_own_folders_are_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CALLASSIST_HOME")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert paths.calls_dir() == tmp_path / "state" / "callassist" / "calls"
    assert paths.settings_file() == tmp_path / "config" / "callassist" / "settings.toml"


@pytest.fixture
def session_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The runtime folder of a login session, and no CALLASSIST_HOME."""
    folder = tmp_path / "session"
    folder.mkdir()
    monkeypatch.delenv("CALLASSIST_HOME")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    return folder


def test_the_socket_lies_in_a_folder_only_this_user_may_enter(session_dir: Path) -> None:
    assert paths.engine_socket() == session_dir / "callassist" / "engine.sock"
    assert stat.S_IMODE((session_dir / "callassist").stat().st_mode) == 0o700
    (session_dir / "callassist").chmod(0o755)
    assert stat.S_IMODE(paths.runtime_dir().stat().st_mode) == 0o700


def test_another_users_session_is_not_used(
    session_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "getuid", lambda: session_dir.stat().st_uid + 1)
    assert paths.runtime_dir() == tmp_path / "state" / "callassist" / "run"


def test_a_session_folder_that_is_gone_is_not_used(session_dir: Path, tmp_path: Path) -> None:
    session_dir.rmdir()
    assert paths.runtime_dir() == tmp_path / "state" / "callassist" / "run"


def test_a_socket_path_that_cannot_be_bound_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CALLASSIST_HOME", str(tmp_path / ("x" * 100)))
    with pytest.raises(paths.PathTooLong, match="set CALLASSIST_HOME to a folder with a shorter"):
        paths.engine_socket()


def test_a_child_is_this_app_whatever_lies_in_the_current_folder(tmp_path: Path) -> None:
    (tmp_path / "assist.py").write_text("raise SystemExit('the wrong one')", encoding="utf-8")
    told = subprocess.run(
        [*paths.self_command(), "--version"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert told.startswith("assist ")
