"""Rows are judged by the app's own detectors, unsure labels left out."""

from dataclasses import replace

import pytest

from assist import paths
from assist.core.words import Party, Word
from assist.cues.playbook import Playbook, load_playbook
from assist.review.labelled import Row, Turn
from assist.review.labels import AGENT_LABELS, CUSTOMER_LABELS, with_groups
from assist.review.utterances import Found, Miss, detect, detectors, judge


@pytest.fixture(scope="module")
def playbook() -> Playbook:
    return load_playbook(paths.resources_dir() / "playbooks" / "default.toml")


def row(
    text: str = "",
    *wanted: str,
    party: Party = Party.CUSTOMER,
    id: str = "r",
    unsure: tuple[str, ...] = (),
    primary: str = "",
    before: Turn | None = None,
) -> Row:
    labels = AGENT_LABELS if party is Party.AGENT else CUSTOMER_LABELS
    return Row(
        id=id,
        party=party,
        text=text,
        recognized=text.lower(),
        before=before,
        judged=frozenset(labels),
        wanted=with_groups(frozenset(wanted)),
        unsure=frozenset(unsure),
        primary=primary,
    )


def found(*labels: str, primary: str = "none") -> Found:
    return Found(labels=with_groups(frozenset(labels)), primary=primary)


# --- the detectors --------------------------------------------------------------------------------


def test_the_apps_detectors_label_an_agents_row(playbook: Playbook) -> None:
    refusal = row("There is nothing more I can do for you.", party=Party.AGENT)
    assert detectors(playbook)(refusal).labels == {"dead_end"}


def test_a_customers_row_has_its_groups_and_its_primary_feeling(playbook: Playbook) -> None:
    made = detectors(playbook)(row("I am furious and I will close my account."))
    assert {"anger", "distress", "leave_cancel", "at_risk"} <= made.labels
    assert made.primary == "anger"


def test_what_only_the_turn_before_says_is_not_the_rows(playbook: Playbook) -> None:
    furious = Turn(party=Party.CUSTOMER, text="I am absolutely furious.")
    made = detectors(playbook)(row("It is Monday.", before=furious))
    assert made == Found(labels=frozenset(), intensity=0)


def test_the_turn_before_is_heard(playbook: Playbook) -> None:
    asked = Turn(party=Party.AGENT, text="May I have your name please?")
    assert "gives_name" in detectors(playbook)(row("Susan", before=asked)).labels


def test_nothing_said_is_nothing_found(playbook: Playbook) -> None:
    assert detectors(playbook)(row(" ")) == Found(labels=frozenset(), intensity=0)


def test_words_that_the_recognizer_doubts_are_not_believed(playbook: Playbook) -> None:
    text = "i am furious"
    words = [
        Word(text=word, start=300 * place, end=300 * place + 300, confidence=confidence)
        for confidence in (0.1,)
        for place, word in enumerate(text.split())
    ]
    assert "anger" in detect(row(), playbook, text).labels
    assert detect(row(), playbook, text, words).labels == frozenset()


# --- judging --------------------------------------------------------------------------------------


def test_hits_false_and_missed_are_counted_per_label() -> None:
    answers = {
        "hit": found("anger"),
        "false": found("anger"),
        "missed": found(),
        "right": found(),
    }
    rows = [row(id="hit"), row(id="false"), row(id="missed"), row(id="right")]
    rows[0] = row("", "anger", id="hit")
    rows[2] = row("", "anger", id="missed")
    judged = judge(rows, lambda each: answers[each.id])
    anger = judged.scores["anger"]
    assert (anger.hits, anger.false, anger.missed, anger.support) == (1, 1, 1, 2)
    assert judged.scores["distress"].f1 == anger.f1
    assert Miss(label="anger", row="false", is_false=True) in judged.misses
    assert Miss(label="anger", row="missed", is_false=False) in judged.misses


def test_a_row_unsure_of_a_label_is_left_out_for_it_alone() -> None:
    unsure = row("", "worry", unsure=("anger",))
    judged = judge([unsure, row("", "anger", "worry")], lambda each: found("anger", "worry"))
    anger, worry = judged.scores["anger"], judged.scores["worry"]
    assert (anger.hits, anger.false, worry.hits) == (1, 0, 2)


def test_labels_that_no_row_speaks_about_have_no_score() -> None:
    judged = judge([row("", party=Party.AGENT)], lambda each: found())
    assert list(judged.scores) == list(AGENT_LABELS)


def test_the_primary_feeling_is_the_one_named_first() -> None:
    rows = [row("", "anger", id="a", primary="anger"), row(id="b", primary="none")]
    answers = {"a": found("anger", primary="anger"), "b": found("worry", primary="worry")}
    primary = judge(rows, lambda each: answers[each.id]).scores["primary_feeling"]
    assert (primary.hits, primary.support) == (1, 2)
    assert primary.f1 == pytest.approx(0.5)


def test_an_unsure_primary_feeling_counts_neither_for_nor_against() -> None:
    rows = [
        row(id="a", primary="none", unsure=("worry",)),
        row("", "anger", id="b", primary="anger", unsure=("anger",)),
        row(id="c", primary="none"),
    ]
    primary = judge(rows, lambda each: found("worry", primary="worry")).scores["primary_feeling"]
    assert (primary.support, primary.hits) == (1, 0)


def test_the_strength_of_a_feeling_is_judged_where_rows_tell_it(playbook: Playbook) -> None:
    texts = {
        "you ruined my whole trip this is disgusting": 3,
        "i am so angry with you": 2,
        "the parcel is blue": 0,
    }
    rows = [
        replace(row(text, primary="anger" if strength else "none"), intensity=strength)
        for text, strength in texts.items()
    ]
    judged = judge([*rows, row("i am furious", "anger")], detectors(playbook)).intensity
    assert judged is not None
    assert judged.support == 3
    assert judged.exact == 1.0


def test_without_strengths_there_is_nothing_to_judge(playbook: Playbook) -> None:
    assert judge([row("i am furious", "anger")], detectors(playbook)).intensity is None
