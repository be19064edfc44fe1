"""A model out of a zip file or folder of unknown origin, into a folder of ours.

Nothing outside the target is ever written, no link is followed, and no more is written than the
archive says and the disk can hold.
"""

import errno
import os
import re
import shutil
import stat
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from assist.speech.download import FreeBytes, Report, need_space
from assist.speech.errors import DiskFull, SpeechError

_MAX_FILES = 2_000
"""The largest official model has some 40 files."""
_MAX_BYTES = 20_000_000_000
"""The largest official model unpacks to about 8 GB."""
_MAX_RATIO = 200
"""Unpacked size over packed: models are below 5, a zip bomb is in the thousands."""
_SMALL_FILE = 1_000_000
"""Below this a high ratio is harmless (a file of zeros)."""
_CHUNK = 1 << 20
_DRIVE = re.compile(r"^[A-Za-z]:")


def unpack_zip(archive: Path, target: Path, *, report: Report, free: FreeBytes) -> None:
    """Unpack into the empty folder `target`. Raises SpeechError; what was written stays there."""
    try:
        with zipfile.ZipFile(archive) as opened:
            members = _checked_members(archive, opened.infolist())
            total = sum(member.file_size for member in members)
            need_space(target, total, free, "the unpacked model")
            done = 0
            for member in members:
                file = target.joinpath(*_safe_parts(archive, member.filename))
                file.parent.mkdir(parents=True, exist_ok=True)
                done = _write_member(opened, member, file, archive, done, total, report)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError) as error:
        raise SpeechError(
            f"{archive} is not a complete zip file ({error}); download or copy it again."
        ) from None
    except OSError as error:
        raise _disk_error(f"{archive} cannot be unpacked to {target}", error) from None


def copy_folder(source: Path, target: Path, *, report: Report, free: FreeBytes) -> None:
    """Copy a model's folder into the empty folder `target`. Raises SpeechError."""
    files: list[tuple[Path, int]] = []
    for parent, folders, names in os.walk(source):
        for name in (*folders, *names):
            path = Path(parent, name)
            if path.is_symlink():
                raise SpeechError(
                    f"{path} is a link, which a model's folder must not have; "
                    "copy the real file there."
                )
        for name in names:
            path = Path(parent, name)
            if not path.is_file():
                raise SpeechError(f"{path} is not a plain file; import only the model's folder.")
            files.append((path, path.stat().st_size))
            if len(files) > _MAX_FILES:
                raise SpeechError(
                    f"{source} has too many files to be a speech model; import the model's folder."
                )
    total = sum(size for _, size in files)
    need_space(target, total, free, "the copy of the model")
    done = 0
    try:
        for path, size in files:
            file = target / path.relative_to(source)
            file.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, file)
            done += size
            report(done, total)
    except OSError as error:
        raise _disk_error(f"{source} cannot be copied to {target}", error) from None


def _disk_error(what: str, error: OSError) -> SpeechError:
    sentence = f"{what} ({error.strerror or error}); check the disk and try again."
    is_full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    return DiskFull(sentence) if is_full else SpeechError(sentence)


def model_root(folder: Path) -> Path:
    """The folder at or below `folder` that is the model: archives hold it at different depths."""
    queue = [folder]
    for _ in range(3):
        for found in queue:
            if (found / "am" / "final.mdl").is_file() or (found / "final.mdl").is_file():
                return found
        queue = [child for found in queue for child in sorted(found.iterdir()) if child.is_dir()]
    # Not a model. If it is a broken one, its own folder tells which file is missing.
    for found in (folder, *(child for child in sorted(folder.iterdir()) if child.is_dir())):
        if any((found / part).is_dir() for part in ("am", "conf", "graph")):
            return found
    raise SpeechError("There is no speech model in it: no folder has am/final.mdl.")


def _checked_members(archive: Path, members: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    if len(members) > _MAX_FILES:
        raise SpeechError(f"{archive} has too many files to be a speech model; it is not unpacked.")
    total = 0
    for member in members:
        _safe_parts(archive, member.filename)
        kind = stat.S_IFMT(member.external_attr >> 16)
        if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise SpeechError(
                f"{archive} holds a link or device ({member.filename!r}), which no speech model "
                "has; it is not unpacked."
            )
        if member.flag_bits & 0x1:
            raise SpeechError(f"{archive} is locked with a password; import the unpacked folder.")
        packed = max(member.compress_size, 1)
        if member.file_size > _SMALL_FILE and member.file_size / packed > _MAX_RATIO:
            raise SpeechError(
                f"{archive} would unpack to far more than a speech model; it is not unpacked."
            )
        total += member.file_size
    if total > _MAX_BYTES:
        raise SpeechError(
            f"{archive} would unpack to far more than a speech model; it is not unpacked."
        )
    return [member for member in members if not member.is_dir()]


def _safe_parts(archive: Path, name: str) -> tuple[str, ...]:
    """The parts of a member's path, none of which leads out of the target."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if not parts or parts[0] == "/" or ".." in parts or _DRIVE.match(name) or "\0" in name:
        raise SpeechError(
            f"{archive} holds a file that would be written elsewhere ({name!r}); "
            "it is not unpacked."
        )
    return parts


def _write_member(
    opened: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    file: Path,
    archive: Path,
    done: int,
    total: int,
    report: Report,
) -> int:
    """Write one file; the bytes written so far in all."""
    written = 0
    with opened.open(member) as packed, file.open("xb") as out:
        while data := packed.read(_CHUNK):
            written += len(data)
            if written > member.file_size:  # the archive lied about it
                raise SpeechError(f"{archive} is not what it says it is; it is not unpacked.")
            out.write(data)
            report(done + written, total)
    return done + written
