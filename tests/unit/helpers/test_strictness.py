"""The checks that every test lives under do fail a test that breaks them."""

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def inner(pytester: pytest.Pytester) -> pytest.Pytester:
    """A project of one test file under this project's own settings and conftest."""
    for name in ("pyproject.toml", "tests/conftest.py"):
        target = pytester.path / name
        target.parent.mkdir(exist_ok=True)
        target.write_bytes((ROOT / name).read_bytes())
    helpers = pytester.path / "tests" / "helpers"
    helpers.mkdir()
    for file in (ROOT / "tests" / "helpers").glob("*.py"):
        (helpers / file.name).write_bytes(file.read_bytes())
    return pytester


def _run(inner: pytest.Pytester, body: str) -> pytest.RunResult:
    (inner.path / "tests" / "test_it.py").write_text(body, encoding="utf-8")
    return inner.runpytest_subprocess("-p", "no:cacheprovider")


def test_a_thread_left_running_fails_the_test_by_name(inner: pytest.Pytester) -> None:
    result = _run(
        inner,
        "import threading\n"
        "def test_it():\n"
        "    threading.Thread(target=threading.Event().wait, name='stray').start()\n",
    )
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*Left running:*", "*stray at *"])


@pytest.mark.timeout(120)
def test_a_thread_that_never_ends_does_not_keep_the_run_from_ending(
    inner: pytest.Pytester,
) -> None:
    result = _run(
        inner,
        "import threading\n"
        "def test_it():\n"
        "    threading.Thread(target=threading.Event().wait, name='endless').start()\n",
    )
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.assert_outcomes(passed=1, errors=1)


def test_a_joined_thread_is_fine(inner: pytest.Pytester) -> None:
    result = _run(
        inner,
        "import threading\n"
        "def test_it():\n"
        "    thread = threading.Thread(target=int)\n"
        "    thread.start()\n"
        "    thread.join()\n",
    )
    result.assert_outcomes(passed=1)


def test_an_unexpected_warning_in_the_log_fails_the_test(inner: pytest.Pytester) -> None:
    result = _run(
        inner,
        "import logging\ndef test_it():\n    logging.getLogger('assist.x').warning('lost it')\n",
    )
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*Logged without being expected:*", "*assist.x*lost it*"])


def test_a_warning_is_fine_while_the_test_expects_it_and_not_after(
    inner: pytest.Pytester,
) -> None:
    result = _run(
        inner,
        "import logging\n"
        "def test_fine(caplog):\n"
        "    with caplog.at_level(logging.WARNING):\n"
        "        logging.getLogger('assist.x').warning('lost it')\n"
        "def test_not(caplog):\n"
        "    with caplog.at_level(logging.WARNING):\n"
        "        pass\n"
        "    logging.getLogger('assist.x').warning('lost it')\n",
    )
    result.assert_outcomes(passed=2, errors=1)


def test_a_python_warning_fails_the_test(inner: pytest.Pytester) -> None:
    result = _run(
        inner,
        "import warnings\ndef test_it():\n    warnings.warn('old', DeprecationWarning)\n",
    )
    result.assert_outcomes(failed=1)


def test_a_qt_warning_fails_the_test(inner: pytest.Pytester) -> None:
    result = _run(
        inner,
        "from PySide6.QtCore import qWarning\ndef test_it(qtbot):\n    qWarning('bad geometry')\n",
    )
    result.assert_outcomes(failed=1)


def test_an_unknown_marker_is_an_error(inner: pytest.Pytester) -> None:
    result = _run(inner, "import pytest\n@pytest.mark.fast\ndef test_it():\n    pass\n")
    result.assert_outcomes(errors=1)


def test_every_test_has_a_home_of_its_own(inner: pytest.Pytester) -> None:
    result = _run(
        inner,
        "import os\n"
        "def test_it(tmp_path):\n"
        "    assert os.environ['CALLASSIST_HOME'] == str(tmp_path / 'home')\n",
    )
    result.assert_outcomes(passed=1)


@pytest.mark.x11
def test_window_tests_run_on_a_real_display_when_they_run_alone(inner: pytest.Pytester) -> None:
    body = (
        "import pytest\n"
        "from PySide6.QtGui import QGuiApplication\n"
        "@pytest.mark.x11\n"
        "def test_real(qapp):\n"
        "    assert QGuiApplication.platformName() == 'xcb'\n"
    )
    _run(inner, body).assert_outcomes(passed=1)
    mixed = (
        body + "def test_plain(qapp):\n    assert QGuiApplication.platformName() == 'offscreen'\n"
    )
    _run(inner, mixed).assert_outcomes(passed=1, skipped=1)
