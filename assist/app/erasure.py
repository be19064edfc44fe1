"""A customer's right to be forgotten, legal holds, and what other computers erased."""

import contextlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from assist import paths
from assist.app.chosen import user_name
from assist.app.imports import hide_imported_names
from assist.app.speech import sweep_names
from assist.app.store import open_store
from assist.app.team import team_engine
from assist.core.errors import AssistError

if TYPE_CHECKING:
    from assist.store.calls import SqlCallStore
    from assist.store.customers import Customer
    from assist.store.deletion_log import Deletion
    from assist.store.holds import Hold
    from assist.store.removing import FoundHere
    from assist.store.team_erasure import TeamCall
    from assist.store.unstored import Unstored


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """How many calls are gone, and why others are not, each in a sentence.

    `going_on` are the customer's too, and somebody is working on them; `held` came on hold since
    they were found, or nobody can tell; `failed` says what could not be deleted, "" if nothing.
    `unhidden` says why the list of imports may name recordings of theirs yet, "" where it does not.
    `is_read`: another program reads the database, so that its files have what was deleted yet.
    """

    calls: int
    going_on: "tuple[Unstored, ...]"
    held: tuple[str, ...]
    failed: str
    unhidden: str
    is_read: bool


def find_customer(customer: "Customer") -> "FoundHere":
    """A customer's calls on this computer, and calls that speak of them."""
    sweep_names()
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

    `asked` says on whose request, without a name: it stands in the log. What cannot be deleted
    keeps nothing else from it.
    """
    from assist.store.deletion_log import ERASURE, not_deleted

    why, by = f"{ERASURE}: {asked}" if asked else ERASURE, user_name()
    sweep_names()
    with open_store() as store, _no_engine() as is_alone:
        going_on = tuple(call for call in unstored if _is_used(call, is_alone))
        calls = {each: partial(store.delete_call, each, why=why, by=by) for each in call_ids}
        for call in unstored:
            if call not in going_on:
                erase = partial(store.remover.delete_unstored, call, why=why, by=by)
                calls[str(call.folder)] = erase
        parts = {each: partial(_forget_mention, store, each, why, by) for each in mentions}
        with store.remover.together():
            done, held, failed = _try_all({**calls, **parts})
        is_read = store.remover.has_old_pages
    unhidden = _hide_imported_names()
    return Erased(
        calls=len(done.intersection(calls)),
        going_on=going_on,
        held=held,
        unhidden=unhidden,
        failed=str(not_deleted(failed, others=len(done))) if failed else "",
        is_read=is_read,
    )


def _hide_imported_names() -> str:
    try:
        hide_imported_names()
    except AssistError as error:
        return str(error)
    return ""


def _forget_mention(store: "SqlCallStore", call_id: str, why: str, by: str) -> None:
    from assist.store.retention import Kind

    for kind in (Kind.WORDS, Kind.SOUND, Kind.NOTES):
        store.remover.forget(call_id, kind, why=why, by=by)


def _try_all(
    erasures: Mapping[str, Callable[[], None]],
) -> tuple[set[str], tuple[str, ...], dict[str, str]]:
    """Which were done, why others are on hold, and why the rest could not be."""
    from assist.store.errors import NotRemovedError
    from assist.store.holds import OnHold

    done, held, failed = set[str](), list[str](), dict[str, str]()
    for call_id, erase in erasures.items():
        try:
            erase()
        except OnHold as error:
            held.append(str(error))
        except NotRemovedError as error:
            failed[call_id] = str(error)
        else:
            done.add(call_id)
    return done, tuple(held), failed


def _is_used(call: "Unstored", is_alone: bool) -> bool:
    """Whether a call goes on, or a recording is being imported."""
    from assist.engine.locks import SharedLock

    if not call.is_importing:
        return call.is_open and not is_alone
    if call.is_quiet:
        return False
    writers = SharedLock(paths.state_dir() / "sealing.lock")
    is_nobody = writers.take(alone=True)
    writers.release()
    return not is_nobody


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
    from assist.store.deletion_log import ERASURE
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
