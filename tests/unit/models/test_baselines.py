"""The simpler methods that the detectors are compared with do what their names say."""

import pytest

from assist.core.words import Party
from assist.review.labelled import Row
from assist.review.labels import AGENT_LABELS, CUSTOMER_LABELS, with_groups
from assist.review.utterances import Found
from models.recipes.baselines import features, keywords, table, train, vader

TEXTS = [
    *[("i am so angry with you", "anger"), ("this makes me angry", "anger")] * 20,
    *[("thank you so much", "gratitude_relief"), ("many thanks indeed", "gratitude_relief")] * 20,
    *[("my order number is nine", "none"), ("the sky is blue", "none")] * 20,
]


def row(text: str, *wanted: str, party: Party = Party.CUSTOMER, primary: str = "none") -> Row:
    labels = AGENT_LABELS if party is Party.AGENT else CUSTOMER_LABELS
    return Row(
        id=text,
        party=party,
        text=text,
        recognized=text,
        judged=frozenset(labels),
        wanted=with_groups(frozenset(wanted)),
        primary=primary,
    )


def test_features_are_words_and_pairs_without_signs() -> None:
    assert len(features("One, two three!")) == 5
    assert list(features("One, two!")) == list(features("one two"))
    assert len(features("...")) == 0


def test_the_regression_learns_what_it_is_shown() -> None:
    learned = train(TEXTS)
    assert learned.find(row("i am angry")).labels == {"anger", "distress"}
    assert learned.find(row("thanks")).primary == "gratitude_relief"
    assert learned.find(row("the order is blue")) == Found(labels=frozenset())


def test_the_same_texts_give_the_same_regression() -> None:
    one, other = train(TEXTS), train(TEXTS)
    assert (one.weights == other.weights).all()


def test_keywords_name_the_feeling_with_the_most_of_them() -> None:
    found = keywords(row("I am angry, this is unacceptable. Thanks."))
    assert {"anger", "distress", "gratitude_relief"} <= found.labels
    assert found.primary == "anger"
    assert "uses_name" in keywords(row("Hi Susan, how are you?", party=Party.AGENT)).labels


def test_vader_calls_the_negative_distress() -> None:
    pytest.importorskip("vaderSentiment", reason="is in the extra 'recipes'")
    find = vader()
    assert "distress" in find(row("This is the worst, I hate it.")).labels
    assert find(row("This is great, I love it.")).labels == {"gratitude_relief"}
    assert find(row("It is Monday.")).labels == frozenset()


def test_the_table_says_how_far_ahead_the_first_method_is() -> None:
    rows = [row("a", "anger", primary="anger"), row("b")]
    ours = {"a": Found(labels=frozenset({"anger", "distress"}), primary="anger")}
    theirs = Found(labels=frozenset({"anger", "distress"}), primary="anger")
    lines = table(
        rows,
        {
            "Call Assist": lambda each: ours.get(each.id, Found(labels=frozenset())),
            "n-grams": lambda each: theirs,
        },
    )
    assert lines[0].startswith("| label | support | Call Assist | n-grams |")
    assert "| `anger` | 1 | 1.00 | 0.67 | +33 |" in lines
    assert not any("worry" in line for line in lines)  # no row bears it
