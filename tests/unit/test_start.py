"""The entry point: Ctrl-C before anything else runs is one sentence and 130."""

import importlib.abc
import importlib.machinery
import signal
import sys
import types
from collections.abc import Iterator, Sequence

import pytest

from assist import __main__, hardening


class _CtrlCWhile(importlib.abc.MetaPathFinder):
    """Ctrl-C while a module is loaded, made an ImportError as Qt's bindings make one of it."""

    def __init__(self, module: str) -> None:
        self._module = module

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,
        target: types.ModuleType | None = None,
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname == self._module:
            try:
                signal.raise_signal(signal.SIGINT)
            except KeyboardInterrupt as interrupt:
                raise ImportError("could not import module") from interrupt
        return None


@pytest.fixture(autouse=True)
def own_umask(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a process does to itself for good is not done to the one that tests."""
    monkeypatch.setattr(hardening, "harden", lambda: None)


@pytest.fixture(autouse=True)
def ctrl_c() -> Iterator[None]:
    """Ctrl-C as a terminal gives it to a program: jobs in the background begin without it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize("arguments", [(), ("playbook", "edit")])
def test_ctrl_c_while_qt_is_loaded_is_said_in_a_sentence(
    arguments: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "argv", ["assist", *arguments])
    monkeypatch.delitem(sys.modules, "assist.ui.main", raising=False)
    monkeypatch.setattr(sys, "meta_path", [_CtrlCWhile("assist.ui.main"), *sys.meta_path])
    assert __main__.main() == 130
    assert capsys.readouterr().err == "assist: stopped.\n"
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_ctrl_c_before_the_command_line_is_loaded_is_said_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(argv: Sequence[str], **openers: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("assist.cli.main", interrupt)
    assert __main__.main() == 130
    assert capsys.readouterr().err == "assist: stopped.\n"
