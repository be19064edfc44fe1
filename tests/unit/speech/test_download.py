"""Downloads: go on where they stopped, and end in one sentence otherwise."""

import errno
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest

from assist.speech.download import download, published_md5
from assist.speech.errors import DiskFull, SpeechError
from tests.helpers.fileserver import FileServer

CONTENT = bytes(range(256)) * 2000
PLENTY = 10**12


@pytest.fixture
def server() -> Iterator[FileServer]:
    with FileServer().running() as running:
        running.files["/model.zip"] = CONTENT
        yield running


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "downloads" / "model.zip"


def part_of(file: Path) -> Path:
    return file.with_name("model.zip.part")


def fetch(server: FileServer, file: Path, free: int = PLENTY) -> list[tuple[int, int | None]]:
    told: list[tuple[int, int | None]] = []
    download(
        f"{server.base}/model.zip",
        file,
        report=lambda done, total: told.append((done, total)),
        free=lambda folder: free,
    )
    return told


def refusal(server: FileServer, file: Path, free: int = PLENTY) -> str:
    with pytest.raises(SpeechError) as caught:
        fetch(server, file, free)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_file_is_fetched_and_its_progress_told(server: FileServer, file: Path) -> None:
    told = fetch(server, file)
    assert file.read_bytes() == CONTENT
    assert told[0] == (0, len(CONTENT))
    assert told[-1] == (len(CONTENT), len(CONTENT))
    assert list(file.parent.iterdir()) == [file]


def test_a_cut_connection_is_taken_up_again_at_once(server: FileServer, file: Path) -> None:
    server.cuts = [100_000, 50_000]
    fetch(server, file)
    assert file.read_bytes() == CONTENT
    assert [asked for _, asked in server.asked] == ["", "bytes=100000-", "bytes=150000-"]


def test_the_next_run_goes_on_where_the_last_one_stopped(server: FileServer, file: Path) -> None:
    server.cuts = [100_000, 0, 0, 0]
    text = refusal(server, file)
    assert "stopped after 0 MB" in text
    assert "goes on from there" in text
    assert part_of(file).stat().st_size == 100_000
    server.asked.clear()
    told = fetch(server, file)
    assert server.asked == [("/model.zip", "bytes=100000-")]
    assert told[0] == (100_000, len(CONTENT))
    assert file.read_bytes() == CONTENT


def test_an_interrupted_run_keeps_what_it_has(server: FileServer, file: Path) -> None:
    def stop(done: int, total: int | None) -> None:
        if done >= 65_536:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        download(f"{server.base}/model.zip", file, report=stop, free=lambda folder: PLENTY)
    assert part_of(file).stat().st_size >= 65_536
    fetch(server, file)
    assert file.read_bytes() == CONTENT
    assert server.asked[-1][1].startswith("bytes=")


def test_a_file_that_changed_meanwhile_is_fetched_from_its_beginning(
    server: FileServer, file: Path
) -> None:
    server.cuts = [100_000, 0, 0, 0]
    refusal(server, file)
    server.files["/model.zip"] = CONTENT[::-1]
    server.etag = '"v2"'
    fetch(server, file)
    assert file.read_bytes() == CONTENT[::-1]


@pytest.mark.parametrize("etag", ["", 'W/"v1"'])
def test_without_a_sure_version_mark_nothing_is_pieced_together(
    server: FileServer, file: Path, etag: str
) -> None:
    server.etag = etag
    server.cuts = [100_000]
    fetch(server, file)
    assert file.read_bytes() == CONTENT
    assert [asked for _, asked in server.asked] == ["", ""]


def test_a_part_that_is_whole_already_is_used(server: FileServer, file: Path) -> None:
    server.cuts = [100_000, 0, 0, 0]
    refusal(server, file)
    part_of(file).write_bytes(CONTENT)
    fetch(server, file)
    assert file.read_bytes() == CONTENT


def test_a_part_longer_than_the_file_is_thrown_away(server: FileServer, file: Path) -> None:
    server.cuts = [100_000, 0, 0, 0]
    refusal(server, file)
    part_of(file).write_bytes(CONTENT + b"more")
    fetch(server, file)
    assert file.read_bytes() == CONTENT


def test_a_missing_file_is_one_sentence(server: FileServer, file: Path) -> None:
    server.status = 404
    assert "the server says 404" in refusal(server, file)
    assert len(server.asked) == 1


def test_a_server_in_trouble_is_asked_three_times(server: FileServer, file: Path) -> None:
    server.status = 503
    assert "cannot be reached (the server says 503)" in refusal(server, file)
    assert len(server.asked) == 3


def test_nobody_there_is_one_sentence(server: FileServer, file: Path) -> None:
    with pytest.raises(SpeechError, match=r"cannot be reached .*; check the network"):
        # Port 1 of this computer: nothing listens there.
        download(
            "http://127.0.0.1:1/model.zip",
            file,
            report=lambda done, total: None,
            free=lambda folder: PLENTY,
        )


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://127.0.0.1/x", "model.zip"])
def test_only_web_addresses_are_fetched(file: Path, url: str) -> None:
    with pytest.raises(SpeechError, match="not a web address"):
        download(url, file, report=lambda done, total: None, free=lambda folder: PLENTY)


def test_a_disk_too_small_is_told_before_anything_is_written(
    server: FileServer, file: Path
) -> None:
    with pytest.raises(DiskFull, match="has 1 MB free but the rest of the download needs 51 MB"):
        fetch(server, file, free=1_000_000)
    assert not part_of(file).exists()


def test_a_disk_that_fills_up_keeps_what_it_has(
    server: FileServer, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real_open = Path.open

    class Filling:
        """A file on a disk with room for 200,000 bytes."""

        def __init__(self, real: IO[bytes]) -> None:
            self._real = real

        def write(self, data: bytes) -> int:
            if self._real.tell() + len(data) > 200_000:
                raise OSError(errno.ENOSPC, "No space left on device")
            return self._real.write(data)

        def __enter__(self) -> "Filling":
            return self

        def __exit__(self, *_: object) -> None:
            self._real.close()

        def __getattr__(self, name: str) -> Any:
            return getattr(self._real, name)

    def limited(self: Path, mode: str = "r", *args: Any, **kwargs: Any) -> Any:
        real = real_open(self, mode, *args, **kwargs)
        return Filling(real) if self.name.endswith(".part") else real

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", limited)
        with pytest.raises(DiskFull, match="is full after 0 MB of the download; make room"):
            fetch(server, file)
    assert 0 < part_of(file).stat().st_size <= 200_000
    fetch(server, file)
    assert file.read_bytes() == CONTENT


def test_a_folder_that_cannot_be_written_is_one_sentence(
    server: FileServer, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)
    with pytest.raises(SpeechError, match=r"cannot be written \(Permission denied\)"):
        fetch(server, file)


# --- the publisher's list -------------------------------------------------------------------------

LIST = (
    b'[{"name": "model-a", "md5": "0123456789ABCDEF0123456789abcdef"}, {"name": "model-b"}, '
    b'{"name": "model-c", "md5": ""}, 7]'
)


@pytest.mark.parametrize(
    ("content", "name", "md5"),
    [
        (LIST, "model-a", "0123456789abcdef0123456789abcdef"),
        (LIST, "model-b", None),
        (LIST, "model-c", None),
        (LIST, "model-d", None),
        (b"<html>down for maintenance", "model-a", None),
        (b"{}", "model-a", None),
    ],
)
def test_a_checksum_is_taken_from_the_publishers_list(
    server: FileServer, content: bytes, name: str, md5: str | None
) -> None:
    server.files["/list.json"] = content
    assert published_md5(f"{server.base}/list.json", name) == md5


def test_a_list_out_of_reach_gives_no_checksum(server: FileServer) -> None:
    assert published_md5(f"{server.base}/none.json", "model-a") is None
    assert published_md5("http://127.0.0.1:1/list.json", "model-a") is None
