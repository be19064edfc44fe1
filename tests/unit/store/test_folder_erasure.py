"""What a lead erases goes from the workstations too, through the shared folder."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from assist.store.calls import SqlCallStore
from assist.store.database import writing
from assist.store.deletion_log import ERASURE
from assist.store.folder_sync import Folder, make_folder
from assist.store.holds import OnHold, hold_customer
from assist.store.retention import Kind, Limit
from tests.helpers.finished_calls import write_call

LONG_AFTER = datetime(2028, 1, 1, tzinfo=UTC)


class FixedKey:
    """A key that needs no file."""

    def database_key(self) -> bytes:
        return bytes(32)


def _computer(home: Path, shared: Path) -> tuple[SqlCallStore, Folder]:
    home.mkdir()
    store = SqlCallStore(home / "calls.db", FixedKey())
    return store, Folder(path=shared, local=store.engine, local_name="The database")


@pytest.mark.parametrize("comes_back", [False, True])
def test_an_erased_call_goes_everywhere_and_stays_gone(tmp_path: Path, comes_back: bool) -> None:
    shared = tmp_path / "shared"
    key = make_folder(shared)
    sarah, hers = _computer(tmp_path / "sarah", shared)
    lea, leas = _computer(tmp_path / "lea", shared)
    with sarah, lea:
        for call in ("a", "b"):
            sarah.save_call(write_call(tmp_path / "sarah", call))
        hers.send("transcripts", "Sarah")
        leas.receive(key)
        lea.delete_call("a", why=f"{ERASURE}: letter", by="Lea")
        if comes_back:  # she changes it before she hears of it
            sarah.desk.add_comment("a", "again", "Sarah")
            hers.send("transcripts", "Sarah")
        leas.receive(key)
        assert [call.id for call in lea.list_calls()] == ["b"]
        hers.send("transcripts", "Sarah")
        assert sarah.remover.erase_elsewhere(()) == 1
        assert [call.id for call in sarah.list_calls()] == ["b"]
        assert not (tmp_path / "sarah" / "calls" / "a").exists()
        hers.send("transcripts", "Sarah")
        leas.receive(key)
        assert [call.id for call in lea.list_calls()] == ["b"]


def test_a_leads_hold_of_a_customer_reaches_the_workstations(tmp_path: Path) -> None:
    """Also calls that come later; there neither age nor hand takes them."""
    shared = tmp_path / "shared"
    key = make_folder(shared)
    sarah, hers = _computer(tmp_path / "sarah", shared)
    lea, leas = _computer(tmp_path / "lea", shared)
    with sarah, lea:
        sarah.save_call(write_call(tmp_path / "sarah", "a"))
        sarah.save_call(write_call(tmp_path / "sarah", "o", name="Ann Lee", number="5559999"))
        hers.send("transcripts", "Sarah")
        leas.receive(key)
        with writing(lea.engine) as connection:
            assert hold_customer(connection, "555 0142", "", "claim 7", "Lea") == ("a",)
        sarah.save_call(write_call(tmp_path / "sarah", "later"))
        hers.send("transcripts", "Sarah")
        leas.receive(key)
        lea.remover.expire(Kind.CALLS, Limit(days=1), LONG_AFTER, 50)
        assert sorted(call.id for call in lea.list_calls()) == ["a", "later"]
        leas.receive(key)  # tells the workstations
        hers.send("transcripts", "Sarah")
        assert sarah.desk.status("a").held_for == "claim 7"
        assert sarah.desk.status("later").held_for == "claim 7"
        with pytest.raises(OnHold):
            sarah.delete_call("later")
        sarah.remover.expire(Kind.CALLS, Limit(days=1), LONG_AFTER, 50)
        assert sorted(call.id for call in sarah.list_calls()) == ["a", "later"]
