"""Every message survives its JSON line, and strange lines are one sentence."""

import json

import pytest

from assist.core import codec
from assist.core.codec import CodecError, Message
from assist.core.commands import EndCall, StartCall
from assist.core.events import CueRaised, FinalResult, Tick, Urgency
from assist.core.notices import Hello
from assist.core.words import Evidence, Party, Word

MESSAGES: list[Message] = [
    EndCall(),
    StartCall(source="demo", speed=2.0, customer_name='Ana "Ü" Díaz\n'),
    Tick(at=3),
    Hello(protocol=1, version="0.1.0", pid=7),
    FinalResult(
        at=900,
        party=Party.AGENT,
        utterance=0,
        start=100,
        end=800,
        text="good day",
        words=(Word(text="good", start=100, end=400, confidence=0.5),),
    ),
    CueRaised(
        at=5,
        cue=1,
        rule="dead_end",
        title="Replace the dead end",
        headline="Say what you can do, and when",
        directions=("One thing",),
        urgency=Urgency.URGENT,
        priority=90,
        evidence=(Evidence(party=None, text="", start=1, end=2),),
        trigger_end=3,
        expires_at=9,
    ),
]


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: type(message).__name__)
def test_a_message_survives_its_line(message: Message) -> None:
    line = codec.to_line(message)
    assert codec.from_line(line) == message
    assert b"\n" not in line
    assert json.loads(line) == json.loads(json.dumps(codec.to_object(message)))


def test_the_type_is_the_class_in_snake_case() -> None:
    assert json.loads(codec.to_line(MESSAGES[-1]))["type"] == "cue_raised"
    assert codec.message_types()["final_result"] is FinalResult


@pytest.mark.parametrize(
    "line",
    [b"", b"nonsense", b"[1]", b'{"type":"no_such"}', b'{"type":"tick"}', b'{"at":3}', b"\xff"],
)
def test_a_strange_line_is_one_sentence(line: bytes) -> None:
    with pytest.raises(CodecError, match=r"\.$"):
        codec.from_line(line)


def test_keys_of_a_newer_app_are_ignored() -> None:
    assert codec.from_line(b'{"type":"tick","at":3,"colour":"blue"}') == Tick(at=3)
