"""What this computer has yet to send to its team, in order.

Each stored call has one place in the outbox; a change moves it to the end, under a number that is
never used again. How far a target has got is one number, kept after each call that arrived.
"""

import uuid
from dataclasses import dataclass

from sqlalchemy import Connection, delete, exists, func, insert, select, update

from assist.store import schema
from assist.store.desk_schema import kept_audio

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
    position = step(connection, above=above)
    connection.execute(delete(table).where(table.c.call_id == call_id))
    connection.execute(insert(table).values(call_id=call_id, position=position, problem=""))


def lift(connection: Connection, *, after: int, above: int) -> None:
    """Give the calls behind `after` numbers above `above`, in their order, and all to come.

    So it is where this computer was put back from a backup: it counts from before what it sent.
    """
    table = schema.outbox.c
    query = select(table.call_id).where(table.position > after).order_by(table.position)
    waiting = list(connection.scalars(query))
    position = int(state(connection, _HERE, "position") or 0)
    put_state(connection, _HERE, "position", str(max(position, above)))
    for call_id in waiting:
        touch(connection, call_id)


def step(connection: Connection, *, above: int = 0) -> int:
    """The next number of a change, which is never used again."""
    position = max(int(state(connection, _HERE, "position") or 0), above) + 1
    put_state(connection, _HERE, "position", str(position))
    return position


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


def sounds_of(target: str) -> str:
    """The target that a target's sound is counted under: it follows the calls at its own pace."""
    return f"sound {target}"[-256:]


def waiting_sounds(connection: Connection, target: str, limit: int) -> tuple[Waiting, ...]:
    """The next calls whose sound the target has not, of those it has; none without kept sound."""
    table = schema.outbox.c
    query = (
        select(table.position, table.call_id)
        .where(
            table.position > reached(connection, sounds_of(target)),
            table.position <= reached(connection, target),
            exists().where(kept_audio.c.call_id == table.call_id),
        )
        .order_by(table.position)
        .limit(limit)
    )
    return tuple(Waiting(position=row[0], call_id=row[1]) for row in connection.execute(query))


def count_waiting_sounds(connection: Connection, target: str) -> int:
    """Calls whose sound the target has not; those still to be sent themselves are among them."""
    table = schema.outbox.c
    query = select(func.count()).where(
        table.position > reached(connection, sounds_of(target)),
        exists().where(kept_audio.c.call_id == table.call_id),
    )
    return int(connection.execute(query).scalar_one())


def reached(connection: Connection, target: str) -> int:
    """The last position that the target has."""
    return int(state(connection, target, "reached") or 0)


def set_reached(connection: Connection, target: str, position: int) -> None:
    """The target has everything up to `position`; one that is ahead stays there."""
    furthest = max(position, reached(connection, target))
    put_state(connection, target, "reached", str(furthest))


def go_back(connection: Connection, target: str, position: int) -> None:
    """The target has nothing beyond `position` any more: it was put back from a backup."""
    put_state(connection, target, "reached", str(position))


def skip_all(connection: Connection, target: str) -> int:
    """Leave out what waits now for good (unless it changes); returns how many calls that are."""
    left_out = count_waiting(connection, target)
    last = int(state(connection, _HERE, "position") or 0)
    set_reached(connection, target, last)
    set_reached(connection, sounds_of(target), last)
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
