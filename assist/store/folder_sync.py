"""Exchanges calls and comments through a shared folder, where there is no server.

    team.public            the lead's key: what agents seal their calls for
    from/DEVICE/public     a workstation's key: what the lead seals comments for
    from/DEVICE/N.call     a call as it was at the workstation's change N
    to/DEVICE/N.rows       what the lead wrote about the workstation's calls
    to/DEVICE/received     the last N that the lead has: the workstation deletes its files up to it
    from/DEVICE/received   the same the other way round

Each file names the one before it, so that a folder that brings files in another order than they
were written loses none: the reader waits. Every computer writes below its own name alone.
"""

import contextlib
import os
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import OperationalError, StatementError

from assist.store import desk_schema, outbox, schema
from assist.store.database import explained, writing
from assist.store.documents import NOTHING, digest_of, document_of
from assist.store.errors import StoreError
from assist.store.sealed import NotSealed, new_private_key, public_key, seal, unseal
from assist.store.shared_folder import TEAM_KEY
from assist.store.sync import SyncReport, merge_rows
from assist.store.take import CONFLICT, STORED, take_call

_SHARED = {table.name: table for table in (*desk_schema.SHARED, schema.marks)}
_DIGITS = 12
_MOST_BYTES = 64 * 1024 * 1024
"""Of a file, sealed or not: what is longer is no call."""
_TOO_LARGE = "A file of the team's folder is too large to be a call; it is left alone."


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """A workstation's or a lead's work in the shared folder; used by one thread at a time."""

    path: Path
    local: Engine
    local_name: str

    @property
    def target(self) -> str:
        return f"folder:{self.path}"[-256:]

    # --- the workstation -------------------------------------------------------------------------

    def send(
        self, shares: str, agent: str, should_stop: Callable[[], bool] = lambda: False
    ) -> SyncReport:
        """Put what waits into the folder, take over what the lead wrote. Raises StoreError."""
        if shares == NOTHING:
            sentence = "The team shares no calls: nothing leaves this computer."
            return SyncReport(left=self._left(), trouble=sentence)
        team = self._team_key()
        device, private = self._identity()
        ours, theirs = self.path / "from" / device, self.path / "to" / device
        with _folder_errors(self.path):
            ours.mkdir(parents=True, exist_ok=True)
            _write(ours / "public", public_key(private).encode())
            fetched = self._take_rows(theirs, ours, team, private, device)
            self._forget(ours, "call", _number(theirs / "received"))
            sent = 0
            while not should_stop():
                with explained(self.local_name), self.local.connect() as connection:
                    batch = outbox.waiting(connection, self.target, 1)
                    previous = outbox.reached(connection, self.target)
                    document = batch and document_of(connection, batch[0].call_id, shares, agent)
                if not batch:
                    break
                position = batch[0].position
                envelope: dict[str, Any] = {"previous": previous, "version": position}
                if document:
                    envelope |= {**document, "digest": digest_of(document)}
                name = f"{position:0{_DIGITS}d}.call"
                content = zlib.compress(msgspec.json.encode(envelope))
                _write(ours / name, seal(content, f"{device}/{name}", writer=private, reader=team))
                with explained(self.local_name), writing(self.local) as connection:
                    outbox.set_reached(connection, self.target, position)
                sent += 1
        with explained(self.local_name), writing(self.local) as connection:
            moment = datetime.now().astimezone().isoformat(timespec="seconds")
            outbox.put_state(connection, self.target, "last_at", moment)
        return SyncReport(sent=sent, fetched=fetched, left=self._left())

    def _take_rows(self, theirs: Path, ours: Path, team: str, private: str, device: str) -> int:
        count = 0
        for name, content in self._next_files(theirs, "rows", f"rows:{device}", team, private):
            with explained(self.local_name), writing(self.local) as connection:
                with _as_sent(name):
                    for table, rows in content["rows"].items():
                        if table in _SHARED:
                            count += merge_rows(connection, _SHARED[table], rows)
                outbox.put_state(connection, self.target, f"rows:{device}", str(_position(name)))
        self._confirm(ours, f"rows:{device}")
        return count

    # --- the lead --------------------------------------------------------------------------------

    def receive(self, private: str) -> SyncReport:
        """Take over calls of all workstations, send back what was written. Raises StoreError."""
        stored = failed = 0
        trouble = ""
        with _folder_errors(self.path):
            for ours in sorted((self.path / "from").glob("*")):
                device, theirs = ours.name, self.path / "to" / ours.name
                theirs.mkdir(parents=True, exist_ok=True)
                try:
                    key = self._pinned(device, (ours / "public").read_text(encoding="ascii"))
                    for name, content in self._next_files(
                        ours, "call", f"calls:{device}", key, private
                    ):
                        result = self._take(device, name, content)
                        stored += result == STORED
                        failed += result == CONFLICT
                except (NotSealed, FileNotFoundError, UnicodeDecodeError) as error:
                    # One workstation's trouble keeps the others not out.
                    trouble = str(error)
                    continue
                self._confirm(theirs, f"calls:{device}")
                self._forget(theirs, "rows", _number(ours / "received"))
                self._send_rows(theirs, device, key, private)
        return SyncReport(fetched=stored, failed=failed, trouble=trouble)

    def _take(self, device: str, name: str, content: dict[str, Any]) -> str:
        with explained(self.local_name), writing(self.local) as connection:
            # A call that was deleted before it was sent leaves its place in the order alone.
            with _as_sent(name):
                result = take_call(connection, content, device) if "call" in content else ""
            outbox.put_state(connection, self.target, f"calls:{device}", str(_position(name)))
        return result

    def _send_rows(self, theirs: Path, device: str, key: str, private: str) -> None:
        """What was written here about the workstation's calls since the last time."""
        mark = f"sent:{device}"
        with explained(self.local_name), self.local.connect() as connection:
            previous = int(outbox.state(connection, self.target, mark) or 0)
            table, calls = schema.outbox.c, schema.calls.c
            query = (
                select(table.position, table.call_id)
                .join(schema.calls, calls.id == table.call_id)
                .where(calls.device == device, table.position > previous)
                .order_by(table.position)
            )
            changed = list(connection.execute(query))
            if not changed:
                return
            rows = _desk_rows(connection, [call_id for _, call_id in changed])
        position = changed[-1][0]
        name = f"{position:0{_DIGITS}d}.rows"
        content = zlib.compress(msgspec.json.encode({"previous": previous, "rows": rows}))
        _write(theirs / name, seal(content, f"{device}/{name}", writer=private, reader=key))
        with explained(self.local_name), writing(self.local) as connection:
            outbox.put_state(connection, self.target, mark, str(position))

    def _pinned(self, device: str, key: str) -> str:
        """The workstation's key as it was the first time: another one is another computer."""
        with explained(self.local_name), writing(self.local) as connection:
            known = outbox.state(connection, self.target, f"key:{device}")
            if not known:
                outbox.put_state(connection, self.target, f"key:{device}", key.strip())
        if known and known != key.strip():
            raise NotSealed(
                f"The workstation {device} has another key than before; its calls are not taken."
            )
        return known or key.strip()

    # --- both ------------------------------------------------------------------------------------

    def _next_files(
        self, folder: Path, ending: str, mark: str, writer: str, reader: str
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        """The files not yet taken, each as long as it follows the one before. Raises NotSealed."""
        for file in sorted(folder.glob(f"{'[0-9]' * _DIGITS}.{ending}")):
            with explained(self.local_name), self.local.connect() as connection:
                reached = int(outbox.state(connection, self.target, mark) or 0)
            if _position(file.name) <= reached:
                continue
            device = folder.name
            if file.stat().st_size > _MOST_BYTES:
                raise NotSealed(_TOO_LARGE)
            sealed = unseal(
                file.read_bytes(), f"{device}/{file.name}", writer=writer, reader=reader
            )
            content = _content(sealed, file.name)
            if content["previous"] != reached:
                return  # an earlier one is still on its way
            yield file.name, content

    def _confirm(self, folder: Path, mark: str) -> None:
        with explained(self.local_name), self.local.connect() as connection:
            reached = outbox.state(connection, self.target, mark)
        if reached:
            _write(folder / "received", reached.encode())

    def _forget(self, folder: Path, ending: str, received: int) -> None:
        """Delete what the other side has."""
        for file in folder.glob(f"{'[0-9]' * _DIGITS}.{ending}"):
            if _position(file.name) <= received:
                file.unlink(missing_ok=True)

    def _identity(self) -> tuple[str, str]:
        with explained(self.local_name), writing(self.local) as connection:
            private = outbox.state(connection, self.target, "private")
            if not private:
                private = new_private_key()
                outbox.put_state(connection, self.target, "private", private)
            return outbox.device(connection), private

    def _team_key(self) -> str:
        try:
            return (self.path / TEAM_KEY).read_text(encoding="ascii").strip()
        except OSError:
            raise StoreError(
                f"{self.path} is no team's folder, or cannot be reached; a lead makes one with "
                "'assist team folder'."
            ) from None

    def _left(self) -> int:
        with explained(self.local_name), self.local.connect() as connection:
            return outbox.count_waiting(connection, self.target)


def make_folder(path: Path) -> str:
    """Make a team's folder; returns the private key that opens what comes. Raises StoreError."""
    private = new_private_key()
    with _folder_errors(path):
        path.mkdir(parents=True, exist_ok=True)
        if (path / TEAM_KEY).exists():
            raise StoreError(f"{path} is a team's folder already; its lead has the key.")
        _write(path / TEAM_KEY, public_key(private).encode())
    return private


def _desk_rows(connection: Connection, call_ids: list[str]) -> dict[str, list[dict[str, Any]]]:
    found = {}
    for name, table in _SHARED.items():
        query = select(table).where(table.c.call_id.in_(call_ids))
        if table is schema.marks:
            query = query.where(table.c.origin == "lead")
        rows = connection.execute(query).mappings()
        found[name] = [{str(key): value for key, value in row.items()} for row in rows]
    return found


def _content(sealed: bytes, name: str) -> dict[str, Any]:
    """What its writer put into a file. Raises NotSealed for what no version of ours writes."""
    unpacker = zlib.decompressobj()
    with _as_sent(name):
        unpacked = unpacker.decompress(sealed, _MOST_BYTES)
        if unpacker.unconsumed_tail:
            raise NotSealed(_TOO_LARGE)
        content: dict[str, Any] = msgspec.json.decode(unpacked)
        content["previous"]  # nobody's file is without it
    return content


@contextlib.contextmanager
def _as_sent(name: str) -> Iterator[None]:
    """A broken or hostile computer may seal anything: one sentence, and the others go on."""
    try:
        yield
    except OperationalError:
        raise  # our own database's trouble, not the file's
    except (zlib.error, ValueError, KeyError, TypeError, AttributeError, IndexError,
            OverflowError, RecursionError, StatementError):  # fmt: skip
        raise NotSealed(
            f"The file {name} of the team's folder does not hold what it should; update that "
            "computer and have it sent again."
        ) from None


def _write(file: Path, content: bytes) -> None:
    """Whole or not at all, also when the power goes."""
    new = file.with_name(f".{file.name}.{os.getpid()}")
    with new.open("wb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())
    new.replace(file)


def _position(name: str) -> int:
    return int(name.partition(".")[0])


def _number(file: Path) -> int:
    try:
        return int(file.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return 0


@contextlib.contextmanager
def _folder_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(
            f"The team's folder {path} cannot be used ({error.strerror}); check that it is there "
            "and may be written."
        ) from None
