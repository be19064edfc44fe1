from hypothesis import given
from hypothesis import strategies as st

from assist.core.events import (
    CallStarted,
    Detection,
    Event,
    Feeling,
    FeelingChanged,
    FinalResult,
    HistoryKnown,
    Output,
    PivotMarked,
    Tick,
    Trend,
)
from assist.core.words import Evidence, Party
from assist.dialogue.feeling import REPEAT_BASELINE, FeelingCurve

A, C = Party.AGENT, Party.CUSTOMER


def heard(
    at: int,
    label: str,
    detail: str = "",
    *,
    party: Party = C,
    utterance: int = 0,
    final: bool = True,
) -> Detection:
    return Detection(
        at=at,
        number=at,
        label=label,
        party=party,
        detail=detail,
        is_final=final,
        evidence=Evidence(party=party, text=label, start=at, end=at, utterance=utterance),
    )


def said(at: int, text: str) -> FinalResult:
    return FinalResult(at=at, party=A, utterance=at, start=at - 900, end=at, text=text)


def run(*events: Event, until: int = 0) -> list[Output]:
    ticks = [Tick(at=at) for at in range(100, until + 1, 100)]
    stream = sorted([*events, *ticks], key=lambda event: event.at)
    curve = FeelingCurve()
    return [output for event in stream for output in curve.handle(event)]


def points(made: list[Output]) -> list[FeelingChanged]:
    return [each for each in made if isinstance(each, FeelingChanged)]


def pivots(made: list[Output]) -> list[PivotMarked]:
    return [each for each in made if isinstance(each, PivotMarked)]


def test_distress_pulls_the_curve_down_by_its_intensity() -> None:
    mild, strong = run(heard(1000, "worry", "1")), run(heard(1000, "worry", "3"))
    assert points(strong)[-1].level < points(mild)[-1].level < 0
    assert points(mild)[-1].feeling is Feeling.WORRY
    assert points(mild)[-1].trend is Trend.WORSE


def test_the_customers_words_stand_beside_the_feeling() -> None:
    evidence = points(run(heard(1000, "anger", "2")))[-1].evidence
    assert evidence is not None
    assert evidence.text == "anger"


def test_only_the_first_feeling_of_an_utterance_counts() -> None:
    one = run(heard(1000, "anger", "2"))
    two = run(heard(1000, "anger", "2"), heard(1000, "frustration", "2"))
    assert points(one)[-1].level == points(two)[-1].level
    assert points(two)[-1].feeling is Feeling.ANGER


def test_partial_detections_do_not_move_it() -> None:
    assert run(heard(1000, "anger", "3", final=False)) == []


def test_a_repeated_call_starts_lower() -> None:
    made = run(heard(1000, "repeat_contact"), until=600_000)
    assert points(made)[-1].level <= REPEAT_BASELINE + 4


def test_without_signs_it_fades_to_its_baseline() -> None:
    made = run(heard(1000, "anger", "3"), until=600_000)
    assert abs(points(made)[-1].level) < 4
    assert points(made)[-1].feeling is Feeling.NONE


def test_nothing_visible_nothing_said() -> None:
    assert run(until=120_000) == []


def test_a_pivot_down_names_what_the_agent_had_said() -> None:
    made = run(
        said(1000, "hello"),
        heard(3000, "gratitude_relief", "2", utterance=0),
        said(6000, "there is nothing i can do"),
        heard(9000, "anger", "3", utterance=1),
    )
    down = pivots(made)[-1]
    assert not down.is_up
    assert down.evidence is not None
    assert down.evidence.text == "there is nothing i can do"


def test_a_pivot_up_follows_relief() -> None:
    made = run(
        heard(3000, "frustration", "3", utterance=0),
        said(6000, "i have refunded it"),
        heard(9000, "gratitude_relief", "3", utterance=1),
    )
    assert [(each.is_up, each.evidence.text if each.evidence else "") for each in pivots(made)] == [
        (True, "i have refunded it")
    ]


def test_the_opening_words_of_the_customer_are_no_pivot() -> None:
    assert pivots(run(said(1000, "hello"), heard(4000, "anger", "3"))) == []


labels = st.sampled_from(
    ["anger", "worry", "gratitude_relief", "confusion", "legal", "repeat_contact"]
)


@given(st.lists(st.tuples(st.integers(0, 300_000), labels, st.integers(1, 3)), max_size=30))
def test_the_level_stays_on_its_scale(stream: list[tuple[int, str, int]]) -> None:
    events = [
        heard(at, label, str(value) if label in set(Feeling) else "", utterance=index)
        for index, (at, label, value) in enumerate(stream)
    ]
    for point in points(run(*events)):
        assert -100 <= point.level <= 100


# --- what earlier calls leave behind ------------------------------------------------------------

STARTED = CallStarted(at=0, call="c", started_at="2026-11-20T10:00:00+01:00", source="live")
YESTERDAY, LAST_YEAR = "2026-11-19T10:00:00+01:00", "2025-11-20T10:00:00+01:00"


def before(
    feeling: Feeling = Feeling.NONE, outcome: str = "", at: str = YESTERDAY, *, risk: bool = False
) -> HistoryKnown:
    return HistoryKnown(
        at=500,
        calls=1,
        last_at=at,
        last_outcome=outcome,
        last_feeling=feeling,
        was_at_risk=risk,
    )


def begin(history: HistoryKnown) -> int:
    """The level a call begins with, 0 where nothing is told of it."""
    made = points(run(STARTED, history))
    return made[-1].level if made else 0


def test_a_call_begins_where_the_last_one_left_the_customer() -> None:
    assert begin(before(Feeling.ANGER, "unresolved")) < begin(before(Feeling.ANGER)) < 0
    assert begin(before(risk=True)) < 0
    assert begin(before(Feeling.GRATITUDE_RELIEF, "resolved")) > 0
    assert begin(before()) == 0


def test_it_names_no_feeling_that_nobody_has_shown_yet() -> None:
    (point,) = points(run(STARTED, before(Feeling.ANGER)))
    assert (point.feeling, point.intensity, point.evidence) == (Feeling.NONE, 0, None)


def test_what_lies_back_a_year_weighs_nothing_any_more() -> None:
    assert begin(before(Feeling.ANGER, "unresolved", at=LAST_YEAR)) == 0
    assert begin(before(Feeling.ANGER, "unresolved", at="never")) < -15  # no date: as if just now


def test_the_curve_fades_back_to_what_earlier_calls_left() -> None:
    history = before(Feeling.ANGER, "unresolved")
    low = begin(history)
    made = points(run(STARTED, history, heard(5_000, "anger", "3"), until=900_000))
    assert abs(made[-1].level - low) < 4  # smaller steps are not drawn
    repeated = points(run(STARTED, history, heard(5_000, "repeat_contact"), until=900_000))
    assert low + REPEAT_BASELINE < repeated[-1].level < low  # known and said is not twice as bad


def test_where_a_call_begins_is_no_pivot() -> None:
    history = before(Feeling.ANGER, "unresolved", risk=True)
    assert not pivots(run(said(300, "hello"), STARTED, history, said(2_000, "hm"), until=60_000))
