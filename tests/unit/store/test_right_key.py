"""No call is sealed with a key that does not open the calls there are."""

import secrets
from pathlib import Path

import pytest

from assist import app, paths
from assist.app.backup import make_backup
from assist.app.sealing import call_keys, journal_records, open_journal_records
from assist.session.journal import make_header, read_journal
from assist.session.journal_writer import JournalWriter
from assist.store.errors import StoreError
from tests.helpers.finished_calls import finished_call


def sealed(call: str) -> Path:
    folder = paths.calls_dir() / call
    folder.mkdir(mode=0o700, parents=True)
    header = make_header(app="1", model="m", playbook_name="p", playbook="text")
    writer = JournalWriter(folder, header, records=open_journal_records())
    writer.append(finished_call(call))
    writer.close()
    return writer.path


def test_the_first_call_makes_its_key() -> None:
    assert read_journal(sealed("one"), journal_records()).events == finished_call("one")


def test_another_key_seals_nothing_and_is_said() -> None:
    """A key file from another computer, or of an old backup, put there by mistake."""
    with app.open_store():
        pass
    right = call_keys().file.read_bytes()
    call_keys().file.write_text(secrets.token_hex(32))
    with pytest.raises(StoreError, match=r"does not open .*calls\.db; put the right one back"):
        open_journal_records()
    sealed_before = list(paths.calls_dir().glob("*"))
    assert not sealed_before
    call_keys().file.write_bytes(right)
    sealed("one")
    with app.open_store() as store:
        assert store.catch_up() == ("one",)
    call_keys().file.write_text(secrets.token_hex(32))
    with pytest.raises(StoreError, match="does not open"):
        open_journal_records()


def test_without_a_database_the_journals_tell_and_none_is_made(tmp_path: Path) -> None:
    """Another key would make a database of its own, and what is heard next were sealed with it."""
    sealed("one")
    right = call_keys().file.read_bytes()
    call_keys().file.write_text(secrets.token_hex(32))
    for begin in (app.open_store, open_journal_records, lambda: make_backup(tmp_path / "stick")):
        with pytest.raises(StoreError, match=r"does not open those in .*; put the right one back"):
            begin()
    assert not paths.database_file().exists()
    assert not (tmp_path / "stick").exists()
    call_keys().file.unlink()
    with pytest.raises(StoreError, match="does not open those in"):
        app.open_store()
    assert not call_keys().file.exists(), "no new key takes the place of the one to look for"
    call_keys().file.write_bytes(right)
    with app.open_store() as store:
        assert store.catch_up() == ("one",)


@pytest.mark.parametrize("first", [b"", b'{"type": "journal_header"}\n', b"rot rot\n"])
def test_what_was_never_sealed_says_nothing_against_a_key(first: bytes) -> None:
    folder = paths.calls_dir() / "one"
    folder.mkdir(mode=0o700, parents=True)
    (folder / "journal.jsonl").write_bytes(first)
    app.open_store().close()
    sealed("two")


@pytest.mark.parametrize("harm", ["zeros", "garbage"])
def test_a_damaged_database_is_no_reason_to_keep_no_calls(harm: str) -> None:
    """Its key opens the calls' journals: what is heard now is stored with them, one day."""
    sealed("one")
    with app.open_store() as store:
        store.catch_up()
    size = paths.database_file().stat().st_size
    paths.database_file().write_bytes(bytes(size) if harm == "zeros" else secrets.token_bytes(size))
    sealed("two")


def test_a_database_that_somebody_writes_is_waited_for_by_nobody() -> None:
    with app.open_store() as store:
        with store.engine.execution_options(is_writing=True).begin():
            sealed("one")
        assert store.catch_up() == ("one",)
