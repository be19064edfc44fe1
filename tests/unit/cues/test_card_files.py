"""Knowledge cards in rule packs: gathered, checked, and put nowhere but in their folder."""

import json
from pathlib import Path

import pytest

from assist.core.errors import AssistError
from assist.cues.card_files import MAX_CARDS, check_cards, gather_cards, put_cards
from assist.cues.errors import PlaybookError
from assist.cues.packs import Pack, SigningKey, open_pack, seal

CARD = "# Lost cards\n\ntopics: lost my card, stolen\n\n- Block it first\n"


def test_cards_travel_in_the_signed_part(tmp_path: Path) -> None:
    key = SigningKey(tmp_path / "key")
    pack = Pack(
        name="Billing",
        version="",
        layer="team",
        made_by="Dana",
        made_at="2026-11-22T10:00:00+01:00",
        playbook="schema = 1\n",
        cards={"lost": CARD, "ueber-karte": CARD},
    )
    file = tmp_path / "billing.pack"
    file.write_text(seal(pack, key), encoding="utf-8")
    assert open_pack(file).pack == pack
    entry = json.loads(file.read_text("utf-8"))
    entry["payload"] = entry["payload"].replace("Block it first", "Read me the number")
    file.write_text(json.dumps(entry), encoding="utf-8")
    opened = open_pack(file)
    assert "Read me the number" in opened.pack.cards["lost"]
    assert not opened.is_intact


def test_a_pack_of_an_older_app_has_no_cards(tmp_path: Path) -> None:
    old = Pack(name="B", version="", layer="team", made_by="D", made_at="", playbook="schema = 1\n")
    entry = json.loads(seal(old, SigningKey(tmp_path / "key")))
    content = json.loads(entry["payload"])
    assert isinstance(content["cards"], str)  # what an older app expects of every value
    del content["cards"]
    entry["payload"] = json.dumps(content)
    file = tmp_path / "old.pack"
    file.write_text(json.dumps(entry), encoding="utf-8")
    assert open_pack(file).pack.cards == {}


@pytest.mark.parametrize(
    "name",
    [
        "../lost",
        "/etc/lost",
        "a/b",
        "a\\b",
        "C:lost",
        ".hidden",
        "",
        "lost.md",
        "con",
        "README",
        "x" * 65,
        "lost\n",
        "lo st",
    ],
)
def test_a_card_whose_name_could_lead_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(PlaybookError, match="knowledge card called"):
        put_cards(tmp_path / "cards", {"good": CARD, name: CARD})
    assert list(tmp_path.rglob("*")) == []  # nothing at all was written


@pytest.mark.parametrize(
    ("cards", "problem"),
    [
        ({"a": "no card"}, "knowledge card, a, that needs a title"),
        ({"a": "# T\ntopics: (x\n- p"}, "that has a topic that is no pattern"),
        ({"a": CARD + "x" * 70_000}, "too long: a"),
        ({f"c{n}": CARD for n in range(MAX_CARDS + 1)}, f"{MAX_CARDS} are the most"),
    ],
)
def test_cards_that_cannot_be_used_are_refused(cards: dict[str, str], problem: str) -> None:
    with pytest.raises(PlaybookError) as error:
        check_cards(cards)
    assert problem in str(error.value)


def test_a_folder_holds_the_cards_of_the_latest_pack_and_no_others(tmp_path: Path) -> None:
    folder = tmp_path / "cards"
    put_cards(folder, {})
    assert not folder.exists()
    put_cards(folder, {"lost": CARD, "late": CARD})
    put_cards(folder, {"lost": CARD.replace("first", "at once")})
    assert [file.name for file in folder.iterdir()] == ["lost.md"]
    assert "at once" in (folder / "lost.md").read_text("utf-8")


def test_nobody_hands_on_a_card_that_does_not_work(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("about this folder", encoding="utf-8")
    (tmp_path / "lost.md").write_text(CARD, encoding="utf-8")
    assert gather_cards([tmp_path]) == {"lost": CARD}
    (tmp_path / "bad.md").write_text("# Only a title", encoding="utf-8")
    with pytest.raises(AssistError, match=r"bad\.md"):
        gather_cards([tmp_path])
