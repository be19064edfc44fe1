"""One sidebar per user and display: a second start hands its arguments to the first and ends."""

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from assist.ui.handover import arguments_of, line_of

_CONNECT_MS = 3_000
_ANSWER_MS = 10_000
"""The first may be busy with its own start."""
_MOST_BYTES = 64 * 1024
_LONGEST_SOCKET = 107
"""Bytes a Unix socket's path may have."""
_TAKEN = b"taken\n"


class SingleInstance(QObject):
    """The right to be the one sidebar, kept by a lock file; `handed_over` tells of second starts.

    A lock that cannot be made keeps no window shut, and one that a dead process left is taken over.
    """

    handed_over = Signal(object)
    """The arguments of a second start: a tuple of texts, empty where it had none."""

    def __init__(self, lock_file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = QLockFile(str(lock_file))
        self._lock.setStaleLockTime(0)  # never by its age; that of a process that is gone is taken
        self._socket = str(lock_file.with_suffix(".sock"))
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Whether this is the one."""
        error = QLockFile.LockError.LockFailedError
        return self._lock.tryLock(0) or self._lock.error() is not error

    def listen(self) -> None:
        """Listen to other starts from now on; an application must be there."""
        if len(os.fsencode(self._socket)) <= _LONGEST_SOCKET:
            QLocalServer.removeServer(self._socket)  # a dead process's: the lock is ours
            self._server = QLocalServer(self)
            self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
            self._server.newConnection.connect(self._greet)
            self._server.listen(self._socket)

    def hand_over(self, arguments: Sequence[str]) -> bool:
        """Give the first sidebar these arguments; whether it took them."""
        line = QLocalSocket()
        line.connectToServer(self._socket)
        if not line.waitForConnected(_CONNECT_MS):
            return False
        line.write(line_of(arguments))
        line.flush()
        answered = line.waitForReadyRead(_ANSWER_MS)
        answer = bytes(line.readAll().data()) if answered else b""
        line.abort()
        return answer.startswith(_TAKEN)

    def release(self) -> None:
        """Let another be the one."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _greet(self) -> None:
        assert self._server is not None
        while (line := self._server.nextPendingConnection()) is not None:
            line.readyRead.connect(lambda line=line: self._take(line))
            line.disconnected.connect(line.deleteLater)
            self._take(line)  # it may all be here already

    def _take(self, line: QLocalSocket) -> None:
        if line.bytesAvailable() > _MOST_BYTES:
            line.abort()
            return
        if not line.canReadLine():
            return
        arguments = arguments_of(bytes(line.readLine().data()))
        if arguments is None:
            line.abort()
            return
        line.write(_TAKEN)
        line.flush()
        self.handed_over.emit(arguments)
