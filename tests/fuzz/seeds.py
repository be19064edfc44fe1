"""Well-formed inputs of each kind, from which the fuzzer goes astray."""

import base64
import io
import json
import tempfile
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
import soundfile

from assist.core import codec
from assist.core.commands import AskStatus, SetName
from assist.core.journal_lines import JournalLines, with_binding
from assist.core.notices import PROTOCOL_VERSION, Hello
from assist.core.records import RecordCodec, frame
from assist.cues.packs import Pack, SigningKey
from assist.cues.packs import seal as seal_pack
from assist.store.calls import SqlCallStore
from assist.store.documents import document_of
from assist.store.sealed import public_key, seal
from assist.store.sealing import SealedRecords
from tests.helpers.finished_calls import HEADER, finished_call, write_call

LEAD = "11" * 32
STATION = "22" * 32
LEAD_PUBLIC, STATION_PUBLIC = public_key(LEAD), public_key(STATION)

_MODEL_CONF = b"--endpoint.silence-phones=1:2\n--frame-subsampling-factor=3\n"
_MODEL_FILES = (
    *("am/final.mdl", "conf/model.conf", "conf/mfcc.conf"),
    *("graph/HCLG.fst", "graph/words.txt"),
)
_PLAYBOOK = b"""schema = 1
name = "small"
[[rule]]
id = "dead_end"
title = "Dead end"
urgency = "nudge"
max_per_call = 1
[rule.when]
any = [{ detected = "dead_end" }, { said = ["nothing ...2 can do"], by = "agent", within_s = 20 }]
[[rule.wording]]
headline = "Say what you can do"
directions = ["What the next step is"]
"""


class _FixedKey:
    def database_key(self) -> bytes:
        return bytes(range(32))


def _sound(form: str, subtype: str, channels: int, rate: int) -> bytes:
    samples = (np.arange(1600 * channels, dtype=np.int32) * 997 % 20011 - 10000).astype(np.int16)
    out = io.BytesIO()
    soundfile.write(out, samples.reshape(-1, channels), rate, format=form, subtype=subtype)
    return out.getvalue()


def wav() -> Sequence[bytes]:
    return [
        _sound(form, subtype, channels, rate)
        for form, subtype, channels, rate in (
            ("WAV", "PCM_16", 2, 16000),
            ("WAV", "PCM_16", 1, 8000),
            ("WAV", "FLOAT", 2, 16000),
            ("WAV", "ULAW", 2, 8000),
            ("WAV", "IMA_ADPCM", 1, 8000),
            ("WAVEX", "PCM_24", 2, 8000),
            ("AIFF", "PCM_16", 2, 8000),
            ("AU", "ALAW", 2, 8000),
            ("RF64", "PCM_16", 2, 8000),
            ("W64", "PCM_16", 2, 8000),
            ("CAF", "PCM_16", 2, 8000),
        )
    ]


def flac() -> Sequence[bytes]:
    return [
        *(
            _sound("FLAC", "PCM_16", channels, rate)
            for channels in (1, 2)
            for rate in (8000, 16000)
        ),
        _sound("FLAC", "PCM_24", 2, 44100),
        _sound("OGG", "VORBIS", 2, 16000),
        _sound("OGG", "OPUS", 2, 16000),
        _sound("MP3", "MPEG_LAYER_III", 2, 16000),
    ]


def frames(records: RecordCodec, data: bytes) -> bytes:
    """Records of a spool that hold these bytes, sealed and framed as they should be."""
    pieces = [data[at : at + 512] for at in range(0, len(data), 512)]
    return b"".join(frame(records, number, piece) for number, piece in enumerate(pieces))


def kept() -> Sequence[bytes]:
    records = SealedRecords(_FixedKey(), "sound")
    return [frames(records, flac()[0]), frames(records, b"\0" * 3208)]


def sealed() -> Sequence[bytes]:
    records = SealedRecords(_FixedKey())
    return [records.encode(0, b'{"type":"tick","at":100}'), b"", b"x" * 12]


def journal() -> Sequence[bytes]:
    events = finished_call()
    whole = [msgspec.json.encode(HEADER), *(codec.to_line(event) for event in events)]
    records = SealedRecords(_FixedKey())
    sealed_lines = [
        base64.b64encode(records.encode(number, line)) for number, line in enumerate(whole[:4])
    ]
    lines = JournalLines(records)
    bound = [lines.line(0, with_binding(whole[0], "5b" * 16))]
    bound += [lines.line(number, line) for number, line in enumerate(whole[1:4], start=1)]
    return [
        *(b"\n".join(whole) + b"\n", b"\n".join(sealed_lines) + b"\n", b"\n".join(whole[:3])),
        b"".join(bound),
    ]


def _shipped(name: str) -> bytes:
    return (Path(__file__).resolve().parents[2] / "resources" / name).read_bytes()


def playbook() -> Sequence[bytes]:
    text = _shipped("playbooks/default.toml")
    head, *rules = text.split(b"[[rule]]")
    small = [head.partition(b"[phrases]")[0] + b"[[rule]]" + rule for rule in rules[:12]]
    return [
        _PLAYBOOK,
        *small,
        _PLAYBOOK + b'\0schema = 1\n[[rule]]\nid = "dead_end"\nenabled = false\n',
    ]


def pack() -> Sequence[bytes]:
    made = Pack(
        name="team",
        version="1",
        layer="team",
        made_by="Lea",
        made_at="2026-11-22T10:00:00+00:00",
        playbook=_PLAYBOOK.decode(),
        cards={"refund": _shipped("knowledge/refund.md").decode()},
    )
    return [seal_pack(made, _FixedSigningKey()).encode()]


class _FixedSigningKey(SigningKey):
    """A pair that needs no file."""

    def __init__(self) -> None:
        super().__init__(Path("unused"))

    def public(self) -> str:
        return base64.b64encode(bytes(32)).decode()

    def sign(self, message: bytes) -> bytes:
        return bytes(64)


def protocol() -> Sequence[bytes]:
    hello = codec.to_line(Hello(protocol=PROTOCOL_VERSION, version="9", pid=1))
    commands = [codec.to_line(AskStatus()), codec.to_line(SetName(name="David"))]
    some = {type(event): event for event in finished_call()}.values()
    return [
        b"\n".join([hello, *commands]) + b"\n",
        hello + b"\n",
        *(codec.to_line(event) + b"\n" for event in some),
    ]


def handover() -> Sequence[bytes]:
    return [b'["callassist://start?name=David"]\n', b"[]\n", b'["--demo", "x"]\n', b"[[[[[[\n"]


def url() -> Sequence[bytes]:
    return [
        b"callassist://start?name=David%20Miller&number=%2B15550142&ref=A1&id=7",
        b"callassist:end?id=7",
        b"callassist://ringing/?number=+1 555 0142",
        b"name=%C3%A9&number=1",
    ]


def action_url() -> Sequence[bytes]:
    place = b"/0123456789abcdef/start?number=%2B1555&name=D"
    return [
        b"GET " + place + b" HTTP/1.1\r\nHost: 127.0.0.1:80\r\n\r\n",
        b"POST " + place + b" HTTP/1.0\r\nHost: localhost:80\r\nContent-Length: 3\r\n\r\nabc",
        b"GET " + place + b" HTTP/1.1\r\nHost: 127.0.0.1:80\r\nOrigin: x\r\n\r\n",
    ]


def phone() -> Sequence[bytes]:
    told = json.dumps(
        {
            "event": True,
            "type": "CALL_ESTABLISHED",
            "id": "a1",
            "peeruri": "sip:+15550142@example.org",
            "peerdisplayname": "David",
        }
    ).encode()
    return [b"%d:%s," % (len(told), told), told, b"3:abc,3:abc,"]


def csv_list() -> Sequence[bytes]:
    return [
        b"file,started_at,agent,customer,number,reference\na.wav,2026-11-22 14:02,S,D,555,1\n",
        b"agent_file;customer_file;number\na.wav;b.wav;555\n",
        b'\xef\xbb\xbffile\tagent\n"a\tb.wav"\tS\n',
    ]


def import_log() -> Sequence[bytes]:
    return [
        b'{"key":"a","call":"c","stamps":["x|1|2"]}\n{"key":"b","why":"no"}\n',
        b"20261122_140205_Sarah_David_555-0142_agent.wav",
    ]


def _zip(names: Sequence[str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name in names:
            archive.writestr(name, _MODEL_CONF)
    return out.getvalue()


def archive() -> Sequence[bytes]:
    return [
        _zip([f"m/{name}" for name in _MODEL_FILES]),
        _zip(["am/final.mdl"], zipfile.ZIP_STORED),
        _zip(["../out"]),
        _zip(["/tmp/out", "c:\\out", "a/../../out"]),
    ]


def model() -> Sequence[bytes]:
    manifest = {"name": "m", "source": "s", "files": {"am/final.mdl": {"size": 1, "sha256": "0"}}}
    catalogue = b'base = "https://x"\nchecksums = "y"\n[[model]]\nname = "a"\nlanguage = "en"\n'
    return [
        catalogue + b'kind = "small"\nmegabytes = 4\nlicence = "z"\n\0\0',
        _MODEL_CONF + b"\0<eps> 0\nhello 1\n\0" + json.dumps(manifest).encode(),
    ]


def settings() -> Sequence[bytes]:
    return [
        b'[locked]\nkeep_audio = false\nteam_shares = "totals"\n[suggested]\nmodel = "x"\n',
        b'version = 1\nmodel = "starter"\nwords = ["router"]\nsidebar_width = 340\n',
        b'shortcut_pause = "Ctrl+Alt+P"\nbaresip = "127.0.0.1:4444"\n',
        b'team_database = "postgresql://a:b@c/d"\n',
        b"name_pattern = '(?P<name>x)'\nsidebar_widht = 3\n",
    ]


def _envelope() -> dict[str, object]:
    """A call as a workstation sends it."""
    with (
        tempfile.TemporaryDirectory() as home,
        SqlCallStore(Path(home) / "calls.db", _FixedKey()) as store,
    ):
        call = store.save_call(write_call(Path(home), "20261122T101500-0123456789"))
        with store.engine.connect() as connection:
            document = document_of(connection, call, "transcripts", "Sarah")
    assert document is not None
    return {"previous": 0, "version": 1, "digest": "d", **document}


def shared() -> Sequence[bytes]:
    content = msgspec.json.encode(_envelope())
    return [content, zlib.compress(content), b'{"previous":0,"version":1}']


def sealed_call(content: bytes, name: str) -> bytes:
    return seal(content, name, writer=STATION, reader=LEAD_PUBLIC)
