"""Chooses the system's kind of local socket."""

import os
from pathlib import Path

from assist.engine.wire import Acceptor, Connection


def listen(path: Path) -> Acceptor:
    """Listen for clients at `path`; the caller holds the engine's lock. Raises EngineError."""
    if os.name == "nt":
        from assist.engine.pipes import PipeAcceptor

        return PipeAcceptor(path)
    from assist.engine.sockets import SocketAcceptor

    return SocketAcceptor(path)


def connect(path: Path) -> Connection:
    """Connect to the engine at `path`. Raises OSError where none listens."""
    if os.name == "nt":
        from assist.engine import pipes

        return pipes.connect(path)
    from assist.engine import sockets

    return sockets.connect(path)
