"""A customer's right to be forgotten, legal holds, and what other computers erased."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assist import paths
from assist.app.chosen import user_name
from assist.app.imports import hide_imported_names
from assist.app.speech import sweep_names
from assist.app.store import open_store
from assist.app.team import team_engine

if TYPE_CHECKING:
    from assist.store.calls import SqlCallStore
    from assist.store.customers import Customer
    from assist.store.holds import Hold
    from assist.store.removing import Deletion, FoundHere
    from assist.store.team_erasure import TeamCall
    from assist.store.unstored import Unstored


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """`going_on` are the customer's too, and somebody is working on them: they are still there."""

    calls: int
    going_on: "tuple[Unstored, ...]" = ()


def find_customer(customer: "Customer") -> "FoundHere":
    """A customer's calls on this computer, and calls that speak of them."""
    with open_store() as store:
        store.catch_up()
        return store.remover.find(customer)


def erase_calls(
    call_ids: tuple[str, ...],
    mentions: tuple[str, ...] = (),
    unstored: "tuple[Unstored, ...]" = (),
    *,
    asked: str,
) -> Erased:
    """Delete a customer's calls, and what was said in calls that speak of them.

    `asked` says on whose request, without a name: it stands in the log. Raises OnHold for a call
    that is, and has deleted what came before it then.
    """
    from assist.store.removing import ERASURE
    from assist.store.retention import Kind

    why = f"{ERASURE}: {asked}" if asked else ERASURE
    hide_imported_names()
    sweep_names()
    with open_store() as store:
        for call_id in call_ids:
            store.delete_call(call_id, why=why, by=user_name())
        going_on = _erase_unstored(store, unstored, why) if unstored else ()
        for call_id in mentions:
            for kind in (Kind.WORDS, Kind.SOUND, Kind.NOTES):
                store.remover.forget(call_id, kind, why=why, by=user_name())
    return Erased(calls=len(call_ids) + len(unstored) - len(going_on), going_on=going_on)


def _erase_unstored(
    store: "SqlCallStore", calls: "tuple[Unstored, ...]", why: str
) -> "tuple[Unstored, ...]":
    """Returns those left because a call goes on, or a recording is being imported."""
    going_on = []
    with _no_engine() as is_alone:
        for call in calls:
            is_used = not call.is_quiet if call.is_importing else call.is_open and not is_alone
            if is_used:
                going_on.append(call)
            else:
                store.remover.delete_unstored(call, why=why, by=user_name())
    return tuple(going_on)


@contextlib.contextmanager
def _no_engine() -> Iterator[bool]:
    """Whether no engine runs; none starts then that would take up a cut-off call again."""
    from assist.engine.locks import engine_lock

    try:
        lock = engine_lock(paths.engine_socket())
    except paths.PathTooLong:  # none can run here
        yield True
        return
    is_alone = lock.take()
    try:
        yield is_alone
    finally:
        lock.release()


def find_in_team(customer: "Customer", url: str = "") -> "tuple[TeamCall, ...]":
    """The same in the team's database, which its administrator may ask."""
    from assist.store.team import NAME
    from assist.store.team_erasure import find_in_team

    with team_engine(url) as engine:
        return find_in_team(engine, NAME, customer)


def erase_in_team(call_ids: tuple[str, ...], *, asked: str, url: str = "") -> int:
    from assist.store.removing import ERASURE
    from assist.store.team import NAME
    from assist.store.team_erasure import erase_in_team

    why = f"{ERASURE}: {asked}" if asked else ERASURE
    with team_engine(url) as engine:
        return erase_in_team(engine, NAME, call_ids, why)


def take_erasures(store: "SqlCallStore", address: str) -> int:
    """Delete here what was erased from the team's database; returns how many calls that were."""
    from assist.store import outbox
    from assist.store.database import explained
    from assist.store.team import NAME
    from assist.store.team_erasure import erased_in_team

    with explained(store.name), store.engine.connect() as connection:
        device = outbox.state(connection, "", "device")
    if not device:
        return 0  # nothing was ever sent from here
    with team_engine(address) as engine, explained(NAME), engine.connect() as connection:
        erased = erased_in_team(connection, device)
    return store.remover.erase_elsewhere(erased)


def hold_call(call_id: str, why: str) -> None:
    """Put a call on legal hold; "" takes it off."""
    with open_store() as store:
        store.desk.hold(call_id, why=why, by=user_name())


def hold_customer(number: str, reference: str, why: str) -> tuple[str, ...]:
    """The same for all calls of a customer, and those to come; returns today's."""
    from assist.store.database import explained, writing
    from assist.store.holds import hold_customer

    with open_store() as store, explained(store.name), writing(store.engine) as connection:
        return hold_customer(connection, number, reference, why, user_name())


def holds() -> "tuple[Hold, ...]":
    from assist.store.database import explained
    from assist.store.holds import holds

    with open_store() as store, explained(store.name), store.engine.connect() as connection:
        return holds(connection)


def deletions(limit: int) -> "tuple[Deletion, ...]":
    """The log of what was deleted, the latest first."""
    with open_store() as store:
        return store.remover.log(limit)
