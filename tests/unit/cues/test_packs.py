"""Signed rule packs: what is taken, what is refused, and why."""

import json
import stat
from pathlib import Path

import pytest

from assist.cues.errors import PlaybookError
from assist.cues.packs import (
    Pack,
    SigningKey,
    fingerprint,
    key_line,
    objection,
    open_pack,
    read_key,
    seal,
    trust_key,
    trusted_keys,
)

PACK = Pack(
    name="Billing",
    version="2",
    layer="team",
    made_by="Dana Ortega",
    made_at="2026-11-22T10:00:00+01:00",
    playbook='schema = 1\n# é “quoted”\n[[rule]]\nid = "a"\n',
)


@pytest.fixture
def key(tmp_path: Path) -> SigningKey:
    return SigningKey(tmp_path / "state" / "signing.key")


@pytest.fixture
def file(tmp_path: Path, key: SigningKey) -> Path:
    made = tmp_path / "billing.pack"
    made.write_text(seal(PACK, key), encoding="utf-8")
    return made


def test_a_pack_comes_back_as_it_was(file: Path, key: SigningKey) -> None:
    opened = open_pack(file)
    assert opened.pack == PACK
    assert opened.is_intact
    assert opened.key == key.public()


def test_a_key_is_made_once_and_only_its_user_reads_it(tmp_path: Path, key: SigningKey) -> None:
    assert not key.exists()
    public = key.public()
    file = tmp_path / "state" / "signing.key"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert SigningKey(file).public() == public
    assert SigningKey(tmp_path / "other.key").public() != public


def test_who_is_trusted_is_taken_and_who_is_not_is_refused(
    tmp_path: Path, file: Path, key: SigningKey
) -> None:
    opened = open_pack(file)
    folder = tmp_path / "keys"
    refusal = objection(opened, trusted_keys(folder), file)
    assert fingerprint(opened.key) in refusal
    assert "Dana Ortega" in refusal
    assert refusal.endswith("then add --trust.")
    trust_key(folder, opened.key, "Dana")
    assert trusted_keys(folder) == {key.public(): "Dana"}
    assert objection(opened, trusted_keys(folder), file) == ""


@pytest.mark.parametrize("part", ["payload", "signature", "key"])
def test_a_changed_pack_is_refused_even_from_a_trusted_hand(
    file: Path, key: SigningKey, part: str
) -> None:
    entry = json.loads(file.read_text("utf-8"))
    if part == "payload":
        entry["payload"] = entry["payload"].replace("Billing", "Killing")
    else:
        swapped = "B" if entry[part][0] != "B" else "C"
        entry[part] = swapped + entry[part][1:]
    file.write_text(json.dumps(entry), encoding="utf-8")
    opened = open_pack(file)
    assert not opened.is_intact
    assert "was changed after it was signed" in objection(opened, {opened.key: ""}, file)


def test_a_pack_without_signature_is_refused(file: Path, key: SigningKey) -> None:
    entry = json.loads(file.read_text("utf-8"))
    del entry["signature"]
    file.write_text(json.dumps(entry), encoding="utf-8")
    assert not open_pack(file).is_intact


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "is not a rule pack"),
        ("schema = 1", "is not a rule pack"),
        ("[]", "is not a rule pack"),
        ("[" * 100_000, "is not a rule pack"),
        ('{"format": "callassist-rule-pack"}', "is a damaged rule pack"),
        ('{"format": "callassist-rule-pack", "payload": "{\\"schema\\": 2}"}', "newer Call Assist"),
        ('{"format": "callassist-rule-pack", "payload": "{\\"schema\\": 1}"}', "damaged"),
    ],
)
def test_other_files_are_told_from_packs(tmp_path: Path, text: str, sentence: str) -> None:
    file = tmp_path / "x.pack"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(PlaybookError, match=sentence):
        open_pack(file)


def test_a_missing_pack_and_one_that_is_no_text_are_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(PlaybookError, match="cannot be read"):
        open_pack(tmp_path / "none.pack")
    file = tmp_path / "x.pack"
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(PlaybookError, match="is not a rule pack"):
        open_pack(file)


def test_a_damaged_key_is_told(tmp_path: Path) -> None:
    file = tmp_path / "signing.key"
    file.write_text("not a key")
    with pytest.raises(PlaybookError, match="is damaged; move it away"):
        SigningKey(file).public()


def test_a_public_key_file_is_one_line_with_a_name(tmp_path: Path, key: SigningKey) -> None:
    file = tmp_path / "dana.pub"
    file.write_text(key_line(key.public(), "Dana\nOrtega"))
    assert read_key(file) == (key.public(), "Dana Ortega")
    file.write_text("ssh-ed25519 AAAA")
    with pytest.raises(PlaybookError, match="is not a public key"):
        read_key(file)
