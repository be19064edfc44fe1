"""The live board in the team's database: a workstation's end of it, and a lead's.

SQL is in `team_live`. Both ends hold one connection, in autocommit: every statement is whole in
itself. The workstation's is open only while its call is on the board; only a lead's listens.
"""

import contextlib
import selectors
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, Engine, text

from assist.core.live import (
    BoardView,
    CallKey,
    LeadsLine,
    LiveAnswer,
    LiveCall,
    LiveReport,
    LiveState,
    LiveWords,
    Need,
    WatchedCall,
    one_line,
)
from assist.store.database import explained, writing
from assist.store.errors import StoreError, UnfitCallError
from assist.store.team import NAME, is_set_up

_Kind = TypeVar("_Kind")

_PUT = text("SELECT public.put_live(CAST(:doc AS jsonb))")
_DROP = text("SELECT public.drop_live(:call)")
_SEND = text("SELECT public.send_line(:owner, :call, :line)")
_WATCH = text("SELECT public.watch_live(:owner, :call)")
_UNWATCH = text("SELECT public.unwatch_live()")
_BOARD = text(
    "SELECT c.owner, c.call_id, c.agent, c.team, c.since, c.needs, c.state, "
    "(SELECT coalesce(array_agg(w.name ORDER BY w.name), '{}') FROM public.live_watchers AS w "
    "WHERE w.owner = c.owner AND w.call_id = c.call_id) AS watchers "
    "FROM public.live_calls AS c WHERE c.expires_at > clock_timestamp() "
    "AND c.team = ANY ((SELECT public.my_teams())::text[]) "
    "ORDER BY c.since, c.owner, c.call_id"
)
_LINES = text(
    "SELECT number, name AS by, text, at, arrived_at IS NOT NULL AS has_arrived "
    "FROM public.live_lines WHERE owner = :owner AND call_id = :call ORDER BY number"
)
_WORDS = text("SELECT words FROM public.live_words WHERE owner = :owner AND call_id = :call")
_SETTINGS = text(
    "SELECT public.live_is_on() AS is_on, public.live_takes_words() AS takes_words, "
    "clock_timestamp() AS now"
)

_CANNOT = (
    "The team database has no live board yet; its administrator runs 'assist team init' again."
)
_REFUSED = "The line was not sent: one line of at most 140 characters, and 20 of them a minute."


def set_live(engine: Engine, *, is_on: bool) -> None:
    """Turn the team's live board on or off; administrators only. Raises StoreError."""
    query = text("UPDATE public.team_settings SET value = :value WHERE name = 'live'")
    with explained(NAME), writing(engine) as connection:
        _expect_board(connection)
        found = connection.execute(query, {"value": "on" if is_on else "off"})
        if found.rowcount == 0:
            raise StoreError(f"{NAME} does not allow that; ask its administrator.")


class DatabasePost:
    """A workstation's end (a `LivePost`): connects with the first report.

    `may_send_words` is this computer's own limit: the narrower of both holds.
    """

    def __init__(self, engine: Engine, *, may_send_words: bool) -> None:
        self._line = _Line(engine)
        self._may_send_words = may_send_words

    def put(self, report: LiveReport) -> LiveAnswer:
        if not self._may_send_words:
            report = replace(report, words=None)
        doc = msgspec.json.encode(report).decode().replace("\\u0000", "")
        with self._line.open() as connection:
            answer = _answer(connection.execute(_PUT, {"doc": doc}).scalar_one())
        return replace(answer, takes_words=answer.takes_words and self._may_send_words)

    def drop(self, call: str) -> None:
        with self._line.open() as connection:
            connection.execute(_DROP, {"call": call})

    def close(self) -> None:
        self._line.close()


class DatabaseBoard:
    """A lead's end (a `LeadBoard`), which is told of every change while it waits.

    `scrub` takes out of a line what must not be written, before it leaves this computer.
    """

    def __init__(self, engine: Engine, scrub: Callable[[str], str] = str) -> None:
        self._scrub = scrub
        self._line = _Line(engine, on_connect=self._listen)
        self._has_news = threading.Event()
        self._watched: CallKey | None = None
        self._ours, self._others = socket.socketpair()
        self._ours.setblocking(False)
        self._others.setblocking(False)

    def _listen(self, connection: Connection) -> None:
        driver = connection.connection.driver_connection
        assert driver is not None
        # What comes in while a question is being answered never makes the socket readable.
        driver.add_notify_handler(lambda note: self._has_news.set())
        channels = connection.execute(text("SELECT public.my_live_channels()")).scalar_one()
        for channel in channels:
            # Our own name for it: "live_" and a number in hexadecimal.
            connection.exec_driver_sql(f'LISTEN "{channel}"')

    def look(self, watched: CallKey | None) -> BoardView:
        with self._line.open() as connection:
            self._has_news.clear()  # before asking: what comes from now on is news again
            self._watch(connection, watched)
            known = connection.execute(_SETTINGS).one()
            calls = tuple(_live_call(row) for row in connection.execute(_BOARD).mappings())
            shown = next((each for each in calls if each.key == watched), None)
            return BoardView(
                is_on=known.is_on,
                now=known.now,
                calls=calls if known.is_on else (),
                watched=_watched(connection, shown, takes_words=known.takes_words),
            )

    def _watch(self, connection: Connection, watched: CallKey | None) -> None:
        if self._watched is not None and self._watched != watched:
            connection.execute(_UNWATCH)
        if watched is not None:
            connection.execute(_WATCH, _named(watched))
        self._watched = watched

    def send(self, call: CallKey, text: str) -> bool:
        line = one_line(self._scrub(" ".join(text.split())))
        try:
            with self._line.open() as connection:
                found = connection.execute(_SEND, {**_named(call), "line": line}).scalar_one()
        except UnfitCallError:
            raise StoreError(_REFUSED) from None
        return bool(found)

    def wait(self, timeout_s: float) -> bool:
        if self._has_news.is_set():
            return True
        with selectors.DefaultSelector() as selector:
            selector.register(self._others, selectors.EVENT_READ)
            if (number := self._line.fileno()) is not None:
                selector.register(number, selectors.EVENT_READ)
            is_woken = bool(selector.select(timeout_s))
        with contextlib.suppress(BlockingIOError):
            while self._others.recv(64):
                pass
        return is_woken

    def wake(self) -> None:
        with contextlib.suppress(OSError):  # full, which wakes as well, or closed by now
            self._ours.send(b"!")

    def close(self) -> None:
        if self._watched is not None:
            self._watched = None
            with contextlib.suppress(StoreError), self._line.open() as connection:
                connection.execute(_UNWATCH)
        self._line.close()
        self._ours.close()
        self._others.close()


class _Line:
    """One connection, kept open from its first use until it fails or is closed."""

    def __init__(self, engine: Engine, on_connect: Any = None) -> None:
        self._engine = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._on_connect = on_connect
        self._connection: Connection | None = None

    @contextlib.contextmanager
    def open(self) -> Iterator[Connection]:
        """Raises StoreError, and hangs up then; UnfitCallError for what is refused."""
        try:
            with explained(NAME):
                if self._connection is None:
                    self._connection = self._connect()
                yield self._connection
        except UnfitCallError:
            raise
        except StoreError:
            self.close()
            raise

    def _connect(self) -> Connection:
        connection = self._engine.connect()
        try:
            driver = connection.connection.driver_connection
            assert driver is not None
            # A pooler may give each statement another server, which has not prepared it.
            driver.prepare_threshold = None
            _expect_board(connection)
            if self._on_connect is not None:
                self._on_connect(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def fileno(self) -> int | None:
        """The socket of the connection, to wait for what the server sends unasked."""
        if self._connection is None:
            return None
        driver = self._connection.connection.driver_connection
        return None if driver is None else int(driver.fileno())

    def close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with contextlib.suppress(StoreError), explained(NAME):
                connection.invalidate()  # it listens: nobody may be handed it again
                connection.close()
        self._engine.dispose()


def _expect_board(connection: Connection) -> None:
    found = connection.scalar(text("SELECT to_regprocedure('public.put_live(jsonb)') IS NOT NULL"))
    if not found:
        raise StoreError(_CANNOT if is_set_up(connection) else f"{NAME} is not set up yet.")


def _named(call: CallKey) -> dict[str, str]:
    return {"owner": call.owner, "call": call.call}


def _answer(found: dict[str, Any]) -> LiveAnswer:
    answer = msgspec.convert(found, type=LiveAnswer)
    lines = (
        LeadsLine(number=each.number, by=one_line(each.by), text=one_line(each.text))
        for each in answer.lines
    )
    watchers = tuple(one_line(name) for name in answer.watchers)
    return replace(answer, watchers=watchers, lines=tuple(lines))


def _live_call(row: Any) -> LiveCall:
    return LiveCall(
        key=CallKey(owner=row["owner"], call=row["call_id"]),
        agent=one_line(row["agent"]),
        team=row["team"],
        since=row["since"],
        needs=tuple(Need(need) for need in row["needs"]),
        state=_read(row["state"], LiveState) or LiveState(),
        watchers=tuple(row["watchers"]),
    )


def _read(found: Any, kind: type[_Kind]) -> _Kind | None:
    """What a workstation wrote; None where it is newer than this computer, or not as it should be.

    One call's strange state must not cost a lead the others.
    """
    try:
        # Keys of a JSON object are texts.
        return None if found is None else msgspec.convert(found, type=kind, strict=False)
    except msgspec.ValidationError:
        return None


def _watched(
    connection: Connection, call: LiveCall | None, *, takes_words: bool
) -> WatchedCall | None:
    if call is None:
        return None
    words = connection.execute(_WORDS, _named(call.key)).scalar()
    lines = connection.execute(_LINES, _named(call.key)).mappings()
    return WatchedCall(
        call=call,
        takes_words=takes_words,
        words=_read(words, LiveWords),
        lines=tuple(
            LeadsLine(
                number=row["number"],
                by=row["by"],
                text=row["text"],
                at=row["at"],
                has_arrived=row["has_arrived"],
            )
            for row in lines
        ),
    )
