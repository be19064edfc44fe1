"""How much of thousands of invented talks is masked, and how little of what everybody may see."""

from collections import Counter

import pytest

from tests.helpers.masking_scores import score
from tests.helpers.spoken_secrets import make_talks


@pytest.mark.parametrize(
    "count", [pytest.param(500, id="some"), pytest.param(6_500, marks=pytest.mark.slow, id="all")]
)
def test_recall_and_precision_over_english_talks(count: int) -> None:
    result = score(make_talks(count, seed=20261122))
    assert result.recall >= 0.99, result.leaks[:3]
    assert result.precision >= 0.95, Counter(talk.lines for talk, _ in result.wrong).most_common(3)
