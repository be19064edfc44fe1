"""The code for Windows' named pipes, run here over the Unix sockets of the same library."""

import os
import threading
from collections.abc import Iterator
from multiprocessing import AuthenticationError
from multiprocessing import connection as mp
from pathlib import Path

import pytest

from assist import paths
from assist.core import codec
from assist.core.events import Tick
from assist.core.notices import SnapshotStarted
from assist.engine import pipes
from assist.engine.pipes import PipeAcceptor
from assist.engine.server import Server
from assist.engine.wire import MAX_LINE, LineTooLong, lines
from tests.helpers.engine import ENGINE_HELLO, HELLO

pytestmark = pytest.mark.skipif(
    os.name == "nt", reason="the pipe itself is tried on Windows by hand"
)


@pytest.fixture
def path(assist_home: Path) -> Path:
    return paths.engine_socket()


@pytest.fixture
def server(path: Path) -> Iterator[Server]:
    server = Server(
        PipeAcceptor(path),
        ENGINE_HELLO,
        on_command=lambda command, reply: None,
        on_clients=lambda count: None,
    )
    server.start()
    yield server
    server.stop()


def test_a_client_with_the_secret_is_served(server: Server, path: Path) -> None:
    client = pipes.connect(path)
    client.send(codec.to_line(HELLO) + b"\n")
    received = lines(client)
    assert codec.from_line(next(received)) == ENGINE_HELLO
    assert codec.from_line(next(received)) == SnapshotStarted(events=0)
    server.publish(Tick(at=100))
    assert codec.from_line(next(received)) == Tick(at=100)
    client.close()


def test_the_secret_is_the_users_alone(server: Server, path: Path) -> None:
    assert path.with_name("engine.key").stat().st_mode & 0o777 == 0o600


def test_a_program_without_the_secret_is_turned_away(server: Server, path: Path) -> None:
    with pytest.raises(AuthenticationError):
        mp.Client(str(path), authkey=b"guess")
    path.with_name("engine.key").write_bytes(b"another")
    with pytest.raises(ConnectionRefusedError):
        pipes.connect(path)


def test_without_an_engine_connecting_is_an_error_like_any_other(path: Path) -> None:
    with pytest.raises(OSError, match=r"engine\.key"):
        pipes.connect(path)


def test_a_silent_client_times_out(server: Server, path: Path) -> None:
    client = pipes.connect(path)
    assert client.receive()
    client.set_timeout(0.01)
    with pytest.raises(TimeoutError):
        client.receive()
    client.close()


def test_long_data_arrives_whole_and_lines_have_a_limit(path: Path) -> None:
    acceptor = PipeAcceptor(path)
    sent = [b"a" * MAX_LINE, b"b", b"c" * (MAX_LINE + 1)]

    def serve() -> None:
        connection = acceptor.accept()
        assert connection is not None
        connection.send(b"\n".join(sent) + b"\n")
        connection.close()

    thread = threading.Thread(target=serve)
    thread.start()
    client = pipes.connect(path)
    received = lines(client)
    assert [next(received), next(received)] == sent[:2]
    with pytest.raises(LineTooLong):
        next(received)
    thread.join()
    client.close()
    acceptor.close()
