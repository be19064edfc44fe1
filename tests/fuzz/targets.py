"""What comes from outside, each as one function that takes any bytes.

A target may answer with an `AssistError`, the sentence a user is told. Anything else that leaves it
is a fault: so are a run that takes seconds and memory that grows beyond the input's order.
"""

import base64
import contextlib
import http.client
import itertools
import shutil
import socket
import zlib
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http.server import HTTPServer
from pathlib import Path
from typing import Any, cast

from sqlalchemy import delete

from assist.audio.files import open_recording, read_voice
from assist.audio.kept import open_kept
from assist.audio.spool import Spool
from assist.core import codec
from assist.core.commands import Command, ReportPhone
from assist.core.errors import AssistError
from assist.core.notices import PROTOCOL_VERSION, Hello
from assist.core.words import Party
from assist.cues.card_files import check_cards
from assist.cues.layers import Layer, join_layers
from assist.cues.lint import lint
from assist.cues.packs import objection, open_pack
from assist.engine.server import Reply, Server
from assist.engine.sockets import SocketAcceptor
from assist.engine.wire import lines
from assist.review.import_list import ImportList
from assist.review.recordings import name_reader, plan, read_list
from assist.session.journal import read_journal
from assist.settings.policy import read_policy
from assist.settings.reading import checked
from assist.softphone import actionurl
from assist.softphone.baresip import report_of
from assist.softphone.netstrings import NetstringReader
from assist.softphone.url import parse_query, parse_url
from assist.speech.catalogue import load_catalogue
from assist.speech.layout import check_layout
from assist.speech.unpack import model_root, unpack_zip
from assist.speech.verify import check_files
from assist.store import rows, schema
from assist.store.calls import SqlCallStore
from assist.store.database import writing
from assist.store.folder_sync import Folder
from assist.store.gather import gather
from assist.store.journal_reader import read_closed_journal
from assist.store.outbox import put_state
from assist.store.sealed import unseal
from assist.store.sealing import SealedRecords, SpoolKey
from assist.ui.handover import arguments_of
from tests.fuzz import seeds

SECONDS_OF_SOUND = 20
"""Read of a recording: a file of some bytes may claim, and hold, hours of silence."""
_SECRET = "0123456789abcdef"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """`run` is given any bytes and a folder of its own; `longest` is the longest input tried."""

    name: str
    run: Callable[[bytes, Path], None]
    seeds: Callable[[], Sequence[bytes]]
    longest: int = 4096
    share: float = 1.0
    """How many of the cases of a long run it gets, against the others."""


class FixedKey:
    """The key of this computer's calls, always the same."""

    def database_key(self) -> bytes:
        return bytes(range(32))


def _write(folder: Path, name: str, data: bytes) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def sound(data: bytes, folder: Path) -> None:
    file = _write(folder, "sound", data)
    with contextlib.suppress(AssistError):
        for _ in itertools.islice(open_recording([file]).blocks(), SECONDS_OF_SOUND * 10):
            pass
    with contextlib.suppress(AssistError):
        read_voice(file)


def kept(data: bytes, folder: Path) -> None:
    """Kept sound, a spool and its key, as they lie on the disk."""
    keys = FixedKey()
    with contextlib.suppress(AssistError):
        open_kept(_write(folder, "agent.flac.sealed", data), SealedRecords(keys, "sound"))
    spool = folder / "spool"
    _write(spool, "agent.spool", data)
    _write(spool, "spool.key", data[:60])
    with contextlib.suppress(AssistError):
        list(Spool(spool, SealedRecords(SpoolKey(spool, keys), "spool")).read(Party.AGENT))
    list(Spool(spool).read(Party.AGENT))
    _write(spool, "agent.spool", seeds.frames(SealedRecords(keys, "spool"), data))
    list(Spool(spool, SealedRecords(keys, "spool")).read(Party.AGENT))


def journal(data: bytes, folder: Path) -> None:
    file = _write(folder, "journal.jsonl", data)
    for records in (None, SealedRecords(FixedKey())):
        with contextlib.suppress(AssistError):
            read_journal(file, records)
        with contextlib.suppress(AssistError):
            rows.part_rows(gather(read_closed_journal(file, records), str(file)))


def playbook(data: bytes, folder: Path) -> None:
    del folder
    texts = [part.decode("utf-8", "replace") for part in data.split(b"\0", 2)]
    layers = [
        Layer(name=name, file=name, text=text)
        for name, text in zip(("base", "company", "agent"), texts, strict=False)
    ]
    lint(join_layers(layers))


def pack(data: bytes, folder: Path) -> None:
    file = _write(folder, "rules.pack", data)
    opened = open_pack(file)
    objection(opened, {}, file)
    check_cards(opened.pack.cards)


class _Chunks:
    """A connection whose other side sends these bytes, in pieces."""

    def __init__(self, data: bytes) -> None:
        size = 1 + len(data) // 3
        self._pieces = [data[at : at + size] for at in range(0, len(data), size)]

    def receive(self) -> bytes:
        return self._pieces.pop(0) if self._pieces else b""

    def send(self, data: bytes) -> None: ...
    def set_timeout(self, timeout_s: float | None) -> None: ...
    def cut(self) -> None: ...
    def close(self) -> None: ...


def protocol(data: bytes, folder: Path) -> None:
    del folder
    for line in lines(_Chunks(data)):
        message = codec.from_line(line)
        # What was understood can be said again, in the same words.
        assert codec.from_line(codec.to_line(message)) == message


class Listening:
    """A server on a socket of its own, which clients with any bytes come to."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "engine.sock"
        self.commands: deque[Command] = deque(maxlen=1000)
        self.server = Server(
            SocketAcceptor(self.path),
            Hello(protocol=PROTOCOL_VERSION, version="9", pid=1),
            on_command=self._take,
            on_clients=lambda count: None,
        )
        self.server.start()

    def _take(self, command: Command, reply: Reply) -> None:
        self.commands.append(command)

    def visit(self, data: bytes) -> None:
        """Say these bytes, and hear the server out. Raises where it does not hang up."""
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.settimeout(30)
            line.connect(str(self.path))
            with contextlib.suppress(BrokenPipeError):  # it hung up before all was said
                line.sendall(data)
            with contextlib.suppress(OSError):
                line.shutdown(socket.SHUT_WR)
            with contextlib.suppress(ConnectionResetError):
                while line.recv(1 << 16):
                    pass


_listening: dict[Path, Listening] = {}
"""By folder: one server for all cases of a run, as one engine serves all its clients."""


def local_socket(data: bytes, folder: Path) -> None:
    if folder not in _listening:
        folder.chmod(0o700)
        _listening[folder] = Listening(folder)
    _listening[folder].visit(data)


def handover(data: bytes, folder: Path) -> None:
    """What a second start of the sidebar says to the first."""
    del folder
    arguments_of(data)


def url(data: bytes, folder: Path) -> None:
    del folder
    text = _text(data)
    with contextlib.suppress(AssistError):
        action, fields = parse_url(text)
        ReportPhone(action=cast(Any, action), **fields)
    parse_query(text)


class _PhoneServer:
    """What a handler of action URLs asks of its server."""

    secret = _SECRET

    def report(self, told: ReportPhone) -> None: ...


def action_url(data: bytes, folder: Path) -> None:
    del folder
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(data)
        theirs.shutdown(socket.SHUT_WR)
        # `_Server.handle_error` takes these.
        with contextlib.suppress(OSError, http.client.HTTPException):
            actionurl._Handler(ours, ("127.0.0.1", 0), cast(HTTPServer, _PhoneServer()))


def phone(data: bytes, folder: Path) -> None:
    """baresip's control socket."""
    del folder
    reader = NetstringReader()
    with contextlib.suppress(AssistError):
        for piece in (data[: len(data) // 2], data[len(data) // 2 :]):
            for message in reader.feed(piece):
                report_of(message)
    report_of(data)


def csv_list(data: bytes, folder: Path) -> None:
    listed = read_list(_write(folder, "calls.csv", data))
    plan([folder / "a-agent.wav"], listed=listed, channels=lambda file: 1)


def import_log(data: bytes, folder: Path) -> None:
    """The list of what was imported, and names of recordings."""
    ImportList(_write(folder, "imports.jsonl", data), b"secret")
    name = _text(data[:200]).replace("\0", "").replace("/", "") or "x"
    read = name_reader("{date}_{time}_{agent}_{customer}_{number}_{side}")
    plan([folder / name], read_name=read, channels=lambda file: 1)


def model_archive(data: bytes, folder: Path) -> None:
    target = folder / "unpacked"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    outside = sorted(path for path in folder.rglob("*") if target not in path.parents)
    try:
        archive = _write(folder, "model.zip", data)
        outside = sorted({*outside, archive})
        unpack_zip(archive, target, report=lambda done, total: None, free=lambda path: 1 << 30)
        check_layout(model_root(target))
    finally:
        now = sorted(path for path in folder.rglob("*") if target not in path.parents)
        assert now == outside, "something was written outside of the folder"


def model_folder(data: bytes, folder: Path) -> None:
    root = folder / "model"
    for name in ("am/final.mdl", "conf/mfcc.conf", "graph/HCLG.fst"):
        _write(root, name, b"x")
    conf, _, rest = data.partition(b"\0")
    words, _, manifest = rest.partition(b"\0")
    _write(root, "conf/model.conf", conf)
    _write(root, "graph/words.txt", words)
    _write(root, ".callassist.json", manifest)
    for check in (check_layout, check_files):
        with contextlib.suppress(AssistError):
            check(root)
    load_catalogue(_write(folder, "catalogue.toml", conf))


def settings(data: bytes, folder: Path) -> None:
    read_policy(_write(folder, "policy.toml", data))
    with contextlib.suppress(UnicodeDecodeError):
        checked(folder / "settings.toml", data.decode())


def shared_folder(data: bytes, folder: Path) -> None:
    """A file of the team's folder: as anybody may leave it, and as a workstation may seal it."""
    work = _lead(folder)
    _forget_calls(work)
    ours = work.path / "from" / "station"
    ours.mkdir(parents=True, exist_ok=True)
    (ours / "public").write_bytes(seeds.STATION_PUBLIC.encode())
    name = f"{1:012d}.call"
    with contextlib.suppress(AssistError):
        unseal(data, name, writer=seeds.STATION_PUBLIC, reader=seeds.LEAD)
    (ours / name).write_bytes(seeds.sealed_call(data, f"station/{name}"))
    work.receive(seeds.LEAD)
    _forget_calls(work)
    (ours / name).write_bytes(seeds.sealed_call(zlib.compress(data), f"station/{name}"))
    work.receive(seeds.LEAD)


_leads: dict[Path, Folder] = {}


def _forget_calls(work: Folder) -> None:
    """As before the first file: what was taken once would not be looked at again."""
    with writing(work.local) as connection:
        connection.execute(delete(schema.calls))
        put_state(connection, work.target, "calls:station", "0")


def _lead(folder: Path) -> Folder:
    if folder not in _leads:
        store = SqlCallStore(folder / "calls.db", FixedKey())
        _leads[folder] = Folder(path=folder / "team", local=store.engine, local_name=store.name)
    return _leads[folder]


def forget_folders() -> None:
    """Close what was opened for folders: servers and stores."""
    while _listening:
        _listening.popitem()[1].server.stop()
    while _leads:
        _leads.popitem()[1].local.dispose()


def sealed_line(data: bytes, folder: Path) -> None:
    """One sealed record, and the same in the base64 of a journal's line."""
    del folder
    records = SealedRecords(FixedKey())
    for stored in (data, base64.b64encode(data)):
        with contextlib.suppress(ValueError):
            records.decode(0, stored)
    assert records.decode(1, records.encode(1, data)) == data


TARGETS = (
    Target(name="wav", run=sound, seeds=seeds.wav, longest=8192),
    Target(name="flac", run=sound, seeds=seeds.flac, longest=8192),
    Target(name="kept", run=kept, seeds=seeds.kept),
    Target(name="sealed", run=sealed_line, seeds=seeds.sealed),
    Target(name="journal", run=journal, seeds=seeds.journal, longest=16384),
    Target(name="playbook", run=playbook, seeds=seeds.playbook, share=0.3),
    Target(name="pack", run=pack, seeds=seeds.pack),
    Target(name="protocol", run=protocol, seeds=seeds.protocol, share=3.0),
    Target(name="socket", run=local_socket, seeds=seeds.protocol, share=0.3),
    Target(name="handover", run=handover, seeds=seeds.handover),
    Target(name="url", run=url, seeds=seeds.url, longest=2100, share=3.0),
    Target(name="actionurl", run=action_url, seeds=seeds.action_url),
    Target(name="phone", run=phone, seeds=seeds.phone, share=2.0),
    Target(name="csv", run=csv_list, seeds=seeds.csv_list, share=2.0),
    Target(name="imports", run=import_log, seeds=seeds.import_log),
    Target(name="archive", run=model_archive, seeds=seeds.archive, share=0.5),
    Target(name="model", run=model_folder, seeds=seeds.model),
    Target(name="settings", run=settings, seeds=seeds.settings, share=2.0),
    Target(name="shared", run=shared_folder, seeds=seeds.shared, longest=16384, share=0.1),
)
