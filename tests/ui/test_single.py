"""One sidebar: a second start is heard by the first, and nothing else is."""

from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from assist.ui.single import SingleInstance


@pytest.fixture
def first(tmp_path: Path, qtbot: QtBot) -> SingleInstance:
    single = SingleInstance(tmp_path / "sidebar.lock")
    assert single.claim()
    single.listen()
    return single


def say(tmp_path: Path, line: bytes) -> QLocalSocket:
    socket = QLocalSocket()
    socket.connectToServer(str(tmp_path / "sidebar.sock"))
    assert socket.waitForConnected(5_000)
    socket.write(line)
    socket.flush()
    return socket


def test_what_a_second_start_hands_over_arrives(
    first: SingleInstance, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(first.handed_over, timeout=20_000) as told:
        socket = say(tmp_path, b'["callassist://start?number=1"]\n')
    assert told.args == [("callassist://start?number=1",)]
    qtbot.waitUntil(lambda: socket.bytesAvailable() > 0, timeout=20_000)
    assert socket.readLine().data() == b"taken\n"
    socket.abort()
    first.release()


@pytest.mark.parametrize("line", [b"nonsense\n", b'{"a": 1}\n', b"[1]\n"])
def test_what_is_no_list_of_texts_is_cut_off(
    first: SingleInstance, tmp_path: Path, qtbot: QtBot, line: bytes
) -> None:
    heard: list[object] = []
    first.handed_over.connect(heard.append)
    socket = say(tmp_path, line)
    unconnected = QLocalSocket.LocalSocketState.UnconnectedState
    qtbot.waitUntil(lambda: socket.state() is unconnected, timeout=20_000)
    assert heard == []
    first.release()


def test_only_one_has_the_lock_until_it_is_released(first: SingleInstance, tmp_path: Path) -> None:
    second = SingleInstance(tmp_path / "sidebar.lock")
    assert not second.claim()
    first.release()
    assert second.claim()
    second.release()
    assert not second.hand_over([])  # nobody listens
