"""What may be kept for how long, legal hold, erasure, and the log: the same on both databases."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assist.core.words import Party
from assist.store.calls import SqlCallStore
from assist.store.customers import Customer
from assist.store.database import writing
from assist.store.deletion_log import erased_of, is_erased, not_deleted
from assist.store.holds import OnHold, hold_customer, holds
from assist.store.model import CallFilter
from assist.store.retention import Kind, Limit
from tests.helpers.finished_calls import finished_call, write_call, write_journal

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def add(store: SqlCallStore, home: Path, call: str, days_ago: float = 40, **facts: object) -> None:
    begun = (NOW - days_ago * DAY).isoformat()
    store.save_call(write_call(home, call, started_at=begun, **facts))


def ids(store: SqlCallStore) -> list[str]:
    return sorted(call.id for call in store.list_calls())


def expire(store: SqlCallStore, kind: Kind, limit: Limit, count: int = 50) -> int:
    removed = store.remover.expire(kind, limit, NOW, count)
    assert not removed.failed
    return removed.count


def test_calls_go_by_their_outcome(store: SqlCallStore, tmp_path: Path) -> None:
    add(store, tmp_path, "resolved", outcome="resolved")
    add(store, tmp_path, "open", outcome="follow_up")
    add(store, tmp_path, "new", 3, outcome="resolved")
    limit = Limit(days=60, by_class={"resolved": 30})
    assert expire(store, Kind.CALLS, limit) == 1
    assert ids(store) == ["new", "open"]
    assert expire(store, Kind.CALLS, Limit(days=30, by_class={"follow_up": 0})) == 0
    assert ids(store) == ["new", "open"], "0 days keep a class for ever"


def test_of_several_classes_the_longest_counts(store: SqlCallStore, tmp_path: Path) -> None:
    add(store, tmp_path, "calm", outcome="resolved")
    add(store, tmp_path, "risky", outcome="resolved", at_risk=True)
    limit = Limit(by_class={"resolved": 30, "at_risk": 365})
    assert expire(store, Kind.CALLS, limit) == 1
    assert ids(store) == ["risky"]


def test_the_oldest_go_first_and_no_more_than_asked(store: SqlCallStore, tmp_path: Path) -> None:
    for number in (1, 2, 3):
        add(store, tmp_path, f"c{number}", 40 + number)
    assert expire(store, Kind.CALLS, Limit(days=30), 2) == 2
    assert ids(store) == ["c1"]


def test_without_a_limit_nothing_goes(store: SqlCallStore, tmp_path: Path) -> None:
    add(store, tmp_path, "one", 4000)
    for kind in Kind:
        assert expire(store, kind, Limit()) == 0
    assert ids(store) == ["one"]


def test_findings_go_and_prompts_stay(store: SqlCallStore, tmp_path: Path) -> None:
    add(store, tmp_path, "one")
    assert expire(store, Kind.FINDINGS, Limit(days=30)) == 1
    call = store.get_call("one")
    assert (call.detections, call.feelings, call.pivots) == ((), (), ())
    assert call.overview.first_feeling == "none"
    assert call.cues
    assert expire(store, Kind.FINDINGS, Limit(days=30)) == 0


def test_notes_go_with_what_was_promised(store: SqlCallStore, tmp_path: Path) -> None:
    add(store, tmp_path, "one")
    store.desk.add_comment("one", "well handled, David was calm", "Lea")
    assert expire(store, Kind.NOTES, Limit(days=30)) == 1
    call = store.get_call("one")
    assert (call.overview.note, call.overview.summary) == ("", "")
    assert store.desk.comments("one") == ()
    assert [promise.what for promise in call.promises] == [""]
    assert [flag.note for flag in call.flags] == [""]
    assert expire(store, Kind.NOTES, Limit(days=30)) == 0


def test_a_journal_does_not_outlive_what_is_taken_out(store: SqlCallStore, tmp_path: Path) -> None:
    for kind in (Kind.WORDS, Kind.FINDINGS, Kind.NAMES, Kind.NOTES):
        add(store, tmp_path, kind.value)
        store.remover.forget(kind.value, kind)
        assert not (tmp_path / "calls" / kind.value / "journal.jsonl").exists()


def block(home: Path, call: str) -> None:
    """The call's folder cannot be moved out of the way: something stands in its."""
    (home / "calls" / f".deleting-{call}").write_text("in the way")


def test_a_call_that_cannot_be_deleted_keeps_no_other(store: SqlCallStore, tmp_path: Path) -> None:
    for number in (1, 2, 3):
        add(store, tmp_path, f"c{number}", 40 + number)
    for call in ("c3", "c2"):
        block(tmp_path, call)
    removed = store.remover.expire(Kind.CALLS, Limit(days=30), NOW, 1)
    assert removed.count == 1, "one more was asked for, whatever fails before it"
    assert ids(store) == ["c2", "c3"], "a call that is still there stays in the list"
    assert list(removed.failed) == ["c3", "c2"]
    assert str(not_deleted(removed.failed, others=1)) == (
        "2 calls could not be deleted, the others were; the first: The call's folder "
        f"{tmp_path / 'calls' / 'c3'} cannot be moved (Not a directory); check its permissions."
    )


def test_sound_that_cannot_be_deleted_is_still_due(store: SqlCallStore, tmp_path: Path) -> None:
    for call in ("c1", "c2"):
        add(store, tmp_path, call)
        sound = tmp_path / "calls" / call / "agent.flac.sealed"
        sound.write_bytes(b"sound") if call == "c2" else sound.mkdir()
        store.desk.keep_audio(call, (sound,))
    removed = store.remover.expire(Kind.SOUND, Limit(days=30), NOW, 50)
    assert (removed.count, list(removed.failed)) == (1, ["c1"])
    again = store.remover.expire(Kind.SOUND, Limit(days=30), NOW, 50)
    assert (again.count, list(again.failed)) == (0, ["c1"])
    assert [each.call_id for each in store.remover.log()] == ["c2"]


def linked(store: SqlCallStore, home: Path, call: str) -> Path:
    """A call stored through a link to the home, with its sound; returns its folder.

    To the store that is what a home looks like that was moved or copied since.
    """
    link = home / "another way"
    if not link.is_symlink():
        link.symlink_to(home, target_is_directory=True)
    store.save_call(write_call(link, call))
    sound = link / "calls" / call / "agent.flac.sealed"
    sound.write_bytes(b"sound")
    store.desk.keep_audio(call, (sound,))
    return home / "calls" / call


def test_what_is_deleted_goes_by_whatever_path_it_came(store: SqlCallStore, tmp_path: Path) -> None:
    folder = linked(store, tmp_path, "one")
    store.forget_sound("one")
    assert [file.name for file in folder.iterdir()] == ["journal.jsonl"]
    store.forget_words("one")
    assert list(folder.iterdir()) == []
    folder = linked(store, tmp_path, "two")
    store.delete_call("two")
    assert not folder.exists()


@pytest.mark.parametrize("why", ["asked", "age", "erasure: letter 7"])
def test_a_deleted_call_does_not_come_back_with_its_journal(
    store: SqlCallStore, tmp_path: Path, why: str
) -> None:
    add(store, tmp_path, "one")
    store.delete_call("one", why=why)
    write_call(tmp_path, "one")
    write_journal(tmp_path / "calls" / "one again", finished_call("one"))
    write_call(tmp_path, "two")
    assert store.catch_up() == ("two",)
    assert ids(store) == ["two"]
    folder = tmp_path / "calls" / "one"
    assert folder.exists(), "somebody is writing it just now"
    os.utime(folder / "journal.jsonl", (1, 1))
    assert store.catch_up() == ()
    assert not folder.exists()


def test_what_is_left_of_a_deleted_call_stays_while_its_customer_is_held(
    store: SqlCallStore, tmp_path: Path
) -> None:
    add(store, tmp_path, "one")
    store.delete_call("one")
    left = write_call(tmp_path, "one")
    os.utime(left, (1, 1))
    with writing(store.engine) as connection:
        hold_customer(connection, "555 0142", "", "claim 7", "Lea")
    store.catch_up()
    assert left.exists()


def test_an_odd_id_names_no_folder_of_ours(store: SqlCallStore, tmp_path: Path) -> None:
    for odd in ("..", "../calls", ".hidden", "."):
        folder = tmp_path / "calls" / odd
        write_journal(tmp_path / "elsewhere" / str(len(odd)), finished_call(odd))
        store.save_call(tmp_path / "elsewhere" / str(len(odd)) / "journal.jsonl")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "journal.jsonl").write_text("somebody's")
        store.forget_words(odd)
        store.delete_call(odd)
        assert (folder / "journal.jsonl").read_text() == "somebody's"


def test_a_later_call_of_a_held_customer_is_not_deleted_by_hand(
    store: SqlCallStore, tmp_path: Path
) -> None:
    with writing(store.engine) as connection:
        hold_customer(connection, "555 0142", "", "claim 7", "Lea")
    for delete in (store.delete_call, store.forget_words):
        add(store, tmp_path, "later")
        with pytest.raises(OnHold, match="claim 7"):
            delete("later")
    assert ids(store) == ["later"]


def test_a_held_call_is_neither_expired_nor_erased(store: SqlCallStore, tmp_path: Path) -> None:
    add(store, tmp_path, "held")
    add(store, tmp_path, "free", number="555 9999", name="Ann Lee")
    store.desk.hold("held", why="court case 12", by="Lea")
    for kind in Kind:
        assert expire(store, kind, Limit(days=30)) in (0, 1)
    assert ids(store) == ["held"]
    assert store.get_call("held").utterances
    with pytest.raises(OnHold, match=r"on legal hold: court case 12 \(Lea\)"):
        store.delete_call("held")
    with pytest.raises(OnHold):
        store.forget_words("held")
    status = store.desk.status("held")
    assert (status.held_for, status.held_by) == ("court case 12", "Lea")
    store.desk.hold("held", why="", by="Lea")
    assert store.desk.status("held").held_for == ""
    store.delete_call("held")
    assert ids(store) == []


def test_a_held_customers_later_calls_are_held_too(store: SqlCallStore, tmp_path: Path) -> None:
    add(store, tmp_path, "first")
    add(store, tmp_path, "other", number="555 9999", name="Ann Lee")
    with writing(store.engine) as connection:
        assert hold_customer(connection, "555 0142", "", "claim 7", "Lea") == ("first",)
    add(store, tmp_path, "later")
    assert expire(store, Kind.CALLS, Limit(days=30)) == 1
    assert ids(store) == ["first", "later"]
    with store.engine.connect() as connection:
        found = holds(connection)
    assert [(each.number, each.call_id, each.why) for each in found] == [
        ("555 0142", "", "claim 7"),
        ("", "first", "claim 7"),
        ("", "later", "claim 7"),
    ]
    with writing(store.engine) as connection:
        assert hold_customer(connection, "555 0142", "", "", "Lea") == ("first", "later")
    assert expire(store, Kind.CALLS, Limit(days=30)) == 2


def test_a_customer_is_found_by_number_reference_and_name(
    store: SqlCallStore, tmp_path: Path
) -> None:
    add(store, tmp_path, "a", number="+1 555 555 0142")
    add(store, tmp_path, "b", number="", name="David  Miller")
    add(store, tmp_path, "c", number="555 9999", name="Ann Lee")
    find = store.remover.find
    assert [call.id for call in find(Customer(number="0015555550142")).calls] == ["a"]
    assert [call.id for call in find(Customer(name="david miller")).calls] == ["a", "b"]
    assert find(Customer()).calls == ()
    assert find(Customer(reference="none such")).calls == ()


def test_where_a_name_is_said_otherwise_is_told(store: SqlCallStore, tmp_path: Path) -> None:
    from tests.helpers.finished_calls import said

    add(store, tmp_path, "his")
    spoken = said(Party.CUSTOMER, 9, 19_000, "my neighbour david miller told me")
    add(store, tmp_path, "hers", number="555 9999", name="Ann Lee", extra=(spoken,))
    apart = said(Party.CUSTOMER, 9, 19_000, "david knows mister miller")
    add(store, tmp_path, "theirs", number="555 8888", name="Bo Ray", extra=(apart,))
    found = store.remover.find(Customer(number="555 0142", name="David Miller"))
    assert ([call.id for call in found.calls], found.mentions) == (["his"], ("hers",))


def test_every_deletion_is_logged_without_a_word_of_the_call(
    store: SqlCallStore, tmp_path: Path
) -> None:
    add(store, tmp_path, "one")
    store.remover.forget("one", Kind.NAMES, why="age")
    store.delete_call("one", why="erasure: letter of 3 May", by="Lea")
    log = store.remover.log()
    assert [(each.call_id, each.what, each.why, each.by) for each in log] == [
        ("one", "calls", "erasure: letter of 3 May", "Lea"),
        ("one", "names", "age", ""),
    ]
    assert "David" not in repr(log)
    with store.engine.connect() as connection:
        assert is_erased(connection, "one")
        assert not is_erased(connection, "two")
        assert erased_of(connection, "") == ("one",)


def test_what_another_computer_erased_goes_here_unless_it_is_held(
    store: SqlCallStore, tmp_path: Path
) -> None:
    for call in ("gone", "held", "kept"):
        add(store, tmp_path, call)
    store.desk.hold("held", why="case", by="Lea")
    assert store.remover.erase_elsewhere(("gone", "held", "never here")) == 1
    assert ids(store) == ["held", "kept"]
    store.desk.hold("held", why="", by="Lea")
    assert store.remover.erase_elsewhere(()) == 1, "as soon as the hold ends"
    assert ids(store) == ["kept"]
    assert store.list_calls(CallFilter(text="internet"))[0].id == "kept"
