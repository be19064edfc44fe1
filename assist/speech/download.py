"""Downloads that can be stopped at any moment and go on later where they stopped."""

import errno
import http.client
import json
import re
import shutil
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import msgspec

import assist
from assist.speech.errors import DiskFull, SpeechError

Report = Callable[[int, int | None], None]
"""Told the bytes here so far, and the bytes in all if known."""

FreeBytes = Callable[[Path], int]
"""Bytes free on the disk that holds a folder."""

TIMEOUT_S = 30.0
"""Without a byte for so long the connection counts as cut."""

_CHUNK = 1 << 16
_MARGIN = 50_000_000
"""Bytes to be left free on the disk, for calls going on meanwhile."""
_ATTEMPTS_WITHOUT_PROGRESS = 3
_LONGEST_LIST = 5_000_000
_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+|\*)")


def free_bytes(folder: Path) -> int:
    return shutil.disk_usage(folder).free


def megabytes(count: int) -> str:
    return f"{count / 1e6:,.0f} MB"


def need_space(folder: Path, needed: int, free: FreeBytes, what: str) -> None:
    """Raises DiskFull when the disk has not got room for `needed` bytes and a margin."""
    available = free(folder)
    if available < needed + _MARGIN:
        raise DiskFull(
            f"The disk of {folder} has {megabytes(available)} free but {what} needs "
            f"{megabytes(needed + _MARGIN)}; make room and try again."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """A server's answer: where its bytes begin, how many there are in all, its version mark."""

    response: http.client.HTTPResponse
    start: int
    total: int | None
    mark: str


class _Cut(Exception):
    """The connection broke; what came is kept."""


def download(url: str, file: Path, *, report: Report, free: FreeBytes = free_bytes) -> None:
    """Fetch `url` into `file`, going on with `file.part` if an earlier attempt left one.

    Raises SpeechError; what was fetched stays for the next attempt.
    """
    if not url.startswith(("https://", "http://")):
        raise SpeechError(f"{url} is not a web address; correct the catalogue.")
    part = file.with_name(file.name + ".part")
    part.parent.mkdir(parents=True, exist_ok=True)
    failures = 0
    while True:
        before = _size(part)
        try:
            _fetch(url, part, report, free)
            break
        except _Cut as cut:
            failures = 0 if _size(part) > before else failures + 1
            if failures >= _ATTEMPTS_WITHOUT_PROGRESS:
                if not _size(part):
                    raise SpeechError(
                        f"{url} cannot be reached ({cut}); check the network, or bring the file on "
                        "a stick and use `assist models import`."
                    ) from None
                raise SpeechError(
                    f"The download of {url} stopped after {megabytes(_size(part))} ({cut}); run "
                    "the same command again and it goes on from there."
                ) from None
    part.replace(file)
    _mark_file(part).unlink(missing_ok=True)


def published_md5(list_url: str, name: str) -> str | None:
    """The MD5 of a model's file by the publisher's own list; None when that cannot be had."""
    try:
        with _open(list_url, {}) as response:
            listed = msgspec.json.decode(response.read(_LONGEST_LIST))
    except (OSError, http.client.HTTPException, ValueError, msgspec.DecodeError):
        return None
    for model in listed if isinstance(listed, list) else ():
        if isinstance(model, dict) and model.get("name") == name:
            md5 = model.get("md5")
            return md5.lower() if isinstance(md5, str) and len(md5) == 32 else None
    return None


def _fetch(url: str, part: Path, report: Report, free: FreeBytes) -> None:
    have = _size(part)
    answer = _ask(url, part, have)
    if answer is None:  # the part is the whole file already
        report(have, have)
        return
    with answer.response as response:
        if answer.total is not None:
            need_space(part.parent, answer.total - answer.start, free, "the rest of the download")
        done = answer.start
        try:
            _mark_file(part).write_text(json.dumps({"url": url, "mark": answer.mark}), "utf-8")
            with part.open("r+b" if part.exists() else "wb") as out:
                out.truncate(done)
                out.seek(done)
                report(done, answer.total)
                while data := _read(response):
                    out.write(data)
                    done += len(data)
                    report(done, answer.total)
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise DiskFull(
                    f"The disk of {part.parent} is full after {megabytes(done)} of the download; "
                    "make room and run the same command again, it goes on from there."
                ) from None
            raise SpeechError(
                f"{part} cannot be written ({error.strerror}); check the folder's permissions."
            ) from None
    if answer.total is not None and done < answer.total:
        raise _Cut("the connection was cut")


def _ask(url: str, part: Path, have: int) -> _Answer | None:
    """Ask for what is missing of the part; None when nothing is."""
    headers = {}
    mark = _known_mark(part, url)
    if have and mark:
        # With If-Range the server sends the whole file if it is no longer the same one.
        headers = {"Range": f"bytes={have}-", "If-Range": mark}
    try:
        response = _open(url, headers)
    except urllib.error.HTTPError as error:
        with error:
            if error.code == http.client.REQUESTED_RANGE_NOT_SATISFIABLE and have:
                match = re.fullmatch(r"bytes \*/(\d+)", error.headers.get("Content-Range") or "")
                if match and int(match[1]) == have:
                    return None
                part.unlink()
                raise _Cut("the file has changed") from None
            if error.code >= 500:
                raise _Cut(f"the server says {error.code}") from None
            raise SpeechError(
                f"{url} cannot be fetched (the server says {error.code} {error.reason}); look at "
                "https://alphacephei.com/vosk/models and use `assist models import` instead."
            ) from None
    except (OSError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", None) or error
        raise _Cut(f"{reason}") from None
    length = response.headers.get("Content-Length")
    start = 0
    total = int(length) if length and length.isdigit() else None
    if response.status == http.client.PARTIAL_CONTENT:
        match = _RANGE.fullmatch(response.headers.get("Content-Range") or "")
        if match is None or int(match[1]) != have:
            response.close()
            part.unlink()
            raise _Cut("the server sent another part of the file")
        start = have
        total = None if match[2] == "*" else int(match[2])
    mark = response.headers.get("ETag") or response.headers.get("Last-Modified") or ""
    return _Answer(response=response, start=start, total=total, mark=mark)


def _open(url: str, headers: dict[str, str]) -> http.client.HTTPResponse:
    agent = {"User-Agent": f"CallAssist/{assist.__version__}"}
    request = urllib.request.Request(url, headers=agent | headers)  # noqa: S310 (http only, checked)
    response = urllib.request.urlopen(request, timeout=TIMEOUT_S)  # noqa: S310
    assert isinstance(response, http.client.HTTPResponse)
    return response


def _read(response: http.client.HTTPResponse) -> bytes:
    try:
        return response.read(_CHUNK)
    except (OSError, http.client.HTTPException) as error:
        raise _Cut(f"{error}") from None


def _size(part: Path) -> int:
    try:
        return part.stat().st_size
    except FileNotFoundError:
        return 0


def _mark_file(part: Path) -> Path:
    return part.with_name(part.name + ".json")


def _known_mark(part: Path, url: str) -> str:
    """The version mark of the file that the part belongs to; "" when it cannot be trusted."""
    try:
        known = json.loads(_mark_file(part).read_text("utf-8"))
        mark = known["mark"] if known["url"] == url else ""
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    # A weak ETag says nothing about single bytes.
    return mark if isinstance(mark, str) and not mark.startswith("W/") else ""
