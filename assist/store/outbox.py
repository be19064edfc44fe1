"""What this computer has yet to send to its team, in order.

Each stored call has one place in the outbox; a change moves it to the end, under a number that is
never used again. How far a target has got is one number, kept after each call that arrived.
"""

import uuid
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select, update

from assist.store import schema

_HERE = ""
"""The "target" of what belongs to this computer itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A call to send; `position` orders and is its version."""

    position: int
    call_id: str


def touch(connection: Connection, call_id: str, *, above: int = 0) -> None:
    """The call was stored or changed here: it goes to the end of the outbox.

    With `above` its number becomes greater than that. Only a workstation's database has an outbox.
    """
    if connection.dialect.name != "sqlite":
        return
    table = schema.outbox
    device(connection)  # before any backup could be made without it
    position = max(int(state(connection, _HERE, "position") or 0), above) + 1
    put_state(connection, _HERE, "position", str(position))
    connection.execute(delete(table).where(table.c.call_id == call_id))
    connection.execute(insert(table).values(call_id=call_id, position=position, problem=""))


def device(connection: Connection) -> str:
    """This computer's own name among all others, made on first use."""
    found = state(connection, _HERE, "device")
    if not found:
        found = uuid.uuid4().hex
        put_state(connection, _HERE, "device", found)
    return found


def waiting(connection: Connection, target: str, limit: int) -> tuple[Waiting, ...]:
    """The next calls for the target, the earliest change first."""
    table = schema.outbox.c
    query = (
        select(table.position, table.call_id)
        .where(table.position > reached(connection, target))
        .order_by(table.position)
        .limit(limit)
    )
    return tuple(Waiting(position=row[0], call_id=row[1]) for row in connection.execute(query))


def count_waiting(connection: Connection, target: str) -> int:
    table = schema.outbox.c
    query = select(func.count()).where(table.position > reached(connection, target))
    return int(connection.execute(query).scalar_one())


def reached(connection: Connection, target: str) -> int:
    """The last position that the target has."""
    return int(state(connection, target, "reached") or 0)


def set_reached(connection: Connection, target: str, position: int) -> None:
    """The target has everything up to `position`; it never goes back."""
    furthest = max(position, reached(connection, target))
    put_state(connection, target, "reached", str(furthest))


def skip_all(connection: Connection, target: str) -> int:
    """Leave out what waits now for good (unless it changes); returns how many calls that are."""
    left_out = count_waiting(connection, target)
    set_reached(connection, target, int(state(connection, _HERE, "position") or 0))
    return left_out


def note_problem(connection: Connection, call_id: str, problem: str) -> None:
    """Why a call cannot be sent; "" that it was."""
    table = schema.outbox
    connection.execute(update(table).where(table.c.call_id == call_id).values(problem=problem))


def problems(connection: Connection) -> dict[str, str]:
    table = schema.outbox.c
    query = select(table.call_id, table.problem).where(table.problem != "")
    return {row[0]: row[1] for row in connection.execute(query.order_by(table.position))}


def state(connection: Connection, target: str, name: str) -> str:
    """What is remembered of a target under a name; "" for nothing."""
    table = schema.sync_state.c
    query = select(table.value).where(table.target == target, table.name == name)
    return connection.execute(query).scalar() or ""


def put_state(connection: Connection, target: str, name: str, value: str) -> None:
    table = schema.sync_state
    connection.execute(delete(table).where(table.c.target == target, table.c.name == name))
    connection.execute(insert(table).values(target=target, name=name, value=value))
