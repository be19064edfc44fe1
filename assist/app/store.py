"""The finished calls on this computer."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from assist import paths
from assist.app.rotation import key_in_use
from assist.app.sealing import call_keys, journal_records
from assist.core.errors import AssistError

if TYPE_CHECKING:
    from assist.core.notices import KnownCustomer
    from assist.review.backtest import PastCall
    from assist.store.calls import SqlCallStore
    from assist.store.model import CallOverview


ENGINE_BUSY_MS = 2_000
"""How long the engine waits for another program that is writing: the next call may begin meanwhile,
and is not heard until then. What it cannot store it tries again."""


def open_store(*, busy_ms: int | None = None) -> "SqlCallStore":
    """`busy_ms`: how long to wait for another program that is writing, else as the store does."""
    from assist.review.flags import CallJudge
    from assist.store.calls import SqlCallStore
    from assist.store.database import BUSY_MS
    from assist.store.right_key import check_key

    with key_in_use():  # until it is open: an open database gets no new key
        keys = call_keys()
        if not paths.database_file().exists():  # one that is made is made with the calls' own key
            check_key(keys, paths.database_file(), paths.calls_dir())
        return SqlCallStore(
            paths.database_file(),
            keys,
            records=journal_records(),
            judge=CallJudge(),
            busy_ms=BUSY_MS if busy_ms is None else busy_ms,
        )


def past_calls(*, limit: int, since: datetime | None = None, agent: str = "") -> "list[PastCall]":
    """The newest stored calls as inputs, from their journals where those are still there."""
    from assist.store.model import CallFilter

    calls = []
    with open_store() as store:
        store.catch_up()
        for overview in store.list_calls(CallFilter(since=since, limit=limit)):
            if agent and overview.agent.casefold() != agent.casefold():
                continue
            calls.append(_past_call(store, overview))
    return calls


def past_call(call_id: str) -> "PastCall":
    """One stored call as inputs. Raises StoreError."""
    with open_store() as store:
        return _past_call(store, store.get_call(call_id).overview)


def _past_call(store: "SqlCallStore", overview: "CallOverview") -> "PastCall":
    from assist.review.backtest_calls import from_journal, from_utterances
    from assist.session.errors import JournalError
    from assist.session.journal import read_journal

    try:
        journal = read_journal(Path(overview.journal), journal_records())
        if journal.started.call != overview.id:
            raise JournalError(f"{overview.journal} is another call's.")
    except (AssistError, OSError):
        # Kept shorter than the call's rows, on another computer, or exchanged by somebody.
        return from_utterances(
            overview.id,
            overview.agent,
            overview.customer_name,
            overview.started_at.isoformat(),
            store.get_call(overview.id).utterances,
            overview.duration_ms,
        )
    return from_journal(overview.id, overview.agent, journal)


def known_customer(number: str, reference: str) -> "KnownCustomer | None":
    """What this computer's store knows of a caller."""
    with open_store() as store:
        return store.known_customer(number, reference)
