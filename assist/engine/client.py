"""A client's line to the engine: starts the engine if there is none, reconnects if it is cut."""

import logging
import queue
import subprocess
import threading
import time
from collections import deque
from collections.abc import Sequence
from pathlib import Path

from assist import __version__, paths
from assist.core import codec
from assist.core.codec import CodecError
from assist.core.commands import Command
from assist.core.events import Event
from assist.core.notices import PROTOCOL_VERSION, CommandKept, Hello, Notice
from assist.core.unsettled import Unsettled
from assist.engine import transport
from assist.engine.errors import EngineError, EngineGone
from assist.engine.locks import engine_lock
from assist.engine.wire import Connection, LineTooLong, lines

START_TIMEOUT_S = 60.0
"""How long a starting engine may take to listen: a second on an idle computer; 19 s were seen where
there was fifteen times the work that the computer can do. One that ends is noticed at once."""

RECONNECT_TIMEOUT_S = 20.0
"""How long a dead engine may take to come back; its supervisor restarts it within 5 s."""

_RESTART_AFTER_S = 2.0
"""How long an engine that is there, or was just started, may take before another is started."""

_FIRST_PAUSE_S, _LAST_PAUSE_S = 0.02, 0.1
"""Between attempts to connect; to find that nobody listens costs microseconds."""

_WAITING_COMMANDS = 100

_log = logging.getLogger(__name__)


class EngineClient:
    """A `core.interfaces.EngineLink`. May be used from any thread; `close` it when done.

    The constructor returns once connected, or raises EngineError. `start_command` starts an engine
    where none listens; empty means that one must be running. While `reconnects`, a line that is
    cut is made again: commands wait, those that last are sent again unless the engine has said that
    they are kept, and a new snapshot follows.
    """

    def __init__(
        self,
        socket: Path,
        *,
        start_command: Sequence[str] = (),
        reconnects: bool = True,
        start_timeout_s: float = START_TIMEOUT_S,
        reconnect_timeout_s: float = RECONNECT_TIMEOUT_S,
    ) -> None:
        self._socket = socket
        self._start_command = tuple(start_command)
        self._reconnects = reconnects
        self._reconnect_timeout_s = reconnect_timeout_s
        self._messages: queue.SimpleQueue[Event | Notice | EngineGone] = queue.SimpleQueue()
        self._unsent: deque[Command] = deque(maxlen=_WAITING_COMMANDS)
        self._unsettled = Unsettled()
        self._lock = threading.Lock()
        self._connection: Connection | None = None
        self._gone: EngineGone | None = None
        self._closing = threading.Event()
        self._engine: subprocess.Popen[bytes] | None = None
        self._next_start = 0.0
        self._is_cut = False
        connection = self._connect(start_timeout_s)
        self._thread = threading.Thread(target=self._run, args=(connection,), name="engine-link")
        self._thread.start()

    def __enter__(self) -> "EngineClient":
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.close()

    def send(self, command: Command) -> None:
        """Send a command, or keep it until the line is back. Raises EngineGone."""
        with self._lock:
            if self._gone is not None:
                raise self._gone
            self._unsent.append(self._unsettled.note(command) if self._reconnects else command)
            self._send_waiting()

    def receive(self, timeout_s: float) -> Event | Notice | None:
        """The next event or notice; None at the time-out. Raises EngineGone, for good."""
        try:
            message = self._messages.get(timeout=timeout_s)
        except queue.Empty:
            return None
        if isinstance(message, EngineGone):
            self._messages.put(message)
            raise message
        return message

    def close(self) -> None:
        """Hang up; the engine goes on if it has other clients or a call. Again is harmless."""
        self._closing.set()
        with self._lock:
            if self._connection is not None:
                self._connection.cut()
        self._thread.join()
        self._disown_engine()

    # --- the line's thread ------------------------------------------------------------------------

    def _run(self, connection: Connection) -> None:
        try:
            while True:
                self._follow(connection)
                if self._closing.is_set():
                    return
                if not self._reconnects:
                    self._give_up(EngineGone("The engine hung up; start the command again."))
                    return
                _log.info("The line to the engine is cut; connecting again")
                # Its supervisor brings it back by itself, unless both are gone: then nobody has
                # the lock, and this client starts another at once.
                self._next_start = time.monotonic() + _RESTART_AFTER_S
                self._is_cut = True
                self._disown_engine()  # it did start: how it ended says nothing about the next
                connection = self._connect(self._reconnect_timeout_s)
        except EngineGone as error:
            self._give_up(error)
        except EngineError as error:
            self._give_up(EngineGone(str(error)))

    def _follow(self, connection: Connection) -> None:
        """Receive until the line is cut."""
        try:
            received = lines(connection)
            self._greet(connection, next(received, None))
            with self._lock:
                self._connection = connection
                self._unsent = deque(self._unsettled.before(self._unsent), _WAITING_COMMANDS)
                self._send_waiting()
            if self._closing.is_set():
                return
            for line in received:
                message = codec.from_line(line)
                if isinstance(message, CommandKept) and self._reconnects:
                    with self._lock:
                        self._unsettled.settle(message.token)
                elif not isinstance(message, Command):
                    self._messages.put(message)
        except CodecError as error:
            raise EngineGone(str(error)) from None
        except (OSError, ValueError, LineTooLong) as error:
            _log.debug("line to the engine: %s", error)
        finally:
            with self._lock:
                self._connection = None
            connection.cut()
            connection.close()

    def _greet(self, connection: Connection, first: bytes | None) -> None:
        if first is None:
            raise ConnectionResetError
        hello = codec.from_line(first)
        if not isinstance(hello, Hello) or hello.protocol != PROTOCOL_VERSION:
            raise EngineGone(
                "The running engine is of another version; close every window of Call Assist, "
                "wait half a minute and start it again."
            )
        self._messages.put(hello)
        mine = Hello(protocol=PROTOCOL_VERSION, version=__version__, pid=0)
        connection.send(codec.to_line(mine) + b"\n")

    def _send_waiting(self) -> None:
        """With the lock held: send what waits; what fails waits for the next connection."""
        while self._connection is not None and self._unsent:
            try:
                self._connection.send(codec.to_line(self._unsent[0]) + b"\n")
            except OSError:
                self._connection.cut()
                return
            self._unsent.popleft()

    def _give_up(self, error: EngineGone) -> None:
        with self._lock:
            self._gone = error
        self._messages.put(error)

    def _connect(self, timeout_s: float) -> Connection:
        """Connect, starting the engine if none listens. Raises EngineError, EngineGone."""
        until = time.monotonic() + timeout_s
        pause_s = _FIRST_PAUSE_S
        while True:
            try:
                return transport.connect(self._socket)
            except OSError as error:
                reason = error.strerror or str(error)
            self._start_engine()
            if time.monotonic() >= until:
                raise EngineGone(
                    f"The engine does not answer ({reason}); see the log file "
                    f"{paths.log_file()} for why."
                )
            if self._closing.wait(pause_s):
                raise EngineGone("The line to the engine was closed.")
            pause_s = min(2 * pause_s, _LAST_PAUSE_S)

    def _start_engine(self) -> None:
        """Start the engine unless it is starting; where one runs, a second leaves at once."""
        now = time.monotonic()
        if not self._start_command:
            return
        if now < self._next_start and (not self._is_cut or engine_lock(self._socket).is_held()):
            return
        if self._engine is not None:
            code = self._engine.poll()
            if code is None:
                return
            if code != 0:
                raise EngineError(
                    f"The engine cannot start (status {code}); run 'assist engine' to see why."
                )
        self._is_cut = False
        self._next_start = now + _RESTART_AFTER_S
        try:
            self._engine = subprocess.Popen(
                self._start_command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
                close_fds=True,
            )
        except OSError as error:
            raise EngineError(f"The engine cannot be started: {error.strerror}.") from None

    def _disown_engine(self) -> None:
        if self._engine is not None and self._engine.poll() is None:
            # It outlives us by design; without this Popen warns that it still runs.
            self._engine.returncode = 0
        self._engine = None
