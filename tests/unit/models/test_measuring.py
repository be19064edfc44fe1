"""What the recipe measures with: triggers compared by place, calls that are whole, names drawn."""

import random
from itertools import pairwise
from pathlib import Path

import pytest

from assist import paths
from assist.core.words import Party
from assist.cues.playbook import load_playbook
from assist.review.labelled import Dialogue, Turn
from models.recipes import measure_names, measure_triggers, phrases
from models.recipes.measure_triggers import SpokenCall, Tally, compare, held_out_calls, true_finds
from tests.helpers.speech import silence

DATA = Path(__file__).resolve().parents[4] / "shared" / "data"
A, C = Party.AGENT, Party.CUSTOMER


def test_a_trigger_counts_as_found_near_where_it_was_said_and_only_once() -> None:
    said = [("anger 2", C, 1000), ("anger 2", C, 2500), ("empathy", A, 9000), ("legal", C, 100)]
    heard = [("anger 2", C, 1800), ("empathy", A, 12_000), ("legal", A, 100)]
    missed, others = compare(said, heard)
    assert missed == [("legal", C, 100), ("anger 2", C, 2500), ("empathy", A, 9000)]
    assert others == [("empathy", A, 12_000), ("legal", A, 100)]


def test_nothing_said_and_nothing_heard_is_no_error() -> None:
    assert compare([], []) == ([], [])


def test_calls_to_measure_with_are_whole_and_spoken() -> None:
    calls = held_out_calls()
    assert len(calls) >= 12
    for turns in calls:
        assert {party for party, _ in turns} == set(Party)
        for (before, _), (after, _) in pairwise(turns):
            assert before is not after
        for _, text in turns:
            assert text == text.lower()
            assert all(sign.isalpha() or sign in " '" for sign in text)


def test_calls_to_measure_with_are_not_what_is_trained_on() -> None:
    taught = set(phrases.patterns())
    assert [text for turns in held_out_calls() for _, text in turns if text in taught] == []


def test_true_words_are_found_where_they_were_said() -> None:
    playbook = load_playbook(paths.resources_dir() / "playbooks" / "default.toml")
    turns = (
        Turn(party=A, text="how can i help", start=400, end=1800),
        Turn(party=C, text="i am going to call my lawyer about this", start=2500, end=5000),
    )
    quiet = silence(7000)
    call = SpokenCall(
        name="one",
        sides=measure_triggers._Side(sound={A: quiet, C: quiet}, duration_ms=7000),
        dialogue=Dialogue(id="one", set="", turns=turns),
    )
    finds = true_finds(call, playbook)
    [legal] = [place for place in finds.places() if place[0] == "legal"]
    assert legal[1] is C
    assert 2500 < legal[2] <= 5000
    tally = Tally()
    tally.add(call, finds, measure_triggers._Finds(playbook))
    assert tally.recall()[0] == 0
    assert tally.wrong_words == tally.words == 13
    tally = Tally()
    tally.add(call, finds, finds)
    assert tally.recall() == (1, 1, 1)


@pytest.mark.parametrize(
    ("count", "of", "shown"), [(0, 0, "–"), (0, 10, "0 % (0 – 28)"), (10, 10, "100 % (72 – 100)")]
)
def test_shares_have_intervals_that_stay_within_bounds(count: int, of: int, shown: str) -> None:
    assert str(measure_names.Share(count=count, all=of)) == shown


@pytest.mark.data
@pytest.mark.skipif(not DATA.is_dir(), reason="the shared data are not here")
def test_callers_are_drawn_of_every_kind_and_new_ones_are_new() -> None:
    listed = (paths.models_dir() / "starter" / "graph" / "words.txt").read_text().splitlines()
    known = {line.split()[0] for line in listed}
    people = measure_names.callers(DATA, known, 12, random.Random(3))
    assert [sum(one.kind == kind for one in people) for kind in ("common", "known", "new")] == [
        12
    ] * 3
    for one in people:
        if one.kind == "known":
            assert {one.first, one.last} <= known
        if one.kind == "new":
            assert not {one.first, one.last} <= known
