"""The scorecard the app fills in, and the lead's corrections beside it."""

from assist.core.events import Event, Feeling, PromiseMade
from assist.core.review import Score, ScoreKind, Span
from assist.review.scorecard import corrected, fill
from tests.helpers.reviewing import A, C, fact, felt, stored


def scores(
    *events: Event, overs: tuple[Span, ...] = (), pauses: tuple[Span, ...] = (), outcome: str = ""
) -> dict[str, Score]:
    return {each.item: each for each in fill(stored(*events, outcome=outcome), overs, pauses)}


def test_names_are_counted_and_the_first_one_can_be_found() -> None:
    found = scores(fact(0, "uses_name", A, 4_000), fact(1, "uses_name", A, 9_000))["name_used"]
    assert (found.value, found.at, found.kind) == (2, 4_000, ScoreKind.TIMES)


def test_acknowledging_takes_the_seconds_from_the_customer_s_words() -> None:
    found = scores(felt(10_000, Feeling.ANGER, -60), fact(0, "empathy", A, 30_000))
    assert (found["acknowledged"].value, found["acknowledged"].at) == (20, 30_000)


def test_empathy_before_anybody_was_upset_acknowledges_nothing() -> None:
    found = scores(fact(0, "empathy", A, 2_000), felt(10_000, Feeling.ANGER, -60))
    assert (found["acknowledged"].value, found["acknowledged"].of) == (None, 1)


def test_a_calm_customer_needs_no_acknowledging() -> None:
    assert scores()["acknowledged"].of == 0


def test_dead_ends_are_counted_and_which_of_them_were_replaced() -> None:
    found = scores(
        fact(0, "dead_end", A, 5_000),
        fact(1, "way_forward", A, 9_000),
        fact(2, "dead_end", A, 50_000),
    )
    assert found["dead_ends"].value == 2
    assert (found["dead_ends_replaced"].value, found["dead_ends_replaced"].of) == (1, 2)


def test_promises_with_a_time_of_all_promises() -> None:
    timed = PromiseMade(at=9_000, promise=0, who="i", what="call", due="today")
    vague = PromiseMade(at=10_000, promise=1, who="i", what="look", missing=("when",))
    found = scores(timed, vague)["promises_timed"]
    assert (found.value, found.of) == (1, 2)


def test_only_the_agent_talking_over_is_the_agent_s() -> None:
    overs = (Span(start=1_000, end=3_000, party=A), Span(start=5_000, end=7_000, party=C))
    assert scores(overs=overs)["talked_over"].value == 1


def test_the_longest_silence_in_seconds_and_where() -> None:
    found = scores(pauses=(Span(start=0, end=4_000), Span(start=9_000, end=23_500)))
    assert (found["longest_silence"].value, found["longest_silence"].at) == (14, 9_000)


def test_resolved_is_what_the_call_came_to() -> None:
    assert scores(outcome="resolved")["resolved"].value == 1
    assert scores(outcome="follow_up")["resolved"].value == 0
    assert scores()["resolved"].value is None


def test_the_lead_s_value_stands_beside_the_app_s() -> None:
    card = fill(stored(outcome="follow_up"), (), ())
    both = {each.item: each for each in corrected(card, {"resolved": (1, "K. Lead")})}
    assert (both["resolved"].value, both["resolved"].lead) == (0, 1)
    assert both["resolved"].lead_by == "K. Lead"
    assert both["name_used"].lead is None
