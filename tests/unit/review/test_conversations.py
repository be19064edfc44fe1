"""A playbook is judged by the cues it raises in whole dialogues."""

import pytest

from assist.core.words import Party
from assist.cues.playbook import Playbook, parse_playbook
from assist.review.conversations import alarm_rules, judge_calls
from assist.review.labelled import Dialogue, Turn

_PLAYBOOK = """
schema = 1
name = "Two rules"

[attention]
minimum_gap_s = 0

[[rule]]
id = "refused"
title = "Refused"
urgency = "urgent"
priority = 90
max_per_call = 1
when = {{ detected = "dead_end", by = "agent" }}
stand_down = {{ detected = "concrete_follow_up", by = "agent" }}
[[rule.wording]]
headline = "Say what you can do"
directions = []

[[rule]]
id = "goodbye"
title = "Goodbye"
urgency = "hint"
priority = 10
max_per_call = 1
when = {when}
[[rule.wording]]
headline = "Say goodbye"
directions = []
"""


def playbook(when: str = '{ detected = "closing", by = "agent" }') -> Playbook:
    return parse_playbook(_PLAYBOOK.format(when=when), name="test")


def dialogue(*lines: str, is_uneventful: bool = False, id: str = "d") -> Dialogue:
    turns = []
    for line in lines:
        who, text = line.split(": ", 1)
        turns.append(Turn(party=Party(who), text=text))
    return Dialogue(id=id, set="", turns=tuple(turns), is_uneventful=is_uneventful)


REFUSED = (
    "customer: can you send me another one",
    "agent: there is nothing more i can do for you",
    "customer: oh i see that is a pity for my son who wanted it so much",
)


def test_every_cue_is_told_with_its_turn_its_words_and_its_delay() -> None:
    judged = judge_calls([dialogue(*REFUSED)], playbook())
    [cue] = judged.cues
    assert (cue.dialogue, cue.rule, cue.turn) == ("d", "refused", 1)
    assert "nothing more" in cue.evidence
    assert cue.shown_after is not None
    assert 0 <= cue.shown_after <= 1000
    assert not cue.is_false


def test_an_alarm_in_an_uneventful_dialogue_is_false() -> None:
    calm, upset = dialogue(*REFUSED, is_uneventful=True, id="calm"), dialogue(*REFUSED, id="upset")
    judged = judge_calls([calm, upset], playbook())
    assert [(cue.dialogue, cue.is_false) for cue in judged.cues] == [
        ("calm", True),
        ("upset", False),
    ]
    assert judged.uneventful == 1
    assert judged.uneventful_hours == pytest.approx(judged.hours / 2)
    refused = judged.rules["refused"]
    assert (refused.raised, refused.false_raised, refused.false_shown) == (2, 1, 1)
    assert judged.total == refused


def test_other_cues_in_an_uneventful_dialogue_are_not_judged() -> None:
    ended = dialogue("agent: have a great day goodbye", "customer: bye", is_uneventful=True)
    judged = judge_calls([ended], playbook())
    assert judged.rules["goodbye"].raised == 1
    assert judged.total.false_raised == 0


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ('{ detected = "closing", by = "agent" }', False),
        ('{ detected = "distress", by = "customer" }', True),
        ('{ any = [ { after_s = 9 }, { detected = "legal", by = "customer" } ] }', True),
        (
            '{ all = [ { after_s = 9 }, { not = { detected = "dead_end", by = "agent", '
            "within_s = 9 } } ] }",
            False,
        ),
        ('{ detected = "gratitude_relief", by = "customer" }', False),
    ],
)
def test_a_rule_is_an_alarm_by_what_it_asserts(when: str, expected: bool) -> None:
    assert ("goodbye" in alarm_rules(playbook(when))) is expected
    assert "refused" in alarm_rules(playbook(when))


def test_a_cue_that_was_heeded_says_so() -> None:
    heeded = dialogue(
        *REFUSED, "agent: i will call you back by four today", "customer: thank you so much"
    )
    judged = judge_calls([heeded], playbook())
    assert judged.rules["refused"].heeded == 1


def test_a_cue_never_shown_has_no_delay_on_screen() -> None:
    twice = dialogue(*REFUSED, *REFUSED)
    judged = judge_calls([twice], playbook())
    assert judged.rules["refused"].raised == 2
    assert judged.rules["refused"].shown == 1
    assert [cue.shown_after is None for cue in judged.cues] == [False, True]
    assert judged.cues[1].ending.startswith("suppressed")


def test_the_progress_reaches_the_end() -> None:
    told: list[tuple[int, int]] = []
    judge_calls(
        [dialogue(*REFUSED)] * 3, playbook(), progress=lambda done, of: told.append((done, of))
    )
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_the_recognized_form_is_heard_without_signs() -> None:
    shouted = dialogue("customer: Hello?", "agent: There's NOTHING more, sorry, I can do!!! ^AB")
    judged = judge_calls([shouted], playbook(), recognized=True)
    assert all(cue.evidence == cue.evidence.lower() for cue in judged.cues)


def test_nothing_is_kept_back_for_comparison() -> None:
    held_back = parse_playbook(
        _PLAYBOOK.format(when="{ after_s = 5 }").replace("schema = 1", "schema = 1\nholdout = 0.5"),
        name="test",
    )
    calls = [dialogue(*REFUSED, id=f"call {number}") for number in range(8)]
    assert judge_calls(calls, held_back).rules["refused"].shown == 8


def test_a_rule_in_shadow_is_counted_apart() -> None:
    shadow = parse_playbook(
        _PLAYBOOK.format(when="{ after_s = 5 }").replace(
            'id = "refused"', 'id = "refused"\nmode = "shadow"'
        ),
        name="test",
    )
    judged = judge_calls([dialogue(*REFUSED)], shadow)
    assert (judged.rules["refused"].raised, judged.rules["refused"].shown) == (1, 0)
    assert judged.total == judged.rules["goodbye"]


def test_praise_for_turning_a_call_around_is_no_alarm() -> None:
    text = _PLAYBOOK.format(when='{ detected = "distress", by = "customer" }')
    praise = text.replace('urgency = "hint"', 'urgency = "praise"')
    assert "goodbye" not in alarm_rules(parse_playbook(praise, name="test"))
