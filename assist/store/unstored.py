"""Calls on the disk that no table has: still open, cut off, damaged, or half imported.

What stands in no table is found by no search. Erasing a customer and deleting by age look here too.
"""

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection, select

from assist.core.events import CallStarted, Event, FinalResult, NameGiven, NameLearned, WrapUp
from assist.core.numbers import is_same_number
from assist.core.records import RecordCodec
from assist.store import schema
from assist.store.customers import Customer
from assist.store.deletion_schema import customer_holds
from assist.store.errors import StoreError
from assist.store.holds import OnHold
from assist.store.journal_reader import read_what_opens
from assist.store.retention import Limit

JOURNAL_NAME = "journal.jsonl"
OPEN_MARK = "open"
"""Lies in the folder of a call that the engine is not done with, as `engine.folders` puts it."""

SPOOL, SOUND = "spool", ".flac.sealed"
"""A folder with the sound as it was heard, and how the names of kept sound end."""

IMPORTING = ".importing-"
"""Begins the name of the folder of a recording that is being imported (`review.importing`)."""

LEAVING = ".deleting-"
"""Prefix of a call's folder while its rows are being deleted."""

QUIET = timedelta(minutes=10)
"""Who works on a call writes its journal many times a minute."""

ABANDONED = timedelta(hours=1)
"""Nobody goes on with a half import after that. Should the computer have slept, it begins anew."""

_BEGUN = re.compile(r"(\d{8}T\d{6})-")
"""How the name of a call's folder begins: the local time at which it did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unstored:
    """A folder with something of a call in it. `names` are all that its customer was given.

    `is_known` is false where nobody can tell whose call it is: its beginning cannot be read.
    """

    folder: Path
    id: str
    started_at: datetime
    touched_at: datetime
    is_known: bool
    names: tuple[str, ...] = ()
    number: str = ""
    reference: str = ""
    said: tuple[str, ...] = field(default=(), repr=False)

    @property
    def is_open(self) -> bool:
        return (self.folder / OPEN_MARK).exists()

    @property
    def is_importing(self) -> bool:
        return self.folder.name.startswith(IMPORTING)

    @property
    def is_quiet(self) -> bool:
        """Whether nobody has written anything of it for a while."""
        return not _is_fresh(self.touched_at)

    def is_of(self, customer: Customer) -> bool:
        reference, name = customer.reference.strip().lower(), _plain(customer.name)
        return bool(
            (customer.number and is_same_number(self.number, customer.number))
            or (reference and self.reference.strip().lower() == reference)
            or (name and any(_plain(each) == name for each in self.names))
        )


def speaks_of(call: Unstored, customer: Customer) -> bool:
    """Whether the customer's whole name is said in it."""
    name = _plain(customer.name)
    return " " in name and any(name in _plain(text) for text in call.said)


def unstored(
    connection: Connection,
    calls_folder: Path,
    records: RecordCodec | None,
    *,
    only_quiet: bool = False,
) -> tuple[Unstored, ...]:
    """All of them, the oldest first. Folders with nothing in them are none.

    `only_quiet` leaves out, unread, what somebody is writing.
    """
    folders = {each.name: each for each in _folders(calls_folder)}
    if not folders:
        return ()
    for call_id in connection.scalars(select(schema.calls.c.id)):
        folders.pop(call_id, None)
    found = []
    for folder in folders.values():
        touched = _touched(folder)
        if touched is not None and not (only_quiet and _is_fresh(touched)):
            found.append(_look_at(folder, touched, records))
    return tuple(sorted(found, key=lambda each: (each.started_at, each.id)))


def check_unstored_free(connection: Connection, call: Unstored) -> None:
    """Raises OnHold where its customer is on legal hold, or may be."""
    table = customer_holds.c
    for row in connection.execute(select(table.number, table.reference, table.why)).all():
        if not call.is_known:
            raise OnHold(
                f"Whose call is in {call.folder} cannot be read, and customers are on legal hold; "
                "remove it yourself if it is none of theirs."
            )
        if call.is_of(Customer(number=row.number, reference=row.reference)):
            raise OnHold(f"The call in {call.folder} is on legal hold: {row.why}.")


def sound_of(call: Unstored) -> tuple[Path, ...]:
    """Its kept sound, and the sound as it was heard unless the call may still go on with it."""
    spool = () if call.is_open else (call.folder / SPOOL,)
    return tuple(each for each in (*spool, *sorted(call.folder.glob(f"*{SOUND}"))) if each.exists())


def is_due(call: Unstored, limit: Limit, now: datetime) -> bool:
    """Whether it is older than any call may be kept: of which class it is cannot be told."""
    days = [limit.days, *limit.by_class.values()]
    return all(days) and call.started_at < now - timedelta(days=max(days))


def sweep_imports(calls_folder: Path) -> None:
    """Remove what a killed import left half done: the recording is still where it was."""
    for folder in calls_folder.glob(f"{IMPORTING}*"):
        touched = _touched(folder)
        if touched is not None and datetime.now(UTC) - touched > ABANDONED:
            shutil.rmtree(folder, ignore_errors=True)


def _folders(calls_folder: Path) -> Iterator[Path]:
    try:
        with os.scandir(calls_folder) as inside:
            for entry in inside:
                if entry.is_dir() and not entry.name.startswith(LEAVING):
                    yield calls_folder / entry.name
    except FileNotFoundError:
        return
    except OSError as error:
        raise StoreError(
            f"The folder of calls {calls_folder} cannot be read ({error.strerror}); check its "
            "permissions."
        ) from None


def _is_fresh(touched: datetime) -> bool:
    return datetime.now(UTC) - touched <= QUIET


def _look_at(folder: Path, touched: datetime, records: RecordCodec | None) -> Unstored:
    try:
        events = read_what_opens(folder / JOURNAL_NAME, records)
    except StoreError:  # no journal, or one that this user may not read
        events = ()
    started = next((event for event in events if isinstance(event, CallStarted)), None)
    if started is None:
        return Unstored(
            folder=folder,
            id=folder.name,
            started_at=_begun(folder) or touched,
            touched_at=touched,
            is_known=False,
        )
    return Unstored(
        folder=folder,
        id=started.call,
        started_at=_moment(started.started_at) or _begun(folder) or touched,
        touched_at=touched,
        is_known=True,
        names=tuple(dict.fromkeys(filter(None, (started.customer_name, *_names(events))))),
        number=started.customer_number,
        reference=started.reference,
        said=tuple(event.text for event in events if isinstance(event, FinalResult)),
    )


def _names(events: tuple[Event, ...]) -> Iterator[str]:
    for event in events:
        if isinstance(event, NameGiven | NameLearned):
            yield event.name
        elif isinstance(event, WrapUp):
            yield event.customer_name


def _touched(folder: Path) -> datetime | None:
    """When anything in the folder was last written; None where nothing is in it."""
    newest = 0.0
    for file in folder.rglob("*"):
        try:
            if file.is_file():
                newest = max(newest, file.stat().st_mtime)
        except OSError:  # gone since
            continue
    return datetime.fromtimestamp(newest, UTC) if newest else None


def _begun(folder: Path) -> datetime | None:
    found = _BEGUN.match(folder.name)
    try:
        return datetime.strptime(found[1], "%Y%m%dT%H%M%S").astimezone() if found else None
    except (ValueError, OverflowError):
        return None


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text).astimezone()
    except (ValueError, OverflowError):
        return None


def _plain(name: str) -> str:
    return " ".join(name.split()).lower()
