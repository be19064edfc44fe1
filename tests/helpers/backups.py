"""Homes with calls to back up, and what somebody with the key finds in a backup of them."""

import contextlib
import os
import shutil
import signal
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from sqlalchemy import text

from assist import app, paths
from assist.app.backup import check_backup
from assist.app.sealing import call_keys, journal_records, sound_records
from assist.core.errors import AssistError
from assist.core.records import bound_to, frame, read_frames
from assist.session.journal import make_header, read_journal
from assist.session.journal_writer import JournalWriter
from assist.store.backup_files import DATA, FILE_PURPOSE
from assist.store.backup_manifest import MANIFEST, OneKey, read_manifest
from assist.store.sealing import SealedRecords
from tests.helpers.cipherpages import plain_pages
from tests.helpers.finished_calls import finished_call

DAVID, ANN, NEW = "20261101T101500-david", "20261102T101500-ann", "20261103T101500-new"
MAKING = ("database copied", "copied journal.jsonl", "copied config/settings.toml", "list written")
FOLLOWING = ("list written", "files gone", "rows gone")
"""The steps of making a backup, and of a deletion that reaches it."""


def all_but_slow(steps: Sequence[str], *quick: str) -> list[object]:
    """Steps to kill at: those that tell most of the whole each time, the others when all is run."""
    assert set(quick) <= set(steps)
    return [step if step in quick else pytest.param(step, marks=pytest.mark.slow) for step in steps]


forks = pytest.mark.skipif(os.name != "posix", reason="forks")
# The child does nothing but this and ends itself; that other threads were there harms it not.
no_warning = pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")

DAVIDS_WORDS = (b"Miller", b"cumiller", b"555 0142", b"Miller rang", b"lantern")
"""Name, number, a word of the text index, what was written of him, his sound."""


def add_call(call: str, *, name: str, number: str, sound: bytes) -> None:
    """A stored call with journal, kept sound and a comment, sealed as the engine seals them."""
    folder = paths.calls_dir() / call
    folder.mkdir(parents=True)
    header = make_header(app="1", model="m", playbook_name="p", playbook="text")
    writer = JournalWriter(folder, header, records=journal_records())
    writer.append(finished_call(call, name=name, number=number))
    writer.close()
    kept = folder / "agent.flac.sealed"
    kept.write_bytes(frame(sound_records(), 0, sound))
    with app.open_store() as store:
        store.save_call(writer.path)
        store.desk.keep_audio(call, (kept,))
        store.desk.add_comment(call, f"{name} rang again", "Lea")


def fill_home() -> None:
    """A call of David Miller's and one of Ann Lee's, settings, a playbook."""
    add_call(DAVID, name="David Miller", number="555 0142", sound=b"fLaC lantern")
    add_call(ANN, name="Ann Lee", number="5559999", sound=b"fLaC maple")
    app.change_setting("words", ("Norvexa",))
    own = paths.config_dir() / "playbooks" / "agent.toml"
    own.parent.mkdir(parents=True)
    own.write_text("# mine\n")


def copy_home(filled: Path, home: Path) -> None:
    """A home of its own for a test: files are looked for where they lie now."""
    shutil.copytree(filled, home)
    with app.open_store() as store, store.engine.begin() as connection:
        for table, column in (("calls", "journal"), ("kept_audio", "file")):
            moved = f"UPDATE {table} SET {column} = replace({column}, :before, :now)"
            connection.execute(text(moved), {"before": str(filled), "now": str(home)})


def found_with(folder: Path, key: bytes) -> bytes:
    """All that the key opens in a backup's folder, listed or not; and every file as it is."""
    found = [file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()]
    for file in folder.glob("calls-*.db*"):
        if file.suffix == ".db":
            found.append(plain_pages(file, key))
    keys = OneKey(key)
    for file in sorted(folder.glob(f"{DATA}/*/*")):
        found.append(_unsealed(file, keys))
    content = (folder / MANIFEST).read_bytes().split(b"\n", 1)[1]
    found.append(SealedRecords(keys, "backup list").decode(0, content))
    return b"".join(found)


def _unsealed(file: Path, keys: OneKey) -> bytes:
    """Settings, sound or a journal, whichever it is; a journal of whichever call."""
    with contextlib.suppress(ValueError):
        return SealedRecords(keys, FILE_PURPOSE).decode(0, file.read_bytes())
    sealing = SealedRecords(keys, "sound")
    sides = [f"{call}/agent.flac.sealed" for call in (DAVID, ANN, NEW)]
    for codec in (sealing, *(bound_to(sealing, side) for side in sides)):
        with file.open("rb") as opened:
            if sound := b"".join(piece for _, piece in read_frames(codec, opened)):
                return sound
    for call in (DAVID, ANN, NEW):
        copy = file.parent / call / "journal.jsonl"
        copy.parent.mkdir()
        try:
            shutil.copy(file, copy)
            with contextlib.suppress(AssistError):
                return repr(read_journal(copy, SealedRecords(keys)).events).encode()
        finally:
            shutil.rmtree(copy.parent)
    raise AssertionError(f"{file} opens as nothing that we keep")


def strays(folder: Path, key: bytes) -> set[str]:
    """Files in the backup that its list does not name."""
    manifest = read_manifest(folder, key)
    kept = [each for files in manifest.calls.values() for each in files]
    named = {f"{DATA}/{each.place}" for each in (*kept, *manifest.files)}
    named |= {MANIFEST, manifest.database}
    there = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    return there - named


def killed_at(wanted: str, work: Callable[[Callable[[str], None]], object]) -> int:
    """Run `work` in another process, which ends itself at a step; how it ended."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

    def step(name: str) -> None:
        if name == wanted:
            os.kill(os.getpid(), signal.SIGKILL)

    try:
        work(step)
    finally:
        os._exit(1)


def key() -> bytes:
    """This computer's."""
    return call_keys().database_key()


def new_call() -> None:
    add_call(NEW, name="Bo Ray", number="5558888", sound=b"fLaC birch")


def delete_by_hand() -> None:
    with app.open_store() as store:
        store.delete_call(DAVID, by="Lea")


def is_whole(folder: Path, *calls: str) -> None:
    """Checks the backup, and that it has just these calls."""
    checked = check_backup(folder)
    assert checked.damaged == ()
    assert sorted(checked.manifest.calls) == sorted(calls)


def davids(folder: Path) -> list[bytes]:
    """What the key finds of David Miller's in a backup."""
    content = found_with(folder, key())
    return [word for word in DAVIDS_WORDS if word in content]
