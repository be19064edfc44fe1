"""What bootstrap.py decides; that it sets up a fresh clone is `tests/e2e/test_fresh_clone.py`."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import bootstrap

ROOT = Path(__file__).resolve().parents[2]

FAKE_DPKG_QUERY = """\
#!/bin/sh
for name in "$@"; do
    case " $INSTALLED " in *" $name "*) echo "installed $name";; esac
done
echo "config-files libpulse0"
exit 1
"""
FAKE_APT_CACHE = """\
#!/bin/sh
shift
for name in "$@"; do
    case " $OFFERED " in
        *" $name "*) printf '%s:\\n  Installed: (none)\\n  Candidate: 1.0\\n' "$name";;
    esac
done
printf 'libglib2.0-0:\\n  Installed: (none)\\n  Candidate: (none)\\n'
"""


@pytest.fixture
def debian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with nothing installed, whose package programs and `sudo` are small scripts."""
    folder = tmp_path / "bin"
    folder.mkdir()
    scripts = {
        "dpkg-query": FAKE_DPKG_QUERY,
        "apt-cache": FAKE_APT_CACHE,
        "apt-get": f'#!/bin/sh\necho "$@" >> {folder}/apt-get.log\n',
        "sudo": f"#!/bin/sh\ntouch {folder}/sudo.log\n",
    }
    for name, text in scripts.items():
        (folder / name).write_text(text, encoding="utf-8")
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    monkeypatch.setenv("INSTALLED", "")
    monkeypatch.setenv("OFFERED", "")
    monkeypatch.setattr(sys, "base_prefix", "/opt/python")
    return folder


def _root(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: number)


# --- the lock file --------------------------------------------------------------------------------


def _names(text: str) -> list[str]:
    return re.findall(r"^([A-Za-z0-9.-]+)==", text, re.MULTILINE)


def test_every_locked_package_has_one_version_per_system_and_a_hash() -> None:
    for section in ("build", "run", "test"):
        for block in re.split(r"^(?=\S)", bootstrap.lock_section(section), flags=re.MULTILINE)[1:]:
            assert re.match(r"[a-z0-9.-]+==\S+ ", block), block
            assert "--hash=sha256:" in block, block


def test_no_package_is_in_two_sections() -> None:
    sections = [set(_names(bootstrap.lock_section(name))) for name in ("build", "run", "test")]
    assert len(set.union(*sections)) == sum(map(len, sections))


def test_the_lock_holds_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = {
        "run": project["project"]["dependencies"],
        "test": project["project"]["optional-dependencies"]["test"],
    }
    for section, requirements in asked.items():
        names = {re.split(r"[^\w.-]", line)[0].lower() for line in requirements}
        assert names <= set(_names(bootstrap.lock_section(section))), section


def test_running_installs_no_test_tool() -> None:
    run = _names(bootstrap.lock_section("run"))
    assert not {"pytest", "ruff", "mypy", "hypothesis", "pyinstaller"} & set(run)


# --- system packages ------------------------------------------------------------------------------


def test_package_names_are_whole() -> None:
    names = bootstrap.SOUND_PACKAGES + bootstrap.WINDOW_PACKAGES + bootstrap.TEST_PACKAGES
    assert not [name for name in names if not re.fullmatch(r"[a-z0-9][a-z0-9+.-]*[a-z0-9+]", name)]
    assert len(names) == len(set(names))


def test_installed_packages_are_not_asked_for(
    debian: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INSTALLED", "libportaudio2 libglib2.0-0t64")
    wanted = ["libportaudio2", "libpulse0", "libglib2.0-0"]
    assert bootstrap.missing_packages(wanted) == ["libpulse0"]


def test_the_name_that_the_system_offers_is_taken(
    debian: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OFFERED", "libglib2.0-0t64 libgl1")
    names = ["libglib2.0-0", "libgl1", "libpulse0"]
    assert bootstrap.available_names(names) == ["libglib2.0-0t64", "libgl1", "libpulse0"]


def test_without_root_the_one_command_is_told_and_sudo_never_called(
    debian: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _root(monkeypatch, 1000)
    with pytest.raises(bootstrap.SetupFailed) as failure:
        bootstrap.add_system_packages("run")
    told = str(failure.value)
    assert len(re.findall("sudo", told)) == 1
    for name in bootstrap.SOUND_PACKAGES + bootstrap.WINDOW_PACKAGES:
        assert name in told
    assert "xvfb" not in told
    assert not list(debian.glob("*.log"))


def test_as_root_missing_packages_are_installed_after_a_refresh(
    debian: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _root(monkeypatch, 0)
    with pytest.raises(bootstrap.SetupFailed):  # the script installs nothing: still missing
        bootstrap.add_system_packages("run")
    refresh, install = (debian / "apt-get.log").read_text("utf-8").splitlines()
    assert refresh == "update"
    assert "--no-install-recommends libportaudio2" in install
    assert "done in" in capsys.readouterr().out


def test_a_source_that_cannot_be_refreshed_does_not_stop_the_installation(
    debian: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    script = f'#!/bin/sh\necho "$@" >> {debian}/apt-get.log\n[ "$1" != update ]\n'
    (debian / "apt-get").write_text(script, "utf-8")
    bootstrap.install_packages(["libportaudio2"])
    assert "install" in (debian / "apt-get.log").read_text("utf-8").splitlines()[1]
    assert "Going on with the lists there are" in capsys.readouterr().out


def test_postgresql_comes_without_a_server_that_starts_by_itself() -> None:
    command = bootstrap.install_command(["postgresql", "xvfb"])
    told_before = command.index("create_main_cluster = false > /etc/postgresql-common")
    assert told_before < command.index("apt-get install")


@pytest.mark.parametrize("display", ["", ":0"])
def test_the_terminal_demo_does_without_the_windows_libraries(
    debian: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    display: str,
) -> None:
    _root(monkeypatch, 1000)
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("INSTALLED", " ".join(bootstrap.SOUND_PACKAGES))
    if display:
        with pytest.raises(bootstrap.SetupFailed):
            bootstrap.add_system_packages("run")
    else:
        bootstrap.add_system_packages("run")
        assert "sudo sh -c 'apt-get update && apt-get install" in capsys.readouterr().out


# --- the environment ------------------------------------------------------------------------------


def test_the_stamp_changes_with_everything_the_environment_is_made_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("requirements.lock", "pyproject.toml"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    monkeypatch.setattr(bootstrap, "LOCK", tmp_path / "requirements.lock")
    seen = [bootstrap.stamp_of("run"), bootstrap.stamp_of("test")]
    with (tmp_path / "requirements.lock").open("a", encoding="utf-8") as lock:
        lock.write("one-more==1.0 --hash=sha256:00\n")
    assert bootstrap.stamp_of("run") == seen[0]
    seen.append(bootstrap.stamp_of("test"))
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    seen.append(bootstrap.stamp_of("run"))
    monkeypatch.setattr(bootstrap, "VENV", tmp_path / "moved")
    seen.append(bootstrap.stamp_of("run"))
    monkeypatch.setattr(sys, "version", "3.12.99")
    seen.append(bootstrap.stamp_of("run"))
    assert len(set(seen)) == len(seen)


def test_a_broken_environment_is_not_taken_for_a_whole_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "VENV", tmp_path)
    monkeypatch.setattr(bootstrap, "PYTHON", tmp_path / "python")
    assert not bootstrap.can_import("sys")
    (tmp_path / "python").symlink_to(sys.executable)
    assert not bootstrap.can_import("sys")  # it works, but it is of another place


# --- steps and what is said -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("OSError: [Errno 28] No space left on device", "the disk is full"),
        ("E: Could not get lock /var/lib/dpkg/lock-frontend", "another installation is running"),
        ("Failed: [Errno -3] Temporary failure in name resolution", "check network"),
        ("ERROR: No matching distribution found for numpy==2.4.6", "check network"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "not the file that"),
        ("fine\nERROR: something new\nbye", "ERROR: something new"),
        ("only this", "only this"),
        ("", "no reason given"),
    ],
)
def test_a_failed_step_says_why_in_one_sentence(
    output: str, sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "LOG", tmp_path / "set-up.log")
    script = f"import sys; print({output!r}); sys.exit(3)"
    with pytest.raises(bootstrap.SetupFailed, match=re.escape(sentence)) as failure:
        bootstrap.step("Try", [sys.executable, "-c", script])
    assert str(failure.value).startswith("Try failed: ")
    assert (tmp_path / "set-up.log").read_text("utf-8").strip() == output


def test_where_no_log_can_be_kept_the_last_lines_are_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "LOG", tmp_path / "none" / "set-up.log")
    script = "for n in range(20): print('line', n)\nraise SystemExit(1)"
    with pytest.raises(bootstrap.SetupFailed, match=r"line 8\n(.*\n)*line 19\n$"):
        bootstrap.step("Try", [sys.executable, "-c", script])


def test_a_step_that_works_says_when_it_began_and_ended(
    capsys: pytest.CaptureFixture[str],
) -> None:
    bootstrap.step("Try", [sys.executable, "-c", "print('working')"])
    assert re.fullmatch(r"Try \.\.\.\nTry: done in \d+ s\n", capsys.readouterr().out)


def test_ctrl_c_ends_the_step_with_one_line_and_130(debian: Path) -> None:
    (debian / "apt-get").write_text("#!/bin/sh\nkill -INT $PPID\nexec sleep 60\n", "utf-8")
    code = (
        "import os, bootstrap; os.geteuid = lambda: 0;"
        "raise SystemExit(bootstrap.main(['run', '--setup-only']))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert ran.returncode == 130
    assert ran.stderr.strip().splitlines() == ["Stopped. The same command goes on from here."]


def test_an_older_python_gets_as_far_as_the_sentence() -> None:
    source = (ROOT / "bootstrap.py").read_text("utf-8")
    ast.parse(source, feature_version=(3, 6))
    code = f"import sys; sys.version_info = (3, 9, 1); exec({source!r}, {{'__file__': 'x'}})"
    ran = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert ran.returncode == 2
    assert re.fullmatch(
        r"Call Assist needs Python 3\.11, 3\.12 or 3\.13, and this is 3\.9: [^\n]*\.\n", ran.stderr
    )


@pytest.mark.parametrize("arguments", [[], ["walk"], ["run", "--all"], ["test", "--setup-only"]])
def test_a_wrong_command_line_is_told_with_status_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        bootstrap.main(arguments)
    assert exit_.value.code == 2
