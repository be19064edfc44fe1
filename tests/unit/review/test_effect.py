"""What prompts change, from stored cues: counted fairly, with honest intervals."""

from dataclasses import dataclass

import pytest

from assist.review.effect import effects


@dataclass(frozen=True)
class Past:
    rule: str
    ending: str
    reason: str = ""
    unseen: str = ""


def hidden(outcome: str, count: int = 1, rule: str = "alpha") -> list[Past]:
    return [Past(rule, "suppressed", "holdout", outcome)] * count


def shown(ending: str, count: int = 1, rule: str = "alpha", reason: str = "") -> list[Past]:
    return [Past(rule, ending, reason)] * count


def test_done_with_the_prompt_is_compared_with_done_without_it() -> None:
    cues = shown("heeded", 60) + shown("stood_down", 10) + shown("expired", 30)
    (found,) = effects([*cues, *hidden("done", 20), *hidden("not_done", 30)])
    assert (found.rule, found.shown.done, found.shown.cues) == ("alpha", 70, 100)
    assert (found.hidden.done, found.hidden.cues) == (20, 50)
    assert found.difference == pytest.approx(0.3)
    assert found.is_sure
    assert found.low < 0.3 < found.high


def test_what_limits_suppress_counts_on_neither_side() -> None:
    noise = [
        *shown("suppressed", 5, reason="cool_down"),
        *shown("suppressed", 5, reason="duplicate"),
        *shown("suppressed", 5, reason="shadow"),
        *shown("withdrawn", 5),
        *shown("", 5),
        *hidden("withdrawn", 5),
    ]
    (found,) = effects([*noise, *shown("heeded"), *hidden("done")])
    assert (found.shown.cues, found.hidden.cues) == (1, 1)


def test_a_prompt_for_which_there_was_no_time_was_the_agents_to_see_all_the_same() -> None:
    late = shown("suppressed", 2, reason="too_late") + shown("suppressed", 1, reason="budget")
    (found,) = effects([*late, *shown("dismissed"), *hidden("done")])
    assert (found.shown.done, found.shown.cues) == (0, 4)


def test_with_few_calls_nothing_is_sure() -> None:
    (found,) = effects([*shown("heeded", 2), *hidden("not_done", 2)])
    assert found.difference == 1.0
    assert not found.is_sure


def test_without_a_side_to_compare_with_nothing_is_said_of_it() -> None:
    (found,) = effects(hidden("done", 50))
    assert (found.shown.cues, found.low, found.high, found.is_sure) == (0, -1.0, 1.0, False)
    assert effects(shown("heeded", 50)) == ()


def test_the_interval_of_a_difference_is_newcombes() -> None:
    # 56 of 70 against 48 of 80, from the paper's table II: 0.0524 to 0.3339.
    cues = shown("heeded", 56) + shown("expired", 14) + hidden("done", 48) + hidden("not_done", 32)
    (found,) = effects(cues)
    assert (round(found.low, 4), round(found.high, 4)) == (0.0524, 0.3339)
