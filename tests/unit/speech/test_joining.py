"""Words join a copy of a model's graph where they belong; the model itself stays as it is."""

import errno
import json
import math
import os
import struct
from pathlib import Path

import pytest

from assist import paths
from assist.speech.errors import SpeechError
from assist.speech.joining import NAME_SHARE, WORD_SHARE, Spoken, can_join, join, spoken_words
from assist.speech.pronounce import Pronouncer
from models.recipes import fst
from models.recipes.phones import SILENCE, leave_arc, positioned
from tests.helpers.joining import LABELS, paths_between, small_model, words_of

ZED = Spoken(text="zed", variants=(("Z", "EH", "D"), ("Z", "IY")))
EYE = Spoken(text="i", variants=(("AY",),))
KANN = Spoken(text="can", variants=(("K", "AA", "N"),))


@pytest.fixture(scope="module")
def pronounce() -> Pronouncer:
    return Pronouncer(paths.models_dir() / "pronunciation" / "english.npz")


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return small_model(tmp_path / "model")


def _ways(
    folder: Path, gate: str, label: int, phones: tuple[str, ...]
) -> list[tuple[tuple[int, ...], float]]:
    """(labels, cost) of the ways through a gate that say `phones` and begin with `label`."""
    enter, leave = json.loads((folder / "graph" / "joining.json").read_text())["gates"][gate]
    said = tuple(map(leave_arc, positioned(phones)))
    made = fst.read(folder / "graph" / "HCLG.fst")
    return [
        (labels, cost)
        for inputs, labels, cost in paths_between(made, enter, leave, longest=len(said))
        if labels[:1] == (label,) and inputs == said
    ]


def test_a_name_is_said_where_names_are_and_a_word_where_words_are(
    model: Path, tmp_path: Path
) -> None:
    joined = tmp_path / "joined"
    join(model, joined, words=[(EYE,)], names=[ZED])
    words = words_of(joined)
    for gate in ("first", "last"):
        for variant in ZED.variants:
            [(labels, cost)] = _ways(joined, gate, words["zed"], variant)
            assert labels == (words["zed"],)
            assert cost == pytest.approx(-math.log(NAME_SHARE), abs=1e-4)
        assert _ways(joined, gate, words["i"], ("AY",)) == []
    [(_, cost)] = _ways(joined, "word", words["i"], ("AY",))
    assert cost == pytest.approx(-math.log(WORD_SHARE), abs=1e-4)


def test_words_of_a_phrase_follow_each_other_with_or_without_a_pause(
    model: Path, tmp_path: Path
) -> None:
    joined = tmp_path / "joined"
    join(model, joined, words=[(EYE, KANN)])
    words = words_of(joined)
    enter, leave = json.loads((joined / "graph" / "joining.json").read_text())["gates"]["word"]
    made = fst.read(joined / "graph" / "HCLG.fst")
    ways = [
        inputs
        for inputs, labels, _ in paths_between(made, enter, leave, longest=5)
        if labels == (words["i"], words["can"])
    ]
    first, second = positioned(("AY",)), positioned(("K", "AA", "N"))
    assert sorted(ways) == sorted(
        tuple(map(leave_arc, (*first, *pause, *second))) for pause in ((), (SILENCE,))
    )


def test_a_known_word_keeps_its_number_and_gets_a_second_way_in(
    model: Path, tmp_path: Path
) -> None:
    joined = tmp_path / "joined"
    join(model, joined, words=[(KANN,)])
    assert words_of(joined) == {"<eps>": 0, **LABELS}
    assert _ways(joined, "word", LABELS["can"], ("K", "AA", "N"))


def test_the_graph_is_otherwise_as_it_was(model: Path, tmp_path: Path) -> None:
    joined = tmp_path / "joined"
    join(model, joined, words=[(EYE,)], names=[ZED])
    before, after = (fst.read(one / "graph" / "HCLG.fst") for one in (model, joined))
    assert (after.start, after.final) == (before.start, before.final)
    for state, arcs in enumerate(before.arcs):
        assert after.arcs[state][: len(arcs)] == arcs
    grown = {state for state, arcs in enumerate(before.arcs) if len(after.arcs[state]) > len(arcs)}
    gates = json.loads((model / "graph" / "joining.json").read_text())["gates"]
    assert grown == {enter for enter, _ in gates.values()}
    targets = [target for arcs in after.arcs for _, _, _, target in arcs]
    assert max(targets) == len(after.arcs) - 1


def test_the_other_files_take_no_room(model: Path, tmp_path: Path) -> None:
    joined = tmp_path / "joined"
    join(model, joined, names=[ZED])
    assert (joined / "am" / "final.mdl").samefile(model / "am" / "final.mdl")
    assert not (joined / "graph" / "HCLG.fst").samefile(model / "graph" / "HCLG.fst")


def test_files_are_copied_where_they_cannot_be_linked(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(source: Path, target: Path) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", refuse)
    join(model, tmp_path / "joined", names=[ZED])
    assert (tmp_path / "joined" / "am" / "final.mdl").read_bytes() == b"weights"


def test_a_model_without_the_note_takes_no_words(model: Path, tmp_path: Path) -> None:
    assert can_join(model)
    (model / "graph" / "joining.json").unlink()
    assert not can_join(model)
    with pytest.raises(SpeechError, match="cannot be written"):
        join(model, tmp_path / "joined", names=[ZED])


def _shortened(model: Path) -> None:
    graph = model / "graph" / "HCLG.fst"
    graph.write_bytes(graph.read_bytes()[:-10])


def _other_graph(model: Path) -> None:
    (model / "graph" / "HCLG.fst").write_bytes(b"const fst, say" * 20)


def _gate_beyond(model: Path) -> None:
    note = model / "graph" / "joining.json"
    content = json.loads(note.read_text())
    note.write_text(json.dumps({**content, "gates": {**content["gates"], "word": [10**6, 1]}}))


def _not_json(model: Path) -> None:
    (model / "graph" / "joining.json").write_text("{")


def _other_phones(model: Path) -> None:
    note = model / "graph" / "joining.json"
    content = json.loads(note.read_text())
    note.write_text(json.dumps({**content, "phones": ["SIL", "a"], "stay": [0.5, 0.5]}))


@pytest.mark.parametrize(
    "damage",
    [_shortened, _other_graph, _gate_beyond, _not_json, _other_phones],
    ids=lambda one: one.__name__,
)
def test_of_a_damaged_model_there_is_no_copy(model: Path, tmp_path: Path, damage: "object") -> None:
    assert callable(damage)
    damage(model)
    with pytest.raises(SpeechError, match="takes no words"):
        join(model, tmp_path / "out" / "joined", names=[ZED])
    assert list((tmp_path / "out").iterdir()) == []


def test_a_full_disk_leaves_nothing_behind(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        write(self, data[:100])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(SpeechError, match="No space left"):
        join(model, tmp_path / "out" / "joined", names=[ZED])
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("Okonkwo", ("okonkwo",)),
        ("Anna-Lena Østergård", ("anna", "lena", "østergård")),
        ("D’Angelo", ("d'angelo",)),
        ("José  NÚÑEZ", ("josé", "núñez")),
        ("J. R. R. Tolkien", ("tolkien",)),
        ("o'brien, pat", ("o'brien", "pat")),
        ("<eps> #0", ()),
        ("7up", ()),
        ("R2 D2", ()),
        ("李雷", ()),
        ("Иван", ()),
        ("", ()),
        (" \t\n ", ()),
        ("'", ()),
        ("x" * 200, ()),
        ("null\0byte", ("null", "byte")),
        ("a\u2028b\u00a0cd", ("cd",)),
    ],
)
def test_names_become_words_that_can_be_said(
    pronounce: Pronouncer, given: str, words: tuple[str, ...]
) -> None:
    spoken = spoken_words(given, pronounce)
    assert tuple(one.text for one in spoken) == words
    assert all(one.variants and all(one.variants) for one in spoken)


def test_no_word_can_break_the_list_of_words(pronounce: Pronouncer) -> None:
    signs = [chr(code) for code in (*range(0x20, 0xC0), *range(0x2000, 0x2070), 0x3000, 0xFEFF)]
    for sign in signs:
        for one in spoken_words(f"ab{sign}cd", pronounce):
            assert len(one.text.split()) == 1
            assert one.text[0] not in "<#"


def test_the_header_counts_what_was_added(model: Path, tmp_path: Path) -> None:
    join(model, tmp_path / "joined", names=[ZED], words=[(EYE, KANN)])
    data = (tmp_path / "joined" / "graph" / "HCLG.fst").read_bytes()
    made = fst.read(tmp_path / "joined" / "graph" / "HCLG.fst")
    states, arcs = struct.unpack_from("<qq", data, 4 + 4 + 6 + 4 + 8 + 4 + 4 + 8 + 8)
    assert (states, arcs) == (len(made.arcs), sum(map(len, made.arcs)))
