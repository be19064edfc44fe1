"""An import over real processes: in parallel, none twice, a bad one said, killed and gone on."""

import shutil
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from assist.review.errors import ReviewError
from assist.review.import_list import Entry, ImportList, sound_key, stamps
from assist.review.importing import PARTIAL, Importer, Result
from assist.review.recordings import Facts, Planned
from tests.helpers.reviewing import open_store

ROOT = Path(__file__).resolve().parents[3]


@dataclass
class KeptCalls:
    """What the importer stores, by the journals it was given."""

    saved: dict[str, Path] = field(default_factory=dict)
    audio: dict[str, tuple[Path, ...]] = field(default_factory=dict)

    def save(self, journal: Path) -> None:
        assert journal.is_file()
        self.saved[journal.parent.name] = journal

    def has(self, call_id: str) -> bool:
        return call_id in self.saved

    def keep_audio(self, call_id: str, files: Sequence[Path]) -> None:
        self.audio[call_id] = tuple(files)


@dataclass
class Desk:
    """An import's folders and what came of it."""

    folder: Path
    calls: KeptCalls = field(default_factory=KeptCalls)

    def importer(self, *, jobs: int = 1, **options: bool | int) -> Importer:
        return Importer(
            command=[sys.executable, "-m", "tests.helpers.import_process", str(self.folder)],
            jobs=jobs,
            calls_dir=self.folder / "calls",
            done=ImportList(self.folder / "imports.jsonl", b"secret"),
            calls=self.calls,
            **options,  # type: ignore[arg-type]
        )

    def file(self, name: str, content: str) -> Planned:
        file = self.folder / name
        file.write_text(content)
        return Planned(files=(file,), facts=Facts(agent="Ana"))

    def run(self, planned: Sequence[Planned], **options: bool | int) -> dict[str, Result]:
        results: dict[str, Result] = {}

        def take(result: Result) -> None:
            results[result.planned.name] = result

        self.importer(**options).run(planned, take)
        return results

    @property
    def starts(self) -> list[str]:
        notes = self.folder / "starts"
        return notes.read_text().split() if notes.exists() else []


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(ROOT)  # the process finds its module there
    return Desk(tmp_path)


def test_recordings_become_calls_with_their_sound_remembered(desk: Desk) -> None:
    results = desk.run([desk.file("a.wav", "one"), desk.file("b.wav", "two")])
    assert {result.state for result in results.values()} == {"imported"}
    assert set(desk.calls.saved) == {result.call for result in results.values()}
    call = results["a.wav"].call
    assert desk.calls.audio[call] == (desk.folder / "a.wav",)
    assert not list((desk.folder / "calls").glob(f"{PARTIAL}*"))


def test_a_second_import_does_nothing_twice_whatever_the_file_is_called(desk: Desk) -> None:
    first = desk.run([desk.file("a.wav", "one")])
    again = desk.run([desk.file("a.wav", "one"), desk.file("renamed.wav", "one")])
    assert [result.state for result in again.values()] == ["known", "known"]
    assert {result.call for result in again.values()} == {first["a.wav"].call}
    assert desk.starts.count("a.wav") == 1
    assert len(desk.calls.saved) == 1


def test_the_same_sound_twice_in_one_import_is_one_call(desk: Desk) -> None:
    results = desk.run([desk.file("a.wav", "one"), desk.file("b.wav", "one")])
    assert sorted(result.state for result in results.values()) == ["imported", "known"]
    assert len(desk.calls.saved) == 1


def test_a_bad_file_is_one_sentence_and_the_rest_goes_on(desk: Desk) -> None:
    files = [desk.file("a.wav", "one"), desk.file("b.wav", "bad"), desk.file("c.wav", "two")]
    results = desk.run(files)
    assert [results[name].state for name in ("a.wav", "b.wav", "c.wav")] == [
        "imported",
        "failed",
        "imported",
    ]
    assert results["b.wav"].why == "b.wav is not a sound file that can be read."


def test_a_recording_that_kills_its_process_costs_only_itself(desk: Desk) -> None:
    files = [desk.file("a.wav", "die"), desk.file("b.wav", "one"), desk.file("c.wav", "two")]
    results = desk.run(files)
    assert [results[name].state for name in ("a.wav", "b.wav", "c.wav")] == [
        "failed",
        "imported",
        "imported",
    ]
    assert "made the recognizer stop" in results["a.wav"].why


def test_what_was_wrong_with_a_file_but_could_be_borne_is_told(desk: Desk) -> None:
    results = desk.run([desk.file("a.wav", "short")])
    assert results["a.wav"].notes == ("a.wav is shorter than it says it is.",)


def test_processes_work_side_by_side(desk: Desk) -> None:
    """The first waits for what the second brings: with one process this would never end."""
    waiting = desk.file("a.wav", "wait met")
    other = desk.file("b.wav", "one")
    results: dict[str, Result] = {}

    def take(result: Result) -> None:
        results[result.planned.name] = result
        if result.planned.name == "b.wav":
            (desk.folder / "met").touch()

    desk.importer(jobs=2).run([waiting, other], take)
    assert [result.state for result in results.values()] == ["imported", "imported"]
    assert list(results) == ["b.wav", "a.wav"]


def test_an_import_that_was_stopped_goes_on_where_it_was(desk: Desk) -> None:
    files = [desk.file("a.wav", "one"), desk.file("b.wav", "two"), desk.file("c.wav", "three")]

    class Stopped(Exception):
        pass

    def stop(result: Result) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        desk.importer().run(files, stop)
    assert threading.active_count() == 1, "no hand is left"
    results = desk.run(files)
    assert [results[name].state for name in ("a.wav", "b.wav", "c.wav")] == [
        "known",
        "imported",
        "imported",
    ]
    assert len(desk.calls.saved) == 3


def test_a_kill_between_the_folder_and_the_list_stores_it_without_doing_it_again(
    desk: Desk,
) -> None:
    file = desk.file("a.wav", "one")
    first = desk.run([file])["a.wav"]
    (desk.folder / "imports.jsonl").unlink()
    desk.calls.saved.clear()
    again = desk.run([file])["a.wav"]
    assert (again.state, again.call) == ("imported", first.call)
    assert desk.starts == ["a.wav"]
    assert set(desk.calls.saved) == {first.call}


def test_what_came_of_a_recording_and_cannot_be_read_does_not_pass_for_done(
    desk: Desk, tmp_path: Path
) -> None:
    """Whatever happened to the journal: the next import transcribes the recording again."""
    file = desk.file("a.wav", "one")
    call = desk.run([file])["a.wav"].call
    (desk.folder / "imports.jsonl").unlink()
    desk.calls.saved.clear()
    journal = desk.folder / "calls" / call / "journal.jsonl"
    journal.write_bytes(journal.read_bytes()[:400])

    def store(journal: Path) -> None:
        with open_store(tmp_path / "store") as kept:
            kept.save_call(journal)
        desk.calls.saved[journal.parent.name] = journal

    desk.calls.save = store  # type: ignore[method-assign]
    failed = desk.run([file])["a.wav"]
    assert (failed.state, failed.why) == (
        "failed",
        "What came of a.wav cannot be read; import it again.",
    )
    assert not journal.parent.exists()
    assert desk.run([file])["a.wav"].state == "imported"
    assert desk.starts == ["a.wav", "a.wav"]


def test_a_deleted_call_stays_deleted_unless_it_is_asked_for(desk: Desk) -> None:
    file = desk.file("a.wav", "one")
    call = desk.run([file])["a.wav"].call
    shutil.rmtree(desk.calls.saved.pop(call).parent)
    assert desk.run([file])["a.wav"].state == "deleted"
    assert desk.run([file], again=True)["a.wav"].state == "imported"


def test_a_file_that_failed_is_tried_again(desk: Desk) -> None:
    desk.run([desk.file("a.wav", "bad")])
    assert desk.run([desk.file("a.wav", "now it is good")])["a.wav"].state == "imported"


def test_what_cannot_be_planned_fails_without_a_process(desk: Desk) -> None:
    gone = Planned(files=(desk.folder / "gone.wav",), facts=Facts(), trouble="It is gone.")
    vanished = Planned(files=(desk.folder / "vanished.wav",), facts=Facts())
    results = desk.run([gone, vanished])
    assert results["gone.wav"].why == "It is gone."
    assert results["vanished.wav"].state == "failed"
    assert desk.starts == []


def test_the_customer_first_is_remembered_for_the_player(desk: Desk) -> None:
    stereo = desk.file("a.wav", "one")
    pair = Planned(
        files=(desk.file("c1.wav", "customer").files[0], desk.file("c2.wav", "agent").files[0]),
        facts=Facts(),
    )
    results = desk.run([stereo, pair], agent_channel=1)
    twice = desk.calls.audio[results["a.wav"].call]
    assert twice == (desk.folder / "a.wav",) * 2
    assert desk.calls.audio[results[pair.name].call] == tuple(reversed(pair.files))


def test_no_audio_remembers_none(desk: Desk) -> None:
    desk.run([desk.file("a.wav", "one")], keeps_audio=False)
    assert desk.calls.audio == {}


def test_imported_calls_are_calls_of_the_store_and_judged(desk: Desk) -> None:
    call = desk.run([desk.file("a.wav", "one")])["a.wav"].call
    with open_store(desk.folder) as store:
        store.save_call(desk.calls.saved[call])
        assert store.get_call(call).overview.customer_name == "Ana"
        assert [each.reason for each in store.desk.reasons(call)] == [
            "agent_asked_help",
            "dead_end_standing",
        ]


def test_the_list_forgets_a_torn_line_and_goes_on_after_it(tmp_path: Path) -> None:
    file = tmp_path / "imports.jsonl"
    ImportList(file, b"secret").add(Entry(key="one", call="c1"))
    with file.open("ab") as out:
        out.write(b'{"key":"two","ca')
    known = ImportList(file, b"secret")
    assert known.by_key("two") is None
    known.add(Entry(key="three", call="c3"))
    again = ImportList(file, b"secret")
    assert [again.by_key(key) is not None for key in ("one", "two", "three")] == [True, False, True]


def test_a_list_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "imports.jsonl").mkdir()
    with pytest.raises(ReviewError, match="cannot be read"):
        ImportList(tmp_path / "imports.jsonl", b"secret")


def test_the_key_is_of_the_sound_and_of_its_sides(tmp_path: Path) -> None:
    one, other, copy = (tmp_path / name for name in ("1", "2", "3"))
    one.write_text("a")
    other.write_text("b")
    copy.write_text("a")
    assert sound_key([one]) == sound_key([copy]) != sound_key([other])
    assert sound_key([one, other]) != sound_key([other, one])
    assert stamps([one]) != stamps([copy])
    assert stamps([tmp_path / "gone"]) == ()


_KILLED = """
import sys
from pathlib import Path
from assist.review.import_list import ImportList
from assist.review.importing import Importer
from assist.review.recordings import Facts, Planned
from tests.unit.review.test_importing import KeptCalls

folder = Path(sys.argv[1])
files = [Planned(files=(folder / name,), facts=Facts(agent="Ana")) for name in sys.argv[2:]]
Importer(
    command=[sys.executable, "-m", "tests.helpers.import_process", str(folder)],
    jobs=1,
    calls_dir=folder / "calls",
    done=ImportList(folder / "imports.jsonl", b"secret"),
    calls=KeptCalls(),
).run(files, lambda result: print(result.planned.name, flush=True))
"""


def test_an_import_killed_outright_goes_on_and_does_nothing_twice(desk: Desk) -> None:
    """SIGKILL while the second recording is worked on: the first is done, and noted as such."""
    names = ("a.wav", "b.wav", "c.wav")
    contents = ("one", "wait never", "three")
    files = [desk.file(name, content) for name, content in zip(names, contents, strict=True)]
    process = subprocess.Popen(
        [sys.executable, "-c", _KILLED, str(desk.folder), *names],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() == "a.wav"
    process.kill()
    process.wait(60)
    process.stdout.close()
    (desk.folder / "never").touch()  # lets the orphan end; what it still does is not kept twice
    done = desk.folder / "calls"
    first = next(folder for folder in done.iterdir() if not folder.name.startswith("."))
    desk.calls.saved[first.name] = first / "journal.jsonl"
    results = desk.run(files)
    assert [results[name].state for name in names] == ["known", "imported", "imported"]
    assert len(desk.calls.saved) == 3
    assert desk.starts.count("a.wav") == 1
