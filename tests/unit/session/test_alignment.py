"""News of both sides come in the order of the call, and never wait for ever."""

from assist.core.words import Party
from assist.session.alignment import ALIGN_MS, Alignment
from assist.session.listener import Heard

AGENT, CUSTOMER = Party.AGENT, Party.CUSTOMER


def heard(party: Party, end_ms: int) -> Heard:
    return Heard(party=party, end_ms=end_ms, results=(), rms=-30, peak=-20)


def alignment(*, is_patient: bool = False, **captured_ms: int) -> Alignment:
    return Alignment(
        {AGENT: 0, CUSTOMER: 0}, lambda party: captured_ms[party], is_patient=is_patient
    )


def taken(ordered: Alignment) -> list[tuple[Party, int]]:
    return [(news.party, news.end_ms) for news in ordered.take()]


def test_a_side_waits_for_earlier_sound_of_the_other() -> None:
    ordered = alignment(agent=300, customer=300)
    for end_ms in (100, 200, 300):
        ordered.add(heard(AGENT, end_ms))
    assert taken(ordered) == []
    ordered.add(heard(CUSTOMER, 100))
    assert taken(ordered) == [(AGENT, 100), (CUSTOMER, 100)]
    ordered.add(heard(CUSTOMER, 200))
    ordered.add(heard(CUSTOMER, 300))
    assert taken(ordered) == [(AGENT, 200), (CUSTOMER, 200), (AGENT, 300), (CUSTOMER, 300)]


def test_nothing_waits_for_a_side_that_captures_nothing() -> None:
    ordered = alignment(agent=500, customer=0)
    ordered.add(heard(AGENT, 500))
    assert taken(ordered) == [(AGENT, 500)]


def test_nothing_waits_for_a_side_too_far_behind() -> None:
    behind = ALIGN_MS + 100
    ordered = alignment(agent=behind, customer=behind)
    ordered.add(heard(AGENT, behind))
    assert taken(ordered) == [(AGENT, behind)]


def test_nothing_waits_for_a_side_that_is_done() -> None:
    ordered = alignment(agent=200, customer=200)
    ordered.add(heard(AGENT, 200))
    assert taken(ordered) == []
    ordered.close(CUSTOMER)
    assert taken(ordered) == [(AGENT, 200)]


def test_a_recordings_sides_wait_for_each_other_however_long_it_takes() -> None:
    behind = 10 * ALIGN_MS
    ordered = alignment(is_patient=True, agent=behind, customer=behind)
    ordered.add(heard(AGENT, behind))
    assert taken(ordered) == []
    ordered.add(heard(CUSTOMER, behind))
    assert taken(ordered) == [(AGENT, behind), (CUSTOMER, behind)]


def test_of_the_same_moment_the_agents_news_come_first() -> None:
    ordered = alignment(agent=100, customer=100)
    ordered.add(heard(CUSTOMER, 100))
    assert taken(ordered) == []
    ordered.add(heard(AGENT, 100))
    assert taken(ordered) == [(AGENT, 100), (CUSTOMER, 100)]
