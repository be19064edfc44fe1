"""All calls of one customer, and calls in which somebody of that name is spoken of."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, or_, select

from assist.core.numbers import is_same_number
from assist.store import schema
from assist.store.held import is_held
from assist.store.known import may_be_of
from assist.store.search import calls_with


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """Who is meant: by number, reference or name; what is empty is not asked for."""

    number: str = ""
    reference: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerCall:
    """A call of the customer's, as much as tells it from others."""

    id: str
    started_at: datetime
    agent: str
    customer_name: str
    customer_number: str
    reference: str
    is_held: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """`mentions` are calls of others in which the whole name was said."""

    calls: tuple[CustomerCall, ...] = ()
    mentions: tuple[str, ...] = field(default=())


def calls_of(connection: Connection, number: str, reference: str) -> tuple[str, ...]:
    """The ids of all calls with this number or about this reference."""
    found = find(connection, Customer(number=number, reference=reference))
    return tuple(call.id for call in found.calls)


def find(connection: Connection, customer: Customer) -> Found:
    """Every call of a customer, whatever it came from, and where the name is said otherwise."""
    calls = schema.calls.c
    wanted = []
    same = may_be_of(customer.number, customer.reference)
    if same is not None:
        wanted.append(same)
    name = " ".join(customer.name.split())
    if name:
        # However many spaces stand between; `_is_meant` looks at the rest.
        wanted.append(calls.customer_name.icontains(name.split()[0], autoescape=True))
    if not wanted:
        return Found()
    columns = (
        *(calls.id, calls.started_at, calls.agent, calls.customer_name, calls.customer_number),
        calls.reference,
    )
    query = select(*columns, is_held(calls.id).label("is_held")).where(or_(*wanted))
    rows = connection.execute(query.order_by(calls.started_at, calls.id)).mappings()
    likely = [CustomerCall(**{str(key): row[key] for key in row}) for row in rows]
    found = tuple(call for call in likely if _is_meant(call, customer, name))
    ids = {call.id for call in found}
    return Found(calls=found, mentions=_mentions(connection, customer, found, ids))


def _is_meant(call: CustomerCall, customer: Customer, name: str) -> bool:
    reference = customer.reference.strip().lower()
    return bool(
        (customer.number and is_same_number(call.customer_number, customer.number))
        or (reference and call.reference.strip().lower() == reference)
        or (name and " ".join(call.customer_name.split()).lower() == name.lower())
    )


def _mentions(
    connection: Connection, customer: Customer, found: tuple[CustomerCall, ...], ids: set[str]
) -> tuple[str, ...]:
    names = {customer.name, *(call.customer_name for call in found)}
    mentioned: set[str] = set()
    for name in names:
        words = name.split()
        if len(words) > 1:  # a first name alone is half the world's
            query = select(schema.utterances.c.call_id, schema.utterances.c.text).where(
                schema.utterances.c.call_id.in_(calls_with(name, connection.dialect))
            )
            # All the words, in one utterance, one after the other.
            whole = " ".join(words).lower()
            mentioned |= {
                row.call_id for row in connection.execute(query) if whole in row.text.lower()
            }
    return tuple(sorted(mentioned - ids))
