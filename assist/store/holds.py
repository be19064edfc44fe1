"""Legal hold: calls that neither age nor erasure may take anything from, why and by whom.

A hold stands among what leads do with a call (`reviews`), so it reaches the team and other
computers like a comment does. One for a customer also takes in the calls that come later.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, and_, delete, insert, select

from assist.store import desk_schema, schema
from assist.store.customers import calls_of
from assist.store.deletion_schema import customer_holds
from assist.store.desk_rows import put_own
from assist.store.errors import StoreError
from assist.store.held import HELD
from assist.store.outbox import touch


class OnHold(StoreError):
    """The call is on legal hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """A call, or a customer's number or reference, that is on hold."""

    why: str
    by: str
    since: datetime
    call_id: str = ""
    number: str = ""
    reference: str = ""


def hold(connection: Connection, call_id: str, why: str, by: str) -> None:
    """Put a call on hold; "" takes that back."""
    row = {"call_id": call_id, "what": HELD, "value": why, "by": by}
    put_own(connection, desk_schema.reviews, row)


def hold_of(connection: Connection, call_id: str) -> Hold | None:
    reviews = desk_schema.reviews.c
    query = select(desk_schema.reviews).where(
        reviews.call_id == call_id, reviews.what == HELD, reviews.value != ""
    )
    row = connection.execute(query).first()
    if row is None:
        return None
    return Hold(call_id=call_id, why=row.value, by=row.by, since=row.made_at)


def check_free(connection: Connection, call_id: str) -> None:
    """Raises OnHold."""
    held = hold_of(connection, call_id)
    if held is not None:
        raise OnHold(
            f"The call {call_id} is on legal hold: {held.why} ({held.by}); 'assist calls hold "
            f"{call_id} --off' ends that."
        )


def hold_customer(
    connection: Connection, number: str, reference: str, why: str, by: str
) -> tuple[str, ...]:
    """Hold a customer's calls, also those to come; "" takes it back. Returns the calls of today.

    Taking it back leaves a call alone that is held for a reason of its own.
    """
    table = customer_holds
    same = and_(table.c.number == number.strip(), table.c.reference == reference.strip())
    before = connection.execute(select(table).where(same)).first()
    connection.execute(delete(table).where(same))
    if why:
        row = {"number": number.strip(), "reference": reference.strip(), "why": why, "by": by}
        connection.execute(insert(table).values({**row, "made_at": datetime.now(UTC)}))
    changed = []
    for call_id in calls_of(connection, number, reference):
        held = hold_of(connection, call_id)
        if (why and held is None) or (
            not why and held is not None and before is not None and held.why == before.why
        ):
            hold(connection, call_id, why, by)
            touch(connection, call_id)  # others who have the call are to know
            changed.append(call_id)
    return tuple(changed)


def hold_newcomers(connection: Connection) -> tuple[str, ...]:
    """Put calls on hold that came since their customer was; returns them."""
    changed = []
    for row in connection.execute(select(customer_holds)).all():
        for call_id in calls_of(connection, row.number, row.reference):
            if hold_of(connection, call_id) is None:
                hold(connection, call_id, row.why, row.by)
                touch(connection, call_id)
                changed.append(call_id)
    return tuple(changed)


def holds(connection: Connection) -> tuple[Hold, ...]:
    """Customers first, then calls by their time."""
    reviews, calls = desk_schema.reviews.c, schema.calls.c
    customers = connection.execute(select(customer_holds).order_by(customer_holds.c.made_at)).all()
    query = (
        select(desk_schema.reviews)
        .join(schema.calls, calls.id == reviews.call_id)
        .where(reviews.what == HELD, reviews.value != "")
        .order_by(calls.started_at, calls.id)
    )
    return (
        *(
            Hold(
                number=row.number,
                reference=row.reference,
                why=row.why,
                by=row.by,
                since=row.made_at,
            )
            for row in customers
        ),
        *(
            Hold(call_id=row.call_id, why=row.value, by=row.by, since=row.made_at)
            for row in connection.execute(query).all()
        ),
    )
