"""A playbook on past calls: what fires, for whom, and what another one does differently."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assist.core.events import DismissAsked, Event, Input
from assist.core.words import Party, Utterance
from assist.cues.playbook import Playbook, parse_playbook
from assist.review.backtest import Backtest, PastCall, backtest
from assist.review.backtest_calls import from_dialogues, from_journal, from_utterances
from assist.review.labelled import Dialogue, Turn
from assist.session.call import CallSession
from assist.session.journal import Journal, JournalHeader
from tests.helpers.calls import spoken

RULE = """
[[rule]]
id = "{id}"
title = "Title of {id}"
max_per_call = 3
cool_down_s = 0
when = {{ said = "{said}", by = "customer" }}
stand_down = {{ said = "by friday", by = "agent" }}
[[rule.wording]]
headline = "Say when"
[[rule.wording]]
headline = "Name a day"
[[rule.wording]]
headline = "Give a date"
"""


def playbook(**rules: str) -> Playbook:
    text = "schema = 1\nname = 'P'\n[attention]\nminimum_gap_s = 0\n"
    for id_, said in rules.items():
        text += RULE.format(id=id_, said=said)
    return parse_playbook(text, name="test")


def run(book: Playbook, inputs: Sequence[Input]) -> Iterable[Event]:
    session = CallSession(book)
    for event in inputs:
        yield from session.handle(event)


def call(id_: str, text: str, agent: str = "Kim") -> PastCall:
    inputs = tuple(spoken(text))
    return PastCall(id=id_, agent=agent, inputs=inputs, duration_ms=inputs[-1].at)


CALLS = (
    call(
        "one",
        """
        1.0 customer i want my refund
        5.0 agent you will have it by friday
        40.0 customer where is the refund
        60.0 end
        """,
    ),
    call("two", "1.0 customer hello there my parcel is late", agent="Lee"),
    call("three", "1.0 customer a refund please\n20.0 end", agent="Lee"),
)


def judged(mine: Playbook, other: Playbook | None = None) -> Backtest:
    return backtest(CALLS, run, mine, other)


def test_every_fire_is_told_with_its_words_its_agent_and_its_end() -> None:
    (rule,) = judged(playbook(refund="refund")).rules
    assert [(fire.call, fire.agent, fire.evidence) for fire in rule.fires] == [
        ("one", "Kim", "refund"),
        ("one", "Kim", "refund"),
        ("three", "Lee", "refund"),
    ]
    assert rule.fires[0].ending == "heeded"
    assert (rule.calls, rule.shown, rule.agents) == (2, 3, ("Kim", "Lee"))
    assert [fire.headline for fire in rule.fires][:2] == ["Say when", "Name a day"]


def test_the_difference_is_told_rule_by_rule() -> None:
    result = judged(playbook(a="my refund", b="parcel"), playbook(a="refund", c="please"))
    outcome = {rule.rule: rule for rule in result.rules}
    assert [fire.call for fire in outcome["a"].lost] == ["one", "three"]
    assert outcome["a"].gained == ()
    assert [fire.call for fire in outcome["b"].gained] == ["two"]
    assert [fire.call for fire in outcome["c"].lost] == ["three"]
    assert outcome["c"].fires == ()
    assert set(result.changed_calls) == {"one", "two", "three"}


def test_a_playbook_compared_with_itself_changes_nothing() -> None:
    result = judged(playbook(a="refund"), playbook(a="refund"))
    assert result.changed_calls == ()
    assert (result.calls, result.against) == (3, "P")


def test_what_an_agent_did_to_a_card_of_then_is_not_done_to_one_of_now() -> None:
    inputs = tuple(spoken("1.0 customer my refund\n9.0 dismiss 0"))
    header = JournalHeader(app="0", model="m", playbook_name="p", playbook_hash="", playbook="")
    past = from_journal("one", "Kim", Journal(header=header, events=inputs))
    assert not any(isinstance(event, DismissAsked) for event in past.inputs)
    assert past.duration_ms == inputs[-1].at
    (rule,) = backtest([past], run, playbook(a="refund")).rules
    assert rule.fires[0].ending == "expired"


def test_a_call_without_journal_is_run_from_its_words() -> None:
    said = Utterance(
        party=Party.CUSTOMER, number=0, start=1_000, end=3_000, text="i want my refund"
    )
    answer = replace(said, party=Party.AGENT, start=4_000, end=5_000, text="by friday then")
    past = from_utterances("x", "Kim", "", "2026-11-20T10:00:00+01:00", (said, answer), 60_000)
    (rule,) = backtest([past], run, playbook(a="refund")).rules
    assert [fire.ending for fire in rule.fires] == ["heeded"]
    assert past.inputs[0].at == 0
    assert past.duration_ms == 60_000


def test_written_dialogues_are_calls_too() -> None:
    dialogue = Dialogue(
        id="d1",
        set="own",
        turns=(Turn(party=Party.CUSTOMER, text="I want a refund, please."),),
    )
    (rule,) = backtest(from_dialogues([dialogue]), run, playbook(a="refund")).rules
    assert [fire.call for fire in rule.fires] == ["d1"]


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    backtest(CALLS, run, playbook(a="x"), progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]
