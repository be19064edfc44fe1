"""Knowledge cards: when they come, and what their files must say."""

from pathlib import Path

import pytest

from assist.core.events import (
    Event,
    KnowledgeShown,
)
from assist.cues.knowledge import KnowledgeError, as_toml, parse_card, read_card, read_cards
from assist.cues.playbook import parse_playbook
from tests.helpers.calls import run_stages, spoken

HEAD = """
schema = 1
[attention]
minimum_gap_s = 2
[defaults]
cool_down_s = 1
max_per_call = 1
expires_s = 30
"""
OTHER = """
[[rule]]
id = "other"
title = "Other"
when = { said = "never said in any test", by = "agent" }
[[rule.wording]]
headline = "Do something"
"""


def run(call: str, text: str, *, name: str = "") -> list[Event]:
    return run_stages(spoken(call, name=name), parse_playbook(HEAD + text, name="t"))


CARD = """# Refund to a card

topics: refund*, money back

- Takes three to five working days
- Goes back to the card that paid

Written for the tests.
"""
CARDS = as_toml([parse_card(CARD, "refunds"), parse_card("# Post\ntopics: parcel\n- Ask", "post")])


def knowledge(stream: list[Event]) -> list[tuple[float, str]]:
    return [(event.at / 1000, event.card) for event in stream if isinstance(event, KnowledgeShown)]


def test_a_card_comes_when_the_customer_speaks_of_its_topic() -> None:
    stream = run("1 customer when do i get my money back\n30 end", CARDS + OTHER)
    (shown,) = [event for event in stream if isinstance(event, KnowledgeShown)]
    assert (shown.card, shown.title) == ("refunds", "Refund to a card")
    assert shown.points == ("Takes three to five working days", "Goes back to the card that paid")
    assert shown.evidence.text == "money back"
    assert shown.expires_at > shown.at


def test_the_agents_own_words_bring_no_card() -> None:
    assert knowledge(run("1 agent i will refund you\n30 end", CARDS + OTHER)) == []


def test_a_card_comes_once_a_call() -> None:
    call = "\n".join(f"{at} customer a refund please" for at in (1, 60, 120))
    assert len(knowledge(run(call, CARDS + OTHER))) == 1


def test_two_cards_do_not_come_at_once() -> None:
    call = "1 customer a refund please\n6 customer and my parcel\n80 customer my parcel\n99 end"
    assert [card for _, card in knowledge(run(call, CARDS + OTHER))] == ["refunds", "post"]
    assert knowledge(run(call, CARDS + OTHER))[1][0] > 80


def test_it_never_comes_beside_an_urgent_card() -> None:
    urgent = OTHER.replace('title = "Other"', 'title = "Other"\nurgency = "urgent"\nexpires_s = 12')
    urgent = urgent.replace("never said in any test", "alpha")
    call = "1 agent alpha\n4 customer a refund please\n60 end"
    ((at, _),) = knowledge(run(call, CARDS + urgent))
    assert at > 13
    assert knowledge(run(call, CARDS + urgent.replace("= 12", "= 40"))) == []


def test_while_paused_no_card_is_looked_for() -> None:
    call = "0.5 pause\n1 customer a refund please\n9 resume\n30 end"
    assert knowledge(run(call, CARDS + OTHER)) == []


def test_a_teams_card_replaces_the_shipped_one_of_its_name(tmp_path: Path) -> None:
    shipped, team = tmp_path / "shipped", tmp_path / "team"
    for folder, title in ((shipped, "Ours"), (team, "Theirs")):
        folder.mkdir()
        (folder / "refunds.md").write_text(CARD.replace("Refund to a card", title))
        (folder / "README.md").write_text("About this folder")
    cards, problems = read_cards([shipped, team])
    assert [card.title for card in cards] == ["Theirs"]
    assert problems == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("topics: a\n- b", "needs a title"),
        ("# Title\n- b", "needs topics"),
        ("# Title\ntopics: a", "1 to 3 points"),
        ("# Title\ntopics: a\n- b\n- c\n- d\n- e", "1 to 3 points"),
        ("# Title\ntopics: (a\n- b", "no pattern"),
        ("# Title\ntopics: a\n- " + "b" * 200, "over 90"),
    ],
)
def test_a_broken_card_is_one_sentence_and_the_others_stay(
    tmp_path: Path, text: str, problem: str
) -> None:
    (tmp_path / "good.md").write_text(CARD)
    (tmp_path / "bad.md").write_text(text)
    cards, problems = read_cards([tmp_path])
    assert [card.id for card in cards] == ["good"]
    (sentence,) = problems
    assert "bad.md" in sentence
    assert problem in sentence


def test_what_is_no_text_or_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_bytes(b"# \xff\xfe")
    with pytest.raises(KnowledgeError, match="UTF-8"):
        read_card(tmp_path / "bad.md")
    with pytest.raises(KnowledgeError, match="cannot be read"):
        read_card(tmp_path / "none.md")
    assert "is not there" in read_cards([tmp_path / "none"])[1][0]


def test_cards_in_a_playbooks_text_are_the_cards_again() -> None:
    card = parse_card('# A "quoted" ü title\ntopics: refund*\n- 3 \\ 5 days', "odd")
    book = parse_playbook(HEAD + OTHER + as_toml([card]), name="t")
    assert book.cards == (card,)
