"""Marks made while a call is practised meet the moments that asked for something."""

import pytest

from assist.core.events import Urgency
from assist.core.practice import (
    LATE_MS,
    Deed,
    PracticeMark,
    PracticeMoment,
    PracticeResult,
    Verdict,
    compare,
)


def moment(
    since: int,
    until: int,
    *,
    lessons: tuple[str, ...] = ("F1: feelings",),
    is_shown: bool = True,
    was_done: bool = False,
) -> PracticeMoment:
    return PracticeMoment(
        rule=f"rule{since}",
        title="Title",
        headline="Name the worry",
        directions=(),
        urgency=Urgency.HINT,
        lessons=lessons,
        quote="so worried",
        since=since,
        until=until,
        is_shown=is_shown,
        was_done=was_done,
    )


def verdicts(result: PracticeResult) -> list[Verdict]:
    return [each.verdict for each in result.moments]


@pytest.mark.parametrize(
    ("at", "verdict", "extra"),
    [
        (9_999, Verdict.MISSED, 1),  # before anything was said
        (10_000, Verdict.MET, 0),
        (40_000, Verdict.MET, 0),
        (40_001, Verdict.LATE, 0),
        (40_000 + LATE_MS, Verdict.LATE, 0),
        (40_001 + LATE_MS, Verdict.MISSED, 1),
    ],
)
def test_a_mark_is_in_time_from_the_words_to_the_end_of_the_moment(
    at: int, verdict: Verdict, extra: int
) -> None:
    result = compare([moment(10_000, 40_000)], [PracticeMark(at=at)])
    assert verdicts(result) == [verdict]
    assert len(result.extra) == extra


def test_one_mark_means_one_moment_the_one_that_ends_first() -> None:
    moments = [moment(0, 60_000), moment(10_000, 30_000)]
    once = compare(moments, [PracticeMark(at=20_000)])
    assert verdicts(once) == [Verdict.MISSED, Verdict.MET]
    twice = compare(moments, [PracticeMark(at=20_000), PracticeMark(at=21_000)])
    assert (twice.met, twice.missed, twice.asked) == (2, 0, 2)


def test_a_mark_that_says_what_to_do_means_the_moment_that_asks_for_it() -> None:
    moments = [moment(0, 30_000), moment(0, 60_000, lessons=("N1: names",))]
    result = compare(moments, [PracticeMark(at=5_000, deed=Deed.NAME)])
    assert verdicts(result) == [Verdict.MISSED, Verdict.MET]
    assert result.moments[1].is_same_deed


def test_who_notices_but_would_do_something_else_is_told_so() -> None:
    result = compare([moment(0, 30_000)], [PracticeMark(at=5_000, deed=Deed.NAME)])
    assert verdicts(result) == [Verdict.MET]
    assert not result.moments[0].is_same_deed


def test_a_rule_without_lessons_is_answered_by_anything() -> None:
    result = compare([moment(0, 30_000, lessons=())], [PracticeMark(at=1, deed=Deed.NAME)])
    assert result.moments[0].is_same_deed


def test_what_the_agent_of_the_call_did_unasked_need_not_be_marked() -> None:
    done = moment(0, 30_000, is_shown=False, was_done=True)
    assert verdicts(compare([done], [])) == [Verdict.DONE]
    assert compare([done], []).asked == 0
    assert verdicts(compare([done], [PracticeMark(at=1)])) == [Verdict.MET]


def test_a_mark_in_time_for_one_moment_is_not_spent_on_a_late_one() -> None:
    moments = [moment(0, 10_000), moment(5_000, 30_000)]
    result = compare(moments, [PracticeMark(at=12_000)])
    assert verdicts(result) == [Verdict.MISSED, Verdict.MET]
