#!/usr/bin/env python3
"""Set up Call Assist in this folder and run or test it.

    python3 bootstrap.py run                set up, then play the demo call
    python3 bootstrap.py run --setup-only   set up and stop
    python3 bootstrap.py test               set up with the test tools, then run every check
    python3 bootstrap.py test --all         the slow tests too

Standard library only; doing it again is harmless and quick. Debian and Ubuntu are tested; what it
does on macOS, Windows and other Linux systems follows their documentation and is untested.
"""

import argparse
import errno
import hashlib
import os
import platform
import queue
import re
import shlex
import shutil
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

if not (3, 11) <= sys.version_info[:2] <= (3, 13):
    # Up to here the syntax is Python 3.6's, so that an old version gets as far as this sentence.
    _found = [name for name in ("python3.13", "python3.12", "python3.11") if shutil.which(name)]
    sys.stderr.write(
        "Call Assist needs Python 3.11, 3.12 or 3.13, and this is {}.{}: {}.\n".format(
            sys.version_info[0],
            sys.version_info[1],
            "run it with " + _found[0] if _found else "install one of them and run it with that",
        )
    )
    sys.exit(2)

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
IS_WINDOWS = os.name == "nt"
PROGRAMS = VENV / ("Scripts" if IS_WINDOWS else "bin")
PYTHON = PROGRAMS / ("python.exe" if IS_WINDOWS else "python")
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "set-up.stamp"
LOG = VENV / "set-up.log"
NEEDED_MB = 1500
"""Free space for a new environment and its downloads; 0.9 GB were used on Debian 12."""

# Debian 12's names. Where a system has the same package with "t64" at the end, that one is taken.
SOUND_PACKAGES = "libportaudio2 libasound2-plugins libpulse0".split()
WINDOW_PACKAGES = (
    "libglib2.0-0 libgl1 libegl1 libx11-6 libx11-xcb1 libdbus-1-3 libfontconfig1 libfreetype6 "
    "libbrotli1 libgssapi-krb5-2 libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 "
    "libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-sync1 "
    "libxcb-xfixes0 libxcb-xkb1 libwayland-client0 libwayland-cursor0 libwayland-egl1 "
    "fonts-dejavu-core"
).split()
TEST_PACKAGES = (
    "xvfb xauth openbox xdotool x11-utils pulseaudio pulseaudio-utils baresip-core postgresql "
    "espeak-ng flite dbus iproute2 binutils at-spi2-core"
).split()
NO_CLUSTER_FILE = "/etc/postgresql-common/createcluster.d/callassist.conf"
"""Tells Debian's postgresql not to start a server with this computer: tests need its programs."""

# For a Python that cannot make pip itself (ensurepip left out) where nobody may install packages.
PIP_WHEEL = "pip-26.3-py3-none-any.whl"
PIP_WHEEL_SHA256 = "f3b60b20ffaadd4415ed7957212a38ac63fa4c5fa375bd0f4a797777940fad13"


class SetupFailed(Exception):
    """Set-up cannot go on; the message says what to do."""


def main(arguments: list[str]) -> int:
    asked = parse(arguments)
    for stream in (sys.stdout, sys.stderr):
        # On a console of another encoding a replacement sign is better than an exception.
        getattr(stream, "reconfigure", dict)(errors="replace")
    try:
        set_up(asked.command)
        if asked.command == "test":
            return become(str(ROOT / "tests" / "checks.py"), *(["--all"] if asked.all else []))
        if asked.setup_only:
            say(f"Set-up is complete. The demo call: {display_path(PROGRAMS / 'assist')} demo")
            return 0
        return become("-m", "assist", "demo")
    except KeyboardInterrupt:
        print("\nStopped. The same command goes on from here.", file=sys.stderr)
        return 130
    except SetupFailed as failure:
        print(f"\n{failure}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever read our lines (`| head`) is gone: nobody is left to tell anything.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EPERM, errno.EROFS):
            raise
        reason = f"{error.strerror}: {error.filename or ROOT}"
        print(f"\nSet-up failed ({reason}); correct that and run it again.", file=sys.stderr)
        return 1


def parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="bootstrap.py",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="{run,test}")
    run = commands.add_parser("run", help="set up, then play the demo call")
    run.add_argument("--setup-only", action="store_true", help="stop after the set-up")
    test = commands.add_parser("test", help="set up with the test tools, then run every check")
    test.add_argument("--all", action="store_true", help="the slow tests too")
    return parser.parse_args(arguments)


def say(line: str) -> None:
    print(line, flush=True)


def display_path(path: Path) -> str:
    """The path as one would type it here."""
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)


def set_up(mode: str) -> None:
    """Bring system packages and `.venv` to what `mode` ("run" or "test") needs."""
    if sys.platform == "linux":
        add_system_packages(mode)
    else:
        say("Note: Call Assist is written for this system too, but not yet tested on it.")
    if can_import("assist") and stamp_of(mode) in read_stamps():
        say("Python environment: up to date")
        return
    make_environment()
    STAMP.unlink(missing_ok=True)
    install("build tools", "--require-hashes", "-r", write_section("build"))
    sections = ["run", "test"] if mode == "test" else ["run"]
    files = [part for section in sections for part in ("-r", write_section(section))]
    # srt has no wheel and is built here, with the build tools just installed.
    install("packages", "--require-hashes", "--no-build-isolation", "--use-pep517", *files)
    install("Call Assist", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    probe = "import numpy, soundfile, soxr, sqlcipher3, vosk"
    step("Check what was installed", [str(PYTHON), "-I", "-c", probe])
    STAMP.write_text("\n".join(map(stamp_of, sections)) + "\n", encoding="utf-8")


# --- system packages (Debian and Ubuntu) ----------------------------------------------------------


def add_system_packages(mode: str) -> None:
    """Install missing packages as root; otherwise raise with the command that does it."""
    if not (shutil.which("dpkg-query") and shutil.which("apt-get")):
        say("Note: not Debian or Ubuntu. PortAudio, libpulse and Qt's X11 libraries must be there.")
        return
    wanted = SOUND_PACKAGES + WINDOW_PACKAGES + (TEST_PACKAGES if mode == "test" else [])
    missing = missing_packages(wanted)
    # Debian's own Python comes without ensurepip; without root, `fetch_pip` makes up for it.
    lacks_venv = sys.base_prefix == "/usr" and not has_ensurepip() and not can_import("assist")
    asked = missing + ([venv_package()] if lacks_venv else [])
    if os.geteuid() == 0 and asked:
        install_packages(asked)
        missing = missing_packages(wanted)
    if not missing:
        return
    command = install_command(asked)
    if mode == "run" and not has_display() and not set(missing) - set(WINDOW_PACKAGES):
        say(f"Note: the window needs more packages; the terminal does not. For it:\n  {command}")
        return
    raise SetupFailed(f"System packages are missing. Run this, then the same again:\n\n  {command}")


def missing_packages(wanted: list[str]) -> list[str]:
    if any(Path("/usr/lib/postgresql").glob("*/bin/initdb")):
        wanted = [name for name in wanted if name != "postgresql"]
    names = [variant for name in wanted for variant in (name, f"{name}t64")]
    asked = subprocess.run(
        ["dpkg-query", "-W", "-f", "${db:Status-Status} ${Package}\n", *names],
        check=False,
        capture_output=True,
        text=True,
    )
    lines = asked.stdout.splitlines()
    there = {line.split()[1] for line in lines if line.startswith("installed ")}
    return [name for name in wanted if not there & {name, f"{name}t64"}]


def available_names(names: list[str]) -> list[str]:
    """Each name as this system's package lists have it."""
    asked = subprocess.run(
        ["apt-cache", "policy", *names, *(f"{name}t64" for name in names)],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "LC_ALL": "C"},
    )
    found = re.findall(r"^(\S+):\n.*\n +Candidate: (?!\(none\))", asked.stdout, re.MULTILINE)
    return [f"{name}t64" if name not in found and f"{name}t64" in found else name for name in names]


def install_script(names: list[str]) -> list[list[str]]:
    """The commands that install packages; each is also shown to those who are not root."""
    apt = ["apt-get", "install", "-y", "--no-install-recommends"]
    commands = [[*apt, *available_names(names)]]
    if "postgresql" in names:
        folder = str(Path(NO_CLUSTER_FILE).parent)
        line = f"mkdir -p {folder} && echo create_main_cluster = false > {NO_CLUSTER_FILE}"
        commands.insert(0, ["sh", "-c", line])
    return commands


def install_command(names: list[str]) -> str:
    """One line for a user who may become root."""
    commands = [["apt-get", "update"], *install_script(names)]
    parts = [command[-1] if command[0] == "sh" else shlex.join(command) for command in commands]
    return f"sudo sh -c '{' && '.join(parts)}'"


def install_packages(names: list[str]) -> None:
    path = f"{os.environ.get('PATH', '')}:/usr/local/sbin:/usr/sbin:/sbin"
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C", "PATH": path}
    say(f"System packages: {' '.join(names)}")
    try:
        step("Refresh the package lists", ["apt-get", "update"], env)
    except SetupFailed as failure:
        # One broken source among several is no reason to stop: the lists may be good enough.
        say(f"Going on with the lists there are ({failure})")
    for command in install_script(names):
        if command[0] == "apt-get":
            command[1:1] = ["-o", "DPkg::Lock::Timeout=300"]
            step("Install system packages", command, env)
        else:
            step("Keep PostgreSQL from starting a server", command, env)


def has_ensurepip() -> bool:
    probe = "import ensurepip, venv"
    ran = subprocess.run([sys.executable, "-I", "-c", probe], check=False, capture_output=True)
    return ran.returncode == 0


def venv_package() -> str:
    return "python{}.{}-venv".format(*sys.version_info)


def has_display() -> bool:
    return sys.platform != "linux" or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


# --- the environment ------------------------------------------------------------------------------


def can_import(module: str) -> bool:
    """Whether `.venv` was made here by this version of Python and can import `module`."""
    probe = f"import sys, {module}; print(*sys.version_info[:2], sys.prefix)"
    try:
        ran = subprocess.run(
            [PYTHON, "-I", "-c", probe], check=False, capture_output=True, text=True
        )
    except OSError:
        return False
    return ran.stdout.rstrip() == f"{sys.version_info[0]} {sys.version_info[1]} {VENV}"


def make_environment() -> None:
    if VENV.is_symlink() or (VENV.exists() and not can_import("pip")):
        say("Python environment: unusable or of another Python; making it again")
        if VENV.is_symlink() or VENV.is_file():
            VENV.unlink()
        else:
            shutil.rmtree(VENV)
    if VENV.exists():
        return
    if shutil.disk_usage(ROOT).free < NEEDED_MB * 1_000_000:
        raise SetupFailed(f"{ROOT} needs {NEEDED_MB} MB of free space; make room and run it again.")
    bare = [] if has_ensurepip() else ["--without-pip"]
    step("Make the Python environment", [sys.executable, "-I", "-m", "venv", *bare, str(VENV)])
    if bare:
        fetch_pip()


def fetch_pip() -> None:
    """Put pip into an environment whose Python came without it, from the package index."""
    index = os.environ.get("PIP_INDEX_URL", "https://pypi.org/simple").rstrip("/") + "/pip/"
    say(f"Fetch pip from {urllib.parse.urlsplit(index).hostname}")
    trust = ssl.create_default_context(cafile=os.environ.get("PIP_CERT"))
    try:
        with urllib.request.urlopen(index, timeout=60, context=trust) as answer:  # noqa: S310
            page = answer.read().decode("utf-8", "replace")
        link = re.search(rf'href="([^"]*{re.escape(PIP_WHEEL)})', page)
        if link is None:
            raise SetupFailed(f"{index} does not offer {PIP_WHEEL}; install {venv_package()}.")
        address = urllib.parse.urljoin(index, link[1])
        with urllib.request.urlopen(address, timeout=60, context=trust) as answer:  # noqa: S310
            wheel = answer.read()
    except (OSError, ValueError) as error:
        shutil.rmtree(VENV)
        raise SetupFailed(
            f"This Python has no pip and it could not be fetched ({error}); connect to the network "
            f"or run: {install_command([venv_package()])}"
        ) from None
    if hashlib.sha256(wheel).hexdigest() != PIP_WHEEL_SHA256:
        shutil.rmtree(VENV)
        raise SetupFailed(f"{address} is not the file it should be; try another network.")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / PIP_WHEEL
        file.write_bytes(wheel)
        step("Install pip", [str(PYTHON), f"{file}/pip", "install", "--no-index", str(file)])


def lock_section(name: str) -> str:
    """The part of requirements.lock between the line `# --- name ---` and the next such line."""
    parts = re.split(r"^# --- (\w+) ---.*$", LOCK.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))[name].strip() + "\n"


def write_section(name: str) -> str:
    file = VENV / f"{name}.lock"
    file.write_text(lock_section(name), encoding="utf-8")
    return str(file)


def stamp_of(mode: str) -> str:
    """One line that changes with everything the environment was made from."""
    sections = ["build", "run"] + (["test"] if mode == "test" else [])
    made_from = [*map(lock_section, sections), (ROOT / "pyproject.toml").read_text("utf-8")]
    made_from += [sys.version, platform.machine(), str(VENV)]
    return f"{mode} {hashlib.sha256(chr(0).join(made_from).encode()).hexdigest()}"


def read_stamps() -> list[str]:
    return STAMP.read_text(encoding="utf-8").splitlines() if STAMP.is_file() else []


def install(what: str, *arguments: str) -> None:
    """Run pip in `.venv` with the user's own proxy, index and certificate settings."""
    env = {k: v for k, v in os.environ.items() if k not in ("PIP_TARGET", "PIP_PREFIX", "PIP_USER")}
    env["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    pip = [str(PYTHON), "-I", "-u", "-m", "pip", "install", "--no-input", "--progress-bar", "off"]
    step(f"Install {what}", [*pip, *arguments], env)


# --- one step with its progress -------------------------------------------------------------------


def step(label: str, command: list[str], env: dict[str, str] | None = None) -> None:
    """Run a command while showing what it is at; raises SetupFailed with what to do about it."""
    is_terminal = sys.stdout.isatty()
    started = time.monotonic()
    if not is_terminal:
        say(f"{label} ...")
    child = subprocess.Popen(
        command,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    lines: list[str] = []
    try:
        told_s = 0.0
        for line in lines_while_running(child):
            spent = time.monotonic() - started
            if line:
                lines.append(line)
            doing = lines[-1].strip() if lines else ""
            if is_terminal:
                width = shutil.get_terminal_size().columns - 1
                print("\r" + f"{label}: {spent:.0f} s  {doing}"[:width].ljust(width), end="")
                sys.stdout.flush()
            elif spent - told_s >= 20:
                told_s = spent
                say(f"  {spent:.0f} s: {doing[:100]}")
    except BaseException:
        end(child)
        raise
    spent = time.monotonic() - started
    if is_terminal:
        print("\r" + " " * (shutil.get_terminal_size().columns - 1), end="\r")
    say(f"{label}: {'done' if child.returncode == 0 else 'failed'} in {spent:.0f} s")
    if child.returncode != 0:
        raise SetupFailed(explain(label, lines))


def lines_while_running(child: "subprocess.Popen[str]") -> Iterator[str]:
    """The child's lines as they come, and an empty one five times a second between them."""
    heard: queue.SimpleQueue[str | None] = queue.SimpleQueue()

    def listen() -> None:
        assert child.stdout is not None
        with child.stdout as output:
            for line in output:
                heard.put(line)
        heard.put(None)

    listener = threading.Thread(target=listen, name="listen", daemon=True)
    listener.start()
    while True:
        try:
            line = heard.get(timeout=0.2)
        except queue.Empty:
            yield ""
            continue
        if line is None:
            break
        yield line
    listener.join()
    child.wait()


def end(child: "subprocess.Popen[str]") -> None:
    """Let a child that heard Ctrl-C too end by itself, else end it."""
    for harder in (child.terminate, child.kill):
        try:
            child.wait(3)
            return
        except subprocess.TimeoutExpired:
            harder()
    child.wait()


_CAUSES = {
    r"No space left on device|Disk quota exceeded": "the disk is full; make room",
    r"Could not get lock|is held by process": "another installation is running; let it finish",
    r"DO NOT MATCH THE HASHES": "a download is not the file that requirements.lock names; "
    "try another network or package index",
    r"name resolution|Temporary failure resolving|NewConnectionError|Max retries|ConnectTimeout|"
    r"ReadTimeout|SSLError|ProxyError|Connection (refused|reset|timed out|failed)|"
    r"No matching distribution": "packages could not be downloaded; check network, proxy and "
    "package index. What was fetched is kept",
}


def explain(label: str, lines: list[str]) -> str:
    """One sentence on why a step failed, and where all of its output is."""
    text = "".join(lines)
    cause = next((cause for sign, cause in _CAUSES.items() if re.search(sign, text)), "")
    if not cause:
        told = [
            line.strip() for line in lines if re.match(r"\s*(ERROR|E|[Ee]rror|\w+Error):", line)
        ]
        cause = (told or [line.strip() for line in lines if line.strip()] or ["no reason given"])[
            -1
        ]
    try:
        LOG.write_text(text, encoding="utf-8")
        where = f" All its output is in {display_path(LOG)}."
    except OSError:  # no environment yet, or no room
        where = " It said last:\n" + "".join(lines[-12:])
    return f"{label} failed: {cause}; then run the same command again.{where}"


# --- run and test ---------------------------------------------------------------------------------


def become(*arguments: str) -> int:
    """Go on as the environment's Python; Ctrl-C and the exit status are its own."""
    command = [str(PYTHON), "-P", *arguments]
    sys.stdout.flush()
    if not IS_WINDOWS:
        os.execv(command[0], command)  # noqa: S606
    return subprocess.call(command)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
