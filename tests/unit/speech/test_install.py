"""Installing, importing and removing models: all or nothing, whatever the archive holds."""

import hashlib
import os
import shutil
import stat
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assist.speech.catalogue import Catalogue, CatalogueEntry
from assist.speech.download import Report
from assist.speech.errors import DiskFull, SpeechError
from assist.speech.install import Installer
from assist.speech.verify import LoadReport, check_files
from tests.helpers.fileserver import FileServer

CopyModel = Callable[[str], Path]
NAME = "vosk-model-small-xx-0.1"
REPORT = LoadReport(words=3, seconds=0.1, megabytes=60)
PLENTY = 10**12


class Bench:
    """An installer into an empty folder, noting steps; `refuse` makes the probe fail."""

    def __init__(self, models: Path) -> None:
        self.models = models
        self.free = PLENTY
        self.refuse = ""
        self.steps: list[str] = []
        self.told: list[tuple[int, int | None]] = []
        self.installer = Installer(
            models, probe=self._probe, step=self._step, free=lambda folder: self.free
        )

    def _probe(self, folder: Path) -> LoadReport:
        assert (folder / "am" / "final.mdl").is_file()
        # It has no place of its own before it passed.
        assert folder.relative_to(self.models).parts[0].startswith(".new-")
        if self.refuse:
            raise SpeechError(self.refuse.format(folder=folder))
        return REPORT

    def _step(self, name: str) -> Report:
        self.steps.append(name)
        return lambda done, total: self.told.append((done, total))

    def left(self) -> list[str]:
        return sorted(path.name for path in self.models.iterdir()) if self.models.exists() else []


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path / "state" / "models")


@pytest.fixture
def small_model(tmp_path: Path) -> Path:
    """The files of a model, each with hardly anything in it."""
    folder = tmp_path / "sources" / NAME
    for name in ("am/final.mdl", "graph/HCLG.fst", "graph/words.txt", "conf/mfcc.conf"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    (folder / "conf" / "model.conf").write_text(
        "--endpoint.silence-phones=1\n--frame-subsampling-factor=3\n"
    )
    return folder


def packed(folder: Path, archive: Path, prefix: str = f"{NAME}/") -> Path:
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        for file in sorted(folder.rglob("*")):
            opened.write(file, prefix + file.relative_to(folder).as_posix())
    return archive


def refusal(bench: Bench, source: Path, name: str = "") -> str:
    before = bench.left()
    with pytest.raises(SpeechError) as caught:
        bench.installer.import_model(source, name)
    assert bench.left() == before  # nothing half done stays
    assert "\n" not in str(caught.value)
    return str(caught.value)


# --- importing ------------------------------------------------------------------------------------


@pytest.mark.parametrize("prefix", [f"{NAME}/", "", "a/b/"])
def test_a_zip_is_imported_wherever_the_model_lies_in_it(
    bench: Bench, small_model: Path, tmp_path: Path, prefix: str
) -> None:
    archive = packed(small_model, tmp_path / f"{NAME}.zip", prefix)
    installed = bench.installer.import_model(archive)
    assert installed.name == NAME
    assert installed.folder == bench.models / NAME
    assert installed.report == REPORT
    assert (installed.folder / "am" / "final.mdl").read_text() == "am/final.mdl"
    assert bench.left() == [NAME]
    assert bench.steps == ["unpack", "test"]
    assert bench.told[-1][0] == bench.told[-1][1]
    assert archive.exists()
    assert check_files(installed.folder) == 5


def test_a_folder_is_imported_under_a_given_name(bench: Bench, small_model: Path) -> None:
    installed = bench.installer.import_model(small_model, "branch-office")
    assert installed.folder == bench.models / "branch-office"
    assert small_model.exists()
    assert bench.steps == ["copy", "test"]


def test_a_model_that_fails_its_test_is_not_installed(bench: Bench, small_model: Path) -> None:
    bench.refuse = "The speech model in {folder} stops the speech engine with SIGABRT."
    text = refusal(bench, small_model)
    assert text == f"The speech model in {small_model} stops the speech engine with SIGABRT."


def test_an_installed_model_is_never_overwritten(bench: Bench, small_model: Path) -> None:
    bench.installer.import_model(small_model)
    (bench.models / NAME / "own.txt").write_text("mine")
    assert "is installed already" in refusal(bench, small_model)
    assert (bench.models / NAME / "own.txt").read_text() == "mine"


@pytest.mark.parametrize("name", ["..", "a/b", ".hidden", "a b", "starter", "x" * 101, "ü"])
def test_names_that_make_trouble_are_refused(bench: Bench, small_model: Path, name: str) -> None:
    assert "--name" in refusal(bench, small_model, name)


def test_nothing_there_and_no_model_there(bench: Bench, tmp_path: Path) -> None:
    assert "There is nothing at" in refusal(bench, tmp_path / "none.zip")
    empty = tmp_path / "empty"
    empty.mkdir()
    assert "There is no speech model in it" in refusal(bench, empty)


def test_a_broken_model_tells_which_file_is_missing(
    bench: Bench, small_model: Path, tmp_path: Path
) -> None:
    (small_model / "am" / "final.mdl").unlink()
    assert "am/final.mdl is missing" in refusal(bench, small_model)


def test_a_killed_runs_leavings_are_cleared_away(bench: Bench, small_model: Path) -> None:
    old, fresh = bench.models / ".new-old", bench.models / ".new-fresh"
    for folder in (old, fresh):
        folder.mkdir(parents=True)
    os.utime(old, (0, 0))
    bench.installer.import_model(small_model)
    assert bench.left() == [".new-fresh", NAME]  # the fresh one may belong to a run going on


# --- hostile archives -----------------------------------------------------------------------------


def hostile(archive: Path, name: str, mode: int = 0, content: bytes = b"evil") -> Path:
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        member = zipfile.ZipInfo(name)
        member.external_attr = mode << 16
        member.compress_type = zipfile.ZIP_DEFLATED
        opened.writestr(member, content)
    return archive


@pytest.mark.parametrize(
    "name",
    [
        "../evil.txt",
        "model/../../evil.txt",
        "/tmp/evil.txt",
        "..\\evil.txt",
        "\\evil.txt",
        "C:\\evil.txt",
        "C:evil.txt",
    ],
)
def test_no_file_is_written_elsewhere(bench: Bench, tmp_path: Path, name: str) -> None:
    text = refusal(bench, hostile(tmp_path / "evil.zip", name))
    assert "would be written elsewhere" in text
    assert not list(tmp_path.rglob("evil.txt"))


@pytest.mark.parametrize("mode", [stat.S_IFLNK | 0o777, stat.S_IFIFO | 0o644])
def test_links_and_devices_are_refused(bench: Bench, tmp_path: Path, mode: int) -> None:
    archive = hostile(tmp_path / "evil.zip", "model/am", mode, b"/etc")
    assert "link or device" in refusal(bench, archive)


def test_a_zip_bomb_is_refused_before_it_is_unpacked(bench: Bench, tmp_path: Path) -> None:
    archive = hostile(tmp_path / "evil.zip", "model/am/final.mdl", content=bytes(5_000_000))
    assert "far more than a speech model" in refusal(bench, archive)


def test_too_many_files_are_refused(bench: Bench, tmp_path: Path) -> None:
    archive = tmp_path / "many.zip"
    with zipfile.ZipFile(archive, "w") as opened:
        for number in range(2001):
            opened.writestr(f"model/{number}", b"")
    assert "too many files" in refusal(bench, archive)


def test_a_truncated_zip_is_one_sentence(bench: Bench, small_model: Path, tmp_path: Path) -> None:
    archive = packed(small_model, tmp_path / f"{NAME}.zip")
    archive.write_bytes(archive.read_bytes()[:-30])
    assert "not a complete zip file" in refusal(bench, archive)


def test_a_damaged_zip_is_one_sentence(bench: Bench, small_model: Path, tmp_path: Path) -> None:
    archive = packed(small_model, tmp_path / f"{NAME}.zip")
    with zipfile.ZipFile(archive) as opened:
        offset = opened.getinfo(f"{NAME}/graph/words.txt").header_offset
    content = bytearray(archive.read_bytes())
    at = offset + 30 + len(f"{NAME}/graph/words.txt")
    content[at] ^= 0xFF
    archive.write_bytes(bytes(content))
    assert "not a complete zip file" in refusal(bench, archive)


def test_something_else_called_zip_is_one_sentence(bench: Bench, tmp_path: Path) -> None:
    file = tmp_path / "model.zip"
    file.write_bytes(b"fLaC" + bytes(100))
    assert "not a complete zip file" in refusal(bench, file)


def test_a_folder_with_a_link_in_it_is_refused(
    bench: Bench, small_model: Path, tmp_path: Path
) -> None:
    (small_model / "secret").symlink_to("/etc/passwd")
    assert "is a link" in refusal(bench, small_model)
    (small_model / "secret").unlink()
    (small_model / "extra").symlink_to(tmp_path, target_is_directory=True)
    assert "is a link" in refusal(bench, small_model)


@pytest.mark.parametrize("as_zip", [True, False])
def test_a_disk_too_small_is_told_before_unpacking(
    bench: Bench, small_model: Path, tmp_path: Path, as_zip: bool
) -> None:
    source = packed(small_model, tmp_path / f"{NAME}.zip") if as_zip else small_model
    bench.free = 1_000_000
    bench.models.mkdir(parents=True)
    with pytest.raises(DiskFull, match="make room"):
        bench.installer.import_model(source)
    assert bench.left() == []


# --- installing from the web ----------------------------------------------------------------------


@pytest.fixture
def server() -> Iterator[FileServer]:
    with FileServer().running() as running:
        yield running


@pytest.fixture
def catalogue(server: FileServer, small_model: Path, tmp_path: Path) -> Catalogue:
    content = packed(small_model, tmp_path / "offer.zip").read_bytes()
    server.files[f"/{NAME}.zip"] = content
    md5 = hashlib.md5(content, usedforsecurity=False).hexdigest()
    server.files["/list.json"] = f'[{{"name": "{NAME}", "md5": "{md5}"}}]'.encode()
    entry = CatalogueEntry(name=NAME, language="xx", kind="small", megabytes=1, licence="MIT")
    return Catalogue(base=server.base, checksums=f"{server.base}/list.json", model=(entry,))


def test_a_model_is_downloaded_checked_unpacked_and_tried(
    bench: Bench, catalogue: Catalogue
) -> None:
    installed = bench.installer.install(NAME, catalogue)
    assert installed.is_checked
    assert bench.steps == ["download", "check", "unpack", "test"]
    assert bench.left() == [NAME]  # the downloaded file is gone


def test_without_the_publishers_list_it_is_installed_and_said(
    bench: Bench, catalogue: Catalogue, server: FileServer
) -> None:
    del server.files["/list.json"]
    assert not bench.installer.install(NAME, catalogue).is_checked


def test_a_wrong_checksum_installs_nothing_and_starts_anew(
    bench: Bench, catalogue: Catalogue, server: FileServer
) -> None:
    good = server.files["/list.json"]
    server.files["/list.json"] = f'[{{"name": "{NAME}", "md5": "{"0" * 32}"}}]'.encode()
    with pytest.raises(SpeechError, match="checksum is not the publisher's"):
        bench.installer.install(NAME, catalogue)
    assert NAME not in bench.left()
    server.files["/list.json"] = good
    assert bench.installer.install(NAME, catalogue).is_checked


def test_a_cut_download_goes_on_at_the_next_install(
    bench: Bench, catalogue: Catalogue, server: FileServer
) -> None:
    server.cuts = [300, 0, 0, 0]
    with pytest.raises(SpeechError, match="goes on from there"):
        bench.installer.install(NAME, catalogue)
    server.asked.clear()
    assert bench.installer.install(NAME, catalogue).is_checked
    assert server.asked[0] == (f"/{NAME}.zip", "bytes=300-")


def test_a_full_disk_while_unpacking_keeps_the_download(
    bench: Bench, catalogue: Catalogue, server: FileServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    checks: list[int] = []

    def shrinking(folder: Path) -> int:
        checks.append(1)
        return PLENTY if len(checks) <= 2 else 0

    bench.installer = Installer(bench.models, probe=bench._probe, step=bench._step, free=shrinking)
    with pytest.raises(DiskFull):
        bench.installer.install(NAME, catalogue)
    server.asked.clear()
    checks.clear()
    assert bench.installer.install(NAME, catalogue).folder.is_dir()
    assert [path for path, _ in server.asked] == ["/list.json"]


def test_an_unreachable_server_leaves_nothing_behind(
    bench: Bench, catalogue: Catalogue, server: FileServer
) -> None:
    server.status = 404
    with pytest.raises(SpeechError, match="the server says 404"):
        bench.installer.install(NAME, catalogue)
    assert bench.left() == []


# --- removing -------------------------------------------------------------------------------------


def test_a_model_is_removed_whole(bench: Bench, small_model: Path) -> None:
    installed = bench.installer.import_model(small_model)
    bench.installer.remove(installed.folder)
    assert bench.left() == []


def test_a_model_that_cannot_be_removed_is_one_sentence(bench: Bench) -> None:
    bench.models.mkdir(parents=True)
    with pytest.raises(SpeechError, match="cannot be removed"):
        bench.installer.remove(bench.models / "none")


# --- file lists -----------------------------------------------------------------------------------


def test_changed_missing_and_unlisted_files(bench: Bench, small_model: Path) -> None:
    folder = bench.installer.import_model(small_model).folder
    words = folder / "graph" / "words.txt"
    words.write_text("GRAPH/WORDS.TXT"[: len(words.read_text())])
    with pytest.raises(SpeechError, match=r"damaged: graph/words\.txt has changed"):
        check_files(folder)
    words.unlink()
    with pytest.raises(SpeechError, match=r"incomplete: graph/words\.txt is missing"):
        check_files(folder)
    (folder / ".callassist.json").write_text("{")
    with pytest.raises(SpeechError, match=r"file list .* cannot be read"):
        check_files(folder)
    (folder / ".callassist.json").unlink()
    assert check_files(folder) is None


def test_the_real_starter_survives_packing(bench: Bench, starter: Path, tmp_path: Path) -> None:
    archive = Path(shutil.make_archive(str(tmp_path / "mine"), "zip", starter))
    folder = bench.installer.import_model(archive).folder
    for file in (path for path in starter.rglob("*") if path.is_file()):
        assert (folder / file.relative_to(starter)).read_bytes() == file.read_bytes()
