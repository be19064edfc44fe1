"""The log of what was deleted: when, what of which call, why and on whose word."""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select

from assist.store import outbox, schema
from assist.store.deletion_schema import deletions
from assist.store.errors import NotRemovedError
from assist.store.retention import Kind

ERASURE = "erasure"
"""How `why` begins where a customer asked: such a call does not come back from elsewhere."""

_PENDING = "erase"
"""The target under which calls stand that another computer erased, until they are gone here."""

_AT_ONCE = 500
"""Ids in one question: SQLite takes some thousand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deletion:
    """A line of the log: what of which call went when, why and on whose word."""

    at: datetime
    call_id: str
    what: str
    why: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """Of how many calls something was deleted, and why it stayed of others, by their ids."""

    count: int = 0
    failed: Mapping[str, str] = field(default_factory=dict)


def not_deleted(failed: Mapping[str, str], *, others: int) -> NotRemovedError:
    """One sentence on what could not be deleted; `others` were."""
    count, reason = len(failed), next(iter(failed.values())).rstrip(".")
    if not others:
        if count == 1:
            return NotRemovedError(f"{count} call could not be deleted: {reason}.")
        return NotRemovedError(f"{count} calls could not be deleted; the first: {reason}.")
    if count == 1:
        return NotRemovedError(f"{count} call could not be deleted, the others were: {reason}.")
    return NotRemovedError(
        f"{count} calls could not be deleted, the others were; the first: {reason}."
    )


def is_stored(connection: Connection, call_id: str) -> bool:
    query = select(schema.calls.c.id).where(schema.calls.c.id == call_id)
    return connection.execute(query).first() is not None


def log(connection: Connection, call_id: str, kind: Kind, why: str, by: str) -> None:
    """Add a line to the log of deletions, before the call's row goes."""
    calls = schema.calls.c
    device = connection.execute(select(calls.device).where(calls.id == call_id)).scalar()
    row = {
        "id": secrets.token_hex(16),
        "at": datetime.now(UTC),
        "call_id": call_id,
        "what": kind.value,
        "why": why,
        "by": by,
        "device": device or "",
    }
    connection.execute(insert(deletions).values(row))


def is_erased(connection: Connection, call_id: str) -> bool:
    """Whether a customer had this call erased: it must not come back."""
    table = deletions.c
    query = select(table.id).where(
        table.call_id == call_id,
        table.what == Kind.CALLS.value,
        table.why.startswith(ERASURE, autoescape=True),
    )
    return connection.execute(query.limit(1)).first() is not None


def deleted_among(connection: Connection, call_ids: Iterable[str]) -> set[str]:
    """Which of these calls were deleted as a whole, for whatever reason."""
    asked, found = list(call_ids), set[str]()
    table = deletions.c
    for begin in range(0, len(asked), _AT_ONCE):
        some = table.call_id.in_(asked[begin : begin + _AT_ONCE])
        query = select(table.call_id).where(some, table.what == Kind.CALLS.value)
        found.update(connection.scalars(query))
    return found


def erased_of(connection: Connection, device: str) -> tuple[str, ...]:
    """The erased calls that came from this computer of the team."""
    table = deletions.c
    query = select(table.call_id).where(
        table.device == device,
        table.what == Kind.CALLS.value,
        table.why.startswith(ERASURE, autoescape=True),
    )
    return tuple(sorted(set(connection.scalars(query))))


def note_erased(connection: Connection, call_ids: Sequence[str]) -> None:
    """Remember what another computer erased; `Remover.erase_elsewhere` deletes it here."""
    for call_id in call_ids:
        outbox.put_state(connection, _PENDING, call_id[:64], "1")


def erased_elsewhere(connection: Connection) -> tuple[str, ...]:
    """Calls here that another computer of the team erased."""
    state = schema.sync_state.c
    query = (
        select(state.name)
        .join(schema.calls, schema.calls.c.id == state.name)
        .where(state.target == _PENDING)
    )
    return tuple(connection.scalars(query))


def latest(connection: Connection, limit: int) -> tuple[Deletion, ...]:
    """What was deleted, the latest first."""
    table = deletions.c
    query = select(table.at, table.call_id, table.what, table.why, table.by)
    query = query.order_by(table.at.desc(), table.id).limit(limit)
    return tuple(
        Deletion(at=row.at, call_id=row.call_id, what=row.what, why=row.why, by=row.by)
        for row in connection.execute(query)
    )
