"""What every test lives in: a home of its own, no stray threads, no unexpected warnings."""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from tests.helpers import pulse as pulse_helpers
from tests.helpers import xvfb as xvfb_helpers
from tests.helpers.logfail import no_unexpected_logs
from tests.helpers.pulse import PulseServer, pulse_server
from tests.helpers.threads import no_leaked_threads
from tests.helpers.xvfb import Display, x_display

# Chosen before any test imports Qt: a test run never opens windows on the developer's screen.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

# The windows speak the language of the source, whatever the developer's desktop speaks.
os.environ |= {"LC_ALL": "C.UTF-8", "LANGUAGE": "en"}

# Nor is the developer's desktop asked what it prefers.
os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)

# How long an example takes says how busy the machine is, nothing of what is tested.
hypothesis_settings.register_profile(
    "calls", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis_settings.load_profile("calls")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A job in the background: the commands that tests start would never see Ctrl-C.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def no_leaks(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """First set up and last torn down, so that it sees what all other fixtures leave behind."""
    with no_leaked_threads(), no_unexpected_logs(caplog):
        yield


@pytest.fixture(autouse=True)
def assist_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder below which the app keeps settings, calls, models and its socket."""
    home = tmp_path / "home"
    monkeypatch.setenv("CALLASSIST_HOME", str(home))
    return home


@pytest.fixture(scope="session")
def x11_display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Display]:
    """A display with openbox for child processes (see `Display.environment`)."""
    missing = xvfb_helpers.missing_programs()
    if missing:
        pytest.skip(f"needs {', '.join(missing)}: python3 bootstrap.py test installs it")
    with x_display(tmp_path_factory.mktemp("x11")) as display:
        yield display


def _is_on_display(item: pytest.Item) -> bool:
    return item.get_closest_marker("x11") is not None


def _window_tests(items: list[pytest.Item]) -> list[pytest.Item]:
    return [item for item in items if "qapp" in getattr(item, "fixturenames", ())]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A process has one Qt platform: window tests that need X11 run without the others."""
    windows = _window_tests(items)
    if all(map(_is_on_display, windows)):
        return
    alone = pytest.mark.skip(reason="needs a real display: run on its own with -m x11")
    for item in filter(_is_on_display, windows):
        item.add_marker(alone)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """A thread that a failed test left behind must not keep the whole run from ending."""

    def leave() -> None:
        left = [t for t in threading.enumerate() if t is not threading.main_thread()]
        if any(not thread.daemon for thread in left):
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(exitstatus or 1)

    session.config.add_cleanup(leave)


@pytest.fixture(scope="session")
def qapp_args(request: pytest.FixtureRequest) -> list[str]:
    """What QApplication starts with; before it does, the platform is chosen."""
    if all(map(_is_on_display, _window_tests(request.session.items))):
        display: Display = request.getfixturevalue("x11_display")
        os.environ["DISPLAY"] = display.name
        os.environ["QT_QPA_PLATFORM"] = "xcb"
    return ["callassist-tests"]


@pytest.fixture
def pulse(monkeypatch: pytest.MonkeyPatch) -> Iterator[PulseServer]:
    """A PulseAudio server of this test's own; this process's clients connect to it too."""
    missing = pulse_helpers.missing_programs()
    if missing:
        pytest.skip(f"needs {', '.join(missing)}: python3 bootstrap.py test installs it")
    with pulse_server() as server:
        for name, value in server.variables.items():
            monkeypatch.setenv(name, value)
        yield server
