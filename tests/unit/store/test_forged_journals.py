"""Who can write into the calls' folder and has no key cannot put words into a sealed journal."""

import base64
from collections.abc import Callable
from pathlib import Path

import pytest

from assist import app, paths
from assist.app.rotation import rotate_key
from assist.app.sealing import journal_records, sound_records
from assist.audio.errors import AudioError
from assist.audio.kept import keep_sound, open_kept
from assist.core import codec
from assist.core.audio import AudioBlock
from assist.core.events import FinalResult
from assist.core.records import frame
from assist.core.words import Party
from assist.session.errors import JournalError
from assist.session.journal import header_record, make_header, read_journal
from assist.session.journal_writer import JournalWriter
from assist.store.errors import UnreadableJournal
from assist.store.journal_reader import read_closed_journal, read_what_opens
from tests.helpers.finished_calls import finished_call, said, write_call

HEADER = make_header(app="1", model="m", playbook_name="p", playbook="text")
FORGED = codec.to_line(said(Party.CUSTOMER, 9, 9000, "my blackmail has been down since monday"))


def sealed(call: str) -> Path:
    folder = paths.calls_dir() / call
    folder.mkdir(mode=0o700, parents=True)
    writer = JournalWriter(folder, HEADER, records=journal_records())
    writer.append(finished_call(call))
    writer.close()
    return writer.path


def as_before(call: str) -> Path:
    """A journal as earlier versions sealed them: its lines bound to nothing."""
    folder = paths.calls_dir() / call
    folder.mkdir(mode=0o700, parents=True)
    records = journal_records()
    plain = [header_record(HEADER), *map(codec.to_line, finished_call(call))]
    lines = [base64.b64encode(records.encode(n, each)) + b"\n" for n, each in enumerate(plain)]
    (folder / "journal.jsonl").write_bytes(b"".join(lines))
    return folder / "journal.jsonl"


def put(journal: Path, number: int, line: bytes) -> None:
    lines = journal.read_bytes().split(b"\n")
    lines[number] = line
    journal.write_bytes(b"\n".join(lines))


def line_of(journal: Path, number: int) -> bytes:
    return journal.read_bytes().split(b"\n")[number]


def is_refused(journal: Path, call: str) -> None:
    """By whoever replays or goes on with it, by the store, and by the list of calls."""
    with pytest.raises(JournalError):
        read_journal(journal, journal_records())
    with pytest.raises(UnreadableJournal):
        read_closed_journal(journal, journal_records())
    with app.open_store() as store:
        assert call not in store.catch_up()


@pytest.mark.parametrize("journal_of", [sealed, as_before])
def test_a_plain_line_in_a_sealed_journal_is_refused(journal_of: Callable[[str], Path]) -> None:
    journal = journal_of("one")
    number = next(
        number
        for number, event in enumerate(finished_call("one"), start=1)
        if isinstance(event, FinalResult)
    )
    put(journal, number, FORGED)
    is_refused(journal, "one")
    assert not any(
        isinstance(event, FinalResult) and "blackmail" in event.text
        for event in read_what_opens(journal, journal_records())
    )


def test_a_plain_line_behind_a_sealed_journal_is_left_out() -> None:
    """Like any last line that is not whole; and said."""
    journal = sealed("one")
    with journal.open("ab") as out:
        out.write(FORGED + b"\n")
    read = read_journal(journal, journal_records())
    assert read.events == finished_call("one")
    assert "left out" in read.repaired


@pytest.mark.parametrize("number", [0, 1, 5])
def test_a_line_of_another_call_is_refused(number: int) -> None:
    """Sealed with the same key, at the same place, even the one that says which call it is."""
    one, two = sealed("one"), sealed("two")
    assert read_journal(two, journal_records()).events == finished_call("two")
    put(two, number, line_of(one, number))
    is_refused(two, "two")


def test_a_whole_journal_in_another_calls_folder_is_not_that_call(
    caplog: pytest.LogCaptureFixture,
) -> None:
    one, two = sealed("one"), sealed("two")
    two.write_bytes(one.read_bytes())
    with app.open_store() as store:
        with caplog.at_level("INFO"):
            assert store.catch_up() == ("one",)
        with pytest.raises(UnreadableJournal, match="that of another call"):
            store.save_call(two)
    assert "that of another call" in caplog.text


def test_a_call_that_was_gone_on_with_is_bound_like_any_other() -> None:
    journal = sealed("one")
    events = finished_call("one")
    resumed = read_journal(journal, journal_records())
    writer = JournalWriter(
        journal.parent, resumed.header, records=journal_records(), resumed=resumed
    )
    writer.append(events[-1:])
    writer.close()
    assert read_journal(journal, journal_records()).events == (*events, events[-1])
    put(journal, len(events) + 1, FORGED)
    assert read_journal(journal, journal_records()).events == events


def test_what_earlier_versions_sealed_is_read_and_bound_with_the_next_key() -> None:
    journal, other = as_before("one"), as_before("two")
    assert read_journal(journal, journal_records()).events == finished_call("one")
    with app.open_store() as store:
        assert store.catch_up() == ("one", "two")
    assert not read_journal(journal, journal_records()).header.binding
    rotate_key()
    read = read_journal(journal, journal_records())
    assert read.events == finished_call("one")
    assert read.header.binding
    put(journal, 3, line_of(other, 3))
    is_refused(journal, "one")


def test_an_earlier_versions_call_is_gone_on_with_as_it_was_begun() -> None:
    journal = as_before("one")
    resumed = read_journal(journal, journal_records())
    last = finished_call("one")[-1:]
    writer = JournalWriter(
        journal.parent, resumed.header, records=journal_records(), resumed=resumed
    )
    writer.append(last)
    writer.close()
    assert read_journal(journal, journal_records()).events == (*finished_call("one"), *last)


def test_a_plain_journal_is_taken_in_from_a_version_before_sealing_and_never_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Anybody can write one: once what there was is stored, no other counts."""
    write_call(paths.state_dir(), "early")
    with app.open_store() as store:
        assert store.catch_up() == ("early",)
    forged = write_call(paths.state_dir(), "forged")
    sealed("one")
    replaced = sealed("two")
    replaced.write_bytes(forged.read_bytes().replace(b'"forged"', b'"two"'))
    with app.open_store() as store:
        with caplog.at_level("WARNING"):
            assert store.catch_up() == ("one",)
        told = [record.getMessage() for record in caplog.records]
        assert [line.split(" is not sealed")[0] for line in told] == [
            f"The journal {forged}",
            f"The journal {replaced}",
        ]
        with pytest.raises(UnreadableJournal, match="something else wrote it"):
            store.save_call(forged)
        assert {call.id for call in store.list_calls()} == {"early", "one"}


# --- kept sound -----------------------------------------------------------------------------------


def kept(call: str, samples: bytes) -> tuple[Path, Path]:
    folder = paths.calls_dir() / call
    folder.mkdir(mode=0o700, parents=True)
    block = AudioBlock(party=Party.AGENT, index=0, samples=samples)
    agent, customer = keep_sound(folder, lambda party: [block], [], sound_records())
    return agent, customer


def test_kept_sound_is_that_of_its_call_and_side_alone() -> None:
    agent, customer = kept("one", b"\1\2" * 1600)
    other, _ = kept("two", b"\3\4" * 1600)
    whole = open_kept(other, sound_records()).read()
    before = agent.read_bytes()
    for elsewhere in (customer, other):
        elsewhere.write_bytes(before)
        with pytest.raises(AudioError, match="damaged, or was sealed with another key"):
            open_kept(elsewhere, sound_records())
    assert open_kept(agent, sound_records()).read() != whole


def test_sound_of_earlier_versions_is_heard_and_bound_with_the_next_key() -> None:
    with app.open_store():
        pass
    folder = sealed("one").parent
    old = folder / "agent.flac.sealed"
    old.write_bytes(
        b"".join(frame(sound_records(), n, each) for n, each in enumerate((b"a", b"b")))
    )
    assert open_kept(old, sound_records()).read() == b"ab"
    rotate_key()
    assert open_kept(old, sound_records()).read() == b"ab"
    moved = folder / "customer.flac.sealed"
    moved.write_bytes(old.read_bytes())
    with pytest.raises(AudioError):
        open_kept(moved, sound_records())
