"""The engine's side of the socket: lets clients in, sends them the call, takes their commands.

Each client has a reader and a writer thread and a bounded outbox. Nothing a client does or fails to
do holds up the engine or another client: a slow one loses what is replaced anyway, then its line; a
hostile one is told once and cut off.
"""

import contextlib
import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from assist.core import codec
from assist.core.codec import CodecError
from assist.core.commands import Command, ReportPhone
from assist.core.events import CallStarted, Event, PartialResult, Tick
from assist.core.notices import (
    PROTOCOL_VERSION,
    CallForgotten,
    CallOffered,
    CallSaved,
    CustomerKnown,
    FollowUpsDue,
    Hello,
    LeadsTold,
    LevelChanged,
    Notice,
    OfferClosed,
    ReportTaken,
    SnapshotStarted,
    StatusReport,
    Trouble,
)
from assist.engine.digest import CallDigest
from assist.engine.outbox import Keep, Outbox
from assist.engine.wire import MAX_LINE, Acceptor, Connection, LineTooLong, lines

HELLO_TIMEOUT_S = 5.0
"""A client says its version within this, or it is none of ours."""

MAX_CLIENTS = 16
COMMANDS_PER_S = 50
COMMANDS_AT_ONCE = 200
"""A person gives one command a second; `ReportPainted` adds one a cue."""

_FAREWELL_S = 2.0
"""How long a client that is cut off has to take the reason."""

_log = logging.getLogger(__name__)

Reply = Callable[[Notice], None]
CommandSink = Callable[[Command, Reply], None]


@dataclass(slots=True)
class _Client:
    connection: Connection
    outbox: Outbox = field(default_factory=Outbox)
    reader: threading.Thread | None = None
    writer: threading.Thread | None = None
    tokens: float = COMMANDS_AT_ONCE
    refilled_at: float = 0.0


class Server:
    """Serves one engine's clients until `stop`.

    `on_command` is called from the clients' threads with a function that answers just that client;
    `on_clients` with the number of clients whenever it changes. Neither may block.
    """

    def __init__(
        self,
        acceptor: Acceptor,
        hello: Hello,
        *,
        on_command: CommandSink,
        on_clients: Callable[[int], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._acceptor = acceptor
        self._hello = hello
        self._on_command = on_command
        self._on_clients = on_clients
        self._clock = clock
        self._digest = CallDigest()
        self._running = ""
        """The call that clients know and that is not saved yet."""
        self._status: StatusReport | None = None
        self._offer: CallOffered | None = None
        self._known: CustomerKnown | None = None
        self._told: LeadsTold | None = None
        self._follow_ups: FollowUpsDue | None = None
        self._clients: list[_Client] = []
        """Those that said hello and were sent the snapshot."""
        self._visitors: list[_Client] = []
        """Everyone connected."""
        self._lock = threading.Lock()
        self._is_stopping = False
        self._thread = threading.Thread(target=self._accept, name="engine-accept")

    def start(self) -> None:
        self._thread.start()

    def publish(self, message: Event | Notice) -> None:
        """Send a message to every client; never blocks. From any thread."""
        data = _line(message)
        if data is None:
            return
        keep = _keep(message)
        with self._lock:
            if isinstance(message, Event):
                self._digest.note(message)
                if isinstance(message, CallStarted):
                    self._running = message.call
            elif isinstance(message, StatusReport):
                self._status = message
            elif isinstance(message, CallOffered | OfferClosed):
                self._offer = message if isinstance(message, CallOffered) else None
            elif isinstance(message, CustomerKnown):
                self._known = message
            elif isinstance(message, LeadsTold):
                self._told = message
            elif isinstance(message, FollowUpsDue):
                self._follow_ups = message
            elif isinstance(message, CallSaved | CallForgotten) and self._running in (
                "",
                message.call,
            ):
                # Who comes now asks the store for finished calls. (An earlier call may be saved
                # late, while another runs.)
                self._running = ""
                self._digest.clear()
            behind = [client for client in self._clients if not client.outbox.put(keep, data)]
            for client in behind:
                self._clients.remove(client)
        for client in behind:
            _log.warning("A client is too far behind and was cut off")
            client.connection.cut()

    def stop(self) -> None:
        """Send what waits, within reason, and let go of every client and thread."""
        self._is_stopping = True
        self._acceptor.stop()
        if self._thread.ident is not None:  # there may have been no memory for it
            self._thread.join()
        with self._lock:
            visitors = list(self._visitors)
        for client in visitors:
            client.outbox.close()
        for client in visitors:
            assert client.writer is not None
            client.writer.join(_FAREWELL_S)
            client.connection.cut()
        for client in visitors:
            for thread in (client.writer, client.reader):
                if thread is not None and thread is not threading.current_thread():
                    thread.join()
        self._acceptor.close()

    # --- a client's life --------------------------------------------------------------------------

    def _accept(self) -> None:
        number = 0
        while (connection := self._acceptor.accept()) is not None:
            number += 1
            client = _Client(connection, refilled_at=self._clock())
            client.reader = threading.Thread(
                target=self._serve, args=(client,), name=f"client-{number}-reader"
            )
            client.writer = threading.Thread(
                target=self._write, args=(client,), name=f"client-{number}-writer"
            )
            with self._lock:
                is_full = len(self._visitors) >= MAX_CLIENTS
                if not is_full:
                    self._visitors.append(client)
            if is_full:
                _log.warning("Too many clients; one was turned away")
                connection.cut()
                connection.close()
                continue
            try:
                client.writer.start()
                client.reader.start()
            except (
                RuntimeError
            ):  # no memory for a thread: this one can ask again, others are served
                _log.warning("There is not enough memory to serve another client")
                self._let_go(client)

    def _serve(self, client: _Client) -> None:
        """Reader thread: greet, then take commands until the client is gone or misbehaves."""
        _send(client, self._hello)
        try:
            self._take_lines(client)
        except (CodecError, LineTooLong, _Misbehaved) as error:
            _log.warning("A client was cut off: %s", type(error).__name__)
            _send(client, Trouble(sentence=str(error)))
        except (OSError, ValueError):
            pass  # it is gone; so is the line
        except Exception:
            _log.exception("Serving a client failed")
        finally:
            self._let_go(client)

    def _take_lines(self, client: _Client) -> None:
        client.connection.set_timeout(HELLO_TIMEOUT_S)
        received = lines(client.connection)
        try:
            first = next(received, None)
        except TimeoutError:
            raise _Misbehaved("A client must say hello first.") from None
        if first is None:
            return
        _check_hello(codec.from_line(first))
        client.connection.set_timeout(None)
        self._admit(client)
        for line in received:
            message = codec.from_line(line)
            if not isinstance(message, Command):
                raise _Misbehaved("Only commands can be sent to the engine.")
            self._spend_token(client)
            self._on_command(message, lambda notice: _send(client, notice))
            if isinstance(message, ReportPhone):
                # Said here: the service may be loading a model, and a softphone waits.
                _send(client, ReportTaken())

    def _admit(self, client: _Client) -> None:
        with self._lock:
            events = self._digest.events()
            known = self._known if self._known and self._known.call == self._running else None
            told = self._told if self._told and self._told.call == self._running else None
            snapshot: list[Event | Notice] = [SnapshotStarted(events=len(events)), *events]
            snapshot += (
                each
                for each in (self._status, self._offer, known, told, self._follow_ups)
                if each is not None
            )
            client.outbox.put_snapshot(b"".join(filter(None, map(_line, snapshot))))
            self._clients.append(client)
            count = len(self._clients)
        self._on_clients(count)

    def _spend_token(self, client: _Client) -> None:
        now = self._clock()
        gained = (now - client.refilled_at) * COMMANDS_PER_S
        client.tokens = min(COMMANDS_AT_ONCE, client.tokens + gained) - 1
        client.refilled_at = now
        if client.tokens < 0:
            raise _Misbehaved("Too many commands at once.")

    def _let_go(self, client: _Client) -> None:
        """End of the reader thread: the writer gets a moment for what still waits."""
        with self._lock:
            was_admitted = client in self._clients
            if was_admitted:
                self._clients.remove(client)
            count = len(self._clients)
        client.outbox.close()
        assert client.writer is not None
        if client.writer.ident is not None:
            client.writer.join(_FAREWELL_S)
            client.connection.cut()
            client.writer.join()
        client.connection.close()
        with self._lock:
            self._visitors.remove(client)
        if not self._is_stopping:
            self._on_clients(count)

    def _write(self, client: _Client) -> None:
        with contextlib.suppress(OSError, ValueError):
            while (data := client.outbox.take()) is not None:
                client.connection.send(data)
        client.connection.cut()


class _Misbehaved(Exception):
    """A client did what no client of ours does."""


def _check_hello(message: codec.Message) -> None:
    if not isinstance(message, Hello):
        raise _Misbehaved("A client must say hello first.")
    if message.protocol != PROTOCOL_VERSION:
        raise _Misbehaved(
            f"This engine speaks protocol {PROTOCOL_VERSION}, not {message.protocol}; "
            "close every window of Call Assist and start it again."
        )


def _send(client: _Client, notice: Notice) -> None:
    data = _line(notice)
    if data is not None and not client.outbox.put(Keep.NEEDED, data):
        client.connection.cut()


def _line(message: Event | Notice) -> bytes | None:
    """The message's line; None if it is longer than any reader would take."""
    data = codec.to_line(message)
    if len(data) > MAX_LINE:
        _log.error("A %s of %d bytes was not sent", type(message).__name__, len(data))
        return None
    return data + b"\n"


def _keep(message: Event | Notice) -> Keep:
    is_replaced = isinstance(message, PartialResult | Tick | LevelChanged)
    return Keep.REPLACED if is_replaced else Keep.NEEDED
