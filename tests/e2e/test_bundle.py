"""The bundle and the .deb are built here, and the app in them is used like an installed one."""

import configparser
import contextlib
import fnmatch
import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from assist import __version__
from tests.helpers.xvfb import Display

ROOT = Path(__file__).resolve().parents[2]
DATA = (
    "models/starter/am/final.mdl",
    "resources/demo/call.flac",
    "resources/icons/callassist.svg",
    "resources/translations/callassist_de.qm",
)
BUILD_S = 900
RUN_S = 180

pytestmark = [
    pytest.mark.slow,
    pytest.mark.e2e,
    pytest.mark.timeout(2 * BUILD_S),
    pytest.mark.skipif(
        not sys.platform.startswith("linux"), reason="the bundle is tested on Linux only"
    ),
]


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the bundle, built from this tree."""
    folder = tmp_path_factory.mktemp("bundle")
    _build("bundle.py", folder)
    return folder / "dist"


@pytest.fixture(scope="module")
def package(dist: Path) -> Path:
    if shutil.which("dpkg-deb") is None:
        pytest.skip("needs dpkg-deb: only Debian and its relatives have it")
    _build("deb.py", dist.parent)
    (file,) = dist.glob("*.deb")
    return file


@pytest.fixture(scope="module")
def system(package: Path) -> Path:
    """A folder that stands for a Debian's root, with the package installed into it by dpkg."""
    root = package.parent.parent / "system"
    (root / "var/lib/dpkg/info").mkdir(parents=True)
    for name in ("status", "available"):
        (root / "var/lib/dpkg" / name).touch()
    # What it depends on lies in the real root; that those names suffice is tested below.
    forced = ["--force-depends", "--force-bad-path"]
    where = [f"--root={root}", f"--log={root}/dpkg.log", "--no-triggers"]
    command = ["dpkg", *forced, *where, "--install", str(package)]
    if os.geteuid() != 0:  # who may not give files to root can unpack them all the same
        command = ["dpkg-deb", "--extract", str(package), str(root)]
    subprocess.run(command, check=True, capture_output=True, timeout=RUN_S)
    return root


def _build(script: str, folder: Path) -> None:
    command = [sys.executable, str(ROOT / "packaging" / script)]
    where = [f"--dist={folder / 'dist'}", f"--work={folder / 'work'}"]
    done = subprocess.run(
        [*command, *where], capture_output=True, text=True, timeout=BUILD_S, check=False
    )
    assert done.returncode == 0, done.stderr


def _environment(home: Path) -> dict[str, str]:
    """A user's: nothing of the environment that runs the tests is lent to the bundle."""
    kept = ("LANG", "LC_ALL", "TMPDIR", "XDG_RUNTIME_DIR")
    env = {key: value for key, value in os.environ.items() if key in kept}
    return {**env, "PATH": "/usr/bin:/bin", "HOME": str(home), "CALLASSIST_HOME": str(home / "h")}


def _ran(program: Path, home: Path, *arguments: str, env: dict[str, str] | None = None) -> str:
    """What a command prints; asserts that it does not break."""
    done = subprocess.run(
        [str(program), *arguments],
        env={**_environment(home), **(env or {})},
        cwd=home,
        capture_output=True,
        text=True,
        timeout=RUN_S,
        check=False,
    )
    # The doctor finds things to do (1); a command was used wrongly (2).
    assert done.returncode in (0, 1, 2), done.stdout + done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout + done.stderr


@contextlib.contextmanager
def _ends_its_engine(program: Path) -> Iterator[None]:
    """The engine outlives its window for a while by design; here it ends with the test."""
    try:
        yield
    finally:
        for process in _running(program):
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
                process.wait(RUN_S)


def _running(program: Path) -> list[psutil.Process]:
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if process.exe() == str(program.resolve()):
                found.append(process)
    return found


def test_a_bundle_says_what_it_is_and_carries_its_papers(dist: Path, tmp_path: Path) -> None:
    program = dist / "callassist" / "assist"
    assert _ran(program, tmp_path, "--version") == f"assist {__version__}\n"
    about = _ran(program, tmp_path, "about")
    assert f"Installed as a bundle with its own Python in {dist / 'callassist'}" in about
    notices = _ran(program, tmp_path, "about", "--notices")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in notices
    assert "Apache License" in _ran(program, tmp_path, "about", "--licence")
    data = dist / "callassist" / "_internal" / "assist" / "_data"
    for part in DATA:
        assert (data / part).is_file(), part
    assert not (data / "models" / "recipes").exists()
    (bill,) = (dist / "callassist").rglob("callassist.cdx.json")
    names = {part["name"] for part in json.loads(bill.read_text("utf-8"))["components"]}
    assert {"vosk", "numpy", "Qt"} <= names


def test_the_doctor_knows_the_bundle_and_tries_its_window(
    dist: Path, tmp_path: Path, x11_display: Display
) -> None:
    program = dist / "callassist" / "assist"
    told = _ran(program, tmp_path, "doctor", env={"DISPLAY": x11_display.name})
    assert f"✓ Installed: {__version__}, a bundle with its own Python in {dist}" in told
    assert "✓ Window: Qt opens a window here" in told
    assert "✓ Speech model: starter" in told
    assert re.search(r"✓ Playbook: Call Assist, \d+ rules", told)
    # Encrypted or not, the calls' database opens: its migrations are in the bundle.
    assert f"✓ Calls: {tmp_path / 'h' / 'state' / 'calls.db'}" in told


def test_a_bundle_hears_the_demo_call_and_keeps_it(dist: Path, tmp_path: Path) -> None:
    program = dist / "callassist" / "assist"
    told = _ran(program, tmp_path, "demo", "--terminal", "--speed", "20")
    assert "David Miller" in told
    assert re.search(r"Prompts +[2-9] shown", told)
    assert "David Miller" in _ran(program, tmp_path, "calls", "list")


def test_a_bundles_sidebar_starts_its_own_engine_and_ends_the_demo_call(
    dist: Path, tmp_path: Path, x11_display: Display
) -> None:
    program = dist / "callassist" / "assist"
    with _ends_its_engine(program):
        window = subprocess.Popen(
            [str(program), "demo", "--speed", "8"],
            env={**_environment(tmp_path), "DISPLAY": x11_display.name},
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert window.stdout is not None
        lines = []
        for line in window.stdout:
            lines.append(line)
            if line.startswith("Saved: "):
                break
        engines = [process.cmdline()[1:] for process in _running(program)]
        window.send_signal(signal.SIGTERM)
        window.communicate(timeout=RUN_S)
    assert lines, "the window ended without a word"
    assert lines[-1].startswith("Saved: "), "".join(lines)
    assert Path(lines[-1].removeprefix("Saved: ").strip()).is_file()
    assert ["engine"] in engines
    assert ["engine", "--worker"] in [arguments[:2] for arguments in engines]


def test_every_file_of_machine_code_belongs_to_a_part_with_a_known_licence(dist: Path) -> None:
    known = tomllib.loads((ROOT / "packaging/licences.toml").read_text("utf-8"))
    patterns = [pattern for part in known["inside"] for pattern in part.get("files", [])]
    packages = {name.replace("-", "_") for name in known["packages"]}
    inside = dist / "callassist" / "_internal"
    unknown = []
    for file in sorted(path for path in inside.rglob("*") if path.is_file()):
        if file.read_bytes()[:4] != b"\x7fELF":
            continue
        name = str(file.relative_to(inside))
        owner = name.split("/")[0].split(".")[0].lower()
        is_part = any(
            fnmatch.fnmatch(each, pattern) for pattern in patterns for each in (name, file.name)
        )
        if not is_part and owner not in packages and owner != "_cffi_backend":
            unknown.append(name)
    assert not unknown


def test_nothing_that_may_not_be_shipped_is_in_the_bundle(dist: Path) -> None:
    names = {file.name for file in (dist / "callassist").rglob("*")}
    refused = ("libreadline", "libdb-", "libgdbm", "libpulse", "libportaudio")
    assert not [name for name in names if name.startswith(refused)]
    assert not {"pytest", "mypy", "recipes", "tests"} & names


def test_the_package_names_whatever_the_bundle_needs_of_the_system(
    package: Path, system: Path
) -> None:
    if not all(map(shutil.which, ("readelf", "ldconfig", "dpkg-query"))):
        pytest.skip("needs readelf (binutils) and ldconfig")
    inside = system / "usr/lib/callassist"
    bundled = {file.name for file in inside.rglob("*.so*")}
    wanted = set()
    for file in inside.rglob("*"):
        if file.is_file() and not file.is_symlink() and file.read_bytes()[:4] == b"\x7fELF":
            told = subprocess.run(
                ["readelf", "-d", str(file)], check=True, capture_output=True, text=True
            ).stdout
            wanted |= set(re.findall(r"\(NEEDED\).*\[(.+)\]", told))
    cache = subprocess.run(
        ["ldconfig", "-p"], check=True, capture_output=True, text=True,
        env={**os.environ, "PATH": f"{os.environ['PATH']}:/sbin:/usr/sbin"},
    ).stdout  # fmt: skip
    owners = set()
    for name in sorted(wanted - bundled):
        places = re.findall(rf"^\s+{re.escape(name)} \(.*x86-64.*\) => (.+)$", cache, re.MULTILINE)
        assert places, f"{name} is neither in the bundle nor on this system"
        owners |= {_owner(Path(place)) for place in places[:1]}
    depends = subprocess.run(
        ["dpkg-deb", "--field", str(package), "Depends"], check=True, capture_output=True, text=True
    ).stdout
    named = set(re.findall(r"[\w.+-]+", re.sub(r"\(.*?\)", "", depends)))
    assert {owner.removesuffix("t64") for owner in owners} <= named
    assert re.match(r"libc6 \(>= 2\.\d+\)", depends)


def _owner(file: Path) -> str:
    """The package that a library belongs to; some files lie under another name than installed."""
    for place in (file, file.resolve(), Path("/usr") / file.relative_to("/")):
        asked = subprocess.run(
            ["dpkg-query", "-S", str(place)], check=False, capture_output=True, text=True
        )
        if asked.returncode == 0:
            return asked.stdout.split(":")[0]
    raise AssertionError(f"{file} belongs to no package")


def test_the_installed_package_runs_and_knows_that_it_is_one(system: Path, tmp_path: Path) -> None:
    for name in ("assist", "callassist"):
        program = system / "usr/bin" / name
        assert not program.readlink().is_absolute()
        assert _ran(program, tmp_path, "--version") == f"assist {__version__}\n"
    about = _ran(system / "usr/bin/assist", tmp_path, "about")
    assert "Installed as the system's package" in about
    told = _ran(
        system / "usr/bin/assist", tmp_path, "transcribe", str(ROOT / "resources/demo/call.flac")
    )
    assert "nobody called" in told


def test_the_package_registers_the_app_and_its_addresses_and_leaves_etc_alone(
    system: Path, tmp_path: Path
) -> None:
    assert not (system / "etc/callassist").exists()
    applications = system / "usr/share/applications"
    entries = {}
    for file in applications.glob("*.desktop"):
        parser = configparser.ConfigParser(interpolation=None)
        parser.read(file, encoding="utf-8")
        entries[file.stem] = parser["Desktop Entry"]
    assert entries["callassist"]["Exec"] == "callassist"
    assert (system / "usr/share/icons/hicolor/scalable/apps/callassist.svg").is_file()
    assert (system / "usr/share/icons/hicolor/48x48/apps/callassist.png").is_file()
    handler = entries["callassist-url"]
    assert handler["MimeType"] == "x-scheme-handler/callassist;"
    words = [word.replace("%u", "callassist://end") for word in shlex.split(handler["Exec"])]
    program = system / "usr/bin" / words[0]
    assert "nothing to do" in _ran(program, tmp_path, *words[1:])
    words[-1] = "callassist://format-the-disk"
    assert "asks for" in _ran(program, tmp_path, *words[1:])
