"""A port on 127.0.0.1 for phones with "action URLs": start and end of a call, nothing else.

    http://127.0.0.1:PORT/SECRET/start?number=…&name=…
    http://127.0.0.1:PORT/SECRET/end?number=…

What does not know the secret is not answered at all. Nor is a browser's script, which always says
where it comes from: a web page must not begin calls even if it learned the secret.
"""

import hmac
import io
import logging
import socket
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.parse import urlsplit

from assist.core.commands import PhoneAction, ReportPhone
from assist.softphone.errors import PhoneError
from assist.softphone.url import parse_query

LEAST_SECRET = 16
"""Characters; a random one cannot be guessed over a port that answers nothing else."""

REQUEST_BYTES = 8 * 1024
REQUEST_S = 2.0
"""Size and time of a whole request: phones on this computer need a fraction of either."""

_ACTIONS = {"start": PhoneAction.STARTED, "end": PhoneAction.ENDED}
_BROWSERS = ("Origin", "Referer", "Sec-Fetch-Site", "Sec-Fetch-Mode")

_log = logging.getLogger(__name__)


class ActionUrlSource:
    """A `core.interfaces.PhoneSource`; port 0 takes any free one (`port` tells which)."""

    def __init__(self, port: int, secret: str) -> None:
        if len(secret) < LEAST_SECRET or not secret.isascii() or not secret.isalnum():
            raise PhoneError(
                f"'action_url_secret' must be {LEAST_SECRET} letters and digits or more; "
                "docs/softphones.md says how to make one."
            )
        self.port = port
        self._secret = secret
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None

    def start(self, report: Callable[[ReportPhone], None]) -> None:
        try:
            server = _Server(self.port, self._secret, report)
        except OSError as error:
            raise PhoneError(
                f"Port {self.port} cannot be opened for action URLs ({error.strerror}); "
                "choose another 'action_url_port'."
            ) from None
        self.port = server.server_address[1]
        self._server = server
        self._thread = threading.Thread(
            target=server.serve_forever, kwargs={"poll_interval": 0.1}, name="action-urls"
        )
        self._thread.start()

    def stop(self) -> None:
        if self._server is None or self._thread is None:
            return
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
        self._server = None


class _Server(HTTPServer):
    """Takes one request after the other: none takes longer than `REQUEST_S`."""

    allow_reuse_address = True
    request_queue_size = 16

    def __init__(self, port: int, secret: str, report: Callable[[ReportPhone], None]) -> None:
        self.secret = secret
        self.report = report
        super().__init__(("127.0.0.1", port), _Handler)

    def server_bind(self) -> None:
        # Not HTTPServer's own, which asks the name service for this computer's name.
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A request that broke off or came too slowly is nobody's trouble but its sender's."""
        _log.debug("An action URL could not be read", exc_info=True)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.0"  # one request a connection

    def setup(self) -> None:
        super().setup()
        self.rfile.close()
        self.rfile = io.BufferedReader(_Limited(self.connection))

    def do_GET(self) -> None:
        self._take()

    def do_POST(self) -> None:
        """Some phones post; what they put into the body is not read."""
        self._take()

    def _take(self) -> None:
        parts = urlsplit(self.path)
        secret, _, word = parts.path.removeprefix("/").partition("/")
        is_known = hmac.compare_digest(secret.encode(), self.server.secret.encode())
        is_ours = self.headers.get("Host", "").rpartition(":")[0] in ("127.0.0.1", "localhost")
        is_page = any(name in self.headers for name in _BROWSERS)
        action = _ACTIONS.get(word.removesuffix("/"))
        if not is_known or not is_ours or is_page or action is None:
            return
        try:
            fields = parse_query(parts.query)
        except PhoneError as error:
            self._answer(400, str(error))
            return
        self.server.report(ReportPhone(action=action, origin="action_url", **fields))
        self._answer(204)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Nothing is answered: what is no request of a phone's need not know what is here."""

    def _answer(self, status: int, sentence: str = "") -> None:
        body = sentence.encode()
        head = f"HTTP/1.0 {status} {'OK' if status < 300 else 'Bad Request'}\r\n"
        if body:
            head += f"Content-Type: text/plain; charset=utf-8\r\nContent-Length: {len(body)}\r\n"
        self.wfile.write(head.encode() + b"Connection: close\r\n\r\n" + body)

    def log_message(self, format: str, *args: Any) -> None:
        """Never: the secret and the customer's number stand in the address."""


class _Limited(io.RawIOBase):
    """Reads a request from a socket, but only so much of it and for so long."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._until = time.monotonic() + REQUEST_S
        self._left = REQUEST_BYTES

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        left_s = self._until - time.monotonic()
        if left_s <= 0 or self._left <= 0:
            raise TimeoutError("too slow or too long")
        self._connection.settimeout(left_s)
        count = self._connection.recv_into(buffer, min(len(buffer), self._left))
        self._left -= count
        return count
