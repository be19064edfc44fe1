"""The microphone's use as a sign of a call: not for a moment, not over a moment."""

import pytest

from assist.core.commands import PhoneAction, ReportPhone
from assist.softphone.consent import is_one_of
from assist.softphone.microphone import LOOKS_TO_END, LOOKS_TO_START, Debounce, MicrophoneSource
from assist.softphone.sources import sources
from tests.helpers.phones import Reports

STARTED, ENDED = PhoneAction.STARTED, PhoneAction.ENDED


def test_a_moment_is_no_call_and_no_end() -> None:
    debounce = Debounce()
    assert [debounce.look(on) for on in (False, True, False, True)] == [None] * 4
    assert debounce.look(True) is STARTED
    pauses = [False] * (LOOKS_TO_END - 1) + [True]
    assert [debounce.look(on) for on in pauses] == [None] * LOOKS_TO_END
    looks = [debounce.look(False) for _ in range(LOOKS_TO_END)]
    assert looks == [None] * (LOOKS_TO_END - 1) + [ENDED]


def test_a_look_that_saw_nothing_changes_nothing() -> None:
    debounce = Debounce()
    for _ in range(LOOKS_TO_START - 1):
        debounce.look(True)
    assert [debounce.look(None) for _ in range(9)] == [None] * 9
    assert debounce.look(True) is STARTED


def test_a_watch_tells_start_and_end_and_lets_go() -> None:
    looks = iter([True] * LOOKS_TO_START + [False] * LOOKS_TO_END)
    reports, closed = Reports(), []
    source = MicrophoneSource(lambda: next(looks, None), lambda: closed.append(True), look_s=0.001)
    source.start(reports)
    assert reports.next() == ReportPhone(action=STARTED, origin="microphone")
    assert reports.next() == ReportPhone(action=ENDED, origin="microphone")
    source.stop()
    assert closed == [True]


@pytest.mark.parametrize(
    ("key", "programs", "is_its"),
    [
        (r"C:#Program Files#MicroSIP#microsip.exe", ["MicroSIP"], True),
        (r"C:#Program Files#MicroSIP#microsip.exe", ["microsip.exe"], True),
        (r"C:#Users#x#zoiper.exe", ["microsip", "Zoiper"], True),
        (r"C:#microsip#other.exe", ["microsip"], False),
        (r"C:#x#notmicrosip.exe", ["microsip"], False),
    ],
)
def test_windows_names_programs_by_path(key: str, programs: list[str], is_its: bool) -> None:
    assert is_one_of(key, programs) is is_its


def test_nothing_is_opened_that_is_not_set() -> None:
    none = sources(baresip="", action_url_port=0, action_url_secret="", is_in_call=None)
    assert none == ()
    every = sources(
        baresip="127.0.0.1:4444",
        action_url_port=8089,
        action_url_secret="a" * 16,
        is_in_call=lambda: False,
    )
    assert [type(source).__name__ for source in every] == [
        "BaresipSource",
        "ActionUrlSource",
        "MicrophoneSource",
    ]
