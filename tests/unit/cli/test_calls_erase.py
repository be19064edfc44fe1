"""Erasing a customer, legal hold and the log, as commands."""

import json
from pathlib import Path

import pytest
from sqlalchemy import func, select

from assist import app, paths
from assist.app.retention import expire
from assist.cli import main
from assist.store import schema
from tests.helpers.cipherpages import plain_pages
from tests.helpers.finished_calls import write_call

WORDS = (b"Miller", b"cumiller", b"555 0142", b"was right about")
"""His name, the word of the text index that stands for it, his number, what was written of him."""


@pytest.fixture(autouse=True)
def calls() -> None:
    """Two calls of David Miller's, one of Ann Lee's."""
    with app.open_store() as store:
        for call in ("20261001T101500-aaaa", "20261101T101500-bbbb"):
            journal = write_call(paths.state_dir(), call)
            store.save_call(journal)
            store.desk.add_comment(call, "David Miller was right about the router", "Lea")
            sound = journal.with_name("agent.flac.sealed")
            sound.write_bytes(b"sound")
            store.desk.keep_audio(call, (sound,))
        store.save_call(
            write_call(paths.state_dir(), "20261102T101500-cccc", name="Ann Lee", number="5559999")
        )


def _main(arguments: list[str]) -> int:
    return main(arguments, open_desktop=lambda _: 0)


def left() -> list[str]:
    with app.open_store() as store:
        return sorted(call.id[-4:] for call in store.list_calls())


def pages() -> bytes:
    """Every page of the database in plain, freed ones too, and all other files."""
    assert not list(paths.state_dir().glob("calls.db-wal")) or not any(
        file.stat().st_size for file in paths.state_dir().glob("calls.db-wal")
    ), "the write-ahead log is empty"
    content = plain_pages(paths.database_file(), app.call_keys().database_key())
    return content + b"".join(
        file.read_bytes() for file in sorted(paths.state_dir().rglob("*")) if file.is_file()
    )


def test_a_customer_is_erased_with_everything(capfd: pytest.CaptureFixture[str]) -> None:
    assert all(word in pages() for word in WORDS)
    assert _main(["calls", "erase", "--number", "555-0142", "--asked", "letter 7", "--yes"]) == 0
    told = capfd.readouterr().err
    assert "20261001T101500-aaaa" in told
    assert "Erased 2 calls" in told
    assert left() == ["cccc"]
    assert not list(paths.calls_dir().glob("*aaaa"))
    remains = pages()
    assert not [word for word in WORDS if word in remains]
    with app.open_store() as store:
        assert store.known_customer("555 0142") is None
    assert _main(["calls", "deleted", "--json"]) == 0
    log = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert {each["call_id"][-4:] for each in log} == {"aaaa", "bbbb"}
    assert {(each["what"], each["why"]) for each in log} == {("calls", "erasure: letter 7")}
    assert all(each["by"] for each in log)


def test_who_reads_meanwhile_is_said_and_keeps_nothing_for_good(
    capfd: pytest.CaptureFixture[str],
) -> None:
    log = Path(f"{paths.database_file()}-wal")
    with app.open_store() as store:  # as a window that stays open
        with store.engine.connect() as reading:
            query = select(func.count()).select_from(schema.utterances)
            before = reading.execute(query).scalar_one()
            assert _main(["calls", "erase", "--name", "David Miller", "--yes"]) == 0
            assert "Another program is reading the calls" in capfd.readouterr().err
            assert log.stat().st_size > 0
            assert reading.execute(query).scalar_one() == before, "it still has what it began with"
        expire()  # as after the next call
        assert log.stat().st_size == 0
        remains = pages()
    assert not [word for word in WORDS if word in remains]
    with app.open_store() as store:
        assert _main(["calls", "erase", "--name", "Ann Lee", "--yes"]) == 0
        assert "Another program" not in capfd.readouterr().err, "open, and not reading"
        assert log.stat().st_size == 0


def test_a_call_that_cannot_be_deleted_is_said_and_the_others_go(
    capfd: pytest.CaptureFixture[str],
) -> None:
    (paths.calls_dir() / ".deleting-20261001T101500-aaaa").write_text("in the way")
    assert _main(["calls", "erase", "--name", "David Miller", "--yes"]) == 1
    told = capfd.readouterr().err
    assert "Erased 1 call; 'assist calls deleted' has the log." in told
    assert "1 call could not be deleted, the others were: The call's folder" in told
    assert left() == ["aaaa", "cccc"]
    (paths.calls_dir() / ".deleting-20261001T101500-aaaa").unlink()
    assert _main(["calls", "erase", "--name", "David Miller", "--yes"]) == 0
    assert left() == ["cccc"]


@pytest.mark.parametrize("is_linked", [False, True])
def test_an_erased_customer_does_not_come_back_in_a_home_that_was_moved(
    is_linked: bool,
    assist_home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    moved = assist_home.with_name("moved")
    if is_linked:
        moved.symlink_to(assist_home, target_is_directory=True)
    else:
        assist_home.rename(moved)
    monkeypatch.setenv("CALLASSIST_HOME", str(moved))
    assert _main(["calls", "erase", "--name", "David Miller", "--yes"]) == 0
    assert "Erased 2 calls" in capfd.readouterr().err
    assert [folder.name[-4:] for folder in paths.calls_dir().iterdir()] == ["cccc"]
    assert _main(["calls", "list"]) == 0
    assert "aaaa" not in capfd.readouterr().out
    assert left() == ["cccc"]


def test_nothing_is_erased_unasked(capfd: pytest.CaptureFixture[str]) -> None:
    assert _main(["calls", "erase", "--name", "David Miller"]) != 0
    assert "add --yes" in capfd.readouterr().err
    assert _main(["calls", "erase"]) != 0
    assert "--number, --ref or --name" in capfd.readouterr().err
    assert len(left()) == 3


def test_what_is_on_hold_stays_and_is_said(capfd: pytest.CaptureFixture[str]) -> None:
    assert _main(["calls", "hold", "20261001", "--why", "case 12"]) == 0
    assert _main(["calls", "erase", "--name", "david miller", "--yes"]) == 0
    assert "ON LEGAL HOLD: stays" in capfd.readouterr().err
    assert left() == ["aaaa", "cccc"]
    assert _main(["calls", "delete", "20261001", "--yes"]) != 0
    assert "on legal hold: case 12" in capfd.readouterr().err
    assert _main(["calls", "hold"]) == 0
    assert "case 12" in capfd.readouterr().out
    assert _main(["calls", "hold", "20261001", "--off"]) == 0
    assert _main(["calls", "erase", "--name", "david miller", "--yes"]) == 0
    assert left() == ["cccc"]


def test_a_customer_on_hold_needs_a_reason(capfd: pytest.CaptureFixture[str]) -> None:
    assert _main(["calls", "hold", "--number", "5559999"]) != 0
    assert "--why" in capfd.readouterr().err
    assert _main(["calls", "hold", "--number", "5559999", "--why", "claim"]) == 0
    assert _main(["calls", "erase", "--number", "5559999", "--yes"]) == 0
    assert "nothing to erase" in capfd.readouterr().err
    assert "cccc" in left()


def test_the_log_of_deletions_has_no_word_of_a_call(capfd: pytest.CaptureFixture[str]) -> None:
    assert _main(["calls", "delete", "20261001", "--yes"]) == 0
    capfd.readouterr()
    assert _main(["calls", "deleted"]) == 0
    told = capfd.readouterr().out
    assert "20261001T101500-aaaa  calls: asked by" in told
    assert not any(word.decode() in told for word in WORDS)
    assert "David" not in (paths.log_file().read_text() if paths.log_file().exists() else "")
