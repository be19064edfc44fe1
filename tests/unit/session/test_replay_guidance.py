"""A journal gives the same guidance again: marks, holdout, sequences, required sentences, cards."""

from dataclasses import replace

import pytest

from assist.core import codec
from assist.core.events import (
    CallStarted,
    ComparisonCall,
    CueMarked,
    Event,
    HiddenCueEnded,
    Input,
    KnowledgeShown,
    SequenceChanged,
)
from assist.cues.holdout import is_drawn
from assist.cues.playbook import parse_playbook
from assist.session.call import CallSession
from assist.session.journal import Journal, make_header
from assist.session.replay import replay
from tests.helpers.calls import spoken

PLAYBOOK = """
schema = 1
holdout = 0.4
[[rule]]
id = "sorry"
title = "Sorry"
max_per_call = 1
when = { said = "broken", by = "customer" }
stand_down = { said = "sorry", by = "agent" }
[[rule.wording]]
headline = "Say sorry"
[[rule]]
id = "notice"
title = "Notice"
max_per_call = 1
required = { statement = "This call may be recorded for training", within_s = 5 }
[[rule.wording]]
headline = "Say that it is recorded"
[[sequence]]
id = "amends"
title = "Make it right"
when = { said = "broken", by = "customer" }
patience_s = 5
[[sequence.step]]
id = "sorry"
step = "Sorry"
title = "Sorry first"
done = { said = "sorry", by = "agent" }
[[sequence.step.wording]]
headline = "Say sorry first"
[[sequence.step]]
id = "fix"
step = "Fix"
title = "Then the fix"
done = { said = "i will", by = "agent" }
[[sequence.step.wording]]
headline = "Say what you will do"
[[knowledge]]
id = "refund"
title = "Refunds"
topics = ["refund*"]
points = ["Three days"]
[shadowed]
"amends.fix" = "1 of 40 marks right"
"""
CALL = """
1 customer it came broken and i want a refund
6 agent okay let me have a look at the order here for you
16 agent i am so sorry about that
24 agent i will send a new one today
40 end
"""


def recorded(call: str) -> Journal:
    """A call as the engine journals it, marks of the agent in it."""
    header = make_header(app="0", model="m", playbook_name="test", playbook=PLAYBOOK)
    session = CallSession(parse_playbook(PLAYBOOK, name="test"))
    inputs: list[Input] = spoken(CALL)
    start = inputs[0]
    assert isinstance(start, CallStarted)
    mark = CueMarked(at=9_000, cue=0, is_right=False)
    place = next(n for n, event in enumerate(inputs) if event.at > 9_000)
    events: list[Event] = []
    for event in (replace(start, call=call), *inputs[1:place], mark, *inputs[place:]):
        events += (event, *session.handle(event))
    # Through the codec, as from disk.
    read = tuple(codec.from_line(codec.to_line(event)) for event in events)
    return Journal(header=header, events=tuple(e for e in read if isinstance(e, Event)))


@pytest.mark.parametrize("is_in", [True, False], ids=["comparison call", "ordinary call"])
def test_the_journal_alone_gives_the_same_guidance(is_in: bool) -> None:
    call = next(f"c{n}" for n in range(100) if is_drawn(f"c{n}", "playbook", 0.4) is is_in)
    journal = recorded(call)
    kinds = {type(event) for event in journal.outputs}
    assert {SequenceChanged, KnowledgeShown} <= kinds
    assert (ComparisonCall in kinds) is is_in
    assert HiddenCueEnded in kinds  # the rule in shadow, in either call
    book = parse_playbook(journal.header.playbook, name=journal.header.playbook_name)
    assert replay(journal, CallSession(book)).difference == ""


def test_another_calls_draw_would_be_seen_as_a_difference() -> None:
    inside = next(f"c{n}" for n in range(100) if is_drawn(f"c{n}", "playbook", 0.4))
    outside = next(f"c{n}" for n in range(100) if not is_drawn(f"c{n}", "playbook", 0.4))
    journal = recorded(inside)
    start = replace(journal.started, call=outside)
    moved = replace(journal, events=(start, *journal.events[1:]))
    book = parse_playbook(PLAYBOOK, name="test")
    assert not replay(moved, CallSession(book)).is_equal
