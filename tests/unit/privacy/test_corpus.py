"""How much of thousands of invented talks is masked, and how little of what everybody may see."""

import random
from collections import Counter
from collections.abc import Callable

import pytest

from tests.helpers import secret_phrases_de, secret_phrases_es
from tests.helpers.masking_scores import score
from tests.helpers.secret_phrases_later import later_maker
from tests.helpers.spoken_secrets import TalkMaker, make_talks

SEED = 20261122


def english(seed: int) -> TalkMaker:
    return TalkMaker(random.Random(seed))


@pytest.mark.parametrize(
    ("maker", "count"),
    [
        pytest.param(english, 500, id="english"),
        pytest.param(later_maker, 150, id="english, later"),
        pytest.param(secret_phrases_es.maker, 150, id="spanish"),
        pytest.param(secret_phrases_de.maker, 150, id="german"),
        pytest.param(english, 6_500, marks=pytest.mark.slow, id="english, all"),
        pytest.param(later_maker, 2_500, marks=pytest.mark.slow, id="english, later, all"),
        pytest.param(secret_phrases_es.maker, 800, marks=pytest.mark.slow, id="spanish, all"),
        pytest.param(secret_phrases_de.maker, 800, marks=pytest.mark.slow, id="german, all"),
    ],
)
def test_recall_and_precision_over_invented_talks(
    maker: Callable[[int], TalkMaker], count: int
) -> None:
    result = score(make_talks(count, SEED, maker(SEED)))
    assert result.recall >= 0.99, result.leaks[:3]
    assert result.precision >= 0.95, Counter(talk.lines for talk, _ in result.wrong).most_common(3)
