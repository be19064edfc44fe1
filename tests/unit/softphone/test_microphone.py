"""The microphone's use as a sign of a call: not for a moment, not over a moment."""

import threading

import pytest

from assist.core.commands import PhoneAction, ReportPhone
from assist.softphone.consent import is_one_of
from assist.softphone.microphone import LOOKS_TO_END, LOOKS_TO_START, Debounce, MicrophoneSource
from assist.softphone.sources import sources
from tests.helpers.phones import Reports
from tests.helpers.session import GENEROUS_S

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


class FakeVoices:
    """Both sides speak when the test says so; `opens` false: the devices are not there."""

    def __init__(self, *, opens: bool = True) -> None:
        self.opens = opens
        self.were_heard = False
        self.asked = threading.Event()
        self.closed = threading.Event()

    def start(self) -> bool:
        self.asked.set()
        return self.opens

    def close(self) -> None:
        self.closed.set()


class Program:
    """Whether the softphone uses the microphone just now."""

    def __init__(self) -> None:
        self.is_used = True

    def __call__(self) -> bool:
        return self.is_used


def test_a_call_is_told_of_once_both_sides_have_spoken() -> None:
    program, voices, reports = Program(), FakeVoices(), Reports()
    source = MicrophoneSource(program, voices=lambda: voices, look_s=0.001)
    source.start(reports)
    assert voices.asked.wait(GENEROUS_S)
    assert reports.is_empty
    voices.were_heard = True
    assert reports.next() == ReportPhone(action=STARTED, origin="microphone")
    assert voices.closed.is_set()
    program.is_used = False
    assert reports.next() == ReportPhone(action=ENDED, origin="microphone")
    source.stop()


def test_a_softphone_that_only_rings_or_tests_the_headset_is_no_call() -> None:
    program, voices, reports = Program(), FakeVoices(), Reports()
    source = MicrophoneSource(program, voices=lambda: voices, look_s=0.001)
    source.start(reports)
    assert voices.asked.wait(GENEROUS_S)
    program.is_used = False
    assert voices.closed.wait(GENEROUS_S)
    source.stop()
    assert reports.is_empty


def test_where_the_devices_cannot_be_opened_the_microphones_use_has_to_do() -> None:
    reports, voices = Reports(), FakeVoices(opens=False)
    source = MicrophoneSource(Program(), voices=lambda: voices, look_s=0.001)
    source.start(reports)
    assert reports.next().action is STARTED
    source.stop()


def test_what_listens_for_voices_is_let_go_at_the_end() -> None:
    voices = FakeVoices()
    source = MicrophoneSource(Program(), voices=lambda: voices, look_s=0.001)
    source.start(Reports())
    assert voices.asked.wait(GENEROUS_S)
    source.stop()
    assert voices.closed.is_set()


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
