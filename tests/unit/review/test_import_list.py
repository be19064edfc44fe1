"""The list of imports: nobody reads out of it whose recordings were imported."""

import os
from pathlib import Path

import msgspec
import pytest

from assist.app.imports import hide_imported_names, import_list
from assist.review.import_list import Entry, ImportList, stamps


def _recording(folder: Path) -> Path:
    file = folder / "20261101_5550142 Zebulon Quartermaine.wav"
    file.write_bytes(b"sound")
    return file


def _names_in(file: Path) -> list[str]:
    content = file.read_bytes()
    return [name for name in ("5550142", "Zebulon", "wav") if name.encode() in content]


def test_no_name_of_a_recording_stands_in_it_and_only_its_user_reads_it(tmp_path: Path) -> None:
    recording, file = _recording(tmp_path), tmp_path / "imports.jsonl"
    before = os.umask(0)
    try:
        known = ImportList(file, b"secret")
        known.add(Entry(key="one", call="c1", stamps=stamps([recording])))
        why = f"{recording} is no sound."
        known.add(Entry(key="two", why=why, stamps=("/calls/Zebulon.wav|5|5",)))
    finally:
        os.umask(before)
    assert _names_in(file) == []
    assert file.stat().st_mode & 0o077 == 0
    again = ImportList(file, b"secret")
    for each in (known, again):
        found = each.by_stamps([recording])
        assert found is not None
        assert found.call == "c1"
    os.utime(recording, (1, 1))
    assert again.by_stamps([recording]) is None, "it was changed"


def test_without_the_secret_a_guess_is_not_confirmed(tmp_path: Path) -> None:
    recording, file = _recording(tmp_path), tmp_path / "imports.jsonl"
    ImportList(file, b"secret").add(Entry(key="one", call="c1", stamps=stamps([recording])))
    other = ImportList(file, b"another")
    assert other.by_stamps([recording]) is None
    assert other.by_key("one") is not None, "told again by its sound"


def test_what_an_older_version_wrote_is_written_anew(tmp_path: Path) -> None:
    recording, file = _recording(tmp_path), tmp_path / "imports.jsonl"
    old = [
        Entry(key="one", call="c1", stamps=stamps([recording])),
        Entry(key="two", why=f"{recording} is no sound."),
    ]
    file.write_bytes(b"\n".join(map(msgspec.json.encode, old)) + b'\n{"key":"Zebulon')
    file.chmod(0o644)
    known = ImportList(file, b"secret")
    assert _names_in(file) == []
    assert file.stat().st_mode & 0o077 == 0
    assert list(tmp_path.glob("*.new")) == []
    known.add(Entry(key="three", call="c3"))
    again = ImportList(file, b"secret")
    assert [again.by_key(key) is not None for key in ("one", "two", "three")] == [True] * 3
    assert again.by_stamps([recording]) is not None


def test_a_name_no_text_can_hold_is_kept_too(tmp_path: Path) -> None:
    file = tmp_path / "imports.jsonl"
    ImportList(file, b"secret").add(Entry(key="one", call="c1", stamps=("/calls/\udcff|5|5",)))
    assert ImportList(file, b"secret").by_key("one") is not None


def test_the_apps_own_list_has_this_computers_secret(
    assist_home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    recording = _recording(tmp_path)
    import_list().add(Entry(key="one", call="c1", stamps=stamps([recording])))
    first = (assist_home / "state" / "imports.jsonl").read_bytes()
    assert import_list().by_stamps([recording]) is not None
    monkeypatch.setenv("CALLASSIST_HOME", str(tmp_path / "another"))
    hide_imported_names()
    assert not (tmp_path / "another").exists(), "no list, nothing to do, no key made"
    import_list().add(Entry(key="one", call="c1", stamps=stamps([recording])))
    assert (tmp_path / "another" / "state" / "imports.jsonl").read_bytes() != first
