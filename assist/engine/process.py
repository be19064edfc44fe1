"""The engine's worker process: socket, service and signals put together."""

import logging
import os
import signal
from types import FrameType

from assist import __version__
from assist.core.commands import StopEngine
from assist.core.notices import PROTOCOL_VERSION, Hello, Notice, Trouble
from assist.engine import memory, transport
from assist.engine.errors import NoRoom
from assist.engine.parts import Parts
from assist.engine.server import Server
from assist.engine.service import Service
from assist.engine.supervisor import CRASHED
from assist.engine.syncing import Syncing

_log = logging.getLogger(__name__)


def run_worker(parts: Parts) -> int:
    """Serve until stopped or idle; the exit status. Raises AssistError.

    After NoRoom threads may be left that have nothing more to do. The supervisor holds
    the engine's lock meanwhile.
    """
    hello = Hello(protocol=PROTOCOL_VERSION, version=__version__, pid=os.getpid())
    server = Server(
        transport.listen(parts.socket),
        hello,
        on_command=lambda command, reply: service.handle(command, reply),
        on_clients=lambda count: service.note_clients(count),
    )
    service = Service(parts, server.publish)

    def stop(number: int, frame: FrameType | None) -> None:
        del number, frame
        service.handle(StopEngine(), _no_reply)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    syncing = Syncing(parts.sync) if parts.sync is not None else None
    _log.info("Engine worker %d serves %s", os.getpid(), parts.socket)
    try:
        server.start()
        if syncing is not None:
            syncing.start()
        service.run()
    except Exception as error:
        if memory.is_used_up(error):
            # Started again it would fail again: told, and left to whoever has made room.
            no_room = NoRoom()
            _log.error("%s", no_room)
            server.publish(Trouble(sentence=str(no_room), is_fatal=True))
            raise no_room from None
        _log.exception("The engine failed")
        return CRASHED
    finally:
        if syncing is not None:
            syncing.stop()
        server.stop()
    return 0


def _no_reply(notice: Notice) -> None:
    del notice
