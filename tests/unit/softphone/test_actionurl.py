"""Action URLs: start and end for who knows the secret, silence for everybody else."""

import contextlib
import socket
from collections.abc import Iterator
from typing import Any

import pytest

from assist.core.commands import PhoneAction, ReportPhone
from assist.softphone import actionurl
from assist.softphone.actionurl import ActionUrlSource
from assist.softphone.errors import PhoneError
from tests.helpers.phones import Reports
from tests.helpers.session import GENEROUS_S

SECRET = "k3Jx9QmW27rTzB5v"


@pytest.fixture
def reports() -> Reports:
    return Reports()


@pytest.fixture
def source(reports: Reports) -> Iterator[ActionUrlSource]:
    source = ActionUrlSource(0, SECRET)
    source.start(reports)
    yield source
    source.stop()
    source.stop()


def ask(source: ActionUrlSource, request: bytes) -> bytes:
    """All that comes back for a request."""
    answer = b""
    with (
        socket.create_connection(("127.0.0.1", source.port), GENEROUS_S) as client,
        contextlib.suppress(ConnectionError),  # it may hang up on what it has not read
    ):
        with contextlib.suppress(OSError):
            client.sendall(request)
            client.shutdown(socket.SHUT_WR)
        while data := client.recv(4096):
            answer += data
    return answer


def get(source: ActionUrlSource, path: str, *headers: str, method: str = "GET") -> bytes:
    lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{source.port}", *headers, "", ""]
    return ask(source, "\r\n".join(lines).encode())


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_phone_tells_of_start_and_end(
    source: ActionUrlSource, reports: Reports, method: str
) -> None:
    answer = get(source, f"/{SECRET}/start?number=+4930&name=J%C3%BCrgen+K", method=method)
    assert answer.startswith(b"HTTP/1.0 204 ")
    assert reports.next() == ReportPhone(
        action=PhoneAction.STARTED, number="+4930", name="Jürgen K", origin="action_url"
    )
    assert get(source, f"/{SECRET}/end").startswith(b"HTTP/1.0 204 ")
    assert reports.next() == ReportPhone(action=PhoneAction.ENDED, origin="action_url")


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/", ()),
        ("/start", ()),
        (f"/{SECRET[:-1]}/start", ()),
        (f"/{SECRET}x/start", ()),
        (f"/{SECRET}", ()),
        (f"/{SECRET}/ringing", ()),
        (f"/{SECRET}/hold", ()),
        (f"/{SECRET}/start/../end", ()),
        (f"/{SECRET}/start", ("Origin: https://example.org",)),
        (f"/{SECRET}/start", ("Sec-Fetch-Site: cross-site",)),
        (f"/{SECRET}/start", ("Referer: http://127.0.0.1/",)),
    ],
)
def test_nobody_else_is_answered(
    source: ActionUrlSource, reports: Reports, path: str, headers: tuple[str, ...]
) -> None:
    assert get(source, path, *headers) == b""
    assert reports.is_empty


@pytest.mark.parametrize(
    "request_",
    [
        b"",
        b"\r\n\r\n",
        b"hello\r\n\r\n",
        b"\xff\xfe\x00\r\n\r\n",
        b"GET /" + SECRET.encode() + b"/start HTTP/1.1\r\nHost: evil.example:80\r\n\r\n",
        b"GET /" + SECRET.encode() + b"/start HTTP/1.1\r\n\r\n",
        b"DELETE /" + SECRET.encode() + b"/start HTTP/1.1\r\nHost: 127.0.0.1:1\r\n\r\n",
        b"GET http://[/" + SECRET.encode() + b"/start HTTP/1.1\r\nHost: 127.0.0.1:1\r\n\r\n",
        b"GET /" + b"x" * 20_000,
        b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 5_000 + b"\r\n",
    ],
)
def test_what_is_no_request_of_a_phone_is_not_answered_and_the_next_one_is(
    source: ActionUrlSource, reports: Reports, request_: bytes
) -> None:
    assert ask(source, request_) == b""
    assert get(source, f"/{SECRET}/end").startswith(b"HTTP/1.0 204 ")
    assert reports.next().action is PhoneAction.ENDED
    assert reports.is_empty


def test_a_mistake_in_the_address_is_told_to_who_knows_the_secret(
    source: ActionUrlSource, reports: Reports
) -> None:
    answer = get(source, f"/{SECRET}/start?caller=7")
    assert answer.startswith(b"HTTP/1.0 400 ")
    assert b"known are name, number, ref, id" in answer
    assert reports.is_empty


def test_a_sender_that_sends_nothing_holds_up_the_next_one_only_for_so_long(
    monkeypatch: pytest.MonkeyPatch, reports: Reports
) -> None:
    monkeypatch.setattr(actionurl, "REQUEST_S", 0.5)
    source = ActionUrlSource(0, SECRET)
    source.start(reports)
    with socket.create_connection(("127.0.0.1", source.port), GENEROUS_S) as slow:
        slow.sendall(b"GET /")
        assert get(source, f"/{SECRET}/end").startswith(b"HTTP/1.0 204 ")
    source.stop()


def test_only_this_computer_can_reach_it(source: ActionUrlSource) -> None:
    server: Any = source._server
    assert server.socket.getsockname()[0] == "127.0.0.1"


@pytest.mark.parametrize(
    "secret", ["", "short", "x" * 15, "with spaces and more", "ümlautsümlautsü1"]
)
def test_a_secret_that_can_be_guessed_is_refused(secret: str) -> None:
    with pytest.raises(PhoneError, match="action_url_secret"):
        ActionUrlSource(0, secret)


def test_a_port_that_is_taken_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        source = ActionUrlSource(other.getsockname()[1], SECRET)
        with pytest.raises(PhoneError, match="choose another 'action_url_port'"):
            source.start(Reports())
    source.stop()
