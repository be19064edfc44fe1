"""Models onto this computer and off it again, each step all or nothing."""

import contextlib
import hashlib
import re
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from assist.speech.catalogue import STARTER, Catalogue
from assist.speech.download import (
    FreeBytes,
    Report,
    download,
    free_bytes,
    need_space,
    published_md5,
)
from assist.speech.errors import DiskFull, SpeechError
from assist.speech.layout import check_layout
from assist.speech.unpack import copy_folder, model_root, unpack_zip
from assist.speech.verify import LoadReport, write_manifest

Step = Callable[[str], Report]
"""Told that a step begins ("download" …); gives back where to report its progress."""

Probe = Callable[[Path], LoadReport]
"""Tries a model in a child process; raises SpeechError."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_NEW = ".new-"
_OLD_S = 24 * 3600
_DOWNLOADS = ".downloads"


@dataclass(frozen=True, slots=True, kw_only=True)
class Installed:
    """A model just installed. `is_checked`: its file had the MD5 that the publisher lists."""

    name: str
    folder: Path
    report: LoadReport
    is_checked: bool


class Installer:
    """Puts models into the folder `models`; `probe` must pass before one takes its place there."""

    def __init__(
        self, models: Path, *, probe: Probe, step: Step, free: FreeBytes = free_bytes
    ) -> None:
        self._models = models
        self._probe = probe
        self._step = step
        self._free = free

    def install(self, name: str, catalogue: Catalogue) -> Installed:
        """Download a model of the catalogue. Raises SpeechError; a cut download goes on later."""
        entry = catalogue.entry(name)
        self._check_free(name)
        downloads = self._models / _DOWNLOADS
        self._make(downloads)
        archive = downloads / f"{name}.zip"
        if not archive.exists():
            with _removed_if_empty(downloads):
                # Its real size is known only when the server answers; this is told at once.
                part = archive.with_name(f"{archive.name}.part")
                have = part.stat().st_size if part.exists() else 0
                needed = max(0, entry.megabytes * 1_000_000 - have)
                need_space(self._models, needed, self._free, "the download")
                url = catalogue.address(name)
                download(url, archive, report=self._step("download"), free=self._free)
        expected = published_md5(catalogue.checksums, name)
        if expected is not None and _md5(archive, self._step("check")) != expected:
            archive.unlink()
            raise SpeechError(
                f"The download of {name} is damaged (its checksum is not the publisher's); "
                "run the same command again."
            )
        try:
            installed = self._from_zip(archive, name, catalogue.address(name), expected is not None)
        except DiskFull:
            raise
        except SpeechError:
            # A file that cannot be used would only fail the same way the next time.
            archive.unlink(missing_ok=True)
            raise
        archive.unlink(missing_ok=True)
        with _removed_if_empty(downloads):
            return installed

    def import_model(self, source: Path, name: str = "") -> Installed:
        """Install a model from a zip file or folder; the source stays. Raises SpeechError."""
        if not source.exists():
            raise SpeechError(f"There is nothing at {source}; check the path.")
        given = name or (source.stem if source.suffix.lower() == ".zip" else source.resolve().name)
        self._check_free(given)
        self._make(self._models)
        if source.is_dir():
            return self._from_folder(source, given)
        return self._from_zip(source, given, str(source), is_checked=False)

    def remove(self, folder: Path) -> None:
        """Delete an installed model. Raises SpeechError."""
        doomed = self._models / f"{_NEW}removed-{time.time_ns()}"
        try:
            folder.rename(doomed)  # gone at once, whatever interrupts the deleting
            shutil.rmtree(doomed)
        except OSError as error:
            raise SpeechError(
                f"The model in {folder} cannot be removed ({error.strerror}); "
                "check the folder's permissions."
            ) from None

    def _from_zip(self, archive: Path, name: str, source: str, is_checked: bool) -> Installed:
        with self._new_folder() as new:
            unpack_zip(archive, new, report=self._step("unpack"), free=self._free)
            return self._settle(new, name, source, is_checked)

    def _from_folder(self, folder: Path, name: str) -> Installed:
        check_layout(model_root(folder))  # before copying gigabytes
        with self._new_folder() as new:
            copy_folder(folder, new, report=self._step("copy"), free=self._free)
            return self._settle(new, name, str(folder), is_checked=False)

    def _settle(self, new: Path, name: str, source: str, is_checked: bool) -> Installed:
        """Try the unpacked model and give it its place."""
        root = model_root(new)
        self._step("test")
        try:
            report = self._probe(root)
        except SpeechError as error:
            # The user knows the source, not the temporary folder.
            raise SpeechError(str(error).replace(str(root), source)) from None
        folder = self._models / name
        write_manifest(root, name=name, source=source)
        try:
            root.rename(folder)
        except OSError as error:
            raise SpeechError(
                f"{folder} cannot be written ({error.strerror}); remove the model first."
            ) from None
        return Installed(name=name, folder=folder, report=report, is_checked=is_checked)

    def _check_free(self, name: str) -> None:
        """The name must be usable as a folder's and not be taken."""
        if not _NAME.fullmatch(name):
            raise SpeechError(
                f"'{name}' cannot be a model's name; give one of letters, digits, '-', '_' and "
                "'.' with --name."
            )
        if name == STARTER:
            raise SpeechError(f"'{STARTER}' is the shipped model's name; give another with --name.")
        if (self._models / name).exists():
            raise SpeechError(
                f"{name} is installed already; `assist models verify {name}` checks it, "
                f"`assist models remove {name}` removes it."
            )

    def _make(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SpeechError(
                f"The folder {folder} cannot be made ({error.strerror}); check its permissions."
            ) from None

    @contextlib.contextmanager
    def _new_folder(self) -> Iterator[Path]:
        """A folder beside the models, gone afterwards; so are those of runs that were killed."""
        for left in self._models.glob(f"{_NEW}*"):
            if time.time() - left.stat().st_mtime > _OLD_S:
                shutil.rmtree(left, ignore_errors=True)
        new = Path(tempfile.mkdtemp(prefix=_NEW, dir=self._models))
        try:
            yield new
        finally:
            shutil.rmtree(new, ignore_errors=True)


@contextlib.contextmanager
def _removed_if_empty(folder: Path) -> Iterator[None]:
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            folder.rmdir()


def _md5(file: Path, report: Report) -> str:
    digest = hashlib.md5(usedforsecurity=False)
    total, done = file.stat().st_size, 0
    with file.open("rb") as opened:
        while data := opened.read(1 << 20):
            digest.update(data)
            done += len(data)
            report(done, total)
    return digest.hexdigest()
