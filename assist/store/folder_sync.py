"""Exchanges calls and comments through a shared folder, where there is no server.

    team.public            the lead's key: what agents seal their calls for
    from/DEVICE/public     a workstation's key: what the lead seals comments for
    from/DEVICE/N.call     a call as it was at the workstation's change N
    to/DEVICE/N.rows       what the lead wrote about the workstation's calls
    to/DEVICE/received     the last N that the lead has: the workstation deletes its files up to it
    from/DEVICE/received   the same the other way round

Every computer writes below its own name alone. Sound goes the same way (`folder_sound`). Either
side notices where the other, or itself, was put back from a backup, by numbers that are behind what
was confirmed, and sends again what is missing there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, select

from assist.store import desk_schema, outbox, schema
from assist.store.database import explained, writing
from assist.store.deletion_log import erased_of, note_erased
from assist.store.documents import AUDIO, NOTHING, digest_of, document_of
from assist.store.errors import StoreError
from assist.store.folder_files import (
    Chain,
    as_sent,
    folder_errors,
    forget,
    make_shared,
    name_of,
    number_in,
    packed,
    unpacked,
    write,
)
from assist.store.folder_sound import RECEIVED as RECEIVED_SOUND
from assist.store.folder_sound import SoundWriter, receive_sound, sound_chain
from assist.store.looks import looks_at, take_looks
from assist.store.sealed import NotSealed, new_private_key, public_key, seal
from assist.store.shared_folder import TEAM_KEY
from assist.store.sounds import ReadSound
from assist.store.sync import SyncReport, merge_rows, sounds_waiting
from assist.store.take import CONFLICT, STORED, UNFIT, take_call

_ERASED = "erased"
_LOOKS = schema.folder_looks.name
"""Beside the tables in a file of rows: calls that were erased, to be deleted here too."""
_SHARED = {table.name: table for table in (*desk_schema.SHARED, schema.marks)}
_CONFIRMED = "confirmed"


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
        self,
        shares: str,
        agent: str,
        should_stop: Callable[[], bool] = lambda: False,
        read_sound: ReadSound | None = None,
    ) -> SyncReport:
        """Put what waits into the folder, take over what the lead wrote. Raises StoreError."""
        if shares == NOTHING:
            sentence = "The team shares no calls: nothing leaves this computer."
            return SyncReport(left=self._left(), trouble=sentence)
        team = self._team_key()
        device, private = self._identity()
        ours, theirs = self.path / "from" / device, self.path / "to" / device
        with folder_errors(self.path):
            make_shared(ours, self.path)
            write(ours / "public", public_key(private).encode())
            fetched = self._take_rows(theirs, ours, team, private, device)
            self._meet_lead(ours, number_in(theirs / "received"))
            sent = 0
            while not should_stop() and self._send_next(ours, shares, agent, private, team):
                sent += 1
            sounds = SoundWriter(
                ours=ours,
                theirs=theirs,
                target=self.target,
                local=self.local,
                local_name=self.local_name,
                private=private,
                team=team,
            ).send(read_sound if shares == AUDIO else None, should_stop)
        with explained(self.local_name), writing(self.local) as connection:
            moment = datetime.now().astimezone().isoformat(timespec="seconds")
            outbox.put_state(connection, self.target, "last_at", moment)
            waits = sounds_waiting(connection, self.target)
        return SyncReport(
            sent=sent, fetched=fetched, left=self._left(), sounds=sounds, sounds_left=waits
        )

    def _send_next(self, ours: Path, shares: str, agent: str, private: str, team: str) -> bool:
        """Write the next call's file; whether there was one."""
        with explained(self.local_name), self.local.connect() as connection:
            batch = outbox.waiting(connection, self.target, 1)
            previous = outbox.reached(connection, self.target)
            document = batch and document_of(connection, batch[0].call_id, shares, agent)
        if not batch:
            return False
        position = batch[0].position
        envelope: dict[str, Any] = {"previous": previous, "version": position}
        if document:
            envelope |= {**document, "digest": digest_of(document)}
        name = name_of(position, "call")
        sealed_as = f"{ours.name}/{name}"
        write(ours / name, seal(packed(envelope), sealed_as, writer=private, reader=team))
        with explained(self.local_name), writing(self.local) as connection:
            outbox.set_reached(connection, self.target, position)
        return True

    def _meet_lead(self, ours: Path, received: int | None) -> None:
        """Delete what the lead has; send again what it, put back from a backup, has no more."""
        if received is None:
            return
        with explained(self.local_name), writing(self.local) as connection:
            confirmed = int(outbox.state(connection, self.target, _CONFIRMED) or 0)
            reached = outbox.reached(connection, self.target)
            if received > reached:
                # This computer was put back: it counts from before what it sent then.
                outbox.lift(connection, after=reached, above=received)
                outbox.set_reached(connection, self.target, received)
            elif received < confirmed:
                forget(ours, "call")
                outbox.go_back(connection, self.target, received)
            outbox.put_state(connection, self.target, _CONFIRMED, str(received))
        forget(ours, "call", received)

    def _take_rows(self, theirs: Path, ours: Path, team: str, private: str, device: str) -> int:
        count = 0
        chain = self._chain(theirs, "rows", f"rows:{device}")
        for position, content in chain.take_next(team, private, unpacked):
            with explained(self.local_name), writing(self.local) as connection:
                with as_sent(name_of(position, "rows")):
                    for table, rows in content["rows"].items():
                        if table in _SHARED:
                            count += merge_rows(connection, _SHARED[table], rows)
                        elif table == _LOOKS:
                            take_looks(connection, rows)
                        elif table == _ERASED:
                            note_erased(connection, [str(call_id) for call_id in rows])
                outbox.put_state(connection, self.target, chain.mark, str(position))
        chain.confirm(ours, "received")
        return count

    # --- the lead --------------------------------------------------------------------------------

    def receive(self, private: str) -> SyncReport:
        """Take over calls of all workstations, send back what was written. Raises StoreError."""
        stored = failed = sounds = 0
        trouble = ""
        with folder_errors(self.path):
            for ours in sorted((self.path / "from").glob("*")):
                device, theirs = ours.name, self.path / "to" / ours.name
                make_shared(theirs, self.path)
                calls = self._chain(ours, "call", f"calls:{device}")
                sound = sound_chain(ours, device, self.target, self.local, self.local_name)
                try:
                    key = self._pinned(device, (ours / "public").read_text(encoding="ascii"))
                    for position, content in calls.take_next(key, private, unpacked):
                        result = self._take(device, calls.mark, position, content)
                        stored += result == STORED
                        failed += result in (CONFLICT, UNFIT)
                    sounds += receive_sound(
                        sound, calls=calls, device=device, writer=key, reader=private
                    )
                except (NotSealed, FileNotFoundError, UnicodeDecodeError) as error:
                    # One workstation's trouble keeps the others not out.
                    trouble = str(error)
                    continue
                finally:
                    calls.confirm(theirs, "received")
                    sound.confirm(theirs, RECEIVED_SOUND)
                self._send_rows(theirs, device, key, private, number_in(ours / "received"))
        return SyncReport(fetched=stored, failed=failed, trouble=trouble, sounds=sounds)

    def _take(self, device: str, mark: str, position: int, content: dict[str, Any]) -> str:
        with explained(self.local_name), writing(self.local) as connection:
            # A call that was deleted before it was sent leaves its place in the order alone.
            with as_sent(name_of(position, "call")):
                result = take_call(connection, content, device) if "call" in content else ""
            outbox.put_state(connection, self.target, mark, str(position))
        return result

    def _send_rows(
        self, theirs: Path, device: str, key: str, private: str, received: int | None
    ) -> None:
        """What was written here about the workstation's calls since the last time."""
        mark = f"sent:{device}"
        self._meet_workstation(theirs, device, mark, received)
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
            erased = erased_of(connection, device)
            told = int(outbox.state(connection, self.target, f"erased:{device}") or 0)
            if not changed and len(erased) <= told:
                return
            ids = [call_id for _, call_id in changed]
            rows: dict[str, Any] = _desk_rows(connection, ids) | {_LOOKS: looks_at(connection, ids)}
        rows[_ERASED] = erased
        position = changed[-1][0] if changed else self._next_position()
        name = name_of(position, "rows")
        content = packed({"previous": previous, "rows": rows})
        write(theirs / name, seal(content, f"{device}/{name}", writer=private, reader=key))
        with explained(self.local_name), writing(self.local) as connection:
            outbox.put_state(connection, self.target, mark, str(position))
            outbox.put_state(connection, self.target, f"erased:{device}", str(len(erased)))

    def _next_position(self) -> int:
        with explained(self.local_name), writing(self.local) as connection:
            return outbox.step(connection)

    def _meet_workstation(self, theirs: Path, device: str, mark: str, received: int | None) -> None:
        """As `_meet_lead`, the other way round."""
        if received is None:
            return
        known = f"{_CONFIRMED}:{device}"
        with explained(self.local_name), writing(self.local) as connection:
            confirmed = int(outbox.state(connection, self.target, known) or 0)
            sent = int(outbox.state(connection, self.target, mark) or 0)
            if received > sent:
                outbox.lift(connection, after=sent, above=received)
                outbox.put_state(connection, self.target, mark, str(received))
            elif received < confirmed:
                forget(theirs, "rows")
                outbox.put_state(connection, self.target, mark, str(received))
                outbox.put_state(connection, self.target, f"erased:{device}", "0")
            outbox.put_state(connection, self.target, known, str(received))
        forget(theirs, "rows", received)

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

    def _chain(self, folder: Path, ending: str, mark: str) -> Chain:
        return Chain(
            folder=folder,
            ending=ending,
            mark=mark,
            target=self.target,
            local=self.local,
            local_name=self.local_name,
        )

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
    with folder_errors(path):
        missing = [each for each in (path, *path.parents) if not each.exists()]
        path.mkdir(parents=True, exist_ok=True)
        for each in missing:
            each.chmod(0o755)  # whatever the umask: it is for the team
        if (path / TEAM_KEY).exists():
            raise StoreError(f"{path} is a team's folder already; its lead has the key.")
        write(path / TEAM_KEY, public_key(private).encode())
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
