"""baresip's control socket: its calls are told, whatever else it says, and whenever it comes."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist.core.commands import PhoneAction, ReportPhone
from assist.softphone.baresip import BaresipSource, parse_address, report_of
from assist.softphone.errors import PhoneError
from assist.softphone.netstrings import LONGEST, BrokenStream, NetstringReader
from tests.helpers.phones import FakeBaresip, Reports, netstring

INCOMING = {
    "event": True,
    "type": "CALL_INCOMING",
    "class": "call",
    "accountaor": "sip:agent@127.0.0.1:5070",
    "direction": "incoming",
    "peeruri": "sip:+15550123@127.0.0.1:5080",
    "peerdisplayname": "Jane Doe",
    "id": "4d0a4d376f84ed28",
    "param": "sip:+15550123@127.0.0.1:5080",
}


def read(event: Any) -> ReportPhone | None:
    return report_of(json.dumps(event).encode())


@pytest.mark.parametrize(
    ("kind", "action"),
    [
        ("CALL_INCOMING", PhoneAction.RINGING),
        ("CALL_RINGING", PhoneAction.RINGING),
        ("CALL_ESTABLISHED", PhoneAction.STARTED),
        ("CALL_HOLD", PhoneAction.HELD),
        ("CALL_RESUME", PhoneAction.RESUMED),
        ("CALL_CLOSED", PhoneAction.ENDED),
    ],
)
def test_events_of_calls_are_told(kind: str, action: PhoneAction) -> None:
    assert read(INCOMING | {"type": kind}) == ReportPhone(
        action=action,
        line="4d0a4d376f84ed28",
        name="Jane Doe",
        number="+15550123",
        origin="baresip",
    )


@pytest.mark.parametrize(
    "change",
    [
        {"type": "CALL_RTCP"},
        {"type": "REGISTER_OK"},
        {"type": None},
        {"type": ["CALL_CLOSED"]},
        {"type": {"x": 1}},
        {"event": False},
        {"event": "true"},
        {"id": ""},
        {"id": None},
        {"id": 7},
    ],
)
def test_everything_else_is_not(change: dict[str, Any]) -> None:
    assert read(INCOMING | change) is None


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"null",
        b"[]",
        b"{",
        b"7",
        b'"x"',
        b"\xff\xfe",
        b'{"response":true,"ok":true}',
        b"[" * 50_000,
    ],
)
def test_what_is_no_event_is_passed_over(message: bytes) -> None:
    assert report_of(message) is None


def test_a_caller_does_not_choose_how_the_sidebar_reads() -> None:
    told = read(INCOMING | {"peerdisplayname": "\u202eevil\n\x00" + "x" * 5000, "peeruri": 7})
    assert told is not None
    assert told.name.startswith("evil x")
    assert len(told.name) == 120
    assert told.number == ""


@given(st.lists(st.binary(max_size=30)), st.integers(1, 7))
def test_netstrings_are_cut_out_whole_however_they_arrive(messages: list[bytes], step: int) -> None:
    stream, reader = b"".join(map(netstring, messages)), NetstringReader()
    pieces = [stream[at : at + step] for at in range(0, len(stream), step)]
    assert [message for piece in pieces for message in reader.feed(piece)] == messages


@given(st.binary(max_size=40))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    reader = NetstringReader()
    try:
        reader.feed(data)
    except BrokenStream:
        return
    assert len(reader.feed(b"")) == 0


@pytest.mark.parametrize(
    "data", [b"x", b":,", b"-1:,", b"3:abcd", b"999999999", b"%d:" % (LONGEST + 1), b" 3:abc,"]
)
def test_a_broken_stream_is_refused_at_once(data: bytes) -> None:
    with pytest.raises(BrokenStream):
        NetstringReader().feed(data)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("4444", "no address such as"),
        ("127.0.0.1:", "no address such as"),
        ("127.0.0.1:0", "no address such as"),
        ("127.0.0.1:70000", "no address such as"),
        ("127.0.0.1:٤٤٤٤", "no address such as"),
        ("192.0.2.7:4444", "not on this computer"),
        ("example.org:4444", "not on this computer"),
    ],
)
def test_only_an_address_on_this_computer_is_taken(text: str, sentence: str) -> None:
    with pytest.raises(PhoneError, match=sentence):
        parse_address(text)
    assert parse_address("127.0.0.1:4444") == ("127.0.0.1", 4444)
    assert parse_address("[::1]:4444") == ("::1", 4444)


@pytest.fixture
def phone() -> Iterator[FakeBaresip]:
    phone = FakeBaresip()
    yield phone
    phone.close()


@pytest.fixture
def reports(phone: FakeBaresip) -> Iterator[Reports]:
    """What a source connected to the phone tells."""
    source, reports = BaresipSource("127.0.0.1", phone.port, retry_s=(0.01,)), Reports()
    source.start(reports)
    phone.accept()
    yield reports
    source.stop()
    source.stop()


def test_a_call_is_told_from_ringing_to_its_end(phone: FakeBaresip, reports: Reports) -> None:
    phone.tell("CALL_INCOMING", peerdisplayname="Jane", peeruri="sip:+1555@x")
    phone.tell("CALL_RTCP")
    phone.tell("CALL_ESTABLISHED")
    phone.tell("CALL_CLOSED")
    told = [reports.next() for _ in range(3)]
    assert [report.action.value for report in told] == ["ringing", "started", "ended"]
    assert (told[0].name, told[0].number) == ("Jane", "+1555")


def test_a_stream_that_breaks_is_left_and_taken_up_again(
    phone: FakeBaresip, reports: Reports
) -> None:
    phone.tell("CALL_INCOMING")
    assert reports.next().action is PhoneAction.RINGING
    phone.send(b"garbage")
    phone.accept()
    phone.tell("CALL_ESTABLISHED")
    assert reports.next().action is PhoneAction.STARTED


def test_the_calls_of_a_baresip_that_is_gone_are_over(phone: FakeBaresip, reports: Reports) -> None:
    phone.tell("CALL_ESTABLISHED", "a1")
    phone.tell("CALL_ESTABLISHED", "a2")
    phone.tell("CALL_CLOSED", "a1")
    for _ in range(3):
        reports.next()
    phone.close()
    assert reports.next() == ReportPhone(action=PhoneAction.ENDED, line="a2", origin="baresip")
    again = FakeBaresip(phone.port)
    again.accept()
    again.tell("CALL_INCOMING", "b1")
    assert reports.next().line == "b1"
    again.close()


def test_a_baresip_that_never_comes_is_waited_for_and_can_be_given_up() -> None:
    phone = FakeBaresip()
    phone.close()
    source, reports = BaresipSource("127.0.0.1", phone.port), Reports()
    source.start(reports)
    source.stop()
    assert reports.is_empty
