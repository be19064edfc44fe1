"""What a lead erases goes from the workstations too, through the shared folder."""

from pathlib import Path

import pytest

from assist.store.calls import SqlCallStore
from assist.store.folder_sync import Folder, make_folder
from assist.store.removing import ERASURE
from tests.helpers.finished_calls import write_call


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
