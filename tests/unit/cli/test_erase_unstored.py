"""Calls that no table has: what was damaged, cut off or half imported is erased and ages too."""

import json
import os
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from assist import app, paths
from assist.app.retention import expire
from assist.app.sealing import journal_records
from assist.cli import main
from assist.cli.doctor import unstored_calls
from assist.core.events import Event, WrapUp
from assist.core.words import Party
from assist.engine.folders import CallFolder
from assist.engine.locks import engine_lock
from assist.review import importing
from assist.review.import_list import Entry
from assist.session.journal import make_header
from assist.session.journal_writer import JournalWriter
from assist.store import unstored
from tests.helpers.finished_calls import finished_call, said

NOW = datetime.now().astimezone()
DAY = timedelta(days=1)
HIS = ("--number", "555-0142", "--yes")


@pytest.fixture(autouse=True)
def database() -> None:
    with app.open_store():
        pass


def _erase(*arguments: str) -> int:
    return main(["calls", "erase", *arguments], open_desktop=lambda _: 0)


def put(name: str, events: Sequence[Event], *, is_open: bool = False) -> Path:
    """A sealed journal in its folder, as the engine or an import leaves it."""
    folder = CallFolder(paths.calls_dir() / name)
    if is_open:
        folder.open()
    header = make_header(app="0.1.0", model="starter", playbook_name="p", playbook="[rules]")
    writer = JournalWriter(folder.path, header, records=journal_records())
    writer.append(events)
    writer.close()
    return folder.path


def begun(days_ago: float, call: str = "", number: str = "555 0142") -> tuple[Event, ...]:
    moment = NOW - days_ago * DAY
    return finished_call(
        call or f"{moment:%Y%m%dT%H%M%S}-aaaa", started_at=moment.isoformat(), number=number
    )


def damage(folder: Path, line: int) -> None:
    """Change one byte of a line; the first one has number 0."""
    journal = folder / "journal.jsonl"
    lines = journal.read_bytes().split(b"\n")
    middle = len(lines[line]) // 2
    other = b"A" if lines[line][middle : middle + 1] != b"A" else b"B"
    lines[line] = lines[line][:middle] + other + lines[line][middle + 1 :]
    journal.write_bytes(b"\n".join(lines))


def age(folder: Path) -> None:
    """Nobody has written in it for a day."""
    for file in folder.rglob("*"):
        os.utime(file, ((NOW - DAY).timestamp(),) * 2)


def deleted() -> list[tuple[str, str, str]]:
    with app.open_store() as store:
        return [(each.call_id, each.what, each.why) for each in store.remover.log()]


def stored() -> set[str]:
    with app.open_store() as store:
        store.catch_up()
        return {call.id for call in store.list_calls()}


def test_the_folders_are_named_as_those_who_make_them_name_them() -> None:
    assert unstored.IMPORTING == importing.PARTIAL
    folder = CallFolder(paths.calls_dir() / "20261101T101500-aaaa")
    folder.open()
    assert [each.name for each in folder.path.iterdir()] == [unstored.OPEN_MARK]
    assert folder.journal.name == unstored.JOURNAL_NAME
    assert folder.spool.name == unstored.SPOOL


def test_a_damaged_call_is_erased_as_far_as_it_can_be_read() -> None:
    his = put("20261101T101500-aaaa", begun(20, "20261101T101500-aaaa"))
    hers = put("20261101T111500-bbbb", begun(20, "20261101T111500-bbbb", number="5559999"))
    for folder in (his, hers):
        damage(folder, 12)
    assert stored() == set(), "neither can be stored"
    assert _erase(*HIS, "--asked", "letter 7") == 0
    assert not his.exists()
    assert hers.exists()
    assert deleted() == [("20261101T101500-aaaa", "calls", "erasure: letter 7")]


def test_a_call_stored_since_it_was_found_is_deleted_with_its_rows() -> None:
    folder = put("20261101T101500-aaaa", begun(20, "20261101T101500-aaaa"))
    with app.open_store() as store:
        [found] = store.remover.unstored.all()
        assert store.catch_up() == ("20261101T101500-aaaa",)
        assert store.remover.unstored.all() == ()
        store.remover.delete_unstored(found, why="asked")
        assert store.list_calls() == ()
    assert not folder.exists()
    assert deleted() == [("20261101T101500-aaaa", "calls", "asked")]


def test_a_name_given_in_a_cut_off_call_is_enough() -> None:
    cut_off = put("20261101T101500-aaaa", begun(20)[:9], is_open=True)
    assert _erase("--name", "david  miller", "--yes") == 0
    assert not cut_off.exists()


def test_a_call_that_goes_on_is_said_and_left(capfd: pytest.CaptureFixture[str]) -> None:
    going_on = put("20261101T101500-aaaa", begun(0, "20261101T101500-aaaa")[:9], is_open=True)
    engine = engine_lock(paths.engine_socket())
    assert engine.take()
    try:
        assert _erase(*HIS) == 1
    finally:
        engine.release()
    told = capfd.readouterr().err
    assert "Erased 0 calls" in told
    assert "20261101T101500-aaaa goes on, or is being imported: erase again when that" in told
    assert going_on.exists()
    assert _erase(*HIS) == 0
    assert "Erased 1 call;" in capfd.readouterr().err
    assert not going_on.exists()


def test_a_killed_imports_half_call_is_erased(capfd: pytest.CaptureFixture[str]) -> None:
    half = put(".importing-0123abcd-77", begun(3)[:9])
    age(half)
    assert _erase(*HIS) == 0
    assert "nothing to erase" not in capfd.readouterr().err
    assert not list(paths.calls_dir().iterdir())


def test_what_cannot_be_read_at_all_is_said(capfd: pytest.CaptureFixture[str]) -> None:
    folder = put("20261101T101500-aaaa", begun(20))
    damage(folder, 1)  # what says whose call it is
    assert _erase(*HIS) == 0
    assert f"{folder}: whose call this is cannot be read" in capfd.readouterr().err
    assert folder.exists()


def test_the_doctor_says_what_is_in_no_list() -> None:
    assert unstored_calls() == ""
    put("20261101T101500-aaaa", begun(20, "20261101T101500-aaaa")[:9], is_open=True)
    told = unstored_calls()
    assert told.startswith(f"1 call in {paths.calls_dir()}, going on, cut off or damaged; 'assist")
    damage(put("20261101T111500-bbbb", begun(20, "20261101T111500-bbbb")), 1)
    told = unstored_calls()
    assert told.startswith("2 calls in ")
    assert "of 1 nobody can read whose (20261101T111500-bbbb)" in told


def test_an_unstored_call_of_a_held_customer_stays(capfd: pytest.CaptureFixture[str]) -> None:
    hold = ["calls", "hold", "--number", "5550142", "--why", "claim 7"]
    assert main(hold, open_desktop=lambda _: 0) == 0
    folder = put("20261101T101500-aaaa", begun(400)[:9])
    age(folder)
    other = put("20261101T111500-bbbb", begun(3, number="5557777"))
    assert _erase("--name", "David Miller", "--yes") == 0
    told = capfd.readouterr().err
    assert f"The call in {folder} is on legal hold: claim 7." in told
    assert "Erased 1 call;" in told
    assert not other.exists()
    app.change_setting("keep_calls_days", 30)
    expire(NOW)
    damage(folder, 1)
    age(folder)
    expire(NOW)
    assert folder.exists(), "it may be the held customer's"


@pytest.mark.parametrize("line", [1, 12])
def test_a_damaged_call_goes_by_age(line: int) -> None:
    old, new = (put(f"{NOW - days * DAY:%Y%m%dT%H%M%S}-aaaa", begun(days)) for days in (40, 20))
    for folder in (old, new):
        damage(folder, line)
        age(folder)
    expire(NOW)
    assert old.exists(), "without a limit nothing goes"
    app.change_setting("keep_calls_days", 30)
    expire(NOW)
    assert not old.exists()
    assert new.exists()
    assert deleted() == [(old.name, "calls", "age")]


def test_words_in_a_damaged_call_take_the_call_with_them() -> None:
    folder = put(f"{NOW - 40 * DAY:%Y%m%dT%H%M%S}-aaaa", begun(40))
    damage(folder, 12)
    (folder / "spool").mkdir()
    (folder / "spool" / "agent").write_bytes(b"sound")
    age(folder)
    app.change_setting("keep_audio_days", 30)
    expire(NOW)
    assert [each.name for each in folder.iterdir()] == ["journal.jsonl"]
    app.change_setting("keep_transcripts_days", 30)
    expire(NOW)
    assert not folder.exists()


def test_the_longest_days_of_any_class_count_for_it() -> None:
    folder = put(f"{NOW - 40 * DAY:%Y%m%dT%H%M%S}-aaaa", begun(40))
    damage(folder, 12)
    age(folder)
    app.change_setting("keep_calls_days", 30)
    app.change_setting("keep_by_outcome", ("complaint: calls 60",))
    expire(NOW)
    assert folder.exists()
    expire(NOW + 7 * DAY)
    assert folder.exists()
    app.change_setting("keep_by_outcome", ("complaint: calls 35",))
    expire(NOW + 7 * DAY)
    assert not folder.exists()


def test_what_is_being_written_does_not_go_by_age() -> None:
    folder = put(f"{NOW - 40 * DAY:%Y%m%dT%H%M%S}-aaaa", begun(40)[:9], is_open=True)
    app.change_setting("keep_calls_days", 30)
    expire(NOW)
    assert folder.exists()
    age(folder)
    expire(NOW)
    assert not folder.exists()


def test_the_list_of_imports_names_nobody_after_an_erasure() -> None:
    file = paths.state_dir() / "imports.jsonl"
    old = Entry(key="one", call="c1", stamps=("/calls/20261101_5550142 David Miller.wav|5|5",))
    file.write_bytes(msgspec.json.encode(old) + b"\n")
    put("20261101T101500-aaaa", begun(3))
    assert _erase(*HIS) == 0
    assert b"Miller" not in file.read_bytes()
    assert msgspec.json.decode(file.read_bytes(), type=Entry).call == "c1", "nor imported again"


def test_a_list_of_imports_that_cannot_be_hidden_is_said_and_keeps_nothing(
    capfd: pytest.CaptureFixture[str],
) -> None:
    (paths.state_dir() / "imports.jsonl").mkdir()
    folder = put("20261101T101500-aaaa", begun(3))
    assert _erase(*HIS) == 1
    told = capfd.readouterr().err
    assert "Erased 1 call;" in told
    assert "The list of imports" in told
    assert not folder.exists()


def test_an_older_versions_list_of_imports_is_hidden_as_the_engine_starts() -> None:
    file = paths.state_dir() / "imports.jsonl"
    old = Entry(key="one", call="c1", stamps=("/calls/20261101_5550142 David Miller.wav|5|5",))
    file.write_bytes(msgspec.json.encode(old) + b"\n")
    expire(NOW)
    assert b"Miller" not in file.read_bytes()


def test_anothers_damaged_call_that_speaks_of_the_name_is_said(
    capfd: pytest.CaptureFixture[str],
) -> None:
    events = list(begun(3, "20261101T101500-aaaa", number="5559999"))
    events[4:5] = [said(Party.CUSTOMER, 9, 4_000, "my neighbour david  miller told me")]
    hers = tuple(event for event in events if not isinstance(event, WrapUp))
    folder = put("20261101T101500-aaaa", hers)
    damage(folder, 12)
    assert _erase("--name", "David Miller", "--yes") == 0
    assert f"{folder}: speaks of this name, in no list" in capfd.readouterr().err
    assert folder.exists()


def test_the_log_names_what_was_in_no_list(capfd: pytest.CaptureFixture[str]) -> None:
    put("20261101T101500-aaaa", begun(3, "20261101T101500-aaaa")[:9])
    assert _erase(*HIS) == 0
    capfd.readouterr()
    assert main(["calls", "deleted", "--json"], open_desktop=lambda _: 0) == 0
    assert json.loads(capfd.readouterr().out)["call_id"] == "20261101T101500-aaaa"
